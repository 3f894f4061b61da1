import type { SandboxView } from '../../src/sandbox/slack/shapes.ts';
import { cardOf, type World } from './world.ts';

/** Types a brief into #projects and sends the form as it opens, with what is filled in on top. */
export async function draft(world: World, brief: string, filled: Record<string, unknown> = {}): Promise<SandboxView> {
  const { mia } = world;
  await mia.command('/contract', brief, { channel: 'projects' });
  const view = await mia.waitForView('contract:terms');
  await mia.fill(view, filled);
  const sent = await mia.submit(view);
  if (Object.keys(sent.errors).length > 0) throw new Error(`the terms were not taken: ${JSON.stringify(sent.fields)}`);
  await world.settle();
  await mia.close(undefined, { all: true });
  return view;
}

/** Signs and sends what the card shows. */
export async function sendCard(world: World): Promise<void> {
  const { mia, team } = world;
  await mia.press(cardOf(team), 'contract:send');
  const preview = await mia.waitForView('contract:send');
  await mia.fill(preview, { name: 'Mia Berg', consent: ['yes'] });
  const sent = await mia.submit(preview);
  if (Object.keys(sent.errors).length > 0) throw new Error(`it was not sent: ${JSON.stringify(sent.fields)}`);
  await world.settle();
}

export async function draftAndSend(world: World, brief: string, filled: Record<string, unknown> = {}): Promise<void> {
  await draft(world, brief, filled);
  await sendCard(world);
}
