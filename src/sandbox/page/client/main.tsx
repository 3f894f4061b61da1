import { render } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Act } from '../acts.ts';
import { type Look, act as perform, usePageState } from './connection.ts';
import { Conversation, Thread } from './conversation.tsx';
import { Drawer } from './drawer.tsx';
import { Mailbox } from './mail.tsx';
import { Home, Modal } from './modal.tsx';
import { Model } from './model.tsx';
import { type Screen, ScreenContext } from './screen.ts';
import { Sidebar } from './sidebar.tsx';
import { Strip } from './strip.tsx';
import { Reader } from './words.tsx';

const NOWHERE: Look = { team: '', user: '', place: '', thread: '' };

function firstLook(): Look {
  const asked = new URLSearchParams(location.hash.slice(1)).get('place');
  const kept = JSON.parse(sessionStorage.getItem('look') ?? '{}') as Partial<Look>;
  return { ...NOWHERE, ...kept, ...(asked ? { place: asked } : {}) };
}

function Page() {
  const [look, setLook] = useState(firstLook);
  const [mail, setMail] = useState('');
  const [problem, setProblem] = useState('');
  const [menu, setMenu] = useState(false);
  const [drawer, setDrawer] = useState(false);
  const { state, lost } = usePageState(look);
  useEffect(() => sessionStorage.setItem('look', JSON.stringify(look)), [look]);
  const screen = useMemo<Screen | undefined>(() => {
    if (!state) return undefined;
    const here: Look = { team: state.team, user: state.me.id, place: state.place, thread: look.thread };
    const act = async (what: Act) => {
      setProblem('');
      await perform(here, what).catch((fault: Error) => setProblem(fault.message));
    };
    return {
      state,
      act,
      be: (team, user) => setLook({ ...NOWHERE, team, user, place: team === state.team ? state.place : '' }),
      go: (place, thread = '') => {
        setLook({ ...here, place, thread });
        if (place !== state.place) void perform({ ...here, place, thread: '' }, { do: 'arrive' }).catch(() => {});
      },
    };
  }, [state, look.thread]);
  if (!screen || !state)
    return (
      <p class="starting">{lost ? 'The sandbox does not answer. Is it still running?' : 'Opening the workspace…'}</p>
    );
  const openMail = (id: string) => {
    setMail(id);
    screen.go('mail');
  };
  return (
    <ScreenContext.Provider value={screen}>
      <Reader.Provider value={{ names: state.names, zone: state.zone, now: state.now }}>
        <div class="frame">
          <Strip
            problem={lost ? 'The sandbox does not answer. Is it still running?' : problem}
            onMail={openMail}
            onMenu={() => setMenu(!menu)}
            menu={menu}
            onDrawer={() => setDrawer(!drawer)}
            drawer={drawer}
          />
          <Sidebar open={menu} onGo={() => setMenu(false)} />
          <main class="main">{mainOf(state.place, mail, setMail)}</main>
          {state.thread && <Thread />}
          {drawer && <Drawer onClose={() => setDrawer(false)} />}
        </div>
        {state.view && <Modal key={state.view.id} view={state.view} />}
      </Reader.Provider>
    </ScreenContext.Provider>
  );
}

function mainOf(place: string, mail: string, setMail: (id: string) => void) {
  if (place === 'mail') return <Mailbox wanted={mail} onWanted={setMail} />;
  if (place === 'home') return <Home />;
  if (place === 'model') return <Model />;
  return <Conversation />;
}

const root = document.getElementById('page');
if (root) {
  root.textContent = '';
  render(<Page />, root);
}
