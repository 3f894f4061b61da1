import type { Context } from 'hono';
import type { VNode } from 'preact';
import { z } from 'zod';
import { Act, Button, Field, LinkButton } from '../portal/controls.tsx';
import { again } from '../portal/errors.tsx';
import { line, optional, readForm } from '../portal/form.ts';
import { Badge, Card, Facts, Heading, html, Notice, Row } from '../portal/layout.tsx';
import { OpenPage } from '../portal/open.tsx';
import { sessionCookie } from '../portal/session.ts';
import type { Web } from '../portal/web.ts';
import { formatPercent } from '../shared/money.ts';
import { countryName } from '../shared/places.ts';
import type { Refusal } from '../shared/refusal.ts';
import { TAX_REASON_WORDS } from '../shared/tax.ts';
import { type BankTyped, readBank, saveBank } from './bank.ts';
import {
  closeDesk,
  type DeskParts,
  type DeskVisit,
  deskActorOf,
  deskVisitOf,
  openDesk,
  SESSION_HOURS,
} from './desk.ts';
import { DeskPage } from './desk-page.tsx';
import { bankDetailsOf } from './read.ts';
import { type BankDetails, bankLines } from './workspace.ts';

/** A page of another slice that the desk's home leads to. */
export type DeskLink = { href: string; label: string; lead: string };

export type DeskRouteParts = DeskParts & { links?: readonly DeskLink[] };

const Token = z.object({ token: line(200, 'Press the button in Slack again for a new link.') });
const BankForm = z.object(
  Object.fromEntries(
    (['holder', 'iban', 'account', 'routing', 'bic', 'bank'] as const).map((name) => [name, optional(line(200))]),
  ),
);

export function deskRoutes(web: Web, parts: DeskRouteParts): void {
  const cookie = sessionCookie(parts.config.publicUrl);
  web.get('/desk', (c) => c.html(html(<DeskDoor />)));
  web.post('/desk/open', async (c) => {
    const { token } = await readForm(c, Token);
    const { secret, place } = await openDesk(parts, token);
    cookie.write(c, 'desk', secret, SESSION_HOURS * 3600);
    return c.redirect(`/desk/${place}`, 303);
  });
  web.post('/desk/close', async (c) => {
    await closeDesk(parts.core, cookie.read(c, 'desk'));
    cookie.clear(c, 'desk');
    return c.redirect('/desk', 303);
  });
  web.get('/desk/home', async (c) => {
    const visit = await deskVisitOf(parts, c);
    return c.html(html(<HomePage visit={visit} links={parts.links ?? []} />));
  });
  web.get('/desk/bank', async (c) => bankPage(parts, c, await deskVisitOf(parts, c), {}));
  web.post(
    '/desk/bank',
    again(
      async (c) => {
        const visit = await deskActorOf(parts, c);
        await saveBank(parts.core, visit, readBank((await readForm(c, BankForm)) as BankTyped));
        return c.redirect('/desk/bank?saved=yes', 303);
      },
      async (c, refusal) => {
        const typed = Object.fromEntries(new URLSearchParams(await c.req.text()));
        return bankPage(parts, c, await deskVisitOf(parts, c), { refusal, typed });
      },
    ),
  );
}

type Tried = { refusal?: Refusal; typed?: BankTyped };

async function bankPage(parts: DeskRouteParts, c: Context, visit: DeskVisit, tried: Tried): Promise<Response> {
  const details = await bankDetailsOf(parts.core, visit.workspace.id, visit.business.id);
  const saved = c.req.query('saved') === 'yes' && !tried.refusal;
  return c.html(html(<BankPage visit={visit} details={details} saved={saved} {...tried} />));
}

function DeskDoor(): VNode {
  return (
    <OpenPage
      action="/desk/open"
      act="desk:open"
      title="Your desk"
      lead="Bank details, payments and whatever else only an owner does. It stays open for eight hours in this browser."
      hint="If the field is empty, paste the part of the link after the # sign. For a new link, type /retainer settings in Slack and press the button there."
    />
  );
}

