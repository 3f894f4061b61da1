import type { KnownBlock, ModalView } from '@slack/types';
import { type Day, formatDay } from '../shared/dates.ts';
import { formatAmount, type Money, parseMoney } from '../shared/money.ts';
import { Refusal } from '../shared/refusal.ts';
import { cut } from '../shared/typed.ts';
import { context, section } from '../slack/blocks.ts';
import { choice, date, text, textarea } from '../slack/field.ts';
import { form } from '../slack/form.ts';
import { md, quote } from '../slack/mrkdwn.ts';
import type { ChangeFilled } from './change-order.ts';
import { deliverableLines } from './deliverable.ts';
import { offerChoices, offerChosen, type PriceOffer } from './order-price.ts';
import type { Terms } from './terms.ts';

/** What is added to a signed contract; its currency and tax are the contract's, and no deposit is asked for. */
export const orderForm = form(
  'contract:add-change',
  { title: 'Change order', submit: 'Draft it' },
  {
    title: text('What is added', {
      max: 120,
      placeholder: 'A shop with up to 20 products',
      hint: 'What you will do, in your own words: it becomes a clause, marked as custom wording.',
    }),
    deliverables: textarea('What the client receives', {
      max: 1500,
      hint: 'A line each; left out, what is added says it all.',
    }).optionally(),
    offer: choice('A price you could ask').optionally(),
    fee: text('Price', { max: 30, placeholder: '500' }).optionally(),
    endOn: date('Done by', { hint: 'Its invoice goes out on that day.' }),
  },
);

export type ChangeAt = {
  /** The contract that it adds to. */
  parent: string;
  signedOn: Day;
  currency: string;
  taxWords: string;
  values: {
    title?: string | undefined;
    deliverables?: string | undefined;
    fee?: string | undefined;
    endOn?: Day | undefined;
  };
  /** What the client asked for, in their words: to look at while one says what one will do, never a part of the contract. */
  asked: readonly string[];
  /** Prices that it may have, worked out from the words and the contract. */
  offers: readonly PriceOffer[];
  metadata: object;
  edit: boolean;
  /** The field that it is opened for, from Check. */
  at?: { field: ChangeField; why: string };
  /** Set when the form is shown again with offers for what was typed. */
  again?: boolean;
};
export type ChangeField = 'title' | 'deliverables' | 'fee' | 'endOn';

export function orderView(at: ChangeAt): ModalView {
  return orderForm.view({
    intro: [
      section(md`Adds to *${at.parent}*, signed on ${formatDay(at.signedOn)}. Everything else in it stays.`),
      ...askedBlocks(at.asked),
    ],
    values: at.values,
    hints: {
      offer:
        'Worked out from the words and the contract, as the line under each says. Nothing is taken until you choose it.',
      fee: `${priceHint(at)} In ${at.currency}${at.taxWords}. It comes on top of what was agreed.`,
    },
    ...(at.offers.length > 0 ? { choices: { offer: offerChoices(at.offers) } } : { without: ['offer'] }),
    ...(at.again && { revision: at.offers.map(({ price }) => price.minor).join('-') }),
    outro: [
      context('A small contract: you sign it, the client signs it with a code, and its price is invoiced by itself.'),
    ],
    metadata: at.metadata,
    ...(at.at && { asked: at.at }),
    ...(at.edit && { submit: 'Make this version' }),
  });
}

function priceHint({ offers, edit }: ChangeAt): string {
  if (offers.length > 0) return 'What you type here counts before what you choose above.';
  return edit ? '' : 'Left empty, you are offered one where it can be worked out.';
}

/** More asks than these are read in the message itself. */
const ASKED_SHOWN = 8;

function askedBlocks(asked: readonly string[]): KnownBlock[] {
  if (asked.length === 0) return [];
  return [section('They ask:'), ...asked.slice(0, ASKED_SHOWN).map((words) => section(quote(cut(words, 400))))];
}

/** How a drafted change order stands in these fields. */
export function shownChange({ title, deliverables, fee, endOn }: Terms): ChangeAt['values'] {
  return {
    title: title?.value,
    deliverables: deliverableLines({ deliverables }).join('\n') || undefined,
    fee: fee && formatAmount(fee.value),
    endOn: endOn?.value,
  };
}

const ITEMS_MAX = 40;
const ITEM_MAX = 300;

/** Words of somebody else: what is asked, or who said it, can't be what one side promises in a clause. */
const ASKING =
  /\?|^[^:]{0,40}\b(?:wrote|writes|said|says|asked|asks|schrieb|schreibt|fragt|écrit|demande|escribió|pide)\s*:/iu;

function checkOwnWords(words: string, field: 'title' | 'deliverables'): void {
  if (ASKING.test(words))
    throw new Refusal(
      'contract.asked-words',
      'This becomes a clause that you both sign, so say what you will do, like “Printed album with 40 pages”, not what was asked.',
      field,
    );
}

/** The lines of a list as they were typed. */
export function linesTyped(typed: string | undefined): string[] {
  return (typed ?? '')
    .split('\n')
    .map((item) => item.replace(/^\s*[-*•]\s*/, '').trim())
    .filter(Boolean);
}

/** The price that was typed, else the one that was chosen; undefined where there is neither. */
export function priceTyped(
  { fee, offer }: { fee: string | undefined; offer: string | undefined },
  offers: readonly PriceOffer[],
  currency: string,
): Money | undefined {
  return fee ? parseMoney(fee, currency) : offerChosen(offers, offer);
}

/** @throws Refusal beside the field that can't be read or that only repeats a question. */
export function changeFilled(
  typed: { title: string; deliverables: string | undefined; endOn: string },
  fee: Money,
): ChangeFilled {
  const deliverables = linesTyped(typed.deliverables);
  if (deliverables.length > ITEMS_MAX || deliverables.some((item) => item.length > ITEM_MAX))
    throw new Refusal(
      'contract.long-list',
      `Keep it to ${ITEMS_MAX} lines of at most ${ITEM_MAX} characters.`,
      'deliverables',
    );
  checkOwnWords(typed.title, 'title');
  for (const item of deliverables) checkOwnWords(item, 'deliverables');
  return { title: typed.title, deliverables, fee, endOn: typed.endOn };
}
