import { describe, expect, test } from 'vitest';
import { type AddingChange, addChange } from '../../src/contracts/add-change.ts';
import { requestCode } from '../../src/contracts/code.ts';
import { shownAs, type Version } from '../../src/contracts/contract.ts';
import { liveVersionOf, shownVersionOf, versionById, versionsOf } from '../../src/contracts/read.ts';
import { reconcile } from '../../src/contracts/reconcile.ts';
import { signContract } from '../../src/contracts/sign.ts';
import { moveVersion } from '../../src/contracts/store.ts';
import { termsToJson } from '../../src/contracts/terms.ts';
import { hex } from '../../src/platform/crypto.ts';
import { transact } from '../../src/platform/work.ts';
import { newId } from '../../src/shared/ids.ts';
import { money } from '../../src/shared/money.ts';
import { businessOf } from '../../src/workspaces/read.ts';
import { digits, draft, enter, SEEN, scene, seed, send } from './scene.ts';

const on = await scene();

type At = typeof on;

async function place(name: string): Promise<At> {
  return { ...on, ...(await seed(on.core, name)) };
}

async function sign(at: At, version: Version): Promise<Version> {
  const visit = await enter(at, version.id);
  const asked = await requestCode(at.core, visit, version.id);
  if (asked.state !== 'sent') throw new Error('no code');
  const form = { name: 'Dana Reyes', code: digits(at, asked.codeId), consent: true, shown: shownAs(version) };
  return signContract(at.core, visit, form, SEEN);
}

async function signedParent(name: string): Promise<{ at: At; parent: Version }> {
  const at = await place(name);
  return { at, parent: await sign(at, await send(at, await draft(at))) };
}

const FILLED = { title: 'Web shop', deliverables: ['20 products'], fee: money(50_000n, 'EUR'), endOn: '2027-03-20' };
const adding = (at: At, parentId: string, key = newId('contract', at.core.clock.now())): AddingChange => ({
  ...{ parentId, key, memberId: at.ids.member, filled: FILLED },
});

describe('a change order', () => {
  test('names the text it changes, word for word as its terms have it, and leaves that text alone', async () => {
    const { at, parent } = await signedParent('names');
    const change = await addChange(at.core, at.workspaceId, adding(at, parent.id));
    expect(change.terms.changeOf?.value).toMatchObject({ versionId: parent.id, sha256: hex(parent.textSha256) });
    const business = await businessOf(at.core.db, at.workspaceId);
    if (!business) throw new Error('no business');
    expect(reconcile(change, business)).toBeUndefined();
    const row = await at.core.db.contract.findFirstOrThrow({ where: { id: change.contractId } });
    expect(row).toMatchObject({ kind: 'change', parentId: parent.contractId, projectId: parent.projectId });
    expect(await versionById(at.core.db, at.workspaceId, parent.id)).toEqual(parent);
  });

  test('for another text than the one that was signed is not sent', async () => {
    const { at, parent } = await signedParent('other');
    const change = await addChange(at.core, at.workspaceId, adding(at, parent.id));
    const other = { ...change.terms.changeOf?.value, sha256: 'ab'.repeat(32) };
    const terms = { ...change.terms, changeOf: { ...change.terms.changeOf, value: other } } as typeof change.terms;
    await at.core.db.version.updateMany({ where: { id: change.id }, data: { terms: termsToJson(terms) as object } });
    await expect(send(at, change)).rejects.toMatchObject({ code: 'contract.other-parent' });
    expect((await versionById(at.core.db, at.workspaceId, change.id)).state).toBe('draft');
  });

  test('is one, however often and at once its form is sent', async () => {
    const { at, parent } = await signedParent('once');
    const form = adding(at, parent.id);
    const made = await Promise.all(Array.from({ length: 10 }, () => addChange(at.core, at.workspaceId, form)));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    expect(await at.core.db.contract.count({ where: { parentId: parent.contractId } })).toBe(1);
  });

  test('is never taken for the project’s own contract, drafted, sent or signed', async () => {
    const { at, parent } = await signedParent('own');
    const { db } = at.core;
    const asked = async () => [
      (await liveVersionOf(db, at.workspaceId, at.ids.project))?.id,
      (await shownVersionOf(db, at.workspaceId, at.ids.project)).id,
      ...(await versionsOf(db, at.workspaceId, at.ids.project)).map(({ id }) => id),
    ];
    const own = [parent.id, parent.id, parent.id];
    const change = await addChange(at.core, at.workspaceId, adding(at, parent.id));
    expect(await asked()).toEqual(own);
    const sent = await send(at, change);
    expect(await asked()).toEqual(own);
    const project = () => db.project.findFirstOrThrow({ where: { id: at.ids.project } });
    expect((await project()).title).toBe('Brand identity');
    await sign(at, sent);
    expect(await asked()).toEqual(own);
    expect((await liveVersionOf(db, at.workspaceId, at.ids.project, change.contractId))?.state).toBe('signed');
    expect((await project()).title).toBe('Brand identity');
  });
});

describe('nothing is added to', () => {
  const refused = (at: At, parentId: string) => addChange(at.core, at.workspaceId, adding(at, parentId));

  test('a contract that is not signed', async () => {
    const at = await place('unsigned');
    const drafted = await draft(at);
    await expect(refused(at, drafted.id)).rejects.toMatchObject({ code: 'contract.not-signed' });
    const sent = await send(at, drafted);
    await expect(refused(at, sent.id)).rejects.toMatchObject({ code: 'contract.not-signed' });
  });

  test('a version that was replaced, a change order, or a contract whose date was given up', async () => {
    const { at, parent } = await signedParent('over');
    const old = await draft(at);
    await transact(at.core, at.workspaceId, (work) => moveVersion(work, old, 'superseded'));
    await expect(refused(at, old.id)).rejects.toMatchObject({ code: 'contract.replaced' });
    const change = await addChange(at.core, at.workspaceId, adding(at, parent.id));
    await expect(refused(at, change.id)).rejects.toMatchObject({ code: 'contract.change-of-change' });
    const sent = await send(at, change);
    await at.core.db.project.updateMany({ where: { id: at.ids.project }, data: { state: 'released' } });
    await expect(refused(at, parent.id)).rejects.toMatchObject({ code: 'contract.over' });
    await expect(sign(at, sent)).rejects.toMatchObject({ code: 'contract.over' });
  });

  test('another workspace’s contract, nor under a contract’s id of theirs', async () => {
    const { parent } = await signedParent('theirs');
    const { at, parent: own } = await signedParent('ours');
    await expect(refused(at, parent.id)).rejects.toMatchObject({ code: 'contract.not-found' });
    const made = await addChange(at.core, at.workspaceId, adding(at, own.id, parent.contractId as never));
    expect(made.workspaceId).toBe(at.workspaceId);
    expect(made.terms.changeOf?.value.versionId).toBe(own.id);
  });

  test('what costs nothing or was due yesterday', async () => {
    const { at, parent } = await signedParent('bad');
    const free = { ...adding(at, parent.id), filled: { ...FILLED, fee: money(0n, 'EUR') } };
    await expect(addChange(at.core, at.workspaceId, free)).rejects.toMatchObject({ code: 'form.refused' });
    const late = { ...adding(at, parent.id), filled: { ...FILLED, endOn: '2027-01-01' } };
    await expect(addChange(at.core, at.workspaceId, late)).rejects.toMatchObject({ code: 'form.refused' });
    expect(await at.core.db.contract.count({ where: { parentId: parent.contractId } })).toBe(0);
  });
});
