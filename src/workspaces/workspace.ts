import { z } from 'zod';
import { fingerprint } from '../platform/crypto.ts';
import type { Id } from '../shared/ids.ts';
import { Refusal } from '../shared/refusal.ts';

/** A Slack team that has, or had, Retainer installed. */
export type Workspace = {
  id: Id<'workspace'>;
  slackTeamId: string;
  name: string;
  state: 'installed' | 'removed';
};

/** An owner may spend, refund and change settings; a member may do everything else. */
export type Role = 'owner' | 'member';

export type Member = {
  workspaceId: Id<'workspace'>;
  id: Id<'member'>;
  slackUserId: string;
  role: Role;
  name: string;
  timeZone: string;
  state: 'active' | 'left';
};

/** Why a business charges no tax, whoever the client is. */
export const OWN_TAX_REASONS = { 'small-business': 'Small business exemption', exempt: 'My work is exempt' } as const;
export type OwnTaxReason = keyof typeof OWN_TAX_REASONS;

/** The issuer of contracts and invoices. */
export type Business = {
  workspaceId: Id<'workspace'>;
  id: Id<'business'>;
  name: string;
  /** Lines as they stand on paper, without the country. */
  address: string[];
  email: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  timeZone: string;
  currency: string;
  taxId: string | null;
  /** Thousandths of a percent: 19 % = 19000. */
  taxRateMilli: number;
  /** Why it never charges tax; what the client owes (reverse charge) depends on the client. */
  taxReason: OwnTaxReason | null;
  /** Thousandths of a percent of the total. */
  depositMilli: number;
  /** Days from issue to due. */
  netDays: number;
  /** Cards are taken with a test key, so nothing issued now is a real invoice. */
  testMode: boolean;
  hasBankDetails: boolean;
};

/** Who acts, where, and for which business; `business` is missing until the profile has been filled in. */
export type Visit = { workspace: Workspace; member: Member; business: Business | undefined };

/** What Slack says of a person, in our words. */
export type Person = {
  slackUserId: string;
  name: string;
  timeZone: string;
  isAdmin: boolean;
  isGuest: boolean;
  isBot: boolean;
  /** From another organisation, here by a shared channel. */
  isStranger: boolean;
  hasLeft: boolean;
};

/** The tenant is the installation: whoever is not a full member of it can't act in it. */
export function checkPerson(person: Person): void {
  if (person.isBot) throw new Refusal('member.bot', 'Retainer answers people only.');
  if (person.isStranger)
    throw new Refusal(
      'member.stranger',
      'You are here from another organisation, so Retainer can’t act for you. Ask someone of this workspace.',
    );
  if (person.hasLeft) throw new Refusal('member.left', 'Your account in this workspace has been switched off.');
  if (person.isGuest)
    throw new Refusal('member.guest', 'Guests can’t use Retainer. Ask a full member of this workspace.');
}

/** Slack's admins are owners; so is whoever installed the app, whatever Slack says of them. */
export function roleOf(person: Person, installedIt: boolean): Role {
  return person.isAdmin || installedIt ? 'owner' : 'member';
}

/** @param owners Names of those who may, for the refusal. */
export function checkOwner(member: Pick<Member, 'role' | 'state'>, owners: readonly string[] = []): void {
  if (member.state === 'active' && member.role === 'owner') return;
  const who = owners.length > 0 ? listOf(owners) : 'an admin of this Slack workspace, or whoever installed Retainer';
  throw new Refusal('member.not-owner', `Only an owner can do this. Ask ${who}.`);
}

function listOf(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}

/** Where a client's transfer goes: an IBAN, or account and routing numbers where there are no IBANs. */
export const BankDetails = z.object({
  holder: z.string(),
  iban: z.string().nullable(),
  account: z.string().nullable(),
  routing: z.string().nullable(),
  bic: z.string().nullable(),
  bank: z.string().nullable(),
});
export type BankDetails = z.infer<typeof BankDetails>;

/** The rows a client sees, label and value, on every surface. */
export function bankLines(details: BankDetails): [label: string, value: string][] {
  const rows: [string, string | null][] = [
    ['Account holder', details.holder],
    ['IBAN', details.iban && (details.iban.match(/.{1,4}/g) ?? []).join(' ')],
    ['Account number', details.account],
    ['Routing or sort code', details.routing],
    ['BIC', details.bic],
    ['Bank', details.bank],
  ];
  return rows.filter((row): row is [string, string] => Boolean(row[1]));
}

/** The payment account of the key in the configuration, which has no id of its own in what the provider sends. */
export const PLATFORM_ACCOUNT = 'platform';

/** Says whether the profile changed between the opening of the form and its submission. */
export function seenOf(business: Business): string {
  const { workspaceId, id, hasBankDetails, ...profile } = business;
  return fingerprint(profile);
}
