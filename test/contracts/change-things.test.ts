import { describe, expect, it, test } from 'vitest';
import { effectsOf } from '../../src/contracts/change-effects.ts';
import { readChange } from '../../src/contracts/change-words.ts';
import { deliverableLines, deliverablesFrom } from '../../src/contracts/deliverable.ts';
import { termLines } from '../../src/contracts/redline.ts';
import { excessOf } from '../../src/contracts/scope-words.ts';
import { type Terms, term } from '../../src/contracts/terms.ts';

const listing = (...lines: string[]): Terms => ({
  template: term('design', 'form'),
  title: term('Shoot', 'form'),
  clientCompany: term('Acme', 'form'),
  clientEmail: term('dana@acme.test', 'form'),
  fee: term({ minor: 90_000n, currency: 'EUR' }, 'form'),
  currency: term('EUR', 'form'),
  deposit: term({ kind: 'share', percentMilli: 50_000 }, 'form'),
  revisions: term(2, 'form'),
  netDays: term(14, 'form'),
  endOn: term('2027-05-01', 'form'),
  deliverables: term(deliverablesFrom(lines), 'form'),
});
const read = (terms: Terms, words: string) =>
  readChange({ words, terms, context: { today: '2026-11-23', zone: 'Europe/Berlin' }, origin: 'form' });
const photos = listing('20 edited photos', 'Logo in SVG');

describe('a thing on the list is changed in plain words', () => {
  it.each([
    ['make it 30 photos', '30 edited photos'],
    ['30 photos instead of 20', '30 edited photos'],
    ['30 Fotos statt 20', '30 edited photos'],
    ['plutôt 30 photos', '30 edited photos'],
    ['10 more photos please', '30 edited photos'],
    ['5 fewer photos', '15 edited photos'],
    ['at least 30 photos', 'At least 30 edited photos'],
    ['deliver the photos as PNG', '20 edited photos. Format: PNG'],
  ])('%s', (words, line) => {
    const { terms, changed, open } = read(photos, words);
    expect(open).toEqual([]);
    expect(changed).toEqual(['deliverables']);
    expect(deliverableLines(terms)).toEqual([line, 'Logo in SVG']);
  });

  it('takes the noun that was asked for where one becomes several', () => {
    expect(deliverableLines(read(listing('One logo'), '3 logos please').terms)).toEqual(['3 logos']);
  });

  it('means the only thing there is, or all of them', () => {
    expect(deliverableLines(read(listing('Logo'), 'liefere als PNG').terms)).toEqual(['Logo. Format: PNG']);
    const all = read(listing('Logo', '2 posters'), 'everything as PDF').terms;
    expect(deliverableLines(all)).toEqual(['Logo. Format: PDF', '2 posters. Format: PDF']);
  });

  it.each([
    ['add 10 photos', ['10 edited photos', '30 edited photos']],
    ['deliver as PNG', ['20 edited photos: PNG', 'Logo in PNG: PNG']],
    ['deliver the logo as PNG', ['Logo in PNG: PNG', 'Logo in SVG and PNG: SVG and PNG']],
    ['we don’t want 30 photos', ['Delivers: “30 edited photos”']],
  ])('is asked where it can mean two things: %s', (words, labels) => {
    const { changed, open } = read(photos, words);
    expect(changed).toEqual([]);
    expect(open[0]?.choices.map(({ label }) => label)).toEqual([...labels, 'Leave it as it is']);
  });

  it('is asked which of two is meant', () => {
    const { changed, open } = read(listing('20 edited photos', '20 product photos'), 'make it 30 photos');
    expect(changed).toEqual([]);
    expect(open[0]?.choices.slice(0, 2).map(({ label }) => label)).toEqual(['30 edited photos', '30 product photos']);
  });

  it.each(['make it 40%', 'Payment in 30 days', '3 rounds instead of 2', 'invoices as PDF', '30 photos by 5 May'])(
    'is left alone by words about something else: %s',
    (words) => expect(read(photos, words).changed).not.toContain('deliverables'),
  );
});

describe('what a change of a number does', () => {
  const after = read(photos, 'make it 30 photos').terms;

  it('stands among the terms as that change, and more for the same money is said', () => {
    expect(termLines(photos, after)).toEqual([{ label: 'Delivers', words: '“20 edited photos” → “30 edited photos”' }]);
    expect(effectsOf(photos, after)).toEqual([
      'More of the same to deliver for no more money: “30 edited photos” instead of “20 edited photos”.',
    ]);
    expect(effectsOf(after, photos)).toEqual([]);
  });

  it('a format that changed is said so too', () => {
    const png = read(photos, 'deliver the photos as PNG').terms;
    expect(termLines(photos, png)[0]?.words).toBe('“20 edited photos” → “20 edited photos. Format: PNG”');
  });
});

describe('more than was agreed', () => {
  const [twenty, least, logo] = deliverablesFrom(['20 edited photos', 'At least 20 edited photos', 'Logo']);
  test.each([
    ['Could we have 25 photos?', twenty, 5],
    ['For our 30 shops, 25 photos please', twenty, 5],
    ['Could we have 20 photos?', twenty, undefined],
    ['Could we have 25 photos?', least, undefined],
    ['Could we have a logo?', logo, undefined],
  ])('%s', (words, thing, more) => expect(excessOf(words, thing!)).toBe(more));
});

test.each(['send us 5 photos first as a preview', 'we will pick 10 photos ourselves', 'the last shoot had 30 photos'])(
  'a count of some of them is no count of all: %s',
  (words) => expect(read(photos, words).terms.deliverables).toEqual(photos.deliverables),
);
