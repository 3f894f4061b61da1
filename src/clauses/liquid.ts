import { Liquid } from 'liquidjs';
import { escapeMarkdown } from './inert.ts';

/** What a clause may be given: words already formatted for people, yes or no, a count, or a list of words. */
export type Value = string | number | boolean | null | readonly string[];
export type Variables = Readonly<Record<string, Value>>;

const TAGS = ['if', 'unless', 'for'];
const FILTERS = ['size', 'join', 'clause'];

/** Sources are short and values few: whatever needs more than this is not a clause. */
const LIMITS = { parseLimit: 20_000, renderLimit: 500, memoryLimit: 1_000_000 };

/**
 * An engine that can choose and repeat, and nothing else: no includes, no assignments, no other filters, own properties
 * only. Whatever it prints is escaped as Markdown; a name that is unknown or has no value throws instead of leaving a gap.
 */
export function clauseEngine(clauseNumber: (...ids: string[]) => string): Liquid {
  const engine = new Liquid({
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    outputEscape: printed,
    ...LIMITS,
  });
  for (const name of Object.keys(engine.tags)) if (!TAGS.includes(name)) delete engine.tags[name];
  engine.registerFilter('clause', clauseNumber);
  for (const name of Object.keys(engine.filters)) if (!FILTERS.includes(name)) delete engine.filters[name];
  return engine;
}

function printed(value: unknown): string {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
  if (typeof value !== 'string' || value.trim() === '') throw new Error('a placeholder has no value');
  return escapeMarkdown(value);
}

let reader: Liquid | undefined;

/** The names a source takes from outside, in the order of the alphabet. */
export function variablesUsed(source: string): string[] {
  reader ??= clauseEngine(() => '');
  const engine = reader;
  return engine.globalVariablesSync(engine.parse(source)).sort();
}
