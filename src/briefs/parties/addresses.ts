import type { Note, Span } from '../passages/text.ts';

/** The one address of a brief; of several, and of one that is none, a note says what is asked. */
export function oneEmail(text: string, emails: readonly Span[], notes: Note[]): Span | undefined {
  const distinct = new Set(emails.map((span) => span.text.toLowerCase()));
  const field = 'clientEmail';
  if (distinct.size > 1)
    notes.push({
      code: 'brief.several-emails',
      field,
      sentence: 'The brief has more than one e-mail address; say which is the client’s.',
    });
  else if (distinct.size === 0 && /\S@\S/.test(text))
    notes.push({
      code: 'brief.email',
      field,
      sentence: 'The e-mail address in the brief is not one mail can be sent to.',
    });
  return distinct.size === 1 ? emails[0] : undefined;
}

const plain = (words: string) => words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const parts = (name: string) =>
  plain(name)
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 2);

/** How well an address fits a name: by the person before the @, by the firm behind it. */
export function fits(address: string, person: string | undefined, company: string | undefined): number {
  const [local = '', domain = ''] = plain(address).split('@');
  const label = domain
    .split('.')
    .slice(0, -1)
    .join('')
    .replace(/[^a-z0-9]/g, '');
  const called = parts(person ?? '').some((word) =>
    word.length > 3 ? local.includes(word) : local.split(/[._-]/).includes(word),
  );
  const housed = parts(company ?? '').some((word) => word.length > 3 && label.includes(word));
  return (called ? 5 : 0) + (housed ? 3 : 0);
}
