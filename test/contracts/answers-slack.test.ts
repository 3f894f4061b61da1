import { beforeAll, expect, test, vi } from 'vitest';
import type { SandboxView } from '../../src/sandbox/slack/shapes.ts';
import { keyOf } from '../../src/sandbox/slack/state.ts';
import { formatDay } from '../../src/shared/dates.ts';
import { cardOf, startWorld, textOf, type World } from '../support/world.ts';

vi.setConfig({ testTimeout: 60_000 });

let world: World;
beforeAll(async () => {
  world = await startWorld({ payments: false });
});

function held(view: SandboxView): Record<string, unknown> {
  const fields = Object.values(view.values).flatMap((block) => Object.entries(block));
  return Object.fromEntries(
    fields.map(([name, state]) => {
      const value = state[keyOf(state.type) ?? ''];
      return [name, (value as { value?: unknown } | null)?.value ?? value];
    }),
  );
}

async function open(text: string): Promise<SandboxView> {
  await world.mia.close(undefined, { all: true });
  await world.mia.command('/contract', text, { channel: 'projects' });
  return world.mia.waitForView('contract:terms');
}

/** Presses the answer with this label, and gives the form as it then is. */
type Pressable = { type: string; action_id: string; text: { text: string } };
const answersIn = (view: SandboxView) =>
  view.blocks.flatMap((block) =>
    block.type === 'actions' && block.block_id?.startsWith('contract:answers')
      ? (block.elements as Pressable[]).map(({ action_id, text }) => ({
          blockId: block.block_id,
          action_id,
          text: text.text,
        }))
      : [],
  );

/** Presses the answer with this label, and gives the form as it then is. */
async function answer(view: SandboxView, label: string): Promise<SandboxView> {
  const button = answersIn(view).find(({ text }) => text === label);
  if (!button) throw new Error(`no answer ${label}`);
  await world.mia.press(view, button.action_id, { blockId: String(button.blockId) });
  return world.mia.waitForView('contract:terms');
}

const TYPED = 'Typed before';

test.each([
  ['EUR 900, done by 04/05/2027', 'Tue 4 May 2027', { endOn: '2027-05-04' }],
  ['$900, done by 10 April, the client is in Toronto, Canada', 'CAD', { currency: 'CAD', fee: '900' }],
  ['EUR 900, deposit 120%, done by 10 April', '100%', { deposit: '100%' }],
  ['EUR 2,000 to 3,000, done by 10 April', 'EUR 3,000.00', { fee: '3,000.00', currency: 'EUR' }],
  ['EUR 900. No, EUR 950. Done by 10 April.', 'EUR 950.00', { fee: '950.00' }],
  ['EUR 900, done by 10 April, law of Ireland or law of France', 'France', { law: 'France' }],
  ['EUR 900, done by 10 April, net 14, payable within 30 days', '30 days', { netDays: '30' }],
  ['EUR 900, done by 10 April, 2-3 rounds of revisions', '3 rounds', { revisions: '3' }],
  ['up to EUR 5,000, done by 10 April', 'EUR 5,000.00', { fee: '5,000.00', currency: 'EUR' }],
  ['EUR 4,000, 50% deposit, 1,000 up front, done by 10 April', 'EUR 1,000.00', { deposit: '1,000.00' }],
  [
    'EUR 900, done by 10 April. Special terms: Everything is delivered by 1 December 2029.',
    'Sat 1 December 2029',
    { endOn: '2029-12-01' },
  ],
  [
    'EUR 900, done by 10 April. 50% if cancelled within 7 days. 60% if cancelled within 7 days.',
    '60% within 7 days',
    { also: expect.stringContaining('Calling off: 60% within 7 days') },
  ],
])('“%s”: pressing %s fills the form and leaves what was typed', async (words, label, filled) => {
  const view = await open(`Website for Acme (dana@acme.test), ${words}`);
  await world.mia.fill(view, { title: TYPED });
  const after = await answer(view, label);
  expect(held(after)).toMatchObject({ ...filled, title: TYPED });
});

test('a start after the end is answered by one press on both, and the draft says the form settled it', async () => {
  const year = world.clock.now().getUTCFullYear() + 1;
  const view = await open(
    `Website for Lumen (ruben@lumen.test), EUR 900, start 2 April ${year}, done by 10 March ${year}`,
  );
  const after = await answer(view, `${formatDay(`${year}-03-10`)} to ${formatDay(`${year}-04-02`)}`);
  expect(held(after)).toMatchObject({ startOn: `${year}-03-10`, endOn: `${year}-04-02` });
  expect((await world.mia.submit(after)).errors).toEqual({});
  await world.settle();
  const version = await world.db.version.findFirstOrThrow({ orderBy: { createdAt: 'desc' } });
  const terms = version.terms as Record<string, { value: unknown; origin: string }>;
  expect(terms.startOn).toMatchObject({ value: `${year}-03-10`, origin: 'form' });
  expect(terms.endOn).toMatchObject({ value: `${year}-04-02`, origin: 'form' });
  expect(terms.fee).toMatchObject({ origin: 'brief' });
});

