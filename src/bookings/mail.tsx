import { Mail, MailButton, type MailContent, MailFacts, mailHtml, mailText, Small, Text } from '../mail/layout.tsx';
import type { WayIn } from '../projects/letter.ts';
import type { BookingView } from './booking-view.ts';

/** The lines under a portal link in a text part. */
function wayInLines({ url, code }: WayIn): string[] {
  return [url, `The link is yours alone. If the page asks for a code, it is ${code}`];
}

function slotFacts({ when, place, more }: BookingView): [label: string, value: string][] {
  return [
    ['When', when],
    ...more.map((each): [string, string] => ['And', each]),
    ...(place ? [['Where', place] as [string, string]] : []),
  ];
}

/** The booking stands; the calendar file comes with it. */
export function confirmedMail({ view, wayIn }: { view: BookingView; wayIn: WayIn }): MailContent {
  const { business, title, clientName } = view;
  const several = view.more.length > 0;
  const opening = `“${title}” is agreed and your ${several ? 'dates are' : 'date is'} booked.`;
  const calendar = `The calendar file is attached: open it to put the ${several ? 'dates' : 'date'} into your calendar.`;
  return {
    subject: `Booked: ${title}, ${view.day}`,
    text: mailText(
      business,
      `Hello ${clientName},`,
      opening,
      slotFacts(view).map(([label, value]) => `${label}: ${value}`),
      calendar,
      wayInLines(wayIn),
    ),
    html: mailHtml(
      <Mail business={business} title="You are booked" preview={view.when}>
        <Text>Hello {clientName},</Text>
        <Text>{opening}</Text>
        <MailFacts rows={slotFacts(view)} />
        <Text>{calendar}</Text>
        <MailButton href={wayIn.url} code={wayIn.code}>
          Open your page
        </MailButton>
      </Mail>,
    ),
  };
}

/** The freelancer's copy; the rest is in Slack, so it carries no link. */
export function confirmedCopyMail(view: BookingView): MailContent {
  const { business, title, client } = view;
  const opening = `${client} has booked you for “${title}”.`;
  const because = 'You get this because you are the one who is booked.';
  return {
    subject: `Booked by ${client}: ${title}, ${view.day}`,
    text: mailText(
      business,
      opening,
      slotFacts(view).map(([label, value]) => `${label}: ${value}`),
    ),
    html: mailHtml(
      <Mail business={business} title="A booking is confirmed" preview={view.when} because={because}>
        <Text>{opening}</Text>
        <MailFacts rows={slotFacts(view)} />
        <Small>The calendar file is attached.</Small>
      </Mail>,
    ),
  };
}

/** The one notice before a date is given up. */
export function warningMail({ view, wayIn }: { view: BookingView; wayIn: WayIn }): MailContent {
  const { business, title, clientName, heldUntil } = view;
  const opening = `The deposit for “${title}” has not arrived yet. Your date is kept until ${heldUntil}; after that it is free for others.`;
  const paid = 'If you have just paid by transfer, answer this mail, so that the date is not given away meanwhile.';
  return {
    subject: `Your date is kept until ${view.heldUntilDay}`,
    text: mailText(
      business,
      `Hello ${clientName},`,
      opening,
      slotFacts(view).map(([label, value]) => `${label}: ${value}`),
      paid,
      wayInLines(wayIn),
    ),
    html: mailHtml(
      <Mail business={business} title={`Your date is kept until ${view.heldUntilDay}`} preview={opening}>
        <Text>Hello {clientName},</Text>
        <Text>{opening}</Text>
        <MailFacts rows={slotFacts(view)} />
        <MailButton href={wayIn.url} code={wayIn.code}>
          Pay the deposit
        </MailButton>
        <Small>{paid}</Small>
      </Mail>,
    ),
  };
}

/** The date is free again, and nothing is owed. */
export function releasedMail({ view, wayIn }: { view: BookingView; wayIn: WayIn }): MailContent {
  const { business, title, clientName } = view;
  const opening = `The deposit for “${title}” did not arrive in time, so the date is free again.`;
  const next = 'You owe nothing. If you still want to book, answer this mail or ask on the page.';
  return {
    subject: `The date was given up: ${title}`,
    text: mailText(
      business,
      `Hello ${clientName},`,
      opening,
      slotFacts(view).map(([label, value]) => `${label}: ${value}`),
      next,
      wayInLines(wayIn),
    ),
    html: mailHtml(
      <Mail business={business} title="The date was given up" preview={opening}>
        <Text>Hello {clientName},</Text>
        <Text>{opening}</Text>
        <MailFacts rows={slotFacts(view)} />
        <Text>{next}</Text>
        <MailButton href={wayIn.url} code={wayIn.code}>
          Open your page
        </MailButton>
      </Mail>,
    ),
  };
}
