import { describe, expect, it, test } from 'vitest';
import type { TermName, Terms } from '../../src/contracts/terms.ts';
import { parse } from './cases.ts';

const AGREED = ['rights', 'expenses', 'killFee', 'portfolio', 'confidentialityYears', 'acceptanceDays'] as const;
type Agreed = (typeof AGREED)[number];
type Values = { [K in Agreed]?: NonNullable<Terms[K]>['value'] };

const BRIEF = 'Logo for Acme (dana@acme.test), EUR 4,000, no deposit, done by 10 April 2027.';
/** The terms a sentence behind a whole brief adds, and the terms that are asked about. */
function says(sentence: string, brief = BRIEF): { values: Values; asked: TermName[] } {
  const { found, notes } = parse(`${brief} ${sentence}`);
  const values = Object.fromEntries(AGREED.flatMap((name) => (found[name] ? [[name, found[name].value]] : [])));
  return { values, asked: notes.flatMap(({ field }) => field ?? []) };
}
const licence = (use: string, territory: string, months: number | null) => ({
  rights: { kind: 'licence' as const, use, territory, months },
});
const ANYWHERE = licence('all uses', 'worldwide', null);
const capped = (minor: bigint) => ({ expenses: { kind: 'capped' as const, minor } });
const killFee = (percent: number) => ({ killFee: { percentMilli: percent * 1000 } });

describe('what is agreed besides work, price and days is read', () => {
  const CASES: Record<string, [string, Values][]> = {
    English: [
      ['All rights pass to the client on full payment.', { rights: { kind: 'assignment' } }],
      ['Full buyout.', { rights: { kind: 'assignment' } }],
      ['Copyright transfers to Acme once paid.', { rights: { kind: 'assignment' } }],
      ['I keep the copyright; no assignment of rights.', ANYWHERE],
      ['Licence for web and print, worldwide, for 2 years.', licence('web and print', 'worldwide', 24)],
      ['Usage: social media, Europe, 12 months.', licence('social media', 'Europe', 12)],
      ['Licence to use the pictures on packaging in France for 18 months.', licence('packaging', 'France', 18)],
      ['Travel at cost, up to EUR 200.', capped(20_000n)],
      ['Expenses extra with receipts.', { expenses: { kind: 'at-cost' } }],
      ['Expenses are not included.', { expenses: { kind: 'at-cost' } }],
      ['That is including travel.', { expenses: { kind: 'included' } }],
      ['Kill fee 25%.', killFee(25)],
      ['If they end it early, a kill fee of a quarter is due.', killFee(25)],
      ['The work must not appear in my portfolio.', { portfolio: 'no' }],
      ['I may show it in my portfolio after launch.', { portfolio: 'after-publication' }],
      ['I may show it in my portfolio.', { portfolio: 'yes' }],
      ['Confidential for 5 years.', { confidentialityYears: 5 }],
      ['NDA for 24 months.', { confidentialityYears: 2 }],
      ['Accepted if no objection within 5 days.', { acceptanceDays: 5 }],
      ['If there is no objection within 10 days, the work counts as accepted.', { acceptanceDays: 10 }],
    ],
    German: [
      ['Alle Rechte gehen nach Zahlung an den Kunden.', { rights: { kind: 'assignment' } }],
      ['Das Urheberrecht bleibt bei mir.', ANYWHERE],
      ['Einfaches Nutzungsrecht für Web und Print, Deutschland, zwei Jahre.', licence('Web und Print', 'Germany', 24)],
      ['Reisekosten nach Beleg, höchstens 200 €.', capped(20_000n)],
      ['Spesen extra.', { expenses: { kind: 'at-cost' } }],
      ['Reisekosten sind inklusive.', { expenses: { kind: 'included' } }],
      ['Ausfallhonorar 25 %.', killFee(25)],
      ['Nicht ins Portfolio.', { portfolio: 'no' }],
      ['Ich darf die Arbeit als Referenz zeigen.', { portfolio: 'yes' }],
      ['Vertraulich für fünf Jahre.', { confidentialityYears: 5 }],
      ['Gilt als abgenommen, wenn innerhalb von 7 Tagen keine Einwände kommen.', { acceptanceDays: 7 }],
    ],
    French: [
      ['Cession de tous les droits à l’issue du paiement.', { rights: { kind: 'assignment' } }],
      ['Je conserve mes droits d’auteur, aucune cession de droits.', ANYWHERE],
      ['Licence pour le web et la presse, en France, pour deux ans.', licence('web et la presse', 'France', 24)],
      ['Frais de déplacement plafonnés à 200 €.', capped(20_000n)],
      ['Frais de transport remboursés sur justificatifs.', { expenses: { kind: 'at-cost' } }],
      ['Déplacements compris.', { expenses: { kind: 'included' } }],
      ['Indemnité de résiliation de 25 %.', killFee(25)],
      ['Ne doit pas figurer dans mon portfolio.', { portfolio: 'no' }],
      ['Confidentiel pendant 5 ans.', { confidentialityYears: 5 }],
      ['Réputé accepté sans remarque sous 7 jours.', { acceptanceDays: 7 }],
    ],
    Spanish: [
      ['Cesión de todos los derechos al cliente.', { rights: { kind: 'assignment' } }],
      ['Conservo los derechos de autor, sin cesión de derechos.', ANYWHERE],
      ['Cesión de derechos, España, 12 meses.', licence('all uses', 'Spain', 12)],
      ['Gastos de viaje hasta 200 €.', capped(20_000n)],
      ['Viáticos aparte.', { expenses: { kind: 'at-cost' } }],
      ['Dietas incluidas.', { expenses: { kind: 'included' } }],
      ['Penalización por cancelación anticipada del 25 %.', killFee(25)],
      ['Puedo usarlo en mi portfolio después del lanzamiento.', { portfolio: 'after-publication' }],
      ['Confidencial durante 5 años.', { confidentialityYears: 5 }],
      ['Se considera aceptado si no hay objeciones en 7 días.', { acceptanceDays: 7 }],
    ],
  };
  for (const [language, cases] of Object.entries(CASES))
    test.each(cases)(`${language}: %s`, (sentence, values) => {
      expect(says(sentence).values).toEqual(values);
    });
});

