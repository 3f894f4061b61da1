import { said } from '../briefs/passages/letters.ts';

/** Work is accepted. */
export const ACCEPTED = said(
  'accepted|acceptance|approved|als (?:abgenommen|angenommen|freigegeben|akzeptiert)|abgenommen|abnahme|freigegeben|acceptée?s?|acceptation|validée?s?|validation|réputée?s? \\p{L}+|aceptad[oa]s?|aceptación|aprobad[oa]s?|aprobación',
);
/** Only once the client says so in writing. */
export const IN_WORDS_ONLY = said(
  "(?:only|not|never|cannot|can[’']t|until|unless|before)[^.;]{0,60}(?<![\\p{L}])(?:in writing|written|express(?:ly)?|explicit(?:ly)?|sign\\p{L}*)|(?:written|express|explicit|signed) (?:\\p{L}+ ){0,2}(?:acceptance|approval|sign-?off)(?: \\p{L}+){0,3} (?:required|needed|necessary)|requires? (?:\\p{L}+ ){0,2}(?:written|express|explicit|signed)|(?:erst|nur|nicht|ausschließlich)[^.;]{0,60}(?<![\\p{L}])(?:schriftlich\\p{L}*|ausdrücklich\\p{L}*|unterschr\\p{L}*)|(?:seulement|uniquement|que|qu[’']|pas)[^.;]{0,60}(?<![\\p{L}])(?:écrite?s?|par écrit|expresse?(?:ment)?|explicite(?:ment)?|signée?)|(?:solo|sólo|únicamente|hasta que|no)[^.;]{0,60}(?<![\\p{L}])(?:por escrito|escrit[oa]|expres[oa]|expresamente|firm\\p{L}*)",
);
/** Who says nothing has not said yes. */
export const SILENCE_SAYS_NOTHING = said(
  "silence (?:\\p{L}+ ){0,3}(?:not|never|no)(?: \\p{L}+){0,3}|(?:no|never|not)(?: \\p{L}+){0,3} (?:by|through) silence|schweigen (?:\\p{L}+ ){0,3}(?:nicht|nie|keine)(?: \\p{L}+){0,3}|(?:le )?silence (?:[\\p{L}’']+ ){0,3}(?:ne|n[’']\\p{L}+)(?: [\\p{L}’']+){0,4}|(?:el )?silencio (?:[\\p{L}]+ ){0,3}(?:no|nunca)(?: \\p{L}+){0,4}|(?:ni )?el silencio no \\p{L}+",
);
/** At once, when it is there. */
export const AT_DELIVERY = said(
  '(?:up)?on delivery|with (?:its |the )?delivery|as soon as (?:it is|they are|we) deliver\\p{L}*|(?:once|when) (?:it is |they are |we )?deliver\\p{L}*|immediately|at once|(?:mit|bei) (?:der )?(?:lieferung|übergabe)|sofort|dès (?:la |leur )?(?:livraison|remise)|à la livraison|immédiatement|(?:con|a|en el momento de) la entrega|al entregar\\p{L}*|de inmediato',
);
/** The days for it are what is spoken of. */
export const A_PERIOD = said('periods?|days|frist|tage?n?|délais?|jours|plazos?|días');
