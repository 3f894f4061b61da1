import type { Language } from '../languages/language.ts';
import { LETTERS } from '../passages/letters.ts';
import { isMade, isNoThing } from './things.ts';

const NUMBERS: Readonly<Record<Language, string>> = {
  en: '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|a hundred|one hundred|(?:a|one|two|half a) dozen)',
  de: '(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|(?:drei|vier|fünf|sech|sieb|acht|neun)zehn|(?:(?:ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun)und)?(?:zwanzig|dreißig|dreissig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig)|(?:ein)?hundert(?:fünfzig)?|(?:zwei|drei)hundert)',
  fr: '(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|dix-(?:sept|huit|neuf)|(?:vingt|trente|quarante|cinquante|soixante|septante|huitante|nonante|quatre-vingts?)(?:(?:-| et )(?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|quinze))?|(?:deux |trois )?cents?(?: (?:vingt|cinquante|soixante))?)',
  es: '(?:dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|dieci(?:séis|siete|ocho|nueve)|veinte|veinti[a-zóé]{3,7}|(?:treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa)(?: y (?:una?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve))?|cien(?:to cincuenta)?|doscient[oa]s)',
};

/** Source of a pattern for how many, in digits or in words: "12", "3 x", "cent cinquante"; no measure, as "3 x 2 m" is. */
export const countIn = (language: Language): string =>
  `(?:\\d{1,4}(?! ?[x×] ?\\d+(?:[.,]\\d+)? ?(?:m|cm|mm|px|ft|in|inch|")?(?![${LETTERS}\\d.,-]| [${LETTERS}]{2}))(?: ?[x×](?= ))?|${NUMBERS[language]}(?: ?[x×](?= ))?)`;

/** Before one thing of a list; "one" counts in English. */
export const ARTICLES: Readonly<Record<Language, string>> = {
  ...{ en: 'an?|the|one', de: 'eine?n?|einem|einer|der|die|das', fr: 'une?|la|le|les', es: 'una?|la|el|los|las' },
};

export type NounPhrase = {
  /** Where it ends in the text that begins with it. */
  readonly end: number;
  /** What the phrase is about: "spreads" of "16 full-colour spreads". */
  readonly head: string;
  /** Its head is something that people who work for themselves make. */
  readonly made: boolean;
};

type Word = { readonly text: string; readonly start: number; readonly end: number };

/** Words in a row with single spaces between them. */
function wordsOf(text: string, from: number): Word[] {
  const words: Word[] = [];
  const token = new RegExp(
    ` ?([${LETTERS}\\d][${LETTERS}\\d'’]*(?:[-\\u2011][${LETTERS}\\d'’]+|[-\\u2011](?= ))*)`,
    'y',
  );
  for (let at = from; words.length < 9; at = token.lastIndex) {
    token.lastIndex = at;
    const match = token.exec(text);
    if (!match?.[1] || (at > from && !match[0].startsWith(' '))) break;
    words.push({ text: match[1], start: token.lastIndex - match[1].length, end: token.lastIndex });
  }
  return words;
}

/** Begins to say what for, how, when or by whom, or joins another thing. */
const STOP =
  /^(?:still|toujours|encore|chaque|cada|immer|noch|jede[nrs]?|todavía|aún|siempre|and|or|for|in|on|by|from|to|at|as|is|are|was|were|will|would|can|must|should|per|each|every|a|an|the|that|which|who|if|when|we|i|you|he|she|they|it|und|oder|für|im|am|pro|je|bis|mit|von|vom|zu|zum|zur|ab|nach|auf|aus|beim?|über|et|ou|pour|par|dans|sur|le|la|les|l|est|sont|au|aux|chez|y|e|o|u|para|por|al|el|los|las|es|son|que|q|qui|so|then|with|avec|con|of|de|del|du|des|à|en|entre|sin|sans|ohne|without|under|over|up|off|flat|fixed|total|please|bitte|svp|porfa|max|maximum|mínimo|máximo|minimum|mindestens|only|inkl|incl|including|approved|done|due|mi|tu|su|mon|ma|mes|ton|ta|tes|nos|vos|our|your|their|his|her|my|plus|más|moins|less|extra|weeks?|days?|more|net|netto|brutto|neto|bruto|ht|ttc|htva|exkl|gesamt|écrits?|now|today|tomorrow|hoy|donc|also|dann|chacun|chacune|cada|ya|se|me|te|lo|nous|vous|on|il|ils|elle|elles|c|d|j|n|s|t|x|retuschiert|schreiben|liefern|entregad[oa]s|livrée?s?|listos|listas)$/iu;

