import { z } from 'zod';
import { hex } from '../platform/crypto.ts';
import { formatInstant, formatUtc } from '../shared/dates.ts';
import type { CertificateEventPaper, CertificatePaper, SignerPaper } from './certificate-document.ts';
import { consentText } from './consent.ts';
import type { Signer } from './contract.ts';
import type { MailProof, Proof } from './evidence-read.ts';
import { type ContractView, ROLES } from './paper.ts';

/** What the certificate is made from: the signed version, its project's evidence and the mails that left. */
export type CertificateFacts = {
  view: Omit<ContractView, 'signers'> & { signers: Signer[] };
  signedAt: Date;
  proofs: readonly Proof[];
  mails: readonly MailProof[];
  sealKeyId: string;
};

/** Tells who signed, how they were identified, what they were shown and what happened when, from the evidence alone. */
export function certificatePaper(facts: CertificateFacts): CertificatePaper {
  const { view, signedAt } = facts;
  const { version } = view;
  return {
    id: version.contractId,
    version: version.number,
    title: view.title,
    completedAt: signedAt,
    completedAtUtc: formatUtc(signedAt),
    freelancerName: view.parties.freelancer.name,
    signers: view.signers.map((signer) => signerPaper(signer, facts)),
    hashes: [
      { label: 'Text of the contract', value: hex(version.textSha256) },
      ...view.signers.flatMap(({ party, signature }) =>
        signature ? [{ label: `Shown to the ${party}`, value: hex(signature.shownSha256) }] : [],
      ),
      ...view.signers.flatMap(({ party, signature }) =>
        signature ? [{ label: `Record of the ${party}’s signature`, value: hex(signature.detailSha256) }] : [],
      ),
    ],
    events: eventsOf(facts),
    sealKeyId: facts.sealKeyId,
  };
}

const Device = z.object({
  ip: z.string().optional(),
  userAgent: z.string().optional(),
  slackUser: z.string().optional(),
});

function signerPaper(signer: Signer, { view, proofs }: CertificateFacts): SignerPaper {
  const { signature } = signer;
  if (!signature) throw new Error(`signer ${signer.id} has not signed`);
  const proof = proofs.find((one) => hex(one.detailSha256) === hex(signature.detailSha256));
  const device = Device.safeParse(proof?.detail ?? {}).data ?? {};
  const from = [device.ip && `Address ${device.ip}`, device.userAgent].filter(Boolean).join('\n');
  return {
    role: ROLES[signer.party],
    name: signer.name,
    email: signer.email,
    identifiedBy:
      signature.method === 'slack'
        ? `Signed in to Slack${device.slackUser ? ` as member ${device.slackUser}` : ''}`
        : `One-time code sent to ${signer.email} and typed back`,
    typedName: signature.typedName,
    consent: consentText(signature.consentId),
    atUtc: formatUtc(signature.signedAt),
    atLocal: formatInstant(signature.signedAt, view.zones[signer.party]),
    ...(from && { device: from }),
  };
}

const TOLD: Record<string, string> = {
  'contract.drafted': 'Wrote the contract',
  'contract.edited': 'Changed the contract',
  'contract.sent': 'Signed the contract and sent it',
  'contract.superseded': 'Replaced an earlier version',
  'contract.viewed': 'Saw the contract for the first time',
  'link.opened': 'Opened the link from the mail',
  'code.requested': 'Asked for a signing code',
  'question.asked': 'Asked a question',
  'question.answered': 'Answered a question',
  'contract.signed': 'Signed the contract',
};

/** Everything up to the signature, in order, with the mails that the server took in between. */
function eventsOf({ view, signedAt, proofs, mails }: CertificateFacts): CertificateEventPaper[] {
  const who = (actor: string) => {
    if (actor.startsWith('cnt_'))
      return (
        view.signers.find(({ party, contactId }) => party === 'client' && contactId === actor)?.name ??
        'A contact of the client'
      );
    if (actor.startsWith('mbr_'))
      return view.signers.find(({ memberId }) => memberId === actor)?.name ?? 'A member of the freelancer’s team';
    return 'Retainer';
  };
  const told = proofs.flatMap(({ kind, actor, at }) => (TOLD[kind] ? [{ at, who: who(actor), what: TOLD[kind] }] : []));
  const mailed = mails.map(({ kind, address, messageId, sentAt }) => ({
    at: sentAt,
    who: 'Retainer',
    what: `Mail “${kind}” taken by the mail server for ${address} (${messageId})`,
  }));
  return [...told, ...mailed]
    .filter(({ at }) => at <= signedAt)
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .map(({ at, ...event }) => ({ atUtc: formatUtc(at), ...event }));
}
