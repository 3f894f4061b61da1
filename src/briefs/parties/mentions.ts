import type { Span } from '../passages/text.ts';
import { isOccasion } from '../time/occasions.ts';
import { isBodyHead, wordsOf } from './bodies.ts';
import { ownName, withoutRole, withoutWork } from './firms.ts';
import { formLength, isFormBefore } from './legal-forms.ts';
import { NO_CLIENTS } from './names.ts';
import { continues, startsFirm } from './run-on.ts';
import { isGiven, type Shape, shapeOf } from './shapes.ts';
import { isDegree, isOffice, isTitle } from './titles.ts';
import { bare, isCapital, isNoName, TOKEN, type Token } from './tokens.ts';

/** A name as it stands in a brief: whose it can be, by its shape alone. */
export type Mention = Span & {
  /** Without a title before it and a stop behind it. */
  readonly name: string;
  readonly shape: Shape;
  /** It ends with a legal form: nothing else can be meant. */
  readonly formed: boolean;
  /** "Mr", "Frau": a person. */
  readonly titled: boolean;
};

/** Every name of a text, in order; what begins a sentence and is no name is left out. */
export function mentionsIn(text: string): Mention[] {
  const found: Mention[] = [];
  for (const line of text.matchAll(/[^\n|\t]+/g)) {
    const tokens = [...line[0].matchAll(TOKEN)].map((match) => ({
      text: match[0],
      start: line.index + match.index,
      end: line.index + match.index + match[0].length,
    }));
    for (let at = 0; at < tokens.length; ) {
      const run = runFrom(text, tokens, at);
      if (run.mention) found.push(run.mention);
      at = run.next;
    }
  }
  return found;
}

/** The firms of a text by their legal form, so that a lexicon leaves their names alone: "Taller Cuervo S.L." is no workshop. */
export const firmsIn = (text: string): Mention[] => mentionsIn(text).filter(({ formed }) => formed);

/** Articles, and sounds and small words that are names elsewhere: "The Green Fork", "Ah Huat Fruits", "An Nguyen". */
const OPENS_NAME =
  /^(?:The|Le|La|Les|El|Los|Las|Ah|An|Do|Mi|Su|Tu|Oh|Her|First|Second|Third|Half|Quarter|Three|Four|Six)$/;

/** Houses that are common nouns as well. */
const HOUSES = /^(?:Atelier|Taller|Galerie|Verein|Gemeinde|Praxis|Compagnie|Empresa|Société|Laden|Salon)$/;

/** A capital that is a name's, behind "du" or at once. */
function isNamed(tokens: readonly Token[], at: number): boolean {
  const [next, after] = [tokens[at], tokens[at + 1]];
  const named = next && /^(?:du|des|de|del|für|for|der)$/.test(next.text) ? after : next;
  return named !== undefined && isCapital(named) && !isNoName(named.text, true);
}

/** Before a given name, a whole name or a Spanish one: "Don Julián", "Don Aníbal Goicoechea", "Don Lucio". */
function isDon(tokens: readonly Token[], at: number): boolean {
  const [name, more] = [tokens[at + 1], tokens[at + 2]];
  if (!name || !isCapital(name)) return false;
  return (
    isGiven(bare(name.text).toLowerCase()) ||
    /[oaéíáó]$/u.test(bare(name.text)) ||
    (more !== undefined && isCapital(more))
  );
}

type Run = { mention?: Mention; next: number };

