import { Refusal } from '../shared/refusal.ts';
import { cut } from '../shared/typed.ts';
import { ALSO_LINES, type AlsoLine, type AlsoTerm, type Words } from './also-lines.ts';
import { readPart } from './change-readers.ts';
import type { Read } from './form-kept.ts';
import { currencyIn, Terms, term, termsToJson } from './terms.ts';

export type AlsoRead = {
  /** What the form was opened with. */
  readonly shown: Terms;
  /** The same with the defaults of the kind of work that was chosen since. */
  readonly chosen: Terms;
  /** Terms that the brief left open: no default answers for them. */
  readonly asked: readonly string[];
  /** How a figure is understood: the day, the zone, and the currency that the form names. */
  readonly words: Words;
};

/** What a line says where the terms leave it to the clauses of the kind of work. */
const USUAL = 'as usual';
const NONE = 'none';

/** The terms that have no field of their own, one on each line; what is asked stands open. */
export function shownAlso(terms: Terms, asked: readonly string[] = []): string {
  return linesFor(terms, asked)
    .map((line) => `${line.label}: ${isOpen(line, terms, asked) ? '' : shownIn(line, terms)}`.trim())
    .join('\n');
}

const isOpen = (line: AlsoLine, terms: Terms, asked: readonly string[]) =>
  asked.includes(line.term) && !terms[line.term];

/** A line that says nothing of these terms is left out, unless it is asked for. */
const linesFor = (terms: Terms, asked: readonly string[] = []) =>
  ALSO_LINES.filter((line) => asked.includes(line.term) || terms[line.term] || line.fits(terms));

/** What a line says of terms; a kill fee that nobody agreed on is none, whatever the kind of work has otherwise. */
function shownIn(line: AlsoLine, terms: Terms): string {
  return line.shown(terms) ?? (line.drops ? NONE : USUAL);
}

/**
 * What the field says, by term. A line that stands as it was shown means what it meant; an emptied one, or one that is not
 * there, leaves its term to the defaults.
 *
 * @throws Refusal `terms.bad-line` naming every line that can't be read, with how to write it.
 */
export function alsoFrom(typed: string | undefined, read: AlsoRead): Read {
  const values: Read = {};
  const wrong: string[] = [];
  const seen = new Set<string>();
  for (const text of (typed ?? '').split('\n').map(withoutMark).filter(Boolean)) {
    const said = lineIn(text);
    const patch = said ? patchOf(said.line, said.words, read) : unlabelled(text, read);
    const names = said ? [said.line.term] : Object.keys(patch ?? {});
    if (names.some((name) => seen.has(name))) wrong.push(`“${cut(text, 60)}” is said twice: leave one of the lines.`);
    else if (!patch) wrong.push(howTo(text, said?.line));
    else if (said && isInOther(said, read)) wrong.push(inOther(text, read));
    for (const name of names) seen.add(name);
    Object.assign(values, patch);
  }
  for (const line of ALSO_LINES)
    if (isOpen(line, read.shown, read.asked) && !seen.has(line.term)) wrong.push(howTo(`${line.label}:`, line));
  if (wrong.length > 0) throw new Refusal('terms.bad-line', wrong.slice(0, 4).join(' '), 'also');
  return values;
}

/** Whether a line stands as it was shown while the form names another currency: its sums would become as much of that. */
const isInOther = ({ line, words }: { line: AlsoLine; words: string }, { shown, words: by }: AlsoRead): boolean =>
  currencyIn(shown) !== currencyIn(by.terms) &&
  /"minor"/.test(JSON.stringify(termsToJson(shown)[line.term] ?? '')) &&
  same(words, shownIn(line, shown));

const inOther = (text: string, { shown, words }: AlsoRead) =>
  `“${cut(text, 60)}” is in ${currencyIn(shown)}: write the sum in ${currencyIn(words.terms)}, with the currency beside it.`;

