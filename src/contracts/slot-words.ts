import { parseBrief } from '../briefs/brief.ts';
import { wordSet } from '../briefs/passages/letters.ts';
import { isQuoted } from '../briefs/passages/quote.ts';
import type { BriefContext } from '../briefs/passages/text.ts';
import { holdsLink } from '../shared/typed.ts';
import type { Terms } from './terms.ts';

/** Why words a model wrote do not stand in the contract. */
export type Unfit = 'long' | 'letters' | 'terms' | 'figures' | 'names' | 'elsewhere';

/** Letters of the Latin script and the marks of plain prose: no links, markup, look-alikes from other scripts, or marks on letters. */
const PLAIN = /^[\p{Script=Latin}\d\s.,;:'’‘"“”()/&+\-–—]+$/u;
/** A bare address too: what a model writes names nobody's site. */
const ADDRESS = /\bhttps?\b|\b[\w-]+\.(?:com|net|org|io|test|dev|app|co|de|fr|es|uk)\b/i;
/** `p a y`: letters set apart to be read together. */
const APART = /(?:^|\s)\p{L}(?:[\s.\-–—/]+\p{L}(?=[\s.,;\-–—/]|$)){2,}/u;

/** Words that speak of money, rights, law, time or the contract itself, in the four languages briefs come in. */
const WORDS = [
  'fee|fees|price|prices|cost|costs|costly|charge|charges|charged|charging|rate|rates|bill|bills|billed|billing|fund|funds',
  'money|cash|free|eur|euro|euros|usd|gbp|chf|dollar|dollars|pound|pounds|cent|cents|bic|iban|bank|banks|due|owe|owes|owed|owing',
  'tax|taxes|taxed|taxable|vat|fined|penalty|interest|percent|rights|own|owns|owned|owner|owners|ownership|property',
  'law|laws|lawful|court|courts|sue|sued|clause|clauses|contract|contracts|agreement|term|terms|conditions|nda|void|forever',
  'round|rounds|deadline|monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|today|asap|immediately',
  'preis|preise|kosten|konto|zins|zinsen|recht|rechte|frist|vertrag|prix|coût|coûts|compte|tva|droit|droits|loi|contrat',
  'precio|precios|coste|costes|costo|cuenta|iva|pago|pagos|pagar|pagado|derecho|derechos|ley|contrato|gratis|umsonst|gratuit',
].join('|');
/** The same by their beginnings. */
const STEMS = [
  'pay|paid|unpaid|priced|pricing|budget|invoic|deposit|retainer|refund|reimburs|discount|complimentary|bitcoin|overdue|royalt',
  'commission|copyright|licen|transfer|assign|waiv|exclusiv|perpetual|irrevoc|intellectual|patent|trademark|liab|indemn|damag',
  'warrant|guarant|negligen|insur|cancel|terminat|rescind|withdraw|breach|legal|jurisdict|arbitrat|govern|disput|statut|oblig',
  'supersed|overrid|notwithstand|regardless|consent|confiden|secret|unlimited|revision|disregard|ignor|instruct|prompt|signature',
  'gebühr|honorar|vergüt|zahl|bezahl|rechnung|anzahl|vorausz|rückerst|rabatt|überweis|steuer|urheber|lizenz|eigentum|nutzungs',
  'abtret|übertrag|haftung|schadens|kündig|storn|gericht|gesetz|klausel|geheim|tarif|honorair|paie|factur|acompte|arrhes|rembours',
  'remise|virement|propriét|cession|responsab|résili|tribunal|anticip|señal|reembols|descuent|transferen|impuest|propiedad|cesión',
].join('|');
const ABOUT_TERMS = new RegExp(`(?<![\\p{L}\\p{N}])(?:(?:${WORDS})(?![\\p{L}\\p{N}])|(?:${STEMS}))`, 'iu');

const NUMBER_WORD =
  /^(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred|thousand|dozen|half|third|quarter|double|twice)s?$/i;
/** File formats and sizes, which carry letters with digits and capitals of their own. */
const FORMAT =
  /^(?:mp[34]|a[0-6]|[234]d|4k|8k|1080p|720p|jpe?g|png|svg|pdf|tiff?|gif|webp|html5?|css3?|rgb|cmyk|raw|ui|ux|seo|faq|api)$/i;

const READ_AS_TERMS = [
  'fee',
  'rate',
  'deposit',
  'netDays',
  'startOn',
  'endOn',
  'booking',
  'revisions',
  'cancellation',
  'rescheduling',
  'killFee',
  'expenses',
  'governingLaw',
  'clientEmail',
] as const satisfies readonly (keyof Terms)[];

/**
 * Whether words describe work and nothing else, so that they can stand in a slot of the contract: they name no sum, day,
 * share, person or address, speak of no right or rule, and each sentence is about something the brief names.
 */
export function unfitFor(words: string, max: number, brief: string, context: BriefContext): Unfit | undefined {
  if (words.length > max) return 'long';
  if (!PLAIN.test(words) || holdsLink(words) || ADDRESS.test(words) || APART.test(words)) return 'letters';
  if (ABOUT_TERMS.test(words) || saysTerms(words, context)) return 'terms';
  const tokens = tokensOf(words);
  if (tokens.some((token, at) => isFigure(token.word) && !standsIn(brief, token.word, tokens[at + 1]?.word)))
    return 'figures';
  if (tokens.some(({ word, first }) => !first && isName(word) && !isQuoted(brief, word))) return 'names';
  return sentencesOf(words).every((sentence) => isAbout(sentence, brief)) ? undefined : 'elsewhere';
}

function saysTerms(words: string, context: BriefContext): boolean {
  const { found, beyond } = parseBrief(words, context);
  return (
    READ_AS_TERMS.some((name) => found[name] !== undefined) ||
    beyond.rate !== undefined ||
    beyond.milestones !== undefined ||
    beyond.bookings.length > 0
  );
}

type Token = { readonly word: string; readonly first: boolean };

function tokensOf(words: string): Token[] {
  return sentencesOf(words).flatMap((sentence) =>
    [...sentence.matchAll(/[\p{L}\p{N}'’]+/gu)].map(([word], at) => ({ word, first: at === 0 })),
  );
}

const sentencesOf = (words: string) => words.split(/(?<=[.!?:;])\s+|\n+/).filter((sentence) => /\p{L}/u.test(sentence));

const isFigure = (word: string) => !FORMAT.test(word) && (/\d/.test(word) || NUMBER_WORD.test(word));

/** A figure counts only where the brief has it with the word that follows it: `3 logos`, `two films`. */
function standsIn(brief: string, figure: string, next: string | undefined): boolean {
  return next !== undefined && figure.length <= 7 && !/\d{4}/.test(figure) && isQuoted(brief, `${figure} ${next}`);
}

const isName = (word: string) => /^\p{Lu}/u.test(word) && !FORMAT.test(word) && word !== 'I';

const STEM = 5;
/** Words that say nothing of what a sentence is about. */
const COMMON = wordSet(
  'about after again along among around because before being between could during every everything first other shall should that their there these they this those through under until which while with within without would your ours will have from into both each what when where then than such',
);

function isAbout(sentence: string, brief: string): boolean {
  const known = brief.toLowerCase();
  const words = [...sentence.toLowerCase().matchAll(/\p{L}{4,}/gu)].map(([word]) => word);
  return words.some((word) => !COMMON.has(word) && known.includes(word.slice(0, STEM)));
}
