import type { Read } from './form-kept.ts';
import type { FormValues } from './form-terms.ts';
import { monthsSaid } from './rights-wording.ts';
import type { Terms } from './terms.ts';
import { SecretMonths } from './unpriced.ts';

/** The form has no title for it: one that somebody gave it elsewhere stays, else its kind and its client name it. */
export function unpricedFrom(filled: FormValues, shown: Terms, errors: Record<string, string>): Read {
  const named = shown.unpriced && (shown.title?.origin === 'form' || shown.title?.origin === 'client');
  const secretMonths = filled.secretFor === undefined ? undefined : monthsFrom(filled.secretFor);
  if (secretMonths === null) errors.secretFor = 'Write it like 3 years or 18 months, 20 years at most.';
  return {
    title: named ? shown.title?.value : undefined,
    purpose: filled.purpose,
    secretMonths: secretMonths ?? undefined,
  };
}

/** `3 years`, `18 months`, `two years`, in whole months; null for anything else. */
function monthsFrom(typed: string): number | null {
  return SecretMonths.safeParse(monthsSaid(typed)).data ?? null;
}
