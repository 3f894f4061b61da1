/** What a bank's code means for the person who wants to pay. Banks say little; what they don't say is not made up. */
const SENTENCES: Readonly<Record<string, string>> = {
  insufficient_funds: 'The bank says that there is not enough money on the account.',
  expired_card: 'The card has expired.',
  incorrect_cvc: 'The card’s security code was wrong.',
  incorrect_number: 'The card number was wrong.',
  invalid_expiry_month: 'The card’s expiry date was wrong.',
  invalid_expiry_year: 'The card’s expiry date was wrong.',
  lost_card: 'The bank declined the card.',
  stolen_card: 'The bank declined the card.',
  card_not_supported: 'The card does not allow this kind of payment.',
  currency_not_supported: 'The card does not allow this currency.',
  card_velocity_exceeded: 'The card’s limit has been reached.',
  withdrawal_count_limit_exceeded: 'The card’s limit has been reached.',
  processing_error: 'The bank could not process the payment just then.',
  payment_intent_authentication_failure: 'The bank did not confirm the payment.',
  authentication_required: 'The bank asked for a confirmation and did not get it.',
  debit_not_authorized: 'The account’s owner did not allow the debit.',
  account_closed: 'The bank account is closed.',
  no_account: 'The bank account was not found.',
};

export function failureSentence(code: string): string {
  return SENTENCES[code] ?? 'The bank declined the payment.';
}
