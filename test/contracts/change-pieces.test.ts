import { describe, expect, test } from 'vitest';
import { readChange } from '../../src/contracts/change-words.ts';
import type { TermName } from '../../src/contracts/terms.ts';
import { CONTRACTS } from './request-property.ts';

const context = { today: '2027-01-15', zone: 'Europe/Berlin' };
const read = (words: string, kind: keyof typeof CONTRACTS = 'fixed') =>
  readChange({ words, terms: CONTRACTS[kind], context, origin: 'client' });

describe('what is joined to a wish is another wish, or left open', () => {
  test.each<[string, TermName[], string[]]>([
    ['net 30, and our designer uses blue', ['netDays'], ['our designer uses blue']],
    ['Remove the brand guide, and full assignment of all rights on payment', ['deliverables', 'rights'], []],
    [
      '30% on signing, 40% with the draft, 30% on delivery, Nutzungsrecht nur für Web, weltweit, 2 Jahre',
      ['deposit', 'milestones'],
      ['Nutzungsrecht nur für Web, weltweit, 2 Jahre'],
    ],
    [
      'not in the portfolio as well as rescheduling is free up to 13 days before, then 10%',
      ['portfolio'],
      ['rescheduling is free up to 13 days before, then 10%'],
    ],
    ['our designer uses blue and net 30', ['netDays'], ['our designer uses blue']],
    ['net 30 and the website runs on a shared host', ['netDays'], ['the website runs on a shared host']],
    ['travel is included, and we would like all the raw photos', ['expenses'], ['we would like all the raw photos']],
    [
      'Geheimhaltung 5 Jahre, außerdem uns gefiel die grüne Version',
      ['confidentialityYears'],
      ['uns gefiel die grüne Version'],
    ],
    ['Preis +10 %, dafür einen Hasen', ['fee'], ['einen Hasen']],
    [
      'délai de paiement de 60 jours et notre graphiste utilise du bleu',
      ['netDays'],
      ['notre graphiste utilise du bleu'],
    ],
    ['20 % de anticipo y nuestra diseñadora usa azul', ['deposit'], ['nuestra diseñadora usa azul']],
    ['passer l’acompte à 30 % et frais plafonnés à 150 €', ['deposit', 'expenses'], []],
    ['cession de tous les droits après paiement et TVA comprise', ['taxIncluded', 'rights'], []],
    ['Inicio el 5 de marzo, además queremos todos los derechos', ['startOn', 'rights'], []],
    ['add a brochure, we loved the green version', ['deliverables'], ['we loved the green version']],
    ['Ajouter une brochure, s’il vous plaît', ['deliverables'], []],
    ['ajouter un dédit de 25 %', ['killFee'], []],
    ['make the price 3600 EUR plus we also need a brochure', ['fee'], ['we also need a brochure']],
    ['keep it confidential for 5 years as well as Irish law', ['confidentialityYears', 'governingLaw'], []],
    ['If we cancel less than 9 days before, we pay 65%', ['cancellation'], []],
    ['Si cancelamos con menos de 11 días, pagamos el 75 %', ['cancellation'], []],
    ['der Preis soll 3600 € sein sowie eine Broschüre hinzufügen', ['fee', 'deliverables'], []],
    ['die Anzahlung auf ein Drittel senken', ['deposit'], []],
    ['include a brochure as well as 19% VAT on top', ['taxRateMilli', 'deliverables'], []],
    ['25% kill fee plus 19% VAT on top', ['killFee', 'taxRateMilli'], []],
    ['ley francesa y también solo podemos pagar el 20 % por adelantado', ['governingLaw', 'deposit'], []],
    ['Inicio el 12 de marzo, además 4 rondas de cambios', ['startOn', 'revisions'], []],
    ['4 rondas de cambios y facturas a 60 días', ['revisions', 'netDays'], []],
  ])('%s', (words, changed, left) => {
    const { changed: done, open } = read(words);
    expect([[...done].sort(), open.map(({ quote }) => quote)]).toEqual([[...changed].sort(), left]);
  });

  test.each([
    'net 30, because our designer uses blue',
    'net 30, please and thank you',
    'drop the brand guide, only the logo',
    'A licence for web and print, worldwide, for 2 years',
    'cancelling: 50% within 7 days and 100% within 48 hours',
    'add a brochure and a favicon',
    'no VAT, reverse charge applies',
    'Not 50% but 40% deposit please',
  ])('what a reader needs stays together: %s', (words) => expect(read(words).open).toEqual([]));

  test('a figure goes to the term that it is said of', () => {
    const { terms } = read('der Preis soll 3600 € sein sowie eine Broschüre hinzufügen');
    expect(terms.fee?.value.minor).toBe(360_000n);
    expect(read('die Anzahlung auf ein Drittel senken').terms.deposit?.value).toMatchObject({ percentMilli: 33_333 });
    const moved = read(
      'annulation à moins de 28 jours : 65 %, et aussi report à moins de 18 jours : 55 %',
      'booked',
    ).terms;
    expect(moved.cancellation?.value).toMatchObject({ tiers: [{ within: 28, percentMilli: 65_000 }] });
    expect(moved.rescheduling?.value).toMatchObject({ notice: { within: 18 }, fee: { percentMilli: 55_000 } });
  });

  test('a fee for cancelling and a deposit that make a whole are no plan, and a licence keeps its time', () => {
    const { terms } = read('if we cancel within 11 days, we pay 80%, and 20% deposit');
    expect(terms.milestones).toBeUndefined();
    expect(terms.deposit?.value).toMatchObject({ percentMilli: 20_000 });
    const licence = read('a licence for web use, worldwide, for 2 years and late interest of 8%');
    expect(licence.terms.rights?.value).toMatchObject({ months: 24 });
    expect(licence.open.map(({ quote }) => quote)).toEqual(['late interest of 8%']);
  });

  test('words of somebody else, or a no, are not parted from what they are said of', () => {
    for (const words of ['According to my lawyer, net 60', 'net 60, but that was last year'])
      expect([read(words).changed, read(words).open.map(({ quote }) => quote)]).toEqual([[], [words]]);
  });
});
