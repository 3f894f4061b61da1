import { lettered } from '../passages/letters.ts';
import { type Span, spanOf } from '../passages/text.ts';
import { NO_CHARGE } from './moving-words.ts';

const MOVE_WORD =
  're-?schedul\\p{L}*|date changes?|changes? of date|moves?|changes?|postponements?|verschieb\\p{L}*|umbuch\\p{L}*|verleg\\p{L}*|terminänder\\p{L}*|termin(?:wechsel|verschieb\\p{L}*)|reports?|changements? de date|décalages?|cambios? de (?:fecha|día)|aplazamientos?|reprogramaci\\p{L}+';
/** A count, and what is counted so far where one of them is named: “two moves”, “the second move”. */
const NUMBERS: readonly (readonly [count: string, ordinal: string, number])[] = [
  ['one|an?|a single|1|eine?|einmalig\\p{L}*|un|une|una|uno', 'first|1st|erste|première?|primer[oa]?', 1],
  ['two|2|zwei|deux|dos', 'second|2nd|zweite|deuxième|second|segund[oa]', 2],
  ['three|3|drei|trois|tres', 'third|3rd|dritte|troisième|tercer[oa]?', 3],
  ['four|4|vier|quatre|cuatro', 'fourth|4th|vierte|quatrième|cuart[oa]', 4],
];
const before = '(?<![\\p{L}\\d])';
const behind = '(?![\\p{L}\\d])';
const pattern = (source: string) => lettered(`${before}(?:${source})${behind}`, 'giu');

/** "One free move", "zwei kostenlose Umbuchungen", "un report gratuit": a count of moves that cost nothing. */
const COUNTED = NUMBERS.map(
  ([said, ordinal, count]) =>
    [
      pattern(
        `(?:${said})(?: \\p{L}+)?(?: (?:${NO_CHARGE}))(?: \\p{L}+){0,2} (?:${MOVE_WORD})|(?:${said}) (?:${NO_CHARGE}) (?:${MOVE_WORD})|(?:${said}|${ordinal}) (?:${MOVE_WORD})(?= (?:\\p{L}+ ){0,3}(?:${NO_CHARGE}))|(?:${said}) (?:${NO_CHARGE})(?= ?(?:[,;.]|$))`,
      ),
      count,
    ] as const,
);
const TIMES: readonly (readonly [RegExp, number | null])[] = [
  [pattern('once|one time|einmal(?:ig)?|1 ?[x×]|(?:une|a|1) (?:seule )?fois|(?:una|a|1) (?:sola )?vez'), 1],
  [pattern('twice|two times|zweimal|2 ?[x×]|(?:deux|2) fois|(?:dos|2) veces'), 2],
  [pattern('three times|dreimal|3 ?[x×]|(?:trois|3) fois|(?:tres|3) veces'), 3],
  [pattern('four times|viermal|4 ?[x×]|(?:quatre|4) fois|(?:cuatro|4) veces'), 4],
  [
    pattern(
      `(?:(?:the )?first|(?:die )?erste|(?:le )?premier|(?:el )?primer)(?: (?:${MOVE_WORD}|one|time))?(?: (?:is|for|ist|est|es))?(?= (?:${NO_CHARGE}))`,
    ),
    1,
  ],
  [
    pattern(
      'any number of times|as (?:often|many times) as (?:\\p{L}+ ){1,3}\\p{L}+|unlimited(?: times)?|beliebig oft|so oft (?:sie|ihr|du|man) (?:wollen|wollt|willst|will|möchten)|unbegrenzt(?: oft)?|autant de fois (?:que \\p{L}+)?|sans limite|(?:todas las|cuantas) veces(?: que)? \\p{L}+|sin límite|ilimitad\\p{L}*',
    ),
    null,
  ],
];
const ANY_TIME = lettered(
  `${before}(?:(?:at )?any ?time|until it starts|jederzeit|à tout moment|en cualquier momento)${behind}`,
  'iu',
);

type FreeTimes = {
  /** How often at no charge; null any number of times, left out where nobody says. */
  readonly free?: number | null | undefined;
  readonly anyTime: boolean;
  readonly spans: readonly Span[];
};

/** How often words let a booking be moved at no charge; undefined where they say two things. */
export function freeTimesIn(said: string): FreeTimes | undefined {
  const all = [...COUNTED, ...TIMES].flatMap(([each, free]) =>
    [...said.matchAll(each)].map((match) => ({ span: countOnly(spanOf(match)), free })),
  );
  if (new Set(all.map(({ free }) => free)).size > 1) return undefined;
  return { free: all[0]?.free, anyTime: ANY_TIME.test(said), spans: all.map(({ span }) => span) };
}

/** The count alone, so that "free" behind it still says that nothing is owed. */
const countOnly = ({ start, text }: Span): Span => {
  const word = /^\S+(?: ?[x×])?/u.exec(text)?.[0] ?? text;
  return { start, end: start + word.length, text: word };
};
