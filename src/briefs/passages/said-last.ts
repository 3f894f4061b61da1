import { lettered } from './letters.ts';
import { passageOf } from './passage.ts';
import type { Span } from './text.ts';
import { turnsIn } from './turns.ts';

/** What was, what is usual, what one side wanted: right before the words in question. */
const NO_MORE_BEFORE = lettered(
  String.raw`(?<![\p{L}])(?:used to be|was|were|no longer|not|instead of|rather than|usual(?:ly)?|normal(?:ly|erweise|ement|mente)?|previous(?:ly)?|old|wanted|asked for|früher|bisher|sonst|üblich\p{L}*|eigentlich|statt|nicht|wollte|avant|d['’]habitude|en général|au lieu de|pas|voulait|demandait|antes|en general|suele\p{L}*|habitual\p{L}*|en vez de|no|quería|pedía|tu disais|vous disiez|you said|du sagtest|decías) (?:[^,.;\n]{0,24})$`,
  'iu',
);
const NO_MORE_AFTER = lettered(
  String.raw`^ ?(?:\p{L}+ ){0,2}(?:is too|was too|used to|wouldn['’]t|no longer|zu lang|ist zu|c['’]est trop|es demasiado|en général|normalement|normally|usually|sonst|en general|normalmente|habitualmente|was what)`,
  'iu',
);
/** Words that take back what was said before. */
const RATHER = lettered(
  String.raw`(?<![\p{L}])(?:ok(?:ay)?|no|actually|sorry|rather|make (?:it|that)|I mean|correction|agreed(?: on)?|settled on|in the end|now|but|nein|doch|sondern|besser gesagt|genauer|geeinigt|vereinbart|abgemacht|jetzt|aber|mais|non|plutôt|pardon|enfin|finalement|mettons|maintenant|pero|mejor|perdón|digo|al final|quedamos|ahora)(?![\p{L}])`,
  'iu',
);
/** Another paper, or another mouth, says otherwise: nobody took it back. */
const OTHERWISE = lettered(
  String.raw`(?<![\p{L}])(?:or|oder|ou|o|says?|said|states?|sagt|steht|laut|dit|dice|pone|según|selon|while|whereas)(?![\p{L}])`,
  'iu',
);
/** How far on something is said again. */
const NEAR = 80;

/**
 * Of several values the one that holds: not what used to be, was usual or was asked for; in a thread what was said last and the
 * other side went on with; in one breath what took the first back.
 */
export function latestOf<T extends Span>(text: string, all: readonly T[], of: (one: T) => unknown): readonly T[] {
  const distinct = (some: readonly T[]) => new Set(some.map(of)).size;
  if (distinct(all) < 2) return all;
  const kept = all.filter((one) => !isNoMore(text, one));
  const standing = kept.length > 0 ? kept : all;
  if (distinct(standing) < 2) return standing;
  const last = standing.at(-1);
  const before = standing.findLast((one) => last && of(one) !== of(last));
  if (!last || !before) return standing;
  const between = text.slice(before.end, last.start + 1);
  const takenBack =
    between.length <= NEAR && RATHER.test(between) && !OTHERWISE.test(between) && !between.includes('\n\n');
  if (takenBack) return standing.filter((one) => of(one) === of(last));
  return agreedAmong(text, standing, of) ?? standing;
}

function isNoMore(text: string, span: Span): boolean {
  const { lead, rest } = passageOf(text, span);
  return NO_MORE_BEFORE.test(lead.slice(-60)) || NO_MORE_AFTER.test(rest.slice(0, 40));
}

/** In a thread the value said last counts, where the other side goes on without another one. */
function agreedAmong<T extends Span>(
  text: string,
  all: readonly T[],
  of: (one: T) => unknown,
): readonly T[] | undefined {
  const turns = turnsIn(text);
  const turnOf = ({ start }: T) => turns.findIndex((turn) => start >= turn.start && start < turn.end);
  const last = Math.max(...all.map(turnOf));
  const speaker = turns[last]?.who;
  if (last < 1 || !turns.slice(last + 1).some(({ who }) => who !== speaker)) return undefined;
  const said = all.filter((one) => turnOf(one) === last);
  return new Set(said.map(of)).size === 1 ? said : undefined;
}
