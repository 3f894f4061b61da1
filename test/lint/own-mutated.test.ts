import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Terms, term } from '../../src/contracts/terms.ts';
import { CUSTOM_RULES } from '../../src/lint/custom-rules.ts';
import { type Setting, settingScene } from './cases.ts';

const form = <T>(value: T) => term(value, 'form');

/** What a contract agrees, as figures that sentences of four languages are filled with. */
type Facts = {
  readonly days: number;
  readonly cap: number;
  readonly kill: number;
  readonly years: number;
  readonly months: number;
  readonly land: Land;
  readonly tax: number;
  readonly hour: number;
  readonly notice: number;
  readonly moving: number;
};
const LANDS = [
  ['Germany', 'Deutschland', 'Allemagne', 'Alemania'],
  ['Austria', 'Österreich', 'Autriche', 'Austria'],
  ['France', 'Frankreich', 'France', 'Francia'],
  ['Spain', 'Spanien', 'Espagne', 'España'],
] as const;
type Land = (typeof LANDS)[number];

const facts: fc.Arbitrary<Facts> = fc.record({
  days: fc.integer({ min: 3, max: 30 }),
  cap: fc.integer({ min: 2, max: 18 }).map((hundreds) => hundreds * 50),
  kill: fc.integer({ min: 11, max: 90 }),
  years: fc.integer({ min: 2, max: 9 }),
  months: fc.integer({ min: 13, max: 40 }),
  land: fc.constantFrom(...LANDS),
  tax: fc.integer({ min: 5, max: 25 }),
  hour: fc.integer({ min: 13, max: 18 }),
  notice: fc.integer({ min: 5, max: 30 }),
  moving: fc.integer({ min: 11, max: 40 }),
});

function contractOf(of: Facts, shoot: boolean): Setting {
  const terms: Partial<Terms> = shoot
    ? {
        booking: form({
          ...{ on: '2027-06-12', time: `${of.hour}:00`, minutes: 300, zone: 'Europe/Berlin', place: 'Castle Park' },
        }),
        rescheduling: form({
          ...{
            free: 1,
            notice: { within: of.notice, unit: 'days' as const },
            fee: { percentMilli: of.moving * 1_000 },
          },
        }),
      }
    : {
        ...{ acceptanceDays: form(of.days), confidentialityYears: form(of.years), taxIncluded: form(false) },
        expenses: form({ kind: 'capped', minor: BigInt(of.cap) * 100n }),
        killFee: form({ percentMilli: of.kill * 1_000 }),
        rights: form({ kind: 'licence', use: 'web and print', territory: of.land[0], months: of.months }),
      };
  return { ...(shoot ? { template: 'photography' } : { taxRateMilli: of.tax * 1_000, taxId: 'DE123456789' }), terms };
}

