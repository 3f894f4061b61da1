import { z } from 'zod';
import { MODEL_FAULTS } from '../model/reply.ts';
import { newFile } from '../slack/methods-files.ts';
import type { SandboxPerson } from '../slack/person.ts';
import { fileOnWire } from '../slack/wire.ts';
import { type Look, personAt } from './look.ts';
import type { Stage } from './stage.ts';

const Where = z.object({ team: z.string(), user: z.string(), place: z.string(), thread: z.string().default('') });
const Value = z.union([z.string(), z.array(z.string())]);
const Drafts = z.record(z.string(), z.record(z.string(), Value)).default({});
const Spot = z.union([z.object({ ts: z.string() }), z.object({ view: z.string() }), z.literal('home')]);

/** One strike of a misbehaviour, by vendor. */
const Armed = z.object({
  do: z.literal('fault'),
  fault: z.discriminatedUnion('vendor', [
    z.object({ vendor: z.literal('slack'), kind: z.enum(['429', '5xx', 'timeout', 'drop-after-accept']) }),
    z.object({ vendor: z.literal('mailbox'), kind: z.enum(['smtp-4xx', 'smtp-5xx', 'timeout', 'drop-after-accept']) }),
    z.object({
      vendor: z.literal('stripe'),
      kind: z.enum(['429', '5xx', 'drop-after-accept', 'duplicate', 'reorder']),
    }),
    z.object({ vendor: z.literal('model'), kind: z.enum(MODEL_FAULTS) }),
  ]),
});

/** Everything a press on the page can mean. */
const Act = z.discriminatedUnion('do', [
  z.object({ do: z.literal('say'), text: z.string().max(40_000) }),
  z.object({ do: z.literal('press'), at: Spot, actionId: z.string(), blockId: z.string(), drafts: Drafts }),
  z.object({
    do: z.literal('choose'),
    at: Spot,
    actionId: z.string(),
    blockId: z.string(),
    value: Value,
    drafts: Drafts,
  }),
  z.object({ do: z.literal('submit'), view: z.string(), drafts: Drafts }),
  z.object({ do: z.literal('close'), view: z.string(), all: z.boolean().default(false) }),
  z.object({ do: z.literal('shortcut'), ts: z.string(), callbackId: z.string() }),
  z.object({ do: z.literal('arrive') }),
  z.object({ do: z.literal('read-mail'), id: z.string() }),
  z.object({ do: z.literal('pass'), step: z.enum(['next', 'day', 'week']) }),
  z.object({ do: z.literal('turn'), name: z.enum(['payments', 'model']), on: z.boolean() }),
  Armed,
  z.object({ do: z.literal('clear-faults') }),
  z.object({ do: z.literal('start-over') }),
]);
export type Act = z.input<typeof Act>;
export type ArmedFault = z.output<typeof Armed>['fault'];

export const ActRequest = z.object({ look: Where, act: Act });

/** Does it, and answers when the app did. */
export async function perform(
  stage: Stage,
  look: Look,
  act: z.output<typeof Act>,
  readMails: Set<string>,
): Promise<void> {
  const { person } = personAt(stage, look);
  const { vendors } = stage;
  switch (act.do) {
    case 'say':
      return await say(person, look, act.text.trim());
    case 'press':
    case 'choose':
      return await press(person, look, act);
    case 'submit':
      return await submit(person, act.view, act.drafts);
    case 'close':
      return await person.close(person.team.views.get(act.view), { all: act.all });
    case 'shortcut':
      await person.shortcut(messageAt(person, look, act.ts), act.callbackId);
      return;
    case 'arrive':
      return await arrive(person, look);
    case 'read-mail':
      readMails.add(act.id);
      vendors.slack.world.changed();
      return;
    case 'pass':
      return await stage.pass(act.step);
    case 'turn':
      return await stage.turn(act.name, act.on);
    case 'fault':
      arm(vendors, act.fault);
      vendors.slack.world.changed();
      return;
    case 'clear-faults':
      for (const vendor of [vendors.slack, vendors.stripe, vendors.mailbox, vendors.model]) vendor.faults.clear();
      vendors.slack.world.changed();
      return;
    case 'start-over':
      return await stage.startOver();
  }
}

