import type { VNode } from 'preact';
import { isGivenBack, type Kept } from '../invoices/deduct.ts';
import type { Instalment, Invoice } from '../invoices/invoice.ts';
import { Card, Facts } from '../portal/layout.tsx';
import { formatDay } from '../shared/dates.ts';
import { formatMoney, type Money, sum } from '../shared/money.ts';

/** What is agreed and not invoiced yet: a row for each part, and what they come to. */
export type ToCome = { total: string; rows: (readonly [what: string, when: string])[] };

type Agreed = { planned: readonly Instalment[]; invoices: readonly Invoice[]; payments: readonly Kept[] };

/** Nothing where a deposit did not stay whole: what is owed then is for people to say. */
function partsToCome({ planned, invoices, payments }: Agreed): readonly Instalment[] {
  return isGivenBack(invoices, payments) ? [] : planned;
}

/** What is planned of the price; work that is billed as worked has no sum before. */
export function notInvoiced(agreed: Agreed, currency: string): Money {
  return sum(
    partsToCome(agreed).map(({ total }) => total),
    currency,
  );
}

export function toCome(agreed: Agreed, currency: string): ToCome | undefined {
  const rows = partsToCome(agreed)
    .filter(({ kind, total }) => kind === 'worked' || total.minor > 0n)
    .map((part) => [whatComes(part), whenItComes(part)] as const);
  if (rows.length === 0) return undefined;
  const total = notInvoiced(agreed, currency);
  return { total: total.minor > 0n ? formatMoney(total) : '', rows };
}

function whatComes({ kind, label, total }: Instalment): string {
  if (kind === 'worked') return 'For the work done';
  return `${label ?? 'Final invoice'}, ${formatMoney(total)}`;
}

const whenItComes = ({ kind, dueOn }: Instalment): string =>
  kind === 'worked' ? 'Invoiced as it is worked' : dueOn ? `Invoiced ${formatDay(dueOn)}` : 'Invoiced when it is done';

/** `EUR 325.00 still to come, invoiced Fri 12 March 2027.` */
export function toComeSentence({ total, rows }: ToCome): string {
  const [first] = rows;
  if (!total) return 'Your work is invoiced as it is done.';
  if (rows.length > 1 || !first) return `${total} still to come.`;
  return `${total} still to come, ${first[1].charAt(0).toLowerCase()}${first[1].slice(1)}.`;
}

export function ToComeCard({ toCome: { total, rows } }: { toCome: ToCome }): VNode {
  return (
    <Card title="Still to come" id="to-come" aside={total && <b>{total}</b>}>
      <Facts rows={rows} />
      <p>Nothing to do now: an invoice comes by e-mail.</p>
    </Card>
  );
}
