import { COUNT, countOf } from '../briefs/passages/text.ts';
import { formatMoney, type Money, money, scale } from '../shared/money.ts';
import { ask, type Choice, type Patch, type Read, type Reader } from './change.ts';
import { type Sum, sharesIn, sumsIn, VAGUE } from './change-figures.ts';
import { DROPS, TOPICS } from './change-parts.ts';
import { unitPriceWords } from './rate-wording.ts';
import { currencyIn, type Rate, type Terms } from './terms.ts';

const UP =
  /(?<!\d ?)\+ ?(?=[€$£]? ?\d)|\b(?:more|on top|increase\w*|raise[ds]?|rais(?:e|ing)|higher|extra|add|plus|up by)\b/i;
const DOWN =
  /\b(?:less|off|discount|cheaper|reduce[ds]?|lower(?:ed)?|cut|knock|rebate|minus|down by|decrease\w*)\b|\b(?:remove|deduct|subtract) (?=[€$£]? ?\d)/i;
/** The same verbs in German, French and Spanish, of which "auf", "à" and "a" say to what, and "um", "de" and "en" by how much. */
export const RAISES =
  /(?<![\p{L}\d])(?:erhöh\p{L}*|anheb\p{L}*|angehoben|augment\p{L}+|relev(?:er|ez|ons)|sub(?:ir|an|a|amos|irlo)|aument\p{L}+)(?![\p{L}\d])/iu;
export const LOWERS =
  /(?<![\p{L}\d])(?:senk\p{L}*|gesenkt|reduzier\p{L}*|verringer\p{L}*|herabsetz\p{L}*|herabgesetzt|baiss\p{L}+|abaiss\p{L}+|rédui\p{L}+|diminu\p{L}+|baj(?:ar|en|e|a|emos|arlo)|rebaj\p{L}+|redu(?:cir|zca|zcan|zcamos)|disminu\p{L}+)(?![\p{L}\d])/iu;
