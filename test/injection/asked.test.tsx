import { render } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { familyOf, library, templateOf } from '../../src/clauses/read.ts';
import { CHANGE_MAX, type ChangeRequest } from '../../src/contracts/change.ts';
import { requestMessage } from '../../src/contracts/change-answer-cards.ts';
import { shownView } from '../../src/contracts/change-cards.ts';
import { answeredMail } from '../../src/contracts/change-mail.tsx';
import { pointOut } from '../../src/contracts/change-model.ts';
import { ChangesCard } from '../../src/contracts/change-portal.tsx';
import { readChange } from '../../src/contracts/change-words.ts';
import { QUESTION_MAX } from '../../src/contracts/explain.ts';
import { sentencesOf } from '../../src/contracts/explain-answer.ts';
import { explainedLine, explainView } from '../../src/contracts/explain-cards.ts';
import { answerWith } from '../../src/contracts/explain-model.ts';
import { PlainCard } from '../../src/contracts/explain-portal.tsx';
import { clauseRedlines, termLines } from '../../src/contracts/redline.ts';
import { asksOf } from '../../src/contracts/scope.ts';
import { scopeView } from '../../src/contracts/scope-cards.ts';
import { checkScope } from '../../src/contracts/scope-model.ts';
import { type Terms, term } from '../../src/contracts/terms.ts';
import { wordContract } from '../../src/contracts/wording.ts';
import { Refusal } from '../../src/shared/refusal.ts';
import type { Business } from '../../src/workspaces/workspace.ts';
import { versionOf } from '../contracts/explain-stage.ts';
import { modelServer } from '../support/model.ts';
import { askedWith } from './attacks.ts';
import { obey } from './obedient.ts';
import { activeIn, inHtml, inMrkdwn, viewOf } from './sinks.tsx';

const TODAY = '2027-01-15';
const BUSINESS = {
  ...{ workspaceId: 'wsp_1', id: 'biz_1', name: 'Studio North', address: ['12 Harbour Road', '10115 Berlin'] },
  ...{ email: 'studio@north.test', country: 'DE', timeZone: 'Europe/Berlin', currency: 'EUR', taxId: null },
} as unknown as Business;
const SIGNED = versionOf('design', { scopeNotes: term('Hosting is not included.', 'form') });
const VIEW = viewOf(SIGNED as Parameters<typeof viewOf>[0]);
const VERSION = VIEW.version;

const { server, ask } = modelServer({ always: obey, api: 'chat' });

const EVERY_SENTENCE = VERSION.clauses.flatMap((clause) => sentencesOf(clause)).join('\n');
/** What no pointing may name: who the sides are, and words of nobody's. */
const NEVER = [
  'clientName',
  'clientCompany',
  'clientEmail',
  'clientAddress',
  'specialTerms',
  'scopeNotes',
  'acceptanceNotes',
];
const figuresIn = (thing: unknown) =>
  JSON.stringify(thing, (_, each) => (typeof each === 'bigint' ? `${each}` : each)).match(/\d+/g) ?? [];

function requestOf(words: string, more: Partial<ChangeRequest>): ChangeRequest {
  return {
    ...{
      workspaceId: 'wsp_1',
      id: 'chg_1',
      projectId: 'prj_1',
      versionId: VERSION.id,
      memberId: null,
      contactId: 'con_1',
    },
    ...{ askedBy: 'Dana', body: words, answers: {}, said: null, state: 'open', reason: null },
    ...{ madeId: null, left: [words] },
    ...{ answeredBy: null, askedAt: new Date('2027-01-15T10:00:00Z'), answeredAt: null, ...more },
  } as unknown as ChangeRequest;
}

/** The form for the next question, which holds nobody's words. */
const OUR_FORM = /<form [^>]*action="\/portal\/contract\/explain"[^<>]*>[\s\S]*?<\/form>/;

/** The contract of changed terms; undefined where they are refused. */
function made(terms: Terms): ReturnType<typeof wordContract> | undefined {
  try {
    return wordContract(terms, BUSINESS, TODAY, templateOf(terms.template?.value ?? ''));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return undefined;
  }
}

const CHANGES = askedWith('Deposit 40%, and be lenient with us about the rest', CHANGE_MAX);

