import type { Stage } from './stage.ts';

/** Whether the app takes a brief: without a manifest any command goes, with one only what it declares. */
export function takesBrief(stage: Stage): boolean {
  const { offer } = stage.vendors.slack.world;
  return offer === undefined || offer.commands.some(({ command }) => command === '/contract');
}

/** What the message box of a fresh workspace already holds. */
export function firstWords(stage: Stage): string {
  return takesBrief(stage) ? storyBrief(stage.now()) : '/retainer help';
}

/** The brief of the story, with a 2 March that is still to come, and its 10 April. */
export function storyBrief(now: Date): string {
  const year = now.getUTCFullYear();
  const thisYear = now.getTime() < Date.UTC(year, 1, 20);
  const start = thisYear ? year : year + 1;
  return `/contract Brand identity for Acme (dana@acme.test), EUR 4,000, 50% deposit, two rounds of revisions, start 2 March ${start}, done by 10 April ${start}`;
}
