import { describe, expect, test } from 'vitest';
import { checkOwnText, figuresIn } from '../../src/clauses/own-text.ts';
import { library, templateOf } from '../../src/clauses/read.ts';
import { clauseOf, type OwnClause } from '../../src/clauses/template.ts';
import { STANDS_WHEN, VARIABLES } from '../../src/clauses/variables.ts';
import { sampleVariables } from '../../src/contracts/sample.ts';
import { tryClauses } from '../../src/contracts/try-template.ts';

const design = templateOf('design')!;
const saying = (text: string) =>
  checkOwnText(text, ['fee', 'parties']).map(({ line, sentence }) => `${line}: ${sentence}`);
const own = (text: string, more: Partial<OwnClause> = {}): OwnClause => ({
  ...{ id: 'own-abcdefghij', title: 'Ours', kind: 'work', text, why: '' },
  ...more,
});
const tried = (text: string, more: Partial<OwnClause> = {}) => {
  const clause = clauseOf(own(text, more));
  return tryClauses({ ...design, clauses: [...design.clauses, clause] }, [clause.id]);
};

describe('a text that may stand', () => {
  test.each([
    'We keep your files for a year. **Then they go.**',
    '- One thing\n- Another, for {{ clientName }}',
    '{% if endOn %}Files stay until {{ endOn }}.{% else %}Files stay.{% endif %}',
    '{%- unless clientPrivate -%} You are a business. {%- endunless -%} And so on.',
    'You get:\n\n{% for item in deliverables %}- {{ item }}\n{% endfor %}',
    'In all {{ deliverables | size }} things; see {{ "fee" | clause }}.',
    '{% if deposit and booking %}Both.{% elsif deposit %}One.{% else %}None.{% endif %}',
  ])('%s', async (text) => {
    expect(saying(text)).toEqual([]);
    expect(await tried(text)).toEqual([]);
  });
});

