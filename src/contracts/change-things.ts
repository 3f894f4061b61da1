import { formatIn } from '../briefs/scope/formats.ts';
import { countApart, quantityIn } from '../briefs/scope/quantities.ts';
import { cut } from '../shared/typed.ts';
import { ask, type Choice, type Patch, type Read, type Reader } from './change.ts';
import { type Deliverable, deliverableOf } from './deliverable.ts';
import { foldedText, wordsIn } from './explain-topics.ts';
import { isMeant, namesIn } from './scope-words.ts';
import type { Terms } from './terms.ts';

const MORE = /(\d{1,4}|one|two|three|four|five|six|ten) (?:more|extra|additional|further|weitere|zusätzliche) /i;
const FEWER = /(\d{1,4}|one|two|three|four|five|six|ten) (?:fewer|less|weniger) /i;
/** What it was; short requests are in any language and not put into English. */
const OLD = / ?,? ?\b(?:instead of|statt|anstatt|au lieu de|en (?:lugar|vez) de) \d{1,5}\b/i;
const DROPS = /\b(?:drop|remove|delete|without|no|skip|scrap|rename|replace|swap)\b/i;
const ADDS = /^(?:add|include|plus|and)\b/i;

const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const things = (terms: Terms) => terms.deliverables?.value ?? [];

/** The terms with another thing in the place of one; what it comes as and is accepted by stays. */
function instead(terms: Terms, at: number, next: Deliverable): Patch {
  return { deliverables: things(terms).map((thing, index) => (index === at ? next : thing)) };
}

