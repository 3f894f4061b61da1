import type Stripe from 'stripe';
import { checkCurrency, checkUnitAmount } from './currencies.ts';
import type { SessionCreate } from './params.ts';
import { invalid, missing, newStripeId } from './wire.ts';

type Item = SessionCreate['line_items'][number];

export function newLine(item: Item, index: number, now: number): Stripe.LineItem {
  const here = `line_items[${index}]`;
  if (item.price) throw missing('price', item.price, `${here}[price]`);
  const data = item.price_data;
  if (!data) {
    throw invalid(`You must specify either \`price\` or \`price_data\`.`, here, 'parameter_missing');
  }
  if (item.quantity === undefined) {
    throw invalid('Quantity is required. Add `quantity` to the line item.', `${here}[quantity]`, 'parameter_missing');
  }
  if (data.product) throw missing('product', data.product, `${here}[price_data][product]`);
  if (!data.product_data) {
    throw invalid(
      'You must specify either `product` or `product_data` when creating a price.',
      `${here}[price_data]`,
      'parameter_missing',
    );
  }
  if (data.recurring !== undefined) {
    throw invalid('You specified `payment` mode but passed a recurring price.', `${here}[price_data][recurring]`);
  }
  const currency = checkCurrency(data.currency, `${here}[price_data][currency]`);
  const unit = unitAmount(data, `${here}[price_data]`);
  checkUnitAmount(unit, currency, `${here}[price_data][unit_amount]`);
  const total = unit * item.quantity;
  return {
    id: newStripeId('li'),
    object: 'item',
    adjustable_quantity: null,
    amount_discount: 0,
    amount_subtotal: total,
    amount_tax: 0,
    amount_total: total,
    currency,
    description: data.product_data.name,
    metadata: item.metadata ?? {},
    price: newPrice({ unit, currency, description: data.product_data.description, created: now }),
    quantity: item.quantity,
  };
}

function unitAmount(data: NonNullable<Item['price_data']>, here: string): number {
  if ((data.unit_amount === undefined) === (data.unit_amount_decimal === undefined)) {
    throw invalid(
      'You must specify exactly one of `unit_amount` and `unit_amount_decimal`.',
      here,
      'parameter_missing',
    );
  }
  return data.unit_amount ?? Math.round(Number(data.unit_amount_decimal));
}

function newPrice(of: {
  unit: number;
  currency: string;
  description: string | undefined;
  created: number;
}): Stripe.Price {
  return {
    id: newStripeId('price'),
    object: 'price',
    active: false,
    billing_scheme: 'per_unit',
    created: of.created,
    currency: of.currency,
    custom_unit_amount: null,
    livemode: false,
    lookup_key: null,
    metadata: {},
    nickname: of.description ?? null,
    product: newStripeId('prod', 14),
    recurring: null,
    tax_behavior: 'unspecified',
    tiers_mode: null,
    transform_quantity: null,
    type: 'one_time',
    unit_amount: of.unit,
    // On the wire a decimal is a string; the SDK makes its Decimal from it.
    unit_amount_decimal: String(of.unit) as unknown as Stripe.Decimal,
  };
}
