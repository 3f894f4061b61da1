import { type Englished, englished, type Language, type Lexicon, languageOf } from '../briefs/languages/language.ts';
import { said } from '../briefs/passages/letters.ts';
import { languageOfLengths } from './change-figures.ts';

type Rules = Lexicon['rules'];

/** A sum or a share right before. */
const BEHIND_SUM = '(?<=\\d ?(?:€|EUR|euros?|CHF|%|percent|prozent)? ?)';

const laws = (law: string, adjectives: Readonly<Record<string, string>>): Rules =>
  Object.entries(adjectives).map(([adjective, english]) => [law.replace('…', adjective), `${english} law`] as const);

const GERMAN: Rules = [
  ['(?:die )?Anzahlung (?:bitte )?auf (?=ein |die |\\d)', 'deposit to '],
  ['(?:vertraulich|Geheimhaltung|Verschwiegenheit|Vertraulichkeit|NDA):?(?: für| von| über)? (\\d+) Jahren?', 'confidential for $1 years'],
  ['(\\d+) Jahre (?:Verschwiegenheit|Geheimhaltung|Vertraulichkeit|NDA)', 'confidential for $1 years'],
  ['(?:alle|sämtliche) (?:Nutzungs|Urheber|Verwertungs)?rechte (?:gehen|müssen|sollen|sollten)(?: (?:mit|nach|bei) (?:der |vollständiger )?(?:Zahlung|Bezahlung))? an (?:uns|den Kunden|die Kundin)(?: gehen| übergehen| über)?', 'all rights pass to the client on payment'],
  ['(?:wir|der Kunde|die Kundin) (?:wollen|möchten|will|möchte|bekommen|bekommt|erhalten|erhält) (?:alle|sämtliche) (?:Nutzungs|Urheber|Verwertungs)?rechte', 'all rights pass to the client on payment'],
  ['(?:volle|vollständige|komplette) (?:Rechteübertragung|Übertragung (?:aller|der) Rechte)(?: (?:mit|nach|bei) (?:Zahlung|Bezahlung))?', 'full assignment of all rights on payment'],
  ['(?:Reise|Fahrt)kosten bis(?: zu)?(?= ?(?:€ ?)?\\d)', 'travel expenses up to'],
  ['(?:in|innerhalb von|nach) (\\d+) Tagen (?:zahlen|bezahlen|überweisen)', 'pay within $1 days'],
  ['(\\d+) Runden', '$1 rounds'],
  ['(?:der Rest|sonst|alles andere|alles übrige) (?:passt|ist (?:gut|ok|okay|prima|in Ordnung))(?: alles)?(?: so)?(?= ?[,.!]|$)', 'looks good'],
  ['(?:das |es )?passt(?: alles)?(?: so)?(?: für (?:uns|mich))?(?= ?[,.!]|$)', 'looks good'],
  ['alles (?:gut|bestens|perfekt|in Ordnung|super)(?= ?[,.!]|$)', 'all good'],
  ['keine (?:Änderungen|Änderungswünsche)(?: von (?:uns|mir))?', 'no changes'],
  ['(?:füge|fügt|fügen (?:wir|Sie)|schlag|schlage|schlagt|schlagen Sie)(?= [^.,;]+ (?:hinzu|dazu|drauf|auf)(?![a-zäöü]))', 'add'],
  ['(?<=add [^.,;]{1,80} )(?:hinzu|dazu|drauf)', ''],
  ['(?:zieh|ziehe|zieht|ziehen (?:wir|Sie))(?= [^.,;]*\\d[^.,;]* ab(?![a-zäöü]))', 'take off'],
  ['(?:(?:die|das|den|der|bitte|noch) )*((?:(?!und )[\\p{L}-]+ ){0,2}(?!und )[\\p{L}-]+) (?:streichen|weglassen|entfernen|rausnehmen|lassen wir (?:weg|raus)|fällt weg|entfällt)', 'remove $1'],
  ['(?:(?:die|das|den|der|bitte|noch) )*((?:(?!(?:und|sowie|sein|dazu|außerdem) )[\\p{L}\\d-]+ ){0,4}(?!(?:und|sowie) )[\\p{L}-]+) (?:hinzufügen|dazunehmen|ergänzen)', 'add $1'],
  ['Wochen? (?:mehr|länger)(?! als)', 'weeks more'],
  ['Tage? (?:mehr|länger)(?! als)', 'days more'],
  ['(?:zum|zu) (?:Zahlen|Bezahlen|Überweisen)', 'to pay'],
  ['(?:Zeit )?für die (?:Zahlung|Bezahlung)', 'to pay'],
  [`${BEHIND_SUM}(?:mehr|drauf|teurer)(?! als)`, 'more'],
  [`${BEHIND_SUM}(?:weniger|günstiger|billiger|runter)(?! als)`, 'less'],
  ['(?:Zahlungsziel|Zahlungsfrist)(?=(?: bitte| auf| von| ist| sind| sollen?|:)* ?\\d)', 'payment terms'],
  ['(?:Ausfall|Abbruch)(?:honorar|pauschale)', 'kill fee'],
  ['(?:absolute |strikte |volle )?(?:Verschwiegenheit|Geheimhaltung|Vertraulichkeit)(?:s(?:klausel|vereinbarung))?', 'confidentiality'],
  ['(?:Fahrt|Reise)kosten (?:(?:kommen|gehen|werden|sind) )?(?:noch |bitte )?(?:extra|separat|zusätzlich)(?: dazu| abgerechnet| berechnet)?', 'travel expenses at cost'],
  ...laws('(?:es gilt |nach |unter )?…e[sm] Recht', {
    deutsch: 'German', österreichisch: 'Austrian', schweizerisch: 'Swiss', englisch: 'English', französisch: 'French', spanisch: 'Spanish',
    niederländisch: 'Dutch', italienisch: 'Italian', belgisch: 'Belgian', irisch: 'Irish',
  }),
  ['(?:es gilt |nach |unter )?Schweizer Recht', 'Swiss law'],
]; // biome-ignore format: a table of words

