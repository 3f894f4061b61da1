import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { type Context, Hono } from 'hono';
import { ApiError, type Call, type Method, needScope } from './call.ts';
import { isRecord } from './check.ts';
import { authMethods } from './methods-auth.ts';
import { chatMethods } from './methods-chat.ts';
import { fileMethods } from './methods-files.ts';
import { peopleMethods } from './methods-people.ts';
import { viewMethods } from './methods-views.ts';
import { exchangeCode } from './oauth.ts';
import type { SandboxTeam } from './team.ts';
import type { SlackFault, SlackWorld } from './world.ts';

export interface Env {
  Bindings: HttpBindings;
}

const methods: Record<string, Method> = {
  ...authMethods,
  ...chatMethods,
  ...viewMethods,
  ...peopleMethods,
  ...fileMethods,
};

/** What a token without limits says it may do. */
const EVERY_SCOPE = [
  ...new Set(Object.values(methods).flatMap((method) => method.scope ?? [])),
  ...['channels:read', 'groups:read', 'im:read', 'users:read.email', 'commands'],
];

/** `/api/<method>`: form-encoded or JSON, a bearer token, and `{ ok }` with status 200 whatever happens. */
export function webApi(world: SlackWorld): Hono<Env> {
  const routes = new Hono<Env>();
  routes.all('/api/:method', async (c) => {
    const name = c.req.param('method');
    const fault = world.faults.take(name);
    if (fault && fault.kind !== 'drop-after-accept') return await misbehave(c, world, name, fault);
    const args = await readArgs(c);
    const answer = answerCall(world, c, name, args);
    if (fault) {
      world.ledger.add({
        source: 'slack',
        kind: 'fault',
        summary: `${name}: done, then the line was cut`,
        detail: { fault },
      });
      return cut(c);
    }
    return answer;
  });
  return routes;
}

function answerCall(world: SlackWorld, c: Context<Env>, name: string, args: Record<string, unknown>): Response {
  const token =
    /^Bearer (.+)$/i.exec(c.req.header('authorization') ?? '')?.[1] ??
    (typeof args.token === 'string' ? args.token : '');
  try {
    if (name === 'oauth.v2.access')
      return c.json({ ok: true, ...exchangeCode(world, args, c.req.header('authorization')) });
    const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
    if (!method) throw new ApiError('unknown_method', { req_method: name });
    const team = teamOf(world, token);
    if (method.scope) needScope(team, method.scope);
    const call: Call = { world, team, args };
    return c.json({ ok: true, ...method.run(call) }, 200, {
      'x-oauth-scopes': [...(team.scopes === 'all' ? EVERY_SCOPE : team.scopes)].join(','),
    });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    world.ledger.add({
      source: 'slack',
      kind: 'refused',
      summary: `${name} refused: ${error.code}`,
      detail: { method: name, args: { ...args, token: undefined }, error: error.code, ...error.extra },
    });
    return c.json({ ok: false, error: error.code, ...error.extra });
  }
}

function teamOf(world: SlackWorld, token: string): SandboxTeam {
  if (!token) throw new ApiError('not_authed');
  const team = [...world.teams.values()].find((each) => each.token === token);
  if (team) return team;
  const known = [...world.teams.keys()].some((id) => token.startsWith(`xoxb-${id}-`));
  throw new ApiError(known ? 'token_revoked' : 'invalid_auth');
}

async function readArgs(c: Context<Env>): Promise<Record<string, unknown>> {
  const query = c.req.query();
  const type = c.req.header('content-type') ?? '';
  if (c.req.method === 'GET') return query;
  if (type.includes('application/json')) {
    const body: unknown = await c.req.json().catch(() => ({}));
    return { ...query, ...(isRecord(body) ? body : {}) };
  }
  if (type.includes('multipart/form-data')) return { ...query, ...(await c.req.parseBody()) };
  return { ...query, ...Object.fromEntries(new URLSearchParams(await c.req.text())) };
}

async function misbehave(
  c: Context<Env>,
  world: SlackWorld,
  name: string,
  fault: { kind: SlackFault; retryAfter?: number; status?: number },
): Promise<Response> {
  world.ledger.add({ source: 'slack', kind: 'fault', summary: `${name}: ${fault.kind} on purpose`, detail: { fault } });
  world.changed();
  if (fault.kind === '429') {
    return c.json({ ok: false, error: 'ratelimited' }, 429, { 'retry-after': String(fault.retryAfter ?? 1) });
  }
  if (fault.kind === '5xx') return c.text('service unavailable', (fault.status ?? 503) as 503);
  await gone(c);
  return cut(c);
}

/** Holds a request until its sender gives up, a minute at most. */
function gone(c: Context<Env>): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, 60_000);
    timer.unref();
    c.env.incoming.once('close', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

function cut(c: Context<Env>): Response {
  c.env.outgoing.destroy();
  return RESPONSE_ALREADY_SENT;
}
