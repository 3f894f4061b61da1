import { readFileSync, writeFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { textOf as pdfText } from '../documents/reading.ts';
import { giveBank, sendCard } from '../support/acts.ts';
import { checkInvariants } from '../support/invariants.ts';
import { launchChromium, look, SHOTS } from '../support/look.ts';
import { needs } from '../support/needs.ts';
import { cardOf, startWorld, textOf, type World } from '../support/world.ts';

const { path: executablePath, describe, test } = needs('chromium');

/** The link that the button in the settings answers an owner with. */
async function deskLink({ mia, vendors }: World): Promise<string> {
  await mia.command('/retainer', 'settings');
  const settings = await mia.waitForView('workspace:profile');
  await mia.press(settings, 'desk:open', { blockId: 'desk-templates' });
  const shown = () => textOf([mia.ephemerals.at(-1)?.blocks, mia.openView?.blocks]);
  const link = await vendors.slack.until(() => /http[^"|]*\/desk#[\w-]{43}/.exec(shown())?.[0], 'the link to the desk');
  await mia.close(undefined, { all: true });
  return link;
}

/** The PDF that a press saves to the disk. */
async function pdfOf(page: Page, press: () => Promise<void>, name: string): Promise<string> {
  const [saved] = await Promise.all([page.waitForEvent('download'), press()]);
  const bytes = readFileSync(await saved.path());
  if (SHOTS) writeFileSync(`${SHOTS}/${name}.pdf`, bytes);
  return pdfText(bytes);
}

describe('a template made one’s own, on a phone', () => {
  let world: World;
  let browser: Browser;
  beforeAll(async () => {
    world = await startWorld();
    browser = await launchChromium(executablePath);
  }, 150_000);
  afterAll(async () => {
    await browser?.close();
  });

  test('is copied, changed, looked at, saved, compared, and then makes a contract that is sent', async () => {
    const { mia, team } = world;
    const context = await browser.newContext({ viewport: { width: 360, height: 740 }, bypassCSP: true });
    const page = await context.newPage();
    await page.goto(await deskLink(world));
    await page.getByRole('button').first().click();
    await look(page, '01-templates');
    await page.getByRole('button', { name: 'Copy and edit “Brand and graphic design”' }).click();
    await look(page, '02-editor');

    await page.getByRole('button', { name: 'Move “Confidentiality” up' }).click();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toBe('Move “Confidentiality” up');
    const deposit = page.getByLabel('Usual deposit in percent');
    await deposit.fill('30');
    // Enter must neither save nor move anything.
    await deposit.press('Enter');
    await page.waitForLoadState();
    expect(await deposit.inputValue()).toBe('30');
    expect(await world.db.templateVersion.count()).toBe(1);
    await page.getByRole('button', { name: 'Add an own clause' }).click();
    await page.getByLabel(/^Title of clause/).fill('Keeping your files');
    await page
      .getByLabel(/^Text of clause/)
      .fill('We keep your files until {{ endOn }}.\n<b>Then</b> we delete {{ everything }}.');
    await page.getByRole('button', { name: 'Save as a new version' }).click();
    await page.getByText('Not saved yet').waitFor();
    expect(await page.getByText(/Line 2: Contracts hold no HTML/).innerText()).toContain(
      'names a value that there is not',
    );
    expect(await page.getByLabel('Usual deposit in percent').inputValue()).toBe('30');
    await look(page, '03-refused');

    const good = 'We keep your files for 24 months{% if endOn %} after {{ endOn }}{% endif %}, for {{ clientName }}.';
    await page.getByLabel(/^Text of clause/).fill(good);
    const pdf = await pdfOf(page, () => page.getByRole('button', { name: 'Preview as PDF' }).click(), 'preview');
    for (const words of ['Preview', 'Keeping your files', 'CUSTOM WORDING', 'Sample Client Ltd', '30%'])
      expect(pdf).toContain(words);
    await page.getByRole('button', { name: 'Save as a new version' }).click();
    await page.getByText('Saved as version 2').waitFor();
    expect(await page.getByText('“24 months” is a time').count()).toBe(1);
    await look(page, '04-saved');

    await page.getByRole('link', { name: 'History' }).click();
    await page.getByRole('heading', { name: 'Version 2 against version 1' }).waitFor();
    const changes = await page.locator('.entries').innerText();
    for (const words of ['Usual deposit in percent', '50 → 30', 'Moved', 'Keeping your files'])
      expect(changes).toContain(words);
    await look(page, '05-history');
    await context.close();

    await giveBank(world, mia);
    await mia.command(
      '/contract',
      'Brand identity for Acme (dana@acme.test), EUR 4,000, two rounds of revisions, done by 10 April 2027',
      { channel: 'projects' },
    );
    const form = await mia.waitForView('contract:terms', 20_000);
    await mia.fill(form, { deliverables: 'Logo' });
    await mia.choose(form, 'template', 'general');
    await world.settle();
    await mia.choose(form, 'template', (await world.db.template.findFirstOrThrow()).id);
    await world.settle();
    expect(textOf(form.blocks)).toContain('"initial_value":"30%"');
    expect((await mia.submit(form)).fields).toEqual({});
    await world.settle();
    await mia.close(undefined, { all: true });
    const card = textOf(cardOf(team).blocks);
    expect(card).toContain('Keeping your files');
    expect(card).toMatch(/custom wording/i);
    expect(card).toContain('EUR 1,200.00');
    await sendCard(world);
    const version = await world.db.version.findFirstOrThrow({ where: { state: 'sent' } });
    expect(version.text).toContain('We keep your files for 24 months after Sat 10 April 2027, for Acme.');
    expect(version.text).toContain('A deposit of EUR 1,200.00 (30% of the total price)');
    await checkInvariants(world);
  }, 240_000);
});
