import {
  type Fact,
  factsTable,
  type Paper,
  type PartyPaper,
  pair,
  panel,
  paper,
  party,
  row,
  spaced,
  sumLine,
  text,
} from '../documents/paper.ts';

/** Everything on a receipt; sums and dates come as they are printed. */
export type ReceiptPaper = {
  readonly id: string;
  readonly from: PartyPaper;
  readonly to: PartyPaper;
  readonly receivedAt: Date;
  /** "Received", "EUR 2,000.00". */
  readonly paid: Fact;
  /** When, how, for which invoice, its total, paid before... */
  readonly facts: readonly Fact[];
  /** "Still owed on invoice 2027-0003", "EUR 0.00"; or that all is paid. */
  readonly owed: Fact;
  readonly notes: readonly string[];
};

function owedLine({ label, value }: Fact) {
  return row(
    [
      ['*', text(label)],
      ['auto', text(value, 'body', 'right')],
    ],
    12,
  );
}

export function receiptDocument(view: ReceiptPaper): Paper {
  return paper({
    title: `Receipt from ${view.from.name}`,
    author: view.from.name,
    createdAt: view.receivedAt,
    footer: { left: view.id, note: view.from.name },
    watermark: null,
    content: [
      text('Receipt', 'title'),
      spaced(pair(party('FROM', view.from), party('TO', view.to)), { top: 24, bottom: 20 }),
      spaced(panel([sumLine(view.paid), owedLine(view.owed)]), { bottom: 16 }),
      factsTable(view.facts),
      ...view.notes.map((note) => spaced(text(note, 'small'), { top: 10 })),
    ],
  });
}
