/** A value as text, sums included; what is left out and what is null are the same. */
export const toCompare = (value: unknown): string =>
  JSON.stringify(value ?? null, (_key, each) => (typeof each === 'bigint' ? `${each}n` : each));

/** Whether two values say the same, however they were made. */
export const isSame = (one: unknown, other: unknown): boolean => toCompare(one) === toCompare(other);
