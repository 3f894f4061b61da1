/**
 * The vocabulary all documents are written in. A document is plain data (it crosses to the rendering thread), and only
 * these functions make its parts, so text typed by anyone is only ever text: there is no way to say image, link, file
 * or font here, and the rendering thread refuses what was not made here.
 */
import type { Content } from 'pdfmake/interfaces.js';
import { Refusal } from '../shared/refusal.ts';
import { printable } from './fonts.ts';
import { GUTTER, HAIRLINE, LABEL_DROP, type LAYOUTS, type STYLES, TEXT_WIDTH } from './styles.ts';

declare const made: unique symbol;
/** A part of a document; made by the functions of this file and by nothing else. */
export type PaperNode = { readonly [made]: true };
export type PaperStyle = keyof typeof STYLES;
type Layout = keyof typeof LAYOUTS;
type Width = number | '*' | 'auto';
type Align = 'left' | 'right' | 'center';

/** A stretch of text within a paragraph. */
export type Run = { readonly text: string; readonly bold?: boolean };

/** A whole document. `createdAt` is an ISO instant: it is the only time in the file, so equal papers give equal bytes. */
export type Paper = {
  readonly title: string;
  readonly author: string;
  readonly createdAt: string;
  readonly footer: { readonly left: string; readonly note: string };
  readonly watermark: string | null;
  readonly content: readonly PaperNode[];
};

/** About 35 full pages, two seconds' work. Above it a document is refused, never cut: what is signed must be all there. */
const LETTERS_MAX = 120_000;
const LINES_MAX = 4_000;
/** Below both of these, parts are sure to fit on one page together. */
const KEPT_LETTERS = 1_200;
const KEPT_LINES = 40;

// pdfmake finds where to cut a word too long for its line by measuring all that is left of it, again for each line: a
// word of 10,000 letters takes five seconds. An invisible place to break (the font has it) keeps that time short.
const MONSTER = /\S{81,}/gu;

const make = (content: Content) => content as unknown as PaperNode;
const open = (node: PaperNode) => node as unknown as Content;

/** Printable text of a value that must be a string: an object smuggled in through stored JSON stops here. */
function string(value: string): string {
  if (typeof value !== 'string') throw new TypeError('A document takes text only as strings.');
  return printable(value).replace(MONSTER, (word) => word.replace(/.{60}/gu, '$&\u200b'));
}

/** Text in one style; line breaks in it are kept. */
export function text(value: string, style: PaperStyle = 'body', align: Align = 'left'): PaperNode {
  return make({ text: string(value), style, alignment: align });
}

/** A paragraph with bold stretches. */
export function rich(runs: readonly Run[], style: PaperStyle = 'body'): PaperNode {
  return make({ text: runs.map((run) => ({ text: string(run.text), bold: run.bold === true })), style });
}

/** The same part with space around it, in points. */
export function spaced(node: PaperNode, { top = 0, bottom = 0, left = 0 }): PaperNode {
  return make({ stack: [open(node)], margin: [left, top, 0, bottom] });
}

/** Parts below one another. */
export function stack(nodes: readonly PaperNode[]): PaperNode {
  return make({ stack: nodes.map(open) });
}

/** Whether parts surely fit on one page together. */
export function fitsOnPage(nodes: readonly PaperNode[]): boolean {
  const { letters, lines } = measure(nodes);
  return letters < KEPT_LETTERS && lines < KEPT_LINES;
}

/** Parts below one another that stay on one page, as long as they are sure to fit on one. */
export function together(nodes: readonly PaperNode[]): PaperNode {
  return make({ stack: nodes.map(open), unbreakable: fitsOnPage(nodes) });
}

/** Parts side by side. */
export function row(columns: readonly (readonly [Width, PaperNode])[], gap = 20): PaperNode {
  return make({ columns: columns.map(([width, node]) => ({ width, stack: [open(node)] })), columnGap: gap });
}

/** Two halves of the page. */
export function pair(left: PaperNode, right: PaperNode): PaperNode {
  const halves = [
    ['*', left],
    ['*', right],
  ] as const;
  return row(halves, GUTTER);
}

/** Parts two by two, in rows. */
export function pairs(parts: readonly PaperNode[]): PaperNode[] {
  const rows: PaperNode[] = [];
  for (let at = 0; at < parts.length; at += 2) {
    const [left, right = text('')] = parts.slice(at, at + 2);
    if (left) rows.push(spaced(pair(left, right), { bottom: 14 }));
  }
  return rows;
}

