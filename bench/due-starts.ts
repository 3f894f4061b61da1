/** When which handler started, by the machine's clock; told to the parent when it asks. */
export type Starts = Record<string, number>;

export function reportStarts(): (id: string) => void {
  const starts: Starts = {};
  process.on('message', () => process.send?.(starts));
  return (id) => {
    starts[id] ??= Date.now();
  };
}
