import { bystandersIn } from '../briefs/bystanders/bystanders.ts';
import type { Englished } from '../briefs/languages/language.ts';
import { said } from '../briefs/passages/letters.ts';
import { cut } from '../shared/typed.ts';
import { ask, type Patch, type Read } from './change.ts';
import { withoutOld } from './change-figures.ts';
import { DROPS, type Part, topicsIn, VERB } from './change-parts.ts';
import { termLines } from './redline.ts';
import type { Terms } from './terms.ts';

/** Why words that name a value are no plain wish for it. */
export type Doubt = 'refused' | 'theirs' | 'past' | 'said' | 'question' | 'fine' | 'beside';

const SENTENCES: Readonly<Record<Doubt, string>> = {
  refused: 'This reads like a no. What should stand?',
  theirs: 'This seems to be about somebody else. Should it count here?',
  past: 'This seems to say how something was. Should it be so from now on?',
  said: 'These seem to be somebody else’s words. Should they count here?',
  question: 'This asks more than it says. Should it be so?',
  beside: 'These words are about something else as well. Should the contract have this figure?',
  fine: 'This says what can stand, and it is not what stands now. Which one counts?',
};

/** What says no in the four languages that clients write. */
const NO = said(
  [
    "(?:do|does|did|is|are|was|were|wo|would|ca|could|should|must|have|has|had|need|sha)n['’]?t|not|never|no|cannot|neither|nor",
    "refuse[sd]?|reject(?:s|ed)?|declined?|disagree|(?:am|are|is|be|we['’]re|i['’]m) against|opposed?|objects? to|forget|avoid",
    'out of the question|unacceptable|too (?:high|low|much|little|long|short|late|early|expensive|many|few)',
    'nicht|kein(?:e[nmrs]?)?|nie|niemals|weder|keinesfalls|lehnen?|ablehnen|inakzeptabel|zu (?:hoch|niedrig|viel|wenig|lang|kurz|spät|früh|teuer)',
    "ne|n['’]\\p{L}+|pas|jamais|aucune?|ni|refus\\p{L}+|inacceptable|hors de question|trop \\p{L}+",
    'nunca|jamás|tampoco|ning[uú]n[oa]?|rechaz\\p{L}+|inaceptable|demasiado \\p{L}+',
  ].join('|'),
);
/** "No later than", "not only", "invoice no. 3": these say no to nothing. */
const NO_BUT = said(
  [
    'at no (?:extra )?(?:charge|cost)|(?:no|not) (?:later|more|less|fewer|earlier|longer|sooner|higher|lower) than|not only|(?:why|if|or|whether or) not',
    "no (?:problem|worries|rush|hurry|doubt|matter|changes?)|no\\. ?(?=\\d)|nicht (?:mehr|später|länger|weniger|früher) als|nicht nur|pas plus (?:tard )?(?:que|de)|n['’]hésitez pas|no más (?:tarde )?(?:de|que)|no solo",
  ].join('|'),
  'giu',
);
/** What takes something out, so that a no before it leaves the thing in. */
const TAKES_OUT =
  '(?:drop|remov(?:e|ing)|delet(?:e|ing)|skip|waiv(?:e|ing)|scrap|strike|cut|take out|leave out|get rid of|streich\\p{L}*|entfern\\p{L}*|supprim\\p{L}*|enlev\\p{L}*|retir\\p{L}*|elimin\\p{L}*|quit\\p{L}*|without|no|ohne|sans|sin)';
const STAYS_IN = said(
  `(?:(?:do|does|is|are|ca|wo|should|must|could|would)n['’]?t|not|never|cannot|nicht|pas|no) (?:(?:\\p{L}|['’])+ ){0,3}${TAKES_OUT}|ne ${TAKES_OUT}`,
);

