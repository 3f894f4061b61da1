import { describe, expect, it } from 'vitest';
import { daysIn, slotsIn } from './cases.ts';

/** A Wednesday. */
const IN_MARCH = { today: '2027-03-03', zone: 'Europe/Paris', country: 'FR' };
const days = (brief: string) => daysIn(brief, IN_MARCH).replaceAll('2027-', '');
const slots = (brief: string) => slotsIn(brief, IN_MARCH);

describe('a day beside the work', () => {
  it.each([
    [
      'Je pars en Irlande le 6 mai et je rentre le 20, mon avion atterrit à 17 h. Le dossier, je le veux le 28 mai.',
      '- to 05-28',
    ],
    ['Nos congés courent du 3 au 21 mai. La plaquette doit partir chez nous le 28 mai au plus tard.', '- to 05-28'],
    ['Le salon est du 12 au 14 mai. Il nous faut le dépliant le 3 mai.', '- to 05-03'],
    ['Bonjour, deux précisions avant vendredi : le flyer est pour 900 €.', '- to -'],
  ])('%s', (brief, expected) => {
    expect(days(brief)).toBe(expected);
    expect(slots(brief)).toBe('');
  });

  it.each([
    ['Le site : livré le lundi en huit.', '- to 03-15'],
    ['Il me faut les textes le dernier jour de mars.', '- to 03-31'],
    ['À rendre avant le 20 avril, disons le 19 avril.', '- to 04-19'],
  ])('leaves those of the work: %s', (brief, expected) => expect(days(brief)).toBe(expected));
});

describe('what begins at one of several times', () => {
  it.each([
    [
      'Soirée du vendredi 7 mai : installation 16 h, balances 18 h, ouverture des portes 19 h, concert 20 h 30.',
      '05-07 20:30',
    ],
    ['Samedi 8 mai : cocktail à 17 h, puis votre numéro à 21 h 15.', '05-08 21:15'],
  ])('%s', (brief, expected) => expect(slots(brief)).toBe(expected));
});
