import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { z } from 'zod';
import { createLog } from '../../src/platform/log.ts';
import { Act, Area, Button, CodeField, Field, LinkButton, More, Select, Tick } from '../../src/portal/controls.tsx';
import { line, readForm } from '../../src/portal/form.ts';
import {
  Badge,
  Card,
  Facts,
  Heading,
  html,
  Notice,
  Page,
  Row,
  Steps,
  Sum,
  Table,
  Thread,
} from '../../src/portal/layout.tsx';
import { type Listening, listen } from '../../src/portal/listen.ts';
import { OpenPage } from '../../src/portal/open.tsx';
import { sessionCookie } from '../../src/portal/session.ts';
import { createWeb } from '../../src/portal/web.ts';
import { Refusal } from '../../src/shared/refusal.ts';
import { needs } from '../support/needs.ts';

const { path, describe, test } = needs('chromium');

const wrong = new Refusal('code.wrong', 'That code is not right.', 'code');
const everything = (
  <Page title="Invoice 1" business="Ada Studio" about="Brand identity" state="open" nav={<a href="/portal/all">All</a>}>
    <Steps
      steps={[
        { label: 'Sign', state: 'done' },
        { label: 'Deposit', state: 'now' },
        { label: 'Booked', state: 'next' },
      ]}
    />
    <Heading lead="Please pay the deposit.">Invoice 1</Heading>
    <Notice title="Signed">Thank you.</Notice>
    <Notice tone="bad">Declined.</Notice>
    <Notice tone="warn">Slow.</Notice>
    <Card now title="Pay" aside={<Badge tone="warn">Open</Badge>}>
      <Sum label="To pay" amount="EUR 2,380.00" note="by Mon 9 March 2027" />
      <Table
        caption="Lines"
        columns={[{ label: 'What' }, { label: 'Tax', number: true, far: true }, { label: 'Amount', number: true }]}
        rows={[['A very long description of what was done in the project', '19%', 'EUR 2,000.00']]}
        totals={[['Total', 'EUR 2,380.00']]}
      />
      <Facts rows={[['Account', 'DE89370400440532013000']]} />
      <Row>
        <LinkButton href="/portal/pdf" look="plain" download>
          PDF
        </LinkButton>
        <Badge tone="good">Paid</Badge> <Badge tone="bad">Void</Badge> <Badge>Draft</Badge>
      </Row>
    </Card>
    <Card title="Sign">
      <Act act="contract:sign" action="/portal/sign" refusal={wrong}>
        <CodeField label="Code" name="code" hint="Six digits" refusal={wrong} />
        <Field label="Name" name="name" placeholder="Dana" />
        <Field label="E-mail" name="email" type="email" optional />
        <Field label="Day" name="day" type="date" />
        <Select label="Country" name="country" choices={{ DE: 'Germany', FR: 'France' }} value="FR" />
        <Tick label="I agree" name="consent" />
        <Area label="Note" name="note" optional />
        <Button>Sign</Button> <Button look="danger">Decline</Button> <Button look="plain">Later</Button>
      </Act>
      <More label="Ask">
        <Thread
          said={[
            { by: 'Dana', when: 'Mon 2 March 2027', words: 'A?' },
            { by: 'Ada', when: 'today', words: 'B.', ours: true },
          ]}
        />
      </More>
    </Card>
  </Page>
);

describe('in a browser', () => {
  let server: Listening;
  let browser: Browser;
  const base = () => `http://localhost:${server.port}`;

  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: path,
      args: ['--no-sandbox', '--disable-gpu', '--no-first-run'],
    });
    // The port is not known before the server listens, and forms are taken from PUBLIC_URL only, as Sec-Fetch-Site says.
    const web = createWeb({ publicUrl: 'http://localhost:1', trustProxy: 0, log: createLog('silent') });
    const cookies = sessionCookie('http://localhost:1');
    web.get('/portal', (c) =>
      c.html(html(<OpenPage action="/portal/open" act="link:open" title="Open" lead="Press." hint="In the mail." />)),
    );
    web.post('/portal/open', async (c) => {
      const { token } = await readForm(c, z.object({ token: line(200) }));
      cookies.write(c, 'portal', token.padEnd(43, 'x'), 600);
      return c.redirect('/portal/all', 303);
    });
    web.get('/portal/all', (c) => {
      c.header('x-session', cookies.read(c, 'portal') ?? '');
      return c.html(html(everything));
    });
    server = await listen({ port: 0, log: createLog('silent') });
    await server.serve({ web });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  test('the link’s secret goes from the address bar into the form, and nothing happens until the button is pressed', async () => {
    const page = await browser.newPage();
    const posts: string[] = [];
    page.on('request', (request) => request.method() === 'POST' && posts.push(request.url()));
    await page.goto(`${base()}/portal#secret-of-the-link`);
    await page.waitForSelector('main[data-state=ready]');
    expect(page.url()).toBe(`${base()}/portal`);
    expect(await page.isVisible('input[name=token]')).toBe(false);
    expect(posts).toEqual([]);
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.url().endsWith('/all')),
      page.click('button'),
    ]);
    expect(answer.headers()['x-session']).toBe('secret-of-the-link'.padEnd(43, 'x'));
    await page.close();
  });

  test('with script off the page asks for the code that the mail prints', async () => {
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(`${base()}/portal#secret`);
    await page.fill('input[name=token]', 'secret');
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.url().endsWith('/all')),
      page.click('button'),
    ]);
    expect(answer.headers()['x-session']).toBe('secret'.padEnd(43, 'x'));
    await page.close();
  });

  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  test('every part is accessible and fits, on a phone and on a desk, in light and in dark', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const [width, height] of [
        [360, 740],
        [1200, 900],
      ] as const) {
        const context = await browser.newContext({ viewport: { width, height }, colorScheme, bypassCSP: true });
        const page = await context.newPage();
        await page.goto(`${base()}/portal/all`);
        await page.evaluate(axe);
        const found = await page.evaluate(
          'axe.run().then((r) => r.violations.map((v) => v.id + " " + v.nodes.map((n) => n.html)))',
        );
        expect(found).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
        await context.close();
      }
    }
  }, 60_000);
});
