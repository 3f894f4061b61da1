import { isDeepStrictEqual } from 'node:util';
import { templateFor } from '../clauses/template-read.ts';
import { findOrAddClient } from '../clients/add.ts';
import { type Core, transact } from '../platform/work.ts';
import { openProject } from '../projects/open.ts';
import { dayIn } from '../shared/dates.ts';
import type { Id } from '../shared/ids.ts';
import { Refusal } from '../shared/refusal.ts';
import { businessOf } from '../workspaces/read.ts';
import { briefById, draftedFrom } from './draft-read.ts';
import { insertContract, insertVersion, lockBrief } from './draft-store.ts';
import { clientIn, factsIn } from './name-client.ts';
import { versionById } from './read.ts';
import { type Terms, termsToJson } from './terms.ts';
import { wordContract } from './wording.ts';

export type Drafting = {
  briefId: string;
  memberId: Id<'member'>;
  terms: Terms;
  /** Where the project's card will stand. */
  channelId: string;
};

export type Drafted = { projectId: Id<'project'>; versionId: Id<'version'> };

/**
 * Makes a contract of a brief: the client if they are new, the project, and the first version. One brief makes one
 * contract, however often its form is sent.
 *
 * @throws FormRefusal with everything that stands against the terms.
 */
export async function draftContract(core: Core, workspaceId: Id<'workspace'>, drafting: Drafting): Promise<Drafted> {
  const { terms, memberId } = drafting;
  return transact(core, workspaceId, async (work) => {
    await lockBrief(work, drafting.briefId);
    const brief = await briefById(work.tx, workspaceId, drafting.briefId);
    const standing = await draftedFrom(work.tx, workspaceId, brief.id);
    if (standing) {
      const { terms: drafted } = await versionById(work.tx, workspaceId, standing.versionId);
      if (isDeepStrictEqual(termsToJson(drafted), termsToJson(terms))) return standing;
      throw new Refusal(
        'contract.drafted',
        'This brief is drafted already, with other terms. Change them with Edit terms on its card.',
      );
    }
    const business = await businessOf(work.tx, workspaceId);
    if (!business)
      throw new Refusal('business.missing', 'An owner has to fill in your business first: /retainer settings.');
    const template = await templateFor(work.tx, workspaceId, terms.template?.value ?? '');
    const made = wordContract(terms, business, dayIn(business.timeZone, work.now), template);
    const client = await findOrAddClient(work, clientIn(terms, memberId));
    const projectId = await openProject(work, {
      ...factsIn(terms, client.id),
      businessId: business.id,
      freelancerId: memberId,
      state: 'drafting',
      channelId: drafting.channelId,
    });
    const templateId = terms.template?.value ?? 'general';
    const contractId = await insertContract(work, { projectId, templateId, briefId: brief.id });
    const reading = readingWords(brief.reading);
    const versionId = await insertVersion(work, { contractId, number: 1, reading, terms, made });
    await work.announce({
      event: 'contract.drafted',
      projectId,
      subjectId: versionId,
      actor: memberId,
      detail: { number: 1, text: made.textSha256, reading },
    });
    return { projectId, versionId };
  });
}

/** How a brief was read, as a version keeps it: the reader, and why a model that is set up did not take part. */
function readingWords({ source, why }: { source: string; why?: string | undefined }): string {
  return why ? `${source}: ${why}` : source;
}
