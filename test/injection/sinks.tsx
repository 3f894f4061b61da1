import { render } from 'preact-render-to-string';
import { library } from '../../src/clauses/read.ts';
import type { VersionClause } from '../../src/contracts/contract.ts';
import { customWords } from '../../src/contracts/contract.ts';
import { contractDocument } from '../../src/contracts/document.ts';
import { termsView } from '../../src/contracts/form.ts';
import { contractMail } from '../../src/contracts/mail.tsx';
import { type ContractView, contractPaper } from '../../src/contracts/paper.ts';
import { sendView } from '../../src/contracts/send-form.ts';
import { partyOf, type Terms } from '../../src/contracts/terms.ts';
import { ContractText, SummaryCard } from '../../src/contracts/text-portal.tsx';
import { cardMessage } from '../../src/overview/card.ts';
import { invoicesCsv } from '../../src/overview/export.ts';
import { money } from '../../src/shared/money.ts';

const AT = new Date('2026-11-23T09:00:00Z');
const LINK = 'https://retainer.test/portal#token';

export type Made = { terms: Terms; clauses: VersionClause[]; text: string };

/** A contract with everything around it that surfaces show, as if it had been drafted. */
export function viewOf({ terms, clauses, text }: Made): ContractView {
  const name = partyOf(terms) ?? '';
  const email = terms.clientEmail?.value ?? '';
  return {
    version: {
      ...{ workspaceId: 'wsp_1', id: 'ver_1', contractId: 'ctr_1', projectId: 'prj_1', templateId: 'design' },
      ...{ number: 1, state: 'sent', reading: 'model', terms, clauses, text, textSha256: new Uint8Array(32) },
      ...{ createdAt: AT, sentAt: AT, viewedAt: null, signedAt: null, declineReason: null },
    } as unknown as ContractView['version'],
    title: terms.title?.value ?? '',
    parties: { freelancer: { name: 'Studio Berg', lines: [] }, client: { name, lines: [email] } },
    signers: [
      { party: 'freelancer', name: 'Mia Berg', email: 'mia@studio-berg.test', signature: null },
      { party: 'client', name: terms.clientName?.value ?? name, email, signature: null },
    ],
    zones: { freelancer: 'Europe/Berlin', client: 'Europe/Berlin' },
  };
}

type Found = string | undefined;
const first = (where: string, text: string, ...bad: RegExp[]): Found => {
  const hit = bad.map((one) => one.exec(text)?.[0]).find((each) => each !== undefined);
  return hit && `${where}: ${hit}`;
};

/** What anything in a Slack surface could do besides being read: mention, link, format. */
/** What in any of the mrkdwn of surfaces could mention, link or format by somebody else's words. */
export function inMrkdwn(surfaces: readonly object[]): Found {
  const texts = [...JSON.stringify(surfaces).matchAll(/"type":"mrkdwn","text":"((?:[^"\\]|\\.)*)"/g)].map(
    ([, t = '']) => t,
  );
  const summary = surfaces.map((surface) =>
    'text' in surface && typeof surface.text === 'string' ? surface.text : '',
  );
  // Whom the app itself tells.
  const words = [...texts, ...summary].join('\n').replaceAll('<@U0MIA>', '');
  return first('Slack', words, /<[!@#a-z/][^>]{0,60}/i, /\*free\*|\*paid\*|`free`/);
}

function inSlack(view: ContractView, notes: { code: string; sentence: string }[]): Found {
  const { terms, clauses } = view.version;
  const facts = { to: { name: 'Dana', email: 'dana@acme.test' }, zone: 'Europe/Berlin', businessZone: 'Europe/Berlin' };
  const reading = { source: 'model' as const, terms, questions: [], notes, hints: {} };
  const surfaces = [
    termsView({ terms, zone: 'Europe/Berlin', reading, templates: library().templates, metadata: { brief: 'brf_1' } }),
    sendView({
      ...facts,
      ...{ terms, netDays: 14, now: AT, again: false, title: view.title, member: 'Mia', shown: 's', payable: true },
      ...{ custom: customWords({ clauses }), warnings: [view.title.slice(0, 100)] },
    } as Parameters<typeof sendView>[0]),
    cardMessage({
      ...{ project: { id: 'prj_1', title: view.title, revision: 1 }, state: 'drafting', mark: '⚪', standing: 'Draft' },
      ...{ client: view.parties.client.name, facts: [['Custom', clauses.map(({ title }) => title).join()]] },
      ...{
        lines: [view.title],
        warnings: notes.map(({ sentence }) => sentence),
        version: undefined,
        owing: false,
        changes: [],
      },
    } as unknown as Parameters<typeof cardMessage>[0]),
  ];
  return inMrkdwn(surfaces);
}

const HARMLESS =
  /^<\/?(?:div|section|article|header|main|h[1-6]|p|ul|ol|li|dl|dt|dd|strong|b|em|br|span|details|summary|small|blockquote|table|tbody|tr|th|td|a)\b/i;

/** What in a page could be pressed or run, besides links of ours. */
export function inHtml(where: string, html: string, links: RegExp): Found {
  for (const [tag] of html.matchAll(/<[a-z/!][^>]*>/gi)) {
    if (!HARMLESS.test(tag)) return `${where}: ${tag}`;
    if (/\son[a-z]+\s*=|\ssrc\s*=|javascript:/i.test(tag)) return `${where}: ${tag}`;
    const href = /href="([^"]*)"/.exec(tag)?.[1];
    if (href !== undefined && !links.test(href)) return `${where}: ${tag}`;
  }
  return undefined;
}

