/** What stops the start: one line per problem, each saying what to set. */
export class ConfigProblem extends Error {
  readonly lines: readonly string[];

  constructor(lines: readonly string[]) {
    super(lines.join('\n'));
    this.name = 'ConfigProblem';
    this.lines = lines;
  }
}
