import { describe, expect, it } from 'vitest';
import { contractTerms } from '../../src/briefs/terms.ts';
import { parse } from './cases.ts';

const read = (brief: string) => contractTerms(parse(brief));
const EN = 'Website for Acme Ltd (dana@acme.test), EUR 6,000';
const DE = 'Website für die Acme GmbH (dana@acme.test), 6.000 Euro';
const FR = 'Site web pour Acme SARL (dana@acme.test), 6 000 €';
const ES = 'Página web para Acme SL (dana@acme.test), 6.000 €';

const shown = (brief: string) => {
  const { deposit, milestones } = read(brief).found;
  const ahead = deposit?.value.kind === 'share' ? deposit.value.percentMilli : deposit?.value;
  return [ahead, ...(milestones?.value ?? []).map((part) => [part.label, part.percentMilli ?? part.minor, part.dueOn])];
};

describe('a plan of payments that makes up the price', () => {
  it.each([
    [EN, 'Phase 1: EUR 1,000 on 2 April 2027. Phase 2: EUR 2,000 on 1 June 2027. Phase 3: EUR 3,000 on 1 July 2027.'],
    [
      FR,
      'Phase 1 : 1 000 € le 2 avril 2027. Phase 2 : 2 000 € le 1er juin 2027. Phase 3 : 3 000 € le 1er juillet 2027.',
    ],
  ])('calls a part what stands before its colon: %s, %s', (work, plan) => {
    expect(shown(`${work}. ${plan}`).slice(1)).toEqual([
      ['Phase 1', 100_000n, '2027-04-02'],
      ['Phase 2', 200_000n, '2027-06-01'],
      ['Phase 3', 300_000n, '2027-07-01'],
    ]);
  });

  it('a heading with a colon is the name of no part', () => {
    expect(shown(`${ES}. Pago: 50 % a la firma, 50 % con la orden de compra.`)[0]).toBe(50_000);
  });

  it.each([
    [EN, '50% up front, 25% on 1 April 2027, 25% on delivery', 'delivery'],
    [DE, '50 % vorab, 25 % am 1. April 2027, 25 % bei Lieferung', 'Lieferung'],
    [FR, '50 % à la signature, 25 % le 1er avril 2027, 25 % à la livraison', 'livraison'],
    [ES, '50 % por adelantado, 25 % el 1 de abril de 2027, 25 % a la entrega', 'entrega'],
  ])('has its first part as the deposit, and a day or an event is a name: %s, %s', (work, plan, last) => {
    expect(shown(`${work}, ${plan}. 1.6.2027.`)).toEqual([
      50_000,
      ['Payment 2', 25_000, '2027-04-01'],
      [last, 25_000, undefined],
    ]);
  });

  it.each([
    [EN, 'a third on signing, a third at half-time, a third at launch', ['half-time', 'launch']],
    [DE, 'ein Drittel bei Unterschrift, ein Drittel nach Freigabe, ein Drittel zum Launch', ['Freigabe', 'Launch']],
    [
      FR,
      'un tiers à la commande, un tiers à la validation, un tiers à la mise en ligne',
      ['validation', 'mise en ligne'],
    ],
    [ES, 'un tercio a la firma, un tercio al aprobar el boceto, un tercio al lanzamiento', ['boceto', 'lanzamiento']],
  ])('may be in thirds: %s, %s', (work, plan, [middle, last] = []) => {
    expect(shown(`${work}, ${plan}.`)).toEqual([33_333, [middle, 33_333, undefined], [last, 33_333, undefined]]);
  });

  it.each([
    ['2,000 on signing, 2,000 on 1 April 2027, 2,000 at launch', { kind: 'sum', minor: 200_000n }, 2],
    ['paid 2,000 on 1 March, on 1 April and on 1 May 2027', undefined, 3],
    ['in three equal instalments on 1 March, 1 April and 1 May 2027', undefined, 3],
    ['in three equal instalments: on signing, at half-time and on delivery', 33_333, 2],
    ['30% on signing, 30% on 1 April 2027 and the rest at launch', 30_000, 2],
  ])('may be in sums, said once for several days, or leave the rest to the end: %s', (plan, ahead, parts) => {
    const [deposit, ...others] = shown(`${EN}, ${plan}. Done by 1 June 2027.`);
    expect([deposit, others.length]).toEqual([ahead, parts]);
    expect(read(`${EN}, ${plan}. Done by 1 June 2027.`).found.endOn?.value).toBe('2027-06-01');
  });

  it.each([
    [
      `${EN}, paid in three instalments, EUR 2,000 each on delivery of the sketches, on delivery of the finals and at launch`,
      ['delivery of the sketches', 'delivery of the finals', 'launch'],
    ],
    [
      `${DE}. Wir zahlen in drei Raten, je 2.000 Euro bei Abgabe der Skizzen, bei Abgabe der Reinzeichnungen und bei Drucklegung`,
      ['Abgabe der Skizzen', 'Abgabe der Reinzeichnungen', 'Drucklegung'],
    ],
    [
      `${DE}, zahlbar in 3 Raten zu je 2.000 Euro, und zwar nach Konzept, nach Design und nach Livegang`,
      ['Konzept', 'Design', 'Livegang'],
    ],
    [
      `${FR}, versés en trois fois, 2 000 € à la remise des croquis, à la remise des finales et à la parution`,
      ['remise des croquis', 'remise des finales', 'parution'],
    ],
    [
      `${ES}, se pagan en tres plazos, 2.000 € cada uno a la entrega de los bocetos, a la entrega de los finales y a la publicación`,
      ['entrega de los bocetos', 'entrega de los finales', 'publicación'],
    ],
  ])('may be equal parts whose sum is said once: %s', (brief, names) => {
    const parts = parse(`${brief}.`).beyond.milestones?.value;
    expect(parts?.map(({ label, minor }) => [label, minor])).toEqual(names.map((name) => [name, 200_000n]));
  });

  it('keeps in the exchange every part with the words of the brief', () => {
    const parts = parse(`${FR}, 30 % à la signature, 30 % le 1er avril 2027, 40 % à la mise en ligne.`).beyond
      .milestones;
    expect(parts?.value.map(({ label }) => label)).toEqual(['signature', '1er avril 2027', 'mise en ligne']);
    expect(parts?.quote).toBe('30 % à la signature, 30 % le 1er avril 2027, 40 % à la mise en ligne');
  });
});

