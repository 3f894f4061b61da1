import { ApiError, refuse, str } from './call.ts';
import { isRecord } from './check.ts';
import { findViewFaults, VIEW_BYTES } from './check-view.ts';
import { secret, slackId } from './ids.ts';
import { withBlockIds } from './post.ts';
import type { SandboxView } from './shapes.ts';
import { stateOf } from './state.ts';
import type { SandboxTeam } from './team.ts';

/** A hash as Slack writes them: the second, a dot, eight letters. */
const freshHash = () => `${Math.floor(Date.now() / 1000)}.${secret(4)}`;

const plainText = (value: unknown) => (isRecord(value) && typeof value.text === 'string' ? value.text : undefined);

/** Throws what Slack would, `invalid_arguments` with a pointer for each finding. */
function checkView(raw: unknown, type: 'modal' | 'home'): asserts raw is Record<string, unknown> {
  const faults = findViewFaults(raw, type);
  if (faults.length) refuse('invalid_arguments', faults);
  if (JSON.stringify(raw).length > VIEW_BYTES) throw new ApiError('view_too_large');
}

export interface Place {
  user: string;
  type: 'modal' | 'home';
  rootViewId?: string;
  previousViewId?: string;
}

export function newView(team: SandboxTeam, raw: unknown, place: Place): SandboxView {
  checkView(raw, place.type);
  const externalId = str(raw, 'external_id') ?? '';
  if (externalId && [...team.views.values()].some((view) => view.externalId === externalId)) {
    throw new ApiError('duplicate_external_id');
  }
  const id = slackId('V');
  const view: SandboxView = {
    id,
    teamId: team.id,
    type: place.type,
    user: place.user,
    callbackId: '',
    title: '',
    blocks: [],
    privateMetadata: '',
    externalId,
    clearOnClose: false,
    notifyOnClose: false,
    hash: freshHash(),
    rootViewId: place.rootViewId ?? id,
    previousViewId: place.previousViewId ?? null,
    values: {},
    errors: {},
  };
  fill(view, raw);
  return view;
}

/** Replaces a view's content. What a person typed stays where block and action ids are the same, as at Slack. */
export function replaceView(view: SandboxView, raw: unknown): void {
  checkView(raw, view.type);
  fill(view, raw);
  view.hash = freshHash();
  view.errors = {};
  delete view.trouble;
}

function fill(view: SandboxView, raw: Record<string, unknown>): void {
  view.callbackId = str(raw, 'callback_id') ?? '';
  view.title = plainText(raw.title) ?? '';
  view.blocks = withBlockIds(raw.blocks);
  view.privateMetadata = str(raw, 'private_metadata') ?? '';
  if (str(raw, 'external_id')) view.externalId = str(raw, 'external_id') ?? '';
  view.clearOnClose = raw.clear_on_close === true;
  view.notifyOnClose = raw.notify_on_close === true;
  const submit = plainText(raw.submit);
  const close = plainText(raw.close);
  delete view.submit;
  delete view.close;
  if (submit !== undefined) view.submit = submit;
  if (close !== undefined) view.close = close;
  view.values = stateOf(view.blocks, view.values);
}

/** Slack stacks three views and no more. */
const STACK = 3;

export function openView(team: SandboxTeam, userId: string, raw: unknown): SandboxView {
  const view = newView(team, raw, { user: userId, type: 'modal' });
  const person = team.as(userId);
  for (const old of person.openViews) team.views.delete(old.id);
  person.stack = [view.id];
  team.views.set(view.id, view);
  return view;
}

export function pushView(team: SandboxTeam, userId: string, raw: unknown): SandboxView {
  const person = team.as(userId);
  const top = person.openView;
  if (!top) throw new ApiError('not_found');
  if (person.stack.length >= STACK) throw new ApiError('push_limit_reached');
  const view = newView(team, raw, { user: userId, type: 'modal', rootViewId: top.rootViewId, previousViewId: top.id });
  person.stack = [...person.stack, view.id];
  team.views.set(view.id, view);
  return view;
}
