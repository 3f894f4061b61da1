import path from 'node:path';
import { AppChild } from './app-child.ts';
import type { ClockFile } from './clock-file.ts';
import { appEnvironment } from './environment.ts';
import { readGauges } from './metrics.ts';
import { fillProfile, installApp } from './onboard.ts';
import type { Stage, StepOfTime, SwitchName } from './page/stage.ts';
import { passTime } from './pass-time.ts';
import type { SeededTeam } from './slack/seed.ts';
import type { Vendors } from './vendors.ts';

const BUILT = ['--enable-source-maps', 'dist/main.js'];
const DAY = 86_400_000;
/** How long a bank debit is on its way on the page; a bank's few working days. */
const DEBIT = 3 * DAY;
/** How often the page asks the app what is due next, in milliseconds. */
const LOOK = 1000;

export interface RunOptions {
  /** The repository's root, where `dist/main.js` is. */
  root: string;
  /** Node's arguments that start the app; the built bundle when unset. */
  command?: readonly string[];
  dataDir: string;
  clock: ClockFile;
  appPort: number;
  /** Makes an empty database and tells its address; without it the app starts a PostgreSQL of its own. */
  newDatabase?(): Promise<string>;
  /** Says what is under way, one line each. */
  tell(line: string): void;
}

/** The running sandbox: vendors, the app child, two workspaces, and everything the page can switch. */
export class Run implements Stage {
  readonly vendors: Omit<Vendors, 'stop'>;
  readonly #options: RunOptions;
  readonly #child: AppChild;
  readonly #listeners = new Set<() => void>();
  readonly #switches: Record<SwitchName, boolean> = { payments: true, model: false };
  readonly #look: NodeJS.Timeout;
  #teams: SeededTeam[] = [];
  #databaseUrl: string | undefined;
  /** When each bank debit was first seen under way, on the page's clock. */
  readonly #debits = new Map<string, number>();
  #nextDue: Date | undefined;
  #moving: { until: Date } | undefined;
  #busy: Promise<void> = Promise.resolve();

  constructor(vendors: Omit<Vendors, 'stop'>, options: RunOptions) {
    this.vendors = vendors;
    this.#options = options;
    this.#child = new AppChild(options.root, options.command ?? BUILT, path.join(options.dataDir, 'app.log'), () =>
      this.#changed(),
    );
    vendors.connect(this.#appUrl);
    vendors.slack.onChange(() => this.#changed());
    vendors.ledger.onChange(() => this.#changed());
    this.#look = setInterval(() => void this.#readGauges(), LOOK);
    this.#look.unref();
  }

  get #appUrl(): string {
    return `http://localhost:${this.#options.appPort}`;
  }

  teams = () => this.#teams;
  app = () => this.#child.status;
  now = () => this.#options.clock.now();
  nextDue = () => this.#nextDue;
  moving = () => this.#moving;
  switches = () => ({ ...this.#switches });

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The first start: the app, both workspaces, the profile. */
  async open(): Promise<void> {
    const { tell } = this.#options;
    this.#newTeams();
    tell('Starting the app…');
    this.#databaseUrl = await this.#options.newDatabase?.();
    await this.#child.start(this.#environment());
    tell('Installing the app in two workspaces, by its own install page…');
    await this.#onboard();
  }

  async stop(): Promise<void> {
    clearInterval(this.#look);
    await this.#child.stop();
  }

  /** A new pair of workspaces, an empty database and mailbox, the clock at real time. */
  startOver(): Promise<void> {
    return this.#alone(async () => {
      await this.#child.stop();
      for (const team of this.#teams) this.vendors.slack.removeTeam(team.id);
      this.vendors.mailbox.clear();
      this.#options.clock.set(0);
      this.#newTeams();
      this.#databaseUrl = await this.#options.newDatabase?.();
      await this.#child.start(this.#environment());
      await this.#onboard();
    });
  }

  turn(name: SwitchName, on: boolean): Promise<void> {
    return this.#alone(async () => {
      this.#switches[name] = on;
      if (name === 'model') {
        this.vendors.model.asPerson(on);
        // As fast as models speak, so that progress can be seen.
        this.vendors.model.pace(on ? 60 : 0);
      }
      await this.#child.restart(this.#environment());
    });
  }

  pass(step: StepOfTime): Promise<void> {
    return this.#alone(async () => {
      await this.#readGauges();
      const until = this.#target(step);
      if (!until) throw new Error('Nothing is planned, so there is no next event.');
      this.#moving = { until };
      const { clock } = this.#options;
      try {
        await passTime({ clock, appUrl: this.#appUrl, onStep: () => this.#stepped() }, until);
      } finally {
        this.#moving = undefined;
        await this.#readGauges();
        this.#changed();
      }
    });
  }

  /** When each bank debit under way arrives, on the page's clock, which the payments server does not follow. */
  #debitEnds(): { sessionId: string; at: number }[] {
    return this.vendors.stripe.debitsUnderWay().map((sessionId) => {
      const sentAt = this.#debits.get(sessionId) ?? this.now().getTime();
      this.#debits.set(sessionId, sentAt);
      return { sessionId, at: sentAt + DEBIT };
    });
  }

  #stepped(): void {
    for (const { sessionId, at } of this.#debitEnds())
      if (at <= this.now().getTime()) this.vendors.stripe.settleDebit(sessionId);
    this.#changed();
  }

  #target(step: StepOfTime): Date | undefined {
    if (step !== 'next') return new Date(this.now().getTime() + (step === 'day' ? DAY : 7 * DAY));
    // A second later, so that what is due then is due.
    return this.#nextDue && new Date(Math.max(this.#nextDue.getTime() + 1000, this.now().getTime()));
  }

  /** One thing at a time: time does not pass while the app restarts. */
  #alone(what: () => Promise<void>): Promise<void> {
    const done = this.#busy.then(what);
    this.#busy = done.catch(() => undefined);
    return done;
  }

  #newTeams(): void {
    const { slack, ledger } = this.vendors;
    this.#teams = [
      slack.addTeam({ name: 'Studio Berg', installed: false }),
      slack.addTeam({ name: 'New workspace', installed: false }),
    ];
    ledger.clear();
  }

  async #onboard(): Promise<void> {
    for (const team of this.#teams) await installApp(this.vendors.slack, team);
    const [studio] = this.#teams;
    if (studio) await fillProfile(studio);
    this.#changed();
  }

  #environment(): Record<string, string> {
    return appEnvironment(this.vendors, {
      appPort: this.#options.appPort,
      dataDir: this.#options.dataDir,
      clockFile: this.#options.clock.path,
      databaseUrl: this.#databaseUrl,
      team: this.#teams[0]?.id ?? '',
      ...this.#switches,
    });
  }

  async #readGauges(): Promise<void> {
    if (this.#child.status.state !== 'up') return;
    const app = (await readGauges(this.#appUrl))?.nextDue;
    const times = [...this.#debitEnds().map(({ at }) => at), ...(app ? [app.getTime()] : [])];
    const next = times.length > 0 ? new Date(Math.min(...times)) : undefined;
    if (next?.getTime() === this.#nextDue?.getTime()) return;
    this.#nextDue = next;
    this.#changed();
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }
}
