import { isBodyHead, isBodyWord, wordsOf } from './bodies.ts';
import { withoutWork } from './firms.ts';
import { formLength, isFormBefore } from './legal-forms.ts';
import { NO_CLIENTS } from './names.ts';
import { COMMON_NOUNS, ROLES, SMALL_WORDS } from './people.ts';
import { isGiven, type Shape, shapeOf } from './shapes.ts';
import type { Span } from './text.ts';
import { isDegree, isOffice, isTitle } from './titles.ts';

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

type Token = { readonly text: string; readonly start: number; readonly end: number };

const TOKEN = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}'’&\u2011-]|\.(?=[\p{L}\p{N}-]))*\.?|&|\+|[^\s]/gu;
const CAPITAL = /^(?:[dlDL]['’])?\p{Lu}/u;
const LINKS = new Set(
  '& + and of the de del della der den des du d la le las los les dos da do di van von vom vor zum zur am im bin al für for und et y e a ter ten'.split(
    ' ',
  ),
);
const ENDS_SENTENCE = /[\p{L}\p{N})]\.$/u;
const ABBREVIATED = /^(?:\p{Lu}|St|Ste|Jr|Pvt|Pty|Bros|Ph|Univ|Co|Gebr|Cie|Sta|Sto|Ma|Mª|Fco|Hnos)\.$/u;
const bare = (word: string) => word.replace(/[.,’']+$/u, '').replace(/['’]s$/u, '');

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

const isCapital = ({ text }: Pick<Token, 'text'>) => CAPITAL.test(text);
/** "I'll", "C'est": no name, however it begins. */
const CLITIC = /^(?:(?:I|We|You|He|She|They|It|That|There|Who|What|Let)['’]|[CDJLMNSTQ](?:u)?['’]\p{Ll})/u;
const isNoName = (word: string, begins: boolean) => {
  if (CLITIC.test(word)) return true;
  const lower = bare(word).toLowerCase();
  return COMMON_NOUNS.has(lower) || ROLES.has(lower) || (begins && SMALL_WORDS.has(lower));
};

/** Articles, and sounds and small words that are names elsewhere: "The Green Fork", "Ah Huat Fruits", "An Nguyen". */
const OPENS_NAME = /^(?:The|Le|La|Les|El|Los|Las|Ah|An|Do|Mi|Su|Tu|Oh|Her)$/;

type Run = { mention?: Mention; next: number };

/** The name that begins at a token, if one does, and where to go on. */
function runFrom(text: string, tokens: readonly Token[], at: number): Run {
  const first = tokens[at];
  if (!first) return { next: at + 1 };
  if (!isCapital(first)) return isSmallHead(tokens, at) ? nameFrom(text, tokens, at, false) : { next: at + 1 };
  const next = tokens[at + 1] ?? { text: '' };
  // "Me Hadrien Wauthier" is a French lawyer; "Me" before a verb is nobody.
  const maître = first.text === 'Me' && [1, 2].every((step) => isCapital(tokens[at + step] ?? { text: '' }));
  // "Don Fisher" is an Englishman, "Don Julián" is addressed so.
  const titled = first.text === 'Don' ? isGiven(bare(next.text).toLowerCase()) : isTitle(first.text);
  if (maître || titled) return behindTitle(text, tokens, at);
  if (isOffice(first.text) && isCapital(next)) {
    const person = behindTitle(text, tokens, at);
    if (person.mention && !person.mention.formed && shapeOf(person.mention.name) !== 'company') return person;
  }
  // An article with a capital inside a sentence belongs to the name.
  const inside = /[\p{Ll}][ '’]$/u.test(text.slice(Math.max(0, first.start - 2), first.start));
  const named = OPENS_NAME.test(first.text) && inside && isCapital(next);
  if (!named && isNoName(first.text, true) && !startsFirm(text, first)) return { next: at + 1 };
  return nameFrom(text, tokens, at, false);
}

/** "le théâtre du Merle", "the museum of Lindow": a house by its kind and its name; "la boutique de Marie" is hers. */
function isSmallHead(tokens: readonly Token[], at: number): boolean {
  const [head, link, ...rest] = tokens.slice(at, at + 4).map(({ text }) => text);
  if (!head || !link || !isBodyHead(head) || !/^(?:of|de|du|des|del|d['’]\p{Lu}.*)$/u.test(link)) return false;
  const named = /^d['’]/.test(link) ? link.slice(2) : /^(?:la|las|los|the)$/.test(rest[0] ?? '') ? rest[1] : rest[0];
  return named !== undefined && isCapital({ text: named }) && !isGiven(bare(named).toLowerCase()) && !isTitle(named);
}

function behindTitle(text: string, tokens: readonly Token[], at: number): Run {
  let from = at + 1;
  while (tokens[from] && (isTitle(tokens[from]?.text ?? '') || isDegree(tokens[from]?.text ?? ''))) from += 1;
  const named = tokens[from];
  if (!named || !isCapital(named)) return { next: at + 1 };
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
      const end = last.end + form;
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

/** "Contract Cleaning Ltd" begins with a word that otherwise begins a sentence; "Mandantin Rheinquell Pharma AG" does not. */
function startsFirm(text: string, { start }: Pick<Token, 'start'>): boolean {
  const words = /^[\p{Lu}&][\p{L}&'’-]*(?: [\p{Lu}&][\p{L}&'’-]*)?(?= )/u.exec(text.slice(start, start + 60))?.[0];
  if (words === undefined) return false;
  const [first = ''] = words.split(' ');
  return [words, first].some((name) => formLength(text.slice(start + name.length, start + name.length + 40)) > 0);
}

/** The token with which a name goes on, or undefined where it ends. */
function continues(text: string, tokens: readonly Token[], from: number, to: number): number | undefined {
  const last = tokens[to];
  const next = tokens[to + 1];
  if (!last || !next) return undefined;
  const gap = text.slice(last.end, next.start);
  if (!/^ ?$/.test(gap)) return undefined;
  if (gap === '' && !/^[&+]$/.test(next.text) && !/^[&+]$/.test(last.text)) return undefined;
  if (ENDS_SENTENCE.test(last.text) && !ABBREVIATED.test(last.text) && !isTitle(last.text)) return undefined;
  if (/['’]s$/.test(last.text) && !isCapital(next)) return undefined;
  if (/^van$/i.test(last.text) && /^(?:de|den|der)$/.test(next.text) && isCapital(tokens[to + 2] ?? next))
    return to + 2;
  const begins = bare(tokens[from]?.text ?? '').toLowerCase();
  const head = isBodyHead(begins.replace(/^[dl]['’]/, '')) || isFormBefore(tokens[from]?.text ?? '');
  const inner = (token: Token, before?: Token) =>
    !isNoName(token.text, false) ||
    /^(?:de|d['’]|du|of|la|del)$/.test(before?.text ?? '') ||
    head ||
    isBodyWord(bare(token.text).toLowerCase()) ||
    startsFirm(text, token) ||
    PARTICLE.test(token.text);
  if (isCapital(next)) return inner(next) ? to + 1 : undefined;
  if (head && to > from && /^\d{1,3}$/.test(next.text) && /^ ?[,)(]/.test(text.slice(next.end))) return to + 1;
  if (head && /^\d{1,3}$/.test(next.text) && tokens[to + 2] && /^(?:de|du|of|des)$/.test(tokens[to + 2]?.text ?? ''))
    return to + 1;
  // Small words between: at most three, and a name must follow; behind "Coopérative" an adjective may stand.
  for (let step = to + 1; step < tokens.length && step - to <= 4; step += 1) {
    const [token, before] = [tokens[step], tokens[step - 1]];
    if (!token || !before || text.slice(before.end, token.start) !== ' ') return undefined;
    if (isCapital(token)) return inner(token, before) ? step : undefined;
    const word = token.text.toLowerCase();
    if (head && /^d['’]\p{Ll}{3,}$/u.test(word)) continue;
    if (LINKS.has(word)) {
      // "Dana Reyes of Acme" is two names, "Bank of Ireland" one.
      const person = !head && isGiven(begins);
      const next = tokens[step + 1];
      if (person && (word === 'of' || (next && isBodyWord(bare(next.text).toLowerCase())))) return undefined;
      if (/^f[oü]r$/.test(word) && !INSTITUTE.test(tokens[from]?.text ?? '')) return undefined;
      if (ARTICLES.has(word) && !head && !/^van$/i.test(before.text)) return undefined;
      continue;
    }
    const behind = LINKS.has(before.text.toLowerCase());
    if (
      head &&
      behind &&
      /^\p{Ll}{3,}[.]?$/u.test(token.text) &&
      /^ ?(?:[(),;:|\n]|[.](?=\s|$)|$)/u.test(text.slice(token.end))
    )
      return step;
    const linked = /\b(?:de|des|du|del|of)\b/.test(text.slice(tokens[from]?.start, last.end));
    if (
      head &&
      linked &&
      step === to + 1 &&
      /^\p{Ll}{4,}$/u.test(token.text) &&
      /^ ?[(),;:]/.test(text.slice(token.end))
    )
      return step;
    if (!BODY.test(tokens[from]?.text ?? '') || step !== to + 1 || !/^\p{Ll}{4,}$/u.test(token.text)) return undefined;
  }
  return undefined;
}

/** Capitalised inside a name: "Tanguy Le Quellec", "ASBL Les Halles Vertes". */
const PARTICLE = /^(?:Le|La|Les|De|Del|Du|Des|Van|Von|Der|Den|Di|Da|El|Los|Las|And|The)$/u;
/** "Museum für Bergbau", "Centre for Textiles"; a "Shop redesign for" is no name. */
const INSTITUTE =
  /^(?:Museum|Institut|Institute|Verein|Zentrum|Centre|Center|Akademie|Academy|School|Schule|Gesellschaft|Society|Stiftung|Foundation|Amt|Office|Campaign|Trust)$/;
/** French and Spanish bodies, behind which an adjective stands: "Coopérative funéraire des Deux-Rives". */
const BODY =
  /^(?:[ldLD]['’])?(?:Coopérative|Fédération|Confédération|Compagnie|Société|Association|Agence|Centre|École|Office|Institut|Mutuelle|Union|Chambre|Conseil|Comité|Théâtre|Musée|Asociación|Fundación|Federación|Cooperativa|Compañía|Colegio|Instituto|Universidad|Corporación|Museo|Club|Grupo|Clínica|Escuela|Cámara|Sociedad|Consejo)$/;
/** Only a body's name goes on with these: "Verein der Freunde". */
const ARTICLES = new Set('der des den dem das die im am vom zur zum für for'.split(' '));

function made(text: string, first: Token | undefined, end: number, titled: boolean, formed: boolean): Mention {
  const start = first?.start ?? end;
  const written = text.slice(start, end);
  const kept = formed ? written : written.replace(/['’]s$/u, '').replace(/[.,’'&+ -]+$/u, '');
  // "Social-Media-Betreuung Café Morgenrot e.U.": what is done stands before whom it is done for.
  const rest = withoutWork(kept).replace(/^[dlDL]['’](?=\p{Lu})/u, '');
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
export const isName = ({ name }: Mention) =>
  name.length > 1 &&
  name.length <= 80 &&
  !NO_CLIENTS.has(wordsOf(name)[0] ?? '') &&
  !/^\p{Lu}{1,4}$/u.test(name) &&
  !/\d{4}/.test(name);
