import { ended, NAME, tidy, withoutWork } from './firms.ts';
import { COMPANY_WORDS, LEGAL_FORMS } from './names.ts';

export const isNamedCompany = (name: string) => LEGAL_FORMS.test(name) || wordsOf(name).some(isNamedWord);
export const wordsOf = (name: string) => name.toLowerCase().replace(/[.’']/g, '').split(/\s+/);
/** German names of firms and bodies are often one long word. */
const COMPOUND =
  /.{3}(?:laden|werke|verlag|technik|betrieb|studio|genossenschaft|praxis|kasse|verein|schule|kammer|verband|markt|zentrum|gesellschaft|stiftung|brauerei|bäckerei|apotheke|kanzlei)$/;

export const isNamedWord = (word: string) => COMPANY_WORDS.has(word) || COMPOUND.test(word);

/** Below a mail, under the name of who signs: "Marcus Ellery | Curriculum Lead", "Sunfield School District". */
export function signedFor(text: string, person: string): string | undefined {
  const lines = text.split('\n').map((line) => line.trim());
  const at = lines.findLastIndex(
    (line) => line === person || (line.startsWith(person) && /^ ?[|,–-]/.test(line.slice(person.length))),
  );
  const name = new RegExp(`^${NAME}$`, 'u');
  return at < 1
    ? undefined
    : lines
        .slice(at + 1, at + 3)
        .find((line) => name.test(line) && wordsOf(line).some((word) => COMPANY_WORDS.has(word)));
}

const BODY = new RegExp(
  `\\b(?:bei|beim|für|an|at|for|with|of|chez|pour|en|para|by)(?: (?:der|dem|die|das|den|the|la|le|les|el|los|las))? (?<a>${NAME})`,
  'gu',
);

const ALONE = new RegExp(`(?<=[,;\\n] ?|^)(${NAME})(?=[,;\\n])`, 'gu');

/** The one institution of a brief that names no client otherwise: "Vortrag bei der IHK Mittelrhein". */
export function bodyIn(rest: string): string | undefined {
  const names = [...rest.matchAll(BODY)].map((match) => withoutWork(tidy(ended(match.groups?.a ?? ''))));
  const bodies = new Set(names.filter((name) => name.includes(' ') && COMPANY_WORDS.has(wordsOf(name)[0] ?? '')));
  for (const [, name = ''] of rest.matchAll(ALONE))
    if (name.includes(' ') && COMPANY_WORDS.has(wordsOf(name)[0] ?? '')) bodies.add(tidy(name));
  const [one] = bodies;
  return bodies.size === 1 ? one : undefined;
}
