import { render } from 'preact-render-to-string';
import { beforeAll, describe, expect, test } from 'vitest';
import type { LedgerEntry } from '../src/sandbox/ledger.ts';
import type { SandboxMessage } from '../src/sandbox/slack/shapes.ts';
import { InstalledPage } from '../src/workspaces/install-portal.tsx';
import { textOf as pdfText } from './documents/reading.ts';
import { answerQuestion, draft, draftAndSend, giveBank, sendCard } from './support/acts.ts';
import type { Page } from './support/browser.ts';
import { checkInvariants } from './support/invariants.ts';
import { checkPage, checkWords, inSource, watched, wordsOf } from './support/seen.ts';
import { cardOf, startWorld, textOf, type World } from './support/world.ts';

/** Whoever is called so tries to ping everyone, to write markup and to end a line. */
const HOSTILE = 'Ünï & <b>Söhne</b> <@channel> *Ltd* `x`';

let world: World;
const pages: Page[] = [];
const documents = new Map<string, Uint8Array>();
let slack: LedgerEntry[] = [];

const email = (name: string) => `${name}@acme.test`;
const brief = (name: string, more: string) => `Logo for Acme (${email(name)}), EUR 900, ${more}`;
const client = () => watched(world, pages);

async function edited(fee: string): Promise<void> {
  const { mia } = world;
  await mia.press(cardOf(world.team), 'contract:edit');
  const view = await mia.waitForView('contract:terms');
  await mia.fill(view, { fee });
  expect((await mia.submit(view)).fields).toEqual({});
  await world.settle();
  await mia.close(undefined, { all: true });
}

/** A counter is drafted, and shown to whoever accepts what it answers. */
async function countered(asked: SandboxMessage): Promise<void> {
  const { mia } = world;
  await mia.press(asked, 'change:counter');
  const form = await mia.waitForView('contract:change');
  await mia.fill(form, { body: 'price 950' });
  await mia.submit(form);
  await mia.submit(await mia.waitForView('contract:change'));
  await mia.close(await mia.waitForView('contract:send'));
  await world.settle();
  await mia.press(asked, 'change:accept');
  await mia.close(await mia.waitForView('change:countered'));
}

/** Drafted, asked about, edited, replaced, signed, declined, debited, issued, overdue, paid. */
async function wholeStory(): Promise<void> {
  const { mia, team, vendors } = world;
  await draft(world, brief('story', '50% deposit, done by 8 February 2027'), {
    client: HOSTILE,
    specialTerms: HOSTILE,
  });
  await giveBank(world, mia);
  await mia.press(cardOf(team), 'contract:pdf');
  await mia.press(cardOf(team), 'contract:explain');
  const explain = await mia.waitForView('contract:explain');
  await mia.fill(explain, { body: `Does ${HOSTILE} pay a deposit?` });
  await mia.submit(explain);
  await mia.close(undefined, { all: true });
  await sendCard(world);
  const first = client();
  await first.openNewest(email('story'), 'contract.sent');
  await first.submit('contract:explain', { body: `What does ${HOSTILE} pay if we cancel?` });
  await first.submit('question:ask', { body: `Does ${HOSTILE} get the font?` });
  await world.settle();
  await answerQuestion(world, `Yes, ${HOSTILE}.`);
  await first.submit('contract:change', { body: `${HOSTILE}: no deposit, please` });
  await world.settle();
  const asked = team.all.findLast(({ blocks }) => textOf(blocks).includes('change:decline'));
  if (!asked) throw new Error('nobody has asked for a change');
  await countered(asked);
  await mia.press(asked, 'change:decline');
  const no = await mia.waitForView('change:decline');
  await mia.fill(no, { reason: `Not for ${HOSTILE}.` });
  await mia.submit(no);
  await world.settle();
  await mia.close(undefined, { all: true });
  await first.get('/portal/project');
  await edited('1,000');
  await sendCard(world);
  await first.get('/portal/project');
  const dana = client();
  await dana.openNewest(email('story'), 'contract.sent');
  await dana.sign('Dana Reed', email('story'));
  await world.settle();
  await dana.get('/portal/project');
  const session = await dana.checkout();
  vendors.stripe.pay(session, 'declined');
  await world.settle();
  vendors.stripe.pay(session, 'debit');
  await world.settle();
  await dana.get('/portal/project');
  vendors.stripe.settleDebit(session);
  await world.settle();
  await dana.get('/portal/project');
  await world.passTo(new Date('2027-03-01T09:00:00Z'));
  // Half a day later a session is over, and the newest mail is the way in.
  await dana.openNewest(email('story'), 'invoice.reminder');
  const desk = await world.desk();
  pages.push(desk.page, await desk.get('/desk/home'), await desk.get('/desk/bank'));
  pages.push(await desk.get('/desk/payments'), await desk.get('/desk/export'), await desk.get('/desk/templates'));
  // The editor names values in braces, so it is looked at in a test of its own.
  const { url } = await desk.submit('template:copy');
  pages.push(await desk.get(`${url}/history`));
  await desk.get('/desk/payments');
  await desk.submit('payment:record');
  await world.settle();
  pages.push(await desk.get('/desk/payments'), await dana.get('/portal/project'));
}

