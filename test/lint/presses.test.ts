import { describe, expect, test } from 'vitest';
import { library, templateOf } from '../../src/clauses/read.ts';
import { askedField } from '../../src/contracts/asked-form.ts';
import { termsView } from '../../src/contracts/form.ts';
import { type FormValues, shownTerms, termsFrom } from '../../src/contracts/form-terms.ts';
import type { Terms } from '../../src/contracts/terms.ts';
import type { Finding, LintScene } from '../../src/lint/finding.ts';
import { lint } from '../../src/lint/lint.ts';
import { lintView, pressesOf } from '../../src/lint/view.ts';
import { instantOf } from '../../src/shared/dates.ts';
import { type Setting, settingScene } from './cases.ts';
import { PAIRS } from './pairs.ts';

/** Every rule has a pair, which lint.test.ts asks for. */
const ids = Object.keys(PAIRS);
const namesOf = (finding: Finding) => [finding.rule, ...finding.sources.map(({ rule }) => rule)];
const foundIn = (scene: LintScene, id: string) => lint(scene).find((finding) => namesOf(finding).includes(id));
const version = { id: 'ver_1' } as never;
const failing = (id: string) => settingScene(PAIRS[id]!.fails);

describe('every finding ends in something pressed', () => {
  test.each(ids)('%s', (id) => {
    const scene = failing(id);
    const finding = foundIn(scene, id)!;
    const presses = pressesOf(version, scene, finding);
    expect(presses.length).toBeGreaterThan(0);
    for (const { text } of presses)
      expect(text.text).toMatch(/^(?:Fix|Or|Change|Fill in|Your business|Open|Choose|Ask)\b.{4,}/);
    expect(new Set(presses.map(({ action_id }) => action_id)).size).toBe(presses.length);
  });

  test('and it is one of the choices, or the place where it is typed', () => {
    const onlyTalk = ids.filter((id) => {
      const { fix, way } = foundIn(failing(id), id)!;
      return !fix && !way;
    });
    expect(onlyTalk).toEqual([]);
  });
});

const booked = instantOf('2027-06-12T15:00:00', 'Europe/Berlin');
const WORK = 'Logo as SVG\nStyle guide, 12 pages';
/** For each rule that no value settles which is known: what a person types at the field that the button leads to. */
const TYPED: Record<string, Partial<FormValues>> = {
  'terms.no-title': { title: 'Brand identity' },
  'terms.no-client': { client: 'Acme GmbH' },
  'terms.no-email': { email: 'dana@acme.test' },
  'terms.no-fee': { fee: '4,000' },
  'terms.no-end': { endOn: '2027-03-26' },
  'terms.no-booking': { bookingAt: booked },
  'terms.no-deliverables': { deliverables: WORK },
  'terms.no-changeOf': { template: 'design' },
  'terms.no-purpose': { purpose: 'a new online shop' },
  'terms.no-time': { bookingAt: booked },
  'terms.currency': { currency: 'EUR' },
  'terms.fee-zero': { fee: '4,000' },
  'terms.fee-large': { fee: '4,000' },
  'terms.cap-small': { cap: '9,000' },
  'terms.date-far': { endOn: '2027-03-26' },
  'terms.bookings-order': { moreDates: '13 June 2027; 15:00-18:00' },
  'secrecy.purpose-wide': { purpose: 'a new online shop' },
  'eu-vat.client-number': { taxId: 'FR12345678901' },
  'parties.no-signer': { contact: 'Dana Reyes' },
  'parties.no-state': { address: '7 Sample Blvd, Oakland, CA 94607' },
  'money.no-cap': { cap: '9,000' },
  'work.no-deliverables': { deliverables: WORK },
  'work.vague': { deliverables: 'Ten pictures for Instagram' },
  'work.no-number': { deliverables: '20 photos\nLogo' },
  'work.no-place': { place: 'Castle Park' },
  'work.no-length': { hours: '6' },
  'new-york-state.itemised': { deliverables: WORK },
  'new-york-city.itemised': { deliverables: WORK },
  'california.itemised': { deliverables: WORK },
  'illinois.itemised': { deliverables: WORK },
  'eu-withdrawal.dated': { bookingAt: booked },
  'uk-withdrawal.dated': { bookingAt: instantOf('2027-06-12T15:00:00', 'Europe/London') },
};
/** What is typed into the business’s form, not the contract’s. */
const OF_BUSINESS: Record<string, Setting> = {
  'parties.no-own-address': { from: { country: 'DE', address: 'Hauptstr. 1, 10827 Berlin' } },
  'money.tax-number': { taxRateMilli: 19_000, taxId: 'DE123456789' },
};

