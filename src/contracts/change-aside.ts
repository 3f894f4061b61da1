import { said } from '../briefs/passages/letters.ts';
import { formatMoney, money, scale } from '../shared/money.ts';
import { ask, type Choice, type Read, type Reader } from './change.ts';
import { sharesIn, sumsIn } from './change-figures.ts';
import { keepsRights, topicsIn } from './change-parts.ts';
import { unread } from './change-scope.ts';
import { shareWords } from './terms.ts';

/** What late payment costs and early payment saves: no term holds either, and neither is a deposit or a price. */
const LATE_OR_EARLY = said(
  [
    'late(?:[- ]payment)? (?:fees?|charges?|interest|penalt\\p{L}+)|(?:reminder|dunning|overdue) (?:fees?|charges?)|default interest|early[- ]payment (?:discount|rebate)|discount for (?:early|prompt|quick) payment',
    'skonto|mahn(?:gebühr|kosten)\\p{L}*|verzugs(?:zins|gebühr|pauschale)\\p{L}*|säumnis\\p{L}*|strafzins\\p{L}*',
    'escompte|pénalités?(?: de retard)?|intérêts? de retard|indemnité de retard|pronto pago|recargo por (?:demora|mora|retraso)|intereses? de demora',
  ].join('|'),
);
/** A discount for paying soon: "2 % discount within 7 days", "Rabatt bei Zahlung". In English "Zahlung in 7 Tagen" is a balance that is payable. */
const FOR_SPEED = said(
  '(?:discount|rabatt|nachlass|remise|descuento)[^.;]*(?:within|if (?:we|they|you) pay|bei (?:\\p{L}+ )?(?:\\p{L}*zahlung|payable)|pronto)',
);
/** French for moving a date, which English takes for something to read. */
const REPORTED = /^report(?:s|er)? ?:? ?\D{0,12}\d/i;
const HALF_PRICE =
  /(?<![\p{L}\d])(?:half(?: of)?(?: of)?(?: (?:the|du|del|des|de|our|your))?[ -](?:price|fee|total|budget|prix|precio)|halbe[rnm]? (?:preis|fee|price)|(?:la )?(?:moitié|mitad) (?:du|del|de) (?:prix|price|precio))(?![\p{L}\d])/iu;
const HALVES =
  /(?<![\p{L}\d])(?:halve (?:the|your|our) (?:price|fee|total)|(?:preis|fee|price) halbieren|(?:reduce|cut|lower) the (?:price|fee) (?:by|in) (?:a )?half)(?![\p{L}\d])/iu;

/** Figures and wishes that stand beside the terms, which the readers of prices and deposits would take for their own. */
export const readAside: Reader = (part, terms, context) => {
  const figures = sharesIn(part).length + sumsIn(part, terms, context).length;
  if (figures > 0 && (LATE_OR_EARLY.test(part) || FOR_SPEED.test(part))) return unread(part, terms, true);
  if (REPORTED.test(part) && figures > 0)
    return ask(
      'Say what moving the date costs like “once free with 14 days’ notice, otherwise 25%”.',
      [],
      'rescheduling',
    );
  if (keepsRights(part) && !/\d/.test(part)) return WHOSE_RIGHTS;
  return readHalf(part, terms, context);
};

const WHOSE_RIGHTS: Read = ask(
  'Who should have the rights in the work?',
  [
    { label: 'They pass to the client on payment', patch: { rights: { kind: 'assignment' } } },
    {
      label: 'The freelancer keeps them: a licence, worldwide, without end',
      patch: { rights: { kind: 'licence', use: 'all uses', territory: 'worldwide', months: null } },
    },
  ],
  'rights',
);

/** "Half the price" may be a new price or what is paid first. */
const readHalf: Reader = (part, terms) => {
  const fee = terms.fee?.value;
  if (!fee || terms.rate || topicsIn(part).some((topic) => topic !== 'fee')) return undefined;
  const half = money(scale(fee.minor, 1n, 2n), fee.currency);
  if (HALVES.test(part)) return { patch: { fee: half }, builds: true };
  if (!HALF_PRICE.test(part) || sharesIn(part).length > 1 || /\d/.test(part)) return undefined;
  const choices: Choice[] = [
    { label: `Price: ${formatMoney(half)}`, patch: { fee: half } },
    { label: `Deposit: ${shareWords(50_000)}`, patch: { deposit: { kind: 'share', percentMilli: 50_000 } } },
  ];
  return ask('Half the price: is that the new price, or the deposit?', choices, 'fee');
};
