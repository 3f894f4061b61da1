import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { requestCode } from '../../src/contracts/code.ts';
import { sealedFileOf } from '../../src/contracts/seal-read.ts';
import { term } from '../../src/contracts/terms.ts';
import type { SandboxMail } from '../../src/sandbox/mailbox/mail.ts';
import { textOf } from '../documents/reading.ts';
import { carriedBy } from '../support/browser.ts';
import { needs } from '../support/needs.ts';
import { dealTerms, draft, enter, putRight, seed, send } from './scene.ts';
import { browser, PUBLIC_URL, type Stage, stage, stateOf, tokenOf } from './stage.ts';

const run = promisify(execFile);

let at: Stage;
beforeAll(async () => {
  at = await stage();
});

/** A contract sent to an address of its own, and its mail. */
async function offered(name: string, terms = dealTerms()) {
  const seeded = await seed(at.on.core, name);
  const email = `${name.replace(/\W/g, '-')}@acme.test`.toLowerCase();
  await at.on.core.db.contact.updateMany({ where: { workspaceId: seeded.workspaceId }, data: { email } });
  const on = { ...at.on, ...seeded };
  const mine = { ...terms, clientEmail: term(email, 'brief') };
  const version = await send(on, await draft(on, mine));
  await at.work();
  return { on, version, email, terms: mine, mail: newest(email, 'contract.sent') };
}

function newest(to: string, kind: string): SandboxMail {
  const mail = at.mailbox.mails({ to, kind }).at(-1);
  if (!mail) throw new Error(`no mail ${kind} to ${to}`);
  return mail;
}

/** As many openings of the link as there could ever be. */
async function openedOften({ on }: Pick<Offered, 'on'>, times: number): Promise<void> {
  const where = { workspaceId: on.workspaceId, chain: on.ids.project };
  const last = await on.core.db.evidence.findFirstOrThrow({ where, orderBy: { seq: 'desc' } });
  const opened = { ...last, kind: 'link.opened', subjectId: 'lnk_1', actor: on.ids.contact };
  const data = Array.from({ length: times }, (_, n) => ({ ...opened, seq: last.seq + n + 1 }));
  await on.core.db.evidence.createMany({ data });
}

type Offered = Awaited<ReturnType<typeof offered>>;

async function signed(name: string, before?: (deal: Offered) => Promise<unknown>) {
  const deal = await offered(name);
  await before?.(deal);
  const client = browser(at);
  const page = await (await client.enter(deal.mail)).text();
  const shown = carriedBy(page, 'contract:sign');
  await client.submit('/portal/contract/code', shown);
  await at.work();
  const code = at.mailbox.code(newest(deal.email, 'signature.code'));
  const form = { name: 'Dana Reyes', code, consent: 'yes', ...shown };
  return { ...deal, client, form, answer: await client.submit('/portal/contract/sign', form) };
}

