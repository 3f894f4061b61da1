import { NON_REFUNDABLE } from './custom.ts';
import { OWN_CURRENCY } from './custom-currency.ts';
import { OWN_MONEY_RULES } from './custom-money.ts';
import { OWN_SIDE_RULES } from './custom-sides.ts';
import { OWN_TIME_RULES } from './custom-time.ts';
import type { Rule } from './finding.ts';

/** Words of the contract that are not the library's, against what the terms and so the protected clauses say. */
export const CUSTOM_RULES: readonly Rule[] = [
  ...OWN_MONEY_RULES,
  OWN_CURRENCY,
  ...OWN_TIME_RULES,
  ...OWN_SIDE_RULES,
  NON_REFUNDABLE,
];