const FRENCH: Rules = [
  ["reports?(?= (?:à moins|à plus|dans les|moins de|gratuits? jusqu))", 'rescheduling'],
  ['confidenti(?:alité|elle|els|elles|el)(?: ?:)?(?: de| pendant| pour| durant)? (\\d+) ans?', 'confidential for $1 years'],
  ["(?:nous |on )(?:voulons|veut|souhaitons|souhaite|demandons|voudrait|voudrions|aimerait) (?:avoir |obtenir )?(?:tous les droits|la cession de tous les droits|l['’]intégralité des droits)", 'all rights pass to the client on payment'],
  ["cession (?:complète |totale |intégrale )?(?:de tous les droits|des droits)(?: d['’]auteur| patrimoniaux)?(?: (?:après|au|dès le) paiement)?", 'full assignment of all rights on payment'],
  ['(?:on|nous) ne (?:peut|pourra|pouvons|pourrons) (?:commencer|démarrer) que(?= le | en )', 'start'],
  ['(?:on|nous) (?:voudrait|voudrions|souhaite|souhaitons|aimerait|aimerions|préfère|préférons) (?:payer|régler) (?:à|sous|en|dans) (\\d+) jours(?! ?,? ?fin de mois)', 'payable within $1 days'],
  ["(?:tout )?le reste (?:est|c['’]est|nous va|me va|va)(?: très)?(?: bon| bien| parfait| ok)?(?= ?[,.!]|$)", 'looks good'],
  ["c['’]est (?:parfait|très bien|bon|ok|super)(?: pour (?:nous|moi))?(?= ?[,.!]|$)", 'looks good'],
  ['tout (?:est )?(?:bon|parfait|ok|en ordre)(?= ?[,.!]|$)', 'all good'],
  ['(?:rien à (?:changer|modifier|redire)|pas de (?:changement|modification)s?)', 'no changes'],
  ['(?:r?ajoute[rz]?|r?ajoutons)', 'add'],
  ['(?:enlève[rz]?|enlevez|enlever|supprime[rz]?|retire[rz]|retirons|retire(?= (?:le|la|les|\\d)))', 'remove'],
  ['semaines? (?:de plus|en plus|supplémentaires?)', 'weeks more'],
  ['jours? (?:de plus|en plus|supplémentaires?)', 'days more'],
  ['pour (?:payer|régler)', 'to pay'],
  [`${BEHIND_SUM}(?:de plus|en plus|plus cher)`, 'more'],
  [`${BEHIND_SUM}(?:de moins|en moins|moins cher)`, 'less'],
  ['(?:indemnité|frais|pénalités?) de (?:rupture|résiliation)|dédit', 'kill fee'],
  ["(?:indemnité|frais|pénalités?) d['’]annulation", 'cancellation fee'],
  ['la (?:séance|prise de vue)(?= (?:plutôt |maintenant )?(?:le |au |du |est |sera |passe |de \\d{1,2} ?h|à \\d))', 'the shoot'],
  ['(?:on|nous) (?:commence(?:ra)?|commençons|commencerons)', 'start'],
  ["(?<=(?:mariage|wedding|séance|shoot|cérémonie|événement|atelier) )(?:sera|est|aura lieu|se passe(?:ra)?|se tiendra)(?: finalement| plutôt| maintenant)? (?:au|à la|à l['’]|dans (?:le|la)) ?", 'at the '],
  ...laws('(?:le )?droit …', {
    français: 'French', belge: 'Belgian', suisse: 'Swiss', allemand: 'German', espagnol: 'Spanish', anglais: 'English', italien: 'Italian',
  }),
]; // biome-ignore format: a table of words

