import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Terms, term } from '../../src/contracts/terms.ts';
import { invoicesOf } from '../../src/invoices/read.ts';
import { client, issue, project, read, record } from '../payments/stage.ts';
import {
  debit,
  mails,
  moveTo,
  type Offered,
  offered,
  plain,
  type Stage,
  sign,
  signed,
  stage,
} from '../reminders/stage.ts';
import { browser } from '../workspaces/stage.ts';

let on: Stage;
beforeAll(async () => {
  on = await stage();
  // The first seal makes the key, which takes its time.
  await signed(on);
}, 120_000);
afterEach(() => on.vendors.mailbox.faults.clear());

const issued = ({ email }: Pick<Offered, 'email'>) => mails(on, email, 'invoice.issued');

/** An invoice of Monday, 1 March; its mail has not left yet. */
async function invoiced() {
  on.goTo('2027-03-01T10:00:00Z');
  const acme = await project(on as never);
  return { ...acme, id: await issue(on, acme) };
}

describe('the mail of an invoice', () => {
  test('says what it is for, how much, until which weekday, and how to pay, with the PDF', async () => {
    const at = await invoiced();
    await on.work();
    const [mail] = issued(at);
    const [invoice] = await invoicesOf(on.db, on.workspaceId, at.projectId);
    expect(mail?.subject).toBe(`Invoice ${invoice?.label} from Studio Berg: EUR 2,000.00`);
    expect(mail?.to).toEqual([{ name: 'Dana Reed', address: at.email }]);
    expect(mail?.from[0]?.name).toBe('Studio Berg via Retainer');
    expect(plain(mail)).toContain('Here is the invoice for “Brand identity”: EUR 2,000.00, due Mon 15 March 2027.');
    expect(mail?.text).toContain(`Or pay by bank transfer:\nAccount holder: Mia Berg\nIBAN: DE89`);
    expect(mail?.text).toContain(`Amount: EUR 2,000.00\nReference: ${invoice?.label}`);
    expect(mail?.attachments.map(({ filename, contentType }) => [filename, contentType])).toEqual([
      [`Invoice ${invoice?.label}.pdf`, 'application/pdf'],
    ]);
  });

  test('that a debit was faster than leaves when the debit fails, once, however often debits fail', async () => {
    const at = await invoiced();
    const first = await debit(on, at.projectId, at.id);
    await on.work();
    expect(issued(at)).toEqual([]);
    await first.failed();
    await on.work();
    expect(issued(at)).toHaveLength(1);
    const again = await debit(on, at.projectId, at.id);
    await again.failed();
    await on.work();
    expect(issued(at)).toHaveLength(1);
  });

  test('has one link, which opens on the page of that invoice', async () => {
    const at = await invoiced();
    await on.work();
    const [mail] = issued(at);
    const open = browser(on.config.publicUrl);
    const token = mail ? on.vendors.mailbox.link(mail).split('#')[1] : '';
    await open.post('/portal/open', { token: token ?? '' });
    const page = await (await open.get('/portal/project')).text();
    expect(page).toContain('data-state="invoice"');
    expect(page).toContain(`data-invoice="${at.id}"`);
    const link = await on.db.portalLink.findFirstOrThrow({ where: { projectId: at.projectId } });
    expect(link.subjectId).toBe(at.id);
  });

  test('of a deposit thanks for the signature, comes after the signed copy, and each of them once', async () => {
    on.goTo('2027-03-01T10:00:00Z');
    const deal = await signed(on);
    const kinds = on.vendors.mailbox.mails({ to: deal.email }).map(({ kind }) => kind);
    expect(kinds).toEqual(['contract.sealed', 'invoice.issued']);
    const [copy] = mails(on, deal.email, 'contract.sealed');
    expect(plain(copy)).toContain('Next is the deposit of EUR 2,000.00. Its invoice comes in a mail of its own');
    expect(plain(issued(deal)[0])).toContain(
      'Thank you for signing “Brand identity”. With the deposit of EUR 2,000.00 paid, it is settled that we start.',
    );
  });

  test('of a deposit does not wait for a seal that has trouble', async () => {
    on.goTo('2027-03-01T10:00:00Z');
    const deal = await offered(on);
    await sign(on, deal);
    await on.db.outbox.updateMany({
      where: { projectId: deal.projectId, effect: 'contract.seal' },
      data: { availableAt: new Date(Date.now() + 3_600_000) },
    });
    await on.outbox.run();
    expect(issued(deal)).toEqual([]);
    on.goTo('2027-03-01T10:02:00Z');
    await on.work();
    expect(issued(deal)).toHaveLength(1);
    expect(mails(on, deal.email, 'contract.sealed')).toEqual([]);
  });

  test('of a deposit for a dated slot says until when the date is kept', async () => {
    on.goTo('2027-03-01T10:00:00Z');
    const booking = { on: '2027-06-12', time: '15:00', minutes: 360, zone: 'Europe/Berlin', place: null };
    const deal = await signed(on, { endOn: undefined, booking: term(booking, 'brief') as Terms['booking'] });
    expect(plain(issued(deal)[0])).toMatch(
      /Your date, Sat 12 June 2027, 15:00 \(Europe\/Berlin\), is kept until Mon 8 March 2027, 11:0\d \(Europe\/Berlin\)\./,
    );
  });

  test('of a balance shows the price and the deposit that is taken off', async () => {
    on.goTo('2027-03-01T10:00:00Z');
    const deal = await signed(on);
    await record(on, deal.depositId ?? '', '2,000');
    await on.work();
    await on.jumpTo('2027-04-10T07:00:00Z');
    const final = issued(deal).at(-1);
    const [deposit] = await invoicesOf(on.db, on.workspaceId, deal.projectId);
    expect(plain(final)).toContain(
      'Here is the final invoice for “Brand identity”: EUR 2,000.00, due Sat 24 April 2027',
    );
    expect(plain(final)).toContain('What you have paid as a deposit is taken off.');
    expect(final?.text).toContain(
      `Total: EUR 4,000.00\nLess deposit ${deposit?.label}: EUR -2,000.00\nTo pay: EUR 2,000.00\nDue: Sat 24 April 2027`,
    );
  });

  test('of a balance without a deposit speaks of none', async () => {
    on.goTo('2027-03-01T10:00:00Z');
    const deal = await signed(on, { deposit: term({ kind: 'none' }, 'brief') as Terms['deposit'] });
    await on.work();
    await on.jumpTo('2027-04-10T07:00:00Z');
    const final = issued(deal).at(-1);
    expect(plain(final)).toContain('Here is the final invoice for “Brand identity”: EUR 4,000.00');
    expect(plain(final)).not.toContain('deposit');
  });

  test.each(['paid', 'void', 'processing'] as const)('that is %s before it could leave is not sent', async (state) => {
    const at = await invoiced();
    if (state === 'paid') await record(on, at.id, '2,000');
    else await moveTo(on, at.projectId, at.id, state);
    await on.work();
    expect(issued(at)).toEqual([]);
  });

  test('asks only for the rest where a part came before it could leave', async () => {
    const at = await invoiced();
    await record(on, at.id, '500');
    await on.work();
    expect(issued(at)[0]?.subject).toContain('EUR 1,500.00');
    expect(issued(at)[0]?.text).toContain('Paid so far: EUR 500.00\nTo pay: EUR 1,500.00');
  });
});

