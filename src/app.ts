import type { App as Bolt } from '@slack/bolt';
import { assistantDue } from './assistant/jobs.ts';
import { holdSlots } from './bookings/hold.ts';
import { holdDue } from './bookings/jobs.ts';
import { bookingEffects } from './bookings/mail-jobs.ts';
import { noticeOfFailure } from './bookings/release.ts';
import { startWhenReady } from './bookings/start.ts';
import { listenToClients } from './clients/slack.ts';
import { endRequests } from './contracts/change-answer.ts';
import { changeEffects } from './contracts/change-jobs.ts';
import { invoiceWords } from './contracts/invoice-words.ts';
import { contractEffects, remindUnsigned } from './contracts/sign-jobs.ts';
import { goOnWithBrief, listenToContracts } from './contracts/slack.ts';
import { readAhead } from './contracts/take-brief.ts';
import { createDocuments } from './documents/render.ts';
import { finishWhenPaid } from './invoices/finish.ts';
import { formFor } from './invoices/form-slack.ts';
import { dropPlanned, planInstalments } from './invoices/instalments.ts';
import { voidReleasedDeposit } from './invoices/issue.ts';
import { invoiceEffects, remindInvoice } from './invoices/mail-jobs.ts';
import { finishDue, plannedDue } from './invoices/planned-jobs.ts';
import { awaitPayment, reopenInvoice, settleInvoices } from './invoices/settle.ts';
import { listenToInvoices } from './invoices/slack.ts';
import { listenToLint } from './lint/slack.ts';
import { createMailer } from './mail/send.ts';
import { listenToHome } from './overview/home-slack.ts';
import { overviewEffects } from './overview/jobs.ts';
import { routes } from './pages.ts';
import { paymentEffects } from './payments/jobs.ts';
import { stripeDue } from './payments/stripe-jobs.ts';
import type { Config } from './platform/config.ts';
import type { DueSource } from './platform/due.ts';
import { remember, settle } from './platform/inbox.ts';
import { connectModel, type Model } from './platform/model.ts';
import type { Effects } from './platform/outbox.ts';
import { connectStripe } from './platform/stripe.ts';
import type { Core, Hearers } from './platform/work.ts';
import type { Web } from './portal/web.ts';
import { followProject } from './projects/follow.ts';
import { withGivingUp } from './projects/give-up.ts';
import { projectEffects } from './projects/jobs.ts';
import { listenToQuestions } from './projects/question-slack.ts';
import { reminderDue, reminderEffects } from './reminders/jobs.ts';
import { endQuestionPause, pauseForQuestion } from './reminders/pause.ts';
import { dropSteps, planInvoice, planUnsigned } from './reminders/plan.ts';
import { reminderPostEffects } from './reminders/post-jobs.ts';
import { listenToReminders } from './reminders/slack.ts';
import { createSlackApp } from './slack/bolt.ts';
import { createSlackClients } from './slack/client.ts';
import type { Who } from './slack/listen.ts';
import { createSlackReceiver, type SlackReceiver } from './slack/receiver.ts';
import { authorizeOf } from './workspaces/authorize.ts';
import { ensureTokenWorkspace } from './workspaces/install.ts';
import { tokenOf } from './workspaces/installation-read.ts';
import { workspaceEffects } from './workspaces/jobs.ts';
import { ensureStripeAccount } from './workspaces/save.ts';
import { listenToWorkspaces } from './workspaces/slack.ts';
import { visitOf } from './workspaces/visit.ts';
import type { Business } from './workspaces/workspace.ts';

/** Who hears what, line by line: `within` in the same transaction, `after` as an effect of the outbox. */
export const HEARERS: Hearers = {
  withinAny: [followProject],
  within: {
    'contract.sent': [planUnsigned],
    'contract.superseded': [dropSteps, endRequests],
    'contract.locked': [dropSteps],
    'contract.signed': [dropSteps, endRequests, holdSlots, planInstalments],
    'contract.declined': [dropSteps, endRequests],
    'contract.discarded': [dropSteps, endRequests],
    'contract.sealed': [startWhenReady],
    'invoice.issued': [planInvoice],
    'invoice.paid': [dropSteps, startWhenReady, finishWhenPaid],
    'invoice.voided': [dropSteps],
    'booking.released': [voidReleasedDeposit, dropPlanned],
    'payment.received': [settleInvoices],
    'payment.processing': [awaitPayment],
    'payment.failed': [noticeOfFailure, reopenInvoice],
    'question.asked': [pauseForQuestion],
    'question.answered': [endQuestionPause],
    'change.asked': [pauseForQuestion],
    'change.answered': [endQuestionPause],
    'change.overtaken': [endQuestionPause],
  },
  afterAny: ['card.refresh', 'thread.log'],
  after: {
    'contract.sent': ['contract.mail-link'],
    'code.requested': ['code.mail'],
    'contract.signed': ['contract.seal'],
    'contract.sealed': ['contract.mail-copies'],
    'invoice.issued': ['invoice.mail'],
    'invoice.voided': ['attempt.expire'],
    'booking.confirmed': ['booking.mail-confirmed'],
    'booking.warned': ['booking.mail-warning'],
    'booking.released': ['booking.mail-released'],
    'reminder.sent': ['reminder.post'],
    'reminder.unknown': ['reminder.post'],
    'question.asked': ['question.post'],
    'question.answered': ['question.mail-answer'],
    'change.asked': ['change.post'],
    'change.answered': ['change.mail-answer', 'change.close-post'],
    'change.overtaken': ['change.close-post'],
    'payment.received': ['payment.post', 'payment.mail-receipt', 'attempt.expire'],
    'payment.processing': ['payment.post'],
    'payment.failed': ['payment.post'],
    'payment.refunded': ['payment.post'],
    'payment.refund-failed': ['payment.post'],
    'payment.disputed': ['payment.post'],
    'payment.dispute-closed': ['payment.post'],
  },
};

