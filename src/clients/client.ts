import { z } from 'zod';
import type { Id } from '../shared/ids.ts';
import { Refusal } from '../shared/refusal.ts';

/** The button that opens the form of one client. */
export const EDIT_ACTION = 'client:edit';

/** Prices are plus tax for businesses and tax inclusive for private persons, unless the terms say otherwise. */
export const CLIENT_KINDS = { business: 'A business', private: 'A private person' } as const;
export type ClientKind = keyof typeof CLIENT_KINDS;

/** Languages that contracts, pages and mails are written in. */
export const LANGUAGES = { en: 'English' } as const;

/** The country of a client of whom nobody has said one: left out wherever it would be shown. */
export const UNKNOWN_COUNTRY = '';

/** A person of the client's: links, sessions, codes and signers hang on contacts. */
export type Contact = {
  workspaceId: Id<'workspace'>;
  id: Id<'contact'>;
  clientId: Id<'client'>;
  name: string;
  /** Lower case. */
  email: string;
  maySign: boolean;
  getsInvoices: boolean;
  mailState: string;
};

export type Client = {
  workspaceId: Id<'workspace'>;
  id: Id<'client'>;
  /** The person or firm as the freelancer calls them. */
  name: string;
  /** The firm's full name, as it stands on contracts and invoices. */
  company: string | null;
  kind: ClientKind;
  /** A code, or `UNKNOWN_COUNTRY`. */
  country: string;
  timeZone: string;
  language: string;
  currency: string;
  channelId: string | null;
  /** Lines for contracts and invoices, joined by line feeds. */
  address: string | null;
  /** For invoices on which the client owes the tax. */
  taxId: string | null;
  createdAt: Date;
  /** Oldest first. */
  contacts: Contact[];
};

/** Whether a client's mail may go to a contact: theirs, and its address was not replaced by another. */
export function isInUse(contact: Pick<Contact, 'clientId' | 'maySign'>, clientId: string): boolean {
  return contact.clientId === clientId && contact.maySign;
}

/** What a form says of a client: everything that may change about one. */
export type ClientFacts = Pick<
  Client,
  'name' | 'company' | 'kind' | 'country' | 'timeZone' | 'language' | 'currency' | 'channelId' | 'address' | 'taxId'
> & { contactName: string; email: string };

/** The party's name as it stands on paper. */
export function partyName(client: Pick<Client, 'name' | 'company'>): string {
  return client.company ?? client.name;
}

/** Who signs and gets the mail: the one address a client has in use. */
export function mainContact(client: Pick<Client, 'name' | 'contacts'>): Contact {
  const contact = client.contacts.find((each) => each.maySign && each.getsInvoices) ?? client.contacts[0];
  if (contact) return contact;
  throw new Refusal(
    'client.no-email',
    `${client.name} has no e-mail address yet. Add one with /client first.`,
    'email',
  );
}

// 254 octets is the longest address SMTP can carry (RFC 5321 4.5.3.1.3, erratum 1690).
const Email = z.email().max(254);

export function parseEmail(text: string, field = 'email'): string {
  const typed = text.trim().toLowerCase();
  if (Email.safeParse(typed).success) return typed;
  throw new Refusal('client.bad-email', 'That is not an e-mail address. Write it like dana@acme.test.', field);
}

export type ClientLine = { name: string | undefined; email: string | undefined };

/** Reads what follows /client: `Dana Reyes dana@acme.test`, in any order, with brackets or commas or without. */
export function readClientLine(text: string): ClientLine {
  // Slack may turn a typed address into `<mailto:dana@acme.test|dana@acme.test>`.
  const typed = text.replace(/<mailto:([^|>]+)(?:\|[^>]*)?>/gi, ' $1 ');
  const address = typed.split(/[\s,;()<>"]+/).find((word) => Email.safeParse(word.toLowerCase()).success);
  const name = (address ? typed.replace(address, ' ') : typed)
    .replace(/^\s*(add|new)\s+/i, '')
    .replace(/[<>()",;]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return { name: name || undefined, email: address?.toLowerCase() };
}

export function factsOf(client: Client): ClientFacts {
  const { name, company, kind, country, timeZone, language, currency, channelId, address, taxId } = client;
  const contact = mainContact(client);
  return {
    name,
    company,
    kind,
    country,
    timeZone,
    language,
    currency,
    channelId,
    address,
    taxId,
    contactName: contact.name,
    email: contact.email,
  };
}
