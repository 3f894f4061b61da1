import { USUAL, type Usual } from './defaults.ts';
import type { Library } from './read.ts';
import { clausesOf, type TemplateContent } from './template.ts';
import { isTold } from './template-usual.ts';

/**
 * A stored version with the defaults that saving it lost. The editor once had no fields for these and dropped them, so one
 * that is missing was taken out by nobody; the first version, a plain copy, still has them as they always were. What no clause
 * of the version tells any more stays out. Versions whose editor showed every default are as they were saved.
 */
export function withLost(
  content: TemplateContent,
  first: TemplateContent | undefined,
  library: Library,
): { head: TemplateContent['head']; lost: Usual[] } {
  const { head } = content;
  const before = head.everyDefault ? undefined : first?.head.defaults;
  const whole = { ...before, ...head.defaults };
  const clauses = before ? clausesOf(content, library) : [];
  const lost = USUAL.filter((name) => before?.[name] !== undefined && head.defaults[name] === undefined).filter(
    (name) => isTold(name, whole, clauses),
  );
  const back = Object.fromEntries(lost.map((name) => [name, whole[name]]));
  return { head: { ...head, everyDefault: true, defaults: { ...head.defaults, ...back } }, lost };
}