describe('the mailed link', () => {
  test('is the only one in its mail, and works by token or by the printed code', async () => {
    const { mail } = await offered('letters');
    expect(at.mailbox.link(mail)).toBe(`${PUBLIC_URL}/portal#${tokenOf(mail)}`);
    const code = /the page asks for a code, it is ([A-Z]{5}-[A-Z]{5})/.exec(mail.text)?.[1] ?? '';
    expect(mail.replyTo[0]?.address).toBe('studio@north.test');
    expect(mail.from[0]?.name).toBe('letters via Retainer');
    for (const token of [tokenOf(mail), code, code.toLowerCase().replace('-', ' ')]) {
      const response = await browser(at).submit('/portal/open', { token });
      expect(stateOf(await response.text())).toBe('sign');
    }
  });

  test('is untouched by scanners: following it and asking for heads opens nothing', async () => {
    const { on, mail } = await offered('scanned');
    const scanner = browser(at);
    for (const method of ['GET', 'HEAD', 'OPTIONS']) {
      await scanner.get('/portal', method);
      await scanner.get(`/portal/open?token=${tokenOf(mail)}`, method);
      await scanner.get('/portal/project', method);
    }
    const where = { workspaceId: on.workspaceId };
    expect(await on.core.db.portalSession.count({ where })).toBe(0);
    expect(await on.core.db.portalLink.findFirst({ where, select: { openedAt: true } })).toEqual({ openedAt: null });
    expect(await on.core.db.evidence.count({ where: { ...where, kind: 'link.opened' } })).toBe(0);
  });

  test('guessed, cut short, revoked, expired or of a removed workspace is one and the same page', async () => {
    const gone = async (token: string) => {
      const response = await browser(at).submit('/portal/open', { token });
      return { status: response.status, page: await response.text() };
    };
    const nothing = await gone('x'.repeat(43));
    expect(nothing).toMatchObject({ status: 404, page: expect.stringContaining('newest mail') });
    const { on, mail } = await offered('gone');
    const token = tokenOf(mail);
    for (const wrong of [token.slice(1), token.toUpperCase(), `${token}x`, `${token}=`, '%00', 'ABCDE-FGHIJ'])
      expect(await gone(wrong)).toEqual(nothing);
    const where = { workspaceId: on.workspaceId };
    await on.core.db.portalLink.updateMany({ where, data: { revokedAt: new Date() } });
    expect(await gone(token)).toEqual(nothing);
    await on.core.db.portalLink.updateMany({ where, data: { revokedAt: null, expiresAt: new Date(0) } });
    expect(await gone(token)).toEqual(nothing);
    const far = new Date('2099-01-01');
    await on.core.db.portalLink.updateMany({ where, data: { expiresAt: far } });
    await on.core.db.workspace.updateMany({ where: { id: on.workspaceId }, data: { state: 'removed' } });
    expect(await gone(token)).toEqual(nothing);
  });

  test('opens sixty times an hour, then says to wait; the page that is open and other links go on', async () => {
    const [mine, other] = [await offered('opened often'), await offered('opened once')];
    const client = browser(at);
    expect((await client.enter(mine.mail)).status).toBe(200);
    const open = async () => (await browser(at).post('/portal/open', { token: tokenOf(mine.mail) })).status;
    for (let i = 1; i < 60; i++) expect(await open()).toBe(303);
    const stopped = await browser(at).post('/portal/open', { token: tokenOf(mine.mail) });
    expect(stopped.status).toBe(429);
    expect(await stopped.text()).toContain('Please wait a little. A page that is open already still works.');
    expect((await client.get('/portal/project')).status).toBe(200);
    expect((await browser(at).enter(other.mail)).status).toBe(200);
    expect(await at.on.core.db.portalSession.count({ where: { workspaceId: mine.on.workspaceId } })).toBe(60);
  });

  test('opens its own project only; without a session there is nothing', async () => {
    const [mine, theirs] = [await offered('mine'), await offered('theirs')];
    const client = browser(at);
    const page = await (await client.enter(mine.mail)).text();
    expect(page).toContain('mine has signed this contract');
    const version = `${theirs.version.id}.${Buffer.from(theirs.version.textSha256).toString('hex')}`;
    const answer = await client.post('/portal/contract/code', { ...carriedBy(page, 'contract:code'), version });
    expect(answer.status).toBe(404);
    for (const where of ['/portal/project', '/portal/contract.pdf'])
      expect((await browser(at).get(where)).status).toBe(404);
  });

  test('opened in another tab for another project, a form of the first page acts on neither', async () => {
    const [first, second] = [await offered('First tab'), await offered('Second tab')];
    const client = browser(at);
    const page = await (await client.enter(first.mail)).text();
    await client.enter(second.mail);
    const words = 'Studio B is cheaper';
    for (const [act, where, typed] of [
      ['question:ask', '/portal/question', { body: words }],
      ['contract:code', '/portal/contract/code', {}],
      ['contract:sign', '/portal/contract/sign', { name: words, code: '123456', consent: 'yes' }],
      ['contract:decline', '/portal/contract/decline', { reason: words }],
      ['contract:decline', '/portal/contract/decline', { reason: words.repeat(1000) }],
    ] as const) {
      const answer = await client.post(where, { ...carriedBy(page, act), ...typed });
      expect(answer.status, act).toBe(409);
      const told = await answer.text();
      expect(told, act).toContain('nothing was sent. To go on with this one, open the link in its newest mail again.');
      expect(told, act).not.toContain(words);
    }
    expect((await client.post('/portal/question', { body: words })).status).toBe(409);
    for (const { on, version } of [first, second]) {
      const where = { workspaceId: on.workspaceId };
      expect(await on.core.db.question.count({ where })).toBe(0);
      expect(await on.core.db.oneTimeCode.count({ where })).toBe(0);
      expect(await on.core.db.version.findFirst({ where: { ...where, id: version.id } })).toMatchObject({
        state: 'sent',
      });
    }
  });

  test('from another site, no form is taken', async () => {
    const { mail } = await offered('csrf');
    const cross = { 'sec-fetch-site': 'cross-site' };
    expect((await browser(at).post('/portal/open', { token: tokenOf(mail) }, cross)).status).toBe(403);
  });

  test('of a replaced version says so and leads to the current one', async () => {
    const { on, mail, email, terms } = await offered('edited');
    const early = browser(at);
    const before = await (await early.enter(mail)).text();
    const next = { ...terms, fee: term({ minor: 450_000n, currency: 'EUR' }, 'form') } as typeof terms;
    await send(on, await draft(on, next));
    await at.work();
    const page = await (await browser(at).enter(mail)).text();
    expect(stateOf(page)).toBe('superseded');
    expect(page).toContain('href="/portal/project?version=current"');
    const late = await (await early.submit('/portal/contract/code', carriedBy(before, 'contract:code'))).text();
    expect(stateOf(late)).toBe('superseded');
    expect(late).toContain('This contract has changed since you opened it.');
    expect(stateOf(await (await early.get('/portal/project?version=current')).text())).toBe('sign');
    expect(newest(email, 'contract.sent').subject).toBe('Changed contract to sign: Brand identity');
    expect(stateOf(await (await browser(at).enter(newest(email, 'contract.sent'))).text())).toBe('sign');
  });

  test('dies with the address it was sent to, when the next version goes to another', async () => {
    const { on, mail, terms } = await offered('typo');
    const stranger = browser(at);
    await stranger.enter(mail);
    const id = `${on.ids.contact}x`;
    const contact = { id, clientId: on.ids.client, name: 'Dana', email: 'right@acme.test' };
    await on.core.db.contact.create({ data: { workspaceId: on.workspaceId, ...contact } });
    await send(on, await draft(on, { ...terms, clientEmail: term('right@acme.test', 'form') }));
    expect((await stranger.get('/portal/project')).status).toBe(404);
    expect((await browser(at).enter(mail)).status).toBe(404);
  });
});

