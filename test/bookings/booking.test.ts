import { beforeAll, describe, expect, test } from 'vitest';
import { holdSlots } from '../../src/bookings/hold.ts';
import { holdDue } from '../../src/bookings/jobs.ts';
import { bookingsOf } from '../../src/bookings/read.ts';
import { type Deposit, type Terms, term } from '../../src/contracts/terms.ts';
import { transact } from '../../src/platform/work.ts';
import { lockProject } from '../../src/projects/read.ts';
import { client, record, thread } from '../payments/stage.ts';
import {
  debit,
  mails,
  type Offered,
  offered,
  plain,
  type Stage,
  sign,
  signed,
  stage,
  steps,
} from '../reminders/stage.ts';

let on: Stage;
beforeAll(async () => {
  on = await stage();
  // The first seal makes the key, which takes its time.
  await signed(on);
}, 120_000);

const slot = (day: string, more: object = {}) => ({
  endOn: undefined,
  booking: term(
    { on: day, time: '15:00', minutes: 360, zone: 'Europe/Berlin', place: 'Hotel Adlon, Berlin', ...more },
    'brief',
  ) as Terms['booking'],
});
const none = { deposit: term<Deposit>({ kind: 'none' }, 'brief') };

/** A signed contract for Saturday, 12 June, with a deposit of EUR 2,000.00; signed on Monday, 1 March at 11:00 in Berlin. */
async function held(terms: Partial<Terms> = slot('2027-06-12'), zone = 'America/New_York') {
  on.goTo('2027-03-01T10:00:00Z');
  return signed(on, terms, zone);
}

const booking = async ({ projectId }: Pick<Offered, 'projectId'>) => {
  const [row] = await bookingsOf(on.db, on.workspaceId, projectId);
  if (!row) throw new Error('no booking');
  return row;
};
const stateOf = async ({ projectId }: Pick<Offered, 'projectId'>) =>
  (await on.db.project.findFirstOrThrow({ where: { id: projectId } })).state;
const count = ({ projectId }: Pick<Offered, 'projectId'>, kind: string) =>
  on.db.evidence.count({ where: { chain: projectId, kind } });
const shortly = (at: Date | null) => at?.toISOString().slice(0, 16);

test('the notice that the deposit is missing stays away from a client whose debit is on its way', async () => {
  const deal = await held();
  const { warnAt } = await booking(deal);
  on.vendors.mailbox.faults.add({ match: deal.email, kind: 'smtp-4xx', times: 10 });
  await on.jumpTo(new Date((warnAt?.getTime() ?? 0) + 60_000).toISOString());
  await debit(on, deal.projectId, deal.depositId ?? '');
  on.vendors.mailbox.faults.clear();
  await on.db.$executeRaw`UPDATE "Outbox" SET "availableAt" = now() WHERE state = 'pending'`;
  await on.work();
  expect(await count(deal, 'booking.warned')).toBe(1);
  expect(mails(on, deal.email, 'booking.warned')).toEqual([]);
});

describe('the signature', () => {
  test('holds the slot for seven days, its place and zone with it', async () => {
    const deal = await held();
    const row = await booking(deal);
    expect(row).toMatchObject({
      state: 'held',
      startsWall: '2027-06-12T15:00:00',
      endsWall: '2027-06-12T21:00:00',
      zone: 'Europe/Berlin',
      startAt: new Date('2027-06-12T13:00:00Z'),
      place: 'Hotel Adlon, Berlin',
    });
    expect([shortly(row.warnAt), shortly(row.holdEndsAt)]).toEqual(['2027-03-07T10:00', '2027-03-08T10:00']);
  });

  test('holds it once, however often it is heard', async () => {
    const deal = await held();
    await transact(on.core, on.workspaceId, async (work) => {
      const project = await lockProject(work, deal.projectId);
      const happening = { event: 'contract.signed', projectId: project.id, subjectId: deal.version.id } as const;
      await holdSlots(work, { ...happening, actor: 'system' });
    });
    expect(await bookingsOf(on.db, on.workspaceId, deal.projectId)).toHaveLength(1);
    expect(await count(deal, 'booking.held')).toBe(1);
  });

  test('without a deposit holds it until the seal confirms it, and no longer waits for anything', async () => {
    on.goTo('2027-03-01T10:00:00Z');
    const deal = await offered(on, { ...slot('2027-06-12'), ...none });
    await sign(on, deal);
    expect(await booking(deal)).toMatchObject({ state: 'held', holdEndsAt: null, warnAt: null });
    await on.work();
    expect((await booking(deal)).state).toBe('confirmed');
    expect(await stateOf(deal)).toBe('active');
  });

  test('of a contract without a slot holds nothing', async () => {
    on.goTo('2027-03-01T10:00:00Z');
    const deal = await signed(on);
    expect(await bookingsOf(on.db, on.workspaceId, deal.projectId)).toEqual([]);
  });
});

