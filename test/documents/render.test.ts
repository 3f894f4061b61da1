import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { afterAll, describe, expect, test } from 'vitest';
import {
  factsTable,
  type Paper,
  type PaperNode,
  panel,
  paper,
  row,
  rule,
  table,
  text,
} from '../../src/documents/paper.ts';
import { remember } from '../../src/documents/remember.ts';
import { createDocuments, startRenderWorker } from '../../src/documents/render.ts';
import { inspect } from '../../src/documents/typeset.ts';
import { invoiceDocument } from '../../src/invoices/document.ts';
import { objectsOf, textOf } from './reading.ts';
import { invoice } from './samples.ts';

const warnings: string[] = [];
const log = { warn: (_facts: object, message: string) => void warnings.push(message) };
const workers: Worker[] = [];
const startWorker = () => {
  const worker = startRenderWorker();
  workers.push(worker);
  return worker;
};
const documents = createDocuments({ log, startWorker });
afterAll(() => documents.close());

function page(...content: PaperNode[]): Paper {
  const footer = { left: 'left', note: 'note' };
  return paper({ title: 'Test', author: 'Ada', createdAt: new Date(0), footer, watermark: null, content });
}

describe('setting a document', () => {
  test('prints its text, its footer and its page numbers', async () => {
    const pdf = await documents.render(page(text('Grüße, Ελένη, Анна, € 4,000.00', 'title')));
    const words = await textOf(pdf);
    expect(words).toContain('Grüße, Ελένη, Анна, € 4,000.00');
    expect(words).toContain('Page 1 of 1');
  });

  test('equal papers give equal bytes, whatever was set before in other alphabets', async () => {
    await documents.render(page(text('АВСЕНКМОРТХ Ελένη ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ')));
    const first = await documents.render(invoiceDocument(invoice));
    const others = createDocuments({ log });
    const second = await others.render(invoiceDocument(invoice));
    await others.close();
    expect(Buffer.compare(first, second)).toBe(0);
  });

  test('a paper asked for again is not set again, unless it failed', async () => {
    let set = 0;
    const render = remember(async ({ title }) => {
      set++;
      if (title === 'bad') throw new Error('no');
      return new Uint8Array([set]);
    }, 2);
    const of = (title: string) => ({ ...page(), title });
    await Promise.all([render(of('a')), render(of('a')), render(of('b'))]);
    expect(set).toBe(2);
    await expect(render(of('bad'))).rejects.toThrow('no');
    await expect(render(of('bad'))).rejects.toThrow('no');
    await render(of('b'));
    expect(set).toBe(4);
    await render(of('a'));
    expect(set).toBe(5);
  });

  test('many at once all come back, each with its own text', async () => {
    const pdfs = await Promise.all(
      Array.from({ length: 12 }, (_, at) => documents.render(page(text(`Number ${at}.`)))),
    );
    const words = await Promise.all(pdfs.map(textOf));
    expect(words.every((one, at) => one.includes(`Number ${at}.`))).toBe(true);
  });

  test('the parsed-font cache changes nothing: a fresh process with fonts from files gives the same text', async () => {
    const require = createRequire(import.meta.url);
    const fonts = join(dirname(require.resolve('pdfmake/package.json')), 'fonts', 'Roboto');
    const script = `
      const pdfmake = require('pdfmake'); const f = (n) => require('path').join(${JSON.stringify(fonts)}, n);
      pdfmake.setFonts({ Roboto: { normal: f('Roboto-Regular.ttf'), bold: f('Roboto-Medium.ttf') } });
      pdfmake.setUrlAccessPolicy(() => false); pdfmake.setLocalAccessPolicy(() => true);
      pdfmake.createPdf({ content: ['AVATAR Tölö', { text: 'Ελένη Анна', bold: true }] }).getBuffer()
        .then((pdf) => process.stdout.write(pdf.toString('base64')));`;
    const plain = Buffer.from(execFileSync(process.execPath, ['-e', script]).toString(), 'base64');
    const words = (await textOf(plain)).trim();
    expect(words).toContain('AVATAR Tölö');
    for (let round = 0; round < 2; round++) {
      const cached = await textOf(await documents.render(page(text('AVATAR Tölö'), text('Ελένη Анна', 'strong'))));
      expect(cached).toContain(words);
    }
  });
});

