import { describe, expect, test } from 'vitest';
import { HEARERS } from '../../src/app.ts';
import { bookingsOf } from '../../src/bookings/read.ts';
import { requestCode } from '../../src/contracts/code.ts';
import { shownAs } from '../../src/contracts/contract.ts';
import { type PreviewFacts, previewOf } from '../../src/contracts/preview.ts';
import { signContract } from '../../src/contracts/sign.ts';
import { type Terms, term } from '../../src/contracts/terms.ts';
import { balanceIssuedAt } from '../../src/invoices/invoice.ts';
import { invoicesOf, plannedOf } from '../../src/invoices/read.ts';
import { stepsOf } from '../../src/reminders/read.ts';
import { formatDay, formatInstant } from '../../src/shared/dates.ts';
import { dealTerms, digits, draft, enter, SEEN, scene, seed, send } from './scene.ts';

const facts = (more: Partial<PreviewFacts> = {}, terms: Partial<Terms> = {}): PreviewFacts => ({
  terms: dealTerms(terms),
  to: { name: 'Dana Reyes', email: 'dana@acme.test' },
  zone: 'Europe/Berlin',
  businessZone: 'Europe/Berlin',
  netDays: 14,
  now: new Date('2027-02-01T10:00:00Z'),
  again: false,
  ...more,
});
const linesOf = (of: PreviewFacts) =>
  previewOf(of).flatMap(({ lines }) => lines.map(({ when, what }) => `${when}: ${what}`));
const partOf = (of: PreviewFacts, title: RegExp) =>
  (previewOf(of).find((part) => title.test(part.title))?.lines ?? []).map(({ when, what }) => `${when}: ${what}`);

describe('the preview says what will happen', () => {
  test('for the story’s contract, line by line', () => {
    expect(previewOf(facts()).map(({ title }) => title)).toEqual([
      'When you press Sign and send',
      'When it is signed (as if that were today)',
      'At the end of the work',
    ]);
    expect(linesOf(facts())).toEqual([
      'At once: Your signature goes on the contract.',
      'At once: Dana Reyes (dana@acme.test) gets the contract by mail, with a link to read and sign it.',
      'Wed 3 February 2027, 09:00: A reminder, if it is not signed by then.',
      'Mon 8 February 2027, 09:00: A reminder, if it is not signed by then.',
      'At once: Both of you get the sealed contract by mail.',
      'At once: The deposit invoice of EUR 2,000.00 goes out, due Mon 8 February 2027.',
      'Wed 3 February 2027, 09:00: A reminder, if it is not paid by then.',
      'Fri 5 February 2027, 09:00: A reminder, if it is not paid by then.',
      'Mon 8 February 2027, 09:00: A reminder, if it is not paid by then.',
      'Once the deposit is paid: A receipt, and the work can start.',
      'Sat 10 April 2027, 09:00: The final invoice goes out: EUR 2,000.00, due Sat 24 April 2027.',
      'Wed 21 April 2027, 09:00: A reminder, if it is not paid by then.',
      'Mon 26 April 2027, 09:00: A reminder, if it is not paid by then.',
      'Wed 28 April 2027, 09:00: A reminder, if it is not paid by then.',
      'Mon 3 May 2027, 09:00: A reminder, if it is not paid by then.',
      'Mon 10 May 2027, 09:00: A reminder, if it is not paid by then.',
    ]);
  });

  test('with an invoice hour that the client’s clock shows on either side of the change to summer time', () => {
    const of = facts(
      { zone: 'America/New_York', now: new Date('2027-03-10T15:00:00Z') },
      { startOn: term('2027-03-11', 'form'), endOn: term('2027-03-30', 'form') },
    );
    // New York is on summer time from 14 March, Berlin from 28 March: five hours apart, then six again.
    expect(partOf(of, /Sign and send/)[2]).toMatch(/^Fri 12 March 2027, 09:00: A reminder/);
    expect(partOf(of, /end of the work/)[0]).toMatch(/^Tue 30 March 2027, 03:00: The final invoice/);
    const between = facts({ zone: 'America/New_York' }, { endOn: term('2027-03-22', 'form') });
    expect(partOf(between, /end of the work/)[0]).toMatch(/^Mon 22 March 2027, 04:00/);
  });

  test('with reminders off the weekend: before the due day on the Friday, after it on the Monday', () => {
    // Wed 3 February and Sat 6 February, which becomes Mon 8 February.
    expect(partOf(facts(), /Sign and send/).slice(2)).toEqual([
      'Wed 3 February 2027, 09:00: A reminder, if it is not signed by then.',
      'Mon 8 February 2027, 09:00: A reminder, if it is not signed by then.',
    ]);
    const due = facts({ netDays: 14 }, { endOn: term('2027-04-05', 'form') });
    // Due Mon 19 April, so the step of Fri 16 April stays; +3 is Thu 22, +7 Mon 26, +14 Mon 3 May.
    expect(
      partOf(due, /end of the work/)
        .slice(1)
        .map((line) => line.slice(0, 10)),
    ).toEqual(['Fri 16 Apr', 'Mon 19 Apr', 'Thu 22 Apr', 'Mon 26 Apr', 'Mon 3 May ']);
  });

  test('of an edited contract that it replaces the one before', () => {
    expect(linesOf(facts({ again: true })).join('\n')).toContain('gets the changed contract');
  });

  test('without a deposit of none, with a deposit of everything of no last invoice, with a slot of its hold', () => {
    const free = facts({}, { deposit: term({ kind: 'none' }, 'form') });
    expect(linesOf(free).join('\n')).not.toMatch(/deposit/);
    const all = facts({}, { deposit: term({ kind: 'share', percentMilli: 100_000 }, 'form') });
    expect(linesOf(all).join('\n')).not.toMatch(/final invoice/);
    const slot = { on: '2027-06-12', time: '15:00', minutes: 360, zone: 'Europe/Berlin', place: null };
    const booked = linesOf(facts({ zone: 'Europe/London' }, { booking: term(slot, 'form') }));
    // Held for seven days from Mon 1 February 10:00, where the client is, with a notice one day before.
    expect(booked).toContain(
      'Sun 7 February 2027, 10:00: One notice, if the deposit is missing, that the date will be free again.',
    );
    expect(booked).toContain('Mon 8 February 2027, 10:00: The date is free again, if the deposit is still missing.');
  });

  test('in the order it happens, a hold’s notice among the reminders of its deposit', () => {
    const slot = { on: '2027-06-12', time: '15:00', minutes: 360, zone: 'Europe/Berlin', place: null };
    expect(
      partOf(facts({}, { booking: term(slot, 'form') }), /is signed/)
        .slice(2, -1)
        .map((line) => line.slice(0, 42)),
    ).toEqual([
      'Wed 3 February 2027, 09:00: A reminder, if',
      'Fri 5 February 2027, 09:00: A reminder, if',
      'Sun 7 February 2027, 11:00: One notice, if',
      'Mon 8 February 2027, 09:00: A reminder, if',
      'Mon 8 February 2027, 11:00: The date is fr',
    ]);
  });
});

