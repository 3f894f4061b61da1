import { describe, expect, it } from 'vitest';
import { held, parse, short } from './cases.ts';

describe('a price that is named again to be taken back', () => {
  it.each([
    'Family shoot for Anna Bell, 420 EUR. Actually not 420, I will do it for 380 EUR.',
    'Anna Bell: how much for the family shoot?\nme: 420 EUR, 30 photos\nme: actually not 420, I’ll do it for 380 EUR\nAnna Bell: sold',
    'Anna Bell: was kostet das Familienshooting?\nich: 420 EUR, 30 Fotos\nich: doch nicht 420, ich mach’s dir für 380 EUR\nAnna Bell: gekauft',
    'Anna Bell : combien pour le shooting famille ?\nmoi : 420 EUR, 30 photos\nmoi : finalement pas 420, je te le fais à 380 EUR\nAnna Bell : vendu',
    'Anna Bell: ¿cuánto la sesión familiar?\nyo: 420 EUR, 30 fotos\nyo: al final no 420, te la dejo en 380 EUR\nAnna Bell: hecho',
    'Family shoot for Anna Bell, 420 EUR. We said 380 EUR instead of 420.',
  ])('gives way to the sum beside it: %s', (brief) => {
    expect([short(parse(brief), 'fee'), held(brief, 'deposit')]).toEqual(['EUR 38000', 'nothing']);
  });

  it('stays where nothing is said in its place', () => {
    expect(short(parse('Logo for Acme Ltd, 420 EUR, not 420 words of text.'), 'fee')).toBe('EUR 42000');
  });
});

describe('a day that somebody says to forget', () => {
  const chat = (forget: string) =>
    `Anna Bell: shall we keep 12 June for the family shoot?\nme: yes, 420 EUR\nAnna Bell: rather Sunday 20 June?\nme: ok, ${forget}, Sunday 20 June at 3pm it is`;
  it.each(['forget the 12th', 'scrap the 12th'])('is none: %s', (forget) => {
    const { beyond } = parse(chat(forget));
    expect(beyond.bookings.map(({ on, time }) => `${on} ${time}`)).toEqual(['2027-06-20 15:00']);
  });

  it('holds where nobody is to forget it', () => {
    expect(short(parse('Logo for Acme Ltd, 420 EUR, due 12 June. Don’t forget the 12 June.'), 'endOn')).toBe(
      '2027-06-12',
    );
  });
});

describe('money of another order', () => {
  it.each([
    'Product sheets for Lena Abitbol, EUR 630 for the lot. The EUR 250 I received in January were for another order.',
    'Produktblätter für Lena Abitbol, 630 EUR für alle. Die 250 EUR, die ich im Januar bekommen habe, waren für einen anderen Auftrag.',
    'Fiches produit pour Lena Abitbol, 630 EUR pour le lot. Les 250 EUR reçus en janvier réglaient une autre commande.',
    'Fichas para Lena Abitbol, 630 EUR en total. Los 250 EUR que recibí en enero eran de otro encargo.',
  ])('is neither the deposit nor paid for this one: %s', (brief) => {
    expect([short(parse(brief), 'fee'), held(brief, 'deposit')]).toEqual(['EUR 63000', 'nothing']);
  });

  it.each([
    'Website for Acme Ltd, EUR 3,000. The EUR 250 I received in January count towards it.',
    'Website für die Acme GmbH, 3.000 €. Die 250 €, die ich im Januar bekommen habe, werden angerechnet.',
  ])('what came for this one is asked: %s', (brief) => {
    expect([short(parse(brief), 'fee'), held(brief, 'deposit')]).toEqual(['EUR 300000', 'ask EUR 250.00, No deposit']);
  });
});

it('what the client’s own customers pay is no time to pay, in the passive as well', () => {
  const brief =
    'Brochure pour Menuiserie Okafor SRL, 890 €. Eux sont payés à 60 jours par leurs propres clients, mais pour ma facture ils s’engagent sur 15 jours.';
  expect(short(parse(brief), 'netDays')).toBe('15');
});

it('a house typed without its accents is one', () => {
  const { found } = parse('j’ai signé avec le Théatre de la Girandole pour leur site, 2750 €');
  expect(found.clientCompany?.value).toBe('Théatre de la Girandole');
});

it('work named before its client is nobody', () => {
  const { found } = parse('Audit RH chez Helvéa Assurances SA, 6 000 €');
  expect([found.clientName, found.clientCompany?.value]).toEqual([undefined, 'Helvéa Assurances SA']);
});

it.each([
  '25 posts for Kuehl Ltd, EUR 880 a month. The package of EUR 3,100 that you offered we won’t take.',
  '25 Beiträge für Kühl UG, je Monat bekommen Sie 880 EUR. Das Gesamtpaket von 3.100 EUR, das Sie angeboten hatten, nehmen wir nicht.',
  '25 publications pour Kuehl SARL, 880 EUR par mois. Le forfait de 3 100 EUR que vous proposiez, nous ne le prenons pas.',
  '25 publicaciones para Kuehl SL, 880 EUR al mes. El paquete de 3.100 EUR que ofrecían no lo tomamos.',
])('a price that its sentence turns down is none: %s', (brief) => {
  const { found, beyond } = parse(brief);
  expect([found.fee, beyond.rate?.value.minor]).toEqual([undefined, 88_000n]);
});

it('a day said as so many weeks from a weekday is no time to pay', () => {
  const brief = 'Texte für Frei GmbH, 1.170 EUR. Fällig: Freitag in zwei Wochen, das wäre der 27.10.';
  expect(parse(brief).found.netDays).toBeUndefined();
});
