import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  assemble,
  assembleAgain,
  type Clause,
  sha256Of,
  type Template,
  toBlocks,
  toHtml,
  toText,
} from '../../src/clauses/clause.ts';
import { escapeMarkdown, visible } from '../../src/clauses/inert.ts';
import { variablesUsed } from '../../src/clauses/liquid.ts';

let count = 0;
function clause(source: string, more: Partial<Clause> = {}): Clause {
  count += 1;
  const id = more.id ?? `c${'abcdefghijklmnopqrstuvwxyz'[count % 26]}`;
  return {
    id,
    family: id,
    variant: 'balanced',
    places: [],
    version: 1,
    title: `Title of ${id}`,
    protected: true,
    custom: false,
    kind: 'work',
    uses: variablesUsed(source),
    why: 'It is here so that tests can fill it.',
    source,
    sha256: sha256Of(source),
    ...more,
  };
}

function template(...clauses: Clause[]): Template {
  const defaults = {
    depositMilli: 0,
    revisions: null,
    netDays: 14,
    cancellation: { kind: 'notice' as const, days: 14 },
  };
  return {
    id: 't',
    version: 1,
    title: 'T',
    about: 'A template of a test.',
    priced: true,
    requires: [],
    defaults,
    clauses,
  };
}

const fill = (source: string, variables: Record<string, string | number | boolean | null | string[]>) =>
  assemble(template(clause(source)), variables).clauses[0]?.markdown;

describe('assembling', () => {
  it('numbers the clauses that stand, in order, and points at them', () => {
    const made = assemble(
      template(
        clause('First, see {{ "last" | clause }}.', { id: 'first' }),
        clause('Not here.', { id: 'absent', when: 'deposit' }),
        clause('Last, see {{ "absent" | clause: "first" }}.', { id: 'last', when: 'not deposit' }),
      ),
      { deposit: false },
    );
    expect(made.clauses.map((c) => [c.number, c.id, c.markdown])).toEqual([
      [1, 'first', 'First, see clause 2 (Title of last).'],
      [2, 'last', 'Last, see clause 1 (Title of first).'],
    ]);
    expect(made.text).toBe(
      '1. Title of first\n\nFirst, see clause 2 (Title of last).\n\n2. Title of last\n\nLast, see clause 1 (Title of first).\n',
    );
    expect(made.textSha256).toBe(sha256Of(made.text));
  });

  it('points at whatever stands for a family, now and when it is worded again', () => {
    const pointing = clause('See {{ "liability" | clause }}.', { id: 'first' });
    const made = assemble(template(pointing, clause('Twice.', { id: 'liability-double', family: 'liability' })), {});
    expect(made.clauses[0]?.markdown).toBe('See clause 2 (Title of liability-double).');
    expect(assembleAgain(made.clauses, {})).toEqual(made.clauses.map((c) => c.markdown));
    const old = [pointing, clause('Once.', { id: 'liability' })].map(({ family: _, ...kept }) => kept);
    expect(assembleAgain(old, {})[0]).toBe('See clause 2 (Title of liability).');
  });

  it('gives the same bytes for the same input, and keeps each clause’s source and hash', () => {
    const t = template(clause('Hello {{ name }}.'));
    const [a, b] = [assemble(t, { name: 'Dana' }), assemble(t, { name: 'Dana' })];
    expect(a).toEqual(b);
    expect(a.clauses[0]).toMatchObject({
      source: 'Hello {{ name }}.',
      sha256: sha256Of('Hello {{ name }}.'),
      protected: true,
    });
  });

  it('refuses what comes out longer than anybody reads, however short it was typed', () => {
    const each = `{% for item in list %}${'{{ item }} '.repeat(55)}{% endfor %}`;
    const long = { list: Array.from({ length: 40 }, () => 'x'.repeat(300)) };
    expect(() => fill(each, long)).toThrow(/The clause “Title of \w+” comes out longer than 40,000 characters\. /);
    const fits = '{% for item in list %}{{ item }} {{ item }} {{ item }} {% endfor %}';
    expect(fill(fits, long)).toHaveLength(36_119);
    const six = Array.from({ length: 6 }, (_, at) => clause(fits, { id: `own-${'abcdef'[at]}` }));
    expect(() => assemble(template(...six), long)).toThrow(/This contract comes out longer than 200,000 characters\. /);
    expect(assemble(template(...six.slice(0, 5)), long).clauses).toHaveLength(5);
  });

  it.each([
    ['a name nobody gave', 'Hello {{ name }}.', {}],
    ['a value that is null', 'Hello {{ name }}.', { name: null }],
    ['a value that is empty', 'Hello {{ name }}.', { name: '  ' }],
    ['a list where words are wanted', 'Hello {{ name }}.', { name: ['a'] }],
    ['a name nobody gave, in a condition', '{% if name %}x{% endif %}', {}],
    ['a clause that does not stand', 'See {{ "elsewhere" | clause }}.', {}],
    ['a clause that comes out empty', '{% if name %}x{% endif %}', { name: false }],
  ])('leaves no gap: throws on %s', (_why, source, variables) => {
    expect(() => fill(source, variables as Record<string, never>)).toThrow();
  });

  it('throws when a clause asks for a condition nobody answers', () => {
    expect(() => assemble(template(clause('x', { when: 'booking' })), {})).toThrow(/unknown variable booking/);
  });

  it('gives a clause only the variables it declares', () => {
    const greedy = clause('{{ secret }}', { uses: [] });
    expect(() => assemble(template(greedy), { secret: 'x' })).toThrow();
  });

  it('stops a clause that loops too long', () => {
    const source = '{% for a in (1..100000) %}{% for b in (1..100000) %}x{% endfor %}{% endfor %}';
    const startedAt = performance.now();
    expect(() => fill(source, {})).toThrow();
    expect(performance.now() - startedAt).toBeLessThan(3_000);
  });
});

