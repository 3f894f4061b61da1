import { useContext, useState } from 'preact/hooks';
import { post, useFetched } from './connection.ts';
import { ScreenContext } from './screen.ts';

interface Asked {
  id: string;
  at: string;
  schemaName: string | null;
  instructions: string;
  input: string;
  suggestion: string;
}

const PRESETS: Record<string, string> = {
  good: 'A good answer',
  refusal: 'Refuse',
  truncated: 'Cut short',
  'invalid-json': 'Not JSON',
  'breaks-rules': 'Break the rules',
  'obeys-attacker': 'Obey the attacker',
  empty: 'Say nothing',
  '5xx': 'Server error',
};

function useAsked() {
  const { state } = useContext(ScreenContext);
  const asked = useFetched<{ pending: Asked[]; presets: string[] }>(
    '/ui/model',
    `${state.modelWaiting} ${state.ledger}`,
  );
  return { pending: asked?.pending ?? [], presets: asked?.presets ?? [] };
}

/** "You are the model": what was asked, and the answer typed or chosen. */
export function Model() {
  const { pending, presets } = useAsked();
  return (
    <section class="conversation" aria-label="The model">
      <header class="place-head">
        <h1>The model</h1>
        <p>You are the model: what the app asks waits here for your answer</p>
      </header>
      <div class="home">
        {pending.length === 0 && (
          <p class="empty">Nothing is asked now. Draft a contract with /contract, and the request appears here.</p>
        )}
        {pending.map((request) => (
          <Request key={request.id} request={request} presets={presets} />
        ))}
      </div>
    </section>
  );
}

/** The same inside an open modal, which waits for the answer and lets nothing behind it be pressed. */
export function ModelHere() {
  const { pending, presets } = useAsked();
  const [first] = pending;
  return first ? <Request key={first.id} request={first} presets={presets} /> : null;
}

function Request({ request, presets }: { request: Asked; presets: string[] }) {
  const [text, setText] = useState(request.suggestion);
  const answer = (body: object) => post(`/ui/model/requests/${request.id}/answer`, body);
  return (
    <article class="block card asked">
      <h3>You are the model: answer {request.schemaName ?? 'this'}</h3>
      <p class="row">
        {presets
          .filter((preset) => PRESETS[preset])
          .map((preset) => (
            <button
              type="button"
              class={`button ${preset === 'good' ? 'primary' : ''}`}
              onClick={() => void answer({ preset })}
            >
              {PRESETS[preset]}
            </button>
          ))}
      </p>
      <details>
        <summary>Type the answer</summary>
        <label>
          Your answer
          <textarea rows={8} value={text} onInput={(event) => setText(event.currentTarget.value)} />
        </label>
        <button type="button" class="button" onClick={() => void answer({ text })}>
          Send this
        </button>
      </details>
      <details>
        <summary>What the app asked</summary>
        <pre>{request.instructions}</pre>
        <pre>{request.input}</pre>
      </details>
    </article>
  );
}
