import type { ViewOutput } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { type Client, mainContact, partyName } from '../clients/client.ts';
import { clientByEmail, clientById, clientCalled } from '../clients/read.ts';
import { versionById } from '../contracts/read.ts';
import { cardsCanTake } from '../payments/payment.ts';
import type { Config } from '../platform/config.ts';
import type { Core } from '../platform/work.ts';
import { projectById } from '../projects/read.ts';
import { addDays, dayIn, formatDay } from '../shared/dates.ts';
import { isId, newId } from '../shared/ids.ts';
import { formatMoney, type Money, minus, money, parseMoney, sum } from '../shared/money.ts';
import { unlessRefused } from '../shared/refusal.ts';
import { type Sums, sumsOf } from '../shared/tax.ts';
import { hasWayToPay } from '../workspaces/read.ts';
import type { Business, Visit } from '../workspaces/workspace.ts';
import { deductionsOf } from './deduct-read.ts';
import {
  daysFrom,
  type FormAt,
  filledSoFar,
  invoiceFormView,
  type Kept,
  keptIn,
  quantityFrom,
  type Values,
} from './form.ts';
import { type IssueFacts, previewOfIssue } from './issue-preview.ts';
import { NEW_PROJECT, type Offered, offersOf } from './offer.ts';
import { offeredTo } from './offer-read.ts';
import { itemOf } from './planned.ts';
import { findInvoice, instalmentById } from './read.ts';
import { taxOfProject } from './tax-read.ts';
import { workedItem } from './worked.ts';

/** What `/invoice` reads from the words behind it; filled by the reader of briefs. */
export type InvoiceWords = { values: Values; notes: string[] };

export type FormParts = {
  core: Core;
  config: Pick<Config, 'stripe'>;
  /** Reads a client, a sum and a purpose out of what was typed; never guesses. */
  read: (text: string, business: Business) => InvoiceWords;
};

export type BusinessVisit = Visit & { business: Business };

/** The form with what was typed, what is planned, and the projects an invoice may belong to. */
export async function formFor(
  parts: FormParts,
  { workspace, business }: BusinessVisit,
  text: string,
  channelId: string | undefined,
): Promise<ModalView> {
  const { core, read } = parts;
  const words = text ? read(text, business) : { values: {}, notes: [] };
  const known = await knownClient(core, workspace.id, words.values);
  const kept = { key: newId('invoice', core.clock.now()), ...(channelId && { channelId }) };
  return formView(parts, business, {
    chosen: NEW_PROJECT,
    values: known ? { ...words.values, ...valuesOf(known, words.values) } : words.values,
    notes: words.notes,
    kept,
  });
}

/**
 * The form again, after something was chosen or typed that changes what issuing leads to; undefined once it was sent, or
 * the last key pressed before would bring the form back.
 */
export async function formAgain(
  parts: FormParts,
  { business }: BusinessVisit,
  view: ViewOutput,
): Promise<ModalView | undefined> {
  const { db } = parts.core;
  const { workspaceId } = business;
  const { chosen, values } = filledSoFar(view);
  const planned = isId('instalment', chosen) ? await instalmentById(db, workspaceId, chosen) : undefined;
  if (await findInvoice(db, workspaceId, keptIn(view).key)) return undefined;
  if (planned && planned.state !== 'planned') return undefined;
  return formView(parts, business, { chosen, values, notes: [], kept: keptIn(view) });
}

type Filled = { chosen: string; values: Values; notes: readonly string[]; kept: Kept };

async function formView(parts: FormParts, business: Business, filled: Filled): Promise<ModalView> {
  const { core } = parts;
  const { workspaceId } = business;
  const { values, chosen, kept } = filled;
  const [{ planned, projects }, facts, tax] = await Promise.all([
    offeredTo(core.db, workspaceId),
    factsOf(core, business, filled),
    taxOfProject(core.db, business, isId('project', chosen) ? chosen : undefined),
  ]);
  const one = planned.find(({ id }) => id === chosen);
  const rate = one?.rate ?? undefined;
  const defaults = { kind: 'business' as const, currency: business.currency, netDays: String(business.netDays) };
  const at: FormAt = {
    kind: kindOf(chosen, rate !== undefined),
    chosen,
    unit: rate?.unit,
    offers: offersOf(planned, projects),
    values: {
      ...defaults,
      ...(rate && { title: one?.title }),
      taxIncluded: values.kind === 'private',
      ...defined(values),
    },
    taxed: tax.taxRateMilli > 0,
    notes: [...filled.notes, ...(chosen === NEW_PROJECT ? plannedNote(planned) : [])],
    unpayable: await unpayable(parts, business, facts && minus(facts.sums.total, facts.off)),
    preview: facts ? previewOfIssue(facts) : [],
    kept,
  };
  return invoiceFormView(at);
}

