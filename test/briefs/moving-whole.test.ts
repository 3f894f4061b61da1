import { expect, it } from 'vitest';
import type { Rescheduling } from '../../src/contracts/tiers.ts';
import { parse } from './cases.ts';

const WORK = {
  en: 'Photos for Petra Blau (petra@acme.test), EUR 900 on 12 June 2027 at 3pm.',
  de: 'Fotos für Petra Blau, 900 Euro, am 12. Juni 2027 um 15 Uhr.',
  fr: 'Photos pour Petra Blau, 900 €, le 12 juin 2027 à 15 h.',
  es: 'Fotos para Petra Blau, 900 €, el 12 de junio de 2027 a las 15 h.',
} as const;
type Spoken = keyof typeof WORK;

const days = (within: number) => ({ within, unit: 'days' as const });
const hours = (within: number) => ({ within, unit: 'hours' as const });
const share = (percent: number) => ({ percentMilli: percent * 1_000 });
const sum = (units: number) => ({ minor: BigInt(units) * 100n });

/** What else a figure of such words could be taken for. */
const OTHERS = [
  'deposit',
  'cancellation',
  'killFee',
  'netDays',
  'milestones',
  'revisions',
  'startOn',
  'endOn',
] as const;

function moved(language: Spoken, words: string) {
  const { found, beyond, questions } = parse(`${WORK[language]} ${words}${/[.?]$/.test(words) ? '' : '.'}`);
  expect(OTHERS.filter((name) => found[name])).toEqual([]);
  expect([found.fee?.value, beyond.rate, beyond.milestones]).toEqual([
    { minor: 90_000n, currency: 'EUR' },
    undefined,
    undefined,
  ]);
  expect([found.booking?.value.on, found.booking?.value.time]).toEqual(['2027-06-12', '15:00']);
  return { value: found.rescheduling?.value, asked: questions.includes('rescheduling') };
}

it.each<[Spoken, string, Rescheduling]>([
  ['en', 'Rescheduling is free if 14 days before, 25% if less', { notice: days(14), fee: share(25) }],
  ['en', 'Moving the date is free up to 30 days before; 25% after that', { notice: days(30), fee: share(25) }],
  ['en', 'Rescheduling is free until 14 days before and 25% after', { notice: days(14), fee: share(25) }],
  [
    'en',
    'Free rescheduling up to 14 days before; 25% within 14 days; 50% within 7 days',
    { notice: days(14), fee: share(25), tiers: [{ ...days(7), ...share(50) }] },
  ],
  ['en', 'Rescheduling free until 7 days before, half after that', { notice: days(7), fee: share(50) }],
  ['en', 'Rescheduling: 2 weeks’ notice, otherwise 50% of the fee', { notice: days(14), fee: share(50) }],
  ['en', 'Reschedule within 24h = full price', { notice: hours(24), fee: share(100) }],
  ['en', 'If you need to postpone, 50 EUR admin fee', { free: 0, fee: sum(50) }],
  ['en', 'If the shoot is postponed it costs 50%', { free: 0, fee: share(50) }],
  ['en', 'Change of date EUR 80', { free: 0, fee: sum(80) }],
  ['en', 'Rescheduling is EUR 80 each time', { free: 0, fee: sum(80) }],
  ['en', 'Moves: EUR 50 each', { free: 0, fee: sum(50) }],
  ['en', 'The moving fee is EUR 75', { free: 0, fee: sum(75) }],
  ['en', 'Moving: first time free, then EUR 75 each', { free: 1, fee: sum(75) }],
  ['en', 'Date changes: 1 free, then 10%', { free: 1, fee: share(10) }],
  ['en', 'Free to reschedule once, any further change of date is 10%', { free: 1, fee: share(10) }],
  ['en', 'Reschedule once for free within 6 months of the original date', { free: 1, months: 6 }],
  ['de', 'Umbuchung: bis 14 Tage vorher kostenlos; danach 25 %', { notice: days(14), fee: share(25) }],
  ['de', 'Terminverschiebung kostenlos, wenn 14 Tage vorher, sonst 25 %', { notice: days(14), fee: share(25) }],
  ['de', 'Verschiebungsgebühr 50 €', { free: 0, fee: sum(50) }],
  ['de', 'Verlegung des Termins: 80 Euro', { free: 0, fee: sum(80) }],
  ['de', 'Umbuchung 50 Euro pro Mal', { free: 0, fee: sum(50) }],
  ['de', 'Wird der Termin verschoben, fallen 50 € an', { free: 0, fee: sum(50) }],
  ['de', 'Eine Verschiebung ist frei, jede weitere 50 €', { free: 1, fee: sum(50) }],
  ['de', 'Umbuchungen: 1x gratis, dann je 40 €', { free: 1, fee: sum(40) }],
  ['fr', "Report gratuit jusqu'à 14 jours avant ; ensuite 25 %", { notice: days(14), fee: share(25) }],
  ['fr', 'Report : 20 %', { free: 0, fee: share(20) }],
  ['fr', 'Frais de report : 50 €', { free: 0, fee: sum(50) }],
  ['fr', 'Reporter la séance coûte 50 €', { free: 0, fee: sum(50) }],
  ['fr', 'Reporter est gratuit 14 jours avant, moins : 25 %', { notice: days(14), fee: share(25) }],
  ['fr', 'Si la séance est reportée à moins de 48 h, 50 % sont dus', { notice: hours(48), fee: share(50) }],
  ['es', 'Aplazar: gratis hasta 14 días antes; después 25 %', { notice: days(14), fee: share(25) }],
  ['es', 'Reprogramación gratis si 14 días antes, 25 % si menos', { notice: days(14), fee: share(25) }],
  ['es', 'Cambio de fecha 40 €', { free: 0, fee: sum(40) }],
  ['es', 'Si se aplaza con menos de 48 horas, se cobra el 50 %', { notice: hours(48), fee: share(50) }],
])('is read whole: %s %s', (language, words, value) => {
  expect(moved(language, words)).toEqual({ value, asked: false });
});

