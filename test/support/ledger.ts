import type { Database } from '../../src/platform/database.ts';
import type { SandboxMail } from '../../src/sandbox/mailbox/mail.ts';
import type { Vendors } from '../../src/sandbox/vendors.ts';
import type { Rules } from './invariants.ts';

export type Outside = Pick<Vendors, 'mailbox' | 'slack' | 'stripe'>;

/** What the outside has seen against what the books say. Each list must be empty. */
export function vendorRules(db: Database, { mailbox, slack, stripe }: Outside): Rules {
  const mails = mailbox.mails();
  return {
    'payments are the charges of the account, less refunds and lost disputes': () => strayCharges(db, stripe),
    'a payment page was opened by the attempt it names, for its sum': () => straySessions(db, stripe),
    'an invoice is charged once': async () => doubleCharges(stripe),
    'a reminder reaches a client once': async () => doubled(mails.filter(({ kind }) => kind?.endsWith('reminder'))),
    'every copy of a mail says the same': async () => unequal(mails),
    'every mail is one of ours, to whom it was written': () => strayMails(db, mails),
    'a mail that counts as sent arrived': () => lostMails(db, mails),
    'a project has its card in its own workspace, and the card says where it stands': () => strayCards(db, slack),
    'nobody is called by what a stranger typed, and no word is missing': async () => oddWords(slack, mails),
  };
}

/** By charge: what the payment server took and gave back, against what the books say. */
async function strayCharges(db: Database, stripe: Outside['stripe']): Promise<unknown[]> {
  const charges = stripe.charges().filter(({ paid, captured }) => paid && captured);
  const lost = new Map(
    stripe
      .disputes()
      .flatMap(({ charge, amount, status }) => (status === 'lost' ? [[String(charge), BigInt(amount)] as const] : [])),
  );
  const payments = await db.payment.findMany({
    where: { method: { in: ['card', 'debit'] } },
    include: { refunds: true },
  });
  const wrong: unknown[] = [];
  for (const charge of charges) {
    const [booked, ...more] = payments.filter(({ externalId }) => externalId === charge.id);
    const given = (booked?.refunds ?? []).reduce(
      (sum, refund) => sum + (refund.failedAt ? 0n : refund.amountMinor),
      0n,
    );
    if (
      !booked ||
      more.length > 0 ||
      booked.amountMinor !== BigInt(charge.amount) ||
      booked.currency !== charge.currency.toUpperCase() ||
      given !== BigInt(charge.amount_refunded) ||
      (booked.disputeLostAt === null ? undefined : booked.disputedMinor) !== lost.get(charge.id)
    )
      wrong.push({ charge: charge.id, booked: booked?.id, given });
  }
  const known = new Set(charges.map(({ id }) => id));
  return [...wrong, ...payments.filter(({ externalId }) => !known.has(externalId)).map(({ id }) => ({ payment: id }))];
}

async function straySessions(db: Database, stripe: Outside['stripe']): Promise<unknown[]> {
  const attempts = new Map((await db.attempt.findMany()).map((row) => [row.id, row]));
  const seen = new Set<string>();
  return stripe.sessions().filter((session) => {
    const attempt = attempts.get(session.metadata?.attempt ?? '');
    const again = seen.has(attempt?.id ?? '');
    seen.add(attempt?.id ?? '');
    return (
      !attempt ||
      again ||
      attempt.workspaceId !== session.metadata?.workspace ||
      attempt.invoiceId !== session.client_reference_id ||
      attempt.amountMinor !== BigInt(session.amount_total ?? 0) ||
      attempt.currency !== session.currency?.toUpperCase()
    );
  });
}

function doubleCharges(stripe: Outside['stripe']): unknown[] {
  const kept = stripe.charges().filter(({ paid, refunded }) => paid && !refunded);
  return kept.filter((one, at) => kept.findIndex((each) => each.metadata.invoice === one.metadata.invoice) !== at);
}

const idOf = (mail: SandboxMail) => mail.messageId?.replace(/^<|>$/g, '') ?? '';
const named = (mail: SandboxMail) => `${mail.kind} to ${mail.envelope.to.join()}: ${mail.subject}`;

function doubled(mails: readonly SandboxMail[]): unknown[] {
  return mails.filter((mail, at) => mails.findIndex((one) => idOf(one) === idOf(mail)) !== at).map(named);
}

function unequal(mails: readonly SandboxMail[]): unknown[] {
  const first = new Map<string, SandboxMail>();
  return mails
    .filter((mail) => {
      const known = first.get(idOf(mail)) ?? mail;
      first.set(idOf(mail), known);
      return known.text !== mail.text || known.envelope.to.join() !== mail.envelope.to.join();
    })
    .map(named);
}

async function strayMails(db: Database, mails: readonly SandboxMail[]): Promise<unknown[]> {
  const rows = new Map((await db.mail.findMany()).map((row) => [row.messageId, row]));
  return mails
    .filter((mail) => {
      const row = rows.get(idOf(mail).split('@')[0] ?? '');
      return !row || row.address !== mail.envelope.to.join() || row.kind !== mail.kind;
    })
    .map(named);
}

async function lostMails(db: Database, mails: readonly SandboxMail[]): Promise<unknown[]> {
  const arrived = new Set(mails.map((mail) => idOf(mail).split('@')[0]));
  const sent = await db.mail.findMany({ where: { state: 'sent' } });
  return sent.filter(({ messageId }) => !arrived.has(messageId)).map(({ id, kind }) => ({ id, kind }));
}

async function strayCards(db: Database, slack: Outside['slack']): Promise<unknown[]> {
  const projects = await db.project.findMany();
  const workspaces = new Map((await db.workspace.findMany()).map((row) => [row.id, row.slackTeamId]));
  const cards = [...slack.world.teams.values()].flatMap((team) =>
    team.all
      .filter((message) => message.metadata?.event_type === 'retainer_card')
      .map((message) => ({ team: team.id, at: `${message.channel}/${message.ts}`, ...payloadOf(message.metadata) })),
  );
  const strange = cards.filter((card) => {
    const project = projects.find(({ id }) => id === card.project);
    return !project || workspaces.get(project.workspaceId) !== card.team;
  });
  const wrong = projects.filter((project) => {
    if (!project.cardTs) return false;
    const card = cards.find((one) => one.at === `${project.channelId}/${project.cardTs}`);
    return card?.project !== project.id || card.revision !== project.cardRevision;
  });
  return [...strange, ...wrong.map(({ id, cardTs, cardRevision }) => ({ id, cardTs, cardRevision }))];
}

function payloadOf(metadata: { event_payload: Record<string, unknown> } | undefined) {
  const { project, state, revision } = metadata?.event_payload ?? {};
  return { project, state, revision };
}

/** A mention in angle brackets notifies people; these words stand where something was not filled in. */
const ODD = /<!(?:channel|here|everyone|subteam)|\[object Object\]|\bundefined\b|\bNaN\b|\$\{|\{\{/;

function oddWords(slack: Outside['slack'], mails: readonly SandboxMail[]): unknown[] {
  const posts = [...slack.world.teams.values()].flatMap((team) =>
    team.all.filter(({ botId }) => botId).map((message) => JSON.stringify([message.text, message.blocks])),
  );
  const written = mails.map((mail) => `${mail.subject}\n${mail.text}`);
  return [...posts, ...written].filter((text) => ODD.test(text)).map((text) => text.slice(0, 400));
}
