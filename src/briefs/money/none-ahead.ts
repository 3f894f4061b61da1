import { said } from '../passages/letters.ts';
import { type Span, spanOf } from '../passages/text.ts';

/** A part of the price that is paid before the work, as a noun or as when it is paid. */
const AHEAD_NOUN =
  'deposits?|down ?payments?|prepayments?|pre-?pay(?:ing)?|advance payments?|retainer|up-? ?front|in advance|ahead of time|beforehand|(?:money|cash|nothing|payment) down|' +
  'vorab|im voraus|vorweg|vorneweg|anzahlung(?:en)?|aazahlig|vorschuss|vorkasse|vorauszahlung(?:en)?|akonto|' +
  "d['’]avances?|avances?|acomptes?|arrhes|au départ|" +
  'por delante|por adelantado|de antemano|adelantos?|anticipos?|seña|enganche|a cuenta|al inicio|at the start|before we start|before the work';
const NEGATED =
  "no|not|nothing|zero|without|nil|none|never|nobody|isn['’]?t|don['’]?t|doesn['’]?t|won['’]?t|can['’]?t|nada|sin|ni|nunca|tampoco|pas|sans|aucune?|jamais|rien|keine?[nrs]?|nix|nichts|ohne|nie|nicht|entfällt|néant|ningun[oa]";
const AHEAD = said(AHEAD_NOUN, 'giu');
const NO = said(NEGATED);
/** A clause about how, when or how much, or with two negations, does not say that none is paid. */
const ELSE = said(
  'problem\\p{L}*|issue|ding|thema|bother|biggie|hassle|trouble|stress|mind|forget|worry|vergess\\p{L}*|vergiss|souci|oubli\\p{L}*|olvid\\p{L}*|inconveniente|security|damage|key|sure|know|knows|decid\\p{L}*|discuss\\p{L}*|said|talk\\p{L}*|clear|how much|cuánto|combien|wie ?viel|refund\\p{L}*|back|return\\p{L}*|more than|not only|nicht nur|no solo|pas seulement|unless|until|till|before (?!we start|the work)|vor|bis|erst|avant|antes|hasta|sondern|but|instead|mehr als|plus de|más de|exceed|weiß|weiss|sais|sé|schon|yet|noch nicht|encore|todavía|aún|received|arrived|erhalten|eingegangen|reçu|recibid[oa]|caution|kaution|clés?|llaves?|(?:none|nothing|nichts|keine|rien|aucune?|nada|ningun[oa]) (?:or|oder|ou|o)',
);
const CLAUSE = /[,;:.!?\n()–—]| (?:and|und|et|y|but|aber|mais|pero) /;
/** How far a clause is followed to either side of the noun. */
const REACH = 60;

/** "No money down", "ein Vorschuss wird nicht gezahlt", "por adelantado no te doy un mango": one clause, and no figure in it. */
export function nothingAhead(text: string): Span[] {
  return [...text.matchAll(AHEAD)].flatMap((match) => {
    const { start, end } = spanOf(match);
    const lead =
      text
        .slice(Math.max(0, start - REACH), start)
        .split(CLAUSE)
        .at(-1) ?? '';
    const behind = text.slice(end, end + REACH);
    const rest = behind.split(CLAUSE)[0] ?? '';
    const answered = /^ ?[:=] ?(?:\.{2,} ?)?([\p{L}/]+)/u.exec(behind)?.[1] ?? '';
    const clause = `${lead}${match[0]}${rest} ${answered}`;
    const none = NO.test(`${lead} ${rest} ${answered}`) || /^(?:nothing|zero|none)/i.test(match[0]);
    if (!none || /\d/.test(lead + rest) || ELSE.test(clause)) return [];
    return [{ start: start - lead.trimStart().length, end, text: text.slice(start - lead.trimStart().length, end) }];
  });
}

/** A sum that is not said. */
const VAGUE =
  '(?:some|something|a (?:small |little |wee |tiny )?(?:bit|something|part|portion|sum|token)|a (?:few|couple of) (?:bob|quid|dollars|euros?|pounds|bucks|hundred)|(?:ein |a )?(?:bisschen|bissl|bisserl|bissle|wenig|klein\\p{L}* (?:betrag|summe|teil))(?: (?:was|wat|geld))?|etwas|e chli\\p{L}*|(?:un )?(?:petit )?quelque chose|(?:un )?peu|une petite (?:somme|part|partie)|une partie|alg(?:o|uito)|una parte|(?:un )?(?:piecito|poquito|poco)|une|part of it)';
const FIRST =
  '(?:down|up-? ?front|vorab|vorweg|vorneweg|voraus|vorher|avance|ahead|in advance|on account|a cuenta|anticipo|adelant\\p{L}*|au départ|at the start|before we start|to (?:start|get (?:you|me) going)|(?:pour|for) (?:démarrer|commencer|vous mettre en route|te lancer)|(?:for|para|pa) (?:empezar|arrancar))';
const PAID_AHEAD =
  "(?:paid|payments?|payable|pays?|charged|zahlung|zahlbar|bezahlt|paiement|payable|payée?|règlement|pago|se paga|pagad[oa])(?: is| wird| est| es)? (?:(?:in|im) (?:advance|voraus)|up-? ?front|ahead|vorab|d[’']avance|por adelantado|deposit(?= *$))|(?:vorab|up front|im voraus) (?:bezahlt|gezahlt|paid|charged)";
/** A deposit that is wanted and has no figure: "a small bit down", "un acompte correct", "la seña después vemos". */
const UNSAID = said(
  `(?<!(?:security|damage|key|no|already|keine?|ohne|sans|sin|pas d['’]|caution) )(?:deposit|down ?payments?|advance payment|anzahlung|aazahlig|vorschuss|acompte|arrhes|anticipo|adelant(?:o|ito)|seña|señita|enganche|${VAGUE} (?:\\p{L}+ ){0,3}?${FIRST})|` +
    '(?:adelanta|adelantan|anticipa|pasa|deja|da) (?:un )?(?:alg(?:o|uito)|piecito|poquito|poco)|' +
    `${PAID_AHEAD}(?! (?:on|each|every|by|the|zum|am|jeden|le|chaque|el|cada)(?![\\p{L}]))`,
);
/** Whether that can be the whole price: "paid in advance". */
const ALL = said(PAID_AHEAD);
export const saysAll = (unsaid: string): boolean => ALL.test(unsaid);
export const unsaidAhead = (text: string): RegExpExecArray | null => UNSAID.exec(text);
