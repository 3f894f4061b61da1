import { slotsAgreed } from '../bookings/booking.ts';
import { bookedMeanwhile } from '../bookings/read.ts';
import { partyName } from '../clients/client.ts';
import { AI_HELPED, isAiHelped, type Version } from '../contracts/contract.ts';
import { partyOf } from '../contracts/terms.ts';
import { whyUnsignable } from '../contracts/unsignable-read.ts';
import { isGivenBack } from '../invoices/deduct.ts';
import { nameOf } from '../invoices/invoice.ts';
import type { Finding } from '../lint/finding.ts';
import { sceneOf } from '../lint/gate.ts';
import { lint } from '../lint/lint.ts';
import { attemptsOf } from '../payments/attempt-read.ts';
import { unappliedOf } from '../payments/payment.ts';
import type { Database } from '../platform/database.ts';
import { undeliveredOf } from '../projects/mail-read.ts';
import { openQuestionsOf } from '../projects/question-read.ts';
import { formatMoney } from '../shared/money.ts';
import type { CardScene } from './card-view.ts';

/** What a person should look at: each a sentence. */
export async function warningsOf(db: Database, scene: CardScene, version: Version | undefined): Promise<string[]> {
  const { project, payments, invoices, now } = scene;
  const warnings: string[] = [];
  if (version?.state === 'draft') {
    warnings.push(...findingLines(lint(sceneOf(version, scene))));
    const other = otherParty(scene, version);
    if (other) warnings.push(other);
    const why = /^(?:parser|model): (.+)$/.exec(version.reading)?.[1];
    if (why) warnings.push(why);
    if (isAiHelped(version)) warnings.push(AI_HELPED);
  }
  if (version && ['draft', 'sent', 'signed', 'sealed'].includes(version.state))
    for (const slot of slotsAgreed(version.terms))
      if (slot.endAt > now) warnings.push(...(await bookedMeanwhile(db, project, slot)));
  const out = scene.versions.find(({ state }) => state === 'sent');
  const unsignable = out && (await whyUnsignable(db, out, now));
  if (unsignable) warnings.push(`Version ${out.number} is out. ${unsignable.told}`);
  for (const change of scene.changeVersions.filter(({ state }) => state === 'sent')) {
    const why = await whyUnsignable(db, change, now);
    if (why) warnings.push(`The change order “${change.terms.title?.value ?? ''}” is out. ${why.told}`);
  }
  for (const address of await undeliveredOf(db, project.workspaceId, project.id))
    warnings.push(`The last mail to ${address} could not be delivered. See the thread.`);
  const questions = await openQuestionsOf(db, project.workspaceId, project.id);
  if (questions.length > 0)
    warnings.push(
      questions.length === 1 ? 'A question waits in the thread.' : `${questions.length} questions wait in the thread.`,
    );
  for (const invoice of invoices.filter(({ state }) => state === 'open')) {
    const attempt = (await attemptsOf(db, project.workspaceId, invoice.id)).at(-1);
    if (attempt?.state === 'failed')
      warnings.push(`The last payment of ${nameOf(invoice)} failed: ${attempt.failure ?? 'no reason was given'}`);
  }
  const billed = invoices.some(({ kind, state }) => kind === 'final' && state !== 'void');
  if (project.state === 'active' && !billed && isGivenBack(invoices, payments))
    warnings.push(
      'The deposit was given back or is disputed, so the balance does not go out by itself. Issue it with /invoice.',
    );
  for (const payment of payments) {
    if (payment.disputeLostAt) warnings.push(`A dispute over ${formatMoney(payment.disputed)} was lost.`);
    else if (payment.disputedAt) warnings.push(`${formatMoney(payment.disputed)} that was paid is disputed.`);
    const spare = unappliedOf(payment);
    if (spare.minor > 0n) warnings.push(`${formatMoney(spare)} came in that no open invoice asks for.`);
  }
  return warnings;
}

/** The gravest findings in full, the rest of them in a number. */
function findingLines(findings: readonly Finding[]): string[] {
  const grave = findings.filter(({ grade }) => grade !== 'suggests').map(({ sentence }) => sentence);
  const more = grave.length - TOP;
  return [...grave.slice(0, TOP), ...(more > 0 ? [`${more} more to look at: press Check.`] : [])];
}

/** What could be better is no warning; it is counted where the card says what comes next. */
export function suggestionLine(scene: CardScene, version: Version | undefined): string[] {
  if (version?.state !== 'draft') return [];
  const ideas = lint(sceneOf(version, scene)).filter(({ grade }) => grade === 'suggests').length;
  if (ideas === 0) return [];
  return [ideas === 1 ? '1 suggestion: press Check' : `${ideas} suggestions: press Check`];
}

/** Findings a card has room for. */
const TOP = 3;

/** Invoices name the client's own entry, and a contract what was agreed: they should be one and the same. */
function otherParty({ client }: CardScene, { terms }: Version): string | undefined {
  const party = partyOf(terms);
  const email = terms.clientEmail?.value.toLowerCase();
  const theirs = client.contacts.some((contact) => contact.email === email);
  if (!party || !theirs || party === partyName(client)) return undefined;
  return `The contract is with ${party}, but invoices to ${email} name ${partyName(client)}. Change one: Edit terms, or /client.`;
}
