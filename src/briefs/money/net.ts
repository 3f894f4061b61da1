import { sumOf } from './amounts.ts';
import type { Sorted } from './money.ts';

const TAX =
  /(?<![a-z])(?:vat|tax|gst|hst|pst|qst|tva|iva|mwst|ust|umsatzsteuer|mehrwertsteuer|igv|itbis|tps|tvq)(?![a-z])/;
const WITH_TAX = /(?<![a-z])(?:incl|inkl|with|ttc|brutto|gross|total|payable|a pagar|à payer)(?![a-z])/;
const minor = ({ amount }: Sorted) => sumOf(amount, 'EUR')?.minor ?? -1n;

/** Net, tax and gross under one another: the price is the net, and the two below it are none. */
export function netted(text: string, sorted: readonly Sorted[]): Sorted[] {
  const lead = ({ amount }: Sorted) =>
    text.slice(text.lastIndexOf('\n', amount.start - 1) + 1, amount.start).toLowerCase();
  const known = sorted.filter((s) => minor(s) > 0n);
  for (const [at, tax] of known.entries()) {
    if (!TAX.test(lead(tax)) || WITH_TAX.test(lead(tax))) continue;
    const above = known.slice(Math.max(0, at - 3), at);
    const below = known.slice(at + 1, at + 4);
    for (const net of above.reverse()) {
      const gross = below.find((s) => minor(s) === minor(net) + minor(tax) || isTotal(lead(s), s, net, tax));
      if (!gross || !isShare(lead(tax), net, tax, gross)) continue;
      return sorted.map((s) => {
        if (s === net) return { ...s, role: 'total' };
        if (s === tax) return { ...s, role: 'extra' };
        return s === gross ? { ...s, role: 'other' } : s;
      });
    }
  }
  return [...sorted];
}

/** The last line, where something is withheld between. */
const isTotal = (lead: string, gross: Sorted, net: Sorted, tax: Sorted) =>
  /total/.test(lead) && minor(gross) > minor(net) && minor(gross) < minor(net) + minor(tax);

/** The tax is the share that its line names, or makes up the difference. */
function isShare(lead: string, net: Sorted, tax: Sorted, gross: Sorted): boolean {
  const [, percent] = /(\d{1,2}(?:[.,]\d{1,2})?) ?%/.exec(lead) ?? [];
  if (!percent) return minor(gross) === minor(net) + minor(tax);
  const off = Number(minor(net)) * Number(percent.replace(',', '.')) - Number(minor(tax)) * 100;
  return Math.abs(off) < 200;
}
