import { describe, expect, it } from 'vitest';
import { parse, short } from './cases.ts';

const EN = 'Logo for Acme Ltd, EUR 400, done by 12 March 2027. ';
const DE = 'Logo für Acme GmbH, 400 €, fertig bis 12. März 2027. ';
const FR = 'Logo pour Acme SARL, 400 €, livraison le 12 mars 2027. ';
const ES = 'Logo para Acme SL, 400 €, entrega el 12 de marzo de 2027. ';

describe('a reason that does not hold sets nothing and asks nothing', () => {
  it.each([
    `${ES}No hay inversión del sujeto pasivo.`,
    `${ES}No procede la inversión del sujeto pasivo.`,
    `${ES}La inversión del sujeto pasivo no procede.`,
    `${DE}Reverse Charge greift hier nicht.`,
    `${DE}Reverse Charge kommt nicht in Frage.`,
    `${DE}Reverse Charge entfällt.`,
    `${FR}L'autoliquidation ne joue pas.`,
    `${FR}L’autoliquidation ne s’applique pas ici.`,
    `${FR}Il n'y a pas d'autoliquidation.`,
    `${EN}Reverse charge is out of the question.`,
    `${EN}Reverse charge applies to them but not here.`,
    `${EN}Reverse charge won't apply.`,
    'Copy for a landing page: "Reverse charge explained". For Acme Ltd, EUR 400, done by 12 March 2027.',
    'Explainer video: Reverse charge. For Acme Ltd, EUR 400, done by 12 March 2027.',
    'Website texts for Acme Ltd, EUR 400, done by 12 March 2027. Texts for a tax adviser: Kleinunternehmerregelung.',
    'Tax-free shopping campaign. For Acme Ltd, EUR 400, done by 12 March 2027.',
  ])('%s', (brief) => {
    const parsed = parse(brief);
    expect([parsed.found.taxReason, parsed.found.taxRateMilli]).toEqual([undefined, undefined]);
    expect(parsed.questions).not.toContain('taxReason');
    expect(short(parsed, 'fee')).toBe('EUR 40000');
  });

  it('leaves the rate that stands beside it', () => {
    const parsed = parse(`${DE}Zzgl. 19 % MwSt. Reverse Charge greift hier nicht.`);
    expect([parsed.found.taxReason, parsed.found.taxRateMilli?.value]).toEqual([undefined, 19_000]);
    expect(parsed.questions).not.toContain('taxReason');
  });
});

describe('a reason that somebody wants, thinks, had or will have is asked', () => {
  it.each([
    `${EN}The client thinks reverse charge applies.`,
    `${EN}Acme would like reverse charge.`,
    `${EN}They wanted me to be VAT exempt.`,
    `${EN}Last year it was reverse charge.`,
    `${EN}I used to be VAT exempt.`,
    `${EN}We are under reverse charge.`,
    `${EN}No way will we do reverse charge.`,
    `${DE}Bis letztes Jahr war ich Kleinunternehmer.`,
    `${DE}Ab 2028 bin ich Kleinunternehmer.`,
    `${DE}Steuerfrei nach § 4 UStG?`,
    `${DE}Acme möchte Reverse Charge.`,
    `${FR}Le client bénéficie de la TVA non applicable.`,
    `${FR}Le client souhaite l'autoliquidation.`,
    `${FR}L'année dernière j'étais en franchise en base.`,
    `${ES}El cliente quiere inversión del sujeto pasivo.`,
    `${ES}El año pasado estaba exento de IVA.`,
    `From: Dana Reyes <dana@acme.test>\nSent: Monday, 23 November 2026 10:00\n\n${EN}Please invoice us without VAT under reverse charge.`,
  ])('%s', (brief) => {
    const parsed = parse(brief);
    expect([parsed.found.taxReason, parsed.found.taxRateMilli]).toEqual([undefined, undefined]);
    expect(parsed.questions).toContain('taxReason');
    const note = parsed.notes.find(({ field }) => field === 'taxReason');
    expect(note?.answers?.length).toBeGreaterThan(1);
    expect(short(parsed, 'fee')).toBe('EUR 40000');
  });
});

