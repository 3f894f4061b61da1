/** A time stamp before a speaker's name: `[09:14] `, `12.01.27, 14:03 - `. It is no day of the work. */
const STAMP =
  /^[[(]?\d[\d./:, -]{3,22}(?:(?: à| at| um| a las)? ?\d{1,2}[:.h]\d{2}(?::\d{2})?)?(?: ?[ap]\.? ?m\.?)?[\])]?(?: ?[-–] ?| )(?=[\p{L}~][\p{L}'’. -]{0,40}(?: \([^)\n]{2,60}\))? ?: )/gimu;
/** "[Mar 7, 21:02] ": any stamp in brackets with a clock in it. */
const BRACKETED = /^[[(](?=[^\])\n]{0,24}\d[:.h]\d{2})[^\])\n]{3,30}[\])] ?(?=[\p{L}~][\p{L}'’. -]{0,40} ?: )/gmu;
const CLOCK = '\\d{1,2}[:.h]\\d{2}(?::\\d{2})?(?: ?[ap]\\.?m\\.?)?(?: uhr)?';
const DAY =
  "(?:(?:today|yesterday|heute|gestern|hier|aujourd[’']hui|hoy|ayer|\\p{L}{2,9}day)(?: at| um| à| a las)?|\\d{1,4}[./-]\\d{1,2}(?:[./-]\\d{2,4})?),? ?";
/** "Renee Castillo  9:14 AM", "renee — Today at 9:14", "Renee, [12.04.27 09:14]" on a line of its own, as chat programs copy. */
const NAME_LINE = new RegExp(
  `^(\\p{L}[\\p{L}'’.-]{0,20}(?: \\p{L}[\\p{L}'’.-]{0,25}){0,2}),?(?: [—–-])? ?[[(]?(?:${DAY})?${CLOCK}[\\])]?:?\\n`,
  'gimu',
);
/** "Renee Castillo 10:02 text" on one line each. */
const SPEAKS_AT = new RegExp(
  `^@?(\\p{Lu}[\\p{L}'’.-]{0,20}(?: \\p{Lu}[\\p{L}'’.-]{0,25}){0,3}) ${CLOCK} (?=\\S)`,
  'gmu',
);
const clocked = (text: string): string => {
  const who = [...text.matchAll(SPEAKS_AT)].map((match) => match[1]);
  return who.length >= 3 && new Set(who).size < who.length ? text.replace(SPEAKS_AT, '$1: ') : text;
};

/** "Renee — text", a line each. */
const DASHED = /^(\p{Lu}[\p{L}'’.-]{1,20}(?: \p{Lu}[\p{L}'’.-]{1,25})?) ?(?:[—–>»|]|->) (?=\S)/gmu;

/** A thread whose speakers stand before a dash: some speaker comes again, and nearly every line has one. */
function undashed(text: string): string {
  const who = [...text.matchAll(DASHED)].map((match) => match[1]);
  const lines = text.split('\n').filter((line) => line.trim() !== '').length;
  const thread = who.length >= 3 && new Set(who).size < who.length && new Set(who).size > 1 && who.length * 2 > lines;
  return thread ? text.replace(DASHED, '$1: ') : text;
}

/** A thread without its time stamps, each speaker before a colon. */
export const withoutStamps = (text: string): string =>
  clocked(undashed(text.replace(STAMP, '').replace(BRACKETED, '').replace(NAME_LINE, '$1: ')));