/** "Make it 30 photos", "30 photos instead of 20", "10 more photos": another number of a thing that is on the list. */
/** Words that speak of some of the things, or of others: "5 photos first as a preview", "the last shoot had 30". */
const OF_SOME =
  /\?|(?<![\p{L}])(?:first|preview|previews|must|should|shows?|print(?:ed|s)?|portfolio|credit|pick|choose|select|ourselves|last|previous|had|possible|each|every|of (?:the|them|those|these)|vorab|zuerst|auswahl|auswählen|instagram|facebook|linkedin|for social|aperçu|d['’]abord|choisi\p{L}*|primero|elegi\p{L}*|vista previa)(?![\p{L}])/iu;
const IN_ALL =
  /(?<![\p{L}])(?:make it|instead|in all|in total|altogether|statt|insgesamt|au lieu|en tout|au total|en vez|en total)(?![\p{L}])/iu;

export const readCount: Reader = (part, terms) => {
  const more = MORE.test(part);
  const fewer = FEWER.test(part);
  const said = countedIn(part.replace(OLD, '').replace(more ? MORE : FEWER, '$1 '));
  if (!said || DROPS.test(part)) return undefined;
  const hits = things(terms).flatMap((thing, at) => {
    const apart = countApart(thing.text);
    return apart && isMeant(alike(apart.name), wordsIn(alike(said.name)).slice(0, 4)) ? [{ at, thing, ...apart }] : [];
  });
  const [hit, ...others] = hits;
  if (!hit) return undefined;
  if (others.length > 0)
    return ask(
      'Which of these do you mean?',
      hits.slice(0, 4).map(({ at, thing }) => recounted(terms, at, thing, said)),
      'deliverables',
    );
  const [now, by] = [exact(hit.thing.text), exact(`${said.count} ${said.name}`)];
  const sum = now !== undefined && by !== undefined ? now + (fewer ? -by : by) : undefined;
  const all = recounted(terms, hit.at, hit.thing, said);
  const added =
    sum !== undefined && sum > 0 ? recounted(terms, hit.at, hit.thing, { ...said, count: String(sum) }) : undefined;
  if (more || fewer)
    return added ? { patch: added.patch, builds: true } : ask('How many should it be in all?', [], 'deliverables');
  if (OF_SOME.test(part) && !IN_ALL.test(part)) return ask('Is that how many there are in all?', [all], 'deliverables');
  if (ADDS.test(part))
    return ask('Is that how many there are in all, or so many more?', added ? [all, added] : [all], 'deliverables');
  return { patch: all.patch, builds: true };
};

/** A picture is asked for in any of the languages: "30 Fotos" are the photos on the list. */
const alike = (words: string) =>
  foldedText(words).replace(/\bphoto(?:s|graphs?|graphies?)?\b|\bfotos?(?:grafien|grafias?)?\b/g, 'foto');

/** The one plain count in a line, as a number. */
function exact(words: string): number | undefined {
  const { least, most } = quantityIn(words) ?? {};
  return least === most ? most : undefined;
}

type Counted = { readonly count: string; readonly name: string };

/** The first counted thing of a request; none where another figure stands besides, which may be about anything. */
function countedIn(part: string): Counted | undefined {
  for (const { index } of part.matchAll(/(?<![\p{L}\p{N}.,'’-])[\p{L}\d]/gu)) {
    const apart = countApart(part.slice(index, index + 100));
    if (apart)
      return /\d/.test(part.slice(0, index) + part.slice(index + 100) + apart.name.replace(/\b[A-Za-z]+\d\b/g, ''))
        ? undefined
        : apart;
  }
  return undefined;
}

function recounted(terms: Terms, at: number, thing: Deliverable, { count, name }: Counted): Choice {
  const { name: old = thing.text } = countApart(thing.text) ?? {};
  // "3 logo" is no English: where one becomes several, the words that were asked for have the right number.
  const one = [exact(thing.text), exact(`${count} ${name}`)].includes(1);
  const text = upper(
    `${count} ${one ? name.replace(/(?:[\s.,;:!?]|\b(?:please|thanks|bitte|merci|por favor))+$/i, '') : old}`,
  );
  const { format, accepted } = thing;
  return { label: cut(text, 70), patch: instead(terms, at, deliverableOf(text, { format, accepted })) };
}

const HANDING =
  /^(?:deliver|liefer|export|format|file|datei|send|suppl|livr|entreg|provide|save|hand|give|get|fichier|archivo|instead|please)/;
const EVERYTHING = /\b(?:everything|all|alles|alle|tout|tous|todo|todos)\b/i;

/** "Deliver as PNG", "the photos as JPEG": another format of a thing that is on the list, or of the only one. */
export const readFormat: Reader = (part, terms): Read | undefined => {
  const format = formatIn(part) ?? formatIn(`Files ${part}`);
  if (!format || DROPS.test(part) || ADDS.test(part)) return undefined;
  const all = things(terms);
  const rest = part.slice(0, part.lastIndexOf(format));
  const named = namesIn(rest).filter((word) => !HANDING.test(word) && !EVERYTHING.test(word));
  const words = wordsIn(foldedText(rest));
  const meant = all.flatMap((thing, at) => (isMeant(countApart(thing.text)?.name ?? thing.text, words) ? [at] : []));
  const hits = meant.length > 0 ? meant : named.length === 0 ? all.map((_, at) => at) : [];
  const [at] = hits;
  const thing = at === undefined ? undefined : all[at];
  if (at === undefined || !thing) return undefined;
  if (EVERYTHING.test(part) && hits.every((each) => !all[each]?.format))
    return {
      patch: { deliverables: all.map((one, each) => (hits.includes(each) ? inFormat(one, format) : one)) },
      builds: true,
    };
  const choice = (each: number, next: string): Choice => {
    const one = inFormat(all[each] ?? thing, next);
    return { label: cut(`${one.text}: ${next}`, 70), patch: instead(terms, each, one) };
  };
  if (hits.length > 1)
    return ask(
      'Which of these do you mean?',
      hits.slice(0, 4).map((each) => choice(each, format)),
      'deliverables',
    );
  if (thing.format === format) return { patch: {} };
  // "Also as PNG" and "as PNG" are one word apart, and that word is easily left out.
  if (thing.format)
    return ask(
      `Is that instead of ${thing.format}, or besides?`,
      [choice(at, format), choice(at, `${thing.format} and ${format}`)],
      'deliverables',
    );
  return { patch: choice(at, format).patch, builds: true };
};

function inFormat(thing: Deliverable, format: string): Deliverable {
  const { text, accepted } = thing;
  const next = thing.format ? text.replace(thing.format, format) : text;
  return deliverableOf(next, { format, accepted });
}
