import { describe, expect, it } from 'vitest';
import { parse, short } from './cases.ts';

const W = { en: 'Logo for Acme Ltd, done by 12 March 2027. ', de: 'Logo für Acme GmbH, fertig bis 12. März 2027. ' };
const FR = 'Logo pour Acme SARL, livraison le 12 mars 2027. ';
const ES = 'Logo para Acme SL, entrega el 12 de marzo de 2027. ';

describe('why no tax is added', () => {
  it.each([
    [`${W.en}EUR 4,000, reverse charge.`, 'reverse-charge', 'reverse charge'],
    [`${W.en}EUR 4,000, VAT 0% (reverse charge).`, 'reverse-charge', 'reverse charge'],
    [`${W.en}EUR 4,000 excl. VAT, reverse charge applies.`, 'reverse-charge', 'reverse charge'],
    [`${W.en}GBP 900. I'm not VAT registered.`, 'small-business', 'not VAT registered'],
    [`${W.en}GBP 900, I am a small business, no VAT.`, 'small-business', 'no VAT'],
    [`${W.en}EUR 900, exempt from VAT.`, 'exempt', 'exempt from VAT'],
    [
      `${W.de}4.000 € netto, Steuerschuldnerschaft des Leistungsempfängers.`,
      'reverse-charge',
      'Steuerschuldnerschaft des Leistungsempfängers',
    ],
    [`${W.de}4.000 €, Reverse-Charge-Verfahren.`, 'reverse-charge', 'Reverse-Charge-Verfahren'],
    [`${W.de}4.000 €, ich bin Kleinunternehmerin.`, 'small-business', 'Kleinunternehmerin'],
    [`${W.de}4.000 €, keine MwSt. nach § 19 UStG.`, 'small-business', '§ 19 UStG'],
    [`${W.de}4.000 €, umsatzsteuerfrei.`, 'exempt', 'umsatzsteuerfrei'],
    [`${FR}4 000 € HT, autoliquidation de la TVA.`, 'reverse-charge', 'autoliquidation de la TVA'],
    [`${FR}4 000 €, TVA non applicable, art. 293 B du CGI.`, 'small-business', 'TVA non applicable, art. 293 B du CGI'],
    [`${FR}4 000 €, je suis en franchise en base.`, 'small-business', 'franchise en base'],
    [`${FR}4 000 €, exonéré de TVA.`, 'exempt', 'exonéré de TVA'],
    [`${ES}4.000 €, inversión del sujeto pasivo.`, 'reverse-charge', 'inversión del sujeto pasivo'],
    [`${ES}4.000 €, exento de IVA.`, 'exempt', 'exento de IVA'],
  ])('%s', (brief, reason, quote) => {
    const parsed = parse(brief);
    expect(parsed.found.taxReason).toEqual({ value: reason, origin: 'brief', quote });
    expect(parsed.found.taxRateMilli).toEqual({ value: 0, origin: 'brief', quote });
    expect(parsed.questions).not.toContain('taxReason');
    expect(parsed.found.fee?.value.minor).toBe(parsed.found.fee?.quote?.includes('900') ? 90_000n : 400_000n);
  });

  it.each([
    ['both a rate and a reason', `${W.en}EUR 4,000 plus 19% VAT, reverse charge.`],
    ['auf Deutsch', `${W.de}4.000 € zzgl. 19 % MwSt, Steuerschuldnerschaft des Leistungsempfängers.`],
    ['en français', `${FR}4 000 € TTC, autoliquidation.`],
    ['en español', `${ES}4.000 € más 21 % de IVA, inversión del sujeto pasivo.`],
    ['a price with its tax', `${W.en}EUR 4,000 incl. VAT, I'm not VAT registered.`],
    ['two reasons', `${W.en}EUR 4,000, reverse charge, small business exemption.`],
    ['a question', `${W.en}EUR 4,000. Does reverse charge apply?`],
    ['a condition', `${W.en}EUR 4,000. Reverse charge if applicable.`],
    ['a firm that may be the client', `${W.en}EUR 4,000. We are not VAT registered.`],
    ['whose exemption it is', `${W.en}EUR 4,000. Acme is a tax-exempt charity.`],
    ['no tax and not why', `${W.en}EUR 4,000, no VAT.`],
    ['keine und nicht warum', `${W.de}4.000 €, keine Umsatzsteuer.`],
    ['pas de TVA', `${FR}4 000 €, pas de TVA.`],
    ['no lleva IVA', `${ES}4.000 €, no lleva IVA.`],
  ])('is asked, with answers to press: %s', (_name, brief) => {
    const parsed = parse(brief);
    expect(parsed.found.taxReason).toBeUndefined();
    expect(parsed.questions).toContain('taxReason');
    const note = parsed.notes.find(({ field }) => field === 'taxReason');
    expect(note?.sentence).toMatch(/^[“A-Z].{20,}[.?]$/);
    expect(note?.answers?.length).toBeGreaterThan(1);
    expect(note?.answers?.every(({ set }) => set.taxReason)).toBe(true);
    // A rate that is in doubt is not taken either.
    expect(parsed.found.taxRateMilli?.value ?? 0).toBe(0);
  });

  it('a letter’s “I” may be the client', () => {
    const letter = `From: Dana Reyes <dana@acme.test>\nSent: Monday, 23 November 2026 10:00\n\n${W.en}EUR 4,000. I'm not VAT registered.`;
    expect(parse(letter).found.taxReason).toBeUndefined();
    expect(parse(letter).questions).toContain('taxReason');
  });

  it.each([
    ['somebody else’s', `${W.en}EUR 4,000. The client is not VAT registered.`],
    ['they', `${W.en}EUR 4,000. They have no VAT number.`],
    ['the venue', `${W.en}EUR 4,000. The venue charges 19% VAT.`],
    ['the venue is exempt', `${W.en}EUR 4,000. The venue charges no VAT.`],
    ['a denial', `${W.en}EUR 4,000, no reverse charge.`],
    ['a denial after', `${W.en}EUR 4,000. Reverse charge does not apply.`],
    ['ein Nein', `${W.de}4.000 €, kein Reverse-Charge.`],
    ['the subject of the work', 'Guide on reverse charge for Tax Ltd, EUR 4,000, done by 12 March 2027.'],
    ['das Thema', 'Blog über Kleinunternehmer und § 19 UStG für Steuer GmbH, 4.000 €, fertig bis 12. März 2027.'],
    ['a name', 'Website für die Kleinunternehmer-Beratung Meier GmbH, 4.000 €, fertig bis 12. März 2027.'],
    ['a small firm', `${W.en}EUR 4,000. Acme is a small business in Leeds.`],
    ['advice', `${W.en}EUR 4,000. This is no tax advice.`],
    ['an expense', `${W.en}EUR 4,000. They charge an extra fee for reverse type.`],
  ])('sets nothing: %s', (_name, brief) => {
    const parsed = parse(brief);
    expect(parsed.found.taxReason).toBeUndefined();
    expect(parsed.found.taxRateMilli).toBeUndefined();
    expect(parsed.questions).not.toContain('taxReason');
    expect(short(parsed, 'fee')).toBe('EUR 400000');
  });
});

