import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { COVERED, FONT_FILES, printable, unsupported } from '../../src/documents/fonts.ts';

const require = createRequire(import.meta.url);
const fontkit: { create(bytes: Buffer): { characterSet: number[] } } = require('fontkit');
const folder = join(dirname(require.resolve('pdfmake/package.json')), 'fonts', 'Roboto');

describe('the characters a document can print', () => {
  test('the table of covered characters equals what all four faces of the font draw', () => {
    const faces = Object.values(FONT_FILES).map(
      (file) => new Set(fontkit.create(readFileSync(join(folder, file))).characterSet),
    );
    const drawn = [...(faces[0] ?? [])].filter((code) => faces.every((face) => face.has(code)));
    // Controls, private use and specials are in the font's table, but are no text.
    const text = drawn.filter((code) => code >= 0x20 && code < 0xe000).concat([0xfb01, 0xfb02, 0xfb03, 0xfb04]);
    const listed = COVERED.split(' ').flatMap((range) => {
      const [first = 0, last = first] = range.split('-').map((code) => Number.parseInt(code, 16));
      return Array.from({ length: last - first + 1 }, (_, at) => first + at);
    });
    expect(listed).toEqual(text.sort((a, b) => a - b));
  });

  test.each([
    ['Zoë Łukasiewicz, Øystein Ğül, Đặng Thị', []],
    ['Ελένη Παπαδοπούλου', []],
    ['Анна Щербакова, Їжак', []],
    ['€ 4.000 £ $ ₪ ₩ ₺ ₽ ₹ § “quoted” – ½', []],
    ['שלום', ['ש', 'ל', 'ו', 'ם']],
    ['Party 🎉🎉 at 東京', ['🎉', '東', '京']],
    ['a \ud800 b', ['\ufffd']],
    ['one\ntwo', []],
  ])('%j lacks %j', (text, missing) => {
    expect(unsupported(text)).toEqual(missing);
  });

  test('decomposed letters are composed before they are judged and printed', () => {
    expect(unsupported('Zoe\u0308')).toEqual([]);
    expect(printable('Zoe\u0308')).toBe('Zo\u00eb');
  });

  test.each([
    ['Dana\u202exoF', 'DanaxoF'],
    ['a\u2066b\u2069c\u200fd\u061ce', 'abcde'],
    ['pay\u200bpal\u00ad\ufeff', 'paypal'],
    ['tag\u{e0041}\ufe0f', 'tag'],
    ['nul\u0000 esc\u001b bell\u0007', 'nul esc bell'],
    ['one\r\ntwo\rthree\u2028four', 'one\ntwo\nthree\nfour'],
    ['wide\u3000thin\u2009tab\tnarrow\u202f!', 'wide thin tab narrow\u00a0!'],
  ])('%j prints as %j', (typed, printed) => {
    expect(printable(typed)).toBe(printed);
  });
});
