import { expect, it } from 'vitest';
import { parse } from './cases.ts';

const EN = 'Photos for Petra Blau (petra@acme.test), EUR 900 on 12 June 2027 at 3pm.';

it.each([
  [EN, 'Rescheduling: free up to 14 days before, 25% within 14 days, 50% within 7'],
  [EN, 'Moving the date costs EUR 100 within 7 days'],
  [
    'Fotos für Petra Blau, 900 Euro, am 12. Juni 2027 um 15 Uhr.',
    'Verschieben: bis 14 Tage vorher kostenlos, danach 25 %',
  ],
  ['Photos pour Petra Blau, 900 €, le 12 juin 2027 à 15 h.', "Report gratuit jusqu'à 14 jours avant, ensuite 25 %"],
  [
    'Fotos para Petra Blau, 900 €, el 12 de junio de 2027 a las 15 h.',
    'Cambio de fecha gratis hasta 14 días antes, después 25 %',
  ],
])('what moving a date costs is no fee for calling off and no deposit, and is said: %s %s', (work, moving) => {
  const { found, notes } = parse(`${work} ${moving}.`);
  expect([found.cancellation, found.deposit, found.booking?.value.on]).toEqual([undefined, undefined, '2027-06-12']);
  expect(notes.find(({ code }) => code === 'brief.moving')?.sentence).toContain(`“${moving}” is about moving the date`);
});

it('calling off keeps its own scale beside it, in the same sentence too', () => {
  const tiers = { kind: 'tiers', tiers: [{ within: 14, unit: 'days', percentMilli: 50_000 }] };
  for (const link of ['. Moving', ', moving'])
    expect(
      parse(`${EN} Cancel within 14 days: 50%${link} the date within 7 days: 10%.`).found.cancellation?.value,
    ).toEqual(tiers);
});

it('one scale for calling off and moving is one of calling off', () => {
  const { found, notes } = parse(`${EN} Cancelling or rescheduling within 14 days: 50%.`);
  expect(found.cancellation?.value.kind).toBe('tiers');
  expect(notes.filter(({ code }) => code === 'brief.moving')).toEqual([]);
});

it('a day that was moved stays the day of the booking, and a report is a thing to hand over', () => {
  const moved = parse('Photos for Petra Blau, EUR 900. We moved the shoot to 12 June 2027 at 3pm. 50% deposit.');
  expect([moved.found.booking?.value.on, moved.found.deposit?.value.kind]).toEqual(['2027-06-12', 'share']);
  const report = parse('Report for Acme Ltd, EUR 900, 50% deposit, payable within 14 days.');
  expect([report.found.netDays?.value, report.found.deposit?.value.kind]).toEqual([14, 'share']);
});