describe('the rate', () => {
  it.each([
    [`${W.de}900 € zzgl. 7% MwSt.`, 'false', '7000'],
    [`${W.de}900 € zzgl. MwSt.`, 'false', undefined],
    [`${W.de}900 € zzgl. der gesetzlichen Umsatzsteuer.`, 'false', undefined],
    [`${W.de}900 € inkl. MwSt.`, 'true', undefined],
    [`${W.de}900 € ohne MwSt.`, 'false', undefined],
    [`${W.de}900 €, MwSt. von 7%.`, undefined, '7000'],
    [`${FR}900 € HT, TVA à 20 %.`, 'false', '20000'],
    [`${FR}900 € HT.`, 'false', undefined],
    [`${ES}900 € + IVA (21%).`, 'false', '21000'],
    [`${ES}900 €, IVA del 21%.`, undefined, '21000'],
    [`${ES}900 € más IVA.`, 'false', undefined],
    [`${ES}900 € sin IVA.`, 'false', undefined],
    [`${W.en}EUR 900, the VAT rate is 20%.`, undefined, '20000'],
  ])('%s', (brief, included, rate) => {
    const parsed = parse(brief);
    expect([short(parsed, 'taxIncluded'), short(parsed, 'taxRateMilli')]).toEqual([included, rate]);
    expect(parsed.found.deposit).toBeUndefined();
    expect(short(parsed, 'fee')).toBe('EUR 90000');
  });

  it('is no deposit, nor is the deposit behind it a rate', () => {
    const parsed = parse(`${W.en}EUR 900 including VAT. 50% upfront.`);
    expect([short(parsed, 'deposit'), short(parsed, 'taxRateMilli')]).toEqual(['share 50000', undefined]);
  });
});

describe('a thread', () => {
  it('takes the reason of the older mail over, unless the reply says another tax', () => {
    const older =
      '> On Mon, 16 Nov 2026 Dana Reyes <dana@acme.test> wrote:\n> EUR 4,000 for the logo, reverse charge, by 12 March 2027.';
    expect(parse(`Agreed as you wrote.\n\n${older}`).found.taxReason?.value).toBe('reverse-charge');
    const reply = parse(`Agreed as you wrote, but plus 19% VAT.\n\n${older}`);
    expect(reply.found.taxReason).toBeUndefined();
    expect(reply.found.taxRateMilli?.value).toBe(19_000);
  });
});

describe('netto and brutto beside the price', () => {
  it.each([
    [`${W.de}3.000 € brutto.`, true],
    [`${W.de}3.000 Euro brutto insgesamt, 30 % Anzahlung.`, true],
    [`${W.de}Honorar brutto: 3.000 €.`, true],
    [`${W.de}300 € netto.`, false],
    [`${W.de}netto 3.000 €, zahlbar in 14 Tagen.`, false],
    [`${W.de}3.000 € netto zzgl. MwSt.`, false],
    [`${W.de}3.000 €, 14 Tage netto.`, undefined],
    [`${W.de}3.000 € netto wie brutto.`, undefined],
    [`${W.de}3.000 €. Ihre neue Leiterin bekommt 58.000 € brutto im Jahr.`, undefined],
    [`${W.en}EUR 3,000 net 14.`, undefined],
  ])('%s', (brief, value) => {
    const parsed = parse(brief);
    expect(parsed.found.taxIncluded?.value).toBe(value);
    expect(parsed.questions).not.toContain('fee');
  });
});
