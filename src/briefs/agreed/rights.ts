import { lettered, said } from '../passages/letters.ts';
import { masked, type Span } from '../passages/text.ts';
import { lengthsIn, monthsOf } from './lengths.ts';
import { territoriesIn } from './territories.ts';
import { REFUSED } from './words.ts';

/** What words say of a licence; what they leave open is undefined, a licence without end has `null` months. */
export type LicenceSaid = {
  readonly kind: 'licence';
  readonly use: string | undefined;
  readonly territory: string | undefined;
  readonly months: number | null | undefined;
  /** Words that no term holds: the client alone may use the work. */
  readonly exclusive: boolean;
  /** Who makes the work keeps the rights, in so many words. */
  readonly kept: boolean;
};
export type RightsSaid = { readonly kind: 'assignment' } | LicenceSaid;

const RIGHTS =
  "(?:copyrights?|(?:usage |ip |intellectual property )?rights?|ownership|intellectual property|ip|urheberrechte?|nutzungsrechte?|verwertungsrechte?|rechte?|droits?(?: d[’']auteur| patrimoniaux)?|propriété(?: intellectuelle)?|derechos?(?: de autor| patrimoniales)?|propiedad(?: intelectual)?)";
const GIVEN =
  '(?:pass(?:es|ed)?|transfer(?:s|red)?|go(?:es)?|belongs?|assign(?:s|ed|ment)?|handed over|move|gehen|geht|übertragen|übertrag(?:ung|e)|abgetreten|abtretung|über|cédée?s?|cède|cession|cédons|transférée?s?|transfert|reviennent|appartiennent|ceden?|cedo|cedidos?|cesi[oó]n|transfier\\p{L}*|transfieren|pasan|pertenecen)';
const MAKER =
  "(?:(?:the|dem|der|die|bei der|beim|le|la|el) )?(?:designer(?:in)?|photographer|artist|illustrator(?:in)?|author|writer|studio|freelancer|developer|agency|contractor|creator|fotograf(?:in|en)?|künstler(?:in)?|urheber(?:in)?|autor(?:in|a)?|l[’']auteure?|auteure?|l[’']illustrat(?:eur|rice)|photographe|graphiste|artiste|ilustradora?|fotógraf[oa]|diseñadora?)";
const STAY = `${RIGHTS} (?:\\p{L}+ ){0,4}?(?:stays?|remains?|rests?|retained|kept|bleib\\p{L}*|liegen|verbleib\\p{L}*|reste(?:nt)?|demeure(?:nt)?|quedan?|permanecen?|siguen siendo|son)(?: (?:with|by|bei|à|con|de|en|chez|the property of))?`;
const KEEPS =
  '(?:keep|retain|reserve|hold on to|behalten?|behältst|halten?|garde|gardons|gardez|gardes|conserve|conserves|conservons|conservez|conservo|conservamos|conservas?|quedo con|reservo|réserve)s?';
