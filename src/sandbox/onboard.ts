import type { SeededTeam } from './slack/seed.ts';
import type { SandboxSlack } from './slack/slack.ts';
import { findElement } from './slack/state.ts';

/** The studio's business, typed into the app's own form. */
const PROFILE: Record<string, string> = {
  name: 'Studio Berg',
  address: 'Mia Berg\nLindenstraße 12\n10969 Berlin',
  country: 'DE',
  email: 'mia@studio-berg.test',
  zone: 'Europe/Berlin',
  currency: 'EUR',
  taxRate: '0',
  deposit: '50',
  netDays: '14',
};

/** Installs the app the way a person does: its install page, the consent page, and back. */
export async function installApp(slack: SandboxSlack, team: SeededTeam): Promise<void> {
  const done = await slack.install(team.id, team.people.owner.id);
  if (done.status >= 400 || !team.token) {
    throw new Error(
      `The app could not be installed in ${team.name}: ${done.status} ${(await done.text()).slice(0, 300)}`,
    );
  }
}

/** Fills the business profile in the app's own modal. */
export async function fillProfile(team: SeededTeam): Promise<void> {
  const owner = team.as(team.people.owner.id);
  await owner.command('/retainer', 'settings');
  const view = await owner.waitForView('workspace:profile', 10_000);
  for (const [field, value] of Object.entries(PROFILE)) {
    if (findElement(view.blocks, field)) owner.set(view, field, value);
  }
  const sent = await owner.submit(view);
  if (!sent.sent || sent.trouble || Object.keys(sent.errors).length > 0) {
    throw new Error(`The business profile was not taken: ${sent.trouble ?? JSON.stringify(sent.fields)}`);
  }
  await owner.close(undefined, { all: true });
}
