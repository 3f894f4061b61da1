import { expect, it } from 'vitest';
import { Expected, judge } from '../../evals/score.ts';

const judged = (got: string, want: string) => {
  const expected = Expected.parse({
    ...{ id: 'x', lang: 'en', today: '2027-03-01', brief: 'x', ask: [], tags: [] },
    workspace: { currency: 'EUR', timezone: 'Europe/Berlin', country: 'DE' },
    expect: { milestones: [{ label: want, percent: 50 }] },
  });
  const milestones = { value: [{ label: got, percent: 50 }], origin: 'brief' };
  return judge(expected, { id: 'x', terms: { milestones }, questions: [] }).map(({ verdict }) => verdict);
};

it.each([
  ['Vertragsschluss', 'bei Vertragsschluss'],
  ['when the pencils are approved', 'pencils are approved'],
  ['commande', 'à la commande'],
  ['con el archivo terminado', 'archivo terminado'],
])('a label is the same without the little words that lead to it: %s, %s', (got, want) => {
  expect(judged(got, want)).toEqual(['exact']);
});

it('another label is another', () => {
  expect(judged('bei Abnahme', 'bei Vertragsschluss')).toEqual(['wrong']);
});

it('a law is the same in every language', () => {
  const expected = Expected.parse({
    ...{ id: 'x', lang: 'fr', today: '2027-03-01', brief: 'x', ask: [], tags: [] },
    workspace: { currency: 'CHF', timezone: 'Europe/Zurich', country: 'CH' },
    expect: { governingLaw: 'Suisse' },
  });
  const of = (value: string) =>
    judge(expected, { id: 'x', terms: { governingLaw: { value, origin: 'brief' } }, questions: [] })[0]?.verdict;
  expect([of('Switzerland'), of('Austria')]).toEqual(['exact', 'wrong']);
});
