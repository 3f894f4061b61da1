import { z } from 'zod';
import type { Documents } from '../documents/render.ts';
import type { Database } from '../platform/database.ts';
import type { Model } from '../platform/model.ts';
import { download } from '../portal/download.ts';
import { again } from '../portal/errors.tsx';
import { readForm } from '../portal/form.ts';
import { limiter } from '../portal/limits.ts';
import type { Web, WebContext } from '../portal/web.ts';
import type { PortalVisit } from '../projects/link-read.ts';
import {
  actorOf,
  CURRENT_PAGE,
  type Door,
  dropNote,
  notedForm,
  noteForm,
  type ShowPage,
  seenOf,
  sessionOf,
  showRefused,
} from '../projects/session.ts';
import { notFound, type Refusal } from '../shared/refusal.ts';
import { CHANGE_MAX } from './change.ts';
import { ASK_CHANGE } from './change-portal.tsx';
import { requestChange } from './change-request.ts';
import { requestCode } from './code.ts';
import { type Version, versionShown } from './contract.ts';
import { declineContract, REASON_MAX } from './decline.ts';
import { explainRoutes } from './explain-portal.tsx';
import { fileName } from './paper.ts';
import { contractPdf } from './pdf.ts';
import { shownVersionOf, versionById } from './read.ts';
import { NAME_MAX, signContract } from './sign.ts';
import { CODE, DECLINE, SIGN } from './sign-portal.tsx';

/** Bounds only; what a name, a code or a reason must be is the verbs' to say. */
const typed = (max: number) => z.string().max(max, 'That is too long.').default('');
const CodeForm = z.object({ version: typed(200) });
const SignForm = z.object({ version: typed(200), name: typed(500), code: typed(50), consent: z.string().optional() });
const ChangeForm = z.object({ version: typed(200), body: typed(CHANGE_MAX * 2) });
const DeclineForm = z.object({ version: typed(200), reason: typed(REASON_MAX * 2) });

export type ContractPages = Door & { page: ShowPage; documents: Documents; model: Model | undefined };

/** The contract of the visited project, or the version of it that is asked for, as far as it was sent. */
async function versionToPrint(db: Database, visit: PortalVisit, wanted: string | undefined): Promise<Version> {
  const { workspaceId, projectId } = visit;
  if (!wanted) return shownVersionOf(db, workspaceId, projectId);
  const version = await versionById(db, workspaceId, wanted);
  if (version.projectId === projectId && version.sentAt !== null && version.state !== 'superseded') return version;
  throw notFound('contract');
}

const SIGN_PAGE = `${CURRENT_PAGE}#sign`;
const PLACES = [
  ['code', 'sign'],
  ['sign', 'sign'],
  ['decline', 'sign'],
  ['change', 'changes'],
  ['explain', 'plain'],
] as const;

/** Refused, the step of signing is shown again with what was typed but the code, which is typed anew. */
function backToSigning(door: Door, act: string) {
  return async (c: WebContext, refusal: Refusal): Promise<Response> => {
    const { projectId } = await sessionOf(door, c);
    const sent = Object.fromEntries(new URLSearchParams(await c.req.text()));
    const kept = act === SIGN ? sent : { ...notedForm(door, c, projectId)?.typed, version: sent.version };
    const typed = Object.fromEntries(
      ['version', 'name'].flatMap((name) => {
        const value = kept[name as keyof typeof kept];
        return value ? [[name, value.slice(0, NAME_MAX * 2)] as const] : [];
      }),
    );
    noteForm(door, c, projectId, { act, refusal, typed });
    return c.redirect(SIGN_PAGE, 303);
  };
}

/** What the client does with a contract: download, ask for a code, sign, decline. */
export function contractRoutes(web: Web, { page, documents, model, ...door }: ContractPages): void {
  const signing = limiter(60, 600);
  explainRoutes(web, { ...door, page, model });
  const asking = limiter(20, 3600, 'That is a lot of requests in an hour. Please wait a little.');

  web.get('/portal/contract.pdf', async (c) => {
    const visit = await sessionOf(door, c);
    const version = await versionToPrint(door.core.db, visit, c.req.query('version'));
    const content = await contractPdf(door.core.db, documents, version);
    const note = version.state === 'sealed' ? 'signed' : `version ${version.number}, not signed`;
    const filename = fileName(version.terms.title?.value ?? 'Contract', note);
    return download(c, { filename, contentType: 'application/pdf', content });
  });

  // Where a browser was left on the address of a form: there is a page, and nothing is sent.
  for (const [act, place] of PLACES)
    web.get(`/portal/contract/${act}`, (c) => c.redirect(`${CURRENT_PAGE}#${place}`, 303));

  web.post(
    '/portal/contract/code',
    again(
      async (c) => {
        const visit = await actorOf(door, c);
        const { version } = await readForm(c, CodeForm);
        await requestCode(door.core, visit, versionShown(version).versionId);
        // Another code makes no name to be typed again.
        const { typed = {} } = notedForm(door, c, visit.projectId) ?? {};
        noteForm(door, c, visit.projectId, { act: SIGN, typed, refusal: undefined });
        return c.redirect(SIGN_PAGE, 303);
      },
      backToSigning(door, CODE),
    ),
  );

  web.post(
    '/portal/contract/sign',
    again(
      async (c) => {
        const visit = await actorOf(door, c);
        await signing(visit.contactId);
        const { version, consent, ...form } = await readForm(c, SignForm);
        await signContract(door.core, visit, { ...form, consent: consent === 'yes', shown: version }, seenOf(c));
        dropNote(door, c);
        return c.redirect(CURRENT_PAGE, 303);
      },
      backToSigning(door, SIGN),
    ),
  );

  web.post(
    '/portal/contract/change',
    again(
      async (c) => {
        const visit = await actorOf(door, c);
        await asking(visit.contactId);
        const { version, body } = await readForm(c, ChangeForm);
        await requestChange(door.core, visit, { body, shown: version });
        return c.redirect(`${CURRENT_PAGE}#changes`, 303);
      },
      showRefused(page, ASK_CHANGE),
    ),
  );

  web.post(
    '/portal/contract/decline',
    again(
      async (c) => {
        const visit = await actorOf(door, c);
        const { version, reason } = await readForm(c, DeclineForm);
        await declineContract(door.core, visit, { reason, shown: version }, seenOf(c));
        return c.redirect(CURRENT_PAGE, 303);
      },
      showRefused(page, DECLINE),
    ),
  );
}
