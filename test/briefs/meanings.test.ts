import { describe, expect, it } from 'vitest';
import { learn } from '../../evals/learn.ts';
import { lessonsOf } from '../../evals/lessons.ts';
import { evidenceAround } from '../../src/briefs/meanings/evidence.ts';
import { readWeights, writtenWeights } from '../../src/briefs/meanings/learned.ts';
import { chancesIn, outstanding } from '../../src/briefs/meanings/weights.ts';
import { parse } from './cases.ts';

const around = (text: string, word: string) => {
  const start = text.indexOf(word);
  return evidenceAround(text, { start, end: start + word.length, text: word }, []);
};

describe('evidence', () => {
  it('is the words of the sentence, the label and the line above, with figures and months alike', () => {
    const found = around('When is it due?\nDeadline: we want it live by 3 May, 12 pages', '3 May');
    for (const piece of ['b0:by', 'bb:live by', 'L:deadl', 'Q:due', 'a0:#', 'A:pages']) expect(found).toContain(piece);
  });

  it('ends where the next figure of its kind stands', () => {
    const text = 'start on 3 May, deadline 7 June';
    const [first, second] = ['3 May', '7 June'].map((day) => ({
      ...{ start: text.indexOf(day), end: text.indexOf(day) + day.length, text: day },
    }));
    expect(evidenceAround(text, second!, [first!])).not.toContain('B:start');
    expect(evidenceAround(text, first!, [second!])).toContain('B:start');
  });

  it('costs no more in a long brief than in a short one', () => {
    const long = `${'word '.repeat(2400)}by 3 May ${'word '.repeat(20)}`;
    expect(around(long, '3 May').size).toBeLessThan(120);
  });
});

describe('weights', () => {
  const lessons = [
    { evidence: new Set(['by', 'any']), meaning: 1 },
    { evidence: new Set(['from', 'any']), meaning: 0 },
  ].flatMap((lesson) => [lesson, lesson, lesson]);

  it('are the same for the same lessons, and know what they were taught', () => {
    const weights = learn(lessons, ['start', 'end']);
    expect(learn(lessons, ['start', 'end'])).toEqual(weights);
    const [start = 0, end = 0] = chancesIn(weights, new Set(['by', 'any']));
    expect(end).toBeGreaterThan(start);
    expect(start + end).toBeCloseTo(1);
  });

  it('know nothing of evidence they never saw, whatever it is called', () => {
    const weights = learn(lessons, ['start', 'end']);
    expect(chancesIn(weights, new Set(['constructor', '__proto__', 'never seen']))).toEqual([0.5, 0.5]);
  });

  it('are written and read again as they were learned', () => {
    const { meanings, weights } = learn(lessons, ['start', 'end']);
    const again = readWeights(writtenWeights(meanings, weights));
    expect(again.meanings).toEqual(meanings);
    expect(Array.from(again.weights.get('by') ?? [])).toEqual(weights.get('by'));
    expect(Array.from(again.weights.get('from') ?? [])).toEqual(weights.get('from'));
    expect(again.weights.get('evidence')).toBeUndefined();
  });

  it('let one stand out only where the next is far behind', () => {
    const those = (second: number) => [
      { of: 'a', key: 'a', chance: 0.9 },
      { of: 'b', key: 'b', chance: second },
    ];
    expect(outstanding(those(0.1), { sure: 0.5, odds: 4 })).toBe('a');
    expect(outstanding(those(0.8), { sure: 0.5, odds: 4 })).toBeUndefined();
    expect(outstanding(those(0.1), { sure: 0.95, odds: 4 })).toBeUndefined();
  });
});

describe('lessons', () => {
  const brief = {
    ...{ id: 'x', lang: 'en', today: '2026-11-23', ask: [], tags: [] },
    workspace: { currency: 'EUR', timezone: 'Europe/Berlin', country: 'DE', depositPercent: null, netDays: null },
    brief: 'Logo for Hale Ltd, €900, €300 of it now. The bookkeeper gets round to it in 20 days. Due 3 May 2027.',
    expect: { amountMinor: 90000, depositMinor: 30000, netDays: 20, dueOn: '2027-05-03' },
  };

  it('say of each figure what it means there, and of what the learned weights would take all the same', () => {
    const { days, sums, lengths } = lessonsOf(brief);
    const meant = (examples: typeof days) => examples.map(({ meaning }) => meaning);
    expect([meant(sums), meant(lengths), meant(days)]).toEqual([[1, 2], [1], [0, 1]]);
  });
});

describe('what no rule has words for', () => {
  it.each([
    ['Affiche pour Hale SARL, 900 €. On te la réclame le 2 juin, pas un jour de plus.', 'due 2027-06-02'],
    ['Cartel para Hale S.L., 900 €. Me lo traes el 2 de junio y lo colgamos.', 'due 2027-06-02'],
    ['Portrait for Hale Ltd, £395. Gave me £95 already towards it, the other part when we meet.', 'deposit 9500'],
    ['Retrato para Hale S.L., 890 €. Hoy te giro 200 € así me guardás el día.', 'deposit 20000'],
    ['Logo für die Hale GmbH, 900 €. Unsere Buchhaltung schafft es nicht schneller, geben Sie uns 35 Tage.', 'net 35'],
    ['Logo para Hale S.L., 900 €. La tesorería gira a los 20 días.', 'net 20'],
  ])('is read by its evidence: %s', (brief, expected) => {
    const { endOn, deposit, netDays } = parse(brief).found;
    const sum = deposit?.value.kind === 'sum' ? deposit.value.minor : undefined;
    expect([`due ${endOn?.value}`, `deposit ${sum}`, `net ${netDays?.value}`]).toContain(expected);
  });

  it.each(['Logo for Hale Ltd, £900, 10 April', 'Poster for Hale Ltd: £900 says the mail, £950 says the phone'])(
    'leaves open what nothing speaks for: %s',
    (brief) => {
      const { found } = parse(brief);
      expect([found.endOn, brief.includes('says') ? found.fee : undefined]).toEqual([undefined, undefined]);
    },
  );
});
