import { expect, it } from 'vitest';
import type { Rescheduling } from '../../src/contracts/tiers.ts';
import { parse } from './cases.ts';

const EN = 'Photos for Petra Blau (petra@acme.test), EUR 900 on 12 June 2027 at 3pm.';
const DE = 'Fotos für Petra Blau, 900 Euro, am 12. Juni 2027 um 15 Uhr.';
const FR = 'Photos pour Petra Blau, 900 €, le 12 juin 2027 à 15 h.';
const ES = 'Fotos para Petra Blau, 900 €, el 12 de junio de 2027 a las 15 h.';
const days = (within: number) => ({ within, unit: 'days' as const });
const share = (percent: number) => ({ percentMilli: percent * 1_000 });

it.each<[string, string, Rescheduling]>([
  [
    EN,
    'Rescheduling: free up to 14 days before, 25% within 14 days, 50% within 7 days',
    { notice: days(14), fee: share(25), tiers: [{ ...days(7), ...share(50) }] },
  ],
  [EN, 'Moving the date costs EUR 100 within 7 days', { notice: days(7), fee: { minor: 10_000n } }],
  [
    EN,
    'The date can be moved once free of charge up to 30 days before, later it costs EUR 300',
    { free: 1, notice: days(30), fee: { minor: 30_000n } },
  ],
  [EN, 'If the shoot is rescheduled within 7 days, 50% is due', { notice: days(7), fee: share(50) }],
  [EN, 'Moving the date costs 150', { free: 0, fee: { minor: 15_000n } }],
  [EN, "One free reschedule with 30 days' notice, otherwise 25%", { free: 1, notice: days(30), fee: share(25) }],
  [EN, "One free reschedule with 30 days' notice. After that 25%", { free: 1, notice: days(30), fee: share(25) }],
  [
    EN,
    'Reschedule free up to 48h before, after that the session is charged in full',
    { notice: { within: 48, unit: 'hours' }, fee: share(100) },
  ],
  [DE, 'Verschieben: bis 14 Tage vorher kostenlos, danach 25 %', { notice: days(14), fee: share(25) }],
  [
    DE,
    'Eine kostenlose Umbuchung mit 30 Tagen Vorlauf, sonst 80 €',
    { free: 1, notice: days(30), fee: { minor: 8_000n } },
  ],
  [FR, "Report gratuit jusqu'à 14 jours avant, ensuite 25 %", { notice: days(14), fee: share(25) }],
  [FR, 'Changement de date : 80 €', { free: 0, fee: { minor: 8_000n } }],
  [ES, 'Cambio de fecha gratis hasta 14 días antes, después 25 %', { notice: days(14), fee: share(25) }],
  [ES, 'Postergar la fecha con menos de 7 días cuesta 80 €', { notice: days(7), fee: { minor: 8_000n } }],
])('what a brief says of moving is a term in its own words, and nothing else: %s %s', (work, moving, value) => {
  const { found, notes } = parse(`${work} ${moving}.`);
  expect(found.rescheduling).toMatchObject({ value, origin: 'brief' });
  expect(moving).toContain(found.rescheduling?.quote);
  expect([found.cancellation, found.deposit, found.booking?.value.on]).toEqual([undefined, undefined, '2027-06-12']);
  expect(found.fee?.value).toEqual({ minor: 90_000n, currency: 'EUR' });
  expect(notes.filter(({ field }) => field === 'rescheduling')).toEqual([]);
});

it.each([
  [EN, 'Rescheduling: free up to 14 days before, 50% within 7 days'],
  [EN, 'Rescheduling within 14 days costs 25% unless the weather is bad'],
  [EN, 'Rescheduling within 14 days costs USD 100'],
  [EN, 'Rescheduling within 14 days costs EUR 2,000'],
  [EN, 'Rescheduling within 14 days costs 50%, within 7 days 20%'],
  [DE, 'Verschieben innerhalb von 14 Werktagen kostet 25 %'],
  [ES, 'Si se posterga con menos de una semana, es decir 8 días, se debe el 60 %'],
])('what can’t be read whole is asked, and is no figure of anything else: %s %s', (work, moving) => {
  const { found, notes, questions } = parse(`${work} ${moving}.`);
  expect([found.rescheduling, found.cancellation, found.deposit]).toEqual([undefined, undefined, undefined]);
  expect(found.fee?.value.minor).toBe(90_000n);
  expect(questions).toContain('rescheduling');
  expect(notes.find(({ code }) => code === 'brief.moving')?.sentence).toContain('is about moving the date');
});