/** Said no, thrown away, withdrawn, and one without a deposit. */
async function otherEnds(): Promise<void> {
  const { mia, team } = world;
  await draftAndSend(world, brief('no', '50% deposit, done by 30 April 2027'), { client: HOSTILE });
  const no = client();
  await no.openNewest(email('no'), 'contract.sent');
  await no.submit('contract:decline', { reason: HOSTILE });
  await world.settle();
  await draft(world, brief('gone', '50% deposit, done by 30 April 2027'));
  await mia.press(cardOf(team), 'contract:discard');
  await world.settle();
  await draftAndSend(world, brief('back', '50% deposit, done by 30 April 2027'));
  const back = client();
  await back.openNewest(email('back'), 'contract.sent');
  await mia.press(cardOf(team), 'contract:discard');
  await world.settle();
  await back.get('/portal/project');
  await draftAndSend(world, brief('free', 'no deposit, done by 30 April 2027'));
  const free = client();
  await free.openNewest(email('free'), 'contract.sent');
  await free.sign('Dana Reed', email('free'));
  await world.settle();
  await free.get('/portal/project');
}

/** A date that is paid for, one that is given back, and a contract nobody signs meanwhile. */
async function bookings(): Promise<void> {
  const { vendors } = world;
  const shoot = (name: string) =>
    `Wedding photography for Acme (${email(name)}), EUR 1,800, 50% deposit, on 12 June 2027 at 15:00`;
  await draftAndSend(world, shoot('kept'), { client: HOSTILE, kind: 'private', place: HOSTILE });
  const kept = client();
  await kept.openNewest(email('kept'), 'contract.sent');
  await kept.sign('Dana Reed', email('kept'));
  await world.settle();
  vendors.stripe.pay(await kept.checkout(), 'succeeds');
  await world.settle();
  await kept.get('/portal/project');
  await draftAndSend(world, brief('slow', '50% deposit, done by 30 April 2027'));
  await draftAndSend(world, shoot('lost'), { kind: 'private' });
  const lost = client();
  await lost.openNewest(email('lost'), 'contract.sent');
  await lost.sign('Dana Reed', email('lost'));
  await world.pass(world.days(9));
  await lost.openNewest(email('lost'), 'booking.released');
}

