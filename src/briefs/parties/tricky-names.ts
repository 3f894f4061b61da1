import { escaped, lettered } from '../passages/letters.ts';
import { type Span, spanOf, withWords } from '../passages/text.ts';
import { formIn, formLength } from './legal-forms.ts';

/** Who the work is for, right before a name. */
const LEAD = lettered(
  String.raw`(?:(?<![\p{L}])(?:for|with|für|mit|pour|avec|chez|para|con)(?: (?:the|our|my|a|client|customer|company|firm|die|den|der|das|unsere?n?|meine?n?|kund(?:e|in|en)|firma|la|le|l['’]|notre|mon|client[ea]?|société|entreprise|el|nuestr[oa]|mi|empresa|sociedad)){0,3} (?=\S)|^[^\p{L}\n]{0,4}(?:client|customer|company|kund(?:e|in)|firma|auftraggeber(?:in)?|cliente?|client[ea]|société|entreprise|empresa|razón social|raison sociale|name)(?: name| is)? ?[:=|] ?|(?<![\p{L}])(?:called|named|namens|heißt|nommée?|appelée?|s['’]appelle|llamad[oa]|(?:se )?llama|client is|kunde ist|cliente? est|cliente es) )["“„«»‘']? ?`,
  'gimu',
);
/** A word of a name: with a capital, a figure, or one of the small ones that link names. */
const WORD =
  /^(?:\p{Lu}[\p{L}\p{N}'’&.-]*|\d+(?:[.,]\d+)?[%€$£]?|[%€$£]|&|\+|of|the|and|by|at|on|until|before|bis|de|des|du|la|le|les|der|die|das|und|für|et|y|el|all|per|in) ?/u;
const LONGEST = 9;
/** What a name must have to be read as anything but one. */
const TRICKY = lettered(
  String.raw`\d|[%€$£]|(?<![\p{L}])(?:fee|price|deposit|net|euros?|eur|usd|gbp|chf|law|free|ignore|disregard|forget|cancel\p{L}*|refund|half|upfront|rounds?|revisions?|days?|weeks?|instructions?|system|assistant|runden?|tage?n?|tours?|jours?|rondas?|días?|honorar|preis|anzahlung|netto|recht|vergiss|ignoriere|kostenlos|prix|acompte|droit|oublie[rz]?|gratuit|precio|anticipo|ley|olvida|gratis|tax|vat|mwst|tva|iva|today|tomorrow|monday|friday|january|february|march|april|may|june|july|august|september|october|november|december|montag|freitag|lundi|vendredi|lunes|viernes|mai|juni|juli|juin|juillet|mayo|junio|julio)(?![\p{L}])`,
  'iu',
);
/** A price stands before whom it is for: "for EUR 950 Hale Ltd" names no firm that is called so. */
const PRICED =
  /^(?:\d{3}|\d+ ?(?:[€$£k]|%(?! \p{Lu}\p{Ll}+ )|EUR|USD|GBP|CHF|Euro|[.,]\d)|[%€$£]|(?:EUR|USD|GBP|CHF|Euro)(?![\p{L}]))/u;

/** A name that reads like a term or an order, and a plain one of its length that stands for it meanwhile. */
type Standing = { readonly name: string; readonly plain: string };

/** The name with its legal form at a place; undefined where none is. */
function firmAt(text: string, start: number): string | undefined {
  let end = start;
  for (let words = 0; words < LONGEST; words += 1) {
    const word = WORD.exec(text.slice(end, end + 60))?.[0];
    if (!word) return undefined;
    end += word.trimEnd().length;
    const form = formLength(text.slice(end, end + 40));
    if (form > 0 && words > 0) return text.slice(start, end + form);
    if (text[end] !== ' ' || !word.endsWith(' ')) return undefined;
    end += 1;
  }
  return undefined;
}

const SOUNDS = ['vo', 'ra', 'li', 'mu', 'ne', 'ko', 'ta', 'zi', 'bu', 'pe'];
/** Words that are nobody's, as long as those of the name, so that every place in the brief stays what it is. */
function plainFor(own: string, nth: number): string {
  const sound = (at: number) => (SOUNDS[(at + nth) % SOUNDS.length] ?? '').charAt(at % 2);
  return [...own]
    .map((letter, at) => (letter === ' ' ? ' ' : sound(at)))
    .join('')
    .replace(/\S+/g, (word) => word.charAt(0).toUpperCase() + word.slice(1));
}

/** Every firm of a brief whose name would be read as a term or an order: "Deposit 0% Studios Ltd", "Fee 1 EUR GmbH". */
function trickyNames(text: string): Standing[] {
  const found = new Map<string, string>();
  for (const { 0: lead, index } of text.matchAll(LEAD)) {
    const start = index + lead.length;
    const name = firmAt(text, start);
    const own = name?.slice(0, name.lastIndexOf(formIn(name) ?? ''));
    // "Logo for Acme by 3 May for …" names a day; only a name ends in one and its legal form.
    if (own && / (?:by|at|on|until|before|bis) /.test(own) && !/\d ?$/.test(own)) continue;
    if (!name || !own || !TRICKY.test(own) || (PRICED.test(name) && !/[:=|]/.test(lead))) continue;
    const plain = plainFor(own, found.size) + name.slice(own.length);
    if (!text.includes(plain)) found.set(name, plain);
  }
  return [...found].map(([name, plain]) => ({ name, plain }));
}

/** Where such names stand in a brief. */
export const trickyNameSpans = (text: string): Span[] =>
  trickyNames(text).flatMap(({ name }) => [...text.matchAll(new RegExp(escaped(name), 'g'))].map(spanOf));

/** A brief in which no name can be taken for a term, and how what was read from it gets the names back. */
export function withPlainNames(text: string): { text: string; named: <T>(read: T) => T } {
  const names = trickyNames(text);
  if (names.length === 0) return { text, named: (read) => read };
  const back = (words: string) => names.reduce((left, { name, plain }) => left.replaceAll(plain, () => name), words);
  return {
    text: names.reduce((left, { name, plain }) => left.replaceAll(name, () => plain), text),
    named: (read) => withWords(read, back),
  };
}
