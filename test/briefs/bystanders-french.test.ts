import { describe, expect, it } from 'vitest';
import type { TermName } from '../../src/contracts/terms.ts';
import { parse, short } from './cases.ts';

const FIGURES: readonly TermName[] = ['fee', 'deposit', 'netDays', 'cancellation', 'revisions'];
const told = (brief: string) =>
  FIGURES.flatMap((name) => {
    const value = short(parse(brief, { zone: 'Europe/Paris', country: 'FR' }), name);
    return value === undefined ? [] : [`${name} ${value}`];
  });

describe('what others ask of the client', () => {
  it.each([
    "Le propriétaire de la grange exige 60 jours de préavis et garde 40 % si on annule. Vous, c'est 900 € pour le reportage.",
    'Portraits pour Margaux Petit. Son propriétaire demande 1 350 € de loyer et deux mois de caution. Mes honoraires : 900 €.',
    'Notre imprimeur veut un acompte de 30 % et se fait payer à 45 jours. Votre prix : 900 €.',
    "Nos clients nous règlent à 60 jours, c'est comme ça. Vos honoraires : 900 €.",
    'Le traiteur nous a déjà pris 50 % et le DJ réclame 300 € pour bloquer la date. Votre cachet est de 900 €.',
    "L'orchestre, lui, voulait 2 500 € et la moitié à la réservation. Votre cachet : 900 €.",
    "Ma collègue de Nantes a eu un vidéaste à 700 €, avec 200 € d'avance. Vous, c'est 900 € comme convenu.",
    'La graphiste précédente se faisait payer à 8 jours, avec un acompte de 40 %. Votre prix : 900 €.',
    "Nous avons déjà versé 800 € d'arrhes au traiteur. Votre prix : 900 €.",
    "Vos conditions de l'an passé (acompte 40 %, paiement à 10 jours) ne valent plus. Votre prix : 900 €.",
    'Ce que nous imposent nos fournisseurs :\n- 30 % à la commande\n- paiement à 8 jours\n\nVotre prix : 900 €.',
  ])('is nothing of the work: %s', (brief) => {
    expect(told(brief)).toEqual(['fee EUR 90000']);
  });

  it.each([
    ['Notre banque prête 20 000 €, mais vous, vous êtes payé 900 € à 20 jours.', ['fee EUR 90000', 'netDays 20']],
  ])('leaves what is said of the work itself: %s', (brief, wanted) => {
    expect(told(brief)).toEqual(wanted);
  });
});
