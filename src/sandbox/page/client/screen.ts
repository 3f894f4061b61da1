import { createContext } from 'preact';
import type { Act } from '../acts.ts';
import type { PageState } from '../page-state.ts';

/** What every part of the page can read and do. */
export interface Screen {
  state: PageState;
  /** Does it as the person shown; a failure is shown at the top and swallowed. */
  act(what: Act): Promise<void>;
  go(place: string, thread?: string): void;
  be(team: string, user: string): void;
}

export const ScreenContext = createContext<Screen>({
  state: {} as PageState,
  act: async () => {},
  go: () => {},
  be: () => {},
});
