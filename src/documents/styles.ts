import type { CustomTableLayout, Style } from 'pdfmake/interfaces.js';

/** The look of every document: one grey scale, one size ladder, hairlines instead of boxes. Sizes in points. */
export const INK = '#1d1d1b';
const MUTED = '#6e6d68';
export const HAIRLINE = '#d9d7d0';
const WASH = '#f6f5f1';

/** What the smaller letters of a label need above them to stand on the line of the text beside them. */
export const LABEL_DROP = 1.5;

/** A4 with margins that leave lines of about 85 letters. */
export const PAGE = { size: 'A4', margins: [62, 50, 62, 60] } as const;
export const TEXT_WIDTH = 595.28 - PAGE.margins[0] - PAGE.margins[2];
/** Two columns, and the gap between them. */
export const GUTTER = 32;
export const HALF_WIDTH = (TEXT_WIDTH - GUTTER) / 2;

export const STYLES = {
  title: { fontSize: 20, bold: true, lineHeight: 1.12 },
  subtitle: { fontSize: 11, color: MUTED, lineHeight: 1.25 },
  section: { fontSize: 12, bold: true, lineHeight: 1.2 },
  clause: { fontSize: 10, bold: true, lineHeight: 1.3 },
  body: { fontSize: 9.5, lineHeight: 1.38 },
  strong: { fontSize: 9.5, bold: true, lineHeight: 1.38 },
  small: { fontSize: 8, color: MUTED, lineHeight: 1.3 },
  label: { fontSize: 7.5, color: MUTED, lineHeight: 1.3, characterSpacing: 0.5 },
  code: { fontSize: 8, lineHeight: 1.35, characterSpacing: 0.15 },
  sum: { fontSize: 15, bold: true, lineHeight: 1.2 },
  signature: { fontSize: 17, italics: true, lineHeight: 1.2 },
  good: { fontSize: 11, bold: true, color: '#256b43', characterSpacing: 0.6 },
  bad: { fontSize: 11, bold: true, color: '#9c2f2f', characterSpacing: 0.6 },
  neutral: { fontSize: 11, bold: true, color: MUTED, characterSpacing: 0.6 },
} as const satisfies Record<string, Style>;

const none = () => 0;
const lastRow = (row: number, rows: readonly unknown[]) => row === rows.length;
const lastColumn = (column: number, widths: unknown) => Array.isArray(widths) && column === widths.length - 1;

/** Rows under a header rule, told apart by hairlines. */
const lines: CustomTableLayout = {
  hLineWidth: (row, { table }) => (row === 0 ? 0 : row === (table.headerRows ?? 0) ? 0.9 : 0.5),
  hLineColor: (row, { table }) => (row === (table.headerRows ?? 0) ? INK : HAIRLINE),
  vLineWidth: none,
  paddingTop: () => 4.5,
  paddingBottom: () => 2,
  paddingLeft: (column) => (column === 0 ? 0 : 6),
  paddingRight: (column, { table }) => (lastColumn(column, table.widths) ? 0 : 6),
};

/** Label and value, a hairline above and below each. */
const facts: CustomTableLayout = {
  ...lines,
  hLineWidth: () => 0.5,
  hLineColor: () => HAIRLINE,
};

/** A quiet grey panel around one cell. */
const panel: CustomTableLayout = {
  hLineWidth: none,
  vLineWidth: none,
  fillColor: () => WASH,
  paddingTop: () => 9,
  paddingBottom: () => 6,
  paddingLeft: () => 12,
  paddingRight: () => 12,
};

/** Sums at the right: no lines but one above the last row. */
const sums: CustomTableLayout = {
  hLineWidth: (row, { table }) => (row > 0 && lastRow(row + 1, table.body) ? 0.9 : 0),
  hLineColor: () => INK,
  vLineWidth: none,
  paddingTop: () => 3.5,
  paddingBottom: () => 1,
  paddingLeft: none,
  paddingRight: none,
};

/** A thin frame around one word. */
const stamp: CustomTableLayout = {
  hLineWidth: () => 1,
  vLineWidth: () => 1,
  hLineColor: () => MUTED,
  vLineColor: () => MUTED,
  paddingTop: () => 4,
  paddingBottom: () => 2,
  paddingLeft: () => 10,
  paddingRight: () => 10,
};

export const LAYOUTS = { lines, facts, panel, sums, stamp } as const;