describe('a reason that holds is read, whatever else the sentence says', () => {
  it.each([
    [`${EN}Acme wants it for EUR 400, reverse charge.`, 'reverse-charge'],
    [`${EN}The client accounts for the VAT under reverse charge.`, 'reverse-charge'],
    [`${EN}Same as last year, reverse charge.`, 'reverse-charge'],
    [`${EN}Reverse charge, not before March.`, 'reverse-charge'],
    [`${EN}No VAT because of reverse charge.`, 'reverse-charge'],
    [`${EN}I am VAT exempt and not available in May.`, 'exempt'],
    [`${DE}Seit 2024 bin ich Kleinunternehmer.`, 'small-business'],
    [`${DE}Ich bin Kleinunternehmer und weise keine MwSt. aus.`, 'small-business'],
    [`${DE}Gemäß § 19 UStG wird keine Umsatzsteuer berechnet.`, 'small-business'],
    [`${DE}Steuerfrei nach § 4 Nr. 21 UStG.`, 'exempt'],
    [`${FR}TVA non applicable, art. 293 B du CGI.`, 'small-business'],
    [`${FR}Pas de TVA, autoliquidation.`, 'reverse-charge'],
    [`${ES}No lleva IVA por inversión del sujeto pasivo.`, 'reverse-charge'],
  ])('%s', (brief, reason) => {
    const parsed = parse(brief);
    expect([parsed.found.taxReason?.value, parsed.found.taxRateMilli?.value]).toEqual([reason, 0]);
    expect(parsed.questions).not.toContain('taxReason');
  });
});

describe('a rate of zero without a reason', () => {
  it.each([`${EN}VAT 0%.`, `${EN}0% VAT.`, `${DE}0 % MwSt.`, `${DE}MwSt. 0 %.`, `${FR}TVA à 0 %.`, `${ES}IVA del 0%.`])(
    'asks why, as “no VAT” does: %s',
    (brief) => {
      const parsed = parse(brief);
      const note = parsed.notes.find(({ field }) => field === 'taxReason');
      expect(parsed.found.taxRateMilli?.value).toBe(0);
      expect(note?.sentence).toMatch(/^“.*0 ?%.*” does not say why\./);
      expect(note?.answers?.map(({ set }) => set.taxReason)).toEqual([
        'reverse-charge',
        'small-business',
        'exempt',
        'none',
      ]);
    },
  );

  it('asks nothing where the reason stands beside it, or the tax is none on value', () => {
    expect(parse(`${EN}VAT 0%, reverse charge.`).questions).not.toContain('taxReason');
    expect(parse(`${EN}Sales tax 0%.`).questions).not.toContain('taxReason');
  });
});

describe('words on tax are no client', () => {
  it.each([
    'Logo, 400 Euro. Reverse Charge. Fällig 3. Mai 2027.',
    'Logo, 400 Euro. Steuerschuldnerschaft des Leistungsempfängers. Fällig 3. Mai 2027.',
    'Logo, 400 Euro. Nach Art. 196 MwStSystRL. Fällig 3. Mai 2027.',
    'Logo, EUR 400, Small Business Scheme, done by 3 May 2027.',
    'Logo, EUR 400. VAT Exempt. Done by 3 May 2027.',
    'Logo, 400 €, livraison le 3 mai 2027. TVA non applicable, art. 293 B du CGI',
    'Logo, 400 €, livraison le 3 mai 2027. TVA non applicable, article 293 B du Code général des impôts.',
    'Logo, 400 €, entrega el 3 de mayo de 2027. Inversión del Sujeto Pasivo.',
  ])('%s', (brief) => {
    const { found } = parse(brief);
    expect([found.clientName?.value, found.clientCompany?.value]).toEqual([undefined, undefined]);
  });

  it('nor do they stand in a client’s way, and a firm may be called so', () => {
    const { found } = parse(
      'Logo pour Dana Reyes, 400 €, livraison le 3 mai 2027. TVA non applicable, art. 293 B du CGI',
    );
    expect([found.clientName?.value, found.clientCompany?.value]).toEqual(['Dana Reyes', undefined]);
    expect(parse('Logo for Reverse Charge Ltd, EUR 400, done by 3 May 2027.').found.clientCompany?.value).toBe(
      'Reverse Charge Ltd',
    );
  });
});
