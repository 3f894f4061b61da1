import { depositOf, isPriced, isWorked, milestoneSums, shareWords, type Terms, totals } from '../contracts/terms.ts';
import { CURRENCIES, formatMoney, type Money, money, parseMoney } from '../shared/money.ts';
import { Refusal } from '../shared/refusal.ts';
import type { Found, LintScene, Rule } from './finding.ts';
import { type OwnSentence, ownSentences, quoteOwn, withoutSentence } from './own-words.ts';

/** One's own wording against what the protected clauses say. */
export const CUSTOM_RULES: readonly Rule[] = [
  { id: 'custom.other-sum', title: 'Another sum in your own words', grade: 'blocks', check: otherSum },
  { id: 'custom.other-share', title: 'Another share in your own words', grade: 'blocks', check: otherShare },
  { id: 'custom.other-days', title: 'Other days in your own words', grade: 'warns', check: otherDays },
  { id: 'custom.other-rounds', title: 'Other rounds in your own words', grade: 'warns', check: otherRounds },
  { id: 'custom.non-refundable', title: '“Non-refundable”', grade: 'suggests', check: nonRefundable },
];

/** What is owed beside the price: such a sentence may name any sum. */
const BESIDE =
  /\b(extra|additional|further|each|every|per|beyond|overtime|rush|travel|expenses?|cancel\w*|licen[cs]e|buy-?out|late|interest|penalty|discount|if|unless|vat|tax|reimburs\w*)\b/i;
const PRICE =
  /\b(price|fee|total|costs?|amount|budget|pays?|paid|Preis|Honorar|Gesamtbetrag|prix|montant|honoraires|precio|importe)\b/i;
const DEPOSIT = /\b(deposit|advance|upfront|up front|down payment|Anzahlung|acompte|anticipo)\b/i;
/** What makes a sum the price, said right before it or right after it; other sums near such a word are only doubtful. */
const PLAINLY_BEFORE =
  /\b(?:price|fee|total|deposit|advance|down payment|balance|budget|Preis|Honorar|Gesamtbetrag|Anzahlung|prix|acompte|precio)\b[^.;,]{0,30}?(?:\b(?:is|are|of|be|to|at|now|beträgt|est de|es de)|[:=])\s*$|\b(?:pays?)\s+(?:us\s+)?$/i;
const PLAINLY_AFTER =
  /^\s*(?:in total|all[- ]in|altogether|as (?:the |a )?(?:price|fee|deposit)|upfront|up front|in advance|flat)\b/i;
const SIGNS = '€$£¥';
const SUM = new RegExp(
  `(?:(${CURRENCIES.join('|')})|[${SIGNS}])\\s?(\\d[\\d.,’' ]*\\d|\\d)k?|(\\d[\\d.,’' ]*\\d|\\d)k?\\s?(?:(${CURRENCIES.join('|')})\\b|[${SIGNS}]|euros?\\b|dollars?\\b|pounds?\\b)`,
  'g',
);

type Named = { sum: Money; plainly: boolean };

/** The sums a sentence names, and whether it calls them the price; what can't be read plainly is not held against it. */
function sumsIn(text: string, currency: string): Named[] {
  return [...text.matchAll(SUM)].flatMap(({ 0: whole, 1: before, 2: one, 3: other, 4: after, index }) => {
    const plainly = PLAINLY_BEFORE.test(text.slice(0, index)) || PLAINLY_AFTER.test(text.slice(index + whole.length));
    try {
      return [{ sum: parseMoney((one ?? other ?? '').trim(), before ?? after ?? currency), plainly }];
    } catch (error) {
      if (error instanceof Refusal) return [];
      throw error;
    }
  });
}

/** Every sum that the contract's own clauses name. */
function sumsOf(terms: Terms): Money[] {
  const { net, tax, total } = totals(terms);
  const { currency } = total;
  const rate = terms.rate?.value;
  const tiers = terms.cancellation?.value.kind === 'tiers' ? terms.cancellation.value.tiers : [];
  const minors = [
    terms.fee?.value.minor,
    rate?.minor,
    rate?.capMinor,
    total.minor - depositOf(terms).minor,
    ...tiers.map(({ minor }) => minor),
    ...(terms.milestones?.value ?? []).map(({ minor }) => minor),
  ];
  const parts = isWorked(terms) ? [] : milestoneSums(terms).map(({ sum }) => sum);
  return [
    net,
    tax,
    total,
    depositOf(terms),
    ...parts,
    ...minors.flatMap((minor) => (minor ? [money(minor, currency)] : [])),
  ];
}