export function HomePage({ visit, links }: { visit: DeskVisit; links: readonly DeskLink[] }): VNode {
  const { business } = visit;
  return (
    <DeskPage visit={visit} title="Your desk" state="home">
      <Heading lead={`You are ${visit.member.name}, an owner in ${visit.workspace.name}.`}>Your desk</Heading>
      <Card
        title="Bank details"
        aside={
          <Badge tone={business.hasBankDetails ? 'good' : 'warn'}>{business.hasBankDetails ? 'Set' : 'Missing'}</Badge>
        }
        now={!business.hasBankDetails}
      >
        <p>
          {business.hasBankDetails
            ? 'Invoices show clients where to transfer to.'
            : 'Without them, clients can pay by card only, and not at all where cards are not set up.'}
        </p>
        <LinkButton href="/desk/bank" {...(business.hasBankDetails && { look: 'plain' as const })}>
          {business.hasBankDetails ? 'Look at bank details' : 'Add bank details'}
        </LinkButton>
      </Card>
      {links.map((link) => (
        <Card title={link.label}>
          <p>{link.lead}</p>
          <LinkButton href={link.href} look="plain">
            {link.label}
          </LinkButton>
        </Card>
      ))}
      <Card title="Your business">
        <Facts
          rows={[
            ['Name', business.name],
            ['Address', [...business.address, countryName(business.country)].join(', ')],
            ['E-mail', business.email],
            ['Currency', business.currency],
            [
              'Tax',
              [
                formatPercent(business.taxRateMilli),
                ...(business.taxReason ? [TAX_REASON_WORDS[business.taxReason]] : []),
                ...(business.taxId ? [business.taxId] : []),
              ].join(', '),
            ],
            ['Usual deposit', formatPercent(business.depositMilli)],
            ['Days to pay', String(business.netDays)],
            ['Time zone', business.timeZone],
          ]}
        />
        <p class="small">To change these, type /retainer settings in Slack.</p>
      </Card>
      <Row>
        <Act act="desk:close" action="/desk/close">
          <Button look="plain">Leave the desk</Button>
        </Act>
      </Row>
    </DeskPage>
  );
}

export function BankPage(props: {
  visit: DeskVisit;
  details: BankDetails | undefined;
  saved: boolean;
  refusal?: Refusal;
  typed?: BankTyped;
}): VNode {
  const { visit, details, refusal } = props;
  const typed: BankTyped = props.typed ?? {
    holder: details?.holder ?? visit.business.name,
    iban: details ? (bankLines(details).find(([label]) => label === 'IBAN')?.[1] ?? '') : '',
    account: details?.account ?? '',
    routing: details?.routing ?? '',
    bic: details?.bic ?? '',
    bank: details?.bank ?? '',
  };
  const field = (name: keyof BankDetails, label: string, hint?: string) => (
    <Field
      label={label}
      name={name}
      value={typed[name]}
      hint={hint}
      refusal={refusal}
      optional={name !== 'holder'}
      max={80}
      autocomplete="off"
    />
  );
  return (
    <DeskPage visit={visit} title="Bank details" state={details ? 'set' : 'missing'}>
      <Heading lead="Where clients transfer to. They stand on every invoice issued from now on.">Bank details</Heading>
      {props.saved && (
        <Notice>
          <p>Saved. Every owner hears of it in Slack.</p>
        </Notice>
      )}
      {details && (
        <Card title="What clients see">
          <Facts rows={bankLines(details)} />
        </Card>
      )}
      <Card title={details ? 'Change them' : 'Add them'} now={!details}>
        <Act act="bank:save" action="/desk/bank" carry={{ business: visit.business.id }} refusal={refusal}>
          {field('holder', 'Account holder')}
          {field('iban', 'IBAN', 'Give this, or account number and routing code below.')}
          {field('account', 'Account number', 'Only where there are no IBANs.')}
          {field('routing', 'Routing or sort code', 'Belongs to the account number.')}
          {field('bic', 'BIC', 'For transfers from abroad.')}
          {field('bank', 'Name of the bank')}
          <Row>
            <Button>Save bank details</Button>
            <LinkButton href="/desk/home" look="plain">
              Back to the desk
            </LinkButton>
          </Row>
        </Act>
      </Card>
    </DeskPage>
  );
}
