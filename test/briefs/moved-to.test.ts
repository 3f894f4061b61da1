import { expect, it } from 'vitest';
import { parse } from './cases.ts';

const EN = 'Photos for Petra Hahn on 12 June 2027, EUR 3,000.';

it.each([
  [`${EN} Put off to 19 June 2027.`, '2027-06-19', undefined],
  [`${EN} The shoot has been pushed back to 19 June 2027.`, '2027-06-19', undefined],
  [`${EN} Moved to 19 June 2027.`, '2027-06-19', undefined],
  ['Fotos für Petra Hahn am 12. Juni 2027, EUR 3.000. Verschoben auf den 19. Juni 2027.', '2027-06-19', undefined],
  ['Photos pour Petra Hahn le 12 juin 2027, 3 000 €. Reporté au 19 juin 2027.', '2027-06-19', undefined],
  ['Photos pour Petra Hahn le 12 juin 2027, 3 000 €. On décale au 19 juin 2027.', '2027-06-19', undefined],
  [`${EN} If rain, we move to 13 June at no cost.`, '2027-06-12', undefined],
  [
    'Photos pour Petra Hahn le 12 juin 2027, 3 000 €. En cas de pluie, on reporte au 13 juin sans frais.',
    '2027-06-12',
    undefined,
  ],
  [`${EN} Deliver by 19 June 2027.`, '2027-06-12', '2027-06-19'],
  ['Logo for Petra Hahn, EUR 3,000, due 12 June 2027. Put off to 19 June 2027.', undefined, '2027-06-19'],
  [
    'Logo for Petra Hahn, EUR 3,000, due 12 June 2027. The meeting was put off to 19 June 2027.',
    undefined,
    '2027-06-12',
  ],
])('a day that the work is put off to takes the place of the one before: %s', (brief, booked, end) => {
  const { found } = parse(brief);
  expect([found.booking?.value.on, found.endOn?.value]).toEqual([booked, end]);
});

it('asks where nothing says what the day was, or of several which', () => {
  const spanish = parse('Fotos para Petra Hahn el 12 de junio de 2027, 3.000 €. Aplazado al 19 de junio de 2027.');
  expect([spanish.found.booking, spanish.found.endOn]).toEqual([undefined, undefined]);
  expect(spanish.questions).toContain('endOn');
  const several = parse('Photos for Petra Hahn on 12 June 2027 and 13 June 2027, EUR 900. Put off to 19 June 2027.');
  expect([several.found.booking, several.found.endOn]).toEqual([undefined, undefined]);
  expect(several.questions).toContain('booking');
});

it.each([
  [`${EN} No rescheduling within 7 days.`, undefined],
  [`${EN} No moving the date within 30 days.`, undefined],
  ['Fotos für Petra Hahn am 12. Juni 2027, EUR 3.000. Kein Verschieben innerhalb von 7 Tagen.', undefined],
  ['Photos pour Petra Hahn le 12 juin 2027, 3 000 €. Pas de report à moins de 7 jours.', undefined],
  ['Fotos para Petra Hahn el 12 de junio de 2027, 3.000 €. Sin cambios de fecha en menos de 7 días.', undefined],
  [`${EN} No rescheduling within 7 days. Payment within 30 days.`, 30],
  [`${EN} Moving once is free. Moving twice is 10%. Moving thrice is 20%.`, undefined],
  [`${EN} They wanted moving for free, I said 25%.`, undefined],
  ['Fotos für Petra Hahn am 12. Juni 2027, EUR 3.000. Sie wollten kostenlos verschieben, ich sagte 25%.', undefined],
  ['Photos pour Petra Hahn le 12 juin 2027, 3 000 €. Ils voulaient reporter gratuitement, j’ai dit 25 %.', undefined],
])('what is said of moving is asked and is no time to pay or deposit: %s', (brief, netDays) => {
  const { found, questions } = parse(brief);
  expect([found.netDays?.value, found.deposit, found.rescheduling]).toEqual([netDays, undefined, undefined]);
  expect(questions).toContain('rescheduling');
});

it.each([
  ['Moving once is free.', { free: 1 }],
  ['Moving once is free, then 20%.', { free: 1, fee: { percentMilli: 20_000 } }],
  ['No rescheduling.', { free: 0 }],
])('and what a term holds is still read: %s', (words, value) => {
  expect(parse(`${EN} ${words}`).found.rescheduling?.value).toEqual(value);
});
