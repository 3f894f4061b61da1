import { z } from 'zod';
import { type Terms, term } from '../contracts/terms.ts';
import { oneEmail, severalParties } from './addresses.ts';
import { bodyIn, isNamedCompany, isNamedWord, signedFor, wordsOf } from './bodies.ts';
import { ended, firmAnywhere, firmSigned, NAME, speakerIn, tidy, withoutWork } from './firms.ts';
import { GIVEN_NAMES } from './given-names.ts';
import { COUNTRIES, LEGAL_FORMS, NO_CLIENTS } from './names.ts';
import { kindOf, PRIVATE, placesOf } from './places.ts';
import { masked, type Note, overlaps, type Span, spanOf } from './text.ts';

export type Party = Pick<
  Terms,
  'clientName' | 'clientCompany' | 'clientEmail' | 'clientKind' | 'clientCountry' | 'governingLaw'
>;
export type PartyReading = {
  readonly found: Party;
  readonly notes: Note[];
  readonly spans: Span[];
  readonly client: Span | undefined;
};

const EMAIL =
  /[A-Za-z0-9][A-Za-z0-9._%+'-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,4}\.[A-Za-z]{2,24}(?![A-Za-z0-9@-])/g;

const JOIN = ' at| of| from| with|,| c/o|/| \\(';
const PARTY = `(?<a>${NAME})(?:(?:${JOIN}) ?(?<b>${NAME})\\)?)?`;

/** In a mail's signature the company stands on the next line. */
const SIGNED = new RegExp(`(?<![\\p{L}\\d])${PARTY.replace(JOIN, `${JOIN}|\\n`)}$`, 'u');

type Candidate = {
  readonly a: string;
  readonly b: string | undefined;
  readonly joint: string;
  /** What the words before the name call it. */
  readonly kind?: 'person' | 'company' | undefined;
  readonly span: Span;
};

/** Where a client is named, best place first: beside the address, behind the word "client", behind "for", behind "with". */
const PLACES: readonly RegExp[] = [
  new RegExp(
    `\\b(?:[Cc]lient|[Cc]ustomer|[Cc]ontact)(?: on paper)?(?: is| ist| est| es| name| person)?(?: the| die| der| das)? ?:? (?:called )?${PARTY}`,
    'gu',
  ),
  new RegExp(
    `\\b(?:[Ff]or|[Tt]o|[Bb]y)(?: (?:my|our|the|a|la|le|les|el|los|las|der|die|das|den|dem|einen?|einer|une?)\\b| l['’](?=\\p{L}))?(?: ?(?:client|customer|company|startup|start-up|agency|firm|couple|band|author|artist|société|entreprise|association|agence|empresa|asociación|agencia|Firma|person|family))?(?: (?:called|named))? ?(?<= |['’])${PARTY}`,
    'gu',
  ),
  new RegExp(
    `(?:^|[\\n.!?] ?)${PARTY} (?:needs?|wants?|would like|asked for|has asked for|ordered|is looking for|hired)\\b`,
    'gu',
  ),
  new RegExp(`\\b(?:[Ww]ith|[Oo]f) ${PARTY}`, 'gu'),
];

/** Who the client is, with what the brief says of their address, kind, country and of the law that applies. */
export function readPlaced(text: string, taken: readonly Span[]): PartyReading {
  const notes: Note[] = [];
  const greeted = greetingsIn(text);
  const emails = [...text.matchAll(EMAIL)]
    .map(spanOf)
    .filter((span) => z.email().safeParse(span.text).success && !greeted.some((each) => overlaps(each, span)));
  const email = oneEmail(text, emails, notes);
  const rest = masked(text, [...taken, ...emails, ...greeted]);
  if (severalParties(text, emails, (one) => besideEmail(text, rest, one)?.a, notes))
    return { found: { ...kindOf(text, {}, notes), ...placesOf(text) }, notes, spans: emails, client: undefined };
  const client = clientIn(text, rest, email, emails);
  const found: Party = client ? namesOf(client, email?.text, text) : {};
  const firm = client && !found.clientCompany ? companyIn(rest, client, email?.text) : undefined;
  if (firm) found.clientCompany = term(firm.a, 'brief', firm.a);
  const signed = firmSigned(text, found.clientName?.value);
  if (!found.clientCompany && signed) found.clientCompany = term(signed, 'brief', signed);
  const only = firmAnywhere(rest);
  if (only) settleFirm(found, only, email?.text);
  const body = found.clientCompany
    ? undefined
    : found.clientName
      ? signedFor(text, found.clientName.value)
      : bodyIn(rest);
  if (body) found.clientCompany = term(body, 'brief', body);
  const speaker = speakerIn(text);
  if (!found.clientName && speaker && speaker !== found.clientCompany?.value)
    found.clientName = term(speaker, 'brief', speaker);
  if (email) found.clientEmail = term(email.text, 'brief', email.text);
  return {
    found: { ...found, ...kindOf(text, found, notes), ...placesOf(text) },
    notes,
    spans: emails,
    client: earliest(client, firm),
  };
}

/** Who is greeted in a mail, and the head's "To", is the freelancer. */
const GREETED =
  /^(?:hi|hiya|hello|hey|dear|hallo|lieber?|guten (?:tag|morgen)|sehr geehrter?|moin|servus|grüezi|bonjour|cher|chère|salut|coucou|hola|estimad[oa]|querid[oa]|buen[oa]s(?: días| tardes)?|ciao)\b[^\n,!:]{0,40}[,!:\n]|^(?:to|cc|an|à|para) ?: [^\n]{0,120}/gimu;
const greetingsIn = (text: string): Span[] => [...text.matchAll(GREETED)].map(spanOf);

/** The one firm of the brief: the client, or whom a person named beside it signs for. */
function settleFirm(found: Party, only: string, email: string | undefined): void {
  const { clientCompany, clientName } = found;
  const inside = (part: string) => only.toLowerCase().includes(part.toLowerCase());
  if (clientName && inside(clientName.value)) delete found.clientName;
  if (!clientCompany || inside(clientCompany.value)) found.clientCompany = term(only, 'brief', only);
  else if (!LEGAL_FORMS.test(clientCompany.value) && !isCompany(clientCompany.value, email))
    found.clientCompany = term(only, 'brief', only);
}

function earliest(a: Candidate | undefined, b: Candidate | undefined): Span | undefined {
  return a && b && b.span.start < a.span.start ? b.span : a?.span;
}

/** The company of a person named beside the address: "Website for Acme, contact Dana Reyes <dana@...>". */
function companyIn(rest: string, person: Candidate, email: string | undefined): Candidate | undefined {
  for (const place of PLACES.slice(0, 3)) {
    for (const match of rest.matchAll(place)) {
      const other = candidateOf(match, match.index + match[0].indexOf(match.groups?.a ?? ''));
      if (other && !other.b && !overlaps(other.span, person.span) && isCompany(other.a, email)) return other;
    }
  }
  return undefined;
}

function clientIn(text: string, rest: string, email: Span | undefined, emails: readonly Span[]): Candidate | undefined {
  const beside = email ?? emails[0];
  if (email && beside) {
    const named = besideEmail(text, rest, beside);
    if (named) return named;
  }
  for (const place of PLACES) {
    for (const match of rest.matchAll(place)) {
      const candidate = candidateOf(match, match.index + match[0].indexOf(match.groups?.a ?? ''));
      if (candidate) return candidate;
    }
  }
  return undefined;
}

/** `Acme (dana@acme.test)`, `Dana Reyes <dana@...>`, `Dana Reyes, dana@...`; beside an address small letters do too. */
function besideEmail(text: string, rest: string, email: Span): Candidate | undefined {
  const from = Math.max(0, email.start - 140);
  const window = rest.slice(from, email.start);
  const behind = /(?: ?[(<[,:–\n-] ?| at | )(?:e-?mail:? |mail:? )?$/u.exec(window);
  const head = behind ? window.slice(0, behind.index) : window;
  const match = SIGNED.exec(head.replace(/[ ,]+$/, ''));
  if (match) {
    const candidate = candidateOf(match, from + match.index);
    if (candidate) return candidate;
  }
  const small = /\bfor ([\p{L}][\p{L}\p{N}'’.-]{1,39}) ?[(<]$/u.exec(text.slice(from, email.start));
  if (!small?.[1] || NO_CLIENTS.has(small[1].toLowerCase())) return undefined;
  const start = from + small.index + 4;
  return { a: small[1], b: undefined, joint: small[1], span: { start, end: start + small[1].length, text: small[1] } };
}

function candidateOf(match: RegExpMatchArray, start: number): Candidate | undefined {
  const a = withoutWork(tidy(ended(match.groups?.a ?? '')));
  const b = tidy(ended(match.groups?.b ?? '')) || undefined;
  // "Aunt Bea's tea room" is not Bea.
  if (/['’]s$/.test(match.groups?.a ?? '')) return undefined;
  if (COUNTRY_NAMES.has(a.toLowerCase())) return undefined;
  if (a.length < 2 || a.length > 80 || NO_CLIENTS.has((a.split(' ')[0] ?? '').toLowerCase().replace(/['’-].*/, '')))
    return undefined;
  // German writes every noun with a capital letter: behind an article it takes more to be a name.
  const article = / (?:der|die|das|den|dem|eine[nr]?|ein) $/i.test(
    match[0].slice(0, match[0].indexOf(match.groups?.a ?? '')),
  );
  if (article && !isNamedCompany(a)) return undefined;
  const lead = match[0].slice(0, match[0].indexOf(match.groups?.a ?? ''));
  if (/ family ['’]?$/i.test(lead)) return undefined;
  const kind = / person $/i.test(lead)
    ? 'person'
    : / (?:company|startup|start-up|agency|firm|société|entreprise|association|agence|empresa|asociación|agencia|Firma) $/i.test(
          lead,
        )
      ? 'company'
      : undefined;
  const named = match[0].slice(match[0].indexOf(match.groups?.a ?? ''));
  const whole = b ? named.slice(0, named.indexOf(b, a.length) + b.length) : named;
  const other =
    b && b.length > 1 && b.length <= 80 && !NO_CLIENTS.has((b.split(' ')[0] ?? '').toLowerCase()) ? b : undefined;
  const joint = tidy(other ? whole : a);
  const text = other ? whole.trimEnd() : a;
  return { a, b: other, joint, kind, span: { start, end: start + text.length, text } };
}

const COUNTRY_NAMES = new Set(['panama', 'cayman islands', ...COUNTRIES.map(({ name }) => name.toLowerCase())]);
const FORM_ALONE = /^(?:Inc|LLC|LLP|Ltd|Limited|Corp|GmbH|AG|PLC|S\.A|S\.L|S\.A\.S|SARL|SAS)\.?$/;

/** Tells person from company: by its legal form, by the address, by the number of words, by a given name. */
function namesOf({ a, b, joint, kind, span }: Candidate, email: string | undefined, text: string): Party {
  const quote = span.text;
  if (kind && !b)
    return kind === 'person' ? { clientName: term(a, 'brief', a) } : { clientCompany: term(a, 'brief', a) };
  // `Corvus & Finch Interiors, Inc.`: the form belongs to the name.
  if (b && FORM_ALONE.test(b)) return { clientCompany: term(joint, 'brief', quote) };
  if (b) {
    const listed = /^[,\n]/.test(span.text.slice(a.length));
    if (/ of /.test(span.text) && !a.includes(' ')) return single(joint, email, text, quote);
    // Behind a firm and a comma stands a place, a word for the price, or who signs: two words at least.
    if (listed && isNamedCompany(a) && !b.includes(' ')) return single(a, email, text, a);
    if (isCompany(a, email) && !isCompany(b, email))
      return { clientName: term(b, 'brief', quote), clientCompany: term(a, 'brief', quote) };
    if (isCompany(b, email) || !listed)
      return { clientName: term(a, 'brief', quote), clientCompany: term(b, 'brief', quote) };
    return single(a, email, text, a);
  }
  return single(a, email, text, quote);
}

function single(name: string, email: string | undefined, text: string, quote: string): Party {
  return LEGAL_FORMS.test(name) || (isCompany(name, email) && !PRIVATE.test(text))
    ? { clientCompany: term(name, 'brief', quote) }
    : { clientName: term(name, 'brief', quote) };
}

export function isCompany(name: string, email: string | undefined): boolean {
  const words = wordsOf(name);
  if (words.some(isNamedWord) || words[0] === 'the') return true;
  const [local = '', domain = ''] = (email ?? '').toLowerCase().split('@');
  const label = domain.split('.').at(-2) === 'co' ? domain.split('.').at(-3) : domain.split('.').at(-2);
  const flat = words.join('');
  if (
    label &&
    words.length > 2 &&
    words.some((_, at) => at > 0 && words.length - at > 1 && words.slice(at).join('') === label)
  )
    return true;
  if (local && words.some((word) => word.length > 1 && local.split(/[._-]/).includes(word))) return false;
  if (label && (flat === label.replaceAll('-', '') || words[0] === label)) return true;
  if (GIVEN_NAMES.has(words[0] ?? '')) return false;
  return words.length === 1;
}
