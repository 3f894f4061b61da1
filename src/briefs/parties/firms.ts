import { isBodyHead, isBodyWord, wordsOf } from './bodies.ts';
import { isGiven } from './shapes.ts';
import { isCapital } from './tokens.ts';

/** What is done, before the name of whom it is done for: "Social-Media-Betreuung Café Morgenrot e.U.". */
const WORK_BEFORE =
  /^(?:\p{Lu}[\p{L}-]*(?:betreuung|(?<!steuer|rechts|unternehmens|energie|finanz|vermögens|wirtschafts|personal)beratung|gestaltung|fotografie|fotos|texte|lektorat|übersetzung|design|website|webseite|shop|shooting|video|film|workshop|training|coaching|vortrag|moderation|programmierung|entwicklung|(?<!tages|alten|kranken|senioren)pflege|relaunch|logo|stunden|kurs|konzept|broschüre|schulung|präsentation)|(?:End|Auftrag)?[Kk]und(?:e|in)|Mandant(?:in)?|Auftraggeber(?:in)?|Veranstalter(?:in)?|Client|Cliente|Kontakt|Logo|Flyer|Relaunch|Wartung|Lektorat|Übersetzung|Gutachten|Broschüre|Plakat|Kampagne|Webshop|Onlineshop|Träger|Bauherr(?:in)?|Neubau|Umbau|Für|Pour|Die|Der|Das|Firma|Website|Photos?|Design|Auftrag (?:der|des|von|vom)) (?=\p{Lu}\S* )/iu;
export function withoutWork(name: string): string {
  let [rest, before] = [name, ''];
  while (rest !== before && WORK_BEFORE.test(rest)) [before, rest] = [rest, rest.replace(WORK_BEFORE, '')];
  return rest;
}

/** "Makler Harm Uphoff", "Objekt Anna Berg", "Board of Cedar Valley Credit Union": what stands before the name and is none. */
export function withoutRole(name: string, formed: boolean): string {
  const whole = name.replace(
    /^(?:Board|Trustees|Governors|Governing Body|Committee|Vorstand) (?:of|der|des) (?:the )?(?=\p{Lu})/u,
    '',
  );
  if (formed) return whole;
  const [first = '', second = '', third = '', ...more] = whole.split(' ');
  const person =
    isCapital({ text: second }) &&
    isGiven(second.toLowerCase()) &&
    /^\p{Lu}[\p{L}'’-]{2,}$/u.test(third) &&
    more.length < 2;
  const spoken = /^\p{Lu}\p{Ll}{3,}$/u.test(first) && !isGiven(first.toLowerCase()) && !isBodyHead(first.toLowerCase());
  return person && spoken && ![third, ...more].some((word) => isBodyWord(word.toLowerCase()))
    ? whole.slice(first.length + 1)
    : whole;
}

/** "F-150 de Balderrama Tire LLC", "Bastián Ñancupil del Emporio Lafken SpA": what belongs to the firm, or works there, is not its name. */
export function ownName(name: string, formed: boolean): string {
  const [, thing = '', owner = ''] =
    /^(.{2,40}?) (?:de|del|von|vom|of|a|al|para|pour|for|für) (?=\p{Lu})(.+)$/u.exec(name) ?? [];
  if (!owner) return name;
  const words = wordsOf(thing);
  const works = formed && isGiven(words[0] ?? '') && words.length > 1;
  const thingly =
    /\d|\p{L}-(?:DM|Mail|Chat|Anruf)/u.test(thing) &&
    !words.some(isBodyWord) &&
    (formed || isGiven(wordsOf(owner)[0] ?? ''));
  // "The sales team of Corrib Seafoods Ltd", "Campaign for Acme Ltd": the firm bears the name.
  const part =
    formed &&
    /^(?:(?:\p{L}+ )?(?:team|staff|crew|board|management|department)|campaign|équipe|equipo|personal|belegschaft|abteilung)$/iu.test(
      thing,
    );
  return works || thingly || part ? owner : name;
}
