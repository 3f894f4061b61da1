import { expect, test } from 'vitest';
import { readChange } from '../../src/contracts/change-words.ts';
import { deliverableLines } from '../../src/contracts/deliverable.ts';
import { context, design, shoot } from './change-scene.ts';

const read = (words: string, terms = design) => readChange({ words, terms, context, origin: 'form' });
const changedIn = (words: string) => {
  const { changed, open } = read(words);
  return { changed, open: open.map(({ quote }) => quote) };
};

test.each([
  ['Add a landing page for 500', 'EUR 4,500.00', 'Landing page'],
  ['add a brochure, 500 EUR', 'EUR 4,500.00', 'Brochure'],
  ['Ajoutez une brochure pour 300 €', 'EUR 4,300.00', 'Brochure'],
])('what is added with a price asks whether that is on top: %s', (words, total, item) => {
  const { changed, open } = read(words);
  expect(changed).toEqual([]);
  expect(open[0]?.choices.map(({ label }) => label).slice(0, 2)).toEqual([
    `On top: ${total} in all`,
    'In the price: EUR 4,000.00 stays',
  ]);
  expect(JSON.stringify(open[0]?.choices[0]?.patch.deliverables)).toContain(`"${item}"`);
});

test.each(['add a logo for 300 USD', 'add a brochure at 200 each', 'add two posters for 300 and a flyer for 50'])(
  'where no sum is certain it is asked: %s',
  (words) => expect(changedIn(words)).toEqual({ changed: [], open: [words] }),
);

test.each([
  ['add 200 photos', '200 photos'],
  ['add a 1,000-word article', '1,000-word article'],
  ['add a banner for the 2027 fair', 'Banner for the 2027 fair'],
  ['add our logo on the mugs', 'Our logo on the mugs'],
])('a count or a year is no price, and no comma in a number parts it: %s', (words, item) => {
  const { changed, terms } = read(words);
  expect(changed).toEqual(['deliverables']);
  expect(deliverableLines(terms).at(-1)).toBe(item);
});

test.each(['Price incl. VAT please, 19%', 'plus VAT, 19%', 'plus MwSt., 19 %'])(
  'a share behind the name of a tax is its rate, not the deposit: %s',
  (words) => {
    const { changed, terms } = read(words);
    expect(changed).toContain('taxRateMilli');
    expect(changed).not.toContain('deposit');
    expect(terms.taxRateMilli?.value).toBe(19_000);
  },
);

test('a deposit behind the name of a tax stays one', () => {
  expect(read('plus VAT, 30% deposit').terms.deposit?.value).toEqual({ kind: 'share', percentMilli: 30_000 });
});

test('what somebody does is nothing to hand over', () => {
  const words = 'Cancellation within 30 days should cost 25%, not 50%, and we choose the photos';
  expect(read(words, shoot).changed).not.toContain('deliverables');
});
