import { isDeepStrictEqual } from 'node:util';

/** More changes than this while one is booked are no race any more; the sweep finds what comes later. */
const TURNS_MAX = 5;

/**
 * Books what the provider says of an object and reads it once more, until what was booked is what stands. Reading happens
 * before the project's lock is held, so an answer may be overtaken by another worker's newer one; it is then booked over.
 */
export async function bookAsItStands<T>(read: () => Promise<T>, book: (seen: T) => Promise<void>): Promise<void> {
  let seen = await read();
  for (let turn = 0; turn < TURNS_MAX; turn += 1) {
    await book(seen);
    const after = await read();
    if (isDeepStrictEqual(after, seen)) return;
    seen = after;
  }
}
