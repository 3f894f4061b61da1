import { expect, it } from 'vitest';
import { parse, short } from './cases.ts';

it.each([
  ['Photos for Hale Ltd, 20-30 photos, EUR 900.', '20 photos', '30 photos'],
  ['We need 20 to 30 photos, EUR 900', '20 photos', '30 photos'],
  ['Photos for Hale Ltd: between 20 and 30 edited images, EUR 900.', '20 edited images', '30 edited images'],
  ['Fotos für die Hale GmbH, 20 bis 30 bearbeitete Fotos, 900 EUR.', '20 bearbeitete Fotos', '30 bearbeitete Fotos'],
  ['Photos pour Hale SARL, entre 20 et 30 photos retouchées, 900 EUR.', '20 photos retouchées', '30 photos retouchées'],
  ['Fotos para Hale SL, de 20 a 30 fotos editadas, 900 EUR.', '20 fotos editadas', '30 fotos editadas'],
])('a range of things is asked with both ends, and is no price: %s', (brief, least, most) => {
  const parsed = parse(brief);
  expect([short(parsed, 'fee'), parsed.found.deliverables]).toEqual(['EUR 90000', undefined]);
  expect(parsed.questions).toContain('deliverables');
  expect(parsed.notes.find(({ field }) => field === 'deliverables')?.answers).toEqual([
    { label: least, set: { deliverables: least } },
    { label: most, set: { deliverables: most } },
  ]);
});

it('what stands on the list besides stays on it with either answer', () => {
  const parsed = parse('Branding for Hale Ltd: 5 banners, 2-3 posters, EUR 900.');
  const note = parsed.notes.find(({ field }) => field === 'deliverables');
  expect(note?.answers?.map(({ set }) => set.deliverables)).toEqual(['2 posters\n5 banners', '3 posters\n5 banners']);
});

it.each([
  ['Shoot for Hale Ltd, 20-30 minutes, 25 photos, EUR 900', '25 photos'],
  ['Logo for Hale Ltd, 2-3 rounds of revisions, 5 banners, EUR 900', '5 banners'],
])('a range of something else leaves the things alone: %s', (brief, things) => {
  const parsed = parse(brief);
  expect(parsed.found.deliverables?.value.map(({ text }) => text).join(' | ')).toBe(things);
});

it('a range of money beside things is one of money', () => {
  const parsed = parse('5 posters for Hale Ltd, between EUR 800 and EUR 900.');
  expect(short(parsed, 'fee')).toBeUndefined();
  expect(parsed.notes.find(({ field }) => field === 'fee')?.code).toBe('brief.fee-range');
});
