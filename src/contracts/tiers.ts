import { z } from 'zod';
import { Minor, PercentMilli } from './term-values.ts';

const Unit = z.enum(['days', 'hours']);

/** What is owed when the client cancels less than this long before: a share of the total price, or a sum. */
export const CancellationTier = z.strictObject({
  within: z.int().min(1).max(1_000),
  unit: Unit,
  percentMilli: PercentMilli.optional(),
  minor: Minor.optional(),
});
export type CancellationTier = z.infer<typeof CancellationTier>;

export const Cancellation = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('notice'), days: z.int().min(0).max(365) }),
  z.strictObject({ kind: z.literal('tiers'), tiers: z.array(CancellationTier).min(1).max(8) }),
]);

/** A share of the total price, or a sum. */
const MovingFee = z.union([z.strictObject({ percentMilli: PercentMilli.min(1) }), z.strictObject({ minor: Minor })]);
export type MovingFee = z.infer<typeof MovingFee>;

/** How long before the booking a free move is asked for at the latest; 0 is until it starts. */
const MovingNotice = z.strictObject({ within: z.int().min(0).max(1_000), unit: Unit });

const hasFee = ({ percentMilli, minor }: CancellationTier) => (percentMilli === undefined) !== (minor === undefined);

/** Moving a booking to another day. What is left out stays as the clause has it for everybody. */
export const Rescheduling = z
  .strictObject({
    /** How often a booking may be moved at no charge: 0 is never, null any number of times. */
    free: z.int().min(0).max(12).nullable().optional(),
    notice: MovingNotice.optional(),
    /** Within how many months of the booking the new day lies. */
    months: z.int().min(1).max(24).optional(),
    /** What a move costs that is not free, on top of the price; without one it may be treated as a cancellation. */
    fee: MovingFee.optional(),
    /** What it costs instead nearer to the booking. */
    tiers: z.array(CancellationTier.refine(hasFee)).min(1).max(6).optional(),
  })
  .refine(({ fee, tiers }) => fee !== undefined || tiers === undefined)
  .refine((said) => Object.values(said).some((value) => value !== undefined));
export type Rescheduling = z.infer<typeof Rescheduling>;

type Before = Pick<CancellationTier, 'within' | 'unit'>;

/** How long before a step begins, in hours: 48 hours are 2 days. */
export const hoursOf = ({ within, unit }: Before) => within * (unit === 'days' ? 24 : 1);
export const spanWords = ({ within, unit }: Before) => `${within} ${within === 1 ? unit.slice(0, -1) : unit}`;
