export type LedgerSource = 'slack' | 'stripe' | 'mail' | 'model' | 'app';

export interface LedgerEntry {
  id: string;
  /** Business time, ISO 8601: what the ledger's clock said, not the machine's. */
  at: string;
  source: LedgerSource;
  /** What happened, e.g. `chat.postMessage`, `webhook`, `mail`, `slash-command`. */
  kind: string;
  /** Slack team id, where one is known. */
  workspace?: string;
  /** One line a person can read in the drawer. */
  summary: string;
  detail: unknown;
}

export type LedgerFilter = Partial<Pick<LedgerEntry, 'source' | 'kind' | 'workspace'>>;

export interface Ledger {
  add(entry: Omit<LedgerEntry, 'id' | 'at'>): LedgerEntry;
  list(filter?: LedgerFilter): LedgerEntry[];
  /** Answers with the function that stops listening. `undefined` means the ledger was cleared. */
  onChange(listener: (entry: LedgerEntry | undefined) => void): () => void;
  clear(): void;
}

/** A month of reminders in one sitting is some 20,000 entries; older ones are let go. */
const KEPT = 20_000;

/** The append-only record of everything that crossed the wire; tests read it and the page shows it. */
export function createLedger(options: { now?: () => Date } = {}): Ledger {
  const now = options.now ?? (() => new Date());
  const entries: LedgerEntry[] = [];
  const listeners = new Set<(entry: LedgerEntry | undefined) => void>();
  let count = 0;
  const tell = (entry: LedgerEntry | undefined) => {
    for (const listener of listeners) listener(entry);
  };
  return {
    add(entry) {
      count += 1;
      const whole: LedgerEntry = { id: `led_${count}`, at: now().toISOString(), ...entry };
      entries.push(whole);
      if (entries.length > KEPT) entries.splice(0, entries.length - KEPT);
      tell(whole);
      return whole;
    },
    list(filter = {}) {
      return entries.filter(
        (entry) =>
          (filter.source === undefined || entry.source === filter.source) &&
          (filter.kind === undefined || entry.kind === filter.kind) &&
          (filter.workspace === undefined || entry.workspace === filter.workspace),
      );
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    clear() {
      entries.length = 0;
      tell(undefined);
    },
  };
}
