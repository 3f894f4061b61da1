import {
  type Fact,
  factsTable,
  type Paper,
  type PartyPaper,
  paper,
  party,
  row,
  spaced,
  table,
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

export function receiptDocument(view: ReceiptPaper): Paper {
  const sum = row(
    [
      ['*', spaced(text(view.paid.label, 'strong'), { top: 4 })],
      ['auto', text(view.paid.value, 'sum', 'right')],
    ],
    12,
  );
  return paper({
    title: `Receipt from ${view.from.name}`,
    author: view.from.name,
    createdAt: view.receivedAt,
    footer: { left: view.id, note: view.from.name },
    watermark: null,
    content: [
      text('Receipt', 'title'),
      spaced(
        row(
          [
            ['*', party('FROM', view.from)],
            ['*', party('TO', view.to)],
          ],
          32,
        ),
        { top: 24, bottom: 20 },
      ),
      spaced(table(['*'], [[sum]], 'panel'), { bottom: 16 }),
      factsTable([...view.facts, view.owed]),
      ...view.notes.map((note) => spaced(text(note, 'small'), { top: 10 })),
    ],
  });
}