describe('an address that was put right with /client', () => {
  test('gets no contract and no code that had not left yet; a signed copy goes to the one in use', async () => {
    const { on, email } = await signed('corrected');
    const right = `right.${email}`;
    const counts = () => [email, right].map((to) => at.mailbox.mails({ to, kind: 'contract.sealed' }).length);
    await putRight(on, on.ids.client, right);
    await at.work();
    expect(counts()).toEqual([0, 1]);
    expect(newest(right, 'contract.sealed').text).toContain('/portal#');
    const other = await offered('early');
    const version = await send(other.on, await draft(other.on, { ...other.terms, revisions: term(3, 'form') }));
    const { codeId } = (await requestCode(on.core, await enter(other.on, version.id), version.id)) as {
      codeId: string;
    };
    expect(codeId).toMatch(/^otc_/);
    await putRight(other.on, other.on.ids.client, `right.${other.email}`);
    await at.work();
    for (const to of [other.email, `right.${other.email}`]) {
      expect(at.mailbox.mails({ to, kind: 'signature.code' })).toEqual([]);
      expect(at.mailbox.mails({ to, kind: 'contract.sent' })).toHaveLength(to === other.email ? 1 : 0);
    }
  });
});

describe('the page', () => {
  test('is not stored, and shows the whole text and the facts', async () => {
    const { mail, version } = await offered('reader');
    const response = await browser(at).enter(mail);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const page = await response.text();
    for (const clause of version.clauses) expect(page).toContain(`${clause.number}. ${clause.title}`);
    expect(page).toContain('EUR 2,000.00 (50%), due on signature');
  });

  test('shows hostile words as words', async () => {
    const nasty = '<script>alert(1)</script>\u202e"><img src=x onerror=alert(2)>';
    const { mail } = await offered('hostile', dealTerms({ specialTerms: term(nasty, 'form') }));
    const client = browser(at);
    const shown = carriedBy(await (await client.enter(mail)).text(), 'question:ask');
    const page = await (await client.submit('/portal/question', { ...shown, body: nasty })).text();
    expect(page).not.toMatch(/<script>|<img|\u202e/);
    expect(page).toContain('&lt;script>alert(1)&lt;/script>');
  });

  test('gives the PDF, the sealed one once there is one', async () => {
    const { client, on, version } = await signed('files');
    const early = await client.get('/portal/contract.pdf');
    expect(early.headers.get('content-disposition')).toContain('Brand identity (version 1, not signed).pdf');
    await at.work();
    const late = await client.get('/portal/contract.pdf');
    expect(late.headers.get('content-disposition')).toContain('Brand identity (signed).pdf');
    const file = await sealedFileOf(on.core.db, on.workspaceId, version.id);
    expect(Buffer.from(await late.arrayBuffer())).toEqual(Buffer.from(file?.bytes ?? []));
  });
});

