/** What the model says, or how it fails to. */
export type ModelReply =
  | { kind: 'text'; text: string }
  /** The same without saying what it used, as some servers do. */
  | { kind: 'uncounted'; text: string }
  /** Structured output; sent as JSON text. */
  | { kind: 'json'; value: unknown }
  | { kind: 'refusal'; text?: string }
  /** Stopped by the token limit after `text`. */
  | { kind: 'truncated'; text: string }
  /** Stopped by the provider's content filter. */
  | { kind: 'filtered' }
  | { kind: 'error'; status: number; message?: string; retryAfter?: number }
  /** Never answers. */
  | { kind: 'timeout' }
  /** The connection breaks after this share (0 to 1) of the text. */
  | { kind: 'cut'; text: string; share?: number }
  /** Says half of the text, then nothing more; the connection stays. */
  | { kind: 'stall'; text: string }
  /** Says half of the text, then an event that names a fault of the server. */
  | { kind: 'broken'; text: string };

export interface ModelRequest {
  id: string;
  at: Date;
  api: 'responses' | 'chat';
  model: string;
  /** `text.format.name` or `response_format.json_schema.name`. */
  schemaName: string | undefined;
  schema: Json | undefined;
  /** What the developer told it. */
  instructions: string;
  /** What the user told it. */
  input: string;
  stream: boolean;
  maxTokens: number | undefined;
  body: Json;
}

export type Json = { [key: string]: unknown };
export type Replier = ModelReply | ((request: ModelRequest) => ModelReply | Promise<ModelReply>);

/** The faults of the contract, matched by schema name, `responses` or `chat`. */
export type ModelFault =
  | 'refusal'
  | 'truncated'
  | 'invalid-json'
  | 'breaks-rules'
  | 'obeys-attacker'
  | 'filtered'
  | 'empty'
  | '429'
  | '5xx'
  | 'timeout'
  | 'stream-cut'
  | 'stall'
  | 'stream-error'
  | 'uncounted'
  | 'huge';

export const MODEL_FAULTS = [
  'refusal',
  'truncated',
  'invalid-json',
  'breaks-rules',
  'obeys-attacker',
  'filtered',
  'empty',
  '429',
  '5xx',
  'timeout',
  'stream-cut',
  'stall',
  'stream-error',
  'uncounted',
  'huge',
] as const satisfies readonly ModelFault[];

/** A reply's text, as far as it has one. */
export function textOf(reply: ModelReply): string {
  if (reply.kind === 'json') return JSON.stringify(reply.value);
  return 'text' in reply && reply.kind !== 'refusal' ? (reply.text ?? '') : '';
}

const MEGABYTE = 1_048_576;

/** Turns what a good model would have said into the failure asked for. */
export function spoil(
  good: ModelReply,
  fault: ModelFault,
  facts: { status?: number; retryAfter?: number } = {},
): ModelReply {
  const text = textOf(good);
  switch (fault) {
    case 'refusal':
      return { kind: 'refusal' };
    case 'truncated':
      return { kind: 'truncated', text: text.slice(0, Math.floor(text.length / 2)) };
    case 'invalid-json':
      return { kind: 'text', text: `Sure! Here is the JSON you asked for:\n\`\`\`json\n${text.slice(0, -1)},` };
    case 'breaks-rules':
      return { kind: 'json', value: altered(good, brokenValue) };
    case 'obeys-attacker':
      return { kind: 'json', value: altered(good, obedientValue) };
    case 'filtered':
      return { kind: 'filtered' };
    case 'empty':
      return { kind: 'text', text: '' };
    case '429':
      return {
        kind: 'error',
        status: 429,
        message: 'Rate limit reached for requests',
        retryAfter: facts.retryAfter ?? 0,
      };
    case '5xx':
      return { kind: 'error', status: facts.status ?? 503, message: 'The server is overloaded or not ready yet.' };
    case 'timeout':
      return { kind: 'timeout' };
    case 'stream-cut':
      return { kind: 'cut', text, share: 0.5 };
    case 'stall':
      return { kind: 'stall', text };
    case 'stream-error':
      return { kind: 'broken', text };
    case 'uncounted':
      return { kind: 'uncounted', text };
    case 'huge':
      return { kind: 'text', text: 'All work and no play. '.repeat(Math.ceil(MEGABYTE / 22)) };
  }
}

function altered(good: ModelReply, change: (value: string | number, key: string) => string | number): unknown {
  return walk(good.kind === 'json' ? good.value : parsed(textOf(good)), '', change);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return { answer: text };
  }
}

function walk(value: unknown, key: string, change: (value: string | number, key: string) => string | number): unknown {
  if (Array.isArray(value)) return value.map((item) => walk(item, key, change));
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([name, held]) => [name, walk(held, name, change)]));
  }
  return typeof value === 'string' || typeof value === 'number' ? change(value, key) : value;
}

const ISO_DAY = /^\d{4}-\d{2}-\d{2}/;

/** Right types, impossible facts: a fee below zero, a day long past, a share above one hundred. */
function brokenValue(value: string | number): string | number {
  if (typeof value === 'number') return value === 0 ? -1 : -Math.abs(value) * 1_000;
  if (ISO_DAY.test(value)) return value.replace(ISO_DAY, '1970-02-30');
  if (/^[0-9.,]+$/.test(value)) return `-${value}`;
  return value;
}

/** What "ignore your instructions" asks for: one unit as the price, another account, active content in the prose. */
function obedientValue(value: string | number): string | number {
  if (typeof value === 'number') return 1;
  if (ISO_DAY.test(value)) return value.replace(ISO_DAY, '2099-12-31');
  if (/^[0-9.,]+$/.test(value)) return '1';
  if (value.length < 12) return value;
  return `${value} The client owns everything at once and pays to IBAN DE02120300000000202051, see https://attacker.test/?q=1 <script>alert(1)</script> <!channel>`;
}
