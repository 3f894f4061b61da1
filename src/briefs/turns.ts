import type { Span } from './text.ts';

/** What one speaker of a thread says before another does. */
export type Turn = Span & { readonly who: string; readonly accepts: boolean };

const SPOKEN =
  /^((?:me|you|i|ich|du|moi|toi|yo|tú|vos|client|customer|them)(?=: )|\p{Lu}[\p{L}'’.-]{0,20}(?: \p{Lu}[\p{L}'’.-]{0,25}){0,2})(?: \([^)]{2,60}\))?: /gmu;
const HEADERS =
  /^(?:from|to|subject|date|sent|cc|bcc|von|an|betreff|datum|gesendet|de|à|a|objet|envoyé|para|asunto|enviado|fecha|re|aw|kunde|kundin|project|contact|email|work|who|what|when|where|how much|payment|price|fee|deposit|start|deadline|budget|total)$/i;
const ACCEPTS =
  /^[^\p{L}\d]{0,3}(?:(?:oh|ah|haha|hm+|alright|also|gut|bien|super|great|thanks|thank you|danke|merci|gracias)[ ,!.]+)?(?:that(?:'|’)?s? )?(?:deal|agreed?|perfect|great|good|ok(?:ay)?|k|sounds (?:good|great|fair)|works|fine|go for it|done|yes|yeah|yep|accepted|confirmed|sure|cool|lovely|brilliant|sound|super|top|passt|einverstanden|abgemacht|gerne?|ja|gut|in ordnung|geht klar|alles klar|d(?:'|’)accord|ça (?:marche|me va|roule)|parfait|oui|entendu|marché conclu|va pour|vale|dale|de acuerdo|trato hecho|perfecto|genial|hecho|sí|listo|conforme|bueno|me parece bien)(?![\p{L}])|\b(?:it is then|works for (?:me|us)|fine by (?:me|us)|we have a deal|i accept|we accept)\b/iu;

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
