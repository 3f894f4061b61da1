import { findOrAddClient } from '../clients/add.ts';
import { mainContact } from '../clients/client.ts';
import { clientById } from '../clients/read.ts';
import { unsupported } from '../documents/fonts.ts';
import { type Core, transact, type Work } from '../platform/work.ts';
import { openProject } from '../projects/open.ts';
import type { Project } from '../projects/project.ts';
import { lockProject, projectById } from '../projects/read.ts';
import { type Id, isId } from '../shared/ids.ts';
import type { Money } from '../shared/money.ts';
import { notFound, Refusal } from '../shared/refusal.ts';
import { businessOf, lockWorkspace } from '../workspaces/read.ts';
import type { Business } from '../workspaces/workspace.ts';
import type { Invoice } from './invoice.ts';
import { issueInvoice } from './issue.ts';
import { findInvoice, invoiceById } from './read.ts';

export type IssueNow = {
  /** The invoice's id to be: the same form sent twice issues one invoice. */
  key: string;
  memberId: Id<'member'>;
  client: string;
  email: string;
  kind: 'business' | 'private';
  title: string;
  price: Money;
  taxIncluded: boolean;
  netDays: number;
  /** A project that is there; without one the invoice gets a project of its own. */
  projectId: string | undefined;
  /** Where the card of a new project goes. */
  channelId: string;
};

/**
 * Issues an invoice without a contract: for the client if they are new, in a project of its own unless one is named.
 *
 * @throws Refusal at the field that is wrong.
 */
export async function issueNow(core: Core, workspaceId: Id<'workspace'>, order: IssueNow): Promise<Invoice> {
  const { key } = order;
  if (!isId('invoice', key)) throw notFound('form');
  checkLetters(order);
  return transact(core, workspaceId, async (work) => {
    // Orders the submissions of one form: the second waits and then finds the invoice.
    if (!order.projectId) await lockWorkspace(work);
    const project = order.projectId ? await lockProject(work, order.projectId) : undefined;
    const standing = await findInvoice(work.tx, workspaceId, key);
    if (standing) return standing;
    const business = await businessOf(work.tx, workspaceId);
    if (!business)
      throw new Refusal('business.missing', 'An owner has to fill in your business first: /retainer settings.');
    const within = project ? await checkProject(work, project, order) : await newProject(work, business, order);
    const id = await issueInvoice(work, {
      id: key,
      project: within,
      kind: 'standard',
      items: [
        {
          description: order.title,
          price: order.price,
          taxRateMilli: business.taxRateMilli,
          taxIncluded: order.taxIncluded,
        },
      ],
      netDays: order.netDays,
      actor: order.memberId,
    });
    return invoiceById(work.tx, workspaceId, id);
  });
}

function checkLetters({ client, title }: IssueNow): void {
  for (const [field, words] of Object.entries({ client, title })) {
    const missing = unsupported(words);
    if (missing.length > 0)
      throw new Refusal(
        'invoice.letters',
        `The PDF can’t print ${missing.slice(0, 5).join(' ')}. Write it in Latin, Greek or Cyrillic letters.`,
        field,
      );
  }
}

/** A project has one client and one currency. */
async function checkProject(work: Work, project: Project, order: IssueNow): Promise<Project> {
  if (project.currency !== order.price.currency)
    throw new Refusal('invoice.currency', `That project is in ${project.currency}.`, 'currency');
  if (project.state !== 'active' && project.state !== 'finished')
    throw new Refusal(
      'invoice.not-started',
      'That project has not started yet. Choose a project of its own.',
      'project',
    );
  const client = await clientById(work.tx, work.workspaceId, project.clientId);
  if (mainContact(client).email !== order.email)
    throw new Refusal(
      'invoice.other-client',
      `That project is ${client.name}’s (${mainContact(client).email}).`,
      'email',
    );
  return project;
}

async function newProject(work: Work, business: Business, order: IssueNow): Promise<Project> {
  const client = await findOrAddClient(work, {
    name: order.client,
    email: order.email,
    by: order.memberId,
    more: {
      kind: order.kind,
      company: order.kind === 'business' ? order.client : null,
      currency: order.price.currency,
    },
  });
  const projectId = await openProject(work, {
    businessId: business.id,
    clientId: client.id,
    freelancerId: order.memberId,
    title: order.title,
    currency: order.price.currency,
    pricesIncludeTax: order.taxIncluded,
    state: 'active',
    channelId: order.channelId,
  });
  return projectById(work.tx, work.workspaceId, projectId);
}
