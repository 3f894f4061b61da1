import { isNamedWord, wordsOf } from './bodies.ts';
import { withoutWork } from './firms.ts';
import { GIVEN_NAMES } from './given-names.ts';
import { NO_CLIENTS } from './names.ts';
import { COMMON_NOUNS, ROLES, SMALL_WORDS, TITLES } from './people.ts';
import type { Span } from './text.ts';

/** A name as it stands in a brief: whose it can be, by its shape alone. */
export type Mention = Span & {
  /** Without a title before it and a stop behind it. */
  readonly name: string;
  readonly shape: 'company' | 'person' | 'either';
  /** It ends with a legal form: nothing else can be meant. */
  readonly formed: boolean;
  /** "Mr", "Frau": a person. */
  readonly titled: boolean;
};

type Token = { readonly text: string; readonly start: number; readonly end: number };

const TOKEN = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}'’&\u2011-]|\.(?=[\p{L}\p{N}]))*\.?|&|\+|[^\s]/gu;
const CAPITAL = /^(?:[dlDL]['’])?\p{Lu}/u;
const LINKS = new Set(
  '& + and of the de del della der den des du d la le las los les dos da do di van von vom vor zum zur am im bin al für for und et y e a ter ten'.split(
    ' ',
  ),
);
/** Legal forms of more than one word, longest first; the words of one are set apart by a space. */
const FORM =
  /^(?:,? ?)(?:sp\. ?z ?o\. ?o\.?|d\.o\.o\.|SCIO|CIO|CIC|Lda\.?|SComm|C\. ?B\.|S\.? ?A\.? de C\.? ?V\.?|S\.? de R\.? ?L\.?(?: de C\.? ?V\.?)?|S\.? ?A\.? ?P\.? ?I\.?(?: de C\.? ?V\.?)?|(?:\(Pty\)|Pty\.?) ?(?:Ltd|Limited)\.?|P(?:vt|rivate)\.? ?(?:Ltd|Limited)\.?|GmbH & Co\.? ?KG(?:aA)?|g?GmbH|UG \(haftungsbeschränkt\)|UG|Partnerschaft mbB|PartG(?: mbB)?|e\. ?[VKUG]\.?(?![\p{L}\d])|eG(?:en)?|e\.U\.|KGaA|OHG|OG|KG|AG|GbR|SE|KlG|Incorporated|Inc\.?|inc\.?|L\.?L\.?C\.?|PLLC|L\.?L\.?P\.?|Corporation|Corp\.?|Limited|Ltd\.?|ltd\.?|Lt[ée]e|ltée|PLC|plc|P\.?C\.?|ULC|DAC|CLG|UC|NPC|NPO|RF|AISBL|VZW|ASBL|S\. ?Coop\.?|S\.C\.C\.L\.?|S\.L\.[UPL]\.?|S\.L\.|S\. ?L\.|SLU|SLP|SL|S\.A\.[SU]\.?|S\.A\.|SAS|SASU|SARL|S\.? ?à\.? ?r\.? ?l\.?|Sàrl|EURL|SELARL|SCOP|SCI|SNC|SCP|SPRL|SRL|S\.[rp]\.[lLaA]\.?|SpA|S\.C\.S?\.?|A\.C\.|B\.?V\.?(?![\p{L}\d])|N\.?V\.?(?![\p{L}\d])|E\.I\.R\.L\.?|EIRL|Ltda\.?|SA|AB|ApS|A\/S|AS|Oyj?|Kft|s\.r\.o\.|K\.K\.|LP)(?![\p{L}\p{N}])\.?/u;
const ENDS_SENTENCE = /[\p{L}\p{N})]\.$/u;
const ABBREVIATED =
  /^(?:\p{Lu}|Dr|St|Ste|Mr|Mrs|Ms|Mx|Prof|Jr|Sr|Sra|Srta|Dra|Dña|Dn|Lic|Ing|Arq|Mtro|Mtra|Hr|Fr|Hrn|Dipl|Mag|Me|Mme|Mlle|Pvt|Pty|Bros|Ph|Univ|Co|Gebr|Cie)\.$/u;
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

const isCapital = ({ text }: Pick<Token, 'text'>) => CAPITAL.test(text);
/** "I'll", "C'est": no name, however it begins. */
const CLITIC = /^(?:(?:I|We|You|He|She|They|It|That|There|Who|What|Let)['’]|[CDJLMNSTQ](?:u)?['’]\p{Ll})/u;
const isNoName = (word: string, begins: boolean) => {
  if (CLITIC.test(word)) return true;
  const lower = bare(word).toLowerCase();
  return COMMON_NOUNS.has(lower) || ROLES.has(lower) || (begins && SMALL_WORDS.has(lower));
};

/** The name that begins at a token, if one does, and where to go on. */
function runFrom(text: string, tokens: readonly Token[], at: number): { mention?: Mention; next: number } {
  const first = tokens[at];
  if (!first || !isCapital(first)) return { next: at + 1 };
  // "Me Hadrien Wauthier" is a French lawyer; "Me" before a verb is nobody.
  const maître = first.text === 'Me' && [1, 2].every((step) => isCapital(tokens[at + step] ?? { text: '' }));
  // "for The Green Fork", "l'association Les Gens d'Ici": an article with a capital inside a sentence belongs to the name.
  const named =
    /^(?:The|Le|La|Les|El|Los|Las)$/.test(first.text) &&
    /\p{Ll}[ '’]$/u.test(text.slice(Math.max(0, first.start - 2), first.start)) &&
    isCapital(tokens[at + 1] ?? { text: '' });
  const title = maître || TITLES.has(bare(first.text).toLowerCase());
  let [from, to] = [at, at];
  if (title) {
    if (maître) from += 1;
    while (tokens[from] && TITLES.has(bare(tokens[from]?.text ?? '').toLowerCase())) from += 1;
    const named = tokens[from];
    if (!named || !isCapital(named)) return { next: at + 1 };
    to = from;
    // A doctor's title is part of the name, "Mr" is not.
    if (/^(?:Dra?|Prof)\.?$/.test(tokens[from - 1]?.text ?? '')) from -= 1;
  } else if (!named && isNoName(first.text, true) && !startsFirm(text, first)) return { next: at + 1 };
  while (to < tokens.length) {
    const last = tokens[to];
    if (!last) break;
    const form = FORM.exec(text.slice(last.end, last.end + 40));
    if (form && isBoundary(text, last.end + form[0].length)) {
      const end = last.end + form[0].length;
      const next = tokens.findIndex(({ start }) => start >= end);
      return { mention: made(text, tokens[from], end, title, true), next: next < 0 ? tokens.length : next };
    }
    const more = continues(text, tokens, from, to);
    if (more === undefined) break;
    to = more;
  }
  const last = tokens[to];
  const prefixed = to > from && /^(?:SARL|SAS|EURL|SCI|SCA|ASBL|SA)$/.test(tokens[from]?.text ?? '');
  return { mention: made(text, tokens[from], last?.end ?? first.end, title, prefixed), next: to + 1 };
}

/** "Contract Cleaning Ltd" begins with a word that otherwise begins a sentence; "Mandantin Rheinquell Pharma AG" does not. */
function startsFirm(text: string, { start }: Token): boolean {
  const words =
    /^(?:[\p{Lu}&][\p{L}&'’-]* ){1,5}(?=(?:Ltd|Limited|GmbH|AG|Inc|LLC|LLP|SARL|SAS|S\.L\.|BV|B\.V\.|KG)(?![\p{L}]))/u.exec(
      text.slice(start, start + 70),
    )?.[0];
  return words !== undefined && words.trim().split(' ').length < 3;
}

const isBoundary = (text: string, end: number) => !/[\p{L}\p{N}]/u.test(text.charAt(end));

/** The token with which a name goes on, or undefined where it ends. */
function continues(text: string, tokens: readonly Token[], from: number, to: number): number | undefined {
  const last = tokens[to];
  const next = tokens[to + 1];
  if (!last || !next) return undefined;
  const gap = text.slice(last.end, next.start);
  if (!/^ ?$/.test(gap)) return undefined;
  if (gap === '' && !/^[&+]$/.test(next.text) && !/^[&+]$/.test(last.text)) return undefined;
  if (ENDS_SENTENCE.test(last.text) && !ABBREVIATED.test(last.text)) return undefined;
  if (/['’]s$/.test(last.text) && !isCapital(next)) return undefined;
  if (/^van$/i.test(last.text) && /^(?:de|den|der)$/.test(next.text) && isCapital(tokens[to + 2] ?? next))
    return to + 2;
  const head = isNamedWord(
    bare(tokens[from]?.text ?? '')
      .toLowerCase()
      .replace(/^[dl]['’]/, ''),
  );
  const inner = (token: Token, before?: Token) =>
    !isNoName(token.text, false) ||
    /^(?:de|d['’]|du|of|la|del)$/.test(before?.text ?? '') ||
    head ||
    isNamedWord(bare(token.text).toLowerCase()) ||
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
      const person = !head && GIVEN_NAMES.has(bare(tokens[from]?.text ?? '').toLowerCase());
      const next = tokens[step + 1];
      if (person && (word === 'of' || (next && isNamedWord(bare(next.text).toLowerCase())))) return undefined;
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
  // A stop behind "Ltd" ends the sentence more often than the name; "Inc." and "Pvt. Ltd." are written with theirs.
  const stopped = formed && STOPPED.test(written) && !/\.[^.]+\.$/.test(written);
  const name = stopped ? written.slice(0, -1) : kept;
  // "Social-Media-Betreuung Café Morgenrot e.U.": what is done stands before whom it is done for.
  const rest = withoutWork(name).replace(/^[dlDL]['’](?=\p{Lu})/u, '');
  const from = start + name.length - rest.length;
  return {
    start: from,
    end: start + name.length,
    text: rest,
    name: rest,
    formed,
    titled,
    shape: shapeOf(rest, formed, titled),
  };
}

const STOPPED = /(?:Ltd|LLC|GmbH|Limited|AG|plc|LLP|SAS|SARL|DAC|CLG|SA|BV|SL|SLP|KG|OG)\.$/u;

/** Whose a name can be, by its words. */
function shapeOf(name: string, formed = false, titled = false): Mention['shape'] {
  if (formed) return 'company';
  const words = wordsOf(name);
  if (titled) return 'person';
  if (/\d|[&+]/.test(name) || words.some(isNamedWord) || /^(?:the|les|los|las)$/.test(words[0] ?? '')) return 'company';
  if (GIVEN_NAMES.has(words[0]?.split('-')[0] ?? '') && words.length < 5) return 'person';
  if (words.length > 4) return 'company';
  return 'either';
}

/** Whether a name could be anybody's at all. */
export const isName = ({ name }: Mention) =>
  name.length > 1 &&
  name.length <= 80 &&
  !NO_CLIENTS.has(wordsOf(name)[0] ?? '') &&
  !/^\p{Lu}{1,4}$/u.test(name) &&
  !/\d{4}/.test(name);
