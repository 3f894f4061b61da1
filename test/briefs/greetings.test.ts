import { expect, test } from 'vitest';
import { parse, short } from './cases.ts';

const GREETED = [
  ['Moin, Abendveranstaltung für die Brauerei Lindhof GmbH, 900 €', 'Abendveranstaltung'],
  ['Servus, Logo für die Brauerei Lindhof GmbH, 900 €', 'Logo'],
  ['Grüezi mitenand, Plakat für die Kronen AG, 900 CHF', 'Plakat'],
  ['Hallo Frau Meier, Broschüre für die Lindhof GmbH', 'Broschüre'],
  ['Hi there! Need a logo for Acme Ltd, £900', 'Logo'],
  ['Hey Sam, poster for Acme Ltd, £900', 'Poster'],
  ['Salut, logo pour la boulangerie Martin SARL, 900 €', 'Logo'],
  ['Coucou Marie, affiche pour la SARL Dupont, 900 €', 'Affiche'],
  ['Buenas, diseño de logo para Bodegas Luna SL, 900 €', 'Diseño de logo'],
  ['¿Qué tal? Cartel para Bodegas Luna SL, 900 €', 'Cartel'],
] as const;

test.each(GREETED)('a greeting is no title and nothing to hand over: %s', (brief, title) => {
  const parsed = parse(brief);
  expect(short(parsed, 'title')).toBe(title);
  expect(short(parsed, 'deliverables') ?? title).toBe(title);
});

test('a greeting alone, and who speaks first in a chat, name no work', () => {
  expect(
    short(parse('Moin, Hochzeitsreportage für Jana Petersen am 12. Juni 2027, 1.900 €'), 'deliverables'),
  ).toBeUndefined();
  const chat = 'Priya N: Hi, can you do headshots for us on 4 June 2027?\nMe: sure, £400\nPriya N: great';
  expect(short(parse(chat), 'title')).toBe('Headshots');
  const small = 'Priya N: Hey!\nMe: Hi\nPriya N: £400 on 4 June 2027?';
  expect(short(parse(small), 'title') ?? '').not.toMatch(/Priya|Hey/);
});

test('what stands behind a greeting is named and handed over', () => {
  const parsed = parse('Bonjour. 3 capsules verticales de 20 secondes pour 900 €, merci de votre part');
  expect(short(parsed, 'deliverables')).toBe('3 capsules verticales de 20 secondes');
  expect(parsed.questions).not.toContain('deliverables');
});
