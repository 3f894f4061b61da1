import { isRecord } from './check.ts';
import type { SandboxChannel } from './shapes.ts';
import type { SandboxTeam } from './team.ts';
import type { SlackWorld } from './world.ts';

/** One authenticated Web API call. */
export interface Call {
  world: SlackWorld;
  team: SandboxTeam;
  args: Record<string, unknown>;
}

export interface Method {
  /** Slack's scope for it; none for a few. */
  scope?: string;
  run(call: Call): Record<string, unknown>;
}

/** Slack's own way of saying no: `{ ok: false, error }` with status 200. */
export class ApiError extends Error {
  readonly code: string;
  readonly extra: Record<string, unknown>;

  constructor(code: string, extra: Record<string, unknown> = {}) {
    super(code);
    this.code = code;
    this.extra = extra;
  }
}

/** `invalid_blocks` and its kin, with the findings where Slack puts them. */
export function refuse(code: string, findings: string[]): never {
  throw new ApiError(code, {
    errors: findings,
    response_metadata: { messages: findings.map((finding) => `[ERROR] ${finding}`) },
  });
}

export const granted = (team: SandboxTeam, scope: string) => team.scopes === 'all' || team.scopes.has(scope);

export function needScope(team: SandboxTeam, scope: string): void {
  if (granted(team, scope)) return;
  throw new ApiError('missing_scope', { needed: scope, provided: [...team.scopes].join(',') });
}

export function str(args: Record<string, unknown>, name: string): string | undefined {
  const value = args[name];
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function need(args: Record<string, unknown>, name: string): string {
  const value = str(args, name);
  if (value === undefined) refuse('invalid_arguments', [`missing required field: ${name}`]);
  return value;
}

export const yes = (args: Record<string, unknown>, name: string) =>
  args[name] === true || args[name] === 'true' || args[name] === '1';

/** Nested values come as JSON in a form field; anything that does not parse is `otherwise`'s business. */
export function nested(args: Record<string, unknown>, name: string, otherwise: () => never): unknown {
  const value = args[name];
  if (typeof value !== 'string') return value;
  if (value === '') return undefined;
  try {
    return JSON.parse(value);
  } catch {
    return otherwise();
  }
}

export function nestedRecord(
  args: Record<string, unknown>,
  name: string,
  error: string,
): Record<string, unknown> | undefined {
  const value = nested(args, name, () => {
    throw new ApiError(error);
  });
  if (value === undefined) return undefined;
  if (!isRecord(value)) throw new ApiError(error);
  return value;
}

/** A channel the app can know of: a private one it was not invited to is `channel_not_found`, as at Slack. */
export function visibleChannel(team: SandboxTeam, id: string): SandboxChannel {
  const user = team.users.get(id);
  if (user && !user.isBot) return team.dm(user.id);
  const byName = id.startsWith('#') ? [...team.channels.values()].find((each) => `#${each.name}` === id) : undefined;
  const channel = team.channels.get(id) ?? byName;
  if (!channel) throw new ApiError('channel_not_found');
  if (channel.kind !== 'public' && !channel.members.has(team.botUserId)) throw new ApiError('channel_not_found');
  return channel;
}

/** A channel the app may write to. */
export function writableChannel(team: SandboxTeam, id: string): SandboxChannel {
  const channel = visibleChannel(team, id);
  if (channel.isArchived) throw new ApiError('is_archived');
  const mayWrite =
    channel.members.has(team.botUserId) || (team.scopes !== 'all' && team.scopes.has('chat:write.public'));
  if (!mayWrite) throw new ApiError('not_in_channel');
  return channel;
}

/** Cursor paging over a list: Slack's cursors are opaque, ours are an offset in base64. */
export function page<T>(all: T[], args: Record<string, unknown>, standard = 100) {
  const limit = Math.min(Number(str(args, 'limit') ?? standard) || standard, 1000);
  const cursor = str(args, 'cursor');
  const start = cursor ? Number(Buffer.from(cursor, 'base64').toString()) : 0;
  if (!Number.isInteger(start)) throw new ApiError('invalid_cursor');
  const next = start + limit < all.length ? Buffer.from(String(start + limit)).toString('base64') : '';
  return { items: all.slice(start, start + limit), response_metadata: { next_cursor: next } };
}
