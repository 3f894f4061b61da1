import { isCode, sumOf } from '../briefs/money/amounts.ts';
import { signFits } from '../briefs/money/currencies.ts';
import { unitPriceWords } from '../contracts/rate-wording.ts';
import {
  currencyIn,
  type Deposit,
  depositOf,
  isPriced,
  isWorked,
  type Rate,
  shareOfTotal,
  shareWords,
  type Terms,
  totals,
} from '../contracts/terms.ts';
import { formatMoney, type Money, money } from '../shared/money.ts';
import { against, firstAgainst, making } from './custom.ts';
import { orPlainly, saidPlainly } from './custom-plain.ts';
import type { Found, LintScene, Rule } from './finding.ts';
import { BACK, BESIDE, CUES, EXTRA, INTERIM } from './own-cues.ts';
import { factsOf, type OwnFacts, spokenIn } from './own-facts.ts';
import { asksAhead, isExtra, NO_MORE_THAN } from './own-paid-cues.ts';
import { isSameSum, sumsOf } from './own-sums.ts';
import { INTEREST, TAX } from './own-tax-cues.ts';
import { type OwnWords, ownWording } from './own-words.ts';

/** One's own wording against the money of the contract. */
export const OWN_MONEY_RULES: readonly Rule[] = [
  { id: 'custom.other-sum', title: 'Another sum in your own words', grade: 'blocks', check: otherPrice },
  {
    id: 'custom.other-rate',
    title: 'Another rate in your own words',
    grade: 'blocks',
    check: firstAgainst(ownWording, otherRate),
  },
  {
    id: 'custom.other-share',
    title: 'Another deposit in your own words',
    grade: 'blocks',
    check: firstAgainst(ownWording, orPlainly('share', otherDeposit)),
  },
];

/** What makes a sum the price, said right before it or right after it, in the readers' words or as written. */
const PLAINLY_BEFORE =
  /\b(?:price|fee|total|deposit|advance|down payment|balance|budget|preis|gesamtpreis|honorar|gesamtbetrag|anzahlung|prix|acompte|honoraires|precio|honorarios)\b[^.;,]{0,30}?(?:(?:\b(?:is|are|of|be|to|at|now|ist|beträgt|est|es|son|de)|élèvent à|élève à|asciende(?:n)? a)(?: de| of)?|[:=])(?: (?:ca\.?|rund|etwa|about|around|approx\.?|environ|unos))?\s*$|\b(?:pays?)\s+(?:us\s+)?$/i;
const PLAINLY_AFTER =
  /^\s*(?:in total|all[- ]in|altogether|as (?:the |a )?(?:price|fee|deposit)|upfront|up front|in advance|flat)\b/i;
/** “A sum of EUR 900 is paid”, “EUR 900 are due”: it is owed under this contract. */
const PAID_AFTER =
  /^\s*(?:(?:is|are|will be|shall be|must be|has to be|have to be|wird|werden|sind|ist|est|sont|sera|es|son|se) ){0,2}(?:\p{L}+ )?(?:paid|payable|due|owed|gezahlt|bezahlt|fällig|zu zahlen|payée?s?|versée?s?|due?s?|dus?|pagad[oa]s?|debid[oa]s?)(?![\p{L}])/iu;
const PAID_BEFORE =
  /(?<![\p{L}])(?:(?:am ende|zum schluss|danach) (?:werden|sind)|se (?:pagan?|deben?)|(?:you|the client) owes?(?: us)?|(?:il|vous) (?:est dû|devez|payez)|(?:sie|ihr) (?:zahlen|zahlt|schulden)|usted (?:paga|debe)) $/iu;
/** What no word beside it makes another sum: “the total price including VAT is”. */
const TOTAL =
  /\b(?:total (?:price|fee|amount|cost)|price total|full price|gesamtpreis|gesamtbetrag|prix total|precio total)\b/i;
/** A word for the whole price, and none for a part of it. */
const WHOLE_PRICE = /\b(?:price|fee|total price|preis|gesamtpreis|honorar|prix|honoraires|precio|honorarios)\b/i;
const PART = /\b(?:part|balance|rest|remainder|deposit|advance|instal?lment|rate|teil|restbetrag|solde|saldo|parte)\b/i;
const MONEY = /[€$£¥%]|\b(?:[A-Z]{3}|euros?|dollars?|pounds?|francs?|franken|libras?|pesos?|dólares)\b/i;

