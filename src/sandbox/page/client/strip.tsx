import { useContext } from 'preact/hooks';
import type { NextAct } from '../page-state.ts';
import { Icon } from './icons.tsx';
import { ScreenContext } from './screen.ts';

interface Props {
  problem: string;
  menu: boolean;
  drawer: boolean;
  onMail: (id: string) => void;
  onMenu: () => void;
  onDrawer: () => void;
}

/** The thin strip on top: what to do next, and what went wrong. */
export function Strip({ problem, menu, drawer, onMail, onMenu, onDrawer }: Props) {
  const { state, go, act } = useContext(ScreenContext);
  const follow = (to: NonNullable<NextAct['go']>) => {
    if (to.to === 'mail') onMail(to.id ?? '');
    else if (to.to === 'channel') go(to.id ?? '', to.thread);
    else if (to.to === 'model') go('model');
    else void act({ do: 'pass', step: 'next' });
  };
  const { next } = state;
  return (
    <header class={`strip ${state.app.state}`}>
      <button type="button" class="quiet narrow-only" aria-expanded={menu} onClick={onMenu}>
        <Icon name="menu" />
        <span class="visually-hidden">Menu</span>
      </button>
      <p role="status">
        {problem ? <strong class="problem">{problem}</strong> : <span class="next">{next.sentence}</span>}
      </p>
      {next.go && !problem && (
        <button type="button" class="button small" onClick={() => next.go && follow(next.go)}>
          {next.go.label}
        </button>
      )}
      <button type="button" class="quiet what" aria-expanded={drawer} onClick={onDrawer}>
        <Icon name="list" />
        <span class="label">What just happened</span>
      </button>
    </header>
  );
}
