import { z } from 'zod';
import { WHY_NOT } from '../assistant/call.ts';
import { type ParsedBrief, parseBrief } from '../briefs/brief.ts';
import { bystandersIn } from '../briefs/bystanders/bystanders.ts';
import { readConditions } from '../briefs/conditions/conditions.ts';
import { sumOf } from '../briefs/money/amounts.ts';
import { bareAmounts } from '../briefs/money/money.ts';
import { trickyNameSpans } from '../briefs/parties/tricky-names.ts';
import { isQuoted } from '../briefs/passages/quote.ts';
import { type BriefContext, masked, readableBrief } from '../briefs/passages/text.ts';
import { saidIn } from '../briefs/passages/thread.ts';
import { checked, questionsFor } from '../briefs/questions.ts';
import { acceptedIn } from '../briefs/scope/accepted.ts';
import { formatIn } from '../briefs/scope/formats.ts';
import { scanDates } from '../briefs/time/dates.ts';
import { instruction, templateOf } from '../clauses/read.ts';
import type { Answer, Ask } from '../platform/model.ts';
import { deliverableOf, deliverableWords } from './deliverable.ts';
import { droppedFrom, isOpen } from './model-dropped.ts';
import { askForSlots, NO_SLOTS, slotsFrom } from './slots.ts';
import { partyOf, type TermName, type Terms, term } from './terms.ts';

const Said = z.strictObject({ value: z.string(), quote: z.string() });
const Maybe = Said.nullable();

/** What the model is asked to report (schema `contract_terms`): words of the brief, never figures of its own. */
export const ContractTerms = z.strictObject({
  title: Maybe,
  template: Maybe,
  clientName: Maybe,
  clientCompany: Maybe,
  deliverables: z.array(z.strictObject({ ...Said.shape, format: Maybe, accepted: Maybe })),
  fee: Maybe,
  deposit: Maybe,
  startOn: Maybe,
  endOn: Maybe,
  revisions: Maybe,
  netDays: Maybe,
});
export type ContractTerms = z.infer<typeof ContractTerms>;

export type Reading = ParsedBrief & {
  readonly source: 'model' | 'parser';
  /** Why a model that is set up did not take part; undefined when it did, or when there is none. */
  readonly why: string | undefined;
};

/** How long a person waits for a model at most, both questions together; and for words nobody has to have. */
const READING_MS = 8_000;
const SLOTS_MS = 4_000;

/** Asks a model one question; whatever goes wrong is an answer too. */
export type AskModel = <T>(ask: Ask<T>) => Promise<Answer<T>>;

/**
 * Reads a brief by rule and, with a model, lets it fill what the rules left open and write the slots of the contract. What the rules read stands: the model can't
 * change a price, a date or a party, nor settle what the rules found unclear. Its words count only where they stand in the
 * brief, and figures and dates are read again from those words. Throws only what `parseBrief` throws.
 */
export async function readBrief(ask: AskModel | undefined, brief: string, context: BriefContext): Promise<Reading> {
  const parsed = parseBrief(brief, context);
  if (!ask) return { ...parsed, source: 'parser', why: undefined };
  const text = readableBrief(brief);
  // Words to a machine are nobody's: no quotation of them counts, whoever points at them.
  const { said: heard } = saidIn(text);
  const startedAt = performance.now();
  const answer = await ask(askFor(text, context));
  if (!answer.ok)
    return { ...parsed, source: 'parser', why: `${WHY_NOT[answer.failure]}, so the brief was read by rule.` };
  const added = checked(additions(heard, answer.value, parsed, context));
  const dropped = droppedFrom(answer.value, parsed, added);
  // Only what a good reader of terms writes is asked for, in what is left of the time that a person waits.
  const left = Math.min(SLOTS_MS, READING_MS - (performance.now() - startedAt));
  const slots = hasWork(parsed.found)
    ? slotsFrom(heard, await ask(askForSlots(text, left)), parsed, context)
    : { found: {}, notes: [] };
  const found = { ...parsed.found, ...added, ...slots.found };
  const notes = [
    ...parsed.notes.filter(({ code }) => code !== 'brief.open-date' || !added.endOn),
    ...dropped,
    ...slots.notes.filter(({ code }) => code !== NO_SLOTS),
  ];
  // The card says it too.
  const why = slots.notes.find(({ code }) => code === NO_SLOTS)?.sentence;
  const settled = new Set(Object.keys(added));
  const questions = [...new Set([...parsed.questions, ...questionsFor(found, notes)])].filter(
    (q) => !settled.has(q) && !(q === 'clientName' && partyOf(found)),
  );
  return { ...parsed, found, notes, questions, source: 'model', why };
}

/** Whether there is any work that words could describe. */
const hasWork = ({ template }: Terms) => templateOf(template?.value ?? '')?.priced !== false;

/** The one question: the brief and the day, and nothing else of the workspace or its clients. */
function askFor(text: string, { today }: BriefContext): Ask<ContractTerms> {
  const { text: instructions, version } = instruction('contract_terms');
  return {
    name: 'contract_terms',
    schema: ContractTerms,
    instructions: `${instructions}\n\nToday is ${today}.`,
    version,
    input: text,
  };
}

type Said = z.infer<typeof Said>;

