import { beforeAll, describe, expect, test } from 'vitest';
import { requestCode } from '../../src/contracts/code.ts';
import { shownAs, type Version } from '../../src/contracts/contract.ts';
import { declineContract } from '../../src/contracts/decline.ts';
import { discardContract } from '../../src/contracts/discard.ts';
import { editTerms } from '../../src/contracts/edit.ts';
import { versionById } from '../../src/contracts/read.ts';
import { signContract } from '../../src/contracts/sign.ts';
import { type Terms, term } from '../../src/contracts/terms.ts';
import { viewContract } from '../../src/contracts/view.ts';
import { cardViewOf } from '../../src/overview/card-view.ts';
import type { PortalVisit } from '../../src/projects/link-read.ts';
import { projectById } from '../../src/projects/read.ts';
import { addDays, dayIn } from '../../src/shared/dates.ts';
import { newId } from '../../src/shared/ids.ts';
import { Refusal } from '../../src/shared/refusal.ts';
import {
  clientSigner,
  dealTerms,
  digits,
  draft,
  enter,
  putRight,
  type Scene,
  SEEN,
  scene,
  seed,
  send,
} from './scene.ts';

let on: Scene;
beforeAll(async () => {
  on = await scene();
});

async function offered(name: string, terms: Partial<Terms> = {}) {
  const at = { ...on, ...(await seed(on.core, name)) };
  const version = await send(at, await draft(at, dealTerms(terms)));
  return { at, version, visit: await enter(at, version.id) };
}
type At = Awaited<ReturnType<typeof offered>>['at'];

async function codeOf(at: At, visit: PortalVisit, version: Version): Promise<string> {
  const requested = await requestCode(at.core, visit, version.id);
  if (requested.state !== 'sent') throw new Error('no code was sent');
  return digits(at, requested.codeId);
}

const form = (version: Version, code: string) => ({ name: 'Dana Reyes', code, consent: true, shown: shownAs(version) });
const wrongFor = (code: string) => (code === '000000' ? '000001' : '000000');

async function refusal(promise: Promise<unknown>): Promise<Refusal> {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Refusal)) throw new Error(`expected a refusal, got ${error}`);
  return error;
}
const stateOf = async (at: At, version: Version) => (await versionById(at.core.db, at.workspaceId, version.id)).state;

