import { versionThatCounts } from '../contracts/change-order.ts';
import type { Version } from '../contracts/contract.ts';
import { isSigned } from '../contracts/contract.ts';
import { isWorked, totals } from '../contracts/terms.ts';
import { formatDay } from '../shared/dates.ts';
import { formatMoney, sum } from '../shared/money.ts';

/** A change order as a card or a page tells of it: what is added, for how much, and how it stands. */
export type ChangeShown = { version: Version; words: string; open: boolean };

const STANDS: Partial<Record<Version['state'], string>> = {
  draft: 'drafted, not sent yet',
  sent: 'sent, not signed yet',
  signed: 'signed',
  sealed: 'signed',
  declined: 'declined by the client',
  discarded: 'withdrawn',
};

/** The change orders of a project, oldest first, each in the version that counts; a draft that was thrown away is none. */
export function changesShown(versions: readonly Version[]): ChangeShown[] {
  const contracts = [...new Set(versions.map(({ contractId }) => contractId))].reverse();
  return contracts.flatMap((contractId) => {
    const version = versionThatCounts(versions.filter((one) => one.contractId === contractId));
    const stands = version && STANDS[version.state];
    if (!version || !stands || (version.state === 'discarded' && version.sentAt === null)) return [];
    const { title, endOn } = version.terms;
    const by = endOn ? ` by ${formatDay(endOn.value)}` : '';
    const words = `${title?.value ?? ''}, ${formatMoney(totals(version.terms).total)}${by}: ${stands}`;
    return [{ version, words, open: ['draft', 'sent', 'declined'].includes(version.state) }];
  });
}

/** What the contract and its signed change orders come to together; undefined where there are none, or no fixed price. */
export function totalWithChanges(agreed: Version | undefined, changes: readonly ChangeShown[]): string | undefined {
  const signed = changes.map(({ version }) => version).filter(isSigned);
  if (!agreed || signed.length === 0 || isWorked(agreed.terms)) return undefined;
  const { total } = totals(agreed.terms);
  return formatMoney(sum([total, ...signed.map(({ terms }) => totals(terms).total)], total.currency));
}
