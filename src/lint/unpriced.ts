import { spanOf } from '../contracts/rights-wording.ts';
import { CLAUSE_RULES } from './clauses.ts';
import { CUSTOM_RULES } from './custom-rules.ts';
import { changed, type Found, type LintScene, quoteOf, type Rule } from './finding.ts';
import { ownSentences, quoteOwn, withoutSentence } from './own-words.ts';
import { PARTY_RULES } from './parties.ts';

const LONG_MONTHS = 60;
const SHORT_MONTHS = 12;
const USUAL_MONTHS = 36;

/** Rules of the craft about a contract that only keeps things confidential. */
export const SECRECY_RULES: readonly Rule[] = [
  { id: 'secrecy.purpose-wide', title: 'A wide purpose', grade: 'warns', check: wide },
  { id: 'secrecy.penalty', title: 'A penalty', grade: 'warns', check: penalty },
  { id: 'secrecy.long', title: 'Long confidentiality', grade: 'suggests', check: long },
  { id: 'secrecy.short', title: 'Short confidentiality', grade: 'suggests', check: short },
];

/** What else fits where nothing is paid: who the parties are, and own words against the clauses. */
const FITTING = ['sum', 'rate', 'share', 'currency', 'party', 'address', 'law'].map((what) => `custom.other-${what}`);
const PLACES_ONLY_FOR_PAY = ['parties.no-state'];

export const UNPRICED_RULES: readonly Rule[] = [
  ...CUSTOM_RULES.filter(({ id }) => FITTING.includes(id)),
  ...PARTY_RULES.filter(({ id }) => !PLACES_ONLY_FOR_PAY.includes(id)),
  ...CLAUSE_RULES,
  ...SECRECY_RULES,
];

const ANYTHING =
  /^(?:any|all|every|various|general|possible|future|further|our|the|a|an|business|work|working|co-?operations?|collaborations?|partnerships?|projects?|things?|anything|everything|matters?|topics?|discussions?|talks?|ideas?|together|of|and|or|kinds?|\W)+$/i;

/** What is shared may be used for the purpose, so one that can mean anything lets it be used for anything. */
function wide(scene: LintScene): Found | undefined {
  const purpose = scene.terms.purpose?.value;
  if (!purpose || !ANYTHING.test(purpose)) return undefined;
  return {
    sentence: `“${purpose}” can mean anything, so what you share could be used for anything.`,
    field: 'purpose',
    quote: quoteOf(scene, purpose, 'nda-purpose'),
    edit: 'Name what you talk about, such as “a new online shop”.',
  };
}

const PENALTY = /\b(?:penalt(?:y|ies)|liquidated damages|Vertragsstrafe|pénalité|clause pénale|penalización)\b/i;

function penalty(scene: LintScene): Found | undefined {
  const own = scene.terms.purpose && ownSentences(scene.terms).find(({ text }) => PENALTY.test(text));
  if (!own) return undefined;
  return {
    sentence: 'Your own wording asks for a fixed penalty, which binds you as well, and turns any slip into a debt.',
    field: own.field,
    quote: quoteOwn(scene, own.text),
    fix: withoutSentence(scene.terms, own),
    edit: 'Or leave it, if both of you want it.',
  };
}

function long(scene: LintScene): Found | undefined {
  const months = scene.terms.secretMonths?.value ?? 0;
  return months > LONG_MONTHS
    ? spanned(scene, `${spanOf(months)} are long, and both of you have to keep track.`)
    : undefined;
}

function short(scene: LintScene): Found | undefined {
  const months = scene.terms.secretMonths?.value ?? SHORT_MONTHS;
  if (months >= SHORT_MONTHS) return undefined;
  return spanned(scene, `${spanOf(months)} may be over before what you talk about is out.`);
}

function spanned(scene: LintScene, sentence: string): Found {
  return {
    sentence,
    field: 'secretMonths',
    quote: quoteOf(scene, spanOf(scene.terms.secretMonths?.value ?? 0), 'nda-span'),
    fix: { label: `Make it ${spanOf(USUAL_MONTHS)}`, terms: changed(scene.terms, { secretMonths: USUAL_MONTHS }) },
  };
}
