/** The brief of the story, with a 2 March that is still to come, and its 10 April. */
export function storyBrief(now: Date): string {
  const year = now.getUTCFullYear();
  const thisYear = now.getTime() < Date.UTC(year, 1, 20);
  const start = thisYear ? year : year + 1;
  return `/contract Brand identity for Acme (dana@acme.test), EUR 4,000, 50% deposit, two rounds of revisions, start 2 March ${start}, done by 10 April ${start}`;
}
