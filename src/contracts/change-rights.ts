import { ask, type Choice, type Read, type Reader } from './change.ts';
import { lengthsIn } from './change-figures.ts';
import { DROPS } from './change-parts.ts';
import type { Terms } from './terms.ts';

type Rights = NonNullable<Terms['rights']>['value'];

const ASSIGNED =
  /\b(?:full|all|exclusive) (?:rights|ownership|copyright)\b|\bbuy-?out\b|\bassign\w*|\bwork for hire\b|\bowns? (?:the|all|every)|\bownership\b|\bcopyright\b[^.]{0,20}\b(?:to|passes|transfer\w*)\b|\btransfer\b[^.]{0,30}\brights\b/i;

/** "Full buyout", "a licence for web use in Europe for 2 years". */
export const readRights: Reader = (part, terms) => {
  const licence = /\blicen[cs](?:e[sd]?|ing)\b/i.test(part);
  const assigned = ASSIGNED.test(part);
  const keepsOwn = /\bwe keep\b|\bstays? with (?:us|me)\b|\bretain\b/i.test(part);
  if (assigned && !licence && !keepsOwn && !DROPS.test(part)) return { patch: { rights: { kind: 'assignment' } } };
  if (licence && !assigned && !DROPS.test(part)) return readLicence(part, terms);
  return ask('Who should have the rights in the work?', CHOICES, 'rights');
};

const EVERYWHERE: Rights = { kind: 'licence', use: 'all uses', territory: 'worldwide', months: null };
const CHOICES: Choice[] = [
  { label: 'They pass to the client on payment', patch: { rights: { kind: 'assignment' } } },
  { label: 'A licence for all uses, worldwide, without end', patch: { rights: EVERYWHERE } },
];

function readLicence(part: string, terms: Terms): Read {
  const now = terms.rights?.value.kind === 'licence' ? terms.rights.value : undefined;
  const use =
    /\bfor (?:the )?((?!\d|one|two|three|five|a (?:year|month))[\p{L}][\p{L}\p{N} ,&'’-]{2,120}?)(?= (?:in|within|throughout|worldwide|for \d|for (?:one|two|three|five)|limited|without)\b|[.;]|$)/iu.exec(
      part,
    )?.[1];
  const world = /\bworld-?wide\b|\beverywhere\b|\bglobal(?:ly)?\b/i.test(part) ? 'worldwide' : undefined;
  const territory =
    world ??
    /\b(?:in|within|throughout) (?:the )?(\p{Lu}[\p{L} ,&-]{1,70}?)(?= (?:for|only|until|without)\b|[.;]|$)/u.exec(
      part,
    )?.[1];
  const [length, ...more] = lengthsIn(part);
  const endless = /\b(?:without (?:an )?end|perpetual|forever|unlimited (?:in )?time|no end)\b/i.test(part);
  const months =
    length &&
    { year: length.count * 12, month: length.count, week: undefined, day: undefined, hour: undefined }[length.unit];
  const trimmed = (words: string | undefined) => words?.replace(/[\s,]+$/, '');
  const whole = { use: trimmed(use) ?? now?.use, territory: trimmed(territory) ?? now?.territory };
  if (
    more.length > 0 ||
    (length && !months) ||
    !whole.use ||
    !whole.territory ||
    (!length && !endless && !now && /\byears?|months?\b/i.test(part))
  )
    return ask(
      'Say for what the licence is, where, and for how long, like “a licence for web use, worldwide, for 2 years”.',
      CHOICES,
      'rights',
    );
  return {
    patch: {
      rights: {
        kind: 'licence',
        use: whole.use.slice(0, 200),
        territory: whole.territory.slice(0, 80),
        months: months ?? (endless ? null : (now?.months ?? null)),
      },
    },
  };
}

/** "Not in your portfolio", "portfolio only after launch". */
export const readPortfolio: Reader = (part) => {
  if (/\b(?:after|once|until|when)\b.{0,40}\b(?:publi\w+|launch\w*|release\w*|live|out)\b/i.test(part))
    return { patch: { portfolio: 'after-publication' } };
  const no =
    DROPS.test(part) || /\b(?:not|never|can['’]?t|cannot|may not|must not|won['’]?t|don['’]?t|do not|no)\b/i.test(part);
  const yes = /\b(?:yes|may|can|allow\w*|ok(?:ay)?|fine|permit\w*|add)\b/i.test(part);
  if (no) return { patch: { portfolio: 'no' } };
  if (yes) return { patch: { portfolio: 'yes' } };
  return ask('May the work be shown in the portfolio?', [
    { label: 'Yes', patch: { portfolio: 'yes' } },
    { label: 'Once it is public', patch: { portfolio: 'after-publication' } },
    { label: 'No', patch: { portfolio: 'no' } },
  ]);
};

const LANDS: Record<string, string> = {
  german: 'Germany', austrian: 'Austria', swiss: 'Switzerland', french: 'France', spanish: 'Spain', italian: 'Italy', dutch: 'Netherlands',
  belgian: 'Belgium', irish: 'Ireland', english: 'England and Wales', scottish: 'Scotland', danish: 'Denmark', swedish: 'Sweden',
  norwegian: 'Norway', finnish: 'Finland', polish: 'Poland', portuguese: 'Portugal', czech: 'Czechia', canadian: 'Canada', australian: 'Australia',
  'new york': 'the State of New York', californian: 'the State of California', california: 'the State of California', delaware: 'the State of Delaware', 'british': 'England and Wales',
}; // biome-ignore format: a table reads better in rows

/** "German law", "governed by the laws of Ireland". */
export const readLaw: Reader = (part) => {
  const named =
    /\b(?:laws? of|jurisdiction of|governed by|law:|law to|law is) (?:the laws? of )?((?:the (?=\p{Lu}))?\p{Lu}[\p{L}]+(?: (?:and|of|the|\p{Lu}[\p{L}]+)){0,5})/u.exec(
      part,
    )?.[1];
  const of = named?.replace(/ (?:and|of|the)$/, '').replace(/ law$/i, '');
  const adjective = Object.keys(LANDS).find((word) => new RegExp(`\\b${word}\\b`, 'i').test(part));
  if (adjective && (!of || of.toLowerCase() === adjective)) return { patch: { governingLaw: LANDS[adjective] ?? '' } };
  if (of) return { patch: { governingLaw: of.slice(0, 80) } };
  return ask('Which law should apply? Say it like “the law of Ireland”.', [], 'governingLaw');
};
