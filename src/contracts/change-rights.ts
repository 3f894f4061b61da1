import { portfolioIn } from '../briefs/agreed/portfolio.ts';
import { type LicenceSaid, rightsIn } from '../briefs/agreed/rights.ts';
import { ask, type Choice, type Read, type Reader } from './change.ts';
import { DROPS } from './change-parts.ts';
import type { Terms } from './terms.ts';

type Rights = NonNullable<Terms['rights']>['value'];

/** "Full buyout", "a licence for web use in Europe for 2 years". */
export const readRights: Reader = (part, terms) => {
  const said = DROPS.test(part) ? undefined : rightsIn(part);
  if (said?.kind === 'assignment') return { patch: { rights: said } };
  if (said && !said.kept) return readLicence(said, part, terms);
  return ask('Who should have the rights in the work?', CHOICES, 'rights');
};

const EVERYWHERE: Rights = { kind: 'licence', use: 'all uses', territory: 'worldwide', months: null };
const CHOICES: Choice[] = [
  { label: 'They pass to the client on payment', patch: { rights: { kind: 'assignment' } } },
  { label: 'A licence for all uses, worldwide, without end', patch: { rights: EVERYWHERE } },
];

/** What is not said of a licence stays as it is, if there is one; a word that is not known leaves all of it open. */
function readLicence({ use, territory, months }: LicenceSaid, part: string, terms: Terms): Read {
  const now = terms.rights?.value.kind === 'licence' ? terms.rights.value : undefined;
  const whole = { use: use ?? now?.use, territory: territory ?? placeIn(part) ?? now?.territory };
  const timed = /\b(?:years?|months?|jahren?|monate?n?|ans?|mois|meses|mes)\b|\baños?/i.test(part);
  if (!whole.use || !whole.territory || ((months === undefined ? !now : months === null) && timed))
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
        months: months === undefined ? (now?.months ?? null) : months,
      },
    },
  };
}

/** A place that no table has: "in the Alps". */
const placeIn = (part: string) =>
  /\b(?:in|within|throughout) (?:the )?(\p{Lu}[\p{L} ,&-]{1,70}?)(?= (?:for|only|until|without)\b|[.;]|$)/u
    .exec(part)?.[1]
    ?.replace(/[\s,]+$/, '');

/** "Not in your portfolio", "portfolio only after launch". */
export const readPortfolio: Reader = (part) => {
  const portfolio = portfolioIn(part);
  if (portfolio) return { patch: { portfolio } };
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
