import { useEffect, useState } from 'preact/hooks';
import type { Act } from '../acts.ts';
import type { PageState } from '../page-state.ts';

export interface Look {
  team: string;
  user: string;
  place: string;
  thread: string;
}

/** Says what the page wants done; rejects with a sentence. */
export async function act(look: Look, what: Act): Promise<void> {
  const response = await fetch('/ui/act', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ look, act: what }),
  });
  if (response.ok) return;
  const body = (await response.json().catch(() => ({}))) as { error?: string };
  throw new Error(body.error ?? `The sandbox answered ${response.status}.`);
}

export async function post(path: string, body: unknown): Promise<void> {
  await fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
}

/** Fetches JSON again whenever `version` changes. */
export function useFetched<T>(path: string, version: unknown): T | undefined {
  const [data, setData] = useState<T>();
  // The version is why it is fetched again
  useEffect(() => {
    let current = true;
    fetch(path)
      .then((response) => response.json())
      .then((fresh: T) => {
        if (current) setData(fresh);
      })
      .catch(() => {});
    return () => {
      current = false;
    };
  }, [path, version]);
  return data;
}

/** The page's state, kept fresh by the server; undefined until it first speaks. */
export function usePageState(look: Look): { state: PageState | undefined; lost: boolean } {
  const [state, setState] = useState<PageState>();
  const [lost, setLost] = useState(false);
  const query = new URLSearchParams({ ...look }).toString();
  useEffect(() => {
    const source = new EventSource(`/ui/stream?${query}`);
    source.onmessage = (event) => {
      setLost(false);
      setState(JSON.parse(event.data as string) as PageState);
    };
    source.onerror = () => setLost(true);
    return () => source.close();
  }, [query]);
  return { state, lost };
}

/** Remembers what was read, per channel, across reloads. */
export function seenUpTo(channel: string): string {
  return sessionStorage.getItem(`seen ${channel}`) ?? '';
}

export function markSeen(channel: string, ts: string): void {
  if (ts > seenUpTo(channel)) sessionStorage.setItem(`seen ${channel}`, ts);
}
