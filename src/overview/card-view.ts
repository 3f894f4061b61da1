import { type Booking, sayWhen } from '../bookings/booking.ts';
import { bookingsOf } from '../bookings/read.ts';
import type { Template } from '../clauses/clause.ts';
import { templateFor } from '../clauses/template-read.ts';
import { type Client, mainContact, partyName } from '../clients/client.ts';
import { clientById } from '../clients/read.ts';
import { versionThatCounts } from '../contracts/change-order.ts';
import { clientChangesOf } from '../contracts/change-read.ts';
import { customWords, isSigned, type Version } from '../contracts/contract.ts';
import { changeVersionsOf, versionsOf } from '../contracts/read.ts';
import { isPriced, partyOf, slotsIn, type Terms } from '../contracts/terms.ts';
import { callingOffWords, depositWords, priceWords, summaryLines } from '../contracts/terms-summary.ts';
import { slotWhen } from '../contracts/terms-wording.ts';
import { isGivenBack } from '../invoices/deduct.ts';
import { type Instalment, type Invoice, isOverdue, nameOf } from '../invoices/invoice.ts';
import { invoicesOf, plannedOf } from '../invoices/read.ts';
import { standingOf } from '../invoices/view.ts';
import type { Payment } from '../payments/payment.ts';
import { paymentsOf } from '../payments/read.ts';
import type { Database } from '../platform/database.ts';
import { openedAt } from '../projects/link-read.ts';
import type { Project } from '../projects/project.ts';
import { projectById } from '../projects/read.ts';
import { nextPlanned } from '../reminders/next-read.ts';
import { dayIn, formatDay, formatInstant } from '../shared/dates.ts';
import { formatMoney } from '../shared/money.ts';
import { businessById } from '../workspaces/read.ts';
import type { Business } from '../workspaces/workspace.ts';
import { type ChangeShown, changesShown, totalWithChanges } from './card-changes.ts';
import { moneyFacts } from './card-money.ts';
import { suggestionLine, warningsOf } from './card-warnings.ts';
import { plannedLines } from './planned-lines.ts';

/** What the card is about now; outside tests read it from the message's metadata. */
export type CardState = Project['state'] | 'editing' | 'signed' | 'processing' | 'overdue';

export type CardView = {
  project: Pick<Project, 'id' | 'title' | 'revision'>;
  state: CardState;
  /** A coloured mark, which the words beside it say as well. */
  mark: string;
  standing: string;
  client: string;
  facts: (readonly [label: string, value: string])[];
  /** What happened and what comes, a line each, newest last. */
  lines: string[];
  warnings: string[];
  /** The version its buttons act on. */
  version: Pick<Version, 'id' | 'state' | 'reading'> | undefined;
  /** Change orders that wait for someone, with buttons of their own. */
  changes: ChangeShown[];
  /** An invoice is open: a transfer for it can be recorded. */
  owing: boolean;
};

/** What the card is made from, read once. */
export type CardScene = {
  project: Project;
  client: Client;
  business: Business;
  /** Of the contract itself; those of its change orders beside them. */
  versions: Version[];
  changeVersions: Version[];
  invoices: Invoice[];
  /** Invoices that are agreed and still to come. */
  planned: Instalment[];
  payments: Payment[];
  bookings: Booking[];
  /** Who waits for an answer to a change they asked for. */
  asking: string | undefined;
  /** What the version that counts was made of. */
  template: Template | undefined;
  now: Date;
};