const against = (scene: LintScene, own: OwnSentence, sentence: string): Found => ({
  sentence,
  field: own.field,
  quote: quoteOwn(scene, own.text),
  fix: withoutSentence(scene.terms, own),
  edit: 'Change the price itself under Edit terms, or word the sentence another way.',
});

function otherSum(scene: LintScene): Found | undefined {
  const { terms } = scene;
  if (isPriced(terms) && !terms.fee && !terms.rate) return undefined;
  const { total } = totals(terms);
  const known = sumsOf(terms);
  const isKnown = ({ sum }: Named) =>
    known.some(({ minor, currency }) => minor === sum.minor && currency === sum.currency);
  const others = ownSentences(terms).flatMap((own) => {
    if (BESIDE.test(own.text) || !(PRICE.test(own.text) || DEPOSIT.test(own.text))) return [];
    return sumsIn(own.text, total.currency).flatMap((named) => (isKnown(named) ? [] : [{ own, ...named }]));
  });
  const worst = others.find(({ plainly }) => plainly) ?? others[0];
  if (!worst) return undefined;
  const sum = formatMoney(worst.sum);
  return {
    ...against(
      scene,
      worst.own,
      `Your own wording names ${sum}, a sum that the price, the deposit and the invoices of this contract do not have.`,
    ),
    grade: worst.plainly ? undefined : 'warns',
  };
}

function otherShare(scene: LintScene): Found | undefined {
  const deposit = scene.terms.deposit?.value;
  const agreed = deposit?.kind === 'share' ? deposit.percentMilli : 0;
  if (deposit?.kind === 'sum') return undefined;
  for (const own of ownSentences(scene.terms)) {
    if (!DEPOSIT.test(own.text) || BESIDE.test(own.text)) continue;
    const share = Number(/(\d{1,3}(?:\.\d{1,3})?)\s?(?:%|percent|per cent)/i.exec(own.text)?.[1] ?? Number.NaN) * 1000;
    if (share > 0 && share !== agreed)
      return against(
        scene,
        own,
        `Your own wording names a deposit of ${shareWords(share)}; this contract asks for ${agreed > 0 ? shareWords(agreed) : 'none'}.`,
      );
  }
  return undefined;
}

const DAYS =
  /\b(?:net\s*(\d{1,3})|(?:payable|pay|pays|paid|payment|due)\b[^.]{0,40}?\b(?:within|in|after)\s+(\d{1,3})\s+days)/i;

function otherDays(scene: LintScene): Found | undefined {
  const agreed = scene.terms.netDays?.value;
  for (const own of ownSentences(scene.terms)) {
    const [, net, within] = DAYS.exec(own.text) ?? [];
    const days = Number(net ?? within ?? Number.NaN);
    if (agreed === undefined || Number.isNaN(days) || days === agreed || DEPOSIT.test(own.text)) continue;
    return {
      ...against(scene, own, `Your own wording gives ${days} days to pay, and the clause on payment ${agreed}.`),
      edit: 'Change the days under Edit terms, and leave the sentence out.',
    };
  }
  return undefined;
}

const NUMBERS = 'no one two three four five six seven eight nine ten'.split(' ');
const ROUNDS = new RegExp(`\\b(\\d{1,2}|${NUMBERS.join('|')})\\s+(?:rounds?|revisions?|correction loops?)\\b`, 'i');

function otherRounds(scene: LintScene): Found | undefined {
  const agreed = scene.terms.revisions?.value;
  for (const own of ownSentences(scene.terms)) {
    const written = ROUNDS.exec(own.text)?.[1]?.toLowerCase();
    if (agreed === undefined || !written || /\b(further|additional|extra)\b/i.test(own.text)) continue;
    const rounds = NUMBERS.includes(written) ? NUMBERS.indexOf(written) : Number(written);
    if (rounds !== agreed)
      return {
        ...against(
          scene,
          own,
          `Your own wording names ${written} rounds of revisions, and the clause on revisions ${agreed}.`,
        ),
        edit: 'Change the number under Edit terms, and leave the sentence out.',
      };
  }
  return undefined;
}

const NO_REFUND =
  /\b(non-?\s?refundable|not refundable|no refunds?|not be refunded|never refunded|forfeit(?:s|ed)?)\b/i;

/** The sentence that keeps money whatever happens, if there is one. */
export function keptWhatever(terms: Terms): OwnSentence | undefined {
  return ownSentences(terms).find(({ text }) => NO_REFUND.test(text));
}

function nonRefundable(scene: LintScene): Found | undefined {
  const own = keptWhatever(scene.terms);
  return (
    own && {
      ...against(
        scene,
        own,
        '“Non-refundable” differs from the clause on cancelling, which says what is owed and what is returned.',
      ),
      edit: 'Word it as a fee for cancelling, or leave it.',
    }
  );
}
