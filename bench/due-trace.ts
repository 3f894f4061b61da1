/** `TRACE=<file> npm run bench -- due`: every statement of our worker and each effect's start, in milliseconds. */
import { writeFileSync } from 'node:fs';
import pg from 'pg';

type Query = (this: pg.Client, ...args: unknown[]) => unknown;

/** Notes what the worker asks its database, and writes it when the parent asks for the starts. Answers how to note a start. */
export function traceStatements(file: string): () => void {
  const lines: string[] = [];
  const note = (what: string) => void lines.push(`${performance.now().toFixed(1)} ${what}`);
  const client = pg.Client.prototype as unknown as { query: Query };
  const { query } = client;
  client.query = function (...args) {
    const [first] = args as [{ text?: string } | string];
    note(
      String(typeof first === 'string' ? first : first.text)
        .replace(/\s+/g, ' ')
        .slice(0, 120),
    );
    return query.apply(this, args);
  };
  process.on('message', () => writeFileSync(file, `${lines.join('\n')}\n`));
  return () => note('== the effect starts');
}