const THEM = `(?:\\p{L}+ ){0,3}(?:les |mes |nos |los |mis |l[’']|la |le |el )?${RIGHTS}`;
/** Whoever writes keeps them: "I keep the copyright", "die Rechte bleiben bei mir", "je conserve mes droits". */
const KEPT_BY_WRITER = said(
  `(?:(?:i|we|ich|wir|je|nous|yo|me|nos) |j[’'])(?:\\p{L}+ ){0,2}${KEEPS} ${THEM}|behalte (?:ich |wir )?${THEM}|conserv(?:o|amos) ${THEM}|${STAY} ?(?:me|us|mir|uns|moi|nous|mí|nosotr[oa]s|mein\\p{L}*|mine|ours|unser\\p{L}*|míos)|copyright (?:is|=|:) (?:mine|ours)`,
);
/** Who makes the work keeps them, whoever says so. */
const KEPT_BY_MAKER = said(`${MAKER} (?:\\p{L}+ ){0,2}${KEEPS} ${THEM}|${STAY} ?${MAKER}`);
const KEPT_BY_READER = said(
  `(?:you|du|sie|tu|vous|usted|tú|vos) (?:\\p{L}+ ){0,2}${KEEPS} ${THEM}|${STAY} ?(?:you|yours|dir|ihnen|vous|toi|usted|ti)`,
);
/** Giving the rights away is turned down: "no assignment of rights", "sin cesión de derechos", "kein Buyout". */
const NOT_GIVEN = said(
  `(?:no|not|without(?: any)?|never|kein(?:e[nrs]?)?|ohne|nicht|sans|aucune?|pas (?:de|d[’'])|sin|ningun[oa]?|ni) (?:\\p{L}+ ){0,2}?(?:assign(?:ment|ed|ing)?|transfer(?:red|s)?|buy-?out|sale|rechteübertragung|übertragung|abtretung|rechteabtretung|übertragen|cession|transfert|cesión|transferencia|transmisión)|${RIGHTS} (?:\\p{L}+ ){0,2}?(?:not|nicht|ne sont pas|no se) (?:\\p{L}+ ){0,2}?${GIVEN}|buy-?out:? no(?:ne)?`,
);
/** All of it goes to the client. */
const ASSIGNED = said(
  `(?:full|all|exclusive|entire|complete|total|alle|sämtliche|volle[nrs]?|uneingeschränkte[nr]?|ausschließliche[nrs]?|exklusive[nrs]?|tous|toute|totalité|exclusifs?|todos?|toda|totales?|exclusivos?) (?:the |of the |its |usage |ip |les |des |de los |los |la |mes |nos |sus |his |her |our |my )*(?:${RIGHTS})|buy-?out|work for hire|assign\\p{L}*|rechteübertragung|rechteabtretung|(?:owns?|gets?|receives?) (?:the|all|every\\p{L}*)|ownership|${RIGHTS} (?:\\p{L}+ ){0,5}?${GIVEN}|(?:transfer|cession|transfert|cesión|cede[ns]?|cedo|cède|übertragung|abtretung|übertrage\\p{L}*) (?:\\p{L}+[’']? ?){0,3}?${RIGHTS}`,
);
const LICENSED = said(
  "licen[cs](?:e[sd]?|ing)|usage(?=:)|nutzung(?=:)|utilisation(?=:)|uso(?=:)|usage rights?|rights? (?:of use|to use)|lizenz(?:en|iert)?|\\p{L}*lizenz|nutzungsrechte?s?|nutzungslizenz|droits? (?:d[’'](?:utilisation|exploitation|usage)|de (?:reproduction|diffusion))|derechos? de (?:uso|explotación|utilización|reproducción|difusión)|licencias?|einräumung",
);
const EXCLUSIVE = said(
  'exclusive(?:ly|ity)?|ausschließlich\\p{L}*|exklusiv\\p{L}*|exclusi(?:f|ve|fs|ves|vité)|exclusiv[oa]s?|exclusividad',
);
const NOT_EXCLUSIVE = said(
  'non-?exclusive|not exclusive|nicht (?:ausschließlich|exklusiv)\\p{L}*|non exclusi\\p{L}+|no exclusiv\\p{L}+|einfache[sn]?',
);
const ENDLESS = said(
  'without (?:an )?end|perpetual(?:ly)?|for ?ever|for good|without (?:a )?(?:time limit|limit of time)|für immer|auf dauer|pour toujours|à jamais|para siempre|unlimited(?: in)? (?:in )?time|no end|indefinite(?:ly)?|in perpetuity|(?:zeitlich (?:und räumlich )?|räumlich und zeitlich )(?:unbegrenzt\\p{L}*|unbeschränkt\\p{L}*)|unbefristet\\p{L}*|dauerhaft\\p{L}*|illimitée? dans le temps|sans limit(?:e|ation) (?:de durée|de temps|dans le temps)|durée illimitée|à vie|perpétuelle|sin límite (?:de tiempo|temporal)|tiempo ilimitado|indefinid[oa]s?|perpetu[oa]s?',
);
const KINDS_OF_ALL = said(
  'all (?:kinds of )?uses?|any use|all purposes|alle(?:n)? (?:nutzungsarten|zwecke|nutzungen)|tous (?:les )?usages|toute utilisation|todos los usos|cualquier uso',
);

/** What stands before a use, and what a use ends with. */
const LEADS = lettered(
  String.raw`(?<![\p{L}])(?:for(?: use (?:on|in|as))?|to use (?:\p{L}+ ){0,3}?(?:on|in|for|as)|use(?:d)? (?:on|in|for|as)|on|für(?: die| den| das| ihre[nr]?| seine[nr]?)?|zur|zum|pour(?: un| une| le| la| les| l[’'])?|para(?: el| la| los| las| su| sus| uso)?|sur(?: le| la| les| leur)?|en(?= (?:web|redes|internet|prensa|papel)))(?![\p{L}]) ?(?:the (?=\p{L}))?|: ?`,
  'giu',
);
const NOT_USE = lettered(
  String.raw`^(?:\d|█|the client|them|us|me|you|acme|one|two|three|five|a (?:year|month)|all|time|ever|eur|usd|gbp|€|\$|£|den kunden|die kundin|sie|euch|le client|la cliente|el cliente|vous|ustedes|free|now)(?![\p{L}])`,
  'iu',
);
const USE_ENDS = lettered(
  String.raw`█|[.;()\n]|,? (?:for|during|für|pendant|durant|durante|por|over) (?=█|\d)|,? (?:limited|without|only until|begrenzt|limité|limitad[oa])(?![\p{L}])|,? (?:in|within|throughout|across|auf|innerhalb|dans|en|au|aux) (?:the |den |der |die |le |la |les |el |los )?(?=█)`,
  'u',
);

