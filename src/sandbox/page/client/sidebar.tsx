import { useContext } from 'preact/hooks';
import type { PageChannel } from '../page-state.ts';
import { seenUpTo } from './connection.ts';
import { shortDay, timeOf } from './dates.ts';
import { Avatar, Mark } from './face.tsx';
import { Icon, type IconName } from './icons.tsx';
import { ScreenContext } from './screen.ts';
import { Switches } from './switches.tsx';

/** Where one can go, who one is, what day it is, and what can be switched. */
export function Sidebar({ open, onGo }: { open: boolean; onGo: () => void }) {
  const { state, be } = useContext(ScreenContext);
  return (
    <nav class={`sidebar ${open ? 'open' : ''}`} aria-label="Workspace">
      <div class="workspace">
        <span class="avatar app" aria-hidden="true">
          <Mark />
        </span>
        <label>
          <span class="visually-hidden">Workspace</span>
          <select value={state.team} onChange={(event) => be(event.currentTarget.value, '')}>
            {state.workspaces.map((each) => (
              <option value={each.id}>{each.name}</option>
            ))}
          </select>
        </label>
      </div>
      <Time />
      <Places onGo={onGo} />
      <People />
      <Switches onDone={onGo} />
    </nav>
  );
}

function Places({ onGo }: { onGo: () => void }) {
  const { state, go } = useContext(ScreenContext);
  const { channels } = state;
  const to = (place: string) => {
    go(place);
    onGo();
  };
  const item = (place: string, label: string, icon: IconName, count = 0, unread = false) => (
    <li>
      <button
        type="button"
        class={unread ? 'unread' : ''}
        aria-current={state.place === place ? 'page' : undefined}
        onClick={() => to(place)}
        data-place={place}
      >
        <Icon name={icon} />
        <span class="label">{label}</span>
        {count > 0 && <span class="count">{count}</span>}
        {unread && <span class="visually-hidden">(new)</span>}
      </button>
    </li>
  );
  const channel = (each: PageChannel) =>
    item(
      each.id,
      each.name,
      each.shared ? 'shared' : each.kind,
      0,
      each.id !== state.place && each.lastTs > seenUpTo(each.id),
    );
  const dm = channels.find((each) => each.kind === 'im');
  return (
    <>
      <h2>Channels</h2>
      <ul class="places">{channels.filter((each) => each.kind !== 'im').map(channel)}</ul>
      <h2>The app</h2>
      <ul class="places">
        {dm && item(dm.id, 'Retainer', 'im', 0, dm.id !== state.place && dm.lastTs > seenUpTo(dm.id))}
        {item('home', 'Home', 'home')}
      </ul>
      <h2>Outside</h2>
      <ul class="places">
        {item('mail', 'Mailbox', 'mail', state.newMails)}
        {state.switches.model && item('model', 'The model', 'model', state.modelWaiting)}
      </ul>
    </>
  );
}

function People() {
  const { state, be } = useContext(ScreenContext);
  return (
    <fieldset class="people">
      <legend>You are</legend>
      {state.people.map((person) => (
        <label class={person.id === state.me.id ? 'chosen' : ''}>
          <input
            type="radio"
            name="person"
            checked={person.id === state.me.id}
            onChange={() => be(state.team, person.id)}
          />
          <Avatar face={person} small />
          <span>
            {person.name}
            <small>{person.about}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Time() {
  const { state, act } = useContext(ScreenContext);
  const moving = state.moving !== undefined;
  const step = (label: string, name: 'next' | 'day' | 'week', disabled = false) => (
    <button
      type="button"
      class="button"
      disabled={moving || disabled}
      onClick={() => void act({ do: 'pass', step: name })}
      data-step={name}
    >
      {label}
    </button>
  );
  return (
    <fieldset class="time">
      <legend class="visually-hidden">Time</legend>
      <p>
        <time dateTime={new Date(state.now).toISOString()}>
          <strong>{shortDay(state.now, state.zone)}</strong> {timeOf(state.now, state.zone)}
        </time>
        {state.nextDueAt !== undefined && !moving && (
          <small>
            next event {shortDay(state.nextDueAt, state.zone)}, {timeOf(state.nextDueAt, state.zone)}
          </small>
        )}
        {moving && <small>time is passing…</small>}
      </p>
      <div class="row">
        {step('Next event', 'next', state.nextDueAt === undefined)}
        {step('+1 day', 'day')}
        {step('+1 week', 'week')}
      </div>
    </fieldset>
  );
}
