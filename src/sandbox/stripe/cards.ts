/** The ways to pay that the hosted page offers and tests press. */
export const CARDS = {
  succeeds: { number: '4242 4242 4242 4242', kind: 'card', label: 'Card that works', effect: 'Paid at once' },
  declined: { number: '4000 0000 0000 0002', kind: 'card', label: 'Card that is declined', effect: 'The bank says no' },
  'insufficient-funds': {
    number: '4000 0000 0000 9995',
    kind: 'card',
    label: 'Card without enough money',
    effect: 'Declined for lack of funds',
  },
  '3ds': {
    number: '4000 0025 0000 3155',
    kind: 'card',
    label: 'Card that asks its bank',
    effect: 'One more step (3-D Secure)',
  },
  debit: {
    number: 'AT61 1904 3002 3457 3201',
    kind: 'debit',
    label: 'Bank debit',
    effect: 'Accepted now, settles later',
  },
} as const;

export type Card = keyof typeof CARDS;

export const isCard = (value: string): value is Card => Object.hasOwn(CARDS, value);

/** A card by its choice or by its number, however it is spaced. */
export function cardOf(value: string): Card | undefined {
  if (isCard(value)) return value;
  const digits = value.replaceAll(' ', '').toUpperCase();
  return (Object.keys(CARDS) as Card[]).find((card) => CARDS[card].number.replaceAll(' ', '') === digits);
}

export const DECLINES = {
  declined: { declineCode: 'generic_decline', message: 'Your card was declined.' },
  'insufficient-funds': { declineCode: 'insufficient_funds', message: 'Your card has insufficient funds.' },
} as const;
