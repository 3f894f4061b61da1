import { contactById } from '../clients/read.ts';
import type { Database, Tx } from '../platform/database.ts';
import { projectById } from '../projects/read.ts';
import { dayIn, formatDay, instantOf } from '../shared/dates.ts';
import { businessById } from '../workspaces/read.ts';
import type { Version } from './contract.ts';
import { signersOf } from './read.ts';
import { wrongTriesOf } from './sign-read.ts';
import { slotOf, type Terms } from './terms.ts';

/** Why a version that is out can't be signed any more, in the words of each side. */
export type Unsignable = {
  reason: 'other address' | 'too late' | 'locked';
  code: `contract.${string}`;
  /** For the client, who can ask; `told` is for the freelancer, who can send a new version. */
  sentence: string;
  told: string;
};

/**
 * Wrong codes for one version. A person mistypes a few; who may try for ever finds one in a million in the end, and each
 * new code would be another five tries.
 */
export const WRONG_MAX = 30;

/**
 * What keeps the client from signing, however the version stands: the page, its forms, the reminders and the card all ask
 * here, so that none offers what another refuses.
 */
export async function whyUnsignable(db: Database | Tx, version: Version, now: Date): Promise<Unsignable | undefined> {
  if (version.state !== 'sent') return undefined;
  const { workspaceId, projectId } = version;
  const { businessId, state } = await projectById(db, workspaceId, projectId);
  if (version.terms.changeOf && state === 'released') return OVER;
  const passed = passedOn(version.terms, (await businessById(db, workspaceId, businessId)).timeZone, now);
  const other = await otherAddress(db, version);
  if (other) return other;
  if (passed) return tooLate(passed);
  return (await wrongTriesOf(db, workspaceId, version.id)) >= WRONG_MAX ? LOCKED : undefined;
}

/** The address a code goes to is frozen with the version: once it was replaced, whoever reads there may be a stranger. */
async function otherAddress(db: Database | Tx, { workspaceId, id }: Version): Promise<Unsignable | undefined> {
  const signer = (await signersOf(db, workspaceId, id)).find(({ party }) => party === 'client');
  if (!signer?.contactId || (await contactById(db, workspaceId, signer.contactId)).maySign) return undefined;
  return {
    reason: 'other address',
    code: 'contract.other-address',
    sentence:
      'The freelancer uses another e-mail address for you now, so this contract can’t be signed or declined from here. Look for a new mail there, or reply to the mail you have and ask for the contract to be sent again.',
    told: `It went to ${signer.email}, which is not in use any more, so nobody can sign it. Put the address right with Edit terms, then send.`,
  };
}

/** The booking that has begun, or the day by which the work was to be done that is over, as a person reads it. */
function passedOn(terms: Terms, zone: string, now: Date): string | undefined {
  const booking = terms.booking?.value;
  const slot = booking && slotOf(booking);
  if (booking && slot && instantOf(slot.start, booking.zone) <= now) return formatDay(booking.on);
  const endOn = terms.endOn?.value;
  return endOn && endOn < dayIn(zone, now) ? formatDay(endOn) : undefined;
}

function tooLate(day: string): Unsignable {
  return {
    reason: 'too late',
    code: 'contract.date-passed',
    sentence: `This date has passed: ${day}. Nothing can be signed for it any more. Ask for a new version with the question form on this page.`,
    told: `${day} has passed, so nobody can sign it any more. Choose other days with Edit terms, then send.`,
  };
}

const OVER: Unsignable = {
  reason: 'too late',
  code: 'contract.over',
  sentence:
    'The contract that this would change has ended, because its deposit did not come, so nothing can be added to it. Ask for a new contract with the question form on this page.',
  told: 'The contract that it changes has ended, so nobody can sign it any more. Discard it, and draft a new contract: /contract',
};

const LOCKED: Unsignable = {
  reason: 'locked',
  code: 'contract.locked',
  sentence:
    'Too many wrong codes were typed for this version, so it can’t be signed any more. Ask for a new version with the question form on this page.',
  told: `${WRONG_MAX} wrong codes were typed for it, so nobody can sign it any more. If that was the client, press Edit terms, save, and send it again.`,
};
