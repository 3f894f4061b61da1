import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Clause, ClauseHead, sha256Of, type Template, TemplateHead } from './clause.ts';
import { readParts } from './front-matter.ts';
import { type Choice, flawIn, flawInFamilies, inLadderOrder, withVariants } from './ladder.ts';
import { variablesUsed } from './liquid.ts';

export type Library = {
  readonly clauses: ReadonlyMap<string, Clause>;
  /** In the order they are offered: the general one first. */
  readonly templates: readonly Template[];
  /** Those that only add to a signed contract, which nobody chooses for a new one. */
  readonly additions: readonly Template[];
};

let loaded: Library | undefined;

/** The clauses and templates of `prompts/`, read and checked once a process. A broken file stops the start. */
export function library(): Library {
  loaded ??= readLibrary(promptsFolder());
  return loaded;
}

/** One template by id, or undefined when the library has none of that name. */
export function templateOf(id: string): Template | undefined {
  const { templates, additions } = library();
  return [...templates, ...additions].find((template) => template.id === id);
}

export function clauseById(id: string): Clause | undefined {
  return library().clauses.get(id);
}

/** The family of a clause of the library; a clause that is not in it stands alone. */
export function familyOf(id: string): string {
  return clauseById(id)?.family ?? id;
}

/** The playbook of a family: its wordings from the best for the freelancer to the one to walk away from. */
export function ladderOf(family: string): Clause[] {
  return inLadderOrder([...library().clauses.values()].filter((clause) => clause.family === family));
}

/**
 * The clauses that a template of a workspace may still take, by title, each wording by whose side it takes: those of the
 * kinds of work that can be copied, so neither what holds only for an NDA nor what only a change order says.
 */
export function clausesToAdd(standing: ReadonlySet<string>): Clause[] {
  const copied = library().templates.filter(({ priced }) => priced);
  const families = new Set(copied.flatMap(({ clauses }) => clauses.map(({ family }) => family)));
  return [...families]
    .filter((family) => !standing.has(family))
    .flatMap((family) => ladderOf(family).filter(({ variant }) => variant !== 'walk-away'))
    .sort((a, b) => a.title.localeCompare(b.title, 'en'));
}

/** The template in the wordings chosen of its families; see `withVariants`. */
export function inChosenWords(template: Template, choice: Choice): Template {
  return withVariants(template, choice, library().clauses);
}

/** What the model is told for one kind of call, with the version that is recorded beside each answer: `1-3f2a9c1b`. */
export function instruction(name: string): { version: string; text: string } {
  const { facts, body } = readParts(name, readFileSync(join(promptsFolder(), 'instructions', `${name}.md`), 'utf8'));
  return { version: `${Number(facts.version)}-${sha256Of(body).slice(0, 8)}`, text: body };
}

/** `prompts/` beside package.json, found from a source file and from the bundle in `dist/` alike. */
export function promptsFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'prompts', 'clauses'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('the folder prompts/ is missing beside package.json');
    folder = parent;
  }
  return join(folder, 'prompts');
}

export function readLibrary(folder: string): Library {
  const clauses = new Map(
    markdownFiles(join(folder, 'clauses'))
      .map(readClause)
      .map((clause) => [clause.id, clause]),
  );
  const flaw = flawInFamilies(clauses);
  if (flaw) throw new Error(flaw);
  const templates = markdownFiles(join(folder, 'templates')).map((file) => readTemplate(file, clauses));
  templates.sort(
    (a, b) => Number(b.id === 'general') - Number(a.id === 'general') || a.title.localeCompare(b.title, 'en'),
  );
  const adds = ({ requires }: Template) => requires.includes('changeOf');
  return { clauses, templates: templates.filter((one) => !adds(one)), additions: templates.filter(adds) };
}

type PromptFile = { readonly name: string; readonly text: string };

export function markdownFiles(folder: string): PromptFile[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.md'));
  return names
    .sort()
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n') }));
}

function readClause({ name, text }: PromptFile): Clause {
  const { facts, body } = readParts(name, text);
  const head = ClauseHead.parse(facts, { reportInput: true });
  if (`${head.id}.md` !== name) throw new Error(`${name}: the id is ${head.id}`);
  const used = variablesUsed(body);
  if (used.join() !== [...head.uses].sort().join()) throw new Error(`${name}: uses must be ${JSON.stringify(used)}`);
  return { ...head, family: head.family ?? head.id, source: body, sha256: sha256Of(body) };
}

function readTemplate({ name, text }: PromptFile, clauses: ReadonlyMap<string, Clause>): Template {
  const { facts, body } = readParts(name, text);
  const head = TemplateHead.parse(facts, { reportInput: true });
  if (`${head.id}.md` !== name) throw new Error(`${name}: the id is ${head.id}`);
  const chosen = body.split('\n').map((line) => {
    const clause = clauses.get(line.replace(/^- /, ''));
    if (!clause) throw new Error(`${name}: no such clause: ${line}`);
    return clause;
  });
  const flaw = flawIn(chosen);
  if (flaw) throw new Error(`${name}: ${flaw}`);
  return { ...head, clauses: chosen };
}
