import { type LawCheck, type LawPack, lawPacks } from '../clauses/law-read.ts';
import { hintedPlace, isWithin, type Place, placeName, placeOfBusiness, placeOfClient } from '../contracts/place.ts';
import { isWorked, totals } from '../contracts/terms.ts';
import type { Finding, LawSource, LintScene, Miss } from './finding.ts';
import { cancellingOver, depositOver, givenBack } from './law-consumer.ts';
import {
  addresses,
  fullPay,
  interestKept,
  itemised,
  listDate,
  payDate,
  payWithin,
  privateInterest,
  sumNamed,
} from './law-payment.ts';
import { clientTaxNumber, reverseCharge } from './law-tax.ts';
import { earlyDate, earlyStart, withdrawalForm, withdrawalTold, withdrawalWaived } from './law-withdrawal.ts';
import { movingOver } from './moving.ts';
import { wayTo } from './way.ts';

export type ChosenPack = { readonly pack: LawPack; readonly because: string };

/** The packs that hold for this contract, by the places of the parties, the client's kind and the price. */
export function packsFor(scene: LintScene, packs = lawPacks()): ChosenPack[] {
  const { terms, business, client } = scene;
  const yours = placeOfBusiness(business);
  const theirs = placeOfClient(terms, client);
  const hints = { yours: hintedPlace(terms, yours, theirs), theirs: hintedPlace(terms, theirs, yours) };
  const chosen = packs.flatMap((pack): ChosenPack[] => {
    if (!meant(pack.client, scene) || !reaches(pack, scene)) return [];
    const within = (place: Place | undefined) => place && pack.places.some((area) => isWithin(place, area));
    if (within(theirs)) return [{ pack, because: becauseOf('The client is', theirs) }];
    const either = pack.party === 'either';
    if (either && within(yours)) return [{ pack, because: becauseOf('You are', yours) }];
    const hinted = within(hints.theirs) ? 'the client is' : either && within(hints.yours) ? 'you are' : undefined;
    return hinted
      ? [{ pack, because: `The contract chooses its law, and no address says in which state ${hinted}` }]
      : [];
  });
  const replaced = new Set(chosen.flatMap(({ pack }) => pack.over));
  return chosen.filter(({ pack }) => !replaced.has(pack.id));
}

function becauseOf(who: string, place: Place): string {
  const how = { said: '', read: ', by the address', assumed: ', as far as we can tell', hinted: '' }[place.sure];
  return `${who} in ${placeName(place)}${how}`;
}

const meant = (kind: LawPack['client'], { terms }: LintScene) =>
  kind === 'any' || kind === (terms.clientKind?.value ?? 'business');

/** What is billed as worked, or is in another currency, may well come to more; small contracts of 120 days add up. */
function reaches({ threshold }: LawPack, { terms }: LintScene): boolean {
  if (!threshold || isWorked(terms) || (!terms.fee && !terms.rate)) return true;
  const { total } = totals(terms);
  return total.currency !== threshold.currency || total.minor >= threshold.minor;
}

type LawFinding = { finding: Finding; instead: readonly string[] };

/** Everything the packs have against this contract; what several laws ask alike is one finding with several sources. */
export function lawFindings(scene: LintScene, packs = lawPacks()): LawFinding[] {
  const found: (LawFinding & { asks: LawCheck; laws: string[]; words: string })[] = [];
  for (const { pack, because } of packsFor(scene, packs))
    for (const rule of pack.rules.filter(({ client }) => meant(client, scene))) {
      const missed = isInParent(rule.asks, scene) ? undefined : CHECKS[rule.asks](scene, rule);
      if (!missed) continue;
      const { said = {}, ...rest } = missed;
      const words = rule.words.replace(/\{(\w+)\}/g, (whole, name: string) => said[name] ?? whole);
      const { cite, link, id, instead, readIn } = rule;
      const source: LawSource = { rule: id, pack: pack.title, cite, link, checkedOn: pack.checkedOn, readIn, because };
      const same = found.find((each) => each.asks === rule.asks && each.words === words);
      if (same) {
        same.laws.push(pack.law);
        same.finding = { ...same.finding, sources: [...same.finding.sources, source], sentence: sentenceOf(same) };
      } else {
        const first = { asks: rule.asks, laws: [pack.law], words, instead };
        const finding: Finding = {
          ...rest,
          way: rest.way ?? wayTo(rest.field, scene),
          rule: id,
          title: TITLES[rule.asks],
          grade: rule.grade,
          sources: [source],
          sentence: sentenceOf(first),
        };
        found.push({ ...first, finding });
      }
    }
  return found;
}

/** What a change order has from its parent, whose clauses apply to it: how it is paid, and what is owed for paying late. */
const IN_PARENT: readonly LawCheck[] = ['pay-date', 'list-date', 'sum-named'];
const isInParent = (asks: LawCheck, { terms }: LintScene) => terms.changeOf !== undefined && IN_PARENT.includes(asks);

const TITLES: Record<LawCheck, string> = {
  addresses: 'The addresses of both',
  'client-address': 'The client’s address',
  itemised: 'The list of services',
  'pay-date': 'The day of payment',
  'pay-within': 'Long time to pay',
  'list-date': 'When you list what you did',
  'full-pay': 'A discount for paying on time',
  'interest-kept': 'Interest for late payment',
  'private-interest': 'Interest from a private client',
  'withdrawal-told': 'The right to withdraw',
  'withdrawal-form': 'The form for withdrawing',
  'withdrawal-waived': 'Giving up the right to withdraw',
  'early-start': 'A start within the time to withdraw',
  'early-date': 'A date within the time to withdraw',
  'deposit-share': 'A private client’s deposit',
  'cancelling-share': 'What a private client pays for cancelling',
  'moving-share': 'What a private client pays for moving',
  'given-back': '“Non-refundable”',
  'sum-named': 'The fixed sum for late payment',
  'reverse-charge': 'Tax for a client in another country',
  'client-tax-number': 'The client’s VAT number',
};

/** Laws that ask alike: `The laws of California and New York State ask for…`. */
function sentenceOf({ laws, words }: { laws: readonly string[]; words: string }): string {
  if (laws.length === 1) return `The law of ${laws[0]} ${words}`;
  return `The laws of ${laws.slice(0, -1).join(', ')} and ${laws.at(-1)} ${words.replace(/^asks\b/, 'ask').replace(/^does\b/, 'do')}`;
}

const CHECKS: Record<LawCheck, (scene: LintScene, rule: LawPack['rules'][number]) => Miss | undefined> = {
  addresses: (scene) => addresses(scene, true),
  'client-address': (scene) => addresses(scene, false),
  itemised,
  'pay-date': payDate,
  'pay-within': payWithin,
  'list-date': listDate,
  'full-pay': fullPay,
  'interest-kept': interestKept,
  'private-interest': privateInterest,
  'withdrawal-told': withdrawalTold,
  'withdrawal-form': withdrawalForm,
  'withdrawal-waived': withdrawalWaived,
  'early-start': earlyStart,
  'early-date': earlyDate,
  'deposit-share': depositOver,
  'cancelling-share': cancellingOver,
  'moving-share': movingOver,
  'given-back': givenBack,
  'sum-named': sumNamed,
  'reverse-charge': reverseCharge,
  'client-tax-number': clientTaxNumber,
};
