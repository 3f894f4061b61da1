import { ApiError, type Call, type Method, need, nested, refuse, str } from './call.ts';
import type { SandboxView } from './shapes.ts';
import { newView, openView, pushView, replaceView } from './views.ts';
import { viewOnWire } from './wire.ts';
import type { Trigger } from './world.ts';

function readView({ args }: Call): unknown {
  const view = nested(args, 'view', () => refuse('invalid_arguments', ['must be valid JSON [json-pointer:/view]']));
  if (view === undefined) refuse('invalid_arguments', ['missing required field: view']);
  return view;
}

/** Uses up a trigger: it lives three seconds and opens one view. */
function takeTrigger({ world, team, args }: Call): Trigger {
  const trigger = world.triggers.get(need(args, 'trigger_id'));
  if (!trigger || trigger.teamId !== team.id) throw new ApiError('invalid_trigger_id');
  if (trigger.used) throw new ApiError('exchanged_trigger_id');
  if (Date.now() - trigger.bornAt > world.triggerLife) throw new ApiError('expired_trigger_id');
  return trigger;
}

function done({ world, team }: Call, kind: string, view: SandboxView) {
  world.ledger.add({
    source: 'slack',
    kind,
    workspace: team.id,
    summary: `${kind}: ${view.title || view.callbackId || view.type} for ${team.user(view.user).realName}`,
    detail: viewOnWire(team, view),
  });
  world.changed();
  return { view: viewOnWire(team, view) };
}

function open(call: Call) {
  const raw = readView(call);
  const trigger = takeTrigger(call);
  const view = openView(call.team, trigger.userId, raw);
  trigger.used = true;
  return done(call, 'views.open', view);
}

function push(call: Call) {
  const raw = readView(call);
  const trigger = takeTrigger(call);
  const view = pushView(call.team, trigger.userId, raw);
  trigger.used = true;
  return done(call, 'views.push', view);
}

function update(call: Call) {
  const { team, args } = call;
  const raw = readView(call);
  const id = str(args, 'view_id');
  const externalId = str(args, 'external_id');
  if (!id && !externalId) refuse('invalid_arguments', ['missing required field: view_id']);
  const view = id ? team.views.get(id) : [...team.views.values()].find((each) => each.externalId === externalId);
  if (!view) throw new ApiError('not_found');
  const hash = str(args, 'hash');
  if (hash && hash !== view.hash) throw new ApiError('hash_conflict');
  replaceView(view, raw);
  return done(call, 'views.update', view);
}

function publish(call: Call) {
  const { team, args } = call;
  const raw = readView(call);
  const user = need(args, 'user_id');
  if (!team.users.has(user)) throw new ApiError('invalid_arguments');
  const before = team.homes.get(user);
  const hash = str(args, 'hash');
  if (hash && before && hash !== before.hash) throw new ApiError('hash_conflict');
  if (before) {
    replaceView(before, raw);
    return done(call, 'views.publish', before);
  }
  const view = newView(team, raw, { user, type: 'home' });
  team.homes.set(user, view);
  team.views.set(view.id, view);
  return done(call, 'views.publish', view);
}

export const viewMethods: Record<string, Method> = {
  'views.open': { run: open },
  'views.push': { run: push },
  'views.update': { run: update },
  'views.publish': { run: publish },
};
