import { isWorked } from '../contracts/terms.ts';
import { changed, clausesNamed, type Found, type LintScene, quoteOf, type Rule } from './finding.ts';
import { ownLines, ownSentences, withSentence } from './own-words.ts';

const NET_LONG = 30;
/**
 * EU directive 2011/7 art. 3(5): more only if both agreed expressly. The United Kingdom asks that a later day was agreed at all;
 * in both it may not be grossly unfair to who is paid.
 */
const NET_VERY_LONG = 60;
const TRAVEL =
  /\b(travel|trip|flight|train|hotel|accommodation|mileage|shipping|postage|printing|prints|props|stock (?:photos?|images?|footage)|venue|studio hire|licen[cs]es? for fonts?)\b/i;

/** Rules of the craft about how and when the money comes. */
export const MONEY_RULES: readonly Rule[] = [
  { id: 'money.no-late-clause', title: 'Late payment', grade: 'warns', check: noLateClause },
  { id: 'money.net-long', title: 'Long time to pay', grade: 'suggests', check: netLong },
  { id: 'money.no-expenses', title: 'Expenses', grade: 'suggests', check: noExpenses },
  { id: 'money.no-cap', title: 'No limit to the hours', grade: 'warns', check: noCap },
];

function noLateClause(scene: LintScene): Found | undefined {
  if (clausesNamed(scene, 'late-payment').length > 0) return undefined;
  if (ownSentences(scene.terms).some(({ text }) => /\blate|overdue|interest\b/i.test(text))) return undefined;
  return {
    sentence: 'Nothing says what happens when an invoice is paid late.',
    fix: withSentence(
      scene.terms,
      'If an invoice is not paid when it is due, we may charge interest on it for late payment, as far as the law allows it.',
      'Add a sentence on interest',
    ),
    way: { opens: 'terms', field: 'specialTerms' },
    edit: 'Or choose a kind of work that has a clause on late payment.',
  };
}

function netLong(scene: LintScene): Found | undefined {
  const net = scene.terms.netDays?.value ?? 0;
  if (net <= NET_LONG) return undefined;
  const very = net > NET_VERY_LONG;
  return {
    sentence: very
      ? `${net} days to pay is longer than the law of many places allows between businesses.`
      : `${net} days to pay is long: you lend the client your money.`,
    grade: very ? 'warns' : undefined,
    field: 'netDays',
    quote: quoteOf(scene, `${net} days`, 'payment'),
    fix: { label: 'Make it 30 days', terms: changed(scene.terms, { netDays: NET_LONG }) },
  };
}

function noExpenses(scene: LintScene): Found | undefined {
  const { terms } = scene;
  if (terms.expenses) return undefined;
  const word = [terms.title?.value ?? '', ...ownLines(terms)].map((text) => TRAVEL.exec(text)?.[0]).find(Boolean);
  if (!word) return undefined;
  return {
    sentence: `The work names “${word}”, and nothing is agreed about its cost: you would have to ask before each expense.`,
    field: 'expenses',
    quote: quoteOf(scene, /./, 'expenses'),
    fix: { label: 'Charge it at cost', terms: changed(terms, { expenses: { kind: 'at-cost' } }) },
    also: [{ label: 'Say that the price includes it', terms: changed(terms, { expenses: { kind: 'included' } }) }],
  };
}

function noCap(scene: LintScene): Found | undefined {
  const { terms } = scene;
  const rate = terms.rate?.value;
  if (!isWorked(terms) || !rate || rate.capMinor !== null || !['hour', 'day'].includes(rate.unit)) return undefined;
  return {
    sentence: `Work is billed by the ${rate.unit} and nothing says what it may come to at most, so the client can dispute any sum.`,
    field: 'rate',
    way: { opens: 'terms', field: 'cap' },
    quote: quoteOf(scene, new RegExp(`\\b${rate.unit}\\b`), 'rate', 'fee'),
  };
}