const MEASURE =
  '(?:\\d{1,4}(?: ?[x×] ?\\d{1,3})?|COUNT) ?-?(?:secondes?|segundos?|seconds?|sekunden|secs?|segs?|s|sek|minutes?|minutos?|minuten|mins?|min|mn|mots|palabras|words|wörtern?|pages?|páginas?|seiten|mm|cm|m|heures?|horas?|hours?|stunden|plazas|places|couverts|kg|g|ml|l|cl|gr|piezas|pièces|stück|[a-z]{2,})(?![LETTERS])';
const measureIn = (language: Language) => MEASURE.replace('COUNT', NUMBERS[language]).replaceAll('LETTERS', LETTERS);

const NEXT = `(?= ?(?:[.,;:()|/█+&–—\\n]|$| (?:and|for|on|by|in|to|at|y|e|para|por|el|la|los|en|a|al|con|et|pour|le|la|au|aux|avec|dans|sur|à|und|für|bis|plus|más|antes|avant|sin|sans|cada|chaque|tout|todo|que|qui|me|se|primero|before|i|we|you)(?![${LETTERS}])| \\.{2,}| {2,}))`;
const FORMAT = '(?:HD|4K|PDF|MP[34]|[A-Z]{2,4}(?!\\d)|Excel|Word|PowerPoint|Keynote|InDesign|Figma|Canva)';
const BARE = `(?!(?:la|le|les|los|las|el|lo|mi|mis|tu|tus|su|sus|nos|vos|nuestr|notre|votre|leur|the|your|our|my|their|una?|une|cada|chaque|ce|cet|cette|este|esta|[a-z]{3,}(?:ar|er|ir)(?![${LETTERS}]))(?![${LETTERS}]))(?:[a-zà-ÿ][${LETTERS}-]+|[A-Z]{2,4}(?![${LETTERS}]))`;
const MONTHS =
  '(?!(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|january|february|march|april|may|june|july|august|september|october|november|december)(?![a-z]))';

/** What a thing is of, in what form and how long: "de blog", "à 45 Sekunden", "a doble página", "of the report". */
const TAILS: Readonly<Record<Language, (measure: string) => string>> = {
  en: (measure) =>
    `(?: of (?:${measure}|${MONTHS}(?!(?:\\d|${'interest|course'}))${BARE}${NEXT})| in ${FORMAT}(?![${LETTERS}]))`,
  de: (measure) =>
    `(?: (?:à|a|von je|mit je|zu je|mit|von) ${measure}| (?:im )?(?:DIN )?A\\d(?!\\d)| (?:»[^«\\n]{2,60}«|„[^“”\\n]{2,60}[“”]|«[^»\\n]{2,60}»)| in ${FORMAT}(?![${LETTERS}]))`,
  fr: (measure) =>
    `(?: de ${measure}| (?:de |d['’])${MONTHS}${BARE}| en (?:ligne|haute (?:définition|résolution)|couleurs?|noir et blanc|${FORMAT})(?![${LETTERS}])| à (?:l['’](?:aquarelle|encre|huile)|la main|lettres|en-tête)| avec ${BARE}${NEXT})`,
  es: (measure) =>
    `(?: de (?:unos |unas )?${measure}| de ${MONTHS}${BARE}| en (?:línea|alta (?:definición|resolución)|blanco y negro|${FORMAT})(?![${LETTERS}])| a (?:doble |todo |media )?(?!partir|entregar|cuenta|tiempo|nombre|cambio|mano alzada)${BARE}${NEXT}| con ${BARE}${NEXT})`,
};
const EACH: Readonly<Record<Language, string>> = { en: ' each', de: ' je', fr: ' chacune?', es: ' cada un[oa]' };

