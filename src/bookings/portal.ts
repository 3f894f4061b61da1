import { download } from '../portal/download.ts';
import type { Web } from '../portal/web.ts';
import { type Door, sessionOf } from '../projects/session.ts';
import { notFound } from '../shared/refusal.ts';
import { calendarEntry } from './booking-view.ts';
import { calendarFile } from './calendar.ts';
import { bookingFacts } from './mail-jobs.ts';
import { bookingsOf } from './read.ts';

/** The calendar file of the confirmed slot of the project one looks at. */
export function bookingRoutes(web: Web, door: Door): void {
  web.get('/portal/booking.ics', async (c) => {
    const visit = await sessionOf(door, c);
    const slots = await bookingsOf(door.core.db, visit.workspaceId, visit.projectId);
    const confirmed = slots.find(({ state }) => state === 'confirmed');
    if (!confirmed) throw notFound('booking');
    const facts = await bookingFacts(door, visit.workspaceId, confirmed.id);
    const content = Buffer.from(calendarFile(calendarEntry(facts, door.core.clock.now())));
    return download(c, { filename: 'booking.ics', contentType: 'text/calendar; charset=utf-8', content });
  });
}