describe('an unpaid deposit', () => {
  test('gets one notice a day before, and then the date is free, nothing is owed and nobody is reminded', async () => {
    const deal = await held();
    const due = holdDue(on.core);
    expect((await due.nextAt())?.toISOString().slice(0, 16)).toBe('2027-03-07T10:00');
    await on.jumpTo('2027-03-07T09:59:00Z');
    expect(mails(on, deal.email, 'booking.warned')).toEqual([]);
    await on.jumpTo('2027-03-07T10:30:00Z');
    const [notice] = mails(on, deal.email, 'booking.warned');
    // Ten in the morning UTC is five in New York.
    expect(plain(notice)).toMatch(
      /Your date is kept until Mon 8 March 2027, 05:\d\d \(America\/New_York\); after that it is free/,
    );
    expect(notice && on.vendors.mailbox.link(notice)).toContain('/portal#');
    expect(
      thread(on, deal)
        .map(({ text }) => text)
        .join(),
    ).toContain('was told that the date is free again on');
    await on.jumpTo('2027-03-08T09:59:00Z');
    expect([mails(on, deal.email, 'booking.warned').length, await stateOf(deal)]).toEqual([1, 'agreed']);
    await on.jumpTo('2027-03-08T10:30:00Z');
    expect([(await booking(deal)).state, await stateOf(deal)]).toEqual(['released', 'released']);
    expect(plain(mails(on, deal.email, 'booking.released')[0])).toContain('You owe nothing.');
    const { state } = await on.db.invoice.findFirstOrThrow({ where: { id: deal.depositId ?? '' } });
    expect(state).toBe('void');
    expect((await on.db.instalment.findMany({ where: { projectId: deal.projectId } })).map((one) => one.state)).toEqual(
      expect.arrayContaining(['dropped']),
    );
    const reminders = mails(on, deal.email).length;
    expect((await steps(on, deal.projectId)).filter((step) => step.includes('planned'))).toEqual([]);
    for (const day of [9, 10, 11, 12, 15]) await on.jumpTo(`2027-03-${day < 10 ? `0${day}` : day}T15:00:00Z`);
    expect(mails(on, deal.email)).toHaveLength(reminders);
    expect(mails(on, deal.email, 'booking.warned')).toHaveLength(1);
    expect(mails(on, deal.email, 'booking.released')).toHaveLength(1);
  });

  test('for a slot in five days is waited for until 48 hours before it starts', async () => {
    const deal = await held(slot('2027-03-06', { time: '11:00' }));
    expect(shortly((await booking(deal)).holdEndsAt)).toBe('2027-03-04T10:00');
  });

  test('whose notice came late, because nothing ran, keeps the date for a day from then', async () => {
    const deal = await held();
    await on.jumpTo('2027-03-10T10:00:00Z');
    expect([mails(on, deal.email, 'booking.warned').length, await stateOf(deal)]).toEqual([1, 'agreed']);
    expect(plain(mails(on, deal.email, 'booking.warned')[0])).toContain('kept until Thu 11 March 2027, 05:00');
    await on.jumpTo('2027-03-11T09:00:00Z');
    expect(await stateOf(deal)).toBe('agreed');
    await on.jumpTo('2027-03-11T10:01:00Z');
    expect(await stateOf(deal)).toBe('released');
    expect(mails(on, deal.email, 'booking.warned')).toHaveLength(1);
  });

  test('of a slot that has begun meanwhile is given up without a word of keeping it', async () => {
    const deal = await held(slot('2027-03-06'));
    await on.jumpTo('2027-03-06T15:00:00Z');
    expect([mails(on, deal.email, 'booking.warned').length, await stateOf(deal)]).toEqual([0, 'released']);
  });
});

describe('a deposit on its way', () => {
  test('keeps the date beyond the hold, without notice and without being looked for again and again', async () => {
    const deal = await held();
    await on.jumpTo('2027-03-06T12:00:00Z');
    await debit(on, deal.projectId, deal.depositId ?? '');
    await on.jumpTo('2027-03-09T12:00:00Z');
    expect(mails(on, deal.email, 'booking.warned')).toEqual([]);
    expect((await booking(deal)).state).toBe('held');
    expect([await holdDue(on.core).owed(), await holdDue(on.core).run()]).toEqual([0, 0]);
  });

  test('that does not come gives notice, and a day to pay in another way', async () => {
    const deal = await held();
    await on.jumpTo('2027-03-07T10:30:00Z');
    const { failed } = await debit(on, deal.projectId, deal.depositId ?? '');
    await on.jumpTo('2027-03-11T08:00:00Z');
    await failed();
    await on.work();
    expect(await stateOf(deal)).toBe('agreed');
    expect(plain(mails(on, deal.email, 'booking.warned').at(-1))).toContain('kept until Fri 12 March 2027, 03:00');
    await on.jumpTo('2027-03-12T07:00:00Z');
    expect(await stateOf(deal)).toBe('agreed');
    await on.jumpTo('2027-03-12T08:01:00Z');
    expect(await stateOf(deal)).toBe('released');
    expect(mails(on, deal.email, 'booking.warned')).toHaveLength(2);
  });

  test('that comes confirms the booking, after the hold’s end as well', async () => {
    const deal = await held();
    await debit(on, deal.projectId, deal.depositId ?? '');
    await on.jumpTo('2027-03-09T12:00:00Z');
    await record(on, deal.depositId ?? '', '2,000');
    await on.work();
    expect([(await booking(deal)).state, await stateOf(deal)]).toEqual(['confirmed', 'active']);
  });
});

