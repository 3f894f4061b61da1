import { createHmac } from 'node:crypto';
import { isRecord } from './check.ts';
import { secret, slackId } from './ids.ts';
import type { SandboxTeam } from './team.ts';
import type { SlackWorld } from './world.ts';

/** How a request to the app may go wrong on purpose. */
export interface DeliveryOptions {
  /** Sent this many times in all, one after the other; the last answer counts. */
  copies?: number;
  /** Marks it as Slack's nth try (`x-slack-retry-num`). */
  retry?: { num: number; reason: 'http_timeout' | 'http_error' | 'connection_failed' };
  /** Signed this many seconds ago; negative for the future. */
  ageSeconds?: number;
  signature?: 'wrong' | 'missing';
  /** Pretends to come from this team. */
  teamId?: string;
  /** Milliseconds until Slack gives up on an answer; 3,000. */
  patience?: number;
}

/** The app's answer to one request. */
export interface Answer {
  /** 0 when there was none. */
  status: number;
  /** JSON where the app sent JSON, else text. */
  body: unknown;
  /** Machine milliseconds. */
  ms: number;
  timedOut: boolean;
  /** What was sent, for tests that send it once more. */
  request: { body: string; contentType: string; headers: Record<string, string> };
}

export const answeredWell = (answer: Answer) => answer.status === 200 && !answer.timedOut;

export class Deliver {
  readonly #world: () => SlackWorld;

  constructor(world: () => SlackWorld) {
    this.#world = world;
  }

  /** Slash commands and interactions: form-encoded. */
  form(
    kind: string,
    team: SandboxTeam,
    fields: Record<string, string>,
    options: DeliveryOptions = {},
  ): Promise<Answer> {
    const body = new URLSearchParams(fields).toString();
    return this.#send(kind, team, body, 'application/x-www-form-urlencoded', options);
  }

  payload(kind: string, team: SandboxTeam, payload: Record<string, unknown>, options: DeliveryOptions = {}) {
    const claimed =
      options.teamId && isRecord(payload.team)
        ? { ...payload, team: { ...payload.team, id: options.teamId } }
        : payload;
    return this.form(kind, team, { payload: JSON.stringify(claimed) }, options);
  }

  /** Events API: JSON. `eventId` is kept to send the same event again. */
  event(
    team: SandboxTeam,
    event: Record<string, unknown>,
    options: DeliveryOptions & { eventId?: string } = {},
  ): Promise<Answer> {
    const { appId } = this.#world();
    const teamId = options.teamId ?? team.id;
    const body = JSON.stringify({
      token: 'sandbox-verification-token',
      team_id: teamId,
      context_team_id: teamId,
      context_enterprise_id: null,
      api_app_id: appId,
      event: { event_ts: `${Math.floor(Date.now() / 1000)}.000100`, ...event },
      type: 'event_callback',
      event_id: options.eventId ?? slackId('Ev'),
      event_time: Math.floor(Date.now() / 1000),
      authorizations: [
        { enterprise_id: null, team_id: teamId, user_id: team.botUserId, is_bot: true, is_enterprise_install: false },
      ],
      is_ext_shared_channel: false,
    });
    return this.#send(String(event.type), team, body, 'application/json', options);
  }

  async #send(
    kind: string,
    team: SandboxTeam,
    body: string,
    contentType: string,
    options: DeliveryOptions,
  ): Promise<Answer> {
    let answer = await this.#sendOnce(body, contentType, options);
    for (let copy = 1; copy < (options.copies ?? 1); copy += 1)
      answer = await this.#sendOnce(body, contentType, options);
    const world = this.#world();
    world.ledger.add({
      source: 'slack',
      kind,
      workspace: team.id,
      summary: `${kind} to the app: ${answer.status || 'no answer'} in ${Math.round(answer.ms)} ms`,
      detail: { request: body.slice(0, 20_000), status: answer.status, body: answer.body },
    });
    world.changed();
    return answer;
  }

  async #sendOnce(body: string, contentType: string, options: DeliveryOptions): Promise<Answer> {
    const world = this.#world();
    const at = String(Math.floor(Date.now() / 1000) - (options.ageSeconds ?? 0));
    const key = options.signature === 'wrong' ? secret() : world.signingSecret;
    const headers: Record<string, string> = {
      'content-type': contentType,
      'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
      'x-slack-request-timestamp': at,
    };
    if (options.signature !== 'missing') {
      headers['x-slack-signature'] = `v0=${createHmac('sha256', key).update(`v0:${at}:${body}`).digest('hex')}`;
    }
    if (options.retry) {
      headers['x-slack-retry-num'] = String(options.retry.num);
      headers['x-slack-retry-reason'] = options.retry.reason;
    }
    const request = { body, contentType, headers };
    const start = performance.now();
    try {
      const response = await fetch(`${world.appUrl}/slack/events`, {
        method: 'POST',
        body,
        headers,
        redirect: 'manual',
        signal: AbortSignal.timeout(options.patience ?? 3000),
      });
      const text = await response.text();
      return { status: response.status, body: parsed(text), ms: performance.now() - start, timedOut: false, request };
    } catch (error) {
      const timedOut = error instanceof DOMException && error.name === 'TimeoutError';
      return { status: 0, body: String(error), ms: performance.now() - start, timedOut, request };
    }
  }
}

function parsed(text: string): unknown {
  try {
    return text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text;
  } catch {
    return text;
  }
}
