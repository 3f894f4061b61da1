import type { StripeConfig } from '../platform/config-vendors.ts';
import { type Core, transact, type Work } from '../platform/work.ts';
import type { Id } from '../shared/ids.ts';
import { Refusal } from '../shared/refusal.ts';
import { businessById, businessOf, firstWorkspace, lockWorkspace, workspaceById, workspaceByTeam } from './read.ts';
import {
  endTestMode,
  noteSetting,
  type Profile,
  retireStripeAccounts,
  saveProfile,
  saveStripeAccount,
  saveTestMode,
} from './store.ts';
import { type Business, seenOf, type Workspace } from './workspace.ts';

export type Saving = {
  profile: Profile;
  by: Id<'member'>;
  /** What the form showed when it was opened (`seenOf`); undefined when it was opened on an empty profile. */
  seen: string | undefined;
  stripe: StripeConfig | undefined;
};

/**
 * Saves the business profile. What was sent or issued keeps what it was made with. Saving the same twice answers with what
 * stands.
 *
 * @throws Refusal `profile.changed` when another owner saved something else while the form was open.
 */
export function saveBusiness(core: Core, workspaceId: Id<'workspace'>, saving: Saving): Promise<Business> {
  const { profile, by } = saving;
  return transact(core, workspaceId, async (work) => {
    await lockWorkspace(work);
    const known = await businessOf(work.tx, workspaceId);
    if (known && seenOf(known) === seenOf({ ...known, ...profile })) return known;
    if (known && saving.seen !== seenOf(known))
      throw new Refusal(
        'profile.changed',
        'Someone saved these details while the form was open. Close it and type /retainer settings to see them.',
        'name',
      );
    const id = await saveProfile(work, profile, known?.id);
    await addStripeAccount(work, await workspaceById(work.tx, workspaceId), id, saving.stripe);
    await noteSetting(work, { kind: 'business.saved', subjectId: id, actor: by, detail: { ...profile } });
    return businessById(work.tx, workspaceId, id);
  });
}

/** The key in the configuration belongs to one team; with one workspace, to that one. */
function isStripeOf(stripe: StripeConfig | undefined, workspace: Workspace): stripe is StripeConfig {
  return stripe !== undefined && (stripe.workspace === undefined || stripe.workspace === workspace.slackTeamId);
}

async function addStripeAccount(
  work: Work,
  workspace: Workspace,
  businessId: Id<'business'>,
  stripe: StripeConfig | undefined,
): Promise<void> {
  const own = isStripeOf(stripe, workspace);
  await saveTestMode(work, businessId, own && !stripe.livemode);
  if (!own) return;
  await retireStripeAccounts(work.tx, workspace);
  await saveStripeAccount(work, businessId, stripe.livemode);
}

/**
 * At start: a business that was there before Stripe was configured gets its account now. Test mode of other keys ends,
 * and a team that the key in the configuration is no longer of takes no cards.
 */
export async function ensureStripeAccount(core: Core, stripe: StripeConfig | undefined): Promise<void> {
  const workspace = stripe?.workspace
    ? await workspaceByTeam(core.db, stripe.workspace)
    : stripe && (await firstWorkspace(core.db));
  const business = workspace && (await businessOf(core.db, workspace.id));
  await endTestMode(core.db, business);
  if (stripe) await retireStripeAccounts(core.db, workspace);
  if (!workspace || !business) return;
  await transact(core, workspace.id, (work) => addStripeAccount(work, workspace, business.id, stripe));
}
