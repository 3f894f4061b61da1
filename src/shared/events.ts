import type { Kind } from './ids.ts';

/**
 * Everything that can happen to a project, and the kind of thing it happens to. Each announcement is one link of the
 * project's evidence chain, and the only way one slice causes something in another (see the two lists in `app.ts`).
 */
export const EVENTS = {
  'project.opened': 'project',
  'project.started': 'project',
  'project.finished': 'project',
  'contract.drafted': 'version',
  'contract.edited': 'version',
  'contract.discarded': 'version',
  'contract.sent': 'version',
  'contract.superseded': 'version',
  'contract.viewed': 'version',
  'contract.explained': 'version',
  'contract.declined': 'version',
  'contract.locked': 'version',
  'contract.signed': 'version',
  'contract.sealed': 'version',
  'code.requested': 'code',
  'link.opened': 'link',
  'contact.replaced': 'contact',
  'question.asked': 'question',
  'question.answered': 'question',
  'change.asked': 'change',
  'change.answered': 'change',
  'change.overtaken': 'change',
  'booking.held': 'booking',
  'booking.warned': 'booking',
  'booking.confirmed': 'booking',
  'booking.released': 'booking',
  'invoice.issued': 'invoice',
  'invoice.viewed': 'invoice',
  'invoice.paid': 'invoice',
  'invoice.voided': 'invoice',
  'payment.started': 'attempt',
  'payment.processing': 'attempt',
  'payment.failed': 'attempt',
  'payment.received': 'payment',
  'payment.refunded': 'refund',
  'payment.refund-failed': 'refund',
  'payment.disputed': 'payment',
  'payment.dispute-closed': 'payment',
  'reminder.sent': 'step',
  'reminder.skipped': 'step',
  'reminder.unknown': 'step',
  'effect.failed': 'project',
  'pause.started': 'pause',
  'pause.ended': 'pause',
} as const satisfies Record<string, Kind>;

export type EventName = keyof typeof EVENTS;