describe('signing on the page', () => {
  test('takes the code from the mail and goes on; a second press changes nothing', async () => {
    const { answer, client, form } = await signed('signer');
    expect(stateOf(await answer.text())).toBe('signed');
    expect(stateOf(await (await client.submit('/portal/contract/sign', form)).text())).toBe('signed');
  });

  test('keeps what was typed when it is refused', async () => {
    const { mail } = await offered('typer');
    const client = browser(at);
    const page = await (await client.enter(mail)).text();
    const typed = { name: 'Dana "D" Reyes', code: '12' };
    const answer = await client.submit('/portal/contract/sign', { ...carriedBy(page, 'contract:sign'), ...typed });
    const again = await answer.text();
    expect([answer.status, stateOf(again)]).toEqual([200, 'sign']);
    expect(again).toContain('value="Dana &quot;D&quot; Reyes"');
    expect(again).toContain('Tick the box');
  });

  /** A page with a code on its way, and what it takes to sign there. */
  async function coded(name: string) {
    const deal = await offered(name);
    const client = browser(at);
    const page = await (await client.enter(deal.mail)).text();
    const shown = carriedBy(page, 'contract:sign');
    const ask = async () => {
      const answer = await (await client.submit('/portal/contract/code', shown)).text();
      await at.work();
      return { page: answer, code: at.mailbox.code(newest(deal.email, 'signature.code')) };
    };
    const form = { name: 'Dana Reyes', consent: 'yes', ...shown };
    return { ...deal, client, form, ask };
  }
  const other = (code: string) => (code === '111111' ? '222222' : '111111');

  test('after a wrong code every way back is a page that was asked for: it says what to do and sends nothing again', async () => {
    const { on, client, form, ask } = await coded('way back');
    const { code } = await ask();
    const refused = await client.post('/portal/contract/sign', { ...form, code: other(code) });
    expect([refused.status, refused.headers.get('location')]).toEqual([303, '/portal/project?version=current#sign']);
    for (const where of ['/portal/project?version=current', '/portal/project', '/portal/project']) {
      const page = await (await client.get(where)).text();
      expect(page).toContain('That is not the code from the newest mail. You have 4 tries left.');
      expect(page).toContain('value="Dana Reyes"');
      // Consent is given to what is on the page now, so it is given anew.
      expect(page).not.toMatch(/name="consent"[^>]*checked|checked[^>]*name="consent"/);
      expect(page).not.toContain(other(code));
    }
    for (const form of ['sign', 'code']) {
      const there = await client.get(`/portal/contract/${form}`);
      expect([there.status, there.headers.get('location')]).toEqual([303, '/portal/project?version=current#sign']);
    }
    const where = { workspaceId: on.workspaceId };
    expect(await on.core.db.oneTimeCode.findMany({ where, select: { attempts: true } })).toEqual([{ attempts: 1 }]);
    const signed = await (await client.submit('/portal/contract/sign', { ...form, code })).text();
    expect(stateOf(signed)).toBe('signed');
    expect(await (await client.get('/portal/project')).text()).not.toContain('That is not the code');
  });

  test('a code that ran out asks for another, and the name stays typed', async () => {
    const { client, form, ask } = await coded('ran out');
    const { code } = await ask();
    at.on.rest(11);
    const late = await (await client.submit('/portal/contract/sign', { ...form, code })).text();
    expect(late).toContain('That code is more than 10 minutes old. Ask for a new one.');
    expect(late).toContain('E-mail me the code');
    const fresh = await ask();
    expect(fresh.page).not.toContain('10 minutes old');
    expect(fresh.page).toContain('value="Dana Reyes"');
    const signed = await client.submit('/portal/contract/sign', { ...form, code: fresh.code });
    expect(stateOf(await signed.text())).toBe('signed');
  });

  test('a second tab’s newer code counts in the first, and what the second sends after it shows what is signed', async () => {
    const { client, form, ask, mail, email } = await coded('two tabs');
    const { code } = await ask();
    const second = browser(at);
    const shown = carriedBy(await (await second.enter(mail)).text(), 'contract:sign');
    await second.submit('/portal/contract/code', shown);
    await at.work();
    const newer = at.mailbox.code(newest(email, 'signature.code'));
    const old = await (await client.submit('/portal/contract/sign', { ...form, code })).text();
    expect(old).toContain('That is not the code from the newest mail.');
    expect(stateOf(await (await client.submit('/portal/contract/sign', { ...form, code: newer })).text())).toBe(
      'signed',
    );
    const twice = await second.submit('/portal/contract/sign', { ...form, ...shown, code: other(newer) });
    expect(stateOf(await twice.text())).toBe('signed');
    expect(stateOf(await (await second.submit('/portal/contract/code', shown)).text())).toBe('signed');
  });

  test('what one project’s form left is not shown on another’s page', async () => {
    const [{ client, form }, elsewhere] = [await coded('left here'), await offered('not there')];
    await client.submit('/portal/contract/sign', { ...form, code: '12' });
    const page = await (await client.enter(elsewhere.mail)).text();
    expect(page).not.toContain('Dana Reyes"');
    expect(page).not.toContain('six digits from the mail.');
  });

  test('has a code mail whose only six digits are the code', async () => {
    const deal = await offered('Studio 12345678');
    const client = browser(at);
    const page = await (await client.enter(deal.mail)).text();
    await client.submit('/portal/contract/code', carriedBy(page, 'contract:code'));
    await at.work();
    const mail = newest(deal.email, 'signature.code');
    expect(mail.text.match(/\d{6,}/g)).toEqual([at.mailbox.code(mail)]);
    expect(at.mailbox.link(mail)).toContain('/portal#');
  });
});

