import { lettered } from './letters.ts';
import { withWords } from './text.ts';

/** Mail programs break lines at 60 to 80 letters, some at 45; what is longer was not broken. */
const WIDTH = { least: 40, most: 100 };
/** A line that begins something of its own: a point of a list, a label, a part with a number, a turn of a chat, a header. */
const OWN = lettered(
  String.raw`^\s*(?:[-–—*•·▪◦|#☐✓=>]|\(?(?:\d{1,2}|[a-z])\)|\d{1,2}\. (?!jan|jän|feb|mär|mar|apr|mai|may|jun|jul|aug|sep|okt|oct|nov|dez|dec)\p{L}|[A-ZÀ-Þ][^:\n]{0,28}[:=](?:\s|$)|\[?\d{1,2}[:./]\d{2}[^\p{L}\n]{0,24}[A-ZÀ-Þ][^:\n]{0,30}:|from:|to:|subject:|pos\.|[^\n?]{3,50}\? \S)`,
  'iu',
);
/** A line that ends in the middle of what it says. */
const OPEN = lettered(
  String.raw`(?:[,(&+/€$£–-]|(?<![\p{L}\d])(?:of|by|on|the|for|and|to|at|an?|in|from|with|is|are|be|been|was|were|has|have|had|will|would|should|can|could|may|we|you|i|or|our|your|her|his|their|its|my|this|that|as|if|when|than|not|per|net|within|before|after|until|till|over|about|um|am|bis|ab|der|die|das|dem|den|des|für|von|und|mit|zum|zur|nach|vor|bei|pro|eine[nmrs]?|ein|im|sind|ist|wir|sie|oder|wenn|dass|als|wie|kann|können|werden|wird|würde|hat|haben|beträgt|seit|über|unter|durch|ohne|innerhalb|binnen|spätestens|de|du|le|la|les|à|au|aux|et|pour|un|une|sur|dans|par|ou|est|sont|vous|nous|qui|que|ce|cette|son|sa|ses|votre|notre|leur|chez|avant|après|sous|entre|jusqu['’]au|el|los|las|del|al|y|con|para|por|en|una?|es|mi|su|se|lo|como|antes|hasta|desde|sin|sobre|eur|usd|gbp|chf|cad|mxn|\d{1,2}\.|dr\.|mr\.|mrs\.|ms\.|st\.|co\.|no\.|nr\.|ca\.|inkl\.|zzgl\.))$`,
  'iu',
);
/** "June" before "12, 2027". */
const MONTH = /(?:january|february|march|april|may|june|july|august|september|october|november|december)$/i;
/** Words that begin no line: the month of a day, the legal form of a name, the currency of a sum. */
const REST = lettered(
  String.raw`^(?:(?:jan|jän|feb|fév|mär|mar|apr|avr|ma[iy]|jun|juin|jul|juil|aug|aoû|ago|sep|okt|oct|nov|dez|dec|déc|dic|ene|abr)\p{L}{0,7}|uhr|gmbh|ag|kg|ug|ohg|gbr|llc|ltd|inc|plc|corp|cic|pty|sarl|sas|sasu|s\.?l\.?u?|s\.?a\.?|s\. ?r\. ?l|eur|euros?|usd|gbp|chf|franken|dollars?|pounds|prozent|per cent|percent|pour cent|por ciento)(?![\p{L}])`,
  'iu',
);
const GOES_ON = /^[\p{Ll}&+%€$£(]/u;
/** Lines that stand below each other in a list or a table: things with their numbers, prices, leaders, cells, an address. */
const LISTED = /^\s*(?:\d{1,3} (?:x )?\p{L}|[€$£]\d)/u;
const TABLE = /\.{3}|…|\t|^[\w"]+,\S/;
const ADDRESS = /^\S+@\S/;
/** More than one sentence in a line: no list. */
const SENTENCES = /\p{L}{2}[.!] \p{Lu}/u;
/** How many of a paragraph's lines were broken where a mail program did it: a list of narrow lines has some that look so. */
const MOST = { narrow: 0.75, wide: 0.6 };
/** A text of two lines is broken at such a width. */
const ALONE = 60;

type Pair = { readonly at: number; readonly counts: boolean; readonly fits: boolean; readonly flows: boolean };

/** The ends of lines behind which the next word had no room, in a run of lines without an empty one. */
function pairsIn(lines: readonly string[], from: number): Pair[] {
  const width = Math.max(...lines.map((line) => line.length));
  if (width < WIDTH.least || width > WIDTH.most) return [];
  const prose = lines.some((line) => SENTENCES.test(line));
  let at = from - 1;
  const pairs = lines.slice(0, -1).map((line, nth): Pair => {
    at += line.length + 1;
    const next = lines[nth + 1] ?? '';
    const open = OPEN.test(line);
    const wide = line.length * 2 > width;
    // "Dear Anna", "Kind regards" and a name are short in any letter; "net 14" and "2 rounds" are a note's.
    const counts = wide || /^[\p{Ll}\d]/u.test(line) || /^[\p{Ll}\d]/u.test(next);
    const whole = { at, counts, fits: false, flows: false };
    if (OWN.test(next) || ADDRESS.test(next) || TABLE.test(line) || TABLE.test(next)) return whole;
    if (line.endsWith(':') && !(prose && GOES_ON.test(next))) return whole;
    if (LISTED.test(line) && LISTED.test(next) && !open) return whole;
    // A name or a place below the last sentence.
    if (/[.!?]$/.test(line) && next.length * 2 < width && !/[.!?;,]$/.test(next)) return whole;
    const word = /^\S*/.exec(next)?.[0].length ?? 0;
    const goesOn = !/[.!?;]$/.test(line) && (prose || GOES_ON.test(next));
    const split = (/\d$/.test(line) && /^\d{3}(?!\d)/.test(next)) || (MONTH.test(line) && /^\d/.test(next));
    const fits = wide && line.length + 1 + word > width;
    return { at, counts, fits, flows: open || goesOn || split || REST.test(next) };
  });
  const broken = pairs.filter(({ fits }) => fits);
  const narrow = width < ALONE;
  const share = broken.length / (narrow ? pairs : pairs.filter(({ counts }) => counts)).length;
  return share < (narrow ? MOST.narrow : MOST.wide) || (narrow && pairs.length === 1) ? [] : broken;
}

const MONTHS =
  'january|february|march|april|may|june|july|august|september|october|november|december|januar|jänner|februar|märz|mai|juni|juli|oktober|dezember|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|(?:de )?(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)';
/** What no line ends and the next begins with, however wide they are: "12." and "Juni", "2.400" and "Euro", "June" and "12, 2027". */
const TORN = lettered(
  String.raw`(?<=(?<![\d.,])\d{1,2}(?:\.|st|nd|rd|th)?)\n(?=(?:${MONTHS})(?![\p{L}:]))|(?<=\d)\n(?=(?:euros?|eur|€|chf|franken|dollars|pounds|pesos|uhr|tagen?|days|jours|días)(?![\p{L}:]| ?\d))|(?<=(?<![\p{L}])(?:january|february|march|april|june|july|august|september|october|november|december))\n(?=\d{1,2}(?:st|nd|rd|th)?,? (?:\d{4}|at )(?!\d))`,
  'giu',
);
/** "Gletscherquell Kosmetik" and "AG". */
const TORN_NAME =
  /(?<=\p{L})\n(?=(?:GmbH|AG|KG|UG|OHG|e\. ?V\.|Ltd|LLC|Inc|PLC|SARL|SAS|S\.L\.|S\.A\.|S\.R\.L\.)(?![\p{L}\d]| \p{Lu}))/gu;

/**
 * A text in which the lines that a mail program broke go on in one, each line end replaced by a space so that every place stays what it
 * is. A line was broken where the next word would not have fitted into the longest of its paragraph.
 */
export function unwrapped(text: string): string {
  if (!text.includes('\n')) return text;
  let from = 0;
  const broken: Pair[] = [];
  for (const block of text.split(/(\n[ \t]*\n)/)) {
    if (!/^\n[ \t]*\n$/.test(block)) broken.push(...pairsIn(block.split('\n'), from));
    from += block.length;
  }
  const sure = broken.filter(({ flows }) => flows).length >= 2;
  const ends = new Set(broken.flatMap(({ at, flows }) => (flows || sure ? at : [])));
  return text
    .replace(/\n/g, (mark, at: number) => (ends.has(at) ? ' ' : mark))
    .replace(TORN, ' ')
    .replace(TORN_NAME, ' ');
}

/** What was read of such a text, quoted with the line ends that the brief has. */
export function asBroken<T>(read: T, text: string, broken: string): T {
  if (text === broken) return read;
  const [put, was] = [text.toLowerCase(), broken.toLowerCase()];
  // Where small letters are more than capitals, places would shift.
  if (put.length !== text.length || was.length !== text.length) return read;
  const back = (words: string) => {
    const at = was.includes(words.toLowerCase()) ? -1 : put.indexOf(words.toLowerCase());
    return at < 0 ? words : broken.slice(at, at + words.length);
  };
  return withWords(read, back, (names) => names.at(-1) === 'quote');
}
