import { lettered } from '../passages/letters.ts';
import { wordsOf } from './bodies.ts';
import type { Mention } from './mentions.ts';
import { isGiven } from './shapes.ts';
import type { Candidate } from './weigh.ts';

/** Offices where people are married or sworn: nobody's house, wherever they are named beside a person. */
const REGISTRY =
  /(?<![\p{L}])(?:standes(?:beamt\p{L}*|amts?)|trauzimmer|regist(?:ry|er|rar['’]?s?) office|registro civil|juzgados?|état civil)(?![\p{L}])/iu;
/** Houses where people celebrate. */
const HOUSE =
  /(?<![\p{L}])(?:\p{L}*kirche|\p{L}*kapelle|dom|münster|\p{L}*rathaus|\p{L}*schloss|\p{L}*schlößchen|burg|villa|hotel|hôtel|gasthaus|gasthof|landhaus|landgut|gutshof|scheune|orangerie|restaurant|restaurante|kurhaus|festsaal|church|chapel|cathedral|abbey|(?:botanical )?gardens?|park|studios?|museum|gallery|librar(?:y|ies)|theatre|theater|farm|estate|lodge|mill|vineyard|winery|club(?:house)?|pavilion|arena|court|beach|rooftop|brewery|brauhaus|park|garten|gärten|galerie|weingut|\p{L}*mühle|hof|jardins?|parc|musée|moulin|ferme|bastide|vignoble|jardín|jardines|parque|museo|galería|quinta|bodega|molino|salón|(?:town|city|village|guild)[ -]?hall|hall|castle|manor|inn|barn|temple|synagog[au]?e?|mosque|mairie|église|chapelle|cathédrale|basilique|château|domaine|salle|manoir|auberge|iglesia|ermita|parroquia|catedral|basílica|ayuntamiento|hacienda|finca|castillo|cortijo|palacio|masía)(?![\p{L}])/iu;
/** What people celebrate in such houses, in the words as written. */
const PRIVATE_DAY =
  /(?<![\p{L}])(?:wedding(?! (?:fair|show|planner|brand|magazine|blog))|hochzeit(?!s(?:messe|magazin|planer|agentur|blog))\p{L}*|trauung\p{L}*|taufe|tauffotos|verlobung\p{L}*|mariage(?! magazine)|noces|baptême|fiançailles|bodas?|casamiento|bautizo|quinceañera|christening|baptism|engagement party|birthday|geburtstag\p{L}*|anniversaire|cumpleaños|\(?privat(?:e|kund(?:e|in))?\)|particuli(?:er|ère)|\(particular\))(?![\p{L}])/iu;
const MONTH =
  '(?:jan|feb|mär|mar|apr|mai|may|jun|jul|aug|sep|okt|oct|nov|dez|dec|janv|fév|avr|juin|juil|août|déc|ene|abr|ago|dic)\\p{L}*';
const DAY = lettered(
  `(?<![\\p{L}\\d])(?:\\d{1,2}(?:st|nd|rd|th|er)?\\.?(?: of| de)? ${MONTH}|${MONTH} \\d{1,2}|\\d{1,4}[./-]\\d{1,2}[./-]\\d{0,4}|\\d{1,2}(?::\\d\\d| ?h\\d{0,2}| ?uhr| ?[ap]\\.?m\\.?))(?![\\p{L}\\d])`,
  'iu',
);
/** Behind these something is a place. */
const AT = lettered(
  "(?<![\\p{L}])(?:i[nm]|at|am|au|aux|auf|beim?|à|dans|en|location|venue|place|where|ort|lieu|lugar)(?: (?:the|der|dem|die|das|la|le|les|el|los|l['’]|in|im))?[: ]*$",
  'iu',
);
/** Right behind the hour: "Anfang 19 Uhr, Restaurant Frohsinn", "a la 1:30 p. m. en el Club Campestre". */
const TIMED = lettered(
  '(?<![\\p{L}\\d])\\d{1,2}(?:[:.]\\d\\d)?(?: ?h ?\\d{0,2}| ?uhr| ?[ap]\\.? ?m\\.?| ?hs?\\.?)?(?:,| [-–])?(?: (?:i[nm]|at|au|à|dans|en|bei)(?: (?:the|der|dem|la|le|les|el))?)? ?$',
  'iu',
);
/** What says in so many words that a house orders the work. */
const ORDERS = /^(?:said:(?:[4-9]|1\d)|signs:|sends:|answered:|opening:|letterhead:|heading:|speaks:|fits:|host:)/;

/**
 * Whether a name is only where the work happens: a house for celebrations beside a day or behind "at", that nothing calls the
 * client. "für Anna Lorenz, Standesamt Altona, 5. Juni". `known` says that a person is, beside whom a house right behind the hour is a place.
 */
export function isVenue(said: string, { name, kind, hints, mentions }: Candidate, known: boolean): boolean {
  const registry = REGISTRY.test(name);
  const timed = () => known && mentions.every(({ start }) => TIMED.test(said.slice(Math.max(0, start - 30), start)));
  if (!registry && !(HOUSE.test(name) && (PRIVATE_DAY.test(said) || timed()))) return false;
  if (mentions.some(({ formed, titled }) => formed || titled) || [...hints].some((hint) => ORDERS.test(hint)))
    return false;
  // "Emma Church", "Dom Perrin".
  if (kind === 'person' && wordsOf(name).length < 3 && isGiven(wordsOf(name)[0] ?? '')) return false;
  return mentions.every((mention) => isPlace(said, mention));
}

function isPlace(said: string, { start, end }: Mention): boolean {
  const before =
    said
      .slice(Math.max(0, start - 45), start)
      .split('\n')
      .at(-1) ?? '';
  const after = said.slice(end, end + 45).split('\n')[0] ?? '';
  return AT.test(before) || DAY.test(before) || DAY.test(after);
}

/** "Kew Gardens, London": a house with the town that stands behind it. */
export function withTown(said: string, { name, end }: Mention): string {
  const town = /^, (\p{Lu}[\p{L}-]{2,30}(?: \p{Lu}[\p{L}-]{2,30})?)(?= *(?:$|[,.;\n]))/u.exec(
    said.slice(end, end + 70),
  );
  return town ? `${name}, ${town[1]}` : name;
}
