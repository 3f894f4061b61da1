import { formatMoney, type Money, minus, sum } from '../shared/money.ts';
import type { CardScene, CardView } from './card-view.ts';
import { notInvoiced } from './to-come.tsx';

type Scene = Pick<CardScene, 'project' | 'invoices' | 'planned' | 'payments'>;

/** Of what was invoiced what came in and what is owed; and what is agreed besides, so that nothing owed is not read as all paid. */
export function moneyFacts(scene: Scene): CardView['facts'] {
  const { project, invoices, payments } = scene;
  const issued = invoices.filter(({ state }) => state !== 'draft' && state !== 'void');
  if (issued.length === 0) return [];
  const add = (parts: readonly Money[]) => sum(parts, project.currency);
  const invoiced = add(issued.map(({ total }) => total));
  const applied = add(payments.flatMap((payment) => payment.applied.map(({ amount }) => amount)));
  const refunded = add(payments.map((payment) => payment.refunded));
  const ahead = notInvoiced(scene, project.currency);
  return [
    ['Invoiced', formatMoney(invoiced)],
    ['Paid', formatMoney(applied)],
    [ahead.minor > 0n ? 'Owed now' : 'Still owed', formatMoney(minus(invoiced, applied))],
    ...(ahead.minor > 0n ? [['Not invoiced yet', formatMoney(ahead)] as const] : []),
    ...(refunded.minor > 0n ? [['Refunded', formatMoney(refunded)] as const] : []),
  ];
}