const PAST = said(
  [
    'was|were|had been|used to|last (?:year|time|month|week|summer|winter|spring|autumn|christmas)|previously|back then|in the past|ago|quoted|thought|assumed|remember(?:ed)?',
    '(?:we|you|i|they|he|she|(?:my|our|his|her|their) \\p{L}+) (?:always |once |only |already )?(?:paid|charged|took)',
    'war|waren|hatten?|letzte[ns]? (?:Jahr|Mal|Monat)|damals|bisher|dachten?|gedacht|kostete',
    "était|étaient|avaient|avions|avait|(?:l['’]an|l['’]année|la fois|le mois) (?:derni(?:er|ère)|passée?)|auparavant|pensais|croyais|pensions|croyions",
    'era|eran|fue|fueron|tenía|teníamos|había|(?:el|la) (?:año|mes|vez) pasad[oa]|pensaba|creía|creíamos|cobraba|cobró',
  ].join('|'),
);
/** "I was wondering whether" is how people ask. */
const POLITE =
  /\b(?:i|we) (?:was|were) (?:just )?(?:wondering|hoping|thinking|going to (?:ask|suggest))(?: (?:if|whether|that|of|about))?/giu;
const SAID = said(
  [
    '(?:he|she|they|\\p{L}+) (?:said|says|told|tells|claims|claimed|wrote|writes)|(?:he|she|(?:my|our|his|her|their|the|a) \\p{L}+) (?:thinks|believes|suggests|suggested)|according to|apparently|supposedly|allegedly',
    'sagt|sagte|sagten|meinte|meint|schrieb|schreibt|laut|angeblich',
    "dit que|disait|a dit|a écrit|écrit que|selon|d[’']après|paraît-il",
    'dijo|dice|dicen|escribió|según|dicen que|al parecer',
  ].join('|'),
);
const OTHERS = said(
  [
    '(?:other|another|previous|former|different|last|old) (?:\\p{L}+ )?(?:agency|contract|designer|photographer|freelancer|studio|supplier|vendor|company|quote|client|project|job|offer|contractor|developer|videographer|translator|consultant|provider)',
    'competitors?|somebody else|someone else|elsewhere',
    'andere[nrs]? (?:Agentur|Vertrag|Angebot|Firma|Anbieter|Projekt|Kunden?|Designer(?:in)?|Fotograf(?:in|en)?)|Konkurren\\p{L}+',
    '(?:autre|ancien(?:ne)?) (?:agence|contrat|devis|prestataire|photographe|graphiste|projet|client)|concurren\\p{L}+',
    '(?:otr[oa]|antigu[oa]) (?:agencia|contrato|presupuesto|proveedor|fotógraf[oa]|diseñador[a]?|proyecto|cliente)|la competencia',
  ].join('|'),
);
/** A question of the other languages that asks for something: "Könnten wir", "serait-il possible". */
const WISHES = said(
  '(?:can|could|would|may|might|shall|should) (?:we|you|i)|(?:can|could) (?:the|it|this|that)|könn(?:t|en|te|ten)|kann|dürf\\p{L}+|möglich|geht|ginge|wäre|möchten?|würden?|pourr\\p{L}+|peut|possible|serait|podr[ií]\\p{L}*|puede|pueden|podemos|posible|sería',
);
/** "Nicht 50 %, sondern 40 %": after it comes what is wished for. */
const TURNS = /^(?:but|sondern|aber|mais|sino|pero)\b/i;
const QUOTED = /[“"«„][^”"»“]*\d[^”"»“]*[”"»“]/u;

/** Words that are somebody's own wording: a no inside of them is no answer. */
const WORDED: readonly (keyof Patch)[] = ['deliverables', 'title', 'specialTerms', 'purpose', 'milestones'];
const WORDING = said(
  'add|include|rename|replace|change|swap|call|title|name|deliverables?|milestones?|clause|condition|paragraph|sentence|special',
);

/** A part of a request with what around it makes one hesitate. */
export type Around = {
  /** As the readers know it, and as it was written. */
  readonly said: string;
  readonly written: string;
  /** About a bargain of somebody else. */
  readonly theirs: boolean;
  /** Below a mark of what another mail said. */
  readonly quoted: boolean;
  /** The end of a question that did not ask for anything. */
  readonly question: boolean;
  /** A no earlier in the sentence reaches so far. */
  readonly refused: boolean;
};

type Told = Pick<Part, 'quote' | 'said' | 'asked'>;

