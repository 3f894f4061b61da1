import type { App } from '@slack/bolt';
import type { Core } from '../platform/work.ts';
import { modal } from '../slack/blocks.ts';
import { type Action, type Command, onAction, onCommand, onView, type Submission, type Who } from '../slack/listen.ts';
import { openModal } from '../slack/modal.ts';
import { written } from '../slack/mrkdwn.ts';
import type { Visit } from '../workspaces/workspace.ts';
import { addClient } from './add.ts';
import { ADD_ACTION, clientHelp, clientList, clientSaved } from './cards.ts';
import { checkChannel } from './channel.ts';
import { audienceOf } from './channel-read.ts';
import { EDIT_ACTION, readClientLine } from './client.ts';
import { editClient } from './edit.ts';
import { clientForm, editClientView, newClientView, readClient } from './form.ts';
import { clientByEmail, clientById, clientsLike, clientsOf, countClients, isTicked } from './read.ts';

export type ClientParts = { core: Core; visit: (who: Who) => Promise<Visit> };

export function listenToClients(app: App, parts: ClientParts): void {
  onCommand(app, '/client', (args) => command(parts, args));
  onAction(app, ADD_ACTION, (args) => openForm(parts, args));
  onAction(app, EDIT_ACTION, (args) => openForm(parts, args));
  onView(app, clientForm.id, (args) => save(parts, args));
}

const privately = 'ephemeral' as const;

async function command({ core, visit: visitOf }: ClientParts, { who, command: typed, client: slack, body }: Command) {
  const { workspace, member, business } = await visitOf(who);
  const text = written(typed.text);
  if (/^(help|\?)$/i.test(text)) return { response_type: privately, ...clientHelp() };
  if (/^(list)?$/i.test(text)) {
    const clients = await clientsOf(core.db, workspace.id, 11);
    return { response_type: privately, ...clientList(clients, await countClients(core.db, workspace.id)) };
  }
  const line = readClientLine(text);
  const adds = line.email !== undefined || /^(add|new)\b/i.test(text);
  if (!adds) {
    const like = text.slice(0, 80);
    const { clients, count } = await clientsLike(core.db, workspace.id, like);
    return { response_type: privately, ...clientList(clients, count, like) };
  }
  const known = line.email && (await clientByEmail(core.db, workspace.id, line.email));
  const view = known
    ? editClientView(known, await tickedOf(core, known))
    : newClientView(business, member.timeZone, line);
  await openModal(slack, body, view);
}

const tickedOf = (core: Core, client: { workspaceId: string; id: string; channelId: string | null }) =>
  client.channelId ? isTicked(core.db, client.workspaceId, client.id, client.channelId) : false;

/** `value` is a client's id; for a new one, what was typed of it, or `new`. */
async function openForm({ core, visit: visitOf }: ClientParts, { who, value, body, client: slack, action }: Action) {
  const { workspace, member, business } = await visitOf(who);
  const edits = action.action_id === EDIT_ACTION;
  const client = edits ? await clientById(core.db, workspace.id, value) : undefined;
  const view = client
    ? editClientView(client, await tickedOf(core, client))
    : newClientView(business, member.timeZone, readClientLine(value === 'new' ? '' : value));
  await openModal(slack, body, view);
}

async function save({ core, visit: visitOf }: ClientParts, { who, view, client: slack }: Submission) {
  const { workspace, member } = await visitOf(who);
  const { clientId, seen, facts, openly } = readClient(view);
  if (facts.channelId) {
    const audience = await audienceOf(slack, facts.channelId, new Set([member.slackUserId]));
    checkChannel(audience, openly);
  }
  const saving = { facts, by: member.id, channelTicked: openly };
  const saved = clientId
    ? await editClient(core, workspace.id, clientId, { ...saving, ...(seen && { seen }) })
    : await addClient(core, workspace.id, saving);
  return {
    response_action: 'update' as const,
    view: modal('Saved', clientSaved(saved, !clientId).blocks),
  };
}
