import { z } from 'zod';

// What each endpoint takes. Names come from API version 2026-10-28; the schema is strict, so a name that is not here is refused.

const coded = (code: string) => ({ params: { code } });

const text = (max = 5000) =>
  z
    .string()
    .refine((value) => value !== '')
    .refine((value) => [...value].length <= max, {
      error: `Invalid string: {given}; must be at most ${max} characters`,
      ...coded('parameter_invalid_string'),
    });

const integer = (range: { min?: number; max?: number } = {}) =>
  z
    .string()
    .refine((value) => /^-?[0-9]{1,15}$/.test(value), {
      error: 'Invalid integer: {given}',
      ...coded('parameter_invalid_integer'),
    })
    .transform(Number)
    .pipe(
      z
        .number()
        .min(range.min ?? Number.MIN_SAFE_INTEGER)
        .max(range.max ?? Number.MAX_SAFE_INTEGER),
    );

const flag = () =>
  z
    .string()
    .refine((value) => value === 'true' || value === 'false', { error: 'Invalid boolean: {given}' })
    .transform((value) => value === 'true');

const address = () =>
  text(800).refine((value) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value), {
    error: 'Invalid email address: {given}',
    ...coded('email_invalid'),
  });

const webUrl = () =>
  text().refine((value) => /^https?:\/\//.test(value) && URL.canParse(value.replaceAll('{CHECKOUT_SESSION_ID}', 'x')), {
    error: 'Not a valid URL',
    ...coded('url_invalid'),
  });

/** At most 50 keys of 40 characters, values of 500. Keys that look like array indexes are still keys. */
const metadata = () =>
  z.preprocess(
    (given) => (Array.isArray(given) ? Object.fromEntries(given.map((value, index) => [String(index), value])) : given),
    z
      .record(z.string(), z.string())
      .refine((held) => Object.keys(held).length <= 50, { error: 'Metadata can have up to 50 keys.' })
      .refine((held) => Object.keys(held).every((key) => key.length <= 40), {
        error: 'Metadata keys can be at most 40 characters long.',
      })
      .refine((held) => Object.values(held).every((value) => [...value].length <= 500), {
        error: 'Metadata values can have up to 500 characters.',
      }),
  );

const expand = { expand: z.array(z.string()).optional() };

/** Known to the API, accepted as given, without effect here. */
const open = () => z.unknown().optional();

const page = {
  limit: integer({ min: 1, max: 100 }).optional(),
  starting_after: text().optional(),
  ending_before: text().optional(),
  created: z
    .union([
      integer(),
      z.strictObject({
        gt: integer().optional(),
        gte: integer().optional(),
        lt: integer().optional(),
        lte: integer().optional(),
      }),
    ])
    .optional(),
  ...expand,
};

const lineItem = z.strictObject({
  price: text().optional(),
  price_data: z
    .strictObject({
      currency: text(),
      product: text().optional(),
      product_data: z
        .strictObject({
          name: text(),
          description: text().optional(),
          images: open(),
          metadata: metadata().optional(),
          tax_code: open(),
          tax_details: open(),
          unit_label: text().optional(),
        })
        .optional(),
      recurring: open(),
      tax_behavior: z.enum(['exclusive', 'inclusive', 'unspecified']).optional(),
      unit_amount: integer({ min: 0 }).optional(),
      unit_amount_decimal: text()
        .refine((value) => /^[0-9]+(\.[0-9]{1,12})?$/.test(value), { error: 'Invalid decimal: {given}' })
        .optional(),
    })
    .optional(),
  quantity: integer({ min: 0, max: 999_999 }).optional(),
  adjustable_quantity: open(),
  metadata: metadata().optional(),
  tax_rates: open(),
});

const intentData = z.strictObject({
  application_fee_amount: integer({ min: 0 }).optional(),
  capture_method: z.enum(['automatic', 'automatic_async']).optional(),
  description: text(1000).optional(),
  metadata: metadata().optional(),
  on_behalf_of: text().optional(),
  receipt_email: address().optional(),
  setup_future_usage: z.enum(['off_session', 'on_session']).optional(),
  shipping: open(),
  statement_descriptor: text(22).optional(),
  statement_descriptor_suffix: text(22).optional(),
  transfer_data: open(),
  transfer_group: text().optional(),
});