const withoutMark = (text: string) => text.replace(/^[\s•*–-]+/, '').trim();
const plainly = (words: string) =>
  words
    .toLowerCase()
    .replace(/[’']/g, '’')
    .replace(/\s+/g, ' ')
    .replace(/[.\s]+$/, '');
const same = (a: string, b: string) => plainly(a) === plainly(b);

function lineIn(text: string): { line: AlsoLine; words: string } | undefined {
  const [, label = '', words = ''] = /^([^:]{2,30}):\s*(.*)$/s.exec(text) ?? [];
  const line = ALSO_LINES.find((each) => same(each.label, label));
  return line && { line, words };
}

function howTo(text: string, line: AlsoLine | undefined): string {
  const one = line ?? ALSO_LINES[0];
  const what = line ? 'write it like' : `no line is read so. Begin it with ${LABELS}, like`;
  return `“${cut(text, 60)}”: ${what} “${one.label}: ${one.example}”.`;
}

const LABELS = ALSO_LINES.map(({ label }) => label).join(', ');

/** The value of a line, none for one that is left to the defaults; undefined when it can't be read. */
function patchOf(line: AlsoLine, words: string, read: AlsoRead): Read | undefined {
  const { shown, chosen, asked, words: by } = read;
  if (same(words, USUAL)) return {};
  const open = isOpen(line, shown, asked);
  if (words === '') return open ? undefined : {};
  if (!open) {
    if (same(words, shownIn(line, shown))) return standing(line, read);
    if (same(words, shownIn(line, chosen))) return valueIn(chosen, line);
  }
  if (line.drops && same(words, NONE)) return { [line.term]: null };
  const value = line.read(words, by);
  if (value === null && line.drops) return { [line.term]: null };
  return value !== undefined && fits(line.term, value) ? { [line.term]: value } : undefined;
}

/** What only the kind of work said goes with it when another is chosen. */
function standing(line: AlsoLine, { shown, chosen }: AlsoRead): Read {
  const origin = shown[line.term]?.origin;
  const usual = origin === undefined || origin === 'template' || origin === 'workspace';
  return valueIn(usual ? chosen : shown, line);
}

function valueIn(terms: Terms, { term: name, drops }: AlsoLine): Read {
  const value = terms[name]?.value;
  if (value !== undefined) return { [name]: value };
  return drops ? { [name]: null } : {};
}

/** A line without its label is read as a request is, if all that it asks for has no field of its own. */
function unlabelled(text: string, { words }: AlsoRead): Read | undefined {
  const read = readPart({ kind: 'change', quote: text, said: text, asked: true }, words.terms, words);
  if (!('patch' in read)) return undefined;
  const { patch } = read;
  const names = Object.keys(patch) as AlsoTerm[];
  const ours = names.every((name) => {
    const line = ALSO_LINES.find((each) => each.term === name);
    return line && (patch[name] === null ? line.drops : fits(name, patch[name]) && line.fair(text, patch[name]));
  });
  return names.length > 0 && ours ? patch : undefined;
}

const fits = (name: AlsoTerm, value: unknown) => Terms.safeParse({ [name]: term(value, 'form') }).success;

/** Lines that still say what the last kind of work put there say what the next one does; those that were changed stay. */
export function renewedAlso(typed: string | undefined, was: string | undefined, next: string | undefined): string {
  const before = new Map(labelled(was));
  const now = new Map(labelled(typed));
  const lines = labelled(next).map(([label, text]) => {
    const said = now.get(label);
    now.delete(label);
    const changed = before.has(label) && said !== before.get(label);
    return changed ? (said ?? '') : text;
  });
  const own = [...now].filter(([label, text]) => !before.has(label) || before.get(label) !== text);
  return [...lines, ...own.map(([, text]) => text)].filter(Boolean).join('\n');
}

const labelled = (text: string | undefined) =>
  (text ?? '')
    .split('\n')
    .filter(Boolean)
    .map((line): [string, string] => [plainly(lineIn(line)?.line.label ?? line), line]);

/** The field with the line of a term put to other words. */
export function withAlso(typed: string | undefined, name: string, words: string): string | undefined {
  const line = ALSO_LINES.find((each) => each.term === name);
  if (!line) return undefined;
  const said = `${line.label}: ${words}`;
  const lines = (typed ?? '').split('\n').filter(Boolean);
  const at = lines.findIndex((text) => lineIn(text)?.line === line);
  return (at < 0 ? [...lines, said] : lines.with(at, said)).join('\n');
}
