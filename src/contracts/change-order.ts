import type { Variables } from '../clauses/clause.ts';
import type { Contact } from '../clients/client.ts';
import { hex } from '../platform/crypto.ts';
import type { Project } from '../projects/project.ts';
import { type Day, dayIn, formatDay } from '../shared/dates.ts';
import type { Money } from '../shared/money.ts';
import { Refusal } from '../shared/refusal.ts';
import { isSigned, type Version } from './contract.ts';
import { deliverablesFrom } from './deliverable.ts';
import { isPriced, type Terms, term } from './terms.ts';

export const CHANGE_ORDER = 'change-order';

/** A small contract that adds work to a signed one: it names the text it changes, and everything else stays. */
export function isChangeOrder({ terms }: Pick<Version, 'terms'>): boolean {
  return terms.changeOf !== undefined;
}

export const whatIs = (version: Pick<Version, 'terms'>) => (isChangeOrder(version) ? 'change order' : 'contract');

/** What the form says of a change order. */
export type ChangeFilled = { title: string; deliverables: readonly string[]; fee: Money; endOn: Day };

/**
 * Only a signed contract that still goes on can be added to.
 *
 * @throws Refusal that says what to do instead.
 */
export function checkParent(parent: Version, project: Pick<Project, 'state'>, sha256 = hex(parent.textSha256)): void {
  if (isChangeOrder(parent))
    throw new Refusal(
      'contract.change-of-change',
      'That is a change order itself. Add the work to the contract that it changes.',
    );
  if (!isPriced(parent.terms))
    throw new Refusal(
      'contract.no-work',
      'That contract has no work and no price in it to add to. Draft a contract for the work: /contract',
    );
  if (parent.state === 'superseded')
    throw new Refusal(
      'contract.replaced',
      'That version was replaced before anyone signed it. Use the contract that was signed.',
    );
  if (!isSigned(parent))
    throw new Refusal(
      'contract.not-signed',
      parent.state === 'draft' || parent.state === 'sent'
        ? 'The client has not signed this contract yet, so there is no need for a change order: press Edit terms on its card.'
        : 'This contract was never signed, so there is nothing to change. Draft a new one: /contract',
    );
  if (hex(parent.textSha256) !== sha256)
    throw new Refusal(
      'contract.other-parent',
      'The contract this was made for has another text. Make the change order anew.',
    );
  if (project.state === 'released')
    throw new Refusal(
      'contract.over',
      'The date of this contract was given up, and with it the contract. Draft a new one: /contract',
    );
}

/** The terms of a change order: the parent's parties and tax, its currency, and what is added. */
export function changeTerms(
  parent: Version,
  filled: ChangeFilled,
  to: { contact: Pick<Contact, 'email'>; zone: string },
): Terms {
  const { terms } = parent;
  const kept = (...names: (keyof Terms)[]) =>
    Object.fromEntries(names.flatMap((name) => (terms[name] ? [[name, terms[name]]] : []))) as Terms;
  return {
    ...kept(
      'clientName',
      'clientCompany',
      'clientAddress',
      'clientTaxId',
      'clientKind',
      'clientCountry',
      'clientArea',
      'clientZone',
    ),
    ...kept('taxIncluded', 'taxRateMilli', 'taxReason', 'netDays'),
    template: term(CHANGE_ORDER, 'template'),
    changeOf: term(
      {
        versionId: parent.id,
        title: terms.title?.value ?? 'Contract',
        signedOn: dayIn(to.zone, parent.signedAt ?? parent.createdAt),
        sha256: hex(parent.textSha256),
      },
      'template',
    ),
    clientEmail: term(to.contact.email, 'client'),
    title: term(filled.title, 'form'),
    ...(filled.deliverables.length > 0 && { deliverables: term(deliverablesFrom(filled.deliverables), 'form') }),
    fee: term({ minor: filled.fee.minor, currency: filled.fee.currency }, 'form'),
    currency: term(filled.fee.currency, 'workspace'),
    deposit: term({ kind: 'none' }, 'template'),
    endOn: term(filled.endOn, 'form'),
  };
}

/** What the clauses of a change order say of the text it changes; in groups, since nothing breaks 64 digits into lines. */
export function changeWords({ changeOf }: Terms): Variables {
  const parent = changeOf?.value;
  return {
    changeTitle: parent?.title ?? null,
    changeSignedOn: parent ? formatDay(parent.signedOn) : null,
    changeHash: parent?.sha256.replace(/[0-9a-f]{8}(?=[0-9a-f])/g, '$& ') ?? null,
  };
}

/** What is signed stands; else a draft is what there is to act on, else what is out with the client, else the last that was. */
export function versionThatCounts<V extends Pick<Version, 'state' | 'sentAt'>>(versions: readonly V[]): V | undefined {
  const of = (...states: Version['state'][]) => versions.find(({ state }) => states.includes(state));
  // What the client has seen, rather than a draft that was thrown away after it.
  const withdrawn = versions.find(({ state, sentAt }) => state === 'discarded' && sentAt !== null);
  return of('signed', 'sealed') ?? of('draft') ?? of('sent') ?? of('declined') ?? withdrawn ?? of('discarded');
}
