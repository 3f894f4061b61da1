import { Hono } from 'hono';
import { ApiError, str } from './call.ts';
import { isRecord } from './check.ts';
import { secret } from './ids.ts';
import { addMessage, editMessage, readContent, removeMessage } from './post.ts';
import type { SandboxTeam } from './team.ts';
import type { Env } from './web-api.ts';
import type { ResponseTarget, SlackWorld } from './world.ts';

/** A response URL takes five messages within thirty minutes. */
const USES = 5;
const LIFE = 30 * 60_000;

export function newResponseUrl(world: SlackWorld, target: Omit<ResponseTarget, 'bornAt' | 'uses'>): string {
  const id = `${target.teamId}/${secret()}`;
  world.targets.set(id, { ...target, bornAt: Date.now(), uses: 0 });
  return `${world.origin}/response/${id}`;
}

export function responseRoutes(world: SlackWorld): Hono<Env> {
  const routes = new Hono<Env>();
  routes.post('/response/:team/:id', async (c) => {
    const target = world.targets.get(`${c.req.param('team')}/${c.req.param('id')}`);
    const team = target && world.teams.get(target.teamId);
    if (!target || !team) return c.json({ ok: false, error: 'invalid_url' }, 404);
    if (Date.now() - target.bornAt > LIFE) return c.json({ ok: false, error: 'expired_url' }, 404);
    if (target.uses >= USES) return c.json({ ok: false, error: 'used_url' }, 404);
    const body: unknown = await c.req.json().catch(() => undefined);
    if (!isRecord(body)) return c.json({ ok: false, error: 'invalid_payload' }, 400);
    try {
      target.uses += 1;
      respond(team, target, body);
      return c.text('ok');
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      world.ledger.add({
        source: 'slack',
        kind: 'refused',
        workspace: team.id,
        summary: `response_url refused: ${error.code}`,
        detail: { body, ...error.extra },
      });
      return c.json({ ok: false, error: error.code, ...error.extra }, 400);
    }
  });
  return routes;
}

/** Does what the body of an acknowledgement or a response URL asks: say, replace or delete. */
export function respond(team: SandboxTeam, target: ResponseTarget, body: Record<string, unknown>): void {
  const original = target.messageTs ? team.message(target.channel, target.messageTs) : undefined;
  if (body.delete_original === true) {
    if (original) removeMessage(team, original);
    return;
  }
  const content = readContent(body);
  if (body.replace_original === true && original) {
    editMessage(team, original, { ...content, blocks: content.blocks ?? [] });
    return;
  }
  const channel = team.channels.get(target.channel);
  if (!channel) throw new ApiError('channel_not_found');
  const message = addMessage(team, channel, {
    ...content,
    user: team.botUserId,
    byApp: true,
    threadTs: str(body, 'thread_ts') ?? target.threadTs,
    ...(body.response_type === 'in_channel' ? {} : { ephemeralFor: target.userId }),
  });
  team.world.ledger.add({
    source: 'slack',
    kind: 'response',
    workspace: team.id,
    summary: `${message.ephemeralFor ? 'Only to one person' : 'In the channel'}: ${message.text.slice(0, 90)}`,
    detail: { channel: channel.id, text: message.text, blocks: message.blocks },
  });
}
