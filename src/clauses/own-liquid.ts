import { nearestVariable, VARIABLES, variableCalled } from './variables.ts';

/** What is wrong with a text, by the line it stands on, counted from 1. */
export type LineProblem = { readonly line: number; readonly sentence: string };

/** A name that is short enough to be shown in a sentence. */
const MARKS_MAX = 60;
const DEPTH_MAX = 3;
const NAME = /^[a-z][A-Za-z]{0,40}$/;
const OUTPUT = /^([a-z][A-Za-z]{0,40})(?:\s*\|\s*(?:(join)\s*:\s*("[^"{}%\n]{0,5}"|'[^'{}%\n]{0,5}')|(size)))?$/;
const POINTER = /^(?:"([a-z-]{2,60})"|'([a-z-]{2,60})')\s*\|\s*clause$/;
const FOR = /^([a-z][A-Za-z]{0,40}) in ([a-z][A-Za-z]{0,40})$/;

type Mark = { kind: 'output' | 'tag'; inner: string; line: number };
type Open = { tag: 'if' | 'unless' | 'for'; item: string | undefined; line: number };

/**
 * What a workspace's own clause says in Liquid, held against a grammar much smaller than Liquid's: values by their names,
 * `if`, `unless`, and `for` over one list that is there. Whatever else Liquid may know now or later is not in it, so no text
 * can read, set, include or count anything.
 *
 * @param pointers The clauses that stand in every contract of the template, which a text may point at.
 */
export function checkLiquid(text: string, pointers: readonly string[]): LineProblem[] {
  const { marks, problems } = marksOf(text);
  if (marks.length > MARKS_MAX)
    return [{ line: 1, sentence: `A clause has room for ${MARKS_MAX} values and conditions. Make two clauses of it.` }];
  const open: Open[] = [];
  for (const { kind, inner, line } of marks) {
    const items = open.flatMap(({ item }) => item ?? []);
    const sentence = kind === 'output' ? outputProblem(inner, items, pointers) : tagProblem(inner, line, items, open);
    if (sentence) problems.push({ line, sentence });
  }
  for (const { tag, line } of open)
    problems.push({ line, sentence: `{% ${tag} %} is never ended. Write {% end${tag} %} where it ends.` });
  return problems.sort((a, b) => a.line - b.line);
}

function marksOf(text: string): { marks: Mark[]; problems: LineProblem[] } {
  const marks: Mark[] = [];
  const problems: LineProblem[] = [];
  let at = 0;
  const lineAt = (index: number) => text.slice(0, index).split('\n').length;
  for (const found of text.matchAll(/\{\{|\{%|\}\}|%\}/g)) {
    if (found.index < at) continue;
    const line = lineAt(found.index);
    const [opener] = found;
    if (opener === '}}' || opener === '%}') {
      problems.push({ line, sentence: `“${opener}” ends something that was never begun. Take it out.` });
      continue;
    }
    const closer = opener === '{{' ? '}}' : '%}';
    const end = text.indexOf(closer, found.index + 2);
    const inner = end < 0 ? '' : text.slice(found.index + 2, end);
    if (end < 0 || /\{\{|\{%|\n/.test(inner)) {
      problems.push({ line, sentence: `“${opener}” is not closed. Write “${closer}” on the same line.` });
      at = found.index + 2;
      continue;
    }
    marks.push({ kind: opener === '{{' ? 'output' : 'tag', inner: inner.replace(/^-|-$/g, '').trim(), line });
    at = end + 2;
  }
  return { marks, problems };
}

function outputProblem(inner: string, items: readonly string[], pointers: readonly string[]): string | undefined {
  const pointed = POINTER.exec(inner);
  if (pointed) {
    const id = pointed[1] ?? pointed[2] ?? '';
    return pointers.includes(id)
      ? undefined
      : `{{ "${id}" | clause }} points at a clause that is not in every contract.`;
  }
  const [, name, join, , size] = OUTPUT.exec(inner) ?? [];
  if (!name)
    return `“{{ ${shown(inner)} }}” can’t be read. Between {{ and }} stands the name of one value, like {{ total }}.`;
  if (items.includes(name)) return join || size ? `“${name}” is one thing of a list: write {{ ${name} }}.` : undefined;
  const known = variableCalled(name);
  if (!known) return unknown(name, `{{ ${name} }}`);
  if (known.kind === 'flag') return `${name} is yes or no: use it like {% if ${name} %} … {% endif %}.`;
  if (known.kind === 'list' && !join && !size)
    return `${name} is a list: write {% for item in ${name} %}- {{ item }}{% endfor %}, or {{ ${name} | join: ", " }}.`;
  return known.kind !== 'list' && (join || size) ? `${name} is no list: write {{ ${name} }}.` : undefined;
}

function tagProblem(inner: string, line: number, items: readonly string[], open: Open[]): string | undefined {
  const [, tag = '', rest = ''] = /^([a-z]+)(?:\s+([\s\S]*))?$/.exec(inner) ?? [];
  const last = open.at(-1);
  if (tag === 'endif' || tag === 'endunless' || tag === 'endfor') {
    if (last?.tag !== tag.slice(3) || rest) return `{% ${tag} %} ends something that was not begun. Take it out.`;
    open.pop();
    return undefined;
  }
  if (tag === 'else' || tag === 'elsif') {
    if (!last || last.tag === 'for') return `{% ${tag} %} stands between {% if %} and {% endif %} only.`;
    if (tag === 'else') return rest ? 'Write {% else %} alone.' : undefined;
    return conditionProblem(rest);
  }
  if (tag !== 'if' && tag !== 'unless' && tag !== 'for')
    return `{% ${shown(tag || inner)} %} can’t be used. Clauses know {% if %}, {% unless %} and {% for %}.`;
  const [, item, over] = tag === 'for' ? (FOR.exec(rest) ?? []) : [];
  open.push({ tag, item, line });
  if (open.length > DEPTH_MAX)
    return `Conditions stand at most ${DEPTH_MAX} deep in one another. Write it more simply.`;
  if (tag !== 'for') return conditionProblem(rest);
  if (items.length > 0) return 'A list can’t be gone through inside another. End the first one before.';
  return loopProblem(item, over);
}

function loopProblem(item: string | undefined, over: string | undefined): string | undefined {
  const lists = Object.keys(VARIABLES).filter((name) => VARIABLES[name]?.kind === 'list');
  if (!item || !over || variableCalled(over)?.kind !== 'list')
    return `Go through one of these lists: ${lists.join(', ')}. Write {% for item in deliverables %}.`;
  return variableCalled(item) || item === 'forloop'
    ? `Call one thing of the list “item”: “${item}” is taken.`
    : undefined;
}

function conditionProblem(condition: string): string | undefined {
  const names = condition.split(/\s+(?:and|or)\s+/);
  if (names.length > 4) return 'A condition holds at most four values. Write it more simply.';
  for (const name of names) {
    if (!NAME.test(name))
      return `“${shown(condition)}” is no condition. Write the name of a value, like {% if deposit %}.`;
    const known = variableCalled(name);
    if (!known) return unknown(name, `{% if ${name} %}`);
    // Liquid takes an empty list for true.
    if (known.kind === 'list')
      return `{% if ${name} %} would always be true: use {% for item in ${name} %}, or choose when the clause stands.`;
  }
  return undefined;
}

function unknown(name: string, written: string): string {
  const meant = nearestVariable(name, Object.keys(VARIABLES));
  const hint = meant ? `Do you mean “${meant}”?` : 'The list below names what there is.';
  return `${written} names a value that there is not. ${hint}`;
}

const shown = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