const tails = new Map<Language, RegExp>();
/** The length of what belongs to a thing behind its name. */
function tailLength(text: string, language: Language): number {
  const known = tails.get(language);
  const measure = measureIn(language);
  // In German nothing but names begins with a capital here, and "Sekunden" does.
  const pattern = known ?? new RegExp(`^(?:${TAILS[language](measure)}){1,3}`, language === 'de' ? 'i' : 'u');
  if (!known) tails.set(language, pattern);
  const tail = pattern.exec(text)?.[0] ?? '';
  const each = /\d/.test(tail)
    ? new RegExp(`^${EACH[language]}(?![${LETTERS}])`, 'u').exec(text.slice(tail.length))
    : null;
  return tail.length + (each?.[0].length ?? 0);
}

const PLURAL: Readonly<Record<'en' | 'fr' | 'es', RegExp>> = {
  en: /(?:[^siu'’]s|ies|ees|lice|men|feet)$/iu,
  fr: /(?:[^'’]s|x|z)$/iu,
  es: /s$/iu,
};
/** Before the noun in Romance tongues; everything else about a thing stands behind it. */
const BEFORE_NOUN =
  /^(?:grande?s?|petite?s?|belles?|beaux|nouve(?:aux?|lles?)|bonn?e?s?|courte?s?|longs?|longues?|jolie?s?|gran(?:des)?|pequeñ[oa]s?|nuev[oa]s?|buen[oa]s?|brev(?:es?)|cort[oa]s?|larg[oa]s?|primer[oa]?s?|premi(?:ers?|ères?)|autres?|otr[oa]s?)$/iu;
const ONE = /^(?:1|one|an?|the|une?|una|el|la|le|eine?[nmr]?|der|die|das)$/iu;

const openingOf = (language: Language) =>
  new RegExp(`^(?:${countIn(language)}|(?:${ARTICLES[language]})(?![${LETTERS}]))`, 'iu');
const OPENINGS = { en: openingOf('en'), de: openingOf('de'), fr: openingOf('fr'), es: openingOf('es') } as const;

/** The counted thing at the start of a text: a count or an article, its noun, and what belongs to it. */
export function nounPhraseAt(text: string, language: Language): NounPhrase | undefined {
  const count = OPENINGS[language].exec(text)?.[0];
  if (!count || text[count.length] !== ' ') return undefined;
  const words = wordsOf(text, count.length);
  const several = !ONE.test(count.replace(/ ?[x×]$/, ''));
  const found =
    language === 'en'
      ? english(words, several)
      : language === 'de'
        ? german(words, several)
        : romance(text, words, several, language);
  if (!found) return undefined;
  const { head, before, last } = found;
  const made = isMade(head.text, before?.text, text.slice(head.end + 1));
  if (!made && isNoThing(head.text)) return undefined;
  const copies = COPIES.test(head.text) ? COPIED.exec(text.slice(last.end)) : null;
  if (copies) return { end: last.end + copies[0].length, head: head.text, made: true };
  return { end: last.end + tailLength(text.slice(last.end), language), head: head.text, made };
}

/** Of what there are so many: "two bound copies of the report". */
const COPIES = /^(?:copies|copy|sets?|prints|pairs?|packs?|boxes|rolls)$/i;
const COPIED = /^ of (?:the |your |our |a |an )?[a-z]{3,}(?: [a-z]{3,})?(?= ?(?:[.,;:()|█\n]|$))/;

type Found = { head: Word; before: Word | undefined; last: Word };

/** In English the noun ends the phrase: of several things it is the first word in the plural, of one the last word. */
function english(words: readonly Word[], several: boolean): Found | undefined {
  let head: number | undefined;
  for (const [at, { text, end }] of words.slice(0, 6).entries()) {
    if (STOP.test(text)) break;
    const made = isMade(text, words[at - 1]?.text, words[at + 1]?.text);
    if (head !== undefined && !(made && words[head]?.end === end - text.length - 1)) break;
    // "41 Commercial St" is no 41 of them.
    if (several ? PLURAL.en.test(text) : made) head = at;
    else if (several && isNoThing(text) && !/^(?:seconds?|secs?|minutes?|mins?|hour|day|page|week|month)$/i.test(text))
      return undefined;
  }
  if (!several) {
    // "1 icon set": what stands last names the one thing.
    const stop = words.findIndex(({ text }) => STOP.test(text));
    const end = (stop < 0 ? words.length : stop) - 1;
    if (head === undefined || end - head <= 1) head = end;
    if (head > 3 || head < 0) return undefined;
  }
  const word = head === undefined ? undefined : words[head];
  return word && head !== undefined ? { head: word, before: words[head - 1], last: word } : undefined;
}

/** In German the noun has a capital, and what ends it says what it is. */
function german(words: readonly Word[], several: boolean): Found | undefined {
  for (const [at, word] of words.slice(0, 5).entries()) {
    const { text } = word;
    const next = words[at + 1];
    const goesOn = next && /^\p{Lu}/u.test(next.text) && isMade(next.text) && !STOP.test(next.text);
    if (STOP.test(text) && !/^\p{Lu}/u.test(text)) return undefined;
    if (goesOn) continue;
    if (several && /(?:ung|heit|keit|schaft|ion)$/u.test(text)) return undefined;
    if (/^\p{Lu}/u.test(text) || isMade(text)) return { head: word, before: words[at - 1], last: word };
    if (!/(?:e[nrsm]?|-|\d)$/u.test(text)) return undefined;
  }
  return undefined;
}

/** In French and Spanish the noun stands first, and behind it what agrees with it or names its kind. */
function romance(text: string, words: readonly Word[], several: boolean, language: 'fr' | 'es'): Found | undefined {
  const first = words.findIndex((word) => !BEFORE_NOUN.test(word.text));
  const head = words[first];
  if (!head || STOP.test(head.text) || (several && !PLURAL[language].test(head.text) && !isMade(head.text)))
    return undefined;
  const agrees = ({ text: word }: Word) =>
    several ? /(?:[^'’]s|x)$/iu.test(word) : !/(?:ment|mente)$/iu.test(word) && /^\p{Ll}/u.test(word);
  let last = head;
  for (let at = first + 1; at < words.length; at += 1) {
    const word = words[at];
    if (!word) break;
    const next = words[at + 1];
    // "montés et mixés", "cortado y pegado"
    if (/^(?:et|y)$/.test(word.text) && next && last !== head && isPast(last) && isPast(next)) {
      last = next;
      at += 1;
    } else if (STOP.test(word.text) || isNoThing(word.text)) break;
    else if (several && agrees(word)) last = word;
    else if (at > first + 2) break;
    else if (isEnd(text.slice(word.end), next) || (next && several && agrees(next) && !STOP.test(next.text)))
      last = word;
    else if (next && !STOP.test(next.text) && isEnd(text.slice(next.end), words[at + 2])) {
      last = next;
      break;
    } else break;
  }
  return { head, before: undefined, last };
}
const isPast = ({ text }: Word) => /(?:ée?s?|ie?s?|ue?s?|[aiu]d[oa]s?|t[oa]s?)$/iu.test(text);
const isEnd = (behind: string, next: Word | undefined) =>
  /^ ?(?:[.,;:()|/█+&–—\n\d€$£@]|$)/u.test(behind) || (next !== undefined && STOP.test(next.text));
