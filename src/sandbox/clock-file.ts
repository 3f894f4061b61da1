import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Business time of the whole sandbox: real time plus what the file says, in milliseconds. */
export class ClockFile {
  readonly path: string;
  #shift = 0;

  constructor(file: string) {
    this.path = path.resolve(file);
    mkdirSync(path.dirname(this.path), { recursive: true });
    this.set(0);
  }

  now(): Date {
    return new Date(Date.now() + this.#shift);
  }

  set(shift: number): void {
    this.#shift = Math.round(shift);
    // Renamed into place, so that a reader never sees half a number.
    writeFileSync(`${this.path}.new`, String(this.#shift));
    renameSync(`${this.path}.new`, this.path);
  }

  moveTo(moment: Date): void {
    this.set(moment.getTime() - Date.now());
  }
}
