import { randomBytes } from 'node:crypto';
import type { z } from 'zod';

/**
 * What may be made to go wrong. Of the API (matched as `POST /v1/refunds` or `/v1/refunds`): `5xx` with status 500 is
 * remembered by the Idempotency-Key as real ones are, other statuses never reached the endpoint; `timeout` does nothing
 * and never answers; `timeout-after-accept` and `drop-after-accept` do the work and lose the answer; `slow` takes a third
 * of a second. Of webhooks (matched by event type): `duplicate` sends one more copy for each of its `times`, `reorder`
 * lets the next event overtake, `withhold` keeps the event until it is released.
 */
export type StripeFault =
  | '429'
  | '5xx'
  | 'timeout'
  | 'timeout-after-accept'
  | 'drop-after-accept'
  | 'slow'
  | 'duplicate'
  | 'reorder'
  | 'withhold';

/** A refusal in the API's own shape; every answer that is not 2xx carries an `error` object. */
export interface ErrorBody {
  type: 'invalid_request_error' | 'card_error' | 'api_error' | 'idempotency_error';
  message: string;
  code?: string;
  param?: string;
  decline_code?: string;
  charge?: string;
  payment_intent?: unknown;
  doc_url?: string;
}

export class ApiError extends Error {
  readonly status: number;
  readonly body: ErrorBody;
  /** Whether an Idempotency-Key remembers this answer: only once the endpoint began to run. */
  readonly stored: boolean;
  constructor(status: number, body: ErrorBody, stored = true) {
    super(body.message);
    this.name = 'ApiError';
    this.status = status;
    this.body = body.code ? { ...body, doc_url: `https://stripe.com/docs/error-codes/${dashed(body.code)}` } : body;
    this.stored = stored;
  }
}

const dashed = (code: string): string => code.replaceAll('_', '-');

export function invalid(message: string, param?: string, code?: string): ApiError {
  return new ApiError(400, {
    type: 'invalid_request_error',
    message,
    ...(param ? { param } : {}),
    ...(code ? { code } : {}),
  });
}

export function missing(what: string, id: string, param: string): ApiError {
  return new ApiError(404, {
    type: 'invalid_request_error',
    code: 'resource_missing',
    message: `No such ${what}: '${id}'`,
    param,
  });
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** An id as the API makes them: prefix, underscore, letters and digits. */
export function newStripeId(prefix: string, length = 24): string {
  return `${prefix}_${[...randomBytes(length)].map((byte) => LETTERS[byte % LETTERS.length]).join('')}`;
}

export type Tree = string | Tree[] | { [key: string]: Tree };
type Branch = Map<string, string | Branch>;

/** Reads `a[b][0][c]=x` and `a[]=x` into nested objects and arrays. */
export function parseForm(raw: string): { [key: string]: Tree } {
  const root: Branch = new Map();
  for (const [key, value] of new URLSearchParams(raw)) {
    const shape = /^([^[\]]+)((?:\[[^[\]]*\])*)$/.exec(key);
    if (!shape) throw invalid(`Invalid request parameter name: ${key.slice(0, 60)}`);
    const steps = [shape[1] ?? '', ...[...(shape[2] ?? '').matchAll(/\[([^[\]]*)\]/g)].map((part) => part[1] ?? '')];
    plant(root, steps, value);
  }
  const whole = settle(root);
  return typeof whole === 'string' || Array.isArray(whole) ? {} : whole;
}

function plant(branch: Branch, steps: string[], value: string): void {
  const [first = '', ...rest] = steps;
  const name = first === '' ? String(branch.size) : first;
  if (rest.length === 0) {
    branch.set(name, value);
    return;
  }
  const held = branch.get(name);
  const next: Branch = held instanceof Map ? held : new Map();
  branch.set(name, next);
  plant(next, rest, value);
}

function settle(node: string | Branch, top = true): Tree {
  if (typeof node === 'string') return node;
  const entries = [...node].map(([key, value]) => [key, settle(value, false)] as const);
  if (!top && entries.length > 0 && entries.every(([key]) => /^\d+$/.test(key))) {
    return entries.sort((a, b) => Number(a[0]) - Number(b[0])).map(([, value]) => value);
  }
  // Object.fromEntries defines own properties, so a key like __proto__ stays data.
  return Object.fromEntries(entries);
}

/** Checks parameters against a schema; the first complaint becomes the API's error, unknown names before all others. */
export function checkParams<S extends z.ZodType>(schema: S, tree: { [key: string]: Tree }): z.infer<S> {
  const result = schema.safeParse(tree);
  if (result.success) return result.data;
  const issues = result.error.issues;
  const first = issues.find((issue) => issue.code === 'unrecognized_keys') ?? issues[0];
  throw first ? complaint(first, tree) : invalid('Invalid request.');
}

function complaint(issue: z.core.$ZodIssue, tree: Tree): ApiError {
  const param = spell(issue.path);
  if (issue.code === 'unrecognized_keys') {
    const unknown = spell([...issue.path, issue.keys[0] ?? '']);
    return invalid(`Received unknown parameter: ${unknown}`, unknown, 'parameter_unknown');
  }
  const given = at(tree, issue.path);
  if (given === undefined) return invalid(`Missing required param: ${param}.`, param, 'parameter_missing');
  if (given === '') {
    const message = `You passed an empty string for '${param}'. We assume empty values are an attempt to unset a parameter; however '${param}' cannot be unset. You should remove '${param}' from your request or supply a non-empty value.`;
    return invalid(message, param, 'parameter_invalid_empty');
  }
  if (issue.code === 'custom') {
    const code = typeof issue.params?.code === 'string' ? issue.params.code : undefined;
    return invalid(issue.message.replace('{given}', brief(given)), param, code);
  }
  if (issue.code === 'invalid_value')
    return invalid(`Invalid ${param}: must be one of ${issue.values.join(', ')}`, param);
  if (issue.code === 'too_small' || issue.code === 'too_big') {
    const sense = issue.code === 'too_small' ? 'greater than or equal to' : 'less than or equal to';
    const limit = issue.code === 'too_small' ? issue.minimum : issue.maximum;
    return invalid(`This value must be ${sense} ${limit}.`, param, 'parameter_invalid_integer');
  }
  const wanted = issue.code === 'invalid_type' && issue.expected !== 'string' ? issue.expected : 'string';
  return invalid(`Invalid ${wanted}: ${brief(given)}`, param);
}

function brief(given: Tree): string {
  const text = typeof given === 'string' ? given : JSON.stringify(given);
  return text.length > 40 ? `${text.slice(0, 20)}…${text.slice(-10)}` : text;
}

function spell(path: readonly PropertyKey[]): string {
  const [first, ...rest] = path.map(String);
  return `${first ?? ''}${rest.map((step) => `[${step}]`).join('')}`;
}

function at(tree: Tree, path: readonly PropertyKey[]): Tree | undefined {
  let node: Tree | undefined = tree;
  for (const step of path) {
    if (node === undefined || typeof node === 'string') return undefined;
    node = Array.isArray(node) ? node[Number(step)] : Object.hasOwn(node, step) ? node[String(step)] : undefined;
  }
  return node;
}
