import { type Client, mainContact } from '../clients/client.ts';
import type { Effects, Owed } from '../platform/outbox.ts';
import { type Letter, type LetterBody, type Post, sendEach, sendLetter, type WayIn } from '../projects/letter.ts';
import type { BookingState } from './booking.ts';
import { type BookingFacts, type BookingView, bookingView, calendarEntries } from './booking-view.ts';
import { calendarFile } from './calendar.ts';
import { confirmedCopyMail, confirmedMail, releasedMail, warningMail } from './mail.tsx';
import { isPaidFor } from './paid-read.ts';
import { bookingFactsOf } from './view-read.ts';

/** Mails about a slot. Each says what stands when it leaves: a notice of a date that is paid for by now is not sent. */
export function bookingEffects(post: Post): Effects {
  return {
    'booking.mail-confirmed': { once: 'at-least', perform: (owed) => mailConfirmed(post, owed) },
    'booking.mail-warning': {
      once: 'at-least',
      perform: (owed) => mailClient(post, owed, { kind: 'booking.warned', state: 'held', body: warningMail }),
    },
    'booking.mail-released': {
      once: 'at-least',
      perform: (owed) => mailClient(post, owed, { kind: 'booking.released', state: 'released', body: releasedMail }),
    },
  };
}

function letterTo({ booking, project, business }: BookingFacts, client: Client, kind: string): Letter {
  const contact = mainContact(client);
  const to = { name: contact.name, address: contact.email };
  return { projectId: project.id, subjectId: booking.id, kind, to, contactId: contact.id, business };
}

type ClientMail = {
  kind: string;
  state: BookingState;
  body: (mail: { view: BookingView; wayIn: WayIn }) => LetterBody;
};

async function mailClient(post: Post, owed: Owed, { kind, state, body }: ClientMail): Promise<void> {
  const facts = await bookingFactsOf(post.core.db, owed.workspaceId, owed.subjectId);
  if (facts.booking.state !== state) return;
  if (state === 'held' && (await isPaidFor(post.core.db, facts.booking))) return;
  const view = bookingView(facts);
  await sendLetter(post, owed, letterTo(facts, facts.client, kind), (wayIn) => body({ view, wayIn }));
}

async function mailConfirmed(post: Post, owed: Owed): Promise<void> {
  const facts = await bookingFactsOf(post.core.db, owed.workspaceId, owed.subjectId);
  const { business, client } = facts;
  const view = bookingView(facts);
  const calendar = await calendarFile(calendarEntries(facts, post.core.clock.now()));
  const toClient = letterTo(facts, client, 'booking.confirmed');
  const copy = { ...toClient, to: { name: business.name, address: business.email }, contactId: null };
  await sendEach(
    () => sendLetter(post, owed, toClient, (wayIn) => ({ ...confirmedMail({ view, wayIn }), calendar }), 'client'),
    () => sendLetter(post, owed, copy, () => ({ ...confirmedCopyMail(view), calendar }), 'freelancer'),
  );
}
