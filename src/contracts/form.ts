import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { Template } from '../clauses/clause.ts';
import { CLIENT_KINDS } from '../clients/client.ts';
import { formatDay } from '../shared/dates.ts';
import { CURRENCIES } from '../shared/money.ts';
import { channel, checkbox, choice, date, dateTime, email, radios, text, textarea } from '../slack/field.ts';
import { form } from '../slack/form.ts';
import type { StoredReading } from './draft-read.ts';
import { type FormField, fieldsNeeded, fieldsWithout } from './form-fields.ts';
import { introOf, questionsOf, withoutGuesses } from './form-intro.ts';
import { PRICE_UNITS } from './form-plan.ts';
import { TAX_CHOICES } from './form-tax.ts';
import { type FormValues, shownTerms } from './form-terms.ts';
import { NOTES_MAX, type Terms } from './terms.ts';

const ALSO_HINT = 'One thing on each line. A line you empty says again what is usual for this kind of work.';
const currencies = Object.fromEntries(CURRENCIES.map((code) => [code, code]));

/** The terms, each field named by its term. */
export const termsForm = form(
  'contract:terms',
  { title: 'Contract', submit: 'Draft it' },
  {
    title: text('What the work is', { max: 120, placeholder: 'Brand identity' }).optionally(),
    template: choice('Kind of work', undefined, {
      hint: 'The kind decides which clauses the contract is made of.',
      dispatch: true,
    }),
    client: text('Client', { max: 120, hint: 'The company or person the contract is with.' }),
    contact: text('Who signs', { max: 120, hint: 'When it is not the client named above.' }).optionally(),
    email: email('Client’s e-mail', { hint: 'The contract is sent here, and signed with a code sent here.' }),
    kind: radios('The client is', CLIENT_KINDS),
    address: text('Client’s address', { max: 300, placeholder: 'Main Street 1, 20095 Hamburg' }).optionally(),
    taxId: text('Client’s VAT number', {
      max: 40,
      placeholder: 'ATU12345678',
      hint: 'Needed on invoices where the client owes the tax: reverse charge.',
    }).optionally(),
    purpose: text('What the talks are about', {
      max: 200,
      placeholder: 'the new online shop',
      hint: 'It stands in the contract after “to talk about”. What you share may be used for this and nothing else.',
    }).optionally(),
    secretFor: text('How long it stays confidential', {
      max: 30,
      placeholder: '3 years',
      hint: 'In months or years, from the day it is shared.',
    }).optionally(),
    fee: text('Price', { max: 30, placeholder: '4,000' }).optionally(),
    unit: choice('The price is for', PRICE_UNITS).optionally(),
    quantity: text('How many hours, days, sessions or months', {
      max: 8,
      hint: 'Left empty: billed as worked. For the whole work it stays empty.',
    }).optionally(),
    cap: text('At most', { max: 30, hint: 'What work that is billed as worked may come to.' }).optionally(),
    currency: choice('Currency', currencies).optionally(),
    taxIncluded: checkbox('Tax', 'The price includes the tax').optionally(),
    taxRate: text('Tax in percent', {
      max: 10,
      placeholder: '19',
      hint: '0 where none is added. Left empty: your usual rate.',
    }).optionally(),
    taxReason: choice('If no tax is added, why', TAX_CHOICES, {
      hint: 'The contract says it, and so does each invoice.',
    }).optionally(),
    deposit: text('Deposit', { max: 30, placeholder: '50%', hint: '50%, a sum like 1,000, or none.' }).optionally(),
    milestones: textarea('Parts of the price', {
      max: 1500,
      placeholder: 'Concept: 30%; 2 March',
      hint: 'When it is paid in parts: one on each line, like “Concept: 30%; 2 March” or “Script: 1,200”. Without a day a part is invoiced when you say so.',
    }).optionally(),
    deliverables: textarea('What the client gets', {
      max: 2500,
      placeholder: '20 edited photos as JPEG, approved by the editor',
      hint: 'One thing on each line, with how many. Where it counts, add “Format: JPEG” or “Accepted when: approved by the editor”.',
    }).optionally(),
    revisions: text('Rounds of revisions', { max: 2, placeholder: '2' }).optionally(),
    startOn: date('Start').optionally(),
    endOn: date('Done by', { hint: 'The last invoice goes out on this day.' }).optionally(),
    bookingAt: dateTime('Booked for', {
      hint: 'For work on a fixed date. The time is in your own time zone.',
    }).optionally(),
    hours: text('Hours booked', { max: 5, placeholder: '6' }).optionally(),
    place: text('Where', { max: 200 }).optionally(),
    moreDates: textarea('More dates', {
      max: 2900,
      placeholder: '19 June 2027; 15:00-18:00',
      hint: 'One on each line. Length and place are those of the first where you leave them out.',
    }).optionally(),
    netDays: text('Days to pay', { max: 3, placeholder: '14' }).optionally(),
    law: text('Whose law applies', {
      max: 80,
      placeholder: 'Ireland',
      hint: 'Left empty: the law of your own place.',
    }).optionally(),
    also: textarea('Also agreed', { max: 2500, hint: ALSO_HINT }).optionally(),
    scopeNotes: textarea('The work in detail', {
      max: NOTES_MAX.scopeNotes,
      hint: 'What is done, and what is not. It is marked as custom wording in the contract.',
    }).optionally(),
    acceptanceNotes: textarea('What the work is checked against', {
      max: NOTES_MAX.acceptanceNotes,
      hint: 'How both of you see that it is done. It is marked as custom wording too.',
    }).optionally(),
    specialTerms: textarea('Special terms', {
      max: NOTES_MAX.specialTerms,
      hint: 'Your own words. They are marked as custom wording in the contract.',
    }).optionally(),
    channel: channel('Channel of the project', {
      hint: 'Left empty: the client’s channel, else this one.',
    }).optionally(),
    openly: checkbox('If others can read that channel', 'Everyone there may see what is agreed').optionally(),
  },
);

