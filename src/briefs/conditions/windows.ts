import type { CancellationTier } from '../../contracts/tiers.ts';
import { passageOf } from '../passages/passage.ts';
import type { Span } from '../passages/text.ts';
import { type Owed, owedIn, owesAll, tierOf } from './owed.ts';

/** A length of time before the work, within which calling off costs something. */
type Window = Span & { readonly days: number; readonly hours?: number };

/** How far a sentence is looked at to either side. */
const REACH = 200;
const TIERS_MAX = 8;

/** Each window with what is owed within it: what stands behind it up to the next, or else before it. None where one has nothing. */
export function tiersOf(
  text: string,
  windows: readonly Window[],
  home: string,
): (Span & { readonly tier: CancellationTier })[] {
  if (windows.length > TIERS_MAX) return [];
  // What is owed within one window is not owed within the next as well.
  let told = 0;
  const tiers = windows.flatMap((window, at) => {
    const next = windows[at + 1]?.start ?? text.length;
    const before = Math.max(told, windows[at - 1]?.end ?? 0);
    const owed = owedFor(text, window, { before, next, home });
    if (!owed) return [];
    told = owed.end;
    const start = Math.min(window.start, owed.start);
    const end = Math.max(window.end, owed.end);
    const time = window.hours
      ? ({ within: window.hours, unit: 'hours' } as const)
      : ({ within: window.days, unit: 'days' } as const);
    return [{ tier: tierOf(time, owed), start, end, text: text.slice(start, end) }];
  });
  return tiers.length === windows.length ? tiers : [];
}

type Bounds = { readonly before: number; readonly next: number; readonly home: string };

function owedFor(text: string, window: Window, { before, next, home }: Bounds): Owed | undefined {
  const { lead, rest } = passageOf(text, window, REACH);
  const from = Math.max(before, window.start - lead.length);
  const to = Math.min(next, window.end + rest.length);
  const owes = ({ percentMilli = 0, minor = 0n }: Owed) =>
    (percentMilli > 0 && percentMilli <= 100_000) || (minor > 0n && percentMilli === 0);
  const placed = (stretch: string, at: number) =>
    owedIn(stretch, home)
      .filter(owes)
      .map((one) => ({ ...one, start: one.start + at, end: one.end + at }));
  const behind = text.slice(window.end, to);
  const ahead = text.slice(from, window.start);
  const found = placed(behind, window.end)[0] ?? placed(ahead, from).at(-1);
  if (found) return found;
  const all = owesAll(behind)
    ? { start: window.end, end: to }
    : owesAll(ahead)
      ? { start: from, end: window.start }
      : undefined;
  return all && { ...all, text: text.slice(all.start, all.end), percentMilli: 100_000 };
}