function arm(vendors: Stage['vendors'], fault: z.output<typeof Armed>['fault']): void {
  // The chat workspace fails where messages are written: a person's own press would only see a spinner.
  if (fault.vendor === 'slack') vendors.slack.faults.add({ match: 'chat.*', kind: fault.kind });
  else if (fault.vendor === 'mailbox') vendors.mailbox.faults.add({ match: '*', kind: fault.kind });
  else if (fault.vendor === 'stripe') vendors.stripe.faults.add({ match: '*', kind: fault.kind });
  else vendors.model.faults.add({ match: '*', kind: fault.kind });
}

async function say(person: SandboxPerson, look: Look, text: string): Promise<void> {
  if (!text) return;
  const command = /^(\/[\w-]+)(?:\s+([\s\S]*))?$/.exec(text);
  if (!command) {
    person.say(look.place, text, look.thread ? { threadTs: look.thread } : {});
    return;
  }
  const [, name = '', rest = ''] = command;
  if (name === '/invite') return invite(person, look);
  await person.command(name, rest, { channel: look.place });
}

/** The workspace's own command: brings the app into the channel. */
function invite(person: SandboxPerson, look: Look): void {
  const channel = person.team.channel(look.place);
  channel.members.add(person.team.botUserId);
  person.notice(channel.id, 'Retainer was added to this channel.');
}

async function arrive(person: SandboxPerson, look: Look): Promise<void> {
  const channel = person.team.channels.get(look.place);
  if (!person.team.token) return;
  if (look.place === 'home') await person.openHome('home');
  else if (channel?.kind === 'im') await person.openHome('messages');
}

type Pressed = Extract<z.output<typeof Act>, { do: 'press' | 'choose' }>;

async function press(person: SandboxPerson, look: Look, act: Pressed): Promise<void> {
  const target =
    act.at === 'home'
      ? ('home' as const)
      : 'view' in act.at
        ? viewAt(person, act.at.view)
        : messageAt(person, look, act.at.ts);
  if (target !== 'home' && 'hash' in target) draft(person, target.id, act.drafts);
  const how = { blockId: act.blockId };
  if (act.do === 'press') await person.press(target, act.actionId, how);
  else await person.choose(target, act.actionId, act.value, how);
}

async function submit(person: SandboxPerson, viewId: string, drafts: z.output<typeof Drafts>): Promise<void> {
  draft(person, viewId, drafts);
  await person.submit(viewAt(person, viewId));
}

/** Puts into the view what was typed in the browser. */
function draft(person: SandboxPerson, viewId: string, drafts: z.output<typeof Drafts>): void {
  const view = viewAt(person, viewId);
  for (const [blockId, inputs] of Object.entries(drafts)) {
    for (const [actionId, value] of Object.entries(inputs)) {
      const known = view.values[blockId]?.[actionId];
      if (known) person.set(view, actionId, known.type === 'file_input' ? filesFor(person, value) : value, blockId);
    }
  }
}

function filesFor(person: SandboxPerson, ids: string | string[]) {
  return [ids].flat().map((id) => {
    const file = person.team.world.files.get(id);
    if (!file) throw new Error(`no file ${id}`);
    return fileOnWire(person.team, file);
  });
}

/** A person's own upload, for a file input. */
export function takeUpload(person: SandboxPerson, name: string, bytes: Buffer): string {
  const file = { ...newFile(name, bytes.length, person.id), bytes, state: 'shared' as const };
  person.team.world.files.set(file.id, file);
  return file.id;
}

function viewAt(person: SandboxPerson, id: string) {
  const view = person.openViews.find((each) => each.id === id);
  if (!view) throw new Error('that window is closed');
  return view;
}

function messageAt(person: SandboxPerson, look: Look, ts: string) {
  const message = person.team.message(look.place, ts);
  if (!message) throw new Error('that message is gone');
  return message;
}
