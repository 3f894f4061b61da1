import type { Context } from 'hono';
import { z } from 'zod';
import { Refusal } from '../shared/refusal.ts';
import { typedLine, typedLines } from '../shared/typed.ts';

const NEEDED = 'This is needed.';
/** Said when it is needed: the first number written as people do loads the languages of the world. */
const atMost = (max: number) => ({ error: () => `Please use at most ${max.toLocaleString('en')} characters.` });

/** One line that a person typed; `missing` is what they read when they typed nothing. */
export function line(max: number, missing = NEEDED) {
  return z
    .string(missing)
    .transform(typedLine)
    .pipe(z.string().min(1, missing).max(max, atMost(max)));
}

export function lines(max: number, missing = NEEDED) {
  return z
    .string(missing)
    .transform(typedLines)
    .pipe(z.string().min(1, missing).max(max, atMost(max)));
}

/** A field that may be empty; empty is `undefined`. */
export function optional<S extends z.ZodType>(field: S) {
  return z.preprocess(
    (value) => (typeof value === 'string' && value.trim() === '' ? undefined : value),
    field.optional(),
  );
}

export function ticked(missing: string) {
  return z.literal('yes', missing);
}

/**
 * Reads a posted form. Fields the schema does not name are dropped; a field sent twice, another content type or bytes that
 * are not UTF-8 are refused.
 */
export async function readForm<S extends z.ZodType>(c: Context, schema: S): Promise<z.output<S>> {
  const type = c.req.header('content-type') ?? '';
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(type)) throw malformed();
  const form = new URLSearchParams(await c.req.text());
  const names = [...form.keys()];
  if (new Set(names).size !== names.length) throw malformed();
  const parsed = schema.safeParse(Object.fromEntries(form));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Refusal('form.refused', issue?.message ?? NEEDED, issue?.path[0]?.toString());
}

/** One value that a posted form carried unseen; undefined when it carried none. */
export async function carriedIn(c: Context, name: string): Promise<string | undefined> {
  return (await readForm(c, z.object({ [name]: optional(line(60)) })))[name];
}

function malformed(): Refusal {
  return new Refusal('form.malformed', 'This form could not be read. Please go back and send it again.');
}
