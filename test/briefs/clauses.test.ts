import { describe, expect, it } from 'vitest';
import { parseBrief } from '../../src/briefs/brief.ts';
import { deliverableLines } from '../../src/contracts/deliverable.ts';

const context = {
  ...{ today: '2027-01-11', currency: 'EUR', zone: 'Europe/Berlin', country: 'DE' },
  ...{ depositPercentMilli: null, netDays: null },
};
const read = (brief: string) => parseBrief(brief, context).found;

describe('a day is read by the words of its clause', () => {
  it.each([
    ['Start – 7 June\nLive by – 16 July', '2027-06-07', '2027-07-16'],
    ['start,12 Jul 2027\nend,1 Oct 2027', '2027-07-12', '2027-10-01'],
    ['Skizzen bis 12.3., die Abgabe ist spätestens am 28.5. und der Preis ist 500 €', undefined, '2027-05-28'],
    ['Von: 10.03.2027\nBis: 25.04.2027\nfür die Firma und den Kunden', '2027-03-10', '2027-04-25'],
    ['Der Film muss am 29.10.2027 final vorliegen und wir sind bereit', undefined, '2027-10-29'],
    ['Das Logo ist bis Mi 24.2. fertig und der Preis ist 500 €', undefined, '2027-02-24'],
    ['ça part le 4 octobre et ça finit le 17 décembre pour le client', '2027-10-04', '2027-12-17'],
    ['Je lui rends le tout le 6 septembre, le prix est de 640 euros', undefined, '2027-09-06'],
    ['Traduction pour le client, livraison 28/10, paiement à 45 jours', undefined, '2027-10-28'],
    ['arranca 1 de noviembre y termina 17 de diciembre para el cliente', '2027-11-01', '2027-12-17'],
    ['Entregás todo el 20 de diciembre y el pago es a 30 días', undefined, '2027-12-20'],
    ['The plates should be with the printer by 14 May, £500', undefined, '2027-05-14'],
    ['Logo for Acme. First day Monday 7 June', '2027-06-07', undefined],
    ['Der Einsatz beginnt am Montag, dem 7. Juni 2027 und der Preis ist 500 €', '2027-06-07', undefined],
    ['Das Bild muss am 21.5. sitzen und der Preis ist 500 €', undefined, '2027-05-21'],
    ['La fresque doit être sèche le 14 mai, le prix est de 500 €', undefined, '2027-05-14'],
    ['los carteles tienen que estar colgados el 14 de mayo, el precio es de 500 €', undefined, '2027-05-14'],
    ['14 de mayo a más tardar, el cartel es para la marca', undefined, '2027-05-14'],
  ])('%j', (brief, start, end) => {
    const found = read(brief);
    expect([found.startOn?.value, found.endOn?.value]).toEqual([start, end]);
  });
});

it.each([
  'wir nehmen Ihr Angebot vom 18. Januar über 500 € an und freuen uns',
  'Photos for the contracting party.\nAdvance: € 500 before 15 May',
  'We accept your quotation ref. 2231 of 6 January for the interpretation panels, in print',
  'On 11/01/2027 we spoke about the wedding photos',
])('%j names no day of the work', (brief) => {
  const { startOn, endOn, booking } = read(brief);
  expect([startOn, endOn, booking]).toEqual([undefined, undefined, undefined]);
});

it.each([
  ['Logo – £480 – 2 rounds – by Friday', 2],
  ['Flyer für die Praxis, 420 €, zwei Runden, bis 9. Juli und mit Anzahlung', 2],
  ['Affiche pour le théâtre, 620 €, remise le 27 août, 2 retours', 2],
  ['cartel para la librería, 380 €, dos rondas, entrega el 20 de agosto', 2],
  ['Me: £1,600 incl 2 rounds\nAda: too much\nMe: ok 1500 but 1 round only\nAda: deal', 1],
])('the rounds of %j are %i', (brief, rounds) => {
  expect(read(brief).revisions?.value).toBe(rounds);
});

it.each([
  ['Deliverables: one 3-minute film; five 15-second reels', ['One 3-minute film', 'Five 15-second reels']],
  ['Wir bekommen 8 Etiketten und 1 Faltschachtel, bis 12. November.', ['8 Etiketten', '1 Faltschachtel']],
  [
    'Entregables: 1 vídeo de 2 minutos; 4 piezas verticales para el cliente',
    ['1 vídeo de 2 minutos', '4 piezas verticales'],
  ],
])('a list goes on to its last thing: %j', (brief, items) => {
  expect(deliverableLines(read(brief))).toEqual(items);
});

it('old slides to be scanned are not made', () => {
  expect(deliverableLines(read('scan 220 old slides for Edith, $1.25 each, ready by aug 20'))).not.toContain(
    '220 old slides',
  );
});
