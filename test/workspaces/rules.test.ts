import type { ViewOutput } from '@slack/bolt';
import { describe, expect, test } from 'vitest';
import { isZone } from '../../src/shared/dates.ts';
import { CURRENCIES } from '../../src/shared/money.ts';
import { COUNTRIES, countryChoices, countryOfZone, zoneChoices } from '../../src/shared/places.ts';
import { Refusal } from '../../src/shared/refusal.ts';
import { inputsOf } from '../../src/slack/form.ts';
import { readBank } from '../../src/workspaces/bank.ts';
import { checkPlace } from '../../src/workspaces/desk.ts';
import { parseDays, parsePercent, profileView, readProfile } from '../../src/workspaces/profile-form.ts';
import { bankLines, checkOwner, checkPerson, type Person, roleOf } from '../../src/workspaces/workspace.ts';

const person: Person = {
  slackUserId: 'U1',
  name: 'Mia',
  timeZone: 'Europe/Berlin',
  isAdmin: false,
  isGuest: false,
  isBot: false,
  isStranger: false,
  hasLeft: false,
};

const refusal = (act: () => unknown): Refusal => {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('nothing was refused');
};

test.each([
  [{ isGuest: true }, 'member.guest'],
  [{ isStranger: true }, 'member.stranger'],
  [{ isBot: true }, 'member.bot'],
  [{ hasLeft: true }, 'member.left'],
])('whoever is not a full member can’t act: %o', (flags, code) => {
  expect(refusal(() => checkPerson({ ...person, ...flags })).code).toBe(code);
});

test('a Slack admin is an owner, and so is whoever installed the app', () => {
  expect(roleOf({ ...person, isAdmin: true }, false)).toBe('owner');
  expect(roleOf(person, true)).toBe('owner');
  expect(roleOf(person, false)).toBe('member');
});

test('a refused member reads who may', () => {
  const member = { role: 'member', state: 'active' } as const;
  expect(refusal(() => checkOwner(member, ['Mia', 'Jonas'])).sentence).toContain('Ask Mia or Jonas.');
  expect(refusal(() => checkOwner({ role: 'owner', state: 'left' })).code).toBe('member.not-owner');
});

describe('numbers of the profile', () => {
  test.each([
    ['19', 19_000],
    ['19%', 19_000],
    ['7,7 %', 7_700],
    ['8.875', 8_875],
    ['0', 0],
    ['100', 100_000],
  ])('%s percent is %i thousandths', (typed, milli) => {
    expect(parsePercent(typed, 'taxRate')).toBe(milli);
  });
  test.each(['-5', '1e9', '١٢٣', '100.001', '8.8755', 'NaN', '', '1 9', '0x10', '٪', '1.', '1000'])(
    '%s percent is refused at its field',
    (typed) => {
      expect(refusal(() => parsePercent(typed, 'taxRate')).field).toBe('taxRate');
    },
  );
  test('days are whole, between 0 and 120', () => {
    expect(parseDays('14', 'netDays')).toBe(14);
    for (const typed of ['121', '-1', '1.5', '1e1', '١٤', '']) {
      expect(refusal(() => parseDays(typed, 'netDays')).field).toBe('netDays');
    }
  });
});