/** What the model may add to what the rules read; `text` is the brief without words to a machine. */
function additions(text: string, said: ContractTerms, parsed: ParsedBrief, context: BriefContext): Terms {
  const inBrief = (one: Said | null) => (one && isQuoted(text, one.quote) ? one : undefined);
  // A landlord's figure is no term, nor is one in a client's name.
  const ours = masked(text, [...bystandersIn(text), ...trickyNameSpans(text)]);
  const figure = (one: Said | null) => (one && isQuoted(ours, one.quote) ? one : undefined);
  const open = (name: TermName) => isOpen(parsed, name);
  const added: Terms = {};
  const offer = (name: TermName, value: Terms[TermName] | undefined) => {
    if (value && open(name)) Object.assign(added, { [name]: value });
  };
  offer('title', wordsOf(text, inBrief(said.title), 100));
  offer('template', templateFrom(inBrief(said.template)));
  if (!partyOf(parsed.found)) offer('clientCompany', nameOf(text, inBrief(said.clientCompany)));
  const named = nameOf(text, inBrief(said.clientName));
  const person = named && answersTo(named.value, parsed.found.clientEmail?.value, text) ? named : undefined;
  const company = (added.clientCompany ?? parsed.found.clientCompany)?.value;
  if (!company || (person && !isQuoted(company, person.value))) offer('clientName', person);
  offer('fee', feeFrom(ours, figure(said.fee), context));
  offer('deposit', again(figure(said.deposit), 'deposit', context));
  offer('startOn', dayFrom(figure(said.startOn), context));
  offer('endOn', dayFrom(figure(said.endOn), context));
  for (const name of ['revisions', 'netDays'] as const) {
    const one = figure(said[name]);
    offer(name, one && readConditions(one.quote).found[name]);
  }
  const start = added.startOn ?? parsed.found.startOn;
  const end = added.endOn ?? parsed.found.endOn;
  if (start && end && start.value > end.value) {
    delete added.startOn;
    delete added.endOn;
  }
  const items = thingsFrom(text, said, parsed);
  return items ? { ...added, deliverables: items } : added;
}

/** Free words count only if they stand in the brief themselves. */
function wordsOf(text: string, said: Said | undefined, max: number): Terms['title'] {
  const value = said?.value.replace(/\s+/g, ' ').trim();
  if (!said || !value || value.length < 3 || value.length > max || !isQuoted(text, value)) return undefined;
  return term(value.charAt(0).toUpperCase() + value.slice(1), 'brief', said.quote);
}

const NAME = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} .,'’&+-]{1,79}$/u;

function nameOf(text: string, said: Said | undefined): Terms['clientName'] {
  const value = said?.value.replace(/\s+/g, ' ').trim();
  return said && value && NAME.test(value) && isQuoted(text, value) && isQuoted(said.quote, value)
    ? term(value, 'brief', said.quote)
    : undefined;
}

/**
 * Whether a person may be the one at an address. Anybody can be named in a brief; who signs is where the contract goes, so a
 * name the address does not bear out is left for a person to type.
 */
function answersTo(name: string, email: string | undefined, text: string): boolean {
  if (!email) return !/\S@\S/.test(text);
  const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const [local = ''] = plain(email).split('@');
  return plain(name)
    .split(/[^\p{L}\p{N}]+/u)
    .some((word) => word.length > 1 && local.includes(word));
}

function templateFrom(said: Said | undefined): Terms['template'] {
  // That nothing is to be paid is for people to say.
  return said && templateOf(said.value)?.priced ? term(said.value, 'brief', said.quote) : undefined;
}

/** Only a bare figure the rules left aside may still be the fee: what they gave a meaning keeps it. */
function feeFrom(text: string, said: Said | undefined, context: BriefContext): Terms['fee'] {
  const amounts = said ? bareAmounts(text, context).filter((amount) => isQuoted(said.quote, amount.text)) : [];
  const [amount] = amounts;
  const sum = amount && amounts.length === 1 ? sumOf(amount, context.currency) : undefined;
  return said && amount && sum && said.quote.replace(/[^\d]/g, '') === amount.digits.replace(/[^\d]/g, '')
    ? term(sum, 'brief', said.quote)
    : undefined;
}

/** The rules' own reading of the quoted words alone. */
function again<K extends TermName>(said: Said | undefined, name: K, context: BriefContext): Terms[K] | undefined {
  return said && parseBrief(said.quote, context).found[name];
}

function dayFrom(said: Said | undefined, { today }: BriefContext): Terms['endOn'] {
  const [date, ...more] = said ? scanDates(said.quote, today) : [];
  return said && date?.day && more.length === 0 ? term(date.day, 'brief', said.quote) : undefined;
}

/** A list the rules found stands; where they only had the title, the model's may be finer. */
function thingsFrom(text: string, said: ContractTerms, parsed: ParsedBrief): Terms['deliverables'] {
  const known = parsed.found.deliverables;
  if (known && known.quote !== parsed.found.title?.quote) return undefined;
  const items = said.deliverables.flatMap((one) => {
    const words = isQuoted(text, one.quote) ? wordsOf(text, one, 200) : undefined;
    return words ? [{ quote: words.quote, thing: deliverableOf(words.value, besidesOf(text, one)) }] : [];
  });
  const [first] = items;
  if (!first || items.length > 40) return undefined;
  const things = [...new Map(items.map(({ thing }) => [deliverableWords(thing), thing])).values()];
  return term(things, 'brief', first.quote);
}

/** Format and acceptance count where the brief has the words and the rules read them so too. */
function besidesOf(text: string, { format, accepted }: ContractTerms['deliverables'][number]) {
  const words = (one: Said | null) =>
    one && isQuoted(text, one.quote) && isQuoted(one.quote, one.value) ? one.value.trim() : undefined;
  const [form, condition] = [words(format), words(accepted)];
  return {
    format: form && formatIn(`Thing as ${form}`) === form ? form : undefined,
    accepted: condition && acceptedIn(`Thing, ${condition}`) === condition ? condition : undefined,
  };
}
