import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { term } from '../../src/contracts/terms.ts';
import { issueInvoice } from '../../src/invoices/issue.ts';
import { invoicesOf } from '../../src/invoices/read.ts';
import { saveInstalment } from '../../src/invoices/store.ts';
import { transact } from '../../src/platform/work.ts';
import { lockProject } from '../../src/projects/read.ts';
import type { SandboxView } from '../../src/sandbox/slack/shapes.ts';
import { type Id, newId } from '../../src/shared/ids.ts';
import { formatMoney, money } from '../../src/shared/money.ts';
import { dealTerms, draft, seed } from '../contracts/scene.ts';
import { type OnProject, project, record, type Stage, stage } from '../payments/stage.ts';

let on: Stage;
beforeAll(async () => {
  on = await stage();
}, 60_000);
beforeEach(async () => {
  await on.db.business.updateMany({ data: { taxRateMilli: 0 } });
  await mia().close(undefined, { all: true });
});

const mia = () => on.team.as(on.team.people.owner.id);
const shown = (view: SandboxView | undefined) => JSON.stringify(view?.blocks ?? []);
const typedIn = (view: SandboxView, field: string) => {
  const state = view.values[`invoice:issue.${field}`]?.[field] as
    | { value?: string; selected_option?: { value: string } }
    | undefined;
  return state?.selected_option?.value ?? state?.value;
};

async function open(text = '', channel = 'projects') {
  await mia().command('/invoice', text, { channel });
  return mia().waitForView('invoice:issue');
}

/** Every invoice for an address, oldest first. */
async function billed(email: string) {
  const contact = await on.db.contact.findFirst({ where: { email } });
  const projects = await on.db.project.findMany({
    where: { clientId: contact?.clientId ?? '' },
    orderBy: { id: 'asc' },
  });
  const invoices = await Promise.all(projects.map(({ id }) => invoicesOf(on.db, on.workspaceId, id)));
  return invoices.flat();
}

let people = 0;
const address = () => `dana${people++}@acme.test`;

describe('/invoice', () => {
  test('with good words fills the form, says what will happen, and issues what it said', async () => {
    const email = address();
    const view = await open(`Dana Reyes ${email} EUR 500 logo retouch, net 10`);
    const said = shown(view);
    expect(said).toContain('EUR 500.00 to pay.');
    expect(said).toContain(`Dana Reyes (${email}) gets it by mail at once`);
    expect(said).toContain('Due Thu 11 March 2027.');
    expect(said).toMatch(/Reminders while it is unpaid: Mon 8 March 2027; Thu 11 March 2027; Mon 15 March 2027/);
    expect((await mia().submit(view)).fields).toEqual({});
    expect(shown(mia().openView)).toMatch(
      new RegExp(`Invoice TEST-2027-\\d+.*EUR 500\\.00.*${email}.*Thu 11 March 2027`),
    );
    const [invoice] = await billed(email);
    expect(invoice).toMatchObject({ kind: 'standard', state: 'open', dueOn: '2027-03-11' });
    expect(invoice?.lines.map(({ description }) => description)).toEqual(['Logo retouch']);
    await on.work();
    const mail = await on.vendors.mailbox.waitFor({ to: email, kind: 'invoice.issued' });
    expect(mail.attachments[0]?.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    const steps = await on.db.step.findMany({ where: { invoiceId: invoice?.id ?? '' }, orderBy: { dueAt: 'asc' } });
    expect(steps.map(({ wallAt }) => wallAt.toISOString().slice(0, 10))).toEqual(
      [...said.matchAll(/(\d+) March 2027/g)].slice(1).map(([, day]) => `2027-03-${day?.padStart(2, '0')}`),
    );
  });

  test('makes a project without a contract, active at once, with its card where the command was typed', async () => {
    const email = address();
    await mia().submit(await open(`Dana Reyes ${email} EUR 500 logo retouch`));
    await on.work();
    const [invoice] = await billed(email);
    const made = await on.db.project.findFirstOrThrow({ where: { id: invoice?.projectId ?? '' } });
    expect(made).toMatchObject({ state: 'active', title: 'Logo retouch', channelId: on.team.places.projects.id });
    expect(await on.db.contract.count({ where: { projectId: made.id } })).toBe(0);
    // Nobody said where Dana is, so the paper names no country.
    const { frozen } = await on.db.invoice.findFirstOrThrow({ where: { id: invoice?.id ?? '' } });
    expect(frozen).toMatchObject({ to: { lines: [''] } });
    expect(on.team.message(made.channelId ?? '', made.cardTs ?? '')?.metadata?.event_payload).toMatchObject({
      project: made.id,
      state: 'active',
    });
  });

  test('for a new client who reads along as a guest puts the card with its price where only the freelancer sees it', async () => {
    const email = address();
    await mia().submit(await open(`Dana Reyes ${email} EUR 500 logo retouch`, 'acme'));
    await on.work();
    const [invoice] = await billed(email);
    const made = await on.db.project.findFirstOrThrow({ where: { id: invoice?.projectId ?? '' } });
    expect(made.channelId).toBe(on.team.dm(mia().user.id).id);
  });

  test.each(['help', '?', 'HELP'])('%s says what it does', async (text) => {
    await mia().command('/invoice', text);
    expect(mia().ephemerals.at(-1)?.text).toContain('What /invoice does');
    expect(mia().openView).toBeUndefined();
  });

  test.each(['', 'asdf', '<!channel> %%% ;;;', '*bold* <script>alert(1)</script>', '\u202egnp.exe'])(
    '“%s” opens a form that can be filled',
    async (text) => {
      const view = await open(text);
      if (text) expect(shown(view)).toContain('I found no client and no sum in that');
      expect(shown(view)).toContain('Fill in the sum to see what will happen');
      expect(shown(view)).not.toMatch(/"mrkdwn","text":"[^"]*<!/);
    },
  );

  test('a text longer than anything typed is refused in words, and opens nothing', async () => {
    await mia().command('/invoice', 'word '.repeat(10_000));
    await on.vendors.slack.until(() => mia().ephemerals.at(-1)?.text.includes('characters'), 'the refusal');
    expect(mia().openView).toBeUndefined();
  });

  test('a known client is recognised by name', async () => {
    const acme = await project(on, 'Known client');
    await on.db.client.updateMany({ where: { id: acme.clientId }, data: { name: 'Zora Quist', company: null } });
    const view = await open('Zora Quist 750');
    expect([typedIn(view, 'client'), typedIn(view, 'email'), typedIn(view, 'fee')]).toEqual([
      'Zora Quist',
      acme.email,
      '750',
    ]);
  });
});