/** What is asked for by command, and the pages for those who have no way in. */
async function asked(): Promise<void> {
  const { mia, appUrl } = world;
  for (const command of ['/retainer', '/contract', '/invoice', '/client'])
    for (const words of ['help', '', `${HOSTILE} nonsense`, 'list']) {
      await mia.command(command, words, { channel: 'projects' });
      await mia.close(undefined, { all: true });
    }
  await mia.command('/retainer', 'settings');
  await mia.submit(await mia.waitForView('workspace:profile'));
  await mia.close(undefined, { all: true });
  await mia.command('/client', `${HOSTILE} ${email('new')}`);
  await mia.close(undefined, { all: true });
  await mia.shortcut(mia.say('projects', `Could you also build a shop for ${HOSTILE}?`), 'contract:scope');
  const choose = await mia.waitForView('contract:scope');
  await mia.submit(choose);
  await mia.press(mia.openView!, 'contract:make-change');
  const change = await mia.waitForView('contract:add-change');
  await mia.fill(change, { title: HOSTILE, deliverables: HOSTILE, fee: '300', endOn: '2027-12-01' });
  expect((await mia.submit(change)).fields).toEqual({});
  await world.settle();
  await mia.close(undefined, { all: true });
  await mia.command('/invoice', '', { channel: 'projects' });
  const view = await mia.waitForView('invoice:issue');
  await mia.fill(view, { client: HOSTILE, email: email('bill'), title: HOSTILE, fee: '500' });
  expect((await mia.submit(view)).fields).toEqual({});
  await world.settle();
  await mia.close(undefined, { all: true });
  const bill = client();
  await bill.openNewest(email('bill'), 'invoice.issued');
  await mia.openHome();
  const stranger = client();
  for (const url of ['/portal', '/desk', '/portal/none', '/slack/oauth_redirect?error=access_denied'])
    pages.push(await stranger.get(url));
  pages.push(await stranger.post('/portal/open', { token: 'guessed' }));
  const html = `<!doctype html>${render(<InstalledPage name={HOSTILE} />)}`;
  pages.push({ status: 200, html, state: 'installed', url: `${appUrl}/slack/oauth_redirect` });
}

beforeAll(async () => {
  world = await startWorld();
  const { vendors } = world;
  const entries: LedgerEntry[] = [];
  vendors.slack.world.ledger.onChange((entry) => entry?.source === 'slack' && entries.push(entry));
  const bare = await world.desk(world.fern);
  pages.push(await bare.get('/desk/bank'), await bare.get('/desk/payments'));
  await wholeStory();
  await otherEnds();
  await bookings();
  await asked();
  slack = entries;
  for (const { attachments } of vendors.mailbox.mails())
    for (const { filename, bytes } of attachments) documents.set(filename ?? '', bytes);
  for (const { name, bytes } of vendors.slack.world.files.values()) documents.set(`posted ${name}`, bytes);
}, 240_000);

const shown = () => slack.filter(({ kind }) => /^(chat|views|response)/.test(kind));
const cardsShown = () =>
  new Set(
    shown().flatMap(({ detail }) => {
      const { metadata } = detail as { metadata?: { event_payload?: { state?: string } } };
      return metadata?.event_payload?.state ? [metadata.event_payload.state] : [];
    }),
  );
const missing = (wanted: readonly string[], seen: Iterable<string>) => {
  const had = new Set(seen);
  return wanted.filter((name) => !had.has(name));
};

describe('Slack', () => {
  test('every card there is was shown', () => {
    expect(inSource.cards().length).toBeGreaterThan(8);
    expect(missing(inSource.cards(), cardsShown())).toEqual([]);
  });

  test('every form there is was opened', () => {
    const opened = shown().map(({ detail }) => String((detail as { callback_id?: string }).callback_id ?? ''));
    expect(inSource.forms().length).toBeGreaterThan(4);
    expect(missing(inSource.forms(), opened)).toEqual([]);
    expect(shown().some(({ kind }) => kind === 'views.publish')).toBe(true);
  });

  test('took all of it, and nothing that a client typed is more than words', () => {
    expect(
      slack.filter(({ kind, detail }) => kind === 'refused' || /invalid_blocks/.test(textOf(detail as object))),
    ).toEqual([]);
    expect(shown().length).toBeGreaterThan(100);
    for (const { kind, detail } of shown()) {
      const all = textOf(detail as object);
      // What stands in an input is shown as it was typed; only mrkdwn is read.
      for (const [, words = ''] of all.matchAll(/"type":"mrkdwn","text":"((?:[^"\\]|\\.)*)"/g))
        expect(words, kind).not.toMatch(/<@channel|<b>/);
      for (const [, words = ''] of all.matchAll(/"text":"((?:[^"\\]|\\.)*)"/g)) checkWords(words, kind);
    }
  });
});

