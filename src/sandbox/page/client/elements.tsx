import { useContext, useRef, useState } from 'preact/hooks';
import { type Field, fieldOf } from './inputs.tsx';
import { openWithin } from './menu.ts';
import { Surface } from './surface.ts';
import { isText, type TextObject, Words } from './words.tsx';

type Element = Record<string, unknown> & { type: string };

interface Confirm {
  title: TextObject;
  text: TextObject;
  confirm: TextObject;
  deny: TextObject;
  style?: string;
}

/** One interactive element of a block: a button, a menu, or an input that answers at once. */
export function BlockElement({ element, blockId, label }: { element: Element; blockId: string; label?: string }) {
  const surface = useContext(Surface);
  const actionId = String(element.action_id ?? '');
  if (element.type === 'button')
    return <PressButton element={element} onPress={() => surface.press(blockId, actionId)} />;
  if (element.type === 'overflow')
    return <Overflow element={element} onChoose={(value) => surface.choose(blockId, actionId, value)} />;
  if (element.type === 'image')
    return <img class="element-image" src={String(element.image_url)} alt={String(element.alt_text)} />;
  const field: Field = {
    element,
    name: label ?? (isText(element.placeholder) ? element.placeholder.text : actionId),
    value: surface.value(blockId, actionId),
    onChange: (value) => surface.choose(blockId, actionId, value),
    ids: {},
  };
  return <span class="element-field">{fieldOf(field)}</span>;
}

function PressButton({ element, onPress }: { element: Element; onPress: () => Promise<void> }) {
  const [busy, setBusy] = useState(false);
  const ask = useRef<HTMLDialogElement>(null);
  const confirm = element.confirm as Confirm | undefined;
  const press = async () => {
    setBusy(true);
    await onPress().finally(() => setBusy(false));
  };
  const begin = () => (confirm ? ask.current?.showModal() : void press());
  const look = `button ${String(element.style ?? '')}`;
  const spoken = element.accessibility_label ? { 'aria-label': String(element.accessibility_label) } : {};
  return (
    <>
      {element.url ? (
        <a class={look} href={String(element.url)} target="_blank" rel="noreferrer" onClick={begin} {...spoken}>
          <Words text={element.text} />
          <span class="outward" aria-hidden="true">
            {' '}
            ↗
          </span>
        </a>
      ) : (
        <button
          type="button"
          class={look}
          disabled={busy}
          onClick={begin}
          data-action={String(element.action_id)}
          {...spoken}
        >
          <Words text={element.text} />
        </button>
      )}
      {confirm && (
        <dialog ref={ask} class="ask" aria-label={confirm.title.text}>
          <h2>
            <Words text={confirm.title} />
          </h2>
          <p>
            <Words text={confirm.text} />
          </p>
          <p class="row end">
            <button type="button" class="button" onClick={() => ask.current?.close()}>
              <Words text={confirm.deny} />
            </button>
            <button
              type="button"
              class={`button ${confirm.style ?? 'primary'}`}
              onClick={() => {
                ask.current?.close();
                void press();
              }}
            >
              <Words text={confirm.confirm} />
            </button>
          </p>
        </dialog>
      )}
    </>
  );
}

interface Option {
  text: TextObject;
  value: string;
  url?: string;
}

function Overflow({ element, onChoose }: { element: Element; onChoose: (value: string) => Promise<void> }) {
  const menu = useRef<HTMLDetailsElement>(null);
  const options = (element.options ?? []) as Option[];
  return (
    <details class="menu" ref={menu} onToggle={openWithin}>
      <summary class="button" aria-label="More actions">
        •••
      </summary>
      <ul>
        {options.map((option) => (
          <li>
            <button
              type="button"
              onClick={() => {
                if (menu.current) menu.current.open = false;
                if (option.url) window.open(option.url, '_blank', 'noreferrer');
                void onChoose(option.value);
              }}
            >
              <Words text={option.text} />
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
