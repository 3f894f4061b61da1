/** What is done, before the name of whom it is done for: "Social-Media-Betreuung Café Morgenrot e.U.". */
const WORK_BEFORE =
  /^(?:\p{Lu}[\p{L}-]*(?:betreuung|(?<!steuer|rechts|unternehmens|energie|finanz|vermögens|wirtschafts|personal)beratung|gestaltung|fotografie|fotos|texte|lektorat|übersetzung|design|website|webseite|shop|shooting|video|film|workshop|training|coaching|vortrag|moderation|programmierung|entwicklung|(?<!tages|alten|kranken|senioren)pflege|relaunch|logo|stunden|kurs|konzept|broschüre|schulung|präsentation)|(?:End|Auftrag)?[Kk]und(?:e|in)|Mandant(?:in)?|Auftraggeber(?:in)?|Veranstalter(?:in)?|Client|Cliente|Kontakt|Logo|Flyer|Die|Der|Das|Firma|Website|Photos?|Design|Auftrag (?:der|des|von|vom)) (?=\p{Lu}\S* )/iu;
export function withoutWork(name: string): string {
  let [rest, before] = [name, ''];
  while (rest !== before && WORK_BEFORE.test(rest)) [before, rest] = [rest, rest.replace(WORK_BEFORE, '')];
  return rest;
}
