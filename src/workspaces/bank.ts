import { electronicFormatIBAN, isValidBIC, isValidIBAN } from 'ibantools';
import { unprintable } from '../documents/fonts.ts';
import { type Core, transact } from '../platform/work.ts';
import { Refusal } from '../shared/refusal.ts';
import { typedLine } from '../shared/typed.ts';
import { businessById, lockWorkspace } from './read.ts';
import { noteSetting, saveBankDetails } from './store.ts';
import type { BankDetails, Visit } from './workspace.ts';

export type BankTyped = Partial<Record<keyof BankDetails, string>>;

/** What was typed into the desk's form, tidied. Throws a refusal at the field that is wrong. */
export function readBank(typed: BankTyped): BankDetails {
  const of = (field: keyof BankDetails) => typedLine(typed[field] ?? '') || null;
  const holder = of('holder');
  const account = of('account');
  const routing = of('routing');
  const bank = of('bank');
  const iban = electronicFormatIBAN(of('iban') ?? undefined) || null;
  const bic = of('bic')?.replace(/\s+/g, '').toUpperCase() ?? null;
  const refuse = (why: string, field: keyof BankDetails): never => {
    throw new Refusal(`bank.bad-${field}`, why, field);
  };
  if (!holder) return refuse('Who the account belongs to is needed.', 'holder');
  for (const [field, value] of Object.entries({ holder, account, routing, bank }))
    if (value && value.length > 80) return refuse('Please use at most 80 characters.', field as keyof BankDetails);
  for (const [field, value] of Object.entries({ holder, bank })) {
    const sentence = unprintable(value ?? '');
    if (sentence) return refuse(sentence, field as keyof BankDetails);
  }
  if (!iban && of('iban')) return refuse('That is not an IBAN.', 'iban');
  if (iban && !isValidIBAN(iban))
    return refuse('The check digits of that IBAN are wrong: compare it with your bank’s.', 'iban');
  if (iban && (account || routing))
    return refuse('An IBAN stands alone: leave account number and routing code empty.', 'account');
  if (!iban && !account) return refuse('Give an IBAN, or an account number where there are none.', 'iban');
  if (!iban && !routing) return refuse('An account number needs its routing or sort code.', 'routing');
  if (account && !/^[0-9A-Za-z][0-9A-Za-z ./-]*$/.test(account))
    return refuse('An account number has digits and letters only.', 'account');
  if (routing && !/^[0-9A-Za-z][0-9A-Za-z ./-]*$/.test(routing))
    return refuse('A routing or sort code has digits and letters only.', 'routing');
  if (bic && !isValidBIC(bic)) return refuse('That is not a BIC: it has 8 or 11 letters and digits.', 'bic');
  return { holder, iban, account, routing, bic, bank };
}

/**
 * Saves where transfers go. Every owner hears of it in Slack, because whoever can change it can take the money. Invoices
 * issued before keep the account they were issued with.
 */
export async function saveBank(core: Core, visit: Visit, details: BankDetails): Promise<void> {
  const { workspace, member, business } = visit;
  if (!business)
    throw new Refusal('business.missing', 'Fill in your business first: type /retainer settings in Slack.');
  await transact(core, workspace.id, async (work) => {
    await lockWorkspace(work);
    const { id } = await businessById(work.tx, workspace.id, business.id);
    await saveBankDetails(work, id, details);
    await noteSetting(work, {
      kind: 'bank.saved',
      subjectId: id,
      actor: member.id,
      detail: { holder: details.holder, endsIn: endOf(details) },
    });
    await work.owe({
      effect: 'workspace.tell-bank-change',
      subjectId: member.id,
      onceKey: `workspace.tell-bank-change/${id}/${work.now.getTime()}`,
    });
  });
}

/** Enough to recognise an account by, too little to use it. */
export function endOf(details: BankDetails): string {
  return (details.iban ?? details.account ?? '').replace(/\s/g, '').slice(-4);
}
