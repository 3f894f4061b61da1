import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { termsOf } from '../../evals/exchange.ts';
import { Expected, judge } from '../../evals/score.ts';
import { parse, short } from './cases.ts';

const briefsIn = (language: string) =>
  readFileSync(new URL(`../../prompts/evals/${language}.jsonl`, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => Expected.parse(JSON.parse(line)));
const inLetters = (typed: (words: string) => string, value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_, each) => (typeof each === 'string' ? typed(each) : each));

const UMLAUTS: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', Ä: 'Ae', Ö: 'Oe', Ü: 'Ue', ß: 'ss' };
const withoutUmlauts = (words: string) => words.replace(/[äöüÄÖÜß]/g, (letter) => UMLAUTS[letter] ?? letter);
const withoutAccents = (words: string) => words.normalize('NFD').replace(/\p{M}/gu, '');

it.each([
  ['de', withoutUmlauts],
  ['fr', withoutAccents],
  ['es', withoutAccents],
] as const)('%s briefs typed without accents say what they say with them', (language, typed) => {
  const verdicts = briefsIn(language).flatMap((brief) => {
    const { bookings, currency, startOn, dueOn, rate, cancellation, milestones, ...words } = brief.expect;
    const plain = inLetters(typed, { ...words, milestones }) as typeof brief.expect;
    const kept = { bookings, currency, startOn, dueOn, rate, cancellation };
    const expect = Object.fromEntries(
      Object.entries({ ...plain, ...kept }).filter(([, value]) => value !== undefined),
    ) as typeof brief.expect;
    return judge({ ...brief, expect }, termsOf({ ...brief, brief: typed(brief.brief) }));
  });
  const count = (verdict: string) => verdicts.filter((one) => one.verdict === verdict).length;
  expect(verdicts.length).toBeGreaterThan(350);
  expect(count('invented')).toBe(0);
  expect(count('exact') / verdicts.length).toBeGreaterThan(0.98);
});

it('a brief typed without umlauts is quoted as it was typed', () => {
  const { found } = parse(
    'Logo fuer Baeckerei Mueller GmbH (info@baeckerei-mueller.de), 900 Euro, die Haelfte vorab, zwei Ueberarbeitungen, spaetestens 3. Maerz 2027, Kontakt: Juergen Koerner',
  );
  expect(found.clientCompany?.value).toBe('Baeckerei Mueller GmbH');
  expect(found.clientName?.value).toBe('Juergen Koerner');
  expect(found.clientEmail?.value).toBe('info@baeckerei-mueller.de');
  expect([found.endOn?.value, found.endOn?.quote]).toEqual(['2027-03-03', '3. Maerz 2027']);
  expect([found.revisions?.value, found.revisions?.quote]).toEqual([2, 'zwei Ueberarbeitungen']);
  expect(found.deposit?.quote).toContain('Haelfte');
});

it('a name with two letters that are no umlaut stays one', () => {
  const { found } = parse('Neue Texte fuer Manuel Bauer und die Poel & Goethe GmbH, aktuelle Steuer, 400 Euro');
  expect(found.clientCompany?.value).toBe('Poel & Goethe GmbH');
});

it('a text that has umlauts means what it says', () => {
  const { found } = parse('Logo für Mueller Koenig GmbH, 900 Euro, bis 3. Maerz 2027 fuer später');
  expect(found.clientCompany?.value).toBe('Mueller Koenig GmbH');
});

it.each([
  ['LOGO FOR ACME LTD, 900 EUR, HALF UP FRONT, DUE 3 MARCH 2027, NET 14', '2027-03-03', 'share 50000'],
  [
    'LOGO FUER DIE TISCHLEREI WENDT GMBH, 900 EURO, DIE HAELFTE VORAB, ABGABE 3. MAERZ 2027',
    '2027-03-03',
    'share 50000',
  ],
  [
    'LOGO POUR BOREAL SARL, 900 EUROS, ACOMPTE DE 30 % A LA SIGNATURE, LIVRAISON LE 3 MARS 2027',
    '2027-03-03',
    'share 30000',
  ],
])('capitals say what small letters say: %s', (brief, end, deposit) => {
  const parsed = parse(brief);
  expect([parsed.found.endOn?.value, short(parsed, 'fee'), short(parsed, 'deposit')]).toEqual([
    end,
    'EUR 90000',
    deposit,
  ]);
  expect(brief).toContain(parsed.found.fee?.quote);
});

it('no brief in capitals is refused, and none invents a price or a day', () => {
  for (const language of ['en', 'de', 'fr', 'es'])
    for (const brief of briefsIn(language)) {
      const verdicts = judge(brief, termsOf({ ...brief, brief: brief.brief.toUpperCase() }));
      const invented = verdicts.filter(({ verdict, field }) => verdict === 'invented' && !field.startsWith('client'));
      expect(invented, brief.id).toEqual([]);
    }
});
