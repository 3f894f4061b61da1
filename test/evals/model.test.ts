import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { ContractTerms } from '../../src/contracts/read-brief.ts';
import { createLedger } from '../../src/sandbox/ledger.ts';
import { type Listening, listen } from '../../src/sandbox/listen.ts';
import { createModel, type SandboxModel } from '../../src/sandbox/model/model.ts';

vi.setConfig({ testTimeout: 90_000 });

const ROOT = path.resolve(import.meta.dirname, '../..');
const WORKSPACE = { currency: 'EUR', timezone: 'Europe/Berlin', country: 'DE', depositPercent: 50, netDays: 14 };
const LOOSE =
  'thanks again! so we roll on 2 March and then the whole thing wraps up on 10 April, our man there is ruben costa from lumen, 4000 lands with us for a moodboard plus the usual icon set';
const PLAIN = 'Logo for Acme (dana@acme.test), EUR 900, done by 10 April 2027';
const common = { lang: 'en', today: '2026-11-23', workspace: WORKSPACE, ask: [], tags: ['clear'] };
const BRIEFS = [
  {
    ...{ id: 'loose', brief: LOOSE, ...common },
    expect: {
      ...{ clientName: 'ruben costa', clientCompany: 'lumen', amountMinor: 400_000 },
      ...{ startOn: '2027-03-02', dueOn: '2027-04-10', deliverables: ['moodboard', 'icon set'] },
    },
  },
  {
    ...{ id: 'plain', brief: PLAIN, ...common },
    expect: {
      clientCompany: 'Acme',
      currency: 'EUR',
      clientEmail: 'dana@acme.test',
      amountMinor: 90_000,
      dueOn: '2027-04-10',
    },
  },
];

const said = (value: string, quote = value) => ({ value, quote });
const thing = (value: string, quote = value) => ({ ...said(value, quote), format: null, accepted: null });
const NOTHING: ContractTerms = {
  ...{ title: null, template: null, clientName: null, clientCompany: null, deliverables: [], fee: null },
  ...{ deposit: null, startOn: null, endOn: null, revisions: null, netDays: null },
};
const HELP: ContractTerms = {
  ...NOTHING,
  clientName: said('ruben costa', 'our man there is ruben costa from lumen'),
  clientCompany: said('lumen', 'ruben costa from lumen'),
  deliverables: [thing('moodboard', 'a moodboard'), thing('icon set', 'the usual icon set')],
  fee: said('4000', '4000 lands with us'),
  startOn: said('2 March', 'we roll on 2 March'),
  endOn: said('10 April', 'wraps up on 10 April'),
};
/** Values with quotations that stand nowhere: they are dropped before anything is counted. */
const MADE_UP: ContractTerms = {
  ...NOTHING,
  revisions: said('9', 'nine rounds of revisions'),
  netDays: said('90', 'net 90'),
  startOn: said('2 May', 'starts on 2 May'),
};

let server: SandboxModel;
let door: Listening;
let folder: string;
beforeAll(async () => {
  server = createModel({ ledger: createLedger() });
  door = await listen(server.routes.fetch);
  folder = mkdtempSync(path.join(tmpdir(), 'evals-'));
  writeFileSync(path.join(folder, 'en.jsonl'), BRIEFS.map((brief) => `${JSON.stringify(brief)}\n`).join(''));
});
afterEach(() => {
  server.reset();
  rmSync(path.join(folder, 'history.ndjson'), { force: true });
});
afterAll(async () => {
  server.stop();
  rmSync(folder, { recursive: true, force: true });
  await door.close();
});

async function evaluate(environment: Record<string, string>): Promise<string> {
  const run = promisify(execFile)(process.execPath, ['--import', 'tsx', 'evals/main.ts', '--from', folder], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...environment },
  });
  // The goals are for many briefs, so the code it ends with says nothing here.
  const { stdout } = await run.catch((error: { stdout: string }) => error);
  return stdout;
}
const withModel = (api: string) => ({
  ...{ OPENAI_BASE_URL: `${door.url}/model/v1`, OPENAI_MODEL: 'sandbox-model', OPENAI_API: api },
});
const rows = (out: string) => [...out.matchAll(/^\| en \| (.*) \|$/gm)].map(([, cells = '']) => cells.split(' | '));
const history = () =>
  readFileSync(path.join(folder, 'history.ndjson'), 'utf8')
    .trim()
    .split('\n')
    .map((row) => JSON.parse(row) as { path: string; model?: string; scores: { exact: number; invented: number }[] });

test('without a model the rules alone are measured', async () => {
  const out = await evaluate({});
  expect(rows(out)).toHaveLength(1);
  expect(server.requests()).toEqual([]);
  expect(history()).toMatchObject([{ path: 'rules' }]);
});

test.each(['responses', 'chat'])(
  'by %s a second table says what a model adds, and the history which path it was',
  async (api) => {
    server.always(({ input }) => ({ kind: 'json', value: input === LOOSE ? HELP : NOTHING }));
    const out = await evaluate(withModel(api));
    const [ruled, helped] = rows(out);
    expect(out).toContain('Read with sandbox-model:');
    expect(Number.parseFloat(helped?.[2] ?? '')).toBeGreaterThan(Number.parseFloat(ruled?.[2] ?? ''));
    expect(helped?.[5]).toBe('0');
    expect(history()).toMatchObject([{ path: 'rules' }, { path: 'model', model: 'sandbox-model' }]);
    const requests = server.requests();
    expect(requests.map(({ schemaName }) => schemaName)).toEqual(['contract_terms', 'contract_terms']);
    for (const request of requests) {
      expect(request).toMatchObject({ api, stream: true });
      expect(BRIEFS.map(({ brief }) => brief)).toContain(request.input);
    }
    await evaluate(withModel(api));
    expect(history()).toHaveLength(2);
  },
);

test('what a model makes up is dropped before it is counted', async () => {
  server.always({ kind: 'json', value: MADE_UP });
  const [ruled, helped] = rows(await evaluate(withModel('chat')));
  expect(helped).toEqual(ruled);
  expect(history().map(({ scores }) => scores[0]?.invented)).toEqual([0, 0]);
});

test('a model that fails leaves the rules’ figures, and the heading says how many', async () => {
  server.faults.add({ match: 'contract_terms', kind: '5xx', times: 2 });
  const out = await evaluate(withModel('responses'));
  expect(out).toContain('Read with sandbox-model, 2 of 2 by rule alone (2 unreachable):');
  const [ruled, helped] = rows(out);
  expect(helped).toEqual(ruled);
});
