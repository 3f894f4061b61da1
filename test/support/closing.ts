type Close = () => Promise<unknown>;

/** What the test file that runs has opened. */
const opened: Close[] = [];

/**
 * Closes something when the test file ends, the last opened first. Vitest does not hear an `afterAll` that is called inside a
 * hook, where most of what is closed here is opened.
 */
export const atEnd = (close: Close) => void opened.push(close);

export async function closeAll(): Promise<void> {
  for (const close of opened.splice(0).reverse()) await close();
}
