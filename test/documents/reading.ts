import { PDF } from '@libpdf/core';

/** The text of a PDF, spaces squeezed, page after page. */
export async function textOf(pdf: Uint8Array): Promise<string> {
  return (await pagesOf(pdf)).join('\n');
}

export async function pagesOf(pdf: Uint8Array): Promise<string[]> {
  const document = await PDF.load(pdf);
  return document.getPages().map((page) => page.extractText().text.replace(/\s+/g, ' '));
}

/** The objects of a PDF as text, without the bytes of its streams, in which any three letters may occur by chance. */
export function objectsOf(pdf: Uint8Array): string {
  return Buffer.from(pdf)
    .toString('latin1')
    .replace(/stream\r?\n[\s\S]*?endstream/g, 'stream');
}
