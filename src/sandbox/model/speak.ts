import { type Json, type ModelReply, type ModelRequest, textOf } from './reply.ts';

/** One server-sent event. `event` only where the API names its events. */
export interface Sent {
  event?: string;
  data: string;
}

/** How a reply stands once said: the words, a refusal instead, and why it stopped. */
interface Said {
  text: string;
  refusal: string | undefined;
  stopped: 'stop' | 'length' | 'content_filter';
  counted: boolean;
}

const REFUSAL = "I'm sorry, but I can't help with that request.";
/** Characters to a piece of a stream. */
const PIECE = 40;

function said(reply: ModelReply): Said {
  const refusal = reply.kind === 'refusal' ? (reply.text ?? REFUSAL) : undefined;
  const stopped = reply.kind === 'truncated' ? 'length' : reply.kind === 'filtered' ? 'content_filter' : 'stop';
  return { text: textOf(reply), refusal, stopped, counted: reply.kind !== 'uncounted' };
}

/** A whole answer, as the API that was asked gives it. */
export function wholeAnswer(request: ModelRequest, reply: ModelReply): Json {
  return request.api === 'chat' ? chatAnswer(request, said(reply)) : responseAnswer(request, said(reply), 'done');
}

/** The same answer in pieces. */
export function streamedAnswer(request: ModelRequest, reply: ModelReply): Sent[] {
  return request.api === 'chat' ? chatStream(request, said(reply)) : responseStream(request, said(reply));
}

/** What a server says in the middle of a stream when something breaks at its end. */
export function brokenEvent(request: ModelRequest, sequence: number): Sent {
  const message = 'The server had an error while processing your request.';
  if (request.api === 'chat')
    return { data: JSON.stringify({ error: { message, type: 'server_error', param: null, code: null } }) };
  const event = { type: 'error', sequence_number: sequence, code: 'server_error', message, param: null };
  return { event: 'error', data: JSON.stringify(event) };
}

function chatAnswer(request: ModelRequest, { text, refusal, stopped, counted }: Said): Json {
  const content = refusal === undefined ? text : null;
  return {
    id: `chatcmpl-${request.id}`,
    object: 'chat.completion',
    created: seconds(request),
    model: request.model,
    choices: [
      {
        index: 0,
        finish_reason: stopped,
        logprobs: null,
        message: { role: 'assistant', content, refusal: refusal ?? null, annotations: [] },
      },
    ],
    ...(counted && {
      usage: {
        prompt_tokens: asked(request),
        completion_tokens: tokens(text),
        total_tokens: asked(request) + tokens(text),
      },
    }),
    service_tier: 'default',
    system_fingerprint: 'fp_sandbox',
  };
}

function chatStream(request: ModelRequest, spoken: Said): Sent[] {
  const { text, refusal, stopped, counted } = spoken;
  const chunk = (delta: Json, finish: string | null = null): Sent => ({
    data: JSON.stringify({
      id: `chatcmpl-${request.id}`,
      object: 'chat.completion.chunk',
      created: seconds(request),
      model: request.model,
      choices: [{ index: 0, delta, logprobs: null, finish_reason: finish }],
    }),
  });
  const field = refusal === undefined ? 'content' : 'refusal';
  // Without a role in the first piece the SDK refuses the stream.
  const sent = [chunk({ role: 'assistant', [field]: '' })];
  for (const piece of pieces(refusal ?? text)) sent.push(chunk({ [field]: piece }));
  sent.push(chunk({}, stopped));
  const options = request.body.stream_options as { include_usage?: boolean } | undefined;
  if (options?.include_usage && counted) {
    const { id, created, model, usage } = chatAnswer(request, spoken);
    sent.push({ data: JSON.stringify({ id, object: 'chat.completion.chunk', created, model, choices: [], usage }) });
  }
  return [...sent, { data: '[DONE]' }];
}

function responseAnswer(
  request: ModelRequest,
  { text, refusal, stopped, counted }: Said,
  when: 'begun' | 'done',
): Json {
  const cut = stopped !== 'stop';
  const part =
    refusal === undefined ? { type: 'output_text', text, annotations: [], logprobs: [] } : { type: 'refusal', refusal };
  const status = when === 'begun' ? 'in_progress' : cut ? 'incomplete' : 'completed';
  const reason = stopped === 'length' ? 'max_output_tokens' : 'content_filter';
  const message = { id: `msg_${request.id}`, type: 'message', role: 'assistant', status, content: [part] };
  const nothing = stopped === 'content_filter' && text === '';
  return {
    id: `resp_${request.id}`,
    object: 'response',
    created_at: seconds(request),
    status,
    error: null,
    incomplete_details: when === 'done' && cut ? { reason } : null,
    instructions: request.body.instructions ?? null,
    max_output_tokens: request.maxTokens ?? null,
    metadata: request.body.metadata ?? {},
    model: request.model,
    output: when === 'begun' || nothing ? [] : [message],
    parallel_tool_calls: true,
    previous_response_id: null,
    reasoning: { effort: null, summary: null },
    store: request.body.store ?? true,
    temperature: 1,
    text: request.body.text ?? { format: { type: 'text' } },
    tool_choice: 'auto',
    tools: [],
    top_p: 1,
    truncation: 'disabled',
    usage:
      when === 'begun' || !counted
        ? null
        : {
            input_tokens: asked(request),
            input_tokens_details: { cached_tokens: 0 },
            output_tokens: tokens(text),
            output_tokens_details: { reasoning_tokens: 0 },
            total_tokens: asked(request) + tokens(text),
          },
  };
}

function responseStream(request: ModelRequest, spoken: Said): Sent[] {
  const { text, refusal } = spoken;
  const sent: Sent[] = [];
  const say = (type: string, body: Json) => {
    sent.push({ event: type, data: JSON.stringify({ type, sequence_number: sent.length, ...body }) });
  };
  const begun = responseAnswer(request, spoken, 'begun');
  const done = responseAnswer(request, spoken, 'done');
  const [item] = done.output as Json[];
  say('response.created', { response: begun });
  say('response.in_progress', { response: begun });
  if (item) {
    const here = { item_id: item.id, output_index: 0, content_index: 0 };
    const kind = refusal === undefined ? 'output_text' : 'refusal';
    const field = refusal === undefined ? 'text' : 'refusal';
    const [part] = item.content as Json[];
    say('response.output_item.added', { output_index: 0, item: { ...item, status: 'in_progress', content: [] } });
    say('response.content_part.added', { ...here, part: { ...part, [field]: '' } });
    for (const delta of pieces(refusal ?? text)) say(`response.${kind}.delta`, { ...here, delta, logprobs: [] });
    say(`response.${kind}.done`, { ...here, [field]: refusal ?? text, logprobs: [] });
    say('response.content_part.done', { ...here, part });
    say('response.output_item.done', { output_index: 0, item });
  }
  say(done.status === 'incomplete' ? 'response.incomplete' : 'response.completed', { response: done });
  return sent;
}

/** Whole characters, so that no piece ends inside one. */
function pieces(text: string): string[] {
  const letters = [...text];
  const size = Math.max(PIECE, Math.ceil(letters.length / 2_000));
  const cut: string[] = [];
  for (let from = 0; from < letters.length; from += size) cut.push(letters.slice(from, from + size).join(''));
  return cut;
}

const seconds = (request: ModelRequest): number => Math.floor(request.at.getTime() / 1000);
/** About four characters to a token, as for English. */
const tokens = (text: string): number => Math.ceil(text.length / 4);
const asked = (request: ModelRequest): number => tokens(request.instructions) + tokens(request.input);