export const TO_THAT = /(?<![\p{L}\d])(?:auf|à|a|jusqu['’]à|hasta|to)\s*(?:€|EUR|euros?)?\s*$/iu;
/** "um" is put into English as "at", and the French "de" is left out. */
const BY_THAT = /(?<![\p{L}\d])(?:um|at|by|de|en|price)\s*(?:€|EUR|euros?)?\s*$/iu;
/** Whether words ask for more, or for less, in the languages that clients write. */
export const isRaised = (words: string): boolean => RAISES.test(words) || UP.test(words);
export const isLowered = (words: string): boolean => LOWERS.test(words) || DOWN.test(words) || /\bhalve\b/i.test(words);
/** Whether the words before a figure say that something becomes that, and not by how much it changes. */
export const saysTo = (before: string): boolean => TO_THAT.test(before) || /\b(?:to|of)(?: a| about)? $/i.test(before);
const TO = /\b(?:to|at|is|be|of|total)\b/i;
/** A discount, whatever stands between it and how much. */
export const DISCOUNT =
  /(?<![\p{L}\d])(?:discounts?|rebates?|(?:preis)?(?:rabatt|nachlass)\p{L}{0,2}|remises?|rabais|ristourne|réduction|descuentos?|rebajas?)(?![\p{L}])/iu;
/** What a price is after it, and not how much it is. */
const DISCOUNTED =
  /(?<![\p{L}\d])(?:after|with|incl\p{L}*\.?|nach|mit|abzüglich|après|avec|tras|con)(?: (?:the|an?|all|dem|den|el|la|le))? (?:discount|rabatt|nachlass|remise|rabais|descuento)|discounted/iu;

export const isDiscount = (words: string): boolean => DISCOUNT.test(words);
/** A sum that the price may not pass is not what it is. */
const MOST = /\bat most\b|\bno more than\b/i;
const LIMITS = /\b(?:cap(?:ped|s)?|ceiling|up to|limit(?:ed)?(?: to)?)\b/i;

/** A sum in another currency, with the same figure in the contract's where that alone is what the words set. */
export const foreignAsk = ({ sum, amount }: Sum, terms: Terms, patch?: (own: Money) => Patch): Read => {
  const own = money(sum.minor, currencyIn(terms));
  return ask(
    `“${amount.text.trim()}” is in another currency than the contract, which is in ${own.currency}. Another currency is a matter for Edit terms.`,
    patch ? [{ label: formatMoney(own), patch: patch(own) }] : [],
  );
};

/** "Price 4,500", "200 more", "10% off". */
export const readFee: Reader = (part, terms, context) => {
  const fee = terms.fee?.value;
  const [sum, ...more] = sumsIn(part, terms, context);
  const [share, ...others] = sharesIn(part);
  if (sum === undefined && share === undefined) return undefined;
  if (sum?.foreign) return foreignFee(part, sum, terms);
  // "Plus 19% VAT" is the reader's of taxes.
  if (!fee && sum === undefined && TOPICS.tax.test(part)) return undefined;
  if (!fee)
    return ask(
      'The work is billed as worked, so there is no price to change. Say the price of a unit, or use Edit terms.',
    );
  if (DISCOUNT.test(part)) return discounted(part, fee, { sum, share }, more.length + others.length, terms);
  if (sum && share === undefined && isOfPart(part, sum, terms)) return askPart(part, sum, terms);
  if (sum && more.length === 0 && / [-–—−] ?$/.test(part.slice(0, sum.amount.start)))
    return movedAbroad(part, fee, -1n, { sum, share }, terms);
  const [raises, lowers] = [RAISES.test(part), LOWERS.test(part)];
  if (raises !== lowers && more.length === 0 && others.length === 0)
    return movedAbroad(part, fee, raises ? 1n : -1n, { sum, share }, terms);
  const [up, down] = [UP.test(part), DOWN.test(part)];
  const moves = (up || down) && !(sum && TO.test(part.slice(0, sum.amount.start)) && !/\bby\b/i.test(part));
  if (moves && up !== down)
    return moved(
      part,
      fee,
      up ? 1n : -1n,
      { sum: more.length === 0 ? sum : undefined, share: others.length === 0 ? share : undefined },
      terms,
    );
  if (!sum) return undefined;
  if (more.length === 0 && (BY_TIME.test(part) || TIMES.test(part))) return askWhole(part, sum, terms);
  const choices = [sum, ...more]
    .slice(0, 4)
    .map((one): Choice => ({ label: `Price: ${formatMoney(one.sum)}`, patch: priced(one.sum, terms) }));
  if (more.length > 0 || LIMITS.test(part) || VAGUE.test(part.replace(/\bprice or\b/i, '')))
    return ask('What exactly should the price be?', choices, 'fee');
  return guarded(sum.sum, terms, { patch: priced(sum.sum, terms) });
};

/** "500 a month for 6 months": a sum for a stretch of time is no price of the whole. */
const BY_TIME =
  /\b(?:a|an|per|each|every|by the) (?:month|week|day|hour|year|session)\b|\b(?:monthly|weekly|daily|hourly|yearly)\b|\/ ?(?:month|week|day|h|hour)\b/i;
const TIMES = new RegExp(`\\bfor (?<n>${COUNT}) (?:months|weeks|days|hours|sessions)\\b`, 'i');

function askWhole(part: string, { sum }: Sum, terms: Terms): Read {
  const times = countOf(TIMES.exec(part)?.groups?.n ?? '') ?? 0;
  const all = times > 1 ? [money(scale(sum.minor, BigInt(times), 1n), sum.currency)] : [];
  return ask(
    'What does the whole work cost then? A price for each month, day or hour is set under Edit terms.',
    all.map((one): Choice => ({ label: `Price: ${formatMoney(one)}`, patch: priced(one, terms) })),
    'fee',
  );
}

const EACH =
  /^ ?(?:each|apiece|a piece|per (?!se\b|cent)\p{L}+|je(?! nach)|jeweils|pro \p{L}+|chacune?|par \p{L}+|por (?!favor)\p{L}+|cada un[ao]|l['’]unité|la unidad|\/ ?(?:photo|image|page|piece))(?![\p{L}])/iu;
const EACH_BEFORE = /(?<![\p{L}])(?:je|jeweils|each|cada un[ao]|chacune?)(?: (?:is|at|for|costs?|zu|à|a))?\s*$/iu;
const FOR_THING =
  /(?<![\p{L}])(?:prices?|fees?|costs?) (?:of|for|für|de|des|der|du|del) (?<thing>[^\d€$£]{3,60}?)(?= (?:is|are|be|to|at|should|will|ist|est|es|sera)\b|[:,]|$)/iu;
const WHOLE_THING =
  /(?<![\p{L}])(?:work|project|jobs?|whole|all|everything|contract|total|package|shoot|this|that|it|us|me|you|arbeit|projekt|auftrag|alles|travail|projet|tout|trabajo|proyecto|todo|EUR|USD|GBP|CHF)(?![\p{L}])/iu;

/** Whether a sum is the price of a single thing: "10 photos at 150 each", "the fee of the second poster is 100". */
function isOfPart(part: string, { amount }: Sum, terms: Terms): boolean {
  if (BY_TIME.test(part)) return false;
  if (EACH.test(part.slice(amount.end)) || EACH_BEFORE.test(part.slice(0, amount.start))) return true;
  const thing = FOR_THING.exec(part.slice(0, amount.start).trimEnd())?.groups?.thing;
  const title = terms.title?.value.toLowerCase() ?? '';
  const named = thing?.replace(/^(?:the|an?|our|your|my) /i, '').toLowerCase();
  return named !== undefined && !WHOLE_THING.test(named) && !title.includes(named) && !named.includes(title || '\n');
}

/** By how much a price goes up or down, how far it may go, or what one thing costs, is not what it is. */
function foreignFee(part: string, sum: Sum, terms: Terms): Read {
  const moves = DISCOUNT.test(part) || isRaised(part) || isLowered(part);
  const other = moves || LIMITS.test(part) || MOST.test(part) || isOfPart(part, sum, terms);
  return foreignAsk(sum, terms, other ? undefined : (own) => priced(own, terms));
}

/** What counted things come to is offered; the sum of one is not the price. */
function askPart(part: string, { sum, amount }: Sum, terms: Terms): Read {
  const before = part.slice(0, amount.start);
  const times = countOf(
    new RegExp(`(?<![\\p{L}\\d.,])(?<n>${COUNT})(?= \\p{L}{3,})`, 'iu').exec(before)?.groups?.n ?? '',
  );
  const each = EACH.test(part.slice(amount.end)) || EACH_BEFORE.test(before);
  const all = each && times && times > 1 ? [money(scale(sum.minor, BigInt(times), 1n), sum.currency)] : [];
  return ask(
    'This is the price of one thing. What does the whole work cost?',
    [...all, ...(each ? [] : [sum])].map((one) => ({ label: `Price: ${formatMoney(one)}`, patch: priced(one, terms) })),
    'fee',
  );
}

/** "A discount of 200", "10% discount"; a price that is named with one may be what it comes to. */
function discounted(part: string, fee: Money, by: Step, others: number, terms: Terms): Read {
  if (others > 0 || (by.sum && by.share !== undefined)) return ask('What exactly should the price be?', [], 'fee');
  if (by.sum && (DISCOUNTED.test(part) || TOTAL.test(part))) return movedAbroad(part, fee, -1n, by, terms);
  return moved(part, fee, -1n, by, terms);
}
const TOTAL = /\b(?:price|total|fee)\b(?! (?:discount|rebate))/i;

/** How much a price is moved by, as a sum or a share. */
type Step = { sum: Sum | undefined; share: number | undefined };

/** "Preis auf 3.500 senken" says to what, "um 500" by how much; words that say neither are asked. */
function movedAbroad(part: string, fee: Money, sign: bigint, by: Step, terms: Terms): Read {
  const { sum } = by;
  if (!sum || by.share !== undefined) return moved(part, fee, sign, by, terms);
  const before = part.slice(0, sum.amount.start);
  const to = guarded(sum.sum, terms, { patch: priced(sum.sum, terms) });
  if (VAGUE.test(part)) return ask('What exactly should the price be?', [], 'fee');
  if (TO_THAT.test(before)) return to;
  if (BY_THAT.test(before)) return moved(part, fee, sign, by, terms);
  const next = money(fee.minor + sign * sum.sum.minor, fee.currency);
  return ask(
    'Should the price be that, or change by that?',
    [sum.sum, ...(next.minor > 0n ? [next] : [])].map(
      (one): Choice => ({ label: `Price: ${formatMoney(one)}`, patch: priced(one, terms) }),
    ),
    'fee',
  );
}

function moved(part: string, fee: Money, sign: bigint, by: Step, terms: Terms): Read {
  if (by.sum && by.share !== undefined) return ask('By how much should the price change?', [], 'fee');
  const step = by.sum ? by.sum.sum.minor : by.share === undefined ? 0n : scale(fee.minor, BigInt(by.share), 100_000n);
  const next = money(fee.minor + sign * step, fee.currency);
  if (step === 0n || next.minor <= 0n) return ask('By how much should the price change?', [], 'fee');
  if (VAGUE.test(part))
    return ask('By how much exactly?', [{ label: `Price: ${formatMoney(next)}`, patch: priced(next, terms) }], 'fee');
  return guarded(next, terms, { patch: priced(next, terms), builds: true });
}

/** A price that counts units follows from them: another price for the whole makes it a fixed one, which is asked. */
function guarded(sum: Money, terms: Terms, read: Read): Read {
  if (!terms.rate) return read;
  return ask(
    `The price is ${unitPriceWords(terms.rate.value)}. Should ${formatMoney(sum)} be a fixed price instead?`,
    [{ label: `A fixed price of ${formatMoney(sum)}`, patch: { ...priced(sum, terms), rate: null } }],
    'fee',
  );
}

const priced = (sum: Money, terms: Terms): Patch => ({ fee: sum, ...(terms.rate && { rate: null }) });

const UNITS: readonly (readonly [Rate['unit'], RegExp])[] = [
  ['hour', /\bhourly\b|\b(?:per|an|each) hour\b|\/ ?h(?:our)?\b/i],
  ['day', /\bdaily rate\b|\bday rate\b|\b(?:per|a|each) day\b|\/ ?day\b/i],
  ['session', /\b(?:per|a|each) session\b|\bsession (?:rate|price|fee)\b/i],
  ['month', /\bmonthly\b|\b(?:per|a|each) month\b|\/ ?month\b/i],
];

/** "95 per hour", "hourly rate 95", "cap it at 3,000", "no cap". */
export const readRate: Reader = (part, terms, context) => {
  const rate = terms.rate?.value;
  const unit = UNITS.find(([, words]) => words.test(part))?.[0];
  const [sum, ...more] = sumsIn(part, terms, context);
  const caps = /\bcap(?:ped)?\b|\bceiling\b/i.test(part) || MOST.test(part);
  if (rate && caps && !unit) {
    if (!sum && DROPS.test(part)) return { patch: { rate: { ...rate, capMinor: null } } };
    if (!sum || more.length > 0) return ask('What may the work come to at most?', [], 'rate');
    const capped = { ...rate, quantityMilli: null, capMinor: sum.sum.minor };
    if (rate.quantityMilli === null) return { patch: { rate: capped } };
    const label = `As worked, at most ${formatMoney(sum.sum)}`;
    const sentence = 'The number is agreed, so the price is. Should the work be billed as worked instead?';
    return ask(sentence, sum.foreign ? [] : [{ label, patch: { rate: capped, fee: null } }], 'rate');
  }
  if (!sum) return undefined;
  if (!unit && !rate) return undefined;
  if (sum.foreign) return foreignAsk(sum, terms, (own) => (rate ? { rate: { ...rate, minor: own.minor } } : {}));
  if (more.length > 0 || VAGUE.test(part)) return ask('What exactly should the price of a unit be?', [], 'rate');
  if (rate && (!unit || unit === rate.unit)) return { patch: withUnits({ ...rate, minor: sum.sum.minor }) };
  if (!unit) return undefined;
  const next: Rate = { unit, minor: sum.sum.minor, currency: sum.sum.currency, quantityMilli: null, capMinor: null };
  const words = `Bill the work at ${unitPriceWords(next)}, as worked`;
  return ask(
    `Should the whole work be billed at ${unitPriceWords(next)}?`,
    [{ label: words, patch: { rate: next, fee: null } }],
    'rate',
  );
};

/** Counted units make the price. */
function withUnits(rate: Rate): Patch {
  if (rate.quantityMilli === null) return { rate };
  return { rate, fee: money(scale(rate.minor, BigInt(rate.quantityMilli), 1000n), rate.currency) };
}
