import { beforeAll, expect, test, vi } from 'vitest';
import { showChange } from '../../src/contracts/change-show.ts';
import { versionById } from '../../src/contracts/read.ts';
import type { Id } from '../../src/shared/ids.ts';
import { businessById } from '../../src/workspaces/read.ts';
import { draft, warmUp } from '../support/acts.ts';
import { startWorld, type World } from '../support/world.ts';

vi.setConfig({ testTimeout: 60_000 });

let world: World;
beforeAll(async () => {
  world = await startWorld();
  await warmUp(world);
  await draft(
    world,
    'Wedding photography for Acme (dana@acme.test), EUR 2,000, 30% deposit, shoot on 12 June at 2pm in the town hall',
  );
});

async function shown(body: string, contactId: string | null) {
  const row = await world.db.version.findFirstOrThrow({ orderBy: { createdAt: 'desc' } });
  const version = await versionById(world.db, row.workspaceId, row.id);
  expect(version.terms.template?.value).toBe('photography');
  const { businessId } = await world.db.project.findFirstOrThrow({ where: { id: version.projectId } });
  const business = await businessById(world.db, row.workspaceId, businessId as Id<'business'>);
  const asked = { body, answers: {}, askedAt: new Date(), contactId: contactId as Id<'contact'> | null, said: null };
  return showChange(world.db, version, asked, business);
}

test('a client’s wish that no clause says is left out of a yes, and told', async () => {
  const { makes, lines, open, terms } = await shown('30 days to pay and 7 days to accept the work', 'con_dana');
  expect([makes, lines.map(({ label }) => label)]).toEqual([true, [expect.stringMatching(/pay/i)]]);
  expect(terms.acceptanceDays?.value).not.toBe(7);
  expect(open.map(({ quote, sentence }) => `${quote}: ${sentence}`)).toEqual([
    '7 days to accept the work: No clause of this contract says when delivered work counts as accepted, so a yes to this would change nothing. Counter with it in the special terms.',
  ]);
});

test('where it is all that is asked there is nothing to accept', async () => {
  const { makes, lines, clauses, open } = await shown('7 days to accept the work', 'con_dana');
  expect([makes, lines, clauses, open.length]).toEqual([false, [], [], 1]);
});

test('a member’s own words stand: Check tells them', async () => {
  const { makes, terms } = await shown('7 days to accept the work', null);
  expect([makes, terms.acceptanceDays?.value]).toEqual([true, 7]);
});
