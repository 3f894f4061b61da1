import { lettered } from '../passages/letters.ts';
import { withWords } from '../passages/text.ts';
import type { Language } from './language.ts';
import { FRENCH_ACCENTED, SPANISH_ACCENTED } from './spelling-words.ts';

/** Stretches that stay as they are typed, addresses, and words. */
const WORDS = /\S*[@/]\S*|\S+\.(?:de|at|ch|com|net|org|es|fr|be|mx|example|eu)\b|\p{L}+/gu;

/** Words that only a German typed without umlauts writes so. */
const TYPED = lettered(
  String.raw`(?<![\p{L}])(?:fuer|dafuer|ueber\p{L}*|maerz|jaenner|spaetest\p{L}*|naechst\p{L}*|haelfte|gebuehr\p{L}*|waehrend|koenn\p{L}*|moecht\p{L}*|wuerd\p{L}*|waer\p{L}*|haett\p{L}*|muess\p{L}*|\p{L}{0,20}aenderung\p{L}*|kuend\p{L}*|fuenf\p{L}*|zwoelf\p{L}*|zurueck\p{L}*|taeglich|verfueg\p{L}*|bestaet\p{L}*|benoetig\p{L}*|wuensch\p{L}*|gruess\p{L}*|ungefaehr|laeuft|faellig\p{L}*|hoechst\p{L}*|woechentlich|oesterreich\p{L}*|franzoes\p{L}*)(?![\p{L}])`,
  'iu',
);
/** The two letters of an umlaut, and not "neue", "aktuell", "Frequenz", "zuerst", "Michael". */
const PAIR =
  /(?<![aeq])u(?!e(?:ll|tt|rst|nde|bung))e|(?<![aeo])oe(?!xist|sie|t(?:i|$))|(?<![aeo])ae(?!l(?:$|s$|a$)|ro)/gi;
const UMLAUT: Readonly<Record<string, string>> = { a: 'ä', o: 'ö', u: 'ü', A: 'Ä', O: 'Ö', U: 'Ü' };
const withUmlauts = (word: string) => word.replace(PAIR, (pair) => UMLAUT[pair.charAt(0)] ?? pair);

const bare = (word: string) => word.normalize('NFD').replace(/\p{M}/gu, '');
const accented = (words: string) => new Map(words.split(/\s+/).map((word) => [bare(word), word]));
const FRENCH = accented(FRENCH_ACCENTED);
const SPANISH = accented(SPANISH_ACCENTED);

/** A word as the list has it, with a capital at its head where it had one. */
function listed(word: string, list: ReadonlyMap<string, string>): string {
  const put = list.get(word.toLowerCase());
  if (!put) return word;
  return word.charAt(0) === word.charAt(0).toUpperCase() ? put.charAt(0).toUpperCase() + put.slice(1) : put;
}

/** "A la signature", "a 10 h", "50 % a reception": the preposition, and no "il a 3 ans". */
const TO =
  /(?<!(?:^|[^a-z])(?:il|elle|on|qui|y|l['’]|n['’]|nous|vous|client|cliente) )(?<![a-z'’])a(?= (?:la|l['’]|partir|compter|chaque|titre|domicile|distance|payer|verser|regler|livrer|rendre|prevoir|reception|signature|commande|livraison|validation|echeance|midi|minuit|raison|condition|moins|hauteur|\d))/gi;
/** "Des le 3 mai", "des reception". */
const FROM = /(?<![a-z'’])des(?= (?:le|la|que|l['’]|lors|reception|signature|maintenant|\d))/gi;
const inFrench = (text: string) =>
  text.replace(TO, (word) => (word === 'A' ? 'À' : 'à')).replace(FROM, (word) => word.replace('e', 'è'));
/** "Sesion", "facturacion". */
const inSpanish = (word: string) => word.replace(/(?<=[cs]i)o(?=n$)/, 'ó');

const SPELT: Partial<Record<Language, (text: string) => string>> = {
  de: (text) => eachWord(text, withUmlauts),
  fr: (text) => eachWord(inFrench(text), (word) => listed(word, FRENCH)),
  es: (text) => eachWord(text, (word) => inSpanish(listed(word, SPANISH))),
};

const eachWord = (text: string, put: (word: string) => string) =>
  text.replace(WORDS, (word) => (/^\p{L}+$/u.test(word) ? put(word) : word));

/** A brief in which hardly a letter is small. */
function isShouted(text: string): boolean {
  const letters = text.replace(/\S*@\S*/g, '').match(/\p{L}/gu) ?? [];
  const small = letters.filter((letter) => letter === letter.toLowerCase()).length;
  return letters.length >= SHOUTED_MIN && small * 20 < letters.length;
}
const SHOUTED_MIN = 25;

/** A brief as people type it who take the care for it. */
function spelling(text: string, language: Language): string {
  const calm = isShouted(text) ? text.toLowerCase() : text;
  const isPlain = language === 'de' ? !/[äöü]/i.test(calm) && TYPED.test(calm) : !/[à-ÿ]/i.test(calm);
  return (isPlain && SPELT[language]?.(calm)) || calm;
}

/**
 * A brief typed without umlauts or accents ("fuer", "spaetestens", "dias", "a la reception") with them, and one in capitals without
 * those, and how what was read from it gets its own letters back. A text that has one umlaut or accent means what it says.
 */
export function withSpelling(text: string, language: Language): { text: string; own: <T>(read: T) => T } {
  const spelt = spelling(text, language);
  if (spelt === text) return { text, own: (read) => read };
  const [typed, put] = [text.match(/\p{L}+/gu) ?? [], spelt.match(/\p{L}+/gu) ?? []];
  const back = new Map(
    put.flatMap((word, at) => (word === typed[at] ? [] : [[word.toLowerCase(), typed[at] ?? word]])),
  );
  const own = (words: string) => eachWord(words, (word) => listed(word, back));
  return { text: spelt, own: (read) => withWords(read, own, isShouted(text) ? isWritten : undefined) };
}

/** Whether a property of what was read is words of the brief, and no name of a kind or a unit. */
const isWritten = (names: readonly string[]) =>
  /^(?:quote|text|format|accepted|place|label)$/.test(names.at(-1) ?? '') ||
  (names.at(-1) === 'value' && /^(?:title|client(?:Name|Company)|specialTerms)$/.test(names.at(-2) ?? ''));
