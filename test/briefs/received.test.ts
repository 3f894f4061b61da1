import { describe, expect, it } from 'vitest';
import { held, parse, short } from './cases.ts';

describe('money that was paid already is neither the price nor the deposit to ask for', () => {
  it.each([
    'Website for Acme Ltd, EUR 3,000, 500 EUR already received.',
    'Website for Acme Ltd, EUR 3,000, deposit of EUR 500 already received.',
    'Website for Acme Ltd, fee EUR 3,000. Deposit paid: EUR 500.',
    'Website for Acme Ltd, EUR 3,000, of which EUR 500 has been received.',
    'Website for Acme Ltd, EUR 3,000. EUR 500 of the EUR 3,000 are already in my account.',
    "Website for Acme Ltd. They've paid me EUR 500 towards the EUR 3,000.",
    'Website für die Acme GmbH, 3.000 €, 500 € bereits erhalten.',
    'Website für die Acme GmbH, 3.000 €, davon 500 € schon bezahlt.',
    'Website für die Acme GmbH, 3.000 €. Die Anzahlung von 500 € ist bereits eingegangen.',
    'Website für die Acme GmbH, 3.000 €. Anzahlung erhalten: 500 €.',
    'Site web pour Acme SARL, 3 000 €, 500 € déjà reçus.',
    'Site web pour Acme SARL, 3 000 €. Ils ont déjà versé 500 €.',
    'Site web pour Acme SARL, 3 000 €, acompte reçu : 500 €.',
    'Web para Acme SL, 3.000 €, 500 € ya recibidos.',
    'Web para Acme SL, 3.000 €, anticipo de 500 € ya pagado.',
    'Web para Acme SL, 3.000 €. Me han pagado 500 € ya.',
  ])('%s', (brief) => {
    expect(short(parse(brief), 'fee')).toBe('EUR 300000');
    expect(held(brief, 'deposit')).toBe('ask EUR 500.00, No deposit');
  });

  it.each([
    'Website for Acme Ltd, EUR 3,000, 30% deposit already received.',
    'Website für die Acme GmbH, 3.000 €, 30 % Anzahlung schon bezahlt.',
    "Site web pour Acme SARL, 3 000 €, 30 % d'acompte déjà réglés.",
    'Web para Acme SL, 3.000 €, 30 % de anticipo ya cobrado.',
  ])('a share: %s', (brief) => expect(held(brief, 'deposit')).toBe('ask 30%, No deposit'));

  it.each([
    'Website for Acme Ltd, €3,000: the first 1,000 they paid already, the rest on launch.',
    'Website for Acme Ltd, €3,000: they paid €1,000 already.',
  ])('what is said of the part behind the price is not said of the price: %s', (brief) => {
    expect(short(parse(brief), 'fee')).toBe('EUR 300000');
    expect(held(brief, 'deposit')).toBe('ask EUR 1,000.00, No deposit');
  });

  it('a price that is all paid is asked', () => {
    expect(held('Website for Acme Ltd, EUR 3,000, already paid in full.', 'fee')).toBe('ask');
  });

  it.each([
    'Website for Acme Ltd, EUR 3,000, EUR 500 deposit, not yet received.',
    'Website for Acme Ltd, EUR 3,000. I start once the deposit of EUR 500 is received.',
    'Website for Acme Ltd, EUR 3,000, deposit EUR 500 paid on signing.',
    'Website für die Acme GmbH, 3.000 €, 500 € Anzahlung, noch nicht bezahlt.',
    'Website für die Acme GmbH, 3.000 €. Sobald 500 € eingegangen sind, fange ich an.',
    "Site web pour Acme SARL, 3 000 €. Je commence quand l'acompte de 500 € est reçu.",
    'Web para Acme SL, 3.000 €, anticipo de 500 €, todavía no recibido.',
    'Web para Acme SL, 3.000 €. Empiezo cuando reciba el anticipo de 500 €.',
  ])('what is still to come is the deposit: %s', (brief) => {
    expect(short(parse(brief), 'fee')).toBe('EUR 300000');
    expect(short(parse(brief), 'deposit')).toBe('sum 50000');
  });

  it.each([
    'Website for Acme Ltd. They already received my quote of EUR 3,000.',
    'Website for Acme Ltd, EUR 3,000, already agreed.',
    'Website für die Acme GmbH, das Angebot über 3.000 € haben sie schon erhalten.',
  ])('a price that is only known stays the price: %s', (brief) => {
    expect(short(parse(brief), 'fee')).toBe('EUR 300000');
    expect(held(brief, 'deposit')).toBe('nothing');
  });
});
