import { useContext, useRef, useState } from 'preact/hooks';
import type { ArmedFault } from '../acts.ts';
import { ScreenContext } from './screen.ts';

/** What can go wrong, one strike each; the next thing that meets it fails. */
const FAULTS: { label: string; fault: ArmedFault }[] = [
  { label: 'Chat: too many requests', fault: { vendor: 'slack', kind: '429' } },
  { label: 'Chat: server error', fault: { vendor: 'slack', kind: '5xx' } },
  { label: 'Chat: no answer', fault: { vendor: 'slack', kind: 'timeout' } },
  { label: 'Chat: posted, answer lost', fault: { vendor: 'slack', kind: 'drop-after-accept' } },
  { label: 'Mail: try again later', fault: { vendor: 'mailbox', kind: 'smtp-4xx' } },
  { label: 'Mail: no such address', fault: { vendor: 'mailbox', kind: 'smtp-5xx' } },
  { label: 'Mail: taken, answer lost', fault: { vendor: 'mailbox', kind: 'drop-after-accept' } },
  { label: 'Payments: server error', fault: { vendor: 'stripe', kind: '5xx' } },
  { label: 'Payments: event sent twice', fault: { vendor: 'stripe', kind: 'duplicate' } },
  { label: 'Payments: events out of order', fault: { vendor: 'stripe', kind: 'reorder' } },
  { label: 'Model: refuses', fault: { vendor: 'model', kind: 'refusal' } },
  { label: 'Model: cut short', fault: { vendor: 'model', kind: 'truncated' } },
  { label: 'Model: not JSON', fault: { vendor: 'model', kind: 'invalid-json' } },
  { label: 'Model: breaks the rules', fault: { vendor: 'model', kind: 'breaks-rules' } },
  { label: 'Model: obeys the attacker', fault: { vendor: 'model', kind: 'obeys-attacker' } },
  { label: 'Model: a megabyte', fault: { vendor: 'model', kind: 'huge' } },
  { label: 'Model: breaks off in the middle', fault: { vendor: 'model', kind: 'stream-cut' } },
  { label: 'Model: stops in the middle', fault: { vendor: 'model', kind: 'stall' } },
  { label: 'Model: no answer', fault: { vendor: 'model', kind: 'timeout' } },
  { label: 'Model: too many requests', fault: { vendor: 'model', kind: '429' } },
  { label: 'Model: server error', fault: { vendor: 'model', kind: '5xx' } },
];

export function Switches({ onDone }: { onDone: () => void }) {
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
              onDone();
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
    const armed = FAULTS.find((each) => each.label === label);
    if (armed) await act({ do: 'fault', fault: armed.fault });
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
