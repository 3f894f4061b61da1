/** Small parts for checking JSON the way Slack does: each finding is a sentence and a JSON pointer. */

export interface Findings {
  say(at: string, sentence: string): void;
}

export type Check = (value: unknown, at: string, findings: Findings) => void;

export type Fields = Record<string, Check>;

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Collects findings in Slack's wording: `must be less than 151 characters [json-pointer:/blocks/0/text/text]`. */
export function collect(check: (findings: Findings) => void): string[] {
  const found: string[] = [];
  check({ say: (at, sentence) => found.push(`${sentence} [json-pointer:${at || '/'}]`) });
  return found;
}

export const text =
  (max: number, min = 1): Check =>
  (value, at, findings) => {
    if (typeof value !== 'string') findings.say(at, 'must be a string');
    else if (value.length < min) findings.say(at, `must be more than ${min - 1} characters`);
    else if (value.length > max) findings.say(at, `must be less than ${max + 1} characters`);
  };

export const matching =
  (pattern: RegExp, sentence: string): Check =>
  (value, at, findings) => {
    if (typeof value !== 'string' || !pattern.test(value)) findings.say(at, sentence);
  };

export const webAddress: Check = (value, at, findings) => {
  text(3000)(value, at, findings);
  if (typeof value === 'string' && !/^(https?|slack|mailto):/i.test(value)) findings.say(at, 'Invalid URL');
};

export const flag: Check = (value, at, findings) => {
  if (typeof value !== 'boolean') findings.say(at, 'must be a boolean');
};

export const integer =
  (min: number, max: number): Check =>
  (value, at, findings) => {
    if (typeof value !== 'number' || !Number.isInteger(value)) findings.say(at, 'must be an integer');
    else if (value < min || value > max) findings.say(at, `must be between ${min} and ${max}`);
  };

export const among =
  (...allowed: string[]): Check =>
  (value, at, findings) => {
    if (typeof value !== 'string' || !allowed.includes(value)) {
      findings.say(at, `failed to match any of the allowed values: ${allowed.join(', ')}`);
    }
  };

export const list =
  (min: number, max: number, item: Check): Check =>
  (value, at, findings) => {
    if (!Array.isArray(value)) return findings.say(at, 'must be an array');
    if (value.length < min) findings.say(at, `no fewer than ${min} items allowed`);
    if (value.length > max) findings.say(at, `no more than ${max} items allowed`);
    value.forEach((each, index) => {
      item(each, `${at}/${index}`, findings);
    });
  };

/** An object with exactly these fields: an unknown one is as wrong as a missing one. */
export const object =
  (required: Fields, optional: Fields = {}): Check =>
  (value, at, findings) => {
    if (!isRecord(value)) return findings.say(at, 'must be an object');
    for (const [name, check] of Object.entries(required)) {
      if (value[name] === undefined || value[name] === null) findings.say(at, `missing required field: ${name}`);
      else check(value[name], `${at}/${name}`, findings);
    }
    for (const [name, check] of Object.entries(optional)) {
      if (value[name] !== undefined && value[name] !== null) check(value[name], `${at}/${name}`, findings);
    }
    for (const name of Object.keys(value)) {
      if (!(name in required) && !(name in optional)) findings.say(at, `invalid additional property: ${name}`);
    }
  };

/** Chooses the check by the object's `type`. */
export const byType =
  (checks: Record<string, Check>, what = 'type'): Check =>
  (value, at, findings) => {
    if (!isRecord(value)) return findings.say(at, 'must be an object');
    const check = typeof value.type === 'string' && Object.hasOwn(checks, value.type) ? checks[value.type] : undefined;
    if (!check) findings.say(`${at}/type`, `unsupported ${what}: ${String(value.type)}`);
    else check(value, at, findings);
  };

export const both =
  (...checks: Check[]): Check =>
  (value, at, findings) => {
    for (const check of checks) check(value, at, findings);
  };

/** At least one of these fields. */
export const anyOf =
  (...names: string[]): Check =>
  (value, at, findings) => {
    if (isRecord(value) && !names.some((name) => value[name] !== undefined && value[name] !== null)) {
      findings.say(at, `must define one of: ${names.join(', ')}`);
    }
  };

/** Not two of these fields together. */
export const atMostOne =
  (...names: string[]): Check =>
  (value, at, findings) => {
    if (isRecord(value) && names.filter((name) => value[name] !== undefined && value[name] !== null).length > 1) {
      findings.say(at, `must define only one of: ${names.join(', ')}`);
    }
  };
