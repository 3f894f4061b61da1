import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createTransport } from 'nodemailer';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lookAt } from '../../src/sandbox/page/look.ts';
import { type PageStage, startPageStage } from './page-stage.ts';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let on: PageStage;
beforeAll(async () => {
  on = await startPageStage();
});
afterAll(async () => {
  await on.stop();
});

const mia = () => on.team.as(on.team.people.owner.id);
const look = (place = '') => lookAt(on.stage, { team: on.team.id, user: mia().id, place, thread: '' }, new Set());

describe('what to do next', () => {
  test('follows what stands, from the brief to the mail', async () => {
    expect(look().next.sentence).toBe('The brief is typed for you: press Enter in the message box.');
    expect(look().brief).toContain('/contract Brand identity for Acme');
    await mia().command('/contract', '', { channel: 'projects' });
    const view = await mia().waitForView();
    expect(look().next.sentence).toBe('Fill in E-mail, Currency, then press Draft.');
    await mia().fill(view, { email: 'dana@acme.test', currency: 'EUR' });
    expect(look().next.sentence).toBe('Look over what was filled in, then press Draft.');
    await mia().submit(view);
    await on.vendors.slack.until(() => on.team.messages(on.team.dm(mia().id).id).length, 'the card');
    expect(look().next).toMatchObject({ sentence: 'The card in your messages with Retainer waits for Sign and send.' });
    await createTransport(on.vendors.smtpUrl).sendMail({
      from: 'retainer@retainer.test',
      to: { name: 'Dana Reed', address: 'dana@acme.test' },
      subject: 'Your contract',
      text: 'Read it',
    });
    expect(look().next).toMatchObject({ sentence: 'Dana has mail: “Your contract”.', go: { to: 'mail' } });
  });

  test('a guest sees the channels they were invited to, and no brief', () => {
    const state = lookAt(
      on.stage,
      { team: on.team.id, user: on.team.people.guest.id, place: '', thread: '' },
      new Set(),
    );
    expect(state.channels.map((channel) => channel.name)).toEqual(['acme']);
    expect(state.brief).toBe('');
  });
});

describe('the page’s own API', () => {
  const send = (body: unknown, type = 'application/json') =>
    fetch(`${on.vendors.url}/ui/act`, {
      method: 'POST',
      headers: { 'content-type': type },
      body: JSON.stringify(body),
    });

  test('refuses what a form of another site could send, and what it does not know', async () => {
    expect((await send({}, 'text/plain')).status).toBe(415);
    expect((await send({ look: {}, act: { do: 'dance' } })).status).toBe(400);
  });

  test('brings the app into a channel by /invite', async () => {
    const { finance } = on.team.places;
    const place = { team: on.team.id, user: mia().id, place: finance.id };
    expect((await send({ look: place, act: { do: 'say', text: '/invite @Retainer' } })).status).toBe(200);
    expect(finance.members.has(on.team.botUserId)).toBe(true);
  });

  test('passes time on request', async () => {
    await send({ look: { team: '', user: '', place: '' }, act: { do: 'pass', step: 'day' } });
    expect(on.passed).toEqual(['day']);
  });
});

describe.skipIf(!existsSync(CHROMIUM))('in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
    });
  });
  afterAll(async () => {
    await browser.close();
  });

  async function faults(page: Page): Promise<string[]> {
    await page.evaluate(axe);
    return await page.evaluate(async () => {
      const { axe: checker } = window as unknown as {
        axe: { run(): Promise<{ violations: { id: string; impact: string }[] }> };
      };
      const { violations } = await checker.run();
      return violations.filter((each) => ['serious', 'critical'].includes(each.impact)).map((each) => each.id);
    });
  }

  test.each([
    ['light', 1280],
    ['dark', 390],
    ['light', 360],
  ] as const)('a command, its form and its errors, %s at %i px', async (colorScheme, width) => {
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 800 }, bypassCSP: true });
    const page = await context.newPage();
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith(on.vendors.url)) problems.push(request.url());
    });
    await page.goto(on.vendors.url);
    const box = page.getByLabel('Message #projects');
    await box.fill('/contract');
    await box.press('Enter');
    await page.getByRole('dialog').waitFor();
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-field'));
    await expect.poll(focused, { message: 'a person can type at once, and Enter closes nothing' }).toBeTruthy();
    await page.getByRole('button', { name: 'Draft', exact: true }).click();
    await page.getByText('Please complete this required field.').first().waitFor();
    // The page sets it once it has drawn the errors.
    await expect.poll(focused).toBe('email');
    await page.getByLabel('E-mail').fill('dana@nowhere.test');
    await page.getByLabel('Currency').selectOption('EUR');
    expect(await faults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Draft', exact: true }).click();
    await page.getByText('We can’t write there').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await faults(page)).toEqual([]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(wide).toBe(0);
    expect(problems).toEqual([]);
    await context.close();
  });
});
