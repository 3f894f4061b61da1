import { fits } from './addresses.ts';
import { wordsOf } from './bodies.ts';
import { isName, type Mention, mentionsIn } from './mentions.ts';
import { TITLES } from './people.ts';
import { isCompany } from './placed.ts';
import { sendersIn } from './senders.ts';
import { standingOf } from './standing.ts';
import { masked, type Span } from './text.ts';

/** Everything the brief says of one name. */
export type Candidate = {
  name: string;
  kind: 'person' | 'company';
  points: number;
  /** Somebody else for certain: a colleague, a competitor, who has the keys. */
  aside: boolean;
  mentions: Mention[];
};

/** Enough to say that this is the client; below it the name is one among others. */
export const ENOUGH = 4;

/** Every name of a brief with what speaks for it. */
export function weighed(said: string, emails: readonly Span[]): Candidate[] {
  const clean = masked(said, emails);
  const mentions = mentionsIn(clean).filter(isName);
  const senders = sendersIn(clean, mentions);
  const addresses = [...new Set(emails.map(({ text }) => text))].slice(0, 12);
  const speaker = speakerOf(said);
  const inside = ({ start, end }: Mention) => senders.greeted.some((span) => span.start < end && start < span.end);
  const greeted = new Set(mentions.filter(inside).flatMap(({ name }) => wordsOf(name)));
  const single = mentions.map((mention): Weighed => {
    const { client, signs, self, titled, body, aside } = standingOf(clean, mention);
    const sends = senders.people.has(mention) || senders.companies.has(mention);
    const speaks = speaker !== undefined && sameName(speaker, mention.name);
    const points =
      Math.max(client, signs) +
      (sends ? (senders.between ? -9 : senders.signing ? 9 : 5) : 0) +
      aloneIn(clean, mention) +
      listedIn(clean, mention) +
      (speaks ? (senders.signing ? 9 : 4) : 0) +
      (AGENCY.test(mention.name) ? -5 : 0) +
      (mention.formed ? 4 : mention.shape === 'company' ? (isBody(mention.name) ? 2 : 1) : 0) +
      (mention.shape === 'company' && isHeading(said, mention) ? 3 : 0) +
      (emails.some((email) => isBeside(said, mention, email)) ? 3 : 0) +
      (addresses.some((address) => fitsName(address, mention)) ? 3 : 0);
    const personal = sends || speaks || self || titled || signs > 0 || (client >= 5 && mention.name.includes(' '));
    const kind = kindOfName(mention, { personal, body, email: emails[0]?.text });
    return { mention, points, aside, kind, signs };
  });
  const settled = kindsSettled(said, single);
  const groups: Candidate[] = [];
  for (const [at, { mention, points: alone, aside, kind }] of settled.entries()) {
    if (inside(mention)) continue;
    const points = alone + beside(said, settled, at);
    const known = groups.find((one) => one.kind === kind && sameName(one.name, mention.name));
    if (!known) groups.push({ name: mention.name, kind, points, aside, mentions: [mention] });
    else {
      if (wordsOf(mention.name).length > wordsOf(known.name).length || /\b\p{Lu}$/u.test(known.name))
        known.name = longer(known.name, mention.name);
      known.aside = (known.aside && known.points < 9) || (aside && points < 9 && known.points < 9);
      known.points =
        Math.max(known.points, points) + (known.mentions.length === 1 && Math.min(known.points, points) > 1 ? 0.5 : 0);
      known.mentions.push(mention);
    }
  }
  // In a chat the name stands whole where somebody speaks: "Des Kilbride 11:58".
  const spoken = groups.find((one) => speaker !== undefined && one.kind === 'person' && sameName(one.name, speaker));
  if (spoken && speaker) spoken.name = longer(spoken.name, speaker);
  const people = groups.filter(
    ({ kind, name, mentions: all }) =>
      kind === 'person' && (name.includes(' ') || all.some(({ shape }) => shape === 'person')),
  );
  const [only] = people.filter(({ points }) => points > 1);
  if (people.length === 1 && only) only.points += 2;
  const known = groups.some(({ kind, points }) => kind === 'person' && points >= 6);
  // "Maths for Tobi: mum Folasade Adeyemi pays": one word in the place of a client gives way to who is named outright.
  const vague = ({ kind, name, points, mentions: all }: Candidate) =>
    kind === 'company' && !name.includes(' ') && points < 5 && all.every(({ shape }) => shape === 'either');
  const kept = groups.filter((one) => !(known && vague(one)));
  return kept.filter(
    ({ name, points, kind }) => points >= 9 || kind === 'company' || !wordsOf(name).every((word) => greeted.has(word)),
  );
}

const fitsName = (address: string, { name, shape }: Mention) =>
  fits(address, shape === 'company' ? undefined : name, shape === 'person' ? undefined : name) > 2;

