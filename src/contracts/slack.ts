import type { App, MessageShortcut } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { cardChannelOf } from '../clients/channel-read.ts';
import { clientByEmail } from '../clients/read.ts';
import { checkAgain } from '../lint/show.ts';
import type { Config } from '../platform/config.ts';
import type { Model } from '../platform/model.ts';
import type { Core } from '../platform/work.ts';
import { dayIn } from '../shared/dates.ts';
import { notFound, Refusal } from '../shared/refusal.ts';
import { metadataOf } from '../slack/form.ts';
import {
  type Action,
  type Command,
  onAction,
  onCommand,
  onShortcut,
  onView,
  type Shortcut,
  type Submission,
  type Who,
} from '../slack/listen.ts';
import { openModal } from '../slack/modal.ts';
import { written } from '../slack/mrkdwn.ts';
import { firstUse } from '../workspaces/profile-form.ts';
import { requireBusiness, type Slack } from '../workspaces/visit.ts';
import type { Visit } from '../workspaces/workspace.ts';
import { contractHelp, DISCARD, draftedView, EDIT, PDF, SEND } from './cards.ts';
import { listenToRequests } from './change-answer-slack.ts';
import { listenToChangeOrders } from './change-order-slack.ts';
import { listenToChanges } from './change-slack.ts';
import { draftContract } from './draft.ts';
import { briefById } from './draft-read.ts';
import { editTerms } from './edit.ts';
import { editFormOf } from './edit-slack.ts';
import { listenToExplaining } from './explain-slack.ts';
import { FormMetadata, termsForm } from './form.ts';
import { withoutGuesses } from './form-intro.ts';
import { briefView, chosenTemplate, listenToForm, viewBehind } from './form-slack.ts';
import { type FormValues, termsFrom } from './form-terms.ts';
import { listenToOrigins } from './origins-slack.ts';
import { versionById } from './read.ts';
import { listenToReading } from './reading-slack.ts';
import { listenToScope } from './scope-slack.ts';
import { listenToSending } from './send-slack.ts';
import { type BriefVisit, defaultsOf, factsKnown, takeBrief } from './take-brief.ts';
import type { Terms } from './terms.ts';
import { listenToWordings } from './wordings-slack.ts';

const FROM_MESSAGE = 'contract:draft-from-message';

export type ContractSlackParts = {
  core: Core;
  config: Pick<Config, 'stripe'>;
  slack: Slack;
  model: Model | undefined;
  visit: (who: Who) => Promise<Visit>;
};

type Reader = ReturnType<typeof listenToReading>;

export function listenToContracts(app: App, parts: ContractSlackParts): void {
  const read = listenToReading(app, parts);
  onCommand(app, '/contract', (args) => command(parts, read, args));
  onShortcut<MessageShortcut>(app, FROM_MESSAGE, (args) => fromMessage(parts, read, args));
  onAction(app, EDIT, (args) => openEdit(parts, args));
  onView(app, termsForm.id, (args) => save(parts, args));
  listenToChanges(app, parts);
  listenToRequests(app, parts);
  listenToExplaining(app, parts);
  listenToWordings(app, parts);
  listenToOrigins(app, parts);
  listenToForm(app, parts);
  listenToScope(app, parts);
  listenToChangeOrders(app, parts);
  listenToSending(app, parts, { SEND, PDF, DISCARD });
}

async function command(parts: ContractSlackParts, read: Reader, args: Command) {
  const { who, text, body } = args;
  if (/^(help|\?)$/i.test(text)) return { response_type: 'ephemeral' as const, ...contractHelp() };
  const typed = { text, channelId: body.channel_id, command: '/contract' };
  await openBrief(parts, read, await parts.visit(who), typed, { ...args, ack: () => args.ack() });
  return undefined;
}

async function fromMessage(parts: ContractSlackParts, read: Reader, args: Shortcut<MessageShortcut>): Promise<void> {
  const { body, who } = args;
  const text = written(String(body.message.text ?? ''));
  if (!text) throw new Refusal('brief.no-words', 'That message has no words to draft a contract from.');
  const typed = { text, channelId: body.channel.id, command: '/contract' };
  await openBrief(parts, read, await parts.visit(who), typed, { ...args, ack: () => args.ack() });
}

type Typed = { text: string; channelId: string | undefined; command: string };
type Opener = Pick<Command, 'client'> & { ack(): Promise<void>; body: { trigger_id: string } };

