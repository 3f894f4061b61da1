import { readdirSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { SandboxPerson } from '../../src/sandbox/slack/person.ts';
import type { SandboxMessage } from '../../src/sandbox/slack/shapes.ts';
import { newId } from '../../src/shared/ids.ts';
import { Refusal } from '../../src/shared/refusal.ts';
import { liveThrough } from '../support/acts.ts';
import type { clientBrowser } from '../support/browser.ts';
import { checkInvariants } from '../support/invariants.ts';
import { startWorld, textOf, type World } from '../support/world.ts';

let world: World;
/** Each side's browser, open on the offer that waits. */
let dana: ReturnType<typeof clientBrowser>;
let tom: ReturnType<typeof clientBrowser>;
let ours: string;
let theirs: string;

/** Two studios live through the same weeks, with a client at the same address. */
beforeAll(async () => {
  world = await startWorld();
  dana = await liveThrough(world, world.mia, { name: 'Canaryberg', email: 'both@acme.test' });
  tom = await liveThrough(world, world.fern, { name: 'Canaryfern', email: 'both@acme.test' });
  for (const who of [world.mia, world.fern]) {
    const desk = await world.desk(who);
    await desk.get('/desk/templates');
    await desk.submit('template:copy');
    await desk.submit('template:save', {
      do: 'save',
      title: `${who === world.mia ? 'Canaryberg' : 'Canaryfern'} terms`,
    });
  }
  await world.passTo(new Date('2027-02-06T09:00:00Z'));
  // After the balance: it would not go out by itself.
  world.vendors.stripe.refund(world.vendors.stripe.charges()[0]!.id, 500);
  await world.settle();
  const idOf = async (team: string) =>
    (await world.db.workspace.findUniqueOrThrow({ where: { slackTeamId: team } })).id;
  ours = await idOf(world.team.id);
  theirs = await idOf(world.other.id);
  for (const workspaceId of [ours, theirs]) await rarely(workspaceId);
}, 300_000);

/** Rows of what the stories above do not come to: a change that was asked for, and a call to a model. */
async function rarely(workspaceId: string): Promise<void> {
  const { db } = world;
  const version = await db.version.findFirstOrThrow({ where: { workspaceId }, include: { contract: true } });
  const { projectId } = version.contract;
  const member = await db.member.findFirstOrThrow({ where: { workspaceId } });
  const at = { workspaceId, projectId, memberId: member.id };
  await db.changeRequest.create({
    data: {
      ...{ ...at, id: newId('change', new Date()), versionId: version.id, body: 'make it 40%', answers: {} },
      ...{ state: 'declined', reason: 'No.', askedAt: new Date(), answeredAt: new Date(), answeredById: member.id },
    },
  });
  const usedOn = new Date('2027-02-01');
  const call = newId('call', new Date());
  await db.modelDay.create({ data: { workspaceId, usedOn, tokens: 7 } });
  await db.modelCall.create({
    data: {
      ...{ ...at, id: call, usedOn, ask: 'contract_terms', promptVersion: '1', model: 'm', outcome: 'answered' },
      ...{ tokens: 7, askedAt: new Date() },
    },
  });
  await db.modelWords.create({
    data: { workspaceId, id: call, told: 'a', said: 'b', deleteAt: new Date('2027-03-01') },
  });
}

type Column = { name: string; type: string };
const tables = async (): Promise<string[]> => {
  const rows = await world.db.$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'workspaceId' ORDER BY 1`;
  return rows.map(({ name }) => name);
};

/** Everything a workspace has, as one fingerprint for each table. */
async function fingerprint(workspaceId: string): Promise<Record<string, string>> {
  const parts = (await tables()).map(
    (name) =>
      `SELECT '${name}' AS name, md5(coalesce(string_agg(t::text, ',' ORDER BY t::text), '')) AS sum FROM "${name}" t WHERE "workspaceId" = '${workspaceId}'`,
  );
  const rows = await world.db.$queryRawUnsafe<{ name: string; sum: string }[]>(parts.join(' UNION ALL '));
  return Object.fromEntries(rows.map(({ name, sum }) => [name, sum]));
}

/** Ids of every table that has ids, of one workspace. */
async function idsOf(workspaceId: string, each = 2): Promise<string[]> {
  const named = await world.db.$queryRaw<Column[]>`
    SELECT table_name AS name, data_type AS type FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'id'`;
  const own = new Set(await tables());
  const reads = named
    .filter(({ name, type }) => own.has(name) && type === 'text')
    .map(({ name }) => `(SELECT id FROM "${name}" WHERE "workspaceId" = '${workspaceId}' ORDER BY id LIMIT ${each})`);
  const rows = await world.db.$queryRawUnsafe<{ id: string }[]>(reads.join(' UNION ALL '));
  return rows.map(({ id }) => id);
}

/** An id of the same kind that belongs to nobody. */
const nobodys = (id: string) => `${id.slice(0, -6)}zzzzzz`;

test('each studio, its client and its mails see only their own', async () => {
  for (const [team, own, foreign] of [
    [world.team, 'Canaryberg', 'Canaryfern'],
    [world.other, 'Canaryfern', 'Canaryberg'],
  ] as const) {
    const seen = textOf([team.all, ...team.homes.values()]);
    expect(seen).toContain(own);
    expect(seen).not.toContain(foreign);
  }
  for (const mail of world.vendors.mailbox.mails()) {
    const { source } = mail;
    expect(source.includes('Canaryberg') && source.includes('Canaryfern'), mail.subject).toBe(false);
  }
  expect((await dana.get('/portal/project')).html).not.toContain('Canaryfern');
  expect((await tom.get('/portal/project')).html).not.toContain('Canaryberg');
  await checkInvariants(world);
});

describe('in the database', () => {
  test('every relation carries the workspace, and a row that points into another one is refused', async () => {
    const keys = await world.db.$queryRaw<{ name: string; child: string; parent: string; columns: string[] }[]>`
      SELECT c.conname AS name, c.conrelid::regclass::text AS child, c.confrelid::regclass::text AS parent,
        ARRAY(SELECT a.attname::text FROM unnest(c.conkey) k JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k) AS columns
      FROM pg_constraint c WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace ORDER BY 1`;
    expect(keys.length).toBeGreaterThan(50);
    expect(keys.filter(({ columns }) => !columns.includes('workspaceId'))).toEqual([]);
    const taken: string[] = [];
    for (const key of keys) {
      const [column] = key.columns.filter((each) => each !== 'workspaceId');
      if (!column) continue;
      const refused = await world.db
        .$transaction(async (tx) => {
          await tx.$executeRawUnsafe(`ALTER TABLE ${key.child} DISABLE TRIGGER USER`);
          const checks = await tx.$queryRawUnsafe<{ name: string }[]>(
            `SELECT conname AS name FROM pg_constraint WHERE conrelid = '${key.child}'::regclass AND contype = 'c'`,
          );
          for (const { name } of checks) await tx.$executeRawUnsafe(`ALTER TABLE ${key.child} DROP CONSTRAINT ${name}`);
          const target = column === 'blobSha256' ? 'sha256' : 'id';
          const changed = await tx.$executeRawUnsafe(
            `UPDATE ${key.child} SET "${column}" = (SELECT ${target} FROM ${key.parent} WHERE "workspaceId" = '${theirs}'
              AND ${target} NOT IN (SELECT ${target} FROM ${key.parent} WHERE "workspaceId" = '${ours}') LIMIT 1)
             WHERE ctid = (SELECT ctid FROM ${key.child} WHERE "workspaceId" = '${ours}' LIMIT 1)`,
          );
          throw new Error(changed === 0 ? 'no row to try it with' : 'taken');
        })
        .catch((error: Error) => error.message);
      if (!/23503|[Ff]oreign key/.test(refused)) taken.push(`${key.name}: ${refused.slice(-200)}`);
    }
    expect(taken).toEqual([]);
  });

  test('an id of the other studio reads like one that was never given', async () => {
    const reads = await readers();
    expect(reads.length).toBeGreaterThan(30);
    const told: string[] = [];
    const silent: string[] = [];
    for (const { name, call, tries } of reads) {
      let answersItsOwn = false;
      for (const ids of tries) {
        const missing = ids.map(nobodys);
        if ((await call(ours, ids)) !== (await call(ours, missing))) answersItsOwn = true;
        const foreign = await call(theirs, ids);
        if (foreign !== (await call(theirs, missing))) told.push(`${name} of ${ids}: ${foreign.slice(0, 200)}`);
      }
      if (!answersItsOwn) silent.push(name);
    }
    expect(told).toEqual([]);
    expect(silent.sort()).toEqual(ASKED_WITH_MORE);
  });
});

/** These answer nothing to an id alone: they are asked with words, an address, a day or rows, or about what did not happen here. */
const ASKED_WITH_MORE = [
  'addresseeOf',
  'cardAccountOf',
  'changeThatMade',
  'changeVersionsOf',
  'clientByEmail',
  'clientCalled',
  'clientChangesOf',
  'clientsLike',
  'copiedBy',
  'detailHashOf',
  'detailsOf',
  'invoiceViewsOf',
  'isOwnWords',
  'isRead',
  'isStopping',
  'isTicked',
  'liveAttemptOf',
  'openMoneyOf',
  'openedAt',
  'owedOn',
  'owedOnEach',
  'ownWordsOf',
  'replacedBy',
  'stoppedAt',
  'undeliveredOf',
  'wasMailed',
  'wrongTriesOf',
];

type Reader = { name: string; tries: string[][]; call(workspaceId: string, ids: readonly string[]): Promise<string> };

/** What a parameter's name asks for, where it is no id of ours. */
const NAMED: Record<string, string> = {
  sessionId: 'SELECT "sessionId" AS id FROM "Attempt"',
  externalId: 'SELECT "externalId" AS id FROM "Payment"',
  slackUserId: 'SELECT "slackUserId" AS id FROM "Member"',
  channelId: 'SELECT "channelId" AS id FROM "Project"',
  threadTs: 'SELECT "cardTs" AS id FROM "Project"',
  accountId: 'SELECT id FROM "PaymentAccount"',
};

/** Every query of every slice that takes a workspace and an id, with what to ask it. */
async function readers(): Promise<Reader[]> {
  const root = path.resolve(import.meta.dirname, '../../src');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => /^\w+\/([\w-]+-)?read\.ts$/.test(file))
    .sort();
  const [few, many] = [await idsOf(ours), await idsOf(ours, 6)];
  const valuesOf = async (parameter: string): Promise<string[]> => {
    const query = NAMED[parameter];
    if (query) {
      const rows = await world.db.$queryRawUnsafe<{ id: string }[]>(`${query} WHERE "workspaceId" = '${ours}'`);
      return rows.flatMap(({ id }) => id ?? []);
    }
    const kind = /^(\w+)Id$/.exec(parameter)?.[1] ?? '';
    const own = kind in KINDS ? many.filter((id) => id.startsWith(KINDS[kind] ?? '')) : few;
    return own.length > 0 ? own : few;
  };
  const found: Reader[] = [];
  for (const file of files) {
    const exported: Record<string, unknown> = await import(path.join(root, file));
    for (const [name, read] of Object.entries(exported)) {
      if (typeof read !== 'function') continue;
      const all = /^(?:async )?function \w+\(([^)]*)\)/.exec(read.toString())?.[1]?.split(/,\s*/) ?? [];
      const [first, second, ...asked] = all.filter((each) => !/^limit|^now|^since|^until|=/.test(each));
      if (first !== 'db' || second !== 'workspaceId' || asked.length === 0) continue;
      const since = all.some((each) => /^since/.test(each)) ? [new Date(0)] : [];
      const values = await Promise.all(asked.map(valuesOf));
      const tries = values.reduce<string[][]>((so, more) => so.flatMap((ids) => more.map((id) => [...ids, id])), [[]]);
      found.push({
        name,
        tries: tries.slice(0, 400),
        call: (workspaceId, ids) => {
          const time = all.some((each) => /^(now|until)/.test(each)) ? [world.clock.now()] : since;
          return answerOf(() => read(world.db, workspaceId, ...ids, ...time), ids);
        },
      });
    }
  }
  return found;
}

const KINDS: Record<string, string> = {
  project: 'prj',
  version: 'ver',
  contract: 'ctr',
  invoice: 'inv',
  payment: 'pay',
  contact: 'cnt',
  client: 'cli',
  member: 'mbr',
  business: 'biz',
};

async function answerOf(read: () => Promise<unknown>, ids: readonly string[]): Promise<string> {
  const plain = (text: string) => ids.reduce((so, id) => so.replaceAll(id, 'ID'), text);
  try {
    const value = await read();
    return plain(
      JSON.stringify(value, (_, each: unknown) => (typeof each === 'bigint' ? `${each}` : each)) ?? 'nothing',
    );
  } catch (error) {
    return plain(error instanceof Refusal ? `${error.code} ${error.sentence}` : String(error));
  }
}

type Button = { message: SandboxMessage; action: string; value: string };

function buttonsOf(messages: readonly SandboxMessage[]): Button[] {
  return messages.flatMap((message) =>
    message.blocks.flatMap((block) => {
      const elements = [
        ...((block.elements as object[] | undefined) ?? []),
        ...(block.accessory ? [block.accessory] : []),
      ];
      return (elements as { type: string; action_id?: string; value?: string }[])
        .filter(({ type, value }) => type === 'button' && value)
        .map(({ action_id = '', value = '' }) => ({ message, action: action_id, value }));
    }),
  );
}

describe('in the chat workspace', () => {
  test('a button that carries an id of the other studio answers as for one that was never given', async () => {
    const { fern, other, team } = world;
    const buttons = buttonsOf(team.all);
    const actions = new Set(buttons.map(({ action }) => action));
    for (const action of [
      'contract:edit',
      'contract:send',
      'contract:pdf',
      'contract:discard',
      'contract:explain',
      'question:answer',
      'reminder:snooze',
      'reminder:stop',
    ])
      expect(
        [...actions].some((one) => one.startsWith(action)),
        action,
      ).toBe(true);
    const before = [await fingerprint(ours), await fingerprint(theirs)];
    for (const action of actions) {
      const button = buttons.find((one) => one.action === action)!;
      const foreign = await pressed(fern, button, button.value);
      const missing = await pressed(fern, button, button.value.replace(/[a-z]{3}_[0-9a-z]{20,}/g, nobodys));
      if (!/^(desk:open|client:add|workspace:)/.test(action)) expect(foreign, action).toBe(missing);
      expect(foreign, action).not.toContain('Canaryberg');
      await fern.close(undefined, { all: true });
    }
    await world.settle();
    const after = [await fingerprint(ours), await fingerprint(theirs)];
    // The desk's own button leads its presser to her own desk.
    for (const each of [...before, ...after]) delete each.DeskTicket;
    expect(after).toEqual(before);
    expect(textOf(other.all)).not.toContain('Canaryberg');
  });

  /** What one hears and sees after pressing a button whose value was replaced. */
  async function pressed(who: SandboxPerson, { message, action, value }: Button, replaced: string): Promise<string> {
    const forged: SandboxMessage = JSON.parse(
      JSON.stringify(message).replaceAll(JSON.stringify(value), JSON.stringify(replaced)),
    );
    forged.channel = who.team.channel('projects').id;
    const before = who.ephemerals.length;
    await who.press(forged, action, { stale: true });
    await world.settle();
    const said = who.ephemerals.slice(before).map(({ text }) => text);
    return JSON.stringify([said, who.openView?.callbackId, who.openView?.blocks]).replace(/"[A-Z]\w{8,}"/g, '');
  }

  test('a form that carries ids of the other studio changes nothing of either', async () => {
    const { mia, fern, team, other } = world;
    const edit = {
      target: (each: typeof team) => lastWith(each, 'contract:edit'),
      action: 'contract:edit',
      view: 'contract:terms',
    };
    const send = {
      target: (each: typeof team) => lastWith(each, 'contract:send'),
      action: 'contract:send',
      view: 'contract:send',
    };
    const answer = {
      target: (each: typeof team) => lastWith(each, 'question:answer'),
      action: 'question:answer',
      view: 'question:answer',
    };
    const explain = {
      target: (each: typeof team) => lastWith(each, 'contract:explain'),
      action: 'contract:explain',
      view: 'contract:explain',
    };
    for (const { target, action, view } of [edit, send, answer, explain]) {
      await mia.press(target(team), action);
      const { privateMetadata } = await mia.waitForView(view);
      await mia.close(undefined, { all: true });
      expect(privateMetadata, action).toMatch(/_[0-9a-z]{20}/);
      await fern.press(target(other), action);
      const form = await fern.waitForView(view);
      await world.settle();
      const before = [await fingerprint(ours), await fingerprint(theirs)];
      form.privateMetadata = privateMetadata;
      if (view === 'contract:send') await fern.fill(form, { name: 'Mia Berg', consent: ['yes'] });
      if (view === 'contract:explain') await fern.fill(form, { body: 'What does it cost?' });
      if (view === 'question:answer') await fern.fill(form, { answer: 'Canaryfern answers' });
      await fern.submit(form);
      const said = textOf([form.errors, fern.openView?.blocks, form.trouble]);
      await fern.close(undefined, { all: true });
      await world.settle();
      expect([await fingerprint(ours), await fingerprint(theirs)], action).toEqual(before);
      expect(said, action).toMatch(/not (here|there|found)|no longer|gone|nothing|isn’t|does not/i);
    }
  });

  const lastWith = (team: World['team'], action: string) => {
    const found = buttonsOf(team.all).findLast((button) => button.action === action);
    if (!found) throw new Error(`no button ${action} in ${team.name}`);
    return found.message;
  };
});

describe('in the browser', () => {
  test('a client’s session does nothing with ids of the other studio, nor of another project', async () => {
    const ids = await idsOf(theirs);
    const before = [await fingerprint(ours), await fingerprint(theirs)];
    const page = await dana.get('/portal/project');
    const token = /name="version" value="([^"]+)"/.exec(page.html)?.[1] ?? '';
    const project = /name="project" value="([^"]+)"/.exec(page.html)?.[1] ?? '';
    for (const id of ids) {
      for (const [where, fields] of [
        ['/portal/invoice/pay', { invoice: id }],
        ['/portal/contract/code', { version: token.replace(/^[^.:|]+/, id) }],
        ['/portal/contract/decline', { version: token.replace(/^[^.:|]+/, id), reason: 'Canaryfern' }],
        [
          '/portal/contract/sign',
          { version: token.replace(/^[^.:|]+/, id), name: 'X', code: '123456', consent: 'yes' },
        ],
      ] as const) {
        const answer = await dana.post(where, { project, ...fields });
        expect(answer.html, where).not.toContain('Canaryfern');
        expect(answer.status, where).toBeGreaterThanOrEqual(400);
      }
      for (const where of [`/portal/invoice.pdf?invoice=${id}`, `/portal/receipt.pdf?payment=${id}`]) {
        const [foreign, missing] = [await dana.get(where), await dana.get(where.replace(id, nobodys(id)))];
        expect(foreign.status, where).toBe(404);
        expect(foreign.html.replaceAll(id, '')).toBe(missing.html.replaceAll(nobodys(id), ''));
      }
    }
    expect([await fingerprint(ours), await fingerprint(theirs)]).toEqual(before);
  });

  test('an owner’s desk shows and records nothing of the other studio', async () => {
    const desk = await world.desk(world.fern);
    const before = await fingerprint(ours);
    const { id: business } = await world.db.business.findFirstOrThrow({ where: { workspaceId: theirs } });
    for (const where of ['/desk/home', '/desk/bank', '/desk/payments', '/desk/templates']) {
      expect((await desk.get(where)).html, where).not.toMatch(/Canaryberg/);
    }
    for (const id of await idsOf(ours)) {
      const answer = await desk.post('/desk/payments', {
        business,
        invoice: id,
        key: 'a'.repeat(43),
        amount: '1',
        method: 'cash',
        receivedOn: '2027-02-05',
      });
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.html).not.toContain('Canaryberg');
      expect((await desk.get(`/desk/payments?recorded=${id}&invoice=${id}`)).html).not.toContain('Canaryberg');
    }
    expect(await fingerprint(ours)).toEqual(before);
  });

  test('a template of the other studio is not there, in an address and in a form', async () => {
    const desk = await world.desk(world.fern);
    const [template] = await world.db.template.findMany({ where: { workspaceId: ours } });
    const { id: business } = await world.db.business.findFirstOrThrow({ where: { workspaceId: theirs } });
    const id = template?.id ?? '';
    const before = [await fingerprint(ours), await fingerprint(theirs)];
    const whole = { business, do: 'save', after: '2', title: 'Taken over', number: '1', archived: 'yes' };
    for (const where of ['', '/history', '/preview.pdf', '/preview.pdf?version=1']) {
      const [foreign, missing] = [
        await desk.get(`/desk/templates/${id}${where}`),
        await desk.get(`/desk/templates/${nobodys(id)}${where}`),
      ];
      expect(foreign.status, where).toBe(404);
      expect(foreign.html, where).toBe(missing.html);
    }
    for (const where of ['', '/restore', '/archive']) {
      const answer = await desk.post(`/desk/templates/${id}${where}`, whole);
      expect(answer.status, where).toBe(404);
      expect(answer.html, where).not.toContain('Canaryberg');
    }
    const { fern } = world;
    await fern.command('/contract', 'Logo for Tom (tom@other.test), EUR 300, done by 1 April 2027', {
      channel: 'projects',
    });
    const form = await fern.waitForView('contract:terms');
    expect(textOf(form.blocks)).not.toContain(id);
    expect(textOf(form.blocks)).toContain('Canaryfern terms');
    await fern.close(undefined, { all: true });
    for (const each of [...before]) for (const table of ['Brief', 'DeskTicket', 'DeskSession']) delete each[table];
    const after = [await fingerprint(ours), await fingerprint(theirs)];
    for (const each of after) for (const table of ['Brief', 'DeskTicket', 'DeskSession']) delete each[table];
    expect(after).toEqual(before);
  });
});
