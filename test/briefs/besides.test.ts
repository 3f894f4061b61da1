import { describe, expect, it } from 'vitest';
import { parse } from './cases.ts';

const things = (brief: string) => parse(brief).found.deliverables?.value;
const count = (text: string, least: number | undefined, most: number | undefined, more: object = {}) => ({
  text,
  quantity: { ...(least && { least }), ...(most && { most }) },
  ...more,
});

describe('a thing with its number, its format and what it is accepted by', () => {
  it.each([
    ['Product shoot for Acme, £900. You deliver 20 edited photos as JPEG.', [count('20 edited photos', 20, 20, { format: 'JPEG' })]],
    ['We need a logo in SVG and PNG, £900, Acme Ltd', [{ text: 'Logo in SVG and PNG', format: 'SVG and PNG' }]],
    ['Logo in SVG and PNG for Acme, €900', [{ text: 'Logo', format: 'SVG and PNG' }]],
    ['Hi Jo. You deliver:\n- 1 film as MP4 in 4K\n- 3 posters (A2, print-ready PDF)\n£2,000', [count('1 film', 1, 1, { format: 'MP4 in 4K' }), count('3 posters', 3, 3, { format: 'A2, print-ready PDF' })]],
    ['Hallo, wir brauchen 60 Fotos als JPEG und 2 Reels als MP4, 900 Euro', [count('60 Fotos', 60, 60, { format: 'JPEG' }), count('2 Reels', 2, 2, { format: 'MP4' })]],
    ['Bonjour, livrables : une vidéo de 90 secondes en MP4 et 3 affiches au format A2, 1 400 € HT', [{ text: 'Vidéo de 90 secondes en MP4', format: 'MP4' }, count('3 affiches', 3, 3, { format: 'A2' })]],
    ['Hola, necesito 30 fotos editadas en alta resolución, 900 € en total', [count('30 fotos editadas en alta resolución', 30, 30, { format: 'alta resolución' })]],
    ['Hola, incluye 3 propuestas de logo en SVG y PNG y un manual de marca en PDF. 1.200 €', [count('3 propuestas de logo en SVG y PNG', 3, 3, { format: 'SVG y PNG' }), { text: 'Manual de marca en PDF', format: 'PDF' }]],
    ['Four articles for Acme, approved by the editor, £900', [count('Four articles', 4, 4, { accepted: 'approved by the editor' })]],
    ['You deliver: 4 articles, approved by the editor, and 2 posters as PDF. £900', [count('4 articles', 4, 4, { accepted: 'approved by the editor' }), count('2 posters', 2, 2, { format: 'PDF' })]],
    ['I need 3 landing pages that load in under 2 seconds, £4,000', [count('3 landing pages', 3, 3, { accepted: 'load in under 2 seconds' })]],
    ['Please deliver at least 20 edited photos as JPEG. £900', [count('At least 20 edited photos', 20, undefined, { format: 'JPEG' })]],
    ['They get: up to 5 posters, £900', [count('Up to 5 posters', undefined, 5)]],
    ['Please make up to 5 posters for us. £900', [count('Up to 5 posters', undefined, 5)]],
    ['Hallo, ich liefere mindestens 60 Fotos. 900 Euro', [count('Mindestens 60 Fotos', 60, undefined)]],
    ['Je remets 6 bannières web au plus tard le 31 mai. 900 €', [count('6 bannières web', 6, 6)]],
  ])('%s', (brief, found) => expect(things(brief)).toEqual(found)); // biome-ignore format: a table

  it.each([
    'Please use our 30 photos as JPEG. £900 for the logo',
    'Photos of our 2 cats, £200',
    'Training in Excel for Acme, £900',
  ])('“%s” has none of it', (brief) => expect(things(brief) ?? []).toEqual([]));

  it.each([
    'Film in 4K for Acme Ltd, £900',
    'Film as MP4 in 4K for Acme Ltd, £900',
    'Video for Acme Ltd, MP4 4K, £900',
    'Wedding film, shot in 4k, £900',
  ])('how sharp a film is, is no price: %s', (brief) => {
    const { found, notes } = parse(brief);
    expect(found.fee?.value).toEqual({ minor: 90_000n, currency: 'GBP' });
    expect(notes.filter(({ field }) => field === 'fee')).toEqual([]);
  });

  it.each(['Film for Acme Ltd, 4K', 'Video for Acme Ltd: 4k', 'Logo for Acme Ltd in two parts, 4K'])(
    'a price in thousands stays one: %s',
    (brief) => expect(parse(brief).found.fee?.value.minor).toBe(400_000n),
  );
});