test('what was previewed is what is planned, when the client signs at once', async () => {
  const on = await scene();
  on.core.hearers.within = HEARERS.within;
  const at = { ...on, ...(await seed(on.core, 'Studio Previewed')) };
  const slot = { on: '2027-06-12', time: '15:00', minutes: 360, zone: 'Europe/Berlin', place: null };
  const terms = dealTerms({ booking: term(slot, 'form'), endOn: term('2027-06-12', 'form') });
  const version = await send(at, await draft(at, terms));
  const said = linesOf(facts({ terms }));
  const zone = 'Europe/Berlin';
  const at9 = (instant: Date) => formatInstant(instant, zone).replace(/ \([^)]*\)$/, '');
  const steps = () => stepsOf(at.core.db, at.workspaceId, at.ids.project);
  const unsigned = (await steps()).map((step) => at9(step.dueAt));
  expect(unsigned).toHaveLength(2);
  for (const when of unsigned) expect(said).toContain(`${when}: A reminder, if it is not signed by then.`);

  const visit = await enter(at, version.id);
  const code = await requestCode(at.core, visit, version.id);
  if (code.state !== 'sent') throw new Error('no code was sent');
  const form = { name: 'Dana Reyes', code: digits(at, code.codeId), consent: true, shown: shownAs(version) };
  await signContract(at.core, visit, form, SEEN);
  const deposit = (await steps()).filter(({ kind, state }) => kind === 'deposit' && state === 'planned');
  expect(deposit).toHaveLength(3);
  for (const { dueAt } of deposit) expect(said).toContain(`${at9(dueAt)}: A reminder, if it is not paid by then.`);
  const [invoice] = await invoicesOf(at.core.db, at.workspaceId, at.ids.project);
  expect(said).toContain(
    `At once: The deposit invoice of EUR 2,000.00 goes out, due ${formatDay(invoice?.dueOn ?? '')}.`,
  );
  const [booking] = await bookingsOf(at.core.db, at.workspaceId, at.ids.project);
  expect(said).toContain(
    `${at9(booking?.holdEndsAt ?? new Date(0))}: The date is free again, if the deposit is still missing.`,
  );
  const [balance] = await plannedOf(at.core.db, at.workspaceId, at.ids.project);
  const issued = at9(balanceIssuedAt(balance?.dueOn ?? '', zone));
  expect(said.find((line) => line.includes('The final invoice goes out: EUR 2,000.00'))).toMatch(
    new RegExp(`^${issued}: `),
  );
});
