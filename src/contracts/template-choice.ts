import type { Template } from '../clauses/clause.ts';
import type { Terms } from './terms.ts';

/** A shorter title may be a word that the brief means as such. */
const NAMED_MIN = 5;

/**
 * The template a brief means: the workspace's own one that it names, else the kind of work it speaks of, for which an own
 * template stands where the workspace has made one of it.
 *
 * @param templates The workspace's own first, the newest first.
 */
export function templateMeant(found: Pick<Terms, 'template'>, body: string, templates: readonly Template[]): Template {
  const words = body.toLowerCase();
  const named = templates.find(
    ({ own, title }) => own && title.length >= NAMED_MIN && words.includes(title.toLowerCase()),
  );
  if (named) return named;
  const kind = found.template?.value ?? 'general';
  const own = templates.find((template) => template.own?.fromId === kind);
  const template = own ?? templates.find(({ id }) => id === kind) ?? templates.find(({ id }) => id === 'general');
  if (!template) throw new Error('the library has no general template');
  return template;
}

/** What was found in a brief, of the template that is meant. */
export function foundOf(found: Terms, template: Template): Terms {
  return found.template ? { ...found, template: { ...found.template, value: template.id } } : found;
}
