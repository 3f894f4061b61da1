import type { Work } from '../platform/work.ts';
import { type Day, dayToColumn } from '../shared/dates.ts';
import { type Id, newId } from '../shared/ids.ts';
import type { Sums } from '../shared/tax.ts';
import type { Business } from '../workspaces/workspace.ts';
import { type Frozen, hashFrozen } from './frozen.ts';
import type { Deduction, Instalment, InvoiceKind, InvoiceLine, InvoiceState } from './invoice.ts';

/**
 * The next number of a business's series for a year, given only inside the transaction that issues: the row's lock makes
 * the numbers unique and gapless however many issue at once. A rolled-back transaction gives its number back. What is
 * issued while cards are taken with a test key has numbers of its own, or it would leave gaps among the real ones.
 */
export async function takeNumber(
  work: Work,
  { id: businessId, testMode }: Pick<Business, 'id' | 'testMode'>,
  year: number,
): Promise<{ seriesId: string; number: number; label: string }> {
  const key = { workspaceId: work.workspaceId, businessId, kind: testMode ? 'test' : 'invoice', year };
  await work.tx.series.createMany({
    data: [{ ...key, id: newId('series', work.now), pattern: testMode ? 'TEST-{year}-{number}' : '{year}-{number}' }],
    skipDuplicates: true,
  });
  const series = await work.tx.series.update({
    where: { workspaceId_businessId_kind_year: key },
    data: { next: { increment: 1 } },
    select: { id: true, next: true, pattern: true },
  });
  const number = series.next - 1;
  const label = series.pattern.replace('{year}', String(year)).replace('{number}', String(number).padStart(4, '0'));
  return { seriesId: series.id, number, label };
}

export type Issued = {
  id: Id<'invoice'>;
  projectId: Id<'project'>;
  kind: InvoiceKind;
  instalmentId: Id<'instalment'> | null;
  seriesId: string;
  number: number;
  label: string;
  issuedOn: Day;
  dueOn: Day;
  zone: string;
  currency: string;
  sums: Sums;
  lines: Omit<InvoiceLine & Sums, 'total'>[];
  deductions: Deduction[];
  frozen: Frozen;
};

export async function saveIssued(work: Work, issued: Issued): Promise<Id<'invoice'>> {
  const { workspaceId } = work;
  const { id, sums, lines, deductions, frozen, issuedOn, dueOn, ...rest } = issued;
  await work.tx.invoice.create({
    data: {
      ...rest,
      workspaceId,
      id,
      state: 'open',
      issuedOn: dayToColumn(issuedOn),
      dueOn: dayToColumn(dueOn),
      issuedAt: work.now,
      netMinor: sums.net.minor,
      taxMinor: sums.tax.minor,
      totalMinor: sums.total.minor,
      frozen,
      frozenSha256: hashFrozen(frozen),
    },
  });
  await work.tx.invoiceLine.createMany({
    data: lines.map((line) => ({
      workspaceId,
      invoiceId: id,
      position: line.position,
      description: line.description,
      quantityMilli: line.quantityMilli,
      unitPriceMicros: line.unitPriceMicros,
      netMinor: line.net.minor,
      taxRateMilli: line.taxRateMilli,
      taxReason: line.taxReason,
      taxMinor: line.tax.minor,
    })),
  });
  await work.tx.deduction.createMany({
    data: deductions.map((deduction) => ({
      workspaceId,
      invoiceId: id,
      depositId: deduction.depositId,
      taxRateMilli: deduction.taxRateMilli,
      netMinor: deduction.net.minor,
      taxMinor: deduction.tax.minor,
    })),
  });
  if (issued.instalmentId) {
    await work.tx.instalment.updateMany({
      where: { workspaceId, id: issued.instalmentId, state: 'planned' },
      data: { state: 'issued' },
    });
  }
  return id;
}

/** Moves an invoice; answers false when it was in none of the states it may come from. */
export async function moveInvoice(work: Work, id: string, from: InvoiceState[], to: InvoiceState): Promise<boolean> {
  const { count } = await work.tx.invoice.updateMany({
    where: { workspaceId: work.workspaceId, id, state: { in: from } },
    data: { state: to, ...(to === 'paid' ? { paidAt: work.now } : {}) },
  });
  return count === 1;
}

export type Planned = Pick<Instalment, 'kind' | 'label' | 'trigger' | 'dueOn'> & {
  projectId: Id<'project'>;
  versionId: Id<'version'>;
  position: number;
  totalMinor: bigint;
};

export async function saveInstalment(work: Work, planned: Planned): Promise<Id<'instalment'>> {
  const id = newId('instalment', work.now);
  const dueOn = planned.dueOn ? dayToColumn(planned.dueOn) : null;
  await work.tx.instalment.create({ data: { ...planned, dueOn, workspaceId: work.workspaceId, id, state: 'planned' } });
  return id;
}

export async function dropInstalments(work: Work, projectId: string): Promise<void> {
  await work.tx.instalment.updateMany({
    where: { workspaceId: work.workspaceId, projectId, state: 'planned' },
    data: { state: 'dropped' },
  });
}

export async function dropInstalment(work: Work, id: string): Promise<void> {
  await work.tx.instalment.updateMany({
    where: { workspaceId: work.workspaceId, id, state: 'planned' },
    data: { state: 'dropped' },
  });
}

/** The client opened the invoice; answers true the first time. */
export async function markViewed(work: Work, id: string): Promise<boolean> {
  const { count } = await work.tx.invoice.updateMany({
    where: { workspaceId: work.workspaceId, id, viewedAt: null },
    data: { viewedAt: work.now },
  });
  return count === 1;
}

/** The paper that was made for an invoice, remembered once; a later rendering never replaces it. */
export async function savePaper(
  work: Pick<Work, 'tx' | 'workspaceId'>,
  id: string,
  sha256: Uint8Array<ArrayBuffer>,
): Promise<void> {
  await work.tx.invoice.updateMany({
    where: { workspaceId: work.workspaceId, id, pdfSha256: null },
    data: { pdfSha256: sha256 },
  });
}