describe('declining on the page', () => {
  test('says so, also when an earlier version was replaced by the declined one', async () => {
    const { on, mail, terms, email } = await offered('decliner');
    await send(on, await draft(on, terms));
    await at.work();
    const client = browser(at);
    const page = await (await client.enter(newest(email, 'contract.sent'))).text();
    const shown = carriedBy(page, 'contract:decline');
    const empty = await client.post('/portal/contract/decline', { ...shown, reason: ' ' });
    expect([empty.status, stateOf(await empty.text())]).toEqual([422, 'sign']);
    const declined = await (
      await client.submit('/portal/contract/decline', { ...shown, reason: 'Too <b>late</b>' })
    ).text();
    expect(stateOf(declined)).toBe('declined');
    expect(declined).toContain('Too &lt;b>late&lt;/b>');
    expect(stateOf(await (await browser(at).enter(mail)).text())).toBe('superseded');
  });
});

describe('a date that has passed', () => {
  test('is said on the page instead of the signature, with what to do next', async () => {
    const { mail, on } = await offered('late', dealTerms({ startOn: undefined, endOn: term('2027-02-03', 'form') }));
    const client = browser(at);
    const form = carriedBy(await (await client.enter(mail)).text(), 'contract:code');
    on.rest(3 * 24 * 60);
    try {
      for (const answer of [await client.enter(mail), await client.submit('/portal/contract/code', form)]) {
        const page = await answer.text();
        expect(stateOf(page)).toBe('sign');
        expect(page).toContain('This date has passed: Wed 3 February 2027.');
        expect(page).toContain('href="#questions"');
        expect(page).toContain('Decline the contract');
        for (const gone of ['Sign the contract', 'E-mail me the code', 'Go to signing', 'then sign at the end'])
          expect(page).not.toContain(gone);
      }
    } finally {
      on.rest(-3 * 24 * 60);
    }
  });
});