const SPANISH: Rules = [
  ['confidencial(?:idad)?:?(?: de| durante| por)? (\\d+) años?', 'confidential for $1 years'],
  ['(?:queremos|necesitamos|pedimos|quisiéramos) (?:tener )?(?:todos los derechos|la cesión de (?:todos )?los derechos)', 'all rights pass to the client on payment'],
  ['cesión (?:completa |total |íntegra )?de (?:todos )?los derechos(?: (?:tras|con) el pago| al pagar)?', 'full assignment of all rights on payment'],
  ['(?:no|sin(?: uso)?|nada) (?:en|para) (?:el |su |tu |vuestro )?(?:portafolios?|porfolio|portfolio)', 'not in the portfolio'],
  ['gastos(?: de viaje)? (?:con recibo|a coste|justificados|con factura),? (?:máximo|hasta)(?: de)?(?= \\d)', 'expenses at cost up to'],
  ['(?:baj|redu|sub|aument|dej|cambi)\\p{L}+ el anticipo (?:al?|en el|hasta el)(?= (?:\\d|un|la))', 'make the deposit'],
  ['(?:todo )?lo demás (?:está|va|es|nos parece) (?:muy )?(?:bien|perfecto|ok|correcto)(?= ?[,.!]|$)', 'looks good'],
  ['(?:está )?todo (?:perfecto|bien|ok|correcto|genial)(?= ?[,.!]|$)', 'all good'],
  ['(?:nada que cambiar|sin cambios|ningún cambio)', 'no changes'],
  ['(?:añad(?:e|id|ir|an|amos)|agreg(?:a|ad|ar|uen))', 'add'],
  ['(?:quit(?:a|ad|ar|en|adle|arle|amos)|elimin(?:a|ad|ar|en)|sac(?:a|ad|ar))', 'remove'],
  ['semanas? más', 'weeks more'],
  ['días? más', 'days more'],
  ['para pagar', 'to pay'],
  [`${BEHIND_SUM}(?:de más|más caros?|más)`, 'more'],
  [`${BEHIND_SUM}(?:de menos|más baratos?|menos)`, 'less'],
  ['rondas? de (?:cambios|correcciones|revisión|revisiones|retoques)', 'rounds of revisions'],
  ['(?:indemnización|penalización) por (?:terminación anticipada|rescisión)', 'kill fee'],
  ['sin (?:penalización|penalizaciones|cargos?) (?:por|de) (?:cancelación|cancelar)', 'no cancellation fee'],
  ['(?:penalización|cargos?|indemnización) (?:por|de) (?:cancelación|cancelar)', 'cancellation fee'],
  ['la sesión(?= (?:el |del |será |es |pasa |a las |de \\d{1,2} ))', 'the shoot'],
  ['(?<=(?:boda|wedding|sesión|shoot|ceremonia|evento|taller) )(?:será|es|se celebra(?:rá)?|tendrá lugar)(?: finalmente| ahora)? en (?:la |el )?', 'at the '],
  ...laws('(?:la )?(?:ley|legislación) …', {
    española: 'Spanish', francesa: 'French', alemana: 'German', inglesa: 'English', italiana: 'Italian', suiza: 'Swiss', belga: 'Belgian',
  }),
]; // biome-ignore format: a table of words

/**
 * What people say in a request and not in a brief: what to add and take away, by how much, and that all is well. Put into the
 * readers' English before a language's own words are.
 */
const REQUEST_WORDS: Readonly<Record<Language, Rules>> = { en: [], de: GERMAN, fr: FRENCH, es: SPANISH };

const anyOf = (rules: Rules) => said(rules.map(([words]) => words).join('|'));
const ASKED = { de: anyOf(GERMAN), fr: anyOf(FRENCH), es: anyOf(SPANISH) };

/** A request in the readers' words. Words too few to tell their language by are of the only one whose way of asking they have. */
export function englishedRequest(words: string): Englished {
  const told = languageOfLengths(words) ?? languageOf(words);
  const asked = (['de', 'fr', 'es'] as const).filter((language) => ASKED[language].test(words));
  const [only, ...others] = asked;
  const language = only && others.length === 0 ? only : told;
  return englished(words, language, undefined, REQUEST_WORDS[language]);
}
