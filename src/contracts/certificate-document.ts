import {
  type Fact,
  factsTable,
  onNewPage,
  type Paper,
  type PaperNode,
  pairs,
  paper,
  section,
  spaced,
  stack,
  table,
  text,
} from '../documents/paper.ts';
import { type ContractPaper, contractFooter, contractParts } from './document.ts';

/** One signer as the certificate tells it; every field is a sentence or a plain value. */
export type SignerPaper = {
  readonly role: string;
  readonly name: string;
  readonly email: string;
  /** How the server knew who it was: "One-time code sent to dana@acme.test", "Signed in to Slack as ...". */
  readonly identifiedBy: string;
  readonly typedName: string;
  /** The words the signer agreed to. */
  readonly consent: string;
  readonly atUtc: string;
  readonly atLocal: string;
  /** Address and browser, where they are known and not erased. */
  readonly device?: string;
};
export type CertificateEventPaper = { readonly atUtc: string; readonly who: string; readonly what: string };
export type CertificatePaper = {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly completedAt: Date;
  readonly completedAtUtc: string;
  readonly freelancerName: string;
  readonly signers: readonly SignerPaper[];
  /** What each signer was shown, as label and SHA-256 in hex. */
  readonly hashes: readonly Fact[];
  readonly events: readonly CertificateEventPaper[];
  /** Number of the seal key's certificate, as `Sealer.keyId`. */
  readonly sealKeyId: string;
};

const SEAL_NOTE =
  'This file carries a digital seal (PAdES). A PDF reader shows whether anything was changed after sealing. The sealing ' +
  'key belongs to the server that ran this signature and is self-signed: a reader may call its owner unknown. The seal ' +
  'proves that the file is unchanged; who signed is proven by the facts on this page.';

function signer(one: SignerPaper): PaperNode {
  const facts: Fact[] = [
    { label: 'E-mail', value: one.email },
    { label: 'Identified by', value: one.identifiedBy },
    { label: 'Typed name', value: one.typedName },
    { label: 'Agreed to', value: one.consent },
    { label: 'Signed at', value: `${one.atUtc}\n${one.atLocal}` },
    ...(one.device ? [{ label: 'From', value: one.device }] : []),
  ];
  return stack([
    text(one.role.toUpperCase(), 'label'),
    spaced(text(one.name, 'strong'), { bottom: 4 }),
    factsTable(facts, 64),
  ]);
}

/** A hash in groups of eight, so that two can be compared by eye. */
function grouped(hash: string): string {
  return hash.replace(/[0-9a-f]{8}(?=[0-9a-f])/g, '$& ');
}

function certificateParts(view: CertificatePaper): PaperNode[] {
  const heading = (title: string) => spaced(text(title, 'section'), { top: 12, bottom: 6 });
  return [
    text('Certificate of completion', 'title'),
    text(`${view.title}, version ${view.version}`, 'subtitle'),
    spaced(text(`All parties signed; completed ${view.completedAtUtc}.`), { top: 10, bottom: 4 }),
    heading('Who signed'),
    ...pairs(view.signers.map(signer)),
    heading('What was shown'),
    table(
      [110, '*'],
      view.hashes.map(({ label, value }) => [text(label, 'small'), text(grouped(value), 'code')]),
      'facts',
    ),
    spaced(text('Fingerprints are SHA-256.', 'small'), { top: 4 }),
    heading('What happened'),
    table(
      [120, 120, '*'],
      [
        [text('TIME (UTC)', 'label'), text('WHO', 'label'), text('WHAT', 'label')],
        ...view.events.map(({ atUtc, who, what }) => [text(atUtc, 'small'), text(who, 'small'), text(what, 'small')]),
      ],
      'lines',
      1,
    ),
    section('The seal', stack([text(SEAL_NOTE), spaced(text(`Seal key ${view.sealKeyId}`, 'small'), { top: 4 })]), {
      top: 12,
    }),
  ];
}

/** The signed contract and, from a new page, its certificate: one file, numbered through, ready to be sealed. */
export function signedDocument(contract: ContractPaper, certificate: CertificatePaper): Paper {
  return paper({
    title: contract.title,
    author: contract.freelancer.name,
    createdAt: certificate.completedAt,
    footer: contractFooter(contract),
    watermark: null,
    content: [...contractParts(contract), onNewPage(certificateParts(certificate))],
  });
}
