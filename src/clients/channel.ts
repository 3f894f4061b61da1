import { Refusal } from '../shared/refusal.ts';

/** Who can read a channel, as far as it matters for prices. */
export type Audience = {
  channelId: string;
  name: string;
  /** `unseen`: private and the app was not invited, or not there at all. */
  access: 'in' | 'can-write' | 'unseen' | 'archived';
  sharedOutside: boolean;
  /** Anyone from outside the workspace, whoever's client they are. */
  guestReads: boolean;
};

/**
 * Whether the project's card may go to a channel that a freelancer chose.
 *
 * @throws Refusal at `channel` when the app is not in it, or when outsiders read it and nobody ticked that they may.
 */
export function checkChannel(audience: Audience, ticked: boolean): void {
  const refuse = (code: `${string}.${string}`, why: string) => new Refusal(code, why, 'channel');
  const named = audience.name ? `#${audience.name}` : 'that channel';
  if (audience.access === 'archived') throw refuse('channel.archived', `${named} is archived. Choose another channel.`);
  if (audience.access === 'unseen')
    throw refuse('channel.unseen', 'I can’t see that channel. Type /invite @Retainer in it first, then save again.');
  if (ticked) return;
  if (audience.sharedOutside)
    throw refuse(
      'channel.shared',
      `${named} is shared with another organisation: everyone there would see the price. Tick that they may, or choose another channel.`,
    );
  if (audience.guestReads)
    throw refuse(
      'channel.guest-reads',
      `A guest can read ${named}: everyone there would see the price. Tick that they may, or choose another channel.`,
    );
}

/** The same rule as `checkChannel`, told after the fact. */
export function problemOf(audience: Audience, ticked: boolean): string | undefined {
  const named = audience.name ? `#${audience.name}` : 'that channel';
  if (audience.access === 'archived') return `${named} is archived.`;
  if (audience.access === 'unseen') return 'I can’t see that channel. Type /invite @Retainer in it for next time.';
  if (ticked) return undefined;
  if (audience.sharedOutside) return `${named} is shared with another organisation, who would see the price.`;
  if (audience.guestReads) return `a guest can read ${named} and would see the price there.`;
  return undefined;
}
