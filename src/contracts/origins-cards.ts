import type { KnownBlock, ModalView } from '@slack/types';
import { cut } from '../shared/typed.ts';
import { context, modal, section } from '../slack/blocks.ts';
import { md } from '../slack/mrkdwn.ts';
import type { Version } from './contract.ts';
import { type OriginLine, originLines } from './origins.ts';
import type { Terms } from './terms.ts';

export const ORIGINS = 'contract:origins';
/** Characters of a value and of where it came from: enough to know it again. */
const SHOWN_MAX = 600;

/** Each term of a version with the words it was read from, or who else put it there. `kind` is its template's title. */
export function originsView({ number, terms }: Pick<Version, 'number' | 'terms'>, kind: string | undefined): ModalView {
  const heading = `version ${number}: where each term comes from`;
  return viewOf(heading, terms, kind, 'Edit terms changes what is not as you agreed it.');
}

/** The same of what a form was filled with. */
export function formOriginsView(terms: Terms, kind: string | undefined): ModalView {
  const heading = 'where the form’s words and figures come from';
  return viewOf(heading, terms, kind, 'What you type over counts as yours. Close this to go on with the form.');
}

function viewOf(heading: string, terms: Terms, kind: string | undefined, close: string): ModalView {
  return modal(
    'Where from',
    [
      section(md`*${terms.title?.value ?? 'Contract'}*, ${heading}`),
      ...originLines(terms, kind).map(lineBlock),
      context(close),
    ],
    { callbackId: ORIGINS },
  );
}

const lineBlock = ({ label, value, from }: OriginLine): KnownBlock =>
  section(md`*${label}:* ${cut(value, SHOWN_MAX)}\n${cut(from, SHOWN_MAX)}`);
