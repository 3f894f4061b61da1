import { describe, expect, it } from 'vitest';
import { parse, short } from './cases.ts';

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

describe('a florist, a landlord or a band may be the client', () => {
  it.each([
    'Logo for my florist Rosa Blum (rosa@blum.test), EUR 900, 50% deposit, net 14.',
    'Website for my dentist Dr Amy Smith (amy@smith.test), EUR 900, 50% deposit, net 14, done by 3 May.',
    'Build a site for my landlord Acme Ltd (dana@acme.test), EUR 900, 50% deposit, net 14.',
    'Die Band Nordlicht (max@roth.test) will ein Logo, 900 €, 50 % Anzahlung, zahlbar in 14 Tagen.',
    'Der Vermieter Max Roth (max@roth.test) bekommt eine Website, 900 €, 50 % Anzahlung, zahlbar in 14 Tagen.',
    'Notre traiteur Chez Max demande un logo, 900 €, acompte 50 %, paiement à 14 jours, max@roth.test.',
    'Le château de Vaux demande un site pour 900 €, acompte 50 %, paiement à 14 jours. Vous livrez le 3 mai.',
  ])('%s', (brief) => {
    const parsed = parse(brief);
    expect([short(parsed, 'fee'), short(parsed, 'deposit'), short(parsed, 'netDays')]).toEqual([
      'EUR 90000',
      'share 50000',
      '14',
    ]);
    expect(parsed.notes.map(({ code }) => code)).not.toContain('brief.bystander');
  });

  it.each([
    'Photos for our hotel, dana@hotel.test. Our hotel pays EUR 900 in 60 days.',
    'El restaurante Sol (a@x.test) quiere un logo por 900 €, y quiere el 50 % de anticipo.',
  ])('%s', (brief) => {
    expect(short(parse(brief), 'fee')).toBe('EUR 90000');
  });

  it.each([
    'Website for Acme Ltd (jo@a.test), EUR 900. Our insurer Bigcorp AG has a rule of 60 days.',
    'Website for Acme Ltd, EUR 900. Our caterer, Joe Bloggs (joe@cater.test), charges 10% within 60 days.',
    'Logo for our hotel (jo@a.test), EUR 900. Our caterer wants half up front.',
    'Logo for our shop (jo@a.test), EUR 900. Our old designer wanted a logo fee of 60%.',
  ])('who takes money or time of their own is none: %s', (brief) => {
    const parsed = parse(brief);
    expect([short(parsed, 'fee'), short(parsed, 'deposit'), short(parsed, 'netDays')]).toEqual([
      'EUR 90000',
      undefined,
      undefined,
    ]);
  });

  it('what is not ours to negotiate takes no e-mail address and no terms with it', () => {
    const parsed = parse('Website for Acme (dana@acme.test), EUR 900, not ours to negotiate, 50% deposit, net 14');
    expect([short(parsed, 'deposit'), short(parsed, 'netDays')]).toEqual(['share 50000', '14']);
  });
});

describe('where the only price or day seems to be somebody else’s, it is asked and stands as the answer', () => {
  it('a price', () => {
    const { found, questions, notes } = parse('Website for Acme Ltd (jo@a.test). Our old agency charged EUR 9,000.');
    expect([found.fee, questions.includes('fee')]).toEqual([undefined, true]);
    expect(notes).toContainEqual({
      code: 'brief.bystander-fee',
      field: 'fee',
      sentence: 'The only price in the brief, EUR 9,000.00, seems to be somebody else’s. Is it the fee?',
      answers: [{ label: 'EUR 9,000.00', set: { fee: '9,000.00', currency: 'EUR' } }],
    });
  });

  it.each([
    ['Our lease ends on 30 June 2027.', 'Wed 30 June 2027', '2027-06-30'],
    ['Our caterer wants 10% by 3 May 2027.', 'Mon 3 May 2027', '2027-05-03'],
  ])('a day: %s', (said, label, day) => {
    const { found, questions, notes } = parse(`Website for Acme Ltd (jo@a.test), EUR 900. ${said}`);
    expect([found.endOn, found.startOn, found.booking, questions.includes('endOn')]).toEqual([
      undefined,
      undefined,
      undefined,
      true,
    ]);
    expect(notes).toContainEqual({
      code: 'brief.bystander-day',
      field: 'endOn',
      sentence: `The only day in the brief, ${label}, seems to be somebody else’s. Is the work due then?`,
      answers: [{ label, set: { endOn: day } }],
    });
  });

  it('no booking is made on the day somebody else arrives', () => {
    const { found, questions } = parse(
      'Photos of the gala for Acme Ltd (jo@a.test), EUR 900. Our caterer arrives on 3 May 2027 at 10:00.',
    );
    expect([found.booking, questions.includes('booking')]).toEqual([undefined, true]);
  });

  it.each([
    'Website for Acme Ltd (jo@a.test), EUR 900, due 1 June 2027. Our old agency charged EUR 9,000 on 30 June 2026.',
    'Website for Acme Ltd (jo@a.test), EUR 60 an hour, due 1 June 2027. Our old agency charged EUR 9,000.',
  ])('nothing is asked beside a price and a day of the work: %s', (brief) => {
    expect(parse(brief).notes.map(({ code }) => code)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/brief.bystander-/)]),
    );
  });
});

describe('whoever books the writer is no stranger, whatever they do for a living', () => {
  it.each([
    'Die Band Lichtung nimmt bei mir auf: 4 Songs, 900 Euro alles zusammen.',
    'Der Florist Blütenreich bucht mich für Fotos, 900 Euro.',
    'The florist Bloom has hired me for a logo, 900 EUR.',
    'Le fleuriste Flora m’engage pour un logo, 900 €.',
    'El florista Flores me contrata para un logo, 900 €.',
  ])('%s', (brief) => expect(short(parse(brief), 'fee')).toBe('EUR 90000'));

  it.each([
    'Fotos für Eva Lind, 900 €. Die Band nimmt 500 Euro Gage.',
    'Photos for Eva Lind, 900 EUR. The florist takes a 500 EUR deposit from me.',
    'Fotos für Eva Lind, 900 €. Der Florist nimmt von mir 500 Euro Kaution.',
  ])('but who takes money is: %s', (brief) => {
    expect([short(parse(brief), 'fee'), short(parse(brief), 'deposit')]).toEqual(['EUR 90000', undefined]);
  });
});
