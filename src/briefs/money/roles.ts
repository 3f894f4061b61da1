import type { Amount } from './amounts.ts';
import { type Around, aroundOf } from './around.ts';
import { isMoney, isSerial } from './bare-figures.ts';
import { isCapped } from './caps.ts';
import { isLessBefore } from './changed-price.ts';
import { countedUnit } from './counted.ts';
import { isOthers, isThing, THING } from './others.ts';
import { piecesBefore } from './pieces.ts';
import { AFTER, BEFORE, LABELS, type Role } from './role-words.ts';

/** "EUR 480 ex vat per month": what the amount is for stands behind the tax. */
export const afterTax = (after: string) =>
  after.replace(
    /^ ?(?:netto|net|brutto|gross)?(?: ?(?:ex|excl\.?|incl\.?|plus|\+|net of) ?(?:\d{1,2} ?% ?)?(?:vat|gst|hst|tax))? (?=per |a |an |each|monthly|hourly|daily|\/)/,
    ' ',
  );

/** What is spent on advertising by the month is nobody's fee. */
const AD_SPEND =
  /(?<![\p{L}])(?:(?:ads?|advertising|media|boost\p{L}*) (?:spend\p{L}*|budgets?|costs?)|budget (?:pub\p{L}*|média)|presupuesto de (?:pauta|publicidad|anuncios)|(?:werbe|anzeigen|media)(?:budget|etat|kosten|mittel))(?![\p{L}])[^;\n]{0,60}$/u;

/** "Hosting, 14 € a month", "l'hébergement (18 € par mois)". */
const THING_AHEAD = new RegExp(
  `(?<!\\p{L})(?:${THING}|hébergement|alojamiento web|abonnement|miete)[,:(]? ?\\(?$`,
  'u',
);

/** Beyond what the price covers, or only if something comes to pass. */
const BEYOND =
  /\b(?:after that|thereafter|afterwards|beyond|further(?! to\b)|additional|extra|overtime|otherwise|more (?:rounds?|hours?|changes|revisions)|if (?:more|longer)|each more|on top)\b|\bthen(?: it['’]?s| at)? ?$/;

/** Behind the clause with the last share or sum, or with a tax on top: what was said there is of that. */
const afterFigure = (lead: string): number =>
  Math.max(
    0,
    ...[...lead.matchAll(/(?:\d ?%|[€$£]|\b(?:eur|usd|gbp|chf)\b|\b(?:vat|tax|gst)\b)[^,;]*[,;]/g)].map(
      ({ index, 0: said }) => index + said.length,
    ),
  );

/** "Hourly, 68 CAD". */
const BY_UNIT =
  /(?:^|[,;] ?)(?:hourly|daily|monthly|by the (?:hour|day|month|session)|per (?:hour|day|month|session)), ?(?:at |for )?$/;

/** What is owed when the work ends early or is paid late. */
const ENDED = /^.*\b(?:cancel\w*|calls? it off|no-?show|late fee|kill fee)\b/s;
/** How late, or what else: such a clause goes on about it. */
const STEP =
  /\b(?:within|less|under|inside|\d+ (?:days?|weeks?|hours?)|notice|if|or|otherwise|then|after|later|before|late|else)\b/;

/** "Cancelling within 7 days costs 50%, 8 sessions at EUR 150 each": what is owed was said, and a clause of its own has a price. */
function isPastEnded({ lead, before, after, label }: Around): boolean {
  const since = lead.replace(ENDED, '');
  const from = Math.max(since.lastIndexOf(', '), since.lastIndexOf('; '));
  // "60% if cancelled": the share may stand before the word, in its clause.
  const ahead = /\d ?%[^,;%]*$/.test(lead.slice(0, lead.length - since.length));
  const behind = /\d ?%|[€$£] ?\d|\d ?(?:€|eur|usd|gbp|chf)|\b(?:half|full|all)\b/.test(since.slice(0, from));
  const told = from >= 0 && (ahead || behind);
  if (!told || STEP.test(since.slice(from))) return false;
  const named = namedBy({ before, after: afterTax(after), label, lead: since.slice(from), sentence: '', rest: '' });
  return named === 'rate' || named === 'fee' || named === 'total';
}

/** "The deposit is half, so 800": what a share of the price comes to. */
const SHARE_IS =
  /(?:\b(?:half|hälfte|moitié|mitad|third|drittel|tiers|tercio)|\d ?%)(?: (?:up-? ?front|down|ahead|vorab|now|of (?:it|that)))?,? ?(?:so|also|i\.e\.|that is|meaning|soit|donc|o sea|es decir|=) ?$/;

/** What an amount is for, by the words beside it, the label of its line, and whose it is. */
export function roleOf(text: string, amount: Amount): Role {
  const around = aroundOf(text, amount);
  const after = afterTax(around.after);
  if (ENDED.test(around.lead) && !isPastEnded(around)) return 'extra';
  const figure = Boolean(amount.currency) || amount.times > 1;
  if (figure && SHARE_IS.test(around.lead)) return 'deposit';
  if (!figure && isSerial(amount)) return 'bare';
  // Spaces group digits only beside a currency: "2 100 photos" is no number a contract may rest on.
  if (!figure && amount.digits.includes(' ')) return 'bare';
  const lessened = figure && isLessBefore(around.lead);
  const said = lessened ? undefined : namedBy({ ...around, after });
  const named = said !== 'rate' && figure && isCapped(around.lead) ? 'limit' : said;
  if (!figure && !isMoney(text, amount, around, after)) return 'bare';
  if (named === undefined && BY_UNIT.test(around.lead)) return 'rate';
  if (named === 'rate' && (isOthers(around) || isThing(around) || THING_AHEAD.test(around.lead))) return 'extra';
  if (named === 'rate' && AD_SPEND.test(around.lead)) return 'extra';
  if (named === 'rate' && BEYOND.test(around.lead.slice(afterFigure(around.lead)))) return 'overage';
  if (named === 'deposit' || named === 'part' || named === 'rate' || named === 'limit') return named;
  const strong = named === 'total' || named === 'fee';
  if (named && !strong) return named;
  if (isThing(around) && !lessened) return 'extra';
  if (isOthers(around) && !(strong && around.label !== '')) return 'other';
  return named ?? 'plain';
}

function namedBy({ before, after, label, lead }: Around): Role | undefined {
  const strict = BEFORE.find(([role, pattern]) => role !== 'total' && role !== 'fee' && pattern.test(before))?.[0];
  if (strict === 'other') return strict;
  const follows = AFTER.find(([, pattern]) => pattern.test(after))?.[0];
  if (!strict && (countedUnit(lead) || piecesBefore(lead))) return 'rate';
  const role = (follows === 'rate' && strict !== 'limit' ? follows : undefined) ?? strict ?? follows;
  const labelled = label ? LABELS.find(([, pattern]) => pattern.test(label))?.[0] : undefined;
  if (labelled && (!role || role === 'total' || role === 'fee')) return labelled;
  return role ?? BEFORE.find(([, pattern]) => pattern.test(before))?.[0];
}
