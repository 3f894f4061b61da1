import { lettered } from '../passages/letters.ts';

/** One side wishes for a law: before it in its sentence. */
const WISHED = lettered(
  "(?<![\\p{L}])(?:(?:they|she|he|the (?:client|customer|company)|client|(?:der|die) (?:kunde|kundin|firma)|le client|la cliente?|el cliente|sie|er|ils?|elles?|ellos|ellas)['’]?d? (?:first |originally |had |have |also |then |erst |zuerst )*(?:ask(?:ed|s)?(?: for)?|would (?:like|prefer)|want(?:ed|s)?|insist(?:ed|s)?|demand(?:ed|s)?|prefer(?:red|s)?|propose[ds]?|suggest(?:ed|s)?|request(?:ed|s)?|wollten?|wollen|will|hätten gern|möchten?|verlang(?:ten?|en|t)|bestanden|bestand|fordern|forderten?|voulai(?:en)?t|veu(?:t|lent)|demand(?:e|ent|aient|ait)|souhait\\p{L}+|exig\\p{L}+|ont demandé|quieren?|querían?|pid(?:en|e|ió|ieron)|prefer\\p{L}+)|(?:querían|quieren|pidieron|pidió|piden|exigieron|exigen))(?![\\p{L}])[^.!?\\n;]{0,60}$",
  'iu',
);
const YES = lettered(
  "(?<![\\p{L}])(?:agreed|accepted|(?:said|is|am|are) (?:yes|ok|okay|fine|good)|fine (?:by|with|for) (?:me|us)|works for (?:me|us)|zugestimmt|einverstanden|akzeptier\\p{L}+|angenommen|passt|in ordnung|accept(?:é|ons|e)|d['’]accord|ça me va|acept(?:é|amos|o)|de acuerdo|me parece bien|egal|don['’]t mind|peu importe|da igual)(?![\\p{L}])",
  'iu',
);
const NO = lettered(
  "(?<![\\p{L}])(?:not|never|no|refused?|declined|rejected|\\p{L}+n['’]t(?! mind)|almost|nearly|nicht|nie|niemals|abgelehnt|fast|beinahe|nein|pas|jamais|refus\\p{L}+|presque|nunca|casi|rechac\\p{L}+|neg(?:ué|amos)|if|wenn|falls|si)(?![\\p{L}])",
  'iu',
);
const REACH = 90;

/** Whether one side is said to ask for a law. */
export const isAskedFor = (text: string, { start }: { start: number }): boolean =>
  WISHED.test(text.slice(Math.max(0, start - REACH), start));

/** Whether a law that stands in a text is only what one side asked for: nobody says yes to it behind. */
export function isWished(text: string, { start, end }: { start: number; end: number }): boolean {
  if (!isAskedFor(text, { start })) return false;
  const behind = text.slice(end, end + REACH).split('\n')[0] ?? '';
  return !YES.test(behind) || NO.test(behind);
}

/** What the other side said instead: "I said Germany", "ich sagte Deutschland". */
const INSTEAD = lettered(
  "(?<![\\p{L}])(?:i|we|ich|wir|je|j['’]ai|nous|on|yo)? ?(?:said|want(?:ed)?|offered|proposed|insist(?:ed)? on|sagten?|wollten?|habe|haben|dit|voulais|voulons|proposé|veux|dije|dijimos|quiero|propuse) (?<place>\\p{L}[\\p{L} ]{2,30})",
  'giu',
);
export const insteadOf = (text: string, { end }: { end: number }): string[] =>
  [...(text.slice(end, end + REACH).split('\n')[0] ?? '').matchAll(INSTEAD)].flatMap(
    ({ groups }) => groups?.place?.trim() ?? [],
  );
