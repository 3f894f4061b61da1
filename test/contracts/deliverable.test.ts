import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  Deliverable,
  deliverableFrom,
  deliverableLines,
  deliverableOf,
  deliverablesFrom,
  deliverableWords,
} from '../../src/contracts/deliverable.ts';
import { Terms, term, termsToJson } from '../../src/contracts/terms.ts';
import { variablesOf } from '../../src/contracts/terms-wording.ts';

const exactly = (count: number) => ({ least: count, most: count });

describe('how many there are', () => {
  it.each([
    ['20 edited photos', exactly(20)],
    ['1 Imagefilm', exactly(1)],
    ['One logo', exactly(1)],
    ['Two posters', exactly(2)],
    ['Drei Plakate', exactly(3)],
    ['Trois affiches', exactly(3)],
    ['Seis cápsulas animadas de cuarenta segundos', exactly(6)],
    ['1,200 postcards', exactly(1200)],
    ['1.200 Postkarten', exactly(1200)],
    ['2000 flyers', exactly(2000)],
    ['3x logo', exactly(3)],
    ['3 x A4 posters', exactly(3)],
    ['2 x 30 sec spots', exactly(2)],
    ['500 A5 flyers', exactly(500)],
    ['20 4K videos', exactly(20)],
    ['2 30-second videos', exactly(2)],
    ['2 3D models', exactly(2)],
    ['14 aprons', exactly(14)],
    ['20–30 photos', { least: 20, most: 30 }],
    ['between 20 and 30 photos', { least: 20, most: 30 }],
    ['zwischen 20 und 30 Fotos', { least: 20, most: 30 }],
    ['two or three logos', { least: 2, most: 3 }],
    ['at least 20 photos', { least: 20 }],
    ['20+ photos', { least: 20 }],
    ['20 photos or more', { least: 20 }],
    ['mindestens 20 Fotos', { least: 20 }],
    ['au moins 10 photos', { least: 10 }],
    ['300 fotos retocadas mínimo', { least: 300 }],
    ['up to 3 logos', { most: 3 }],
    ['bis zu 5 Entwürfe', { most: 5 }],
    ['jusqu’à 3 logos', { most: 3 }],
    ['hasta 5 ilustraciones', { most: 5 }],
    ['8 posts per month', { ...exactly(8), per: 'month' }],
    ['up to 4 Reels pro Woche', { most: 4, per: 'week' }],
  ])('%s', (line, quantity) => expect(deliverableFrom(line)).toEqual({ text: line, quantity }));

  it.each([
    ...['2 cats', 'Portrait of 2 cats', '2 cats on canvas', 'Zwei Hunde', '3 guests', '2 languages'],
    ...['30-second video', '30 second video', '90 Sekunden Video', '1 hour highlight film', '10 minutes of film'],
    ...[
      'A4 flyers',
      '2027 calendar',
      '2027 calendars',
      '3D model',
      'B2B',
      'B2B landing page',
      '4K video',
      '1080p video',
    ],
    ...['360 videos', '16:9 video', '24/7 support', '1st draft', '300 dpi scans', '8 bit characters', '2-sided flyer'],
    ...['2 page flyer', '12 Seiten Broschüre', '5 star hotel brochure', '12 month calendar', '3 part series'],
    ...['3 x 2 m banner', '4 x 4 cm stickers', '1,5 m banner', '50% of the photos', '€20 voucher', '0 photos'],
    ...[
      '2 rounds of revisions',
      '3 Monate Support',
      '1 day of shooting',
      'Two thirds of the book',
      '7 deadly sins poster',
    ],
    ...['about 20 photos', 'around 20 photos', 'ca. 20 Fotos', 'some photos', 'A logo', 'One-page website'],
    ...['Website with 5 pages', 'Logo (3 variants)', 'Set of 12 icons', 'Once weekly posts', '4 weekly reports'],
  ])('is not said by “%s”', (line) => expect(deliverableFrom(line).quantity).toBeUndefined());
});

describe('what it comes as', () => {
  it.each([
    ['20 edited photos as JPEG', 'JPEG'],
    ['Logo in SVG and PNG', 'SVG and PNG'],
    ['Photos, JPEG, high resolution', 'JPEG, high resolution'],
    ['Photos as high-resolution JPEG files', 'high-resolution JPEG files'],
    ['Film as MP4 in 4K', 'MP4 in 4K'],
    ['Prototype as editable Figma file', 'editable Figma file'],
    ['Flyer, A5 print PDF', 'A5 print PDF'],
    ['Logo (SVG, PNG)', 'SVG, PNG'],
    ['Report as PDF, 20 pages', 'PDF'],
    ['60 Fotos als JPEG', 'JPEG'],
    ['Fotos in hoher Auflösung', 'hoher Auflösung'],
    ['Une vidéo de 90 secondes en MP4', 'MP4'],
    ['Logo en SVG et PNG', 'SVG et PNG'],
    ['30 fotos editadas en alta resolución', 'alta resolución'],
    ['Poster; format: 40 × 60 cm on cotton', '40 × 60 cm on cotton'],
  ])('%s', (line, format) => expect(deliverableFrom(line)).toMatchObject({ text: line, format }));

  it.each([
    ...['4K video', 'A4 flyers', 'PDF report', 'JPEG photos', 'Figma file', 'Copy for HTML emails', 'Work in AI'],
    ...['Training in Excel', 'Excel course', 'Workshop in Photoshop', 'Translation from PDF', 'Book in English'],
    ...['Logo, not as PNG', 'Logo sans PNG', 'Logo as SVG, moodboard as PDF', 'Logo as a mark', 'Photos in colour'],
  ])('is not said by “%s”', (line) => expect(deliverableFrom(line).format).toBeUndefined());
});

