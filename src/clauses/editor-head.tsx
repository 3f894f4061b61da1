import type { VNode } from 'preact';
import { ASSIGNED, EXPENSES, PORTFOLIO } from '../contracts/rights-wording.ts';
import { Area, Field, Select } from '../portal/controls.tsx';
import { Card } from '../portal/layout.tsx';
import { ASKED_FOR } from './template-draft.ts';
import { type EditorView, refusalAt } from './template-view.ts';

export function HeadCard({ view: { draft, problems } }: { view: EditorView }): VNode {
  const field = (
    name: 'title' | 'about' | 'deposit' | 'revisions' | 'netDays' | 'noticeDays',
    label: string,
    more = {},
  ) => (
    <Field
      label={label}
      name={name}
      value={draft[name]}
      refusal={refusalAt(problems, name, name)}
      autocomplete="off"
      {...more}
    />
  );
  return (
    <Card title="What it says for every contract">
      {field('title', 'Name', { max: 60 })}
      {field('about', 'What it is for', { max: 120 })}
      {field('deposit', 'Usual deposit in percent', {
        max: 10,
        hint: '0 asks for none. It counts more than your business details.',
      })}
      {field('revisions', 'Rounds of revisions', { max: 2, optional: true })}
      {field('netDays', 'Days to pay', { max: 3 })}
      <Select
        label="Cancelling"
        name="cancelling"
        value={draft.cancelling}
        choices={{ notice: 'either side ends it by notice', tiers: 'by a scale that counts back from the booking' }}
      />
      {field('noticeDays', 'Days of notice', { max: 2, optional: true })}
      <Area
        label="Scale"
        name="tiers"
        value={draft.tiers}
        optional
        max={600}
        hint="One step on each line, like “14 days: 50%” or “48 hours: 100%”."
        refusal={refusalAt(problems, 'tiers', 'tiers')}
      />
      <fieldset>
        <legend>The form also asks for</legend>
        {Object.entries(ASKED_FOR).map(([name, words]) => (
          <div class="tick">
            <input
              type="checkbox"
              id={`needs-${name}`}
              name={`needs-${name}`}
              value="yes"
              checked={draft.requires.includes(name)}
            />
            <label for={`needs-${name}`}>{words}</label>
          </div>
        ))}
      </fieldset>
    </Card>
  );
}

/** As the first choice of a list: the clauses have words of their own for what nobody says. */
const LEFT = { '': 'as the clauses say' };

/** What a template may also leave to its clauses. */
export function UsualCard({ view: { draft, problems } }: { view: EditorView }): VNode {
  const look = (name: keyof typeof draft & string, label: string) => ({
    ...{ label, name, value: String(draft[name]), refusal: refusalAt(problems, name, name), optional: true },
    autocomplete: 'off',
  });
  return (
    <Card title="Rights, costs and an early end">
      <p class="small">What you leave open here, the clauses below say in their own words.</p>
      <Select {...look('rights', 'Rights')} choices={{ ...LEFT, assignment: ASSIGNED, licence: 'A licence' }} />
      <Field {...look('licenceUse', 'A licence for')} max={200} hint="Like “your own website and social media”." />
      <Field {...look('licenceTerritory', 'Where it holds')} max={80} hint="Like “worldwide” or “in Europe”." />
      <Field
        {...look('licenceFor', 'How long it holds')}
        max={30}
        hint="2 years, 18 months; nothing for without an end."
      />
      <Select {...look('portfolio', 'Portfolio')} choices={{ ...LEFT, ...PORTFOLIO }} />
      <Select {...look('expenses', 'Expenses')} choices={{ ...LEFT, ...EXPENSES }} />
      <Field
        {...look('killFee', 'Kill fee in percent')}
        max={10}
        hint="Of the price for work not yet done, when the client ends it early. Nothing or 0 asks for none; with a booking the scale counts instead."
      />
      <Field
        {...look('moving', 'Moving a booking')}
        max={150}
        hint="Like “once free with 14 days’ notice, otherwise 25%, 50% within 2 days”. Shares are of the price, on top of it."
      />
      <Field {...look('acceptanceDays', 'Days until work counts as accepted')} max={2} />
      <Field {...look('confidentialityYears', 'Years of confidentiality')} max={2} hint="0 for no duty." />
    </Card>
  );
}
