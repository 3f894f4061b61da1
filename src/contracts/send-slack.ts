import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { slotsAgreed } from '../bookings/booking.ts';
import { bookedMeanwhile } from '../bookings/read.ts';
import { templateFor } from '../clauses/template-read.ts';
import { checkFindings, lookAgain, sceneOf } from '../lint/gate.ts';
import type { Config } from '../platform/config.ts';
import type { Core } from '../platform/work.ts';
import { projectById } from '../projects/read.ts';
import { Refusal } from '../shared/refusal.ts';
import { cut } from '../shared/typed.ts';
import { notice, section, summary } from '../slack/blocks.ts';
import { metadataOf } from '../slack/form.ts';
import { type Action, onAction, onView, type Submission, type Who } from '../slack/listen.ts';
import { openModal } from '../slack/modal.ts';
import { businessById, hasWayToPay } from '../workspaces/read.ts';
import type { Visit } from '../workspaces/workspace.ts';
import { discardedNote, pdfComing } from './cards.ts';
import { AI_HELPED, customWords, isAiHelped, shownAs, versionShown } from './contract.ts';
import { discardContract } from './discard.ts';
import { addresseeOf, wasSentBefore } from './draft-read.ts';
import { orderPdf } from './order-pdf.ts';
import { versionById } from './read.ts';
import { checkWords } from './reconcile.ts';
import { sendContract } from './send.ts';
import { sendForm, sendView } from './send-form.ts';
import { depositOf } from './terms.ts';

export type SendingParts = { core: Core; config: Pick<Config, 'stripe'>; visit: (who: Who) => Promise<Visit> };

/** The buttons of the card that lead out of the draft: sign and send, PDF, discard. */
export function listenToSending(
  app: App,
  parts: SendingParts,
  { SEND, PDF, DISCARD }: Record<'SEND' | 'PDF' | 'DISCARD', string>,
): void {
  onAction(app, SEND, (args) => preview(parts, args));
  onView(app, sendForm.id, (args) => send(parts, args));
  onAction(app, PDF, (args) => postPdf(parts, args));
  onAction(app, DISCARD, (args) => discard(parts, args));
}

async function preview(parts: SendingParts, { who, value, client, body }: Action): Promise<void> {
  await openModal(client, body, await sendPreview(parts, await parts.visit(who), value));
}

/**
 * What sending a draft leads to, and the place to sign it. `accepts` is the client's request that sending it says yes to, and
 * the words of it that are not in the draft.
 */
export async function sendPreview(
  { core, config }: SendingParts,
  { workspace, member }: Visit,
  versionId: string,
  accepts?: { id: string; left: readonly string[] },
): Promise<ModalView> {
  const version = await versionById(core.db, workspace.id, versionId);
  if (version.state !== 'draft')
    throw new Refusal(
      'contract.not-draft',
      'That version is no draft any more. Use the buttons of the card as it is now.',
    );
  const project = await projectById(core.db, workspace.id, version.projectId);
  const [business, { client: known, contact }, again, template] = await Promise.all([
    businessById(core.db, workspace.id, project.businessId),
    addresseeOf(core.db, workspace.id, version, project.clientId),
    wasSentBefore(core.db, version),
    templateFor(core.db, workspace.id, version.terms.template?.value ?? ''),
  ]);
  const findings = checkFindings(sceneOf(version, { business, client: known, template, now: core.clock.now() }));
  checkWords(version, business);
  const { terms } = version;
  const payable = depositOf(terms).minor === 0n || (await hasWayToPay(core.db, config, business));
  const clashes = await Promise.all(slotsAgreed(terms).map((slot) => bookedMeanwhile(core.db, project, slot)));
  return sendView({
    terms,
    to: { name: contact.name, email: contact.email },
    zone: known.timeZone,
    businessZone: business.timeZone,
    netDays: terms.netDays?.value ?? business.netDays,
    now: core.clock.now(),
    again,
    title: terms.title?.value ?? project.title,
    member: member.name,
    shown: shownAs(version),
    payable,
    accepts: accepts?.id,
    custom: customWords(version),
    warnings: [
      ...(accepts?.left ?? [])
        .slice(0, 5)
        .map((words) => `They also asked “${cut(words, 300)}”. This version leaves it out, and they are told so.`),
      ...(isAiHelped(version) ? [AI_HELPED] : []),
      ...clashes.flat().slice(0, 5),
      ...lookAgain(findings),
    ],
  });
}

/** What the preview showed; what is sent must still be that. */
const Shown = z.object({ shown: z.string(), to: z.string() });

async function send({ core, config, visit: visitOf }: SendingParts, { who, view }: Submission) {
  const { workspace, member } = await visitOf(who);
  const { name, consent, custom } = sendForm.read(view);
  const { shown, to } = metadataOf(view, Shown);
  await sendContract(core, config, workspace.id, {
    versionId: versionShown(shown).versionId,
    shown,
    to,
    memberId: member.id,
    typedName: name,
    consent,
    customRead: custom ?? false,
  });
}

async function postPdf(
  { core, visit: visitOf }: SendingParts,
  { who, value, ack, respond, body }: Action,
): Promise<void> {
  const { workspace, member } = await visitOf(who);
  await orderPdf(core, workspace.id, { versionId: value, memberId: member.id });
  await ack();
  if (body.response_url) await respond({ response_type: 'ephemeral', replace_original: false, ...said(pdfComing) });
}

async function discard(
  { core, visit: visitOf }: SendingParts,
  { who, value, ack, respond, client, body }: Action,
): Promise<void> {
  const { workspace, member } = await visitOf(who);
  const version = await discardContract(core, workspace.id, { versionId: value, memberId: member.id });
  if (!body.response_url) {
    await openModal(client, body, notice('Done', discardedNote(version)));
    return;
  }
  await ack();
  await respond({ response_type: 'ephemeral', replace_original: false, ...said(discardedNote(version)) });
}

const said = (sentence: string) => ({ text: summary(sentence), blocks: [section(sentence)] });
