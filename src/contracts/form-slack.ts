import type { App, ViewOutput } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { Template } from '../clauses/clause.ts';
import { templateFor, templatesOf } from '../clauses/template-read.ts';
import type { Core } from '../platform/work.ts';
import { instantOf } from '../shared/dates.ts';
import { Refusal } from '../shared/refusal.ts';
import { blockOf, metadataOf } from '../slack/form.ts';
import { type Action, onAction, type Who } from '../slack/listen.ts';
import { updateModal } from '../slack/modal.ts';
import { requireBusiness } from '../workspaces/visit.ts';
import type { Business, Visit } from '../workspaces/workspace.ts';
import type { Version } from './contract.ts';
import { type Brief, briefById } from './draft-read.ts';
import { type FormAt, FormMetadata, termsForm, termsView } from './form.ts';
import { renewedAlso, withAlso } from './form-also.ts';
import { asideOf, ownFields, valuesOf } from './form-fields.ts';
import { ANSWER, AnswerChosen } from './form-intro.ts';
import { saidTerms } from './form-kept.ts';
import { type FormValues, shownTerms } from './form-terms.ts';
import { asideKept, keepAside } from './keep-aside.ts';
import { versionById } from './read.ts';
import { defaultsOf } from './take-brief.ts';
import type { Terms } from './terms.ts';
import { fillTerms } from './terms-defaults.ts';

/** The select that tells at once: another template has other defaults. */
const TEMPLATE = 'template';
type Defaulted = 'deposit' | 'revisions' | 'netDays';
const DEFAULTED: readonly Defaulted[] = ['deposit', 'revisions', 'netDays'];

type Parts = { core: Core; visit: (who: Who) => Promise<Visit> };

export function listenToForm(app: App, parts: Parts): void {
  onAction(app, TEMPLATE, (args) => refill(parts, args));
  onAction(app, ANSWER, (args) => answer(parts, args));
}

export async function briefView(core: Core, brief: Brief, business: Business): Promise<ModalView> {
  return termsView(await briefAt(core, brief, business));
}

/** @param asked The field that it is opened for, from Check. */
export async function editView(
  core: Core,
  version: Version,
  business: Business,
  asked?: FormAt['asked'],
): Promise<ModalView> {
  const at = await editAt(core, version, business);
  return termsView(asked ? { ...at, asked, metadata: { ...at.metadata, checks: true } } : at);
}

async function briefAt({ db }: Core, brief: Brief, business: Business): Promise<FormAt> {
  return {
    terms: brief.reading.terms,
    templates: await templatesOf(db, business.workspaceId),
    zone: business.timeZone,
    reading: brief.body ? brief.reading : undefined,
    metadata: { brief: brief.id },
  };
}

async function editAt({ db }: Core, version: Version, business: Business): Promise<FormAt> {
  return {
    terms: version.terms,
    templates: await templatesWith(db, business.workspaceId, version.terms),
    zone: business.timeZone,
    reading: undefined,
    metadata: { version: version.id },
    title: 'Edit terms',
    submit: 'Make this version',
  };
}

/** A contract goes on with the template it was made of, even where that was archived since. */
async function templatesWith(db: Core['db'], workspaceId: string, terms: Terms): Promise<Template[]> {
  const templates = await templatesOf(db, workspaceId);
  const used = terms.template?.value ?? '';
  if (templates.some(({ id }) => id === used)) return templates;
  const own = await templateFor(db, workspaceId, used);
  return own ? [own, ...templates] : templates;
}

/**
 * The template that was chosen in a form.
 *
 * @throws Refusal `terms.no-template` for one that is not the workspace's, or was archived while the form was open.
 */
export async function chosenTemplate(
  { db }: Core,
  workspaceId: string,
  id: string,
  before: Terms | undefined,
): Promise<Template> {
  const template = (await templatesWith(db, workspaceId, before ?? {})).find((each) => each.id === id);
  if (template) return template;
  throw new Refusal('terms.no-template', 'That kind of work is not there any more. Choose another.', TEMPLATE);
}

async function refill({ core, visit: visitOf }: Parts, { who, body, client }: Action): Promise<void> {
  const { view } = body;
  if (view?.callback_id !== termsForm.id) return;
  const next = await viewForChosen(core, await visitOf(who), view as ViewOutput);
  if (next) await updateModal(client, view.id, next);
}

/**
 * The form for the template that is chosen in it, where it still shows that of another: its defaults take the place of the
 * last one's, where nobody typed something else. One with a price and one without have other fields; what was typed into
 * those that go is put aside and comes back with them.
 */
async function viewForChosen(core: Core, visit: Visit, view: ViewOutput): Promise<ModalView | undefined> {
  const business = requireBusiness(visit);
  const { workspaceId } = business;
  const kept = metadataOf(view, FormMetadata);
  const at = kept.version
    ? await editAt(core, await versionById(core.db, workspaceId, kept.version), business)
    : await briefAt(core, await briefById(core.db, workspaceId, kept.brief ?? ''), business);
  const filled = termsForm.sofar(view);
  const next = at.templates.find(({ id }) => id === filled.template);
  const last = await templateFor(core.db, workspaceId, kept.filledBy ?? at.terms.template?.value ?? '');
  const chosen = next && (await templateFor(core.db, workspaceId, next.id));
  const were = traitShown(view);
  if (!chosen || !last || (chosen.id === last.id && chosen.priced === were.priced)) return undefined;
  const shown = kept.filledBy ? defaultsShown(at, last, business) : shownTerms(at.terms, at.zone);
  const change: Change = { at, filled, shown, metadata: { ...kept, filledBy: chosen.id } };
  return chosen.priced === were.priced
    ? withDefaultsOf(chosen, business, change)
    : withFieldsOf(chosen, were, { core, visit, business }, change);
}

