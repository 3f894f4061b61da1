import type { SandboxPerson } from '../slack/person.ts';
import type { SeededTeam } from '../slack/seed.ts';
import { firstWords } from './brief.ts';
import { nextAct } from './next-act.ts';
import type { PageState } from './page-state.ts';
import { channelsOf, faceOf, shownChannel, shownThread, shownView } from './snapshot.ts';
import type { Stage } from './stage.ts';

/** Where a browser looks: every request says so, so that two tabs may be two people. */
export interface Look {
  team: string;
  user: string;
  /** A channel id, `home`, `mail` or `model`. */
  place: string;
  thread: string;
}

export function personAt(stage: Stage, look: Look): { team: SeededTeam; person: SandboxPerson } {
  const teams = stage.teams();
  const team = teams.find((each) => each.id === look.team) ?? teams[0];
  if (!team) throw new Error('there is no workspace yet');
  const user = team.users.get(look.user);
  return { team, person: team.as(user && !user.isBot ? user.id : team.people.owner.id) };
}

const ABOUT = {
  owner: 'the freelancer, owner',
  member: 'works with her',
  guest: 'the client, a guest',
  colleague: 'from another organisation',
};

/** Everything the page needs to draw itself for one person. */
export function lookAt(stage: Stage, look: Look, readMails: ReadonlySet<string>): PageState {
  const { team, person } = personAt(stage, look);
  const { vendors } = stage;
  const channels = channelsOf(person);
  const place = ['home', 'mail', 'model'].includes(look.place)
    ? look.place
    : ((channels.find((each) => each.id === look.place) ?? channels[0])?.id ?? 'home');
  const channel = team.channels.get(place);
  const { openView } = person;
  const { home } = person;
  const next = stage.nextDue();
  const moving = stage.moving();
  const unread = vendors.mailbox.mails().filter((mail) => !readMails.has(mail.id));
  const fresh = !team.all.some((message) => message.metadata?.event_type === 'retainer_card') && !person.openView;
  return {
    app: stage.app(),
    now: stage.now().getTime(),
    zone: person.user.tz,
    ...(moving ? { moving: { until: moving.until.getTime() } } : {}),
    ...(next ? { nextDueAt: next.getTime() } : {}),
    workspaces: stage
      .teams()
      .map((each, index) => ({ id: each.id, name: each.name, about: index === 0 ? 'filled in' : 'first use' })),
    team: team.id,
    me: faceOf(person.user),
    people: Object.entries(team.people).map(([role, user]) => ({
      ...faceOf(user),
      about: ABOUT[role as keyof typeof ABOUT],
    })),
    channels,
    place,
    title: channel ? (channel.kind === 'im' ? 'Retainer' : channel.name) : place,
    about: channel ? aboutChannel(team, channel.id) : '',
    messages: channel ? shownChannel(person, place).slice(-200) : [],
    ...(channel && look.thread ? { thread: shownThread(person, place, look.thread) } : {}),
    ...(openView ? { view: shownView(openView, person.stack.length) } : {}),
    ...(home ? { home: shownView(home) } : {}),
    brief: fresh && channel?.name === 'projects' && person.id === team.people.owner.id ? firstWords(stage) : '',
    next: nextAct(stage, person, place, readMails),
    switches: stage.switches(),
    faults: [vendors.slack, vendors.stripe, vendors.mailbox, vendors.model].reduce(
      (sum, each) => sum + each.faults.list().length,
      0,
    ),
    mails: vendors.mailbox.mails().length,
    newMails: unread.length,
    modelWaiting: vendors.model.pending().length,
    ledger: vendors.ledger.list().length,
    commands: (vendors.slack.world.offer?.commands ?? []).map((each) => ({
      command: each.command,
      description: each.description,
      hint: each.usageHint ?? '',
    })),
    shortcuts: vendors.slack.world.offer?.shortcuts ?? [],
    names: Object.fromEntries([
      ...[...team.users.values()].map((user) => [user.id, user.realName]),
      ...[...team.channels.values()].map((each) => [each.id, each.name]),
    ]),
  };
}

function aboutChannel(team: SeededTeam, id: string): string {
  const channel = team.channel(id);
  if (channel.kind === 'im') return 'Only you and the app';
  const people = [...channel.members].map((member) => team.user(member));
  const guests = people.filter((user) => user.isRestricted || user.isStranger).map((user) => user.realName);
  const who = `${people.filter((user) => !user.isBot).length} people`;
  const app = channel.members.has(team.botUserId) ? '' : ', Retainer is not here';
  return `${who}${guests.length ? `, ${guests.join(' and ')} ${guests.length > 1 ? 'are guests' : 'is a guest'}` : ''}${app}`;
}
