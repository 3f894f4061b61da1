const CODES = 'USD|CAD|AUD|NZD|SGD|HKD|MXN|ARS|CLP|COP|UYU|BRL|BBD|TTD|JMD';
const FIGURE = "\\d[\\d.,'’ ]{0,14}\\d|\\d";

/**
 * Ways of writing that are no words, the same in every language: a space before a colon, "780.–" and "240,-" for a round sum,
 * lakhs grouped in twos, a dollar sign with its code behind the figure, pictures between sentences.
 */
export const WRITING: readonly (readonly [RegExp, string])[] = [
  // "Deadline ........ 8 December": the dots of a form lead from a label to what was filled in.
  [/ ?[.…·_]{4,} ?/g, ': '],
  [/ (?=[:;])/g, ''],
  [/(?<=\d ?h?(?:\d\d)?) ?(?:→|->|⇒) ?(?=\d{1,2} ?[h:])/giu, '-'],
  [/(?<=\d ?)([ap])\. ?m\.?(?![\p{L}])/giu, '$1m'],
  [/(?<![\p{L}])(?:minus|moins|menos) (?=[€$£]? ?\d+ ?[€$£])/giu, '-'],
  [/(?<=\d)(?:[.,]|\/)[–—-]{1,2}(?![\d\p{L}])/gu, ''],
  [/(?<=\d ?(?:€|EUR|Euro|CHF) ?)p\. ?M\.?(?![\p{L}])/gu, 'per month'],
  [/(?<=\d ?)M\. ?N\.(?![\p{L}])/gu, ' MXN'],
  [
    /(?<=\d{2})e(?:ur(?:os?)?)?(?= ?(?:[.,;!?)\n/+]|$|all\b|for\b|flat\b|fix\b|plus\b|incl|inkl|total\b|cash\b|bar\b|ttc\b|ht\b|tout\b|pauschal\b|deposit\b|now\b|per\b|max\b))/gu,
    ' EUR',
  ],
  [/(?<![\p{L}\d.,])(\d{1,3})k(\d{1,2})(?![\p{L}\d])/giu, '$1.$2k'],
  [/(?<=\d ?)(?:SFr|Fr)\.?(?! ?[\p{L}\d])/gu, ' CHF'],
  // "1'800.000": millions behind an apostrophe, as in much of Latin America.
  [/(?<![\d.,'’])(\d{1,3})['’](\d{3})([.,])(\d{3})(?![\d])/g, '$1$3$2$3$4'],
  [/(?<![\d.,])(\d{1,2}),(\d{2}),(\d{3})(?!\d|,\d)/g, '$1$2$3'],
  [/(?<![\d.,])(\d{1,2}),(\d{2}),(\d{2}),(\d{3})(?!\d|,\d)/g, '$1$2$3$4'],
  [/(?<![\p{L}\d])(?:Rs\.?|₹) ?(?=\d)/giu, 'INR '],
  // Not Friday the 14th.
  [/(?<![\p{L}\d])S?Fr\.? ?(?=\d)(?!\d{1,2}\. ?(?:\d{1,2}\.|\p{L}))/gu, 'CHF '],
  [/(?<![\p{L}\d])S\/\.? ?(?=\d)/gu, 'PEN '],
  // "45 dólares (USD)", "$900 (CAD)": the code says which.
  [new RegExp(`(${FIGURE}) ?(?:pesos|dollars|d[oó]lares) ?\\((${CODES})\\)`, 'giu'), '$1 $2'],
  [new RegExp(`\\$ ?(${FIGURE}) ?\\((${CODES})\\)`, 'giu'), '$2 $1'],
  [
    /(?<=\d ?)(?:\$ ?CAN?|\$ ?can(?:adiens?)?|dollars? canadiens?|d[oó]lares canadienses|kanadische[nr]? Dollar)(?![\p{L}])/gu,
    ' CAD',
  ],
  [
    /(?<=\d ?)(?:\$ ?US|d[oó]lares(?: estadounidenses| americanos)?|dollars? américains?|US-Dollar)(?![\p{L}])/gu,
    ' USD',
  ],
  [/(?<=\d ?)(?:Schweizer )?Franken(?![\p{L}])/gu, ' CHF'],
  [new RegExp(`\\$ ?(${FIGURE}) ?(${CODES})(?![\\p{L}])`, 'gu'), '$2 $1'],
  [new RegExp(`(?<![\\p{L}])(${CODES}) ?\\$ ?(?=\\d)`, 'gu'), '$1 '],
  [/(?<=\d) {2,}(?=[A-Z]{3}(?![\p{L}]))/gu, ' '],
  [/\p{Extended_Pictographic}(?:\u{FE0F}|\u{200D}|[\u{1F3FB}-\u{1F3FF}]|\p{Extended_Pictographic})*/gu, ';'],
];

/** A sum again in words, behind its figures: "2.500,00 € (in Worten: zweitausendfünfhundert Euro)". */
export const IN_WORDS =
  / ?\((?:(?:in words|in worten|en lettres|en letra|son|rupees|rs\.?|indian rupees|euros?|us dollars|pounds)\b|(?=[^()]{4,90}\d\d\/100))(?<words>(?:[^()\d]|\d\d\/100){5,120})\)/giu;
