import fc from 'fast-check';
import { expect, test } from 'vitest';
import { effectsOf } from '../../src/contracts/change-effects.ts';
import { deliverablesFrom } from '../../src/contracts/deliverable.ts';
import { clauseRedlines, redlineOf, termLines } from '../../src/contracts/redline.ts';
import { type Terms, term } from '../../src/contracts/terms.ts';

const kept = (pieces: ReturnType<typeof redlineOf>, without: 'gone' | 'new') =>
  pieces
    .filter(({ kind }) => kind !== without)
    .map(({ words }) => words)
    .join(' ')
    .replace(/ ?\n ?/g, '\n');

test('a redline without what came is the old text, and without what went the new one', () => {
  const text = fc.array(
    fc.constantFrom('the', 'deposit', 'is', '50%', '40%', 'due', 'on', 'signature.', '\n', 'Acme'),
    { maxLength: 40 },
  );
  const plain = (words: string[]) =>
    words
      .join(' ')
      .replace(/ ?\n ?/g, '\n')
      .replace(/\n+/g, '\n');
  fc.assert(
    fc.property(text, text, (a, b) => {
      const [before, after] = [plain(a), plain(b)];
      const pieces = redlineOf(before, after);
      expect([kept(pieces, 'new'), kept(pieces, 'gone')]).toEqual([before, after]);
    }),
  );
});

test('only the words that changed are marked', () => {
  expect(redlineOf('The deposit of EUR 2,000.00 is due.', 'The deposit of EUR 1,600.00 is due.')).toEqual([
    { kind: 'same', words: 'The deposit of' },
    { kind: 'gone', words: 'EUR 2,000.00' },
    { kind: 'new', words: 'EUR 1,600.00' },
    { kind: 'same', words: 'is due.' },
  ]);
});

test('clauses that stayed are left out, whatever their number, and one that came or went is whole', () => {
  const clause = (id: string, number: number, markdown: string) => ({ id, number, title: id, markdown });
  const before = [
    clause('fee', 1, 'The price is ten.'),
    clause('deposit', 2, 'Half is due.'),
    clause('notices', 3, 'By e-mail.'),
  ];
  const after = [
    clause('fee', 1, 'The price is ten.'),
    clause('kill-fee', 2, 'A quarter is due.'),
    clause('notices', 3, 'By e-mail.'),
  ];
  expect(clauseRedlines(before, after).map(({ title, kind }) => [title, kind])).toEqual([
    ['2. kill-fee', 'added'],
    ['2. deposit', 'removed'],
  ]);
});

const terms: Terms = {
  title: term('Brand', 'brief'),
  fee: term({ minor: 400_000n, currency: 'EUR' }, 'brief'),
  deposit: term({ kind: 'share', percentMilli: 50_000 }, 'brief'),
  deliverables: term(deliverablesFrom(['Logo', 'Guide']), 'brief'),
  netDays: term(14, 'brief'),
};

test('terms are told before and after, and what was added to a list is named', () => {
  const after: Terms = {
    ...terms,
    deposit: term({ kind: 'share', percentMilli: 40_000 }, 'form'),
    deliverables: term(deliverablesFrom(['Logo', 'Poster']), 'form'),
  };
  expect(termLines(terms, after)).toEqual([
    { label: 'Deposit', words: 'EUR 2,000.00 (50%) → EUR 1,600.00 (40%)' },
    { label: 'Delivers', words: 'adds “Poster”; drops “Guide”' },
  ]);
});

test('what a change does is said in plain sentences, and terms that stayed say nothing', () => {
  expect(effectsOf(terms, terms)).toEqual([]);
  const after: Terms = {
    ...terms,
    deposit: term({ kind: 'none' }, 'client'),
    netDays: term(30, 'client'),
    deliverables: term(deliverablesFrom(['Logo', 'Guide', 'Poster']), 'client'),
  };
  expect(effectsOf(terms, after)).toEqual([
    'You start with nothing in hand: there is no deposit.',
    'You wait up to 16 days longer for each invoice to be paid.',
    '1 thing more to deliver for no more money.',
  ]);
});
