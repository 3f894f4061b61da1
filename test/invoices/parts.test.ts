import { beforeEach, describe, expect, test } from 'vitest';
import { type Milestone, type Terms, term } from '../../src/contracts/terms.ts';
import { issueInstalment } from '../../src/invoices/planned.ts';
import { invoicesOf } from '../../src/invoices/read.ts';
import { issueWorked, type Worked } from '../../src/invoices/worked.ts';
import { newId } from '../../src/shared/ids.ts';
import { formatMoney } from '../../src/shared/money.ts';
import { bills, pay, plan, type Stage, seal, signed, stage, stateOf } from './stage.ts';

let on: Awaited<ReturnType<typeof stage>>;
let scenes = 0;
beforeEach(async () => {
  on = await stage('2027-03-01T10:00:00Z');
});

async function started(terms: Partial<Terms>): Promise<Stage> {
  scenes += 1;
  const { at, version } = await signed(on.core, `part ${scenes}`, terms);
  await seal(at, version);
  const owed = (await invoicesOf(at.core.db, at.workspaceId, at.ids.project))[0];
  if (owed) await pay(at, owed.id, formatMoney(owed.total));
  expect(await stateOf(at)).toBe('active');
  return at;
}

const entry = async (at: Stage, kind: string) => {
  const where = { workspaceId: at.workspaceId, kind, state: 'planned' };
  return (await at.core.db.instalment.findFirstOrThrow({ where, orderBy: { position: 'asc' } })).id;
};

const parts = (...milestones: Milestone[]) => ({ milestones: term(milestones, 'form') });
const deposit = (percentMilli: number) => ({ deposit: term({ kind: 'share', percentMilli } as const, 'form') });

describe('a price in parts', () => {
  const PARTS = parts(
    { label: 'Concept', percentMilli: 30_000, dueOn: '2027-03-15' },
    { label: 'Design', percentMilli: 40_000 },
    { label: 'Handover', percentMilli: 30_000 },
  );

  test('is invoiced on its days, when it is done, and at the end less the deposit; all of it makes the price', async () => {
    const at = await started({ ...PARTS, ...deposit(10_000), taxRateMilli: term(19_000, 'workspace') });
    await on.passTo('2027-03-15T08:00:00Z');
    expect((await bills(at)).slice(1)).toEqual(['standard EUR 1,428.00 open 2027-03-29']);
    const design = await entry(at, 'milestone');
    const both = [1, 2].map(() => issueInstalment(at.core, at.workspaceId, design, at.ids.member));
    const [one, two] = await Promise.all(both);
    expect(one).toBe(two);
    await on.passTo('2027-04-10T07:00:00Z');
    const all = await invoicesOf(at.core.db, at.workspaceId, at.ids.project);
    expect(all.map(({ kind, total }) => `${kind} ${formatMoney(total)}`)).toEqual([
      'deposit EUR 476.00',
      'standard EUR 1,428.00',
      'standard EUR 1,904.00',
      'final EUR 952.00',
    ]);
    expect(all.at(-1)?.lines[0]?.description).toBe('Brand identity: Handover');
    expect(all.reduce((sum, { total }) => sum + total.minor, 0n)).toBe(476_000n);
    for (const { id, total } of all.slice(1)) await pay(at, id, formatMoney(total));
    expect(await stateOf(at)).toBe('finished');
  });

  test('is not finished while a part waits to be invoiced', async () => {
    const at = await started({ ...PARTS, ...deposit(10_000) });
    await on.passTo('2027-04-10T07:00:00Z');
    for (const { id, total } of (await invoicesOf(at.core.db, at.workspaceId, at.ids.project)).slice(1))
      await pay(at, id, formatMoney(total));
    expect(await stateOf(at)).toBe('active');
    expect((await plan(at)).filter((line) => line.includes('planned'))).toEqual(['milestone 160000 planned']);
  });
});

describe('work billed as worked', () => {
  const worked = (capMinor: bigint | null, more: Partial<Terms> = {}): Partial<Terms> => ({
    fee: undefined,
    ...deposit(0),
    deposit: term({ kind: 'sum', minor: 20_000n } as const, 'form'),
    rate: term({ unit: 'hour', minor: 9_000n, currency: 'EUR', quantityMilli: null, capMinor } as const, 'form'),
    ...more,
  });
  const hours = async (at: Stage, quantityMilli: number, more: Partial<Worked> = {}) =>
    issueWorked(at.core, at.workspaceId, {
      key: newId('invoice', at.core.clock.now()),
      instalmentId: await entry(at, 'worked'),
      memberId: at.ids.member,
      quantityMilli,
      title: 'Consulting in March',
      last: false,
      netDays: 14,
      ...more,
    });

  test('is invoiced by the unit, and ends with an invoice that takes the deposit off', async () => {
    const at = await started(worked(null, { taxRateMilli: term(19_000, 'workspace') }));
    const first = await hours(at, 12_500);
    expect(formatMoney(first.total)).toBe('EUR 1,338.75');
    expect(first.lines[0]).toMatchObject({ quantityMilli: 12_500n, unitPriceMicros: 90_000_000n });
    expect(await stateOf(at)).toBe('active');
    const last = await hours(at, 4_000, { last: true });
    expect(`${last.kind} ${formatMoney(last.total)}`).toBe('final EUR 228.40');
    await pay(at, first.id, formatMoney(first.total));
    await pay(at, last.id, formatMoney(last.total));
    expect(await stateOf(at)).toBe('finished');
  });

  test('the same form sent twice at once makes one invoice', async () => {
    const at = await started(worked(null));
    const key = newId('invoice', at.core.clock.now());
    const both = await Promise.all([hours(at, 1_000, { key }), hours(at, 1_000, { key })]);
    expect(new Set(both.map(({ id }) => id)).size).toBe(1);
    expect(await bills(at)).toHaveLength(2);
  });

  test('never goes beyond the agreed limit, not even from two forms at once', async () => {
    const at = await started(worked(90_000n));
    const results = await Promise.allSettled([hours(at, 6_000), hours(at, 6_000)]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(hours(at, 4_500)).rejects.toThrow('the contract’s limit leaves EUR 360.00');
    await hours(at, 4_000);
    await expect(hours(at, 1)).rejects.toThrow('limit is billed already');
  });

  test('is not billed as a balance, nor from another workspace', async () => {
    const at = await started(worked(null));
    const other = await started(worked(null));
    await expect(issueInstalment(at.core, at.workspaceId, await entry(at, 'worked'), at.ids.member)).rejects.toThrow(
      'Say how much was worked',
    );
    await expect(hours(at, 1_000, { instalmentId: await entry(other, 'worked') })).rejects.toThrow('not-found');
  });
});
