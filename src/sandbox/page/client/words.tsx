import { type ComponentChildren, createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { withEmoji } from '../emoji.ts';
import { type Inline, readMrkdwn } from '../mrkdwn.ts';
import { showSlackDate } from '../slack-date.ts';

/** What text needs to know of the workspace: names behind ids, the reader's zone, today. */
export const Reader = createContext<{ names: Record<string, string>; zone: string; now: number }>({
  names: {},
  zone: 'UTC',
  now: 0,
});

export interface TextObject {
  type: 'plain_text' | 'mrkdwn';
  text: string;
  emoji?: boolean;
}

export const isText = (value: unknown): value is TextObject =>
  typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string';

const DOTS: Record<string, string> = {
  '⚪': 'white',
  '⚫': 'black',
  '🔴': 'red',
  '🟠': 'orange',
  '🟡': 'yellow',
  '🟢': 'green',
  '🔵': 'blue',
};
const DOT = new RegExp(`(${Object.keys(DOTS).join('|')})`, 'u');

/** A card's circle is drawn, as Slack draws it: without an emoji font a machine shows an empty box. */
function Plain({ text }: { text: string }) {
  return (
    <>
      {text.split(DOT).map((part) => {
        const colour = DOTS[part];
        return colour ? <span class={`dot ${colour}`} role="img" aria-label={`${colour} circle`} /> : part;
      })}
    </>
  );
}

/** A text object of either kind. */
export function Words({ text }: { text: unknown }) {
  if (!isText(text)) return null;
  if (text.type === 'plain_text') return <Plain text={text.emoji === false ? text.text : withEmoji(text.text)} />;
  return <Mrkdwn text={text.text} />;
}

export function Mrkdwn({ text }: { text: string }) {
  return (
    <>
      {readMrkdwn(text).map((paragraph) => {
        if (paragraph.is === 'pre') return <pre>{paragraph.text}</pre>;
        const lines = paragraph.lines.map((line, index) => (
          <>
            {index > 0 && <br />}
            <Line inside={line} />
          </>
        ));
        return paragraph.is === 'quote' ? <blockquote>{lines}</blockquote> : <span>{lines}</span>;
      })}
    </>
  );
}

function Line({ inside }: { inside: Inline[] }): ComponentChildren {
  return inside.map((node) => <Piece node={node} />);
}

function Piece({ node }: { node: Inline }) {
  const reader = useContext(Reader);
  switch (node.is) {
    case 'text':
      return <Plain text={node.text} />;
    case 'bold':
      return <strong>{Line(node)}</strong>;
    case 'italic':
      return <em>{Line(node)}</em>;
    case 'strike':
      return <s>{Line(node)}</s>;
    case 'code':
      return <code>{node.text}</code>;
    case 'link':
      return <Outward href={node.href}>{Line(node)}</Outward>;
    case 'user':
      return <span class="mention">@{reader.names[node.id] ?? (node.label || node.id)}</span>;
    case 'channel':
      return <span class="mention">#{reader.names[node.id] ?? (node.label || node.id)}</span>;
    case 'range':
      return <span class="mention">@{node.label || node.id}</span>;
    case 'date': {
      const shown = node.seconds
        ? showSlackDate(node.seconds, node.format, reader.zone, new Date(reader.now))
        : node.fallback;
      const time = <time title={node.fallback}>{shown}</time>;
      return node.href ? <Outward href={node.href}>{time}</Outward> : time;
    }
  }
}

/** A link that leaves the page, in a tab of its own. */
export function Outward({ href, children }: { href: string; children: ComponentChildren }) {
  return (
    <a href={href} target="_blank" rel="noreferrer">
      {children}
    </a>
  );
}
