import { clientById } from '../clients/read.ts';
import { shownVersionOf } from '../contracts/read.ts';
import type { Invoice } from '../invoices/invoice.ts';
import { invoicesOf } from '../invoices/read.ts';
import { paymentsOf } from '../payments/read.ts';
import type { Database } from '../platform/database.ts';
import type { Project } from '../projects/project.ts';
import { openQuestionsOf } from '../projects/question-read.ts';
import { projectsOf } from '../projects/read.ts';
import { stepsOf } from '../reminders/read.ts';
import { dayIn, formatDay } from '../shared/dates.ts';
import { formatMoney, sum } from '../shared/money.ts';
import type { Business } from '../workspaces/workspace.ts';

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
  const projects = await projectsOf(db, workspaceId, LOOKED_AT);
  const looked = await Promise.all(projects.map((project) => lookAt(db, project, now)));
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
    money: moneyWords(looked, dayIn(business.timeZone, now)),
    recent: looked.slice(0, SHOWN).map((one) => line(one, RECENT[one.project.state])),
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

async function lookAt(db: Database, project: Project, now: Date): Promise<Looked> {
  const { workspaceId, id } = project;
  const [client, invoices] = await Promise.all([
    clientById(db, workspaceId, project.clientId),
    invoicesOf(db, workspaceId, id),
  ]);
  return { project, client: client.name, invoices, attention: await attentionOf(db, project, invoices, now) };
}

/** The one thing about a project that waits for a person of the team. */
async function attentionOf(
  db: Database,
  project: Project,
  invoices: Invoice[],
  now: Date,
): Promise<string | undefined> {
  const { workspaceId, id } = project;
  if (project.state === 'discarded' || project.state === 'finished') return undefined;
  const questions = await openQuestionsOf(db, workspaceId, id);
  if (questions.length > 0) return 'a question waits for your answer';
  if (project.state === 'drafting') return 'a draft waits to be sent';
  if (project.state === 'declined')
    return `declined: ${(await shownVersionOf(db, workspaceId, id)).declineReason ?? 'see the thread'}`;
  const payments = await paymentsOf(db, workspaceId, id);
  if (payments.some(({ disputedAt, disputeLostAt }) => disputedAt && !disputeLostAt)) return 'a payment is disputed';
  const steps = await stepsOf(db, workspaceId, id);
  if (steps.some(({ state }) => state === 'unknown')) return 'a reminder may not have arrived';
  const late = invoices.find(
    ({ state, dueOn, zone }) => state === 'open' && dueOn !== null && dueOn < dayIn(zone, now),
  );
  return late?.dueOn ? `overdue since ${formatDay(late.dueOn)}` : undefined;
}

function isQuiet({ project, invoices }: Looked, now: Date): boolean {
  const waits = project.state === 'offered' || invoices.some(({ state }) => state === 'open');
  return waits && now.getTime() - project.movedAt.getTime() > QUIET_MS;
}

function moneyWords(looked: readonly Looked[], today: string): string[] {
  const open = looked
    .flatMap(({ invoices }) => invoices)
    .filter(({ state }) => state === 'open' || state === 'processing');
  return [...new Set(open.map(({ currency }) => currency))].sort().map((currency) => {
    const mine = open.filter((invoice) => invoice.currency === currency);
    const late = mine.filter(({ dueOn, state }) => state === 'open' && dueOn !== null && dueOn < today);
    const total = (invoices: readonly Invoice[]) =>
      formatMoney(
        sum(
          invoices.map((one) => one.total),
          currency,
        ),
      );
    const words = `${total(mine)} open on ${mine.length === 1 ? 'one invoice' : `${mine.length} invoices`}`;
    return late.length > 0 ? `${words}, ${total(late)} of it overdue` : words;
  });
}