/** What the form was opened for; ids are looked up in the workspace of whoever submits it. */
export const FormMetadata = z.object({
  brief: z.string().optional(),
  version: z.string().optional(),
  /** The template whose defaults the form shows, once another was chosen in it. */
  filledBy: z.string().optional(),
  /** How often a field's value was put in anew, by field. */
  renewed: z.record(z.string(), z.int()).optional(),
  /** The brief that keeps what was typed into fields that another kind of work does not have. */
  aside: z.string().optional(),
  /** Whether it was opened from Check, which lies below it then. */
  checks: z.boolean().optional(),
  /** Which quick answer was pressed, by the place of its note. */
  answered: z.record(z.string(), z.int()).optional(),
});
export type FormMetadata = z.infer<typeof FormMetadata>;

export type FormAt = {
  terms: Terms;
  /** What can be chosen: the workspace's own and the library's. */
  templates: readonly Pick<Template, 'id' | 'title' | 'about' | 'priced'>[];
  /** The zone a booking without one is in. */
  zone: string;
  reading: StoredReading | undefined;
  metadata: FormMetadata;
  /** The field that it is opened for. */
  asked?: { field: FormField; why: string };
  title?: string;
  submit?: string;
  /** Values put in anew, in place of what the terms say. */
  values?: Partial<FormValues>;
};

/** The form, filled with what is known; what the brief left open is said above it. */
export function termsView(at: FormAt): ModalView {
  const trait = { priced: templateShown(at)?.priced ?? true };
  const { reading } = at;
  const questions = questionsOf(at, trait);
  const values = shownTerms(withoutGuesses(at.terms, questions), at.zone, questions);
  const day = values.bookingAt ? undefined : at.terms.booking?.value.on;
  const kind = templateShown(at);
  return termsForm.view({
    values: { ...values, fee: values.fee ?? reading?.hints.fee, ...at.values },
    hints: {
      ...(kind && { template: `${kind.about} The kind decides which clauses the contract is made of.` }),
      ...(isDayless(at.terms) && {
        also: `${ALSO_HINT} Calling off in steps needs a booking or a start to count back from.`,
      }),
      ...(day && { bookingAt: `The brief says ${formatDay(day)}. Choose the time, in your own time zone.` }),
      ...elsewhere(at),
    },
    choices: {
      template: Object.fromEntries(at.templates.map(({ id, title, about }) => [id, { label: title, about }])),
    },
    needed: fieldsNeeded(trait, questions),
    intro: reading ? introOf({ ...reading, questions }, at.metadata.answered ?? {}, trait) : [],
    without: [...fieldsWithout(trait), ...(at.metadata.version ? (['channel', 'openly'] as const) : [])],
    metadata: at.metadata,
    ...(at.asked && { asked: at.asked }),
    ...(at.metadata.renewed && { renewed: at.metadata.renewed }),
    ...(at.title && { title: at.title }),
    ...(at.submit && { submit: at.submit }),
  });
}

/** Where a booking goes by another clock than the person's, the form shows its time by theirs. */
function elsewhere({ terms, zone }: FormAt): { bookingAt?: string } {
  const slot = terms.booking?.value;
  if (!slot?.time || slot.zone === zone) return {};
  return {
    bookingAt: `${formatDay(slot.on)}, ${slot.time} by the clock of ${slot.zone}. The field shows your own time.`,
  };
}

/** Whether calling off has a price that the contract can't count to. */
const isDayless = ({ cancellation, booking, startOn }: Terms) =>
  cancellation?.value.kind === 'tiers' && cancellation.origin !== 'template' && !booking && !startOn;

/** The template whose fields a form shows: what is chosen in it, else what the terms say. */
function templateShown({ values, terms, templates }: FormAt): FormAt['templates'][number] | undefined {
  const id = values?.template ?? terms.template?.value;
  return templates.find((each) => each.id === id);
}
