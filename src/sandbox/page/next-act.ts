import type { SandboxMail } from '../mailbox/mail.ts';
import { isRecord } from '../slack/check.ts';
import { elementsIn } from '../slack/check-blocks.ts';
import type { SandboxPerson } from '../slack/person.ts';
import { buttonsOf } from '../slack/read.ts';
import type { SandboxMessage, SandboxView } from '../slack/shapes.ts';
import { takesBrief } from './brief.ts';
import type { NextAct } from './page-state.ts';
import type { Stage } from './stage.ts';

/** What a newcomer should do next, read from where things stand; there is no script behind it. */
export function nextAct(stage: Stage, person: SandboxPerson, place: string, readMails: ReadonlySet<string>): NextAct {
  const app = stage.app();
  if (app.state !== 'up') return { sentence: app.note };
  const moving = stage.moving();
  if (moving) return { sentence: `Time is passing, hour by hour: it is ${dayOf(stage.now())}.` };
  if (stage.vendors.model.pending().length > 0) {
    const sentence = 'The model was asked something, and you are the model.';
    return person.openView
      ? { sentence: `${sentence} Choose the answer in the window.` }
      : { sentence, go: { label: 'Answer', to: 'model' } };
  }
  if (person.openView) return { sentence: inModal(person.openView) };
  const card = newestCard(person);
  if (!card) return firstStep(stage, person, place);
  // A question is the freelancer's turn. Of the mails only the last one leads on; what was passed over before does not.
  const asked = elementsInThread(person, card);
  const mail = stage.vendors.mailbox.mails().findLast((each) => !isFor(each, person));
  if (!asked && mail && !readMails.has(mail.id))
    return {
      sentence: `${nameOf(mail)} has mail: “${mail.subject}”.`,
      go: { label: 'Open it', to: 'mail', id: mail.id },
    };
  return fromCard(stage, { person, card, asked }, place);
}

function firstStep(stage: Stage, person: SandboxPerson, place: string): NextAct {
  const { projects } = Object.fromEntries([...person.team.channels.values()].map((channel) => [channel.name, channel]));
  if (person.user.isStranger || person.user.isRestricted) {
    return { sentence: 'You are not the freelancer now: see what they would see, then change the person back.' };
  }
  const what = takesBrief(stage) ? 'The brief' : 'The first command';
  if (projects && place !== projects.id) {
    return { sentence: `${what} waits in #projects.`, go: { label: 'Go there', to: 'channel', id: projects.id } };
  }
  return { sentence: `${what} is typed for you: press Enter in the message box.` };
}

function inModal(view: SandboxView): string {
  if (view.submit === undefined) return `“${view.title}” is open: read it, press what it offers, or close it.`;
  if (view.trouble) return `${view.trouble} Press ${view.submit} again.`;
  if (Object.keys(view.errors).length > 0)
    return `Something needs another look: change the marked field, then press ${view.submit}.`;
  const empty = view.blocks.filter(
    (block) => block.type === 'input' && block.optional !== true && isEmpty(view, block),
  );
  const labels = empty.map((block) => (isRecord(block.label) ? String(block.label.text) : '')).slice(0, 3);
  if (labels.length > 0) return `Fill in ${labels.join(', ')}, then press ${view.submit}.`;
  const inputs = view.blocks.some((block) => block.type === 'input');
  return inputs
    ? `Look over what was filled in, then press ${view.submit}.`
    : `Read what will happen, then press ${view.submit}.`;
}

function isEmpty(view: SandboxView, block: SandboxView['blocks'][number]): boolean {
  if (!isRecord(block.element)) return false;
  const value = view.values[block.block_id]?.[String(block.element.action_id)];
  return Object.entries(value ?? {}).every(
    ([name, each]) => name === 'type' || each === null || each === '' || (Array.isArray(each) && each.length === 0),
  );
}

const newestCard = (person: SandboxPerson): SandboxMessage | undefined =>
  person.team.all.findLast((message) => message.metadata?.event_type === 'retainer_card' && mayRead(person, message));

const mayRead = (person: SandboxPerson, message: SandboxMessage) =>
  person.team.channels.get(message.channel)?.members.has(person.id) ?? false;

type OnCard = { person: SandboxPerson; card: SandboxMessage; asked: string | undefined };

function fromCard(stage: Stage, { person, card, asked }: OnCard, place: string): NextAct {
  const urgent = buttonsOf(card).find((button) => button.style === 'primary');
  const channel = person.team.channels.get(card.channel);
  const where = channel?.kind === 'im' ? 'your messages with Retainer' : `#${channel?.name}`;
  if (urgent) {
    return place === card.channel
      ? { sentence: `Press ${urgent.label} on the card.` }
      : {
          sentence: `The card in ${where} waits for ${urgent.label}.`,
          go: { label: 'Go there', to: 'channel', id: card.channel },
        };
  }
  if (asked)
    return {
      sentence: `Somebody asks: press ${asked} in the card’s thread.`,
      go: { label: 'Open the thread', to: 'channel', id: card.channel, thread: card.ts },
    };
  const next = stage.nextDue();
  const link = stage.vendors.mailbox.mails().findLast((mail) => !isFor(mail, person) && /portal/.test(mail.text));
  const client = link ? `Carry on as ${nameOf(link)} in the page the mail led to` : 'Nothing is asked of you now';
  if (!next) return { sentence: `${client}.` };
  return {
    sentence: `${client}, or move to ${dayOf(next)}, when the next thing is due.`,
    go: { label: 'Next event', to: 'next-event' },
  };
}

/** The label of a primary button in the newest answer of the card's thread. */
function elementsInThread(person: SandboxPerson, card: SandboxMessage): string | undefined {
  const answer = person.team.thread(card.channel, card.ts).at(-1);
  const button = answer?.blocks
    .flatMap(elementsIn)
    .find((element) => element.type === 'button' && element.style === 'primary');
  return isRecord(button?.text) ? String(button.text.text) : undefined;
}

const isFor = (mail: SandboxMail, person: SandboxPerson) =>
  mail.envelope.to.every((address) => address.toLowerCase() === person.user.email.toLowerCase());

function nameOf(mail: SandboxMail): string {
  const [first] = mail.to;
  const given = first?.name || first?.address.split('@')[0] || 'Somebody';
  const short = given.split(/[\s.]/)[0] ?? given;
  return short.slice(0, 1).toUpperCase() + short.slice(1);
}

const dayOf = (date: Date) =>
  new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' })
    .format(date)
    .replace(',', '');
