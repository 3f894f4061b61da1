import type { Context, ErrorHandler, Handler, NotFoundHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { VNode } from 'preact';
import type { Log } from '../platform/log.ts';
import { apology, newReference } from '../shared/reference.ts';
import { Refusal } from '../shared/refusal.ts';
import { Card, Heading, html, Page } from './layout.tsx';

type Status = 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 500;

/** What a refusal's code means in HTTP; every other one is 422: understood, and refused. */
const STATUSES: readonly (readonly [ending: RegExp, status: Status])[] = [
  [/\.not-found$/, 404],
  [/\.elsewhere$/, 409],
  [/\.signed-out$/, 401],
  [/\.forbidden$/, 403],
  [/\.too-many$/, 429],
  [/\.malformed$/, 400],
];

// One page for everything that is not there and everything that is someone else's, so that neither can be told apart.
const NOTHING =
  'There is nothing here, or you were signed out to keep it private. The newest mail has a link that lets you in again.';

const SENTENCES: Partial<Record<number, string>> = {
  400: 'This request could not be read. Please go back and try again.',
  403: 'This form was sent from another site, so it was not accepted. Open the page again and send it from there.',
  413: 'That is too large to send.',
  415: 'This request could not be read.',
};

function statusOf(refusal: Refusal): Status {
  return STATUSES.find(([ending]) => ending.test(refusal.code))?.[1] ?? 422;
}

/** The one place where what goes wrong behind a page becomes a page. */
export function pageErrors(log: Log): {
  onError: ErrorHandler;
  notFound: NotFoundHandler;
} {
  const say = (c: Context, status: Status, title: string, sentence: string) =>
    c.html(html(<ErrorPage title={title} sentence={sentence} />), status);
  const nothing = (c: Context) => say(c, 404, 'Not found', NOTHING);
  return {
    notFound: nothing,
    onError: (error, c) => {
      if (error instanceof Refusal) {
        const status = statusOf(error);
        log.info({ path: c.req.routePath, refusal: error.code }, 'page refused');
        return status === 404 ? nothing(c) : say(c, status, 'That did not work', error.sentence);
      }
      if (error instanceof HTTPException && error.status < 500) {
        if (error.status === 404) return nothing(c);
        return say(c, error.status as Status, 'That did not work', SENTENCES[error.status] ?? SENTENCES[400] ?? '');
      }
      const reference = newReference();
      log.error({ err: error, path: c.req.routePath, reference }, 'fault behind a page');
      return say(c, 500, 'Sorry', apology(reference));
    },
  };
}

/**
 * An act whose refusal is shown on the page the form came from, with what was typed, and not on a page of its own. What is
 * not there stays not there, and what was typed on one page is not shown on the page of something else.
 */
export function again(act: Handler, show: (c: Context, refusal: Refusal) => Response | Promise<Response>): Handler {
  return async (c, next) => {
    try {
      return await act(c, next);
    } catch (error) {
      if (!(error instanceof Refusal) || [404, 409].includes(statusOf(error))) throw error;
      c.status(statusOf(error));
      return show(c, error);
    }
  };
}

function ErrorPage(props: { title: string; sentence: string }): VNode {
  return (
    <Page title={props.title} business="Retainer" state="error">
      <Heading>{props.title}</Heading>
      <Card>
        <p>{props.sentence}</p>
      </Card>
    </Page>
  );
}
