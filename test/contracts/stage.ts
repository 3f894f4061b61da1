import { contractRoutes } from '../../src/contracts/portal.tsx';
import { contractEffects } from '../../src/contracts/sign-jobs.ts';
import { createDocuments } from '../../src/documents/render.ts';
import { createMailer } from '../../src/mail/send.ts';
import { clientPage } from '../../src/overview/client-page.tsx';
import { createOutbox, type Effects } from '../../src/platform/outbox.ts';
import { sessionCookie } from '../../src/portal/session.ts';
import { createWeb } from '../../src/portal/web.ts';
import type { Post } from '../../src/projects/letter.ts';
import { projectRoutes } from '../../src/projects/portal.tsx';
import { createLedger } from '../../src/sandbox/ledger.ts';
import type { SandboxMail } from '../../src/sandbox/mailbox/mail.ts';
import { createMailbox } from '../../src/sandbox/mailbox/mailbox.ts';
import { atEnd } from '../support/closing.ts';
import { type Scene, scene } from './scene.ts';

export const PUBLIC_URL = 'http://localhost:3000';

export type Stage = Awaited<ReturnType<typeof stage>>;

/** A scene with its pages, its mails and its sealed files. */
export async function stage(more?: (on: Scene, post: Post) => Effects) {
  const on = await scene();
  const mailbox = await createMailbox({ ledger: createLedger() });
  const from = { name: 'Retainer', address: 'mail@retainer.test' };
  const mailer = createMailer({ smtpUrl: mailbox.smtpUrl, from, log: on.core.log });
  const documents = createDocuments({ log: on.core.log });
  const post: Post = { core: on.core, mailer, publicUrl: PUBLIC_URL };
  atEnd(async () => {
    mailer.close();
    await Promise.all([mailbox.stop(), documents.close()]);
  });
  const door = { core: on.core, cookie: sessionCookie(PUBLIC_URL) };
  const web = createWeb({ publicUrl: PUBLIC_URL, trustProxy: 0, log: on.core.log });
  const page = clientPage(door, { invoices: async () => undefined });
  projectRoutes(web, { ...door, page });
  contractRoutes(web, { ...door, page, documents, model: undefined });
  const effects = {
    ...contractEffects({ core: on.core, post, documents, slack: { upload: async () => '' } }),
    ...more?.(on, post),
  };
  const outbox = createOutbox(on.core.db, effects, on.core.log);
  const work = async () => {
    while ((await outbox.run()) > 0);
  };
  return { on, web, page, mailbox, documents, post, effects, work };
}

/** A browser that keeps its cookies and sends forms as browsers do. */
export function browser({ web }: Pick<Stage, 'web'>) {
  const jar = new Map<string, string>();
  const keep = (response: Response) => {
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(';');
      const [name = '', value = ''] = pair.split('=');
      if (attributes.some((each) => each.trim() === 'Max-Age=0')) jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  };
  const cookies = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const get = async (path: string, method = 'GET') =>
    keep(await web.request(path, { method, headers: { cookie: cookies(), 'sec-fetch-site': 'none' } }));
  const post = async (path: string, form: Record<string, string>, headers: Record<string, string> = {}) => {
    const type = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };
    const body = new URLSearchParams(form).toString();
    return keep(await web.request(path, { method: 'POST', body, headers: { cookie: cookies(), ...type, ...headers } }));
  };
  /** Follows the redirect of a form, as a browser does. */
  const submit = async (path: string, form: Record<string, string>) => {
    const response = await post(path, form);
    const location = response.headers.get('location');
    return response.status === 303 && location ? get(location.split('#')[0] ?? location) : response;
  };
  const enter = (mail: SandboxMail) => submit('/portal/open', { token: tokenOf(mail) });
  return { get, post, submit, enter };
}

export function tokenOf(mail: SandboxMail): string {
  return /\/portal#([\w-]+)/.exec(mail.text)?.[1] ?? '';
}

export const stateOf = (html: string) => /data-state="([^"]+)"/.exec(html)?.[1];
