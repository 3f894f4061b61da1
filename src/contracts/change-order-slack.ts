import type { App } from '@slack/bolt';
import { z } from 'zod';
import { mainContact } from '../clients/client.ts';
import { clientById } from '../clients/read.ts';
import { checkAgain } from '../lint/show.ts';
import type { Core } from '../platform/work.ts';
import { projectById } from '../projects/read.ts';
import { compareDays, type Day, dayIn } from '../shared/dates.ts';
import { isId, newId } from '../shared/ids.ts';
import { formatPercent } from '../shared/money.ts';
import { notFound, Refusal } from '../shared/refusal.ts';
import { metadataOf } from '../slack/form.ts';
import { type Action, onAction, onView, type Submission, type Who } from '../slack/listen.ts';
import { openModal } from '../slack/modal.ts';
import { businessById } from '../workspaces/read.ts';
import type { Visit } from '../workspaces/workspace.ts';
import { addChange } from './add-change.ts';
import { type ChangeFilled, changeTerms, checkParent } from './change-order.ts';
import {
  type ChangeAt,
  changeFilled,
  linesTyped,
  orderForm,
  orderView,
  priceTyped,
  shownChange,
} from './change-order-form.ts';
import { isSigned, type Version } from './contract.ts';
import { editTerms } from './edit.ts';
import { priceOffers } from './order-price.ts';
import { untaxedWords } from './rate-wording.ts';
import { changeVersionsOf, versionById } from './read.ts';
import { asksOf } from './scope.ts';
import { MAKE_CHANGE } from './scope-cards.ts';
import type { Terms } from './terms.ts';

type Parts = { core: Core; visit: (who: Who) => Promise<Visit> };

/** Change orders: the button under a scope check, and the form that drafts or edits one. */
export function listenToChangeOrders(app: App, parts: Parts): void {
  onAction(app, MAKE_CHANGE, (args) => openNew(parts, args));
  onView(app, orderForm.id, (args) => save(parts, args));
}

const Message = z.object({ message: z.string() });

async function openNew({ core, visit: visitOf }: Parts, { who, value, client, body }: Action): Promise<void> {
  const { workspace } = await visitOf(who);
  const parent = await versionById(core.db, workspace.id, value);
  const project = await projectById(core.db, workspace.id, parent.projectId);
  checkParent(parent, project);
  const { timeZone } = await businessById(core.db, workspace.id, project.businessId);
  const message = body.view?.private_metadata
    ? metadataOf({ private_metadata: body.view.private_metadata }, Message).message
    : '';
  const today = dayIn(timeZone, core.clock.now());
  const end = parent.terms.endOn?.value;
  const values = { endOn: end && compareDays(end, today) >= 0 ? end : undefined };
  const metadata = { parent: parent.id, key: newId('contract', core.clock.now()), message };
  const { asked, offers } = await askedIn(core, parent, { message, currency: project.currency, today });
  const at = { currency: project.currency, values, metadata, edit: false, asked, offers };
  await openModal(client, body, formOf(parent, timeZone, at));
}

/** What a message asks for beyond what was signed, and what that may cost. */
async function askedIn(
  { db }: Core,
  parent: Version,
  { message, ...at }: { message: string; currency: string; today: Day },
): Promise<Pick<ChangeAt, 'asked' | 'offers'>> {
  const signed = await signedWith(db, parent);
  const asked = message ? asksOf(message, signed).filter(({ verdict }) => verdict !== 'in') : [];
  const words = asked.map((ask) => ask.words);
  return { asked: words, offers: priceOffers(words, signed, at) };
}

async function signedWith(db: Core['db'], parent: Version): Promise<Version[]> {
  const changes = await changeVersionsOf(db, parent.workspaceId, parent.projectId);
  return [parent, ...changes.filter(isSigned)];
}

function formOf(
  parent: Version,
  zone: string,
  at: Omit<ChangeAt, 'parent' | 'signedOn' | 'taxWords'>,
): ReturnType<typeof orderView> {
  const { title, taxRateMilli, taxIncluded } = parent.terms;
  const rate = taxRateMilli?.value ?? 0;
  return orderView({
    ...at,
    parent: title?.value ?? 'Contract',
    signedOn: dayIn(zone, parent.signedAt ?? parent.createdAt),
    taxWords:
      rate === 0
        ? untaxedWords(parent.terms)
        : `, ${taxIncluded?.value ? 'including' : 'plus'} ${formatPercent(rate)} tax`,
  });
}

