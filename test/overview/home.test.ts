import { beforeAll, expect, test } from 'vitest';
import { draft } from '../support/acts.ts';
import { startWorld, textOf, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});

test('the Home says what waits and what is recent, and nothing of another workspace', async () => {
  const { mia, fern } = world;
  await mia.openHome();
  expect(textOf(mia.home?.blocks)).toContain('Nothing here yet');
  await draft(world, 'Logo for Acme (dana@acme.test), EUR 500, done by 10 April 2027');
  await mia.openHome();
  expect(textOf(mia.home?.blocks)).toContain('a draft waits to be sent');
  await fern.openHome();
  expect(textOf(fern.home?.blocks)).not.toContain('Acme');
});

test('a guest learns that the app is not for them', async () => {
  const guest = world.team.as(world.team.people.guest.id);
  await guest.openHome();
  expect(textOf(guest.home?.blocks)).toContain('Guests');
});
