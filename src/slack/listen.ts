import type {
  AckFn,
  AllMiddlewareArgs,
  App,
  BlockAction,
  RespondArguments,
  SlackActionMiddlewareArgs,
  SlackCommandMiddlewareArgs,
  SlackEventMiddlewareArgs,
  SlackShortcut,
  SlackShortcutMiddlewareArgs,
  SlackViewMiddlewareArgs,
  ViewClosedAction,
  ViewOutput,
  ViewResponseAction,
  ViewSubmitAction,
} from '@slack/bolt';
import { apology, newReference } from '../shared/reference.ts';
import { FormRefusal, Refusal } from '../shared/refusal.ts';
import { notice, section, summary } from './blocks.ts';
import { blockOf, inputsOf } from './form.ts';
import { openModal } from './modal.ts';
import { written } from './mrkdwn.ts';

/**
 * The one place where what goes wrong behind a Slack request becomes something a person can read. Listeners registered
 * here hold no try/catch. They commit, then answer: a listener that has not acknowledged when it ends is acknowledged then,
 * with what it returned.
 */

/** Who acts, and where the app is installed: the tenant is the installation, whatever team the person belongs to. */
export type Who = { teamId: string; userId: string; userTeamId: string | undefined };

type Common = AllMiddlewareArgs & { who: Who };
/** `text` is what was typed; Slack sends it escaped. */
export type Command = Omit<SlackCommandMiddlewareArgs, 'say'> & Common & { text: string };
export type Action = Omit<SlackActionMiddlewareArgs<BlockAction>, 'say'> & Common & { value: string };
export type Shortcut<S extends SlackShortcut = SlackShortcut> = Omit<SlackShortcutMiddlewareArgs<S>, 'say'> & Common;
export type Closed = SlackViewMiddlewareArgs<ViewClosedAction> & Common;
export type Submission = SlackViewMiddlewareArgs<ViewSubmitAction> & Common;

/** What stays the same in all kinds of requests. */
type Raw = AllMiddlewareArgs & { ack: AckFn<never>; body: object };
/** How one kind of request shows a sentence to the person who made it. */
type Tell = (sentence: string, error: unknown, acked: boolean) => Promise<unknown>;

type Listener<A> = (args: A) => Promise<void>;
type Named<A> = Map<string | RegExp, Listener<A>>;
const registered = new WeakMap<App, Map<string, Named<never>>>();

/**
 * The listeners of a kind by name. Bolt runs the checks of every listener on every request, some forty promises for each
 * press of a button; so it is given one listener of a kind, which looks the name up.
 */
function listenersOf<A>(
  app: App,
  kind: string,
  register: (find: (name: string) => Listener<A> | undefined) => void,
): Named<A> {
  const kinds = registered.get(app) ?? new Map<string, Named<never>>();
  registered.set(app, kinds);
  const known = kinds.get(kind) as Named<A> | undefined;
  if (known) return known;
  const made: Named<A> = new Map();
  kinds.set(kind, made as Named<never>);
  register((name) => made.get(name) ?? [...made].find(([id]) => id instanceof RegExp && id.test(name))?.[1]);
  return made;
}

export function onCommand(
  app: App,
  name: string,
  listener: (args: Command) => Promise<string | RespondArguments | undefined> | Promise<void>,
): void {
  const by = listenersOf<SlackCommandMiddlewareArgs & AllMiddlewareArgs>(app, 'command', (find) => {
    app.command(/./, async (args) => find(args.command.command)?.(args));
  });
  by.set(name, (args) => {
    const tell: Tell = (sentence, _error, acked) =>
      acked ? args.respond(privately(sentence)) : args.ack(privately(sentence));
    const who = whoOf(args, args.body.user_id, undefined);
    return guarded(name, args, (ack) => listener({ ...args, ack, who, text: written(args.body.text) }), tell);
  });
}

/** A pressed button or changed input. `value` is the button's value or what was chosen; it comes back untrusted. */
export function onAction(app: App, id: string | RegExp, listener: (args: Action) => Promise<void>): void {
  const by = listenersOf<SlackActionMiddlewareArgs<BlockAction> & AllMiddlewareArgs>(app, 'action', (find) => {
    app.action<BlockAction>({ type: 'block_actions' }, async (args) => find(args.action.action_id)?.(args));
  });
  by.set(id, (args) => {
    const who = whoOf(args, args.body.user.id, args.body.user.team_id);
    const value = chosenIn(args.action);
    const tell: Tell = async (sentence, _error, acked) => {
      if (!acked) await args.ack();
      await tellPresser(args, sentence);
    };
    return guarded(String(id), args, (ack) => listener({ ...args, ack, who, value }), tell);
  });
}

