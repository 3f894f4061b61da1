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

  it('words without a figure are left alone in silence', () => {
    expect(parse('Logo for Hale Ltd, EUR 900. Our landlord takes the keys on Monday.').notes).not.toContainEqual(
      expect.objectContaining({ code: 'brief.bystander' }),
    );
  });
});
