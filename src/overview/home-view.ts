import { clientById } from '../clients/read.ts';
import type { Version } from '../contracts/contract.ts';
import { changeVersionsOf, liveVersionOf, shownVersionOf } from '../contracts/read.ts';
import { isPriced } from '../contracts/terms.ts';
import { type Invoice, isOverdue } from '../invoices/invoice.ts';
import { invoicesOf } from '../invoices/read.ts';
import { type OpenMoney, openMoneyOf } from '../payments/open-money-read.ts';
import { paymentsOf } from '../payments/read.ts';
import type { Database } from '../platform/database.ts';
import type { Project } from '../projects/project.ts';
import { openQuestionsOf } from '../projects/question-read.ts';
import { projectsOf } from '../projects/read.ts';
import { stepsOf } from '../reminders/read.ts';
import { type Day, dayIn, formatDay } from '../shared/dates.ts';
import { formatMoney } from '../shared/money.ts';
import type { Business } from '../workspaces/workspace.ts';
import { changesShown } from './card-changes.ts';

/** One project on the Home, with why it stands where it does. */
export type HomeLine = { title: string; client: string; why: string; channelId: string | null };

export type HomeView = {
  business: string;
  attention: HomeLine[];
  quiet: HomeLine[];
  /** Open money, a sentence for each currency. */
  money: string[];
  recent: HomeLine[];
};

/** Nothing happened for this long, in milliseconds of business time. */
const QUIET_MS = 3 * 86_400_000;
/** Read for the Home; older ones are found by their cards. */
const LOOKED_AT = 60;
const SHOWN = 8;

type Looked = { project: Project; client: string; invoices: Invoice[]; attention: string | undefined };

export async function homeViewOf(db: Database, workspaceId: string, business: Business, now: Date): Promise<HomeView> {
  const today = dayIn(business.timeZone, now);
  const [projects, money] = await Promise.all([
    projectsOf(db, workspaceId, LOOKED_AT),
    openMoneyOf(db, workspaceId, today),
  ]);
  const looked = await Promise.all(projects.map((project) => lookAt(db, project, today)));
  const line = ({ project, client }: Looked, why: string): HomeLine => ({
    title: project.title,
    client,
    why,
    channelId: project.channelId,
  });
  const needs = looked.filter(({ attention }) => attention !== undefined);
  const quiet = looked.filter((one) => !needs.includes(one) && isQuiet(one, now));
  return {
    business: business.name,
    attention: needs.slice(0, SHOWN).map((one) => line(one, one.attention ?? '')),
    quiet: quiet
      .slice(0, SHOWN)
      .map((one) => line(one, `nothing since ${formatDay(dayIn(business.timeZone, one.project.movedAt))}`)),
    money: money.map(moneyWords),
    recent: await Promise.all(looked.slice(0, SHOWN).map(async (one) => line(one, await standingOf(db, one)))),
  };
}

const RECENT: Record<Project['state'], string> = {
  drafting: 'draft',
  offered: 'sent, not signed yet',
  agreed: 'signed, not started',
  active: 'under way',
  finished: 'done and paid',
  declined: 'declined',
  discarded: 'discarded',
  released: 'date given up',
};

/** Where a project stands in a few words; a contract without a price leads to no work and no money. */
async function standingOf(db: Database, { project, invoices }: Looked): Promise<string> {
  const { workspaceId, id, state } = project;
  const version = state === 'active' && invoices.length === 0 && (await liveVersionOf(db, workspaceId, id));
  return version && !isPriced(version.terms) ? 'signed, nothing to pay' : RECENT[state];
}

async function lookAt(db: Database, project: Project, today: Day): Promise<Looked> {
  const { workspaceId, id } = project;
  const [client, invoices] = await Promise.all([
    clientById(db, workspaceId, project.clientId),
    invoicesOf(db, workspaceId, id),
  ]);
  return { project, client: client.name, invoices, attention: await attentionOf(db, project, invoices, today) };
}

/** The one thing about a project that waits for a person of the team. */
async function attentionOf(
  db: Database,
  project: Project,
  invoices: Invoice[],
  today: Day,
): Promise<string | undefined> {
  const { workspaceId, id } = project;
  const questions = await openQuestionsOf(db, workspaceId, id);
  if (questions.length > 0) return 'a question waits for your answer';
  if (project.state === 'discarded' || project.state === 'finished') return undefined;
  if (project.state === 'drafting') return 'a draft waits to be sent';
  if (project.state === 'declined')
    return `declined: ${(await shownVersionOf(db, workspaceId, id)).declineReason ?? 'see the thread'}`;
  const payments = await paymentsOf(db, workspaceId, id);
  if (payments.some(({ disputedAt, disputeLostAt }) => disputedAt && !disputeLostAt)) return 'a payment is disputed';
  const steps = await stepsOf(db, workspaceId, id);
  if (steps.some(({ state }) => state === 'unknown')) return 'a reminder may not have arrived';
  const late = invoices.find((invoice) => isOverdue(invoice, today));
  if (late?.dueOn) return `overdue since ${formatDay(late.dueOn)}`;
  return changeThatWaits(await changeVersionsOf(db, workspaceId, id));
}

/** A change order that nobody has signed yet: the one the freelancer has to send first, else one that is out. */
function changeThatWaits(versions: readonly Version[]): string | undefined {
  const open = changesShown(versions).map(({ version }) => version);
  const words = (state: Version['state'], how: string) => {
    const found = open.find((version) => version.state === state);
    return found && `the change order “${found.terms.title?.value ?? ''}” ${how}`;
  };
  return words('draft', 'waits to be sent') ?? words('sent', 'is sent, not signed yet');
}

function isQuiet({ project, invoices }: Looked, now: Date): boolean {
  const waits = project.state === 'offered' || invoices.some(({ state }) => state === 'open');
  return waits && now.getTime() - project.movedAt.getTime() > QUIET_MS;
}

function moneyWords({ owed, overdue, invoices }: OpenMoney): string {
  const words = `${formatMoney(owed)} open on ${invoices === 1 ? 'one invoice' : `${invoices} invoices`}`;
  return overdue.minor > 0n ? `${words}, ${formatMoney(overdue)} of it overdue` : words;
}
