import { afterAll, afterEach, beforeAll } from 'vitest';
import { connectModel, type Model } from '../../src/platform/model.ts';
import { createLedger } from '../../src/sandbox/ledger.ts';
import { type Listening, listen } from '../../src/sandbox/listen.ts';
import { createModel, type SandboxModel } from '../../src/sandbox/model/model.ts';

type Api = 'responses' | 'chat';
type Served = { always?: Parameters<SandboxModel['always']>[0]; api?: Api; timeoutMs?: number };

/**
 * The sandbox's model server for the tests of one file, and the app's own way to it. Each test finds it as new, unless it
 * `always` says the same: then what it was asked is kept to be counted.
 */
export function modelServer({ always, api: usual = 'responses', timeoutMs: patience = 8_000 }: Served = {}) {
  const server = createModel({ ledger: createLedger() });
  let door: Listening;
  let model: Model | undefined;
  beforeAll(async () => {
    door = await listen(server.routes.fetch);
    if (always) server.always(always);
  });
  if (!always) afterEach(() => server.reset());
  afterAll(async () => {
    server.stop();
    await door.close();
  });
  const connect = (api: Api, timeoutMs = patience): Model =>
    connectModel(
      { name: 'sandbox-model', apiKey: 'k', baseUrl: `${door.url}/model/v1`, api, dailyTokens: 0, prices: undefined },
      { timeoutMs },
    );
  const ask: Model['ask'] = (question) => {
    model ??= connect(usual);
    return model.ask(question);
  };
  return { server, connect, ask };
}
