import { isInUse } from '../clients/client.ts';
import { contactById } from '../clients/read.ts';
import type { Database } from '../platform/database.ts';
import type { Model } from '../platform/model.ts';
import type { Effects, Owed } from '../platform/outbox.ts';
import { type Core, transact } from '../platform/work.ts';
import { type Post, sendLetter } from '../projects/letter.ts';
import { projectById } from '../projects/read.ts';
import { postToThread } from '../projects/thread.ts';
import type { SlackClients } from '../slack/client.ts';
import { SlackRefused } from '../slack/failure.ts';
import { businessById, memberById } from '../workspaces/read.ts';
import type { ChangeRequest } from './change.ts';
import { requestMessage } from './change-answer-cards.ts';
import { ladderFor } from './change-ladder.ts';
import { answeredMail, type Taken } from './change-mail.tsx';
import { askerOf, pointedOut } from './change-point.ts';
import { changeById } from './change-read.ts';
import { showAsRead, showChange, showVersions } from './change-show.ts';
import { keepPost } from './change-store.ts';
import { helpOf } from './explain-ask.ts';
import { versionById } from './read.ts';
import { familyIn } from './wordings.ts';

export type ChangeParts = {
  core: Core;
  post: Post;
  slack: Pick<SlackClients, 'post' | 'update'>;
  model: Model | undefined;
};

/**
 * A request goes to the thread with what it would change, its answer to the client, and its buttons once it is answered; all
 * of them once or twice rather than never.
 */
export function changeEffects({ core, post, slack, model }: ChangeParts): Effects {
  return {
    'change.post': { once: 'at-least', perform: (owed) => postRequest({ core, slack, model }, owed) },
    'change.close-post': { once: 'at-least', perform: (owed) => closePost({ core, slack }, owed) },
    'change.mail-answer': { once: 'at-least', perform: (owed) => mailAnswer(post, owed) },
  };
}

async function postRequest({ core, slack, model }: Omit<ChangeParts, 'post'>, owed: Owed): Promise<void> {
  const asked = await changeById(core.db, owed.workspaceId, owed.subjectId);
  // Posted once or twice, and a model is asked once: what it said stands beside the words.
  const help = asked.state === 'open' ? helpOf(core, model, askerOf(asked)) : undefined;
  const request = await pointedOut(core, asked, help);
  const { project, slackUserId, message } = await messageOf(core.db, request);
  const place = await postToThread(slack, project, slackUserId, message);
  await transact(core, request.workspaceId, (work) => keepPost(work, request.id, place));
}

/** An answered request keeps its words in the thread and loses its buttons. One whose message is gone has none to lose. */
async function closePost({ core, slack }: Pick<ChangeParts, 'core' | 'slack'>, owed: Owed): Promise<void> {
  const request = await changeById(core.db, owed.workspaceId, owed.subjectId);
  if (!request.post) return;
  const { message } = await messageOf(core.db, request);
  await slack.update(owed.workspaceId, request.post, message).catch((error: unknown) => {
    if (!(error instanceof SlackRefused && error.outcome === 'dead')) throw error;
    core.log.info({ err: error, request: request.id }, 'the message of a request is not there any more');
  });
}

async function messageOf(db: Database, request: ChangeRequest) {
  const { workspaceId } = request;
  const [version, project] = await Promise.all([
    versionById(db, workspaceId, request.versionId),
    projectById(db, workspaceId, request.projectId),
  ]);
  const [business, { slackUserId }] = await Promise.all([
    businessById(db, workspaceId, project.businessId),
    memberById(db, workspaceId, project.freelancerId),
  ]);
  const shown = await showChange(db, version, { ...request, answers: {} }, business);
  const asRead = await showAsRead(db, version, { request, shown }, business);
  const families = version.clauses.map(familyIn);
  const given = { before: version.terms, shown: asRead ?? shown, families, country: business.country };
  const ladder = ladderFor(request.body, given);
  const facts = { title: project.title, freelancer: slackUserId, shown, asRead, ladder, families };
  return { project, slackUserId, message: requestMessage(request, facts) };
}

/** The page and the thread show the answer; an address that was replaced since may be a stranger's and is not written to. */
async function mailAnswer(post: Post, owed: Owed): Promise<void> {
  const { db } = post.core;
  const request = await changeById(db, owed.workspaceId, owed.subjectId);
  const project = await projectById(db, owed.workspaceId, request.projectId);
  if (!request.contactId) return;
  const [contact, business] = await Promise.all([
    contactById(db, owed.workspaceId, request.contactId),
    businessById(db, owed.workspaceId, project.businessId),
  ]);
  if (!isInUse(contact, project.clientId)) return;
  const letter = {
    projectId: project.id,
    subjectId: request.id,
    kind: 'change.answered',
    to: { name: contact.name, address: contact.email },
    contactId: contact.id,
    business,
  };
  const taken = await takenOf(db, request);
  await sendLetter(post, owed, letter, (wayIn) =>
    answeredMail({ request, title: project.title, business: business.name, taken, wayIn }),
  );
}

async function takenOf(db: Database, request: ChangeRequest): Promise<Taken | undefined> {
  const { workspaceId, versionId, madeId, state } = request;
  if (!state.startsWith('accepted') || !madeId) return undefined;
  const [before, after] = await Promise.all([
    versionById(db, workspaceId, versionId),
    versionById(db, workspaceId, madeId),
  ]);
  return { lines: showVersions(before, after).lines };
}
