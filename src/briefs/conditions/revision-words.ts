import { lettered } from '../passages/letters.ts';

/** How people count the rounds of changes that a price includes, in the words of each language. */

const COUNTS = (
  [
    'one two three four five six seven eight nine ten eleven twelve',
    'ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf',
    'un deux trois quatre cinq six sept huit neuf dix onze douze',
    'un dos tres cuatro cinco seis siete ocho nueve diez once doce',
  ] as const
).map((words) => words.split(' '));
const ONE =
  'an?(?: single)?|single|just one|only one|eine?[rnms]?(?: einzige[rnm]?)?|une?(?: seule?)?|un[ao]?(?: s[oó]l[oa])?|1';
const NONE = 'no|zero|keine(?:rlei)?|null|aucune?|z[ée]ro|ningun[ao]|cero';
const MANY = [...new Set(COUNTS.flatMap((words) => words.slice(1)))].join('|');

/** Source of a pattern for a small count, "2", "two (2)", "eine einzige". */
export const COUNT = `(?:\\d{1,3}|${MANY}|one|${ONE}|${NONE})`;

/** What a count comes to; undefined for no count. */
export function roundsOf(word: string): number | undefined {
  const lower = word.toLowerCase();
  if (/^\d{1,3}$/.test(lower)) return Number(lower);
  if (lettered(`^(?:${NONE})$`, 'iu').test(lower)) return 0;
  if (lettered(`^(?:one|${ONE})$`, 'iu').test(lower)) return 1;
  const at = COUNTS.map((words) => words.indexOf(lower)).find((index) => index >= 0);
  return at === undefined ? undefined : at + 1;
}

/** "Twice", "three times", "zweimal", "2 fois", "dos veces", "1x": how often something may be changed. */
export const TIMES: readonly (readonly [number, string])[] = [
  [
    1,
    '(?:once|(?:one|1|a single) time|einmal|(?:ein|1) ?Mal|(?:une|1)(?: seule)? fois|(?:una|1)(?: sola)? vez|1 ?[x×])',
  ],
  [2, '(?:twice|(?:two|2) times|zweimal|(?:zwei|2) ?Mal|(?:deux|2) fois|(?:dos|2) veces|2 ?[x×])'],
  [3, '(?:thrice|(?:three|3) times|dreimal|(?:drei|3) ?Mal|(?:trois|3) fois|(?:tres|3) veces|3 ?[x×])'],
  [4, '(?:(?:four|4) times|viermal|(?:vier|4) ?Mal|(?:quatre|4) fois|(?:cuatro|4) veces|4 ?[x×])'],
  [5, '(?:(?:five|5) times|fünfmal|(?:fünf|5) ?Mal|(?:cinq|5) fois|(?:cinco|5) veces|5 ?[x×])'],
];

/** What is done to the work. */
export const CHANGE =
  "(?:(?:author(?:['’]s|s['’])? |design |text |layout |client |copy )?(?:revisions?|changes?|amendments?|amends?|edits?|edited|corrections?|feedback|reviews?|iterations?|tweak(?:s|ing)?|alterations?|comments|suggestions|remarks|input|modifications?|fixes|redrafts?|rework)|(?:Autor(?:en)?)?(?:Korrektur(?:en)?|Änderung(?:en|swünschen?)?|Überarbeitung(?:en)?|Revision(?:en)?|Feedback|Anpassung(?:en)?|Nachbesserung(?:en)?|Verbesserung(?:en)?|Rückmeldung(?:en)?|Anmerkungen|(?:Script|Skript|Text|Bild)änderungen|Retuschen?)|corrections?|modifs?|modifications?|révisions?|retouches?|relectures?|retours?|changements?|ajustements?|remaniements?|commentaires?|remarques|reprises?|corrections? d['’]auteur|cambios?|correcci(?:ones|ón)|revisi(?:ones|ón)|modificaci(?:ones|ón)|ajustes?|retoques?|comentarios|observaciones|sugerencias|arreglos|enmiendas?|edición)";

/** What says so only beside a bout: "two rounds of notes" are changes, "Notes: two cats" are none. */
export const LOOKED_AT =
  '(?:notes|re-?touch(?:es|ing)?|touch-?ups?|follow-?ups?|proofs?|pick-?ups?|épreuves?|pruebas|galeradas)';

/** Doing it. */
export const CHANGING =
  '(?:change|revise|amend|correct|edit|tweak|adjust|redo|rework|re-?draft|alter|(?:ab|ver|um|nach)?(?:zu)?änder(?:n|e|t|st)|(?:nach|durch)?(?:zu)?korrigier(?:en|e|t|st)|überarbeite[nt]?|nach(?:zu)?besser[nt]|nachbessern|an(?:zu)?passen|send (?:it|them) back|zurück(?:zu)?schicken|repris(?:e|es)?|renvoyer|regres(?:o|as?|amos|ar)|devolver(?:l[oae]s?)?|changer|corriger|modifier|retoucher|revoir|réviser|reprendre|cambiar(?:l[oae]s?)?|corregir(?:l[oae]s?)?|revisar(?:l[oae]s?)?|modificar(?:l[oae]s?)?|ajustar(?:l[oae]s?)?|retocar(?:l[oae]s?)?)';

/** One bout of changes, whose name says so by itself. */
export const ROUND =
  '(?:rounds?|loops?|iterations?|Runden?|Schleifen?|Iterationen|Korrekturgäng(?:e|en)|tours?|allers?[- ](?:et[- ])?retours?|navettes?|itérations?|rondes?|rondas?|vueltas?|tandas?|instancias?|iteraci(?:ones|ón))';