describe('text from people is inert', () => {
  it.each([
    ['# A heading'],
    ['- a list'],
    ['+ a list'],
    ['* a list'],
    ['1. a list'],
    ['12) a list'],
    ['> a quote'],
    ['---'],
    ['==='],
    ['    code'],
    ['`code`'],
    ['```\ncode\n```'],
    ['**bold** and _em_ and ~~gone~~'],
    ['[link](javascript:alert(1))'],
    ['![pixel](https://evil.test/p.png)'],
    ['<https://evil.test>'],
    ['<script>alert(1)</script>'],
    ['<img src=x onerror=alert(1)>'],
    ['&lt;b&gt; &#x41; &nbsp;'],
    ['{{ total }} {% if a %} {{ 7 | times: 7 }}'],
    ['| a | b |\n|---|---|\n| 1 | 2 |'],
    ['a\\\nb\\'],
    ['[ref]: https://evil.test'],
    ['<!channel> <@U123> <https://evil.test|click>'],
  ])('%s', (typed) => {
    const markdown = fill('{{ name }}', { name: typed }) ?? '';
    const shown = typed.replace(/\s+/g, ' ').trim();
    expect(toText(markdown)).toBe(shown);
    const escaped = shown.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
    expect(toHtml(markdown)).toBe(`<p>${escaped}</p>\n`);
    expect(toBlocks(markdown)).toEqual([{ kind: 'paragraph', runs: [{ text: shown }] }]);
  });

  it('any text comes out as itself, inside bold, in a list and in a paragraph', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (typed) => {
        const shown = visible(typed).replace(/\s+/g, ' ').trim();
        fc.pre(shown !== '');
        for (const source of ['{{ name }}', 'Dear {{ name }}, hello', '- {{ name }}\n- b', '**{{ name }}**']) {
          const text = toText(fill(source, { name: typed }) ?? '');
          expect(text).toBe(source.replaceAll('**', '').replace('{{ name }}', () => shown));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('hidden and direction-changing characters are gone', () => {
    expect(escapeMarkdown('a\u202Eb\u200Bc\u{E0041}d\u0000e\uFE0Ff\u00ADg\u2028h')).toBe('abcdefg h');
    expect(visible('one\r\ntwo\rthree\u00a0four\ud800')).toBe('one\ntwo\nthree four');
  });
});

describe('rendering', () => {
  const markdown = 'You pay **EUR 4,000.00** now.\nAnd later.\n\n- one **two**\n- three\n\nDone.';

  it('knows paragraphs, lists and bold', () => {
    expect(toBlocks(markdown)).toEqual([
      {
        kind: 'paragraph',
        runs: [{ text: 'You pay ' }, { text: 'EUR 4,000.00', bold: true }, { text: ' now. And later.' }],
      },
      { kind: 'list', items: [[{ text: 'one ' }, { text: 'two', bold: true }], [{ text: 'three' }]] },
      { kind: 'paragraph', runs: [{ text: 'Done.' }] },
    ]);
    expect(toText(markdown)).toBe('You pay EUR 4,000.00 now. And later.\n\n- one two\n- three\n\nDone.');
    expect(toHtml('- **a**\n- b')).toBe('<ul>\n<li><strong>a</strong></li>\n<li>b</li>\n</ul>\n');
  });

  it('knows nothing else, whoever wrote the Markdown', () => {
    const html = toHtml('# H\n\n[a](https://b.test) ![c](d) `e` <b>f</b>\n\n> g\n\n    h\n\n---\n\nhttps://auto.test');
    expect(html).not.toMatch(/<(?!\/?p>|br>)/);
  });
});