/** The name that begins at a token, if one does, and where to go on. */
function runFrom(text: string, tokens: readonly Token[], at: number): Run {
  const first = tokens[at];
  if (!first) return { next: at + 1 };
  // "Una clínica de Guadalajara" is one of them.
  const any = /^(?:an?|une?|una|un|eine[nrms]?|ein)$/i.test(tokens[at - 1]?.text ?? '');
  if (!isCapital(first)) return !any && isSmallHead(tokens, at) ? nameFrom(text, tokens, at, false) : { next: at + 1 };
  const next = tokens[at + 1] ?? { text: '' };
  // "Me Hadrien Wauthier" is a French lawyer; "Me" before a verb is nobody.
  const maître = /^(?:Me|Si)$/.test(first.text) && [1, 2].every((step) => isCapital(tokens[at + step] ?? { text: '' }));
  // "Don Fisher" is an Englishman, "Don Julián" is addressed so.
  const titled = first.text === 'Don' ? isDon(tokens, at) : isTitle(first.text);
  if (maître || titled) return behindTitle(text, tokens, at);
  if (isOffice(first.text) && isCapital(next)) {
    const person = behindTitle(text, tokens, at);
    if (person.mention && !person.mention.formed && shapeOf(person.mention.name) !== 'company') return person;
  }
  // An article with a capital inside a sentence belongs to the name.
  const inside = /[\p{Ll},][ '’]$/u.test(text.slice(Math.max(0, first.start - 2), first.start));
  const named =
    (OPENS_NAME.test(first.text) && inside && isCapital(next)) || (HOUSES.test(first.text) && isNamed(tokens, at + 1));
  if (!named && isNoName(first.text, true) && !startsFirm(text, first) && !isMonthly(text, tokens, at))
    return { next: at + 1 };
  return nameFrom(text, tokens, at, false);
}

/** "le théâtre du Merle", "the museum of Lindow": a house by its kind and its name; "la boutique de Marie" is hers. */
function isSmallHead(tokens: readonly Token[], at: number): boolean {
  const [written, link, ...rest] = tokens.slice(at, at + 6).map(({ text }) => text);
  const head = written?.replace(/^[dl]['’]/, '');
  if (!head || !link || !isBodyHead(head) || GROUNDS.test(head)) return false;
  if (WITH_HEAD.test(head) && isNamed(tokens, at + 1) && isCapital({ text: link })) return true;
  if (!/^(?:of|de|du|des|del|d['’]\p{Lu}.*)$/u.test(link)) return false;
  // "école de musique de Brassac", "comité des fêtes de Brignon": what it is for stands between.
  if (/^\p{Ll}{4,}$/u.test(rest[0] ?? '') && /^(?:de|du|des|del|of)$/.test(rest[1] ?? '')) {
    const place = /^(?:la|las|los|the)$/.test(rest[2] ?? '') ? rest[3] : rest[2];
    return place !== undefined && isCapital({ text: place }) && !isGiven(bare(place).toLowerCase());
  }
  const named = /^d['’]/.test(link) ? link.slice(2) : /^(?:la|las|los|the)$/.test(rest[0] ?? '') ? rest[1] : rest[0];
  return (
    named !== undefined &&
    isCapital({ text: named }) &&
    !isGiven(bare(named).toLowerCase()) &&
    !isTitle(named) &&
    // "la ferme du Collectif Ravine": the body bears the name.
    !isBodyHead(named.toLowerCase())
  );
}

/** In small letters only where something is: "la ferme du Plessis". */
const GROUNDS =
  /^(?:usine|ferme|feria|fair|casa|maison|bodega|fonda|finca|quinta|granja|hacienda|église|iglesia|church|château|castillo|castle|chapelle|capilla|chapel|port|puerto|marché|mercado|market|gare|salle|jardin|jardín|cave|hall|house|lodge|farm|laws?|lois?|droit|ley(?:es)?)$/;

/** Houses that are seldom named without their kind, even in small letters: "paroisse Saint-Aubin". */
const WITH_HEAD =
  /^(?:paroisse|parroquia|parish|commune|mairie|hôtel|hotel|éditions|editorial|école|escuela|lycée|collège|colegio|instituto|théâtre|teatro|musée|museo|clinique|clínica|notaría|syndicat|copropriété|copropiedad)$/;

const MONTHLY = /^(?:April|August|June|May|Mai|Jan) /;
/** Months that people are called as well: "August Delacroix", and no "im August Feuerwehrfest". */
function isMonthly(text: string, tokens: readonly Token[], at: number): boolean {
  const [first, next] = [tokens[at], tokens[at + 1]];
  if (!first || !next || !MONTHLY.test(`${first.text} `)) return false;
  const ahead = text.slice(Math.max(0, first.start - 12), first.start);
  const dated =
    /(?:\d\w{0,2}\.?|(?<!\p{L})(?:im|in|on|ab|bis|seit|since|until|till|by|from|of|mid|early|late|end|de|en|el|anfang|mitte|ende)) ?-?$/iu;
  return isCapital(next) && !isNoName(next.text, true) && !dated.test(ahead) && !isBodyHead(next.text.toLowerCase());
}

function behindTitle(text: string, tokens: readonly Token[], at: number): Run {
  let from = at + 1;
  while (tokens[from] && (isTitle(tokens[from]?.text ?? '') || isDegree(tokens[from]?.text ?? ''))) from += 1;
  const named = tokens[from];
  // A run of titles names nobody from any of its places.
  if (!named || !isCapital(named) || isNoName(named.text, false)) return { next: from };
  // A doctor's title is part of the name, "Mr" is not.
  const kept = /^(?:Dra?|Prof)\.?$/.test(tokens[from - 1]?.text ?? '');
  return nameFrom(text, tokens, from, true, kept ? from - 1 : from);
}

function nameFrom(text: string, tokens: readonly Token[], from: number, titled: boolean, begins = from): Run {
  let to = from;
  while (to < tokens.length) {
    const last = tokens[to];
    if (!last) break;
    const form = formLength(text.slice(last.end, last.end + 40));
    if (form > 0) {
      const behind = text.slice(last.end + form, last.end + form + 60);
      // "Knockmoyle Seed Co-op Ltd"
      const end = last.end + form + (formBehind(behind, text.slice(last.end)) || formLength(behind));
      let next = to + 1;
      while ((tokens[next]?.start ?? end) < end) next += 1;
      return { mention: made(text, tokens[begins], end, titled, true), next };
    }
    const more = continues(text, tokens, from, to);
    if (more === undefined) break;
    to = more;
  }
  const prefixed = to > from && isFormBefore(tokens[from]?.text ?? '');
  const end = tokens[to]?.end ?? tokens[from]?.end ?? 0;
  return { mention: made(text, tokens[begins], end, titled, prefixed), next: to + 1 };
}

/** "Stassart & Cie SRL", "Chaha & Co. Hospitality LLP": what looks like a form is the middle of the name. */
function formBehind(behind: string, from: string): number {
  if (!/^ (?:&|y) /.test(from)) return 0;
  for (let length = 0, words = 0; words < 3; words += 1) {
    const form = formLength(behind.slice(length));
    if (form > 0) return length + form;
    const next = (words === 0 ? /^\.? \p{Lu}[\p{L}-]+/u : /^ \p{Lu}[\p{L}-]+/u).exec(behind.slice(length))?.[0];
    if (!next) return 0;
    length += next.length;
  }
  return 0;
}

function made(text: string, first: Token | undefined, end: number, titled: boolean, formed: boolean): Mention {
  const start = first?.start ?? end;
  const written = text.slice(start, end);
  const kept = formed
    ? written
    : written
        .replace(/['’]s$/u, '')
        .replace(/ (?:and|und|et|y) (?:I|We|Ich|Wir|Je|Nous|Yo)$/u, '')
        .replace(/[.,’'&+ -]+$/u, '')
        .replace(/ (?:DE|DU|DES|DEL|LA|OF|THE|AND|UND|DER|FÜR|PARA|POUR|FOR)$/, '');
  // "Social-Media-Betreuung Café Morgenrot e.U.": what is done stands before whom it is done for.
  const rest = ownName(withoutRole(withoutWork(kept), formed), formed).replace(
    /^(?:[dlDL]['’](?=\p{Lu})|[dl]['’](?=\p{Ll}))/u,
    '',
  );
  const from = start + kept.length - rest.length;
  return {
    start: from,
    end: start + kept.length,
    text: rest,
    name: rest,
    formed,
    titled,
    shape: shapeOf(rest, formed, titled),
  };
}

/** Whether a name could be anybody's at all. */
export const isName = ({ name, titled, formed }: Mention) =>
  name.length > 1 &&
  name.length <= 80 &&
  (!NO_CLIENTS.has(wordsOf(name)[0] ?? '') || MONTHLY.test(name)) &&
  (titled || !isOccasion(name)) &&
  !/^\p{Lu}{1,4}$/u.test(name) &&
  (formed || !/\d{4}/.test(name.replace(/\(\d{4}\)/, ''))) &&
  !/^[IVX]+ /.test(name) &&
  // "Arztpraxis" alone is any of them.
  !/^(?:\p{Lu}\p{Ll}*)?[Aa]rztpraxis$/u.test(name) &&
  !/^\p{Lu}{1,3}\d+$/u.test(name) &&
  // A place is nobody: "Wil SG", "Bad Oldesloe", "Linzer Altstadt".
  (formed ||
    !/^(?:\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)? (?:BC|AB|SK|MB|ON|QC|NB|NSW|VIC|QLD|TAS|ACT|NY|NJ|CA|TX|FL|IL|MA|PA|OR|AZ|GA|NC|VA|DC|OH|MI|MN|WI|MO|TN|UT|NV)|\p{Lu}\p{L}+ (?:ZH|BE|LU|UR|SZ|OW|NW|GL|ZG|FR|SO|BS|BL|SH|AR|AI|SG|GR|TG|TI|VD|VS|NE|GE|JU)|Bad \p{Lu}[\p{L}-]+|(?:\p{Lu}\p{L}+ )?\p{L}*(?:[Aa]ltstadt|[Ii]nnenstadt))$/u.test(
      name,
    )) &&
  // A stretch of land is nobody.
  !/^(?:County|Ciudad|Barrio|Colonia|Calle|Avenida|Kanton|Canton|Landkreis|Bezirk) \p{Lu}[\p{L}-]+$/u.test(name);
