import { type Terms, term } from '../../contracts/terms.ts';
import { roundsOf } from '../conditions/revision-words.ts';
import { lettered } from '../passages/letters.ts';
import { MENTIONS_MAX, type Span, spanOf } from '../passages/text.ts';
import { evidenceAround } from './evidence.ts';
import { kindsOf } from './kinds.ts';
import { learned } from './learned.ts';
import { chancesIn, outstanding } from './weights.ts';

/** Whether a small count is the rounds of changes that the price includes. */
export const ROUND_MEANINGS = ['none', 'rounds'] as const;

/** Likely by itself, and by so much more than the next. */
const OUTSTANDING = { sure: 0.7, odds: 4 };

/** A small count, and how it is said: "twice", "two", "one" and "a", of which only the first needs no noun. */
export type Count = Span & { readonly rounds: number; readonly said: 'times' | 'number' | 'one' };

const NUMBERS: readonly (readonly [number, string])[] = [
  [1, 'one|single|einzige[nrms]?|seule|sola|uno'],
  [2, 'two|zwei|zwo|deux|dos'],
  [3, 'three|drei|trois|tres'],
  [4, 'four|vier|quatre|cuatro'],
  [5, 'five|fünf|cinq|cinco'],
  [6, 'six|sechs|seis'],
];
const OFTEN: readonly (readonly [number, string])[] = [
  [1, 'once|einmal'],
  [2, 'twice|zweimal|a couple of times|un par de (?:veces|ocasiones)|a second time'],
  [3, 'thrice|dreimal'],
  [4, 'viermal'],
  [5, 'fünfmal'],
];
const TIMES =
  '(?:times?|occasions?|mal|fois|reprises|occasions|ve(?:z|ces)|ocasi(?:ón|ones)|oportunidad(?:es)?)(?![\\p{L}])|[x×](?![\\p{L}\\d])';
const EDGE = '(?<![\\p{L}\\d.,:/€$£+-])';
/** What is counted by the clock or the calendar is no round. */
const SPAN =
  '(?! ?(?:days?|weeks?|months?|years?|hours?|minutes?|tagen?|wochen?|monaten?|jahren?|stunden?|minuten?|jours?|semaines?|mois|années?|ans?|heures?|días?|semanas?|mes(?:es)?|años?|horas?|minutos?)(?![\\p{L}]))';
const FIGURE = '(?<n>\\d{1,2})(?![\\d.,:/]\\d|[\\p{L}\\d%€$£°]|[- ]?(?:h|am|pm)(?![\\p{L}])| ?[%€$£])';
const SPELT = lettered(
  `${EDGE}(?:${NUMBERS.map(([, words]) => `(?:${words})`).join('|')})(?![\\p{L}]| (?:mil|cent|hundred|thousand|tausend|hundert))${SPAN}`,
  'giu',
);
const A = lettered(`${EDGE}(?:an?|eine[nrms]?|une?|una|ein)(?![\\p{L}])`, 'giu');
const FIGURES = lettered(`${EDGE}${FIGURE}${SPAN}`, 'giu');
const ADVERB = lettered(`${EDGE}(?:${OFTEN.map(([, words]) => `(?:${words})`).join('|')})(?![\\p{L}])`, 'giu');
const IS_TIMES = lettered(
  `^(?: (?:single|separate|different|seule?|s[oó]l[oa]|einzige[nrms]?|weitere[nrms]?))? ?(?:${TIMES})`,
  'iu',
);

/** "Twice a week", "zweimal im Monat": how often, not how many. */
const FREQUENCY = lettered(
  '^,? ?(?:an?|per|each|every|pro|die|im|in der|par|dans la|por|a la|al|à la|la) (?:days?|weeks?|months?|years?|tag|woche|monat|jahr|jour|semaine|mois|an|día|semana|mes|año)(?![\\p{L}])',
  'iu',
);

/** "Two rounds of drinks": of something else than the work. */
const OF_ELSE = lettered(
  "^ (?:(?:[Rr]ounds?|[Ss]ets?|[Rr]unden?|tours?|tournées?|rondas?|vueltas?|tandas?) (?:(?:of|de|von) |d[’'])|[Rr]unden? (?=\\p{Lu}))(?<what>[^.,;\\n]{1,30})",
  'u',
);
/** "Two of us", and "once our order is placed": nothing is looked at again. */
const NO_COUNT = lettered(
  '^ (?:of (?:us|them|you)|von (?:uns|ihnen|euch)|d’entre (?:nous|eux)|de (?:nosotros|ellos))(?![\\p{L}])',
  'iu',
);
const WHEN = lettered(
  "^ (?:our|the|we|you|they|he|she|i|it|my|your|their|his|her|all|that|this|everything|signed|approved|done|paid|delivered|you[’']ve|it[’']s|we[’']ve)(?![\\p{L}])",
  'iu',
);

