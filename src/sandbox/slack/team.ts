import { slackId } from './ids.ts';
import { SandboxPerson } from './person.ts';
import { isAnswer, type SandboxChannel, type SandboxMessage, type SandboxUser, type SandboxView } from './shapes.ts';
import type { SlackWorld } from './world.ts';

export interface NewUser {
  id?: string;
  name: string;
  realName?: string;
  email?: string;
  tz?: string;
  isOwner?: boolean;
  isAdmin?: boolean;
  isRestricted?: boolean;
  /** The other organisation's team: makes this person a colleague over a shared channel. */
  strangerFrom?: string;
}

export interface NewChannel {
  id?: string;
  name: string;
  kind?: 'public' | 'private';
  members?: string[];
  /** Whether the app was invited; true when unset. */
  app?: boolean;
  isExtShared?: boolean;
}

/** One workspace: its people, channels and messages, the app's installation, and the driver tests act through. */
export class SandboxTeam {
  readonly world: SlackWorld;
  readonly id: string;
  readonly name: string;
  readonly domain: string;
  readonly users = new Map<string, SandboxUser>();
  readonly channels = new Map<string, SandboxChannel>();
  readonly all: SandboxMessage[] = [];
  readonly views = new Map<string, SandboxView>();
  readonly homes = new Map<string, SandboxView>();
  readonly botUserId = slackId('U');
  readonly botId = slackId('B');
  /** The bot token while the app is installed. */
  token: string | undefined;
  scopes: ReadonlySet<string> | 'all' = 'all';
  readonly #people = new Map<string, SandboxPerson>();

  constructor(world: SlackWorld, id: string, name: string) {
    this.world = world;
    this.id = id;
    this.name = name;
    this.domain = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
    const bot = this.addUser({ id: this.botUserId, name: 'retainer', realName: 'Retainer' });
    bot.isBot = true;
  }

  addUser(fresh: NewUser): SandboxUser {
    const user: SandboxUser = {
      id: fresh.id ?? slackId('U'),
      teamId: fresh.strangerFrom ?? this.id,
      name: fresh.name,
      realName: fresh.realName ?? fresh.name,
      email: fresh.email ?? `${fresh.name}@${this.domain}.test`,
      tz: fresh.tz ?? 'Europe/Berlin',
      isOwner: fresh.isOwner ?? false,
      isAdmin: fresh.isAdmin ?? fresh.isOwner ?? false,
      isRestricted: fresh.isRestricted ?? false,
      isStranger: fresh.strangerFrom !== undefined,
      isBot: false,
      deleted: false,
    };
    this.users.set(user.id, user);
    return user;
  }

  addChannel(fresh: NewChannel): SandboxChannel {
    const channel: SandboxChannel = {
      id: fresh.id ?? slackId('C'),
      name: fresh.name,
      kind: fresh.kind ?? 'public',
      members: new Set(fresh.members ?? []),
      isArchived: false,
      isExtShared: fresh.isExtShared ?? false,
    };
    if (fresh.app ?? true) channel.members.add(this.botUserId);
    this.channels.set(channel.id, channel);
    return channel;
  }

  /** The direct message between a person and the app, made on first use. */
  dm(userId: string): SandboxChannel {
    const known = [...this.channels.values()].find((channel) => channel.kind === 'im' && channel.user === userId);
    if (known) return known;
    const channel: SandboxChannel = {
      id: slackId('D'),
      name: 'directmessage',
      kind: 'im',
      members: new Set([userId, this.botUserId]),
      isArchived: false,
      isExtShared: false,
      user: userId,
    };
    this.channels.set(channel.id, channel);
    return channel;
  }

  /** By id, by name, or by `#name`. */
  channel(idOrName: string): SandboxChannel {
    const name = idOrName.replace(/^#/, '');
    const found =
      this.channels.get(idOrName) ??
      [...this.channels.values()].find((channel) => channel.kind !== 'im' && channel.name === name);
    if (!found) throw new Error(`no channel ${idOrName} in ${this.name}`);
    return found;
  }

  user(id: string): SandboxUser {
    const found = this.users.get(id);
    if (!found) throw new Error(`no person ${id} in ${this.name}`);
    return found;
  }

  /** The person to act as; one object per person, so that what they have open stays open. */
  as(userId: string): SandboxPerson {
    const known = this.#people.get(userId);
    if (known) return known;
    const person = new SandboxPerson(this, this.user(userId));
    this.#people.set(userId, person);
    return person;
  }

  /** What everyone in the channel sees, oldest first: no thread answers (unless broadcast), nothing ephemeral. */
  messages(channel: string): SandboxMessage[] {
    const { id } = this.channel(channel);
    return this.all.filter(
      (message) => message.channel === id && !message.ephemeralFor && (!isAnswer(message) || message.broadcast),
    );
  }

  /** The answers in a thread, oldest first, without the message it hangs on. */
  thread(channel: string, ts: string): SandboxMessage[] {
    const { id } = this.channel(channel);
    return this.all.filter(
      (message) => message.channel === id && message.threadTs === ts && message.ts !== ts && !message.ephemeralFor,
    );
  }

  /** The message as it stands now. */
  message(channel: string, ts: string): SandboxMessage | undefined {
    return this.all.find((message) => message.channel === channel && message.ts === ts);
  }

  home(userId: string): SandboxView | undefined {
    return this.homes.get(userId);
  }

  /** Removes the app: its token stops working at once and it is told so. */
  async uninstall() {
    this.token = undefined;
    const revoked = await this.world.deliver.event(this, {
      type: 'tokens_revoked',
      tokens: { oauth: [], bot: [this.botUserId] },
    });
    const uninstalled = await this.world.deliver.event(this, { type: 'app_uninstalled' });
    return [revoked, uninstalled] as const;
  }
}
