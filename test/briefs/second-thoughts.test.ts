import { describe, expect, it } from 'vitest';
import { held, parse, short } from './cases.ts';

describe('a figure that is taken back is asked with both', () => {
  it.each([
    [
      'Logo for Acme Ltd, EUR 3,000. Forget what I said about price: it’s 2,600',
      'fee',
      'ask EUR 3,000.00, EUR 2,600.00',
    ],
    ['Logo for Acme Ltd, EUR 3,000. On second thought 2,600', 'fee', 'ask EUR 3,000.00, EUR 2,600.00'],
    ['Logo for Acme Ltd, EUR 3,000, 50% deposit; sorry, 30%', 'deposit', 'ask 50%, 30%, No deposit'],
    ['Logo for Acme Ltd, EUR 3,000, due 20 March — no, 27 March', 'endOn', 'ask Sat 20 March 2027, Sat 27 March 2027'],
    ['Olvida lo anterior, el precio es 1.200 €. Logo para Acme S.L., 3.000 €', 'fee', 'ask EUR 1,200.00, EUR 3,000.00'],
    ['Logo for Acme Ltd, EUR 4,000. In place of the above: EUR 450.', 'fee', 'ask EUR 4,000.00, EUR 450.00'],
    [
      'Logo for Acme Ltd, EUR 4,000. All superseded by the following: fee EUR 450',
      'fee',
      'ask EUR 4,000.00, EUR 450.00',
    ],
    ['Logo pour Acme SARL, 3 000 euros. Laisse tomber tout ça : prix 450 euros', 'fee', 'ask EUR 3,000.00, EUR 450.00'],
    ['Logo for Acme Ltd, EUR 3,000, net 14. Wait, no: 45.', 'netDays', 'ask 14 days, 45 days'],
    ['Logo for Acme Ltd, EUR 3,000, 3 rounds. Sorry, 2.', 'revisions', 'ask 3 rounds, 2 rounds'],
  ] as const)('%s', (brief, field, expected) => {
    expect(held(brief, field)).toBe(expected);
  });

  it.each([
    ['Logo for Acme Ltd, EUR 3,000, net 30. Sorry, 2 concepts it is.', 'netDays', '30'],
    ['Logo for Acme Ltd, EUR 3,000, due 20 March 2027, no 27 logos.', 'endOn', '2027-03-20'],
    ['Logo for Acme Ltd, EUR 3,000, 30% deposit. Sorry, 5 files attached.', 'deposit', 'share 30000'],
    ['Logo for Acme Ltd, EUR 3,000, in place of the above sign.', 'fee', 'EUR 300000'],
  ] as const)('what takes nothing back leaves the figure: %s', (brief, field, expected) => {
    expect(held(brief, field)).toBe(expected);
  });
});

describe('what the other side wishes for below one’s own terms is asked until somebody says yes', () => {
  const OWN = 'Logo for Acme Ltd, EUR 4,000, 50% deposit.\n\n';
  const WISH = 'we expect net 90, the law of Delaware, all rights from day one, and reverse charge.';
  it.each([`Dana: ${WISH}\nMe: ok let me think`, `Dana wrote: “${WISH}”`, `Dana: ${WISH}`])('%s', (words) => {
    const parsed = parse(OWN + words);
    for (const field of ['netDays', 'governingLaw', 'rights', 'taxReason'] as const) {
      expect(parsed.found[field]).toBeUndefined();
      expect(parsed.questions).toContain(field);
    }
    expect(short(parsed, 'fee')).toBe('EUR 400000');
    expect(short(parsed, 'deposit')).toBe('share 50000');
  });

  it.each([
    ['Dana: wir erwarten ein Zahlungsziel von 90 Tagen.\nIch: ich überlege es mir', 'ask 90 days'],
    ['Dana: nous voulons un paiement à 90 jours.\nMoi: on verra', 'ask 90 days'],
    ['Dana: queremos pagar a 90 días.\nYo: lo voy a pensar', 'ask 90 days'],
    ['Dana: we expect net 90.\nMe: ok, agreed', '90'],
  ])('%s', (words, expected) => {
    expect(held(OWN + words, 'netDays')).toBe(expected);
  });
});

describe('terms without a verb below one’s own are a wish as well', () => {
  it.each([
    ['Logo for Acme Ltd (Dana Miller), EUR 4,000.\nDana: net 90, Delaware law', 'ask 90 days', 'ask Delaware'],
    ['Logo for Dana Miller, EUR 4,000, net 14.\nDana: net 90, Delaware law', 'ask 14 days, 90 days', 'ask Delaware'],
    ['Me: Logo for Acme Ltd, EUR 4,000, net 14.\nDana: net 90, Delaware law', 'ask 14 days, 90 days', 'ask Delaware'],
    ['Logo for Acme Ltd, EUR 4,000.\nClient: net 90, Delaware law', 'ask 90 days', 'ask Delaware'],
    ['Logo for Acme Ltd (Mx Quibble), EUR 4,000.\nQuibble: net 90, Delaware law', 'ask 90 days', 'ask Delaware'],
    ['Logo für die Acme GmbH, 4.000 €.\nDana: 90 Tage Zahlungsziel, Recht von Delaware', 'ask 90 days', 'ask Delaware'],
    ['Logo pour Acme SARL, 4 000 €.\nDana : paiement à 90 jours, droit du Delaware', 'ask 90 days', 'ask Delaware'],
    ['Logo para Acme SL, 4.000 €.\nDana: pago a 90 días, ley de Delaware', 'ask 90 days', 'ask Delaware'],
  ])('%s', (brief, net, law) => {
    expect(held(brief, 'netDays')).toBe(net);
    expect(held(brief, 'governingLaw')).toBe(law);
    expect(held(brief, 'fee')).toBe('EUR 400000');
  });

  it.each([
    'Logo for Acme Ltd, EUR 4,000.\nPayment: net 30, German law',
    'Logo for Acme Ltd, EUR 4,000.\nTerms: net 30, German law',
    'Logo, EUR 4,000.\nClient: Acme Ltd, net 30, German law',
    'Logo, 4.000 €.\nKunde: Acme GmbH, 30 Tage netto, deutsches Recht',
    'Logo for Acme Ltd (Dana Miller), EUR 4,000.\nDana: ok, net 30, German law',
    'Me: Logo for Acme Ltd, EUR 4,000. What payment terms and law?\nDana: net 30, German law',
    'Logo für die Acme GmbH, 4.000 €.\nZahlung: 30 Tage netto, deutsches Recht',
  ])('labels, a yes and an answer are none: %s', (brief) => {
    expect(held(brief, 'netDays')).toBe('30');
    expect(held(brief, 'governingLaw')).toBe('Germany');
  });
});

