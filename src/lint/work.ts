import { deliverableLines, deliverablesFrom } from '../contracts/deliverable.ts';
import { type Booking, slotsIn } from '../contracts/terms.ts';
import { changed, clausesNamed, type Found, type LintScene, quoteOf, type Rule, workOf } from './finding.ts';
import { ownSentences, quoteOwn, withoutSentence, withSentence } from './own-words.ts';

/** Words that promise more than anyone has agreed on. */
const OPEN_END = /[,;]?\s*\b(etc\b\.?|and so on|and so forth|and more|and the like|among others)(?=[\s.,;)]|$)/i;
const VAGUE =
  /\b(various|miscellaneous|misc\.|as needed|as required|as necessary|whatever|anything else|stuff|things like|t\.?b\.?d\b\.?|t\.?b\.?c\b\.?|to be (?:defined|discussed|agreed|confirmed))/i;
const UNLIMITED =
  /\b(unlimited|endless|infinite|as many (?:[a-z]+ )?(?:rounds|revisions|changes|corrections)|until (?:you are|the client is|they are|everyone is) (?:happy|satisfied))\b/i;

const ROUNDS_MANY = 5;
const ROUNDS_USUAL = 2;
const ACCEPTANCE_MAX = 30;
const ACCEPTANCE_USUAL = 10;

/** Rules of the craft about what is done, and when it is done. */
export const WORK_RULES: readonly Rule[] = [
  { id: 'work.no-deliverables', title: 'What the client receives', grade: 'warns', check: noDeliverables },
  { id: 'work.open-ended', title: 'Work without an end', grade: 'warns', check: openEnded },
  { id: 'work.vague', title: 'Vague words', grade: 'warns', check: vague },
  { id: 'work.unlimited', title: 'Revisions without limit', grade: 'warns', check: unlimited },
  { id: 'work.no-revisions', title: 'Revisions', grade: 'warns', check: noRevisions },
  { id: 'work.many-revisions', title: 'Many revisions', grade: 'suggests', check: manyRevisions },
  { id: 'work.no-acceptance', title: 'When the work is accepted', grade: 'suggests', check: noAcceptance },
  { id: 'work.acceptance-long', title: 'Long time to accept', grade: 'warns', check: acceptanceLong },
  { id: 'work.no-place', title: 'Where it takes place', grade: 'warns', check: noPlace },
  { id: 'work.no-length', title: 'How long it takes', grade: 'warns', check: noLength },
];

function noDeliverables({ terms }: LintScene): Found | undefined {
  if (terms.deliverables?.value.length || terms.scopeNotes || terms.booking || terms.rate) return undefined;
  return {
    sentence: 'The contract does not list what the client receives, so nobody can say when it is done.',
    field: 'deliverables',
  };
}

function openEnded(scene: LintScene): Found | undefined {
  const lines = deliverableLines(scene.terms);
  const line = lines.find((each) => OPEN_END.test(each));
  if (!line) return undefined;
  const bare = (text: string) =>
    text
      .replace(OPEN_END, '')
      .replace(/\s{2,}/g, ' ')
      .trim();
  const left = lines.map(bare).filter(Boolean);
  return {
    sentence: 'What is delivered has an open end, so the client may expect more than you priced.',
    field: 'deliverables',
    quote: quoteOwn(scene, line),
    ...(left.length > 0 && {
      fix: { label: 'Take the open end out', terms: changed(scene.terms, { deliverables: deliverablesFrom(left) }) },
    }),
  };
}

function vague(scene: LintScene): Found | undefined {
  const { terms } = scene;
  const own = [
    ...deliverableLines(terms).map((text) => ({ field: 'deliverables' as const, text })),
    ...ownSentences(terms),
    { field: 'title' as const, text: terms.title?.value ?? '' },
  ].find(({ text }) => VAGUE.test(text));
  const line = own?.text;
  const word = line && VAGUE.exec(line)?.[0];
  if (!line || !word) return undefined;
  return {
    sentence: `“${word}” can mean anything. Say what it is, or what it is at most.`,
    field: own.field,
    quote: quoteOwn(scene, line),
  };
}

