/**
 * What our documents can print. The font is Roboto as pdfmake ships it (SIL OFL 1.1): Latin, Greek, Cyrillic and the
 * common currency signs. Its coverage is a table here, not read from the file, so that a web process can check a name
 * without loading a font engine; a test keeps the table equal to the font.
 */

export const FONT_FILES = {
  normal: 'Roboto-Regular.ttf',
  bold: 'Roboto-Medium.ttf',
  italics: 'Roboto-Italic.ttf',
  bolditalics: 'Roboto-MediumItalic.ttf',
} as const;

/** Code points (hex, inclusive) that all four faces draw; private-use and non-characters left out. */
export const COVERED =
  '20-7e a0-17f 18f 192 1a0-1a1 1af-1b0 1f0 1fa-1ff 218-21b 237 259 2bc 2c6-2c7 2c9 2d8-2dd 2f3 300-301 303 309 30f 323 ' +
  '384-38a 38c 38e-3a1 3a3-3ce 3d1-3d2 3d6 400-486 488-513 1e00-1e01 1e3e-1e3f 1e80-1e85 1e9e 1ea0-1ef9 1f4d 2000-200b ' +
  '2010-2011 2013-2015 2017-201e 2020-2022 2025-2027 2030 2032-2033 2039-203a 203c 2044 2070 2074-208e 20a3-20a4 ' +
  '20a6-20ac 20b1 20b9-20ba 20bc-20bd 20c1 2105 2113 2116 2122 2126 212e 215b-215e 2202 2206 220f 2211-2212 221a 221e ' +
  '222b 2248 2260 2264-2265 25a0 25ca-25cb 25cf fb01-fb04';

const ranges = COVERED.split(' ').map((range) => {
  const [first = '', last = first] = range.split('-');
  return [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const;
});

function covered(codePoint: number): boolean {
  return ranges.some(([first, last]) => codePoint >= first && codePoint <= last);
}

// Controls, soft hyphen, zero-width and joiner characters, the bidi marks, embeddings, overrides and isolates, the byte
// order mark, variation selectors and tags: all invisible, and so all able to make a page read unlike its text.
const INVISIBLE = /(?!\n)[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
const NARROW_SPACE = /[\u2000-\u200a\u205f\u3000\t]/g;

/**
 * Text as it is printed: composed (NFC), one kind of line end and of space, and without invisible characters. Letters,
 * digits and signs are never changed.
 */
export function printable(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/\u202f/g, '\u00a0')
    .replace(NARROW_SPACE, ' ')
    .replace(INVISIBLE, '')
    .normalize('NFC');
}

/** The characters of a text that no document can print, each once, in order of appearance; empty when all is well. */
export function unsupported(text: string): string[] {
  const missing = new Set<string>();
  for (const character of printable(text)) {
    if (character !== '\n' && !covered(character.codePointAt(0) ?? 0)) missing.add(character);
  }
  return [...missing];
}

/** What to say of a text that no document can print, to whoever typed it; undefined when all is well. */
export function unprintable(text: string): string | undefined {
  const missing = unsupported(text);
  if (missing.length === 0) return undefined;
  return `The PDF can’t print ${missing.slice(0, 5).join(' ')} yet. Write it in Latin, Greek or Cyrillic letters.`;
}