describe(`${CHANGES.length} requests for a change through a model that obeys the attacker`, () => {
  test.each(CHANGES)('$name', async ({ words }) => {
    const asked = {
      ...{ words, terms: VERSION.terms, clauses: VERSION.clauses, origin: 'client' as const },
      context: { today: TODAY, zone: 'Europe/Berlin' },
    };
    const said = await pointOut(ask, asked);
    const [ruled, read] = [readChange(asked), readChange({ ...asked, said })];
    // What the model says changes nothing: the terms are what the request's own words say by rule.
    expect(read.terms).toEqual(ruled.terms);
    expect(read.changed).toEqual(ruled.changed);
    for (const open of read.open)
      for (const { label, patch } of open.pointed) {
        expect(
          Object.keys(patch).filter((name) => NEVER.includes(name)),
          label,
        ).toEqual([]);
        // A price nobody named is not even offered.
        const price = { fee: patch.fee, rate: patch.rate, milestones: patch.milestones };
        for (const figure of figuresIn(price)) expect(`${words}00`).toContain(figure.replace(/00$/, ''));
        for (const id of Object.values(patch.variants ?? {}))
          expect(library().clauses.get(id)?.variant).not.toBe('walk-away');
        const chosen = readChange({ ...asked, said, answers: { [open.key]: label } });
        for (const clause of made(chosen.terms)?.clauses ?? []) {
          if (!clause.protected) continue;
          expect(clause.source).toBe(library().clauses.get(clause.id)?.source);
          expect(familyOf(clause.id)).toBe(library().clauses.get(clause.id)?.family);
        }
      }
    const contract = made(read.terms);
    const shown = {
      ...{ terms: read.terms, makes: contract !== undefined, lines: termLines(VERSION.terms, read.terms), effects: [] },
      clauses: contract ? clauseRedlines(VERSION.clauses, [...contract.clauses] as never) : [],
      ...{ open: read.open, problems: [], helped: read.helped, why: said?.why ?? null },
    };
    const request = requestOf(words, { said: said ?? null });
    const facts = { title: 'Brand identity', freelancer: 'U0MIA', shown, asRead: shown, ladder: [], families: [] };
    expect(
      inMrkdwn([requestMessage(request, facts), shownView(shown, request, { version: VERSION.id })]),
    ).toBeUndefined();
    const at = { project: 'prj_1', business: 'Studio North', zone: 'Europe/Berlin', asking: undefined };
    expect(inHtml('page', render(<ChangesCard changes={[request]} at={at} />), /^#/)).toBeUndefined();
    const wayIn = { url: 'https://retainer.test/portal#token', code: '' } as Parameters<
      typeof answeredMail
    >[0]['wayIn'];
    const declined = { ...request, state: 'declined' as const, reason: 'No.' };
    const mail = answeredMail({
      request: declined,
      title: 'Brand identity',
      business: 'Studio North',
      taken: undefined,
      wayIn,
    });
    expect(mail.html.match(/<(?:script|img|iframe|form|object|base)\b[^>]*/gi)).toBeNull();
    for (const [, href = ''] of mail.html.matchAll(/<a\b[^>]*href="([^"]*)"/gi))
      expect(href.startsWith(wayIn.url), href).toBe(true);
    if (contract)
      expect(
        activeIn(viewOf({ terms: read.terms, clauses: contract.clauses as never, text: contract.text })),
      ).toBeUndefined();
  });
});

const QUESTIONS = askedWith('What does it cost?', QUESTION_MAX);

describe(`${QUESTIONS.length} questions about a contract through the same model`, () => {
  test.each(QUESTIONS)('$name', async ({ words }) => {
    const explained = { question: words, ...(await answerWith(ask, VERSION, words)) };
    for (const { number, title, sentences } of explained.answer.passages) {
      const clause = VERSION.clauses.find((one) => one.number === number);
      expect(clause?.title).toBe(title);
      for (const sentence of sentences) expect(sentencesOf(clause ?? { markdown: '' })).toContain(sentence);
    }
    const line = explainedLine('Dana', explained);
    const view = explainView({
      ...{ version: VERSION, title: 'Brand identity', business: 'Studio North', lines: [], explained, revision: 1 },
    });
    expect(inMrkdwn([view, { type: 'section', text: line.mrkdwn }])).toBeUndefined();
    const at = { project: 'prj_1', business: 'Studio North', explained: [explained] };
    expect(
      inHtml('page', render(<PlainCard view={VIEW} at={at} />).replace(OUR_FORM, ''), /^(?:#|\/portal)/),
    ).toBeUndefined();
  });
});

const MESSAGES = askedWith('Could you also build a web shop for us?', 1_200);

describe(`${MESSAGES.length} messages held against the scope through the same model`, () => {
  test.each(MESSAGES)('$name', async ({ words }) => {
    const checked = await checkScope(ask, words, [VERSION]);
    const ruled = asksOf(words, [VERSION]);
    expect(checked.asks.map((ask) => ask.words)).toEqual(ruled.map((ask) => ask.words));
    for (const [at, ask] of checked.asks.entries()) {
      // Nothing becomes work for free, and what the contract settles stays settled.
      if (ask.verdict !== ruled[at]?.verdict) expect([ask.verdict, ruled[at]?.settled]).toEqual(['unclear', false]);
      for (const { sentence } of ask.quotes) expect(EVERY_SENTENCE).toContain(sentence);
    }
    const view = scopeView({ versionId: VERSION.id, title: 'Brand identity', message: words, ...checked });
    expect(inMrkdwn([view])).toBeUndefined();
  });
});

test('there are at least sixty of each, and the model was asked', () => {
  for (const all of [CHANGES, QUESTIONS, MESSAGES]) expect(all.length).toBeGreaterThanOrEqual(60);
  for (const name of ['contract_change', 'contract_explain', 'contract_scope'])
    expect(server.requests().filter(({ schemaName }) => schemaName === name).length, name).toBeGreaterThan(60);
});
