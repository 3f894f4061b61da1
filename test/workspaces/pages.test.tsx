import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { html } from '../../src/portal/layout.tsx';
import { Refusal } from '../../src/shared/refusal.ts';
import type { DeskVisit } from '../../src/workspaces/desk.ts';
import { BankPage, HomePage } from '../../src/workspaces/desk-portal.tsx';
import { InstalledPage, NotInstalledPage, SCOPES } from '../../src/workspaces/install-portal.tsx';

const hostile = '<script>alert(1)</script>';
const visit = {
  workspace: { name: hostile },
  member: { name: hostile },
  business: {
    name: hostile,
    address: [hostile],
    email: 'mia@berg.test',
    country: 'DE',
    currency: 'EUR',
    timeZone: 'Europe/Berlin',
    taxId: hostile,
    taxRateMilli: 8_875,
    depositMilli: 50_000,
    netDays: 14,
    hasBankDetails: true,
  },
} as unknown as DeskVisit;
const details = {
  holder: hostile,
  iban: 'DE89370400440532013000',
  account: null,
  routing: null,
  bic: null,
  bank: hostile,
};

describe('pages', () => {
  test.each([
    [
      'home',
      <HomePage visit={visit} links={[{ href: '/desk/payments', label: 'Record a payment', lead: 'By transfer.' }]} />,
    ],
    ['bank', <BankPage visit={visit} details={details} saved />],
    [
      'bank refused',
      <BankPage
        visit={visit}
        details={undefined}
        saved={false}
        refusal={new Refusal('bank.bad-iban', hostile, 'iban')}
        typed={{ holder: hostile, iban: hostile }}
      />,
    ],
    ['installed', <InstalledPage name={hostile} />],
    ['not installed', <NotInstalledPage sentence={hostile} />],
  ])('%s shows hostile words as words', (_name, page) => {
    const text = html(page);
    expect(text).toContain('alert(1)');
    expect(text).not.toContain('<script');
    expect(text).toMatch(/<main[^>]* data-state="[a-z]+"/);
  });

  test('the desk’s home names every rate as a person writes it, and the pages other slices register', () => {
    const text = html(
      <HomePage visit={visit} links={[{ href: '/desk/payments', label: 'Record a payment', lead: '' }]} />,
    );
    for (const shown of ['8.875%', '50%', 'Germany', 'href="/desk/payments"']) expect(text).toContain(shown);
  });
});

test.runIf(existsSync('manifest.yml'))('an installation asks for what the manifest asks for', () => {
  const manifest = parse(readFileSync('manifest.yml', 'utf8'));
  expect([...SCOPES].sort()).toEqual([...manifest.oauth_config.scopes.bot].sort());
});
