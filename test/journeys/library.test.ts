import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { versionById } from '../../src/contracts/read.ts';
import { reconcile } from '../../src/contracts/reconcile.ts';
import { businessOf } from '../../src/workspaces/read.ts';
import { textOf as pdfText } from '../documents/reading.ts';
import { draft, draftAndSend, sendCard, warmUp } from '../support/acts.ts';
import { type AppProcess, startProcess } from '../support/child.ts';
import { checkInvariants } from '../support/invariants.ts';
import { wordsOf } from '../support/seen.ts';
import { startWorld, type World } from '../support/world.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const NEW_WORDS = 'The next edition of the library says this as well.';

let world: World;
let app: AppProcess | undefined;
let release: string;
beforeAll(async () => {
  world = await startWorld();
  await warmUp(world);
  release = nextRelease();
}, 120_000);
afterAll(async () => {
  await app?.kill();
  rmSync(release, { recursive: true, force: true });
});

/** The app as it would be installed next: the same program with other words in every clause. */
function nextRelease(): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'retainer-release-')));
  for (const part of ['src', 'prompts', 'prisma', 'package.json', 'tsconfig.json', 'manifest.yml'])
    cpSync(path.join(ROOT, part), path.join(folder, part), { recursive: true });
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'));
  const clauses = path.join(folder, 'prompts/clauses');
  for (const name of readdirSync(clauses)) {
    const file = path.join(clauses, name);
    const text = readFileSync(file, 'utf8').replace(/^version: (\d+)$/m, (_, was) => `version: ${Number(was) + 1}`);
    writeFileSync(file, `${text.trimEnd()}\n\n${NEW_WORDS}\n`);
  }
  return folder;
}

const brief = (email: string) => `Logo for Acme (${email}), EUR 900, 50% deposit, done by 30 April 2027`;
const versionFor = (email: string) =>
  world.db.version.findFirstOrThrow({ where: { terms: { path: ['clientEmail', 'value'], equals: email } } });
const kept = ({ terms, clauses, text, textSha256 }: Awaited<ReturnType<typeof versionFor>>) => ({
  ...{ terms, clauses, text, textSha256 },
});

test('a change of the library leaves sent and signed versions as they were, to the letter, and makes new ones anew', async () => {
  const [out, done, waiting] = ['out@acme.test', 'done@acme.test', 'waiting@acme.test'];
  await draftAndSend(world, brief(out));
  const reader = world.client();
  await reader.openNewest(out, 'contract.sent');
  const page = wordsOf((await reader.get('/portal/project')).html);
  const pdf = (await reader.get('/portal/contract.pdf')).html;
  await draftAndSend(world, brief(done));
  const client = world.client();
  await client.openNewest(done, 'contract.sent');
  await client.sign('Dana Reed', done);
  await world.settle();
  const sealed = (await world.vendors.mailbox.waitFor({ to: done, kind: 'contract.sealed' })).attachments[0]?.bytes;
  const signedPdf = (await client.get('/portal/contract.pdf')).html;
  await draft(world, brief(waiting));
  const before = [kept(await versionFor(out)), kept(await versionFor(done)), kept(await versionFor(waiting))];

  await world.stop();
  app = await startProcess(world, { root: release });
  await warmUp(world);

  expect(wordsOf((await reader.get('/portal/project')).html)).toBe(page);
  expect((await reader.get('/portal/contract.pdf')).html).toBe(pdf);
  expect((await client.get('/portal/contract.pdf')).html).toBe(signedPdf);
  expect(await pdfText(sealed ?? new Uint8Array())).not.toContain(NEW_WORDS);
  for (const email of [out, done, waiting]) {
    const { workspaceId, id } = await versionFor(email);
    const business = await businessOf(world.db, workspaceId);
    expect(business && reconcile(await versionById(world.db, workspaceId, id), business), email).toBeUndefined();
  }
  // What was out before is signed and sealed in the words that were read.
  await reader.get('/portal/project');
  await reader.sign('Dana Reed', out);
  // What was drafted before goes out as it was shown.
  await sendCard(world);
  await world.settle();
  const [copy] = (await world.vendors.mailbox.waitFor({ to: out, kind: 'contract.sealed' })).attachments;
  const words = await pdfText(copy?.bytes ?? new Uint8Array());
  expect(words).toContain('A deposit of EUR 450.00');
  expect(words).not.toContain(NEW_WORDS);
  expect([kept(await versionFor(out)), kept(await versionFor(done)), kept(await versionFor(waiting))]).toEqual(before);
  expect((await versionFor(waiting)).state).toBe('sent');

  await draft(world, brief('later@acme.test'));
  const { text, clauses } = await versionFor('later@acme.test');
  expect(text.split(NEW_WORDS)).toHaveLength((clauses as unknown[]).length + 1);
  await checkInvariants(world);
}, 180_000);
