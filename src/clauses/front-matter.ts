/** A prompt file in two parts: the facts above, the text below, exactly as it stands in the file. */
export type Parts = { facts: Record<string, unknown>; body: string };

const HEAD = /^---\n([\s\S]*?)\n---\n/;
const LINE = /^([a-z][A-Za-z]*): (.+)$/;

/**
 * Reads the head of a prompt file: one `key: value` a line, where a value that starts like JSON is JSON and any other is
 * plain text. That is a part of YAML, so editors and other tools read it too, and needs no YAML parser at run time.
 * Throws a plain error that names the file and the line: a broken prompt file is a fault, never a refusal.
 */
export function readParts(file: string, text: string): Parts {
  const head = HEAD.exec(text);
  if (!head?.[1]) throw new Error(`${file}: the file must begin with a head between two lines of ---`);
  const facts: Record<string, unknown> = {};
  for (const line of head[1].split('\n')) {
    const [, key, value] = LINE.exec(line) ?? [];
    if (!key || !value) throw new Error(`${file}: not "key: value": ${line}`);
    if (key in facts) throw new Error(`${file}: "${key}" stands twice`);
    facts[key] = readValue(file, line, value.trim());
  }
  return { facts, body: text.slice(head[0].length).trim() };
}

function readValue(file: string, line: string, value: string): unknown {
  if (!/^(?:[[{"]|true$|false$|null$|-?\d+$)/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    throw new Error(`${file}: not JSON: ${line}`);
  }
}
