/** What the app says of itself on `/metrics`. */
export interface AppGauges {
  /** Effects and due steps not yet done. */
  owed: number;
  /** Business time of the next planned thing. */
  nextDue: Date | undefined;
}

/** Undefined when the app does not answer. */
export async function readGauges(appUrl: string): Promise<AppGauges | undefined> {
  const response = await fetch(`${appUrl}/metrics`, { signal: AbortSignal.timeout(3000) }).catch(() => undefined);
  if (!response?.ok) return undefined;
  const text = await response.text();
  const values = (name: string) =>
    [...text.matchAll(new RegExp(`^${name}(?:\\{[^}]*\\})? (\\S+)$`, 'gm'))].map((match) => Number(match[1]));
  const due = values('retainer_next_due_timestamp_seconds').filter(
    (seconds) => Number.isFinite(seconds) && seconds > 0,
  );
  return {
    owed: values('retainer_owed').reduce((sum, value) => sum + value, 0),
    nextDue: due.length > 0 ? new Date(Math.min(...due) * 1000) : undefined,
  };
}
