import type { ModelConfig } from '../platform/config-vendors.ts';
import { type Day, formatInstant } from '../shared/dates.ts';
import { formatMoney, money } from '../shared/money.ts';
import { type Outcome, WORDS_DAYS } from './call.ts';

/** What calls of some days came to. */
export type Use = {
  calls: number;
  answered: number;
  /** Not asked, because the day had no room. */
  unasked: number;
  /** What the days were charged. */
  tokens: number;
  /** Calls whose use nobody counted: charged at their worst case, without a cost. */
  uncounted: number;
  costMicros: bigint;
};

export type CallMade = {
  id: string;
  askedAt: Date;
  ask: string;
  promptVersion: string;
  model: string;
  outcome: Outcome;
  tokens: number;
  ms: number | null;
  costMicros: bigint | null;
  words: { told: string; said: string } | null;
};

export type UseView = {
  model: string | undefined;
  today: readonly (readonly [string, string])[];
  month: readonly (readonly [string, string])[];
  keeps: boolean;
  keptDays: number;
  calls: readonly CallLine[];
};

export type CallLine = {
  when: string;
  what: string;
  how: string;
  tokens: string;
  cost: string;
  words: { told: string; said: string } | null;
};

/** What an owner is shown of the model's use. */
export function useView(
  { today, month, calls, keeps }: { today: Use; month: Use; calls: readonly CallMade[]; keeps: boolean },
  model: Pick<ModelConfig, 'name' | 'dailyTokens' | 'prices'> | undefined,
  zone: string,
): UseView {
  const of = (tokens: number) => (model ? `${count(tokens)} of ${count(model.dailyTokens)} a day` : count(tokens));
  return {
    model: model?.name,
    today: rowsOf(today, of(today.tokens), model?.prices !== undefined),
    month: rowsOf(month, count(month.tokens), model?.prices !== undefined),
    keeps,
    keptDays: WORDS_DAYS,
    calls: calls.map((call) => ({
      when: formatInstant(call.askedAt, zone),
      what: `${call.ask.replaceAll('_', ' ')} (${call.promptVersion}), ${call.model}`,
      how: `${HOW[call.outcome]}${call.ms === null ? '' : `, ${(call.ms / 1000).toFixed(1)} s`}`,
      tokens: count(call.tokens),
      cost: call.costMicros === null ? 'not known' : dollars(call.costMicros),
      words: call.words,
    })),
  };
}

function rowsOf(use: Use, tokens: string, priced: boolean): [string, string][] {
  return [
    ['Calls', `${count(use.calls)}, ${count(use.answered)} answered`],
    ['Tokens', tokens],
    ['Cost', priced || use.costMicros > 0n ? dollars(use.costMicros) : 'not known: no prices are set'],
    ...(use.uncounted > 0
      ? [
          ['Not counted by the server', `${count(use.uncounted)}, taken at the most they can have used`] as [
            string,
            string,
          ],
        ]
      : []),
    ...(use.unasked > 0 ? [['Not asked', `${count(use.unasked)}, because the day was spent`] as [string, string]] : []),
  ];
}

const count = (number: number) => number.toString().replace(/\B(?=(\d{3})+$)/g, ',');
/** Cents, rounded up: what is shown is never less than what is paid. */
const dollars = (micros: bigint) => formatMoney(money((micros + 9_999n) / 10_000n, 'USD'));

const HOW: Record<Outcome, string> = {
  asked: 'under way',
  stopping: 'being stopped',
  answered: 'answered',
  lost: 'not heard of again',
  spent: 'not asked: the day was spent',
  'too-much': 'not asked: too much to send',
  stopped: 'stopped by a person',
  refused: 'declined',
  'cut-short': 'cut short',
  'broken-off': 'broken off',
  unreadable: 'could not be used',
  'too-long': 'too long',
  'timed-out': 'took too long',
  busy: 'busy',
  rejected: 'not accepted',
  unreachable: 'not reached',
};

/** The first day of a day's month. */
export const monthOf = (day: Day): Day => `${day.slice(0, 8)}01`;