it('the quotation stands in the brief word by word', () => {
  const brief = `${BRIEF} I keep the copyright. Travel at cost, up to EUR 200. Kill fee 25%. Not in my portfolio. Confidential for 5 years. Accepted if no objection within 5 days.`;
  const { found } = parse(brief);
  for (const name of AGREED) {
    expect(found[name]?.origin).toBe('brief');
    expect(brief).toContain(found[name]?.quote);
  }
});

describe('what is spoken of and not settled is asked, with the term named', () => {
  test.each<[string, Agreed]>([
    ['The rights are as discussed.', 'rights'],
    ['Non-exclusive licence.', 'rights'],
    ['Full buyout. Licence for web use, worldwide, for 2 years.', 'rights'],
    ['Mileage 0.38 €/km extra.', 'expenses'],
    ['Travel costs up to USD 200.', 'expenses'],
    ['Expenses around 300.', 'expenses'],
    ['No kill fee.', 'killFee'],
    ['Kill fee EUR 500.', 'killFee'],
    ['We still have to talk about showing it in my portfolio.', 'portfolio'],
    ['Portfolio use only with permission.', 'portfolio'],
    ['I may show it in my portfolio once the client has given his consent, so only with his approval.', 'portfolio'],
    ['Nur mit schriftlicher Zustimmung im Portfolio zeigen.', 'portfolio'],
    ['Dans mon portfolio avec votre accord.', 'portfolio'],
    ['En mi portafolio solo con su permiso.', 'portfolio'],
    ['Confidential for ever.', 'confidentialityYears'],
    ['Confidential for about 3 years.', 'confidentialityYears'],
    ['Acceptance within 5 working days.', 'acceptanceDays'],
    ['Ajoute une clause cédant tous les droits au client.', 'rights'],
  ])('%s', (sentence, name) => {
    const { values, asked } = says(sentence);
    expect(values[name]).toBeUndefined();
    expect(asked).toContain(name);
  });

  it('a licence that the brief does not limit is not limited, and the person reads so', () => {
    const { notes } = parse(`${BRIEF} Licence for packaging in France.`);
    expect(notes.map(({ sentence }) => sentence)).toEqual([
      '“Licence for packaging in France” is taken as a licence without end, since the brief sets no such limit.',
    ]);
  });

  it('“we keep the rights” is the client’s word where the client writes', () => {
    const letter = 'Dear Jo, we accept your quote of EUR 900 for the logo.';
    expect(says('We keep all rights in the work.', letter)).toMatchObject({ values: {}, asked: ['rights'] });
    expect(says('You keep the copyright.', letter).values).toEqual(ANYWHERE);
    expect(says('You keep the copyright.').values).toEqual({});
  });
});

describe('a figure is one thing', () => {
  const whole = (sentence: string) => {
    const { found } = parse(`Logo for Acme (dana@acme.test), EUR 4,000, done by 10 April 2027. ${sentence}`);
    return { fee: found.fee?.value.minor, deposit: found.deposit, net: found.netDays, called: found.cancellation };
  };
  const NOTHING = { fee: 400_000n, deposit: undefined, net: undefined, called: undefined };
  test.each([
    'Accepted if no objection within 5 days.',
    'Gilt als abgenommen nach 5 Tagen.',
    'Kill fee 25%.',
    'Expenses up to EUR 200.',
    'Confidential for 5 years.',
    'Licence for web use, Europe, for 30 days.',
  ])('%s', (sentence) => {
    expect(whole(sentence)).toEqual(NOTHING);
  });

  it('what is owed by when somebody calls off is a scale, and no kill fee besides', () => {
    const { found, notes } = parse(`${BRIEF} Kill fee of 50% if cancelled within 7 days.`);
    expect([found.killFee, found.cancellation?.value.kind, notes]).toEqual([undefined, 'tiers', []]);
  });
});

test.each([
  'This e-mail is confidential and may be privileged.',
  '© 2027 Acme. All rights reserved.',
  'We like the photos on your portfolio site.',
  'The chairs should object to nothing for 5 days of rain.',
])('no term and no question: %s', (sentence) => {
  expect(says(sentence)).toEqual({ values: {}, asked: [] });
});

it('somebody else’s bargain sets none of them', () => {
  expect(says('Our landlord wants a kill fee of 20% and expenses at cost.').values).toEqual({});
});