/** Everything the card says, read once; the rendering computes nothing. */
export async function cardViewOf(db: Database, workspaceId: string, projectId: string, now: Date): Promise<CardView> {
  const project = await projectById(db, workspaceId, projectId);
  const [client, business, versions, changeVersions, invoices, planned, payments, bookings, asked] = await Promise.all([
    clientById(db, workspaceId, project.clientId),
    businessById(db, workspaceId, project.businessId),
    versionsOf(db, workspaceId, projectId),
    changeVersionsOf(db, workspaceId, projectId),
    invoicesOf(db, workspaceId, projectId),
    plannedOf(db, workspaceId, projectId),
    paymentsOf(db, workspaceId, projectId),
    bookingsOf(db, workspaceId, projectId),
    clientChangesOf(db, workspaceId, projectId),
  ]);
  const version = versionThatCounts(versions);
  const template = await templateFor(db, workspaceId, version?.terms.template?.value ?? '');
  const read = { project, client, business, versions, changeVersions, invoices, planned, payments, bookings };
  const asking = asked.find(({ state }) => state === 'open')?.askedBy;
  const scene: CardScene = { ...read, asking, template, now };
  const changes = changesShown(scene.changeVersions);
  const { state, mark, standing } = standingOfProject(scene, version);
  return {
    project,
    state,
    mark,
    standing,
    client: clientWords(client, version),
    facts: factsOf(scene, version, totalWithChanges(version, changes)),
    lines: [
      ...(await historyOf(db, scene, version)),
      ...changes.map(({ words }) => `Change order: ${words}`),
      ...(await nextOf(db, scene)),
      ...suggestionLine(scene, version),
    ],
    warnings: await warningsOf(db, scene, version),
    version,
    changes: changes.filter(({ open }) => open),
    owing: invoices.some((invoice) => invoice.state === 'open'),
  };
}

function clientWords(client: Client, version: Version | undefined): string {
  const email = version?.terms.clientEmail?.value ?? mainContact(client).email;
  return `${(version && partyOf(version.terms)) ?? partyName(client)} (${email})`;
}

type Standing = Pick<CardView, 'state' | 'mark' | 'standing'>;

function standingOfProject(scene: CardScene, version: Version | undefined): Standing {
  const { project, invoices, business, now } = scene;
  const says = (state: CardState, mark: string, standing: string): Standing => ({ state, mark, standing });
  const today = dayIn(business.timeZone, now);
  const open = invoices.filter((invoice) => invoice.state === 'open');
  const late = open.find((invoice) => isOverdue(invoice, today));
  switch (project.state) {
    case 'drafting':
      return says('drafting', '⚪', 'Draft. Nothing has gone to the client yet.');
    case 'offered':
      if (scene.asking) return says('offered', '🟠', `${scene.asking} asks for a change. Answer in the thread.`);
      return version?.state === 'draft'
        ? says('editing', '🟡', 'A new version is drafted; the one before it is still out.')
        : says('offered', '🟡', 'Sent. Waiting for the signature.');
    case 'declined':
      return version?.state === 'draft'
        ? says('editing', '🟡', 'A new version is drafted; the client declined the one before it.')
        : says('declined', '🔴', 'Declined by the client.');
    case 'discarded':
      return says('discarded', '⚫', version?.sentAt ? 'Withdrawn.' : 'Discarded.');
    case 'released':
      return says('released', '🔴', 'The deposit did not come, so the date is free again.');
    case 'agreed':
      return invoices.some(({ state }) => state === 'processing')
        ? says('processing', '🟠', 'Signed. The deposit is on its way.')
        : says(
            'signed',
            '🟠',
            open.length > 0 ? 'Signed. Waiting for the deposit.' : 'Signed. The contract is being sealed.',
          );
    case 'finished':
      return says('finished', '🟢', 'Done and paid.');
    case 'active': {
      if (late) return says('overdue', '🔴', `${nameOf(late)} is overdue.`);
      if (invoices.some(({ state }) => state === 'processing'))
        return says('processing', '🟢', 'A payment is on its way.');
      return says('active', '🟢', goingOn(scene, version));
    }
  }
}

/** A date is the news until it is over; after that, what is still to be paid. */
function goingOn({ bookings, invoices, planned, now }: CardScene, version: Version | undefined): string {
  const dated = bookings.filter(({ state }) => state === 'confirmed');
  const next = dated.find(({ endAt }) => endAt > now);
  if (next) return `Booked: ${sayWhen(next)}.`;
  const done = dated.length > 0 ? 'The date is over. ' : '';
  if (invoices.some(({ state }) => state === 'open')) return `${done}Invoiced.`;
  if (done) return planned.length > 0 ? `${done}More is still to be invoiced.` : `${done}Nothing is owed.`;
  return version && !isPriced(version.terms) ? 'Signed and in force. Nothing is to be paid.' : 'Under way.';
}

