import { invalid } from './wire.ts';

/** Currencies without a minor unit (docs.stripe.com/currencies#zero-decimal). */
const ZERO_DECIMAL = new Set('bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf'.split(' '));
const THREE_DECIMAL = new Set('bhd jod kwd omr tnd'.split(' '));
/** Sent with two decimals for history's sake, though only whole units exist. */
const WHOLE_UNITS_ONLY = new Set(['isk', 'ugx']);

const SUPPORTED = new Set(
  (
    'usd aed afn all amd ang aoa ars aud awg azn bam bbd bdt bgn bhd bif bmd bnd bob brl bsd bwp byn bzd cad cdf chf clp ' +
    'cny cop crc cve czk djf dkk dop dzd egp etb eur fjd fkp gbp gel gip gmd gnf gtq gyd hkd hnl htg huf idr ils inr isk ' +
    'jmd jod jpy kes kgs khr kmf krw kwd kyd kzt lak lbp lkr lrd lsl mad mdl mga mkd mmk mnt mop mur mvr mwk mxn myr mzn ' +
    'nad ngn nio nok npr nzd omr pab pen pgk php pkr pln pyg qar ron rsd rub rwf sar sbd scr sek sgd shp sle sos srd std ' +
    'szl thb tjs tnd top try ttd twd tzs uah ugx uyu uzs vnd vuv wst xaf xcd xcg xof xpf yer zar zmw'
  ).split(' '),
);

/** The least one may charge, in minor units (docs.stripe.com/currencies#minimum-and-maximum-charge-amounts). */
const MINIMUM: Record<string, number> = {
  usd: 50,
  aed: 200,
  aud: 50,
  bgn: 100,
  brl: 50,
  cad: 50,
  chf: 50,
  czk: 1500,
  dkk: 250,
  eur: 50,
  gbp: 30,
  hkd: 400,
  huf: 17500,
  inr: 50,
  jpy: 50,
  mxn: 1000,
  myr: 200,
  nok: 300,
  nzd: 50,
  pln: 200,
  ron: 200,
  sek: 300,
  sgd: 50,
  thb: 1000,
};

const LARGEST = 99_999_999;

export function checkCurrency(code: string, param: string): string {
  const currency = code.toLowerCase();
  if (SUPPORTED.has(currency)) return currency;
  const list = [...SUPPORTED].join(', ');
  throw invalid(`Invalid currency: ${code.slice(0, 20)}. Stripe currently supports these currencies: ${list}`, param);
}

export function checkUnitAmount(amount: number, currency: string, param: string): void {
  if (amount > LARGEST) {
    throw invalid(`Amount must be no more than ${showAmount(LARGEST, currency)}`, param, 'amount_too_large');
  }
  const step = THREE_DECIMAL.has(currency) ? 10 : WHOLE_UNITS_ONLY.has(currency) ? 100 : 1;
  if (amount % step === 0) return;
  throw invalid(
    `Invalid amount: ${currency.toUpperCase()} amounts must be evenly divisible by ${step}.`,
    param,
    'parameter_invalid_integer',
  );
}

export function checkTotal(amount: number, currency: string): void {
  if (amount > LARGEST) {
    throw invalid(
      `The Checkout Session's total amount must be no more than ${showAmount(LARGEST, currency)}`,
      'line_items',
      'amount_too_large',
    );
  }
  const least = MINIMUM[currency] ?? 1;
  if (amount >= least) return;
  throw invalid(
    `The Checkout Session's total amount due must add up to at least ${showAmount(least, currency)} ${currency}`,
    'line_items',
    'amount_too_small',
  );
}

function exponent(currency: string): number {
  return ZERO_DECIMAL.has(currency) ? 0 : THREE_DECIMAL.has(currency) ? 3 : 2;
}

/** `EUR 4,000.00`. Written here a second time on purpose: it judges what the app says, so it can't share the app's code. */
export function showAmount(minor: number, currency: string): string {
  const places = exponent(currency);
  const digits = String(Math.abs(minor)).padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places).replace(/\B(?=(\d{3})+$)/g, ',');
  const part = places === 0 ? '' : `.${digits.slice(-places)}`;
  return `${minor < 0 ? '-' : ''}${currency.toUpperCase()} ${whole}${part}`;
}
