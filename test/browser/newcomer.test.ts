import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { launchChromium, look } from '../support/look.ts';
import { needs } from '../support/needs.ts';
import { type SandboxChild, startSandbox } from './sandbox-child.ts';

const { path: executablePath, describe, test } = needs('chromium');

let sandbox: SandboxChild;
let browser: Browser;

async function see(page: Page, name: string, width: number): Promise<void> {
  // What moves in is looked at once it stands.
  await page.evaluate(() => {
    const ending = document.getAnimations().filter(({ effect }) => effect?.getTiming().iterations !== Infinity);
    return Promise.all(ending.map(({ finished }) => finished.catch(() => {})));
  });
  await look(page, `${width}-${name}`, { impacts: ['serious', 'critical'] });
}

describe('a newcomer, in a browser', () => {
  beforeAll(async () => {
    sandbox = await startSandbox();
    browser = await launchChromium(executablePath);
  }, 150_000);
  afterAll(async () => {
    await browser?.close();
    await sandbox?.stop();
  });

  test.each([1280, 390])(
    'carries a project from the typed brief to the paid invoice at %i px',
    async (width) => {
      const context = await browser.newContext({ viewport: { width, height: 844 }, bypassCSP: true });
      const page = await context.newPage();
      const broken: string[] = [];
      page.on('pageerror', (error) => broken.push(error.message));
      await page.goto(sandbox.url);
      if (width !== 1280) await startOver(page);
      const chat = page.getByLabel('Message #projects');
      await expect.poll(() => chat.inputValue()).toContain('/contract Brand identity');
      await see(page, '01-first-sight', width);
      await chat.press('Enter');
      await page.getByRole('button', { name: 'Cancel' }).click();
      await expect
        .poll(() => chat.inputValue(), { message: 'a form closed without a draft' })
        .toContain('/contract Brand identity');
      await chat.press('Enter');
      await page.getByRole('dialog', { name: 'Contract' }).waitFor();
      await see(page, '02-terms', width);
      await page.getByRole('button', { name: 'Draft it' }).click();

      await page.getByRole('button', { name: 'Sign and send' }).waitFor();
      await expect.poll(() => chat.inputValue(), { message: 'once there is a draft' }).toBe('');
      await page.getByRole('button', { name: 'Sign and send' }).click();
      const preview = page.getByRole('dialog', { name: 'Sign and send' });
      await preview.getByLabel('I sign this contract and want it sent').check();
      await see(page, '03-preview', width);
      await preview.getByRole('button', { name: 'Sign and send' }).click();

      const portal = await openMail(page, 'contract.sent', 'Contract to sign');
      await see(portal, '04-door', width);
      await portal.getByRole('button').first().click();
      await portal.getByRole('button', { name: 'E-mail me the code' }).waitFor();
      await see(portal, '05-contract', width);
      await portal.getByRole('button', { name: 'E-mail me the code' }).click();
      await portal.getByRole('button', { name: 'Send another code' }).waitFor();
      await portal.getByLabel('Your full name').fill('Dana Reed');
      await portal.getByLabel('Code from the mail').fill(await newestCode(page));
      await portal.getByRole('checkbox').check();
      await portal.getByRole('button', { name: 'Sign the contract' }).click();

      await portal.locator('main[data-state="deposit"]').waitFor();
      await see(portal, '06-deposit', width);
      await pay(portal, width);
      await expect
        .poll(() => portal.locator('main').getAttribute('data-state'), { timeout: 15_000 })
        .toMatch(/started|signed/);
      await see(portal, '08-started', width);

      await page.bringToFront();
      await dismissMails(page);
      await passTo(page, 'Final invoice');
      const later = await openMail(page, 'invoice.issued', 'Final invoice');
      await later.getByRole('button').first().click();
      await later.locator('main[data-state="invoice"]').waitFor();
      await see(later, '09-invoice', width);
      await pay(later, width);
      await expect.poll(() => later.locator('main').getAttribute('data-state'), { timeout: 15_000 }).toBe('paid');
      await see(later, '10-paid', width);
      await page.bringToFront();
      await goTo(page, 'projects');
      await page.getByText('Done and paid').first().waitFor();
      await see(page, '11-card', width);
      await goTo(page, 'Home');
      await page.getByText('Recent').waitFor();
      await see(page, '12-home', width);
      expect(broken).toEqual([]);
      await context.close();
    },
    180_000,
  );

  test('reads the menu of a message wherever it stands', async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 700 }, bypassCSP: true });
    const page = await context.newPage();
    await page.goto(sandbox.url);
    const chat = page.getByLabel('Message #projects');
    for (let count = 1; count <= 12; count++) {
      await chat.fill(`Note ${count}`);
      await chat.press('Enter');
      await page.getByText(`Note ${count}`, { exact: true }).waitFor();
    }
    const messages = page.locator('.messages').first();
    for (const at of ['last', 'first'] as const) {
      const message = messages.locator('.message')[at]();
      await message.scrollIntoViewIfNeeded();
      await message.hover();
      await message.locator('.message-menu > summary').click();
      const list = message.locator('.message-menu ul');
      if (at === 'last') await see(page, '13-message-menu', 1280);
      const [box, seen] = await Promise.all([list.boundingBox(), messages.boundingBox()]);
      if (!box || !seen) throw new Error(`there is no menu on the ${at} message`);
      expect(box.y).toBeGreaterThanOrEqual(seen.y);
      expect(box.y + box.height).toBeLessThanOrEqual(seen.y + seen.height);
      await message.locator('.message-menu > summary').click();
    }
    await context.close();
  }, 120_000);
});

