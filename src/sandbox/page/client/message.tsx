import { useContext, useMemo, useRef, useState } from 'preact/hooks';
import type { PageMessage, PageValues } from '../page-state.ts';
import { Blocks } from './blocks.tsx';
import { timeOf } from './dates.ts';
import { Avatar, Badge } from './face.tsx';
import { Icon } from './icons.tsx';
import { openWithin } from './menu.ts';
import { ScreenContext } from './screen.ts';
import { Surface, type SurfaceActs } from './surface.ts';
import { Mrkdwn } from './words.tsx';

/** One message, with its menu and the way into its thread. */
export function Message({ message, inThread }: { message: PageMessage; inThread?: boolean }) {
  const { state } = useContext(ScreenContext);
  if (message.kind === 'notice') {
    return (
      <li class="message notice">
        <Only />
        <p>{message.text}</p>
      </li>
    );
  }
  return (
    <li class={`message ${message.kind}`} id={`m${message.ts}`} data-ts={message.ts}>
      <Avatar face={message.from} />
      <div class="message-body">
        {message.kind === 'only-you' && <Only />}
        <p class="byline">
          <strong>{message.from.name}</strong> <Badge face={message.from} />
          <time dateTime={new Date(message.at).toISOString()}>{timeOf(message.at, state.zone)}</time>
          {message.answerTo && !inThread && <span class="note">answered in a thread</span>}
        </p>
        <Content message={message} />
        {message.edited && <span class="note edited">(edited)</span>}
        <Files message={message} />
        {!inThread && message.answers > 0 && <ThreadLink message={message} />}
      </div>
      {message.kind === 'message' && <Menu message={message} inThread={inThread ?? false} />}
    </li>
  );
}

const Only = () => (
  <p class="only">
    <span aria-hidden="true">◐</span> Only visible to you
  </p>
);

function Content({ message }: { message: PageMessage }) {
  const surface = useMessageSurface(message);
  if (message.blocks.length === 0) {
    return (
      <div class="text">
        <Mrkdwn text={message.text} />
      </div>
    );
  }
  return (
    <Surface.Provider value={surface}>
      <div class="blocks">
        <Blocks blocks={message.blocks} />
      </div>
    </Surface.Provider>
  );
}

function useMessageSurface(message: PageMessage): SurfaceActs {
  const { state, act } = useContext(ScreenContext);
  const [drafts, setDrafts] = useState<PageValues>({});
  return useMemo(() => {
    const at = { ts: message.ts };
    return {
      press: (blockId, actionId) => act({ do: 'press', at, blockId, actionId, drafts }),
      choose: (blockId, actionId, value) => act({ do: 'choose', at, blockId, actionId, value, drafts }),
      value: (blockId, actionId) => drafts[blockId]?.[actionId] ?? message.values[blockId]?.[actionId] ?? '',
      type: (blockId, actionId, value) =>
        setDrafts((old) => ({ ...old, [blockId]: { ...old[blockId], [actionId]: value } })),
      errors: {},
      people: state.people,
      channels: state.channels,
      upload: async () => '',
    };
  }, [message, drafts, act, state]);
}

function Files({ message }: { message: PageMessage }) {
  if (message.files.length === 0) return null;
  return (
    <p class="row">
      {message.files.map((file) => (
        <a class="file" href={file.url} target="_blank" rel="noreferrer">
          <Icon name="file" /> {file.name} <small>{Math.ceil(file.size / 1024)} KB</small>
        </a>
      ))}
    </p>
  );
}

function ThreadLink({ message }: { message: PageMessage }) {
  const { state, go } = useContext(ScreenContext);
  return (
    <button type="button" class="thread-link" onClick={() => go(message.channel, message.ts)}>
      {message.answers === 1 ? '1 answer' : `${message.answers} answers`}{' '}
      <small>last at {timeOf(message.lastAnswerAt, state.zone)}</small>
    </button>
  );
}

function Menu({ message, inThread }: { message: PageMessage; inThread: boolean }) {
  const { state, act, go } = useContext(ScreenContext);
  const menu = useRef<HTMLDetailsElement>(null);
  const close = () => {
    if (menu.current) menu.current.open = false;
  };
  return (
    <details class="menu message-menu" ref={menu} onToggle={openWithin}>
      <summary aria-label={`More for the message of ${message.from.name} at ${timeOf(message.at, state.zone)}`}>
        •••
      </summary>
      <ul>
        {!inThread && (
          <li>
            <button
              type="button"
              onClick={() => {
                close();
                go(message.channel, message.ts);
              }}
            >
              Answer in a thread
            </button>
          </li>
        )}
        {state.shortcuts.map((shortcut) => (
          <li>
            <button
              type="button"
              onClick={() => {
                close();
                void act({ do: 'shortcut', ts: message.ts, callbackId: shortcut.callbackId });
              }}
            >
              {shortcut.name}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
