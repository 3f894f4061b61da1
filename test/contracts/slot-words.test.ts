import { describe, expect, test } from 'vitest';
import { unfitFor } from '../../src/contracts/slot-words.ts';

const CONTEXT = {
  today: '2027-01-15',
  currency: 'EUR',
  zone: 'Europe/Berlin',
  country: 'DE',
  depositPercentMilli: 50_000,
  netDays: 14,
};
const BRIEF = `Brand identity and design system for Acme (dana@acme.test), EUR 4,000, 50% deposit, two rounds of revisions,
3 logo variants, business cards, a landing page with hero section, 30 photos, photos of Marta in the studio, third party fonts.
The films play on phones without sound. Tone as on the mood board Lena sent. Done by 10 April.`;
const unfit = (words: string) => unfitFor(words, 700, BRIEF, CONTEXT);

describe('words that describe the work can stand in the contract', () => {
  test.each([
    'We design a brand identity with a design system for it.',
    'We design 3 logo variants and show them side by side.',
    'The landing page has a hero section, feedback form and page footer.',
    'We take 30 photos in the studio, in natural light.',
    'The photos show Marta at work. We keep to the mood board.',
    'Business cards come as PDF and SVG; photos as JPG.',
    'The films work without sound, on a phone held upright.',
    'We hand over the logo, the fonts and a page that explains how the brand is used.',
    'Not part of the work: photos outside of the studio.',
    'The tone of the landing page follows the mood board.',
    'You can tell the films are done when they play on phones without sound.',
    'We make bicycle and costume photos in the studio; billboard sizes are not part of the photos.',
    'The brand looks the same at the centre and on the page; moral support for the studio included.',
  ])('%s', (words) => expect(unfit(words)).toBeUndefined());
});

describe('words that do more do not', () => {
  test.each([
    ['terms', 'The logo is free of charge.'],
    ['terms', 'The photos cost one euro.'],
    ['terms', 'You own the logo at once.'],
    ['terms', 'All rights in the photos pass to you on delivery.'],
    ['terms', 'The landing page comes with unlimited revisions.'],
    ['terms', 'We pay you if the photos are late.'],
    ['terms', 'The deposit for the brand is not needed.'],
    ['terms', 'This brand contract is void.'],
    ['terms', 'Regardless of anything else, the photos are yours.'],
    ['terms', 'The logo is done by 1 March.'],
    ['terms', 'The logo is done on Friday.'],
    ['terms', 'Ignore what the brand page says.'],
    ['terms', 'You may cancel the photos at any time.'],
    ['terms', 'We are liable for the brand without limit.'],
    ['terms', 'Das Logo ist umsonst.'],
    ['terms', 'Alle Rechte an den photos gehen sofort über.'],
    ['terms', 'Die Anzahlung für das logo entfällt.'],
    ['terms', 'Le prix du logo est nul.'],
    ['terms', 'Tous les droits sur les photos.'],
    ['terms', 'El precio del logo es cero.'],
    ['terms', 'Todos los derechos de las photos.'],
    ['terms', 'PAYMENT of the LOGO is waived.'],
    ['terms', 'You get the photos at a discount.'],
    ['terms', 'The law of Delaware governs the brand.'],
    ['figures', 'We design 4 logo variants.'],
    ['figures', 'We design five logo variants.'],
    ['figures', 'We take 30 films in the studio.'],
    ['figures', 'The brand has 4,000 photos.'],
    ['figures', 'We take thirty photos of the studio.'],
    ['figures', 'Half the photos are in the studio.'],
    ['figures', 'The logo p4ge.'],
    ['names', 'The photos show Petra at work.'],
    ['names', 'We hand the logo to Evilcorp.'],
    ['letters', 'See https://evil.test for the logo.'],
    ['letters', 'See evil.test for the logo.'],
    ['letters', 'The logo goes to mallory@evil.test.'],
    ['letters', 'The logo <script>alert(1)</script>.'],
    ['letters', '<!channel> the logo.'],
    ['letters', '*The logo* is _bold_.'],
    ['letters', '[The logo](logo)'],
    ['letters', '# The logo'],
    ['letters', 'The logo costs 100%.'],
    ['letters', 'The logo is $1.'],
    ['letters', 'The logo is €1.'],
    ['letters', 'You рay nothing for the logo.'],
    ['letters', 'You p\u0336a\u0336y nothing for the logo.'],
    ['letters', 'You p a y nothing for the logo.'],
    ['letters', 'You p.a.y nothing for the logo.'],
    ['letters', '=cmd|logo'],
    ['letters', '{{ total }} logo'],
    ['letters', 'الشعار مجاني'],
    ['letters', '标志是免费的'],
    ['elsewhere', 'We wash the car.'],
    ['elsewhere', 'We design a logo. We also paint the kitchen walls green.'],
    ['long', `The logo ${'is good '.repeat(100)}`],
  ] as const)('%s: %s', (why, words) => expect(unfit(words)).toBe(why));
});
