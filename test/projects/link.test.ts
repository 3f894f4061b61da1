import { beforeAll, describe, expect, test } from 'vitest';
import { factsOf } from '../../src/clients/client.ts';
import { editClient } from '../../src/clients/edit.ts';
import { clientById } from '../../src/clients/read.ts';
import { secretFor } from '../../src/platform/crypto.ts';
import { EffectFailed } from '../../src/platform/outbox.ts';
import { transact } from '../../src/platform/work.ts';
import { type Letter, type Post, sendLetter } from '../../src/projects/letter.ts';
import { LINK_DAYS, mintLink } from '../../src/projects/link.ts';
import { visitBySecret } from '../../src/projects/link-read.ts';
import { openLink } from '../../src/projects/open-link.ts';
import { Refusal } from '../../src/shared/refusal.ts';
import { enter, putRight, type Scene, SEEN, scene, seed } from '../contracts/scene.ts';

let on: Scene;
beforeAll(async () => {
  on = await scene();
});

const DAY = 24 * 60;
const fresh = async (name: string) => ({ ...on, ...(await seed(on.core, name)) });
type At = Awaited<ReturnType<typeof fresh>>;
const mint = (at: At, onceKey?: string) =>
  transact(at.core, at.workspaceId, (work) =>
    mintLink(work, {
      projectId: at.ids.project,
      contactId: at.ids.contact,
      subjectId: 'ver_x',
      ...(onceKey && { onceKey }),
    }),
  );