/** Looking at the work again, in the stems of four languages. */
const LOOKS = kindsOf(
  {
    change:
      'chang|tweak|amend|revis|edit|correct|alter|adjust|modif|rework|retouch|touch-?up|polish|fix|änder|korrekt|korrig|überarbeit|anpass|nachbesser|ausbesser|verbesser|retusch|corrig|corrección|correccion|retouche|retoque|reprise|reprend|rectif|cambi|ajust|arregl|enmiend|remani|retravaill|reconsider|clean-?up|mueva|regrab|alternat|wish|fix|verschieb|tausch',
    again:
      'return|sen[dt]|come|comes|kick|back|bounc|zurück|devuel|retour|renvo|otra|vorleg|redo|redraw|recut|redraft|rewrite|re-|another go|nochmal|noch mal|noch einmal|zurück|de nouveau|otra vez|umentscheid|anders|revenir|revoir|renvo|devol|repet|répét|refai',
    round:
      'round|loop|pass|iteration|bout|goes|go|cycle|runde|schleife|durchgang|durchgäng|durchlauf|durchläuf|lauf|gang|gäng|tour|navette|aller|passe|itération|vague|ronda|vuelta|pasada|tanda|instancia|iteraci|ida|salve|tournée|etappe|stage|set|momento|bite|chance|oportunidad|opportunit|shot|lap|sitting|session',
    made: 'proposition|vorschl|entw|propuesta|boceto|maqueta|maquette|sketch|mock|cut|montag|draft|version|fassung|proposal|prueba|galerad|épreuve',
    look: 'visionn|gegen|list|opin|meld|look|read|proof|check|comment|feedback|note|remark|review|say|opinion|mark|preview|schau|durchsicht|rückmeld|anmerk|kommentier|wunsch|wünsch|gegenles|gegenhör|lecture|relecture|remarque|observation|comment|avis|relect|lectur|observaci|coment|revisa|revisi|opin',
    free: 'free|includ|inclu|gratis|gratuit|inbegriffen|enthalten|compris|price|preis|prix|precio|extra|bill|verrechn|factur|cobr|pay|zahl|cost|kost|recargo|costo|coste',
    off: 'cancel|call|notice|storn|absag|absprin|annul|préavis|anul|aviso|cancela|suspen',
    thing:
      'video|photo|foto|page|seite|page|página|post|text|texto|song|minute|minuto|logo|person|gast|guest|tag|day|jour|día|hour|stunde|heure|hora|week|woche|semaine|semana|month|monat|mois|mes|image|bild|session|sesión|séance',
    most: 'max|up to|most|only|no more|than|höchst|maxim|bis zu|mehr als|nur|jusqu|plus|pas plus|seule|hasta|más|mas|tope|como mucho|sol[oa]|nada más',
  },
  { ahead: '(?:ge|ver|um|ab|an|aus|be|nach|über|zu|re)?' },
);
const CHANGING: ReadonlySet<string> = new Set(['change', 'again', 'look', 'made']);
const ARTICLED: ReadonlySet<string> = new Set(['change', 'again', 'round', 'look']);
const JOINED = lettered('(?:korrektur|änderung|feedback|überarbeitung|nachbesserung)', 'iu');

/** Every small count that can be a number of rounds. */
export function countsOfRounds(text: string): Count[] {
  const found: Count[] = [];
  const add = (match: RegExpExecArray, rounds: number, said: Count['said']) => {
    const span = spanOf(match);
    const times = IS_TIMES.exec(text.slice(span.end, span.end + 40))?.[0];
    const end = span.end + (times?.length ?? 0);
    const behind = text.slice(end, end + 24);
    if (FREQUENCY.test(behind) || NO_COUNT.test(behind)) return;
    if (/^once$/i.test(match[0]) && WHEN.test(behind)) return;
    found.push({ start: span.start, end, text: text.slice(span.start, end), rounds, said: times ? 'times' : said });
  };
  for (const match of text.matchAll(ADVERB)) add(match, valueIn(OFTEN_WORDS, match[0]), 'times');
  for (const match of text.matchAll(SPELT)) add(match, valueIn(NUMBER_WORDS, match[0]), 'number');
  for (const match of text.matchAll(A)) if (isCounted(text, match)) add(match, 1, 'one');
  for (const match of [...text.matchAll(FIGURES)].slice(0, MENTIONS_MAX)) add(match, Number(match[0]), 'number');
  const counts = found.filter(({ rounds }) => rounds <= 10).sort((a, b) => a.start - b.start || b.end - a.end);
  const ofElse = ({ end }: Count) => {
    const what = OF_ELSE.exec(text.slice(end, end + 60))?.groups?.what;
    return what !== undefined && !LOOKS.some(([kind, stems]) => CHANGING.has(kind) && stems.test(what));
  };
  return counts
    .slice(0, MENTIONS_MAX)
    .filter((one) => !ofElse(one))
    .filter((one, at, all) => at === 0 || (all[at - 1]?.end ?? 0) <= one.start);
}

