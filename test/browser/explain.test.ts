import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { draftAndSend } from '../support/acts.ts';
import { checkInvariants } from '../support/invariants.ts';
import { enterByCode, launchChromium, look } from '../support/look.ts';
import { needs } from '../support/needs.ts';
import { startWorld, type World } from '../support/world.ts';

const { path: executablePath, describe, test } = needs('chromium');

describe('the contract explained on a phone, without script', () => {
  let world: World;
  let browser: Browser;
  beforeAll(async () => {
    world = await startWorld();
    browser = await launchChromium(executablePath);
  }, 150_000);
  afterAll(async () => {
    await browser?.close();
  });

  test('the summary unfolds, a question is answered with clauses to jump to, and both stay after the signature', async () => {
    const email = 'phone@acme.test';
    await draftAndSend(world, `Brand identity for Acme (${email}), EUR 4,000, 50% deposit, done by 30 April 2027`);
    const { vendors } = world;
    const mail = await vendors.mailbox.waitFor({ to: email, kind: 'contract.sent' });
    const context = await browser.newContext({ viewport: { width: 360, height: 740 }, bypassCSP: true });
    const page = await context.newPage();
    await enterByCode(page, world.appUrl, mail);
    expect(await page.locator('main').innerHTML()).not.toContain('<script');
    await page.getByText('The contract in a few lines').click();
    await page.getByText('You pay EUR 2,000.00 on signature').waitFor();
    await look(page, '01-plain', { part: '#plain' });
    await page.getByText('Ask what it says').click();
    for (const question of ['What happens if I cancel after the deposit?', 'Do you offer hosting?']) {
      await page.getByLabel('What do you want to know?').fill(question);
      await page.getByRole('button', { name: 'Look it up' }).click();
      await page.getByRole('heading', { name: question }).waitFor();
    }
    await page.getByText('Not in the contract.').waitFor();
    await look(page, '02-asked', { part: '#plain' });
    const link = page.getByRole('link', { name: /^Clause \d+\. Ending the contract early/ });
    await link.click();
    const heading = page.getByRole('heading', { name: /Ending the contract early/ });
    await expect.poll(() => heading.evaluate((node) => node.getBoundingClientRect().top < 400)).toBe(true);
    const dana = world.client();
    await dana.open(mail);
    await dana.sign('Dana Reed', email);
    await world.settle();
    await page.goto(`${world.appUrl}/portal/project`);
    await page.getByRole('heading', { name: 'What happens if I cancel after the deposit?' }).waitFor();
    await look(page, '03-signed', { part: '#plain' });
    await context.close();
    await checkInvariants(world);
  }, 120_000);
});
