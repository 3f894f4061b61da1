import { expect, it } from 'vitest';
import { parse } from './cases.ts';

const rateIn = (brief: string) => {
  const rate = parse(brief).beyond.rate?.value;
  return rate && [rate.unit, Number(rate.minor), rate.quantityMilli, rate.capMinor && Number(rate.capMinor)];
};

/** Beside other figures the price of a unit stays one, and only its own words count the units. */
it.each([
  [
    'Development for Acme Ltd, cancelling within 28 days costs 50%, 8 sessions at EUR 150 each',
    'session',
    15_000,
    8000,
  ],
  ['Development for Acme Ltd; 60% if cancelled less than 7 days before; day rate EUR 720, 5 days', 'day', 72_000, 5000],
  ['Development for Acme Ltd, VAT (19%) comes on top, kill fee: 25%, EUR 90 an hour', 'hour', 9000, null],
  ['Development for Acme Ltd; day rate EUR 720, 5 days; rescheduling is free up to 6 days before', 'day', 72_000, 5000],
  [
    'Entwicklung für die Lumen GmbH, Umbuchen bis 18 Tage vorher kostenlos, danach 10 %, Tagessatz 720 €, 5 Tage',
    'day',
    72_000,
    5000,
  ],
  ['Entwicklung für die Lumen GmbH, Reisekosten nach Beleg bis 150 €, 90 €/h, Ausfallhonorar 15 %', 'hour', 9000, null],
  ['Desarrollo para Lumen SL. Viáticos hasta 150 €. 90 € por hora. Facturas a 14 días.', 'hour', 9000, null],
  [
    'Développement pour Lumen SARL, dédit de 15 %, frais de déplacement au réel jusqu’à 300 €, 90 € de l’heure',
    'hour',
    9000,
    null,
  ],
])('%s', (brief, unit, minor, quantity) => expect(rateIn(brief)).toEqual([unit, minor, quantity, null]));

it.each([
  'Développement pour Lumen SARL, 90 € de l’heure, 35 heures maximum',
  'Développement pour Lumen SARL\n90 € de l’heure, 35 heures maximum\nacompte de 40 %',
])('%s: the most hours are a cap, not a number', (brief) =>
  expect(rateIn(brief)).toEqual(['hour', 9000, null, 315_000]),
);

it.each([
  'Development for Acme Ltd, EUR 3,000, if they cancel within 7 days EUR 90 an hour for what was done',
  'Development for Acme Ltd, EUR 3,000, cancelling costs 50%, within 7 days EUR 150 per session',
  'Development for Acme Ltd, EUR 3,000, after that EUR 90 an hour',
])('%s: what is owed then, or later, is no price of the work', (brief) => expect(rateIn(brief)).toBeUndefined());
