import { describe, expect, it } from 'vitest';
import { held, parse, short } from './cases.ts';

describe('the day of an event for which something is made is no booking', () => {
  it.each([
    'Poster for the harbour party on 28 May, EUR 380, for Lucy Tanguy',
    'Invitations for our wedding on 28 May, EUR 380, for Lucy Tanguy',
    'Website for the conference on 28 May, EUR 380, for Lucy Tanguy',
    'Plakat für das Hafenfest am 28. Mai, 380 €, für Lucy Tanguy',
    'Affiche pour la fête du port le 28 mai, 380 €, pour Lucile Tanguy',
    "Bonjour, il nous faut l'affiche de la fête du port le 28 mai, pour 380 €.\n\nLucile Tanguy",
    'Cartel de la fiesta del puerto el 28 de mayo, 380 €, para Lucía Tanguy',
  ])('%s', (brief) => {
    expect(parse(brief).found.booking).toBeUndefined();
    expect(held(brief, 'endOn')).toBe('ask Fri 28 May 2027');
  });

  it.each([
    'Photos of the harbour party on 28 May, EUR 380, for Lucy Tanguy',
    'DJ for the harbour party on 28 May, EUR 380, for Lucy Tanguy',
    'DJ for the party and a poster for the party on 28 May, EUR 380, for Lucy Tanguy',
    'Wedding photos on 28 May, EUR 380, for Lucy Tanguy',
    'Workshop on posters for Acme Ltd on 28 May, EUR 380',
  ])('who has to be there is booked: %s', (brief) => {
    expect(short(parse(brief), 'booking')).toBe('2027-05-28');
  });

  it('a count of days is nothing to hand over, also without its accent', () => {
    const brief = 'Taller el 20 y el 27 de noviembre a las 10, 360 eur por los dos dias, Asociación Papel Vivo';
    expect(short(parse(brief), 'deliverables')).toBeUndefined();
  });
});
