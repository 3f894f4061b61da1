import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { sha256Of } from '../../src/clauses/clause.ts';
import { readParts } from '../../src/clauses/front-matter.ts';
import { instruction, library, readLibrary, templateOf } from '../../src/clauses/read.ts';

const files = ['clauses', 'templates', 'instructions'].flatMap((folder) =>
  readdirSync(join('prompts', folder)).map((name) => join('prompts', folder, name)),
);

describe('the library', () => {
  it('has four templates, the general one first, and at least 28 clauses', () => {
    expect(library().templates.map((t) => t.id)).toEqual(['general', 'consulting', 'design', 'photography']);
    expect(library().clauses.size).toBeGreaterThanOrEqual(28);
  });

  it('is read once', () => {
    expect(library()).toBe(library());
    expect(templateOf('design')?.title).toBe('Design or writing');
    expect(templateOf('nonsense')).toBeUndefined();
  });

  it('uses every clause in some template', () => {
    const used = new Set(library().templates.flatMap((t) => t.clauses.map((c) => c.id)));
    expect([...library().clauses.keys()].filter((id) => !used.has(id))).toEqual([]);
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
      version: expect.stringMatching(/^1-[0-9a-f]{8}$/),
      text: expect.stringContaining('`quote`'),
    });
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

  it('a template with a clause that is not there', () => {
    const head =
      'id: t\nversion: 1\ntitle: Title\nabout: About this template.\nrequires: []\ndefaults: {"depositMilli": 0, "revisions": null, "netDays": 14, "cancellation": {"kind": "notice", "days": 1}}';
    const clause = `---\n${HEAD}uses: []\n---\nWords.`;
    expect(broken(clause, `---\n${head}\n---\n- two`)).toThrow(/t\.md: no such clause: - two/);
    expect(broken(clause, `---\n${head}\n---\n- one\n- one`)).toThrow(/stands twice/);
    expect(broken(clause, `---\n${head}\n---\n- one`)().templates[0]?.clauses).toHaveLength(1);
  });
});
