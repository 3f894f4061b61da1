import type { Template } from '../clauses/clause.ts';
import { isSame } from '../shared/same.ts';
import { ALSO_LINES } from './also-lines.ts';
import type { FormValues } from './form-terms.ts';
import { isWorked, type TermName, type Terms, term } from './terms.ts';
import { fillTerms, type TermDefaults } from './terms-defaults.ts';

/** What a form says, by term; null is a term that is said to be none. */
export type Read = { [K in TermName]?: unknown };

/** What the form showed, with the defaults of the template that was chosen in it since; none answers for what is asked. */
export function chosenTerms(
  shown: Terms,
  template: Template,
  { defaults, asked = [] }: { defaults: TermDefaults; asked?: readonly string[] },
): Terms {
  if (template.id === shown.template?.value) return shown;
  const said = saidTerms(shown);
  const usual = Object.entries(fillTerms(said, template, defaults)).filter(
    ([name]) => said[name as TermName] || !asked.includes(name),
  );
  return { ...shown, ...Object.fromEntries(usual) };
}

type Before = { filled: FormValues; shown: Terms; chosen: Terms };

/**
 * What was filled in, completed with defaults. What stands as the form showed it keeps its origin and its quotation, also
 * where the template chosen since put it there.
 */
export function withDefaults(values: Read, before: Before, template: Template, defaults: TermDefaults): Terms {
  const { filled, shown, chosen } = before;
  const kept: Record<string, unknown> = { ...hiddenTerms(shown, filled) };
  if (isAnother(values, shown)) for (const name of WHERE) if (shown[name]?.origin === 'brief') delete kept[name];
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined || value === null) continue;
    const stood = [shown[name as TermName], chosen[name as TermName]].find((one) => one && isSame(one.value, value));
    kept[name] = stood ?? term(value, 'form');
  }
  if (isWithoutRest(kept as Terms)) delete kept.killFee;
  // The usual way of moving a booking goes with the booking.
  if (!kept.booking && (kept as Terms).rescheduling?.origin === 'template') delete kept.rescheduling;
  const terms: Record<string, unknown> = { ...fillTerms(kept as Terms, template, defaults) };
  // What the person left empty stays empty: a default they saw and deleted does not come back.
  for (const name of LEFT_EMPTY) if (name in values && values[name] === undefined) delete terms[name];
  for (const [name, value] of Object.entries(values)) if (value === null) delete terms[name];
  return terms as Terms;
}

/** Where the client is, as far as words say it of the one they name. */
const WHERE = ['clientCountry', 'clientArea'] as const;

/** Whether a form names another client than its brief did: neither the address for mail nor a name is the same. */
function isAnother(values: Read, shown: Terms): boolean {
  const names = ['clientEmail', 'clientCompany', 'clientName'] as const;
  const stays = names.some((name) => shown[name] && shown[name].value === values[name]);
  return shown.clientEmail !== undefined && !stays;
}

/** Whether a kill fee is only the usual one and there is no rest that it could be a share of. */
const isWithoutRest = (terms: Terms) =>
  terms.killFee?.origin === 'template' &&
  (isWorked(terms) || terms.booking !== undefined || terms.cancellation?.value.kind === 'tiers');

const LEFT_EMPTY = [
  'fee',
  'rate',
  'milestones',
  'revisions',
  'startOn',
  'endOn',
  'booking',
  'laterBookings',
  'deliverables',
  'scopeNotes',
  'acceptanceNotes',
  'specialTerms',
  'clientName',
  'clientCompany',
  'clientAddress',
  'clientTaxId',
] as const;

const HIDDEN = ['clientCountry', 'clientArea', 'clientZone', 'variants'] as const;
/** Terms that have a field in every form but those opened before it came to be. */
const SINCE: [TermName, keyof FormValues][] = [
  ['clientAddress', 'address'],
  ['clientTaxId', 'taxId'],
  ['governingLaw', 'law'],
  ['taxRateMilli', 'taxRate'],
  ['taxReason', 'taxReason'],
  ...ALSO_LINES.map((line): [TermName, keyof FormValues] => [line.term, 'also']),
];

/** Terms without a field: only those someone said; a template's own give way to the chosen template's. */
function hiddenTerms(shown: Terms, filled: FormValues): Partial<Terms> {
  const said = saidTerms(shown);
  const names = [...HIDDEN, ...SINCE.flatMap(([name, field]) => (field in filled ? [] : [name]))];
  return Object.fromEntries(names.map((name) => [name, said[name]] as const).filter(([, each]) => each));
}

/** Terms that someone said, without what a template or the workspace put in. */
export function saidTerms(shown: Terms): Terms {
  return Object.fromEntries(
    Object.entries(shown).filter(([, said]) => said && said.origin !== 'template' && said.origin !== 'workspace'),
  );
}
