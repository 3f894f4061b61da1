import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import { showSlackDate } from '../slack-date.ts';
import { Outward, Reader } from './words.tsx';

type Part = Record<string, unknown> & { type: string };
const parts = (value: unknown): Part[] => (Array.isArray(value) ? (value as Part[]) : []);

/** A `rich_text` block. */
export function RichText({ block }: { block: Record<string, unknown> }) {
  return (
    <>
      {parts(block.elements).map((part) => {
        const inside = parts(part.elements);
        if (part.type === 'rich_text_quote') return <blockquote>{inside.map(Run)}</blockquote>;
        if (part.type === 'rich_text_preformatted') return <pre>{inside.map(Run)}</pre>;
        if (part.type === 'rich_text_list') {
          const items = inside.map((item) => <li>{parts(item.elements).map(Run)}</li>);
          const indent = { marginInlineStart: `${Number(part.indent ?? 0) * 1.5}rem` };
          return part.style === 'ordered' ? (
            <ol start={Number(part.offset ?? 0) + 1} style={indent}>
              {items}
            </ol>
          ) : (
            <ul style={indent}>{items}</ul>
          );
        }
        return <p class="rich">{inside.map(Run)}</p>;
      })}
    </>
  );
}

function Run(part: Part) {
  return <Styled part={part} />;
}

function Styled({ part }: { part: Part }) {
  const style = (part.style ?? {}) as Record<string, boolean>;
  let node: ComponentChildren = <Bare part={part} />;
  if (style.code) node = <code>{node}</code>;
  if (style.bold) node = <strong>{node}</strong>;
  if (style.italic) node = <em>{node}</em>;
  if (style.strike) node = <s>{node}</s>;
  if (style.underline) node = <u>{node}</u>;
  return <>{node}</>;
}

function Bare({ part }: { part: Part }) {
  const reader = useContext(Reader);
  switch (part.type) {
    case 'link':
      return <Outward href={String(part.url)}>{String(part.text ?? part.url)}</Outward>;
    case 'user':
      return <span class="mention">@{reader.names[String(part.user_id)] ?? String(part.user_id)}</span>;
    case 'channel':
      return <span class="mention">#{reader.names[String(part.channel_id)] ?? String(part.channel_id)}</span>;
    case 'broadcast':
      return <span class="mention">@{String(part.range)}</span>;
    case 'emoji':
      return (
        <>
          {part.unicode
            ? String.fromCodePoint(
                ...String(part.unicode)
                  .split('-')
                  .map((code) => Number.parseInt(code, 16)),
              )
            : `:${String(part.name)}:`}
        </>
      );
    case 'date':
      return (
        <time>{showSlackDate(Number(part.timestamp), String(part.format), reader.zone, new Date(reader.now))}</time>
      );
    case 'color':
      return <code>{String(part.value)}</code>;
    default:
      return <>{lines(String(part.text ?? ''))}</>;
  }
}

const lines = (text: string) => text.split('\n').map((line, index) => [index > 0 && <br />, line]);
