/** The reference programs for the PDF bench: the same invoice set by hand with raw pdfkit, and printed by Chromium. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { chromium } from 'playwright-core';
import { FONT_FILES } from '../src/documents/fonts.ts';
import { GUTTER, HAIRLINE, HALF_WIDTH, INK, PAGE, STYLES, TEXT_WIDTH } from '../src/documents/styles.ts';
import type { InvoicePaper } from '../src/invoices/document.ts';

const require = createRequire(import.meta.url);
const PDFDocument: typeof import('pdfkit') = require('pdfkit');
const fontkit = require('fontkit');
const folder = join(dirname(require.resolve('pdfmake/package.json')), 'fonts', 'Roboto');
const TOKEN = 'bench-font:';
const parsed = new Map<string, object>();

/** The same cache our own typesetter uses, so that the comparison is of setting, not of parsing. */
function cachedFont(file: string): Buffer {
  if (parsed.size === 0) {
    fontkit.registerFormat(
      class {
        static probe(bytes: Uint8Array) {
          return Buffer.from(bytes.subarray(0, TOKEN.length)).toString('latin1') === TOKEN;
        }
        constructor(stream: { buffer: Uint8Array }) {
          // biome-ignore lint/correctness/noConstructorReturn: fontkit's hook is a constructor, and the font exists already
          return parsed.get(Buffer.from(stream.buffer).toString('latin1')) ?? this;
        }
      },
    );
  }
  const token = TOKEN + file;
  if (!parsed.has(token)) parsed.set(token, fontkit.create(readFileSync(join(folder, file))));
  return Buffer.from(token, 'latin1');
}

const LEFT = PAGE.margins[0];

export function setByHand(view: InvoicePaper): Promise<Buffer> {
  const doc = new PDFDocument({ size: 'A4', margin: 0, info: { CreationDate: view.madeAt } });
  const chunks: Buffer[] = [];
  const done = new Promise<Buffer>((resolve) =>
    doc.on('data', (part: Buffer) => chunks.push(part)).on('end', () => resolve(Buffer.concat(chunks))),
  );
  doc.registerFont('normal', cachedFont(FONT_FILES.normal)).registerFont('bold', cachedFont(FONT_FILES.bold));
  let y: number = PAGE.margins[1];
  const put = (
    words: string,
    style: keyof typeof STYLES,
    x = 0,
    width = TEXT_WIDTH,
    align: 'left' | 'right' = 'left',
  ) => {
    const { fontSize, lineHeight, ...rest }: { fontSize: number; lineHeight?: number; bold?: boolean; color?: string } =
      STYLES[style];
    doc
      .font(rest.bold ? 'bold' : 'normal')
      .fontSize(fontSize)
      .fillColor(rest.color ?? INK);
    doc.text(words, LEFT + x, y, { width, align, lineGap: fontSize * ((lineHeight ?? 1.38) - 1.17) });
    return doc.y;
  };
  const line = () => {
    doc
      .moveTo(LEFT, y)
      .lineTo(LEFT + TEXT_WIDTH, y)
      .lineWidth(0.5)
      .strokeColor(HAIRLINE)
      .stroke();
    y += 4.5;
  };
  const rowOf = (cells: readonly (readonly [string, keyof typeof STYLES, number, number, ('left' | 'right')?])[]) => {
    y = Math.max(...cells.map(([words, style, x, width, align]) => put(words, style, x, width, align))) + 2;
    line();
  };
  y = put(`${view.title} ${view.number}`, 'title');
  y = put(view.subject ?? '', 'subtitle') + 16;
  for (let at = 0; at <= Math.max(view.from.lines.length, view.to.lines.length); at++) {
    const cell = (party: InvoicePaper['from']) => (at === 0 ? party.name : (party.lines[at - 1] ?? ''));
    put(cell(view.to), at === 0 ? 'strong' : 'body', HALF_WIDTH + GUTTER, HALF_WIDTH);
    y = put(cell(view.from) || ' ', at === 0 ? 'strong' : 'body', 0, HALF_WIDTH);
  }
  y += 12;
  rowOf(view.facts.map(({ label, value }, at) => [`${label.toUpperCase()}\n${value}`, 'body', at * 118, 110] as const));
  const columns = [
    [0, 230],
    [236, 46],
    [288, 64],
    [358, 36],
    [400, 71.28],
  ] as const;
  for (const one of view.lines) {
    const cells = [one.description, one.quantity, one.unitPrice, one.taxRate, one.net];
    rowOf(
      cells.map(
        (words, at) => [words, 'body', columns[at]?.[0] ?? 0, columns[at]?.[1] ?? 0, at ? 'right' : 'left'] as const,
      ),
    );
  }
  for (const tax of view.taxes)
    rowOf([
      [tax.rate, 'small', 0, 60],
      [tax.net, 'small', 70, 74, 'right'],
      [tax.tax, 'small', 150, 72, 'right'],
    ]);
  for (const { label, value } of [...view.totals, view.due])
    rowOf([
      [label, 'body', 236, 120],
      [value, 'body', 360, 111, 'right'],
    ]);
  for (const one of view.deductions) {
    rowOf([
      [one.label, 'body', 0, 230],
      [one.net, 'body', 236, 70, 'right'],
      [one.tax, 'body', 312, 70, 'right'],
      [one.gross, 'body', 388, 83, 'right'],
    ]);
  }
  for (const { label, value } of view.payment?.facts ?? [])
    rowOf([
      [label, 'small', 0, 124],
      [value, 'body', 130, 341],
    ]);
  for (const note of view.notes) y = put(note, 'small');
  y = 800;
  put(`${view.title} ${view.number}`, 'small', 0, 150);
  put(view.from.name, 'small', 160, 150);
  put('Page 1 of 1', 'small', 321, 150, 'right');
  doc.end();
  return done;
}

const escaped = (words: string) => words.replace(/[&<>]/g, (letter) => `&#${letter.charCodeAt(0)};`);

function html(view: InvoicePaper): string {
  const rows = (cells: readonly (readonly string[])[]) =>
    cells.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`).join('');
  const facts = (pairs: readonly { label: string; value: string }[]) =>
    rows(pairs.map(({ label, value }) => [label, value]));
  return `<!doctype html><style>@font-face{font-family:R;src:url(data:font/ttf;base64,${readFileSync(join(folder, FONT_FILES.normal)).toString('base64')})}
    body{font:9.5pt/1.38 R}table{width:100%;border-collapse:collapse}td{border-bottom:.5pt solid #d9d7d0;padding:4pt}</style>
    <h1>${escaped(view.title)} ${escaped(view.number)}</h1><p>${[view.from, view.to].map((one) => escaped([one.name, ...one.lines].join(', '))).join('<p>')}
    <table>${facts(view.facts)}</table><table>${rows(view.lines.map((one) => [one.description, one.quantity, one.unitPrice, one.taxRate, one.net]))}</table>
    <table>${rows(view.taxes.map((one) => [one.rate, one.net, one.tax]))}</table><table>${facts([...view.totals, view.due, ...(view.payment?.facts ?? [])])}</table>
    <p>${view.notes.map(escaped).join('<p>')}`;
}

/** A warm page of a browser that is already running; null where there is none. */
export async function warmChromium(executablePath: string | undefined) {
  if (!executablePath) return null;
  const browser = await chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  const page = await browser.newPage();
  return {
    async print(view: InvoicePaper) {
      await page.setContent(html(view));
      return page.pdf({ format: 'A4' });
    },
    close: () => browser.close(),
  };
}
