import { z } from 'zod';
import { mainContact } from '../clients/client.ts';
import { clientById } from '../clients/read.ts';
import type { Database, Tx } from '../platform/database.ts';
import { projectById } from '../projects/read.ts';
import { businessById, memberById } from '../workspaces/read.ts';
import type { Version } from './contract.ts';
import type { ContractView } from './paper.ts';
import { type Parties, partiesOf } from './party.ts';
import { signersOf } from './read.ts';

const Party = z.object({ name: z.string(), lines: z.array(z.string()) });
const Sent = z.object({ parties: z.object({ freelancer: Party, client: Party }) });

/** A version with its parties and signers: as they were written down when it was sent, as they are now for a draft. */
export async function contractViewOf(db: Database | Tx, version: Version): Promise<ContractView> {
  const { workspaceId, projectId } = version;
  const project = await projectById(db, workspaceId, projectId);
  const [client, business, member, signers] = await Promise.all([
    clientById(db, workspaceId, project.clientId),
    businessById(db, workspaceId, project.businessId),
    memberById(db, workspaceId, project.freelancerId),
    signersOf(db, workspaceId, version.id),
  ]);
  const parties = (await frozenParties(db, version)) ?? partiesOf(version, business, client);
  const { clientEmail, clientName } = version.terms;
  const email = clientEmail?.value.toLowerCase() ?? mainContact(client).email;
  // A draft may name somebody else than the version that is out, whose client the project still has.
  const known = client.contacts.find((contact) => contact.email === email)?.name;
  const planned: ContractView['signers'] = [
    { party: 'freelancer', name: member.name, email: business.email, signature: null },
    { party: 'client', name: clientName?.value ?? known ?? parties.client.name, email, signature: null },
  ];
  return {
    version,
    title: version.terms.title?.value ?? project.title,
    parties,
    signers: signers.length > 0 ? signers : planned,
    zones: { freelancer: business.timeZone, client: client.timeZone },
  };
}

async function frozenParties(db: Database | Tx, version: Version): Promise<Parties | undefined> {
  if (version.sentAt === null) return undefined;
  const { workspaceId, projectId, id } = version;
  const link = await db.evidence.findFirst({
    where: { workspaceId, chain: projectId, kind: 'contract.sent', subjectId: id },
    select: { detailSha256: true },
  });
  if (!link) return undefined;
  const detail = await db.evidenceDetail.findUnique({
    where: { workspaceId_sha256: { workspaceId, sha256: link.detailSha256 } },
    select: { body: true },
  });
  const parsed = Sent.safeParse(detail?.body);
  return parsed.success ? parsed.data.parties : undefined;
}
