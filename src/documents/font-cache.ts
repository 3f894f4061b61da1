/**
 * Fonts parsed once per process and words shaped once, instead of both for every document: that is most of a document's
 * time. Relies on fontkit 2.0.4 (pinned) and on a test that compares what is printed with and without.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type Glyph = { readonly id: number; readonly advanceWidth: number };
type Position = { readonly [name in 'xAdvance' | 'yAdvance' | 'xOffset' | 'yOffset']: number };
type Shaped = {
  readonly glyphs: readonly Glyph[];
  readonly positions: readonly Position[];
  readonly advanceWidth: number;
};
type Font = {
  readonly unitsPerEm: number;
  layout(text: string, features?: object, ...rest: unknown[]): Shaped;
  getGlyph(id: number, letters?: readonly number[]): Glyph;
  _glyphs: Record<number, Glyph | undefined>;
};
export type Fontkit = {
  create(bytes: Buffer): Font;
  registerFormat(format: { probe(bytes: Uint8Array): boolean; new (stream: { buffer: Uint8Array }): object }): void;
};

const TOKEN = 'parsed-font:';
const WORDS_MAX = 4_000;
const WORD_LETTERS_MAX = 40;
const GLYPHS_MAX = 8_000;

/** A map that starts anew when full: what is common comes back at once. */
function bounded<K, V>(max: number): Map<K, V> {
  const map = new Map<K, V>();
  const set = map.set.bind(map);
  map.set = (key, value) => {
    if (map.size >= max) map.clear();
    return set(key, value);
  };
  return map;
}

/**
 * fontkit keeps one glyph object with the letters it was first drawn for, and Latin A and Cyrillic А share a glyph: one
 * client's document would decide which letter is copied out of the next one's. So a glyph is kept per letters instead.
 */
function keepGlyphsByLetters(font: Font): void {
  const getGlyph = font.getGlyph.bind(font);
  const glyphs = bounded<string, Glyph>(GLYPHS_MAX);
  font.getGlyph = (id, letters = []) => {
    const key = `${id}:${letters}`;
    const known = glyphs.get(key);
    if (known) return known;
    font._glyphs[id] = undefined;
    const glyph = getGlyph(id, letters);
    glyphs.set(key, glyph);
    return glyph;
  };
}

/** Thousandths of the font size, as PDF counts, for one unit of the font. */
const scaleOf = (font: Font) => 1000 / font.unitsPerEm;

/**
 * A position as pdfkit leaves it after scaling, with nothing left to scale: pdfkit goes through what it can enumerate,
 * each time it meets the word, so nothing is enumerable, and one object serves every document.
 */
function scaled(position: Position, glyph: Glyph, scale: number): Position {
  const fixed = Object.fromEntries(
    Object.entries(position).map(([name, value]) => [name, { value: value * scale, enumerable: false }]),
  );
  const advanceWidth = { value: glyph.advanceWidth * scale, writable: true, enumerable: false };
  return Object.defineProperties({} as Position, { ...fixed, advanceWidth });
}

/**
 * Words are shaped once, and without ligatures: not every reader gives back the letters of "fi" when text is copied or
 * searched.
 */
function keepShapedWords(font: Font): void {
  const layout = font.layout.bind(font);
  const words = bounded<string, Shaped>(WORDS_MAX);
  const scale = scaleOf(font);
  font.layout = (text, features, ...rest) => {
    if (features) return layout(text, features, ...rest);
    const known = words.get(text);
    if (known) return known;
    const { glyphs, positions } = layout(text, { liga: false });
    const advanceWidth = positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0) * scale;
    const shaped: Shaped = {
      glyphs,
      positions: positions.map((at, n) => scaled(at, glyphs[n] as Glyph, scale)),
      advanceWidth,
    };
    if (text.length <= WORD_LETTERS_MAX) words.set(text, shaped);
    return shaped;
  };
}

/**
 * A function from a font's file name to a few bytes that stand for it: fontkit is taught a "format" that recognises them
 * and answers with the font already parsed.
 */
export function parsedFonts(fontkit: Fontkit, folder: string): (file: string) => Buffer {
  const fonts = new Map<string, Font>();
  const textOf = (bytes: Uint8Array) =>
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  fontkit.registerFormat(
    class {
      static probe(bytes: Uint8Array) {
        return textOf(bytes.subarray(0, TOKEN.length)) === TOKEN;
      }
      constructor(stream: { buffer: Uint8Array }) {
        // biome-ignore lint/correctness/noConstructorReturn: fontkit's hook is a constructor, and the font exists already
        return fonts.get(textOf(stream.buffer)) ?? this;
      }
    },
  );
  return (file) => {
    const font = fontkit.create(readFileSync(join(folder, file)));
    keepGlyphsByLetters(font);
    keepShapedWords(font);
    fonts.set(TOKEN + file, font);
    return Buffer.from(TOKEN + file, 'latin1');
  };
}
