import type { Client } from '../clients/client.ts';
import { clientById, contactsOf } from '../clients/read.ts';
import { unprintable } from '../documents/fonts.ts';
import type { Happening, Work } from '../platform/work.ts';
import type { Project } from '../projects/project.ts';
import { lockProject } from '../projects/read.ts';
import { addDays, type Day, dayIn } from '../shared/dates.ts';
import { type Id, newId } from '../shared/ids.ts';
import { type Money, plus, scale } from '../shared/money.ts';
import { Refusal } from '../shared/refusal.ts';
import { type Sums, sumsOf, type TaxReason } from '../shared/tax.ts';
import { bankDetailsOf, businessById } from '../workspaces/read.ts';
import type { Business } from '../workspaces/workspace.ts';
import { deductionsOf } from './deduct-read.ts';
import { freeze } from './frozen.ts';
import type { Deduction, InvoiceKind } from './invoice.ts';
import { invoicesOf } from './read.ts';
import { moveInvoice, saveIssued, takeNumber } from './store.ts';
import { addSums, subtractSums, toMicros } from './sums.ts';

/** A line to be: `price` is as agreed, plus tax or including it; `quantityMilli` says of how many units it is the price. */
export type Item = {
  description: string;
  price: Money;
  taxRateMilli: number;
  taxIncluded: boolean;
  /** Why there is none; it counts where the rate is zero. */
  taxReason?: TaxReason | null;
  quantityMilli?: bigint;
};

/** What an invoice is to be: one line per item. */
export type Order = {
  /** The id it is to have; made here when it does not matter. */
  id?: Id<'invoice'>;
  project: Project;
  kind: InvoiceKind;
  items: Item[];
  /** Days until it is due, counted from the issue day. */
  netDays: number;
  dueOn?: Day;
  instalmentId?: Id<'instalment'>;
  /** The client’s VAT number, as the contract has it. */
  clientTaxId?: string | undefined;
  actor: string;
  note?: string;
};

/**
 * Issues an invoice: takes the next number, deducts paid deposits from a final one, freezes who, what and how much, and
 * announces it. The caller holds the project's lock; the series is locked here, after it.
 */
export async function issueInvoice(work: Work, order: Order): Promise<Id<'invoice'>> {
  const { project } = order;
  const business = await businessById(work.tx, work.workspaceId, project.businessId);
  const client = await clientById(work.tx, work.workspaceId, project.clientId);
  const [contact] = await contactsOf(work.tx, work.workspaceId, client.id);
  const issuedOn = dayIn(business.timeZone, work.now);
  const lines = linesOf(order);
  const earlier = await invoicesOf(work.tx, work.workspaceId, project.id);
  const deductions = order.kind === 'final' ? await deductionsOf(work.tx, work.workspaceId, project.id) : [];
  const gross: Sums = addSums(lines, project.currency);
  const off: Sums = addSums(deductions.map(sumsOfDeduction), project.currency);
  const sums = subtractSums(gross, off);
  if (sums.total.minor <= 0n)
    throw new Refusal('invoice.nothing-due', 'The deposits already cover this, so nothing is left to invoice.');
  checkParties(business, client);
  const { seriesId, number, label } = await takeNumber(work, business, Number(issuedOn.slice(0, 4)));
  const dueOn = order.dueOn ?? addDays(issuedOn, order.netDays);
  const frozen = freeze({
    business,
    client,
    contact,
    clientTaxId: order.clientTaxId,
    project,
    label,
    issuedOn,
    dueOn,
    kind: order.kind,
    lines,
    deductions,
    earlier,
    gross,
    sums,
    note: order.note,
    payTo: await bankDetailsOf({ db: work.tx, keys: work.keys }, work.workspaceId, business.id),
  });
  const id = await saveIssued(work, {
    id: order.id ?? newId('invoice', work.now),
    projectId: project.id,
    kind: order.kind,
    instalmentId: order.instalmentId ?? null,
    seriesId,
    number,
    label,
    issuedOn,
    dueOn,
    zone: business.timeZone,
    currency: project.currency,
    sums,
    lines,
    deductions,
    frozen,
  });
  await work.announce({
    event: 'invoice.issued',
    projectId: project.id,
    subjectId: id,
    actor: order.actor,
    detail: { label, total: sums.total.minor.toString(), currency: project.currency },
  });
  return id;
}

/** The last lock: a number, once taken, stays on a paper that must name both sides, and boxes name nobody. */
function checkParties(business: Business, client: Client): void {
  const lock = (whose: string, text: string, where: string) => {
    const sentence = unprintable(text);
    if (sentence)
      throw new Refusal('invoice.letters', `${whose} name or address: ${sentence} Change it with ${where}.`);
  };
  lock('Your', [business.name, ...business.address, business.taxId ?? ''].join('\n'), '/retainer settings');
  lock('The client’s', [client.name, client.company ?? '', client.address ?? ''].join('\n'), '/client');
}

function linesOf(order: Order) {
  return order.items.map((item, index) => {
    const sums = sumsOf(item.price, item.taxRateMilli, item.taxIncluded);
    return {
      ...sums,
      position: index + 1,
      description: item.description,
      quantityMilli: item.quantityMilli ?? 1000n,
      unitPriceMicros: scale(toMicros(sums.net), 1000n, item.quantityMilli ?? 1000n),
      taxRateMilli: item.taxRateMilli,
      taxReason: item.taxRateMilli === 0 ? (item.taxReason ?? null) : null,
    };
  });
}

function sumsOfDeduction({ net, tax }: Deduction): Sums {
  return { net, tax, total: plus(net, tax) };
}

/** Within `booking.released`: nobody owes the deposit of a date that is free again. */
export async function voidReleasedDeposit(work: Work, happening: Happening): Promise<void> {
  const project = await lockProject(work, happening.projectId);
  for (const invoice of await invoicesOf(work.tx, work.workspaceId, project.id)) {
    if (invoice.kind === 'deposit' && invoice.state === 'open')
      await voidInvoice(work, project, invoice.id, happening.actor);
  }
}

async function voidInvoice(work: Work, project: Project, invoiceId: Id<'invoice'>, actor: string): Promise<void> {
  if (!(await moveInvoice(work, invoiceId, ['open'], 'void'))) return;
  await work.announce({ event: 'invoice.voided', projectId: project.id, subjectId: invoiceId, actor });
}
