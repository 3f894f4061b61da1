import { describe, expect, test } from 'vitest';
import { VARIANTS } from '../../src/clauses/clause.ts';
import { ladderOf, library } from '../../src/clauses/read.ts';
import { flawIn, MEASURES, rungOf, valueLadders } from '../../src/clauses/value-ladders-read.ts';
import { requestMessage } from '../../src/contracts/change-answer-cards.ts';
import { ladderFor } from '../../src/contracts/change-ladder.ts';
import { measured } from '../../src/contracts/ladder-values.ts';
import { VALUE_WORDS } from '../../src/contracts/ladder-words.ts';
import { type Terms, term } from '../../src/contracts/terms.ts';
import { textOf } from '../support/world.ts';
import { dealTerms } from './scene.ts';

const TIERS = (percentMilli: number) =>
  term({ kind: 'tiers' as const, tiers: [{ within: 7, unit: 'days' as const, percentMilli }] }, 'brief');
const general = library().templates.find(({ id }) => id === 'general')!;
const families = general.clauses.map(({ family }) => family);

const asked = (words: string, change: Partial<Terms> = {}, stand = families) => {
  const before = dealTerms();
  const shown = { terms: { ...before, ...change }, clauses: [] };
  return ladderFor(words, { before, shown, families: stand, country: 'DE' });
};
const standing = (ladder: ReturnType<typeof asked>[number] | undefined) =>
  Object.fromEntries(ladder?.rungs.flatMap(({ stands, side }) => (stands ? [[stands, side]] : [])) ?? []);

describe('the ladders of values', () => {
  test('are there for what clients ask for most, each with all four sides', () => {
    expect(valueLadders().map(({ id }) => id)).toEqual([
      ...['calling-off', 'days-to-pay', 'deposit', 'expenses', 'governing-law', 'kill-fee', 'moving-a-date'],
    ]);
    for (const { rungs } of valueLadders()) expect(rungs.map(({ side }) => side)).toEqual(VARIANTS);
    expect(Object.keys(VALUE_WORDS).sort()).toEqual(valueLadders().map(({ id }) => id));
    const measures = valueLadders().flatMap(({ asks }) => asks ?? []);
    expect(measures.sort()).toEqual([...MEASURES].sort());
  });

  test('promise nothing that a lawyer would have to keep', () => {
    for (const { rungs } of valueLadders())
      for (const { says, fits } of rungs)
        expect(`${says} ${fits}`).not.toMatch(/lawyer|guarantee|legally|enforceable|unlawful|illegal|void\b/i);
  });

  test('lead down, or are refused as they are read', () => {
    const ladder = valueLadders().find(({ id }) => id === 'deposit')!;
    const [first, second, third, last] = ladder.rungs as [never, never, never, never];
    expect(flawIn(ladder)).toBeUndefined();
    expect(flawIn({ ...ladder, better: 'less' })).toBe('the rungs do not lead down');
    expect(flawIn({ ...ladder, rungs: [second, first, third, last] })).toContain('in this order');
    expect(flawIn({ ...ladder, asks: undefined })).toBe('nothing is measured');
  });

  test.each([
    ['deposit', [50_000, 49_999, 30_000, 10_000, 0], [0, 1, 1, 2, 3]],
    ['days-to-pay', [0, 7, 8, 30, 31, 90], [0, 0, 1, 2, 3, 3]],
  ])('put each value on one rung: %s', (id, values, rungs) => {
    const ladder = valueLadders().find((each) => each.id === id)!;
    expect(values.map((value) => ladder.rungs.indexOf(rungOf(ladder, value)!))).toEqual(rungs);
  });

  test.each<[Parameters<typeof measured>[0], Partial<Terms>, number | undefined]>([
    ['deposit-share', { deposit: term({ kind: 'sum', minor: 100_000n }, 'form') }, 25_000],
    ['deposit-share', { deposit: term({ kind: 'none' }, 'form') }, 0],
    ['deposit-share', { milestones: term([{ label: 'All', percentMilli: 100_000 }], 'form') }, undefined],
    ['days-to-pay', { netDays: term(0, 'form') }, 0],
    ['kill-fee-share', {}, 0],
    ['kill-fee-share', { cancellation: TIERS(50_000) }, undefined],
    ['calling-off-share', {}, undefined],
    ['calling-off-share', { cancellation: TIERS(50_000) }, 50_000],
    [
      'calling-off-share',
      { cancellation: term({ kind: 'tiers', tiers: [{ within: 2, unit: 'days', minor: 400_000n }] }, 'form') },
      100_000,
    ],
    ['expenses-kind', { expenses: term({ kind: 'capped', minor: 20_000n }, 'form') }, 2],
    ['law-place', {}, 3],
    ['law-place', { governingLaw: term('France', 'form'), clientCountry: term('FR', 'form') }, 1],
    ['law-place', { governingLaw: term('Panama', 'form'), clientCountry: term('FR', 'form') }, undefined],
  ])('%s of %o is measured', (measure, change, value) => {
    expect(measured(measure, dealTerms(change), 'DE')).toBe(value);
  });
});