async function renamed({ core, workspaceId, ids }: At, name: string) {
  const facts = { ...factsOf(await clientById(core.db, workspaceId, ids.client)), name };
  await editClient(core, workspaceId, ids.client, { facts, by: ids.member });
}
const refused = (promise: Promise<unknown>) =>
  promise.then(
    () => 'nothing',
    (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
  );

describe('a portal link', () => {
  test('and its session die when the address is put right with /client, and the project says so', async () => {
    const [at, other] = [await fresh('put right'), await fresh('other')];
    const [link, theirs] = [await mint(at), await mint(other)];
    const session = await openLink(at.core, link.token, SEEN);
    await putRight(at, at.ids.client, 'right@acme.test');
    const now = at.core.clock.now();
    expect(await visitBySecret(at.core.db, session.secret, now)).toBeUndefined();
    for (const way of [link.token, link.code])
      expect(await refused(openLink(at.core, way, SEEN))).toBe('link.not-found');
    expect(await refused(openLink(at.core, theirs.token, SEEN))).toBe('nothing');
    const told = { workspaceId: at.workspaceId, kind: 'contact.replaced' };
    expect(await at.core.db.evidence.count({ where: told })).toBe(1);
    const [right] = (await clientById(at.core.db, at.workspaceId, at.ids.client)).contacts.filter((one) => one.maySign);
    const next = await enter(at, 'ver_x', right?.id);
    await putRight(at, at.ids.client, 'right@acme.test');
    await renamed(at, 'Acme Berlin');
    expect(await at.core.db.portalSession.count({ where: { workspaceId: at.workspaceId } })).toBe(1);
    expect(next.contactId).toBe(right?.id);
    expect(await at.core.db.evidence.count({ where: told })).toBe(1);
  });

  test('is the same for the same owed mail, another for another, and only its hashes are stored', async () => {
    const at = await fresh('same');
    const [one, again, other] = [await mint(at, 'mail/1'), await mint(at, 'mail/1'), await mint(at, 'mail/2')];
    expect(again).toEqual(one);
    expect(other.token).not.toBe(one.token);
    const rows = await at.core.db.portalLink.findMany({ where: { workspaceId: at.workspaceId } });
    expect(rows).toHaveLength(2);
    const stored = JSON.stringify(rows.map((row) => ({ ...row, t: Buffer.from(row.tokenHash).toString() })));
    for (const secret of [one.token, one.code]) expect(stored).not.toContain(secret);
  });

  test('holds no run of six digits that could pass for a signing code', async () => {
    const at = await fresh('digits');
    const minted = await Promise.all(Array.from({ length: 60 }, (_, n) => mint(at, `key/${n}`)));
    for (const { token, code, id } of minted) {
      expect(token).toBe(secretFor(at.core.keys, 'link', id));
      expect(`${token} ${code}`).not.toMatch(/\d{6}/);
      expect(code).toMatch(/^[B-DF-HJ-NP-TV-XZ]{5}-[B-DF-HJ-NP-TV-XZ]{5}$/);
    }
  });

  test('opens for sixty days, a session for twelve hours, and each opening is evidence', async () => {
    const at = await fresh('ages');
    const link = await mint(at);
    const opened = await openLink(at.core, link.token, SEEN);
    const seen = () => visitBySecret(at.core.db, opened.secret, at.core.clock.now());
    expect(await seen()).toMatchObject({ projectId: at.ids.project, contactId: at.ids.contact });
    at.rest(12 * 60 - 1);
    expect(await seen()).toBeDefined();
    at.rest(2);
    expect(await seen()).toBeUndefined();
    at.rest((LINK_DAYS - 1) * DAY);
    await openLink(at.core, link.token, SEEN);
    at.rest(DAY);
    expect(await refused(openLink(at.core, link.token, SEEN))).toBe('link.not-found');
    const where = { workspaceId: at.workspaceId, kind: 'link.opened' };
    expect(await at.core.db.evidence.count({ where })).toBe(2);
  });

  test('opened over and over is told once an hour, and every opening is a session', async () => {
    const at = await fresh('eager');
    const [link, other] = [await mint(at), await mint(at)];
    const where = { workspaceId: at.workspaceId };
    const told = () => at.core.db.evidence.count({ where: { ...where, kind: 'link.opened' } });
    for (let i = 0; i < 3; i++) await Promise.all([1, 2, 3].map(() => openLink(at.core, link.token, SEEN)));
    expect(await told()).toBe(1);
    await openLink(at.core, other.token, SEEN);
    expect(await told()).toBe(2);
    // The hour runs from what was told, so somebody who looks every half hour is not silent for ever.
    at.rest(31);
    await openLink(at.core, link.token, SEEN);
    expect(await told()).toBe(2);
    at.rest(31);
    const opened = await openLink(at.core, link.code, SEEN);
    expect(await told()).toBe(3);
    expect(await visitBySecret(at.core.db, opened.secret, at.core.clock.now())).toBeDefined();
    expect(await at.core.db.portalSession.count({ where })).toBe(12);
  });

  test('sees its own project only: a session never follows into another workspace', async () => {
    const [mine, theirs] = [await fresh('mine'), await fresh('theirs')];
    const visit = await enter(mine, 'ver_x');
    expect(visit.workspaceId).toBe(mine.workspaceId);
    expect(visit.projectId).not.toBe(theirs.ids.project);
  });
});

describe('a letter', () => {
  const letter = (at: At): Letter => ({
    projectId: at.ids.project,
    subjectId: 'ver_x',
    kind: 'contract.sent',
    to: { name: 'Dana', address: 'dana@acme.test' },
    contactId: at.ids.contact,
    business: { name: 'Studio', email: 'studio@north.test' },
  });
  /** A mail server that fails as told, then takes everything. */
  const server = (at: At, ...failures: EffectFailed[]) => {
    const taken: { messageId: string; text: string }[] = [];
    const send = async (mail: { messageId: string; text: string }) => {
      const failure = failures.shift();
      if (failure?.outcome !== 'retry') taken.push(mail);
      if (failure) throw failure;
    };
    const mailer = { send, verify: async () => {}, close: () => {} };
    return { taken, post: { core: at.core, mailer, publicUrl: 'http://localhost' } as Post };
  };
  const sending = (at: At, post: Post) =>
    sendLetter(post, { workspaceId: at.workspaceId, onceKey: 'k' }, letter(at), ({ url }) => ({
      subject: 'S',
      text: url,
      html: '',
    }));

  test('that is known to have left is not sent again', async () => {
    const at = await fresh('once');
    const { taken, post } = server(at);
    const ids = [await sending(at, post), await sending(at, post)];
    expect(ids[0]).toBe(ids[1]);
    expect(taken).toHaveLength(1);
  });

  test('in doubt is the same letter again: one Message-ID, one text', async () => {
    const at = await fresh('doubt');
    const { taken, post } = server(at, new EffectFailed('retry', 'busy'), new EffectFailed('unknown', 'line broke'));
    await expect(sending(at, post)).rejects.toThrow('busy');
    await expect(sending(at, post)).rejects.toThrow('line broke');
    await sending(at, post);
    expect(taken).toHaveLength(2);
    expect(new Set(taken.map(({ messageId, text }) => `${messageId} ${text}`)).size).toBe(1);
    const rows = await at.core.db.mail.findMany({ where: { workspaceId: at.workspaceId } });
    expect(rows.map(({ state }) => state)).toEqual(['sent']);
  });

  test('makes no link for an address that was put right meanwhile, and does not leave', async () => {
    const at = await fresh('too late');
    await putRight(at, at.ids.client, 'right@acme.test');
    const { taken, post } = server(at);
    await expect(sending(at, post)).rejects.toMatchObject({
      outcome: 'dead',
      message: 'the address is not in use any more',
    });
    expect(taken).toEqual([]);
    expect(await at.core.db.portalLink.count({ where: { workspaceId: at.workspaceId } })).toBe(0);
  });
});