describe('signing', () => {
  test('with the mailed code binds name, text and consent, and the project is agreed', async () => {
    const { at, version, visit } = await offered('signs');
    const code = await codeOf(at, visit, version);
    const signed = await signContract(at.core, visit, form(version, code), SEEN);
    expect(signed.state).toBe('signed');
    const signer = await clientSigner(at, version.id);
    expect(signer?.signature).toMatchObject({ typedName: 'Dana Reyes', method: 'mail-code', consentId: 'client-1' });
    expect(Buffer.from(signer?.signature?.shownSha256 ?? [])).toEqual(Buffer.from(version.textSha256));
    expect((await projectById(at.core.db, at.workspaceId, at.ids.project)).state).toBe('agreed');
  });

  test('twenty times at once gives one signature and one seal to make', async () => {
    const { at, version, visit } = await offered('crowd');
    const code = await codeOf(at, visit, version);
    const signed = await Promise.all(
      Array.from({ length: 20 }, () => signContract(at.core, visit, form(version, code), SEEN)),
    );
    expect(signed.every(({ state }) => state === 'signed')).toBe(true);
    const where = { workspaceId: at.workspaceId };
    expect(await at.core.db.signature.count({ where })).toBe(2);
    expect(await at.core.db.outbox.count({ where: { ...where, effect: 'contract.seal' } })).toBe(1);
    expect(await at.core.db.evidence.count({ where: { ...where, kind: 'contract.signed' } })).toBe(1);
  });

  test('races with declining and with sending again, and exactly one of them wins', async () => {
    for (const rival of ['decline', 'resend'] as const) {
      for (let round = 0; round < 3; round++) {
        const { at, version, visit } = await offered(`${rival}-${round}`);
        const code = await codeOf(at, visit, version);
        const next = rival === 'resend' ? await draft(at) : undefined;
        const other = next
          ? send(at, next)
          : declineContract(at.core, visit, { reason: 'Too early', shown: shownAs(version) }, SEEN);
        const [sign, lost] = await Promise.allSettled([signContract(at.core, visit, form(version, code), SEEN), other]);
        expect([sign.status, lost.status].sort()).toEqual(['fulfilled', 'rejected']);
        const won = sign.status === 'fulfilled' ? 'signed' : rival === 'decline' ? 'declined' : 'superseded';
        expect(await stateOf(at, version)).toBe(won);
      }
    }
  });

  test('what was not shown is refused, and nothing is signed', async () => {
    const { at, version, visit } = await offered('swapped');
    const code = await codeOf(at, visit, version);
    const swapped = { ...form(version, code), shown: `${version.id}.${'ab'.repeat(32)}` };
    expect((await refusal(signContract(at.core, visit, swapped, SEEN))).code).toBe('contract.changed');
    expect(await stateOf(at, version)).toBe('sent');
    const garbled = { ...form(version, code), shown: 'nonsense' };
    expect((await refusal(signContract(at.core, visit, garbled, SEEN))).code).toBe('contract.not-found');
  });

  test('a code is good for ten minutes, one version, five tries', async () => {
    const { at, version, visit } = await offered('guesser');
    const code = await codeOf(at, visit, version);
    const wrong = form(version, wrongFor(code));
    for (let left = 4; left >= 0; left--) {
      const refused = await refusal(signContract(at.core, visit, wrong, SEEN));
      expect(refused).toMatchObject({ code: 'code.wrong', field: 'code' });
      if (left > 1) expect(refused.sentence).toContain(`${left} tries left`);
    }
    expect((await refusal(signContract(at.core, visit, form(version, code), SEEN))).code).toBe('code.spent');
    const second = await codeOf(at, visit, version);
    at.rest(10.1);
    expect((await refusal(signContract(at.core, visit, form(version, second), SEEN))).code).toBe('code.expired');
    await codeOf(at, visit, version);
    const next = await send(at, await draft(at));
    const old = await codeOf(at, visit, next);
    expect((await signContract(at.core, visit, form(next, old), SEEN)).state).toBe('signed');
  });

  test('after thirty wrong codes the version is locked, and the same terms can be sent as a new one', async () => {
    const { at, version, visit } = await offered('endless guesser');
    const guess = (code: string) => refusal(signContract(at.core, visit, form(version, wrongFor(code)), SEEN));
    const codes: string[] = [];
    for (let tries = 0; tries < 30; tries++) {
      if (tries % 5 === 0) {
        at.rest(10.1);
        codes.push(await codeOf(at, visit, version));
      }
      const { code } = await guess(codes.at(-1) ?? '');
      expect(code).toBe(tries === 29 ? 'contract.locked' : 'code.wrong');
    }
    expect((await guess(codes.at(-1) ?? '')).sentence).toContain('Ask for a new version with the question form');
    at.rest(10.1);
    expect((await refusal(requestCode(at.core, visit, version.id))).code).toBe('contract.locked');
    const where = { workspaceId: at.workspaceId, kind: 'contract.locked' };
    expect(await at.core.db.evidence.count({ where })).toBe(1);
    const { warnings } = await cardViewOf(at.core.db, at.workspaceId, at.ids.project, at.core.clock.now());
    expect(warnings.join(' ')).toContain('30 wrong codes were typed for it');
    const editing = { versionId: version.id, memberId: at.ids.member, terms: version.terms };
    const [next, again] = [
      await editTerms(at.core, at.workspaceId, editing),
      await editTerms(at.core, at.workspaceId, editing),
    ];
    expect(next.id).not.toBe(version.id);
    expect(again.id).toBe(next.id);
    await send(at, next);
    const code = await codeOf(at, visit, next);
    expect((await signContract(at.core, visit, form(next, code), SEEN)).state).toBe('signed');
  });

  test('tries in parallel count each', async () => {
    const { at, version, visit } = await offered('parallel guesser');
    const code = await codeOf(at, visit, version);
    const wrong = form(version, wrongFor(code));
    await Promise.allSettled(Array.from({ length: 12 }, () => signContract(at.core, visit, wrong, SEEN)));
    expect((await refusal(signContract(at.core, visit, form(version, code), SEEN))).code).toBe('code.spent');
  });

  test('only three codes are sent in ten minutes, and only the newest counts', async () => {
    const { at, version, visit } = await offered('impatient');
    const first = await codeOf(at, visit, version);
    await codeOf(at, visit, version);
    const third = await codeOf(at, visit, version);
    expect((await refusal(requestCode(at.core, visit, version.id))).code).toBe('code.too-many');
    if (first !== third)
      expect((await refusal(signContract(at.core, visit, form(version, first), SEEN))).code).toBe('code.wrong');
    at.rest(10.1);
    expect((await requestCode(at.core, visit, version.id)).state).toBe('sent');
  });

  test('of two codes the one asked for last counts, also when the clock went back in between', async () => {
    const { at, version, visit } = await offered('clock');
    const first = await codeOf(at, visit, version);
    at.rest(-60);
    const second = await codeOf(at, visit, version);
    expect((await refusal(signContract(at.core, visit, form(version, first), SEEN))).code).toBe('code.wrong');
    expect((await signContract(at.core, visit, form(version, second), SEEN)).state).toBe('signed');
    at.rest(60);
  });

  test('only the named signer signs; a colleague with a link may only read', async () => {
    const { at, version } = await offered('colleague');
    const id = newId('contact', at.core.clock.now());
    await at.core.db.contact.create({
      data: { workspaceId: at.workspaceId, id, clientId: at.ids.client, name: 'Kim', email: 'kim@acme.test' },
    });
    const visit = await enter(at, version.id, id);
    expect((await refusal(requestCode(at.core, visit, version.id))).code).toBe('contract.not-signer');
    const declining = declineContract(at.core, visit, { reason: 'No', shown: shownAs(version) }, SEEN);
    expect((await refusal(declining)).code).toBe('contract.not-signer');
  });

  test('an address that was put right with /client signs and declines nothing any more, with what it was sent', async () => {
    const { at, version, visit } = await offered('put right');
    const code = await codeOf(at, visit, version);
    await putRight(at, at.ids.client, 'right@acme.test');
    for (const act of [
      () => requestCode(at.core, visit, version.id),
      () => signContract(at.core, visit, form(version, code), SEEN),
      () => declineContract(at.core, visit, { reason: 'No', shown: shownAs(version) }, SEEN),
    ]) {
      const refused = await refusal(act());
      expect(refused.code).toBe('contract.other-address');
      expect(refused.sentence).toContain('ask for the contract to be sent again');
    }
    expect(await stateOf(at, version)).toBe('sent');
  });

  test('what was agreed for a date that has passed is refused, by code and by signature, but can be declined', async () => {
    const now = on.core.clock.now();
    const day = (days: number) => addDays(dayIn('Europe/Berlin', now), days);
    const slot = { on: day(1), time: '15:00', minutes: 120, zone: 'Europe/Berlin', place: null };
    const [booked, ends] = [
      await offered('slot', { booking: term(slot, 'form'), endOn: term(day(9), 'form'), startOn: undefined }),
      await offered('ends', { endOn: term(day(2), 'form'), startOn: undefined }),
    ];
    const codes = await Promise.all([booked, ends].map(({ at, visit, version }) => codeOf(at, visit, version)));
    on.rest((Date.parse(`${day(1)}T13:59:00Z`) - now.getTime()) / 60_000);
    expect((await requestCode(booked.at.core, booked.visit, booked.version.id)).state).toBe('sent');
    on.rest(1);
    for (const [index, { at, visit, version }] of [booked, ends].entries()) {
      if (version.id === ends.version.id) {
        expect((await requestCode(at.core, visit, version.id)).state).toBe('sent');
        on.rest(2 * 24 * 60);
      }
      for (const act of [
        () => requestCode(at.core, visit, version.id),
        () => signContract(at.core, visit, form(version, codes[index] ?? ''), SEEN),
      ])
        expect(await refusal(act())).toMatchObject({
          code: 'contract.date-passed',
          sentence: expect.stringContaining('Ask for a new version with the question form'),
        });
    }
    await declineContract(ends.at.core, ends.visit, { reason: 'Too late', shown: shownAs(ends.version) }, SEEN);
    expect(await stateOf(ends.at, ends.version)).toBe('declined');
  });

  test('a name is needed, of letters, and so is the tick', async () => {
    const { at, version, visit } = await offered('nameless');
    const code = await codeOf(at, visit, version);
    const signing = (more: object) =>
      refusal(signContract(at.core, visit, { ...form(version, code), ...more }, SEEN)).then((r) => [r.code, r.field]);
    expect(await signing({ name: '\u202e 🙂 ' })).toEqual(['signature.no-name', 'name']);
    expect(await signing({ name: 'D'.repeat(10_000) })).toEqual(['signature.long-name', 'name']);
    for (const name of ['田中 太郎', 'דנה ריד', 'Dana 👩‍🎨 Reyes'])
      expect(await signing({ name })).toEqual(['signature.letters', 'name']);
    expect(await signing({ consent: false })).toEqual(['signature.no-consent', 'consent']);
    expect((await signContract(at.core, visit, form(version, code), SEEN)).state).toBe('signed');
  });

  test('a draft left over beside it is not what the card shows, and can be discarded without moving the project', async () => {
    const { at, version, visit } = await offered('left over');
    const code = await codeOf(at, visit, version);
    await signContract(at.core, visit, form(version, code), SEEN);
    // As one that was written before drafts gave way to the signature.
    const left = await draft(at, dealTerms({ fee: term({ minor: 500_000n, currency: 'EUR' }, 'form') }));
    const card = await cardViewOf(at.core.db, at.workspaceId, at.ids.project, at.core.clock.now());
    expect(card.version?.id).toBe(version.id);
    const discarded = await discardContract(at.core, at.workspaceId, { versionId: left.id, memberId: at.ids.member });
    expect(discarded.state).toBe('discarded');
    expect((await projectById(at.core.db, at.workspaceId, at.ids.project)).state).toBe('agreed');
  });

  test('again the next day answers with what stands', async () => {
    const { at, version, visit } = await offered('replay');
    const code = await codeOf(at, visit, version);
    const first = await signContract(at.core, visit, form(version, code), SEEN);
    at.rest(24 * 60);
    const again = await signContract(at.core, visit, form(version, code), SEEN);
    expect(again.signedAt).toEqual(first.signedAt);
    expect((await requestCode(at.core, visit, version.id)).state).toBe('signed');
  });
});

describe('declining', () => {
  test('keeps the first reason, and needs one', async () => {
    const { at, version, visit } = await offered('no');
    const say = (reason: string) => declineContract(at.core, visit, { reason, shown: shownAs(version) }, SEEN);
    expect((await refusal(say('  '))).code).toBe('contract.no-reason');
    await say('The budget was cut.');
    await say('Another reason');
    const declined = await versionById(at.core.db, at.workspaceId, version.id);
    expect(declined).toMatchObject({ state: 'declined', declineReason: 'The budget was cut.' });
    expect((await projectById(at.core.db, at.workspaceId, at.ids.project)).state).toBe('declined');
    expect((await refusal(requestCode(at.core, visit, version.id))).code).toBe('contract.declined');
    expect((await send(at, await draft(at))).state).toBe('sent');
  });
});

describe('viewing', () => {
  test('is noted once', async () => {
    const { at, version, visit } = await offered('viewer');
    await Promise.all([1, 2, 3].map(() => viewContract(at.core, visit, version)));
    const kind = 'contract.viewed';
    expect(await at.core.db.evidence.count({ where: { workspaceId: at.workspaceId, kind } })).toBe(1);
  });
});
