import { beforeAll, expect, test } from 'vitest';
import { books, desk, issue, type OnProject, project, type Stage, stage } from './stage.ts';

let on: Stage;
let acme: OnProject;
let page: Awaited<ReturnType<typeof desk>>;
beforeAll(async () => {
  on = await stage({ stripe: false });
  acme = await project(on);
  page = await desk(on);
}, 60_000);

type Form = Record<string, string>;

/** The form of one invoice as the page shows it. */
async function form(invoiceId: string): Promise<Form> {
  const html = await (await page.get(`/desk/payments?invoice=${invoiceId}`)).text();
  const [, inside = ''] = /data-act="payment:record"([\s\S]*?)<\/form>/.exec(html) ?? [];
  const values = [...inside.matchAll(/<input[^>]*>/g)].map(([input]) => [
    /name="([^"]*)"/.exec(input)?.[1] ?? '',
    /value="([^"]*)"/.exec(input)?.[1] ?? '',
  ]);
  return { ...Object.fromEntries(values), method: 'transfer' };
}

const send = (filled: Form) => page.post('/desk/payments', filled);

async function said(response: Response): Promise<string> {
  const location = response.headers.get('location');
  const html = await (location ? await page.get(location) : response).text();
  return html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
}

test('a transfer that an owner records settles the invoice, and the evidence names the owner', async () => {
  const id = await issue(on, acme);
  const filled = await form(id);
  expect(filled).toMatchObject({ invoice: id, amount: 'EUR 2,000.00', receivedOn: '2027-03-01' });
  expect(await said(await send(filled))).toMatch(/EUR 2,000\.00 recorded for Invoice \d+-\d+\. It is paid in full\./);
  expect(await books(on, id)).toMatchObject({ paid: 200_000n, applied: 200_000n, owed: 0n });
  const link = await on.db.evidence.findFirstOrThrow({ where: { chain: acme.projectId, kind: 'payment.received' } });
  expect(link.actor).toBe(on.visit.member.id);
});

test('the same form sent twice at once, and again, is one payment', async () => {
  const id = await issue(on, acme);
  const filled = { ...(await form(id)), amount: '500' };
  const answers = [...(await Promise.all([send(filled), send(filled)])), await send(filled)];
  expect(new Set(answers.map((answer) => answer.headers.get('location'))).size).toBe(1);
  expect((await books(on, id)).payments).toHaveLength(1);
  expect(await said(answers[0]!)).toContain('EUR 1,500.00 is still owed on it.');
});

test('a form changed after going back is another payment, and parts add up', async () => {
  const id = await issue(on, acme);
  const filled = await form(id);
  await send({ ...filled, amount: '500' });
  await send({ ...filled, amount: '1,500.00', method: 'cash' });
  expect(await books(on, id)).toMatchObject({ paid: 200_000n, applied: 200_000n, owed: 0n });
});

test('what is paid too much is booked, settles nothing, and is said', async () => {
  const id = await issue(on, acme);
  const filled = { ...(await form(id)), amount: '2500' };
  const doubted = await said(await send(filled));
  expect(doubted).toContain('EUR 2,500.00 is EUR 500.00 more than is owed, so nothing was recorded.');
  expect(doubted).toContain('The client has paid too much: record it all the same');
  expect((await books(on, id)).paid).toBe(0n);
  const answer = await send({ ...filled, allTheSame: 'yes' });
  expect(await said(answer)).toContain('EUR 500.00 is more than was owed: settle that with the client.');
  expect(await books(on, id)).toMatchObject({ paid: 250_000n, applied: 200_000n, owed: 0n });
});

test('a second owner who records the same transfer is told, and can say that it came twice', async () => {
  const id = await issue(on, acme);
  const [mine, yours] = [await form(id), await form(id)];
  await send(mine);
  const refused = await send(yours);
  expect(refused.status).toBe(422);
  expect(await said(refused)).toMatch(/is paid already: EUR 2,000\.00 of Mon 1 March 2027, so nothing was recorded/);
  expect((await books(on, id)).payments).toHaveLength(1);
  await send({ ...yours, allTheSame: 'yes' });
  expect(await books(on, id)).toMatchObject({ paid: 400_000n, applied: 200_000n });
});

test.each([
  ['1e9', 'amount'],
  ['-5', 'amount'],
  ['0.005', 'amount'],
  ['١٢٣', 'amount'],
  ['', 'amount'],
])('an amount like “%s” is refused at its field, and nothing is booked', async (amount) => {
  const id = await issue(on, acme);
  const answer = await send({ ...(await form(id)), amount });
  expect(answer.status).toBe(422);
  expect(await answer.text()).toMatch(/aria-invalid="true"[^>]*name="amount"|name="amount"[^>]*aria-invalid="true"/);
  expect((await books(on, id)).payments).toHaveLength(0);
});

test.each([
  ['2027-03-02', 'Mon 1 March 2027 or before'],
  ['2020-01-01', 'more than a year ago'],
  ['2027-02-30', 'does not exist'],
])('money that arrived on %s is asked about', async (receivedOn, words) => {
  const id = await issue(on, acme);
  const answer = await send({ ...(await form(id)), receivedOn });
  expect(await said(answer)).toContain(words);
  expect((await books(on, id)).payments).toHaveLength(0);
});

test('an invoice that is not there is answered like one of another workspace', async () => {
  const id = await issue(on, acme);
  const answer = await send({ ...(await form(id)), invoice: 'inv_000000000000000000000000' });
  expect(answer.status).toBe(404);
});

test('a form that was shown at another desk is refused there and then, and its words go to no other desk', async () => {
  const id = await issue(on, acme);
  const filled = { ...(await form(id)), amount: 'secret sum' };
  for (const business of ['biz_000000000000000000000000', '']) {
    const answer = await send({ ...filled, business });
    expect(answer.status).toBe(409);
    expect(await answer.text()).not.toContain('secret sum');
  }
  expect((await books(on, id)).payments).toHaveLength(0);
});

test('without a session there is nothing, and the page says how to get one', async () => {
  const answer = await fetch(new URL('/desk/payments', on.config.publicUrl));
  expect(answer.status).toBe(401);
});
