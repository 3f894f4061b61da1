import { describe, expect, it } from 'vitest';
import { parse } from './cases.ts';

describe('what is left aside as somebody else’s is said', () => {
  it.each([
    ['Our landlord wants 90 days’ notice.', 'Our landlord wants 90 days’ notice'],
    ['Unser Vermieter verlangt 90 Tage Kündigungsfrist.', 'Unser Vermieter verlangt 90 Tage Kündigungsfrist'],
    ['Notre traiteur exige un acompte de 300 euros.', 'Notre traiteur exige un acompte de 300 euros'],
    ['El gimnasio pide avisar con 20 días.', 'El gimnasio pide avisar con 20 días'],
  ])('%s', (said, quote) => {
    const { found, notes } = parse(`Logo for Hale Ltd, EUR 900, done by 10 April 2027. ${said}`);
    expect([found.cancellation, found.deposit, found.fee?.value.minor]).toEqual([undefined, undefined, 90_000n]);
    expect(notes).toContainEqual({
      code: 'brief.bystander',
      sentence: `“${quote}” seems to be about somebody else, so it sets no term.`,
    });
  });

  it('a sentence that names two of them is told once', () => {
    const { notes } = parse(
      'Wedding photos for Ines Vogt, EUR 2,000. The venue wants 90 days’ notice and their caterer takes a deposit of 300 euro.',
    );
    expect(notes.filter(({ code }) => code === 'brief.bystander').map(({ sentence }) => sentence)).toEqual([
      '“The venue wants 90 days’ notice and their caterer takes a deposit of 300 euro” seems to be about somebody else, so it sets no term.',
    ]);
  });

  it.each([
    'Our accountant needs thirty days to pay.',
    'Our landlord takes half up front.',
    'Our caterer gave us three rounds of changes.',
    'Our landlord wants one month’s notice.',
    'Unser Vermieter verlangt zwei Monatsmieten.',
    'Notre propriétaire exige deux mois de préavis.',
    'Nuestro casero exige la mitad por adelantado.',
  ])('a figure in words is told too: %s', (said) => {
    const { found, notes } = parse(`Logo for Hale Ltd, EUR 900, done by 10 April 2027. ${said}`);
    expect([found.deposit, found.netDays, found.revisions, found.cancellation]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(notes).toContainEqual({
      code: 'brief.bystander',
      sentence: `“${said.slice(0, -1)}” seems to be about somebody else, so it sets no term.`,
    });
  });

  it.each([
    'Our landlord’s lease is governed by the laws of New York',
    'The lease is governed by the laws of New York',
    'Our insurance contract is under German law',
    'Unser Mietvertrag unterliegt österreichischem Recht',
    'Notre assurance exige le droit suisse',
    'El contrato de alquiler se rige por la ley de Chile',
  ])('the law of another bargain is no law of this contract: %s', (said) => {
    const { found, notes } = parse(`Logo for Hale Ltd, EUR 900, done by 10 April 2027. ${said}.`);
    expect(found.governingLaw).toBeUndefined();
    expect(notes).toContainEqual({
      code: 'brief.bystander',
      sentence: `“${said}” seems to be about somebody else, so it sets no term.`,
    });
  });

  it('a law of the contract stands beside one of somebody else', () => {
    const { found } = parse('Logo for Hale Ltd, EUR 900, law of Ireland. Our insurance is under the law of New York.');
    expect(found.governingLaw?.value).toBe('Ireland');
  });

  it('words without a figure are left alone in silence', () => {
    expect(parse('Logo for Hale Ltd, EUR 900. Our landlord takes the keys on Monday.').notes).not.toContainEqual(
      expect.objectContaining({ code: 'brief.bystander' }),
    );
  });
});
