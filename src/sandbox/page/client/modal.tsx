import { useContext, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { PageState, PageValues, PageView } from '../page-state.ts';
import { Blocks } from './blocks.tsx';
import { Mark } from './face.tsx';
import { ModelHere } from './model.tsx';
import { ScreenContext } from './screen.ts';
import { Surface, type SurfaceActs } from './surface.ts';

async function upload(state: PageState, file: File): Promise<string> {
  const query = new URLSearchParams({ team: state.team, user: state.me.id, name: file.name });
  const response = await fetch(`/ui/upload?${query}`, {
    method: 'POST',
    body: file,
    headers: { 'content-type': 'application/octet-stream' },
  });
  return ((await response.json()) as { id: string }).id;
}

/** What a view's blocks do: inputs stay here until something is pressed, then all of it goes along. */
function useViewSurface(view: PageView): { surface: SurfaceActs; drafts: PageValues } {
  const { state, act } = useContext(ScreenContext);
  const [drafts, setDrafts] = useState<PageValues>({});
  const surface = useMemo<SurfaceActs>(() => {
    const at = { view: view.id };
    return {
      press: (blockId, actionId) => act({ do: 'press', at, blockId, actionId, drafts }),
      choose: (blockId, actionId, value) => act({ do: 'choose', at, blockId, actionId, value, drafts }),
      value: (blockId, actionId) => drafts[blockId]?.[actionId] ?? view.values[blockId]?.[actionId] ?? '',
      type: (blockId, actionId, value) =>
        setDrafts((old) => ({ ...old, [blockId]: { ...old[blockId], [actionId]: value } })),
      errors: view.errors,
      people: state.people,
      channels: state.channels,
      upload: (file) => upload(state, file),
    };
  }, [view, drafts, act, state]);
  return { surface, drafts };
}

/** The input that the app wants the focus in; people are scrolled to it. */
function wantedIn({ blocks }: PageView): HTMLElement | undefined {
  const block = blocks.find(({ element }) => (element as { focus_on_load?: boolean } | undefined)?.focus_on_load);
  const field = block && document.getElementById(`field-${block.block_id}`);
  return (field?.matches('input, select, textarea') ? field : field?.querySelector<HTMLElement>('input')) ?? undefined;
}

/** The modal on top of the stack. */
export function Modal({ view }: { view: PageView }) {
  const { state, act } = useContext(ScreenContext);
  const { surface, drafts } = useViewSurface(view);
  const [busy, setBusy] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  // A dialog would focus its close button first, and Enter would then close it.
  useEffect(() => {
    const { current } = dialog;
    if (current && !current.open) current.showModal();
    const wanted = wantedIn(view);
    if (wanted) {
      wanted.focus({ preventScroll: true });
      wanted.scrollIntoView({ block: 'center' });
      return;
    }
    const first = current?.querySelector<HTMLElement>('.modal-body :is(input, select, textarea)');
    const target = first ?? current?.querySelector<HTMLElement>('.modal-foot .primary, .modal-foot button');
    // What stands above the first field is there to be read first.
    target?.focus({ preventScroll: true });
  }, [view.id]);
  // New errors are why focus moves
  useEffect(() => {
    dialog.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [JSON.stringify(view.errors)]);
  const close = (all: boolean) => void act({ do: 'close', view: view.id, all });
  const submit = async () => {
    setBusy(true);
    await act({ do: 'submit', view: view.id, drafts }).finally(() => setBusy(false));
  };
  return (
    <dialog
      ref={dialog}
      class="modal"
      aria-labelledby="modal-title"
      onCancel={(event) => {
        event.preventDefault();
        close(false);
      }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <header class="modal-head">
          <span class="avatar app small" aria-hidden="true">
            <Mark />
          </span>
          <h2 id="modal-title">{view.title}</h2>
          <button type="button" class="quiet" aria-label="Close" onClick={() => close(true)}>
            ✕
          </button>
        </header>
        <div class="modal-body">
          {view.trouble && (
            <p class="block alert error" role="alert">
              {view.trouble}
            </p>
          )}
          {state.modelWaiting > 0 && <ModelHere />}
          <Surface.Provider value={surface}>
            <Blocks blocks={view.blocks} />
          </Surface.Provider>
        </div>
        <footer class="modal-foot">
          <button type="button" class="button" onClick={() => close(false)}>
            {view.depth > 1 ? 'Back' : view.close}
          </button>
          {view.submit !== undefined && (
            <button type="submit" class="button primary" disabled={busy} data-submit>
              {busy ? 'One moment…' : view.submit}
            </button>
          )}
        </footer>
      </form>
    </dialog>
  );
}

/** The App Home: a view that is always open. */
export function Home() {
  const { state } = useContext(ScreenContext);
  return (
    <section class="conversation" aria-label="App Home">
      <header class="place-head">
        <h1>Retainer, Home</h1>
        <p>What the app shows {state.me.name}, and nobody else</p>
      </header>
      <div class="home">
        {state.home ? (
          <HomeBlocks key={state.home.id} view={state.home} />
        ) : (
          <p class="empty">The app has not shown anything here yet.</p>
        )}
      </div>
    </section>
  );
}

function HomeBlocks({ view }: { view: PageView }) {
  const { act } = useContext(ScreenContext);
  const { surface, drafts } = useViewSurface(view);
  const home = useMemo<SurfaceActs>(
    () => ({
      ...surface,
      press: (blockId, actionId) => act({ do: 'press', at: 'home', blockId, actionId, drafts: {} }),
      choose: (blockId, actionId, value) => act({ do: 'choose', at: 'home', blockId, actionId, value, drafts: {} }),
    }),
    [surface, drafts, act],
  );
  return (
    <Surface.Provider value={home}>
      <Blocks blocks={view.blocks} />
    </Surface.Provider>
  );
}