function kindOfName(
  { shape, name }: Mention,
  { personal, body, email }: { personal: boolean; body: boolean; email: string | undefined },
): Candidate['kind'] {
  if (shape !== 'either') return shape;
  if (body) return 'company';
  return !personal && isCompany(name, email) ? 'company' : 'person';
}

/** A name that could be anybody's is the firm where a person is named beside it, or where somebody else signs. */
function kindsSettled(said: string, all: readonly Weighed[]): Weighed[] {
  const signer = all.find(({ signs }) => signs > 0);
  return all.map((one, at) => {
    const { mention, kind, signs, points } = one;
    if (mention.shape !== 'either' || kind === 'company' || signs > 0 || !mention.name.includes(' ')) return one;
    const joined = [all[at - 1], all[at + 1]].some(
      (other) =>
        other?.mention.shape === 'person' &&
        Math.max(points, other.points) >= ENOUGH &&
        !sameName(other.mention.name, mention.name) &&
        isJoined(said, one, other),
    );
    const represented = signer && points >= 7 && !sameName(signer.mention.name, mention.name);
    return joined || represented ? { ...one, kind: 'company' as const } : one;
  });
}

function isJoined(said: string, a: Weighed, b: Weighed): boolean {
  const [first, second] = a.mention.start < b.mention.start ? [a, b] : [b, a];
  const between = said.slice(first.mention.end, second.mention.start);
  return between.length < 40 && !between.includes('\n') && JOINED.test(between);
}

type Weighed = {
  readonly mention: Mention;
  readonly points: number;
  readonly aside: boolean;
  readonly kind: Candidate['kind'];
  readonly signs: number;
};

