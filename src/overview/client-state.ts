import type { Booking } from '../bookings/booking.ts';
import { isSigned, type Version } from '../contracts/contract.ts';
import { isPriced } from '../contracts/terms.ts';
import type { Invoice } from '../invoices/invoice.ts';
import type { Step } from '../portal/layout.tsx';
import type { Project } from '../projects/project.ts';

/** What the client's page is about right now: the next thing to do, or where things stand. */
export type ClientState =
  | 'superseded'
  | 'sign'
  | 'declined'
  | 'withdrawn'
  | 'deposit'
  | 'invoice'
  | 'processing'
  | 'signed'
  | 'released'
  | 'booked'
  | 'started'
  | 'paid'
  | 'open';

export type ClientScene = {
  project: Pick<Project, 'state'>;
  version: Pick<Version, 'state' | 'terms'> | undefined;
  invoices: readonly Pick<Invoice, 'kind' | 'state'>[];
  bookings: readonly Pick<Booking, 'state' | 'endAt'>[];
  now: Date;
};

function isAgreed(version: ClientScene['version']): boolean {
  return version !== undefined && isSigned(version);
}

/** A signature first, then a deposit, then whatever else is owed; only then how things stand. */
export function clientState({ project, version, invoices, bookings, now }: ClientScene): ClientState {
  if (version?.state === 'sent') return 'sign';
  if (version?.state === 'declined') return 'declined';
  if (version?.state === 'discarded') return 'withdrawn';
  if (project.state === 'released') return 'released';
  const owed = invoices.find(({ state }) => state === 'open');
  if (owed) return owed.kind === 'deposit' ? 'deposit' : 'invoice';
  if (invoices.some(({ state }) => state === 'processing')) return 'processing';
  if (project.state === 'finished') return 'paid';
  const dated = bookings.filter(({ state }) => state === 'confirmed');
  if (dated.some(({ endAt }) => endAt > now)) return 'booked';
  // After the date what was paid for it is the news, even where more is invoiced later.
  if (dated.length > 0 && invoices.some(({ kind, state }) => kind !== 'deposit' && state === 'paid')) return 'paid';
  if (version && isAgreed(version)) return project.state === 'active' && isPriced(version.terms) ? 'started' : 'signed';
  return invoices.some(({ state }) => state === 'paid') ? 'paid' : 'open';
}

/** The way from the contract to the last payment, as the client goes it. */
export function clientSteps(scene: ClientScene, deposit: boolean): Step[] {
  const { project, version, invoices, bookings } = scene;
  const signed = isAgreed(version);
  const started = project.state === 'active' || project.state === 'finished';
  const worked = started && (bookings.length > 0 || project.state === 'finished');
  // Without a price there is no work to wait for; an invoice may still come, for something else.
  const priced = !version || isPriced(version.terms);
  const depositPaid = invoices.some(({ kind, state }) => kind === 'deposit' && state === 'paid');
  const paid = project.state === 'finished';
  const lastLabel = paid ? 'Paid' : deposit ? 'Rest to pay' : 'To pay';
  const way: [label: string, done: boolean][] = [
    ...(version ? ([['Contract', signed]] as [string, boolean][]) : []),
    ...(deposit ? ([['Deposit', depositPaid]] as [string, boolean][]) : []),
    ...(priced ? ([[bookings.length > 0 ? 'Booked' : 'Work', worked]] as [string, boolean][]) : []),
    ...(priced || invoices.length > 0 ? ([[lastLabel, paid]] as [string, boolean][]) : []),
  ];
  // Before its invoice is there the last payment is nothing to do: it is still to come.
  const waits = priced && started && !invoices.some(({ state }) => state === 'open' || state === 'processing');
  const now = way.findIndex(([, done]) => !done);
  const look = (i: number) => (i === now && !(waits && i === way.length - 1) ? 'now' : 'next');
  return way.map(([label, done], i) => ({ label, state: done ? 'done' : look(i) }));
}
