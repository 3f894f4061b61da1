import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { clientBrowser, type Page } from './browser.ts';
import type { World } from './world.ts';

const SOURCE = path.resolve(import.meta.dirname, '../../src');

/** The text of every source file of the app whose name fits. */
function sources(name: RegExp): string[] {
  return readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
    .filter((file) => name.test(file) && !/^(sandbox|generated)\b/.test(file))
    .map((file) => readFileSync(path.join(SOURCE, file), 'utf8'));
}

const found = (texts: readonly string[], pattern: RegExp): string[] =>
  [...new Set(texts.flatMap((text) => [...text.matchAll(pattern)].map(([, name = '']) => name)))].sort();

/** What there is to render, by the source itself: what is added there is missed by the test until it is shown to it. */
export const inSource = {
  forms: () => found(sources(/\.ts$/), /\bform\(\s*'([a-z]+:[a-z-]+)'/g),
  cards: () => found(sources(/card-view\.ts$/), /\bsays\(\s*'([a-z]+)'/g),
  mails: () =>
    found(
      sources(/jobs\.tsx?$/).filter((text) => /\b(sendLetter|sendEach)\b/.test(text)),
      /(?:\bkind(?::| =) |\b(?:letterTo|addressed|mailVersion)\([^)]*)'([a-z]+\.[a-z-]+)'/g,
    ),
  clientStates: () => {
    const [text = ''] = sources(/client-state\.ts$/);
    return found([/type ClientState =([^;]+);/.exec(text)?.[1] ?? ''], /'([a-z]+)'/g);
  },
  pages: () => found(sources(/\.tsx$/), /<(?:Desk)?Page\b[^>]*?\bstate="([a-z]+)"/g),
};

/** A client's browser whose every page is kept. */
export function watched(world: World, pages: Page[]): ReturnType<typeof clientBrowser> {
  const browser = clientBrowser(world.appUrl, world.vendors);
  return new Proxy(browser, {
    get: (target, name, receiver) => {
      const value = Reflect.get(target, name, receiver);
      if (typeof value !== 'function') return value;
      return async (...args: unknown[]) => {
        const answer = await value(...args);
        if (target.page.html) pages.push(target.page);
        return answer;
      };
    },
  });
}

const BROKEN = /\bundefined\b|\bNaN\b|\[object |Invalid Date|\{\{|\}\}|\bnull\b/;
/** A sum without its currency: digits with cents that no code stands before. */
const BARE = /(?<![A-Z]{3} -?)(?<![\d.,:-])\d{1,3}(?:,\d{3})*\.\d{2}(?![\d%])/;

/** No word is missing and no sum stands without its currency. */
export function checkWords(words: string, what: string): void {
  expect(BROKEN.exec(words)?.[0], `${what}: ${words.slice(0, 300)}`).toBeUndefined();
  const bare = BARE.exec(words);
  expect(bare && words.slice(Math.max(0, bare.index - 60), bare.index + 30), what).toBeNull();
}

const TEXT_OF = /<(script|style)\b[\s\S]*?<\/\1>|<[^>]*>/g;
export const wordsOf = (html: string): string => html.replace(TEXT_OF, ' ').replace(/\s+/g, ' ');

/** One heading, one main part that says its state, a label for every field. */
export function checkPage({ html, url }: Page): void {
  expect(html.match(/<h1\b/g), url).toHaveLength(1);
  expect(html, url).toMatch(/<main[^>]*data-state="/);
  expect(html, url).toMatch(/<html lang="en"/);
  for (const [field] of html.matchAll(/<(?:input|select|textarea)\b[^>]*>/g)) {
    if (/type="(?:hidden|submit)"/.test(field)) continue;
    const id = /\bid="([^"]+)"/.exec(field)?.[1];
    expect(html.includes(`for="${id}"`) || /aria-label(?:ledby)?="/.test(field), `${url}: ${field}`).toBe(true);
  }
}
