import type { SandboxPerson } from '../../src/sandbox/slack/person.ts';
import type { SandboxView } from '../../src/sandbox/slack/shapes.ts';
import { cardOf, textOf, type World } from './world.ts';

/** Has the app load what it loads on first use: on a busy machine that takes longer than Slack waits for a form. */
export async function warmUp({ mia }: World): Promise<void> {
  await mia.command('/contract', 'Logo for Nobody (nobody@client.test), EUR 100, done by 30 April', {
    channel: 'projects',
  });
  await mia.waitForView('contract:terms', 20_000).catch(() => undefined);
  await mia.close(undefined, { all: true });
}

/** Types a brief into #projects and sends the form as it opens, with what is filled in on top. */
export async function draft(
  world: World,
  brief: string,
  filled: Record<string, unknown> = {},
  who: SandboxPerson = world.mia,
): Promise<SandboxView> {
  await who.command('/contract', brief, { channel: 'projects' });
  const view = await who.waitForView('contract:terms', 20_000);
  await who.fill(view, filled);
  const sent = await who.submit(view);
  if (Object.keys(sent.errors).length > 0) throw new Error(`the terms were not taken: ${JSON.stringify(sent.fields)}`);
  await world.settle();
  await who.close(undefined, { all: true });
  return view;
}

/** Signs and sends what the newest card shows. */
export async function sendCard(world: World, who: SandboxPerson = world.mia): Promise<void> {
  await who.press(cardOf(who.team), 'contract:send');
  const preview = await who.waitForView('contract:send');
  const custom = textOf(preview.blocks).includes('Custom wording');
  await who.fill(preview, { name: 'Mia Berg', consent: ['yes'], ...(custom && { custom: ['yes'] }) });
  const sent = await who.submit(preview);
  if (Object.keys(sent.errors).length > 0) throw new Error(`it was not sent: ${JSON.stringify(sent.fields)}`);
  await world.settle();
}

export async function draftAndSend(
  world: World,
  brief: string,
  filled: Record<string, unknown> = {},
  who: SandboxPerson = world.mia,
): Promise<void> {
  await draft(world, brief, filled, who);
  await sendCard(world, who);
}

/** Reads the form that a question's post opens, and answers in it. */
export async function answerQuestion(world: World, answer: string, who: SandboxPerson = world.mia): Promise<void> {
  const asked = who.team.all.findLast(({ blocks }) => JSON.stringify(blocks).includes('question:answer'));
  if (!asked) throw new Error('nobody has asked');
  await who.press(asked, 'question:answer');
  const form = await who.waitForView('question:answer');
  await who.fill(form, { answer });
  await who.submit(form);
  await world.settle();
}

/**
 * One of everything in one workspace: a question answered, a deposit paid, a balance with the deposit taken off, a date
 * booked, an offer with a question that waits, and a draft. Cards where the workspace has them, else transfers.
 */
export async function liveThrough(world: World, who: SandboxPerson, client: { name: string; email: string }) {
  const { vendors } = world;
  const pay = async () => {
    await world.settle();
    if (who.team === world.team) vendors.stripe.pay(await browser.checkout(), 'succeeds');
    else await payByTransfer(world, who);
    await world.settle();
  };
  const browser = world.client();
  const start = world.clock.now().getTime();
  const on = (days: number) => new Date(start + world.days(days)).toISOString().slice(0, 10);
  const { name, email } = client;
  await draft(world, `Logo for ${name} (${email}), EUR 900, 50% deposit, done by ${on(11)}`, {}, who);
  if (who.team !== world.team) await giveBank(world, who);
  await sendCard(world, who);
  await browser.openNewest(email, 'contract.sent');
  await browser.submit('question:ask', { body: `Does ${name} get the font?` });
  await world.settle();
  await answerQuestion(world, 'Yes.', who);
  await browser.get('/portal/project');
  await browser.sign(name, email);
  await pay();
  const shoot = `Wedding photography for ${name} (${email}), EUR 1,800, 50% deposit, on ${on(120)} at 15:00`;
  await draftAndSend(world, shoot, { kind: 'private' }, who);
  await browser.openNewest(email, 'contract.sent');
  await browser.sign(name, email);
  await pay();
  await draftAndSend(world, `Website for ${name} (${email}), EUR 3,000, 50% deposit, done by ${on(90)}`, {}, who);
  await browser.openNewest(email, 'contract.sent');
  await browser.submit('question:ask', { body: `Does ${name} get a shop?` });
  await world.settle();
  await draft(world, `Poster for ${name} (${email}), EUR 300, 50% deposit, done by ${on(60)}`, {}, who);
  return browser;
}

/** An owner records on the desk that everything asked for has arrived. */
async function payByTransfer(world: World, who: SandboxPerson): Promise<void> {
  const desk = await world.desk(who);
  await desk.submit('payment:record');
  if (!desk.page.url.includes('recorded=')) throw new Error(`not recorded: ${desk.page.html.slice(0, 800)}`);
}

/** An owner types bank details on the desk. */
export async function giveBank(world: World, who: SandboxPerson, iban = 'DE89370400440532013000'): Promise<void> {
  const desk = await world.desk(who);
  await desk.get('/desk/bank');
  await desk.submit('bank:save', { holder: 'Studio Fern', iban });
  if (!desk.page.url.includes('saved=')) throw new Error(`not saved: ${desk.page.html.slice(0, 800)}`);
}
