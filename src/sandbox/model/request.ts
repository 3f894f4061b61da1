import { z } from 'zod';
import type { Json, ModelRequest } from './reply.ts';

const Format = z.looseObject({
  type: z.string(),
  name: z.string().optional(),
  schema: z.record(z.string(), z.unknown()).optional(),
});
const Parts = z.union([z.string(), z.array(z.looseObject({ text: z.string().optional() })), z.null()]);
const Message = z.looseObject({ role: z.string().optional(), content: Parts.optional() });

const ResponsesBody = z.looseObject({
  model: z.string().min(1),
  input: z.union([z.string(), z.array(Message)]),
  instructions: z.string().nullish(),
  text: z.looseObject({ format: Format.optional() }).optional(),
  stream: z.boolean().nullish(),
  max_output_tokens: z.number().nullish(),
});

const ChatBody = z.looseObject({
  model: z.string().min(1),
  messages: z.array(Message).min(1),
  response_format: z.looseObject({ type: z.string(), json_schema: Format.partial().optional() }).optional(),
  stream: z.boolean().nullish(),
  max_tokens: z.number().nullish(),
  max_completion_tokens: z.number().nullish(),
});

/** What the API says to a request it can't take. */
export class BadRequest extends Error {
  readonly param: string | null;
  readonly code: string | null;
  constructor(message: string, param: string | null, code: string | null = null) {
    super(message);
    this.param = param;
    this.code = code;
  }
}

export function readRequest(api: ModelRequest['api'], body: Json, id: string, at: Date): ModelRequest {
  return api === 'responses' ? readResponses(body, id, at) : readChat(body, id, at);
}

function readResponses(body: Json, id: string, at: Date): ModelRequest {
  const asked = checked(ResponsesBody, body);
  const messages = typeof asked.input === 'string' ? [{ role: 'user', content: asked.input }] : asked.input;
  const format = asked.text?.format;
  const structured = format?.type === 'json_schema';
  if (structured) checkSchema(format.schema, 'text.format.schema');
  return {
    id,
    at,
    api: 'responses',
    model: asked.model,
    schemaName: structured ? format.name : undefined,
    schema: structured ? format.schema : undefined,
    instructions: [asked.instructions ?? '', told(messages, isDeveloper)].filter(Boolean).join('\n\n'),
    input: told(messages, isUser),
    stream: asked.stream === true,
    maxTokens: asked.max_output_tokens ?? undefined,
    body,
  };
}

function readChat(body: Json, id: string, at: Date): ModelRequest {
  const asked = checked(ChatBody, body);
  const format = asked.response_format?.type === 'json_schema' ? asked.response_format.json_schema : undefined;
  if (format) checkSchema(format.schema, 'response_format.json_schema.schema');
  return {
    id,
    at,
    api: 'chat',
    model: asked.model,
    schemaName: format?.name,
    schema: format?.schema,
    instructions: told(asked.messages, isDeveloper),
    input: told(asked.messages, isUser),
    stream: asked.stream === true,
    maxTokens: asked.max_completion_tokens ?? asked.max_tokens ?? undefined,
    body,
  };
}

function checked<S extends z.ZodType>(schema: S, body: Json): z.infer<S> {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const param = issue?.path.join('.') ?? null;
  throw new BadRequest(`Invalid value for '${param}': ${issue?.message ?? 'unreadable'}.`, param);
}

type Told = z.infer<typeof Message>;
const isDeveloper = (role: string | undefined) => role === 'system' || role === 'developer';
const isUser = (role: string | undefined) => !isDeveloper(role) && role !== 'assistant';

function told(messages: Told[], by: (role: string | undefined) => boolean): string {
  return messages
    .filter((message) => by(message.role))
    .map(({ content }) => (Array.isArray(content) ? content.map((part) => part.text ?? '').join('') : (content ?? '')))
    .join('\n\n');
}

/** Strict structured output takes only objects that list every property as required and allow no others. */
function checkSchema(schema: unknown, param: string): void {
  if (schema === undefined)
    throw new BadRequest(`Missing required parameter: '${param}'.`, param, 'missing_required_parameter');
  const fault = schemaFault(schema, []);
  if (!fault) return;
  throw new BadRequest(
    `Invalid schema for response_format: In context=(${fault.at}), ${fault.why}`,
    param,
    'invalid_json_schema',
  );
}

function schemaFault(schema: unknown, path: readonly string[]): { at: string; why: string } | undefined {
  if (Array.isArray(schema))
    return firstOf(schema.map((item, index) => () => schemaFault(item, [...path, String(index)])));
  if (schema === null || typeof schema !== 'object') return undefined;
  const node = schema as Json;
  const at = path.map((step) => `'${step}'`).join(', ');
  if (node.type === 'object') {
    const names = Object.keys((node.properties ?? {}) as Json);
    const required = Array.isArray(node.required) ? node.required : [];
    if (node.additionalProperties !== false)
      return { at, why: "'additionalProperties' is required to be supplied and to be false." };
    const left = names.find((name) => !required.includes(name));
    if (left) {
      const why = `'required' is required to be supplied and to be an array including every key in properties. Missing '${left}'.`;
      return { at, why };
    }
  }
  return firstOf(
    Object.entries(node).map(
      ([key, held]) =>
        () =>
          schemaFault(held, [...path, key]),
    ),
  );
}

function firstOf<T>(looks: (() => T | undefined)[]): T | undefined {
  for (const look of looks) {
    const found = look();
    if (found !== undefined) return found;
  }
  return undefined;
}
