/**
 * What may go wrong, matched by recipient: `smtp-4xx`, `smtp-5xx` and `timeout` when the address is named, `data-4xx`,
 * `data-5xx` and `data-timeout` after the mail was sent but before it is kept, `drop-after-accept` once it is kept.
 */
export type MailFault =
  | 'smtp-4xx'
  | 'smtp-5xx'
  | 'timeout'
  | 'data-4xx'
  | 'data-5xx'
  | 'data-timeout'
  | 'drop-after-accept';

export interface MailAddress {
  name: string;
  address: string;
}

export interface MailAttachment {
  filename: string;
  contentType: string;
  bytes: Buffer;
  /** Without angle brackets; what `cid:` in the HTML refers to. */
  cid?: string;
}

export interface SandboxMail {
  id: string;
  receivedAt: Date;
  envelope: { from: string; to: string[] };
  from: MailAddress[];
  to: MailAddress[];
  cc: MailAddress[];
  replyTo: MailAddress[];
  subject: string;
  /** `X-Retainer-Kind`. */
  kind: string | undefined;
  messageId: string | undefined;
  /** Lower-case name to the values as sent, unfolded. */
  headers: ReadonlyMap<string, string[]>;
  text: string;
  html: string | undefined;
  /** The mail as it came over the wire. */
  source: string;
  attachments: MailAttachment[];
  /** The text of the first calendar part, wherever it hangs. */
  calendar: string | undefined;
}

export interface MailFilter {
  to?: string;
  from?: string;
  kind?: string;
  subject?: string | RegExp;
  /** Only mails that came later than this one (its id). */
  after?: string;
}

export function matchesMail(mail: SandboxMail, filter: MailFilter): boolean {
  const { to, from, kind, subject, after } = filter;
  return (
    (to === undefined || mail.envelope.to.some((address) => sameAddress(address, to))) &&
    (from === undefined || mail.from.some((one) => sameAddress(one.address, from))) &&
    (kind === undefined || mail.kind === kind) &&
    (subject === undefined || (typeof subject === 'string' ? mail.subject === subject : subject.test(mail.subject))) &&
    (after === undefined || order(mail.id) > order(after))
  );
}

const sameAddress = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

const order = (id: string): number => Number(id.slice('mail_'.length));

/** The one portal link of a mail, which its text and its HTML must agree on. */
export function soleLink(mail: SandboxMail, base?: string): string {
  const fits = (link: string) => (base === undefined || link.startsWith(`${base}/portal`)) && /\/portal\/?#/.test(link);
  const inText = [...mail.text.matchAll(/https?:\/\/[^\s<>"')\]]+/g)].map((found) => found[0]);
  const inHtml = [...(mail.html ?? '').matchAll(/href="([^"]+)"/g)].map((found) => plain(found[1] ?? ''));
  const links = new Set([...inText, ...inHtml].filter(fits));
  const [first] = links;
  if (links.size === 1 && first !== undefined) return first;
  throw new Error(`"${mail.subject}" has ${links.size === 0 ? 'no portal link' : `${links.size} portal links`}.`);
}

const plain = (attribute: string): string =>
  attribute.replaceAll('&amp;', '&').replaceAll('&#x2F;', '/').replaceAll('&#47;', '/');

/** The one run of exactly six digits in a mail's text. */
export function sixDigits(mail: SandboxMail): string {
  const runs = [...mail.text.matchAll(/(?<![0-9])[0-9]{6}(?![0-9])/g)].map((found) => found[0]);
  const [first] = runs;
  if (runs.length === 1 && first !== undefined) return first;
  throw new Error(`"${mail.subject}" has ${runs.length} runs of six digits in its text; a code mail has exactly one.`);
}