describe('where the mail server', () => {
  const tryAgain = async () => {
    await on.db.$executeRaw`UPDATE "Outbox" SET "availableAt" = now() WHERE state = 'pending'`;
    await on.work();
  };

  test('says "later" the mail goes later', async () => {
    const at = await invoiced();
    // More than once: a slow machine may come to the next try within the same run.
    on.vendors.mailbox.faults.add({ match: at.email, kind: 'data-4xx', times: 10 });
    await on.work();
    expect(issued(at)).toEqual([]);
    on.vendors.mailbox.faults.clear();
    await tryAgain();
    expect(issued(at)).toHaveLength(1);
  });

  test('takes it and hangs up it is sent again under the same Message-ID, with the same link and the same PDF', async () => {
    const at = await invoiced();
    on.vendors.mailbox.faults.add({ match: at.email, kind: 'drop-after-accept' });
    await on.work();
    await tryAgain();
    const [first, second] = issued(at);
    expect(second?.messageId).toBe(first?.messageId);
    expect(second?.text).toBe(first?.text);
    expect(second?.attachments[0]?.bytes.equals(first?.attachments[0]?.bytes ?? Buffer.alloc(0))).toBe(true);
  });

  test('refuses the address the invoice still stands on the page', async () => {
    const at = await invoiced();
    on.vendors.mailbox.faults.add({ match: at.email, kind: 'smtp-5xx' });
    await on.work();
    await tryAgain();
    expect(issued(at)).toEqual([]);
    expect(await read(await client(on as never, at, at.id))).toContain('EUR 2,000.00');
  });
});
