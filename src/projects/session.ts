import { z } from 'zod';
import type { Core } from '../platform/work.ts';
import { carriedIn } from '../portal/form.ts';
import type { SessionCookie } from '../portal/session.ts';
import type { WebContext } from '../portal/web.ts';
import { Refusal } from '../shared/refusal.ts';
import { linkNotFound, SESSION_MS } from './link.ts';
import { type PortalVisit, visitBySecret } from './link-read.ts';
import type { Seen } from './open-link.ts';

export type Door = { core: Core; cookie: SessionCookie };

const NAME = 'portal';

/** The client's page after an act on it: whoever came by the link of a replaced version has gone on to the current one. */
export const CURRENT_PAGE = '/portal/project?version=current';

/** Who is looking, at which project. Without a session that still counts there is nothing here (`link.not-found`). */
export async function sessionOf({ core, cookie }: Door, c: WebContext): Promise<PortalVisit> {
  const secret = cookie.read(c, NAME);
  const visit = secret && (await visitBySecret(core.db, secret, core.clock.now()));
  if (!visit) throw linkNotFound();
  return visit;
}

/**
 * Who posted a form of the client's page. Another tab may have opened another project's link since the form was shown, and
 * the browser sends that one's cookie: what was meant for one business must not reach the other.
 *
 * @throws Refusal `link.elsewhere` when the form was shown for another project.
 */
export async function actorOf(door: Door, c: WebContext): Promise<PortalVisit> {
  const visit = await sessionOf(door, c);
  if ((await carriedIn(c, 'project')) === visit.projectId) return visit;
  throw new Refusal(
    'link.elsewhere',
    'This browser has another project open since this page was loaded, so nothing was sent. To go on with this one, open the link in its newest mail again.',
  );
}

export function startSession({ cookie }: Pick<Door, 'cookie'>, c: WebContext, secret: string): void {
  cookie.write(c, NAME, secret, SESSION_MS / 1000);
}

export function seenOf(c: WebContext): Seen {
  return { ip: c.get('ip'), userAgent: c.req.header('user-agent') ?? '' };
}

/** What a posted form was refused for, if it was; its fields keep what was typed. */
export type Refused = { act: string; refusal: Refusal | undefined; typed: Readonly<Record<string, string>> };

/** The client's page, with the form that was refused as it was sent. */
export type ShowPage = (c: WebContext, refused?: Refused) => Promise<Response>;

/** Shows the page again after an act was refused on it; for `again` of the portal kit. */
export function showRefused(show: ShowPage, act: string) {
  return async (c: WebContext, refusal: Refusal): Promise<Response> => {
    const typed = Object.fromEntries(new URLSearchParams(await c.req.text()));
    return show(c, { act, refusal, typed });
  };
}

/** The refusal of one form of the page, if it is that one. */
export function refusalOf(refused: Refused | undefined, act: string): Refusal | undefined {
  return refused?.act === act ? refused.refusal : undefined;
}

export function typedIn(refused: Refused | undefined, act: string, field: string): string | undefined {
  return refused?.act === act ? refused.typed[field] : undefined;
}

const NOTE = 'form';
const Note = z.object({
  project: z.string(),
  act: z.string(),
  typed: z.record(z.string(), z.string()),
  refusal: z.object({ code: z.string(), sentence: z.string(), field: z.string().optional() }).optional(),
});

/**
 * Sends the browser back to the page with what a form was refused for and what was typed, or only the latter. The page is one
 * that was asked for, not the answer to a form: Back, reload and a copied address all show it again and send nothing twice.
 */
export function noteForm({ cookie }: Pick<Door, 'cookie'>, c: WebContext, project: string, note: Refused): void {
  const { act, refusal, typed } = note;
  const told = refusal && { code: refusal.code, sentence: refusal.sentence, field: refusal.field };
  cookie.writeNote(c, NOTE, JSON.stringify({ project, act, typed, ...(told && { refusal: told }) }), NOTE_SECONDS);
}

/** As long as a mailed code works. */
const NOTE_SECONDS = 600;

/** What the last form on this project's page left, until it is dropped or a form leaves something else. */
export function notedForm({ cookie }: Pick<Door, 'cookie'>, c: WebContext, project: string): Refused | undefined {
  const words = cookie.readNote(c, NOTE);
  const note = words ? Note.safeParse(jsonOf(words)) : undefined;
  if (!note?.success || note.data.project !== project) return undefined;
  const { act, typed, refusal } = note.data;
  const told = refusal && new Refusal(refusal.code as `${string}.${string}`, refusal.sentence, refusal.field);
  return { act, typed, refusal: told };
}

export function dropNote({ cookie }: Pick<Door, 'cookie'>, c: WebContext): void {
  cookie.clear(c, NOTE);
}

function jsonOf(words: string): unknown {
  try {
    return JSON.parse(words);
  } catch {
    return undefined;
  }
}
