import type { Span } from './text.ts';

/** What one speaker of a thread says before another does. */
export type Turn = Span & { readonly who: string; readonly accepts: boolean };

const SPOKEN =
  /^((?:me|you|i|ich|du|sie|moi|toi|vous|yo|tú|vos|usted|client|customer|them)(?= ?: )|\p{Lu}[\p{L}'’.-]{0,20}(?: \p{Lu}[\p{L}'’.-]{0,25}){0,3})(?: \([^)]{2,60}\))? ?: /gmu;
/** How the freelancer stands in a thread that they pasted. */
const ME = /^(?:me|ich|moi|yo|i|us|wir|nous|nosotros|you|du|sie|toi|vous|tú|tu|vos|usted)$/i;
const HEADERS =
  /^(?:from|to|subject|date|sent|cc|bcc|von|an|betreff|datum|gesendet|de|à|a|objet|envoyé|para|asunto|enviado|fecha|re|aw|kunde|kundin|project|contact|email|work|who|what|when|where|how much|payment|price|fee|deposit|start|deadline|budget|total)$/i;
const ACCEPTS =
  /^[^\p{L}\d]{0,3}(?:(?:oh|ah|haha|hm+|alright|also|gut|bien|super|great|thanks|thank you|danke|merci|gracias)[ ,!.]+)?(?:that(?:'|’)?s? )?(?:deal|agreed?|perfect|great|good|ok(?:ay)?|k|sounds (?:good|great|fair)|works|fine|go for it|done|yes|yeah|yep|accepted|confirmed|sure|cool|lovely|brilliant|sound|super|top|passt|einverstanden|abgemacht|gerne?|ja|gut|in ordnung|geht klar|alles klar|d(?:'|’)accord|ça (?:marche|me va|roule)|parfait|oui|entendu|marché conclu|va pour|vale|dale|de acuerdo|trato hecho|perfecto|genial|hecho|sí|listo|conforme|bueno|me parece bien)(?![\p{L}])|\b(?:it is then|works for (?:me|us)|fine by (?:me|us)|we have a deal|i accept|we accept)\b/iu;

/** Whether words begin with a yes. */
export const isYes = (words: string): boolean => ACCEPTS.test(words);

/** The turns of a thread with at least two speakers; none where nobody speaks, or only one does. */
export function turnsIn(text: string): Turn[] {
  const heads = [...text.matchAll(SPOKEN)].filter((match) => !HEADERS.test(match[1] ?? ''));
  const speakers = new Set(heads.map((match) => match[1]));
  // In a form every label stands once; in a thread somebody speaks again, or the second of two answers the first.
  const again = speakers.size < heads.length;
  if (speakers.size < 2 || (!again && !(heads.length === 2 && heads[0]?.index === 0))) return [];
  return heads.map((match, at) => {
    const start = match.index + match[0].length;
    const end = heads[at + 1]?.index ?? text.length;
    const words = text.slice(start, end);
    return { start, end, text: words, who: match[1] ?? '', accepts: ACCEPTS.test(words) };
  });
}

/** Who speaks besides the freelancer: the one who is not "me" nor greeted by name; of several, who says most. */
export function otherIn(text: string, greeted: ReadonlySet<string>): string | undefined {
  const heads = [...text.matchAll(SPOKEN)].flatMap(([, name = '']) => (HEADERS.test(name) ? [] : [name]));
  const names = [...new Set(heads)];
  const me = names.some((name) => ME.test(name));
  // Labels stand once each; who speaks comes back, or answers "me".
  if (heads.length < 2 || (names.length === heads.length && !me)) return undefined;
  const others = names.filter((name) => !ME.test(name) && (me || !greeted.has(name.toLowerCase())));
  if (!me && others.length > 2) return undefined;
  const count = (name: string) => heads.filter((one) => one === name).length;
  return others.sort((a, b) => count(b) - count(a))[0];
}

const WHO =
  /(?:a nombre de qui[eé]n|con qui[eé]n|para qui[eé]n|qui[eé]n (?:firma|paga|contrata|es)|who(?:['’]s| is| do i| should| signs?| pays?)|whose name|wer (?:unterschreibt|zahlt|ist)|(?:für|auf|mit|an) wen|(?:auf )?welche[nr]? namen?|name (?:für|for|on|auf)|full name|what name|(?:à|au) (?:quel )?nom(?: de qui)?|(?:c['’]?est|c|pour|avec|chez) qui|qui (?:signe|paie|est)|nom (?:complet|pour|sur)|nombre (?:completo|para)|contract (?:with|to))/iu;
/** Where somebody answers who the client is. */
export function answersWho(turns: readonly Turn[]): Span[] {
  return turns.flatMap((turn, at) => {
    const next = turns.slice(at + 1, at + 3).find(({ who }) => who !== turn.who);
    if (!next || turn.text.length > 90 || !WHO.test(turn.text)) return [];
    return [{ start: next.start, end: Math.min(next.end, next.start + 120), text: next.text }];
  });
}

/** Whether a place stands in what the freelancer says. */
export const isMine = (turns: readonly Turn[], { start }: { start: number }): boolean =>
  turns.some((turn) => ME.test(turn.who) && turn.start <= start && start < turn.end);

/** Something one speaker proposes; two with the same key are the same. */
export type Offer = Span & { readonly key: string };

export type Bargain =
  | { readonly kind: 'none' }
  | { readonly kind: 'open'; readonly offers: readonly Offer[] }
  | { readonly kind: 'agreed'; readonly agreed: Offer; readonly given: readonly Offer[] };

/** What the speakers of a thread settled on: the last thing one of them proposed, if another took it. */
export function bargainOf(turns: readonly Turn[], offers: readonly Offer[]): Bargain {
  const said = offers.flatMap((offer) => {
    const at = turns.findIndex((turn) => offer.start >= turn.start && offer.end <= turn.end);
    return at < 0 ? [] : [{ offer, at }];
  });
  if (new Set(said.map(({ offer }) => offer.key)).size < 2) return { kind: 'none' };
  const last = said.at(-1)?.offer;
  const before = said.findLastIndex(({ offer }) => offer.key !== last?.key);
  const run = said.slice(before + 1);
  const first = run[0];
  const proposer = first && turns[first.at]?.who;
  // Two sums in one turn are a sum and its part, not an offer.
  const taken =
    first &&
    !said.some(({ at }, index) => index <= before && at === first.at) &&
    turns.some(
      (turn, at) =>
        at > first.at &&
        turn.who !== proposer &&
        (turn.accepts || run.some((again) => again.at === at && again !== first)),
    );
  if (!first || !taken) return { kind: 'open', offers: said.map(({ offer }) => offer) };
  return { kind: 'agreed', agreed: first.offer, given: said.slice(0, before + 1).map(({ offer }) => offer) };
}

/** The question that the turn before asks, where a place stands at the beginning of the answer. */
export function askedBefore(text: string, at: number, turns: readonly Turn[]): string | undefined {
  const index = turns.findIndex(({ start, end }) => at >= start && at < end);
  const turn = turns[index];
  const last = turns[index - 1];
  if (!turn || !last || last.who === turn.who || at - turn.start > 40) return undefined;
  return /[^.!?\n]{2,120}\?(?=[^?]{0,12}$)/u.exec(text.slice(last.start, last.end).trimEnd())?.[0];
}
