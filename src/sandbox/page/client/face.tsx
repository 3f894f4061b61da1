import type { Face } from '../page-state.ts';

/** A person's initials on their colour; the app wears its own mark. */
export function Avatar({ face, small }: { face: Face; small?: boolean }) {
  return (
    <span
      class={`avatar ${small ? 'small' : ''} ${face.isApp ? 'app' : ''}`}
      style={{ '--hue': face.hue }}
      aria-hidden="true"
    >
      {face.isApp ? <Mark /> : face.initials}
    </span>
  );
}

/** Retainer's own mark: a knot that holds. */
export function Mark() {
  return (
    <svg
      viewBox="0 0 24 24"
      class="mark"
      fill="none"
      stroke="currentColor"
      stroke-width="2.6"
      stroke-linecap="round"
      aria-hidden="true"
    >
      <path d="M5 19V8.5A3.5 3.5 0 0 1 8.5 5H12a4 4 0 0 1 0 8H9.5m3.5 0 5 6" />
    </svg>
  );
}

const BADGES: Record<string, string> = { guest: 'guest', elsewhere: 'other organisation' };

export function Badge({ face }: { face: Face }) {
  if (face.isApp) return <span class="badge">app</span>;
  return BADGES[face.badge] ? <span class="badge">{BADGES[face.badge]}</span> : null;
}
