import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface AppState {
  state: 'starting' | 'up' | 'down';
  note: string;
}

/** How long a start may take (the first makes a database) and a stop, in milliseconds. */
const START = 90_000;
const STOP = 12_000;
const STARTING: AppState = { state: 'starting', note: 'The app is starting. This takes a few seconds.' };

/** The built app as a child process: started, watched, started again when it falls, stopped with us. */
export class AppChild {
  readonly #root: string;
  readonly #command: readonly string[];
  readonly #log: WriteStream;
  readonly #onChange: () => void;
  #child: ChildProcess | undefined;
  #wanted = false;
  #tail: string[] = [];
  #falls = 0;
  status: AppState = STARTING;

  constructor(root: string, command: readonly string[], logFile: string, onChange: () => void) {
    this.#root = root;
    this.#command = command;
    mkdirSync(path.dirname(logFile), { recursive: true });
    this.#log = createWriteStream(logFile, { flags: 'a' });
    this.#onChange = onChange;
  }

  /** Resolves when `/readyz` says it can serve. Throws with the app's last words when it can't start. */
  async start(environment: Record<string, string>): Promise<void> {
    this.#wanted = true;
    this.#say(STARTING);
    this.#tail = [];
    const child = spawn(process.execPath, this.#command, {
      cwd: this.#root,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => this.#heard(chunk));
    child.once('exit', (code, signal) => this.#ended(child, environment, signal ?? `exit ${code}`));
    await this.#ready(child, `http://localhost:${environment.PORT}/readyz`);
    this.#falls = 0;
    this.#say({ state: 'up', note: '' });
  }

  async stop(): Promise<void> {
    this.#wanted = false;
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), STOP);
    await gone;
    clearTimeout(late);
  }

  async restart(environment: Record<string, string>): Promise<void> {
    await this.stop();
    await this.start(environment);
  }

  async #ready(child: ChildProcess, url: string): Promise<void> {
    const end = Date.now() + START;
    for (;;) {
      const answer = await fetch(url, { signal: AbortSignal.timeout(1000) }).catch(() => undefined);
      if (answer?.ok) return;
      if (child.exitCode !== null || child.signalCode !== null)
        throw new Error(`The app did not start.\n${this.lastWords()}`);
      if (Date.now() > end)
        throw new Error(`The app is not ready after ${START / 1000} s.\n${(await answer?.text()) ?? this.lastWords()}`);
      await sleep(50);
    }
  }

  #ended(child: ChildProcess, environment: Record<string, string>, how: string): void {
    if (child !== this.#child || !this.#wanted) return;
    const wasUp = this.status.state === 'up';
    this.#say({ state: 'down', note: `The app fell (${how}) and is started again. ${this.lastWords(1)}` });
    if (!wasUp) return;
    this.#falls += 1;
    const again = setTimeout(
      () => {
        if (this.#wanted && child === this.#child)
          this.start(environment).catch((error: Error) => this.#say({ state: 'down', note: error.message }));
      },
      Math.min(500 * this.#falls, 10_000),
    );
    again.unref();
  }

  #heard(chunk: Buffer): void {
    this.#log.write(chunk);
    this.#tail = [...this.#tail, ...chunk.toString().split('\n').filter(Boolean)].slice(-12);
  }

  lastWords(lines = 12): string {
    return this.#tail.slice(-lines).join('\n');
  }

  #say(status: AppState): void {
    this.status = status;
    this.#onChange();
  }
}
