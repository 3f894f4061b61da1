import { type Answer, answeredWell, type DeliveryOptions } from './deliver.ts';
import { nextTs } from './ids.ts';
import { acceptCommand, type Sent, type SubmitOptions, submitView } from './outcome.ts';
import { messageActions, messageShortcut, slashCommand, typedText, viewActions, viewClosed } from './payloads.ts';
import { addMessage, withBlockIds } from './post.ts';
import type { Block, SandboxMessage, SandboxUser, SandboxView, StateValues } from './shapes.ts';
import { actionIds, findElement, merge, overflowChoice, stateOf, valueFor } from './state.ts';
import type { SandboxTeam } from './team.ts';
import { viewOnWire } from './wire.ts';

export type Target = SandboxMessage | SandboxView | 'home';

export interface PressOptions extends DeliveryOptions {
  blockId?: string;
  /** Presses what the given snapshot showed, although the message may have changed since. */
  stale?: boolean;
}

/** Somebody at the keyboard: what they have open, what only they see, and what they do. */
export class SandboxPerson {
  readonly team: SandboxTeam;
  readonly user: SandboxUser;
  /** Ids of the open modals, bottom first. */
  stack: string[] = [];
  /** What the client itself says: a failed command, a button that got no answer. */
  readonly notices: { channel: string; text: string; ts: string; at: number }[] = [];
  readonly #messageState = new Map<string, StateValues>();

  constructor(team: SandboxTeam, user: SandboxUser) {
    this.team = team;
    this.user = user;
  }

  get id(): string {
    return this.user.id;
  }

  /** The open modals, bottom first. */
  get openViews(): SandboxView[] {
    return this.stack.map((id) => this.team.views.get(id)).filter((view) => view !== undefined);
  }

  /** The modal on top, if any. */
  get openView(): SandboxView | undefined {
    return this.openViews.at(-1);
  }

  /** Messages only this person sees, oldest first. */
  get ephemerals(): SandboxMessage[] {
    return this.team.all.filter((message) => message.ephemeralFor === this.id);
  }

  get home(): SandboxView | undefined {
    return this.team.home(this.id);
  }

  /** Waits for a modal to open: Slack shows it when the app calls, not when it acknowledges. */
  async waitForView(callbackId?: string, ms = 5000): Promise<SandboxView> {
    const found = () =>
      this.openView && (callbackId === undefined || this.openView.callbackId === callbackId)
        ? this.openView
        : undefined;
    return await this.team.world.until(found, `the modal ${callbackId ?? ''} for ${this.user.name}`, ms);
  }

  /** Types a slash command. With no channel it is typed into the app's direct message. */
  async command(command: string, text = '', options: DeliveryOptions & { channel?: string } = {}): Promise<Answer> {
    const channel = options.channel ? this.team.channel(options.channel) : this.team.dm(this.id);
    const line = { command, text, channel: channel.id };
    const offered = this.team.world.offer?.commands.some((each) => each.command === command) ?? true;
    if (!offered || this.user.isStranger || !this.team.token) {
      this.notice(channel.id, `${command} is not a valid command.`);
      return {
        status: 0,
        body: 'not a valid command',
        ms: 0,
        timedOut: false,
        request: { body: '', contentType: '', headers: {} },
      };
    }
    const fields = slashCommand(this.team, this.user, line);
    if (options.teamId) fields.team_id = options.teamId;
    const answer = await this.team.world.deliver.form(`command ${command}`, this.team, fields, options);
    acceptCommand(this, line, answer);
    return answer;
  }

  /** Presses a button, in a message, a modal or on the App Home. */
  async press(target: Target, actionId: string, options: PressOptions = {}): Promise<Answer> {
    return await this.#act(target, actionId, undefined, options);
  }

  /** Chooses in a select, menu, date or time that answers at once. */
  async choose(target: Target, actionId: string, value: unknown, options: PressOptions = {}): Promise<Answer> {
    return await this.#act(target, actionId, value, options);
  }

