import { masked, type Span } from '../passages/text.ts';
import { answersWho, otherIn, turnsIn } from '../passages/turns.ts';
import { fits } from './addresses.ts';
import { beside, isBeside, isJoined, type Weighed } from './beside.ts';
import { wordsOf } from './bodies.ts';
import { aloneIn, isBody, isHeading, isLetterhead, isNoun, isOpening, listedIn } from './layout.ts';
import { isName, type Mention, mentionsIn } from './mentions.ts';
import type { OwnNames } from './own.ts';
import { sendersIn } from './senders.ts';
import { isFirmBy } from './shapes.ts';
import { smallNamesIn } from './small-names.ts';
import { standingOf } from './standing.ts';
import { withoutTaxWords } from './tax-names.ts';
import { isTitle } from './titles.ts';

/** Everything the brief says of one name. */
export type Candidate = {
  name: string;
  kind: 'person' | 'company';
  points: number;
  /** Somebody else for certain: a colleague, a competitor, who has the keys. */
  aside: boolean;
  mentions: Mention[];
  /** What spoke for it, each by a name of its own. */
  hints: Set<string>;
};

/** "Garden drawings for the Brunners": a family by its name. */
const isFamily = (said: string, { start, name }: Mention) =>
  /^\p{Lu}\p{Ll}{3,}s$/u.test(name) && /(?<![\p{L}])for the $/u.test(said.slice(Math.max(0, start - 9), start));
/** Whoever signs owns the house that the brief names. */
const OWNER_SIGNS =
  /\((?:inhaber(?:in)?|owner|propri[eé]taire|gérante?|dueñ[oa]|propietari[oa]|geschäftsführer(?:in)?)\)/iu;
/** Enough to say that this is the client; below it the name is one among others. */
export const ENOUGH = 4;

/** Every name of a brief with what speaks for it. */
export function weighed(said: string, emails: readonly Span[], own: OwnNames = []): Candidate[] {
  const clean = masked(said, emails);
  const named = mentionsIn(clean).filter((mention) => isName(mention) && !isNoun(clean, mention));
  const all = [...named, ...smallNamesIn(clean, emails)].sort((a, b) => a.start - b.start);
  const mentions = withoutTaxWords(clean, all);
  const turns = turnsIn(said);
  const answers = answersWho(turns);
  const senders = sendersIn(clean, mentions, turns, own);
  const addresses = [...new Set(emails.map(({ text }) => text))].slice(0, 12);
  const inside = ({ start, end }: Mention) => senders.greeted.some((span) => span.start < end && start < span.end);
  const greeted = new Set(mentions.filter(inside).flatMap(({ name }) => wordsOf(name)));
  const speaker = otherIn(said, greeted);
  const answered = answers.flatMap(
    ({ start, end }) => mentions.find((one) => one.start >= start && one.end <= end) ?? [],
  );
  const single = mentions.map((mention): Weighed => {
    const { client, signs, self, titled, body, aside } = standingOf(clean, mention);
    const sends = senders.people.has(mention) || senders.companies.has(mention);
    const speaks = speaker !== undefined && sameName(speaker, mention.name);
    const parts = {
      said: Math.max(client, signs),
      sends: sends ? (senders.between ? -9 : senders.signing ? 9 : 5) : 0,
      alone: aloneIn(clean, mention),
      listed: listedIn(clean, mention),
      answered: answered.includes(mention) ? 10 : 0,
      opening: turns.length === 0 && isOpening(said, mention) ? 6 : 0,
      letterhead: isLetterhead(said, mention) ? 7 : 0,
      speaks: speaks ? (senders.signing ? 9 : 4) : 0,
      agency: AGENCY.test(mention.name) ? -5 : 0,
      shape: mention.formed ? 4 : mention.shape === 'company' ? (isBody(mention.name) ? 2 : 1) : 0,
      owned: mention.shape === 'company' && isBody(mention.name) && OWNER_SIGNS.test(said) ? 4 : 0,
      heading: mention.shape === 'company' && isHeading(said, mention) ? 3 : 0,
      beside: emails.some((email) => isBeside(said, mention, email)) ? 3 : 0,
      fits: addresses.some((address) => fitsName(address, mention)) ? 3 : 0,
      host: mention.shape === 'either' && addresses.some((address) => isHost(address, mention.name)) ? 2 : 0,
    };
    const points = Object.values(parts).reduce((sum, part) => sum + part, 0);
    const hints = Object.entries({ ...parts, signs, self, titled, body, aside }).flatMap(([name, part]) =>
      part ? [`${name}:${Number(part)}`] : [],
    );
    const personal = sends || speaks || self || titled || signs > 0 || (client >= 5 && mention.name.includes(' '));
    const kind = kindOfName(mention, { personal, body, email: emails[0]?.text, family: isFamily(clean, mention) });
    return { mention, points, aside, kind, signs, personal, hints };
  });
  const settled = kindsSettled(said, single);
  return chosen(grouped(said, settled, inside), speaker, greeted);
}

