import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** The folder that pictures of what was looked at are put into, when it is set. */
export const SHOTS = process.env.SHOTS;

/** The installed Chromium, which asks nobody outside for anything. */
export function launchChromium(executablePath: string | undefined): Promise<Browser> {
  return chromium.launch({
    ...(executablePath && { executablePath }),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** What axe finds on a page; pages without script are checked all the same, since axe is brought along. */
async function faultsOn(page: Page, impacts: readonly string[] | undefined): Promise<string[]> {
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const { axe: checker } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> };
    };
    return (await checker.run()).violations.map(({ id, impact, nodes }) => ({
      id,
      impact,
      html: nodes[0]?.html ?? '',
    }));
  });
  return found
    .filter(({ impact }) => !impacts || impacts.includes(impact))
    .map(({ id, html }) => `${id}: ${html.slice(0, 160)}`);
}

/**
 * Looks at a page as a person would: a picture of it (of `part`, if given), no fault of access, nothing wider than the window.
 * `impacts` says which faults count; all of them when it is left out.
 */
export async function look(
  page: Page,
  name: string,
  { part, impacts }: { part?: string; impacts?: readonly string[] } = {},
): Promise<void> {
  if (SHOTS) {
    mkdirSync(SHOTS, { recursive: true });
    const path = `${SHOTS}/${name}.png`;
    await (part ? page.locator(part).screenshot({ path }) : page.screenshot({ path, fullPage: true }));
  }
  expect(await faultsOn(page, impacts), name).toEqual([]);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wide, `${name} is wider than its window`).toBeLessThanOrEqual(0);
}

/** Opens the portal with the code that a mail prints, as a person without script would. */
export async function enterByCode(page: Page, appUrl: string, mail: { text: string }): Promise<void> {
  const code = /the page asks for a code, it is ([A-Z]{5}-[A-Z]{5})/.exec(mail.text)?.[1] ?? '';
  await page.goto(`${appUrl}/portal`);
  await page.getByLabel('Code from the message').fill(code);
  await page.getByRole('button', { name: 'Open' }).click();
}