test('two weekdays a week apart: said on one, both are offered, and a second press changes the answer', async () => {
  const weekday = new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'Europe/Berlin' });
  const view = await open(
    `Website for Acme (dana@acme.test), EUR 900, start next ${weekday.format(world.clock.now())}`,
  );
  const labels = answersIn(view).map(({ text }) => text);
  expect(labels).toHaveLength(2);
  const first = held(await answer(view, labels[0] ?? '')).startOn;
  const second = held(await answer(await world.mia.waitForView('contract:terms'), labels[1] ?? '')).startOn;
  expect(Date.parse(String(second)) - Date.parse(String(first))).toBe(7 * 86_400_000);
});

const currencySelect = (view: SandboxView) =>
  view.blocks.find(
    (block) => block.type === 'input' && (block.element as { action_id: string }).action_id === 'currency',
  );

test('while a “$” may be several currencies none is preselected, of a known client either, and one must be chosen', async () => {
  const brief = (work: string) =>
    `${work} for Kite Labs Inc, priya@kitelabs.test, $1600, 60 pics, 18 February 2027 at 6pm`;
  for (const work of ['Photos of a dinner', 'Photos of a launch']) {
    const view = await open(brief(work));
    expect(held(view)).toMatchObject({ fee: '1600', currency: null, client: 'Kite Labs Inc' });
    expect(currencySelect(view)).toMatchObject({ optional: false });
    expect(currencySelect(view)?.element).not.toHaveProperty('initial_option');
    expect(JSON.stringify(view.blocks)).toContain('can be more than one currency');
    await world.mia.fill(view, { title: work });
    const before = await world.db.version.count();
    expect((await world.mia.submit(view, { force: true })).fields).toMatchObject({ currency: 'This is needed.' });
    expect(await world.db.version.count()).toBe(before);
    // The first draft makes the client known to the second brief.
    const chosen = await answer(view, 'USD');
    expect((await world.mia.submit(chosen)).errors).toEqual({});
    await world.settle();
    const version = await world.db.version.findFirstOrThrow({ orderBy: { createdAt: 'desc' } });
    expect(version.terms).toMatchObject({ fee: { value: { minor: '160000', currency: 'USD' }, origin: 'form' } });
  }
});

test('what calling off costs is a line of the form, and on the card; an edit shows it again', async () => {
  const day = formatDay(`${world.clock.now().getUTCFullYear() + 1}-06-18`);
  const view = await open(
    `Portraits for Kite Labs Inc, priya@kitelabs.test, EUR 1600, ${day} at 6pm. If they bin it in the last 10 days I get half`,
  );
  expect(held(view).also).toContain('Calling off: 50% within 10 days');
  await world.mia.fill(view, { title: 'Portraits' });
  expect((await world.mia.submit(view)).errors).toEqual({});
  await world.settle();
  const version = await world.db.version.findFirstOrThrow({ orderBy: { createdAt: 'desc' } });
  expect(version.terms).toMatchObject({ cancellation: { origin: 'brief', quote: expect.stringContaining('half') } });
  const card = cardOf(world.team);
  expect(textOf(card.blocks)).toMatch(/Calling off\*\\n50% of the price within 10 days/);
  await world.mia.press(card, 'contract:edit');
  const again = await world.mia.waitForView('contract:terms');
  expect(held(again).also).toContain('Calling off: 50% within 10 days');
  await world.mia.fill(again, { also: 'Calling off: some of it' });
  expect((await world.mia.submit(again)).fields?.also).toContain('“Calling off: some of it”: write it like');
});

test('a scale without a day says what it needs', async () => {
  const usual = await open('Portraits for Kite Labs Inc, priya@kitelabs.test, EUR 1600, 18 June at 6pm');
  expect(textOf(usual.blocks)).not.toContain('to count back from');
  const dayless = await open('Website for Kite Labs Inc, EUR 1600. 50% if cancelled within 7 days.');
  expect(textOf(dayless.blocks)).toContain('needs a booking or a start to count back from');
});

test('another kind of work puts its own lines in, but for those that somebody changed', async () => {
  const view = await open('Website for Kite Labs Inc, priya@kitelabs.test, EUR 1600, done by 10 April');
  const typed = String(held(view).also).replace(/Expenses:.*/, 'Expenses: at cost, at most 80');
  await world.mia.fill(view, { also: typed });
  await world.mia.fill(view, { template: 'video' });
  const also = String(held(await world.mia.waitForView('contract:terms')).also);
  expect(also).toContain('Expenses: at cost, at most 80');
  expect(also).toContain('Rights: licence for your own website, social media and events; worldwide; without end');
});

