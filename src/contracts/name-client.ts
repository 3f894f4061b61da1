import { correctClient, type Finding, findOrAddClient } from '../clients/add.ts';
import type { Client } from '../clients/client.ts';
import { clientByEmail, clientById } from '../clients/read.ts';
import type { Work } from '../platform/work.ts';
import type { Project } from '../projects/project.ts';
import { countProjectsOf } from '../projects/read.ts';
import type { Id } from '../shared/ids.ts';
import type { Version } from './contract.ts';
import { currencyIn, partyOf, type Terms } from './terms.ts';

/** The client the terms name, for a workspace that does not know the address yet. */
export function clientIn(terms: Terms, by: Id<'member'>): Finding {
  const name = partyOf(terms) ?? '';
  const price = priceOf(terms);
  const { clientKind, clientCountry, clientZone, clientAddress, clientTaxId, clientName, clientCompany } = terms;
  return {
    name,
    email: terms.clientEmail?.value ?? '',
    by,
    more: {
      company: clientCompany?.value ?? null,
      contactName: clientName?.value ?? name,
      ...(clientKind && { kind: clientKind.value }),
      // What was only assumed, so that a law could be chosen, is no fact of the client.
      ...(clientCountry && clientCountry.origin !== 'workspace' && { country: clientCountry.value }),
      ...(clientZone && { timeZone: clientZone.value }),
      ...(clientAddress && { address: clientAddress.value }),
      ...(clientTaxId && { taxId: clientTaxId.value }),
      ...(price && { currency: price.currency }),
    },
  };
}

const priceOf = ({ fee, rate }: Terms) => fee?.value ?? rate?.value;

/** What terms that can stand say of their project as a whole. */
export function factsIn(
  terms: Terms,
  clientId: Id<'client'>,
): Pick<Project, 'clientId' | 'title' | 'currency' | 'pricesIncludeTax'> {
  const { title, taxIncluded, clientKind } = terms;
  if (!title) throw new Error('terms without a title name no project');
  return {
    clientId,
    title: title.value,
    // Where the contract names no price, a later invoice of the project is in the usual currency.
    currency: currencyIn(terms),
    pricesIncludeTax: taxIncluded?.value ?? clientKind?.value === 'private',
  };
}

/**
 * The client of edited terms. A name or an address put right before anything went out is put right on the client as well,
 * where nothing else hangs on that client; else a new address is a new client.
 */
export async function renameClient(
  work: Work,
  project: Project,
  seen: Version,
  edit: { terms: Terms; by: Id<'member'>; anySent: boolean },
): Promise<Client> {
  const [before, after] = [clientIn(seen.terms, edit.by), clientIn(edit.terms, edit.by)];
  const known = await clientByEmail(work.tx, work.workspaceId, after.email);
  const own = !edit.anySent && (known === undefined || known.id === project.clientId);
  if (!own || (await countProjectsOf(work.tx, work.workspaceId, project.clientId)) > 1)
    return findOrAddClient(work, after);
  const client = await clientById(work.tx, work.workspaceId, project.clientId);
  const named = before.name !== after.name || before.more?.contactName !== after.more?.contactName;
  return correctClient(work, client, edit.by, {
    ...(named && { name: after.name, company: after.more?.company ?? null }),
    ...(named && { contactName: after.more?.contactName ?? after.name }),
    ...(before.email !== after.email && { email: after.email }),
    ...(before.more?.kind !== after.more?.kind && { kind: after.more?.kind ?? client.kind }),
  });
}
