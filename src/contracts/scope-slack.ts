import type { App, MessageShortcut } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Model } from '../platform/model.ts';
import type { Core } from '../platform/work.ts';
import { projectIdOfThread } from '../projects/question-read.ts';
import { Refusal } from '../shared/refusal.ts';
import { cut } from '../shared/typed.ts';
import { reasonOf } from '../slack/failure.ts';
import { metadataOf } from '../slack/form.ts';
import { onShortcut, onView, type Shortcut, type Submission, type Who } from '../slack/listen.ts';
import { openModal, updateModal } from '../slack/modal.ts';
import { written } from '../slack/mrkdwn.ts';
import type { Visit } from '../workspaces/workspace.ts';
import { isSigned, type Version } from './contract.ts';
import { helpOf } from './explain-ask.ts';
import { changeVersionsOf, liveVersionOf, versionById } from './read.ts';
import { asksOf } from './scope.ts';
import { chooseContract, comparingView, SCOPE, scopeForm, scopeView } from './scope-cards.ts';
import { checkScope } from './scope-model.ts';
import { type SignedContract, signedContracts } from './scope-read.ts';
import { isPriced } from './terms.ts';

type Parts = { core: Core; model: Model | undefined; visit: (who: Who) => Promise<Visit> };

/** Slack keeps this much with a view. */
const MESSAGE_MAX = 1_200;

/** “Is this in scope?” on a message: what it asks for, held against what was signed. Whoever asks alone sees the answer. */
export function listenToScope(app: App, parts: Parts): void {
  onShortcut<MessageShortcut>(app, SCOPE, (args) => check(parts, args));
  onView(app, scopeForm.id, (args) => chosen(parts, args));
}

async function check(parts: Parts, args: Shortcut<MessageShortcut>): Promise<void> {
  const { body, client, who } = args;
  const { core } = parts;
  const visit = await parts.visit(who);
  const workspaceId = visit.workspace.id;
  const message = cut(written(String(body.message.text ?? '')), MESSAGE_MAX);
  if (!message) throw new Refusal('scope.no-words', 'That message has no words to hold against a contract.');
  const thread = String(body.message.thread_ts ?? body.message.ts);
  const { contracts, sure } = await contractsFor(core, workspaceId, { channelId: body.channel.id, thread });
  const [only] = contracts;
  if (!only)
    throw new Refusal(
      'scope.none-signed',
      'No contract for work is signed yet, so there is no scope to compare with. Once one is, ask again.',
    );
  if (!sure) {
    const choices = Object.fromEntries(contracts.map((one) => [one.id, wordsOf(one)]));
    await openModal(client, body, chooseContract(choices, message));
    return;
  }
  const signed = await signedWith(core, workspaceId, only.id);
  if (!takesLong(parts, message, signed)) {
    await openModal(client, body, await verdicts(parts, visit, { message, signed }));
    return;
  }
  // Slack opens a window within three seconds of the press, and a model takes longer.
  const { id } = await openModal(client, body, comparingView());
  await show(client, id, await verdicts(parts, visit, { message, signed }));
}

/** The contract whose thread it is, else the only one of the channel; else whoever asks chooses. */
async function contractsFor(
  core: Core,
  workspaceId: string,
  { channelId, thread }: { channelId: string; thread: string },
): Promise<{ contracts: Pick<SignedContract, 'id' | 'title' | 'client'>[]; sure: boolean }> {
  const projectId = await projectIdOfThread(core.db, workspaceId, channelId, thread);
  const own = projectId && (await liveVersionOf(core.db, workspaceId, projectId));
  if (own && isSigned(own)) return { contracts: [{ id: own.id, title: '', client: '' }], sure: true };
  const all = await signedContracts(core.db, workspaceId);
  const here = all.filter((one) => one.channelId === channelId);
  return { contracts: here.length > 0 ? here : all, sure: here.length === 1 };
}

const wordsOf = ({ title, client }: Pick<SignedContract, 'title' | 'client'>) => cut(`${title} (${client})`, 75);

const Kept = z.object({ message: z.string() });

async function chosen(parts: Parts, { who, view, ack, client }: Submission) {
  const visit = await parts.visit(who);
  const { message } = metadataOf(view, Kept);
  const { contract } = scopeForm.read(view);
  const signed = await signedWith(parts.core, visit.workspace.id, contract);
  if (!takesLong(parts, message, signed))
    return { response_action: 'update' as const, view: await verdicts(parts, visit, { message, signed }) };
  await ack({ response_action: 'update', view: comparingView() });
  await show(client, view.id, await verdicts(parts, visit, { message, signed }));
  return undefined;
}

/** Closed meanwhile: nobody waits for it. */
async function show(client: WebClient, id: string, view: ModalView): Promise<void> {
  await updateModal(client, id, view).catch((error: unknown) => {
    if (reasonOf(error) !== 'not_found') throw error;
  });
}

/** A contract that was signed, and the change orders that were. */
type Signed = readonly [Version, ...Version[]];

async function signedWith(core: Core, workspaceId: string, versionId: string): Promise<Signed> {
  const version = await versionById(core.db, workspaceId, versionId);
  if (!isSigned(version))
    throw new Refusal('scope.not-signed', 'That contract is not signed, so its scope may still change.');
  if (!isPriced(version.terms))
    throw new Refusal(
      'scope.no-work',
      'That contract has no work in it, so there is no scope to compare with. Draft one for the work: /contract',
    );
  return [version, ...(await changeVersionsOf(core.db, workspaceId, version.projectId)).filter(isSigned)];
}

/** Whether a model is asked. */
function takesLong({ model }: Parts, message: string, signed: Signed): boolean {
  return model !== undefined && asksOf(message, signed).some(({ settled }) => !settled);
}

async function verdicts(
  { core, model }: Parts,
  { workspace, member }: Visit,
  { message, signed }: { message: string; signed: Signed },
): Promise<ModalView> {
  const [version] = signed;
  const asker = { workspaceId: workspace.id, memberId: member.id, projectId: version.projectId };
  const checked = await checkScope(helpOf(core, model, asker), message, signed);
  return scopeView({ versionId: version.id, title: version.terms.title?.value ?? 'the contract', message, ...checked });
}
