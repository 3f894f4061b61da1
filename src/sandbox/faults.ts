/** One misbehaviour to come: the next `times` requests that match get `kind`. */
export interface Fault<Kind extends string = string> {
  /** A method, route or recipient; a string matches whole or as `prefix*`. */
  match: string | RegExp;
  kind: Kind;
  /** How often it strikes; 1 when unset. */
  times?: number;
  /** Seconds, for 429. */
  retryAfter?: number;
  /** For 5xx; 503 when unset. */
  status?: number;
}

export interface Faults<Kind extends string = string> {
  add(fault: Fault<Kind>): void;
  /** Uses up one strike of the first fault that matches. */
  take(name: string, kinds?: readonly Kind[]): Fault<Kind> | undefined;
  list(): readonly Fault<Kind>[];
  clear(): void;
}

export function createFaults<Kind extends string = string>(): Faults<Kind> {
  let waiting: (Fault<Kind> & { times: number })[] = [];
  return {
    add(fault) {
      waiting.push({ ...fault, times: fault.times ?? 1 });
    },
    take(name, kinds) {
      const found = waiting.find((fault) => matches(fault.match, name) && (!kinds || kinds.includes(fault.kind)));
      if (!found) return undefined;
      found.times -= 1;
      waiting = waiting.filter((fault) => fault.times > 0);
      return found;
    },
    list: () => waiting,
    clear() {
      waiting = [];
    },
  };
}

function matches(match: string | RegExp, name: string): boolean {
  if (match instanceof RegExp) return match.test(name);
  return match.endsWith('*') ? name.startsWith(match.slice(0, -1)) : match === name;
}