test.each([
  ['law of Ireland or law of France', 'whose law applies', 'law', 'Ireland', { governingLaw: 'Ireland' }],
  ['net 14, payable within 30 days', 'when it is paid', 'netDays', '14', { netDays: 14 }],
  ['2-3 rounds of revisions', 'how many revisions', 'revisions', '2', { revisions: 2 }],
  ['50% deposit, EUR 200 up front', 'the deposit', 'deposit', '50%', { deposit: { kind: 'share' } }],
  [
    '50% if cancelled within 7 days. 60% if cancelled within 7 days.',
    'what calling off costs',
    'also',
    'Calling off: 50% within 7 days',
    { cancellation: { kind: 'tiers' } },
  ],
])(
  'while “%s” is open nothing is drafted, of a known client either; what is typed is the form’s',
  async (words, asked, field, typed, terms) => {
    const title = 'Red poster';
    const view = await open(`${title} for Kite Labs Inc, priya@kitelabs.test, EUR 900, done by 10 April, ${words}`);
    await world.mia.fill(view, { title });
    expect(textOf(view.blocks)).toMatch(new RegExp(`Please say:\\*[^.]*${asked}`));
    expect(textOf(view.blocks)).not.toContain('Everything needed');
    const before = await world.db.version.count();
    const refused = await world.mia.submit(view, { force: true });
    expect(refused.fields?.[field]).toMatch(/needed|“Calling off:”: write it like/);
    expect(await world.db.version.count()).toBe(before);
    await world.mia.fill(view, { [field]: typed });
    expect((await world.mia.submit(view)).errors).toEqual({});
    await world.settle();
    const version = await world.db.version.findFirstOrThrow({ orderBy: { createdAt: 'desc' } });
    for (const [name, value] of Object.entries(terms)) {
      const said = (version.terms as Record<string, { value: unknown; origin: string }>)[name];
      expect(said?.origin).toBe('form');
      if (typeof value === 'object') expect(said?.value).toMatchObject(value);
      else expect(said?.value).toBe(value);
    }
  },
);

test('an address is the contract’s, and one that stood as the client’s goes with that client', async () => {
  const view = await open('Flyer for Oak (ada@oak.test), EUR 900, done by 10 April');
  await world.mia.fill(view, { address: 'Main Street 1, Dublin' });
  expect((await world.mia.submit(view)).errors).toEqual({});
  await world.settle();
  const drafted = await world.db.version.findFirstOrThrow({ orderBy: { createdAt: 'desc' } });
  expect(drafted.terms).toMatchObject({ clientAddress: { value: 'Main Street 1, Dublin', origin: 'form' } });
  expect(drafted.text).toContain('Main Street 1, Dublin');
  const again = await open('Banner for Oak (ada@oak.test), EUR 900, done by 10 April');
  expect(held(again).address).toBe('Main Street 1, Dublin');
  await world.mia.fill(again, { client: 'Elm', email: 'eve@elm.test' });
  expect((await world.mia.submit(again)).errors).toEqual({});
  await world.settle();
  const other = await world.db.version.findFirstOrThrow({ orderBy: { createdAt: 'desc' } });
  expect(other.terms).not.toHaveProperty('clientAddress');
});

test.each([
  ['DE811569869', 'DE811569869'],
  ['DE136695976', 'DE136695976'],
])(
  'where the client’s entry has another VAT number than the brief, pressing %s is what the contract has',
  async (label, taxId) => {
    const email = `entry-${label.toLowerCase()}@acme.test`;
    await world.mia.close(undefined, { all: true });
    await world.mia.command('/client', `add ${email} Entry ${label}`);
    const entry = await world.mia.waitForView('client:edit');
    await world.mia.fill(entry, { country: 'DE', zone: 'Europe/Berlin', taxId: 'DE811569869' });
    expect((await world.mia.submit(entry)).errors).toEqual({});
    const view = await open(`Website for Entry (${email}), VAT number DE136695976, EUR 900, done by 10 April`);
    expect(held(view)).toMatchObject({ taxId: 'DE811569869' });
    expect(textOf(view.blocks)).toContain('“DE136695976”, and the client’s own entry “DE811569869”');
    const after = await answer(view, label);
    expect(held(after)).toMatchObject({ taxId });
    expect((await world.mia.submit(after)).errors).toEqual({});
    await world.settle();
    const version = await world.db.version.findFirstOrThrow({ orderBy: { createdAt: 'desc' } });
    expect(version.terms).toMatchObject({ clientTaxId: { value: taxId } });
  },
);