/** What stands around the parts of each sentence, which are asked for in their order. */
export function aroundParts(words: string, english: Englished): (sentence: string) => (part: Told) => Around {
  const { text } = english;
  const theirs = bystandersIn(words).map(english.placed);
  let behind = 0;
  return (sentence) => {
    const start = Math.max(behind, text.indexOf(sentence, behind));
    behind = start + sentence.length;
    const quoted = /^\s*>/.test(text.slice(text.lastIndexOf('\n', start - 1) + 1, start));
    const asks = sentence.endsWith('?') && !WISHES.test(`${sentence}\n${english.written(sentence)}`);
    let refusing = false;
    return ({ quote, said, asked }) => {
      const at = sentence.indexOf(quote);
      const place = { start: start + Math.max(0, at), end: start + (at < 0 ? sentence.length : at + quote.length) };
      const turns = TURNS.test(said) || /\b(?:but|instead|so|then) *$/i.test(sentence.slice(0, Math.max(0, at)));
      const refused = refusing && !asked && !turns && !VERB.test(said);
      const written = english.written(quote, sentence);
      // "No deposit, net 30": what is taken out is said, and the rest is another wish.
      const out = DROPS.test(said) && !/\d/.test(said) && topicsIn(said).length > 0;
      refusing = refused || (!out && saysNo(`${said}\n${written}`));
      return {
        ...{ said, written, quoted, refused },
        theirs: theirs.some((span) => place.start < span.end && span.start < place.end),
        question: asks && !asked && !VERB.test(said),
      };
    };
  };
}

/** Why a value that was read is asked and not taken; undefined where the words plainly wish for it. */
export function doubtOf(patch: Patch, terms: Terms, around: Around): Doubt | undefined {
  const { said, written, theirs, quoted, question, refused } = around;
  const worded = WORDED.some((name) => patch[name] !== undefined);
  const heard = worded ? said.slice(0, WORDING.exec(said)?.index ?? said.length) : `${said}\n${written}`;
  const plain = heard.split('\n').map(withoutOld).join('\n').replace(POLITE, ' ');
  if (theirs || OTHERS.test(plain)) return 'theirs';
  if (quoted || SAID.test(plain) || (!worded && QUOTED.test(plain))) return 'said';
  if (PAST.test(plain)) return 'past';
  if (takesOut(patch, terms)) return STAYS_IN.test(heard) ? 'refused' : undefined;
  // "No VAT, reverse charge applies": the no is what is wished for, and the reader knows a denial.
  if (patch.portfolio === 'no' || patch.taxReason) return undefined;
  if (refused || saysNo(plain)) return 'refused';
  return question && !worded ? 'question' : undefined;
}

/** Whether a stretch of words says no to something. */
export const saysNo = (text: string): boolean => NO.test(text.replace(NO_BUT, ' '));

/** Whether a patch only takes out what stands. */
function takesOut(patch: Patch, terms: Terms): boolean {
  return Object.entries(patch).every(([name, value]) => {
    if (value === null || value === 0) return name !== 'netDays';
    if (name === 'deliverables') return (patch.deliverables?.length ?? 0) < (terms.deliverables?.value.length ?? 0);
    if (name === 'rate') return patch.rate?.capMinor === null && patch.rate.minor === terms.rate?.value.minor;
    const kind = typeof value === 'object' && 'kind' in value ? value.kind : undefined;
    return kind === 'none' || (name === 'expenses' && kind === 'included');
  });
}

/** Characters: Slack holds 75 on an answer. */
const LABEL_MAX = 70;

/** What was read, as a question: the value is one press away, and so is what stands. */
export function doubtful(doubt: Doubt, read: Read, terms: Terms, next: Terms | undefined): Read {
  if ('sentence' in read) return read;
  const lines = next ? termLines(terms, next) : [];
  if (lines.length === 0) return ask('This says what should not be. Say what should be instead.');
  // What stands is shown beside it already.
  const said = lines.map(({ label, words: now }) => `${label}: ${now.replace(/^.* → /, '')}`);
  const label = cut(said.join('; '), LABEL_MAX);
  return ask(SENTENCES[doubt], [{ label, patch: read.patch }]);
}
