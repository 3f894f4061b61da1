import { useContext, useRef, useState } from 'preact/hooks';
import { post } from './connection.ts';
import { ScreenContext } from './screen.ts';

type Fault = { label: string } & (
  | { chat: [match: string, kind: '429' | '5xx' | 'timeout' | 'drop-after-accept'] }
  | { path: string; body: object }
);

/** What can go wrong, one strike each; what a press does next meets it. */
const FAULTS: Fault[] = [
  { label: 'Chat: too many requests', chat: ['chat.*', '429'] },
  { label: 'Chat: server error', chat: ['chat.*', '5xx'] },
  { label: 'Chat: no answer', chat: ['chat.*', 'timeout'] },
  { label: 'Chat: posted, answer lost', chat: ['chat.*', 'drop-after-accept'] },
  { label: 'Mail: try again later', path: '/ui/mail/faults', body: { match: '*', kind: 'smtp-4xx' } },
  { label: 'Mail: no such address', path: '/ui/mail/faults', body: { match: '*', kind: 'smtp-5xx' } },
  { label: 'Mail: taken, answer lost', path: '/ui/mail/faults', body: { match: '*', kind: 'drop-after-accept' } },
  { label: 'Payments: server error', path: '/ui/stripe/faults', body: { match: '*', kind: '5xx' } },
  { label: 'Payments: event sent twice', path: '/ui/stripe/faults', body: { match: '*', kind: 'duplicate' } },
  { label: 'Payments: events out of order', path: '/ui/stripe/faults', body: { match: '*', kind: 'reorder' } },
  { label: 'Model: refuses', path: '/ui/model/faults', body: { match: '*', kind: 'refusal' } },
  { label: 'Model: cut short', path: '/ui/model/faults', body: { match: '*', kind: 'truncated' } },
];

export function Switches() {
  const { state, act } = useContext(ScreenContext);
  const sure = useRef<HTMLDialogElement>(null);
  const toggle = (label: string, name: 'payments' | 'model', about: string) => (
    <label class="switch">
      <input
        type="checkbox"
        role="switch"
        aria-checked={state.switches[name]}
        checked={state.switches[name]}
        onChange={(event) => void act({ do: 'turn', name, on: event.currentTarget.checked })}
      />
      <span>
        {label}
        <small>{about}</small>
      </span>
    </label>
  );
  return (
    <div class="switches">
      <h2>Switches</h2>
      {toggle('Card payments', 'payments', 'Off: bank transfer only')}
      {toggle('A model', 'model', 'On: you are the model')}
      <Faults />
      <button type="button" class="button" onClick={() => sure.current?.showModal()}>
        Start over
      </button>
      <dialog class="ask" ref={sure} aria-label="Start over">
        <h2>Start over?</h2>
        <p>You get a new workspace. The old one and its messages are gone from this page.</p>
        <p class="row end">
          <button type="button" class="button" onClick={() => sure.current?.close()}>
            Keep this one
          </button>
          <button
            type="button"
            class="button primary"
            onClick={() => {
              sure.current?.close();
              sessionStorage.clear();
              void act({ do: 'start-over' });
            }}
          >
            Start over
          </button>
        </p>
      </dialog>
    </div>
  );
}

function Faults() {
  const { state, act } = useContext(ScreenContext);
  const [label, setLabel] = useState('');
  const add = async () => {
    const fault = FAULTS.find((each) => each.label === label);
    if (!fault) return;
    if ('chat' in fault) await act({ do: 'fault', match: fault.chat[0], kind: fault.chat[1], times: 1 });
    else await post(fault.path, { times: 1, ...fault.body });
    setLabel('');
  };
  return (
    <div class="faults">
      <label>
        Make something fail once
        <select value={label} onChange={(event) => setLabel(event.currentTarget.value)}>
          <option value="">Nothing</option>
          {FAULTS.map((fault) => (
            <option value={fault.label}>{fault.label}</option>
          ))}
        </select>
      </label>
      {label && (
        <button type="button" class="button" onClick={() => void add()}>
          Arm it
        </button>
      )}
      {state.faults > 0 && (
        <button type="button" class="button" onClick={() => void act({ do: 'clear-faults' })}>
          Disarm {state.faults}
        </button>
      )}
    </div>
  );
}
