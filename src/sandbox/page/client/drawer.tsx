import { useContext } from 'preact/hooks';
import type { LedgerEntry } from '../../ledger.ts';
import { useFetched } from './connection.ts';
import { shortDay, timeOf } from './dates.ts';
import { ScreenContext } from './screen.ts';

const SOURCES: Record<string, string> = { slack: 'Chat', stripe: 'Payments', mail: 'Mail', model: 'Model', app: 'App' };

/** "What just happened": everything that crossed the wire, newest first. */
export function Drawer({ onClose }: { onClose: () => void }) {
  const { state } = useContext(ScreenContext);
  const ledger = useFetched<{ entries: LedgerEntry[] }>('/ui/ledger', state.ledger);
  return (
    <aside class="panel drawer" aria-label="What just happened">
      <header class="panel-head">
        <h2>What just happened</h2>
        <button type="button" class="quiet" onClick={onClose} aria-label="Close what just happened">
          ✕
        </button>
      </header>
      <ol class="ledger">
        {ledger?.entries.map((entry) => (
          <li key={entry.id}>
            <details>
              <summary>
                <span class={`source from-${entry.source}`}>{SOURCES[entry.source]}</span> <span>{entry.summary}</span>
                <time dateTime={entry.at}>
                  {shortDay(Date.parse(entry.at), state.zone)} {timeOf(Date.parse(entry.at), state.zone)}
                </time>
              </summary>
              <pre>{JSON.stringify(entry.detail, null, 2)}</pre>
            </details>
          </li>
        ))}
      </ol>
    </aside>
  );
}
