import { describe, expect, test } from 'vitest';
import { findBlockFaults } from '../../src/sandbox/slack/check-blocks.ts';
import { findViewFaults } from '../../src/sandbox/slack/check-view.ts';

const p = (text: string) => ({ type: 'plain_text', text });
const m = (text: string) => ({ type: 'mrkdwn', text });
const button = (more: object = {}) => ({ type: 'button', action_id: 'a', text: p('Go'), ...more });
const actions = (...elements: object[]) => ({ type: 'actions', elements });
const input = (element: object, more: object = {}) => ({ type: 'input', label: p('Label'), element, ...more });
const option = (value: string) => ({ text: p(value), value });
const text = { type: 'plain_text_input', action_id: 't' };
const long = (length: number) => 'x'.repeat(length);
const many = <T>(count: number, make: (index: number) => T) => Array.from({ length: count }, (_, index) => make(index));

describe('blocks that Slack takes', () => {
  test.each<[string, object]>([
    ['section with text', { type: 'section', text: m(long(3000)) }],
    ['section with ten fields', { type: 'section', fields: many(10, () => m(long(2000))) }],
    ['header', { type: 'header', text: p(long(150)) }],
    [
      'button at its limits',
      actions(button({ text: p(long(75)), value: long(2000), action_id: long(255), style: 'danger' })),
    ],
    ['empty button value', actions(button({ value: '' }))],
    ['divider', { type: 'divider' }],
    ['markdown', { type: 'markdown', text: long(12_000) }],
    ['card', { type: 'card', title: m('x'), actions: [button()] }],
    ['table', { type: 'table', rows: [[{ type: 'raw_text', text: 'a' }]], column_settings: [null] }],
    [
      'rich text',
      { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'x' }] }] },
    ],
    ['link button', actions(button({ url: 'https://a.test' }))],
  ])('%s', (_name, block) => {
    expect(findBlockFaults([block], 'message', '/blocks')).toEqual([]);
  });
});

describe('blocks that Slack refuses, with the path', () => {
  test.each<[string, object | object[], string]>([
    [
      'too long a text',
      { type: 'section', text: m(long(3001)) },
      'must be less than 3001 characters [json-pointer:/blocks/0/text/text]',
    ],
    [
      'an empty text',
      { type: 'section', text: m('') },
      'must be more than 0 characters [json-pointer:/blocks/0/text/text]',
    ],
    ['no text at all', { type: 'section' }, 'must define one of: text, fields [json-pointer:/blocks/0]'],
    [
      'eleven fields',
      { type: 'section', fields: many(11, () => m('x')) },
      'no more than 10 items allowed [json-pointer:/blocks/0/fields]',
    ],
    [
      'mrkdwn in a header',
      { type: 'header', text: m('x') },
      'unsupported text type: mrkdwn [json-pointer:/blocks/0/text/type]',
    ],
    ['an unknown block', { type: 'banner' }, 'unsupported type: banner [json-pointer:/blocks/0/type]'],
    [
      'an unknown field',
      { type: 'divider', color: 'red' },
      'invalid additional property: color [json-pointer:/blocks/0]',
    ],
    [
      'a long button',
      actions(button({ text: p(long(76)) })),
      'must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]',
    ],
    [
      'an unknown style',
      actions(button({ style: 'green' })),
      'failed to match any of the allowed values: primary, danger [json-pointer:/blocks/0/elements/0/style]',
    ],
    [
      'a script address',
      actions(button({ url: 'javascript:alert(1)' })),
      'Invalid URL [json-pointer:/blocks/0/elements/0/url]',
    ],
    ['no elements', actions(), 'no fewer than 1 items allowed [json-pointer:/blocks/0/elements]'],
    [
      'an input element in actions',
      actions(text),
      'unsupported element type: plain_text_input [json-pointer:/blocks/0/elements/0/type]',
    ],
    [
      'the same action id twice',
      actions(button(), button()),
      '`action_id` a already exists for block_id [json-pointer:/blocks/0]',
    ],
    [
      'the same block id twice',
      [
        { type: 'divider', block_id: 'x' },
        { type: 'divider', block_id: 'x' },
      ],
      '`block_id` x already exists [json-pointer:/blocks/1/block_id]',
    ],
    ['51 blocks', many(51, () => ({ type: 'divider' })), 'no more than 50 items allowed [json-pointer:/blocks]'],
    [
      'an alert in a message',
      { type: 'alert', text: p('x') },
      'unsupported type: alert in message [json-pointer:/blocks/0/type]',
    ],
    [
      'a choice that is not offered',
      input({ type: 'static_select', action_id: 's', options: [option('a')], initial_option: option('b') }),
      'initial option must exactly match one of the options [json-pointer:/blocks/0/element]',
    ],
    [
      'a select without options',
      input({ type: 'static_select', action_id: 's' }),
      'must define one of: options, option_groups [json-pointer:/blocks/0/element]',
    ],
    [
      'eleven radio buttons',
      input({ type: 'radio_buttons', action_id: 's', options: many(11, (index) => option(String(index))) }),
      'no more than 10 items allowed [json-pointer:/blocks/0/element/options]',
    ],
    [
      'a day that is none',
      input({ type: 'datepicker', action_id: 'd', initial_date: '2027-13-01' }),
      'must be a date in the format YYYY-MM-DD [json-pointer:/blocks/0/element/initial_date]',
    ],
    [
      'a number without its kind',
      input({ type: 'number_input', action_id: 'n' }),
      'missing required field: is_decimal_allowed [json-pointer:/blocks/0/element]',
    ],
    [
      'a label in mrkdwn',
      input(text, { label: m('x') }),
      'unsupported text type: mrkdwn [json-pointer:/blocks/0/label/type]',
    ],
  ])('%s', (_name, block, sentence) => {
    expect(findBlockFaults(Array.isArray(block) ? block : [block], 'message', '/blocks')).toContain(sentence);
  });
});

describe('views', () => {
  const modal = (more: object = {}) => ({ type: 'modal', title: p('Title'), blocks: [], ...more });
  test.each<[string, object, string]>([
    ['a long title', modal({ title: p(long(25)) }), 'must be less than 25 characters [json-pointer:/view/title/text]'],
    ['inputs without submit', modal({ blocks: [input(text)] }), 'missing required field: submit [json-pointer:/view]'],
    [
      '101 blocks',
      modal({ blocks: many(101, () => ({ type: 'divider' })) }),
      'no more than 100 items allowed [json-pointer:/view/blocks]',
    ],
    [
      'long metadata',
      modal({ private_metadata: long(3001) }),
      'must be less than 3001 characters [json-pointer:/view/private_metadata]',
    ],
    ['the wrong kind', { type: 'home', blocks: [] }, 'unsupported type: home [json-pointer:/view/type]'],
    [
      'a table',
      modal({ blocks: [{ type: 'table', rows: [[{ type: 'raw_text', text: 'a' }]] }] }),
      'unsupported type: table in modal [json-pointer:/view/blocks/0/type]',
    ],
  ])('%s', (_name, view, sentence) => {
    expect(findViewFaults(view, 'modal')).toContain(sentence);
  });

  test('an ordinary form is taken', () => {
    expect(findViewFaults(modal({ submit: p('Draft'), blocks: [input(text)], callback_id: 'x' }), 'modal')).toEqual([]);
  });
});