describe('the form', () => {
  test.each(['1e9', '-5', '0.005', '١٢٣', '0', 'a lot', '99999999999999'])(
    'refuses the sum “%s” at its field, and issues nothing',
    async (fee) => {
      const email = address();
      const view = await open(`Dana Reyes ${email} logo retouch`);
      await mia().fill(view, { title: 'Logo', fee });
      expect(Object.keys((await mia().submit(view)).fields)).toEqual(['fee']);
      expect(await billed(email)).toEqual([]);
    },
  );

  test.each(['-1', '1.5', '121', '१४', 'soon'])('refuses “%s” days at their field', async (netDays) => {
    const email = address();
    const view = await open(`Dana Reyes ${email} EUR 500 logo retouch`);
    mia().set(view, 'netDays', netDays.slice(0, 3));
    expect(Object.keys((await mia().submit(view)).fields)).toEqual(['netDays']);
    expect(await billed(email)).toEqual([]);
  });

  test('says everything that is wrong at once', async () => {
    const view = await open();
    mia().set(view, 'fee', '-5');
    mia().set(view, 'netDays', 'x');
    const { fields } = await mia().submit(view, { force: true });
    expect(Object.keys(fields).sort()).toEqual(['client', 'email', 'fee', 'netDays', 'title']);
  });

  test('counts again while it is filled in, and keeps what was typed', async () => {
    await on.db.business.updateMany({ data: { taxRateMilli: 19_000 } });
    const view = await open(`Dana Reyes ${address()} EUR 500 logo retouch`);
    expect(shown(view)).toContain('EUR 595.00 to pay: EUR 500.00 plus EUR 95.00 tax (19%).');
    await mia().fill(view, { title: 'Something else', fee: '600' });
    expect(shown(view)).toContain('EUR 714.00 to pay');
    await mia().fill(view, { taxIncluded: ['yes'] });
    expect(shown(view)).toContain('EUR 600.00 to pay, of which EUR 95.80 is tax (19%).');
    await mia().fill(view, { currency: 'JPY' });
    expect(shown(view)).toContain('JPY 600 to pay, of which JPY 96 is tax');
    await mia().fill(view, { netDays: '0' });
    expect(shown(view)).toContain('Due Mon 1 March 2027.');
    await mia().fill(view, { fee: '1e9' });
    expect(shown(view)).toContain('Fill in the sum');
    expect(typedIn(view, 'title')).toBe('Something else');
    expect(shown(view)).toContain('on_character_entered');
  });

  test('offers a private client prices that include the tax', async () => {
    await on.db.business.updateMany({ data: { taxRateMilli: 19_000 } });
    const known = await project(on, 'Private');
    await on.db.client.updateMany({ where: { id: known.clientId }, data: { kind: 'private' } });
    const view = await open(`${known.email} EUR 119 portrait`);
    expect(shown(view)).toContain('of which EUR 19.00 is tax');
    await mia().submit(view);
    const [invoice] = await billed(known.email);
    expect(invoice && [invoice.net, invoice.tax].map(formatMoney)).toEqual(['EUR 100.00', 'EUR 19.00']);
  });

  test('sent twice at once, and again, is one invoice', async () => {
    const email = address();
    const view = await open(`Dana Reyes ${email} EUR 500 logo retouch`);
    const copy = structuredClone(view);
    await Promise.all([mia().submit(view), mia().submit(copy)]);
    await mia().submit(copy);
    expect(await billed(email)).toHaveLength(1);
    expect(await on.db.contact.count({ where: { email } })).toBe(1);
  });

  test('does not come back when its last key is heard after it was sent', async () => {
    const view = await open(`Dana Reyes ${address()} EUR 500 logo retouch`);
    const before = structuredClone(view);
    await mia().submit(view);
    await mia().choose(before, 'fee', '600', { stale: true });
    expect(shown(mia().openView)).toContain('is issued and on its way');
  });

  test('refuses letters that the PDF can’t print, at their field', async () => {
    const view = await open(`Dana Reyes ${address()} EUR 500 logo retouch`);
    await mia().fill(view, { title: 'ロゴ' });
    expect(Object.keys((await mia().submit(view)).fields)).toEqual(['title']);
  });

  test('warns while clients can’t pay, and issues all the same', async () => {
    const bank = await on.db.business.findFirstOrThrow();
    const { bankCipher, bankKeyId } = bank;
    await on.db.business.updateMany({ data: { bankCipher: null, bankKeyId: null } });
    const email = address();
    const small = await open(`Dana Reyes ${email} EUR 500 logo retouch`);
    expect(shown(small)).not.toContain('no bank details');
    await mia().fill(small, { fee: '2,000,000.00' });
    expect(shown(small)).toContain('Cards can’t take this sum, and there are no bank details');
    await mia().submit(small);
    expect(await billed(email)).toHaveLength(1);
    await on.db.business.updateMany({ data: { bankCipher, bankKeyId } });
  });
});