it('calling off keeps its own scale beside it, in the same sentence too', () => {
  const tiers = { kind: 'tiers', tiers: [{ within: 14, unit: 'days', percentMilli: 50_000 }] };
  for (const link of ['. Moving', ', moving']) {
    const { found } = parse(`${EN} Cancel within 14 days: 50%${link} the date within 7 days: 10%.`);
    expect(found.cancellation?.value).toEqual(tiers);
    expect(found.rescheduling?.value).toEqual({ notice: days(7), fee: share(10) });
  }
});

it.each([
  [EN, 'Cancelling or rescheduling within 14 days: 50%'],
  [EN, 'If postponed or cancelled within 14 days: 50%'],
  [DE, 'Absage oder Verschiebung innerhalb von 14 Tagen: 50 %'],
  [FR, 'Annulation ou report à moins de 14 jours : 50 %'],
  [ES, 'Cancelar o postergar con menos de 14 días: 50 %'],
])('one scale for calling off and moving is one of both: %s %s', (work, words) => {
  const { found, notes } = parse(`${work} ${words}.`);
  expect(found.cancellation?.value).toEqual({ kind: 'tiers', tiers: [{ ...days(14), ...share(50) }] });
  expect(found.rescheduling?.value).toEqual({ notice: days(14), fee: share(50) });
  expect(notes.filter(({ code }) => code === 'brief.moving')).toEqual([]);
});

it('two prices of moving are asked', () => {
  const { found, questions } = parse(
    `${EN} Cancelling or rescheduling within 14 days: 50%. Moving the date within 7 days costs 20%.`,
  );
  expect([found.rescheduling, questions.includes('rescheduling')]).toEqual([undefined, true]);
});

it('a day that was moved stays the day of the booking, and a report is a thing to hand over', () => {
  const moved = parse('Photos for Petra Blau, EUR 900. We moved the shoot to 12 June 2027 at 3pm. 50% deposit.');
  expect([moved.found.booking?.value.on, moved.found.deposit?.value.kind]).toEqual(['2027-06-12', 'share']);
  const again = parse('Rescheduled shoot for Petra Blau, EUR 900, 12 June 2027 at 3pm.');
  expect([again.found.rescheduling, again.found.fee?.value.minor]).toEqual([undefined, 90_000n]);
  for (const own of [
    'Rescheduling the shoot for Petra Blau, price EUR 900',
    'Rescheduling the shoot for Petra Blau, fee EUR 900',
  ]) {
    const { found } = parse(`${own}, 12 June 2027 at 3pm.`);
    expect([found.rescheduling, found.fee?.value.minor]).toEqual([undefined, 90_000n]);
  }
  const report = parse('Report for Acme Ltd, EUR 900, 50% deposit, payable within 14 days.');
  expect([report.found.netDays?.value, report.found.deposit?.value.kind]).toEqual([14, 'share']);
});

it('a price behind it stays the price', () => {
  const { found } = parse(
    'Photos for Petra Blau (petra@acme.test), 12 June 2027 at 3pm, one free reschedule up to 14 days before, EUR 900, 30% deposit.',
  );
  expect(found.rescheduling?.value).toEqual({ free: 1, notice: days(14) });
  expect([found.fee?.value.minor, found.deposit?.value.kind]).toEqual([90_000n, 'share']);
});

it('the work beside it in one sentence stays the work', () => {
  const { found } = parse(
    'Wedding photos for Petra Blau (petra@acme.test), EUR 900, 12 June 2027 at 3pm, one free reschedule up to 14 days before, 30% deposit, net 10.',
  );
  expect(found.rescheduling?.value).toEqual({ free: 1, notice: days(14) });
  expect([found.fee?.value.minor, found.netDays?.value, found.clientName?.value]).toEqual([90_000n, 10, 'Petra Blau']);
  expect(found.deposit?.value).toEqual({ kind: 'share', percentMilli: 30_000 });
});

it.each([
  'The payment was put off by two weeks.',
  'Their other wedding was put off by two weeks.',
  'The shoot is put off by two weeks if it rains.',
])('what was put off is not taken for the booking: %s', (words) => {
  const { found } = parse(`Photos for Petra Blau, EUR 900 on 12 June 2027 at 3pm. ${words}`);
  expect(found.booking?.value.on ?? '-').not.toBe('2027-06-26');
});