/** What was typed is kept before anything opens; with a model the form comes when it has answered, or given up. */
async function openBrief(
  parts: ContractSlackParts,
  read: Reader,
  visit: Visit,
  typed: Typed,
  args: Opener,
): Promise<void> {
  const { core, model, slack } = parts;
  const { client, body } = args;
  const open = (view: ModalView) => openModal(client, body, view);
  if (!visit.business) {
    await open(await firstUse(core, slack, visit, typed));
    return;
  }
  const known: BriefVisit = { ...visit, business: visit.business };
  const brief = await takeBrief(core, known, typed);
  // What was typed is kept, so Slack need not wait for a window to open.
  await args.ack();
  if (!model || !brief.body) {
    await open(await briefView(core, brief, known.business));
    return;
  }
  await read(known, brief, args);
}

/** What the profile form goes on with: the brief that was typed before the business was known. */
export async function goOnWithBrief(
  { core, model }: Pick<ContractSlackParts, 'core' | 'model'>,
  visit: BriefVisit,
  text: string,
  channelId: string | undefined,
): Promise<ModalView> {
  // One form answers another at once, and a model takes seconds.
  const why = model && 'This first brief was read by rule; the model helps from the next one on.';
  return briefView(core, await takeBrief(core, visit, { text, channelId, why }), visit.business);
}

async function openEdit(
  { core, visit: visitOf }: ContractSlackParts,
  { who, value, client, body }: Action,
): Promise<void> {
  const visit = await visitOf(who);
  const version = await versionById(core.db, visit.workspace.id, value);
  if (version.state === 'superseded' || version.state === 'discarded')
    throw new Refusal('contract.replaced', 'That version was replaced. Use the buttons of the card as it is now.');
  if (version.state === 'signed' || version.state === 'sealed')
    throw new Refusal('contract.signed', 'The client has signed this contract, so its terms stand.');
  await openModal(client, body, await editFormOf(core, version, requireBusiness(visit)));
}

async function save(parts: ContractSlackParts, args: Submission) {
  const { core, visit: visitOf } = parts;
  const visit = await visitOf(args.who);
  const business = requireBusiness(visit);
  const kept = metadataOf(args.view, FormMetadata);
  const filled = termsForm.read(args.view);
  const behind = await viewBehind(core, visit, args.view, filled.template);
  if (behind) return { response_action: 'update' as const, view: behind };
  const defaults = defaultsOf(business);
  const today = dayIn(business.timeZone, core.clock.now());
  const { workspace, member } = visit;
  if (kept.version) {
    const shown = await versionById(core.db, workspace.id, kept.version);
    const template = await chosenTemplate(core, workspace.id, filled.template, shown.terms);
    const terms = termsFrom(filled, shown.terms, { defaults, today, template });
    const made = await editTerms(core, workspace.id, { versionId: shown.id, memberId: member.id, terms });
    const at = { workspaceId: workspace.id, versionId: made.id, view: args.view };
    if (kept.checks) await checkAgain(core, args.client, at);
    return undefined;
  }
  if (!kept.brief) throw notFound('form');
  const brief = await briefById(core.db, workspace.id, kept.brief);
  const client = await clientByEmail(core.db, workspace.id, filled.email);
  const { reading } = brief;
  const asked = reading.questions;
  const shown = { ...withoutGuesses(reading.terms, asked), ...factsKnown(client, reading.terms) };
  const template = await chosenTemplate(core, workspace.id, filled.template, undefined);
  const terms = termsFrom(ofClient(filled, reading.terms, shown), shown, { defaults, today, template, asked });
  const place = await cardChannelOf(core.db, args.client, {
    workspaceId: workspace.id,
    client,
    chosen: filled.channel ? { channelId: filled.channel, ticked: filled.openly ?? false } : undefined,
    commandChannelId: brief.channelId ?? undefined,
    slackUserId: member.slackUserId,
  });
  await draftContract(core, workspace.id, {
    briefId: brief.id,
    memberId: member.id,
    terms,
    channelId: place.channelId,
  });
  if (place.channelId === brief.channelId) return undefined;
  return { response_action: 'update' as const, view: draftedView(terms.title?.value ?? 'Contract', place) };
}

/** An address that stands as it was shown is that of the client the brief named; another one named since has their own. */
function ofClient(filled: FormValues, opened: Terms, shown: Terms): FormValues {
  const address = 'address' in filled && filled.address === opened.clientAddress?.value;
  const taxId = 'taxId' in filled && filled.taxId === opened.clientTaxId?.value;
  return {
    ...filled,
    ...(address && { address: shown.clientAddress?.value }),
    ...(taxId && { taxId: shown.clientTaxId?.value }),
  };
}