export function bullets(items: readonly PaperNode[]): PaperNode {
  return make({ ul: items.map(open), markerColor: '#6e6d68' });
}

/** A table of cells; the first `headerRows` rows are repeated on each page it runs over. */
export function table(
  widths: readonly Width[],
  rows: readonly (readonly PaperNode[])[],
  layout: Layout,
  headerRows = 0,
): PaperNode {
  if (rows.length === 0) return make({ stack: [] });
  const body = rows.map((cells) => cells.map(open));
  return make({ table: { widths: [...widths], body, headerRows, keepWithHeaderRows: headerRows && 1 }, layout });
}

/** A hairline, across the page unless a width is given. */
export function rule({ top = 0, bottom = 0, width = TEXT_WIDTH } = {}): PaperNode {
  const line = { type: 'line' as const, x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 0.5, lineColor: HAIRLINE };
  return make({ canvas: [line], margin: [0, top, 0, bottom] });
}

/** A label in small grey letters over what it names. */
function labelled(label: string, ...nodes: readonly PaperNode[]): PaperNode {
  return stack([text(label, 'label'), ...nodes]);
}

/** Labels and values, one pair a row. */
export function factsTable(pairs: readonly Fact[], labelWidth: Width = 130): PaperNode {
  return table(
    [labelWidth, '*'],
    pairs.map(({ label, value }) => [spaced(text(label, 'small'), { top: LABEL_DROP }), text(value)]),
    'facts',
  );
}

/** Labels over values, four side by side. */
export function factsGrid(pairs: readonly Fact[]): PaperNode {
  const cells = pairs.map(({ label, value }) => labelled(label.toUpperCase(), text(value)));
  while (cells.length % 4) cells.push(text(''));
  const rows = Array.from({ length: cells.length / 4 }, (_, at) => cells.slice(at * 4, at * 4 + 4));
  return table(['*', '*', '*', '*'], rows, 'facts');
}

export type Fact = { readonly label: string; readonly value: string };

/** Who stands on a document: a name and the lines under it (address, tax number, e-mail), in the order to be printed. */
export type PartyPaper = { readonly name: string; readonly lines: readonly string[] };

export function party(label: string, { name, lines }: PartyPaper): PaperNode {
  return labelled(label, text(name, 'strong'), ...lines.filter(Boolean).map((line) => text(line)));
}

/** A label and its sum on one line, the sum large at the right. */
export function sumLine({ label, value }: Fact): PaperNode {
  const columns = [
    ['*', spaced(text(label, 'strong'), { top: 4 })],
    ['auto', text(value, 'sum', 'right')],
  ] as const;
  return row(columns, 12);
}

/** A quiet panel around parts that matter most. */
export function panel(nodes: readonly PaperNode[]): PaperNode {
  return table(['*'], [[stack(nodes)]], 'panel');
}

/** A heading that stays with what follows it, if that is short enough to be kept on one page. */
export function section(title: string, body: PaperNode, { top = 0 } = {}): PaperNode {
  return spaced(together([spaced(text(title, 'section'), { bottom: 6 }), body]), { top });
}

/** What follows starts on a new page. */
export function onNewPage(nodes: readonly PaperNode[]): PaperNode {
  return make({ stack: nodes.map(open), pageBreak: 'before' });
}

/** Counts what costs time to set: letters, and lines begun (each text part is one, each line break in it another). */
function measure(value: unknown, size = { letters: 0, lines: 0 }) {
  if (typeof value !== 'object' || value === null) return size;
  for (const [key, part] of Object.entries(value)) {
    if (key === 'text' && typeof part === 'string') {
      size.letters += part.length;
      size.lines += part.split('\n').length;
    } else measure(part, size);
  }
  return size;
}

/** Puts a document together. Refuses one too long to print (`document.too-long`). */
export function paper(parts: Omit<Paper, 'createdAt'> & { readonly createdAt: Date }): Paper {
  const { letters, lines } = measure(parts.content);
  if (letters > LETTERS_MAX || lines > LINES_MAX) {
    throw new Refusal('document.too-long', 'This is too long for one document. Shorten the text, or split the work.');
  }
  return {
    title: string(parts.title),
    author: string(parts.author),
    createdAt: parts.createdAt.toISOString(),
    footer: { left: string(parts.footer.left), note: string(parts.footer.note) },
    watermark: parts.watermark === null ? null : string(parts.watermark),
    content: parts.content,
  };
}
