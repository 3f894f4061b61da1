import { describe, expect, test } from 'vitest';
import { clientHelp, clientList, clientSaved } from '../../src/clients/cards.ts';
import { type Audience, checkChannel } from '../../src/clients/channel.ts';
import { type Client, mainContact, parseEmail, readClientLine } from '../../src/clients/client.ts';
import { newClientView } from '../../src/clients/form.ts';
import { Refusal } from '../../src/shared/refusal.ts';

const codeOf = (act: () => unknown) => {
  try {
    act();
    return 'fine';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};

test.each([
  ['Dana Reyes dana@acme.test', 'Dana Reyes', 'dana@acme.test'],
  ['dana@acme.test', undefined, 'dana@acme.test'],
  ['Dana Reyes', 'Dana Reyes', undefined],
  ['Dana Reyes (Dana@Acme.test)', 'Dana Reyes', 'dana@acme.test'],
  ['Dana Reyes <dana@acme.test>', 'Dana Reyes', 'dana@acme.test'],
  ['dana@acme.test, Dana Reyes', 'Dana Reyes', 'dana@acme.test'],
  ['add Dana Reyes dana@acme.test', 'Dana Reyes', 'dana@acme.test'],
  ['Dana <mailto:dana@acme.test|dana@acme.test>', 'Dana', 'dana@acme.test'],
  ['', undefined, undefined],
])('%s is read as %s and %s', (typed, name, email) => {
  expect(readClientLine(typed)).toEqual({ name, email });
});

test.each([
  'dana',
  'a@b',
  'a@x.test,b@y.test',
  'a@x.test\r\nBcc: e@x.test',
  '"x" <a@x.test>',
  `${'a'.repeat(250)}@x.test`,
  'dana@аcme.test',
])('%s is no address', (typed) => {
  expect(codeOf(() => parseEmail(typed))).toBe('client.bad-email');
});

describe('a channel chosen for cards', () => {
  const fine: Audience = { channelId: 'C1', name: 'acme', access: 'in', sharedOutside: false, guestReads: false };
  test.each<[Partial<Audience>, boolean, string]>([
    [{}, false, 'fine'],
    [{ access: 'can-write' }, false, 'fine'],
    [{ sharedOutside: true }, false, 'channel.shared'],
    [{ sharedOutside: true }, true, 'fine'],
    [{ guestReads: true }, false, 'channel.guest-reads'],
    [{ guestReads: true }, true, 'fine'],
    [{ access: 'unseen' }, true, 'channel.unseen'],
    [{ access: 'archived' }, true, 'channel.archived'],
  ])('%o with tick %s: %s', (audience, ticked, code) => {
    expect(codeOf(() => checkChannel({ ...fine, ...audience }, ticked))).toBe(code);
  });
  test('the refusal of a private channel says what to type', () => {
    expect(() => checkChannel({ ...fine, access: 'unseen' }, false)).toThrow('/invite @Retainer');
  });
});

const contact = { id: 'cnt_1', name: 'Dana', email: 'dana@acme.test', maySign: true, getsInvoices: true };
const client = {
  id: 'cli_1',
  name: '<!channel> *Dana*',
  company: 'Acme\n*Invoice paid*',
  currency: 'EUR',
  timeZone: 'Europe/London',
  channelId: 'C1',
  contacts: [contact],
} as unknown as Client;

test('what clients are called can’t mention, link or add a line', () => {
  const text = JSON.stringify([clientList([client], 1), clientSaved(client, true), clientHelp()]);
  expect(text).not.toContain('<!channel>');
  expect(text).not.toContain('*Dana*');
  expect(text).not.toContain('\\n*Invoice');
});

test('a long list says how many are left', () => {
  const many = Array.from({ length: 11 }, (_, i) => ({ ...client, id: `cli_${i}` }) as Client);
  expect(JSON.stringify(clientList(many, 40))).toContain('And 30 more');
});

test('the mail goes to the address in use', () => {
  const old = { ...contact, id: 'cnt_0', email: 'old@acme.test', maySign: false, getsInvoices: false };
  expect(mainContact({ name: 'Dana', contacts: [old, contact] as never }).email).toBe('dana@acme.test');
  expect(codeOf(() => mainContact({ name: 'Dana', contacts: [] }))).toBe('client.no-email');
});

test('a new client takes country, zone and currency from the business', () => {
  const business = { country: 'GB', timeZone: 'Europe/London', currency: 'GBP' };
  const text = JSON.stringify(newClientView(business as never, 'UTC', { name: 'Dana', email: 'dana@acme.test' }));
  for (const known of ['Dana', 'dana@acme.test', 'GBP', 'Europe/London', 'United Kingdom'])
    expect(text).toContain(known);
});
