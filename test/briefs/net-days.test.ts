import { describe, expect, it } from 'vitest';
import { parse, short } from './cases.ts';

const days = (brief: string) => {
  const { found, questions } = parse(brief);
  return found.netDays?.value ?? (questions.includes('netDays') ? '?' : '-');
};

describe('days to pay', () => {
  it.each([
    ['They wire the money nine days after the invoice lands', 9],
    ['Logo, £500, remainder a fortnight from my bill', 14],
    ['He settles inside 12 days', 12],
    ['Invoices are honoured thirty-two days after their date', 32],
    ['Ada Lee: logo for £500?\nMe: ok. When do you pay invoices?\nAda Lee: 21 days', 21],
    ['They wanted 60 days to pay, we settled on 25', 25],
    ['We pay within a week, ok 10 days to be honest', 10],
    ['My bill gets paid the very day it arrives', 0],
    ['Der Preis ist 500 €, die Rechnung begleichen wir binnen 16 Tagen', 16],
    ['Das Logo ist für uns, beglichen wird die Rechnung sofort nach Erhalt', 0],
    ['Der Preis ist 500 € und der Rest wird innerhalb einer Woche überwiesen', 7],
    ['le prix est de 500 €, la facture sera acquittée sous quarante jours', 40],
    ['le prix est de 500 €, le reliquat vingt jours après dépôt de la facture', 20],
    ['le prix est de 500 € et on règle la facture le jour même où elle arrive', 0],
    ['el precio es de 500 € y abonan a 18 días de emitida la factura', 18],
    ['el precio es de 500 € y la boleta la pagan en 35 días corridos', 35],
    ['el precio es de 500 € y me paga en cuanto le llega la factura', 0],
    ['Please send your bill in May; it will be cleared within 9 days', 9],
    ['Invoices go to Ann, they pay on 28 days', 28],
    ['le prix est de 500 €, payable à 12 jours dès réception de votre facture', 12],
    ['The deposit is due today and the balance is payable within 6 days', 6],
    ['Der Preis ist 500 €. Nach Rechnungseingang hat die Stadtkasse 30 Tage, um zu überweisen.', 30],
    ['rechnung kommt am ende, dann hat sie 8 tage zeit zum zahlen, der preis ist 500 €', 8],
    ['Der Preis ist 500 €. Ab Rechnung bleiben ihr 14 Tage zum Überweisen.', 14],
    ['£500. Once the bill arrives the treasurer has 30 days to transfer it.', 30],
    ['£500. Our treasurer asks for 20 days to settle up after each bill.', 20],
    ['$3,300. Our standard is to pay 45 days out from the invoice date.', 45],
    ['le prix est de 500 €, le service a 30 jours pour régler une fois la facture reçue', 30],
    ['el precio es de 500 €, tras recibir la factura tienen 15 días para abonarla', 15],
    ['el precio es de 500 €. Sus facturas se abonarán en el plazo de 45 días.', 45],
    ['Kunde: Guss SE\nHonorar: 900 EUR\nFälligkeit: 45 Tage ab Rechnungsdatum\nAnwendbares Recht: Deutschland', 45],
    ['Client : Guss SARL\nHonoraires : 900 EUR\nÉchéance : 45 jours date de facture\nDroit : France', 45],
    ['Cliente: Guss SL\nHonorarios: 900 EUR\nVencimiento: 45 días desde la factura\nLey: España', 45],
  ])('%j', (brief, expected) => expect(days(brief)).toBe(expected));

  it.each([
    'Filming for 3 days, payment by card',
    'Logo for £500, the deposit to be paid within 8 days, the balance on delivery',
    'le prix est de 500 €, acompte à régler sous 8 jours, le solde à la livraison',
    'Paid workshop of 2 days, 14 days notice',
    'Client: Guss Ltd\nFee: EUR 900\nDeadline: 45 days after receipt of the copy',
    'Photos for Hale Ltd, £900, shoot 45 days out from the wedding.',
    'Logo for Mia Berg, £700. She has 5 days to send comments.',
    'Logo for Mia Berg, £700. They have ten days to pay the deposit of £300.',
    'Logo para Mia Berg, 700 €. Tiene 5 días para enviar comentarios.',
    'Logo für Mia Berg, 700 €. Sie hat 5 Tage Zeit, um Feedback zu geben.',
    'Bills are paid. The text is done within 20 days.',
    'Half of it on receipt of the signed contract, the rest later',
    'Nous versons 40 % dès réception de votre facture d’acompte, et le reste suivra pour le client',
    'Wir zahlen gern. Absage nur bis 10 Tage vorher, der Preis ist 500 €',
  ])('%j says none', (brief) => expect(days(brief)).toBe('-'));

  it.each([
    'The price is 500 €. They pay 15 days after my invoice, though another paragraph says 30 days.',
    'Der Preis ist 500 €. Sie zahlen 15 Tage nach Rechnung, in einem anderen Absatz stehen aber 30 Tage.',
    'le prix est de 500 €. Ils paient à 15 jours de ma facture, mais un autre paragraphe dit 30 jours.',
    'el precio es de 500 €. Pagan a 15 días de recibir mi factura, aunque en otro párrafo pone 30 días.',
  ])('another length in another place is asked: %s', (brief) => expect(days(brief)).toBe('?'));

  it.each(['Their mail says 15 days to pay and the form says 60', 'Zahlungsziel: wie üblich, und der Preis ist 500 €'])(
    '%j is asked',
    (brief) => expect(days(brief)).toBe('?'),
  );
});

