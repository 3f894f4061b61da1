import { fits } from './addresses.ts';
import { beside, isBeside, isJoined, type Weighed } from './beside.ts';
import { wordsOf } from './bodies.ts';
import { aloneIn, isBody, isHeading, listedIn } from './layout.ts';
import { isName, type Mention, mentionsIn } from './mentions.ts';
import { sendersIn } from './senders.ts';
import { isFirmBy } from './shapes.ts';
import { standingOf } from './standing.ts';
import { masked, type Span } from './text.ts';
import { isTitle } from './titles.ts';

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
  const mentions = [...mentionsIn(clean).filter(isName), ...smallNames(said, emails)].sort((a, b) => a.start - b.start);
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

/** "for acme (dana@acme.test)": in small letters, and the address says that it is a name. */
function smallNames(said: string, emails: readonly Span[]): Mention[] {
  return emails.flatMap(({ start, text }): Mention[] => {
    const name = /(?:for|für|pour|para|from|von) (\p{Ll}[\p{L}\d-]{2,30}) ?[,(<] ?$/u.exec(
      said.slice(Math.max(0, start - 60), start),
    )?.[1];
    if (!name || !(text.split('@')[1] ?? '').startsWith(`${name}.`)) return [];
    const from = said.lastIndexOf(name, start - 1);
    const span = { start: from, end: from + name.length, text: name };
    return [{ ...span, name, shape: 'company', formed: false, titled: false }];
  });
}

const fitsName = (address: string, { name, shape }: Mention) =>
  fits(address, shape === 'company' ? undefined : name, shape === 'person' ? undefined : name) > 2;

function kindOfName(
  { shape, name }: Mention,
  { personal, body, email }: { personal: boolean; body: boolean; email: string | undefined },
): Candidate['kind'] {
  if (shape !== 'either') return shape;
  if (body) return 'company';
  return !personal && isFirmBy(email, name) ? 'company' : 'person';
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

/** Who finds the work for somebody else is seldom the client. */
const AGENCY = /(?<![\p{L}])(?:agents?|agency|agentur|agence|agencia|management)(?![\p{L}])/iu;

const longer = (a: string, b: string) => (b.length > a.length ? b : a);

const untitled = (name: string) => wordsOf(name).filter((word) => !isTitle(word));

/** "Damo" and "Damo Whitford", "Anjali B" and "Anjali Bhattacharya", "Lantern Hare" and "Lantern Hare Books Ltd". */
function sameName(a: string, b: string): boolean {
  const [short, long] = [untitled(a), untitled(b)].sort((x, y) => x.length - y.length) as [string[], string[]];
  const initial = (one: string, other: string) => one.length === 1 && other.startsWith(one);
  if (short.every((word, at) => word === long[at] || initial(word, long[at] ?? '') || initial(long[at] ?? '', word)))
    return true;
  return short.length === 1 && long.length > 1 && long.includes(short[0] ?? '');
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
