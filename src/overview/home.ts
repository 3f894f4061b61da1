import type { KnownBlock, HomeView as SlackHome } from '@slack/types';
import { actions, button, context, divider, header, home, section } from '../slack/blocks.ts';
import { channel, join, type Mrkdwn, md } from '../slack/mrkdwn.ts';
import { BEGIN_ACTION, SETTINGS_ACTION } from '../workspaces/cards.ts';
import type { HomeLine, HomeView } from './home-view.ts';

/** The App Home of a member: what waits, what went quiet, what is owed, what was last. */
export function homeBlocks(view: HomeView): SlackHome {
  const empty = view.recent.length === 0;
  return home([
    header(view.business),
    // Two buttons of one action id need a block each.
    actions([button('Draft a contract', BEGIN_ACTION, '/contract', { style: 'primary' })], 'begin-contract'),
    actions(
      [button('Issue an invoice', BEGIN_ACTION, '/invoice'), button('Settings', SETTINGS_ACTION, 'open')],
      'begin-invoice',
    ),
    ...(empty
      ? [
          section(
            'Nothing here yet. Draft the first contract: type what you agreed on behind /contract, or press the button.',
          ),
        ]
      : [
          ...part('Needs attention', view.attention, 'Nothing waits for you.'),
          ...part('Gone quiet', view.quiet, 'Nothing has been silent for three days.'),
          divider(),
          section(md`*Open money*\n${join(view.money.length > 0 ? view.money : ['Nobody owes you anything.'], '\n')}`),
          ...part('Recent', view.recent, ''),
        ]),
  ]);
}

function part(title: string, lines: readonly HomeLine[], none: string): KnownBlock[] {
  if (lines.length === 0) return [section(md`*${title}*`), context(none)];
  return [section(join([md`*${title}*`, ...lines.map(lineOf)], '\n'))];
}

function lineOf({ title, client, why, channelId }: HomeLine): Mrkdwn {
  const place = channelId && !channelId.startsWith('D') ? md` · ${channel(channelId)}` : md``;
  return md`• *${title}*, ${client}: ${why}${place}`;
}

/** For someone whose business is not known yet. */
export function firstHome(): SlackHome {
  return home([
    header('Retainer gets you paid'),
    section('Contracts, signatures, deposits, invoices and reminders, from a message to the last receipt.'),
    actions([button('Set up your business', SETTINGS_ACTION, 'open', { style: 'primary' })]),
    context('It asks once who your contracts and invoices come from.'),
  ]);
}

/** For guests and people of other organisations. */
export function closedHome(sentence: string): SlackHome {
  return home([header('Retainer'), section(sentence)]);
}
