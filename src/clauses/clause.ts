import { createHash } from 'node:crypto';
import MarkdownIt from 'markdown-it';
import { z } from 'zod';
import { Refusal } from '../shared/refusal.ts';
import { TemplateDefaults } from './defaults.ts';
import { visible, visibleLine } from './inert.ts';
import { clauseEngine, type Value, type Variables, variablesUsed } from './liquid.ts';

export type { Variables };

const Slug = z.string().regex(/^[a-z]+(-[a-z]+)*$/);

/** Whose side a wording takes, from the best for the freelancer to what should not be signed at all. */
export const VARIANTS = ['freelancer', 'balanced', 'fallback', 'walk-away'] as const;

/** The head of a clause file. */
export const ClauseHead = z.strictObject({
  id: Slug,
  version: z.int().positive(),
  title: z.string().min(3).max(60),
  /** A protected clause stands in every contract byte for byte as in the library; only variables fill it. */
  protected: z.boolean(),
  /** Whether the text it carries is the freelancer's own and is marked "custom wording" wherever it is shown. */
  custom: z.boolean().default(false),
  kind: z.enum(['parties', 'work', 'money', 'time', 'rights', 'risk', 'law', 'custom']),
  /** The variable that must be true, or not empty, for the clause to stand in a contract; `not name` turns it round. */
  when: z
    .string()
    .regex(/^(not )?[a-z][A-Za-z]*$/)
    .optional(),
  uses: z.array(z.string().regex(/^[a-z][A-Za-z]*$/)),
  /** Shown to the freelancer who asks why the clause is there. */
  why: z.string().min(20).max(240),
  /** Clauses that say the same thing in other ways share a family, named by one of them; without one a clause stands alone. */
  family: Slug.optional(),
  variant: z.enum(VARIANTS).default('balanced'),
  /** When this wording fits; of a walk-away, when to leave. Every clause of a family says it. */
  fits: z.string().min(20).max(240).optional(),
  /** Countries (ISO 3166-1) or `EU` that one of the two sides must be in; empty is everywhere. */
  places: z.array(z.string().regex(/^[A-Z]{2}$/)).default([]),
});

export type Clause = Omit<z.infer<typeof ClauseHead>, 'family'> & {
  readonly family: string;
  readonly source: string;
  readonly sha256: string;
};

/** The head of a template file; its body lists the clauses, in order. Percentages are thousandths of a percent. */
export const TemplateHead = z.strictObject({
  id: Slug,
  version: z.int().positive(),
  title: z.string().min(3).max(60),
  /** One line in the list the freelancer chooses from. */
  about: z.string().min(10).max(120),
  /** Whether anything is to be paid under it. One without a price asks for no price, no dates of payment and no work. */
  priced: z.boolean().default(true),
  /** What the template can't do without, by the names of the terms. */
  requires: z.array(z.string()),
  defaults: TemplateDefaults,
});

export type Template = z.infer<typeof TemplateHead> & {
  readonly clauses: readonly Clause[];
  /** A workspace's own template says which one of the library it was copied from. */
  readonly own?: { readonly fromId: string };
};

export type AssembledClause = Pick<
  Clause,
  'id' | 'family' | 'version' | 'title' | 'protected' | 'custom' | 'sha256' | 'source'
> & {
  readonly markdown: string;
  /** Counted from 1 over the clauses that stand in this contract. */
  readonly number: number;
};

export type Assembly = {
  readonly clauses: readonly AssembledClause[];
  readonly text: string;
  readonly textSha256: string;
};

/** Characters as they come out; a clause that goes through a long list many times over is short where it is typed. */
const ROOM = { clause: 40_000, contract: 200_000 } as const;

/**
 * The contract's words: the template's clauses that apply, numbered, filled and escaped. The same template and variables
 * give the same bytes. Throws a plain error when a placeholder has no value: such a contract must never be seen.
 *
 * @throws Refusal when a clause, or all of them, come out longer than anybody reads.
 */
export function assemble(template: Template, variables: Variables): Assembly {
  const standing = template.clauses.filter((clause) => applies(clause, variables));
  const render = renderer(standing, variables);
  const clauses = standing.map((clause, index): AssembledClause => {
    const markdown = render(clause, clause.uses);
    const { id, family, version, title, custom, sha256, source } = clause;
    return {
      id,
      family,
      version,
      title,
      protected: clause.protected,
      custom,
      sha256,
      source,
      markdown,
      number: index + 1,
    };
  });
  if (clauses.reduce((sum, { markdown }) => sum + markdown.length, 0) > ROOM.contract)
    throw tooLong('This contract', ROOM.contract);
  const text = textOfClauses(clauses);
  return { clauses, text, textSha256: sha256Of(text) };
}

/** The text a contract's clauses make, as it is signed. */
export function textOfClauses(clauses: readonly Pick<AssembledClause, 'number' | 'title' | 'markdown'>[]): string {
  return clauses.map((c) => `${c.number}. ${c.title}\n\n${toText(c.markdown)}\n`).join('\n');
}

