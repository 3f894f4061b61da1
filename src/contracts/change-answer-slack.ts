import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { notice } from '../slack/blocks.ts';
import { metadataOf } from '../slack/form.ts';
import { type Action, type Closed, onAction, onClosed, onView, type Submission } from '../slack/listen.ts';
import { openModal } from '../slack/modal.ts';
import type { Visit } from '../workspaces/workspace.ts';
import { acceptRequest, checkOpen, counterTo, declineRequest, leaveRequest, leftOut } from './change-answer.ts';
import {
  ACCEPT,
  ACCEPT_READ,
  askedBlocks,
  COUNTER,
  counteredForm,
  counteredView,
  DECLINE_CHANGE,
  declineForm,
  declineView,
} from './change-answer-cards.ts';
import { changeView } from './change-cards.ts';
import { changeById } from './change-read.ts';
import { answersAsRead } from './change-show.ts';
import { shownOf } from './change-slack.ts';
import { newestOf } from './draft-read.ts';
import { versionById } from './read.ts';
import { sendForm } from './send-form.ts';
import { type SendingParts, sendPreview } from './send-slack.ts';

/** The answers to a client's request. */
export function listenToRequests(app: App, parts: SendingParts): void {
  onAction(app, ACCEPT, (args) => accept(parts, args));
  onAction(app, ACCEPT_READ, (args) => accept(parts, args, true));
  onView(app, counteredForm.id, (args) => acceptInstead(parts, args));
  onAction(app, COUNTER, (args) => counter(parts, args));
  onAction(app, DECLINE_CHANGE, (args) => openDecline(parts, args));
  onView(app, declineForm.id, (args) => decline(parts, args));
  onClosed(app, sendForm.id, (args) => leave(parts, args));
}

/** Drafts the version, and opens what is shown before any version is signed and sent; only sending it says yes. */
async function accept(parts: SendingParts, action: Action, asRead = false): Promise<void> {
  const { core } = parts;
  const visit = await parts.visit(action.who);
  const request = await changeById(core.db, visit.workspace.id, action.value);
  checkOpen(request);
  const counter = await counterTo(core.db, request);
  if (counter) {
    const { terms: asked } = await versionById(core.db, visit.workspace.id, request.versionId);
    await openModal(action.client, action.body, counteredView(request, counter, { asked, asRead }));
    return;
  }
  await openModal(action.client, action.body, await accepted(parts, visit, { change: action.value, asRead }));
}

const Accepted = z.object({ change: z.string(), asRead: z.boolean(), knows: z.string().optional() });

/** What a client asks for is accepted in the place of the counter that was shown. */
async function acceptInstead(parts: SendingParts, { who, view }: Submission) {
  const shown = await accepted(parts, await parts.visit(who), metadataOf(view, Accepted));
  return { response_action: 'update' as const, view: shown };
}

/** Also with what a model reads in the words that the rules left open, where the message showed that. */
async function accepted(
  parts: SendingParts,
  visit: Visit,
  { change, asRead, knows }: z.infer<typeof Accepted>,
): Promise<ModalView> {
  const { core } = parts;
  const { workspace, member } = visit;
  const request = await changeById(core.db, workspace.id, change);
  const answers = asRead ? answersAsRead((await shownOf(core, { ...request, answers: {} })).open) : undefined;
  const making = { changeId: request.id, memberId: member.id, answers, knows };
  const version = await acceptRequest(core, workspace.id, making);
  return acceptPreview(parts, visit, version.id, request.id);
}

async function acceptPreview(parts: SendingParts, visit: Visit, versionId: string, id: string): Promise<ModalView> {
  const { db } = parts.core;
  const left = await leftOut(db, await changeById(db, visit.workspace.id, id));
  return sendPreview(parts, visit, versionId, { id, left });
}

const Accepting = z.object({ accepts: z.string().optional(), shown: z.string().default('') });

/** Sign and send was closed: where it was to accept a request, nothing was said yes to. */
async function leave({ core, visit: visitOf }: SendingParts, { who, view }: Closed): Promise<void> {
  const { accepts, shown } = metadataOf(view, Accepting);
  if (!accepts) return;
  const { workspace, member } = await visitOf(who);
  await leaveRequest(core, workspace.id, { changeId: accepts, memberId: member.id, shown });
}

async function counter({ core, visit }: SendingParts, { who, value, client, body }: Action): Promise<void> {
  const { workspace } = await visit(who);
  const request = await changeById(core.db, workspace.id, value);
  checkOpen(request);
  const { contractId } = await versionById(core.db, workspace.id, request.versionId);
  const { id } = await newestOf(core.db, workspace.id, contractId);
  const { terms } = await versionById(core.db, workspace.id, id);
  const meta = { version: id, answers: request.id };
  await openModal(client, body, changeView(meta, terms, request.body, askedBlocks(request)));
}

async function openDecline({ core, visit }: SendingParts, { who, value, client, body }: Action): Promise<void> {
  const { workspace } = await visit(who);
  const request = await changeById(core.db, workspace.id, value);
  checkOpen(request);
  await openModal(client, body, declineView(request, await counterTo(core.db, request)));
}

const About = z.object({ change: z.string(), knows: z.string().optional() });

async function decline({ core, visit }: SendingParts, { who, view }: Submission) {
  const { workspace, member } = await visit(who);
  const { reason } = declineForm.read(view);
  const { change: changeId, knows } = metadataOf(view, About);
  const request = await declineRequest(core, workspace.id, { changeId, memberId: member.id, reason, knows });
  return {
    response_action: 'update' as const,
    view: notice('Declined', `${request.askedBy} is told, with your reason. The contract stays as it is.`),
  };
}
