import { createContext } from 'preact';

export type InputValue = string | string[];

/** What a block stands on, and so where a press in it goes: a message, a modal, the App Home. */
export interface SurfaceActs {
  press(blockId: string, actionId: string): Promise<void>;
  choose(blockId: string, actionId: string, value: InputValue): Promise<void>;
  /** What the input shows now. */
  value(blockId: string, actionId: string): InputValue;
  /** For inputs that only a press or a submit sends. */
  type(blockId: string, actionId: string, value: InputValue): void;
  errors: Record<string, string>;
  people: { id: string; name: string }[];
  channels: { id: string; name: string; kind: string }[];
  upload(file: File): Promise<string>;
}

const nowhere = async () => {};

export const Surface = createContext<SurfaceActs>({
  press: nowhere,
  choose: nowhere,
  value: () => '',
  type: () => {},
  errors: {},
  people: [],
  channels: [],
  upload: async () => '',
});
