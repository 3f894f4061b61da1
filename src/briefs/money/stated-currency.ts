import { currencyAnswers } from '../answers.ts';
import type { BriefContext, Note, Span } from '../passages/text.ts';
import { type Amount, isCode } from './amounts.ts';
import { currencyOf, signFits } from './currencies.ts';
import { dollarsMeant, speaksAgainst } from './dollars.ts';
import type { Sorted } from './money.ts';
import { standingIn } from './standing-currency.ts';

const SIGN = /(?<![\p{L}\d])(?:[A-Z]{1,3}\$|[A-Z]{3}|[€£])(?![\p{L}\d])/gu;

/** The currency that the head of the column or the words before the figure name: "| Item | SGD |", "Total NZ$ excl GST". */
function currencyHeaded(
  text: string,
  amounts: readonly Span[],
  home: string,
): { code: string; stated: true; quote: string } | undefined {
  for (const { start } of amounts) {
    const from = text.lastIndexOf('\n', start - 1) + 1;
    const line = text.slice(from, start);
    const places = line.includes('|') ? [line, headOf(text, from)] : [line];
    const named = places.flatMap((place) => [...place.matchAll(SIGN)].map(([sign]) => sign));
    const codes = new Set(named.flatMap((sign) => currencyOf(sign, home) ?? []).filter(isCode));
    const [code] = codes;
    const quote = named.find((sign) => currencyOf(sign, home) === code);
    if (code && quote && codes.size === 1) return { code, stated: true, quote };
  }
  return undefined;
}

/** The first line of the table that a line stands in. */
function headOf(text: string, from: number): string {
  const rows = text.slice(Math.max(0, from - 900), from).split('\n');
  const first = rows.slice(0, -1).findLastIndex((row) => !row.includes('|')) + 1;
  return rows[first] ?? '';
}

export type Currency = {
  readonly code: string | undefined;
  readonly stated: boolean;
  readonly quote: string | undefined;
  /** The currencies it may be, where the brief names more than one. */
  readonly open?: readonly string[];
};

/** The one currency of the brief; `code` stays undefined when a shared sign leaves more than one open. */
export function currencyIn(text: string, sorted: readonly Sorted[], context: BriefContext): Currency {
  const written = sorted.filter((s) => s.amount.currency).map((s) => s.amount);
  const clear = [...new Set(written.flatMap((a) => (isCode(a.currency) ? [a.currency] : [])))];
  const signs = [...new Set(written.flatMap((a) => (a.currency && !isCode(a.currency) ? [a.currency] : [])))];
  const first = written.find((a) => a.currency === clear[0]);
  const or = otherwise(text, clear);
  if (or) return { code: undefined, stated: true, quote: or.quote, open: or.codes };
  if (clear.length === 1 && signs.length === 0) return { code: clear[0], stated: true, quote: first?.text };
  if (clear.length === 0 && signs.length === 0) {
    const headed = currencyHeaded(
      text,
      sorted.filter((s) => s.role === 'total' || s.role === 'fee').map((s) => s.amount),
      context.currency,
    );
    return headed ?? standing(text, context.currency) ?? { code: context.currency, stated: false, quote: undefined };
  }
  const [one] = clear;
  // Beside "A$4,200" a "$800" is the same dollar.
  if (one && clear.length === 1 && signs.every((sign) => signFits(sign, one)))
    return { code: one, stated: true, quote: first?.text };
  if (clear.length > 0) return { code: undefined, stated: true, quote: undefined };
  const { codes, quote } = standingIn(text);
  const [only] = codes.filter((code) => code !== '$');
  if (only && codes.every((code) => code === only || code === '$') && signs.every((sign) => signFits(sign, only)))
    return { code: only, stated: true, quote };
  const fits = signs.every((sign) => signFits(sign, context.currency)) && !speaksAgainst(text, signs, context.currency);
  return { code: fits ? context.currency : undefined, stated: true, quote: undefined };
}

const OR_ELSE =
  /(?<![\p{L}])(?:or|oder|ou|o)(?: maybe| perhaps| vielleicht| peut-être| quizás?)?(?: in| en)? (?:(?<EUR>euros?|eur|€)|(?<GBP>pounds?(?: sterling)?|gbp|£|pfund|livres? sterling|libras(?: esterlinas)?)|(?<USD>(?:us )?dollars?|usd|dólares)|(?<CHF>chf|(?:swiss |schweizer )?franken|francs suisses|swiss francs))(?! ?\d)(?![\p{L}])/iu;

/** "EUR 900? Or pounds": the one currency of a brief, and the other that it may be. */
function otherwise(text: string, [one, ...more]: readonly string[]): { codes: string[]; quote: string } | undefined {
  const found = OR_ELSE.exec(text);
  const code = Object.entries(found?.groups ?? {}).find(([, word]) => word)?.[0];
  return found && one && more.length === 0 && code && code !== one
    ? { codes: [one, code], quote: found[0] }
    : undefined;
}

/** The currency of sums that are written without one, which stands by itself: "1800 flat. usd." */
function standing(text: string, home: string): Currency | undefined {
  const { codes, asked, quote } = standingIn(text);
  const clear = codes.filter((code) => code !== '$');
  const [one] = clear;
  if (clear.length > 1) return { code: undefined, stated: true, quote, open: clear };
  if (one) return { code: one, stated: true, quote };
  if (codes.length > 0) {
    const own = signFits('$', home) && !speaksAgainst(text, ['$'], home);
    return own
      ? { code: home, stated: true, quote }
      : { code: undefined, stated: true, quote, open: dollarsMeant(text, home) };
  }
  const other = asked.filter((code) => code !== home && code !== '$');
  return other.length > 0 ? { code: undefined, stated: true, quote, open: [...other, home] } : undefined;
}

/** Beside a clear code the amount's own; else the brief's. */
export function codeOf(amount: Amount, money: Currency): string | undefined {
  if (amount.currency && money.open?.includes(amount.currency)) return undefined;
  return isCode(amount.currency) ? amount.currency : money.code;
}

/** Asks which currency is meant, of those that it may be. */
export const currencyNote = (sentence: string, codes: readonly string[], quote: string | undefined): Note => ({
  ...{ code: 'brief.currency', field: 'currency', sentence, answers: currencyAnswers(codes) },
  ...(quote && { quote }),
});

/** A price of one unit, a limit or a range in a sign that is not the workspace's own: the currency is asked as beside a price of the whole. */
export function unclearSign(text: string, sorted: readonly Sorted[], home: string): Note[] {
  const priced = sorted.find(({ role, amount }) => /^(?:rate|limit|range)$/.test(role) && amount.currency);
  if (!priced || isCode(priced.amount.currency)) return [];
  const { text: words } = priced.amount;
  return [currencyNote(`“${words}” can be more than one currency.`, dollarsMeant(text, home), words)];
}
