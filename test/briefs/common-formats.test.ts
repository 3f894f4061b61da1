import { describe, expect, it } from 'vitest';
import { deliverableWords } from '../../src/contracts/deliverable.ts';
import { parse } from './cases.ts';

const things = (brief: string) =>
  (parse(brief).found.deliverables?.value ?? []).map(({ text, format = '-' }) => `${text}: ${format}`).join(', ');

describe('a format that is said of all things is that of those without one', () => {
  it.each([
    ['20 photos and 3 icons for Acme Ltd, EUR 900. All files as JPEG.', '20 photos: JPEG, 3 icons: JPEG'],
    ['Logo for Acme Ltd, EUR 900. All final files are delivered as SVG and PNG.', 'Logo: SVG and PNG'],
    ['20 photos and 3 icons for Acme Ltd, EUR 900.\nFormat: PNG', '20 photos: PNG, 3 icons: PNG'],
    ['20 photos as PNG and 3 icons for Acme Ltd, EUR 900. All files as JPEG.', '20 photos: PNG, 3 icons: JPEG'],
    ['20 photos and 3 videos for Acme Ltd, EUR 900. All files as JPEG.', '20 photos: JPEG, 3 videos: -'],
    [
      '20 photos and 3 videos for Acme Ltd, EUR 900. All photos as JPEG, all videos as MP4.',
      '20 photos: JPEG, 3 videos: MP4',
    ],
    [
      '20 Fotos und 3 Grafiken für die Acme GmbH, 900 €. Alle Dateien werden im PNG-Format geliefert.',
      '20 Fotos: PNG, 3 Grafiken: PNG',
    ],
    [
      '20 photos et 3 illustrations pour Acme SARL, 900 €. Tous les fichiers en JPEG.',
      '20 photos: JPEG, 3 illustrations: JPEG',
    ],
    [
      '20 fotos y 3 ilustraciones para Acme SL, 900 €. Todos los archivos en JPEG.',
      '20 fotos: JPEG, 3 ilustraciones: JPEG',
    ],
  ])('%s', (brief, expected) => expect(things(brief)).toBe(expected));

  it.each([
    '20 photos for Acme Ltd, EUR 900. Not all files as JPEG.',
    '20 photos for Acme Ltd, EUR 900. You send all files as PDF.',
    '20 photos for Acme Ltd, EUR 900. All files are yours in 2 weeks.',
    '20 Fotos für die Acme GmbH, 900 €. Der Kunde schickt alle Dateien als PDF.',
    '20 photos for Acme Ltd, EUR 900. All photos as JPEG, or all photos as PNG.',
  ])('and of none where it is not: %s', (brief) => expect(things(brief)).toMatch(/^20 (?:photos|Fotos): -$/));

  it('stands in the line of the thing', () => {
    const [one] = parse('20 photos for Acme Ltd, EUR 900. All files as JPEG.').found.deliverables?.value ?? [];
    expect(one && deliverableWords(one)).toBe('20 photos. Format: JPEG');
  });
});
