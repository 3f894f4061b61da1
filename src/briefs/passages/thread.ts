import type { TermName } from '../../contracts/terms.ts';
import { withoutMachines } from './machine.ts';
import { type Note, type Span, spanOf } from './text.ts';

const HEADER =
  /^(?:sent|gesendet|envoyé|enviado) ?:.*$|(?<=^(?:from|to|cc|subject|von|an|betreff|de|à|objet|para|asunto) ?:.*\n)(?:date|datum|fecha) ?:.*$|^(?:date|datum|fecha) ?:.*$(?=\n(?:from|to|cc|subject|von|an|betreff|de|à|objet|para|asunto) ?:)|^(?:date|datum|fecha) ?:(?=.{0,40}\d:\d\d).*$(?=\n\n)/gim;

/** A telephone number is no amount. */
const PHONE =
  /\+\d[\d ()/-]{7,18}\d|\(\d{2,5}\) ?\d{2,5}(?:[ -]\d{2,6}){1,4}|\b(?:tel|phone|mobile|mobil|fon|telefon|teléfono|tél|móvil|cell|fax)\b\.?:? ?[\d (+][\d ()/-]{5,18}\d/giu;
export const phonesIn = (text: string): Span[] => [...text.matchAll(PHONE)].map(spanOf);

/** The lines of a mail's header that say when it was sent: no day and no time of the work. */
export const headersIn = (text: string): Span[] => [...text.matchAll(HEADER)].map(spanOf);

const STRANGER = /^(?:\[[\d: ]{3,8}\] ?)?(?:unknown|unbekannt|inconnu|desconocid)[^:\n]{0,30}: .*$/gim;

/** What someone whom nobody knows may have tried to change, by the words they use. */
const TOUCHED: readonly (readonly [TermName, RegExp])[] = [
  ['fee', /[€$£]|\b(?:eur|usd|gbp|price|fee|preis|prix|precio|montant|importe|honorar)\b/i],
  ['deposit', /\b(?:deposit|anzahlung|acompte|anticipo)\b/i],
  ['netDays', /\b\d{1,3} (?:days|tagen?|jours|días)\b/i],
  ['governingLaw', /\b(?:law|recht|droit|ley)\b/i],
  ['clientCompany', /\b(?:client|kunde|cliente|auftraggeber)\b/i],
];

/** A thread without the lines of strangers; what they touch is asked, since nobody can know whether it was agreed. */
function withoutStrangers(text: string): { said: string; strangers: Note[] } {
  const lines = [...text.matchAll(STRANGER)].map(([line]) => line);
  if (lines.length === 0) return { said: text, strangers: [] };
  const words = lines.join('\n');
  const strangers = TOUCHED.filter(([, pattern]) => pattern.test(words)).map(([field]) => ({
    code: 'brief.stranger' as const,
    field,
    sentence: 'Someone who is not named says otherwise in the thread.',
  }));
  return { said: text.replace(STRANGER, '').trim(), strangers };
}

/** What a message says: without what strangers say, what is said to a machine, and what takes back all above it. */
export function saidIn(message: string): { said: string; notes: Note[]; revised: string[] } {
  const { said, strangers } = withoutStrangers(message);
  const { said: kept, notes, revised } = withoutMachines(said);
  return { said: kept, notes: [...strangers, ...notes], revised };
}
