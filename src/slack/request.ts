import { z } from 'zod';

const Named = z.looseObject({ id: z.string().optional(), team_id: z.string().nullish() });

/** As much of a Slack request as is read before Bolt gets it; the rest is passed on as it came. */
export const Body = z.looseObject({
  type: z.string().optional(),
  event_id: z.string().optional(),
  challenge: z.string().optional(),
  command: z.string().optional(),
  team_id: z.string().nullish(),
  team: Named.nullish(),
  user: Named.nullish(),
  enterprise: Named.nullish(),
  authorizations: z.array(Named).optional(),
  response_url: z.unknown().optional(),
  response_urls: z.unknown().optional(),
});
export type Body = z.infer<typeof Body>;

export class Unparsable {}

/** JSON for events, a form for commands, a form with a `payload` of JSON for everything else. */
export function parseBody(raw: Buffer, contentType = ''): Body | Unparsable {
  const text = raw.toString('utf8');
  const parsed = /^application\/json\b/i.test(contentType) ? fromJson(text) : fromForm(text);
  const body = Body.safeParse(parsed);
  return body.success ? body.data : new Unparsable();
}

function fromForm(text: string): unknown {
  const form = new URLSearchParams(text);
  const names = [...form.keys()];
  // Which of two fields of one name counts is read differently by every parser, so neither does.
  if (new Set(names).size !== names.length) return undefined;
  const payload = form.get('payload');
  return payload === null ? Object.fromEntries(form) : fromJson(payload);
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function isEvent(body: Body): boolean {
  return body.type === 'event_callback' && body.event_id !== undefined;
}

/** What is answered later goes to Slack only; an address elsewhere is dropped, as if Slack had given none. */
export function withoutForeignUrls(body: Body, slackApiUrl: string | undefined): Body {
  const { response_url: url, response_urls: urls, ...rest } = body;
  const allowed = Array.isArray(urls)
    ? urls.filter((entry) => isSlackUrl(entry?.response_url, slackApiUrl))
    : undefined;
  return {
    ...rest,
    ...(isSlackUrl(url, slackApiUrl) && { response_url: url }),
    ...(allowed && { response_urls: allowed }),
  };
}

/** `https://hooks.slack.com/`, or the origin of SLACK_API_URL when that is set. */
export function isSlackUrl(url: unknown, slackApiUrl: string | undefined): boolean {
  if (typeof url !== 'string' || !URL.canParse(url)) return false;
  const { origin, username, password } = new URL(url);
  if (username || password) return false;
  return origin === 'https://hooks.slack.com' || (slackApiUrl !== undefined && origin === new URL(slackApiUrl).origin);
}
