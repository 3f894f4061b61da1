import { beforeAll, expect, test } from 'vitest';
import { issueInvoice, type Order } from '../../src/invoices/issue.ts';
import { transact } from '../../src/platform/work.ts';
import { lockProject } from '../../src/projects/read.ts';
import type { Id } from '../../src/shared/ids.ts';
import { money } from '../../src/shared/money.ts';
import { client, type OnProject, project, record, type Stage, stage } from '../payments/stage.ts';

let on: Stage;
let acme: OnProject;
beforeAll(async () => {
  on = await stage({ stripe: false });
  acme = await project(on);
}, 60_000);

const bill = (kind: Order['kind'], minor: bigint, taxRateMilli = 19_000): Promise<Id<'invoice'>> =>
  transact(on.core, on.workspaceId, async (work) => {
    const item = { description: 'Logo <b>& more</b>', price: money(minor, 'EUR'), taxRateMilli, taxIncluded: false };
    const locked = await lockProject(work, acme.projectId);
    return issueInvoice(work, { project: locked, kind, items: [item], netDays: 14, actor: 'system' });
  });

const words = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const entryOf = (html: string, id: string) => new RegExp(`data-invoice="${id}"[^]*?</article>`).exec(html)?.[0] ?? '';
const looks = (id: string) => on.db.evidence.findMany({ where: { kind: 'invoice.viewed', subjectId: id } });

test('the client sees what an invoice is for, its tax, the deposit taken off, and what is left', async () => {
  const deposit = await bill('deposit', 200_000n);
  await record(on, deposit, '2380.00');
  const final = await bill('final', 400_000n);
  const open = await client(on, acme, final);
  const html = await (await open.get('/portal/project')).text();
  const shown = words(entryOf(html, final));
  expect(shown).toContain('Due Mon 15 March 2027');
  expect(shown).toContain('Logo &lt;b>&amp; more&lt;/b> 19% EUR 4,000.00');
  expect(shown).toContain('Net EUR 4,000.00 Tax EUR 760.00 Total EUR 4,760.00');
  expect(shown).toMatch(/Less deposit \d+-\d+ EUR -2,380\.00 To pay EUR 2,380\.00/);
  expect(shown).toMatch(/Deposit invoice \d+-\d+ of Mon 1 March 2027: net EUR -2,000\.00, tax EUR -380\.00\./);
  expect(shown).toContain('Left to pay: net EUR 2,000.00, tax EUR 380.00.');
  expect(words(entryOf(html, deposit))).toContain('Paid Mon 1 March 2027');
});

test('without tax no tax is spoken of', async () => {
  const id = await bill('standard', 50_000n, 0);
  const open = await client(on, acme, id);
  const shown = entryOf(await (await open.get('/portal/project')).text(), id);
  expect(words(shown)).toContain('EUR 500.00');
  expect(shown).not.toMatch(/Tax|Net/);
});

test('the paper behind the link is a PDF, and of no other project', async () => {
  const id = await bill('standard', 50_000n);
  const open = await client(on, acme, id);
  const html = await (await open.get('/portal/project')).text();
  const [, href = ''] = /href="(\/portal\/invoice\.pdf[^"]+)"/.exec(entryOf(html, id)) ?? [];
  const file = await open.get(href);
  expect(file.headers.get('content-type')).toContain('application/pdf');
  expect(
    Buffer.from(await file.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
  const other = await project(on, 'Another');
  const stranger = await client(on, other, other.projectId);
  expect((await stranger.get(href)).status).toBe(404);
});

test('a first look is written down once, by whom, and a scanner that asks for the head has seen nothing', async () => {
  const id = await bill('standard', 70_000n);
  const open = await client(on, acme, id);
  await fetch(new URL('/portal/project', on.config.publicUrl), {
    method: 'HEAD',
    headers: { cookie: [...open.jar].map(([name, value]) => `${name}=${value}`).join('; ') },
  });
  expect(await looks(id)).toEqual([]);
  await Promise.all([open.get('/portal/project'), open.get('/portal/project')]);
  await open.get('/portal/project');
  const seen = await looks(id);
  expect(seen.map(({ actor }) => actor)).toEqual([acme.contactId]);
  const row = await on.db.invoice.findFirstOrThrow({ where: { id } });
  expect(row.viewedAt).not.toBeNull();
});