describe('mails', () => {
  test('every kind there is was sent', () => {
    expect(inSource.mails().length).toBeGreaterThan(8);
    expect(
      missing(
        inSource.mails(),
        world.vendors.mailbox.mails().map(({ kind }) => kind ?? ''),
      ),
    ).toEqual([]);
  });

  test('have a one-line subject, two parts that say the same, and one link', () => {
    for (const mail of world.vendors.mailbox.mails()) {
      const { subject, text, html = '', kind = '' } = mail;
      expect(subject, kind).not.toMatch(/[\r\n]/);
      expect(html, kind).not.toMatch(/<b>Söhne|<@channel/);
      for (const words of [subject, text, wordsOf(html)]) checkWords(words, `${kind}: ${subject}`);
      const links = new Set(text.match(/http:\/\/\S+#[\w-]{43}/g));
      const toClient = mail.to.some(({ address }) => address.endsWith('@acme.test'));
      expect(links.size, `${kind}: ${subject}`).toBe(toClient ? 1 : 0);
    }
  });
});

describe('pages', () => {
  test('of the client: every state there is was seen', () => {
    // Nothing voids an invoice alone yet, so no client is left without anything to see.
    const wanted = inSource.clientStates().filter((state) => state !== 'open');
    expect(wanted.length).toBeGreaterThan(10);
    expect(
      missing(
        wanted,
        pages.map(({ state }) => state ?? ''),
      ),
    ).toEqual([]);
  });

  test('of everyone else: every one there is was seen', () => {
    expect(inSource.pages().length).toBeGreaterThan(4);
    const wanted = [...inSource.pages(), 'set', 'missing', 'owed', 'clear'];
    expect(
      missing(
        wanted,
        pages.map(({ state }) => state ?? ''),
      ),
    ).toEqual([]);
  });

  test('have one heading, a state, labels, and names as words', () => {
    for (const page of pages.filter(({ html }) => html.includes('<html'))) {
      checkPage(page);
      expect(page.html, page.url).not.toMatch(/<b>Söhne|<@channel/);
      checkWords(wordsOf(page.html), page.url);
    }
  });
});

describe('documents', () => {
  test('contract, sealed contract, invoices, receipt and calendar file came, whole', async () => {
    const names = [...documents.keys()];
    for (const wanted of [
      /^posted .*\.pdf$/,
      /\(signed\)\.pdf$/,
      /^Deposit invoice/,
      /^Final invoice/,
      /^Invoice/,
      /^Receipt/,
      /\.ics$/,
    ])
      expect(
        names.some((name) => wanted.test(name)),
        `${wanted} of ${names}`,
      ).toBe(true);
    for (const [name, bytes] of documents) {
      const words = name.endsWith('.pdf') ? await pdfText(bytes) : Buffer.from(bytes).toString();
      expect(words.length, name).toBeGreaterThan(200);
      expect(BARELESS.exec(words)?.[0], name).toBeUndefined();
    }
  }, 60_000);
});

/** Tables of a document give the currency once, at the total. */
const BARELESS = /\bundefined\b|\bNaN\b|\[object |Invalid Date|\{\{/;

test('and no rule was broken by any of it', async () => {
  await world.settle();
  await checkInvariants(world);
});