export function onShortcut<S extends SlackShortcut>(
  app: App,
  id: string,
  listener: (args: Shortcut<S>) => Promise<void>,
): void {
  app.shortcut<S>(id, (given) => {
    const args = given as unknown as Shortcut<S>;
    const tell: Tell = async (sentence, _error, acked) => {
      if (!acked) await args.ack();
      if ('response_url' in args.body && args.body.response_url) await args.respond(privately(sentence));
      else await openModal(args.client, args.body, notice('Retainer', sentence));
    };
    const who = whoOf(args, args.body.user.id, args.body.user.team_id);
    return guarded(id, args, (ack) => listener({ ...args, ack, who }), tell);
  });
}

/** A submitted modal. What the listener returns is the answer: nothing closes it, `{ response_action: 'update', view }` goes on. */
export function onView(
  app: App,
  id: string,
  listener: (args: Submission) => Promise<ViewResponseAction | undefined> | Promise<void>,
): void {
  const by = listenersOf<SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs>(app, 'view', (find) => {
    app.view<ViewSubmitAction>({ type: 'view_submission' }, async (args) => find(args.view.callback_id)?.(args));
  });
  by.set(id, (args) => {
    const tell: Tell = (sentence, error, acked) =>
      acked
        ? args.client.chat.postMessage({ channel: args.body.user.id, ...message(sentence) })
        : args.ack(answerTo(args.view, sentence, error));
    const who = whoOf(args, args.body.user.id, args.body.user.team_id);
    return guarded(id, args, (ack) => listener({ ...args, ack, who }), tell);
  });
}

/** A modal that was closed, of those that ask to be told. Nobody waits for an answer, so what goes wrong is only logged. */
export function onClosed(app: App, id: string, listener: (args: Closed) => Promise<void>): void {
  app.view<ViewClosedAction>({ type: 'view_closed', callback_id: id }, (args) => {
    const who = whoOf(args, args.body.user.id, args.body.user.team_id);
    return guarded(
      id,
      args,
      () => listener({ ...args, who }),
      async () => args.ack(),
    );
  });
}

/** An event has nobody to tell. A fault goes on to the receiver, whose answer makes Slack send the event again. */
export function onEvent<E extends string>(
  app: App,
  name: E,
  listener: (args: SlackEventMiddlewareArgs<E> & AllMiddlewareArgs) => Promise<void>,
): void {
  app.event(name, async (args) => {
    try {
      await listener(args);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      args.logger.info({ on: name, refusal: error.code });
    }
  });
}

async function guarded<R extends Raw>(
  on: string,
  args: R,
  listen: (ack: R['ack']) => Promise<unknown>,
  tell: Tell,
): Promise<void> {
  let acked = false;
  const ack = (async (content?: never) => {
    acked = true;
    await args.ack(content as never);
  }) as R['ack'];
  try {
    const content = await listen(ack);
    if (!acked) await ack(content as never);
  } catch (error) {
    await tell(sentenceOf(on, error, args), error, acked).catch((err: unknown) => {
      args.logger.error({ err, on }, 'a refusal could not be shown');
    });
  }
}

function sentenceOf(on: string, error: unknown, { logger, context }: AllMiddlewareArgs): string {
  if (error instanceof Refusal) {
    logger.info({ on, team: context.teamId, refusal: error.code });
    return error.sentence;
  }
  const reference = newReference();
  logger.error({ err: error, on, team: context.teamId, reference }, 'fault in a Slack listener');
  return apology(reference);
}

function message(sentence: string) {
  return { text: summary(sentence), blocks: [section(sentence)] };
}

function privately(sentence: string) {
  return { response_type: 'ephemeral' as const, replace_original: false, ...message(sentence) };
}

/** A message answers beside itself; a modal or the home tab has no place for it, so a small modal comes on top. */
async function tellPresser(
  args: SlackActionMiddlewareArgs<BlockAction> & AllMiddlewareArgs,
  sentence: string,
): Promise<void> {
  const { body, client } = args;
  if (body.response_url) return void (await args.respond(privately(sentence)));
  await openModal(client, body, notice('Retainer', sentence));
}

/** Beside the field it is about, else beside the first, so that nothing typed is lost; a view without fields gives way. */
function answerTo(view: ViewOutput, sentence: string, error: unknown): ViewResponseAction {
  const first = inputsOf(view)[0]?.block_id;
  if (!first) return { response_action: 'update', view: notice(view.title.text, sentence) };
  const wrong = error instanceof FormRefusal ? error.errors : { [fieldOf(error)]: sentence };
  const errors = Object.entries(wrong).map(([field, words]) => [blockOf(view, field) ?? first, words]);
  return { response_action: 'errors', errors: Object.fromEntries(errors) };
}

function fieldOf(error: unknown): string {
  return error instanceof Refusal ? (error.field ?? '') : '';
}

function whoOf({ context }: Pick<AllMiddlewareArgs, 'context'>, userId: string, userTeamId: string | undefined): Who {
  return { teamId: context.teamId ?? '', userId, userTeamId };
}

function chosenIn(action: BlockAction['actions'][number]): string {
  if (action.type === 'button') return action.value ?? '';
  if (action.type === 'static_select' || action.type === 'radio_buttons' || action.type === 'overflow') {
    return action.selected_option?.value ?? '';
  }
  return '';
}