/** Words that mean such a bout only beside a word of changes. */
export const BOUT =
  '(?:(?:Pickup|Feedback|Retusche)-(?:Durchgang|Durchgänge|Runden?)|goes|go|sets?|pass(?:es)?|cycles?|batch(?:es)?|lots?|returns?|shots?|stages?|tries|swings?|bites?|times?|Durchg[aä]ng(?:e|en)?|L[aä]uf(?:e|en)?|Gäng(?:e|en)|Gang|Zyklen|Etappen|passages?|passes?|séries?|vagues?|jeux|jeu|phases?|sessions?|étapes?|pasadas?|ciclos?|lecturas?|series?|fases?|etapas?)';
/** German joins both: "Korrekturschleife", "Feedbackrunden", "Änderungsläufe". */
export const JOINED =
  '(?:(?:Korrektur|Feedback|Änderungs|Überarbeitungs|Revisions|Abstimmungs|Anpassungs|Optimierungs|Autorenkorrektur|Nachbesserungs)-?(?:schleifen?|runden?|durchg[aä]ng(?:e|en)?|l[aä]uf(?:e|en)?|g[aä]ng(?:e|en)?|zyklen|stufen?|etappen))';
/** What can stand between the count and the word. */
export const KIND =
  '(?:(?:free|included|full|complimentary|complete|max\\.?|small|such|further included|[x×]|kleine[rn]?|kostenlose[rn]?|freie[rn]?|gratis|volle[rn]?|solche[rn]?|einzige[rn]?|petite?s?|gratuite?s?|seule?s?|incluse?s?|comprise?s?|simples?|pequeñ[oa]s?|gratuit[oa]s?|sol[oa]s?|tal(?:es)?) )*';
/** Where else the rounds may be named, in other words than the brief's own. */
const PAPER =
  '(?:contract|draft|e?-?mails?|message|form|offer|quote|template|proposal|vertrag\\p{L}*|entwurf|angebot|formular|nachricht|vorlage|contrat|brouillon|devis|formulaire|proposition|contrato|borrador|presupuesto|correo|mensaje|formulario|propuesta)';
/** Behind a count: another paper has another one, "and in the contract draft it's three". */
export const ELSEWHERE = `(?:[ ,;–-]+(?:but|and|while|whereas|though|aber|und|doch|während|mais|et|alors que|pero|y|mientras que))?[ ,;–-]+(?:in|im|on|auf|dans|sur|en) (?:(?:the|her|his|their|our|your|a|der|die|dem|den|ihrem|ihrer|seinem|unserem|meinem|le|la|l['’]|les|son|sa|leur|mon|notre|el|su|mi|nuestro) ?)?(?:\\p{L}+ ){0,2}?${PAPER}(?: (?:de contrato|de contrat|draft))?(?: (?:it['’]?s|it is|it says|there are|says?|has|are|steht|stehen|sind|heißt es|c['’]est|il y en a|est|dit|son|dice|pone|hay|figuran))?:? (?<other>${COUNT})(?![\\p{L}\\d])`;

/** Behind a count: "we talked and left it at one". */
export const LEFT_AT = `^[^!?\\n]{0,60}?(?<![\\p{L}])(?:(?:left|leave|leaving) it|settled|l[oa]s? dejamos|l[oa]s? hemos dejado|quedamos|quedó|(?:on )?en reste|en est resté|bleib(?:t|en)(?: es| wir)?|bleiben wir) (?:at|on|en|con|à|bei) (?<n>${COUNT})(?= ?(?:[.,;!)](?!\\d)|$))|^[^!?\\n]{0,60}?(?<![\\p{L}])(?:es )?bei (?<m>${COUNT}) (?:belassen|geblieben)(?![\\p{L}])`;

/** A bout more than the price includes. */
export const MORE =
  '(?:extra|additional|further|more|another|each|every|weitere[rn]?|zusätzliche[rn]?|jede[rn]?|supplémentaires?|de plus|adicional(?:es)?|más|extras?|otr[oa]s?)';

/** As many as there are, or nobody knows how many. */
export const VAGUE_COUNT = `(?<![\\p{L}])(?:(?:the )?usual (?:amount|number|rounds?) of|usual|as many|gewohnten|üblichen|habituelles|habituales|(?:the )?standard|unlimited|endless|unbegrenzte?n?|beliebig viele|as many|a few|some|several|a couple(?: of)?|multiple|ein paar|einige|mehrere|quelques|plusieurs|unos|unas|algun[ao]s|vari[ao]s|un par de) (?:(?:small|free|more) )?(?:rounds? of )?(?:${CHANGE}|${JOINED}|rounds|Runden|loops|goes|tries|attempts|stabs|passes|versions)(?![\\p{L}])|(?<![\\p{L}])(?:${CHANGE}|${JOINED}) (?:illimitée?s?|unbegrenzt|ilimitad[oa]s|sin límite)|(?<![\\p{L}])(?:revisions?|changes|edits|corrections|rounds) (?:until|till) (?:we|they|he|she|i)(?:'|’)?(?:re|s|m| are| is| am)? (?:happy|satisfied)|(?<![\\p{L}])(?:${CHANGE}|rounds of ${CHANGE}) ?: ?(?:∞|as many|unlimited|endless|open|tbd|\\?|a few|several|as needed|illimité\\p{L}*|unbegrenzt\\p{L}*|ilimitad\\p{L}*)`;
