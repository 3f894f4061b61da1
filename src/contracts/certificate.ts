import { z } from 'zod';
import { hex } from '../platform/crypto.ts';
import { formatInstant, formatUtc } from '../shared/dates.ts';
import type { CertificateEventPaper, CertificatePaper, SignerPaper } from './certificate-document.ts';
import { consentText } from './consent.ts';
import type { Signer } from './contract.ts';
import type { Details, MailProof, Proof } from './evidence-read.ts';
import { type ContractView, ROLES } from './paper.ts';

/** What the certificate is made from: the signed version, its project's evidence and the mails that left. */
export type CertificateFacts = {
  view: Omit<ContractView, 'signers'> & { signers: Signer[] };
  signedAt: Date;
  /** What was kept of each signature, by the hash its record carries. */
  details: Details;
  /** Up to the signature, like the mails. */
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

function signerPaper(signer: Signer, { view, details }: CertificateFacts): SignerPaper {
  const { signature } = signer;
  if (!signature) throw new Error(`signer ${signer.id} has not signed`);
  const device = Device.safeParse(details.get(hex(signature.detailSha256)) ?? {}).data ?? {};
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
  'contract.explained': 'Was shown the contract in plain words, or its answer to a question',
  'link.opened': 'Opened the link from the mail',
  'code.requested': 'Asked for a signing code',
  'question.asked': 'Asked a question',
  'question.answered': 'Answered a question',
  'change.asked': 'Asked for a change',
  'change.answered': 'Answered the request for a change',
  'contract.signed': 'Signed the contract',
};

/** What left by mail, by the kind that is kept with it. */
const MAILED: Record<string, string> = {
  'contract.sent': 'The link to read and sign',
  'contract.reminder': 'A reminder to read and sign',
  'contract.sealed': 'A copy of what both signed',
  'signature.code': 'A code for signing',
  'question.answered': 'The answer to a question',
  'change.answered': 'The answer to a request for a change',
  'invoice.issued': 'An invoice',
  'invoice.reminder': 'A reminder of an invoice',
  'payment.receipt': 'A receipt',
  'booking.confirmed': 'The confirmation of a booking',
  'booking.warned': 'A notice that a date is kept for a short time only',
  'booking.released': 'A notice that a date is given away',
};

/** Each is about a version of its own, and which one was sent, seen and signed when must stay in sight. */
const ONE_BY_ONE = ['contract.sent', 'contract.viewed', 'contract.signed'];

/**
 * However often a link is opened or a code asked for, and whatever else was done to make a contract long: its certificate
 * has to fit on paper, or what was signed could never be sealed.
 */
const EVENTS_MAX = 120;
const EARLY = 40;

type Told = { first: Date; last: Date; count: number; who: string; what: string };

/** Everything up to the signature, in order, with the mails that the server took in between. */
function eventsOf({ view, proofs, mails }: CertificateFacts): CertificateEventPaper[] {
  const told = repeatsFolded(proofs).flatMap(({ kind, actor, first, last, count }): Told[] => {
    const what = TOLD[kind];
    return what ? [{ first, last, count, who: whoWas(actor, view.signers), what }] : [];
  });
  const mailed = mails.map(
    ({ kind, address, messageId, first, last, count }): Told => ({
      first,
      last,
      count,
      who: 'Retainer',
      what: `${MAILED[kind] ?? 'A message'} was mailed to ${address} and taken by the mail server (${messageId})`,
    }),
  );
  const all = [...told, ...mailed].sort((a, b) => a.first.getTime() - b.first.getTime());
  const events = all.map(({ first, last, count, who, what }) => ({
    atUtc: formatUtc(first),
    who,
    what: count > 1 ? `${what}; ${count} times, the last on ${formatUtc(last)}` : what,
  }));
  if (events.length <= EVENTS_MAX) return events;
  const left = events.length - EVENTS_MAX;
  const gap = { atUtc: '', who: '', what: `${left} more entries stand in the record of the project` };
  return [...events.slice(0, EARLY), gap, ...events.slice(left + EARLY)];
}

/** One entry for all that one person did of one kind. */
function repeatsFolded(proofs: readonly Proof[]): Proof[] {
  const folded = new Map<string, Proof>();
  for (const proof of proofs) {
    const key = [proof.kind, proof.actor, ONE_BY_ONE.includes(proof.kind) ? proof.subjectId : ''].join(' ');
    const before = folded.get(key);
    folded.set(key, before ? added(before, proof) : proof);
  }
  return [...folded.values()];
}

function added(a: Proof, b: Proof): Proof {
  const [first, last] = [a.first < b.first ? a.first : b.first, a.last > b.last ? a.last : b.last];
  return { ...a, first, last, count: a.count + b.count };
}

function whoWas(actor: string, signers: readonly Signer[]): string {
  const signer = signers.find(({ contactId, memberId }) => actor === contactId || actor === memberId);
  if (signer) return signer.name;
  if (actor.startsWith('cnt_')) return 'A contact of the client';
  return actor.startsWith('mbr_') ? 'A member of the freelancer’s team' : 'Retainer';
}