describe('the seal', () => {
  test('is made once and its copies go to both, however often the effects run', async () => {
    const { on, version, email } = await signed('sealed');
    await at.work();
    const before = await sealedFileOf(on.core.db, on.workspaceId, version.id);
    const where = { workspaceId: on.workspaceId, effect: { in: ['contract.seal', 'contract.mail-copies'] } };
    await on.core.db.outbox.updateMany({ where, data: { state: 'pending' } });
    await at.work();
    const after = await sealedFileOf(on.core.db, on.workspaceId, version.id);
    expect(Buffer.from(after?.bytes ?? [])).toEqual(Buffer.from(before?.bytes ?? []));
    expect(await on.core.db.seal.count({ where: { workspaceId: on.workspaceId } })).toBe(1);
    expect(at.mailbox.mails({ to: email, kind: 'contract.sealed' })).toHaveLength(1);
    const copy = newest(email, 'contract.sealed').attachments[0];
    expect(copy?.bytes).toEqual(Buffer.from(before?.bytes ?? []));
    const own = at.mailbox.mails({ to: 'studio@north.test', kind: 'contract.sealed' });
    expect(own.some((mail) => mail.subject.startsWith('Signed by Acme GmbH'))).toBe(true);
    expect(own.some((mail) => mail.text.includes('/portal#'))).toBe(false);
  });

  test('comes however often the link was opened, and tells from where it was signed', async () => {
    const { on, version } = await signed('opened', (deal) => openedOften(deal, 3_000));
    await at.work();
    const file = await sealedFileOf(on.core.db, on.workspaceId, version.id);
    const words = await textOf(file?.bytes ?? new Uint8Array());
    expect(words).toContain('Opened the link from the mail; 3001 times');
    for (const proof of ['Signed in to Slack as member U1', 'FromAddress unknown']) expect(words).toContain(proof);
  });

  test('survives a mail server that answers late with the same mail again', async () => {
    const { mail, on } = await offered('flaky');
    const messageId = mail.messageId;
    const where = { workspaceId: on.workspaceId };
    // As if the process had died between the mail's leaving and its being noted.
    await on.core.db.mail.updateMany({ where, data: { state: 'sending', sentAt: null } });
    await on.core.db.outbox.updateMany({
      where: { ...where, effect: 'contract.mail-link' },
      data: { state: 'pending' },
    });
    await at.work();
    const copies = at.mailbox.mails({ kind: 'contract.sent' }).filter((one) => one.messageId === messageId);
    expect(copies).toHaveLength(2);
    expect(copies[0]?.text).toBe(copies[1]?.text);
  });

  const { path: pdfsig, test: verified } = needs('pdfsig');
  verified('holds for an independent reader, and breaks with one changed bit', async () => {
    const { on, version } = await signed('judged');
    await at.work();
    const file = await sealedFileOf(on.core.db, on.workspaceId, version.id);
    const folder = await mkdtemp(path.join(tmpdir(), 'seal-'));
    const judge = async (bytes: Uint8Array) => {
      const name = path.join(folder, 'contract.pdf');
      await writeFile(name, bytes);
      return run(pdfsig, ['-nocert', name]).then(
        ({ stdout }) => stdout,
        (error: { stdout?: string }) => error.stdout ?? '',
      );
    };
    const good = await judge(file?.bytes ?? new Uint8Array());
    expect(good).toContain('Signature is Valid');
    expect(good).toContain('Total document signed');
    const bad = Uint8Array.from(file?.bytes ?? []);
    bad[200] = (bad[200] ?? 0) ^ 1;
    expect(await judge(bad)).not.toContain('Signature is Valid');
    await rm(folder, { recursive: true });
  });
});
