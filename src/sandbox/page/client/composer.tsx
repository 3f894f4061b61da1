import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import { ScreenContext } from './screen.ts';

const BUILT_IN = { command: '/invite', description: 'Bring Retainer into this channel', hint: '@Retainer' };

/** Where a person types: a message, or a slash command with its names offered. */
export function Composer({ label, prefill }: { label: string; prefill: string }) {
  const { state, act } = useContext(ScreenContext);
  const [text, setText] = useState(prefill);
  const [picked, setPicked] = useState(0);
  const box = useRef<HTMLTextAreaElement>(null);
  const offeredOnce = useRef(prefill);
  // What was sent is not offered again, though the page learns of the card a moment later.
  useEffect(() => {
    const { current: before } = offeredOnce;
    if (prefill === before) return;
    offeredOnce.current = prefill;
    // Once there is a draft, a brief that nobody touched is not left standing there.
    setText((old) => (old === '' || old === before ? prefill : old));
  }, [prefill]);
  // A form that was closed without a draft leaves the brief still to be sent.
  const inForm = useRef(false);
  useEffect(() => {
    if (inForm.current && !state.view) setText((old) => old || prefill);
    inForm.current = state.view !== undefined;
  }, [state.view, prefill]);
  useEffect(() => {
    const { current } = box;
    if (!current) return;
    current.style.height = 'auto';
    current.style.height = `${Math.min(current.scrollHeight + 2, 200)}px`;
  });
  const all = [
    ...state.commands,
    ...(state.channels.some((each) => each.id === state.place && !each.hasApp) ? [BUILT_IN] : []),
  ];
  const offered = /^\/[\w-]*$/.test(text)
    ? all.filter((each) => each.command.startsWith(text) && each.command !== text)
    : [];
  const take = (command: string) => {
    setText(`${command} `);
    setPicked(0);
    box.current?.focus();
  };
  const send = () => {
    const said = text;
    setText(said === prefill ? '' : prefill);
    void act({ do: 'say', text: said });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const choice = offered[picked];
    if (offered.length > 0 && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setPicked((picked + step + offered.length) % offered.length);
    } else if (choice && (event.key === 'Tab' || event.key === 'Enter')) {
      event.preventDefault();
      take(choice.command);
    } else if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      if (text.trim()) send();
    }
  };
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim()) send();
      }}
    >
      {offered.length > 0 && (
        <ul class="offered" aria-label="Commands" id="offered">
          {offered.map((each, index) => (
            <li>
              <button type="button" aria-current={index === picked} onClick={() => take(each.command)}>
                <strong>{each.command}</strong> <span class="hint">{each.hint}</span>
                <small>{each.description}</small>
              </button>
            </li>
          ))}
        </ul>
      )}
      <textarea
        ref={box}
        rows={1}
        aria-label={label}
        placeholder={label}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <button type="submit" class="button primary" disabled={!text.trim()}>
        Send
      </button>
    </form>
  );
}
