import type OpenAI from 'openai';
import type { Question, Saying } from './model-wire.ts';

/** The Responses API, streamed. Its last event holds the whole answer, and why it ended. */
export async function askResponses(
  client: OpenAI,
  question: Question,
  signal: AbortSignal,
  saying: Saying,
): Promise<void> {
  const { model, name, schema, instructions, input, maxTokens } = question;
  const events = await client.responses.create(
    {
      model,
      instructions,
      input,
      text: { format: { type: 'json_schema', name, schema, strict: true } },
      store: false,
      max_output_tokens: maxTokens,
      stream: true,
    },
    { signal },
  );
  saying.begun = true;
  for await (const event of events) {
    if (event.type === 'response.output_text.delta') saying.add(event.delta);
    else if (event.type === 'response.refusal.delta') saying.ending = 'refused';
    else if (event.type === 'error') saying.ending = ofFault(event.code);
    else if (
      event.type === 'response.completed' ||
      event.type === 'response.incomplete' ||
      event.type === 'response.failed'
    )
      end(event.response, saying);
  }
}

function end(response: OpenAI.Responses.Response, saying: Saying): void {
  saying.count(response.usage?.input_tokens, response.usage?.output_tokens);
  const contents = response.output.flatMap((item) => (item.type === 'message' ? item.content : []));
  const text = contents.map((content) => (content.type === 'output_text' ? content.text : '')).join('');
  // Some servers stream nothing and put everything into the last event.
  if (!saying.text) saying.add(text);
  if (contents.some(({ type }) => type === 'refusal')) saying.ending = 'refused';
  else if (response.status === 'completed') saying.ending = 'whole';
  else if (response.status === 'failed') saying.ending = ofFault(response.error?.code);
  else saying.ending = response.incomplete_details?.reason === 'content_filter' ? 'refused' : 'cut-short';
}

const ofFault = (code: string | null | undefined) => (code === 'rate_limit_exceeded' ? 'busy' : 'unreachable');