describe('another invoice in a project that is there', () => {
  test('asks for no client and no currency, and joins its card', async () => {
    const acme = await project(on, 'Poster');
    const view = await open('EUR 80 extra proof');
    await mia().fill(view, { project: acme.projectId });
    expect(shown(view)).toContain(`Acme Ltd (${acme.email}) gets it by mail`);
    expect(typedIn(view, 'email')).toBeUndefined();
    await mia().fill(view, { title: 'Extra proof', fee: '80' });
    expect((await mia().submit(view)).fields).toEqual({});
    const [invoice] = await billed(acme.email);
    expect(invoice).toMatchObject({ projectId: acme.projectId, kind: 'standard' });
  });

  test('counts with the tax that was signed there, and not with the usual one', async () => {
    await on.db.business.updateMany({ data: { taxRateMilli: 19_000 } });
    const acme = await project(on, 'Abroad');
    const contract = newId('contract', on.core.clock.now());
    const own = { workspaceId: on.workspaceId, projectId: acme.projectId };
    await on.db.contract.create({ data: { ...own, id: contract, kind: 'agreement', templateId: 'general' } });
    const at = { core: on.core, workspaceId: on.workspaceId, ids: { contract } } as never;
    const { id } = await draft(
      at,
      dealTerms({ taxRateMilli: term(0, 'form'), taxReason: term('reverse-charge', 'form') }),
    );
    await on.db.version.updateMany({ where: { id }, data: { state: 'signed' } });
    const view = await open();
    await mia().fill(view, { project: acme.projectId });
    await mia().fill(view, { title: 'Banner', fee: '100.01' });
    expect(shown(view)).toContain('EUR 100.01 to pay');
    expect(shown(view)).not.toContain('taxIncluded');
    await mia().submit(view);
    const [invoice] = await billed(acme.email);
    expect(invoice && formatMoney(invoice.total)).toBe('EUR 100.01');
    expect(invoice?.lines[0]?.taxReason).toBe('reverse-charge');
  });

  test('opens a finished project again', async () => {
    const acme = await project(on, 'Finished');
    await on.db.project.updateMany({ where: { id: acme.projectId }, data: { state: 'finished' } });
    const view = await open();
    await mia().fill(view, { project: acme.projectId });
    await mia().fill(view, { title: 'Extra', fee: '80' });
    await mia().submit(view);
    expect((await on.db.project.findFirstOrThrow({ where: { id: acme.projectId } })).state).toBe('active');
  });

  test('is refused for the client of another project', async () => {
    const acme = await project(on, 'Theirs');
    const view = await open(`Bo Ek ${address()} EUR 500 logo`);
    mia().set(view, 'project', acme.projectId);
    expect(Object.keys((await mia().submit(view)).fields)).toEqual(['email']);
    expect(await billed(acme.email)).toEqual([]);
  });
});

