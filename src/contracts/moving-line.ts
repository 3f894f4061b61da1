import { formatMoney, money } from '../shared/money.ts';
import { unlessRefused } from '../shared/refusal.ts';
import { timesWords } from './calling-off.ts';
import { depositFrom } from './form-deposit.ts';
import { countWords } from './moving-wording.ts';
import { currencyIn, shareWords, type Terms } from './terms.ts';
import { hoursOf, type MovingFee, Rescheduling, spanWords } from './tiers.ts';

type Before = { readonly within: number; readonly unit: 'days' | 'hours' };
type Worth = { readonly percentMilli?: number | undefined; readonly minor?: bigint | undefined };

/** What was agreed on moving a booking, on one line: `once free with 30 days’ notice, otherwise 25%`. */
export function movingLine(
  { free, notice, months, fee, tiers = [] }: Rescheduling,
  sum: (minor: bigint) => string,
): string {
  const worth = ({ percentMilli = 0, minor }: Worth) => (minor === undefined ? shareWords(percentMilli) : sum(minor));
  const later = [...tiers].sort((a, b) => hoursOf(b) - hoursOf(a));
  const never = free === 0 && !fee;
  const told = notice && !never ? noticeWords(notice) : '';
  const first =
    free === 0
      ? never
        ? 'not possible'
        : told
      : [free === undefined ? 'free' : `${timesWords(free)} free`, told].filter(Boolean).join(' ');
  return [
    first,
    months === undefined ? '' : `to a day within ${countWords(months, 'month')}`,
    fee ? `${free === 0 ? '' : 'otherwise '}${worth(fee)}` : '',
    ...later.map((tier) => `${worth(tier)} within ${spanWords(tier)}`),
  ]
    .filter(Boolean)
    .join(', ');
}

/** The same with its sums in full, for card, page and paper. */
export function movingSummary(terms: Terms): string | undefined {
  const said = terms.rescheduling?.value;
  const line = said && movingLine(said, (minor) => formatMoney(money(minor, currencyIn(terms))));
  return line && `${line.charAt(0).toUpperCase()}${line.slice(1)}`;
}

function noticeWords({ within, unit }: Before): string {
  if (within === 0) return 'at any time';
  return `with ${within} ${unit.slice(0, -1)}${within === 1 ? '’s' : 's’'} notice`;
}

const FREE = /^(?:(once|twice|(\d{1,2}) times|any number of times) )?free(?: (with .+ notice|at any time))?$/i;
const NOTICE = /^with (\d{1,4}) (day|hour)(?:['’]?s|s['’]) notice$/i;
const MONTHS = /^to a (?:new )?da(?:y|te) within (\d{1,2}) months?$/i;
const STEP = /^(.+?) within (\d{1,4}) (day|hour)s?$/i;
const TIMES: Readonly<Record<string, number | null>> = { once: 1, twice: 2, 'any number of times': null };

/** The term that a line says in the shape it is shown in; undefined where a part of it is of another. */
export function movingFrom(words: string, currency: string): Rescheduling | undefined {
  if (/^not possible\.?$/i.test(words.trim())) return { free: 0 };
  const parts = words
    .trim()
    .replace(/\.$/, '')
    .split(/[,;]\s+/);
  const said: { -readonly [Name in keyof Rescheduling]: Rescheduling[Name] } = {};
  for (const part of parts) if (!taken(said, part, currency)) return undefined;
  if (said.fee && !parts.some((part) => FREE.test(part))) said.free = 0;
  return Rescheduling.safeParse(said).data;
}

/** Puts on what one part of a line says, unless something said it before. */
function taken(said: Rescheduling, part: string, currency: string): boolean {
  const [free, times, count, told] = FREE.exec(part) ?? [];
  const put = (values: Rescheduling) => {
    if (Object.keys(values).some((name) => name in said)) return false;
    Object.assign(said, values);
    return true;
  };
  if (free) {
    const often = count ? { free: Number(count) } : times ? { free: TIMES[times.toLowerCase()] ?? null } : {};
    const notice = told ? noticeFrom(told) : undefined;
    if (told && !notice) return false;
    return put({ ...often, ...(notice && { notice }) });
  }
  const notice = noticeFrom(part);
  if (notice) return put({ notice });
  const months = MONTHS.exec(part)?.[1];
  if (months) return put({ months: Number(months) });
  const [, worth, within, unit = ''] = STEP.exec(part) ?? [];
  const fee = feeFrom(worth ?? part.replace(/^otherwise /i, ''), currency);
  if (!fee || !within) return fee ? put({ fee }) : false;
  said.tiers = [...(said.tiers ?? []), { within: Number(within), unit: unitOf(unit), ...fee }];
  return true;
}

const unitOf = (unit: string) => (unit.toLowerCase() === 'day' ? ('days' as const) : ('hours' as const));

function noticeFrom(words: string): Before | undefined {
  if (/^at any time$/i.test(words)) return { within: 0, unit: 'days' };
  const [, within, unit = ''] = NOTICE.exec(words) ?? [];
  return within ? { within: Number(within), unit: unitOf(unit) } : undefined;
}

function feeFrom(worth: string, currency: string): MovingFee | undefined {
  const share = unlessRefused(() => depositFrom(worth, currency));
  if (!share || share.kind === 'none') return undefined;
  return share.kind === 'sum' ? { minor: share.minor } : { percentMilli: share.percentMilli };
}