export type Retainer = {
  web: Web;
  receiver: SlackReceiver;
  effects: Effects;
  due: DueSource[];
  /** What needs the outside once it can be reached; never throws. */
  begin(): Promise<void>;
  close(): Promise<void>;
};

/** Builds the vendors and hands them to the slices. */
export function createRetainer(core: Core, config: Config): Retainer {
  const { log } = core;
  const slackApiUrl = config.slack.apiUrl;
  const slack = createSlackClients({ slackApiUrl, tokenOf: (id) => tokenOf(core, id), log });
  const mailer = createMailer({
    smtpUrl: config.smtpUrl,
    from: { name: config.mailFrom.name, address: config.mailFrom.address },
    log,
  });
  const documents = createDocuments({ log });
  const cards = config.stripe && connectStripe(config.stripe, { log });
  const post = { core, mailer, publicUrl: config.publicUrl };
  const tokenMode = config.slack.mode === 'token' ? config.slack : undefined;
  const ensure = tokenMode && (() => ensureTokenWorkspace(core, tokenMode));
  const receiver = createSlackReceiver({
    signingSecret: config.slack.signingSecret,
    machine: core.clock.machine,
    slackApiUrl,
    remember: ({ team, externalId }) => remember(core.db, 'slack', team, externalId),
    settle: ({ team, externalId }, outcome) => settle(core.db, 'slack', team, externalId, outcome),
    log,
  });
  const bolt = createSlackApp({ receiver, authorize: authorizeOf(core, ensure), slackApiUrl, log });
  const model = config.model && connectModel(config.model);
  listen(bolt, { core, config, slack, model });
  return {
    web: routes({ core, config, slack, documents, cards, model }),
    receiver,
    effects: withGivingUp(
      core,
      {
        ...workspaceEffects({ core, slack }),
        ...projectEffects({ core, post, slack }),
        ...paymentEffects({ core, post, documents, slack, cards }),
        ...changeEffects({ core, post, slack, model }),
        ...contractEffects({ core, post, documents, slack }),
        ...bookingEffects(post),
        ...invoiceEffects({ core, post, documents }),
        ...reminderEffects(core, {
          mail: {
            unsigned: remindUnsigned(post),
            deposit: remindInvoice({ core, post, documents }),
            invoice: remindInvoice({ core, post, documents }),
          },
        }),
        ...reminderPostEffects({ core, slack }),
        ...overviewEffects({ core, slack }),
      },
      HEARERS.afterAny,
    ),
    due: [
      holdDue(core),
      plannedDue(core),
      finishDue(core),
      reminderDue(core),
      ...assistantDue(core),
      ...(cards ? stripeDue({ core, cards }) : []),
    ],
    begin: async () => {
      await ensure?.().catch((err: unknown) => {
        log.warn({ err }, 'Slack could not be asked at start; the first request asks again');
      });
      await ensureStripeAccount(core, config.stripe).catch((err: unknown) => {
        log.error({ err }, 'the account of the Stripe key could not be saved; saving the business profile does it too');
      });
    },
    close: async () => {
      await documents.close();
      await mailer.close();
    },
  };
}

type Parts = { core: Core; config: Config; slack: ReturnType<typeof createSlackClients>; model: Model | undefined };

function listen(bolt: Bolt, { core, config, slack, model }: Parts): void {
  const visit = (who: Who) => visitOf(core, slack, who);
  const read = (text: string, business: Business) => invoiceWords(text, business, core.clock.now());
  listenToWorkspaces(bolt, {
    core,
    config,
    slack,
    goOn: {
      '/contract': (who, text, channelId) => goOnWithBrief({ core, model }, who, text, channelId),
      '/invoice': (who, text, channelId) => formFor({ core, config, read }, who, text, channelId),
    },
  });
  // Only who answers Slack reads briefs.
  if (config.role !== 'worker') readAhead();
  listenToContracts(bolt, { core, config, slack, model, visit });
  listenToLint(bolt, { core, slack, visit });
  listenToClients(bolt, { core, visit });
  listenToInvoices(bolt, { core, config, slack, visit, read });
  listenToQuestions(bolt, { core, visit });
  listenToHome(bolt, { core, visit });
  listenToReminders(bolt, { core, visit });
}
