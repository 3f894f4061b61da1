import { wordsOf } from '../parties/bodies.ts';
import type { Mention } from '../parties/mentions.ts';
import { isGiven } from '../parties/shapes.ts';
import { type Candidate, ENOUGH } from '../parties/weigh.ts';
import type { Span } from '../passages/text.ts';

const within = (from: number, to: number, value: number) => Math.max(from, Math.min(to, value));
const even = (value: number) => Math.floor(value / 2) * 2;
/** Shorter words stand in many names. */
const TELLING = 4;

/** What a name says by itself and among the other names and addresses of a brief. */
export function nameEvidence(
  said: string,
  names: readonly Candidate[],
  emails: readonly Span[],
): (name: Candidate) => string[] {
  const points = (kind: Candidate['kind']) =>
    names
      .filter((one) => one.kind === kind && !one.aside)
      .map((one) => one.points)
      .sort((a, b) => b - a);
  const best = { person: points('person'), company: points('company') };
  const several = (kind: Candidate['kind']) =>
    names.filter((one) => one.kind === kind && one.name.includes(' ')).length > 1;
  const isWhole = ({ mentions, name }: Candidate) =>
    name.includes(' ') && mentions.some(({ shape }) => shape === 'person');
  const whole = names.filter(isWhole).length;
  const many = { person: several('person'), company: several('company') };
  const small = new Set(said.match(/(?<!\p{L})\p{Ll}[\p{L}-]+/gu));
  const bearers = new Map<string, Candidate[]>();
  for (const one of names)
    for (const word of wordsOf(one.name).filter((each) => each.length >= TELLING))
      bearers.set(word, [...(bearers.get(word) ?? []).slice(0, 5), one]);
  const addresses = emails.slice(0, 12).map(({ text }) => text.toLowerCase().split('@'));
  return (one) => {
    const { kind, mentions, name } = one;
    const words = wordsOf(name);
    const telling = words.filter((word) => word.length >= TELLING);
    const other = kind === 'person' ? 'company' : 'person';
    const [first = 0, second = 0] = best[kind];
    const lead = one.points - (one.points === first ? second : first);
    return [
      `kind:${kind}`,
      `points:${kind}:${within(-2, 12, even(one.points))}`,
      `lead:${kind}:${one.points >= ENOUGH}:${within(-8, 8, even(lead))}`,
      `several:${kind}:${many[kind]}`,
      `other:${within(-2, 10, Math.floor(best[other][0] ?? -2))}`,
      `names:${within(1, 4, names.length)}`,
      `words:${within(1, 4, words.length)}`,
      `mentions:${within(1, 3, mentions.length)}`,
      ...(isGiven(words[0] ?? '') ? ['given'] : []),
      ...mentions
        .slice(0, 2)
        .map(({ shape }) => `shape:${shape}:${whole > (isWhole(one) ? 1 : 0)}:${(best.person[0] ?? 0) >= ENOUGH}`),
      `head:${words[0]}`,
      `tail:${words.at(-1)}`,
      ...mentions.flatMap(({ shape, formed, titled }) => [
        `shape:${shape}:${words.length > 1}`,
        ...(formed ? ['formed'] : []),
        ...(titled ? ['titled'] : []),
      ]),
      ...(words.length === 1 ? [`ends:${name.slice(-3).toLowerCase()}`] : []),
      ...(words.length === 1 && small.has(name.toLowerCase()) ? ['noun'] : []),
      ...(/^\p{Lu}[\p{Lu} ]+$/u.test(name) ? ['capitals'] : []),
      ...(/^\p{Ll}/u.test(name) ? ['small', `small:${kind}`] : []),
      // "Pascal Kornblum" and "Bäckerei Kornblum": a house bears its owner's name.
      ...telling.flatMap((word) =>
        (bearers.get(word) ?? []).flatMap((bearer) => (bearer === one ? [] : [`shares:${kind}:${bearer.kind}`])),
      ),
      ...addresses.flatMap(([local = '', domain = '']) => [
        ...(telling.some((word) => domain.includes(word)) ? [`host:${kind}`] : []),
        ...(telling.some((word) => local.includes(word)) ? [`local:${kind}`] : []),
      ]),
    ];
  };
}

type Placed = Mention & { readonly of: Candidate };

/** Where a name stands, and what stands beside it. */
export function placeEvidence(
  said: string,
  { start, end, shape }: Mention,
  [previous, next]: readonly [Placed | undefined, Placed | undefined],
): string[] {
  const [before, after] = [said.slice(Math.max(0, start - 3), start), said.slice(end, end + 3)];
  const [ahead, behind] = [markOf(before, before.trimEnd().slice(-1)), markOf(after, after.trimStart().slice(0, 1))];
  const line = said.slice(said.lastIndexOf('\n', start - 1) + 1, start);
  const alone = line.trim() === '' && /^[^\S\n]*(?:\n|$)/.test(said.slice(end, end + 8));
  const rest = said.length - end;
  return [
    `pre:${ahead}`,
    `post:${behind}`,
    `around:${ahead}${behind}`,
    ...(alone ? ['line'] : []),
    ...(start < 3 ? ['opens'] : []),
    rest < 3 ? 'closes' : rest < 60 ? 'near-end' : rest < 200 ? 'late' : 'not-late',
    said.includes('\n') ? `line:${lineOf(said, start)}` : 'one-line',
    ...joined(`prev:${shape}`, previous, previous && said.slice(previous.end, start)),
    ...joined(`next:${shape}`, next, next && said.slice(end, Math.max(end, next.start))),
  ];
}

/** 1 to 3: further down says no more. */
function lineOf(said: string, start: number): number {
  const first = said.indexOf('\n');
  if (first < 0 || first >= start) return 1;
  const second = said.indexOf('\n', first + 1);
  return second < 0 || second >= start ? 2 : 3;
}

function joined(side: string, other: Placed | undefined, gap: string | undefined): string[] {
  if (!other || gap === undefined || gap.length > 30) return [`${side}:far`];
  const { points } = other.of;
  const kind = other.shape;
  const link = gap.length < 14 ? gap.replace(/\d+/g, '#').replace(/\n+/g, '¶').toLowerCase() : '…';
  return [
    `${side}:${kind}:${link}`,
    `${side}:${kind}:${points >= ENOUGH}`,
    ...(gap.includes('\n') ? [] : [`${side}:${kind}`]),
  ];
}

function markOf(around: string, mark: string): string {
  if (around.includes('\n')) return '¶';
  if (mark === '') return '^';
  if (/\p{L}/u.test(mark)) return 'w';
  return /\d/.test(mark) ? '#' : /[,.:;!?()<>|•*–—-]/.test(mark) ? mark : 'mark';
}
