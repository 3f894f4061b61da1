import type OpenAI from 'openai';
import type { Question, Saying } from './model-wire.ts';

/** Chat completions, streamed: what Ollama, vLLM and llama.cpp speak. */
export async function askChat(client: OpenAI, question: Question, signal: AbortSignal, saying: Saying): Promise<void> {
  const { model, name, schema, instructions, input, maxTokens } = question;
  const chunks = await client.chat.completions.create(
    {
      model,
      messages: [
        { role: 'system', content: instructions },
        { role: 'user', content: input },
      ],
      response_format: { type: 'json_schema', json_schema: { name, schema, strict: true } },
      // The older name: not all of these servers know max_completion_tokens.
      max_tokens: maxTokens,
      stream: true,
      stream_options: { include_usage: true },
    },
    { signal },
  );
  saying.begun = true;
  for await (const chunk of chunks) {
    // Counted in a chunk without choices after the last word, or along the way.
    if (chunk.usage) saying.count(chunk.usage.prompt_tokens, chunk.usage.completion_tokens);
    const [choice] = chunk.choices ?? [];
    if (!choice) continue;
    saying.add(choice.delta?.content ?? '');
    if (choice.delta?.refusal) saying.ending = 'refused';
    const reason = choice.finish_reason;
    if (reason && saying.ending !== 'refused')
      saying.ending = reason === 'content_filter' ? 'refused' : reason === 'length' ? 'cut-short' : 'whole';
  }
}
