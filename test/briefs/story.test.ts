import { expect, test } from 'vitest';
import { parseBrief } from '../../src/briefs/brief.ts';

const context = {
  today: '2026-11-23',
  currency: 'EUR',
  zone: 'Europe/Berlin',
  country: 'DE',
  depositPercentMilli: 50_000,
  netDays: 14,
};

test('the story’s brief is read whole, every value with the words it stands on', () => {
  const { found, questions } = parseBrief(
    'Brand identity for Acme (dana@acme.test), EUR 4,000, 50% deposit, two rounds of revisions, start 2 March, done by 10 April',
    context,
  );
  expect(questions).toEqual([]);
  expect(found.fee).toEqual({ value: { minor: 400_000n, currency: 'EUR' }, origin: 'brief', quote: 'EUR 4,000' });
  expect(found.startOn?.value).toBe('2027-03-02');
  expect(found.endOn?.value).toBe('2027-04-10');
  expect(found.revisions?.value).toBe(2);
  expect(found.clientEmail?.value).toBe('dana@acme.test');
  expect(found.deposit?.value).toEqual({ kind: 'share', percentMilli: 50_000 });
});

test('a brief without a price asks for it and invents none', () => {
  const { found, questions } = parseBrief('Logo for Dana (dana@acme.test), done by 10 April', context);
  expect(found.fee).toBeUndefined();
  expect(questions).toContain('fee');
});

test('50,000 characters are refused with a sentence', () => {
  expect(() => parseBrief('a '.repeat(25_000), context)).toThrow(/brief\.too-long/);
});
