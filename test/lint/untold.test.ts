import { describe, expect, test } from 'vitest';
import { library } from '../../src/clauses/read.ts';
import { type Terms, term } from '../../src/contracts/terms.ts';
import { lint } from '../../src/lint/lint.ts';
import { type Setting, settingScene } from './cases.ts';

const form = <T>(value: T) => term(value, 'form');
const AGREED: { readonly [Name in keyof Terms]?: Terms[Name] } = {
  acceptanceDays: form(23),
  portfolio: form('no'),
  startOn: form('2027-02-16'),
  rights: form({ kind: 'licence', use: 'the flyer', territory: 'Austria', months: 7 }),
  confidentialityYears: form(7),
};
const textOf = (setting: Setting) =>
  settingScene(setting)
    .clauses.map(({ markdown }) => markdown)
    .join('\n');
const untold = (setting: Setting) => lint(settingScene(setting)).find(({ rule }) => rule === 'clauses.untold');

describe('what was agreed and no clause says is told, and nothing else', () => {
  const priced = library().templates.filter(({ id, priced }) => priced && id !== 'change-order');
  for (const { id: template } of priced)
    test.each(Object.entries(AGREED))(`${template}: %s`, (name, said) => {
      const without: Setting = { template, terms: { startOn: undefined, [name]: undefined } };
      const with_: Setting = { template, terms: { ...without.terms, [name]: said } };
      const silent = textOf(with_) === textOf(without);
      expect(untold(with_)?.field).toBe(silent ? name : undefined);
      expect(untold(without)).toBeUndefined();
    });

  test('a portfolio that consulting has no clause for, and acceptance of a shoot', () => {
    expect(untold({ template: 'consulting', terms: { portfolio: AGREED.portfolio } })).toMatchObject({
      grade: 'warns',
      sentence: 'You agreed on whether you may show the work, but no clause of this contract says it.',
    });
    expect(untold({ template: 'photography', terms: { acceptanceDays: AGREED.acceptanceDays } })?.field).toBe(
      'acceptanceDays',
    );
  });

  test('a default of the template is nobody’s word', () => {
    expect(untold({ template: 'photography', terms: { acceptanceDays: term(5, 'template') } })).toBeUndefined();
  });
});
