import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { type Clause, sha256Of, type Template } from '../../src/clauses/clause.ts';
import { readParts } from '../../src/clauses/front-matter.ts';
import { flawIn, withVariants } from '../../src/clauses/ladder.ts';
import {
  clauseById,
  familyOf,
  inChosenWords,
  instruction,
  ladderOf,
  library,
  readLibrary,
  templateOf,
} from '../../src/clauses/read.ts';

const files = ['clauses', 'templates', 'instructions'].flatMap((folder) =>
  readdirSync(join('prompts', folder)).map((name) => join('prompts', folder, name)),
);

describe('the library', () => {
  it('has a template for each kind of work, the general one first, and at least 66 clauses', () => {
    const ids = library().templates.map((t) => t.id);
    expect(ids[0]).toBe('general');
    expect(ids).toEqual(
      expect.arrayContaining([
        ...['web', 'design', 'writing', 'photography', 'photography-commercial', 'video', 'consulting'],
        ...['translation', 'social-media', 'workshop'],
      ]),
    );
    expect(library().clauses.size).toBeGreaterThanOrEqual(66);
  });

  it('says of each template what it is for, in what Slack shows under a choice', () => {
    expect(library().templates.filter(({ about }) => about.length > 75)).toEqual([]);
  });

  it('is read once', () => {
    expect(library()).toBe(library());
    expect(templateOf('design')?.title).toBe('Brand and graphic design');
    expect(templateOf('nonsense')).toBeUndefined();
  });

  it('uses every family in some template', () => {
    const used = new Set(
      [...library().templates, ...library().additions].flatMap((t) => t.clauses.map((c) => c.family)),
    );
    expect([...library().clauses.values()].filter((c) => !used.has(c.family)).map((c) => c.id)).toEqual([]);
  });

  it.each(files)('%s has a head that a YAML parser reads the same way', (file) => {
    const text = readFileSync(file, 'utf8');
    expect(readParts(file, text).facts).toEqual(parseYaml(text.split('---\n')[1] ?? ''));
  });

  it('keeps a clause byte for byte, with its hash', () => {
    for (const clause of library().clauses.values()) {
      const file = readFileSync(join('prompts/clauses', `${clause.id}.md`), 'utf8');
      expect(file.endsWith(`---\n${clause.source}\n`)).toBe(true);
      expect(clause.sha256).toBe(sha256Of(clause.source));
    }
  });

  it('gives every clause to the freelancer’s side or the law, protected, but those that carry words of these two', () => {
    const open = [...library().clauses.values()].filter((c) => !c.protected).map((c) => c.id);
    expect(open.sort()).toEqual(['acceptance-notes', 'scope-notes', 'special-terms']);
    for (const id of open) expect(library().clauses.get(id)?.custom).toBe(true);
  });

  it('promises nothing a lawyer would have to keep', () => {
    for (const clause of library().clauses.values())
      expect(`${clause.source} ${clause.why}`).not.toMatch(
        /lawyer|ironclad|bullet-?proof|guarantee[sd]?\b|legally binding/i,
      );
  });

  it('has the instruction for reading briefs, with its version', () => {
    expect(instruction('contract_terms')).toMatchObject({
      version: expect.stringMatching(/^2-[0-9a-f]{8}$/),
      text: expect.stringContaining('`quote`'),
    });
  });
});

describe('the playbook', () => {
  it('goes from the best for the freelancer to the one to walk away from', () => {
    expect(ladderOf('liability').map(({ id, variant }) => [id, variant])).toEqual([
      ['liability-paid', 'freelancer'],
      ['liability', 'balanced'],
      ['liability-double', 'fallback'],
      ['liability-without-limit', 'walk-away'],
    ]);
    expect(familyOf('liability-double')).toBe('liability');
    expect(familyOf('nonsense')).toBe('nonsense');
    expect(ladderOf('nonsense')).toEqual([]);
    expect(clauseById('liability-paid')?.fits).toContain('Small or experimental work');
  });

  const general = templateOf('general') as Template;
  const inWords = (variants: Record<string, string>, countries = ['DE']) =>
    inChosenWords(general, { variants, countries }).clauses.map((c) => c.id);

  it('puts a chosen wording in the place of the template’s own, and nothing else', () => {
    const own = general.clauses.map((c) => c.id);
    expect(inWords({})).toEqual(own);
    expect(inWords({ liability: 'liability-double' })).toEqual(
      own.map((id) => (id === 'liability' ? 'liability-double' : id)),
    );
    expect(inWords({ liability: 'liability', 'photo-licence': 'nonsense' })).toEqual(own);
  });

  it.each([
    ['a clause of another family', { liability: 'deposit' }, /no such wording/],
    ['a clause nobody wrote', { liability: 'liability-none' }, /no such wording/],
    ['one to walk away from', { liability: 'liability-without-limit' }, /kept to be recognised, not to be signed/],
  ])('refuses %s', (_what, variants, sentence) => {
    expect(() => inWords(variants as Record<string, string>)).toThrow(sentence);
  });

  it('keeps wordings for other places out, and refuses them when chosen', () => {
    const [first, second] = general.clauses as [Clause, Clause];
    const local: Clause = { ...first, id: 'local', places: ['EU'] };
    const library = new Map([first, second, local].map((c) => [c.id, c]));
    const inPlace = (clauses: Clause[], variants: Record<string, string>, countries: string[]) =>
      withVariants({ ...general, clauses }, { variants, countries }, library).clauses.map((c) => c.id);
    expect(inPlace([local, second], {}, ['US', 'FR'])).toEqual(['local', second.id]);
    expect(inPlace([local, second], {}, ['US', 'GB'])).toEqual([second.id]);
    expect(inPlace([first, second], { [first.family]: 'local' }, ['AT'])).toEqual(['local', second.id]);
    expect(() => inPlace([first, second], { [first.family]: 'local' }, ['US', 'GB'])).toThrow(
      /is for EU, and the two sides are in US and GB/,
    );
  });

  it('every wording of every family stands in every template that has the family', () => {
    for (const template of library().templates)
      for (const { family } of template.clauses)
        for (const { id } of ladderOf(family).filter((each) => each.variant !== 'walk-away')) {
          const countries = clauseById(id)?.places ?? [];
          const { clauses } = inChosenWords(template, { variants: { [family]: id }, countries });
          expect(flawIn(clauses), `${template.id} with ${id}`).toBeUndefined();
        }
  });
});

