import type { App as Bolt } from '@slack/bolt';
import { assistantDue } from './assistant/jobs.ts';
import { holdSlots } from './bookings/hold.ts';
import { holdDue } from './bookings/jobs.ts';
import { bookingEffects } from './bookings/mail-jobs.ts';
import { bookingRoutes } from './bookings/portal.ts';
import { noticeOfFailure } from './bookings/release.ts';
import { startWhenReady } from './bookings/start.ts';
import { listenToClients } from './clients/slack.ts';
import { invoiceWords } from './contracts/invoice-words.ts';
import { contractRoutes } from './contracts/portal.tsx';
import { contractEffects, remindUnsigned } from './contracts/sign-jobs.ts';
import { goOnWithBrief, listenToContracts } from './contracts/slack.ts';
import { createDocuments, type Documents } from './documents/render.ts';
import { finishWhenPaid } from './invoices/finish.ts';
import { formFor } from './invoices/form-slack.ts';
import { dropPlanned, planInstalments } from './invoices/instalments.ts';
import { voidReleasedDeposit } from './invoices/issue.ts';
import { invoiceEffects, remindInvoice } from './invoices/mail-jobs.ts';
import { invoiceRoutes } from './invoices/paper-portal.ts';
import { finishDue, plannedDue } from './invoices/planned-jobs.ts';
import { InvoicesCard } from './invoices/portal.tsx';
import { awaitPayment, reopenInvoice, settleInvoices } from './invoices/settle.ts';
import { listenToInvoices } from './invoices/slack.ts';
import { invoiceViewsOf } from './invoices/view-read.ts';
import { createMailer } from './mail/send.ts';
import { clientPage } from './overview/client-page.tsx';
import { exportRoutes } from './overview/export-portal.tsx';
import { listenToHome } from './overview/home-slack.ts';
import { overviewEffects } from './overview/jobs.ts';
import { paymentDeskRoutes } from './payments/desk-portal.tsx';
import { paymentEffects } from './payments/jobs.ts';
import { paymentRoutes, paySection } from './payments/portal.tsx';
import { stripeDue } from './payments/stripe-jobs.ts';
import { webhookRoutes } from './payments/webhook-portal.ts';
import type { Config } from './platform/config.ts';
import type { DueSource } from './platform/due.ts';
import { remember, settle } from './platform/inbox.ts';
import { connectModel } from './platform/model.ts';
import type { Effects } from './platform/outbox.ts';
import { type CardPayments, connectStripe } from './platform/stripe.ts';
import type { Core, Hearers } from './platform/work.ts';
import { sessionCookie } from './portal/session.ts';
import { createWeb, type Web } from './portal/web.ts';
import { followProject } from './projects/follow.ts';
import { withGivingUp } from './projects/give-up.ts';
import { projectEffects } from './projects/jobs.ts';
import { projectRoutes } from './projects/portal.tsx';
import { listenToQuestions } from './projects/question-slack.ts';
import { reminderDue, reminderEffects } from './reminders/jobs.ts';
import { endQuestionPause, pauseForQuestion } from './reminders/pause.ts';
import { dropSteps, planInvoice, planUnsigned } from './reminders/plan.ts';
import { reminderPostEffects } from './reminders/post-jobs.ts';
import { listenToReminders } from './reminders/slack.ts';
import { dayIn } from './shared/dates.ts';
import { createSlackApp } from './slack/bolt.ts';
import { createSlackClients } from './slack/client.ts';
import type { Who } from './slack/listen.ts';
import { createSlackReceiver, type SlackReceiver } from './slack/receiver.ts';
import { authorizeOf } from './workspaces/authorize.ts';
import { type DeskLink, deskRoutes } from './workspaces/desk-portal.tsx';
import { ensureTokenWorkspace } from './workspaces/install.ts';
import { installRoutes } from './workspaces/install-portal.tsx';
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
    'contract.superseded': [dropSteps],
    'contract.locked': [dropSteps],
    'contract.signed': [dropSteps, holdSlots, planInstalments],
    'contract.declined': [dropSteps],
    'contract.discarded': [dropSteps],
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
    'payment.received': ['payment.post', 'payment.mail-receipt', 'attempt.expire'],
    'payment.processing': ['payment.post'],
    'payment.failed': ['payment.post'],
    'payment.refunded': ['payment.post'],
    'payment.refund-failed': ['payment.post'],
    'payment.disputed': ['payment.post'],
    'payment.dispute-closed': ['payment.post'],
  },
};

/** What the desk's home leads to besides its own pages. */
const DESK_LINKS: readonly DeskLink[] = [
  { href: '/desk/payments', label: 'Payments', lead: 'Record a transfer or cash that arrived, and see what is owed.' },
  { href: '/desk/export', label: 'Export', lead: 'Invoices and payments as tables, for your bookkeeper.' },
];

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
  listen(bolt, { core, config, slack });
  return {
    web: routes({ core, config, slack, documents, cards }),
    receiver,
    effects: withGivingUp(
      core,
      {
        ...workspaceEffects({ core, slack }),
        ...projectEffects({ core, post, slack }),
        ...paymentEffects({ core, post, documents, slack, cards }),
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

type Parts = { core: Core; config: Config; slack: ReturnType<typeof createSlackClients> };

function listen(bolt: Bolt, { core, config, slack }: Parts): void {
  const visit = (who: Who) => visitOf(core, slack, who);
  const model = config.model && connectModel(config.model);
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
  listenToContracts(bolt, { core, config, slack, model, visit });
  listenToClients(bolt, { core, visit });
  listenToInvoices(bolt, { core, config, slack, visit, read });
  listenToQuestions(bolt, { core, visit });
  listenToHome(bolt, { core, visit });
  listenToReminders(bolt, { core, visit });
}

type PageParts = Parts & { documents: Documents; cards: CardPayments | undefined };

function routes({ core, config, slack, documents, cards }: PageParts): Web {
  const web = createWeb({ publicUrl: config.publicUrl, trustProxy: config.trustProxy, log: core.log });
  const door = { core, cookie: sessionCookie(config.publicUrl) };
  const page = clientPage(door, {
    invoices: async ({ scene, now, refused }) => {
      const { project, invoices, client } = scene;
      const today = dayIn(client.timeZone, core.clock.now());
      const views = await invoiceViewsOf(core.db, project.workspaceId, invoices, today);
      return paySection({ core, cards }, { project, invoices, now, refused }, InvoicesCard({ views }));
    },
  });
  projectRoutes(web, { ...door, page });
  contractRoutes(web, { ...door, page, documents });
  invoiceRoutes(web, { ...door, documents });
  paymentRoutes(web, { ...door, page, documents, cards, publicUrl: config.publicUrl });
  webhookRoutes(web, { core, cards });
  bookingRoutes(web, door);
  if (config.slack.mode === 'oauth') installRoutes(web, { core, config });
  deskRoutes(web, { core, slack, config, links: DESK_LINKS });
  paymentDeskRoutes(web, { core, slack, config });
  exportRoutes(web, { core, slack, config });
  return web;
}