it.each<[Spoken, string]>([
  // The second and the third: no term counts moves that cost something.
  ['en', 'Rescheduling: the second move costs 100, the third 200'],
  ['en', 'The first move is free, the second move costs 100, the third 200'],
  ['en', 'One free date move, 2nd 100 EUR'],
  ['de', 'Die zweite Verschiebung kostet 100 €, die dritte 200 €'],
  ['fr', 'Le deuxième report coûte 100 €, le troisième 200 €'],
  ['es', 'El segundo cambio de fecha cuesta 100 €, el tercero 200 €'],
  // Some bookings, or under a condition.
  ['en', 'In summer moving the date costs 25%'],
  ['en', 'Rescheduling within 14 days costs 25% in summer'],
  ['en', 'Rescheduling: EUR 50 in winter, EUR 100 in summer'],
  ['en', 'Rescheduling costs 25%, for weddings only'],
  ['en', 'For weddings only: rescheduling within 14 days costs 25%'],
  ['en', 'Moving the date is free if the weather is bad, otherwise 25%'],
  ['de', 'Im Sommer kostet Verschieben 25 %'],
  ['de', 'Bei Hochzeiten kostet eine Verschiebung 25 %'],
  ['de', 'Terminänderung nur bei schlechtem Wetter kostenlos, sonst 25 %'],
  ['fr', 'En été, le report coûte 25 %'],
  ['fr', 'Pour les mariages uniquement, report à 25 %'],
  ['fr', 'Report gratuit uniquement en cas de pluie'],
  ['es', 'Solo para bodas: aplazar cuesta 25 %'],
  ['es', 'Si llueve, cambiar la fecha es gratis'],
  // Questions and wishes.
  ['en', 'Could moving be free?'],
  ['en', 'They would like free moving'],
  ['en', 'They asked for one free reschedule with 7 days notice'],
  ['en', 'Is it possible to reschedule free of charge up to 48 hours before?'],
  ['de', 'Könnte man kostenlos verschieben?'],
  ['de', 'Die Kundin wünscht sich eine kostenlose Verschiebung bis 7 Tage vorher'],
  ['fr', 'Le report pourrait-il être gratuit ?'],
  ['fr', 'Ils aimeraient un report gratuit'],
  ['es', '¿Podría ser gratis cambiar la fecha?'],
  ['es', 'El cliente quiere un cambio de fecha gratis'],
  // Shares of something else, times without an end, days that are named.
  ['en', 'Rescheduling fee 20% of the deposit'],
  ['de', 'Umbuchungsgebühr: 20 % der Anzahlung'],
  ['fr', "Report : 20 % de l'acompte"],
  ['es', 'Cambio de fecha: 20 % del anticipo'],
  ['en', 'Reschedule: 7+ days free, 3-7 days 25%, under 3 days 50%'],
  ['en', 'Rescheduling more than 14 days before: free; 7 to 14 days: 25%; less than 7 days: 50%'],
  ['en', 'The date can be moved once; a second time costs EUR 60'],
  ['en', 'Moving the shoot to 19 June 2027 costs 25%'],
  ['en', 'Should you need to change the date, a fee of EUR 75 applies'],
  ['de', 'Umbuchen kostet 10 % des Honorars, innerhalb von 7 Tagen 30 %'],
  ['fr', 'Report de date : 50 € ; à moins de 7 jours : 100 €'],
  ['es', 'Un aplazamiento gratis, los siguientes 50 €'],
  // Nothing is owed, but how often?
  ['en', 'No rescheduling fee'],
  ['en', 'Moving the session is not charged'],
  ['de', 'Keine Umbuchungsgebühr'],
  ['es', 'Sin recargo por cambio de fecha'],
])('is asked, and is no figure of anything else: %s %s', (language, words) => {
  if (/deposit|Anzahlung|acompte|anticipo/.test(words))
    expect(parse(`${WORK[language]} ${words}.`).found.deposit).toBe(undefined);
  expect(moved(language, words)).toEqual({ value: undefined, asked: true });
});