describe('Liquid that a clause has no business with', () => {
  test.each([
    ['a value that there is not, with the one that is meant', '{{ depositsum }}', /Do you mean “depositSum”\?/],
    ['a value nobody meant', '{{ process }}', /names a value that there is not\. The list below/],
    ['a way into an object', '{{ total.constructor }}', /can’t be read/],
    ['a way into an object by brackets', '{{ total["constructor"] }}', /can’t be read/],
    ['a filter', '{{ total | upcase }}', /can’t be read/],
    ['a filter that reads files', '{{ "x" | inline_asset_content }}', /can’t be read/],
    ['a text of its own', '{{ "EUR 1.00" }}', /can’t be read/],
    ['a range in an output', '{{ (1..100000000) | join: "," }}', /can’t be read/],
    ['a loop over numbers', '{% for i in (1..100000000) %}a{% endfor %}', /Go through one of these lists/],
    ['a loop with a limit', '{% for i in deliverables limit: 5 %}a{% endfor %}', /Go through one of these lists/],
    [
      'a loop in a loop',
      '{% for a in deliverables %}{% for b in deliverables %}x{% endfor %}{% endfor %}',
      /inside another/,
    ],
    ['a loop that takes a name', '{% for total in deliverables %}x{% endfor %}', /“total” is taken/],
    ['a file', '{% include "secrets" %}', /\{% include %\} can’t be used/],
    ['a file by another name', '{% render "secrets" %}', /\{% render %\} can’t be used/],
    ['a layout', '{% layout "x" %}', /\{% layout %\} can’t be used/],
    ['an assignment', '{% assign total = "1" %}', /\{% assign %\} can’t be used/],
    ['a capture', '{% capture total %}1{% endcapture %}', /\{% capture %\} can’t be used/],
    ['a counter', '{% increment x %}', /\{% increment %\} can’t be used/],
    ['raw text', '{% raw %}{{ total }}{% endraw %}', /\{% raw %\} can’t be used/],
    ['a remark', '{% comment %}x{% endcomment %}', /\{% comment %\} can’t be used/],
    ['a remark of another kind', '{% # x %}', /can’t be used/],
    ['a program', '{% liquid\necho total %}', /is not closed/],
    ['a case', '{% case total %}{% when 1 %}{% endcase %}', /\{% case %\} can’t be used/],
    ['a comparison', '{% if total == "1" %}x{% endif %}', /is no condition/],
    ['a list as a condition', '{% if deliverables %}x{% endif %}', /always be true/],
    ['a list printed as it is', '{{ deliverables }}', /is a list: write/],
    ['yes or no printed', '{{ deposit }}', /yes or no/],
    ['an output that is not closed', 'a\n{{ total', /^2: “\{\{” is not closed/],
    ['a tag that is not closed', '{% if deposit', /is not closed/],
    ['a condition that is not ended', 'a\n\n{% if deposit %}x', /^3: \{% if %\} is never ended\. Write \{% endif %\}/],
    ['an end without a beginning', 'x{% endif %}', /ends something that was not begun/],
    ['ends in the wrong order', '{% if deposit %}{% for a in deliverables %}{% endif %}{% endfor %}', /not begun/],
    ['braces that end nothing', 'x }} y', /never begun/],
    ['three braces', '{{{ total }}}', /can’t be read/],
    ['a pointer at a clause that is not in every contract', '{{ "deposit" | clause }}', /not in every contract/],
    ['a pointer at nothing', '{{ "constructor" | clause }}', /not in every contract/],
    ['a name of every object', '{{ constructor }} {{ toString }}', /names a value that there is not/],
  ])('%s', (_name, text, sentence) => {
    const found = saying(text);
    expect(found.length).toBeGreaterThan(0);
    expect(found.join('\n')).toMatch(sentence);
    for (const each of found) expect(each).toMatch(/^\d+: .{15,}[.?]$/);
  });

  test('conditions may stand three deep, and no deeper', () => {
    const deep = (levels: number) => `${'{% if deposit %}'.repeat(levels)}x${'{% endif %}'.repeat(levels)}y`;
    expect(saying(deep(3))).toEqual([]);
    expect(saying(deep(4)).join()).toContain('at most 3 deep');
    expect(saying(deep(5_000)).join()).toContain('has room for');
  });

  test('a text longer than a clause, or with more conditions, is not read at all', () => {
    expect(saying('a'.repeat(4_001))).toEqual([
      '1: A clause has room for 4,000 characters and 80 lines. Make two clauses of it.',
    ]);
    expect(saying('{{ total }} '.repeat(61)).join()).toContain('has room for 60 values');
    expect(saying('a\n'.repeat(90)).join()).toContain('80 lines');
  });
});

describe('words a contract can’t hold', () => {
  test.each([
    ['HTML', 'fine\n<b>not</b>', /^2: .*no HTML/],
    ['a script', '<script>alert(1)</script>', /no HTML/],
    ['an image', '![logo](x)', /no images/],
    ['a link', '[ours](somewhere)', /no links/],
    ['an address', 'See https://example.test for prices.', /no links/],
    ['an address of a program', 'javascript:alert(1)', /no links/],
    ['a heading', '# Ours', /title has a field of its own/],
    ['code', '`x`', /no code/],
    ['a table', '| a | b |', /no tables/],
    ['an entity', 'a &lt; b', /the character itself/],
    ['letters turned round', 'a\u202Eb', /can’t be seen/],
    ['a space without width', 'a\u200Bb', /can’t be seen/],
    ['a control character', 'a\u0007b', /can’t be seen/],
    ['hidden tags', 'a\u{E0041}b', /can’t be seen/],
    ['letters the paper can’t print', '契約', /can’t print/],
  ])('%s', (_name, text, sentence) => {
    expect(saying(text).join('\n')).toMatch(sentence);
  });
});

describe('a clause is tried with contracts of every kind', () => {
  test('what may be empty is named with its line, unless a condition or the clause itself says when', async () => {
    const text = 'The booking.\n\nIt is on {{ bookingOn }}.';
    expect(saying(text)).toEqual([]);
    expect(await tried(text)).toMatchObject([
      { line: 3, sentence: expect.stringMatching(/^“bookingOn” is empty in some/) },
    ]);
    expect(await tried(text, { when: 'booking' })).toEqual([]);
    expect(await tried('It is{% if booking %} on {{ bookingOn }}{% endif %} fine.')).toEqual([]);
  });

  test('a condition on something else does not help', async () => {
    expect(await tried('x {% if deposit %}{{ depositShare }}{% endif %}')).toMatchObject([{ line: 1 }]);
    expect(await tried('x {% if startOn %}{{ endOn }}{% endif %}')).toMatchObject([{ line: 1 }]);
    expect(await tried('x {% if rate and endOn and clientAddress %}{{ startOn }}{% endif %}')).toMatchObject([
      { line: 1 },
    ]);
  });

  test('a clause that would say nothing is refused', async () => {
    expect(await tried('{% if booking %}On the day.{% endif %}')).toMatchObject([
      { sentence: expect.stringContaining('says nothing at all') },
    ]);
  });

  test('the samples are as many-sided as terms are: every value is there and, where it may be empty, empty', async () => {
    const samples = await sampleVariables();
    for (const [name, { kind }] of Object.entries(VARIABLES)) {
      const values = samples.map((each) => each[name]);
      expect(values, name).not.toContain(undefined);
      const wanted = { words: 'string', count: 'number', list: 'object', flag: 'boolean' }[kind];
      expect(new Set(values.filter((value) => value !== null).map((value) => typeof value)), name).toEqual(
        new Set([wanted]),
      );
      if (kind === 'flag') expect(new Set(values), name).toEqual(new Set([true, false]));
    }
    for (const when of Object.keys(STANDS_WHEN).filter(Boolean))
      expect(samples[0], when).toHaveProperty(when.replace('not ', ''));
  });

  test('whatever value a clause of the library uses, a clause of one’s own may use too', () => {
    const copied = new Set(
      library()
        .templates.filter(({ priced }) => priced)
        .flatMap(({ clauses }) => clauses.map(({ family }) => family)),
    );
    const clauses = [...library().clauses.values()].filter(({ family }) => copied.has(family));
    const asked = clauses.flatMap(({ uses, when = '' }) => [...uses, when.replace(/^not /, '')]).filter(Boolean);
    expect([...new Set(asked)].filter((name) => !(name in VARIABLES) && !(name in STANDS_WHEN))).toEqual([]);
  });

  test('every clause of the library passes the trial that own clauses pass', async () => {
    // One without a price can't be copied, so no own clause ever stands in it.
    for (const template of library().templates.filter(({ priced }) => priced))
      expect(
        await tryClauses(
          template,
          template.clauses.map(({ id }) => id),
        ),
        template.id,
      ).toEqual([]);
  });
});

test('figures that the terms may say otherwise are pointed out, each with what to write', () => {
  const found = figuresIn(
    'A fine clause for {{ depositSum }}.\n1. We take 30 % and EUR 4,000 by 3 March, in 30 days, 7 times.',
  );
  expect(found.map(({ line, sentence }) => `${line} ${sentence.split('. ')[0]}`)).toEqual([
    '2 “3 March” is a date',
    '2 “EUR 4,000” is a sum',
    '2 “30 %” is a percentage',
    '2 “30 days” is a time',
    '2 “7” is a number',
  ]);
  expect(found[1]?.sentence).toContain('write {{ total }} or {{ depositSum }}');
  expect(figuresIn('No figures at all.')).toEqual([]);
});