const kinds = z.array(text(60)).optional();

export const SessionCreate = z.strictObject({
  mode: z.enum(['payment']),
  line_items: z.array(lineItem).min(1).max(100),
  success_url: webUrl(),
  cancel_url: webUrl().optional(),
  client_reference_id: text(200).optional(),
  customer: text().optional(),
  customer_creation: z.enum(['if_required']).optional(),
  customer_email: address().optional(),
  currency: text().optional(),
  expires_at: integer().optional(),
  metadata: metadata().optional(),
  payment_intent_data: intentData.optional(),
  allowed_payment_method_types: kinds,
  excluded_payment_method_types: kinds,
  locale: text(10).optional(),
  submit_type: z.enum(['auto', 'book', 'donate', 'pay', 'subscribe']).optional(),
  ui_mode: z.enum(['hosted_page']).optional(),
  custom_text: z
    .strictObject({
      submit: z.strictObject({ message: text(1200) }).optional(),
      after_submit: z.strictObject({ message: text(1200) }).optional(),
      shipping_address: open(),
      terms_of_service_acceptance: open(),
    })
    .optional(),
  integration_identifier: text(200).optional(),
  adaptive_pricing: open(),
  after_expiration: open(),
  allow_promotion_codes: flag().optional(),
  automatic_tax: open(),
  billing_address_collection: z.enum(['auto', 'required']).optional(),
  branding_settings: open(),
  consent_collection: open(),
  custom_fields: open(),
  customer_account: open(),
  customer_update: open(),
  discounts: open(),
  invoice_creation: open(),
  managed_payments: open(),
  name_collection: open(),
  optional_items: open(),
  origin_context: open(),
  payment_method_collection: open(),
  payment_method_configuration: open(),
  payment_method_data: open(),
  payment_method_options: open(),
  permissions: open(),
  phone_number_collection: open(),
  redirect_on_completion: open(),
  return_url: open(),
  saved_payment_method_options: open(),
  setup_intent_data: open(),
  shipping_address_collection: open(),
  shipping_options: open(),
  subscription_data: open(),
  tax_id_collection: open(),
  wallet_options: open(),
  ...expand,
});
export type SessionCreate = z.infer<typeof SessionCreate>;

export const RefundCreate = z.strictObject({
  amount: integer({ min: 1 }).optional(),
  charge: text().optional(),
  payment_intent: text().optional(),
  currency: text().optional(),
  customer: text().optional(),
  instructions_email: address().optional(),
  metadata: metadata().optional(),
  origin: z.enum(['customer_balance']).optional(),
  reason: z.enum(['duplicate', 'fraudulent', 'requested_by_customer']).optional(),
  refund_application_fee: flag().optional(),
  reverse_transfer: flag().optional(),
  ...expand,
});
export type RefundCreate = z.infer<typeof RefundCreate>;

/** For addresses that do not exist: their parameters are nobody's business. */
export const Anything = z.looseObject({ ...expand });
export const Only = z.strictObject({ ...expand });
export const IntentRetrieve = z.strictObject({ client_secret: text().optional(), ...expand });
export const SessionList = z.strictObject({
  ...page,
  customer: text().optional(),
  customer_account: text().optional(),
  customer_details: z.strictObject({ email: text() }).optional(),
  payment_intent: text().optional(),
  payment_link: text().optional(),
  status: z.enum(['complete', 'expired', 'open']).optional(),
  subscription: text().optional(),
});
export const LineItemList = z.strictObject(page);
export const IntentList = z.strictObject({
  ...page,
  customer: text().optional(),
  customer_account: text().optional(),
});
export const ChargeList = z.strictObject({
  ...page,
  customer: text().optional(),
  payment_intent: text().optional(),
  transfer_group: text().optional(),
});
export const RefundList = z.strictObject({ ...page, charge: text().optional(), payment_intent: text().optional() });
export const DisputeList = z.strictObject({ ...RefundList.shape });
export const EventList = z.strictObject({
  ...page,
  delivery_success: flag().optional(),
  type: text().optional(),
  types: z.array(z.string()).max(20).optional(),
});
export type Page = Pick<z.infer<typeof LineItemList>, keyof typeof page>;
