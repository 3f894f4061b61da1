import { quantityWords, unitPriceWords } from '../contracts/rate-wording.ts';
import { versionById } from '../contracts/read.ts';
import type { Rate, Terms } from '../contracts/terms.ts';
import { unprintable } from '../documents/fonts.ts';
import { type Core, transact, type Work } from '../platform/work.ts';
import { lockProject } from '../projects/read.ts';
import { type Id, isId } from '../shared/ids.ts';
import { formatMoney, MINOR_MAX, type Money, minus, money, scale } from '../shared/money.ts';
import { notFound, Refusal } from '../shared/refusal.ts';
import { sumsOf } from '../shared/tax.ts';
import { linkIn } from '../shared/typed.ts';
import type { Instalment, Invoice } from './invoice.ts';
import { type Item, issueInvoice } from './issue.ts';
import { findInvoice, instalmentById, invoiceById, lastPosition, workedTotalOf } from './read.ts';
import { dropInstalment, saveInstalment } from './store.ts';
import { taxIn } from './tax.ts';

export type Worked = {
  /** The invoice's id to be: the same form sent twice issues one invoice. */
  key: string;
  /** The entry that stays planned while the work goes on. */
  instalmentId: string;
  memberId: Id<'member'>;
  /** In thousandths of the rate's unit. */
  quantityMilli: number;
  /** What was done, in a few words. */
  title: string;
  /** The work is over: a paid deposit is taken off, and nothing more is planned. */
  last: boolean;
  netDays: number;
};

/**
 * Invoices work that is billed as worked: so many units at the agreed rate, within the agreed limit.
 *
 * @throws Refusal at the field that is wrong.
 */
export async function issueWorked(core: Core, workspaceId: Id<'workspace'>, order: Worked): Promise<Invoice> {
  const { key } = order;
  if (!isId('invoice', key)) throw notFound('form');
  const letters = unprintable(order.title) ?? linkIn(order.title);
  if (letters) throw new Refusal('invoice.letters', letters, 'title');
  return transact(core, workspaceId, async (work) => {
    const { projectId } = await instalmentById(work.tx, workspaceId, order.instalmentId);
    const project = await lockProject(work, projectId);
    const standing = await findInvoice(work.tx, workspaceId, key);
    if (standing) return standing;
    const open = await instalmentById(work.tx, workspaceId, order.instalmentId);
    if (open.kind !== 'worked' || open.state !== 'planned')
      throw new Refusal('invoice.work-over', 'That work has had its last invoice. Use /invoice for something new.');
    if (project.state !== 'active')
      throw new Refusal(
        'invoice.not-started',
        'The project has not started yet: its contract is sealed and its deposit paid first.',
      );
    const { terms } = await versionById(work.tx, workspaceId, open.versionId ?? '');
    const item = workedItem(terms, order);
    const instalmentId = await keep(work, open, item, terms);
    if (order.last) await dropInstalment(work, open.id);
    const kind = order.last ? 'final' : 'standard';
    const { netDays, memberId: actor } = order;
    const clientTaxId = terms.clientTaxId?.value;
    await issueInvoice(work, { id: key, project, kind, items: [item], netDays, instalmentId, clientTaxId, actor });
    return invoiceById(work.tx, workspaceId, key);
  });
}

/** So many units at the rate. */
export function workedItem(terms: Terms, { title, quantityMilli }: Pick<Worked, 'title' | 'quantityMilli'>): Item {
  const rate = rateIn(terms);
  const price = money(scale(rate.minor, BigInt(quantityMilli), 1000n), rate.currency);
  if (price.minor <= 0n || price.minor > MINOR_MAX)
    throw new Refusal('invoice.bad-quantity', 'That comes to no sum an invoice can carry.', 'quantity');
  const taxIncluded = terms.taxIncluded?.value ?? false;
  const tax = taxIn(terms);
  // A unit price that includes tax has no exact net, so the line is one whole and says how it is made.
  const inside = taxIncluded && tax.taxRateMilli > 0;
  return {
    description: inside ? `${title}: ${quantityWords(quantityMilli, rate.unit)} at ${unitPriceWords(rate)}` : title,
    ...{ price, taxIncluded, ...tax },
    ...(!inside && { quantityMilli: BigInt(quantityMilli) }),
  };
}

function rateIn({ rate }: Terms): Rate {
  if (!rate) throw new Error('work billed as worked has no rate');
  return rate.value;
}

/** What may still be billed under the limit, tax included; undefined where there is none. */
function leftUnderCap(terms: Terms, billed: Money): Money | undefined {
  const { capMinor, currency } = rateIn(terms);
  if (capMinor === null) return undefined;
  const cap = sumsOf(money(capMinor, currency), terms.taxRateMilli?.value ?? 0, terms.taxIncluded?.value ?? false);
  return minus(cap.total, billed);
}

/** The invoice as an entry of the schedule, so that what was billed adds up; refuses what goes beyond the limit. */
async function keep(work: Work, open: Instalment, item: Item, terms: Terms): Promise<Id<'instalment'>> {
  const { total } = sumsOf(item.price, item.taxRateMilli, item.taxIncluded);
  const left = leftUnderCap(terms, await workedTotalOf(work.tx, open));
  if (left && total.minor > left.minor)
    throw new Refusal(
      'invoice.over-cap',
      left.minor <= 0n
        ? 'The contract’s limit is billed already. Agree on more first: edit the terms or send another contract.'
        : `That is ${formatMoney(total)}; the contract’s limit leaves ${formatMoney(left)}.`,
      'quantity',
    );
  const { projectId, versionId, workspaceId } = open;
  if (!versionId) throw new Error(`instalment ${open.id} has no version`);
  const position = (await lastPosition(work.tx, workspaceId, projectId)) + 1;
  const base = { projectId, versionId, position, label: null, dueOn: null };
  return saveInstalment(work, { ...base, kind: 'worked', trigger: 'button', totalMinor: total.minor });
}
