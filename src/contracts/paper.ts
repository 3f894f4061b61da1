import { toBlocks } from '../clauses/clause.ts';
import type { Fact } from '../documents/paper.ts';
import { formatInstant, formatUtc } from '../shared/dates.ts';
import { isChangeOrder } from './change-order.ts';
import type { Signer, Version } from './contract.ts';
import type { BlockPaper, ClausePaper, ContractPaper, ContractStatus, SignaturePaper } from './document.ts';
import type { Parties } from './party.ts';
import type { TermName, Terms } from './terms.ts';
import { summaryLines } from './terms-summary.ts';

/** A version with everything around it that any surface shows; made by `contractViewOf`. */
export type ContractView = {
  version: Version;
  title: string;
  parties: Parties;
  /** In the order of signing; for a draft the people who would sign. */
  signers: Pick<Signer, 'party' | 'name' | 'email' | 'signature'>[];
  zones: { freelancer: string; client: string };
};

/** The contract as it is printed. The same view gives the same paper, and so the same bytes. */
export function contractPaper(view: ContractView): ContractPaper {
  const { version } = view;
  return {
    id: version.contractId,
    version: version.number,
    status: statusOf(version),
    title: view.title,
    subtitle: `${isChangeOrder(version) ? 'Change order' : 'Contract'}, version ${version.number}`,
    madeAt: version.createdAt,
    freelancer: view.parties.freelancer,
    client: view.parties.client,
    terms: summaryFacts(version.terms),
    clauses: version.clauses.map(clausePaper),
    signatures: view.signers.map((signer) => signaturePaper(signer, view.zones[signer.party])),
  };
}

/** What is a list of sentences rather than of words: on paper, each below the other. */
const LISTED: readonly TermName[] = ['milestones', 'laterBookings', 'cancellation'];

export function summaryFacts(terms: Terms): Fact[] {
  return summaryLines(terms).map(({ field, label, value }) => ({
    label,
    value: LISTED.includes(field) ? value.replaceAll(' · ', '\n') : value,
  }));
}

export function clausePaper(
  clause: Pick<ContractView['version']['clauses'][number], 'number' | 'title' | 'markdown' | 'custom'>,
): ClausePaper {
  return {
    number: `${clause.number}.`,
    title: clause.title,
    blocks: toBlocks(clause.markdown).flatMap((block): BlockPaper[] =>
      block.kind === 'list'
        ? block.items.map((runs) => ({ kind: 'list', runs }))
        : [{ kind: 'paragraph', runs: block.runs }],
    ),
    custom: clause.custom,
  };
}

function statusOf(version: Version): ContractStatus {
  if (version.state === 'sealed') return 'signed';
  return version.state === 'discarded' ? 'superseded' : version.state;
}

export const ROLES = { freelancer: 'Freelancer', client: 'Client' } as const;

const HOW = { slack: 'signed in to Slack', 'mail-code': 'with a one-time code sent by e-mail' } as const;

function signaturePaper({ party, name, signature }: ContractView['signers'][number], zone: string): SignaturePaper {
  const role = ROLES[party];
  if (!signature) return { role, name };
  const { typedName, method, signedAt } = signature;
  return {
    role,
    name,
    signed: { typedName, atUtc: formatUtc(signedAt), atLocal: formatInstant(signedAt, zone), how: HOW[method] },
  };
}

/** A name for a downloaded file: letters, digits and spaces of the title only. */
export function fileName(title: string, note: string): string {
  const plain = title
    .replace(/[^\p{L}\p{N} _-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80);
  return `${plain || 'Contract'} (${note}).pdf`;
}
