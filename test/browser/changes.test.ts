import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { draftAndSend } from '../support/acts.ts';
import { checkInvariants } from '../support/invariants.ts';
import { enterByCode, launchChromium, look } from '../support/look.ts';
import { needs } from '../support/needs.ts';
import { startWorld, textOf, type World } from '../support/world.ts';

const { path: executablePath, describe, test } = needs('chromium');

describe('a change that the client asks for', () => {
  let world: World;
  let browser: Browser;
  beforeAll(async () => {
    world = await startWorld();
    browser = await launchChromium(executablePath);
  }, 150_000);
  afterAll(async () => {
    await browser?.close();
  });

  test.each([360, 1280])('is asked for, answered, and read word by word at %i px, without script', async (width) => {
    const { mia, team, vendors } = world;
    const email = `wide${width}@acme.test`;
    await draftAndSend(world, `Brand identity for Acme (${email}), EUR 4,000, 50% deposit, done by 30 April 2027`);
    const context = await browser.newContext({ viewport: { width, height: 740 }, bypassCSP: true });
    const page = await context.newPage();
    await enterByCode(page, world.appUrl, await vendors.mailbox.waitFor({ to: email, kind: 'contract.sent' }));
    await page.getByLabel('What should change').fill('30% deposit, please');
    await page.getByRole('button', { name: 'Ask for a change' }).click();
    await page.getByText('has been told and will answer').waitFor();
    await look(page, `changes-${width}-1-asked`);
    await world.settle();
    const post = team.all.findLast(({ blocks }) => textOf(blocks).includes('change:accept'));
    if (!post) throw new Error('no request was posted');
    await mia.press(post, 'change:accept');
    const preview = await mia.waitForView('contract:send', 20_000);
    await mia.fill(preview, { name: 'Mia Berg', consent: ['yes'] });
    expect((await mia.submit(preview)).errors).toEqual({});
    await world.settle();
    await mia.close(undefined, { all: true });
    const mails = vendors.mailbox
      .mails()
      .filter(({ to, kind }) => to.some(({ address }) => address === email) && kind === 'contract.sent');
    const later = await (await browser.newContext({ viewport: { width, height: 740 }, bypassCSP: true })).newPage();
    await enterByCode(later, world.appUrl, mails.at(-1) ?? { text: '' });
    await later.getByRole('heading', { name: 'What changed since version 1' }).waitFor();
    await later.getByText('Word by word').click();
    expect(await later.locator('del').allInnerTexts()).toContain('EUR 2,000.00 (50%');
    expect(await later.locator('ins').allInnerTexts()).toContain('EUR 1,200.00 (30%');
    await look(later, `changes-${width}-2-redline`);
    await checkInvariants(world);
  });
});
