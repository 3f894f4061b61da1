import type { VNode } from 'preact';
import { z } from 'zod';
import { sha256Of } from '../clauses/clause.ts';
import type { Model } from '../platform/model.ts';
import { Act, Area, Button, More } from '../portal/controls.tsx';
import { again } from '../portal/errors.tsx';
import { lines, readForm } from '../portal/form.ts';
import { Badge, Card } from '../portal/layout.tsx';
import { limiter } from '../portal/limits.ts';
import type { Web } from '../portal/web.ts';
import {
  actorOf,
  CURRENT_PAGE,
  type Door,
  type Refused,
  refusalOf,
  type ShowPage,
  showRefused,
  typedIn,
} from '../projects/session.ts';
import { shownAs } from './contract.ts';
import { explainToClient, QUESTION_MAX } from './explain.ts';
import { type Answer, notFoundWords } from './explain-answer.ts';
import { helpOf } from './explain-ask.ts';
import type { Explained } from './explain-read.ts';
import { plainLines } from './explain-summary.ts';
import type { ContractView } from './paper.ts';

const EXPLAIN = 'contract:explain';
const ExplainForm = z.object({
  version: z.string().max(200).default(''),
  body: lines(QUESTION_MAX + 200, 'Write what you want to know.'),
});

/** The client asks the contract; the page answers with its sentences. */
export function explainRoutes(
  web: Web,
  { page, model, ...door }: Door & { page: ShowPage; model: Model | undefined },
): void {
  const asking = limiter(30, 3600, 'That is a lot of questions in an hour. Please wait a little.');
  web.post(
    '/portal/contract/explain',
    again(
      async (c) => {
        const visit = await actorOf(door, c);
        await asking(visit.contactId);
        const { version, body } = await readForm(c, ExplainForm);
        const { workspaceId, projectId } = visit;
        const ask = helpOf(door.core, model, { workspaceId, projectId });
        const { question } = await explainToClient(door.core, visit, { question: body, shown: version }, ask);
        return c.redirect(`${CURRENT_PAGE}#${answerId(question)}`, 303);
      },
      showRefused(page, EXPLAIN),
    ),
  );
}

/** What the page adds to the explanation. */
export type ExplainSurface = {
  project: string;
  business: string;
  /** What whoever looks has asked about this version, oldest first; the page shows the newest first. */
  explained: readonly Explained[];
  refused?: Refused | undefined;
};

/** Questions shown; older ones stand in the log. */
const SHOWN = 5;

/** The contract in plain words, each line with its clauses, and a question that its own sentences answer. */
export function PlainCard({ view, at }: { view: ContractView; at: ExplainSurface }): VNode {
  const { version } = view;
  const refusal = refusalOf(at.refused, EXPLAIN);
  const [newest, ...older] = at.explained.slice(-SHOWN).reverse();
  return (
    <Card title="In plain words" id="plain">
      <More label="The contract in a few lines">
        <ul>
          {plainLines(version).map(({ words, clauses }) => (
            <li>
              {words} (<Clauses numbers={clauses} />)
            </li>
          ))}
        </ul>
        <p class="small">
          “We” is {at.business}, “you” are the client. The contract’s own text counts, not this summary.
        </p>
      </More>
      <More label="Ask what it says" open={newest !== undefined || refusal !== undefined}>
        {newest && <Answered explained={newest} business={at.business} />}
        <Act
          act={EXPLAIN}
          action="/portal/contract/explain"
          carry={{ project: at.project, version: shownAs(version) }}
          refusal={refusal}
        >
          <Area
            label="What do you want to know?"
            name="body"
            max={QUESTION_MAX}
            value={typedIn(at.refused, EXPLAIN, 'body')}
            refusal={refusal}
            hint={`Answered at once, with the contract’s own sentences. ${at.business} can see what was asked.`}
          />
          <Button look="plain">Look it up</Button>
        </Act>
        {older.map((one) => (
          <Answered explained={one} business={at.business} />
        ))}
      </More>
    </Card>
  );
}

/** Where an answer stands on the page: one who asks again what stands there already lands on it. */
const answerId = (question: string) => `answer-${sha256Of(question).slice(0, 8)}`;

function Answered({ explained, business }: { explained: Explained; business: string }): VNode {
  const { question, answer, reader } = explained;
  return (
    <div class="answer" id={answerId(question)}>
      <h3>{question}</h3>
      {answer.passages.length === 0 ? (
        <NotThere answer={answer} business={business} />
      ) : (
        answer.passages.map(({ number, title, custom, sentences }) => (
          <>
            <p>
              <a href={`#clause-${number}`}>
                Clause {number}. {title}
              </a>{' '}
              {custom && <Badge>Custom wording</Badge>}
            </p>
            <blockquote>
              {sentences
                .flatMap((sentence) => sentence.split(/\n+/))
                .map((line) => (
                  <p>{line}</p>
                ))}
            </blockquote>
          </>
        ))
      )}
      {reader === 'model' && <p class="small">A model looked for the place; every sentence is the contract’s own.</p>}
    </div>
  );
}

function NotThere({ answer, business }: { answer: Answer; business: string }): VNode {
  const { near, judgement } = answer;
  return (
    <p>
      <b>{notFoundWords(answer)}</b>{' '}
      {near.length > 0 && (
        <>
          See <Clauses numbers={near.map(({ number }) => number)} />, or{' '}
        </>
      )}
      {judgement && 'This page quotes the contract and gives no advice. '}
      <a href="#questions">{near.length > 0 ? `ask ${business}` : `Ask ${business}`}</a>
      {judgement || near.length > 0 ? '.' : ', and say so if you want it in.'}
    </p>
  );
}

function Clauses({ numbers }: { numbers: readonly number[] }): VNode {
  return (
    <>
      {numbers.map((number, index) => (
        <>
          {index > 0 && ' and '}
          <a href={`#clause-${number}`}>clause {number}</a>
        </>
      ))}
    </>
  );
}