describe('what only a person knows', () => {
  const open = ids.filter((id) => !foundIn(failing(id), id)!.fix);

  test('has a field each', () => {
    expect(open.sort()).toEqual([...Object.keys(TYPED), ...Object.keys(OF_BUSINESS)].sort());
  });

  test.each(Object.keys(TYPED))('%s: its form opens at the field, and says what is wanted', (id) => {
    const scene = failing(id);
    const { way, sentence } = foundIn(scene, id)!;
    if (way?.opens !== 'terms') throw new Error(`${id} does not lead to the form of the contract`);
    const field = askedField(way.field, scene.terms)!;
    const view = formOf(scene.terms, { field, why: sentence });
    const focused = view.blocks
      .filter(({ type }) => type === 'input')
      .flatMap((block) => elementOf(block, 'focus_on_load'));
    expect(focused).toEqual([field]);
    expect(JSON.stringify(view.blocks[0])).toContain(sentence.slice(0, 40).replaceAll('"', '\\"'));
    expect(Object.keys(TYPED[id]!)).toContain(field);
  });

  test.each(Object.keys(TYPED))('%s: is settled by what is typed there', (id) => {
    const scene = failing(id);
    const shown = shownTerms(scene.terms, 'Europe/Berlin') as FormValues;
    const filled: FormValues = { ...shown, email: shown.email ?? '', client: shown.client ?? '', ...TYPED[id] };
    const template = templateOf(filled.template)!;
    const terms = termsFrom(filled, scene.terms, { defaults: DEFAULTS, today: scene.today, template });
    expect(foundIn(settingScene(PAIRS[id]!.fails, terms), id)).toBeUndefined();
  });

  test.each(Object.entries(OF_BUSINESS))('%s: is settled in the form of the business', (id, then) => {
    expect(foundIn(failing(id), id)!.way?.opens).toBe('business');
    expect(foundIn(settingScene({ ...PAIRS[id]!.fails, ...then }), id)).toBeUndefined();
  });
});

test('what moving the date costs is typed in its line of the form', () => {
  const { way } = foundIn(failing('terms.moving-falling'), 'terms.moving-falling')!;
  expect(way).toEqual({ opens: 'terms', field: 'rescheduling' });
  const said = { also: 'Moving the date: free with 14 days’ notice, otherwise 20%, 30% within 3 days' };
  const scene = failing('terms.moving-falling');
  expect(askedField('rescheduling', scene.terms)).toBe('also');
  const shown = shownTerms(scene.terms, 'Europe/Berlin') as FormValues;
  const filled: FormValues = { ...shown, email: shown.email ?? '', client: shown.client ?? '', ...said };
  const template = templateOf(filled.template)!;
  const terms = termsFrom(filled, scene.terms, { defaults: DEFAULTS, today: scene.today, template });
  expect(foundIn(settingScene(PAIRS['terms.moving-falling']!.fails, terms), 'terms.moving-falling')).toBeUndefined();
});

const DEFAULTS = {
  ...{ currency: 'EUR', zone: 'Europe/Berlin', country: 'DE', taxRateMilli: 0 },
  ...{ depositPercentMilli: null, netDays: null },
};

const formOf = (terms: Terms, asked: { field: keyof FormValues; why: string }) =>
  termsView({
    ...{ terms, templates: library().templates, zone: 'Europe/Berlin', reading: undefined },
    ...{ metadata: { version: 'ver_1' }, asked },
  });

function elementOf(block: object, flag: string): string[] {
  const { element } = block as { element: Record<string, unknown> };
  return element[flag] === true ? [String(element.action_id)] : [];
}

test('a list of many findings stays within what Slack shows', () => {
  const scene = failing('custom.other-sum');
  const view = lintView({ id: 'ver_1', number: 1, terms: scene.terms } as never, scene);
  expect(view.blocks.length).toBeLessThanOrEqual(100);
});
