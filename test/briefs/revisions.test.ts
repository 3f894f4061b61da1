import { expect, it } from 'vitest';
import { readRevisions } from '../../src/briefs/conditions/revisions.ts';
import { parse, short } from './cases.ts';

it.each<[string, number]>([
  ['Revisions: 4', 4],
  ['Korrekturrunden: 3', 3],
  ['You get two goes of corrections.', 2],
  ['Tweaks to the draft: two goes', 2],
  ['They may revise it three times.', 3],
  ['Four batches of edits are in the price.', 4],
  ['Drei Korrekturläufe sind eingepreist.', 3],
  ['Zweimal nachbessern ist drin.', 2],
  ['Korrekturdurchgänge inklusive: 3', 3],
  ['Trois allers et retours prévus.', 3],
  ['Deux passes de révision incluses.', 2],
  ['Relectures incluses : 2', 2],
  ['Dos pasadas de correcciones y nada más.', 2],
  ['Puede pedir cambios dos veces.', 2],
  ['Observaciones: una sola vuelta.', 1],
  ['Eine Überarbeitung nach Durchsicht durch unseren Lektor in Bern ist inbegriffen.', 1],
  ['1 relecture par chapitre.', 1],
  ['Up to two rounds of remarks.', 2],
  ['Trois tours de commentaires.', 3],
  ['Dos rondas de sugerencias.', 2],
])('the rounds of %j are %i', (brief, rounds) => {
  expect(readRevisions(brief).found.revisions?.value).toBe(rounds);
});

it.each([
  'We drive around the lake and have two goes at the slide.',
  'Each further round of changes costs £60.',
  'Zwei Durchgänge im Treppenhaus streichen.',
])('%j counts no rounds', (brief) => {
  expect(readRevisions(brief).found.revisions).toBeUndefined();
});

it('a count that both sides of a thread go on with takes the place of the first', () => {
  const thread = 'Ana: three rounds of edits?\nMe: the price is for one\nAna: two?\nMe: fine, 2';
  expect(readRevisions('Me: and 3 rounds\nAna: they said 2\nMe: fine, 2').found.revisions?.value).toBe(2);
  expect(readRevisions(thread).found.revisions?.value).not.toBe(3);
});

it.each([
  'Korrekturrunden zwei oder drei, mal sehen',
  'Zwei, vielleicht drei Korrekturrunden',
  'Revisions two, or maybe three',
  'Two or maybe three rounds of changes',
  'Retouches deux ou trois, à voir',
  'Rondas de cambios dos o tres, ya veremos',
  'In one message she wrote two feedback rounds and in the contract draft it’s three.',
  'In der Mail zwei Korrekturrunden, im Vertragsentwurf drei.',
  'Dans le mail deux tours de corrections, dans le contrat trois.',
  'En el correo dos rondas de cambios, en el contrato tres.',
])('%j is asked, with both', (brief) => {
  const { found, notes } = readRevisions(brief);
  expect(found.revisions).toBeUndefined();
  expect(notes[0]?.answers?.map(({ label }) => label).sort()).toEqual(['2 rounds', '3 rounds']);
});

it.each([
  'Zwei Korrekturrunden, drei Sprachen.',
  'Two rounds of changes or a refund.',
  'Dos rondas de cambios, tres idiomas.',
  'Two rounds of changes to 5 pages.',
  'Two rounds of changes, in the form of three comments.',
])('%j has two', (brief) => expect(readRevisions(brief).found.revisions?.value).toBe(2));

it.each(['Rounds of edits: as many as it takes', 'a few rounds of changes', 'quelques retouches'])(
  '%j is no number and asked',
  (brief) => {
    const { found, notes } = readRevisions(brief);
    expect(found.revisions).toBeUndefined();
    expect(notes.map(({ field }) => field)).toContain('revisions');
  },
);

it.each([
  ['Kitchen drawings for Dympna Keane, €1,900. Not two rounds: one. I know what I like.', '1'],
  ['Küchenpläne für Dympna Keane, 1.900 €. Nicht zwei Runden, sondern eine Korrekturrunde.', '1'],
  ['Plans pour Dympna Keane, 1 900 €. Pas deux tours de corrections : un seul.', '1'],
  ['Planos para Dympna Keane, 1.900 €. No dos rondas de cambios: una.', '1'],
  ['Imagebroschüre für Brodersen KG, 5.300 €. Zwei Runden Schnaps gehen aufs Haus.', undefined],
  ['Imagebroschüre für Brodersen KG, 5.300 €. Zwei Runden Anpassungen.', '2'],
  ['Coaching pour Fondation L’Escale, 165 €. Merci d’avoir passé les trois tours d’entretien.', undefined],
  ['Trad session for Caoimhe Daly on 30 June at 3pm, changes welcome. Two of us, 360 euro', undefined],
  ['Jingle for Okonkwo Ltd, €800. We had said three rounds of changes; I talked to him and we left it at one.', '1'],
  [
    'Jingle für Okonkwo GmbH, 800 €. Wir hatten drei Korrekturrunden gesagt; danach haben wir es bei einer belassen.',
    '1',
  ],
  ['Jingle pour Okonkwo SARL, 800 €. On avait dit trois tours de retouches ; finalement on en reste à un.', '1'],
  ['Jingle para Okonkwo SL, 800 €. Habíamos dicho tres rondas de retoques; lo hablé luego y lo dejamos en una.', '1'],
  ['Jingle for Okonkwo Ltd, €800. Three rounds of changes; we left it at one deposit of 30%.', '3'],
  ['Infografía para Norte SL, 540 €. Que no te pidan más de dos repasos.', '2'],
  ['Rewrite for Ironwood Ltd, £4,850. I release 25% once our order is cut.', undefined],
])('%s', (brief, rounds) => expect(short(parse(brief), 'revisions')).toBe(rounds));
