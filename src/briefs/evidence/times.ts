import type { Span } from '../passages/text.ts';
import { evidenceAround } from './evidence.ts';
import weights from './learned/times.json' with { type: 'json' };
import { chancesIn, type Weights } from './weights.ts';

/** The meanings a time of day can have: what is booked begins then, or not. */
export const TIME_MEANINGS = ['none', 'start'] as const;

/** A time of day in the readers' words. */
export type Told = Span & {
  readonly time: string | null;
  readonly minutes: number | null;
  readonly ends: boolean;
  readonly around: string;
};

const NEAR = [6, 20, 50, 120];

/** What speaks for the meaning of each time of day of a brief, in the order of the times. */
export function evidenceOfTimes(text: string, times: readonly Told[], dates: readonly Span[]): Set<string>[] {
  const known = [...new Set(times.flatMap(({ time }) => time ?? []))].sort();
  return times.map((told, at) => {
    const found = evidenceAround(text, told, times);
    found.add(`times:${Math.min(4, known.length)}`).add(`at:${Math.min(3, at)}`);
    found.add(`hour:${told.time?.slice(0, 2) ?? '?'}`);
    if (told.minutes) found.add('range');
    if (told.ends) found.add('ends');
    if (told.time && told.time === known[0]) found.add('earliest');
    if (told.time && told.time === known.at(-1)) found.add('latest');
    if (times.some((other) => other !== told && other.time === told.time)) found.add('again');
    if (/[,(] ?$/.test(text.slice(told.start - 2, told.start))) found.add('apart');
    const line = text.slice(text.lastIndexOf('\n', told.start - 1) + 1, told.start);
    if (!/\p{L}/u.test(line)) found.add('leading');
    const before = dates.findLast(({ end }) => end <= told.start);
    const gap = before ? told.start - before.end : Number.POSITIVE_INFINITY;
    const broken = before && text.slice(before.end, told.start).includes('\n');
    found.add(`day:${NEAR.findIndex((limit) => gap < limit)}${broken ? '¶' : ''}`);
    const behind = dates.find(({ start }) => start >= told.end);
    found.add(`next:${behind ? NEAR.findIndex((limit) => behind.start - told.end < limit) : '-'}`);
    return found.add('any');
  });
}

/** How likely it is that what is booked begins at each time. */
export const chancesOfTimes = (text: string, times: readonly Told[], dates: readonly Span[]): number[] =>
  evidenceOfTimes(text, times, dates).map(
    (evidence) => chancesIn(weights as Weights, evidence)[TIME_MEANINGS.indexOf('start')] ?? 0,
  );
