import { render } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { answerOf } from '../../src/contracts/explain-answer.ts';
import { PlainCard } from '../../src/contracts/explain-portal.tsx';
import type { ContractView } from '../../src/contracts/paper.ts';
import { wordsOf } from '../support/seen.ts';
import { versionOf } from './explain-stage.ts';

const version = { ...versionOf('design'), id: 'ver_1', number: 1, textSha256: 'a'.repeat(64), state: 'sent' };
const view = { version } as unknown as ContractView;
const asked = (...questions: string[]) =>
  render(
    <PlainCard
      view={view}
      at={{
        project: 'prj_1',
        business: 'Studio North',
        explained: questions.map((question) => ({ question, answer: answerOf(version, question), reader: 'rule' })),
      }}
    />,
  );

test('the newest answer stands first, above the field, and older ones below it', () => {
  const words = wordsOf(asked('Which law applies?', 'Who owns the copyright?', 'Wie hoch ist die Anzahlung?'));
  const places = ['Wie hoch ist', 'What do you want to know?', 'Who owns', 'Which law'].map((each) =>
    words.indexOf(each),
  );
  expect(places.every((place) => place >= 0)).toBe(true);
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

test('each answer has a place of its own to land on, the same whenever its question is asked', () => {
  const places = (html: string) => [...html.matchAll(/id="(answer-[0-9a-f]{8})"/g)].map(([, id]) => id);
  const [copyright, law] = places(asked('Which law applies?', 'Who owns the copyright?'));
  expect(copyright).not.toBe(law);
  expect(places(asked('Which law applies?'))).toEqual([law]);
});

test('without a direct answer the page says where to look, and only what no clause is about is not in the contract', () => {
  const near = asked('Does the deposit need a blue envelope with glitter?');
  expect(wordsOf(near)).toMatch(/I could not find a direct answer\. See clause 10 ?, or ask Studio North ?\./);
  expect(near).toContain('href="#clause-10"');
  expect(wordsOf(asked('Do you offer hosting?'))).toContain('Not in the contract. Ask Studio North');
});