test('one hold that can’t be read holds up no other', async () => {
  const [broken, whole] = [await held(), await held()];
  await on.db.booking.updateMany({ where: { projectId: broken.projectId }, data: { state: 'held', warnAt: null } });
  await on.db.project.updateMany({ where: { id: broken.projectId }, data: { state: 'nowhere' } });
  await on.jumpTo('2027-03-07T11:00:00Z');
  await on.jumpTo('2027-03-08T11:00:00Z');
  expect(await stateOf(whole)).toBe('released');
  await on.db.booking.updateMany({ where: { projectId: broken.projectId }, data: { state: 'released' } });
  await on.db.project.updateMany({ where: { id: broken.projectId }, data: { state: 'released' } });
});

describe('a confirmed booking', () => {
  const lines = (file: string | undefined) => (file ?? '').replace(/\r?\n /g, '').split(/\r?\n/);

  async function confirmed(terms?: Partial<Terms>, zone?: string) {
    const deal = await held(terms, zone);
    await record(on, deal.depositId ?? '', '2,000');
    await on.work();
    return deal;
  }

  test('sends both sides the calendar file, the client with their way in', async () => {
    const deal = await confirmed();
    const [mail] = mails(on, deal.email, 'booking.confirmed');
    const copies = mails(on, 'mia@studio-berg.test', 'booking.confirmed');
    const id = (await booking(deal)).id;
    expect(mails(on, deal.email, 'booking.confirmed')).toHaveLength(1);
    expect(plain(mail)).toContain('When: Sat 12 June 2027, 15:00 (Europe/Berlin) Where: Hotel Adlon, Berlin');
    expect(mail && on.vendors.mailbox.link(mail)).toContain('/portal#');
    expect(lines(mail?.calendar)).toEqual(
      expect.arrayContaining([
        'METHOD:PUBLISH',
        `UID:${id}@retainer`,
        'DTSTART:20270612T130000Z',
        'DTEND:20270612T190000Z',
        'LOCATION:Hotel Adlon\\, Berlin',
        'ORGANIZER;CN="Studio Berg":mailto:mia@studio-berg.test',
      ]),
    );
    const copy = copies.find(({ calendar }) => calendar?.includes(id));
    expect(copy?.text).not.toContain('/portal#');
    expect(lines(copy?.calendar)).toEqual(lines(mail?.calendar));
  });

  test('tells the slot in instants that hold across a change of the clocks', async () => {
    // On 28 March Berlin's clocks go from two to three: a night that lasts from 22:00 to 06:00 has seven hours.
    const deal = await confirmed(slot('2027-03-27', { time: '22:00', minutes: 480 }));
    const [mail] = mails(on, deal.email, 'booking.confirmed');
    expect(lines(mail?.calendar)).toEqual(
      expect.arrayContaining(['DTSTART:20270327T210000Z', 'DTEND:20270328T040000Z']),
    );
  });

  test('can be put into a calendar from the page, and only from the page of its project', async () => {
    const [deal, other] = [await confirmed(), await held()];
    const { id } = await booking(deal);
    const page = await client(on as never, deal, deal.depositId ?? '');
    const html = await (await page.get('/portal/project')).text();
    expect(html).toContain(`href="/portal/booking.ics?booking=${id}"`);
    for (const path of ['/portal/booking.ics', `/portal/booking.ics?booking=${id}`]) {
      const file = await page.get(path);
      expect(file.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
      expect(lines(await file.text())).toContain(`UID:${id}@retainer`);
    }
    const strange = await client(on as never, other, other.depositId ?? '');
    expect((await strange.get(`/portal/booking.ics?booking=${id}`)).status).toBe(404);
    expect((await strange.get('/portal/booking.ics')).status).toBe(404);
    expect(await (await strange.get('/portal/project')).text()).not.toContain('booking.ics');
  });

  test('reaches the freelancer also where the client’s mail server refuses it, and each of them once', async () => {
    const deal = await held();
    on.vendors.mailbox.faults.add({ match: deal.email, kind: 'smtp-5xx', times: 9 });
    await record(on, deal.depositId ?? '', '2,000');
    await on.work();
    on.vendors.mailbox.faults.clear();
    const { id } = await booking(deal);
    const copies = mails(on, 'mia@studio-berg.test', 'booking.confirmed').filter(({ calendar }) =>
      calendar?.includes(id),
    );
    expect(copies).toHaveLength(1);
    expect(mails(on, deal.email, 'booking.confirmed')).toEqual([]);
  });
});
