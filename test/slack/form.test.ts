import type { ViewOutput } from '@slack/bolt';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { z } from 'zod';
import { FormRefusal, Refusal } from '../../src/shared/refusal.ts';
import { channel, checkbox, choice, date, dateTime, email, radios, text, textarea } from '../../src/slack/field.ts';
import { form, metadataOf, type Values } from '../../src/slack/form.ts';

const terms = form(
  'contract:terms',
  { title: 'Contract terms', submit: 'Draft contract' },
  {
    client: text('Client', { placeholder: 'Acme', max: 40 }),
    email: email('E-mail'),
    currency: choice('Currency', { EUR: 'Euro', USD: 'US dollar' }),
    taxIncluded: radios('Prices', { yes: 'with tax', no: 'plus tax' }).optionally(),
    startOn: date('Start').optionally(),
    bookingAt: dateTime('Booked for').optionally(),
    deliverables: textarea('Deliverables', { hint: 'One a line' }).optionally(),
    channel: channel('Channel').optionally(),
    consent: checkbox('Consent', 'I agree'),
  },
);

/** What Slack sends back for a view, with some fields filled in. */
function filled(view: ReturnType<typeof terms.view>, states: Record<string, object>): ViewOutput {
  const values = Object.fromEntries(
    view.blocks.flatMap((block) => {
      if (block.type !== 'input' || !('element' in block)) return [];
      const name = (block.element as { action_id: string }).action_id;
      return [[block.block_id, { [name]: { type: 'x', ...states[name] } }]];
    }),
  );
  return { ...view, state: { values }, private_metadata: view.private_metadata ?? '' } as unknown as ViewOutput;
}

const good = {
  client: { value: '  Acme \u202e  Ltd ' },
  email: { value: 'dana@acme.test' },
  currency: { selected_option: { value: 'EUR' } },
  consent: { selected_options: [{ value: 'yes' }] },
};

describe('a form', () => {
  test('names each block after form and field, each action after its field, and holds the values it opens with', () => {
    const view = terms.view({ values: { client: 'Acme', currency: 'USD', consent: true }, metadata: { project: 'p' } });
    expect(view).toMatchObject({ type: 'modal', callback_id: 'contract:terms', private_metadata: '{"project":"p"}' });
    expect(view.blocks[0]).toMatchObject({
      block_id: 'contract:terms.client',
      optional: false,
      element: { action_id: 'client', initial_value: 'Acme', max_length: 40 },
    });
    expect(view.blocks[2]).toMatchObject({
      element: { initial_option: { value: 'USD', text: { text: 'US dollar' } } },
    });
    expect(view.blocks[8]).toMatchObject({ element: { initial_options: [{ value: 'yes' }] } });
  });

  test('reads typed values, without the characters nobody sees', () => {
    const values = terms.read(
      filled(terms.view({ revision: 2 }), { ...good, bookingAt: { selected_date_time: 1_800_000_000 } }),
    );
    expect(values).toEqual({
      client: 'Acme Ltd',
      email: 'dana@acme.test',
      currency: 'EUR',
      consent: true,
      taxIncluded: undefined,
      startOn: undefined,
      bookingAt: new Date(1_800_000_000_000),
      deliverables: undefined,
      channel: undefined,
    });
    expectTypeOf<Values<{ a: ReturnType<typeof text> }>>().toEqualTypeOf<{ a: string }>();
    expectTypeOf(values.currency).toEqualTypeOf<'EUR' | 'USD'>();
    expectTypeOf(values.startOn).toEqualTypeOf<string | undefined>();
  });

  test('says beside every field what is wrong with it', () => {
    const states = {
      ...good,
      client: { value: '\u200b' },
      email: { value: 'dana@' },
      currency: { selected_option: { value: 'XXX' } },
      consent: { selected_options: [] },
    };
    const parsed = terms.parse(filled(terms.view(), states));
    expect(parsed).toEqual({
      errors: {
        client: 'This is needed.',
        email: 'That is not an e-mail address. Write it like dana@acme.test.',
        currency: 'Choose one of the list.',
        consent: 'This is needed.',
      },
    });
    expect(() => terms.read(filled(terms.view(), states))).toThrow(FormRefusal);
    expect(terms.sofar(filled(terms.view(), { client: { value: 'Acme' } }))).toMatchObject({ client: 'Acme' });
  });

  test('does not ask for a field that was left out', () => {
    const view = terms.view({ without: ['channel', 'startOn'] });
    expect(view.blocks).toHaveLength(7);
    expect(terms.read(filled(view, good)).channel).toBeUndefined();
    // @ts-expect-error a required field cannot be left out
    terms.view({ without: ['client'] });
  });

  test('treats metadata that was tampered with as something that is not there', () => {
    const schema = z.object({ project: z.string() });
    expect(metadataOf({ private_metadata: '{"project":"prj_1"}' }, schema)).toEqual({ project: 'prj_1' });
    expect(() => metadataOf({ private_metadata: '{"project":7}' }, schema)).toThrow(Refusal);
    expect(() => metadataOf({ private_metadata: 'x' }, schema)).toThrow('is not here');
  });
});