function factsOf(scene: CardScene, version: Version | undefined, withChanges: string | undefined): CardView['facts'] {
  const facts: (readonly [string, string])[] = [];
  const { terms } = version ?? {};
  if (version && terms && (terms.fee || terms.rate || !isPriced(terms))) {
    facts.push(...(isPriced(terms) ? priceFacts(terms) : secretFacts(terms)));
    const [slot, ...later] = slotsIn(terms);
    const more = later.length > 0 ? ` and ${later.length} more` : '';
    if (slot) facts.push(['Booking', `${slotWhen(slot, scene.business.timeZone)}${more}`]);
    if (terms.startOn) facts.push(['Start', formatDay(terms.startOn.value)]);
    if (withChanges) facts.push(['With changes', withChanges]);
    if (terms.endOn) facts.push(['Done by', formatDay(terms.endOn.value)]);
    const callingOff = isPriced(terms) && callingOffWords(terms);
    if (callingOff) facts.push(['Calling off', callingOff]);
    const custom = customWords(version);
    const named = custom.map(({ clause }) => clause).join(', ');
    if (named && !isSigned(version)) facts.push(['Custom wording', named.slice(0, 300)]);
  }
  return [...facts, ...moneyFacts(scene)];
}

const priceFacts = (terms: Terms): CardView['facts'] => [
  ['Price', priceWords(terms)],
  ['Deposit', depositWords(terms)],
];

/** What a contract without a price is about, and for how long; that it has none is said where it stands. */
function secretFacts(terms: Terms): CardView['facts'] {
  const shown: readonly string[] = ['purpose', 'secretMonths', 'governingLaw'];
  return summaryLines(terms).flatMap(({ field, label, value }) =>
    shown.includes(field) ? [[label, value] as const] : [],
  );
}

async function historyOf(db: Database, scene: CardScene, version: Version | undefined): Promise<string[]> {
  const { business, invoices, now, project } = scene;
  const zone = business.timeZone;
  const when = (at: Date) => formatInstant(at, zone).replace(/ \([^)]*\)$/, '');
  const out = scene.versions.find(({ state }) => ['sent', 'signed', 'sealed', 'declined'].includes(state)) ?? version;
  const opened = out?.sentAt
    ? await openedAt(db, project.workspaceId, { projectId: project.id, subjectId: out.id }, out.sentAt)
    : undefined;
  const lines: string[] = [];
  if (out?.sentAt) lines.push(`Sent ${when(out.sentAt)}`);
  if (opened) lines.push(`Opened by a person ${when(opened)}`);
  if (out?.viewedAt) lines.push(`Viewed ${when(out.viewedAt)}`);
  if (out?.signedAt) lines.push(`Signed ${when(out.signedAt)}`);
  if (out?.declineReason) lines.push(`Reason: ${out.declineReason}`);
  for (const invoice of invoices.filter(({ state }) => state !== 'draft')) {
    const paidOn = invoice.paidAt ? dayIn(zone, invoice.paidAt) : undefined;
    lines.push(`${nameOf(invoice)}: ${formatMoney(invoice.total)}. ${standingOf(invoice, paidOn, dayIn(zone, now))}`);
  }
  return lines;
}

/** What comes by itself: the next invoice, the next reminder, the end of a hold, a pause. */
async function nextOf(
  db: Database,
  { project, bookings, business, invoices, planned, payments, now }: CardScene,
): Promise<string[]> {
  const { workspaceId, id } = project;
  const next = await nextPlanned(db, workspaceId, id, now);
  const lines: string[] = [];
  const held = bookings.find(({ state }) => state === 'held');
  if (held?.holdEndsAt) lines.push(`Date kept until ${formatInstant(held.holdEndsAt, held.zone)}`);
  if (!isGivenBack(invoices, payments)) lines.push(...plannedLines(planned, business.timeZone));
  if (next.goes === 'at')
    lines.push(next.paused ? `Reminders paused; the next goes out ${next.when}` : `Next reminder ${next.when}`);
  if (next.goes === 'when-answered') lines.push('Reminders wait for your answer');
  if (next.goes === 'stopped') lines.push('Reminders were stopped');
  return lines;
}
