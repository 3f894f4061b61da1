import type { ModalView } from '@slack/types';
import { actions, button, context, modal, section } from '../slack/blocks.ts';

export const READING = 'contract:reading';
export const SKIP_MODEL = 'contract:skip-model';

/** What the model may report, as it is called while it is being read. Nothing else of what it says is shown. */
const FOUND: Record<string, string> = {
  title: 'what the work is',
  clientName: 'who the client is',
  clientCompany: 'the client’s company',
  deliverables: 'what is delivered',
  fee: 'the price',
  deposit: 'the deposit',
  startOn: 'the start',
  endOn: 'the end',
  revisions: 'the revisions',
  netDays: 'when it is paid',
};

/** The fields that an answer under way has a value for, in its order. */
export function foundSoFar(text: string): string[] {
  const names = [...text.matchAll(/"(\w{1,40})"\s*:\s*(?:\{|\[\s*\{)/g)].flatMap(([, name = '']) =>
    Object.hasOwn(FOUND, name) ? (FOUND[name] ?? []) : [],
  );
  return [...new Set(names)];
}

/** What is shown while a model reads: how far it is, and the way on without it. */
export function readingView(briefId: string, said: string): ModalView {
  const found = foundSoFar(said);
  return modal(
    'Contract',
    [
      section('Reading your brief…'),
      context(
        found.length > 0
          ? `Found so far: ${found.join(', ')}.`
          : said
            ? 'The model is answering.'
            : 'The model has the brief.',
      ),
      actions([button('Go on without it', SKIP_MODEL, briefId)]),
      context('The form opens by itself in a few seconds.'),
    ],
    { callbackId: READING, notifyOnClose: true, metadata: { brief: briefId } },
  );
}
