import { describe, expect, it } from 'vitest';
import { held } from './cases.ts';

const BOTH = 'ask EUR 4,000.00, EUR 3,000.00';

describe('a refusal is no yes: the price of a deal that nobody took is asked with both', () => {
  it.each([
    'Ich habe 4.000 Euro angeboten, sie wollten 3.000 Euro, ich habe nicht zugestimmt.',
    'Ich habe 4.000 Euro angeboten, sie wollten 3.000 Euro, ich habe nie zugestimmt.',
    'Ich habe 4.000 Euro angeboten, sie wollten 3.000 Euro, ich habe fast zugestimmt.',
    'Ich habe 4.000 Euro angeboten, sie wollten 3.000 Euro, ich habe dem nicht zugestimmt.',
    'Ich habe 4.000 Euro angeboten, sie wollten 3.000 Euro, ich habe nicht akzeptiert.',
    'Ich habe 4.000 Euro angeboten, sie wollten 3.000 Euro, ich habe abgelehnt.',
    'Ich habe 4.000 Euro angeboten, sie wollten 3.000 Euro, wir haben uns in der Mitte getroffen.',
    'Propuse 4.000 euros, querían 3.000 euros, nunca acepté.',
    'Propuse 4.000 euros, querían 3.000 euros, casi acepté.',
    'Propuse 4.000 euros, querían 3.000 euros, me negué.',
    'J’ai proposé 4 000 euros, ils voulaient 3 000 euros, je n’ai pas accepté.',
    'J’ai proposé 4 000 euros, ils voulaient 3 000 euros, j’ai presque accepté.',
    'J’ai proposé 4 000 euros, ils voulaient 3 000 euros, j’ai refusé.',
    'I quoted EUR 4,000, they wanted EUR 3,000, I never agreed.',
    'I quoted EUR 4,000, they wanted EUR 3,000, I almost agreed.',
    'I quoted EUR 4,000, they wanted EUR 3,000, I refused, they said ok.',
  ])('%s', (words) => {
    expect(held(`Logo for Hale Ltd. ${words}`, 'fee')).toBe(BOTH);
  });

  it.each([
    'Ich habe 4.000 Euro angeboten, sie wollten 3.000 Euro, wir haben uns nicht auf 3.500 Euro geeinigt.',
    'I quoted EUR 4,000, they wanted EUR 3,000, we did not settle on EUR 3,500.',
    'Pedí 4.000 euros, querían 3.000 euros, no quedamos en 3.500 euros.',
  ])('what nobody met at is asked as well: %s', (words) => {
    expect(held(`Logo for Hale Ltd. ${words}`, 'fee')).toBe(`${BOTH}, EUR 3,500.00`);
  });

  it.each([
    ['They proposed 25% deposit, I insisted on 40%, they accepted.', 'deposit', 'share 40000'],
    ['Sie wollten 25 % Anzahlung, ich bestand auf 40 %, sie haben zugestimmt.', 'deposit', 'share 40000'],
    ['Ils proposaient 25 % d’acompte, j’ai exigé 40 %, ils ont accepté.', 'deposit', 'share 40000'],
    ['Querían un 25 % de anticipo, insistí en el 40 %, aceptaron.', 'deposit', 'share 40000'],
    ['They proposed 25% deposit, I insisted on 40%, they never accepted.', 'deposit', 'ask 25%, 40%, No deposit'],
    ['I offered net 14, they want 60 days to pay, I did not agree.', 'netDays', 'ask 14 days, 60 days'],
    ['I offered two rounds of revisions, they wanted three, I never agreed.', 'revisions', 'ask 2 rounds, 3 rounds'],
    ['Ich habe 4.000 Euro angeboten, sie wollten 3.000 Euro, ich habe zugestimmt.', 'fee', 'EUR 300000'],
    ['I asked for EUR 5,000, they have EUR 4,000, let’s say EUR 4,500.', 'fee', 'EUR 450000'],
    ['I asked for EUR 5,000, they had EUR 4,000, it was no problem and I agreed.', 'fee', 'EUR 400000'],
  ] as const)('who insisted counts, a yes stays one: %s', (words, field, expected) => {
    expect(held(`Logo for Hale Ltd. ${words}`, field)).toBe(expected);
  });
});