const traitShown = (view: ViewOutput) => ({ priced: blockOf(view, 'purpose') === undefined });

/** The right form for one that was sent with another kind of contract chosen before its fields could change. */
export async function viewBehind(
  core: Core,
  visit: Visit,
  view: ViewOutput,
  templateId: string,
): Promise<ModalView | undefined> {
  const chosen = await templateFor(core.db, visit.workspace.id, templateId);
  const fits = chosen === undefined || chosen.priced === traitShown(view).priced;
  return fits ? undefined : viewForChosen(core, visit, view);
}

type Change = {
  at: FormAt;
  filled: Partial<FormValues>;
  /** What the form showed before anybody typed. */
  shown: Partial<FormValues>;
  metadata: FormMetadata;
};

/** The same fields with other defaults. */
function withDefaultsOf(chosen: Template, business: Business, { at, filled, shown, metadata }: Change): ModalView {
  const wanted = defaultsShown(at, chosen, business);
  const renewed = { ...metadata.renewed };
  const values: Partial<FormValues> = { ...filled, template: chosen.id };
  for (const name of DEFAULTED) {
    if ((filled[name] ?? '') !== (shown[name] ?? '') || wanted[name] === shown[name]) continue;
    values[name] = wanted[name] ?? '';
    renewed[name] = (renewed[name] ?? 0) + 1;
  }
  const also = 'also' in filled ? renewedAlso(filled.also, shown.also, wanted.also) : (filled.also ?? '');
  if (also !== (filled.also ?? '')) {
    values.also = also;
    renewed.also = (renewed.also ?? 0) + 1;
  }
  return termsView({ ...at, values, metadata: { ...metadata, renewed } });
}

/** Other fields: those that come hold what was typed into them before, else what the template and the brief say. */
async function withFieldsOf(
  chosen: Template,
  were: { priced: boolean },
  { core, visit, business }: { core: Core; visit: Visit; business: Business },
  { at, filled, shown, metadata }: Change,
): Promise<ModalView> {
  const before = await asideKept(core, visit, metadata.aside);
  const aside = { ...without(before, ownFields(were)), ...asideOf(filled, shown, ownFields(were)) };
  const form = { briefId: metadata.aside ?? metadata.brief, terms: at.terms };
  const keptBy = await keepAside(core, visit, form, aside);
  const renewed = { ...metadata.renewed };
  for (const name of ownFields(chosen)) renewed[name] = (renewed[name] ?? 0) + 1;
  const values = {
    ...without(filled, [...ownFields(were), ...ownFields(chosen)]),
    ...valuesOf(aside, ownFields(chosen)),
    template: chosen.id,
  };
  const terms = fillTerms(saidTerms(at.terms), chosen, defaultsOf(business));
  return termsView({ ...at, terms, values, metadata: { ...metadata, aside: keptBy, renewed } });
}

/** Fields by their names, without some of them. */
function without<T extends object>(fields: T, names: readonly string[]): T {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name))) as T;
}

/** What the form shows where only the template says something. */
function defaultsShown(at: FormAt, template: Template, business: Business): Partial<FormValues> {
  return shownTerms(fillTerms(saidTerms(at.terms), template, defaultsOf(business)), at.zone);
}

/** A quick answer goes into its fields; what was typed elsewhere stays, and the answer counts as the form's. */
async function answer({ core, visit: visitOf }: Parts, { who, value, body, client }: Action): Promise<void> {
  const { view } = body;
  if (view?.callback_id !== termsForm.id) return;
  const business = requireBusiness(await visitOf(who));
  const kept = metadataOf(view as ViewOutput, FormMetadata);
  const pressed = AnswerChosen.safeParse(JSON.parse(value || '{}'));
  if (!kept.brief || !pressed.success) return;
  const brief = await briefById(core.db, business.workspaceId, kept.brief);
  const at = await briefAt(core, brief, business);
  const set = brief.reading.notes[pressed.data.note]?.answers?.[pressed.data.answer]?.set;
  if (!set) return;
  const values: Record<string, unknown> = { ...termsForm.sofar(view as ViewOutput) };
  const renewed = { ...kept.renewed };
  for (const [name, said] of Object.entries(set)) {
    const also = withAlso(values.also as string | undefined, name, said);
    const field = also === undefined ? name : 'also';
    const at_ = () => instantOf(`${said}:00`, at.terms.booking?.value.zone || at.zone);
    values[field] = also ?? (name === 'bookingAt' ? at_() : said);
    renewed[field] = (renewed[field] ?? 0) + 1;
  }
  const answered = { ...kept.answered, [pressed.data.note]: pressed.data.answer };
  const metadata = { ...kept, renewed, answered };
  await updateModal(client, view.id, termsView({ ...at, values: values as Partial<FormValues>, metadata }));
}