/**
 * What kept sources come to with these variables, a clause each: the words a contract made of them must have. A clause that
 * can't be filled any more, since a value it names is gone, comes to nothing.
 */
export function assembleAgain(clauses: readonly Source[], variables: Variables): (string | undefined)[] {
  const render = renderer(clauses, variables);
  return clauses.map((clause) => {
    try {
      return render(clause, variablesUsed(clause.source));
    } catch {
      return undefined;
    }
  });
}

/** What one clause of a template says with these variables; undefined where it does not stand. Throws where it can't be filled. */
export function wordClause(template: Template, clause: Clause, variables: Variables): string | undefined {
  if (!applies(clause, variables)) return undefined;
  const standing = template.clauses.filter((each) => applies(each, variables));
  return renderer(standing, variables)(clause, clause.uses);
}

/** A version made before clauses had families kept none: then its clause is its own. */
type Source = Pick<Clause, 'id' | 'title' | 'source'> & { readonly family?: string | undefined };

function renderer(
  standing: readonly Source[],
  variables: Variables,
): (clause: Source, uses: readonly string[]) => string {
  const engine = clauseEngine((...ids) => {
    const index = standing.findIndex(({ id, family = id }) => ids.includes(id) || ids.includes(family));
    if (index < 0) throw new Error(`no clause to point at: ${ids.join(', ')}`);
    return `clause ${index + 1} (${standing[index]?.title})`;
  });
  return (clause, uses) => {
    const given = Object.fromEntries(uses.map((name) => [name, variables[name]]));
    const markdown = engine
      .parseAndRenderSync(clause.source, given)
      .replace(/\n{3,}/g, '\n\n')
      .trim();
    if (!markdown) throw new Error(`clause ${clause.id} came out empty`);
    if (markdown.length > ROOM.clause) throw tooLong(`The clause “${clause.title}”`, ROOM.clause);
    return markdown;
  };
}

function tooLong(what: string, most: number): Refusal {
  const room = `${most.toLocaleString('en')} characters`;
  return new Refusal(
    'contract.too-long',
    `${what} comes out longer than ${room}. List fewer things, or shorten it in the template.`,
  );
}

function applies(clause: Clause, variables: Variables): boolean {
  if (!clause.when) return true;
  const name = clause.when.replace(/^not /, '');
  if (!(name in variables)) throw new Error(`clause ${clause.id} asks for the unknown variable ${name}`);
  return stands(variables[name] ?? null) === (name === clause.when);
}

function stands(value: Value): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== null && value !== false && value !== '';
}

export function sha256Of(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** Text as a person sees it, with nothing invisible in it; `oneLine` also folds line ends and runs of spaces. */
export function plainText(text: string, { oneLine = false } = {}): string {
  return oneLine ? visibleLine(text) : visible(text);
}

export type Run = { readonly text: string; readonly bold?: boolean };
export type Block =
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Run[])[] };

/** Paragraphs, lists, bold and escapes; headings, links, images, code, tables and HTML are not in the language. */
const markdownIt = new MarkdownIt('zero', { html: false }).enable(['list', 'emphasis', 'escape', 'newline']);

export function toHtml(markdown: string): string {
  return markdownIt.render(markdown);
}

/** The same words as neutral blocks, for surfaces that are not HTML. */
export function toBlocks(markdown: string): Block[] {
  const blocks: Block[] = [];
  let items: Run[][] | undefined;
  for (const token of markdownIt.parse(markdown, {})) {
    if (token.type === 'bullet_list_open' || token.type === 'ordered_list_open') items ??= [];
    if (token.type === 'inline') {
      const runs = runsOf(token.children ?? []);
      if (items) items.push(runs);
      else blocks.push({ kind: 'paragraph', runs });
    }
    if (items && token.level === 0 && token.type.endsWith('_list_close')) {
      blocks.push({ kind: 'list', items });
      items = undefined;
    }
  }
  return blocks;
}

function runsOf(children: ReturnType<typeof markdownIt.parse>): Run[] {
  const runs: Run[] = [];
  let bold = 0;
  for (const child of children) {
    if (child.type === 'strong_open') bold += 1;
    if (child.type === 'strong_close') bold -= 1;
    const text = /break$/.test(child.type) ? ' ' : child.content;
    if (!text) continue;
    const last = runs.at(-1);
    if (last && Boolean(last.bold) === bold > 0) runs[runs.length - 1] = { ...last, text: last.text + text };
    else runs.push(bold > 0 ? { text, bold: true } : { text });
  }
  return runs;
}

/** The same words as plain text: what is hashed, compared and searched. */
export function toText(markdown: string): string {
  const words = (runs: readonly Run[]) => runs.map((run) => run.text).join('');
  return toBlocks(markdown)
    .map((block) => (block.kind === 'list' ? block.items.map((i) => `- ${words(i)}`).join('\n') : words(block.runs)))
    .join('\n\n');
}