describe('what it is accepted by', () => {
  it.each([
    ['Article, approved by the editor', 'approved by the editor'],
    ['Website that passes the W3C validator', 'passes the W3C validator'],
    ['Landing page, loads in under 2 seconds', 'loads in under 2 seconds'],
    ['Logo, accepted if it works in one colour', 'it works in one colour'],
    ['Report; accepted when: the board has signed it off', 'the board has signed it off'],
    ['Artikel, freigegeben von der Redaktion', 'freigegeben von der Redaktion'],
    ['Texte, validé par la rédaction', 'validé par la rédaction'],
    ['Artículo, aprobado por la editora', 'aprobado por la editora'],
  ])('%s', (line, accepted) => expect(deliverableFrom(line)).toEqual({ text: line, accepted }));

  it.each([
    ...['Report approved by 3 May', 'Report approved by Friday', 'Report approved by email', 'Passport photos'],
    ...['Article by the editor', 'Article, not approved by the editor', 'Pass review video', 'Loads of photos'],
  ])('is not said by “%s”', (line) => expect(deliverableFrom(line).accepted).toBeUndefined());
});

describe('a thing and its line', () => {
  const whole = { text: '20 edited photos', quantity: exactly(20), format: 'JPEG', accepted: 'approved by the editor' };

  it('says what stands besides the words, and reads it back', () => {
    const line = '20 edited photos. Format: JPEG. Accepted when: approved by the editor';
    expect(deliverableWords(whole)).toBe(line);
    expect(deliverableFrom(line)).toEqual(whole);
    expect(deliverableFrom('Logo. Format: SVG')).toEqual({ text: 'Logo', format: 'SVG' });
    expect(deliverableFrom('Logo. Accepted when: it prints in black')).toMatchObject({
      accepted: 'it prints in black',
    });
  });

  it('says nothing twice: what the words have stays in the words', () => {
    expect(deliverableWords(deliverableOf('Logo as SVG', { format: 'SVG' }))).toBe('Logo as SVG');
    expect(deliverableOf('Logo as SVG', { format: 'PNG' })).toEqual({ text: 'Logo as SVG', format: 'SVG' });
  });

  const words = fc.array(
    fc.constantFrom(
      ...['20', 'photos', 'Logo', 'as', 'in', 'JPEG', 'SVG', 'and', '.', '. Format:', ';', 'Accepted when:', ','],
      ...['approved by', 'the editor', 'at least', '(', ')', '–', '4K', 'format:', 'x', 'PDF.', 'Accepted when'],
    ),
    { minLength: 1, maxLength: 12 },
  );

  test('a line comes back as it was, whatever it says, and so does the thing', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ minLength: 1, maxLength: 300 }),
          words.map((all) => all.join(' ')),
        ),
        (typed) => {
          fc.pre(typed.trim().length > 0);
          const thing = deliverableFrom(typed);
          expect(deliverableWords(thing)).toBe(typed.trim());
          expect(deliverableFrom(deliverableWords(thing))).toEqual(thing);
          expect(Deliverable.parse(thing)).toEqual(thing);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test('a thing read from a brief comes back from its line', () => {
    for (const text of ['20 edited photos', 'Logo.', 'Website, loads in under 2 seconds', 'Logo as SVG'])
      for (const format of [undefined, 'JPEG', 'MP4 in 4K', 'SVG and PNG'])
        for (const accepted of [undefined, 'approved by the editor', 'passes the W3C validator']) {
          const thing = deliverableOf(text, { format, accepted });
          expect(deliverableFrom(deliverableWords(thing))).toEqual(thing);
        }
  });
});

describe('contracts from before things had parts', () => {
  const OLD = ['20 edited photos as JPEG', 'Logo; SVG', 'Logo. Format: SVG', 'Set of 12 icons '];
  const old = {
    title: { value: 'Logo', origin: 'form' },
    clientCompany: { value: 'Acme', origin: 'form' },
    clientEmail: { value: 'dana@acme.test', origin: 'form' },
    fee: { value: { minor: '90000', currency: 'EUR' }, origin: 'form' },
    deliverables: { value: OLD, origin: 'brief', quote: '20 edited photos as JPEG' },
  };

  it('are read, say the same words in the same clause, and stay as they are once written', () => {
    const terms = Terms.parse(old);
    expect(deliverableLines(terms)).toEqual(OLD.map((line) => line.trim()));
    const business = { name: 'Mia', address: null, email: 'mia@studio.test', country: 'DE', taxId: null };
    expect(variablesOf(terms, business).deliverables).toEqual(OLD.map((line) => line.trim()));
    const written = termsToJson(terms);
    expect(termsToJson(Terms.parse(written))).toEqual(written);
    expect(written.deliverables).toEqual({
      origin: 'brief',
      quote: '20 edited photos as JPEG',
      value: [
        { text: '20 edited photos as JPEG', quantity: exactly(20), format: 'JPEG' },
        { text: 'Logo; SVG', format: 'SVG' },
        { text: 'Logo', format: 'SVG' },
        { text: 'Set of 12 icons' },
      ],
    });
  });

  it('refuses a thing without words, and one with more than a contract holds', () => {
    expect(Terms.safeParse({ deliverables: term([{ text: ' ' }], 'form') }).success).toBe(false);
    expect(Terms.safeParse({ deliverables: term(deliverablesFrom(['x'.repeat(301)]), 'form') }).success).toBe(false);
    expect(Terms.safeParse({ deliverables: term([{ text: 'Logo', price: 3 }], 'form') }).success).toBe(false);
  });
});
