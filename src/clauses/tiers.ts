import type { TemplateContent } from './template.ts';

type Cancellation = TemplateContent['head']['defaults']['cancellation'];
type Tier = Extract<Cancellation, { kind: 'tiers' }>['tiers'][number];

const TIER = /^(\d{1,4}) ?(days?|hours?) ?(?:before)? ?[:=,-]? ?(\d{1,3})(?:[.,](\d{1,3}))? ?%$/i;

/** A step as it is written and read: `14 days: 50%`. */
export function lineOfTier({ within, unit, percentMilli }: Tier): string {
  return `${within} ${within === 1 ? unit.slice(0, -1) : unit}: ${percentMilli / 1000}%`;
}

/** As far ahead as terms can say it. */
const WITHIN_MAX = 1_000;

/** The steps that lines say, or undefined when one can't be read or two are for one time. */
export function tiersFrom(typed: string): Tier[] | undefined {
  const lines = typed
    .split('\n')
    .map((line) => line.trim().replace(/\s+/g, ' '))
    .filter(Boolean);
  const tiers = lines.flatMap((line): Tier[] => {
    const [, within = '', unit = '', whole = '', part = ''] = TIER.exec(line) ?? [];
    const percentMilli = Number(whole) * 1000 + Number(part.padEnd(3, '0'));
    const good = Number(within) > 0 && Number(within) <= WITHIN_MAX && percentMilli >= 1 && percentMilli <= 100_000;
    return good ? [{ within: Number(within), unit: /^d/i.test(unit) ? 'days' : 'hours', percentMilli }] : [];
  });
  const times = new Set(tiers.map(({ within, unit }) => (unit === 'days' ? within * 24 : within)));
  return times.size === lines.length && tiers.length > 0 && tiers.length <= 8 ? tiers : undefined;
}
