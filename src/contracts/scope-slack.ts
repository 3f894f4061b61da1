import type { App, MessageShortcut } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { Asker } from '../assistant/call.ts';
import type { Model } from '../platform/model.ts';
import type { Core } from '../platform/work.ts';
import { projectIdOfThread } from '../projects/question-read.ts';
import { Refusal } from '../shared/refusal.ts';
import { cut } from '../shared/typed.ts';
import { metadataOf } from '../slack/form.ts';
import { type Action, onShortcut, onView, type Shortcut, type Submission, type Who } from '../slack/listen.ts';
import { openModal } from '../slack/modal.ts';
import { written } from '../slack/mrkdwn.ts';
import type { Visit } from '../workspaces/workspace.ts';
import { isSigned, type Version } from './contract.ts';
import { helpOf, notAsked } from './explain-ask.ts';
import type { AskModel } from './explain-model.ts';
import { changeVersionsOf, liveVersionOf, versionById } from './read.ts';
import { asksOf } from './scope.ts';
import { COMPARING, chooseContract, SCOPE, scopeForm, scopeView } from './scope-cards.ts';
import { checkScope } from './scope-model.ts';
import { type SignedContract, signedContracts } from './scope-read.ts';
import { isPriced } from './terms.ts';
import { listenToWaiting, type Wait, waitedFor, waitInstead } from './waiting-slack.ts';

type Parts = { core: Core; model: Model | undefined; visit: (who: Who) => Promise<Visit> };

/** Slack keeps this much with a view. */
const MESSAGE_MAX = 1_200;

/** “Is this in scope?” on a message: what it asks for, held against what was signed. Whoever asks alone sees the answer. */
export function listenToScope(app: App, parts: Parts): void {
  const wait = listenToWaiting(app, parts, COMPARING, (args, view) => skip(parts, args, view));
  onShortcut<MessageShortcut>(app, SCOPE, (args) => check(parts, wait, args));
  onView(app, scopeForm.id, (args) => chosen(parts, wait, args));
}

async function check(parts: Parts, wait: Wait, args: Shortcut<MessageShortcut>): Promise<void> {
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
    await openModal(client, body, await verdicts(message, signed, undefined));
    return;
  }
  // Slack opens a window, and waits for an answer, within three seconds of the press; a model takes longer.
  const waited = waitedFor(core, COMPARING, { message, contract: only.id });
  const at = { client, shown: await openModal(client, body, waited.view('')), asker: askerOf(visit, signed), waited };
  await args.ack();
  await wait(at, (hearing) => verdicts(message, signed, helpOf(core, parts.model, at.asker, hearing)));
}

/** The verdicts by words alone; a model that answers later is not heard. */
async function skip(parts: Parts, { who }: Action, view: { private_metadata: string }): Promise<ModalView> {
  const { workspace } = await parts.visit(who);
  const { message, contract } = metadataOf(view, Kept.required());
  return verdicts(message, await signedWith(parts.core, workspace.id, contract), notAsked);
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

const Kept = z.object({ message: z.string(), contract: z.string().optional() });

async function chosen(parts: Parts, wait: Wait, { who, view, ack, client }: Submission) {
  const visit = await parts.visit(who);
  const { message } = metadataOf(view, Kept);
  const { contract } = scopeForm.read(view);
  const signed = await signedWith(parts.core, visit.workspace.id, contract);
  if (!takesLong(parts, message, signed))
    return { response_action: 'update' as const, view: await verdicts(message, signed, undefined) };
  const waited = waitedFor(parts.core, COMPARING, { message, contract });
  await ack({ response_action: 'update', view: waited.view('') });
  const shown = await waitInstead(client, view, waited.view(''));
  const asker = askerOf(visit, signed);
  await wait({ client, shown, asker, waited }, (hearing) =>
    verdicts(message, signed, helpOf(parts.core, parts.model, asker, hearing)),
  );
  return undefined;
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

function askerOf({ workspace, member }: Visit, [{ projectId }]: Signed): Asker {
  return { workspaceId: workspace.id, memberId: member.id, projectId };
}

async function verdicts(message: string, signed: Signed, help: AskModel | undefined): Promise<ModalView> {
  const [version] = signed;
  const checked = await checkScope(help, message, signed);
  return scopeView({ versionId: version.id, title: version.terms.title?.value ?? 'the contract', message, ...checked });
}
