import type { VNode } from 'preact';
import { type Booking, sayWhen } from '../bookings/booking.ts';
import { isChangeOrder, whatIs } from '../contracts/change-order.ts';
import { ChangedCard, ChangesCard } from '../contracts/change-portal.tsx';
import { PlainCard } from '../contracts/explain-portal.tsx';
import { SignCard } from '../contracts/sign-portal.tsx';
import { depositOf, isPriced } from '../contracts/terms.ts';
import { ContractText, EndedNotice, OtherContract, SignaturesCard, SummaryCard } from '../contracts/text-portal.tsx';
import { viewContract } from '../contracts/view.ts';
import { viewInvoices } from '../invoices/view-invoice.ts';
import { LinkButton } from '../portal/controls.tsx';
import { Badge, Card, Facts, Heading, html, Notice, Page, Steps } from '../portal/layout.tsx';
import type { WebContext } from '../portal/web.ts';
import { QuestionsCard } from '../projects/question-portal.tsx';
import { type Door, dropNote, notedForm, type Refused, type ShowPage, sessionOf } from '../projects/session.ts';
import { formatInstant } from '../shared/dates.ts';
import { formatMoney } from '../shared/money.ts';
import { type PageScene, pageScene } from './client-scene.ts';
import { type ClientState, clientState, clientSteps } from './client-state.ts';
import { ToComeCard, toComeSentence } from './to-come.tsx';

/** A part of the page that another slice makes; `now` says that it is the next thing to do. */
export type SectionAt = { c: WebContext; scene: PageScene; now: boolean; refused: Refused | undefined };
export type PageSection = (at: SectionAt) => Promise<VNode | undefined>;

/** What `app.ts` puts into the page: the invoices with their ways to pay. */
export type PageSections = { invoices: PageSection };

/** The client's page: one column, the next thing to do first. */
export function clientPage(door: Door, sections: PageSections): ShowPage {
  return async (c, posted) => {
    const visit = await sessionOf(door, c);
    const noted = posted ? undefined : notedForm(door, c, visit.projectId);
    const refused = posted ?? noted;
    const scene = await pageScene(door.core.db, visit, door.core.clock.now());
    const { contract, replaced } = scene;
    const state = stateOf(scene);
    const old = replaced && !wentOn(c, replaced.opened.id, refused);
    // Where there is nothing to sign with it, what was noted is told once.
    if (noted && (old || state !== 'sign')) dropNote(door, c);
    if (old) return c.html(html(<Superseded scene={scene} refused={refused} />));
    // Only the page itself counts as a look; a scanner that asks for its head has seen nothing.
    if (c.req.method === 'GET') {
      if (contract) await viewContract(door.core, visit, contract.version);
      await viewInvoices(door.core, visit, scene.invoices);
    }
    const now = state === 'deposit' || state === 'invoice';
    const invoices = await sections.invoices({ c, scene, now, refused });
    return c.html(html(<ClientPage scene={scene} state={state} invoices={invoices} refused={refused} />));
  };
}

/** Whether someone who came by an old link has gone on to the version that counts. */
function wentOn(c: WebContext, replacedId: string, refused: Refused | undefined): boolean {
  if (refused?.refusal) return !refused.typed.version?.startsWith(replacedId);
  return c.req.query('version') === 'current';
}

function stateOf(scene: PageScene): ClientState {
  return clientState({ ...scene, version: scene.contract?.version });
}

type PageProps = {
  scene: PageScene;
  state: ClientState;
  invoices: VNode | undefined;
  refused: Refused | undefined;
};

function ClientPage({ scene, state, invoices, refused }: PageProps): VNode {
  const { contract, business, client, questions, project } = scene;
  const { title, lead } = heading(scene, state);
  const signable = state === 'sign' && !scene.signing.unsignable;
  const agreed = agreedOf(scene);
  const steps = clientSteps({ ...scene, version: agreed?.version }, hasDeposit(scene));
  const ended = contract && (state === 'declined' || state === 'withdrawn');
  return (
    <Page title={title} business={business.name} about={project.title} state={state}>
      <Heading lead={lead}>{title}</Heading>
      {!ended && state !== 'released' && steps.length > 1 && (
        <div>
          <Steps steps={steps} />
        </div>
      )}
      {state !== 'sign' &&
        refused?.refusal &&
        refused.act.startsWith('contract:') &&
        refused.act !== 'contract:explain' && (
          <Notice tone="bad">
            <p>{refused.refusal.sentence}</p>
          </Notice>
        )}
      {ended && <EndedNotice view={contract} at={{ business: business.name }} />}
      {invoices}
      {scene.toCome && (AHEAD.has(state) || (contract && isChangeOrder(contract.version))) && (
        <ToComeCard toCome={scene.toCome} />
      )}
      {scene.bookings.map((booking) => (
        <BookingCard booking={booking} now={scene.now} />
      ))}
      {scene.redline && state === 'sign' && <ChangedCard redline={scene.redline} />}
      {contract && <SummaryCard view={contract} signable={signable && scene.signing.signer !== undefined} />}
      {contract && (
        <PlainCard
          view={contract}
          at={{ project: project.id, business: business.name, explained: scene.explained, refused }}
        />
      )}
      {contract && !signable && contract.version.signedAt && <SignaturesCard view={contract} />}
      {contract && <ContractText view={contract} />}
      {scene.others.map((view) => (
        <OtherContract view={view} />
      ))}
      {contract && state === 'sign' && <SignCard view={contract} at={{ ...scene.signing, refused }} />}
      <ChangesCard
        changes={scene.changes}
        at={{
          ...{ project: project.id, business: business.name, zone: client.timeZone, refused },
          asking: state === 'sign' && scene.signing.signer ? contract?.version : undefined,
        }}
      />
      <QuestionsCard
        questions={questions}
        at={{ project: project.id, business: business.name, zone: client.timeZone, refused }}
      />
    </Page>
  );
}

