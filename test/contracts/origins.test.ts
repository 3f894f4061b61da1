import { expect, test } from 'vitest';
import { originLines } from '../../src/contracts/origins.ts';
import { type Origin, type Terms, term } from '../../src/contracts/terms.ts';
import { draft } from '../support/acts.ts';
import { cardOf, startWorld, textOf } from '../support/world.ts';
import { dealTerms } from './scene.ts';

const lineOf = (terms: Terms, label: string) =>
  originLines(terms, 'Brand and graphic design').find((line) => line.label === label);

test('each term says where it came from, with the words it was read from', () => {
  const from = (origin: Origin, quote?: string) =>
    lineOf(dealTerms({ netDays: term(30, origin, quote) }), 'Payment')?.from;
  expect(from('brief', 'net 30')).toBe('From the brief: “net 30”');
  expect(from('brief', 'net\n  30')).toBe('From the brief: “net 30”');
  expect(from('form')).toBe('From the form');
  expect(from('form', 'pay in 30 days')).toBe('Asked for as a change: “pay in 30 days”');
  expect(from('client')).toBe('From the client’s entry');
  expect(from('client', 'we pay in 30 days')).toBe('Asked by the client: “we pay in 30 days”');
  expect(from('workspace')).toBe('From your business settings');
  expect(from('template')).toBe('Usual for this kind of work');
});

test('no term of a contract is left out but what only chooses words or counts for laws', () => {
  const terms = dealTerms({
    clientCompany: term('Acme', 'brief', 'Acme'),
    clientAddress: term('Main Street 1', 'form'),
    clientKind: term('business', 'workspace'),
    rights: term({ kind: 'assignment' }, 'template'),
    killFee: term({ percentMilli: 25_000 }, 'template'),
    currency: term('EUR', 'workspace'),
    template: term('design', 'brief', 'logo'),
    clientCountry: term('US', 'brief', 'Brooklyn, NY'),
    clientArea: term('US-NY-NYC', 'brief', 'Brooklyn, NY'),
    clientZone: term('America/New_York', 'client'),
    variants: term({ acceptance: 'acceptance-at-use' }, 'form'),
  });
  const shown = originLines(terms, 'Brand and graphic design');
  expect(shown.map(({ label }) => label)).toEqual(
    expect.arrayContaining([
      'Title',
      'Kind of work',
      'Client',
      'Who signs',
      'E-mail',
      'Address',
      'Price',
      'Rights',
      'Ended early',
      'Currency',
    ]),
  );
  expect(new Set(shown.map(({ label }) => label)).size).toBe(shown.length);
  expect(lineOf(terms, 'The client’s country')?.value).toBe('United States');
  expect(lineOf(terms, 'The client’s state')).toEqual({
    label: 'The client’s state',
    value: 'New York City, New York',
    from: 'From the brief: “Brooklyn, NY”',
  });
  expect(lineOf(terms, 'The client’s clock')?.value).toBe('America/New_York');
  expect(lineOf(terms, 'Wordings chosen')?.value).toMatch(/^Accepting the work \(.+\)$/);
  expect(lineOf(terms, 'Kind of work')).toMatchObject({ from: 'From the brief: “logo”' });
});

test('the card opens the view, and what stands in it is told of the version whose card it is', async () => {
  const world = await startWorld({ payments: false });
  await draft(world, 'Logo for Oak (ada@oak.test), EUR 900, 40% deposit, done by 10 April');
  await world.mia.press(cardOf(world.team), 'contract:origins');
  const view = await world.mia.waitForView('contract:origins');
  const text = textOf(view.blocks);
  expect(text).toMatch(/Deposit:\* EUR 360\.00 \(40%\), due on signature\\nFrom the brief: “40% deposit/);
  expect(text).toMatch(/Law:\* [^"]*\\nFrom your business settings/);
}, 60_000);

test('the form opens it on top of itself, and what was typed stays beneath', async () => {
  const world = await startWorld({ payments: false });
  await world.mia.command('/contract', 'Logo for Oak (ada@oak.test), EUR 900, 40% deposit, done by 10 April');
  const form = await world.mia.waitForView('contract:terms');
  await world.mia.press(form, 'contract:form-origins');
  const view = await world.mia.waitForView('contract:origins');
  const text = textOf(view.blocks);
  expect(text).toMatch(/Deposit:\* EUR 360\.00 \(40%\), due on signature\\nFrom the brief: “40% deposit/);
  expect(text).toMatch(/E-mail:\* ada@oak\.test\\nFrom the brief/);
  expect(text).toMatch(/Law:\* [^"]*\\nFrom your business settings/);
  expect(view.previousViewId).toBe(form.id);
}, 60_000);

test('a form that nothing was read for has no such button', async () => {
  const world = await startWorld({ payments: false });
  await world.mia.command('/contract', '');
  const form = await world.mia.waitForView('contract:terms');
  expect(textOf(form.blocks)).not.toContain('contract:form-origins');
}, 60_000);