async function startOver(page: Page): Promise<void> {
  // The page is drawn by its script: before that there is no menu to open.
  await page.getByLabel('Message #projects').waitFor({ timeout: 30_000 });
  await menu(page);
  await page.getByRole('button', { name: 'Start over' }).click();
  // The answer comes when the new workspaces are there.
  await Promise.all([
    page.waitForResponse((response) => response.url().endsWith('/ui/act'), { timeout: 40_000 }),
    page.getByRole('dialog', { name: 'Start over' }).getByRole('button', { name: 'Start over' }).click(),
  ]);
  await page.getByLabel('Message #projects').waitFor({ timeout: 30_000 });
}

/** On a phone the places are behind a button. */
async function menu(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: 'Menu' });
  if ((await button.isVisible()) && (await button.getAttribute('aria-expanded')) !== 'true') await button.click();
}

async function goTo(page: Page, place: string): Promise<void> {
  await menu(page);
  await page.getByRole('navigation', { name: 'Workspace' }).getByRole('button', { name: place }).first().click();
}

/** Opens the link of the newest mail whose subject begins so, as its reader would. */
async function openMail(page: Page, kind: string, subject: string): Promise<Page> {
  await page.bringToFront();
  await expect.poll(() => newestSubject(page, subject), { timeout: 20_000 }).toBe(true);
  await readMail(page, kind);
  const [portal] = await Promise.all([
    page.waitForEvent('popup'),
    page.getByRole('link', { name: /Open its link/ }).click(),
  ]);
  await portal.waitForLoadState();
  return portal;
}

/** The newest mail of a kind, opened in the mailbox. */
async function readMail(page: Page, kind: string): Promise<void> {
  await goTo(page, 'Mailbox');
  const back = page.getByRole('button', { name: 'All mail' });
  if (await back.isVisible()) await back.click();
  await page.locator(`[data-mail="${kind}"]`).first().click();
}

async function newestSubject(page: Page, subject: string): Promise<boolean> {
  return page.evaluate(async (begins) => {
    const mails = (await (await fetch('/ui/mail')).json()) as { mails?: { subject: string }[] } | { subject: string }[];
    const list = Array.isArray(mails) ? mails : (mails.mails ?? []);
    return list.some((mail) => mail.subject.startsWith(begins));
  }, subject);
}

async function newestCode(page: Page): Promise<string> {
  await expect.poll(() => newestSubject(page, 'Your code'), { timeout: 20_000 }).toBe(true);
  await page.bringToFront();
  await readMail(page, 'signature.code');
  const code = await page.locator('.code strong').innerText();
  return code;
}

/** Every mail is looked at, so that the strip speaks of what comes next. */
async function dismissMails(page: Page): Promise<void> {
  for (let turn = 0; turn < 12; turn++) {
    const open = page.getByRole('button', { name: 'Open it' });
    if (!(await open.isVisible())) return;
    await open.click();
    await page.waitForTimeout(150);
  }
}

async function passTo(page: Page, subject: string): Promise<void> {
  for (let turn = 0; turn < 40; turn++) {
    if (await newestSubject(page, subject)) return;
    await menu(page);
    const next = page.getByRole('button', { name: 'Next event' }).first();
    await expect.poll(() => next.isEnabled(), { timeout: 30_000 }).toBe(true);
    await next.click();
    await page.waitForTimeout(400);
  }
}

/** From the page to the payment page and back, with a card that works. */
async function pay(portal: Page, width: number): Promise<void> {
  await portal.getByRole('button', { name: /card/i }).click();
  await portal.getByText('Card that works').waitFor({ timeout: 15_000 });
  await see(portal, '07-checkout', width);
  await portal.getByText('Card that works').click();
}