describe('a plan of payments that does not', () => {
  it.each([
    [EN, 'Concept 30%, design 40%, handover 40%', '110%', 'handover: 30%'],
    [DE, 'Konzept 30 %, Design 40 %, Übergabe 40 %', '110%', 'Übergabe: 30%'],
    [FR, 'Concept 30 %, design 40 %, livraison 40 %', '110%', 'livraison: 30%'],
    [ES, 'Concepto 30 %, diseño 40 %, entrega 40 %', '110%', 'entrega: 30%'],
    [EN, '50% up front and 40% on delivery', '90%', 'delivery: 50%'],
    [EN, '2,000 on signing, 2,000 on 1 April 2027, 3,000 at launch', 'EUR 7,000.00, and', 'launch: 2,000.00'],
    [
      EN,
      'Paid in 3 instalments of EUR 1,800: on signing, at half-time, at launch',
      'EUR 5,400.00, and',
      'launch: 2,400.00',
    ],
  ])('is asked, with what the last part would have to be: %s. %s', (work, plan, come, answer) => {
    const { found, notes, questions } = read(`${work}. ${plan}.`);
    const note = notes.find(({ field }) => field === 'milestones');
    expect([found.milestones, questions.includes('milestones')]).toEqual([undefined, true]);
    expect(note?.sentence).toContain(`” comes to ${come}`);
    expect(note?.answers?.[0]?.label).toBe(answer);
    expect(note?.answers?.[0]?.set.milestones?.split('\n').at(-1)).toBe(answer);
  });

  it.each([
    [`${EN} in three equal instalments.`],
    [`${DE}, zahlbar in drei gleichen Raten.`],
    [`${FR} en trois fois.`],
    [`${ES} en tres plazos iguales.`],
    [`${EN}, paid 30/40/30.`],
  ])('or does not say when a part is due, is asked as well: %s', (brief) => {
    const { notes, questions } = read(brief);
    const note = notes.find(({ code }) => code === 'brief.parts-unnamed');
    expect(questions).toEqual(expect.arrayContaining(['milestones', 'deposit']));
    expect(note?.answers?.[0]?.set.milestones).toMatch(/^Halfway: .*\nEnd of the work: /);
  });

  it.each([
    [`${EN}, 50% deposit. Kill fee 25%. Late fee 5%.`],
    [`${EN}, 50% deposit; 20% discount for a second site.`],
    [`${EN} + 19% VAT, 50% up front and 50% on delivery.`],
    ['A comic in three parts for Acme Ltd (dana@acme.test), EUR 6,000.'],
  ])('is not what other shares are: %s', (brief) => {
    expect(read(brief).notes.filter(({ field }) => field === 'milestones')).toEqual([]);
  });
});