describe('a client’s request', () => {
  test('shows where the contract stands and where it would, before any wording', () => {
    const [days] = asked('please pay in 60 days', { netDays: term(60, 'client') });
    expect(days?.clause).toBe('Days to pay');
    expect(standing(days)).toEqual({ now: 'Balanced', asked: 'Walk away' });
    const [deposit] = asked('40% deposit', { deposit: term({ kind: 'share', percentMilli: 40_000 }, 'client') });
    expect(standing(deposit)).toEqual({ now: 'Best for you', asked: 'Balanced' });
    const [less] = asked('35%', { deposit: term({ kind: 'share', percentMilli: 55_000 }, 'client') });
    expect(standing(less)).toEqual({ both: 'Best for you' });
  });

  test('that no rule can read still shows what stands', () => {
    const ladders = asked('We can only do free cancellation and are worried about liability');
    expect(ladders.map(({ clause }) => clause)).toEqual(['Calling off a booking', 'Liability']);
    expect(standing(asked('a lower deposit?')[0])).toEqual({ now: 'Best for you' });
  });

  test.each([
    ['Die Anzahlung ist uns zu hoch', 'Deposit'],
    ['Unser Zahlungsziel ist 60 Tage', 'Days to pay'],
    ['Wir zahlen immer nach 45 Tagen', 'Days to pay'],
    ['Bitte kostenlos stornieren können', 'Calling off a booking'],
    ['Wir müssen den Termin vielleicht verschieben', 'Moving a booking'],
    ['Reisekosten bitte inklusive', 'Expenses'],
    ['Gerichtsstand ist Wien', 'Whose law applies'],
    ['L’acompte est trop élevé', 'Deposit'],
    ['Nous payons à 45 jours fin de mois', 'Days to pay'],
    ['Annulation gratuite, s’il vous plaît', 'Calling off a booking'],
    ['Pouvons-nous reporter la séance ?', 'Moving a booking'],
    ['Les frais de déplacement sont à votre charge', 'Expenses'],
    ['Le droit français doit s’appliquer', 'Whose law applies'],
    ['El anticipo nos parece alto', 'Deposit'],
    ['Pagamos a 60 días', 'Days to pay'],
    ['Queremos anular sin coste', 'Calling off a booking'],
    ['¿Podemos aplazar la sesión?', 'Moving a booking'],
    ['Los gastos van incluidos', 'Expenses'],
    ['La ley aplicable será la española', 'Whose law applies'],
    ['Die Haftung ist uns zu gering', 'Liability'],
    ['Wir wollen alle Rechte', 'Rights in the work'],
    ['Das darf nicht als Referenz gezeigt werden', 'Showing the work'],
    ['La responsabilité est trop limitée', 'Liability'],
    ['Nous voulons tous les droits', 'Rights in the work'],
    ['Todo debe ser confidencial', 'Confidentiality'],
    ['Intereses de demora más bajos', 'Late payment'],
  ])('in another language shows its ladder: %s', (words, clause) => {
    expect(asked(words).map((one) => one.clause)).toContain(clause);
  });

  test.each([
    'Can the logo be blue?',
    'Das Logo bitte in Grün',
    'Le titre est trop long',
    'El título es otro',
    'It is temporary',
  ])('about none of this shows none: %s', (words) => expect(asked(words)).toEqual([]));

  test('speaks of the rights clause that stands, and of no clause that does not', () => {
    const photographs = asked('we need all rights', {}, ['parties', 'photo-licence']);
    expect(photographs.map(({ family }) => family)).toEqual(['photo-licence']);
    expect(asked('our portfolio', {}, ['parties'])).toEqual([]);
  });

  test('is told in the thread in one glance, with no press for what is a value', () => {
    const shown = { ...{ lines: [], clauses: [], effects: [], open: [], problems: [], helped: false, why: null } };
    const message = requestMessage(
      { id: 'chg_1', askedBy: 'Dana', body: 'pay in 60 days', versionId: 'ver_1', state: 'open' } as never,
      {
        ...{ title: 'Logo', freelancer: 'U1', asRead: undefined, families },
        shown: { ...shown, terms: dealTerms(), makes: true } as never,
        ladder: asked('pay in 60 days', { netDays: term(60, 'client') }),
      },
    );
    const text = textOf(message.blocks);
    expect(text).toContain('*How far to give way: Days to pay*');
    expect(text).toMatch(/\*Balanced\*, 14 days: .*_You are here now\._/);
    expect(text).toMatch(/\*Walk away\*, more than 30 days: .*_They ask for this\._/);
    expect(text).not.toContain('clause:wordings');
  });
});

test('every family that gives way has all four sides', () => {
  const several = [...new Set([...library().clauses.values()].map(({ family }) => family))]
    .map((family) => ladderOf(family))
    .filter((clauses) => clauses.length > 1);
  const lacking = several.flatMap((clauses) =>
    VARIANTS.filter((side) => !clauses.some(({ variant }) => variant === side)).map(
      (side) => `${clauses[0]?.family} ${side}`,
    ),
  );
  expect(lacking).toEqual([]);
});
