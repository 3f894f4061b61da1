import { useContext, useEffect, useRef } from 'preact/hooks';
import type { PageMessage } from '../page-state.ts';
import { Composer } from './composer.tsx';
import { markSeen } from './connection.ts';
import { dayOf } from './dates.ts';
import { Icon } from './icons.tsx';
import { Message } from './message.tsx';
import { ScreenContext } from './screen.ts';

/** A channel or a direct message: who is there, what was said, the box to type in. */
export function Conversation() {
  const { state } = useContext(ScreenContext);
  const { channels, place, messages } = state;
  const channel = channels.find((each) => each.id === place);
  const end = useRef<HTMLLIElement>(null);
  const newest = messages.at(-1);
  const mark = `${newest?.ts} ${newest?.text} ${newest?.blocks.length}`;
  // A new or changed last message is why it scrolls
  useEffect(() => {
    end.current?.scrollIntoView({ block: 'end' });
    if (newest) markSeen(place, newest.ts);
  }, [mark, place]);
  const name = channel?.kind === 'im' ? state.title : `#${state.title}`;
  return (
    <section class="conversation" aria-label={name}>
      <header class="place-head">
        <h1>
          {channel?.kind === 'private' && <Icon name="private" />}
          {name}
        </h1>
        <p>{state.about}</p>
      </header>
      <ol class="messages">
        {messages.length === 0 && (
          <li class="empty">Nothing here yet. Say something, or type / to see what Retainer can do.</li>
        )}
        {messages.map((message, index) => (
          <>
            <NewDay message={message} before={messages[index - 1]} zone={state.zone} />
            <Message key={message.ts} message={message} />
          </>
        ))}
        <li ref={end} class="end" aria-hidden="true" />
      </ol>
      <Composer key={`${state.team} ${state.me.id} ${place}`} label={`Message ${name}`} prefill={state.brief} />
    </section>
  );
}

function NewDay({ message, before, zone }: { message: PageMessage; before: PageMessage | undefined; zone: string }) {
  const day = dayOf(message.at, zone);
  if (before && dayOf(before.at, zone) === day) return null;
  return (
    <li class="new-day">
      <span>{day}</span>
    </li>
  );
}

/** The panel beside a channel that shows one thread. */
export function Thread() {
  const { state, go } = useContext(ScreenContext);
  const end = useRef<HTMLLIElement>(null);
  const { thread } = state;
  const count = thread?.answers.length ?? 0;
  // A new answer is why it scrolls
  useEffect(() => end.current?.scrollIntoView({ block: 'end' }), [count]);
  if (!thread) return null;
  return (
    <aside class="panel thread" aria-label="Thread">
      <header class="panel-head">
        <h2>Thread</h2>
        <button type="button" class="quiet" onClick={() => go(state.place)} aria-label="Close the thread">
          ✕
        </button>
      </header>
      <ol class="messages">
        {thread.root && <Message message={thread.root} inThread />}
        <li class="new-day">
          <span>{count === 1 ? '1 answer' : `${count} answers`}</span>
        </li>
        {thread.answers.map((message) => (
          <Message key={message.ts} message={message} inThread />
        ))}
        <li ref={end} class="end" aria-hidden="true" />
      </ol>
      <Composer key={thread.root?.ts ?? ''} label="Answer" prefill="" />
    </aside>
  );
}
