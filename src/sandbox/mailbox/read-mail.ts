import { type AddressObject, type Attachment, simpleParser } from 'mailparser';
import type { MailAddress, MailAttachment, SandboxMail } from './mail.ts';

/** Takes a mail apart. */
export async function readMail(
  source: Buffer,
  facts: { id: string; at: Date; envelope: SandboxMail['envelope'] },
): Promise<SandboxMail> {
  const parsed = await simpleParser(source, { skipImageLinks: true, skipTextToHtml: true });
  const headers = new Map<string, string[]>();
  for (const { key, line } of parsed.headerLines) {
    const value = line
      .slice(line.indexOf(':') + 1)
      .replaceAll(/\r?\n[ \t]+/g, ' ')
      .trim();
    headers.set(key, [...(headers.get(key) ?? []), value]);
  }
  const attachments = parsed.attachments.map(attachmentOf);
  return {
    id: facts.id,
    receivedAt: facts.at,
    envelope: facts.envelope,
    from: people(parsed.from),
    to: people(parsed.to),
    cc: people(parsed.cc),
    replyTo: people(parsed.replyTo),
    subject: parsed.subject ?? '',
    kind: headers.get('x-retainer-kind')?.[0],
    messageId: parsed.messageId,
    headers,
    text: parsed.text ?? '',
    html: parsed.html === false ? undefined : parsed.html,
    source: source.toString(),
    attachments,
    calendar: attachments.find((one) => one.contentType === 'text/calendar')?.bytes.toString(),
  };
}

function people(field: AddressObject | AddressObject[] | undefined): MailAddress[] {
  if (field === undefined) return [];
  return [field]
    .flat()
    .flatMap((one) => one.value)
    .map(({ name, address }) => ({ name, address: address ?? '' }));
}

function attachmentOf(part: Attachment, index: number): MailAttachment {
  return {
    filename: part.filename ?? `attachment-${index + 1}`,
    contentType: part.contentType,
    bytes: part.content,
    ...(part.cid ? { cid: part.cid } : {}),
  };
}