/** The mentions of each name together. */
function grouped(said: string, all: readonly Weighed[], isGreeted: (mention: Mention) => boolean): Candidate[] {
  const groups: Candidate[] = [];
  for (const [at, { mention, points: alone, aside, kind, hints }] of all.entries()) {
    if (isGreeted(mention)) continue;
    const points = alone + beside(said, all, at);
    const known = groups.find((one) => one.kind === kind && sameName(one.name, mention.name));
    const gain = points - alone;
    if (!known)
      groups.push({
        name: mention.name,
        kind,
        points,
        aside,
        mentions: [mention],
        hints: new Set(gain ? [...hints, `gain:${gain}`] : hints),
      });
    else {
      if (wordsOf(mention.name).length > wordsOf(known.name).length || /(?:^\p{Lu}\.? |\b\p{Lu}$)/u.test(known.name))
        known.name = longer(known.name, mention.name);
      known.aside = (known.aside && known.points < 9) || (aside && points < 9 && known.points < 9);
      known.points =
        Math.max(known.points, points) + (known.mentions.length === 1 && Math.min(known.points, points) > 1 ? 0.5 : 0);
      known.mentions.push(mention);
      for (const hint of hints) known.hints.add(hint);
    }
  }
  return groups;
}

/** What the names say of one another. */
function chosen(groups: Candidate[], speaker: string | undefined, greeted: ReadonlySet<string>): Candidate[] {
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
  excluded(groups.filter(({ name }) => !wordsOf(name).every((word) => greeted.has(word))));
  const kept = groups.filter((one) => !(known && vague(one)));
  return kept.filter(
    ({ name, points, kind }) => points >= 9 || kind === 'company' || !wordsOf(name).every((word) => greeted.has(word)),
  );
}

/** Where nothing names the client, the only person or firm that nobody sets aside is. */
function excluded(groups: readonly Candidate[]): void {
  const free = groups.filter(({ aside }) => !aside);
  const clear = (kind: Candidate['kind']) => free.some((one) => one.kind === kind && one.points >= ENOUGH);
  const [person, ...people] = free.filter((one) => one.kind === 'person' && one.name.includes(' ') && isWhole(one));
  if (person && people.length === 0 && !clear('person')) person.points = Math.max(person.points, ENOUGH);
  const [firm, ...firms] = free.filter((one) => one.kind === 'company' && one.mentions.some(({ formed }) => formed));
  if (firm && firms.length === 0 && !clear('company')) firm.points = Math.max(firm.points, ENOUGH);
}

const isWhole = ({ mentions }: Candidate) => mentions.some(({ shape }) => shape === 'person');

/** "the blog of Novaserre ... gaetan@novaserre.test": the house that the address is at. */
const isHost = (address: string, name: string) =>
  (address.split('@')[1] ?? '').toLowerCase().split('.')[0]?.replaceAll('-', '') === wordsOf(name).join('');

const fitsName = (address: string, { name, shape }: Mention) =>
  fits(address, shape === 'company' ? undefined : name, shape === 'person' ? undefined : name) > 2;

function kindOfName(
  { shape, name }: Mention,
  { personal, body, email, family }: { personal: boolean; body: boolean; email: string | undefined; family: boolean },
): Candidate['kind'] {
  if (shape !== 'either') return shape;
  if (body) return 'company';
  if (family) return 'person';
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