/** A project whose deposit is paid and whose balance is planned. */
async function planned(title: string, here: OnProject, workspaceId = on.workspaceId): Promise<Id<'instalment'>> {
  const contract = newId('contract', on.core.clock.now());
  const own = { workspaceId, projectId: here.projectId };
  await on.db.contract.create({ data: { ...own, id: contract, kind: 'agreement', templateId: 'general' } });
  const version = await draft({ core: on.core, workspaceId, ids: { contract } } as never);
  return transact(on.core, workspaceId, async (work) => {
    const locked = await lockProject(work, here.projectId);
    const item = { description: title, price: money(200_000n, 'EUR'), taxRateMilli: 0, taxIncluded: false };
    const base = {
      label: null,
      projectId: locked.id,
      versionId: version.id,
      totalMinor: 200_000n,
      dueOn: '2027-04-10',
    };
    const id = await saveInstalment(work, { ...base, position: 2, kind: 'balance', trigger: 'date' });
    await issueInvoice(work, { project: locked, kind: 'deposit', items: [item], netDays: 7, actor: 'system' });
    return id;
  });
}

describe('a planned balance', () => {
  test('is offered first, says what is deducted, and is issued once with the deposit taken off', async () => {
    const acme = await project(on, 'Brand identity');
    const instalment = await planned('Brand identity', acme);
    const [deposit] = await billed(acme.email);
    await record(on, deposit?.id ?? '', '2000.00');
    const view = await open();
    expect(shown(view)).toContain('Balance of Brand identity: EUR 2,000.00, planned Sat 10 April 2027');
    await mia().fill(view, { project: instalment });
    expect(shown(view)).toContain('EUR 2,000.00 to pay: EUR 4,000.00, less the paid deposit of EUR 2,000.00.');
    expect(shown(view)).toContain('Due Mon 15 March 2027.');
    const copy = structuredClone(view);
    await Promise.all([mia().submit(view), mia().submit(copy)]);
    const [, final, ...more] = await billed(acme.email);
    expect(more).toEqual([]);
    expect(final).toMatchObject({ kind: 'final', state: 'open' });
    expect(final && formatMoney(final.total)).toBe('EUR 2,000.00');
    expect(final?.deductions).toHaveLength(1);
    expect(shown(await open())).not.toContain('Balance of Brand identity');
  });

  test('of another workspace is not there, nor is its project, nor its form', async () => {
    const other = await seed(on.core, 'Studio Fern');
    const theirs = { ...other.ids, projectId: other.ids.project } as unknown as OnProject;
    await on.db.project.updateMany({ where: { id: theirs.projectId }, data: { state: 'active' } });
    const instalment = await planned('Secret', theirs, other.workspaceId);
    const before = await invoicesOf(on.db, other.workspaceId, theirs.projectId);
    const view = await open(`Dana Reyes ${address()} EUR 500 logo retouch`);
    expect(shown(view)).not.toMatch(/Secret/);
    for (const id of [instalment, theirs.projectId]) {
      view.values['invoice:issue.project'] = {
        project: { type: 'static_select', selected_option: { value: id } },
      } as never;
      const answer = await mia().submit(view, { force: true });
      expect(JSON.stringify(answer)).toContain('is not here');
    }
    expect(await invoicesOf(on.db, other.workspaceId, theirs.projectId)).toEqual(before);
  });
});