/** Between who and for whom: a comma, a bracket, "of", with a role or title at most. */
const JOINED =
  /^(?: \([^)\n]{2,30}\))?(?: ?[,(|—–/-]+ ?| (?:of|from|at|von|vom|bei|de|du|del|des|@) (?:the |der |dem |la )?)(?:(?:\p{Lu}{2,4}|attn|attention|signs|signed|signatory|firma|signe|unterschreibt|(?:\p{L}{3,20} ){0,2}(?:Mr|Mrs|Ms|Dr|Frau|Herr|Mme|M|Sra?|Dña)?)[\s.,:(|—–/-]{0,4}){0,2}$/u;

const TITLED = /(?:Mr|Mrs|Ms|Dr|Frau|Herrn?|Mme|M|Sra?|Dña|Ing|Lic)\.? $/u;

/** Behind a name that ends what is said of somebody. */
const ENDS = /^\s*(?:[,(|)–—;]|\.?\s*(?:\n|$)|\.\s\p{Lu})/u;

/** What a name gains from the one it is joined to: "Signataire : Sylvain Archambault, Coopérative des Deux-Rives". */
function beside(said: string, all: readonly Weighed[], at: number): number {
  const one = all[at];
  if (!one || one.aside) return 0;
  const gains = [all[at - 1], all[at + 1], all[at - 2]].map((other) =>
    other && other.kind !== one.kind && !other.aside && isJoined(said, one, other) ? gainOf(said, one, other) : 0,
  );
  return Math.max(0, ...gains);
}

function gainOf(said: string, one: Weighed, other: Weighed): number {
  const behind = other.mention.start < one.mention.start;
  const [first, second] = behind ? [other, one] : [one, other];
  const between = said.slice(first.mention.end, second.mention.start);
  const { name, shape, titled } = one.mention;
  const whole = name.includes(' ');
  const ends = behind && ENDS.test(said.slice(one.mention.end));
  const firm = one.kind === 'company';
  const sure = firm ? behind && (whole || shape === 'company') : titled || (whole && (!/^ ?,/.test(between) || ends));
  if (other.points >= 7 && sure) return 6;
  // "for Siobhán Keaveney, Larkfield Trust, 1,410 euro": who and for whom, side by side.
  if (other.points >= 4 && sure && ends) return 5;
  const works = /^ (?:\(|(?:of|from|at|von|bei|de|du|del)\b)/.test(between);
  // "Galerie Ombelle, Apolline Serres": a firm and a given name.
  const pair = firm
    ? shape === 'company' && other.mention.shape === 'person'
    : shape === 'person' && other.mention.shape === 'company';
  if (pair && !works && whole && other.mention.name.includes(' ')) return 3;
  if (firm && behind && works && other.mention.name.includes(' '))
    return other.points >= 4 ? 5 : shape === 'company' ? 3 : 0;
  if (firm) return 0;
  if (other.mention.formed && behind && TITLED.test(between)) return 5;
  if (!works || !whole) return 0;
  return other.mention.formed ? 4 : other.mention.shape === 'company' ? 3 : 0;
}

/** Who finds the work for somebody else is seldom the client. */
const AGENCY = /(?<![\p{L}])(?:agents?|agency|agentur|agence|agencia|management)(?![\p{L}])/iu;

/** Bodies that are seldom only the place where something happens. */
const BODIES =
  /\b(?:trust|council|society|foundation|association|union|federation|institute|agency|committee|authority|university|verein|förderverein|stiftung|verlag|verband|kammer|fondation|fédération|coopérative|syndicat|mutuelle|asociación|fundación|federación|cooperativa|universidad|ayuntamiento|notaría)\b/iu;
const isBody = (name: string) => name.includes(' ') && BODIES.test(name);

const VENUE =
  /(?<![\p{L}])(?:hotel|hôtel|lodge|barn|hall|manor|manoir|château|castle|schloss|scheune|saal|salón|church|kirche|house|park|hacienda|finca|stadium|arena|centre|center|zentrum)(?![\p{L}])/iu;
/** A name that stands alone between commas says for whom, unless it says where. */
function aloneIn(said: string, { start, end, name, shape }: Mention): number {
  if (!name.includes(' ') || shape === 'either') return 0;
  const alone =
    /(?:^|\n|[,:–—-] |[•*] ?)$/u.test(said.slice(Math.max(0, start - 3), start)) &&
    /^(?:[,(;]| [(–—-]|\.?(?:\n|$|\s\p{Lu}))/u.test(said.slice(end));
  if (!alone) return 0;
  return shape === 'person' ? 2 : VENUE.test(name) ? 0 : 3;
}

/** "Kunde: Stadtwerke Ahrental GmbH, Personalentwicklung, Birgit Neuhaus": the last on the client's line is who to speak to. */
function listedIn(said: string, { start, shape }: Mention): number {
  if (shape !== 'person') return 0;
  const line = said.slice(said.lastIndexOf('\n', start - 1) + 1, start);
  return LISTED.test(line) ? 6 : 0;
}
const LISTED =
  /^[\s•*–-]*(?:client(?:e|a)?|customer|kund(?:e|in)|auftraggeber(?:in)?|mandant(?:in)?|contratante|firma|empresa|company|société) ?[:=] ?[^\n:]{3,90}(?:[,–—-] )$/iu;

/** The first line says what the work is and ends with whom it is for. */
const isHeading = (said: string, { start, end }: Mention) =>
  said.lastIndexOf('\n', start) < 0 &&
  /[,–—-] $/.test(said.slice(0, start)) &&
  /^[.]?(?: \([^)\n]{2,30}\))?(?:\n|$)/.test(said.slice(end));

const longer = (a: string, b: string) => (b.length > a.length ? b : a);

const untitled = (name: string) => wordsOf(name).filter((word) => !TITLES.has(word));

/** "Damo" and "Damo Whitford", "Anjali B" and "Anjali Bhattacharya", "Lantern Hare" and "Lantern Hare Books Ltd". */
function sameName(a: string, b: string): boolean {
  const [short, long] = [untitled(a), untitled(b)].sort((x, y) => x.length - y.length) as [string[], string[]];
  const initial = (one: string, other: string) => one.length === 1 && other.startsWith(one);
  if (short.every((word, at) => word === long[at] || initial(word, long[at] ?? '') || initial(long[at] ?? '', word)))
    return true;
  return short.length === 1 && long.length > 1 && long.includes(short[0] ?? '');
}

export function isBeside(text: string, { end }: Mention, email: Span): boolean {
  return (
    email.start >= end &&
    email.start - end < 50 &&
    /^[\s,(<:[|–—-]*(?:\p{L}+[\s,:|]*){0,3}[\s(<[]*$/u.test(text.slice(end, email.start)) &&
    !/\n\n/.test(text.slice(end, email.start))
  );
}

const ME = /^(?:me|ich|moi|yo|i|us|wir|nous|nosotros|you|du|tú|tu|vos)$/i;
const SPOKEN =
  /^(\p{Lu}[\p{L}'’.-]{0,20}(?: \p{Lu}[\p{L}'’.-]{0,25}){0,3}|me|ich|moi|yo|you|du|client)(?: \([^)]{2,60}\))? ?: /gmu;
const LABELS = /^(?:from|to|subject|date|sent|cc|von|an|betreff|datum|de|à|objet|para|asunto|re|price|fee)$/i;

/** In a chat, who speaks besides the freelancer: the one who is not "me", else who speaks first. */
function speakerOf(said: string): string | undefined {
  const turns = [...said.matchAll(SPOKEN)].map(([, name = '']) => name).filter((name) => !LABELS.test(name));
  const names = [...new Set(turns)];
  // Labels stand once each; who speaks comes back, or answers "me".
  if (turns.length < 2 || (names.length === turns.length && !names.some((name) => ME.test(name)))) return undefined;
  const others = names.filter((name) => !ME.test(name));
  if (others.length === 1) return others[0];
  return names.length === 2 && others.length === 2 ? others[0] : undefined;
}
