import type { SandboxMail } from '../../src/sandbox/mailbox/mail.ts';
import type { Vendors } from '../../src/sandbox/vendors.ts';

export type Page = { status: number; html: string; state: string | undefined; url: string };

const FORM = (act: string) => new RegExp(`<form[^>]*data-act="${act}"[^>]*>[\\s\\S]*?</form>`);
const attribute = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
const decoded = (text: string) =>
  text
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');

/** What a browser would send of a form that nobody touched. */
function asItStands(form: string): Record<string, string> {
  const inputs = [...form.matchAll(/<input[^>]*>/g)]
    .filter(([tag]) => !/type="(?:checkbox|radio|submit)"/.test(tag) || /\schecked/.test(tag))
    .map(([tag]) => [attribute(tag, 'name'), attribute(tag, 'value') ?? '']);
  const areas = [...form.matchAll(/(<textarea[^>]*>)([\s\S]*?)<\/textarea>/g)].map(([, tag = '', text = '']) => [
    attribute(tag, 'name'),
    text,
  ]);
  const selects = [...form.matchAll(/(<select[^>]*>)([\s\S]*?)<\/select>/g)].map(([, tag = '', options = '']) => {
    const [first = '', ...more] = options.match(/<option[^>]*>/g) ?? [];
    return [
      attribute(tag, 'name'),
      attribute([first, ...more].find((each) => /\sselected/.test(each)) ?? first, 'value') ?? '',
    ];
  });
  const named = [...inputs, ...areas, ...selects].filter(([name]) => name !== undefined);
  return Object.fromEntries(named.map(([name, value = '']) => [name, decoded(value)]));
}

/** What the page's form for an act carries unseen. */
export function carriedBy(html: string, act: string): Record<string, string> {
  const form = FORM(act).exec(html)?.[0] ?? '';
  return asItStands((form.match(/<input type="hidden"[^>]*>/g) ?? []).join(''));
}

/** A client's browser, as far as the portal can tell: it keeps cookies, sends forms as they stand, follows redirects. */
export function clientBrowser(appUrl: string, vendors: Pick<Vendors, 'mailbox' | 'stripe'>) {
  const jar = new Map<string, string>();
  let page: Page = { status: 0, html: '', state: undefined, url: appUrl };

  async function request(url: string, init: RequestInit = {}): Promise<Page> {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(new URL(url, appUrl), {
      ...init,
      headers: { cookie, 'user-agent': 'Test browser', ...init.headers },
      redirect: 'manual',
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    const location = response.headers.get('location');
    if (response.status === 303 && location) return request(location);
    const html = await response.text();
    page = { status: response.status, html, state: /data-state="([^"]+)"/.exec(html)?.[1], url: response.url };
    return page;
  }

  const get = (path: string) => request(path);

  const post = (path: string, form: Record<string, string>) =>
    request(path, {
      method: 'POST',
      body: new URLSearchParams(form).toString(),
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'same-origin',
        origin: appUrl,
      },
    });

  /** Sends the page's form for an act, with its hidden fields and what is filled in. */
  async function submit(act: string, filled: Record<string, string> = {}): Promise<Page> {
    const form = FORM(act).exec(page.html)?.[0];
    if (!form) throw new Error(`no form ${act} on the page ${page.state}; there are: ${acts().join(', ')}`);
    return post(attribute(form, 'action') ?? '', { ...asItStands(form), ...filled });
  }

  const acts = () => [...page.html.matchAll(/data-act="([^"]+)"/g)].map(([, act = '']) => act);

  /** Opens the link of a mail by its button. */
  async function open(mail: SandboxMail): Promise<Page> {
    const [, token = ''] = vendors.mailbox.link(mail).split('#');
    return post('/portal/open', { token });
  }

  return {
    get page() {
      return page;
    },
    get,
    post,
    submit,
    acts,
    open,
    /** The newest mail of a kind to an address, its link opened. */
    openNewest: async (to: string, kind: string) => open(await vendors.mailbox.waitFor({ to, kind })),
    /** Asks for a code, takes it from the mail, and signs. */
    sign: async (name: string, to: string): Promise<Page> => {
      const before = vendors.mailbox.newest(to);
      await submit('contract:code');
      const mail = await vendors.mailbox.waitFor({ to, kind: 'signature.code', ...(before && { after: before.id }) });
      return submit('contract:sign', { name, code: vendors.mailbox.code(mail), consent: 'yes' });
    },
    /** Presses Pay and answers the payment page's session. */
    checkout: async (): Promise<string> => {
      await submit('invoice:pay');
      const session = /\/(cs_[A-Za-z0-9_]+)/.exec(page.html)?.[1];
      if (!session) throw new Error(`no payment page behind ${page.state}: ${page.html.slice(0, 400)}`);
      return session;
    },
  };
}
