/** Where a mail begins to quote the one it answers. */
const ATTRIBUTION =
  /^>? ?(?:On .{6,160} wrote|Am .{6,160} schrieb.{0,80}|Le .{6,160} a écrit|El .{6,160} escribió|.{2,80} (?:wrote|schrieb|a écrit|escribió)) ?:$/iu;
const ORIGINAL =
  /^>? ?[-_]{2,} ?(?:original message|original e-?mail|ursprüngliche nachricht|originalnachricht|message d['’]origine|message initial|mensaje original|correo original) ?[-_]{2,}$/i;
const FORWARDED = /forwarded|weitergeleitet|transféré|reenviado/i;
const FROM = /^>? ?(?:from|von|de) ?: .{2,}/i;
const HEADER =
  /^>? ?(?:sent|date|to|subject|gesendet|datum|an|betreff|envoyé|date|à|objet|enviado|fecha|para|asunto) ?: /i;
const MONEY =
  /[€$£₹¥]|\d ?k\b|\b(?:eur|usd|gbp|chf|cad|aud|nzd|sgd|inr|mxn|euros?|pounds?|dollars?|franken|francs|pesos|quid|dólares)\b/i;

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

const SUBJECT_FORWARDED = /^[ >]*(?:subject|betreff|objet|asunto) ?: ?(?:fwd?|wg|tr|rv) ?:/i;
const unmarked = (line: string) => line.replace(/^(?: ?>)+ ?/, '');

/** Of a forwarded mail the one inside, where it names a price: who forwards it only passes it on. */
function forwardedIn(lines: readonly string[]): string[] | undefined {
  if (!lines.slice(0, 8).some((line) => FORWARDED.test(line) || SUBJECT_FORWARDED.test(line))) return undefined;
  const plain = lines.map(unmarked);
  const inner = plain.findLastIndex((line, at) => at > 0 && FROM.test(line) && line.includes('@'));
  const rest = plain.slice(inner);
  return inner > 0 && rest.some((line) => /\d/.test(line) && MONEY.test(line)) ? rest : undefined;
}

/**
 * A pasted mail without the older one that it quotes, where the newer one names a price itself; else both, without the marks of
 * quoting. A thread comes without its time stamps.
 */
export function withoutQuoted(text: string): string {
  const all = text.split('\n');
  const lines = forwardedIn(all) ?? all;
  const fresh: string[] = [];
  let quoting = false;
  let body = false;
  for (const [at, line] of lines.entries()) {
    const next = lines.slice(at + 1, at + 4);
    const header = FROM.test(line) && next.some((each) => HEADER.test(each));
    if (
      ORIGINAL.test(line) ||
      (header && body && !lines.slice(Math.max(0, at - 2), at).some((each) => FORWARDED.test(each)))
    )
      quoting = true;
    const quoted = quoting || /^ ?>/.test(line) || ATTRIBUTION.test(line.trim());
    if (quoted) continue;
    fresh.push(line);
    if (line.trim() !== '' && !header && !FROM.test(line) && !HEADER.test(line) && !FORWARDED.test(line)) body = true;
  }
  const rest = fresh.join('\n').trim();
  const priced = rest.length > 0 && /\d/.test(rest) && MONEY.test(rest);
  const said = priced ? rest : lines.map(unmarked).join('\n');
  return clocked(undashed(said.replace(STAMP, '').replace(BRACKETED, '').replace(NAME_LINE, '$1: ')));
}
