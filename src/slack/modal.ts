import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';

/** What a pressed button or typed command came with: what may open a modal once, for three seconds, and where it was. */
type Asked = { trigger_id: string; view?: { type?: string } | undefined };

/** A view a person has open. The hash is of what it shows; without it, what it shows is replaced whatever it is. */
export type Shown = { id: string; hash?: string | undefined };

/**
 * Opens a modal, or puts it on top of the one that is open.
 *
 * The view goes out as text, which is what it is on the wire: an object is first copied by Slack's client, key by key, for
 * a debug line that nobody writes, which was two fifths of the call in a profile.
 */
export async function openModal(client: WebClient, asked: Asked, view: ModalView): Promise<Shown> {
  const method = asked.view?.type === 'modal' ? 'views.push' : 'views.open';
  return shownBy(await client.apiCall(method, { trigger_id: asked.trigger_id, view: JSON.stringify(view) }));
}

/**
 * Replaces what a view shows; named by its id alone, whatever that is. Slack answers `hash_conflict` when the view shows
 * something else by now, and `not_found` when it was closed.
 */
export async function updateModal(client: WebClient, shown: Shown | string, view: ModalView): Promise<Shown> {
  const { id, hash }: Shown = typeof shown === 'string' ? { id: shown } : shown;
  const what = { view_id: id, view: JSON.stringify(view), ...(hash && { hash }) };
  return shownBy(await client.apiCall('views.update', what));
}

function shownBy(answer: object): Shown {
  const { id = '', hash } = (answer as { view?: { id?: string; hash?: string } }).view ?? {};
  return { id, hash };
}
