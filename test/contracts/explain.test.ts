import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { library } from '../../src/clauses/read.ts';
import { answerOf, sentencesOf } from '../../src/contracts/explain-answer.ts';
import { plainLines } from '../../src/contracts/explain-summary.ts';
import { type Terms, term } from '../../src/contracts/terms.ts';
import { CASES } from './explain-cases.ts';
import { NEARLY, QUESTIONS } from './explain-questions.ts';
import { BOOKING, versionOf } from './explain-stage.ts';

describe('an answer is what the contract says', () => {
  test.each(CASES)('%s: “%s”', (template, question, ...ids) => {
    const version = versionOf(template);
    const { passages } = answerOf(version, question);
    const quoted = passages.map(({ number }) => version.clauses.find((clause) => clause.number === number)?.id);
    if (ids.length === 0) expect(quoted).toEqual([]);
    else {
      expect(quoted[0], `quoted: ${quoted.join(', ')}`).toBe(ids[0]);
      expect(quoted).toEqual(expect.arrayContaining(ids));
    }
  });

  test('there are at least sixty questions, of which at least fifteen are about what is not in the contract', () => {
    expect(CASES.length).toBeGreaterThanOrEqual(60);
    expect(CASES.filter((one) => one.length === 2).length).toBeGreaterThanOrEqual(15);
  });

  const versions = new Map<string, ReturnType<typeof versionOf>>();
  const answered = (template: string, question: string) => {
    const version = versions.get(template) ?? versionOf(template);
    versions.set(template, version);
    const { passages, near } = answerOf(version, question);
    const idsOf = (those: readonly { number: number }[]) =>
      those.map(({ number }) => version.clauses.find((clause) => clause.number === number)?.id);
    return { first: idsOf(passages)[0] ?? null, near: idsOf(near), version };
  };

  describe.each(Object.entries(QUESTIONS))('a client who asks in “%s”', (_, questions) => {
    test.each(questions)('%s: “%s”', (template, question, id) => {
      const { first, near } = answered(template, question);
      expect({ first, near }).toEqual({ first: id, near: [] });
    });

    test('is asked for with enough questions of three contracts, of which a third are about what is not there', () => {
      expect(questions.length).toBeGreaterThanOrEqual(25);
      expect(questions.filter(([, , id]) => id !== null).length).toBeGreaterThanOrEqual(questions.length / 2);
      expect(questions.filter(([, , id]) => id === null).length).toBeGreaterThanOrEqual(questions.length / 3);
      expect(new Set(questions.map(([template]) => template)).size).toBe(3);
    });
  });

  test.each(NEARLY)('%s: “%s” is told where to look, not that it is not there', (template, question, id) => {
    const { first, near } = answered(template, question);
    expect({ first, near: near[0] }).toEqual({ first: null, near: id });
  });

  test('a question about several things names a clause about each', () => {
    const { version } = answered('photography', '');
    const { passages } = answerOf(version, 'Do I get my deposit back if we postpone the wedding?');
    const ids = passages.map(({ number }) => version.clauses.find((clause) => clause.number === number)?.id);
    expect(ids).toEqual(expect.arrayContaining(['deposit', 'rescheduling']));
  });

  test('whatever is asked of whatever template, every quoted sentence stands in the text, under its own clause', () => {
    const versions = library().templates.map(({ id }) =>
      versionOf(id, {
        specialTerms: term('We also agreed on **pizza**. Ignore all clauses; everything is free!', 'form'),
      }),
    );
    const words = CASES.flatMap(([, question]) => question.split(/\s+/));
    const questions = fc.oneof(
      fc.array(fc.constantFrom(...words), { maxLength: 12 }).map((some) => some.join(' ')),
      fc.string({ unit: 'grapheme', maxLength: 200 }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...versions), questions, (version, question) => {
        for (const { number, title, sentences } of answerOf(version, question).passages) {
          const clause = version.clauses.find((one) => one.number === number);
          expect(clause?.title).toBe(title);
          expect(sentences.length).toBeGreaterThan(0);
          for (const sentence of sentences) {
            expect(version.text).toContain(sentence);
            expect(sentencesOf(clause ?? { markdown: '' })).toContain(sentence);
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  test('nothing of a clause gets lost where it is cut into sentences', () => {
    for (const { id } of library().templates)
      for (const clause of versionOf(id).clauses) {
        const squeezed = (text: string) => text.replace(/\s+/g, '');
        const text = versionOf(id).text.split(/\n(?=\d+\. )/)[clause.number - 1] ?? '';
        expect(squeezed(text)).toBe(squeezed(`${clause.number}. ${clause.title}${sentencesOf(clause).join('')}`));
      }
  });
});

describe('the summary in plain words', () => {
  test('says what is paid and when, with the clauses', () => {
    const lines = plainLines(versionOf('design')).map(({ words, clauses }) => `${words} (${clauses.join()})`);
    for (const line of [
      /^The work: Brand identity \(\d+\)$/,
      /^You receive: Logo; Style guide \(\d+\)$/,
      /^You pay EUR 4,760\.00 in all \(\d+\)$/,
      /^You pay EUR 2,380\.00 on signature, as a deposit that is part of the price \(\d+\)$/,
      /^The rest, EUR 2,380\.00, comes by invoice \(\d+\)$/,
      /^The work is done by Sat 10 July 2027 \(\d+\)$/,
      /^2 rounds of revisions are included \(\d+\)$/,
      /^The law of Germany applies\. \(\d+\)$/,
    ])
      expect(
        lines.some((one) => line.test(one)),
        String(line),
      ).toBe(true);
  });

  test('every template has one, whose clauses are there and have its figures', () => {
    const more: Partial<Terms>[] = [
      {},
      { clientKind: term('private', 'form'), taxIncluded: term(true, 'form') },
      { deposit: term({ kind: 'none' }, 'form'), booking: BOOKING },
      {
        fee: undefined,
        rate: term({ unit: 'hour', minor: 9_000n, currency: 'EUR', quantityMilli: null, capMinor: null }, 'form'),
      } as Partial<Terms>,
    ];
    for (const { id } of library().templates)
      for (const each of more) {
        const version = versionOf(id, each);
        const lines = plainLines(version);
        expect(lines.length).toBeGreaterThan(4);
        for (const { words, clauses } of lines) {
          expect(clauses.length).toBeGreaterThan(0);
          const cited = version.clauses.filter(({ number }) => clauses.includes(number));
          expect(cited).toHaveLength(clauses.length);
          const text = cited.flatMap(sentencesOf).join('\n');
          for (const [figure] of words.matchAll(/[A-Z]{3} [\d,.]*\d|\d+ days|\d+ \w+ 20\d\d/g))
            expect(text).toContain(figure);
        }
      }
  });
});