const wordsOf = (table: readonly (readonly [number, string])[]) =>
  table.map(([value, words]) => [value, lettered(`^(?:${words})$`, 'iu')] as const);
const OFTEN_WORDS = wordsOf(OFTEN);
const NUMBER_WORDS = wordsOf(NUMBERS);

const valueIn = (table: readonly (readonly [number, RegExp])[], word: string): number =>
  table.find(([, words]) => words.test(word))?.[0] ?? roundsOf(word) ?? Number.POSITIVE_INFINITY;

/** An article counts only before a word for looking again: "a tweak", "une reprise". */
function isCounted(text: string, { 0: article, index }: RegExpExecArray): boolean {
  if (IS_TIMES.test(text.slice(index + article.length, index + 40))) return true;
  // "A fixed price" mends nothing.
  if (/^\S+ (?:fix\p{L}*|firm|flat) (?:price|fee|sum|rate|cost|amount)/iu.test(text.slice(index, index + 26)))
    return false;
  const words = text
    .slice(index, index + 26)
    .split(' ')
    .slice(0, 3)
    .join(' ');
  return LOOKS.some(([kind, stems]) => ARTICLED.has(kind) && stems.test(words));
}

/** What speaks for the meaning of each count of a brief, in the order of the counts. */
export function evidenceOfRounds(text: string, counts: readonly Count[]): Set<string>[] {
  return counts.map((count) => {
    const found = evidenceAround(text, count, []);
    found.add('any').add(`said:${count.said}`).add(`value:${count.rounds}`);
    const line = text.lastIndexOf('\n', count.start - 1) + 1;
    const before = text.slice(Math.max(line, count.start - 70), count.start);
    const after = text.slice(count.end, count.end + 60).split(/[\n;.!?](?: |$)/)[0] ?? '';
    const next = after.slice(0, 24).split(' ').slice(0, 3).join(' ');
    let kinds = 0;
    for (const [name, stems] of LOOKS) {
      const far = stems.test(after);
      const near = stems.test(next);
      const led = stems.test(before.slice(-40));
      if (near) found.add(`next:${name}`).add(`next:${name}:${count.said}`);
      if (far) found.add(`after:${name}`).add(`after:${name}:${count.said}`);
      if (led) found.add(`lead:${name}`).add(`lead:${name}:${count.said}`);
      if (stems.test(before)) found.add(`far:${name}`);
      if (far || led) kinds += 1;
    }
    if (JOINED.test(next)) found.add('next:joined');
    return found.add(`kinds:${kinds}`);
  });
}

/** Without a word for looking again near it, a count is of something else. */
const isAboutChanges = (evidence: ReadonlySet<string> = new Set()): boolean =>
  [...ARTICLED].some((kind) => ['next', 'lead', 'after'].some((where) => evidence.has(`${where}:${kind}`)));

/** The rounds that no rule has read and no note asks about, with where they stand. */
export function likeliestRounds(said: string): { found: Pick<Terms, 'revisions'>; spans: Span[] } {
  const counts = countsOfRounds(said);
  const evidence = evidenceOfRounds(said, counts);
  const chances = counts.map((of, at) => ({
    ...{ of, key: String(of.rounds) },
    chance: isAboutChanges(evidence[at]) ? (chancesIn(learned('rounds'), evidence[at] ?? new Set())[1] ?? 0) : 0,
  }));
  const one = outstanding(chances, OUTSTANDING);
  if (!one) return { found: {}, spans: [] };
  const { rounds, start, end, text } = one;
  return { found: { revisions: term(rounds, 'brief', text) }, spans: [{ start, end, text }] };
}