it.each([
  ['Photos for Petra Blau, EUR 900. They are moving house in June. 50% deposit.', 50],
  ['Website for Umzug Meier GmbH (a moving company), EUR 900, done by 30 June 2027, 30% deposit.', 30],
  ['Moving images: a 60-second film for Acme Ltd, EUR 900, done by 30 June 2027, 30% deposit.', 30],
  ['Moving portraits of dancers for Acme Ltd, EUR 900, 50% deposit, done by 30 June 2027.', 50],
  ['Landing page for Acme Ltd, EUR 900. Move the logo to the left. Done by 30 June 2027. 50% deposit.', 50],
  ['Dance film for Acme Ltd: each move costs us a day, EUR 900, 50% deposit, done by 30 June 2027.', 50],
  ['Flyer for Acme Ltd: first move free with our van, EUR 900, 50% deposit, done by 30 June 2027.', 50],
  ['Report on moving costs for Acme Ltd, EUR 900, 50% deposit, done by 30 June 2027.', 50],
  ['Report: EUR 900 for Acme Ltd, 20% deposit, done by 30 June 2027.', 20],
  ['Report 20% on signing, film 80% on delivery, EUR 900 for Acme Ltd, done by 30 June 2027.', 20],
  ['Photos for Petra Blau, EUR 900. Please change the date on the old flyer too. 50% deposit.', 50],
  ['The shoot was rescheduled to 12 June 2027 at 3pm, photos for Petra Blau, EUR 900, 50% deposit.', 50],
  ['Umzugsfotos für Meier Umzüge GmbH, 900 €, am 12. Juni 2027 um 15 Uhr, 50 % Anzahlung.', 50],
  ['Wir ziehen um: neue Karten für Meier GmbH, 900 €, fertig bis 30. Juni 2027, 50 % Anzahlung.', 50],
  ['Verlegung von Parkett: Broschüre für Meier GmbH, 900 €, fertig bis 30. Juni 2027, 50 % Anzahlung.', 50],
  ['Report über Klima für Meier GmbH: 900 €, 20 % Anzahlung, fertig bis 30. Juni 2027.', 20],
  ["Report d'activité pour Dupont SARL : 900 €, 20 % d'acompte, livré le 30 juin 2027.", 20],
  ["Podcast sur le décalage horaire pour Dupont SARL, 900 €, 30 % d'acompte, livré le 30 juin 2027.", 30],
  ["Déménagement : photos pour Dupont SARL, 900 €, 30 % d'acompte, livré le 30 juin 2027.", 30],
  ['Vídeo para López SL, 900 €, 50 % de anticipo, pago aplazado a 30 días, entrega el 30 de junio de 2027.', 50],
  ['Web para Mudanzas López SL, 900 €, entrega el 30 de junio de 2027, 30 % de anticipo.', 30],
])('is about another move, or none: %s', (brief, percent) => {
  const { found, questions } = parse(brief);
  expect([found.rescheduling, questions.includes('rescheduling')]).toEqual([undefined, false]);
  expect(found.fee?.value.minor).toBe(90_000n);
  expect(found.deposit?.value).toEqual({ kind: 'share', ...share(percent) });
});

it('a deposit, days to pay, a scale and more work beside it keep their own', () => {
  const read = (words: string) => parse(`${WORK.en} ${words}.`);
  const { found } = read('Moving fee EUR 75 per date change, 20% deposit, net 10');
  expect([found.rescheduling?.value, found.deposit?.value, found.netDays?.value]).toEqual([
    { free: 0, fee: sum(75) },
    { kind: 'share', ...share(20) },
    10,
  ]);
  const priced = read('Free rescheduling up to 14 days before; further photos EUR 20 each');
  expect(priced.found.rescheduling?.value).toEqual({ notice: days(14) });
  const both = read('Cancelling within 14 days costs 50%; rescheduling costs 10%');
  expect(both.found.cancellation?.value).toEqual({ kind: 'tiers', tiers: [{ ...days(14), ...share(50) }] });
  expect(both.found.rescheduling?.value).toEqual({ free: 0, fee: share(10) });
});
