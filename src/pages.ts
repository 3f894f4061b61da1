import { modelDeskRoutes } from './assistant/portal.tsx';
import { bookingRoutes } from './bookings/portal.ts';
import { templateDeskRoutes } from './clauses/templates-portal.tsx';
import { contractRoutes } from './contracts/portal.tsx';
import type { Documents } from './documents/render.ts';
import { invoiceRoutes } from './invoices/paper-portal.ts';
import { InvoicesCard } from './invoices/portal.tsx';
import { invoiceViewsOf } from './invoices/view-read.ts';
import { clientPage } from './overview/client-page.tsx';
import { exportRoutes } from './overview/export-portal.tsx';
import { paymentDeskRoutes } from './payments/desk-portal.tsx';
import { paymentRoutes, paySection } from './payments/portal.tsx';
import { webhookRoutes } from './payments/webhook-portal.ts';
import type { Config } from './platform/config.ts';
import type { Model } from './platform/model.ts';
import type { CardPayments } from './platform/stripe.ts';
import type { Core } from './platform/work.ts';
import { sessionCookie } from './portal/session.ts';
import { createWeb, type Web } from './portal/web.ts';
import { projectRoutes } from './projects/portal.tsx';
import { dayIn } from './shared/dates.ts';
import type { createSlackClients } from './slack/client.ts';
import { type DeskLink, deskRoutes } from './workspaces/desk-portal.tsx';
import { installRoutes } from './workspaces/install-portal.tsx';

/** What the desk's home leads to besides its own pages. */
const DESK_LINKS: readonly DeskLink[] = [
  { href: '/desk/payments', label: 'Payments', lead: 'Record a transfer or cash that arrived, and see what is owed.' },
  {
    href: '/desk/templates',
    label: 'Templates',
    lead: 'Make a template of the library yours: clauses, order, defaults.',
  },
  { href: '/desk/export', label: 'Export', lead: 'Invoices and payments as tables, for your bookkeeper.' },
  {
    href: '/desk/model',
    label: 'The model',
    lead: 'What it was asked, what that came to, and whether its words are kept.',
  },
];

type PageParts = {
  core: Core;
  config: Config;
  slack: ReturnType<typeof createSlackClients>;
  documents: Documents;
  cards: CardPayments | undefined;
  model: Model | undefined;
};

/** Every page there is: the client's portal, the owners' desk, webhooks and the install. */
export function routes({ core, config, slack, documents, cards, model }: PageParts): Web {
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
  contractRoutes(web, { ...door, page, documents, model });
  invoiceRoutes(web, { ...door, documents });
  paymentRoutes(web, { ...door, page, documents, cards, publicUrl: config.publicUrl });
  webhookRoutes(web, { core, cards });
  bookingRoutes(web, door);
  if (config.slack.mode === 'oauth') installRoutes(web, { core, config });
  deskRoutes(web, { core, slack, config, links: DESK_LINKS });
  paymentDeskRoutes(web, { core, slack, config });
  templateDeskRoutes(web, { core, slack, config, documents });
  exportRoutes(web, { core, slack, config });
  modelDeskRoutes(web, { core, slack, config });
  return web;
}
