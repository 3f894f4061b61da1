/**
 * Invoice to PDF: our typesetter against raw pdfkit with the same font cache after 95 warm-up documents, then against a warm
 * Chromium, each pair interleaved in one process.
 */
import { existsSync } from 'node:fs';
import { typeset } from '../src/documents/typeset.ts';
import { type InvoicePaper, invoiceDocument } from '../src/invoices/document.ts';
import { invoice } from '../test/documents/samples.ts';
import type { Ground } from './ground.ts';
import { setByHand, warmChromium } from './pdf-reference.ts';
import { type Counts, compare, median, type Row, scaled, unmeasured } from './table.ts';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
);
const WARM_UP = 95;
const CHROMIUM_WARM_UP = 25;
const ROUNDS = 60;
const CHROMIUM_ROW = 'invoice PDF, against a warm Chromium';

/** No two alike: names, wording and sums change from one invoice to the next, as they do in life. */
function numbered(at: number): InvoicePaper {
  const sum = (salt: number) =>
    `${1 + ((at * salt) % 9)},${String((at * salt * 7919) % 1000).padStart(3, '0')}.${(at * salt) % 10}0`;
  const person = `Client${at.toString(36)} Vers${(at * 37).toString(36)}`;
  return {
    ...invoice,
    number: `2027-${String(at).padStart(4, '0')}`,
    subject: `Work ${(at * 101).toString(36)} for ${person}`,
    to: {
      name: person,
      lines: [`${at} ${(at * 997).toString(36)} Street`, `${10_000 + at * 13} Town${(at * 53).toString(36)}`],
    },
    lines: invoice.lines.map((line, of) => ({
      ...line,
      description: `${line.description} ${(at * (of + 3) * 1009).toString(36)}`,
      net: sum(of + 2),
    })),
    due: { ...invoice.due, value: `EUR ${sum(11)}` },
  };
}

export async function pdf(_: Ground, counts: Counts): Promise<Row[]> {
  const rounds = scaled(ROUNDS, counts);
  const ours = (view: InvoicePaper) => typeset(invoiceDocument(view));
  const byHand = await duel(ours, setByHand, WARM_UP, rounds);
  const rows = [
    compare(
      'invoice PDF, against raw pdfkit',
      { ours: byHand.ours, reference: byHand.reference, unit: 'ms' },
      { atMost: 1.5 },
    ),
  ];
  const browser = await warmChromium(CHROMIUM);
  if (!browser) return [...rows, unmeasured(CHROMIUM_ROW, { atLeast: 2.5 }, 'no Chromium here')];
  const printed = await duel(ours, browser.print, CHROMIUM_WARM_UP, rounds);
  await browser.close();
  const perSecond = { ours: 1000 / printed.ours, reference: 1000 / printed.reference, unit: '/s' as const };
  return [...rows, compare(CHROMIUM_ROW, perSecond, { atLeast: 2.5 })];
}

type Way = (view: InvoicePaper) => Promise<unknown>;

/** Milliseconds for one invoice, as medians; each begins every other round, since the second finds the caches warm. */
async function duel(ours: Way, reference: Way, warmUp: number, rounds: number) {
  const ways = { ours, reference };
  const times: Record<keyof typeof ways, number[]> = { ours: [], reference: [] };
  for (let at = 0; at < warmUp + rounds; at++) {
    const order = at % 2 ? (['ours', 'reference'] as const) : (['reference', 'ours'] as const);
    for (const name of order) {
      const started = performance.now();
      await ways[name](numbered(at));
      if (at >= warmUp) times[name].push(performance.now() - started);
    }
  }
  return { ours: median(times.ours), reference: median(times.reference) };
}
