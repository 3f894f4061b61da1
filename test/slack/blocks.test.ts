import { describe, expect, test } from 'vitest';
import { cut, typedLine, typedLines } from '../../src/shared/typed.ts';
import { button, context, fields, header, linkButton, modal, section, summary } from '../../src/slack/blocks.ts';
import { join, md, member, quote, written } from '../../src/slack/mrkdwn.ts';

describe('what people typed', () => {
  test('loses bidi marks, zero-width, tag and control characters, but not its letters', () => {
    expect(typedLine('A\u202Ecme\u200B \u{E0041}L\u0000td\uFE0F\n next\ud800')).toBe('Acme Ltd next');
    expect(typedLine('می\u200cخواهم')).toBe('می\u200cخواهم');
    expect(typedLine('a\u200cb')).toBe('ab');
    expect(typedLines('a \r\n\n\n\n b\u2028c')).toBe('a\n\nb\nc');
  });

  test('is cut with an ellipsis and never inside a character', () => {
    expect(cut('abcdef', 4)).toBe('abc…');
    expect(cut('ab😀cdef', 4)).toBe('ab…');
  });

  test.each([
    [
      'Liability: each side answers for what the price is worth, and no more',
      60,
      'Liability: each side answers for what the price is worth…',
    ],
    ['exactly two words', 12, 'exactly two…'],
    ['exactly two words', 17, 'exactly two words'],
    [`one ${'x'.repeat(90)}`, 20, `one ${'x'.repeat(15)}…`],
    ['x'.repeat(90), 20, `${'x'.repeat(19)}…`],
  ])('%s is cut after a word where there is one near', (text, max, shown) => {
    expect(cut(text, max)).toBe(shown);
    expect(shown.length).toBeLessThanOrEqual(max);
  });
});

describe('mrkdwn', () => {
  test.each([
    ['<!channel>', '&lt;!channel&gt;'],
    ['<@U123> & <#C1>', '&lt;@U123&gt; &amp; &lt;#C1&gt;'],
    ['&lt;!here&gt;', '&amp;lt;!here&amp;gt;'],
    ['`code` *bold* :tada: 10:30:00', 'ˋcodeˋ ∗bold∗ ∶tada: 10:30:00'],
    ['Acme\nInvoice paid', 'Acme Invoice paid'],
  ])('%s is shown literally', (typed, shown) => {
    expect(md`${typed}`.mrkdwn).toBe(shown);
  });

  test('keeps our own formatting and escapes what is put into it', () => {
    expect(md`Signed by *${'<!here>'}* for *${'A*B'}*`.mrkdwn).toBe('Signed by *&lt;!here&gt;* for *A∗B*');
    expect(join(['a<', md`*b*`], ', ').mrkdwn).toBe('a&lt;, *b*');
    expect(quote('one\n<two>').mrkdwn).toBe('> one\n> &lt;two&gt;');
  });

  test('names only who has the id of a member', () => {
    expect(member('U1').mrkdwn).toBe('<@U1>');
    expect(member('!channel').mrkdwn).toBe('!channel');
  });

  test('reads a message as it was written, undoing what Slack stored once', () => {
    const stored =
      'For Acme (<mailto:dana@acme.test|dana@acme.test>) by <@U1|ann> &amp;lt;b&gt; <https://a.test|a.test> <https://b.test>';
    expect(written(stored)).toBe('For Acme (dana@acme.test) by ann &lt;b> a.test https://b.test');
    expect(written('<!channel> <#C1|general> <@U2>')).toBe('!channel general @U2');
  });
});

describe('blocks', () => {
  test('a string is plain text, and only our own mrkdwn is formatted', () => {
    expect(section('*x* <!here>').text).toEqual({ type: 'plain_text', text: '*x* <!here>', emoji: false });
    expect(section(md`*x*`).text).toEqual({ type: 'mrkdwn', text: '*x*', verbatim: true });
    expect(summary('<!channel>')).toBe('&lt;!channel&gt;');
    expect(context('a', md`b`).elements).toHaveLength(2);
  });

  test('everything is cut to what Slack accepts, never inside an entity or a link', () => {
    expect(header('x'.repeat(200)).text.text).toHaveLength(150);
    expect(button('x'.repeat(100), 'a:b', '1').text.text).toHaveLength(75);
    expect(section(md`${'&'.repeat(2000)}`).text?.text).toMatch(/&amp;…$/);
    const long = section({ mrkdwn: `${'x'.repeat(2990)} <https://a.test|label>` }).text?.text;
    expect(long).toBe(`${'x'.repeat(2990)} …`);
    expect(modal('x'.repeat(30), []).title.text).toHaveLength(24);
  });

  test('more than ten facts become several blocks', () => {
    const rows = Array.from({ length: 12 }, (_, i) => [`Label ${i}`, `<v${i}>`] as const);
    const [first, second] = fields(rows);
    expect(first?.fields).toHaveLength(10);
    expect(second?.fields?.[0]?.text).toBe('*Label 10*\n&lt;v10&gt;');
  });

  test('a link button carries no value', () => {
    expect(linkButton('Open', 'https://a.test')).toEqual({
      type: 'button',
      text: { type: 'plain_text', text: 'Open', emoji: false },
      action_id: 'link:open',
      url: 'https://a.test',
    });
  });
});
