import { describe, expect, test } from 'vitest';
import { storyBrief } from '../../src/sandbox/page/brief.ts';
import { instantOf, wallOf } from '../../src/sandbox/page/client/dates.ts';
import { readInline, readMrkdwn } from '../../src/sandbox/page/mrkdwn.ts';
import { showSlackDate } from '../../src/sandbox/page/slack-date.ts';

const text = (words: string) => ({ is: 'text', text: words });

describe('mrkdwn', () => {
  test.each<[string, unknown[]]>([
    ['plain &lt;b&gt; &amp; more', [text('plain <b> & more')]],
    [
      '*bold* and _it_',
      [{ is: 'bold', inside: [text('bold')] }, text(' and '), { is: 'italic', inside: [text('it')] }],
    ],
    ['a * b * c', [text('a * b * c')]],
    ['snake_case_name', [text('snake_case_name')]],
    ['`*code*`', [{ is: 'code', text: '*code*' }]],
    ['<https://a.test|A *b*>', [{ is: 'link', href: 'https://a.test', inside: [text('A *b*')] }]],
    ['<mailto:a@b.test|a@b.test>', [{ is: 'link', href: 'mailto:a@b.test', inside: [text('a@b.test')] }]],
    [
      '<@U1> in <#C1|acme>',
      [{ is: 'user', id: 'U1', label: '' }, text(' in '), { is: 'channel', id: 'C1', label: 'acme' }],
    ],
    ['<!here>', [{ is: 'range', id: 'here', label: '' }]],
    ['*<https://a.test|x>*', [{ is: 'bold', inside: [{ is: 'link', href: 'https://a.test', inside: [text('x')] }] }]],
    ['<javascript:alert(1)|x>', [text('<javascript:alert(1)|x>')]],
    [':tada: :nothing_like_it:', [text('🎉 :nothing_like_it:')]],
  ])('%s', (source, tree) => {
    expect(readInline(source)).toEqual(tree);
  });

  test('quotes, lines and code are paragraphs', () => {
    expect(readMrkdwn('> one\n&gt; two\nthree\n```\na *b*\n```').map((paragraph) => paragraph.is)).toEqual([
      'quote',
      'lines',
      'pre',
    ]);
  });
});

test('dates are shown in the reader’s zone', () => {
  const at = Date.UTC(2027, 2, 2, 8, 0) / 1000;
  const now = new Date(Date.UTC(2027, 2, 1, 12, 0));
  expect(showSlackDate(at, '{date_long} at {time}', 'Europe/Berlin', now)).toBe('Tuesday, 2 March 2027 at 09:00');
  expect(showSlackDate(at, 'due {date_short_pretty}', 'Europe/Berlin', now)).toBe('due tomorrow');
});

test.each([
  ['2026-11-23', 2027],
  ['2027-01-10', 2027],
  ['2027-02-25', 2028],
])('the brief of %s starts in %i', (day, year) => {
  expect(storyBrief(new Date(day))).toContain(`start 2 March ${year}, done by 10 April ${year}`);
});

test.each([
  ['2027-06-12T15:00', 'Europe/Berlin', '2027-06-12T13:00:00Z'],
  ['2027-01-12T15:00', 'America/New_York', '2027-01-12T20:00:00Z'],
  // The night the clocks go back, and the afternoon before they go forward.
  ['2027-10-31T12:00', 'Europe/Berlin', '2027-10-31T11:00:00Z'],
  ['2027-03-27T15:00', 'Europe/London', '2027-03-27T15:00:00Z'],
])('%s in %s is %s, and is shown as that again', (wall, zone, instant) => {
  expect(new Date(instantOf(wall, zone)).toISOString()).toBe(instant.replace('Z', '.000Z'));
  expect(wallOf(Date.parse(instant), zone)).toBe(wall);
});
