import type { ModalView } from '@slack/types';
import type { Core } from '../platform/work.ts';
import type { Business } from '../workspaces/workspace.ts';
import { type AskedTerm, askedField } from './asked-form.ts';
import { isChangeOrder } from './change-order.ts';
import type { ChangeField } from './change-order-form.ts';
import { editChangeView } from './change-order-slack.ts';
import type { Version } from './contract.ts';
import { editView } from './form-slack.ts';

/** The form that edits a version, a contract's or a change order's; opened from Check at the field of a term. */
export async function editFormOf(
  core: Core,
  version: Version,
  business: Business,
  asked?: { term: AskedTerm; why: string },
): Promise<ModalView> {
  const field = asked && askedField(asked.term, version.terms);
  const at = asked && field && { field, why: asked.why };
  if (isChangeOrder(version))
    return editChangeView(core, version, at as { field: ChangeField; why: string } | undefined);
  return editView(core, version, business, at);
}