it.each([
  'Photos for Sam Reed, £900, invoice at the end, 60 pics within a week',
  'Event photos for Acme Ltd, £900 total, payment by bank transfer, 60 pics within a week',
  'Wedding for Tom and Ellie, £1800, half up front, rest after, pictures 6 weeks after the wedding',
  'Hochzeitsfotos für Jana Petersen, 1.900 € nach Rechnung, 60 Bilder binnen 10 Tagen',
  'Photos de mariage pour Claire Dubois, 1 500 € sur facture, 60 photos sous 15 jours',
  'Fotos de boda para Lucía Romero, 1.300 € con factura, 60 fotos en 10 días',
])('a time behind things to hand over is no time to pay: %s', (brief) => {
  expect(short(parse(brief), 'netDays')).toBeUndefined();
});

it('what is paid beside them keeps its own time', () => {
  const brief = 'Photos for Sam Reed, £900, 60 pics within a week, invoice payable within 21 days';
  expect(short(parse(brief), 'netDays')).toBe('21');
});

describe('another time to pay, put in its place further on', () => {
  it.each([
    [
      'Henrik Olsen: Could you shoot our lamps?\nMe: EUR 4,200, the rest within 14 days.\nHenrik: Can we make it 30 days?\nMe: Yes, 30 days is fine.',
      '14 days, 30 days',
    ],
    ['Logo for Acme, EUR 4,200, net 14. Update: we agreed 30 days instead of 14.', '14 days, 30 days'],
    ['Logo für die Hale GmbH, 900 €, zahlbar in 14 Tagen. Sagen wir 21 Tage.', '14 days, 21 days'],
  ])('is asked with both: %j', (brief, labels) => {
    const { found, notes, questions } = parse(brief);
    expect([found.netDays, questions.includes('netDays')]).toEqual([undefined, true]);
    const note = notes.find(({ field }) => field === 'netDays');
    expect(note?.answers?.map(({ label }) => label).join(', ')).toBe(labels);
  });

  it.each([
    'Logo for Acme, EUR 900, net 14. Delivery: say 30 days from signing.',
    'Logo for Acme, EUR 900, net 14. If you need us to start 10 days earlier, fine.',
    'Logo for Acme, EUR 900, net 14. We agreed 30 days notice.',
  ])('unless it is the time of something else: %j', (brief) => expect(days(brief)).toBe(14));
});

it.each([
  ['Logo for Acme Ltd, EUR 900. Reply within 7 days.', '-'],
  ['Logo für die Acme GmbH, 900 €. Antwort bitte innerhalb von 7 Tagen.', '-'],
  ['Logo pour Acme SARL, 900 €. Réponse sous 7 jours.', '-'],
  ['Website for Acme Ltd, EUR 2,000. 10% discount if paid within 7 days.', '-'],
  ['Website für die Acme GmbH, 2.000 €, 2 % Skonto bei Zahlung innerhalb von 10 Tagen, sonst 30 Tage netto.', 30],
  [
    'Website für die Acme GmbH, 2.000 €. Zahlt sie binnen 5 Tagen, darf sie 2 % Skonto abziehen, ansonsten sind 30 Tage ab Rechnung Zeit.',
    30,
  ],
  ['Website for Acme Ltd, EUR 2,000, payable within 30 days, with 2% discount within 8 days.', 30],
  ['Site pour Acme SARL, 2 000 €. Escompte de 2 % si paiement sous 8 jours, sinon 30 jours après facture.', 30],
  ['Web para Acme SL, 2.000 €. 2 % de descuento si paga en 5 días, si no, 30 días desde la factura.', 30],
  ['Logo for Acme Ltd, EUR 900. Please reply within 7 days. Payment within 30 days.', 30],
])('the days of a reply or of a discount are none to pay the whole in: %s', (brief, expected) =>
  expect(days(brief)).toBe(expected),
);

it('a discount for paying early is no deposit', () => {
  const brief = 'Site pour Acme SARL, 2 000 €. Escompte de 2 % si paiement sous 8 jours, sinon 30 jours après facture.';
  expect(short(parse(brief), 'deposit')).toBeUndefined();
});

it('what somebody says below a form is a wish', () => {
  const brief = 'Dana Okafor, logo, EUR 900, net 14.\nPrice: 900\nDana: net 90, Delaware law\nMe: let me think';
  expect(days(brief)).toBe('?');
});
