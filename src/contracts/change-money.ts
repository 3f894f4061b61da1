import { expensesIn } from '../briefs/agreed/expenses.ts';
import { killSharesIn } from '../briefs/agreed/kill-fee.ts';
import { formatMoney, money } from '../shared/money.ts';
import { isSame } from '../shared/same.ts';
import { NOTICE_DAYS, scaleAnchor } from './calling-off.ts';
import { ask, type Choice, type Reader } from './change.ts';
import { readDepositBy } from './change-deposit.ts';
import { type Sum, sharesIn, sumsIn, VAGUE } from './change-figures.ts';
import { DROPS } from './change-parts.ts';
import { foreignAsk } from './change-price.ts';
import { currencyIn, type Deposit, shareWords, type Terms } from './terms.ts';

/** "40% deposit", "deposit of 1,500", "no deposit". */
export const readDeposit: Reader = (part, terms, context) => {
  const by = readDepositBy(part, terms, context);
  if (by) return by;
  const values: Deposit[] = [
    ...sharesIn(withoutRest(part)).map((percentMilli): Deposit => ({ kind: 'share', percentMilli })),
    ...sumsIn(withoutRest(part), terms, context).map(({ sum }): Deposit => ({ kind: 'sum', minor: sum.minor })),
  ];
  const sums = sumsIn(withoutRest(part), terms, context);
  const [first, second] = values;
  if (sums[0]?.foreign) return foreignAsk(sums[0], terms, ({ minor }) => ({ deposit: { kind: 'sum', minor } }));
  const label = (value: Deposit) => `Deposit: ${depositLabel(value, terms)}`;
  if (!first) {
    if (DROPS.test(part)) return { patch: { deposit: { kind: 'none' } } };
    const choices = [30_000, 40_000, 50_000].map(
      (percentMilli): Choice => ({
        label: `${percentMilli / 1000}%`,
        patch: { deposit: { kind: 'share', percentMilli } },
      }),
    );
    return ask('How large should the deposit be?', choices, 'deposit');
  }
  if (DROPS.test(part) && !/\b(?:to|but)\b/i.test(part)) {
    const none: Choice = { label: 'No deposit', patch: { deposit: { kind: 'none' } } };
    return isSame(first, terms.deposit?.value)
      ? { patch: none.patch }
      : ask(
          'Should there be no deposit at all?',
          [none, { label: label(first), patch: { deposit: first } }],
          'deposit',
        );
  }
  if (first.kind === 'share' && first.percentMilli === 0) return { patch: { deposit: { kind: 'none' } } };
  if (first.kind === 'share' && first.percentMilli > 100_000)
    return ask('A deposit can’t be more than the whole price.');
  if (second || VAGUE.test(part) || isBare(sums[0], terms))
    return ask(
      'How large exactly should the deposit be?',
      [...(isBare(sums[0], terms) ? [asShare(sums[0])] : []), ...values]
        .slice(0, 4)
        .map((value) => ({ label: label(value), patch: { deposit: value } })),
      'deposit',
    );
  return { patch: { deposit: first } };
};

/** "Deposit 40" in a contract that has a share may be another share. */
const isBare = (sum: Sum | undefined, terms: Terms): sum is Sum =>
  sum !== undefined &&
  sum.amount.currency === undefined &&
  sum.sum.minor <= 10_000n &&
  terms.deposit?.value.kind !== 'sum';
const asShare = ({ sum }: Sum): Deposit => ({ kind: 'share', percentMilli: Number(sum.minor) * 10 });

/** "50% deposit, 50% on delivery": what is due at the end is no deposit. */
const withoutRest = (part: string) =>
  part.replace(
    /[, ]*(?:and |then )?(?:(?:the )?(?:rest|balance|remainder)|\S+ ?(?:%|percent)?) (?:is due |due )?(?:on|at|upon|after) (?:the )?(?:delivery|completion|launch|end|handover|acceptance)\b.*$/i,
    '',
  );