export type Bounds = Pick<LicenceSaid, 'territory' | 'months'> & { readonly exclusive: boolean | undefined };

/** Where, how long and for whom alone work may be used, by words that speak of its use; what they leave open is undefined. */
export function boundsIn(words: string): Bounds {
  const [length, ...more] = lengthsIn(words).flatMap((one) => monthsOf(one) ?? []);
  const shared = NOT_EXCLUSIVE.test(words);
  return {
    months: length !== undefined && more.length === 0 ? length : ENDLESS.test(words) ? null : undefined,
    territory: territoryOf(territoriesIn(words).map(({ place }) => place)),
    exclusive: shared ? false : EXCLUSIVE.test(words) || undefined,
  };
}

/**
 * Who has the rights in the work, by words that speak of them. Undefined where they say it of nobody, or both things.
 *
 * @param voice Whose words they are; a client who writes "we keep the rights" means the client.
 */
export function rightsIn(words: string, voice: 'maker' | 'client' = 'maker'): RightsSaid | undefined {
  const [lengths, places] = [lengthsIn(words), territoriesIn(words)];
  const [length, ...more] = lengths;
  const months = length ? monthsOf(length) : ENDLESS.test(words) ? null : undefined;
  const [writer, reader] = [KEPT_BY_WRITER.test(words), KEPT_BY_READER.test(words)];
  if (voice === 'maker' ? reader : writer) return undefined;
  const keeps = writer || reader || KEPT_BY_MAKER.test(words) || NOT_GIVEN.test(words);
  const licensed = LICENSED.test(words);
  const assigned = !keeps && ASSIGNED.test(words);
  const endless = months === undefined || months === null;
  const everywhere = places.length === 0 || places.every(({ place }) => place === 'worldwide');
  // A "cession" or a "buyout" for two years, or for one country, is a licence by another name.
  if (assigned && !LICENCE_NAMED.test(words) && endless && everywhere && !REFUSED.test(words))
    return { kind: 'assignment' };
  if (!keeps && !licensed && !assigned) return undefined;
  if (more.length > 0 || (length && !months) || (!keeps && REFUSED.test(words) && !NOT_EXCLUSIVE.test(words)))
    return undefined;
  return {
    kind: 'licence',
    use: useIn(words, [...lengths, ...places]),
    territory: territoryOf(places.map(({ place }) => place)),
    months,
    kept: keeps,
    exclusive: EXCLUSIVE.test(words) && !NOT_EXCLUSIVE.test(words),
  };
}

const LICENCE_NAMED = said('licen[cs](?:e[sd]?|ing)|lizenz(?:en)?|licencias?|einfache[sn]?');

function territoryOf(places: readonly string[]): string | undefined {
  const each = [...new Set(places)];
  if (each.length === 0) return undefined;
  if (each.includes('worldwide')) return 'worldwide';
  const whole = each.length === 1 ? each[0] : `${each.slice(0, -1).join(', ')} and ${each.at(-1)}`;
  return whole && whole.length <= 80 ? whole : undefined;
}

/** For what: the words behind "for" or a colon, without the time and the place. */
function useIn(words: string, others: readonly Span[]): string | undefined {
  const all = KINDS_OF_ALL.exec(words);
  if (all) return 'all uses';
  const rest = masked(words, others);
  for (const lead of rest.matchAll(LEADS)) {
    const behind = rest.slice(lead.index + lead[0].length);
    if (NOT_USE.test(behind)) continue;
    const stop = behind.search(USE_ENDS);
    const use = (stop < 0 ? behind : behind.slice(0, stop))
      .replace(/(?:[\s,]|(?<=[\s,])(?:and|und|et|y|only|in|for))+$/u, '')
      .trim();
    if (use.length >= 3 && use.length <= 120 && /\p{L}{3}/u.test(use) && !LICENSED.test(use)) return use;
  }
  return undefined;
}
