import type { Context } from 'hono';
import type { VNode } from 'preact';
import type { Config } from '../platform/config.ts';
import type { SlackConfig } from '../platform/config-vendors.ts';
import { newSecret } from '../platform/crypto.ts';
import type { Core } from '../platform/work.ts';
import { LinkButton } from '../portal/controls.tsx';
import { Card, Heading, html, Notice, Page } from '../portal/layout.tsx';
import { sessionCookie } from '../portal/session.ts';
import type { Web } from '../portal/web.ts';
import { Refusal } from '../shared/refusal.ts';
import { installByOAuth, SLACK_API } from './install.ts';
import { keepState, takeState } from './install-store.ts';

/** What the app asks a workspace for; `manifest.yml` asks for the same. */
export const SCOPES = [
  'channels:read',
  'chat:write',
  'chat:write.public',
  'commands',
  'files:write',
  'groups:read',
  'im:write',
  'users:read',
  'users:read.email',
] as const;

const INSTALL = '/slack/install';
const REDIRECT = '/slack/oauth_redirect';

export type InstallParts = { core: Core; config: Pick<Config, 'publicUrl' | 'slack'> };

/** OAuth, in the mode for many workspaces; with one token there is nothing to install and both addresses are not there. */
export function installRoutes(web: Web, { core, config }: InstallParts): void {
  const { slack, publicUrl } = config;
  if (slack.mode !== 'oauth') return;
  const cookie = sessionCookie(publicUrl);
  web.get(INSTALL, async (c) => {
    const halves = { state: newSecret(), cookie: newSecret() };
    await keepState(core.db, halves, core.clock.now());
    cookie.write(c, 'install', halves.cookie, 600);
    return c.redirect(consentUrl(slack, publicUrl, halves.state), 302);
  });
  web.get(REDIRECT, async (c) => {
    const halves = { state: c.req.query('state') ?? '', cookie: cookie.read(c, 'install') ?? '' };
    cookie.clear(c, 'install');
    if (!halves.state || !halves.cookie || !(await takeState(core.db, halves, core.clock.now())))
      return refused(c, OLD);
    const code = c.req.query('code');
    if (!code) return refused(c, 'Slack was told not to install Retainer. Nothing was changed.');
    return installByOAuth(core, slack, { code, redirectUri: `${publicUrl}${REDIRECT}` }).then(
      (workspace) => c.html(html(<InstalledPage name={workspace.name} />)),
      (error: unknown) => {
        if (error instanceof Refusal) return refused(c, error.sentence);
        throw error;
      },
    );
  });
}

const OLD = 'This installation was begun in another browser, more than ten minutes ago, or is finished already.';

/** Slack's consent page; where SLACK_API_URL names another server, that server's. */
function consentUrl(slack: SlackConfig & { mode: 'oauth' }, publicUrl: string, state: string): string {
  const url = new URL('/oauth/v2/authorize', slack.apiUrl ?? SLACK_API);
  url.searchParams.set('client_id', slack.clientId);
  url.searchParams.set('scope', SCOPES.join(','));
  url.searchParams.set('redirect_uri', `${publicUrl}${REDIRECT}`);
  url.searchParams.set('state', state);
  return url.href;
}

function refused(c: Context, sentence: string): Response | Promise<Response> {
  return c.html(html(<NotInstalledPage sentence={sentence} />), 400);
}

export function InstalledPage({ name }: { name: string }): VNode {
  return (
    <Page title="Retainer is installed" business="Retainer" state="installed">
      <Heading lead={`It can be used in ${name} right away.`}>Retainer is installed</Heading>
      <Card title="What to do next" now>
        <p>
          Go back to Slack and type <code>/retainer</code>. It says what you can do, and asks once for your business
          details.
        </p>
      </Card>
    </Page>
  );
}

export function NotInstalledPage({ sentence }: { sentence: string }): VNode {
  return (
    <Page title="Not installed" business="Retainer" state="refused">
      <Heading>Not installed</Heading>
      <Notice tone="bad">
        <p>{sentence}</p>
      </Notice>
      <Card>
        <LinkButton href={INSTALL}>Start again</LinkButton>
      </Card>
    </Page>
  );
}
