/** Turns a paper into PDF bytes with pdfmake. Runs in the rendering thread only: importing it loads the font engine. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { parsedFonts } from './font-cache.ts';
import { FONT_FILES } from './fonts.ts';
import type { Paper } from './paper.ts';
import { INK, LAYOUTS, PAGE, STYLES } from './styles.ts';

// Loaded with `require`, from node_modules beside the source and beside the bundle alike, so that our fontkit is the
// very instance pdfmake's engine uses: the font cache lives in it.
const require = createRequire(import.meta.url);

type Pdfmake = typeof import('pdfmake') & { virtualfs: { writeFileSync(name: string, bytes: Buffer): void } };

function load(): Pdfmake {
  const pdfmake: Pdfmake = require('pdfmake');
  const folder = join(dirname(require.resolve('pdfmake/package.json')), 'fonts', 'Roboto');
  const bytesOf = parsedFonts(require('fontkit'), folder);
  for (const file of Object.values(FONT_FILES)) pdfmake.virtualfs.writeFileSync(file, bytesOf(file));
  pdfmake.setFonts({ Roboto: { ...FONT_FILES } });
  pdfmake.setTableLayouts({ ...LAYOUTS });
  // No document of ours names an address or a file; pdfmake has fetched both on its own before (CVE-2026-26801).
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => false);
  return pdfmake;
}

const NODE_KEYS = new Set(
  'text style alignment bold stack columns columnGap width margin unbreakable ul markerColor table widths body headerRows keepWithHeaderRows layout canvas type x1 y1 x2 y2 lineWidth lineColor pageBreak'.split(
    ' ',
  ),
);

/** Second lock behind `paper.ts`: throws on any key (image, link, file, svg...) that its functions never write. */
export function inspect(node: unknown): void {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    if (!Array.isArray(node) && !NODE_KEYS.has(key)) throw new Error(`A document may not contain "${key}".`);
    inspect(value);
  }
}

function definition(paper: Paper): TDocumentDefinitions {
  const { title, author, createdAt, footer } = paper;
  return {
    pageSize: PAGE.size,
    pageMargins: [...PAGE.margins],
    version: '1.7',
    language: 'en',
    displayTitle: true,
    info: { title, author, creator: 'Retainer', producer: 'Retainer', creationDate: new Date(createdAt) },
    styles: STYLES,
    defaultStyle: { font: 'Roboto', color: INK, ...STYLES.body },
    content: paper.content as unknown as Content,
    ...(paper.watermark && {
      watermark: { text: paper.watermark, color: '#000000', opacity: 0.05, bold: true, angle: -45 },
    }),
    footer: (page, pages) => ({
      margin: [PAGE.margins[0], 22, PAGE.margins[2], 0],
      columns: [
        { text: footer.left, style: 'small', width: '*' },
        { text: footer.note, style: 'small', width: 'auto', alignment: 'center' },
        { text: `Page ${page} of ${pages}`, style: 'small', width: '*', alignment: 'right' },
      ],
      columnGap: 12,
    }),
  };
}

let engine: Pdfmake | undefined;

/** Sets a paper. Equal papers give equal bytes. */
export async function typeset(paper: Paper): Promise<Uint8Array> {
  inspect(paper.content);
  engine ??= load();
  return await engine.createPdf(definition(paper)).getBuffer();
}
