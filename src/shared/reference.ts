import { randomInt } from 'node:crypto';

// Crockford's alphabet: no letter that is read as a digit, so a person can say it on the phone.
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** What a person quotes after a fault, and what the log holds beside it: `7K2M-QX4D`. */
export function newReference(): string {
  const pick = () => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return `${pick()}-${pick()}`;
}

/** The apology for a fault; it promises nothing about what was done, because nobody knows yet. */
export function apology(reference: string): string {
  return `Something went wrong on our side. Please try again. If it happens again, tell us this reference: ${reference}`;
}
