import { lettered } from '../passages/letters.ts';
import { passageOf } from '../passages/passage.ts';
import type { Span } from '../passages/text.ts';

const ahead = (...sources: string[]) => lettered(String.raw`(?<![\p{L}])(?:${sources.join('|')})$`, 'iu');
const ON = "(?: (?:le|ce|du|au|les|dès|à partir du|entre le|jusqu['’]au|on|from|the|el|den|dem|am|vom|von|zum|,))*,? ?";

/** Before a day on which whoever writes is away, or has to be somewhere else. */
const AWAY = [
  `(?:je pars|nous partons|on part (?:en|au|aux|à|chez|pour)|(?:je|nous|on) déménage(?:ons)?)(?! (?:sur|du principe|ça|là-dessus))[^,;:()]{0,30}?${ON}`,
  `(?:pars|part|partons|absente?s?|vacances|congés?|déplacement)(?![\\p{L}])[^.;:()]{0,60}(?:je|nous|on) (?:rentre|rentrons|reviens?|revenons)[^,;:()]{0,20}?${ON}`,
  `(?:je|nous|on|elle|il) (?:suis|sommes|est|serai|serons|sera)[^,;:()]{0,16} (?:absente?s?|en (?:vacances|congés?|déplacement|voyage|formation)|à l['’]étranger|fermés?)[^,;:()]{0,20}?${ON}`,
  `(?:mes|nos|ses|leurs|les) (?:vacances|congés)[^,;:()]{0,30}?${ON}`,
  `(?:mon|ma|notre|son|sa) (?:vol|train|avion|bateau|rendez-vous|rdv|examen|opération|accouchement|déménagement)[^,;:()]{0,30}? (?:est|sera|atterrit|décolle|part|arrive|tombe|a lieu)${ON}`,
];
/** Before a day on which others come, or of a thing that is theirs. */
const THEIRS = [
  `(?:(?:gave|given|gives|has given|have given) (?:them|him|her) until|(?:hat|haben) (?:ihnen|ihm|ihr)(?: \\p{L}+){0,2} bis|leur (?:a|ont) (?:laissé|donné) jusqu['’]au|les (?:ha|han|dio|dieron)(?: dado)? hasta)${ON}`,
  `(?:schau|ausstellung|messe|exhibition|show|fair|exposition|exposición|muestra|feria)(?: [\\p{L}’'-]+){0,4}? (?:läuft|dauert|ist zu sehen|runs|is open|stays up|dure|reste|dura)(?: [^,;:()]{0,40})?(?: (?:vom|von|bis|zum|from|to|until|through|al|hasta))?${ON}`,
  `(?:locataires|invités|convives|visiteurs|clients|élèves|enfants|parents|exposants|auditeurs|inspecteurs?|touristes|vacanciers|résidents|campeurs)(?: \\([^)]{0,40}\\))?[^,;:()]{0,30}? (?:arrivent|arrive|viennent|vient|débarquent|emménagent|rentrent|repartent|renouvellent)[^,;:()]{0,20}?${ON}`,
  `(?:membres|adhérents|abonnés|inscrits) (?:renouvell|pai|pay|cotis|vot)\\p{L}+[^,;:()]{0,20}?(?: (?:by|avant))?${ON}`,
  `inauguration (?:par|avec|en présence)[^,;:()]{0,30}?${ON}`,
  `(?:clôt|clôture|ferme)(?:nt)? (?:ses|les|leurs) (?:inscriptions|candidatures|portes|dossiers)${ON}`,
  `(?:précisions?|questions?|nouvelles|réponse|remarques|infos?|points?) (?:avant|pour|d['’]ici)${ON}`,
];
const AHEAD = ahead(...AWAY, ...THEIRS);
/** Behind a day that is told by the way. */
const BEHIND = lettered(
  String.raw`^[^.;\n]{0,40}?(?:n['’](?:a|ont|aura) rien à voir|(?:vous êtes|tu es|vous serez|tu seras) (?:le |la |les )?(?:bienvenue?s?|invitée?s?)|ne (?:vous|te) concerne)(?![\p{L}])`,
  'iu',
);
/** How long something takes at which the work is shown: "le salon est du 18 au 20". */
const EVENT = ahead(
  String.raw`(?:le|la|l['’]|notre|leur) ?(?:carnaval|salon|festival|foire|expo(?:sition)?|fête|marché|kermesse|congrès|colloque|camp|braderie|quinzaine)(?: [\p{L}’'-]+){0,4}?,? (?:est|c['’]est|a lieu|se tient|dure|court|tombe|aura lieu|se déroule)${ON}`,
);

/** Whether a day belongs to something beside the work: an absence, somebody's arrival, what one is merely welcome to. */
export function isElsewhere(said: string, day: Span, { range, alone }: { range: boolean; alone: boolean }): boolean {
  const { lead, rest } = passageOf(said, day);
  return (
    AHEAD.test(lead.slice(-90)) || BEHIND.test(rest.slice(0, 90)) || (range && !alone && EVENT.test(lead.slice(-90)))
  );
}
