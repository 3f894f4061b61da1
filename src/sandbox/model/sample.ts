import type { Json, ModelReply, ModelRequest } from './reply.ts';

/** What was found for a field, and the words of the brief it was found in. */
interface Find {
  value: string | number;
  quote: string;
}

interface Reading {
  brief: string;
  today: Date;
  definitions: Json;
}

/**
 * A plausible answer to any request: the schema filled with what a plain reading of the brief finds, `null` where nothing is
 * found and nothing is allowed. It knows no schema by name; it goes by what the fields are called.
 */
export function sampleAnswer(request: ModelRequest): ModelReply {
  if (!request.schema) return { kind: 'text', text: `You wrote: ${request.input.slice(0, 400)}` };
  const definitions = { ...(request.schema.definitions as Json), ...(request.schema.$defs as Json) };
  return { kind: 'json', value: fill(request.schema, '', { brief: request.input, today: request.at, definitions }) };
}

function fill(schema: Json, key: string, reading: Reading): unknown {
  if (typeof schema.$ref === 'string') {
    return fill((reading.definitions[schema.$ref.split('/').at(-1) ?? ''] ?? {}) as Json, key, reading);
  }
  if ('const' in schema) return schema.const;
  const choices = (schema.anyOf ?? schema.oneOf) as Json[] | undefined;
  if (choices) return fillChoice(choices, key, reading);
  const types = [schema.type].flat();
  if (types.includes('null') && types.length > 1 && !Array.isArray(schema.enum)) {
    const type = types.find((one) => one !== 'null');
    return fillChoice([{ ...schema, type }, { type: 'null' }], key, reading);
  }
  if (Array.isArray(schema.enum)) return fillEnum(schema.enum, reading);
  if (types.includes('object')) return fillObject(schema, key, reading);
  if (types.includes('array')) return fillArray(schema, key, reading);
  if (types.includes('null')) return null;
  if (types.includes('boolean')) return false;
  const found = find(key, reading);
  if (types.includes('integer') || types.includes('number')) {
    const number = Number(found?.value ?? 0);
    return /minor|cents/i.test(key)
      ? Math.round(number * 100)
      : types.includes('integer')
        ? Math.round(number)
        : number;
  }
  const text = String(found?.value ?? subject(reading.brief));
  return typeof schema.maxLength === 'number' ? text.slice(0, schema.maxLength) : text;
}

function fillChoice(choices: Json[], key: string, reading: Reading): unknown {
  const real = choices.find((choice) => choice.type !== 'null') ?? {};
  const nullable = choices.some((choice) => choice.type === 'null');
  if (nullable && find(key, reading) === undefined && !('enum' in real)) return null;
  return fill(real, key, reading);
}

function fillEnum(values: unknown[], reading: Reading): unknown {
  const named = values.find(
    (value) => typeof value === 'string' && new RegExp(`\\b${escaped(value)}\\b`, 'i').test(reading.brief),
  );
  return named ?? (values.includes(null) ? null : values[0]);
}

function fillObject(schema: Json, key: string, reading: Reading): Json {
  const properties = (schema.properties ?? {}) as Record<string, Json>;
  const quote = find(key, reading)?.quote;
  return Object.fromEntries(
    Object.entries(properties).map(([name, held]) => {
      if (/^(quote|evidence|source|found)$/i.test(name)) return [name, quote ?? fill(held, name, reading)];
      return [name, fill(held, /^(value|text|amount)$/i.test(name) && key ? key : name, reading)];
    }),
  );
}

function fillArray(schema: Json, key: string, reading: Reading): unknown[] {
  if (!/deliverable|scope|item|line/i.test(key)) return [];
  return [fill((schema.items ?? {}) as Json, key, reading)];
}

