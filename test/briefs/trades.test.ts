import { expect, test } from 'vitest';
import { tradeIn } from '../../src/briefs/scope/trades.ts';
import { parse, short } from './cases.ts';

const PHRASES: Record<string, readonly string[]> = {
  translation: ['Translate our annual report', 'Übersetzung der AGB', 'Traduction du site', 'Traducción de un manual'],
  video: ['Wedding video for Priya', 'Imagefilm für die Tischlerei', 'Film de présentation', 'vídeo de vendimia'],
  'photography-commercial': [
    'Product photos for the spring range',
    'Produktfotos, 30 Stück',
    'photos de produits',
    'fotos de productos',
  ],
  photography: [
    'Wedding photography on 5 June',
    'Porträtshooting im Büro',
    'Reportage photo du séminaire',
    '20 retratos corporativos',
  ],
  workshop: ['Two workshops on clear writing', 'Vortrag beim Verein', 'Atelier de reliure', 'taller de cerámica'],
  'social-media': [
    'Social media for the bakery',
    'Social-Media-Betreuung',
    'gestion des réseaux sociaux',
    'llevar las redes',
  ],
  writing: ['Website copy for a dentist', 'Newsletter-Texte', 'Relecture du manuscrit', 'corrección de una tesis'],
  web: ['Landing page for the launch', 'Neuer Webshop', 'application de réservation', 'tienda online para la bodega'],
  consulting: ['Pricing advice', 'Beratung zum Datenschutz', 'cours de piano', 'clases de inglés'],
  design: ['Logo for the café', 'Visitenkarten und Briefpapier', 'Affiche pour le festival', 'rediseño de etiquetas'],
};

test.each(Object.entries(PHRASES).flatMap(([id, all]) => all.map((phrase) => [phrase, id] as const)))(
  '%s: %s',
  (phrase, id) => {
    expect(tradeIn(phrase)?.id).toBe(id);
  },
);

test('what the work is for does not choose: texts for a website are texts', () => {
  expect(tradeIn('Texts for the website')?.id).toBe('writing');
  expect(tradeIn('Illustrations for their newsletter')?.id).toBe('design');
  expect(tradeIn('bookkeeping, monthly')).toBeUndefined();
});

test.each([
  'Hochzeitsfotos für Anna Lorenz',
  'Eventfotografie beim Sommerfest',
  'Hochzeitsreportage am 12. Juni',
  'Firmenfeier-Reportage, ein Abend',
  'Wedding pictures for Tom and Ellie',
  'Reportage de mariage pour Claire',
  'Reportaje: fotos de boda para Lucía',
  'Wedding for Tom and Ellie, 12 June, pictures 6 weeks after the wedding',
  'Taufe am 5. Juni, 40 Bilder danach',
])('photographs of an occasion, in one word or in two: %s', (phrase) => {
  expect(tradeIn(phrase)?.id).toBe('photography');
  expect(short(parse(phrase), 'template')).toBe('photography');
});

test('an occasion alone, or pictures of none, is no photography', () => {
  expect(tradeIn('Florals for the wedding of Tom and Ellie')).toBeUndefined();
  expect(tradeIn('Frame 12 pictures')).toBeUndefined();
});

test('a kind of work that can’t do without a date in the diary asks for it, and one that can does not', () => {
  const asks = (brief: string) => parse(brief).questions.includes('booking');
  expect(asks('Workshop on clear writing for Acme GmbH, EUR 900')).toBe(true);
  expect(asks('Wedding pictures for Tom Hale, EUR 900, done by 30 April 2027')).toBe(true);
  expect(asks('Product photos for Acme GmbH, EUR 900, done by 30 April 2027')).toBe(false);
});
