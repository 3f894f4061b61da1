import { describe, expect, test } from 'vitest';
import { deliverablesFrom } from '../../src/contracts/deliverable.ts';
import { answerOf } from '../../src/contracts/explain-answer.ts';
import { plainLines } from '../../src/contracts/explain-summary.ts';
import { asksOf } from '../../src/contracts/scope.ts';
import { term } from '../../src/contracts/terms.ts';
import { versionOf } from './explain-stage.ts';

const LINES = ['20 edited photos. Format: JPEG. Accepted when: approved by the editor', 'At least 4 posters', 'Logo'];
const version = versionOf('design', { deliverables: term(deliverablesFrom(LINES), 'form') });
const clause = version.clauses.find(({ id }) => id === 'deliverables')!;

describe('things with parts', () => {
  test('stand in the plain lines whole, with the clause that says them', () => {
    expect(plainLines(version)).toContainEqual({
      words: `You receive: ${LINES.join('; ')}`,
      clauses: [clause.number],
    });
  });

  test.each([
    'What formats do I get?',
    'How many photos do I get?',
    'How many photos?',
    'In which format are the photos?',
  ])('are what is cited for: %s', (question) =>
    expect(answerOf(version, question).passages.map(({ number }) => number)).toContain(clause.number),
  );

  const signed = { ...version, id: 'ver_1', state: 'signed' } as never;
  test('more than their number is outside, and by how many is said', () => {
    const [ask] = asksOf('Could we have 25 photos?', [signed]);
    expect(ask).toMatchObject({ verdict: 'outside', settled: true });
    expect(ask?.why).toBe('more than the list has: “20 edited photos”, and this asks for 5 more');
    expect(ask?.quotes[0]).toMatchObject({ number: clause.number });
    expect(asksOf('Could we have the 20 photos?', [signed])[0]?.verdict).toBe('in');
    expect(asksOf('Could we have 6 posters?', [signed])[0]?.verdict).toBe('in');
  });
});
