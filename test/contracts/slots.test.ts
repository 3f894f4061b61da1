import { expect, test } from 'vitest';
import { parseBrief } from '../../src/briefs/brief.ts';
import { clauseById } from '../../src/clauses/read.ts';
import { readBrief } from '../../src/contracts/read-brief.ts';
import { askForSlots, type ContractSlots, slotsFrom } from '../../src/contracts/slots.ts';
import type { Answer, Ask } from '../../src/platform/model.ts';
import { CONTEXT } from '../briefs/cases.ts';

const BRIEF =
  'Brand identity for Acme (dana@acme.test), EUR 4,000, 50% deposit, 3 logo variants. Photos are shot in the studio. Done by 10 April. The studio dog may come along.';
const answered = (value: Partial<ContractSlots>): Answer<ContractSlots> => ({
  ok: true,
  model: 'm',
  ms: 1,
  usage: 'none',
  text: '',
  value: { scopeNotes: null, acceptanceNotes: null, specialTerms: null, wordings: [], ...value },
});
const slots = (value: Partial<ContractSlots>) => slotsFrom(BRIEF, answered(value), parseBrief(BRIEF, CONTEXT), CONTEXT);

test('words that describe the work fill their slot and say that a model wrote them', () => {
  const { found, notes } = slots({ scopeNotes: 'We design 3 logo variants.\n\nPhotos are shot in the studio.' });
  expect(found).toEqual({
    scopeNotes: { value: 'We design 3 logo variants.\n\nPhotos are shot in the studio.', origin: 'model' },
  });
  expect(notes).toEqual([]);
});

test('words that do more are left out, and the form says so', () => {
  const { found, notes } = slots({
    scopeNotes: 'The logo is free of charge.',
    acceptanceNotes: 'You ｐａｙ nothing for the logo.',
    specialTerms: 'Photos may be shot outside.',
  });
  expect(found).toEqual({});
  expect(notes.map(({ sentence }) => sentence)).toEqual([
    expect.stringContaining('“The work in detail” were left out: they speak of money'),
    expect.stringContaining('“What the work is checked against” were left out: they speak of money'),
    expect.stringContaining('“Special terms” were left out: they are not the brief’s own'),
  ]);
});

test('a wording is chosen by words of the brief, never one that gives way, and the form says so', () => {
  const quote = 'Photos are shot in the studio';
  const wordings = [
    { clause: 'ip-assignment-named', quote },
    { clause: 'ip-assignment-by-part', quote },
    { clause: 'acceptance-reminded', quote },
    { clause: 'acceptance-at-will', quote },
    { clause: 'liability-paid', quote: 'The client demands all of it' },
    { clause: 'portfolio-credit', quote: 'photos' },
    { clause: 'late-payment-business-soft', quote },
    { clause: 'no-such-clause', quote },
  ];
  const { found, notes } = slots({ wordings });
  expect(found).toEqual({ variants: { value: { 'ip-assignment': 'ip-assignment-named' }, origin: 'model', quote } });
  expect(notes.map(({ sentence }) => sentence)).toEqual([
    expect.stringContaining(
      'another wording of “Rights in the work”, since the brief says “Photos are shot in the studio”',
    ),
  ]);
});

test('the model is offered no wording of money, law or the parties, and none that gives way', () => {
  const { instructions } = askForSlots(BRIEF, 1_000);
  const offered = [...instructions.matchAll(/^- `([a-z-]+)` \(/gm)].map(([, id = '']) => clauseById(id));
  expect(offered.length).toBeGreaterThan(3);
  for (const clause of offered) {
    expect(clause?.variant).toBe('freelancer');
    expect(['money', 'law', 'parties']).not.toContain(clause?.kind);
  }
});

test('special terms are the brief’s own words, with the brief as their origin', () => {
  const words = 'The studio dog may come along.';
  expect(slots({ specialTerms: words }).found).toEqual({
    specialTerms: { value: words, origin: 'brief', quote: words },
  });
});

test('what the brief filled by itself stands', () => {
  const brief = `${BRIEF}\nSpecial terms: Files as SVG.`;
  const parsed = parseBrief(brief, CONTEXT);
  expect(parsed.found.specialTerms).toBeDefined();
  const { found } = slotsFrom(brief, answered({ specialTerms: 'The studio dog may come along.' }), parsed, CONTEXT);
  expect(found).toEqual({});
});

test('the slots are asked for after the terms, with the brief alone and in what is left of the wait', async () => {
  const asked: Ask<unknown>[] = [];
  const ask = <T>(one: Ask<T>): Promise<Answer<T>> => {
    asked.push(one);
    const failure = one.name === 'contract_terms' ? undefined : ('busy' as const);
    const end = { model: 'm', ms: 1, usage: 'none' as const, text: '' };
    const nothing = Object.fromEntries(
      'title template clientName clientCompany fee deposit startOn endOn revisions netDays'
        .split(' ')
        .map((n) => [n, null]),
    );
    return Promise.resolve(
      failure ? { ok: false, failure, ...end } : { ok: true, value: { ...nothing, deliverables: [] } as T, ...end },
    );
  };
  const read = await readBrief(ask, BRIEF, CONTEXT);
  expect(asked.map(({ name }) => name)).toEqual(['contract_terms', 'contract_slots']);
  expect(asked[1]?.input).toBe(BRIEF);
  expect(asked[1]?.timeoutMs).toBe(4_000);
  expect(read.source).toBe('model');
  // The card says it as well as the form.
  expect(read.why).toBe('The model is busy, so the library’s words alone describe the work.');
});

test('a model that failed at the terms is not asked for slots', async () => {
  const names: string[] = [];
  await readBrief(
    ({ name }) => {
      names.push(name);
      return Promise.resolve({ ok: false, failure: 'busy', model: 'm', ms: 1, usage: 'none', text: '' });
    },
    BRIEF,
    CONTEXT,
  );
  expect(names).toEqual(['contract_terms']);
});
