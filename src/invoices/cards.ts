import type { KnownBlock, ModalView } from '@slack/types';
import { notice, section, summary } from '../slack/blocks.ts';
import { channel, join, md } from '../slack/mrkdwn.ts';

type Said = { text: string; blocks: KnownBlock[] };

export function invoiceHelp(): Said {
  return {
    text: summary('What /invoice does.'),
    blocks: [
      section(
        md`*Invoices* get their number when they are issued, go out by mail with a PDF, and are chased by themselves. The balance of a contract issues itself on its end day.`,
      ),
      section(
        join(
          [
            md`• \`/invoice Dana Reyes dana@acme.test EUR 500 logo retouch, net 14\` fills the form`,
            md`• \`/invoice\` alone opens it: another invoice, hours or sessions you have worked, or a planned part or balance that you want to issue now`,
          ],
          '\n',
        ),
      ),
    ],
  };
}

export type Issued = {
  name: string;
  total: string;
  to: string;
  due: string;
  /** Where the project's card stands. */
  channelId: string | undefined;
  /** Why the card is not where one would look for it. */
  note: string | undefined;
};

export function issuedView({ name, total, to, due, channelId, note }: Issued): ModalView {
  const where = channelId && !channelId.startsWith('D') ? channel(channelId) : 'your messages with Retainer';
  return notice(
    'Issued',
    md`*${name}* of ${total} is issued and on its way to ${to}. It is due ${due}.`,
    ...(note ? [note] : []),
    md`The card in ${where} shows when it is looked at and paid.`,
  );
}
