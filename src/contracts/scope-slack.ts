import type { App, MessageShortcut } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { Core } from '../platform/work.ts';
import { projectIdOfThread } from '../projects/question-read.ts';
import { Refusal } from '../shared/refusal.ts';
import { cut } from '../shared/typed.ts';
import { metadataOf } from '../slack/form.ts';
import { onShortcut, onView, type Shortcut, type Submission, type Who } from '../slack/listen.ts';
import { openModal } from '../slack/modal.ts';
import { written } from '../slack/mrkdwn.ts';
import type { Visit } from '../workspaces/workspace.ts';
import { isSigned } from './contract.ts';
import { changeVersionsOf, liveVersionOf, versionById } from './read.ts';
import { asksOf } from './scope.ts';
import { chooseContract, SCOPE, scopeForm, scopeView } from './scope-cards.ts';
import { type SignedContract, signedContracts } from './scope-read.ts';

type Parts = { core: Core; visit: (who: Who) => Promise<Visit> };

/** Slack keeps this much with a view. */
const MESSAGE_MAX = 1_200;

/** “Is this in scope?” on a message: what it asks for, held against what was signed. Whoever asks alone sees the answer. */
export function listenToScope(app: App, parts: Parts): void {
  onShortcut<MessageShortcut>(app, SCOPE, (args) => check(parts, args));
  onView(app, scopeForm.id, (args) => chosen(parts, args));
}

async function check({ core, visit: visitOf }: Parts, args: Shortcut<MessageShortcut>): Promise<void> {
  const { body, client, who } = args;
  const { workspace } = await visitOf(who);
  const message = cut(written(String(body.message.text ?? '')), MESSAGE_MAX);
  if (!message) throw new Refusal('scope.no-words', 'That message has no words to hold against a contract.');
  const thread = String(body.message.thread_ts ?? body.message.ts);
  const view = await viewFor(core, workspace.id, { channelId: body.channel.id, thread, message });
  await openModal(client, body, view);
}

type Asked = { channelId: string; thread: string; message: string };

/** The contract whose thread it is, else the only one of the channel; else whoever asks chooses. */
async function viewFor(core: Core, workspaceId: string, { channelId, thread, message }: Asked): Promise<ModalView> {
  const projectId = await projectIdOfThread(core.db, workspaceId, channelId, thread);
  const own = projectId && (await liveVersionOf(core.db, workspaceId, projectId));
  if (own && isSigned(own)) return verdicts(core, workspaceId, own.id, message);
  const all = await signedContracts(core.db, workspaceId);
  const here = all.filter((one) => one.channelId === channelId);
  const [first, ...more] = here.length > 0 ? here : all;
  if (!first)
    throw new Refusal(
      'scope.none-signed',
      'No contract is signed yet, so there is no scope to compare with. Once one is, ask again.',
    );
  if (here.length === 1) return verdicts(core, workspaceId, first.id, message);
  return chooseContract(Object.fromEntries([first, ...more].map((one) => [one.id, wordsOf(one)])), message);
}

const wordsOf = ({ title, client }: SignedContract) => cut(`${title} (${client})`, 75);

const Kept = z.object({ message: z.string() });

async function chosen({ core, visit: visitOf }: Parts, { who, view }: Submission) {
  const { workspace } = await visitOf(who);
  const { message } = metadataOf(view, Kept);
  const { contract } = scopeForm.read(view);
  return { response_action: 'update' as const, view: await verdicts(core, workspace.id, contract, message) };
}

async function verdicts(core: Core, workspaceId: string, versionId: string, message: string): Promise<ModalView> {
  const version = await versionById(core.db, workspaceId, versionId);
  if (!isSigned(version))
    throw new Refusal('scope.not-signed', 'That contract is not signed, so its scope may still change.');
  const changes = (await changeVersionsOf(core.db, workspaceId, version.projectId)).filter(isSigned);
  const asks = asksOf(message, [version, ...changes]);
  return scopeView({ versionId, title: version.terms.title?.value ?? 'the contract', asks, message });
}
