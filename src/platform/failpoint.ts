/**
 * Named places where a test may end the process or throw. Off unless armed; the product never arms one itself.
 */
const armed = new Map<string, () => void>();

export function failpoint(name: string): void {
  if (armed.size === 0) return;
  armed.get(name)?.();
}

export function armFailpoint(name: string, act: () => void): () => void {
  armed.set(name, act);
  return () => armed.delete(name);
}