type Fact = keyof Facts;
type Sentence = (of: Facts) => string;
/** For each fact, sentences that say it; the rule that finds another value. */
const SAID: readonly (readonly [Fact, rule: string, shoot: boolean, ...Sentence[]])[] = [
  [
    ...(['days', 'acceptance', false] as const),
    ({ days }) => `You have ${days} days to check the work.`,
    ({ days }) => `The work counts as accepted after ${days} days.`,
    ({ days }) => `Sie haben ${days} Tage, um die Arbeit zu prüfen.`,
    ({ days }) => `Die Arbeit gilt nach ${days} Tagen als abgenommen.`,
    ({ days }) => `Vous avez ${days} jours pour vérifier le travail.`,
    ({ days }) => `El trabajo se da por aceptado a los ${days} días.`,
  ],
  [
    ...(['cap', 'expenses', false] as const),
    ({ cap }) => `Expenses are capped at EUR ${cap}.`,
    ({ cap }) => `Travel costs are reimbursed up to EUR ${cap}.`,
    ({ cap }) => `Spesen werden bis ${cap} € erstattet.`,
    ({ cap }) => `Les frais de déplacement sont plafonnés à ${cap} €.`,
    ({ cap }) => `Los gastos se pagan hasta ${cap} €.`,
  ],
  [
    ...(['kill', 'kill-fee', false] as const),
    ({ kill }) => `The kill fee is ${kill}%.`,
    ({ kill }) => `If you end the work early, you pay ${kill}% of the rest.`,
    ({ kill }) => `Das Ausfallhonorar beträgt ${kill} %.`,
    ({ kill }) => `L’indemnité de résiliation est de ${kill} %.`,
    ({ kill }) => `La indemnización por cancelación es del ${kill} %.`,
  ],
  [
    ...(['years', 'secrecy', false] as const),
    ({ years }) => `Confidentiality lasts ${years} years.`,
    ({ years }) => `We both keep quiet for ${years} years.`,
    ({ years }) => `Die Vertraulichkeit gilt ${years} Jahre.`,
    ({ years }) => `La confidentialité dure ${years} ans.`,
    ({ years }) => `La confidencialidad dura ${years} años.`,
  ],
  [
    ...(['months', 'licence', false] as const),
    ({ months }) => `The licence lasts ${months} months.`,
    ({ months }) => `You may use the pictures for ${months} months.`,
    ({ months }) => `Die Lizenz gilt ${months} Monate.`,
    ({ months }) => `La licence dure ${months} mois.`,
    ({ months }) => `La licencia dura ${months} meses.`,
  ],
  [
    ...(['land', 'licence', false] as const),
    ({ land }) => `You may use the pictures in ${land[0]}.`,
    ({ land }) => `Sie dürfen die Bilder in ${land[1]} nutzen.`,
    ({ land }) => `Vous pouvez utiliser les images en ${land[2]}.`,
    ({ land }) => `Puede usar las imágenes en ${land[3]}.`,
  ],
  [
    ...(['tax', 'tax', false] as const),
    ({ tax }) => `VAT at ${tax}% is added to the price.`,
    ({ tax }) => `Hinzu kommen ${tax} % Mehrwertsteuer.`,
    ({ tax }) => `La TVA est de ${tax} %.`,
    ({ tax }) => `El IVA es del ${tax} %.`,
  ],
  [
    ...(['hour', 'slot', true] as const),
    ({ hour }) => `The shooting begins at ${hour}:00.`,
    ({ hour }) => `We begin at ${hour - 12} pm.`,
    ({ hour }) => `Das Shooting beginnt um ${hour} Uhr.`,
    ({ hour }) => `La séance commence à ${hour} h.`,
    ({ hour }) => `La sesión empieza a las ${hour}:00.`,
  ],
  [
    ...(['notice', 'moving', true] as const),
    ({ notice }) => `Moving the date is free up to ${notice} days before.`,
    ({ notice }) => `Umbuchungen sind bis ${notice} Tage vorher kostenlos.`,
    ({ notice }) => `Le report est gratuit jusqu’à ${notice} jours avant.`,
    ({ notice }) => `El cambio de fecha es gratis hasta ${notice} días antes.`,
  ],
  [
    ...(['moving', 'moving', true] as const),
    ({ moving }) => `Moving the date later costs ${moving}%.`,
    ({ moving }) => `Eine spätere Verschiebung kostet ${moving} %.`,
    ({ moving }) => `Un report de date coûte ensuite ${moving} %.`,
    ({ moving }) => `Cambiar la fecha después cuesta el ${moving} %.`,
  ],
];

const found = (setting: Setting, words: string) => {
  const scene = settingScene({ ...setting, terms: { ...setting.terms, specialTerms: form(words) } });
  return CUSTOM_RULES.flatMap((rule) => {
    const one = rule.check(scene);
    return one ? [`${one.grade ?? rule.grade} ${rule.id}`] : [];
  });
};

const cases = SAID.flatMap(([fact, rule, shoot, ...sentences]) =>
  sentences.map((sentence) => ({ fact, rule, shoot, sentence })),
);

describe('a sentence that says what the contract does, and the same with one value changed', () => {
  test.each(cases.map((one) => [one.sentence({ ...fc.sample(facts, { numRuns: 1, seed: 7 })[0]! }), one] as const))(
    '%s',
    (_, { fact, rule, shoot, sentence }) => {
      fc.assert(
        fc.property(facts, facts, (of, other) => {
          fc.pre(of[fact] !== other[fact]);
          const contract = contractOf(of, shoot);
          expect(found(contract, sentence(of))).toEqual([]);
          expect(found(contract, sentence({ ...of, [fact]: other[fact] }))).toEqual([`blocks custom.other-${rule}`]);
        }),
        { numRuns: 12 },
      );
    },
  );

  test('is tried more than 500 times, for ten facts in four languages', () => {
    expect(cases.length * 12).toBeGreaterThanOrEqual(500);
    expect(new Set(cases.map(({ fact }) => fact)).size).toBe(10);
  });
});
