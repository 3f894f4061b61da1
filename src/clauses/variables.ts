/** What a value is: words, a count, a list to go through, or yes or no. */
export type VariableKind = 'words' | 'count' | 'list' | 'flag';
export type Variable = { readonly kind: VariableKind; readonly says: string };

const words = (says: string): Variable => ({ kind: 'words', says });
const count = (says: string): Variable => ({ kind: 'count', says });
const list = (says: string): Variable => ({ kind: 'list', says });
const flag = (says: string): Variable => ({ kind: 'flag', says });

/** The values a clause that a workspace wrote may use, and no others. */
export const VARIABLES: Readonly<Record<string, Variable>> = {
  businessName: words('your business'),
  businessAddress: words('your address'),
  businessEmail: words('your e-mail'),
  businessTaxId: words('your tax number'),
  clientName: words('the client'),
  clientContact: words('who signs for the client'),
  clientAddress: words('the client’s address'),
  clientTaxId: words('the client’s VAT number'),
  clientEmail: words('the client’s e-mail'),
  clientPrivate: flag('the client is a private person'),
  clientBusiness: flag('the client is a business'),
  withdrawalForm: flag('the client’s law has a form for withdrawing'),
  title: words('what the work is'),
  deliverables: list('what the client gets'),
  revisions: count('rounds of revisions'),
  startOn: words('the day the work starts'),
  endOn: words('the day the work is done'),
  invoiceOn: words('the day of the last invoice'),
  fixedPrice: flag('the price is fixed'),
  fee: words('the price before tax is added'),
  taxPlus: flag('tax is added to the price'),
  taxWithin: flag('the price includes tax'),
  taxRate: words('the tax rate'),
  taxReason: words('why no tax is added: reverse-charge, small-business or exempt'),
  taxSum: words('the tax'),
  total: words('the total price'),
  deposit: flag('a deposit is asked for'),
  depositSum: words('the deposit'),
  depositShare: words('the deposit as a share'),
  depositDays: count('days to pay the deposit'),
  holdDays: count('days a date is held'),
  balance: words('what is left after the deposit'),
  inParts: flag('the price is paid in parts'),
  milestones: list('the parts of the price'),
  payWithin: words('the time to pay an invoice'),
  whenPaid: words('when everything is paid, as a clause begins with it'),
  byMonth: flag('the work is invoiced month by month'),
  monthCount: count('how many months'),
  monthSum: words('the sum of a month'),
  monthFirstOn: words('the day of the first month’s invoice'),
  monthLastOn: words('the day of the last month’s invoice'),
  monthLastSum: words('the sum of the last month, where it is another'),
  killFeeShare: words('the share of the price that ending early costs'),
  expensesIncluded: flag('the price includes expenses'),
  expensesAtCost: flag('expenses are charged at cost'),
  expensesCap: words('what expenses may come to at most'),
  worked: flag('the work is billed as it is worked'),
  rate: words('the price of an hour, day, session or month'),
  rateUnit: words('what the rate is for'),
  rateQuantity: words('how many of them'),
  rateCap: words('what work billed as worked may come to at most'),
  booking: flag('there is a booking'),
  bookingOn: words('the day of the booking'),
  bookingTime: words('its time'),
  bookingPlace: words('its place'),
  severalBookings: flag('there is more than one booking'),
  bookings: list('every booking'),
  laterBookings: list('the bookings after the first'),
  cancellationTiers: list('what cancelling costs, step by step'),
  cancellationAnchor: words('what the steps count back from'),
  byNotice: flag('the contract ends by notice'),
  noticeSpan: words('the time of notice'),
  rescheduleNotice: words('how long before a booking can be moved'),
  movingTimes: words('how often a booking can be moved at no charge'),
  movingOnce: flag('a booking can be moved once at no charge'),
  movingAsOften: flag('a booking can be moved any number of times'),
  movingAnyTime: flag('a booking can be moved until it starts'),
  movingBarred: flag('a booking can’t be moved'),
  movingMonths: words('in what time the new day of a moved booking lies'),
  movingFee: words('what moving a booking costs'),
  movingFees: list('what moving a booking costs, step by step'),
  acceptanceSpan: words('the time to check the work'),
  assigned: flag('all rights go to the client'),
  licence: flag('the client gets a licence'),
  licenceUse: words('what the licence is for'),
  licenceTerritory: words('where the licence holds'),
  licenceSpan: words('how long the licence holds'),
  portfolioYes: flag('the work may be shown at once'),
  portfolioLater: flag('the work may be shown once it is public'),
  portfolioNo: flag('the work may not be shown'),
  confidential: flag('secrecy is agreed'),
  confidentialSpan: words('how long secrecy holds'),
  scopeNotes: list('the work in detail, paragraph by paragraph'),
  acceptanceNotes: list('what the work is checked against'),
  specialTerms: list('the special terms'),
  governingLaw: words('whose law applies'),
};

export function variableCalled(name: string): Variable | undefined {
  return Object.hasOwn(VARIABLES, name) ? VARIABLES[name] : undefined;
}

/** When an own clause stands, in ordinary words; the empty one is always. */
export const STANDS_WHEN: Readonly<Record<string, string>> = {
  '': 'always',
  booking: 'there is a booking',
  'not booking': 'there is no booking',
  deposit: 'a deposit is asked for',
  'not deposit': 'no deposit is asked for',
  clientBusiness: 'the client is a business',
  clientPrivate: 'the client is a private person',
  fixedPrice: 'the price is fixed',
  worked: 'the work is billed as it is worked',
  deliverables: 'there is a list of what the client gets',
  milestones: 'the price is paid in parts',
  revisionsAgreed: 'rounds of revisions are agreed',
};

/** What an own clause is about, in ordinary words. */
export const OWN_KINDS = {
  work: 'the work',
  time: 'dates and times',
  rights: 'rights in the work',
  risk: 'risks',
  custom: 'something else',
} as const;

/** The name a person meant who wrote one that is not there: the same but for capitals, or at most two letters off. */
export function nearestVariable(name: string, names: readonly string[]): string | undefined {
  const meant = name.toLowerCase().replace(/[^a-z]/g, '');
  const scored = names
    .map((each) => [each, distance(meant, each.toLowerCase())] as const)
    .sort(([, a], [, b]) => a - b);
  const [best] = scored;
  return best && best[1] <= 2 ? best[0] : undefined;
}

/** How many letters must be put in, taken out or changed to make one word of the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + Number(a[i - 1] !== b[j - 1])));
    row = next;
  }
  return row[b.length] ?? 0;
}
