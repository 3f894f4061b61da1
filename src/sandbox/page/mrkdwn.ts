import { withEmoji } from './emoji.ts';

/** Slack's own light markup, read into a tree that any renderer can walk. */

export type Inline =
  | { is: 'text'; text: string }
  | { is: 'bold' | 'italic' | 'strike'; inside: Inline[] }
  | { is: 'code'; text: string }
  | { is: 'link'; href: string; inside: Inline[] }
  | { is: 'user' | 'channel' | 'range'; id: string; label: string }
  | { is: 'date'; seconds: number; format: string; href: string; fallback: string };

export type Paragraph = { is: 'lines' | 'quote'; lines: Inline[][] } | { is: 'pre'; text: string };

const OPEN = '\uE000';
const CLOSE = '\uE001';

/** `&amp;`, `&lt;` and `&gt;` are the only entities Slack knows. */
const unescaped = (text: string) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

export function readMrkdwn(source: string): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  source.split(/```\n?/).forEach((part, index, parts) => {
    const closed = index % 2 === 1 && index < parts.length - 1;
    if (closed) paragraphs.push({ is: 'pre', text: unescaped(part.replace(/\n$/, '')) });
    else paragraphs.push(...readLines(part));
  });
  return paragraphs;
}

function readLines(source: string): Paragraph[] {
  const found: (Paragraph & { is: 'lines' | 'quote' })[] = [];
  if (source.trim() === '') return [];
  for (const line of source.replace(/^\n|\n$/g, '').split('\n')) {
    const quoted = /^(?:>|&gt;) ?/.exec(line);
    const is = quoted ? 'quote' : 'lines';
    const inside = readInline(quoted ? line.slice(quoted[0].length) : line);
    const last = found.at(-1);
    if (last?.is === is) last.lines.push(inside);
    else found.push({ is, lines: [inside] });
  }
  return found;
}

/** One line: links, mentions, dates and code are set aside first, so that formatting can't reach into them. */
export function readInline(line: string): Inline[] {
  const aside: Inline[] = [];
  const keep = (node: Inline) => `${OPEN}${aside.push(node) - 1}${CLOSE}`;
  const held = line
    .replaceAll(/[\uE000\uE001]/g, '')
    .replaceAll(/`([^`\n]+)`/g, (_, code: string) => keep({ is: 'code', text: unescaped(code) }))
    .replaceAll(/<([^<>]+)>/g, (_, inner: string) => keep(readAngle(inner)));
  return format(held, aside);
}

function readAngle(inner: string): Inline {
  const [target = '', ...rest] = inner.split('|');
  const label = rest.join('|');
  if (target.startsWith('@')) return { is: 'user', id: target.slice(1), label };
  if (target.startsWith('#')) return { is: 'channel', id: target.slice(1), label };
  if (target.startsWith('!date^')) {
    const [, seconds = '0', form = '', href = ''] = target.split('^');
    return { is: 'date', seconds: Number(seconds), format: form, href, fallback: unescaped(label) };
  }
  if (target.startsWith('!')) return { is: 'range', id: target.slice(1), label };
  const href = unescaped(target);
  if (!/^(https?|mailto|slack|tel):/i.test(href)) return { is: 'text', text: unescaped(`<${inner}>`) };
  return {
    is: 'link',
    href,
    inside: [{ is: 'text', text: withEmoji(unescaped(label || target.replace(/^mailto:/, ''))) }],
  };
}

const MARKS = { '*': 'bold', _: 'italic', '~': 'strike' } as const;
const EDGE = String.raw`[\s\p{P}\p{S}\uE000\uE001]`;
const MARKED = new RegExp(String.raw`(?<=^|${EDGE})([*_~])(?=\S)((?:(?!\1).)*?\S)\1(?=$|${EDGE})`, 'u');

function format(source: string, aside: Inline[]): Inline[] {
  const match = MARKED.exec(source);
  if (!match) return leaves(source, aside);
  const [whole, mark, inside = ''] = match;
  return [
    ...leaves(source.slice(0, match.index), aside),
    { is: MARKS[mark as keyof typeof MARKS], inside: format(inside, aside) },
    ...format(source.slice(match.index + whole.length), aside),
  ];
}

function leaves(source: string, aside: Inline[]): Inline[] {
  return source
    .split(/(\uE000\d+\uE001)/)
    .filter(Boolean)
    .map(
      (part) =>
        (part.startsWith(OPEN) ? aside[Number(part.slice(1, -1))] : undefined) ?? {
          is: 'text',
          text: withEmoji(unescaped(part)),
        },
    );
}
