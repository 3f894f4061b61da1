import { INCLUDED, OUTSIDE } from '../briefs/agreed/expenses.ts';
import { REFUSED } from '../briefs/agreed/words.ts';
import { sumOf } from '../briefs/money/amounts.ts';
import { type Share, scanShares } from '../briefs/money/share-scan.ts';
import { readTax } from '../briefs/money/tax.ts';
import { isWorked, totals } from '../contracts/terms.ts';
import { formatPercent } from '../shared/money.ts';
import { firstAgainst, making } from './custom.ts';
import type { LintScene, Rule } from './finding.ts';
import { EXTRA } from './own-cues.ts';
import { factsOf } from './own-facts.ts';
import { spokenOf } from './own-others.ts';
import { EACH, NET, ON_TOP, TAX, UNTAXED } from './own-tax-cues.ts';
import { partWith, readingsOf } from './own-values.ts';
import { type OwnWords, ownWording } from './own-words.ts';

/** One's own wording against the tax on the price. */
export const OWN_TAX: Rule = {
  id: 'custom.other-tax',
  title: 'Another tax in your own words',
  grade: 'blocks',
  check: firstAgainst(ownWording, otherTax),
};

type Said = { readonly rateMilli: number | undefined; readonly included: boolean | undefined };

/** What words on tax say: a rate (none is 0), and whether it is in the price. */
function taxSaid(part: string): Said | undefined {
  const readings = readingsOf(part).map((words) => readTax(words, scanShares(words, []), []).found);
  const shares = readingsOf(part).map((words): readonly Share[] => scanShares(words, []));
  const [share, ...more] = shares.find(({ length }) => length > 0) ?? [];
  const near = readings.find(({ taxRateMilli }) => taxRateMilli?.value)?.taxRateMilli?.value;
  const rateMilli = near ?? (more.length === 0 ? share?.percentMilli : undefined);
  const outside = OUTSIDE.test(part) || ON_TOP.test(part);
  const untaxed = UNTAXED.test(part) || (REFUSED.test(part) && !OUTSIDE.test(part) && !NET.test(part));
  if (untaxed && rateMilli === undefined) return { rateMilli: 0, included: undefined };
  const read = readings.find(({ taxIncluded }) => taxIncluded)?.taxIncluded?.value;
  const included = outside || NET.test(part) ? false : INCLUDED.test(part) ? true : read;
  return rateMilli === undefined && included === undefined ? undefined : { rateMilli, included };
}

function otherTax(scene: LintScene, own: OwnWords) {
  const { terms, business } = scene;
  if (!TAX.test(own.text) || terms.unpriced) return undefined;
  const text = spokenOf(own.text, factsOf(own.text, scene).others(), scene);
  const part = partWith(text, (words) => TAX.test(words));
  const said = part && taxSaid(part);
  if (!said) return undefined;
  const rate = terms.taxRateMilli?.value ?? 0;
  const within = rate > 0 && terms.taxIncluded?.value === true;
  const now =
    rate === 0
      ? 'no tax'
      : within
        ? `tax of ${formatPercent(rate)} in the price`
        : `tax of ${formatPercent(rate)} on top`;
  // Prices “without VAT” are net ones, or have none; and a sum may be named with its tax where the price is one without.
  const agrees =
    said.included === undefined ||
    (rate === 0 ? NET.test(part) : said.included === within || namesSum(scene, part, said.included));
  if ((said.rateMilli ?? rate) === rate && agrees) return undefined;
  const charged = said.rateMilli ?? (rate || business.taxRateMilli);
  const kind = said.included === undefined ? '' : said.included ? ' in the price' : ' on top';
  const words =
    said.rateMilli === 0 ? 'no tax' : `tax${said.rateMilli ? ` of ${formatPercent(said.rateMilli)}` : ''}${kind}`;
  const doubtful = EXTRA.test(part) || EACH.test(part) || (rate === 0 && said.rateMilli === undefined && said.included);
  return {
    sentence: `Your own wording has ${words}; this contract has ${now}.`,
    term: 'taxRateMilli' as const,
    make:
      charged === 0 && said.rateMilli !== 0
        ? undefined
        : making(scene, labelFor(said, charged), {
            taxRateMilli: charged,
            ...(said.included !== undefined && { taxIncluded: said.included }),
          }),
    grade: doubtful ? ('warns' as const) : undefined,
  };
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

function labelFor({ rateMilli, included }: Said, charged: number): string {
  if (rateMilli === 0) return 'Add no tax to this contract';
  const where = included === undefined ? '' : included ? ', in the price' : ', on top of the price';
  return `Make the tax ${formatPercent(charged)}${where}`;
}
