import {
  bullets,
  type Fact,
  factsTable,
  fitsOnPage,
  type Paper,
  type PaperNode,
  type PartyPaper,
  pair,
  pairs,
  paper,
  party,
  type Run,
  rich,
  row,
  rule,
  section,
  spaced,
  stack,
  text,
  together,
} from '../documents/paper.ts';
import { HALF_WIDTH } from '../documents/styles.ts';

/** A clause's text: paragraphs, and list items (consecutive ones make one list). */
export type BlockPaper = { readonly kind: 'paragraph' | 'list'; readonly runs: readonly Run[] };
export type ClausePaper = {
  readonly number: string;
  readonly title: string;
  readonly blocks: readonly BlockPaper[];
  /** Written for this contract, not taken from the library: marked as such. */
  readonly custom?: boolean;
};
/** One signer's place. `signed` tells what was typed and when, with the time as sentences that name their zones. */
export type SignaturePaper = {
  readonly role: string;
  readonly name: string;
  readonly signed?: {
    readonly typedName: string;
    readonly atUtc: string;
    readonly atLocal: string;
    readonly how: string;
  };
};
export type ContractStatus = 'preview' | 'draft' | 'sent' | 'signed' | 'superseded' | 'declined';
/** Everything on a contract's pages; amounts and dates are sentences already. */
export type ContractPaper = {
  readonly id: string;
  readonly version: number;
  readonly status: ContractStatus;
  readonly title: string;
  readonly subtitle?: string;
  /** When this version was made; the only time in the file. */
  readonly madeAt: Date;
  readonly freelancer: PartyPaper;
  readonly client: PartyPaper;
  readonly terms: readonly Fact[];
  readonly clauses: readonly ClausePaper[];
  readonly signatures: readonly SignaturePaper[];
};

const NOT_ADVICE = 'Template text, not legal advice';

const WATERMARKS: Record<ContractStatus, string | null> = {
  preview: 'Preview',
  draft: 'Draft',
  sent: 'Not signed',
  signed: null,
  superseded: 'Superseded',
  declined: 'Declined',
};
const INDENT = 28;
/** Narrow, so that a line of a scale of cancelling costs fits beside its label. */
const SUMMARY_LABELS = 96;

function blockParts(blocks: readonly BlockPaper[]): PaperNode[] {
  const parts: PaperNode[] = [];
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at];
    if (block?.kind !== 'list') {
      if (block) parts.push(spaced(rich(block.runs), { bottom: 4, left: INDENT }));
      continue;
    }
    const items: PaperNode[] = [];
    for (; blocks[at]?.kind === 'list'; at++) items.push(rich(blocks[at]?.runs ?? []));
    at--;
    parts.push(spaced(bullets(items), { bottom: 4, left: INDENT }));
  }
  return parts;
}

/**
 * A clause stays on one page where it can, since its last line alone on the next is easily missed; of a longer one the
 * heading stays with the first words. What comes after the last clause stays with that clause's end: signatures alone on
 * a page could belong to any text.
 */
function clause({ number, title, blocks, custom }: ClausePaper, after: readonly PaperNode[] = []): PaperNode {
  const heading = row(
    [
      [INDENT, text(number, 'clause')],
      ['*', text(title, 'clause')],
      ...(custom ? [['auto', text('CUSTOM WORDING', 'label', 'right')] as const] : []),
    ],
    0,
  );
  const parts = [heading, ...blockParts(blocks)];
  if (fitsOnPage([...parts, ...after])) return spaced(together([...parts, ...after]), { bottom: 7 });
  const end = [...parts.splice(-1), ...after];
  const opening = parts.splice(0, 2);
  return spaced(stack([together(opening), ...parts, together(end)]), { bottom: 7 });
}

function signature({ role, name, signed }: SignaturePaper): PaperNode {
  const facts = signed
    ? [text(`Signed by typed name, ${signed.how}`, 'small'), text(signed.atUtc, 'small'), text(signed.atLocal, 'small')]
    : [text('Not signed yet', 'small')];
  return stack([
    text(role.toUpperCase(), 'label'),
    spaced(text(signed?.typedName ?? ' ', 'signature'), { top: 10 }),
    rule({ bottom: 4, width: HALF_WIDTH }),
    text(name, 'strong'),
    ...facts,
  ]);
}

/** The contract's parts without the frame, so that the certificate can follow in the same file. */
export function contractParts(view: ContractPaper): PaperNode[] {
  const signatures = [
    rule({ top: 17, bottom: 14 }),
    section('Signatures', stack(pairs(view.signatures.map(signature)))),
  ];
  const last = view.clauses.length - 1;
  const [first = stack(signatures), ...others] = view.clauses.map((one, at) =>
    clause(one, at === last ? signatures : []),
  );
  return [
    text(view.title, 'title'),
    ...(view.subtitle ? [text(view.subtitle, 'subtitle')] : []),
    spaced(pair(party('FREELANCER', view.freelancer), party('CLIENT', view.client)), { top: 22, bottom: 22 }),
    spaced(text('Summary', 'section'), { bottom: 6 }),
    factsTable(view.terms, SUMMARY_LABELS),
    together([spaced(text('The agreement', 'section'), { top: 24, bottom: 10 }), first]),
    ...others,
  ];
}

export function contractFooter(view: Pick<ContractPaper, 'id' | 'version'>): Paper['footer'] {
  return { left: `${view.id}, version ${view.version}`, note: NOT_ADVICE };
}

export function contractDocument(view: ContractPaper): Paper {
  return paper({
    title: view.title,
    author: view.freelancer.name,
    createdAt: view.madeAt,
    footer: contractFooter(view),
    watermark: WATERMARKS[view.status],
    content: contractParts(view),
  });
}
