import { NON_REFUNDABLE } from './custom.ts';
import { OWN_AGREED_RULES } from './custom-agreed.ts';
import { OWN_CURRENCY } from './custom-currency.ts';
import { OWN_ENDING_RULES } from './custom-ending.ts';
import { OWN_INTEREST } from './custom-interest.ts';
import { OWN_LICENCE } from './custom-licence.ts';
import { OWN_MONEY_RULES } from './custom-money.ts';
import { OWN_NOTICES } from './custom-notices.ts';
import { OWN_PORTFOLIO } from './custom-portfolio.ts';
import { OWN_SIDE_RULES } from './custom-sides.ts';
import { OWN_SLOT } from './custom-slot.ts';
import { OWN_TAX } from './custom-tax.ts';
import { OWN_THING } from './custom-things.ts';
import { OWN_TIME_RULES } from './custom-time.ts';
import type { Rule } from './finding.ts';

/** Words of the contract that are not the library's, against what the terms and so the protected clauses say. */
export const CUSTOM_RULES: readonly Rule[] = [
  ...OWN_MONEY_RULES,
  OWN_CURRENCY,
  ...OWN_TIME_RULES,
  ...OWN_AGREED_RULES,
  ...OWN_ENDING_RULES,
  ...OWN_SIDE_RULES,
  OWN_LICENCE,
  OWN_NOTICES,
  OWN_PORTFOLIO,
  OWN_THING,
  OWN_TAX,
  OWN_INTEREST,
  OWN_SLOT,
  NON_REFUNDABLE,
];
