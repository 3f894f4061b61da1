import { readMilestones } from '../briefs/money/milestones.ts';
import { partsAsTerms } from '../briefs/money/parts.ts';
import { scanShares } from '../briefs/money/share-scan.ts';
import { COUNT, countOf } from '../briefs/passages/text.ts';
import { scanDates } from '../briefs/time/dates.ts';
import { money } from '../shared/money.ts';
import { ask, type ChangeContext, type Choice, type Read, type Reader } from './change.ts';
import { sumsIn } from './change-figures.ts';
import { DROPS, topicsIn } from './change-parts.ts';
import { currencyIn, NOTES_MAX, type Terms } from './terms.ts';

const ROUNDS = new RegExp(
  String.raw`(?<![\p{L}\d.,-])(?<n>${COUNT}|an extra|an additional) (?<more>more |extra |additional |further )?(?:free |included |full )?(?:revisions?|rounds?|feedback|corrections?|iterations?|amendments?)`,
  'giu',
);

/** "Three rounds", "one more round", "drop revisions". */
export const readRevisions: Reader = (part, terms) => {
  const hits = [...part.matchAll(ROUNDS)].map(({ groups = {} }) => ({
    count: /extra|additional/i.test(groups.n ?? '') ? 1 : countOf(groups.n ?? ''),
    more: Boolean(groups.more) || /extra|additional/i.test(groups.n ?? ''),
    no: /^no$/i.test(groups.n ?? ''),
  }));
  const behind =
    /\b(?:revisions?|rounds?|corrections?)(?: (?:of \w+|to|is|are|be|should be|:|=))* ?:? ?(\d{1,2})\b/i.exec(
      part,
    )?.[1];
  const counts = [...hits, ...(behind && hits.length === 0 ? [{ count: Number(behind), more: false, no: false }] : [])];
  const [first, ...others] = counts;
  const now = terms.revisions?.value ?? 0;
  const choice = (count: number): Choice => ({
    label: `${count} ${count === 1 ? 'round' : 'rounds'}`,
    patch: { revisions: count },
  });
  if (/\b(?:unlimited|endless|as many)\b/i.test(part))
    return ask('How many rounds of revisions should the price include?', [2, 3, 5].map(choice), 'revisions');
  if (first?.no || (!first && DROPS.test(part))) return { patch: { revisions: 0 } };
  const less = /\b(?:fewer|less)\b/i.test(part);
  if (
    !first ||
    others.some(({ count }) => count !== first.count) ||
    /\d ?(?:to|[-–]) ?\d|\b(?:or|to|-|–|about|around) ?\d/i.test(part.replace(/(?<!\d )\bto \d/i, ''))
  )
    return ask(
      'How many rounds of revisions should the price include?',
      [...new Set(counts.flatMap(({ count }) => count ?? []))].slice(0, 3).map(choice),
      'revisions',
    );
  const count = (first.more && !less ? now : 0) + (first.count ?? 0);
  if (less)
    return now - (first.count ?? 0) >= 0 && first.count
      ? { patch: { revisions: now - first.count }, builds: true }
      : ask('How many rounds should it be?', [], 'revisions');
  if (count > 50) return ask('How many rounds of revisions should the price include?', [], 'revisions');
  if (DROPS.test(part) && count === now && !/^no\b/i.test(part)) return { patch: { revisions: 0 } };
  return { patch: { revisions: count }, ...(first.more && { builds: true }) };
};

const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** "Change the title to Website for Acme". */
export const readTitle: Reader = (part) => {
  const title = /\b(?:title|name)\b.*?(?: to| is| should be| as|:) ?[“"']?(.{3,140}?)[”"']?$/is.exec(part)?.[1]?.trim();
  if (!title) return ask('What should the title be?', [], 'title');
  return title.length > 120 ? ask('Keep the title under 120 characters.', [], 'title') : { patch: { title: title } };
};

/** "Special terms: add: the client provides hosting", "add a clause that …". */
export const readSpecial: Reader = (part, terms) => {
  const now = terms.specialTerms?.value;
  const words =
    /\b(?:special (?:terms?|conditions?)|clause|condition|paragraph|sentence)\b(?: (?:that says|saying|which says|that|about|to say))?\s*:?\s*(?:add\b:?)?\s*[“"']?(.*?)[”"']?$/is
      .exec(part)?.[1]
      ?.trim();
  const about = /\b(?:clause|condition|paragraph|sentence|terms?) (?:about|on|for)\b/i.test(part);
  if (!words && DROPS.test(part) && now) return { patch: { specialTerms: null } };
  if (!words || words.length < 8 || about)
    return ask(
      'Say the special term in full, like “Special terms: the client provides the hosting.”',
      [],
      'specialTerms',
    );
  return noted(now, words);
};

function noted(now: string | undefined, words: string): Read {
  const sentence = /[.!?]$/.test(words) ? upper(words) : `${upper(words)}.`;
  const whole = now ? `${now}\n${sentence}` : sentence;
  return whole.length > NOTES_MAX.specialTerms
    ? ask(`Special terms hold ${NOTES_MAX.specialTerms.toLocaleString('en')} characters at most.`, [], 'specialTerms')
    : { patch: { specialTerms: whole }, builds: true };
}

/** What no term holds: it can stand as words of its own, or be left out. */
export function unread(part: string, terms: Terms, wanted: boolean): Read {
  const read = noted(terms.specialTerms?.value, part);
  const said = topicsIn(part).length > 0 ? 'I can’t tell what this should change.' : 'I know no term for this.';
  if (!wanted || !('patch' in read) || part.length < 12 || part.length > 300) return { ...ask(said), unread: true };
  return { ...ask(said, [{ label: 'Add it as a special term, in these words', patch: read.patch }]), unread: true };
}

/** "30% concept, 40% design and 30% handover", "no milestones". */
export function readParts(sentence: string, terms: Terms, { today }: ChangeContext): Read | undefined {
  const fee = terms.fee?.value;
  const shares = scanShares(sentence, []);
  const amounts = sumsIn(sentence, terms, { today })
    .filter(({ foreign }) => !foreign)
    .map(({ amount }) => amount);
  if (!fee || shares.length + amounts.length < 2) return undefined;
  const found = readMilestones(sentence, {
    shares,
    amounts,
    dates: scanDates(sentence, today),
    figures: amounts,
    turns: [],
    fee: money(fee.minor, currencyIn(terms)),
  });
  if (!found || found.open) return undefined;
  const { deposit, milestones } = partsAsTerms(found.parts);
  return { patch: { milestones, ...(deposit && { deposit }) } };
}

export const readMilestoneWords: Reader = (part) => {
  if (DROPS.test(part)) return { patch: { milestones: null } };
  return ask(
    'Name each part with its share, like “30% concept, 40% design, 30% handover”. Together they make the price.',
    [],
    'milestones',
  );
};
