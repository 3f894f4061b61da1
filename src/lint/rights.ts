import { countryName } from '../shared/places.ts';
import { changed, clausesNamed, type Found, type LintScene, quoteOf, type Rule } from './finding.ts';
import { type OwnSentence, ownSentences, quoteOwn, withoutSentence, withSentence } from './own-words.ts';

const NO_TERRITORY = /^\W*(n\/?a|tb[dc]|none|unknown|various|any|open|to be (defined|agreed))?\W*$/i;
/** Rights that pass whatever has been paid. */
const TOO_EARLY =
  /\b(rights?|copyrights?|ownership|title|licen[cs]e|ip)\b[^.]{0,80}?\b(pass|passes|transfer|transfers|transferred|assigned|vest|vests|belong|belongs|granted)\b[^.]{0,80}?\b(upon creation|on creation|as (?:they are|it is) created|on signature|upon signature|on signing|upon signing|immediately|at once|on delivery|upon delivery|before payment|regardless of payment|whether or not)/i;
const SECRET =
  /\b(nda|non-disclosure|strictly confidential|keep (?:it |everything )?(?:secret|confidential)|confidentiality)\b/i;
const SECRET_YEARS = 5;

/** Rules of the craft about who may do what with the work. */
export const RIGHTS_RULES: readonly Rule[] = [
  { id: 'rights.none', title: 'Rights in the work', grade: 'warns', check: none },
  { id: 'rights.no-territory', title: 'Where the work may be used', grade: 'warns', check: noTerritory },
  { id: 'rights.no-end', title: 'How long the work may be used', grade: 'suggests', check: noEnd },
  { id: 'rights.before-payment', title: 'Rights before payment', grade: 'warns', check: beforePayment },
  { id: 'rights.portfolio-secret', title: 'Portfolio and confidentiality', grade: 'warns', check: portfolioSecret },
  {
    id: 'rights.portfolio-private',
    title: 'Showing a private client’s work',
    grade: 'suggests',
    check: portfolioPrivate,
  },
  { id: 'rights.secret-long', title: 'Long confidentiality', grade: 'suggests', check: secretLong },
];

/** Names that clauses about rights begin with, whichever of the family a template or a person chose. */
const RIGHTS_CLAUSES = ['ip', 'rights', 'licence', 'photo-licence', 'working-materials', 'usage'] as const;

function none(scene: LintScene): Found | undefined {
  if (!scene.terms.deliverables?.value.length) return undefined;
  if (clausesNamed(scene, ...RIGHTS_CLAUSES).length > 0 || /rights in|licen[cs]e|may do with/i.test(titlesOf(scene)))
    return undefined;
  if (ownSentences(scene.terms).some(({ text }) => RIGHTS_SAID.test(text))) return undefined;
  return {
    sentence: 'Nothing says what the client may do with the work, and from when.',
    field: 'rights',
    fix: withSentence(scene.terms, USED, 'Say that they may use it'),
    also: [withSentence(scene.terms, OWNED, 'Say that it becomes theirs')].flatMap((each) => each ?? []),
    way: { opens: 'terms', field: 'template' },
    edit: 'Or choose a kind of work that has a clause on rights.',
  };
}

/** A right that somebody has in the work, said in one's own words. */
const RIGHTS_SAID = /\b(?:rights?|copyrights?|licen[cs]e|ownership)\b|\bmay use\b|\byours once\b/i;
const USED =
  'When everything is paid, you may use what we deliver for your own purposes, everywhere and without end; all other rights stay with us.';
const OWNED =
  'When everything is paid, all rights in what we deliver pass to you, as far as the law allows; until then they stay with us.';

const titlesOf = ({ clauses }: LintScene) => clauses.map(({ title }) => title).join('\n');

function noTerritory(scene: LintScene): Found | undefined {
  const rights = scene.terms.rights?.value;
  if (rights?.kind !== 'licence' || !NO_TERRITORY.test(rights.territory)) return undefined;
  const country = scene.terms.clientCountry?.value ?? scene.business.country;
  return {
    sentence: 'The licence does not say where it holds.',
    field: 'rights',
    fix: {
      label: `Make it ${countryName(country)}`,
      terms: changed(scene.terms, { rights: { ...rights, territory: countryName(country) } }),
    },
  };
}

function noEnd(scene: LintScene): Found | undefined {
  const rights = scene.terms.rights?.value;
  if (rights?.kind !== 'licence' || rights.months !== null) return undefined;
  return {
    sentence: 'The licence has no end, so there will be nothing to renew.',
    field: 'rights',
    fix: { label: 'Make it two years', terms: changed(scene.terms, { rights: { ...rights, months: 24 } }) },
    edit: 'Or leave it, if the price is for good.',
  };
}

function beforePayment(scene: LintScene): Found | undefined {
  const own = ownSentences(scene.terms).find(({ text }) => TOO_EARLY.test(text));
  return own && against(scene, own, 'Rights that pass before you are paid are gone when you are not.');
}

function against(scene: LintScene, own: OwnSentence, sentence: string): Found {
  return {
    sentence,
    field: own.field,
    quote: quoteOwn(scene, own.text),
    fix: withoutSentence(scene.terms, own),
  };
}

function portfolioSecret(scene: LintScene): Found | undefined {
  const { terms } = scene;
  const own = ownSentences(terms).find(({ text }) => SECRET.test(text));
  const years = terms.confidentialityYears?.value ?? 0;
  if (terms.portfolio?.value !== 'yes' || (years === 0 && !own)) return undefined;
  return {
    sentence:
      'You may show the work at once, and yet what you learn stays secret: before it is public the two contradict.',
    field: 'portfolio',
    quote: own ? quoteOwn(scene, own.text) : quoteOf(scene, /./, 'confidentiality'),
    fix: {
      label: 'Show it once it is public',
      terms: changed(terms, { portfolio: 'after-publication' }),
    },
  };
}

function portfolioPrivate(scene: LintScene): Found | undefined {
  const { terms } = scene;
  if (terms.clientKind?.value !== 'private' || !terms.portfolio || terms.portfolio.value === 'no') return undefined;
  return {
    sentence:
      'A private client agrees to being shown separately and may take it back; the contract can’t do it for them.',
    field: 'portfolio',
    quote: quoteOf(scene, /./, 'portfolio'),
    fix: { label: 'Not shown, ask later', terms: changed(terms, { portfolio: 'no' }) },
    edit: 'Or ask for a separate consent.',
  };
}

function secretLong(scene: LintScene): Found | undefined {
  const years = scene.terms.confidentialityYears?.value ?? 0;
  if (years <= SECRET_YEARS) return undefined;
  return {
    sentence: `${years} years of secrecy are long for freelance work.`,
    field: 'confidentialityYears',
    quote: quoteOf(scene, `${years} years`, 'confidentiality'),
    fix: { label: 'Make it three years', terms: changed(scene.terms, { confidentialityYears: 3 }) },
    edit: 'Or leave it, if the client insists.',
  };
}