describe('the profile form', () => {
  const member = {
    workspaceId: 'w',
    id: 'm',
    slackUserId: 'U1',
    role: 'owner',
    name: 'Mia Berg',
    timeZone: 'Europe/Zurich',
    state: 'active',
  };
  const visit = { workspace: {}, member, business: undefined } as unknown as Parameters<typeof profileView>[0];

  test('guesses country, zone and currency from the member’s time zone', () => {
    const text = JSON.stringify(profileView(visit, {}, 'mia@berg.test'));
    for (const guess of ['Mia Berg', '"value":"CH"', 'CHF', 'Europe/Zurich', 'mia@berg.test'])
      expect(text).toContain(guess);
  });

  test('keeps what was wanted, and drops a brief that Slack could not carry', () => {
    const kept = (text: string) =>
      JSON.parse(profileView(visit, { command: '/contract', text }).private_metadata ?? '');
    expect(kept('a logo')).toEqual({ command: '/contract', text: 'a logo' });
    expect(kept('x'.repeat(50_000))).toEqual({ command: '/contract' });
  });

  const filledWith = (typedIn: Record<string, string>, pickedIn: Record<string, string> = {}) => {
    const view = profileView(visit);
    const inputs = inputsOf(view as never);
    const values = Object.fromEntries(
      inputs.map((block) => {
        const id = 'action_id' in block.element ? (block.element.action_id ?? '') : '';
        const typed = {
          name: 'Berg',
          address: 'Street 1',
          email: 'a@b.test',
          taxRate: '0',
          deposit: '50',
          netDays: '14',
          ...typedIn,
        };
        const picked = { country: 'DE', zone: 'Europe/Berlin', currency: 'EUR', ...pickedIn };
        const value = (typed as Record<string, string>)[id];
        const option = (picked as Record<string, string>)[id];
        return [block.block_id, { [id]: option ? { selected_option: { value: option } } : { value } }];
      }),
    );
    return { ...view, state: { values } } as unknown as ViewOutput;
  };

  test('keeps why the business charges no tax, and refuses the reason beside a rate', () => {
    expect(readProfile(filledWith({}, { taxReason: 'small-business' }))).toMatchObject({
      taxRateMilli: 0,
      taxReason: 'small-business',
    });
    expect(readProfile(filledWith({ taxRate: '19' }, { taxReason: 'none' }))).toMatchObject({
      taxRateMilli: 19_000,
      taxReason: null,
    });
    const both = filledWith({ taxRate: '19' }, { taxReason: 'exempt' });
    expect(refusal(() => readProfile(both))).toMatchObject({ code: 'profile.tax-reason', field: 'taxReason' });
  });

  test('refuses what was never offered', () => {
    const filled = filledWith({}, { zone: 'Mars/Olympus' });
    expect(refusal(() => readProfile(filled))).toMatchObject({ code: 'profile.bad-zone', field: 'zone' });
  });

  test('refuses letters that no document can print, at their field, and takes those it can', () => {
    for (const [field, text] of [
      ['name', '工房 Berg'],
      ['address', 'דרך 1'],
    ] as const)
      expect(refusal(() => readProfile(filledWith({ [field]: text })))).toMatchObject({
        code: 'profile.letters',
        field,
        sentence: expect.stringContaining('Write it in Latin'),
      });
    expect(readProfile(filledWith({ name: 'Łódź Ωμέγα Бюро' })).name).toBe('Łódź Ωμέγα Бюро');
  });
});

describe('bank details', () => {
  test('an IBAN is checked, tidied and shown in fours', () => {
    const details = readBank({ holder: ' Mia  Berg ', iban: 'de89 3704 0044 0532 0130 00', bic: 'cobadeffxxx' });
    expect(details).toMatchObject({ holder: 'Mia Berg', iban: 'DE89370400440532013000', bic: 'COBADEFFXXX' });
    expect(bankLines(details)).toContainEqual(['IBAN', 'DE89 3704 0044 0532 0130 00']);
  });
  test('a name that no invoice can print is refused', () => {
    expect(refusal(() => readBank({ holder: '田中', iban: 'DE89370400440532013000' }))).toMatchObject({
      field: 'holder',
    });
  });

  test('account and routing numbers stand where there is no IBAN', () => {
    const details = readBank({ holder: 'Mia', account: '12345678', routing: '20-00-00' });
    expect(bankLines(details).map(([label]) => label)).toEqual([
      'Account holder',
      'Account number',
      'Routing or sort code',
    ]);
  });
  test.each([
    [{ iban: 'DE89370400440532013000' }, 'holder'],
    [{ holder: 'Mia', iban: 'DE89370400440532013001' }, 'iban'],
    [{ holder: 'Mia', iban: 'hello' }, 'iban'],
    [{ holder: 'Mia' }, 'iban'],
    [{ holder: 'Mia', account: '123' }, 'routing'],
    [{ holder: 'Mia', iban: 'DE89370400440532013000', account: '1' }, 'account'],
    [{ holder: 'Mia', account: '<script>', routing: '1' }, 'account'],
    [{ holder: 'Mia', iban: 'DE89370400440532013000', bic: 'NO' }, 'bic'],
    [{ holder: 'M'.repeat(81), iban: 'DE89370400440532013000' }, 'holder'],
  ])('%o is refused at %s', (typed, field) => {
    expect(refusal(() => readBank(typed)).field).toBe(field);
  });
});

test.each(['bank', 'home', 'payment/inv_0abc'])('%s is a desk page', (place) => {
  expect(checkPlace(place)).toBe(place);
});
test.each(['//evil.test', '/evil', '\\evil', 'https:evil', '../portal', 'bank?x=1', 'bank#x', '', 'Bank', 'a//b'])(
  '%s leads nowhere',
  (place) => {
    expect(refusal(() => checkPlace(place)).code).toBe('page.not-found');
  },
);

test('every country has a known currency and real zones, and Slack’s list takes them all', () => {
  for (const [code, country] of Object.entries(COUNTRIES)) {
    expect(CURRENCIES, code).toContain(country.currency);
    for (const zone of country.zones) expect(isZone(zone), zone).toBe(true);
  }
  expect(Object.keys(countryChoices()).length).toBeLessThanOrEqual(100);
  expect(Object.keys(zoneChoices('Asia/Tashkent')).length).toBeLessThanOrEqual(100);
  expect(zoneChoices('Asia/Tashkent')['Asia/Tashkent']).toBe('Tashkent (Asia)');
  expect(countryOfZone('Europe/Berlin')).toBe('DE');
});
