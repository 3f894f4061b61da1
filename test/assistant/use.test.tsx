import { describe, expect, test } from 'vitest';
import { WHY_NOT } from '../../src/assistant/call.ts';
import { ModelPage } from '../../src/assistant/portal.tsx';
import { type CallMade, monthOf, type Use, useView } from '../../src/assistant/use.ts';
import { html } from '../../src/portal/layout.tsx';
import type { DeskVisit } from '../../src/workspaces/desk.ts';

const hostile = '<script>alert(1)</script>';
const visit = {
  workspace: { name: hostile },
  member: { name: hostile },
  business: { id: 'biz_1', name: hostile, timeZone: 'Europe/Berlin' },
} as unknown as DeskVisit;
const use: Use = { calls: 1_234, answered: 1_200, unasked: 3, tokens: 98_765, uncounted: 2, costMicros: 12_345n };
const none: Use = { calls: 0, answered: 0, unasked: 0, tokens: 0, uncounted: 0, costMicros: 0n };
const call: CallMade = {
  id: 'mcl_1',
  askedAt: new Date('2027-01-11T09:00:00Z'),
  ask: 'contract_terms',
  promptVersion: '1-abcdef01',
  model: hostile,
  outcome: 'answered',
  tokens: 1_500,
  ms: 2_345,
  costMicros: 1n,
  words: { told: hostile, said: hostile },
};
const plan = { name: 'gpt-x', dailyTokens: 250_000, prices: { inputMicros: 1, outputMicros: 1 } };
const shown = (keeps: boolean, calls: CallMade[], model: typeof plan | undefined = plan) =>
  html(<ModelPage visit={visit} view={useView({ today: use, month: use, calls, keeps }, model, 'Europe/Berlin')} />);

describe('what an owner sees of the model', () => {
  test('calls, tokens against the day’s limit, and cost, rounded up to the cent', () => {
    const page = shown(false, [call]);
    for (const words of ['1,234, 1,200 answered', '98,765 of 250,000 a day', 'USD 0.02', 'contract terms', '2.3 s'])
      expect(page).toContain(words);
    expect(page).toContain('3, because the day was spent');
    expect(page).toContain('2, taken at the most they can have used');
  });

  test('without prices a cost is not known, and without a model the page says so', () => {
    const unpriced = useView(
      { today: none, month: none, calls: [], keeps: false },
      { ...plan, prices: undefined },
      'UTC',
    );
    expect(unpriced.today).toContainEqual(['Cost', 'not known: no prices are set']);
    expect(
      html(
        <ModelPage
          visit={visit}
          view={useView({ today: none, month: none, calls: [], keeps: false }, undefined, 'UTC')}
        />,
      ),
    ).toContain('No model is set up');
  });

  test('words of models and people are words', () => {
    const page = shown(true, [call]);
    expect(page).toContain('alert(1)');
    expect(page).not.toContain('<script');
  });

  test('every outcome has words, and every failure a reason', () => {
    for (const outcome of ['asked', 'answered', 'lost', ...Object.keys(WHY_NOT)] as CallMade['outcome'][]) {
      const view = useView({ today: none, month: none, calls: [{ ...call, outcome }], keeps: false }, plan, 'UTC');
      expect(view.calls[0]?.how).not.toContain('undefined');
    }
  });
});

test('a month begins on its first', () => {
  expect(monthOf('2027-02-28')).toBe('2027-02-01');
});