const WITH_TAX =
  /(?<!\p{L})(?:incl(?:uding|\.)?|excl(?:uding|\.)?|plus|with|before|inkl(?:usive|\.)?|zzgl\.?|zuzüglich|mit|ohne|vor|avec|sans|hors|con|sin|más)? ?(?:\d[\d.,]* ?% )?(?:of |de |d[’'])?(?:vat|tax(?:es)?|mwst|ust|mehrwertsteuer|umsatzsteuer|steuern?|tva|iva)(?!\p{L})/giu;

type Named = { readonly sum: Money; readonly plainly: boolean };

/** What the words call the price, or a part of it, that the contract does not have; others near such a word are doubtful. */
function namedIn({ terms }: LintScene, own: OwnWords, facts: OwnFacts): Named[] {
  const currency = currencyIn(terms);
  // A price is one with its tax, too: “the price including VAT is”.
  const said = WHOLE_PRICE.test(own.text) ? own.text.replace(WITH_TAX, ' ') : own.text;
  const beside = BESIDE.test(said) && !TOTAL.test(own.text);
  const priced = CUES.price.test(own.text) || CUES.deposit.test(own.text) || CUES.price.test(facts.text);
  const { found, amounts } = facts.money();
  const fee = found.fee?.value;
  const isFee = fee && found.currency && !beside && !CUES.price.test(own.text);
  const named = amounts.flatMap((amount): Named[] => {
    const { start, end } = amount;
    const [ahead, behind] = [facts.text.slice(0, start), facts.text.slice(end)];
    const plainly =
      [PLAINLY_BEFORE, PAID_BEFORE].some((each) => each.test(ahead)) ||
      [PLAINLY_AFTER, PAID_AFTER].some((each) => each.test(behind)) ||
      (NO_MORE_THAN.test(own.text) && CUES.paying.test(own.text));
    const code = isCode(amount.currency)
      ? amount.currency
      : amount.currency === undefined || signFits(amount.currency, currency)
        ? currency
        : undefined;
    const sum = code && sumOf(amount, code);
    if (!sum || beside || !(plainly || isFee || (amount.currency && priced))) return [];
    return [{ sum, plainly: plainly || Boolean(isFee && isSameSum(sum, fee)) }];
  });
  return isFee && !named.some(({ sum }) => isSameSum(sum, fee)) ? [{ sum: fee, plainly: true }, ...named] : named;
}

const plainly = firstAgainst(ownWording, saidPlainly('sum'));

function otherPrice(scene: LintScene): Found | undefined {
  const sum = otherSum(scene);
  return sum && !sum.grade ? sum : (plainly(scene) ?? sum);
}

function otherSum(scene: LintScene): Found | undefined {
  const { terms } = scene;
  if (isPriced(terms) && !terms.fee && !terms.rate) return undefined;
  const known = sumsOf(terms);
  const whole = known.slice(0, 3).concat(terms.fee ? [terms.fee.value] : []);
  const others = ownWording(scene).flatMap((own) => {
    const spoken = spokenIn(scene, own);
    const { text } = spoken;
    if (!(CUES.price.test(text) || CUES.deposit.test(text) || MONEY.test(text)) || isExtra(text)) return [];
    const facts = factsOf(text, scene);
    if (rateIn(spoken, facts) || depositIn(spoken, facts, terms) || CUES.cancelling.test(text)) return [];
    // “The price is EUR 2,000” is wrong where that is the deposit.
    const price = WHOLE_PRICE.test(facts.text) && !PART.test(facts.text) && !INTERIM.test(text) && !terms.rate;
    return namedIn(scene, spoken, facts)
      .filter(({ sum, plainly }) => !(price && plainly ? whole : known).some((each) => isSameSum(each, sum)))
      .map((named) => ({ own, facts, ...named }));
  });
  const worst = others.find(({ plainly }) => plainly) ?? others[0];
  if (!worst) return undefined;
  const { own, facts, sum, plainly } = worst;
  const isPrice = plainly && facts.money().found.fee && terms.fee && !terms.rate && !terms.milestones;
  return {
    ...against(scene, own, {
      sentence: `Your own wording names ${formatMoney(sum)}, a sum that the price, the deposit and the invoices of this contract do not have.`,
      term: 'fee',
      make: isPrice
        ? making(scene, `Make the price ${formatMoney(sum)}`, {
            fee: { minor: sum.minor, currency: sum.currency },
            currency: sum.currency,
          })
        : undefined,
    }),
    grade: plainly ? undefined : 'warns',
  };
}

const UNITS: readonly (readonly [Rate['unit'], RegExp])[] = [
  ['hour', /stunde|stundensatz|stundenlohn|horaire|heure|hora(?![a-z])|hour/i],
  ['day', /tag|journalier|jour|diari|día|dai?ly|day/i],
  ['session', /sitzung|séance|sesión|session/i],
  ['month', /monat|mois|mes(?![a-z])|mensual|month/i],
];

/** The price of a unit of the work, in one's own words; what goes beyond the work has one of its own. */
function rateIn({ text }: OwnWords, facts: OwnFacts): Pick<Rate, 'unit' | 'minor' | 'currency'> | undefined {
  if (EXTRA.test(text) || !CUES.rate.test(text)) return undefined;
  const { rate, found, notes, amounts } = facts.money();
  if (rate) return rate.value;
  const unit = UNITS.find(([, words]) => words.test(text))?.[0];
  const [amount] = amounts;
  const currency = amount && isCode(amount.currency) ? amount.currency : undefined;
  const sum =
    found.fee?.value ??
    (notes.some(({ code }) => code === 'brief.fee-rate') && currency && amount ? sumOf(amount, currency) : undefined);
  return unit && sum && found.currency ? { unit, minor: sum.minor, currency: sum.currency } : undefined;
}

function otherRate(scene: LintScene, whole: OwnWords) {
  const own = spokenIn(scene, whole);
  const { terms } = scene;
  if (!CUES.rate.test(own.text) || EXTRA.test(own.text)) return undefined;
  const said = rateIn(own, factsOf(own.text, scene));
  const agreed = terms.rate?.value;
  if (!said || (agreed?.minor === said.minor && agreed.unit === said.unit && agreed.currency === said.currency))
    return undefined;
  const { unit, minor, currency } = said;
  const words = (rate: typeof said) => unitPriceWords({ ...rate, quantityMilli: null, capMinor: null });
  const now = agreed ? words(agreed) : terms.fee ? `a fixed price of ${formatMoney(terms.fee.value)}` : 'no price';
  return {
    sentence: `Your own wording names ${words(said)}; this contract has ${now}.`,
    term: 'rate' as const,
    make:
      agreed && isWorked(terms)
        ? making(scene, `Make it ${words(said)}`, { rate: { ...agreed, unit, minor, currency }, currency })
        : undefined,
  };
}

/** The deposit that the words ask for; money that goes back, or is kept when something is called off, is none. */
function depositIn({ text }: OwnWords, facts: OwnFacts, terms: Terms): Deposit | undefined {
  if (EXTRA.test(text) || CUES.cancelling.test(text)) return undefined;
  // “El IVA es del 21 %”: a share of the price, and no part of it.
  if ((TAX.test(text) || INTEREST.test(text)) && !asksAhead(text)) return undefined;
  const { deposit, found, shares } = facts.money();
  if (deposit && !BACK.test(text)) return deposit;
  if (!asksAhead(text)) return undefined;
  if (found.fee && found.currency && !CUES.price.test(text)) return { kind: 'sum', minor: found.fee.value.minor };
  const [share, ...more] = shares;
  const alone = share && more.length === 0 && !BESIDE.test(text) && !BACK.test(text);
  return alone && isPriced(terms) ? { kind: 'share', percentMilli: share.percentMilli } : undefined;
}

function otherDeposit(scene: LintScene, whole: OwnWords) {
  const own = spokenIn(scene, whole);
  const { terms } = scene;
  if (!(asksAhead(own.text) || /%|\bhalf\b|\bthird\b/i.test(own.text))) return undefined;
  if (isPriced(terms) && !terms.fee && !terms.rate) return undefined;
  const said = depositIn(own, factsOf(own.text, scene), terms);
  if (!said || isAgreed(said, terms)) return undefined;
  const { currency } = totals(terms).total;
  const words = (deposit: Deposit) =>
    deposit.kind === 'none'
      ? 'none'
      : deposit.kind === 'share'
        ? shareWords(deposit.percentMilli)
        : formatMoney(money(deposit.minor, currency));
  const agreed = terms.deposit?.value ?? { kind: 'none' };
  const names = said.kind === 'none' ? 'says that there is no deposit' : `names a deposit of ${words(said)}`;
  const fits = said.kind !== 'share' || (said.percentMilli > 0 && said.percentMilli <= 100_000);
  return {
    sentence: `Your own wording ${names}; this contract asks for ${words(agreed)}.`,
    term: 'deposit' as const,
    make: fits
      ? making(scene, said.kind === 'none' ? 'Ask for no deposit' : `Make the deposit ${words(said)}`, {
          deposit: said,
        })
      : undefined,
  };
}

function isAgreed(said: Deposit, terms: Terms): boolean {
  const now = terms.deposit?.value ?? { kind: 'none' };
  if (said.kind === 'none' || (said.kind === 'share' && said.percentMilli === 0)) return depositOf(terms).minor === 0n;
  if (said.kind === 'share' && now.kind === 'share' && said.percentMilli === now.percentMilli) return true;
  if (isWorked(terms) || !isPriced(terms)) return false;
  const { total } = totals(terms);
  const sum = said.kind === 'sum' ? said.minor : shareOfTotal(total, said.percentMilli).minor;
  return sum === depositOf(terms).minor;
}
