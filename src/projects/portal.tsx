import { z } from 'zod';
import { again } from '../portal/errors.tsx';
import { line, lines, readForm } from '../portal/form.ts';
import { html } from '../portal/layout.tsx';
import { limiter } from '../portal/limits.ts';
import { OpenPage } from '../portal/open.tsx';
import type { Web } from '../portal/web.ts';
import { askQuestion } from './ask.ts';
import { openLink } from './open-link.ts';
import { QUESTION_MAX } from './question.ts';
import { actorOf, CURRENT_PAGE, type Door, type ShowPage, seenOf, showRefused, startSession } from './session.ts';

/** Longer than any token, so that a wrong one is refused for being wrong. */
const TOKEN_MAX = 200;

const OpenForm = z.object({ token: line(TOKEN_MAX) });
const AskForm = z.object({ body: lines(QUESTION_MAX + 500, 'Write your question.') });

export type ProjectPages = Door & { page: ShowPage };

/** The way in, and the client's questions. Following a link changes nothing; pressing the button opens a session. */
export function projectRoutes(web: Web, { page, ...door }: ProjectPages): void {
  const opening = limiter(
    60,
    3600,
    'This link was opened very often in the last hour. Please wait a little. A page that is open already still works.',
  );
  const asking = limiter(20, 3600, 'That is a lot of questions in an hour. Please wait a little.');

  web.get('/portal', (c) =>
    c.html(
      html(
        <OpenPage
          action="/portal/open"
          act="link:open"
          title="Open your page"
          lead="Here you read the contract, sign, pay and ask. No account is needed."
          hint="The mail that brought you here prints it below the link."
        />,
      ),
    ),
  );
  web.get('/portal/open', (c) => c.redirect('/portal', 303));

  web.post('/portal/open', async (c) => {
    const { token } = await readForm(c, OpenForm);
    const opened = await openLink(door.core, token, seenOf(c), opening);
    startSession(door, c, opened.secret);
    return c.redirect('/portal/project', 303);
  });

  web.post(
    '/portal/question',
    again(
      async (c) => {
        const visit = await actorOf(door, c);
        await asking(visit.contactId);
        const { body } = await readForm(c, AskForm);
        await askQuestion(door.core, visit, body);
        return c.redirect(`${CURRENT_PAGE}#questions`, 303);
      },
      showRefused(page, 'question:ask'),
    ),
  );

  web.get('/portal/project', (c) => page(c));
}
