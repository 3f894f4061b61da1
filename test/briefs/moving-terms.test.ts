import { expect, it } from 'vitest';
import { movingIn } from '../../src/briefs/conditions/moving-terms.ts';
import type { Rescheduling } from '../../src/contracts/tiers.ts';
import { parse } from './cases.ts';

const days = (within: number) => ({ within, unit: 'days' as const });
const hours = (within: number) => ({ within, unit: 'hours' as const });
const share = (percent: number) => ({ percentMilli: percent * 1_000 });

const BRIEFS: readonly (readonly [RegExp, string])[] = [
  [/verschieb|umbuch/i, 'Fotos für Petra Blau, 900 Euro, am 12. Juni 2027 um 15 Uhr.'],
  [/report |changement/i, 'Photos pour Petra Blau, 900 €, le 12 juin 2027 à 15 h.'],
  [/cambio|aplazar|postergar/i, 'Fotos para Petra Blau, 900 €, el 12 de junio de 2027 a las 15 h.'],
  [/./, 'Photos for Petra Blau (petra@acme.test), EUR 900 on 12 June 2027 at 3pm.'],
];

it.each<[string, Rescheduling]>([
  ['One free reschedule with 30 days notice, otherwise 25%', { free: 1, notice: days(30), fee: share(25) }],
  ["One free reschedule with 30 days' notice; after that 25%", { free: 1, notice: days(30), fee: share(25) }],
  [
    'Reschedule free up to 48h before, after that the session is charged in full',
    { notice: hours(48), fee: share(100) },
  ],
  ['moving the date costs 150', { free: 0, fee: { minor: 15_000n } }],
  ['Moving the date costs EUR 100 within 7 days', { notice: days(7), fee: { minor: 10_000n } }],
  ['Rescheduling fee: EUR 80', { free: 0, fee: { minor: 8_000n } }],
  [
    'Rescheduling: free up to 14 days before, 25% within 14 days, 50% within 7 days',
    { notice: days(14), fee: share(25), tiers: [{ ...days(7), ...share(50) }] },
  ],
  [
    'Rescheduling within 14 days: 25%, within 3 days: 50%',
    { notice: days(14), fee: share(25), tiers: [{ ...days(3), ...share(50) }] },
  ],
  ['You can reschedule twice free of charge with at least 14 days notice', { free: 2, notice: days(14) }],
  ['Reschedule as often as you like at no charge until 24 hours before the session', { free: null, notice: hours(24) }],
  ['Rescheduling is free any number of times at any time', { free: null, notice: days(0) }],
  ['The first date change is free, each further one costs EUR 50', { free: 1, fee: { minor: 5_000n } }],
  [
    'One free date change to a date within 6 months if you ask 30 days before, then 20%',
    { free: 1, months: 6, notice: days(30), fee: share(20) },
  ],
  ['Postponing with less than 7 days notice costs 50%', { notice: days(7), fee: share(50) }],
  ['No rescheduling', { free: 0 }],
  ['Verschieben: bis 14 Tage vorher kostenlos, danach 25 %', { notice: days(14), fee: share(25) }],
  ['Verschieben geht bis 48 Stunden vorher, später kostet es den halben Satz', { notice: hours(48), fee: share(50) }],
  [
    'Einmal kostenlos verschieben mit mindestens 30 Tagen Vorlauf, sonst 25 %',
    { free: 1, notice: days(30), fee: share(25) },
  ],
  ['Umbuchung innerhalb von 7 Tagen: 50 %', { notice: days(7), fee: share(50) }],
  ['Eine Verschiebung des Termins kostet 80 €', { free: 0, fee: { minor: 8_000n } }],
  ['Zwei kostenlose Umbuchungen bis 14 Tage vorher', { free: 2, notice: days(14) }],
  ['Keine Umbuchungen möglich', { free: 0 }],
  ["Report gratuit jusqu'à 14 jours avant, ensuite 25 %", { notice: days(14), fee: share(25) }],
  ['Un report gratuit avec 30 jours de préavis, sinon 25 %', { free: 1, notice: days(30), fee: share(25) }],
  ['Report de la séance à moins de 48 heures : 50 %', { notice: hours(48), fee: share(50) }],
  ['Changement de date : 80 €', { free: 0, fee: { minor: 8_000n } }],
  ['Cambio de fecha gratis hasta 14 días antes, después 25 %', { notice: days(14), fee: share(25) }],
  ['Un cambio de fecha gratis con 30 días de antelación, si no 25 %', { free: 1, notice: days(30), fee: share(25) }],
  ['Aplazar la sesión con menos de 48 horas: 50 %', { notice: hours(48), fee: share(50) }],
  ['Postergar la fecha cuesta 80 €', { free: 0, fee: { minor: 8_000n } }],
  ['Einmal kostenlos verschieben bis 14 Tage vorher, danach die Hälfte', { free: 1, notice: days(14), fee: share(50) }],
  ["Deux reports gratuits jusqu'à 48 heures avant", { free: 2, notice: hours(48) }],
  ["Report possible une fois gratuitement jusqu'à 48 heures avant", { free: 1, notice: hours(48) }],
  ['Se puede aplazar la sesión una vez gratis hasta 48 horas antes', { free: 1, notice: hours(48) }],
])('%s', (words, said) => {
  expect(movingIn(words, 'EUR')).toEqual(said);
  // In a brief the readers see some of the words in English.
  const work = BRIEFS.find(([pattern]) => pattern.test(words))?.[1];
  const found = parse(`${work} ${words}.`).found.rescheduling;
  expect(found).toMatchObject({ value: said, origin: 'brief' });
  expect(words).toContain(found?.quote);
});

it.each([
  'Rescheduling is free',
  'Free rescheduling up to 14 days before, 50% within 7 days',
  'Rescheduling within 14 days is free if the weather is bad, otherwise 50%',
  'One free reschedule, two free moves with 30 days notice',
  'Rescheduling is not free within 14 days',
  'Rescheduling within 14 working days: 50%',
  'Rescheduling within about 14 days: 50%',
  'Rescheduling within 3 months: 50%',
  'Rescheduling within 14 days of signing: 50%',
  'Rescheduling within 14 days: 50% or EUR 80, within 7 days: 90%',
  'Free up to 14 days before, then 25%, refunded once we find somebody',
  'Moving the shoot to 12 June 2027 costs 25%',
  'Rescheduling within 14 days: 150%',
  'We moved the session by 30 minutes',
])('leaves open: %s', (words) => {
  expect(movingIn(words, 'EUR')).toBeUndefined();
});