/** The same form for a change order that is drafted or out already. */
export async function editChangeView(
  core: Core,
  version: Version,
  field?: ChangeAt['at'],
): Promise<ReturnType<typeof orderView>> {
  const { workspaceId, projectId, terms } = version;
  const project = await projectById(core.db, workspaceId, projectId);
  const { timeZone } = await businessById(core.db, workspaceId, project.businessId);
  const parent = await parentOf(core, version);
  const at = {
    currency: project.currency,
    values: shownChange(terms),
    asked: [],
    offers: [],
    metadata: { version: version.id, ...(field && { checks: true }) },
    edit: true,
    ...(field && { at: field }),
  };
  return formOf(parent, timeZone, at);
}

/** The terms as the form has them now, with the address that the client uses now. */
async function termsAgain(core: Core, seen: Version, filled: ChangeFilled): Promise<Terms> {
  const { workspaceId, projectId } = seen;
  const project = await projectById(core.db, workspaceId, projectId);
  const [parent, client, business] = await Promise.all([
    parentOf(core, seen),
    clientById(core.db, workspaceId, project.clientId),
    businessById(core.db, workspaceId, project.businessId),
  ]);
  return changeTerms(parent, filled, { contact: mainContact(client), zone: business.timeZone });
}

function parentOf({ db }: Core, { workspaceId, terms }: Version): Promise<Version> {
  const parent = terms.changeOf?.value;
  if (!parent) throw notFound('contract');
  return versionById(db, workspaceId, parent.versionId);
}

const Kept = z.object({
  parent: z.string().optional(),
  key: z.string().optional(),
  version: z.string().optional(),
  checks: z.boolean().optional(),
  /** What the client wrote. */
  message: z.string().default(''),
  /** The form was shown again with prices for the words that were typed. */
  own: z.boolean().default(false),
});

async function save({ core, visit: visitOf }: Parts, { who, view, client }: Submission) {
  const { workspace, member } = await visitOf(who);
  const kept = metadataOf(view, Kept);
  const typed = orderForm.read(view);
  const seen = await versionById(core.db, workspace.id, kept.version ?? kept.parent ?? '');
  const project = await projectById(core.db, workspace.id, seen.projectId);
  const { timeZone } = await businessById(core.db, workspace.id, project.businessId);
  const on = { currency: project.currency, today: dayIn(timeZone, core.clock.now()) };
  const { asked, offers } = await askedIn(core, seen, { ...on, message: kept.message });
  const signed = await signedWith(core.db, seen);
  // What is typed may say more than the client did: how many hours it takes.
  const own = [linesTyped(typed.deliverables), [typed.title]].flatMap((words) => priceOffers(words, signed, on));
  const price = priceTyped(typed, kept.own ? own : offers, on.currency);
  if (!price) {
    if (kept.version || own.length === 0 || kept.own)
      throw new Refusal('contract.no-price', 'Say what it costs, like 500.', 'fee');
    const metadata = { parent: seen.id, key: kept.key, message: kept.message, own: true };
    const at = { currency: on.currency, values: typed, metadata, edit: false, asked, offers: own, again: true };
    return { response_action: 'update' as const, view: formOf(seen, timeZone, at) };
  }
  const filled = changeFilled(typed, price);
  if (kept.version) {
    const terms = await termsAgain(core, seen, filled);
    const made = await editTerms(core, workspace.id, { versionId: seen.id, memberId: member.id, terms });
    if (kept.checks) {
      await checkAgain(core, client, { workspaceId: workspace.id, versionId: made.id, view });
      return undefined;
    }
  } else {
    if (!kept.key || !isId('contract', kept.key)) throw notFound('form');
    await addChange(core, workspace.id, { parentId: seen.id, key: kept.key, memberId: member.id, filled });
  }
  return { response_action: 'clear' as const };
}
