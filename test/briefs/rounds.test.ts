import { describe, expect, test } from 'vitest';
import { parse, short } from './cases.ts';

const revisions = (brief: string) => short(parse(brief), 'revisions');

describe('rounds of changes that no phrase is known for', () => {
  test.each([
    [
      'Label for the jam, 400 euro. If something looks off on the label you will redraw it twice at most, then we print.',
      '2',
    ],
    ['Menu cards, 350 euro, ready 4 March 2027. The drafts come back to you three times, no more.', '3'],
    [
      'Flyer für den Hofladen, 280 Euro, fertig am 4. März 2027. Zweimal dürfen wir melden, was anders soll, danach kostet es extra.',
      '2',
    ],
    ['Logo für die Imkerei: 900 Euro. Dreimal darf sie noch was geändert haben wollen, danach kostet es extra.', '3'],
    [
      'Affiche du bal, 300 euros, pour le 4 mars 2027. On pourra te demander des reprises à deux reprises, pas plus.',
      '2',
    ],
    [
      'Cartel de la feria, 300 euros, para el 4 de marzo de 2027. Le podemos pedir arreglos en tres ocasiones sin costo.',
      '3',
    ],
  ])('%s', (brief, rounds) => {
    expect(revisions(brief)).toBe(rounds);
  });

  test.each([
    'Two vans to letter, 900 euro, ready 4 March 2027. I checked the price twice.',
    'Zwei Schaufenster gestalten, 900 Euro. Wir haben zweimal telefoniert.',
    'Trois panneaux à peindre, 900 euros. Je suis passé deux fois chez vous.',
    'Tres rótulos, 900 euros. Te llamé dos veces ayer.',
  ])('not in: %s', (brief) => {
    expect(revisions(brief)).toBeUndefined();
  });
});

const cancellation = (brief: string) => {
  const found = parse(brief).found.cancellation?.value;
  if (found?.kind !== 'tiers') return short(parse(brief), 'cancellation');
  return found.tiers
    .map(({ within, unit, percentMilli, minor }) => `${minor ?? `${(percentMilli ?? 0) / 1000}%`} <${within} ${unit}`)
    .join(', ');
};

describe('what calling off late costs, however it is said', () => {
  test.each([
    ['DJ on Saturday 12 June 2027 at 8 pm, 900 euro. If they bin it in the last 10 days I get half.', '50% <10 days'],
    [
      'Emcee on 12 June 2027, 900 euro. Should the club scratch the night in the final week, they owe me 250 euro.',
      '25000 <7 days',
    ],
    ['Lesson at 40 euro an hour. If she bails with under 12 hours to go she pays 100 %.', '100% <12 hours'],
    [
      'Moderation am 12. Juni 2027, 900 Euro. Blasen sie es in den letzten 14 Tagen ab, stehen mir 40 % zu.',
      '40% <14 days',
    ],
    ['Concert le 12 juin 2027, 900 euros. Si on te lâche à moins de 6 jours, tu touches 60 %.', '60% <6 days'],
    [
      'Boda el 12 de junio de 2027, 900 euros. Si lo tumban faltando menos de 8 días, me quedo con el 30 %.',
      '30% <8 days',
    ],
    [
      'Wedding on 12 June 2027, 900 euro. Pull the pin in the last 30 days: 50 per cent. In the last 7 days: 100 per cent.',
      '50% <30 days, 100% <7 days',
    ],
  ])('%s', (brief, tiers) => {
    expect(cancellation(brief)).toBe(tiers);
  });

  test.each([
    'Website, 4,000 euro, 30 % up front. We pay within 14 days of the invoice.',
    'Fotos für 900 Euro, 40 % Anzahlung. In den letzten 14 Tagen war viel los.',
    'Illustrations, 900 euros. 30 % dans les 10 jours, le solde après.',
  ])('not in: %s', (brief) => {
    expect(cancellation(brief)).toBeUndefined();
  });
});
