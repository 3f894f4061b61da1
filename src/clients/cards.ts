import type { KnownBlock } from '@slack/types';
import { actions, button, context, section, summary } from '../slack/blocks.ts';
import { channel, md } from '../slack/mrkdwn.ts';
import { type Client, EDIT_ACTION, mainContact, partyName, readClientLine } from './client.ts';

export const ADD_ACTION = 'client:add';

/** More would not be read in a message. */
const SHOWN = 10;

type Said = { text: string; blocks: KnownBlock[] };

/** The newest clients, each with Edit. `of` says how many there are in all, `like` what was searched for. */
export function clientList(clients: readonly Client[], of: number, like?: string): Said {
  if (clients.length === 0) return nobody(like);
  const shown = clients.slice(0, SHOWN);
  const left = of - shown.length;
  const lead = like ? md`Clients like “${like}”` : md`*Your clients*`;
  return {
    text: summary(like ? `Clients like “${like}”` : 'Your clients'),
    blocks: [
      section(lead),
      ...shown.map((client) => section(lineOf(client), button('Edit', EDIT_ACTION, client.id), client.id)),
      ...(left > 0 ? [context(`And ${left} more. Type /client and a part of a name to find one.`)] : []),
      actions([button('Add a client', ADD_ACTION, 'new')]),
    ],
  };
}

function nobody(like: string | undefined): Said {
  const words = like
    ? md`No client is called “${like}”. Add one with a name and an address: \`/client Dana Reyes dana@acme.test\``
    : md`No clients yet. Add one with a name and an address: \`/client Dana Reyes dana@acme.test\``;
  return {
    text: summary(words),
    blocks: [
      section(words),
      actions([button('Add a client', ADD_ACTION, (like && readClientLine(like).name) ?? 'new', { style: 'primary' })]),
    ],
  };
}

function lineOf(client: Client) {
  const { email } = mainContact(client);
  const firm = client.company && client.company !== client.name ? md`, ${client.company}` : md``;
  const place = client.channelId ? md` · ${channel(client.channelId)}` : md``;
  return md`*${client.name}*${firm}\n${email} · ${client.currency} · ${client.timeZone}${place}`;
}

export function clientHelp(): Said {
  return {
    text: summary('What /client does.'),
    blocks: [
      section(
        md`*Clients* have an address, a country, a time zone and a currency; contracts and invoices take them from there.`,
      ),
      section(
        md`• \`/client Dana Reyes dana@acme.test\` adds one\n• \`/client\` or \`/client list\` shows the newest\n• \`/client dana\` finds one to edit`,
      ),
      actions([button('Add a client', ADD_ACTION, 'new', { style: 'primary' })]),
    ],
  };
}

/** What stands after the form was saved. */
export function clientSaved(client: Client, isNew: boolean): Said {
  const words = isNew
    ? md`*${partyName(client)}* is a client now. Draft their contract with \`/contract\`.`
    : md`*${partyName(client)}* is saved. What was sent or issued before keeps what it said.`;
  return {
    text: summary(words),
    blocks: [section(words), section(lineOf(client), button('Edit', EDIT_ACTION, client.id))],
  };
}