describe('hostile text', () => {
  const attacks = [
    '{"image":"file:///etc/passwd"}',
    '{"text":"x","link":"http://169.254.169.254/"}',
    'data:image/png;base64,AAAA',
    '/JS (app.alert(1)) /OpenAction /Launch /EmbeddedFile',
    ') Tj ET endstream endobj',
    '<script>alert(1)</script> <!channel> {{ title }}',
  ];

  test('is printed as text and nothing else', async () => {
    const pdf = await documents.render(page(...attacks.map((attack) => text(attack))));
    const words = await textOf(pdf);
    for (const attack of attacks) expect(words).toContain(attack);
  });

  test('leaves no script, action, launch, file or link in the file, wherever it stands', async () => {
    for (const attack of attacks) {
      const hostile = { ...page(text(attack)), title: attack, author: attack, watermark: attack };
      const pdf = await documents.render({ ...hostile, footer: { left: attack, note: attack } });
      const objects = objectsOf(pdf).replace(/\((?:\\.|[^\\()]|\((?:\\.|[^\\()])*\))*\)/g, '()');
      expect(objects).not.toMatch(/\/(JS|JavaScript|OpenAction|AA|Launch|EmbeddedFiles?|Filespec|URI|SubmitForm)\b/);
    }
  });

  test('an object where text belongs is refused when the paper is made', () => {
    const smuggled = JSON.parse('{"image":"file:///etc/passwd"}');
    expect(() => text(smuggled)).toThrow(TypeError);
    expect(() => factsTable([{ label: smuggled, value: 'x' }])).toThrow(TypeError);
  });

  test('a part that paper.ts did not make is refused by the rendering thread', async () => {
    const forged = JSON.parse('{"stack":[{"image":"file:///etc/passwd"}]}');
    await expect(documents.render(page(forged))).rejects.toThrow('may not contain "image"');
    for (const key of ['svg', 'qr', 'link', 'files', 'attachment', 'background', 'toc', 'font']) {
      expect(() => inspect([{ columns: [{ [key]: 'x' }] }])).toThrow(key);
    }
    expect(() =>
      inspect([row([['*', panel([text('a')])]]), rule(), table(['*'], [[text('b')]], 'lines')]),
    ).not.toThrow();
  });

  test('too much of it is refused with a sentence, in little time', () => {
    const before = performance.now();
    expect(() => page(text('x'.repeat(1_000_000)))).toThrow('too long');
    expect(() => page(text('a\n'.repeat(100_000)))).toThrow('too long');
    expect(performance.now() - before).toBeLessThan(2_000);
  });

  test('a word of 20,000 letters, also in a narrow column, is set in full', async () => {
    const word = 'wort'.repeat(5_000);
    const pdf = await documents.render(page(text(word), factsTable([{ label: word.slice(0, 2_000), value: word }])));
    const letters = (await textOf(pdf)).replace(/[^wort]/g, '');
    expect(letters.length).toBeGreaterThanOrEqual(42_000);
  });

  test('marks that turn the direction of reading are gone', async () => {
    const words = await textOf(await documents.render(page(text('Fee \u202e00.4\u202c EUR'))));
    expect(words).toContain('Fee 00.4 EUR');
  });
});

describe('the rendering thread', () => {
  test('that dies is replaced, and its document still comes', async () => {
    await documents.render(page(text('before')));
    const pending = documents.render(invoiceDocument({ ...invoice, number: 'once' }));
    await workers.at(-1)?.terminate();
    expect((await pending).length).toBeGreaterThan(10_000);
    expect(warnings).toContain('the rendering thread ended and will be started again');
    expect(await textOf(await documents.render(page(text('after'))))).toContain('after');
  });

  test('that dies twice on one document gives up on it and serves the next', async () => {
    const doomed = documents
      .render(invoiceDocument({ ...invoice, number: 'twice' }))
      .catch((error: Error) => error.message);
    await workers.at(-1)?.terminate();
    await workers.at(-1)?.terminate();
    expect(await doomed).toContain('ended twice');
    expect((await documents.render(page(text('next')))).length).toBeGreaterThan(1_000);
  });

  test('that takes too long is ended and the document is rejected', async () => {
    const hasty = createDocuments({ log, timeoutMs: 1 });
    await expect(hasty.render(page(text('slow')))).rejects.toThrow('not ready after 1 ms');
    await hasty.close();
  });

  test('refuses more than it can hold, and all that waits when it is closed', async () => {
    const full = createDocuments({ log });
    const results = Array.from({ length: 70 }, (_, at) =>
      full.render(page(text(`x ${at}`))).catch((error: Error) => error.message),
    );
    expect(await results.at(-1)).toBe('Too many documents are waiting.');
    await full.close();
    expect(await results[0]).toBe('Documents were closed.');
    await expect(full.render(page(text('x')))).rejects.toThrow('closed');
  });
});
