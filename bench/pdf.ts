/**
 * Invoice to PDF: our typesetter against raw pdfkit with the same font cache and against a warm Chromium, interleaved in
 * one process after 95 warm-up documents each (25 for Chromium).
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
  const { ours, pdfkit, chromium } = await time(scaled(ROUNDS, counts));
  const perSecond = (ms: number) => 1000 / ms;
  return [
    compare('invoice PDF, against raw pdfkit', { ours, reference: pdfkit, unit: 'ms' }, { atMost: 1.5 }),
    chromium === undefined
      ? unmeasured(CHROMIUM_ROW, { atLeast: 2.5 }, 'no Chromium here')
      : compare(CHROMIUM_ROW, { ours: perSecond(ours), reference: perSecond(chromium), unit: '/s' }, { atLeast: 2.5 }),
  ];
}

/** Milliseconds for one invoice, as medians. */
async function time(rounds: number) {
  const browser = await warmChromium(CHROMIUM);
  const ways = {
    ours: (view: InvoicePaper) => typeset(invoiceDocument(view)),
    pdfkit: setByHand,
    ...(browser && { chromium: browser.print }),
  } as const;
  const times: Record<string, number[]> = { ours: [], pdfkit: [], chromium: [] };
  for (let at = 0; at < WARM_UP + rounds; at++) {
    for (const [name, set] of Object.entries(ways)) {
      if (name === 'chromium' && at < WARM_UP - 25) continue;
      const started = performance.now();
      await set(numbered(at));
      if (at >= WARM_UP) times[name]?.push(performance.now() - started);
    }
  }
  await browser?.close();
  const { ours = [], pdfkit = [], chromium = [] } = times;
  return { ours: median(ours), pdfkit: median(pdfkit), chromium: chromium.length > 0 ? median(chromium) : undefined };
}
