import { term } from '../../contracts/terms.ts';
import { money as moneyOf } from '../../shared/money.ts';
import { currencyAnswers, priceAnswers } from '../answers.ts';
import type { BriefContext, Note, Span } from '../passages/text.ts';
import type { Turn } from '../passages/turns.ts';
import type { DateMention } from '../time/dates.ts';
import { type Amount, isCode, sumOf } from './amounts.ts';
import { type MoneyReading, readMoney } from './money.ts';
import { NO_PART, partsNamed } from './part-names.ts';
import type { Share } from './share-scan.ts';

type Given = {
  readonly firm: readonly Span[];
  readonly shares: readonly Share[];
  readonly dates: readonly DateMention[];
  readonly turns: readonly Turn[];
};

/** The sums of a text by what they are for, with a price that is said only as its parts. */
export function readPrices(text: string, { firm, shares, dates, turns }: Given, context: BriefContext): MoneyReading {
  const money = readMoney(text, [...firm, ...shares], context, turns);
  // What several people haggle over is no plan.
  if (turns.length > 0) return money;
  return withoutEqualPart(withPlan(money, planIn(text, money.figures, dates), context.currency));
}

/** "2,400 paid monthly, 800 in January, 800 in February, 800 in March": one of equal parts is not the price of the whole. */
function withoutEqualPart(money: MoneyReading): MoneyReading {
  const { fee, ...found } = money.found;
  if (!fee) return money;
  const { minor, currency } = fee.value;
  const sums = money.figures.flatMap((figure) => sumOf(figure, currency) ?? []);
  const parts = sums.filter((sum) => sum.minor === minor);
  const whole = sums.find((sum) => sum.minor === minor * BigInt(parts.length));
  if (parts.length < 2 || !whole) return money;
  const sentence = `“${fee.quote}” is one of ${parts.length} equal parts; say what the whole work costs.`;
  const asked: Note = { code: 'brief.fee-part', field: 'fee', sentence, ...(fee.quote && { quote: fee.quote }) };
  const notes = [...money.notes, { ...asked, answers: priceAnswers([whole]) }];
  return { ...money, found, notes, feeText: undefined };
}

type Plan = { readonly run: readonly Amount[]; readonly codes: readonly string[]; readonly quote: Span };

const GAP_MAX = 110;

/** Neighbours of which each says what it waits for: "1,600 now, 1,600 at half-time, 1,600 on delivery". */
function planIn(text: string, figures: readonly Amount[], dates: readonly DateMention[]): Plan | undefined {
  const sums = figures.filter(({ currency, times, digits }) => currency || times > 1 || /\d{3}/.test(digits));
  for (let from = 0; from < sums.length; from += 1) {
    for (let to = Math.min(sums.length, from + 12); to >= from + 2; to -= 1) {
      const run = sums.slice(from, to);
      const [start, end] = [run[0]?.start ?? 0, run.at(-1)?.end ?? 0];
      const apart = run.some((one, at) => {
        const between = at > 0 ? text.slice(run[at - 1]?.end, one.start) : '';
        return between.length > GAP_MAX || /[.!?]\s|\n\n/.test(between);
      });
      const codes = [...new Set(run.flatMap(({ currency }) => currency ?? []))];
      const clause = text.slice(start, end + 40).split(/[.;](?=\s|$)|\n/)[0] ?? '';
      if (apart || NO_PART.test(clause)) continue;
      const worths = run.map((one) => ({ ...one, minor: sumOf(one, 'EUR')?.minor ?? 0n }));
      const parts = partsNamed(text, worths, dates, { eventful: true, open: true });
      if (!parts) continue;
      const stop = Math.max(end, ...parts.map(({ at }) => at?.end ?? 0));
      return { run, codes, quote: { start, end: stop, text: text.slice(start, stop) } };
    }
  }
  return undefined;
}

/** Where the whole price is said only as its parts: what they come to, or what keeps them from coming to anything. */
function withPlan(money: MoneyReading, plan: Plan | undefined, home: string): MoneyReading {
  if (!plan || money.rate) return money;
  const { fee } = money.found;
  const isInRun = ({ start }: Span) => plan.run.some((one) => one.start === start);
  const whole = fee && !plan.run.some(({ text: said }) => said === fee.quote);
  const clear = plan.codes.filter(isCode);
  if (clear.length > 1) return inCurrencies(money, plan, clear, Boolean(whole));
  const deposits = money.deposits.some((span) => !isInRun(span));
  if (whole || money.received.length > 0 || deposits) return money;
  const code = money.found.currency?.value ?? clear[0] ?? (plan.codes.length === 0 ? home : undefined);
  const others = money.amounts.some((one) => !isInRun(one) && one.currency && !fee);
  const sums = code ? plan.run.flatMap((one) => sumOf(one, code) ?? []) : [];
  if (!code || others || sums.length !== plan.run.length) return money;
  const sum = moneyOf(
    sums.reduce((all, { minor }) => all + minor, 0n),
    code,
  );
  const notes = money.notes.filter(({ field }) => field !== 'fee');
  // Of two the first may be the deposit of a price that nobody said.
  if (plan.run.length < 3) {
    const { fee: _, ...found } = money.found;
    const sentence = `“${plan.quote.text.slice(0, 140)}” names two parts of the price; say what the whole work costs.`;
    const asked: Note = { code: 'brief.fee-part', field: 'fee', sentence, quote: plan.quote.text };
    return { ...money, found, notes: [...notes, { ...asked, answers: priceAnswers([sum]) }], feeText: undefined };
  }
  return { ...money, notes, found: { ...money.found, fee: term(sum, 'brief', plan.quote.text) }, feeText: undefined };
}

/** A contract has one currency, so parts in two are asked, and so is what they come to. */
function inCurrencies(money: MoneyReading, plan: Plan, codes: readonly string[], whole: boolean): MoneyReading {
  const quote = plan.quote.text;
  const sentence = `“${quote.slice(0, 140)}” is in ${codes.join(' and ')}, and a contract has one currency.`;
  const asked = { code: 'brief.two-currencies' as const, quote };
  const notes: Note[] = [
    ...money.notes.filter(({ field }) => field !== 'currency' && (whole || field !== 'fee')),
    { ...asked, field: 'milestones', sentence: `${sentence} Say what each part is in it.` },
    ...(whole ? [] : [{ ...asked, field: 'currency' as const, sentence, answers: currencyAnswers(codes) }]),
  ];
  const found = whole ? money.found : {};
  return { ...money, found, notes, deposits: [], depositSums: [], feeText: undefined };
}
