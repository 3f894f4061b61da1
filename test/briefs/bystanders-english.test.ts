import { describe, expect, it } from 'vitest';
import type { TermName } from '../../src/contracts/terms.ts';
import { parse, short } from './cases.ts';

/** A brief for one thing at one price, with something besides. */
const beside = (words: string) => `Logo for Ada Lee at €900, ready by 12 March 2027. ${words}`;

describe("other people's bargains are no terms", () => {
  it.each<[TermName, string]>([
    ['cancellation', 'Her landlord has signed (€1,100 a month, two months’ notice either way).'],
    ['cancellation', 'Our hire agreement says 21 days notice to quit.'],
    ['netDays', 'Their growers pay them at 75 days, which is why money is tight.'],
    ['netDays', 'His previous plumber had sixty days to pay, poor man.'],
    ['netDays', 'The supplier allows us 45 days to pay for the paper.'],
    ['deposit', 'The caterer takes 35% up front.'],
    ['deposit', 'Her old photographer wanted 40% to hold the date and she paid it.'],
    ['deposit', 'Patients put down 20% in advance and lose it if they do not come.'],
    ['revisions', 'Would two rounds of changes be normal for this?'],
    ['revisions', 'She asked whether people usually get three rounds of edits, I said I would look.'],
    ['revisions', 'Our trustees have two rounds of reviews, but that’s internal.'],
  ])('no %s in: %s', (field, words) => {
    const parsed = parse(beside(words));
    expect(short(parsed, field)).toBeUndefined();
    expect(short(parsed, 'fee')).toBe('EUR 90000');
    expect(short(parsed, 'endOn')).toBe('2027-03-12');
  });

  it.each(['The engineers charge €95 an hour.', 'Storage unit is €180 a month.', 'My builder wants €600 a day.'])(
    'no rate and no price in: %s',
    (words) => {
      const parsed = parse(beside(words));
      expect(parsed.beyond.rate).toBeUndefined();
      expect(short(parsed, 'fee')).toBe('EUR 90000');
    },
  );
});

it.each<[TermName, string, string]>([
  ['netDays', '20', 'Our landlord gets his rent in 7 days, but you will be paid 20 days after your invoice.'],
  ['deposit', 'share 30000', 'The caterer takes half up front, so you get 30% up front.'],
  ['netDays', '35', 'Terms as per our supplier policy, 35 days from invoice.'],
  ['netDays', '28', 'Our bank pays all invoices 28 days after their date.'],
  ['deposit', 'share 25000', 'Same terms as our last designer, 25% up front.'],
])('reads %s as %s where the sentence comes back to the work: %s', (field, want, words) => {
  expect(short(parse(beside(words)), field)).toBe(want);
});

it('takes what is struck out as not said', () => {
  expect(short(parse('Leaflet for Ada Lee, ~~€480~~ €510, ready by 12 March 2027'), 'fee')).toBe('EUR 51000');
});

it.each(['Bookkeeping for Ada Lee\nhourly, €68', 'Come for Ada Lee on your €68 hour rate'])(
  'a price by the unit is a rate: %s',
  (brief) => expect(parse(brief).beyond.rate?.value.minor).toBe(6800n),
);
