import type { KnownBlock, ModalView } from '@slack/types';
import { notice, section, summary } from '../slack/blocks.ts';
import { join, md } from '../slack/mrkdwn.ts';

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
            md`• \`/invoice Dana Reyes dana@acme.test EUR 500 for logo retouch\` fills the form`,
            md`• \`/invoice\` alone opens it, and offers the balances that are planned`,
          ],
          '\n',
        ),
      ),
    ],
  };
}

export function issuedView(name: string, total: string, to: string): ModalView {
  return notice(
    'Issued',
    md`*${name}* of ${total} is issued and on its way to ${to}.`,
    'The card shows when it is looked at and paid.',
  );
}