/** The page behind a link whose version was replaced: it says so, and leads to the one that counts. */
function Superseded({ scene, refused }: { scene: PageScene; refused: Refused | undefined }): VNode {
  const { business, project, replaced, client } = scene;
  const sentAt = replaced?.counts?.sentAt;
  return (
    <Page title="This version was replaced" business={business.name} about={project.title} state="superseded">
      <Heading lead={`${business.name} has changed the contract since this mail was sent.`}>
        This version was replaced
      </Heading>
      {refused?.refusal && (
        <Notice tone="bad">
          <p>{refused.refusal.sentence}</p>
        </Notice>
      )}
      <Card now>
        <p>
          You opened version {replaced?.opened.number}.{' '}
          {replaced?.counts && <>Version {replaced.counts.number} counts now</>}
          {sentAt && <>, sent {formatInstant(sentAt, client.timeZone)}</>}. Nothing can be signed on the old one.
        </p>
        <LinkButton href="/portal/project?version=current">Read the current version</LinkButton>
      </Card>
    </Page>
  );
}

/** Where more is to be paid later; before the signature the contract says it, and after an end nothing comes. */
const AHEAD: ReadonlySet<ClientState> = new Set([
  ...(['deposit', 'invoice', 'processing', 'signed', 'booked', 'started', 'paid'] as const),
]);

const SLOTS = {
  held: ['warn', 'Kept for you'],
  confirmed: ['good', 'Confirmed'],
  released: ['bad', 'Given up'],
} as const;

function BookingCard({ booking, now }: { booking: Booking; now: Date }): VNode {
  const over = booking.state === 'confirmed' && booking.endAt <= now;
  const [tone, words] = over ? (['good', 'Done'] as const) : SLOTS[booking.state];
  return (
    <Card title="Your booking" aside={<Badge tone={tone}>{words}</Badge>} id="booking">
      <Facts
        rows={[
          ['When', sayWhen(booking)],
          ...(booking.place ? [['Where', booking.place] as const] : []),
          ...(booking.state === 'held' && booking.holdEndsAt
            ? [['Kept until', formatInstant(booking.holdEndsAt, booking.zone)] as const]
            : []),
        ]}
      />
      {booking.state === 'confirmed' && !over && (
        <LinkButton href={`/portal/booking.ics?booking=${booking.id}`} look="plain" download>
          Add to your calendar
        </LinkButton>
      )}
    </Card>
  );
}

/** The contract itself, also while the page shows a change order to it. */
function agreedOf({ contract, others }: PageScene): PageScene['contract'] {
  return [contract, ...others].find((one) => one && !isChangeOrder(one.version));
}

function hasDeposit(scene: PageScene): boolean {
  const { invoices } = scene;
  const contract = agreedOf(scene);
  const agreed = contract ? depositOf(contract.version.terms).minor > 0n : false;
  return agreed || invoices.some(({ kind, state }) => kind === 'deposit' && state !== 'void');
}

function afterSigning({ contract, business }: PageScene): string {
  const priced = !contract || isPriced(contract.version.terms);
  return priced ? `${business.name} has been told.` : 'It is in force, and there is nothing to pay.';
}

/** What the page says first, in one title and one sentence. */
function heading(scene: PageScene, state: ClientState): { title: string; lead: string } {
  const { business, project, contract, bookings, invoices } = scene;
  const owed = invoices.find((invoice) => invoice.state === 'open');
  const sum = owed ? formatMoney(scene.owed.get(owed.id) ?? owed.total) : '';
  const slot = bookings.find(({ state, endAt }) => state === 'confirmed' && endAt > scene.now);
  const signer = scene.signing.signer?.name;
  const later = scene.toCome ? ` ${toComeSentence(scene.toCome)}` : '';
  const hello = signer ? `Hello ${signer}. ` : '';
  const says: Record<ClientState, readonly [title: string, lead: string]> = {
    superseded: ['This version was replaced', ''],
    sign: [
      contract?.title ?? project.title,
      scene.signing.unsignable ??
        `${hello}${business.name} has signed this ${contract ? whatIs(contract.version) : 'contract'} and sent it to you. Read it, then sign at the end of the page.`,
    ],
    declined: [contract?.title ?? project.title, 'Nothing is agreed, and nothing is owed.'],
    withdrawn: [contract?.title ?? project.title, 'Nothing is agreed, and nothing is owed.'],
    deposit: [
      'One step left: the deposit',
      `The contract is signed. Once ${sum} is paid, ${bookings.length > 0 ? 'your date is confirmed' : 'the work starts'}.`,
    ],
    invoice: ['An invoice is waiting', `${sum} for “${project.title}”.`],
    processing: ['Your payment is on its way', 'It was sent; your bank takes a little longer. You will get a receipt.'],
    signed: ['Signed', `“${project.title}” is agreed. ${afterSigning(scene)}`],
    released: ['This date was given up', `The deposit did not arrive in time. Ask ${business.name} for another date.`],
    booked: ['Your date is booked', `${slot ? `${sayWhen(slot)}.` : `“${project.title}” is confirmed.`}${later}`],
    started: ['All set', `“${project.title}” is agreed and under way. Nothing is owed at the moment.${later}`],
    paid: scene.toCome
      ? ['Paid, thank you', `Nothing is owed at the moment.${later}`]
      : ['Everything is paid', `Thank you. “${project.title}” is settled.`],
    open: [project.title, `This page is for “${project.title}”.`],
  };
  const [title, lead] = says[state];
  return { title, lead };
}
