import { z } from 'zod';

const Share = z.strictObject({ percentMilli: z.int().min(1).max(100_000) });
const time = (least: number) => ({ within: z.int().min(least).max(1_000), unit: z.enum(['days', 'hours']) });

/** Moving a booking, with fees as shares: a template knows no price. */
const MovingDefault = z
  .strictObject({
    free: z.int().min(0).max(12).nullable().optional(),
    notice: z.strictObject(time(0)).optional(),
    months: z.int().min(1).max(24).optional(),
    fee: Share.optional(),
    tiers: z
      .array(Share.extend(time(1)))
      .min(1)
      .max(6)
      .optional(),
  })
  .refine(({ fee, tiers }) => fee !== undefined || tiers === undefined);

/** What a template says of terms that nobody else says. Percentages are thousandths of a percent. */
export const TemplateDefaults = z.strictObject({
  depositMilli: z.int().min(0).max(100_000),
  revisions: z.int().min(0).max(20).nullable(),
  netDays: z.int().min(0).max(120),
  /** What follows stays open, and is left to the clauses, where a template says nothing. */
  acceptanceDays: z.int().min(1).max(60).optional(),
  confidentialityYears: z.int().min(0).max(10).optional(),
  /** Whole months for which what was shared stays confidential, where that is all that a contract is about. */
  secretMonths: z.int().min(1).max(240).optional(),
  portfolio: z.enum(['yes', 'after-publication', 'no']).optional(),
  killFeeMilli: z.int().min(1).max(100_000).optional(),
  rescheduling: MovingDefault.optional(),
  expenses: z.strictObject({ kind: z.enum(['included', 'at-cost']) }).optional(),
  rights: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('assignment') }),
      z.strictObject({
        kind: z.literal('licence'),
        use: z.string().min(1).max(200),
        territory: z.string().min(1).max(80),
        /** Without a number of months the licence has no end. */
        months: z.int().min(1).max(1_200).nullable(),
      }),
    ])
    .optional(),
  cancellation: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('notice'), days: z.int().min(0).max(90) }),
    z.strictObject({
      kind: z.literal('tiers'),
      tiers: z.array(
        z.strictObject({
          within: z.int().positive(),
          unit: z.enum(['days', 'hours']),
          percentMilli: z.int().min(1).max(100_000),
        }),
      ),
    }),
  ]),
});
export type TemplateDefaults = z.infer<typeof TemplateDefaults>;

/** The defaults that a template may leave to its clauses, in the order in which they are shown. */
export const USUAL = [
  'rescheduling',
  'killFeeMilli',
  'expenses',
  'acceptanceDays',
  'rights',
  'portfolio',
  'confidentialityYears',
] as const;
export type Usual = (typeof USUAL)[number];
