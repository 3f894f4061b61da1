import { describe, expect, it } from 'vitest';
import { parse, short } from './cases.ts';

const ownNames = ['Mia Berg Photography', 'Mia Berg'];
const who = (brief: string, own = ownNames) => {
  const parsed = parse(brief, { ownNames: own });
  return short(parsed, 'clientName') ?? short(parsed, 'clientCompany') ?? '-';
};
const QUOTE =
  'Hi Henrik, two days on site, 20 and 21 January 2027, 9am to 5pm. EUR 4,200 all in. 50% on booking. Delivery by 5 February. Mia';

describe('the freelancer is nobody’s client', () => {
  it('whom a letter of the freelancer’s own greets is the client', () => {
    expect(who(QUOTE)).toBe('Henrik');
    expect(who(QUOTE.replace('. Mia', '.\n\nBest\nMia Berg'))).toBe('Henrik');
  });

  it.each([
    'Logo for Mia Berg, EUR 900',
    'Client: Mia Berg Photography\nLogo, EUR 900',
    'Quote from Mia Berg, EUR 900',
  ])('an own name is never taken: %j', (brief) => expect(who(brief)).toBe('-'));

  it('a namesake with another surname is', () => {
    expect(who('Logo for Mia Hill (mia@hill.test), EUR 900')).toBe('Mia Hill');
    expect(who('Logo for Mia Berg (mia@berg.test), EUR 900', ['Studio North', 'Dana Reed'])).toBe('Mia Berg');
  });

  it('a letter to the freelancer still comes from who signs it', () => {
    expect(who('Hi Mia, could you shoot our lamps for EUR 900?\n\nBest regards\nHenrik Olsen')).toBe('Henrik Olsen');
  });
});
