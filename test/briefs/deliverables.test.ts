import { describe, expect, it } from 'vitest';
import { parse, short } from './cases.ts';

/** What the brief lists, without a title that stands for it. */
function listed(brief: string): string | undefined {
  const { found } = parse(brief);
  return found.deliverables?.quote === found.title?.quote
    ? undefined
    : found.deliverables?.value.map(({ text }) => text).join(' | ');
}

describe('what is handed over', () => {
  it.each([
    ['Hello Jo, you get 350 edited photos and a USB box. £1,800', '350 edited photos | USB box'],
    ['Hello Jo, they want a set of 8 product shots, $900', '8 product shots'],
    ['Hello Jo. We’d like: 2 x 30 sec spots + 1 x 6 sec bumper. £900', '2 x 30 sec spots | 1 x 6 sec bumper'],
    ['so he wants two thirty second teasers and one ninety second film three grand', 'Two thirty second teasers | One ninety second film'],
    ['Hi.\nYou deliver: ten spreads, a cover and endpapers\nFee £4,000', 'Ten spreads | Cover | Endpapers'],
    ['Hi.\nThey get: one glossary in Excel, 3 posters\nFee £4,000', 'One glossary in Excel | 3 posters'],
    ['Retainer for Acme, £700 a month. Every month: 4 newsletters, 8 posts.', '4 newsletters | 8 posts'],
    ['Bonjour, il nous faudrait 5 affiches et une bannière, 1 400 € HT, merci', '5 affiches | Bannière'],
    ['Bonjour. À livrer : 90 photos retouchées et une galerie en ligne. Merci, 900 €', '90 photos retouchées | Galerie en ligne'],
    ['Hallo, wir bekommen von Ihnen:\n\n- 6 Unterseiten\n- 1 Über-uns-Text\n\nHonorar 900 Euro', '6 Unterseiten | 1 Über-uns-Text'],
    ['Hallo, für uns bitte 3 Plakatentwürfe und eine Einladungskarte, 900 Euro pauschal', '3 Plakatentwürfe | Einladungskarte'],
    ['Hola, incluye 3 propuestas de logo y un manual de marca. 1.200 € en total', '3 propuestas de logo | Manual de marca'],
    ['Hola, son 30 láminas de setas y 1 mapa desplegable. 1.200 € más IVA', '30 láminas de setas | 1 mapa desplegable'],
    ['Photos for Oak Ltd. 20 edited photos as JPEG and a 30-second video, £4,800', '20 edited photos | 30-second video'],
    ['Site for Larkfield School: a booking page, a news section and a contact form. £5,750', 'Booking page | News section | Contact form'],
    ['Translation for Ada Byrne. I hand over a Word file and a bilingual PDF, €640 flat', 'Word file | Bilingual PDF'],
    ['Grants for Laurier Society: one grant application and one budget table, €2,600', 'One grant application | One budget table'],
    ['Event photos, CHF 1200, 80 edited photos, no deposit.', '80 edited photos'],
    ['portrait session w/ Ada tues 9 march 10am, $450 flat, she gets 5 retouched portraits', '5 retouched portraits'],
    ['Marca para Panadería Luna. Entregables: logotipo, menú impreso, 2 carteles. 34,000 MXN', 'Logotipo | Menú impreso | 2 carteles'],
    ['Ein Exposé und 12 bearbeitete Fotos für Melanie Kraus. Mein Honorar: 490 €', 'Exposé | 12 bearbeitete Fotos'],
    ['| 1 | 1 Imagefilm | 3.200,00 € |\n| 2 | 4 Reels | 1.200,00 € |\n\n für die Firma Acme', '1 Imagefilm | 4 Reels'],
  ])('%s', (brief, items) => {
    expect(listed(brief)).toBe(items);
    expect(parse(brief).questions).not.toContain('deliverables');
  }); // biome-ignore format: a table

  it.each([
    ['DJ for our party, 140 guests, room 214, 3rd floor, £600'],
    ['Hi Jo, I have done 200 logos in 12 years. £900 for yours'],
    ['Hi Jo, the handbook has 212 pages and 61,000 words. £900'],
    ['Hi Jo, please use our 30 photos, and the 4 images you sent. £900'],
    ['Interpreting for 2 days, 300 attendees, booth 4, PO 4500917722'],
    ['Our office: 88 Foundry Street, 250 sqm, 3 desks. A mural, £900'],
    ['Hi Jo, your boothmate gets a separate contract at her own rate. £900'],
    ['Jo Miller: 900?\nMe: 950 and I include the highlight reel\nJo Miller: 900 without it then'],
    ['Call me on 416 555-0177 poster desk, £900'],
    ['The 2021 map cost us £3,100, £900 for yours'],
    ['Option, not ordered: 2 drone videos. The rest is £900'],
    ['Hallo, Feier mit 80 Gästen im 3. Stock, Zimmer 12. 900 Euro für die Musik'],
    ['Bonjour, 85 pers. pour le 3 mai, salle 304, 17 rue des Cordeliers, 900 €'],
    ['Hola, somos 140 invitados y 35 asistentes más, salón 4. 300 mil pesos'],
  ])('“%s” lists nothing', (brief) => expect(listed(brief)).toBeUndefined());

  it('is asked where the brief counts the same thing twice', () => {
    const { found, questions } = parse('Hi, 12 illustrations for Acme, £900. Note: 10 illustrations are included.');
    expect(found.deliverables).toBeUndefined();
    expect(questions).toContain('deliverables');
  });
});

describe('a gallery or a selection of things is those things', () => {
  it.each([
    ['Photos for Hale Ltd, £900. Gallery of 120 pictures with them by 8 October 2027.', '120 pictures'],
    ['Fotos für die Hale GmbH, 900 €. Galerie mit 120 Bildern bis 8. Oktober 2027.', '120 Bildern'],
    ['Photos pour Hale SARL, 900 €. Galerie de 120 photos pour le 8 octobre 2027.', '120 photos'],
    ['Fotos para Hale SL, 900 €. Galería de 120 fotos para el 8 de octubre de 2027.', '120 fotos'],
  ])('%s', (brief, things) => expect(short(parse(brief), 'deliverables')).toBe(things));

  it('and people in a gallery are none', () =>
    expect(
      short(parse('Photos for Hale Ltd, £900. A gallery of 120 guests opens on 8 October.'), 'deliverables'),
    ).toBeUndefined());
});

it('whom a list of work is for is nothing to hand over', () => {
  const brief = 'Scope: redesign of annual report, Granite State Land Trust\nPrice: 9,000 EUR';
  expect(short(parse(brief), 'deliverables')).toBe('Redesign of annual report');
});

describe('a text of nothing but counts is read as fast as any other of its length', () => {
  const processorTime = (piece: string) => {
    const from = process.cpuUsage();
    parse(piece.repeat(12_000).slice(0, 12_000));
    const { user, system } = process.cpuUsage(from);
    return user + system;
  };
  const PLAIN = 'We would like a website for our bakery, with photos of the shop and a page for orders by 3 May. ';

  it.each(['2 cats, ', 'hundred and one '])('%j', (piece) => {
    processorTime(PLAIN);
    // Against plain words, so that a slow machine fails nobody; each count followed to the end of the text took fifty times as long.
    expect(processorTime(piece)).toBeLessThan(10 * processorTime(PLAIN));
  });
});
