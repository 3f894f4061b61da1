import type { KnownBlock, ModalView } from '@slack/types';
import { actions, button, context, linkButton, notice, section, summary } from '../slack/blocks.ts';
import { join, type Mrkdwn, md } from '../slack/mrkdwn.ts';
import { DESK_ACTION } from './profile-form.ts';
import type { Business, Visit } from './workspace.ts';

export const SETTINGS_ACTION = 'workspace:settings';
export const BEGIN_ACTION = 'workspace:begin';

type Said = { text: string; blocks: KnownBlock[] };

const COMMANDS: readonly (readonly [usage: string, does: string])[] = [
  ['/contract Brand identity for Acme (dana@acme.test), EUR 4,000, 50% deposit, done by 10 April', 'drafts a contract'],
  ['/invoice', 'issues the next invoice'],
  ['/client Dana Reyes dana@acme.test', 'adds a client; `/client` alone lists them'],
  ['/retainer settings', 'changes your business details'],
  ['/retainer export', 'gives you invoices and payments as tables'],
];

/** Commands of other slices are named only where `begins` holds them: what is not there is not offered. */
const OWN = ['/client', '/retainer'];

/** What `/retainer help` answers: what can be typed, and the next act as a button. */
export function helpMessage(visit: Visit, begins: readonly string[], unknown?: string): Said {
  const lead = unknown
    ? md`I don’t know ${unknown}. Here is what I do.`
    : md`*Retainer gets you paid.* Type one of these:`;
  const usable = COMMANDS.filter(([usage]) => [...OWN, ...begins].includes(usage.split(' ')[0] ?? ''));
  const lines = usable.map(([usage, does]): Mrkdwn => ({ mrkdwn: `• \`${usage}\` ${does}` }));
  const drafts = begins.includes('/contract');
  const first = visit.business
    ? [
        ...(drafts ? [beginButton()] : []),
        button('Add a client', 'client:add', 'new'),
        button('Settings', SETTINGS_ACTION, 'open'),
      ]
    : [button('Set up your business', SETTINGS_ACTION, 'open', { style: 'primary' })];
  return {
    text: summary(unknown ? md`I don’t know ${unknown}. Try /retainer help.` : 'What you can ask Retainer for.'),
    blocks: [
      section(lead),
      section(join(lines, '\n')),
      context(md`Every command answers \`help\` with examples.`),
      actions(first),
    ],
  };
}

/** What closes the profile form when nothing else was wanted. */
export function savedView(business: Business, begins: readonly string[], waysToPay: boolean): ModalView {
  const view = notice('Saved', md`*${business.name}* is what clients will read from now on.`);
  const drafts = begins.includes('/contract');
  if (waysToPay && !drafts) return view;
  const next = waysToPay
    ? section(md`Next: draft a contract with \`/contract\`, or open its form here.`, beginButton())
    : section(
        'Next: say where transfers go, so that a deposit can be asked for. Bank details are entered in the browser.',
        button('Add bank details', DESK_ACTION, 'bank', { style: 'primary' }),
      );
  return { ...view, blocks: [...view.blocks, next] };
}

const beginButton = () => button('Draft a contract', BEGIN_ACTION, '/contract', { style: 'primary' });

const LINK_WORDS = 'This link is for you alone. It works once, within ten minutes.';

export function deskLinkMessage(url: string): Said {
  return {
    text: summary('Your page is ready.'),
    blocks: [section(LINK_WORDS, linkButton('Open in the browser', url))],
  };
}

export function deskLinkView(url: string): ModalView {
  const view = notice('Your page', LINK_WORDS);
  return { ...view, blocks: [...view.blocks, actions([linkButton('Open in the browser', url, { style: 'primary' })])] };
}

export function bankChangedMessage(by: string, endsIn: string): Said {
  const words = md`*Bank details changed.* ${by} set the account that new invoices show: it ends in ${endsIn}. If that was not agreed, look at it now.`;
  return {
    text: summary(words),
    blocks: [section(words), actions([button('Look at bank details', DESK_ACTION, 'bank')])],
  };
}
