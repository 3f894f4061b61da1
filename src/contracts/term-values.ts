import { z } from 'zod';
import { TAX_NUMBER } from '../shared/tax.ts';

/** Minor units: a bigint in the program, decimal digits in stored JSON, which has no bigint. */
export const Minor = z
  .union([z.bigint().nonnegative(), z.string().regex(/^\d{1,14}$/)])
  .transform((minor) => BigInt(minor));
export const Currency = z.string().regex(/^[A-Z]{3}$/);
/** Thousandths of a percent: 50 % is 50_000, 8.875 % is 8_875. */
export const PercentMilli = z.int().min(0).max(100_000);
export const Country = z.string().regex(/^[A-Z]{2}$/);
/** A state of the United States, or a city in it that has a law of its own, as law packs name them. */
export const Area = z.string().regex(/^US-[A-Z]{2}(-NYC)?$/);
/** Text on one line, of at most so many characters. */
export const line = (max: number) => z.string().trim().min(1).max(max);

/** A client’s VAT number, as it stands on paper. */
export const TaxNumber = z.string().trim().regex(TAX_NUMBER);