  async #act(target: Target, actionId: string, input: unknown, options: PressOptions): Promise<Answer> {
    const place = this.#place(target, options.stale ?? false);
    const found = findElement(place.blocks, actionId, options.blockId);
    if (!found) throw new Error(`nothing with action_id ${actionId} there; there are: ${actionIds(place.blocks)}`);
    const { element, block } = found;
    const { deliver } = this.team.world;
    const keeps = element.type !== 'button' && element.type !== 'workflow_button';
    const act = keeps
      ? { ...found, value: element.type === 'overflow' ? overflowChoice(element, input) : valueFor(element, input) }
      : found;
    const state =
      keeps && element.type !== 'overflow' ? { [block.block_id]: { [actionId]: valueFor(element, input) } } : {};
    let answer: Answer;
    if ('hash' in place) {
      merge(place.values, state);
      answer = await deliver.payload(
        `press ${actionId}`,
        this.team,
        viewActions(this.team, this.user, place, act),
        options,
      );
      if (!answeredWell(answer)) place.trouble = 'We had some trouble connecting. Try again?';
    } else {
      const values = this.stateOfMessage(place);
      merge(values, state);
      answer = await deliver.payload(
        `press ${actionId}`,
        this.team,
        messageActions(this.team, this.user, place, act, values),
        options,
      );
      if (!answeredWell(answer))
        this.notice(place.channel, `The app did not answer (${answer.timedOut ? 'too slow' : answer.status}).`);
    }
    this.team.world.changed();
    return answer;
  }

  /** What this person has filled into a message's own inputs. */
  stateOfMessage(message: SandboxMessage): StateValues {
    const key = `${message.channel} ${message.ts}`;
    const state = stateOf(message.blocks, this.#messageState.get(key));
    this.#messageState.set(key, state);
    return state;
  }

  #place(target: Target, stale: boolean): SandboxMessage | SandboxView {
    if (target === 'home') {
      if (!this.home) throw new Error(`${this.user.name} has no App Home yet`);
      return this.home;
    }
    if (stale) return target;
    const now = 'hash' in target ? this.team.views.get(target.id) : this.team.message(target.channel, target.ts);
    if (!now) throw new Error('that message or view is gone');
    return now;
  }

  /** Fills a view's inputs, named by `action_id`; those with `dispatch_action` tell the app at once. */
  async fill(view: SandboxView, input: Record<string, unknown>, options: PressOptions = {}): Promise<void> {
    for (const [actionId, value] of Object.entries(input)) {
      const block = this.set(view, actionId, value, options.blockId);
      const atOnce = block.type === 'input' ? block.dispatch_action === true : true;
      if (atOnce) await this.choose(view, actionId, value, options);
    }
    this.team.world.changed();
  }

  /** Fills one input and tells nobody. */
  set(view: SandboxView, actionId: string, value: unknown, blockId?: string): Block {
    const found = findElement(view.blocks, actionId, blockId);
    if (!found) throw new Error(`no field ${actionId} in ${view.callbackId}; there are: ${actionIds(view.blocks)}`);
    merge(view.values, { [found.block.block_id]: { [actionId]: valueFor(found.element, value) } });
    delete view.errors[found.block.block_id];
    return found.block;
  }

  /** Presses the modal's submit button. What Slack's client would refuse is not sent, unless forced. */
  async submit(view: SandboxView | undefined = this.openView, options: SubmitOptions = {}): Promise<Sent> {
    if (!view) throw new Error(`${this.user.name} has no modal open`);
    return await submitView(this, view, options);
  }

  /** Presses Cancel, or the X with `all`. */
  async close(
    view: SandboxView | undefined = this.openView,
    options: DeliveryOptions & { all?: boolean } = {},
  ): Promise<void> {
    if (!view) return;
    const all = options.all || view.clearOnClose;
    const going = all ? this.openViews : [view];
    this.stack = this.stack.filter((id) => !going.some((each) => each.id === id));
    for (const each of going.reverse()) {
      this.team.views.delete(each.id);
      if (each.notifyOnClose) {
        await this.team.world.deliver.payload(
          'view_closed',
          this.team,
          viewClosed(this.team, this.user, each, all),
          options,
        );
      }
    }
    this.team.world.changed();
  }

  /** Uses a shortcut from a message's menu. */
  async shortcut(message: SandboxMessage, callbackId: string, options: DeliveryOptions = {}): Promise<Answer> {
    const payload = messageShortcut(this.team, this.user, message, callbackId);
    const answer = await this.team.world.deliver.payload(`shortcut ${callbackId}`, this.team, payload, options);
    if (!answeredWell(answer)) this.notice(message.channel, 'The app did not answer.');
    return answer;
  }

  /** Opens the App Home. */
  async openHome(
    tab: 'home' | 'messages' = 'home',
    options: DeliveryOptions & { eventId?: string } = {},
  ): Promise<Answer> {
    const view = this.home;
    return await this.team.world.deliver.event(
      this.team,
      {
        type: 'app_home_opened',
        user: this.id,
        channel: this.team.dm(this.id).id,
        tab,
        ...(view && tab === 'home' ? { view: viewOnWire(this.team, view) } : {}),
      },
      options,
    );
  }

  /** Writes a message; addresses in it become links, as at Slack. */
  say(channel: string, text: string, options: { threadTs?: string } = {}): SandboxMessage {
    const blocks = withBlockIds([
      { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }] },
    ]);
    return addMessage(this.team, this.team.channel(channel), {
      text: typedText(text),
      blocks,
      metadata: undefined,
      user: this.id,
      byApp: false,
      threadTs: options.threadTs,
    });
  }

  notice(channel: string, text: string): void {
    this.notices.push({ channel, text, ts: nextTs(), at: this.team.world.now().getTime() });
    this.team.world.changed();
  }
}
