/**
 * The domain says no. `sentence` is shown to the person as it stands, so it says what to do next; `field` is the form
 * field (a Slack action id or a page's field name) the sentence belongs to. Anything else thrown is a fault.
 */
export class Refusal extends Error {
  readonly code: string;
  readonly sentence: string;
  readonly field: string | undefined;

  constructor(code: `${string}.${string}`, sentence: string, field?: string) {
    super(`${code}: ${sentence}`);
    this.name = 'Refusal';
    this.code = code;
    this.sentence = sentence;
    this.field = field;
  }
}

/** Several fields are wrong at once; the sentences are shown beside their fields. */
export class FormRefusal extends Refusal {
  readonly errors: Readonly<Record<string, string>>;

  constructor(errors: Readonly<Record<string, string>>) {
    const [field, sentence] = Object.entries(errors)[0] ?? ['', 'Please look at the form again.'];
    super('form.refused', sentence, field);
    this.errors = errors;
  }
}

/** What another workspace's row and a missing row both answer, so that neither can be told from the other. */
export function notFound(what: string): Refusal {
  return new Refusal(`${what}.not-found`, `That ${what} is not here. It may have been removed, or the link is old.`);
}

/** What a reading answers, or undefined where it is refused. */
export function unlessRefused<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
