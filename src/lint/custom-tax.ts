import { INCLUDED, OUTSIDE } from '../briefs/agreed/expenses.ts';
import { REFUSED } from '../briefs/agreed/words.ts';
import { sumOf } from '../briefs/money/amounts.ts';
import { type Share, scanShares } from '../briefs/money/share-scan.ts';
import { readTax } from '../briefs/money/tax.ts';
import { readTaxReason } from '../briefs/money/tax-reasons.ts';
import { isWorked, type Terms, totals } from '../contracts/terms.ts';
import { formatPercent } from '../shared/money.ts';
import { TAX_REASON_WORDS, type TaxReason } from '../shared/tax.ts';
import { firstAgainst, making } from './custom.ts';
import type { LintScene, Rule } from './finding.ts';
import { EXTRA } from './own-cues.ts';
import { factsOf, spokenIn } from './own-facts.ts';
import { EACH, NET, NO_TAX_ALONE, ON_TOP, SHOWN_APART, TAX } from './own-tax-cues.ts';
import { partWith, readingsOf } from './own-values.ts';
import { type OwnWords, ownWording } from './own-words.ts';

/** One's own wording against the tax on the price. */
export const OWN_TAX: Rule = {
  id: 'custom.other-tax',
  title: 'Another tax in your own words',
  grade: 'blocks',
  check: firstAgainst(ownWording, otherTax),
};

type Said = {
  readonly rateMilli: number | undefined;
  readonly included: boolean | undefined;
  readonly reason: TaxReason | undefined;
};

/** “Wir sind Kleinunternehmer”: it is we who say it. */
const WE_ARE_SMALL = /(?:wir sind|ich bin) kleinunternehmer/i;
const reasonIn = (words: string): TaxReason | undefined =>
  readTaxReason(words, {}).found.taxReason?.value ?? (WE_ARE_SMALL.test(words) ? 'small-business' : undefined);
const speaksOfTax = (words: string) => TAX.test(words) || reasonIn(words) !== undefined;

/** What words on tax say: a rate (none is 0, perhaps for a reason), and whether it is in the price. */
function taxSaid(part: string, reason: TaxReason | undefined): Said | undefined {
  const readings = readingsOf(part).map((words) => readTax(words, scanShares(words, []), []).found);
  const shares = readingsOf(part).map((words): readonly Share[] => scanShares(words, []));
  const [share, ...more] = shares.find(({ length }) => length > 0) ?? [];
  const near = readings.find(({ taxRateMilli }) => taxRateMilli?.value)?.taxRateMilli?.value;
  const rateMilli = near ?? (more.length === 0 ? share?.percentMilli : undefined);
  const outside = OUTSIDE.test(part) || ON_TOP.test(part);
  const free = readTaxReason(part, {}).found.taxRateMilli?.value === 0;
  const none =
    free ||
    reason !== undefined ||
    (REFUSED.test(part) && !OUTSIDE.test(part) && (!NET.test(part) || NO_TAX_ALONE.test(part)));
  if (none && rateMilli === undefined) return { rateMilli: 0, included: undefined, reason };
  const read = readings.find(({ taxIncluded }) => taxIncluded)?.taxIncluded?.value;
  const included = outside || NET.test(part) ? false : INCLUDED.test(part) ? true : read;
  return rateMilli === undefined && included === undefined ? undefined : { rateMilli, included, reason: undefined };
}

function otherTax(scene: LintScene, own: OwnWords) {
  const { terms, business } = scene;
  if (terms.unpriced || !speaksOfTax(own.text)) return undefined;
  const { text } = spokenIn(scene, own);
  const part = partWith(text, speaksOfTax);
  const said = part && taxSaid(part, reasonIn(text));
  if (!said || agrees(scene, part, said)) return undefined;
  if (SHOWN_APART.test(part) && said.rateMilli === undefined) return undefined;
  const rate = terms.taxRateMilli?.value ?? 0;
  const charged = said.rateMilli ?? (rate || business.taxRateMilli);
  const doubtful =
    EXTRA.test(part) ||
    EACH.test(part) ||
    (rate === 0 && said.rateMilli === undefined && said.included && !terms.taxReason);
  return {
    sentence: `Your own wording has ${saidWords(said)}; this contract has ${agreedWords(terms)}.`,
    term: 'taxRateMilli' as const,
    make:
      charged === 0 && said.rateMilli !== 0
        ? undefined
        : making(scene, labelFor(said, charged), {
            taxRateMilli: charged,
            taxReason: charged === 0 ? (said.reason ?? terms.taxReason?.value) : undefined,
            ...(said.included !== undefined && { taxIncluded: said.included }),
          }),
    grade: doubtful ? ('warns' as const) : undefined,
  };
}

/** Prices “without VAT” are net ones, or have none; and a sum may be named with its tax where the price is one without. */
function agrees(scene: LintScene, part: string, { rateMilli, included, reason }: Said): boolean {
  const { taxRateMilli, taxIncluded, taxReason } = scene.terms;
  const rate = taxRateMilli?.value ?? 0;
  if ((rateMilli ?? rate) !== rate || (reason && taxReason && reason !== taxReason.value)) return false;
  if (included === undefined) return true;
  return rate === 0 ? NET.test(part) : included === (taxIncluded?.value === true) || namesSum(scene, part, included);
}

const becauseOf = (reason: TaxReason | undefined) => (reason ? ` (${TAX_REASON_WORDS[reason]})` : '');

function saidWords({ rateMilli, included, reason }: Said): string {
  if (rateMilli === 0) return `no tax${becauseOf(reason)}`;
  const where = included === undefined ? '' : included ? ' in the price' : ' on top';
  return `tax${rateMilli ? ` of ${formatPercent(rateMilli)}` : ''}${where}`;
}

function agreedWords({ taxRateMilli, taxIncluded, taxReason }: Terms): string {
  const rate = taxRateMilli?.value ?? 0;
  if (rate === 0) return `no tax${becauseOf(taxReason?.value)}`;
  return `tax of ${formatPercent(rate)} ${taxIncluded?.value ? 'in the price' : 'on top'}`;
}

/** Whether words name the price with its tax, or without, as it is. */
function namesSum(scene: LintScene, part: string, included: boolean): boolean {
  const { terms } = scene;
  if (isWorked(terms)) return false;
  const { net, total } = totals(terms);
  const wanted = included ? total : net;
  return factsOf(part, scene)
    .money()
    .amounts.some((amount) => sumOf(amount, wanted.currency)?.minor === wanted.minor);
}

function labelFor({ rateMilli, included, reason }: Said, charged: number): string {
  if (rateMilli === 0) return `Add no tax to this contract${becauseOf(reason)}`;
  const where = included === undefined ? '' : included ? ', in the price' : ', on top of the price';
  return `Make the tax ${formatPercent(charged)}${where}`;
}