function defined(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

function plannedNote([first, ...more]: readonly Offered[]): string[] {
  if (!first) return [];
  if (more.length > 0) return ['There are planned invoices. To issue one now, choose it under What to bill.'];
  if (first.rate) return [`To bill the work on “${first.title}”, choose it under What to bill.`];
  const what = `${first.label === null ? 'The balance' : `“${first.label}”`} of “${first.title}”, ${formatMoney(first.total)},`;
  return [
    first.dueOn
      ? `${what} goes out by itself on ${formatDay(first.dueOn)}. To issue it now, choose it under What to bill.`
      : `${what} goes out when you say that it is done: choose it under What to bill.`,
  ];
}

function kindOf(chosen: string, worked: boolean): FormAt['kind'] {
  if (chosen === NEW_PROJECT) return 'new';
  if (!isId('instalment', chosen)) return 'more';
  return worked ? 'worked' : 'planned';
}

async function unpayable(
  { core, config }: FormParts,
  business: Business,
  total: Money | undefined,
): Promise<string | undefined> {
  if (business.hasBankDetails) return undefined;
  if (!(await hasWayToPay(core.db, config, business)))
    return 'Clients can’t pay yet: there are no bank details, so the invoice can’t say where to.';
  if (total && !cardsCanTake(total)) return 'Cards can’t take this sum, and there are no bank details for a transfer.';
  return undefined;
}

/** What is known of issuing; undefined until client and sum can be read. */
async function factsOf(core: Core, business: Business, { chosen, values }: Filled): Promise<IssueFacts | undefined> {
  if (isId('instalment', chosen)) return plannedFacts(core, business, chosen, values);
  const { fee } = values;
  if (!fee) return undefined;
  const { workspaceId } = business;
  const project = isId('project', chosen) ? await projectById(core.db, workspaceId, chosen) : undefined;
  const price = unlessRefused(() => parseMoney(fee, project?.currency ?? values.currency ?? business.currency));
  const netDays = unlessRefused(() => daysFrom(values.netDays ?? String(business.netDays)));
  if (!price || netDays === undefined) return undefined;
  const client = project
    ? await clientById(core.db, workspaceId, project.clientId)
    : values.email && (await clientByEmail(core.db, workspaceId, values.email));
  const taxIncluded = values.taxIncluded ?? values.kind === 'private';
  const { taxRateMilli } = await taxOfProject(core.db, business, project?.id);
  return {
    ...surroundings(core, business, client || undefined, netDays),
    ...(client ? {} : { to: { name: values.client ?? 'The client', email: values.email } }),
    ...priced(sumsOf(price, taxRateMilli, taxIncluded), taxRateMilli, taxIncluded),
  };
}

/** What issuing a planned part, a balance, or so much work leads to; undefined until it is said how much. */
async function plannedFacts(
  core: Core,
  business: Business,
  id: string,
  values: Values,
): Promise<IssueFacts | undefined> {
  const { workspaceId } = business;
  const one = await instalmentById(core.db, workspaceId, id);
  const [{ terms }, project] = await Promise.all([
    versionById(core.db, workspaceId, one.versionId ?? ''),
    projectById(core.db, workspaceId, one.projectId),
  ]);
  const { quantity, title = project.title } = values;
  const worked = one.kind === 'worked';
  const item = worked
    ? quantity && unlessRefused(() => workedItem(terms, { title, quantityMilli: quantityFrom(quantity) }))
    : itemOf(one, terms, project.title);
  if (!item) return undefined;
  const final = worked ? values.last === true : one.kind === 'balance';
  const [client, deductions] = await Promise.all([
    clientById(core.db, workspaceId, project.clientId),
    final ? deductionsOf(core.db, workspaceId, project.id) : [],
  ]);
  const typed = worked && values.netDays ? unlessRefused(() => daysFrom(values.netDays ?? '')) : undefined;
  const sums = sumsOf(item.price, item.taxRateMilli, item.taxIncluded);
  return {
    ...surroundings(core, business, client, typed ?? terms.netDays?.value ?? business.netDays),
    ...priced(sums, item.taxRateMilli, item.taxIncluded),
    off: sum(
      deductions.flatMap(({ net, tax }) => [net, tax]),
      sums.total.currency,
    ),
  };
}

function priced(sums: Sums, taxRateMilli: number, taxIncluded: boolean) {
  return { sums, taxRateMilli, taxIncluded, off: money(0n, sums.total.currency) };
}

function surroundings(core: Core, business: Business, client: Client | undefined, netDays: number) {
  const now = core.clock.now();
  return {
    now,
    zone: client?.timeZone ?? business.timeZone,
    dueOn: addDays(dayIn(business.timeZone, now), netDays),
    to: client
      ? { name: partyName(client), email: mainContact(client).email }
      : { name: 'The client', email: undefined },
  };
}

/** A client of the workspace, by the address that was typed, else by a name that is exactly theirs. */
async function knownClient(core: Core, workspaceId: string, values: Values): Promise<Client | undefined> {
  if (values.email) return clientByEmail(core.db, workspaceId, values.email);
  const name = values.client ?? values.title;
  return name ? clientCalled(core.db, workspaceId, name) : undefined;
}

function valuesOf(known: Client, typed: Values): Values {
  const [name, title] = [partyName(known), typed.title];
  const named = [known.name, known.company].some((each) => each?.toLowerCase() === title?.toLowerCase());
  return {
    client: name,
    email: typed.email ?? mainContact(known).email,
    kind: known.kind,
    currency: typed.currency ?? known.currency,
    ...(named && { title: undefined }),
  };
}