function unlimited(scene: LintScene): Found | undefined {
  const { terms } = scene;
  const own = ownSentences(terms).find(({ text }) => UNLIMITED.test(text));
  if (own)
    return {
      sentence: 'This promises work without an end for a price that has one.',
      field: own.field,
      quote: quoteOwn(scene, own.text),
      fix: withoutSentence(terms, own),
    };
  const lines = deliverableLines(terms);
  const line = lines.find((text) => UNLIMITED.test(text));
  if (!line) return undefined;
  const left = lines.filter((each) => each !== line);
  return {
    sentence: 'This promises work without an end for a price that has one.',
    field: 'deliverables',
    quote: quoteOwn(scene, line),
    ...(left.length > 0 && {
      fix: { label: 'Take the line out', terms: changed(terms, { deliverables: deliverablesFrom(left) }) },
    }),
  };
}

/** Where nothing is shown in rounds (pictures, sessions, advice), no number is missed. */
function noRevisions(scene: LintScene): Found | undefined {
  const { terms } = scene;
  if (terms.revisions || !terms.fee || terms.rate || slotsIn(terms).length > 0) return undefined;
  const inRounds = (scene.template?.defaults.revisions ?? null) !== null;
  if (!terms.deliverables?.value.length || !inRounds) return undefined;
  return {
    sentence: 'The contract does not say how many rounds of revisions the price includes.',
    field: 'revisions',
    fix: { label: 'Include two rounds', terms: changed(terms, { revisions: ROUNDS_USUAL }) },
  };
}

function manyRevisions(scene: LintScene): Found | undefined {
  const rounds = scene.terms.revisions?.value ?? 0;
  if (rounds <= ROUNDS_MANY) return undefined;
  return {
    sentence: `${rounds} rounds of revisions are many for a fixed price.`,
    field: 'revisions',
    quote: quoteOf(scene, `${rounds} rounds`, 'revisions'),
    fix: { label: 'Include three rounds', terms: changed(scene.terms, { revisions: 3 }) },
  };
}

/** A template may have no clause of acceptance; then what is delivered would wait for praise for ever. */
function noAcceptance(scene: LintScene): Found | undefined {
  const { terms } = scene;
  if (!terms.deliverables?.value.length || clausesNamed(scene, 'acceptance').length > 0) return undefined;
  if (ownSentences(terms).some(({ text }) => /\baccept(ed|ance|s)?\b/i.test(text))) return undefined;
  return {
    sentence: 'Nothing says by when delivered work counts as accepted, so the last invoice can be held back.',
    field: 'acceptanceDays',
    way: { opens: 'terms', field: 'specialTerms' },
    fix: withSentence(
      terms,
      'Delivered work counts as accepted if nobody tells us in writing within 14 days, after we have asked once more, what does not match this contract.',
      'Add a deadline of 14 days',
    ),
  };
}

function acceptanceLong(scene: LintScene): Found | undefined {
  const days = scene.terms.acceptanceDays?.value ?? 0;
  if (days <= ACCEPTANCE_MAX) return undefined;
  return {
    sentence: `${days} days to accept the work is long: the last invoice may wait for it.`,
    field: 'acceptanceDays',
    quote: quoteOf(scene, `${days} days`, 'acceptance'),
    fix: { label: 'Make it 10 days', terms: changed(scene.terms, { acceptanceDays: ACCEPTANCE_USUAL }) },
  };
}

function noPlace(scene: LintScene): Found | undefined {
  const slot = slotsIn(scene.terms).find(({ place }) => !place);
  if (!slot || workOf(scene) !== 'photography') return undefined;
  return {
    sentence: 'The contract does not say where the pictures are taken.',
    field: 'booking',
    way: { opens: 'terms', field: laterLacks(scene, ({ place }) => !place) ? 'laterBookings' : 'place' },
    quote: quoteOf(scene, /./, 'booking-date'),
  };
}

/** Whether a slot after the first lacks something that the first has: each of those is a line of its own. */
const laterLacks = ({ terms }: LintScene, lacks: (slot: Booking) => boolean) =>
  terms.booking !== undefined && !lacks(terms.booking.value);

function noLength(scene: LintScene): Found | undefined {
  const slot = slotsIn(scene.terms).find(({ minutes }) => minutes === null);
  if (!slot || workOf(scene) !== 'photography') return undefined;
  return {
    sentence: 'The contract does not say for how long you come, so every further hour is an argument.',
    field: 'booking',
    way: { opens: 'terms', field: laterLacks(scene, ({ minutes }) => minutes === null) ? 'laterBookings' : 'hours' },
    quote: quoteOf(scene, /./, 'booking-date'),
  };
}
