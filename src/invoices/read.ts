import { z } from 'zod';
import type { Database, Tx } from '../platform/database.ts';
import { columnToDay } from '../shared/dates.ts';
import type { Id } from '../shared/ids.ts';
import { type Money, money } from '../shared/money.ts';
import { notFound } from '../shared/refusal.ts';
import { Frozen } from './frozen.ts';
import { INVOICE_KINDS, INVOICE_STATES, type Instalment, type Invoice, type InvoiceState } from './invoice.ts';

const INCLUDE = { lines: { orderBy: { position: 'asc' } }, deductions: { orderBy: { taxRateMilli: 'asc' } } } as const;

type Row = NonNullable<Awaited<ReturnType<typeof findRow>>>;

function findRow(db: Database | Tx, workspaceId: string, id: string) {
  return db.invoice.findUnique({ where: { workspaceId_id: { workspaceId, id } }, include: INCLUDE });
}

function toInvoice(row: Row): Invoice {
  const sum = (minor: bigint) => money(minor, row.currency);
  return {
    workspaceId: row.workspaceId,
    id: row.id,
    projectId: row.projectId,
    kind: z.enum(INVOICE_KINDS).parse(row.kind),
    state: z.enum(INVOICE_STATES).parse(row.state),
    label: row.label,
    issuedOn: row.issuedOn && columnToDay(row.issuedOn),
    dueOn: row.dueOn && columnToDay(row.dueOn),
    issuedAt: row.issuedAt,
    viewedAt: row.viewedAt,
    paidAt: row.paidAt,
    zone: row.zone,
    currency: row.currency,
    net: sum(row.netMinor),
    tax: sum(row.taxMinor),
    total: sum(row.totalMinor),
    lines: row.lines.map((line) => ({
      position: line.position,
      description: line.description,
      quantityMilli: line.quantityMilli,
      unitPriceMicros: line.unitPriceMicros,
      net: sum(line.netMinor),
      taxRateMilli: line.taxRateMilli,
      taxReason: line.taxReason,
      tax: sum(line.taxMinor),
    })),
    deductions: row.deductions.map((deduction) => ({
      depositId: deduction.depositId,
      taxRateMilli: deduction.taxRateMilli,
      net: sum(deduction.netMinor),
      tax: sum(deduction.taxMinor),
    })),
  } as Invoice;
}

export async function invoiceById(db: Database | Tx, workspaceId: string, id: string): Promise<Invoice> {
  const row = await findRow(db, workspaceId, id);
  if (!row) throw notFound('invoice');
  return toInvoice(row);
}

export async function findInvoice(db: Database | Tx, workspaceId: string, id: string): Promise<Invoice | undefined> {
  const row = await findRow(db, workspaceId, id);
  return row ? toInvoice(row) : undefined;
}

export async function invoiceStateOf(db: Database | Tx, workspaceId: string, id: string): Promise<InvoiceState> {
  const row = await db.invoice.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: { state: true },
  });
  if (!row) throw notFound('invoice');
  return z.enum(INVOICE_STATES).parse(row.state);
}

/** A project's invoices, oldest first. */
export async function invoicesOf(db: Database | Tx, workspaceId: string, projectId: string): Promise<Invoice[]> {
  const rows = await db.invoice.findMany({
    where: { workspaceId, projectId },
    include: INCLUDE,
    orderBy: { id: 'asc' },
  });
  return rows.map(toInvoice);
}

/** The issued document as it was frozen; a draft has none. */
export async function frozenOf(db: Database | Tx, workspaceId: string, id: string): Promise<Frozen> {
  const row = await db.invoice.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: { frozen: true },
  });
  if (!row?.frozen) throw notFound('invoice');
  return Frozen.parse(row.frozen);
}

/** The hash of the paper that was made for an invoice, once one was. */
export async function paperOf(db: Database | Tx, workspaceId: string, id: string): Promise<Uint8Array | undefined> {
  const row = await db.invoice.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: { pdfSha256: true },
  });
  return row?.pdfSha256 ?? undefined;
}

type InstalmentRow = { dueOn: Date | null; totalMinor: bigint; project: { currency: string } };

function toInstalment({ dueOn, totalMinor, project, ...row }: InstalmentRow): Instalment {
  return { ...row, dueOn: dueOn && columnToDay(dueOn), total: money(totalMinor, project.currency) } as Instalment;
}

/** A project's invoices that are still to come, in order. */
export async function plannedOf(db: Database | Tx, workspaceId: string, projectId: string): Promise<Instalment[]> {
  const rows = await db.instalment.findMany({
    where: { workspaceId, projectId, state: 'planned' },
    include: { project: { select: { currency: true } } },
    orderBy: { position: 'asc' },
  });
  return rows.map(toInstalment);
}

export async function instalmentById(db: Database | Tx, workspaceId: string, id: string): Promise<Instalment> {
  const row = await db.instalment.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    include: { project: { select: { currency: true } } },
  });
  if (!row) throw notFound('instalment');
  return toInstalment(row);
}

/** What was billed of the work that an entry keeps open, tax included. */
export async function workedTotalOf(db: Database | Tx, open: Instalment): Promise<Money> {
  const { workspaceId, versionId } = open;
  const { _sum } = await db.instalment.aggregate({
    where: { workspaceId, versionId, kind: 'worked', state: 'issued', invoice: { state: { not: 'void' } } },
    _sum: { totalMinor: true },
  });
  return money(_sum.totalMinor ?? 0n, open.total.currency);
}

/** Whether a version's invoices are planned already. */
export async function hasInstalments(db: Database | Tx, workspaceId: string, versionId: string): Promise<boolean> {
  return (await db.instalment.count({ where: { workspaceId, versionId } })) > 0;
}

export async function lastPosition(db: Database | Tx, workspaceId: string, projectId: string): Promise<number> {
  const { _max } = await db.instalment.aggregate({ where: { workspaceId, projectId }, _max: { position: true } });
  return _max.position ?? 0;
}

export async function invoiceOfInstalment(
  db: Database | Tx,
  workspaceId: string,
  instalmentId: string,
): Promise<Id<'invoice'> | undefined> {
  const row = await db.invoice.findFirst({ where: { workspaceId, instalmentId }, select: { id: true } });
  return row?.id as Id<'invoice'> | undefined;
}