describe('a broken library stops the start with the file’s name', () => {
  const HEAD =
    'id: one\nversion: 1\ntitle: One clause\nprotected: true\nkind: work\nwhy: It is here so that tests can break it.\n';
  const broken = (clause: string, template?: string) => {
    const folder = mkdtempSync(join(tmpdir(), 'library-'));
    for (const part of ['clauses', 'templates']) mkdirSync(join(folder, part));
    writeFileSync(join(folder, 'clauses/one.md'), clause);
    if (template) writeFileSync(join(folder, 'templates/t.md'), template);
    return () => readLibrary(folder);
  };

  it.each([
    ['no head', 'Just words.', /one\.md: the file must begin/],
    ['a line that is no fact', '---\nid one\n---\nx', /not "key: value": id one/],
    ['a fact twice', '---\nid: one\nid: one\n---\nx', /"id" stands twice/],
    ['bad JSON', '---\nuses: ["a"\n---\nx', /not JSON/],
    ['an unknown fact', `---\n${HEAD}uses: []\nextra: 1\n---\nx`, /extra/],
    ['a variable it does not declare', `---\n${HEAD}uses: []\n---\n{{ total }}`, /uses must be \["total"\]/],
    ['a variable it does not use', `---\n${HEAD}uses: ["total"]\n---\nx`, /uses must be \[\]/],
    ['a tag that is not allowed', `---\n${HEAD}uses: []\n---\n{% include "x" %}`, /tag "include" not found/],
    ['a filter that is not allowed', `---\n${HEAD}uses: []\n---\n{{ "a" | raw }}`, /undefined filter: raw/],
  ])('%s', (_why, clause, message) => {
    expect(broken(clause)).toThrow(message);
  });

  const two = (one: string, other: string) => {
    const folder = mkdtempSync(join(tmpdir(), 'library-'));
    for (const part of ['clauses', 'templates']) mkdirSync(join(folder, part));
    writeFileSync(join(folder, 'clauses/one.md'), `---\n${HEAD}uses: []\n${one}---\nWords.`);
    const head = HEAD.replace('id: one', 'id: two');
    writeFileSync(join(folder, 'clauses/two.md'), `---\n${head}uses: []\n${other}---\nOther words.`);
    return () => readLibrary(folder);
  };
  const FITS = 'fits: When nothing else does, and then only then.\n';

  it.each([
    ['a family nobody is named by', FITS, `${FITS}family: three\n`, /two: no clause is named three/],
    ['a family through another', `${FITS}family: two\n`, `${FITS}family: one\n`, /is named/],
    [
      'a wording that stands at other times',
      FITS,
      `${FITS}family: one\nwhen: deposit\n`,
      /two: when is not that of one/,
    ],
    ['a wording that says not when it fits', '', `${FITS}family: one\n`, /two or one: say when it fits/],
  ])('%s', (_why, one, other, message) => {
    expect(two(one, other)).toThrow(message);
    expect(two(FITS, `${FITS}family: one\n`)().clauses.get('two')?.family).toBe('one');
  });

  it('a template with a clause that is not there', () => {
    const head =
      'id: t\nversion: 1\ntitle: Title\nabout: About this template.\nrequires: []\ndefaults: {"depositMilli": 0, "revisions": null, "netDays": 14, "cancellation": {"kind": "notice", "days": 1}}';
    const clause = `---\n${HEAD}uses: []\n---\nWords.`;
    expect(broken(clause, `---\n${head}\n---\n- two`)).toThrow(/t\.md: no such clause: - two/);
    expect(broken(clause, `---\n${head}\n---\n- one\n- one`)).toThrow(/stands twice/);
    const lost = clause.replace('Words.', 'See {{ "two" | clause }}.');
    expect(broken(lost, `---\n${head}\n---\n- one`)).toThrow(/one points at two, which is not there/);
    const walk = clause.replace('uses: []', 'uses: []\nvariant: walk-away');
    expect(broken(walk, `---\n${head}\n---\n- one`)).toThrow(/nobody signs a walk-away/);
    expect(broken(clause, `---\n${head}\n---\n- one`)().templates[0]?.clauses).toHaveLength(1);
  });
});
