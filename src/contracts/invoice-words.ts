import { dayIn } from '../shared/dates.ts';
import { formatMoney } from '../shared/money.ts';
import type { Business } from '../workspaces/workspace.ts';
import { parseBrief } from './brief.ts';

/** What the reader of briefs finds in the words behind `/invoice`; what it does not find stays empty. */
export function invoiceWords(text: string, business: Business, now: Date) {
  const { found, notes, hints } = parseBrief(text, {
    today: dayIn(business.timeZone, now),
    currency: business.currency,
    zone: business.timeZone,
    country: business.country,
    depositPercentMilli: null,
    netDays: business.netDays,
  });
  const party = found.clientCompany?.value ?? found.clientName?.value;
  const title = found.title?.value;
  const values = {
    client: party,
    email: found.clientEmail?.value,
    // A name that was read as the title as well is no purpose.
    title: title && title !== party ? title : undefined,
    fee: found.fee ? formatMoney(found.fee.value).slice(4) : hints.fee,
    currency: found.fee?.value.currency ?? found.currency?.value,
    netDays: found.netDays && String(found.netDays.value),
    taxIncluded: found.taxIncluded?.value,
  };
  return {
    values: Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)),
    notes: notes.filter(({ field }) => field === 'fee' || field === 'currency').map(({ sentence }) => sentence),
  };
}