function onPage(view: ContractView): Found {
  const html = render(
    <>
      <SummaryCard view={view} signable />
      <ContractText view={view} />
    </>,
  );
  return inHtml('page', html, /^(?:#|\/portal\/)/);
}

function inMail(view: ContractView): Found {
  const wayIn = { url: LINK, code: '' } as Parameters<typeof contractMail>[0]['wayIn'];
  const { subject, html, text } = contractMail({ view, wayIn, untilOn: '2027-01-01', again: false });
  const body = html.slice(html.indexOf('<body'));
  const tags = [...body.matchAll(/<a\b[^>]*href="([^"]*)"/gi)].map(([, href = '']) => href);
  return (
    first('subject', subject, /[\p{Cc}\p{Cf}]/u) ??
    first('mail', body, /<(?:script|img|iframe|form|input|object|svg|link|base)\b[^>]*/i, /<[^>]*\son[a-z]+\s*=/i) ??
    tags.map((href) => (href.startsWith(LINK) ? undefined : `mail: ${href}`)).find(Boolean) ??
    (text.match(/\bhttps?:\/\//g)?.length === 1 ? undefined : `mail: ${text.match(/\bhttps?:\/\/\S+/g)?.join(' ')}`)
  );
}

/** Nothing on paper is a link, a picture, a script or a file; words are words. */
function onPaper(view: ContractView): Found {
  return first(
    'PDF',
    JSON.stringify(contractDocument(contractPaper(view)), (_, each) => (typeof each === 'bigint' ? `${each}` : each)),
    /"(?:link|linkToPage|linkToDestination|image|svg|qr|attachment|files|javascript)":/i,
  );
}

function inTable(view: ContractView): Found {
  const sum = money(100n, 'EUR');
  const row = {
    ...{ number: '2027-0001', kind: 'standard' as const, state: 'open', issuedOn: null, dueOn: null, paidAt: null },
    ...{ client: view.parties.client.name, project: view.title, net: sum, tax: sum, total: sum, settled: sum },
  };
  const [, line = '', ...more] = new TextDecoder()
    .decode(invoicesCsv([row], 'Europe/Berlin'))
    .trimEnd()
    .split('\r\n');
  return more.length > 0 ? `CSV: ${more.join()}` : first('CSV', line, /(?:^|,)"?[=+\-@\t\r＝＋－＠][^,]*/);
}

/** The first thing in any of the five sinks that does more than be read, or undefined. */
export function activeIn(view: ContractView, notes: { code: string; sentence: string }[] = []): Found {
  return inSlack(view, notes) ?? onPage(view) ?? inMail(view) ?? onPaper(view) ?? inTable(view);
}
