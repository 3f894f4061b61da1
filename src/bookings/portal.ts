import { download } from '../portal/download.ts';
import type { Web } from '../portal/web.ts';
import { type Door, sessionOf } from '../projects/session.ts';
import { notFound } from '../shared/refusal.ts';
import { calendarEntries } from './booking-view.ts';
import { calendarFile } from './calendar.ts';
import { bookingsOf } from './read.ts';
import { bookingFactsOf } from './view-read.ts';

/** The calendar file of a confirmed slot, of the project one looks at and of no other; without an id of all of them. */
export function bookingRoutes(web: Web, door: Door): void {
  web.get('/portal/booking.ics', async (c) => {
    const { db, clock } = door.core;
    const visit = await sessionOf(door, c);
    const wanted = c.req.query('booking');
    const slots = await bookingsOf(db, visit.workspaceId, visit.projectId);
    const slot = slots.find(({ id, state }) => state === 'confirmed' && (wanted === undefined || id === wanted));
    if (!slot) throw notFound('booking');
    const facts = await bookingFactsOf(db, visit.workspaceId, slot.id);
    // One slot's file holds that slot; without a choice it holds all of them.
    const entries = calendarEntries(wanted === undefined ? facts : { ...facts, others: [] }, clock.now());
    const content = Buffer.from(await calendarFile(entries));
    return download(c, { filename: 'booking.ics', contentType: 'text/calendar; charset=utf-8', content });
  });
}