function depositLabel(value: Deposit, terms: Terms): string {
  if (value.kind === 'none') return 'none';
  return value.kind === 'share' ? shareWords(value.percentMilli) : formatMoney(money(value.minor, currencyIn(terms)));
}

/** "Add a kill fee of 25%", "no kill fee". A scale says what cancelling costs, so beside one it is asked which holds. */
export const readKillFee: Reader = (part, terms) => {
  const [share, ...more] = killSharesIn(part);
  const scaled = terms.cancellation?.value.kind === 'tiers' && scaleAnchor(terms) !== null;
  const label = (percentMilli: number) =>
    `${shareWords(percentMilli)} of the price for work not yet done${scaled ? ', in place of the scale' : ''}`;
  const choice = (percentMilli: number): Choice => ({
    label: label(percentMilli),
    patch: {
      killFee: { percentMilli },
      ...(scaled && { cancellation: { kind: 'notice', days: NOTICE_DAYS } }),
    },
  });
  if (share === undefined) {
    if (DROPS.test(part) && !/\bwithout cause\b/i.test(part)) return { patch: { killFee: null } };
    return ask(
      'How large should the kill fee be: which share of the price for work not yet done?',
      [25_000, 50_000, 100_000].map(choice),
      'killFee',
    );
  }
  if (share > 100_000) return ask('A kill fee can’t be more than all that is left.', [], 'killFee');
  if (DROPS.test(part) && terms.killFee?.value.percentMilli === share) return { patch: { killFee: null } };
  if (/\bcancel+ation (?:fee|charge)s?\b/i.test(part) && !/kill/i.test(part))
    return ask(
      'A cancellation fee can be a kill fee, owed whenever the client ends the work early.',
      [choice(share)],
      'killFee',
    );
  if (more.length > 0 || VAGUE.test(part))
    return ask('How large exactly should the kill fee be?', [share, ...more].slice(0, 4).map(choice), 'killFee');
  if (scaled && share > 0)
    return ask(
      'The scale says already what cancelling costs. Should a kill fee take its place?',
      [choice(share)],
      'killFee',
    );
  return { patch: { killFee: { percentMilli: share } } };
};

/** "Expenses at cost", "travel up to 300", "no expenses". */
export const readExpenses: Reader = (part, terms, context) => {
  const [sum, ...more] = sumsIn(part, terms, context);
  if (sum?.foreign) return foreignAsk(sum, terms, ({ minor }) => ({ expenses: { kind: 'capped', minor } }));
  const kind = DROPS.test(part) && !sum ? 'included' : expensesIn(part, more.length + (sum ? 1 : 0));
  if (kind === 'capped' && sum) return { patch: { expenses: { kind, minor: sum.sum.minor } } };
  if (kind && kind !== 'capped') return { patch: { expenses: { kind } } };
  const capped: Choice[] = sum
    ? [
        {
          label: `At cost, at most ${formatMoney(sum.sum)}`,
          patch: { expenses: { kind: 'capped', minor: sum.sum.minor } },
        },
      ]
    : [];
  return ask(
    'How should expenses be handled?',
    [
      ...capped,
      { label: 'At cost, with receipts', patch: { expenses: { kind: 'at-cost' } } },
      { label: 'Included in the price', patch: { expenses: { kind: 'included' } } },
    ],
    'expenses',
  );
};

/** "Prices plus VAT", "including VAT". The rate, and why there is none, is read before: `change-tax.ts`. */
export const readTax: Reader = (part) => {
  const within = /\b(?:incl(?:uding|usive|udes?)?|included|gross)\b/i.test(part);
  const plus = /\b(?:plus|excl(?:uding|usive)?|excluded|on top|before|net of|\+)/i.test(part);
  if (within !== plus && !/\bnot?\b/i.test(part)) return { patch: { taxIncluded: within } };
  return ask(
    'Do prices include the tax? For another rate, or none, say it like “19% VAT” or “no VAT, reverse charge”.',
    [
      { label: 'Prices include the tax', patch: { taxIncluded: true } },
      { label: 'Prices are plus tax', patch: { taxIncluded: false } },
    ],
    'taxIncluded',
  );
};