const AMOUNT = /(?:\b[A-Z]{3}|[€$£])\s?([0-9][0-9.,]*[0-9]|[0-9])|([0-9][0-9.,]*[0-9])\s?(?:[A-Z]{3}\b|[€$£])/;
const SIGNS: Record<string, string> = { '€': 'EUR', $: 'USD', '£': 'GBP' };
const NUMBERS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The first rule whose name fits the field reads the brief. */
const RULES: [RegExp, (reading: Reading) => Find | undefined][] = [
  [/e-?mail/i, ({ brief }) => match(brief, /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/, (found) => found[0])],
  [
    /currency/i,
    ({ brief }) =>
      match(brief, /\b(?:EUR|USD|GBP|CHF|SEK|NOK|DKK|JPY|CAD|AUD|NZD)\b|[€$£]/, (found) => SIGNS[found[0]] ?? found[0]),
  ],
  [/deposit|share|percent/i, ({ brief }) => match(brief, /([0-9]{1,3})\s?%/, (found) => Number(found[1]))],
  [
    /fee|amount|price|total|minor/i,
    ({ brief }) => match(brief, AMOUNT, (found) => plainNumber(found[1] ?? found[2] ?? '0')),
  ],
  [
    /revision|round/i,
    ({ brief }) => match(brief, /\b(\w+)(?=\s+(?:rounds?|revisions?))/i, (found) => count(found[1] ?? '')),
  ],
  [
    /start|begin/i,
    (reading) => day(reading, /(?:start\w*|from|begin\w*)\s+(?:on\s+)?([0-9]{1,2}\s+\w+(?:\s+[0-9]{4})?)/i),
  ],
  [
    /end|due|finish|done/i,
    (reading) => day(reading, /(?:by|until|done|due)\s+(?:by\s+|on\s+)?([0-9]{1,2}\s+\w+(?:\s+[0-9]{4})?)/i),
  ],
  [
    /client|company|name/i,
    ({ brief }) => match(brief, /\bfor\s+([A-Z][\w&'’. -]*?)(?=\s*[(,.;]|$)/, (found) => found[1] ?? ''),
  ],
  [
    /title|project|deliverable|scope|description/i,
    ({ brief }) => (subject(brief) ? { value: subject(brief), quote: subject(brief) } : undefined),
  ],
];

function find(key: string, reading: Reading): Find | undefined {
  return RULES.find(([name]) => name.test(key))?.[1](reading);
}

function match(brief: string, pattern: RegExp, read: (found: RegExpExecArray) => string | number): Find | undefined {
  const found = pattern.exec(brief);
  return found ? { value: read(found), quote: found[0] } : undefined;
}

/** `4,000` and `4.000,50` alike: the last separator followed by one or two digits is the decimal one. */
function plainNumber(written: string): number {
  const parts = /^(.*?)(?:[.,]([0-9]{1,2}))?$/.exec(written);
  return Number(`${(parts?.[1] ?? '').replaceAll(/[.,]/g, '')}.${parts?.[2] ?? '0'}`);
}

const count = (word: string): number => Math.max(NUMBERS.indexOf(word.toLowerCase()), Number.parseInt(word, 10) || 0);

function day(reading: Reading, pattern: RegExp): Find | undefined {
  const found = pattern.exec(reading.brief);
  const [date = '', month = '', year] = (found?.[1] ?? '').split(/\s+/);
  const index = MONTHS.indexOf(month.slice(0, 3).toLowerCase());
  if (!found || index < 0) return undefined;
  const here = (inYear: number) => new Date(Date.UTC(inYear, index, Number(date)));
  const next = here(reading.today.getUTCFullYear());
  const when = year ? here(Number(year)) : next < reading.today ? here(next.getUTCFullYear() + 1) : next;
  return { value: when.toISOString().slice(0, 10), quote: found[1] ?? '' };
}

/** What the brief is about: its words up to "for", a bracket or a comma. */
function subject(brief: string): string {
  return (/^\s*(.{3,120}?)(?=\s+for\s|\s*[(,.;\n]|$)/.exec(brief)?.[1] ?? '').trim();
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