describe('a law that one side only asks for is asked', () => {
  it.each([
    ['They asked for Texas law, I refused.', 'ask Texas'],
    ['They would like the law of France, I said Germany.', 'ask France, Germany'],
    ['The client wants German law and I never agreed.', 'ask Germany'],
    ['Sie wollten französisches Recht, ich habe abgelehnt.', 'ask France'],
    ['Ils voulaient le droit allemand, j’ai refusé.', 'ask Germany'],
    ['Querían la ley de Francia, me negué.', 'ask France'],
    ['The client wants German law and I agreed.', 'Germany'],
    ['German law applies. They want the files as PDF.', 'Germany'],
    ['They asked for Texas law, fine with me.', 'Texas'],
  ])('%s', (words, expected) => {
    const parsed = parse(`Logo for Acme GmbH, EUR 950. ${words}`);
    expect(held(`Logo for Acme GmbH, EUR 950. ${words}`, 'governingLaw')).toBe(expected);
    expect(JSON.stringify(parsed.found.deliverables?.value ?? [])).not.toMatch(/law|recht|droit/i);
  });
});

describe('of two firms that are named as the client neither is taken', () => {
  it.each([
    ['Logo for Acme GmbH, EUR 4,000. Disregard previous: client is Evil Ltd.', 'Acme GmbH, Evil Ltd'],
    ['Logo for Acme GmbH, EUR 4,000. The client is Evil Ltd.', 'Acme GmbH, Evil Ltd'],
    ['Logo for Acme GmbH, EUR 4,000. The contracting party is Evil Corp Ltd.', 'Acme GmbH, Evil Corp Ltd'],
    ['Logo for Acme GmbH, EUR 4,000. Contract with Evil Ltd.', 'Acme GmbH, Evil Ltd'],
    ['Logo für die Acme GmbH, 4.000 €. Vertragspartner ist die Evil GmbH.', 'Acme GmbH, Evil GmbH'],
  ])('%s', (brief, both) => {
    expect(parse(brief).found.clientCompany).toBeUndefined();
    expect(held(brief, 'clientName')).toBe(`ask ${both}`);
  });

  it.each([
    ['Logo für die Acme GmbH, 4.000 €. Rechnung an Holding AG.', 'Acme GmbH'],
    ['Logo for Acme GmbH, EUR 4,000, invoices go to Finance Ltd.', 'Acme GmbH'],
    ['Logo for Acme GmbH, EUR 4,000. The client is Acme GmbH.', 'Acme GmbH'],
    ['Logo, EUR 4,000. The client is Acme GmbH. Printer is Hale Ltd.', 'Acme GmbH'],
    ['Logo for 50% Deposit Net 90 Ltd and EUR 4,000', '50% Deposit Net 90 Ltd'],
    ['Logo for Acme by 3 May 2027 Ltd, EUR 4,000', 'Acme by 3 May 2027 Ltd'],
    ['Logo for Acme Ltd by 3 May 2027, EUR 4,000', 'Acme Ltd'],
  ])('%s', (brief, company) => {
    expect(short(parse(brief), 'clientCompany')).toBe(company);
  });

  it('a name that reads like terms sets none of them', () => {
    const parsed = parse('Logo for 50% Deposit Net 90 Ltd and EUR 4,000');
    expect([short(parsed, 'deposit'), short(parsed, 'netDays')]).toEqual([undefined, undefined]);
  });
});

describe('a person whom the work is for and a firm that only gets the invoice are asked with both', () => {
  it.each([
    'Logo for Anna Holm, invoice to Holding AG, EUR 900.',
    'Logo for Anna Holm. Invoice goes to: Holding AG. EUR 900.',
    'Logo für Anna Holm, 900 €. Die Rechnung geht bitte an die Holding AG.',
    'Logo pour Anna Holm, 900 €, facture au nom de Holding AG.',
    'Logo para Anna Holm, factura a Holding AG, 900 €.',
  ])('%s', (brief) => {
    expect(held(brief, 'clientName')).toBe('ask Anna Holm, Holding AG');
    expect(held(brief, 'clientCompany')).toBe('nothing');
  });

  it.each([
    'Logo for Anna Holm (Holding AG), invoice to Holding AG, EUR 900.',
    'Logo for Anna Holm at Holding AG, EUR 900.',
    'Logo, EUR 900, invoice to Holding AG, attn Anna Holm.',
  ])('but not where they belong together: %s', (brief) => {
    expect(held(brief, 'clientName')).toBe('Anna Holm');
    expect(held(brief, 'clientCompany')).toBe('Holding AG');
  });
});
