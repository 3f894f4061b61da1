import { beforeAll, describe, expect, test } from 'vitest';
import { customWords } from '../../src/contracts/contract.ts';
import { liveVersionOf, signersOf, versionById } from '../../src/contracts/read.ts';
import { sendContract } from '../../src/contracts/send.ts';
import { term } from '../../src/contracts/terms.ts';
import { contractViewOf } from '../../src/contracts/view-read.ts';
import { projectById } from '../../src/projects/read.ts';
import { newId } from '../../src/shared/ids.ts';
import { Refusal } from '../../src/shared/refusal.ts';
import { CARDS, dealTerms, draft, type Scene, scene, seed, send } from './scene.ts';

let on: Scene;
beforeAll(async () => {
  on = await scene();
});

const fresh = async (name: string) => ({ ...on, ...(await seed(on.core, name)) });
const refused = async (promise: Promise<unknown>) => {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Refusal)) throw new Error(`expected a refusal, got ${error}`);
  return error.code;
};

describe('sending a contract', () => {
  test('signs it for the freelancer, freezes both signers and offers the project', async () => {
    const at = await fresh('sends');
    const version = await send(at, await draft(at));
    expect(version.state).toBe('sent');
    const signers = await signersOf(at.core.db, at.workspaceId, version.id);
    expect(signers.map(({ party, name, email }) => [party, name, email])).toEqual([
      ['freelancer', 'Ada Lowe', 'studio@north.test'],
      ['client', 'Dana Reyes', 'dana@acme.test'],
    ]);
    expect(signers[0]?.signature).toMatchObject({ method: 'slack', typedName: 'Ada Lowe', consentId: 'freelancer-1' });
    expect(signers[1]?.signature).toBeNull();
    expect((await projectById(at.core.db, at.workspaceId, at.ids.project)).state).toBe('offered');
    const owed = await at.core.db.outbox.findMany({ where: { workspaceId: at.workspaceId } });
    expect(owed.map((row) => row.effect)).toEqual(['contract.mail-link']);
  });

  test('twice, even at once, sends it once', async () => {
    const at = await fresh('twice');
    const version = await draft(at);
    const sent = await Promise.all(Array.from({ length: 5 }, () => send(at, version)));
    expect(new Set(sent.map(({ state }) => state))).toEqual(new Set(['sent']));
    expect(await at.core.db.outbox.count({ where: { workspaceId: at.workspaceId } })).toBe(1);
  });

  test('supersedes the version that was out, and only one is live', async () => {
    const at = await fresh('edits');
    const first = await send(at, await draft(at));
    const second = await send(
      at,
      await draft(at, dealTerms({ fee: term({ minor: 450_000n, currency: 'EUR' }, 'form') })),
    );
    expect((await versionById(at.core.db, at.workspaceId, first.id)).state).toBe('superseded');
    expect((await liveVersionOf(at.core.db, at.workspaceId, at.ids.project))?.id).toBe(second.id);
    expect(await refused(send(at, first))).toBe('contract.not-draft');
  });

  test('by a colleague names the colleague in the evidence, for what is sent and for what that replaces', async () => {
    const at = await fresh('colleague');
    const colleague = newId('member', at.core.clock.now());
    await at.core.db.member.create({
      data: {
        workspaceId: at.workspaceId,
        id: colleague,
        slackUserId: 'U2',
        role: 'member',
        name: 'Bo Ek',
        timeZone: 'Europe/Berlin',
      },
    });
    await send(at, await draft(at));
    await send(at, await draft(at, dealTerms({ fee: term({ minor: 450_000n, currency: 'EUR' }, 'form') })), colleague);
    const told = await at.core.db.evidence.findMany({
      where: { workspaceId: at.workspaceId, kind: { in: ['contract.sent', 'contract.superseded'] } },
      orderBy: { seq: 'asc' },
    });
    expect(told.map(({ kind, actor }) => [kind, actor])).toEqual([
      ['contract.sent', at.ids.member],
      ['contract.superseded', colleague],
      ['contract.sent', colleague],
    ]);
  });

  test('is refused while a deposit could not be paid', async () => {
    const at = await fresh('poor');
    await at.core.db.business.updateMany({
      where: { workspaceId: at.workspaceId },
      data: { bankCipher: null, bankKeyId: null },
    });
    const version = await draft(at);
    expect(await refused(send(at, version))).toBe('contract.no-way-to-pay');
    expect((await versionById(at.core.db, at.workspaceId, version.id)).state).toBe('draft');
    const free = await draft(await fresh('free'), dealTerms({ deposit: term({ kind: 'none' }, 'form') }));
    expect(free.state).toBe('draft');
  });

  test('is refused without a typed name, without the tick, without a client’s address, and after a day has passed', async () => {
    const at = await fresh('careful');
    const version = await draft(at);
    const form = {
      versionId: version.id,
      memberId: at.ids.member,
      typedName: 'Ada Lowe',
      consent: true,
      customRead: true,
    };
    const sending = (more: object) => refused(sendContract(at.core, CARDS, at.workspaceId, { ...form, ...more }));
    expect(await sending({ typedName: ' 1 ' })).toBe('signature.no-name');
    expect(await sending({ consent: false })).toBe('signature.no-consent');
    await at.core.db.contact.deleteMany({ where: { workspaceId: at.workspaceId } });
    expect(await sending({})).toBe('client.no-email');
    const late = await fresh('late');
    const old = await draft(late, dealTerms({ startOn: term('2027-01-31', 'form') }));
    expect(await refused(send(late, old))).toBe('contract.stale');
  });

  test('with words that are not from the library wants a tick of their own, and the evidence names them', async () => {
    const at = await fresh('custom');
    const terms = dealTerms({
      scopeNotes: term('A word mark and a short film of it.', 'model'),
      acceptanceNotes: term('The film plays on a phone.', 'model'),
      specialTerms: term('The files of 2026 stay with the client.', 'form'),
    });
    const version = await draft(at, terms);
    const named = customWords(version).map(({ clause }) => clause);
    expect(named.map((clause) => clause.replace(/^\d+\. /, ''))).toEqual([
      'The work in detail',
      'What we check the work against',
      'Special terms',
    ]);
    const form = { versionId: version.id, memberId: at.ids.member, typedName: 'Ada Lowe', consent: true };
    expect(await refused(sendContract(at.core, CARDS, at.workspaceId, { ...form, customRead: false }))).toBe(
      'contract.custom-unread',
    );
    expect((await versionById(at.core.db, at.workspaceId, version.id)).state).toBe('draft');
    await send(at, version);
    const sent = await at.core.db.evidence.findFirstOrThrow({
      where: { workspaceId: at.workspaceId, kind: 'contract.sent' },
    });
    const detail = await at.core.db.evidenceDetail.findFirstOrThrow({
      where: { workspaceId: at.workspaceId, sha256: sent.detailSha256 },
    });
    expect(detail.body).toMatchObject({ customRead: named });
  });

  test('is refused for what lint blocks, whichever way it was asked for', async () => {
    const at = await fresh('lint');
    const version = await draft(at, dealTerms({ specialTerms: term('The total price is EUR 4,500.', 'form') }));
    expect(await refused(send(at, version))).toBe('contract.lint');
    expect((await versionById(at.core.db, at.workspaceId, version.id)).state).toBe('draft');
  });

  test('is refused while a party has letters the PDF lacks; a member called so in Slack signs as they typed', async () => {
    const at = await fresh('letters');
    const version = await draft(at);
    const where = { workspaceId: at.workspaceId };
    await at.core.db.client.updateMany({ where, data: { company: '株式会社山田' } });
    expect(await refused(send(at, version))).toBe('contract.letters');
    await at.core.db.client.updateMany({ where, data: { company: 'Acme GmbH' } });
    const { name } = await at.core.db.business.findFirstOrThrow({ where });
    await at.core.db.business.updateMany({ where, data: { name: '工房 North' } });
    // The draft names the business as it was, which is seen first.
    expect(await refused(send(at, version))).toBe('contract.lint');
    await at.core.db.business.updateMany({ where, data: { name } });
    await at.core.db.member.updateMany({ where, data: { name: 'Ada 🌴' } });
    await send(at, version);
    const [freelancer] = await signersOf(at.core.db, at.workspaceId, version.id);
    expect(freelancer?.name).toBe('Ada Lowe');
  });

  test('keeps the parties as they were, whatever the business is called later', async () => {
    const at = await fresh('renamed');
    const version = await send(at, await draft(at));
    await at.core.db.business.updateMany({ where: { workspaceId: at.workspaceId }, data: { name: 'Other' } });
    const { parties } = await contractViewOf(at.core.db, version);
    expect(parties.freelancer.name).toBe('renamed');
    expect(parties.client).toEqual({
      name: 'Acme GmbH',
      lines: ['Dana Reyes', 'Main Street 1, 20095 Hamburg', 'dana@acme.test'],
    });
  });

  test('of another workspace’s version is not there', async () => {
    const [mine, theirs] = [await fresh('mine'), await fresh('theirs')];
    const version = await draft(theirs);
    expect(await refused(send(mine, version))).toBe('contract.not-found');
  });

  test('a draft for another address shows that one as signer, while the version that is out keeps its own', async () => {
    const at = await fresh('others');
    const out = await send(at, await draft(at));
    const terms = dealTerms({ clientName: term('Kim Osei', 'form'), clientEmail: term('kim@osei.test', 'form') });
    const clientOf = async (version: typeof out) =>
      (await contractViewOf(at.core.db, version)).signers.find(({ party }) => party === 'client');
    expect(await clientOf(await draft(at, terms))).toMatchObject({ name: 'Kim Osei', email: 'kim@osei.test' });
    expect(await clientOf(out)).toMatchObject({ name: 'Dana Reyes', email: 'dana@acme.test' });
  });
});
