import { describe, expect, it } from 'vitest';
import { held, parse, short } from './cases.ts';

const both = (brief: string) => `${held(brief, 'endOn')} / ${short(parse(brief), 'netDays') ?? '-'}`;
const OPEN = 'ask The work, by Mon 7 December 2026, The money, 14 days after the invoice / -';

describe('what is due in so many days may be the work or the money', () => {
  it.each([
    'Logo for Acme Ltd, EUR 900, due in two weeks.',
    'Logo for Acme Ltd, EUR 900 due in 14 days.',
    "Logo for Acme Ltd, EUR 900. It's due within 14 days.",
    'Logo für die Acme GmbH, 900 €, fällig in zwei Wochen.',
    'Logo für die Acme GmbH, 900 €, fällig binnen 14 Tagen.',
    'Logo pour Acme SARL, 900 €, échéance dans deux semaines.',
    'Logo pour Acme SARL, 900 €, dû sous 14 jours.',
    'Logo para Acme SL, 900 €, vence en dos semanas.',
  ])('%s', (brief) => expect(both(brief)).toBe(OPEN));

  it.each([
    ['Logo for Acme Ltd, EUR 900, invoice due in two weeks.', 'ask / 14'],
    ['Logo for Acme Ltd, EUR 900, payment due in two weeks.', 'ask / 14'],
    ['Logo for Acme Ltd, EUR 900, balance due in 14 days.', 'ask / 14'],
    ['Logo for Acme Ltd, EUR 900, due 14 days after the invoice.', 'ask / 14'],
    ['Logo für die Acme GmbH, 900 €, Rechnung fällig in zwei Wochen.', 'ask / 14'],
    ['Logo für die Acme GmbH, 900 €, zahlbar in 14 Tagen.', 'ask / 14'],
    ['Logo für die Acme GmbH, 900 €, fällig 14 Tage nach Rechnung.', 'ask / 14'],
    ['Logo pour Acme SARL, 900 €, facture due sous 14 jours.', 'ask / 14'],
    ['Logo para Acme SL, 900 €, la factura vence en 14 días.', 'ask / 14'],
  ])('money that is called so: %s', (brief, said) => expect(both(brief)).toBe(said));

  it.each([
    ['Logo for Acme Ltd, EUR 900. The logo is due in two weeks.', '2026-12-07 / -'],
    ['Logo for Acme Ltd, EUR 900, work due in 10 days.', '2026-12-03 / -'],
    ['Logo for Acme Ltd, EUR 900, due in two weeks, net 30.', '2026-12-07 / 30'],
    ['landing page for Mia Berg, due in two weeks, 600 euros, 50% now', '2026-12-07 / -'],
    ['Logo pour Acme SARL, 900 €, à rendre dans deux semaines.', '2026-12-07 / -'],
    ['Logo para Acme SL, 900 €, entrega en dos semanas.', '2026-12-07 / -'],
  ])('work that is called so: %s', (brief, said) => expect(both(brief)).toBe(said));
});
