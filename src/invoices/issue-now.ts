import { findOrAddClient } from '../clients/add.ts';
import { mainContact } from '../clients/client.ts';
import { clientById } from '../clients/read.ts';
import { unprintable } from '../documents/fonts.ts';
import { type Core, transact, type Work } from '../platform/work.ts';
import { openProject } from '../projects/open.ts';
import type { Project } from '../projects/project.ts';
import { lockProject, projectById } from '../projects/read.ts';
import { type Id, isId } from '../shared/ids.ts';
import { MINOR_MAX, type Money } from '../shared/money.ts';
import { notFound, Refusal } from '../shared/refusal.ts';
import { sumsOf } from '../shared/tax.ts';
import { linkIn } from '../shared/typed.ts';
import { businessOf, lockWorkspace } from '../workspaces/read.ts';
import type { Business } from '../workspaces/workspace.ts';
import type { Invoice } from './invoice.ts';
import { issueInvoice } from './issue.ts';
import { findInvoice, invoiceById } from './read.ts';
import { taxOfProject } from './tax-read.ts';

export type IssueNow = {
  /** The invoice's id to be: the same form sent twice issues one invoice. */
  key: string;
  memberId: Id<'member'>;
  /** Whom it is for. In a project that is there this may stay away; if it is given it must be that project's client. */
  client: { name: string; email: string; kind: 'business' | 'private' } | undefined;
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
    const { clientTaxId, ...tax } = await taxOfProject(work.tx, business, project?.id);
    checkSum(order, tax.taxRateMilli);
    const within = project ? await checkProject(work, project, order) : await newProject(work, business, order);
    const id = await issueInvoice(work, {
      id: key,
      project: within,
      kind: 'standard',
      items: [
        {
          description: order.title,
          price: order.price,
          taxIncluded: order.taxIncluded,
          ...tax,
        },
      ],
      netDays: order.netDays,
      clientTaxId,
      actor: order.memberId,
    });
    return invoiceById(work.tx, workspaceId, id);
  });
}

function checkLetters({ client, title }: IssueNow): void {
  for (const [field, words] of Object.entries({ client: client?.name ?? '', title })) {
    const sentence = unprintable(words) ?? linkIn(words);
    if (sentence) throw new Refusal('invoice.letters', sentence, field);
  }
}

/** Tax on top may carry a sum that could be typed past what an invoice can hold. */
function checkSum({ price, taxIncluded }: IssueNow, taxRateMilli: number): void {
  if (sumsOf(price, taxRateMilli, taxIncluded).total.minor > MINOR_MAX)
    throw new Refusal('invoice.too-large', 'With its tax that is more than an invoice can carry.', 'fee');
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
  const contact = mainContact(client);
  if (order.client && contact.email !== order.client.email)
    throw new Refusal('invoice.other-client', `That project is ${client.name}’s (${contact.email}).`, 'email');
  return project;
}

async function newProject(work: Work, business: Business, order: IssueNow): Promise<Project> {
  const { client: named, price } = order;
  if (!named) throw new Refusal('invoice.no-client', 'Say who the invoice is for.', 'client');
  const client = await findOrAddClient(work, {
    name: named.name,
    email: named.email,
    by: order.memberId,
    more: { kind: named.kind, company: named.kind === 'business' ? named.name : null, currency: price.currency },
  });
  const projectId = await openProject(work, {
    businessId: business.id,
    clientId: client.id,
    freelancerId: order.memberId,
    title: order.title,
    currency: price.currency,
    pricesIncludeTax: order.taxIncluded,
    state: 'active',
    channelId: order.channelId,
  });
  return projectById(work.tx, work.workspaceId, projectId);
}
