import { DOTTED_FORMS, LEGAL_FORMS } from './names.ts';

/** A full stop belongs to a name only after an initial or a title, or inside it (`Booking.com`). */
const WORD = `(?:(?:${DOTTED_FORMS})|(?:plc|inc|ltd|llc|ltée|gmbh|gGmbH|eG|mbB)(?![\\p{L}\\p{N}])|(?:\\p{Lu}|Dr|St|Mr|Mrs|Ms|Prof)\\.|(?:[dlDLO]['’])?\\p{Lu}(?:[\\p{L}\\p{N}'’&-]|\\.(?=[\\p{L}\\p{N}])){0,39})`;
const LINK =
  "(?:&|and|de|del|della|der|den|des|aux|las|los|les|dos|van|von|vom|zum|zur|la|le|du|di|da|do|bin|al|und|et|y|\\+|d['’](?=\\p{Ll})\\p{Ll}+ de)";
/** A name as briefs have them: capitalised words with the small ones between. */
export const NAME = `${WORD}(?: (?:${LINK} ){0,2}${WORD}){0,5}`;

const DOTTED = new RegExp(`(?:^|[ ,])(?:${DOTTED_FORMS})$`, 'u');
/** A name without what stands behind it. */
export const tidy = (name: string) =>
  DOTTED.test(name.trim()) ? name.trim() : name.replace(/[.,’'&+ -]+$/u, '').trim();
/** A legal form ends a name: "Cobalt Yard Ltd. The fee". */
const FORM_ENDS = new RegExp(
  `^(.*?(?:^| )(?:${DOTTED_FORMS}|GmbH|PLLC|LLC|LLP|SARL|SASU?|EURL|SELARL|Ltd|ltd|Limited|AG|eG|BV|NV|SLP?|SpA|Inc|inc))(?:,? (?!& |KG|Co|plc|Inc|LLC).*)?$`,
  'u',
);
export const ended = (name: string) => FORM_ENDS.exec(name)?.[1] ?? name;

/** The firm below a mail: a line of its own with a legal form, or behind the name of who signs. */
export function firmSigned(text: string, person: string | undefined): string | undefined {
  for (const line of text.split('\n').map((each) => each.trim())) {
    if (line.length > 70 || !new RegExp(`^${NAME}(?:, (?:${DOTTED_FORMS}|Inc|LLC))?\\.?$`, 'u').test(line)) {
      const behind = person && line.startsWith(`${person}, `) ? line.slice(person.length + 2) : undefined;
      if (behind && new RegExp(`^${NAME}$`, 'u').test(behind) && behind !== person) return tidy(behind);
      continue;
    }
    if (line !== person && LEGAL_FORMS.test(line)) return tidy(line);
  }
  return undefined;
}

/** What is done, before the name of whom it is done for: "Social-Media-Betreuung Café Morgenrot e.U.". */
const WORK_BEFORE =
  /^(?:\p{Lu}[\p{L}-]*(?:betreuung|beratung|gestaltung|fotografie|fotos|texte|lektorat|übersetzung|design|website|webseite|shop|shooting|video|film|workshop|training|coaching|vortrag|moderation|programmierung|entwicklung|pflege|relaunch|logo|stunden|kurs|konzept|broschüre|schulung|präsentation)|(?:End|Auftrag)?[Kk]und(?:e|in)|Mandant(?:in)?|Auftraggeber(?:in)?|Veranstalter(?:in)?|Client|Cliente|Kontakt|Logo|Flyer|Die|Der|Das|Firma|Website|Photos?|Design|Auftrag (?:der|des|von|vom)) (?=\p{Lu}\S* )/iu;
export function withoutWork(name: string): string {
  let [rest, before] = [name, ''];
  while (rest !== before && WORK_BEFORE.test(rest)) [before, rest] = [rest, rest.replace(WORK_BEFORE, '')];
  return rest;
}

/** The one name of the brief that ends with a legal form. */
export function firmAnywhere(rest: string): string | undefined {
  const firms = [
    ...rest.matchAll(new RegExp(`(?<![\\p{L}\\d])${NAME}(?:, (?:Inc\\.|LLC|Inc|Ltd\\.?)(?![\\p{L}]))?`, 'gu')),
  ]
    .map(([name]) => withoutWork(tidy(ended(name))))
    .filter((name) => name.includes(' ') && LEGAL_FORMS.test(name.split(' ').slice(1).join(' ')));
  const [one, ...others] = new Set(firms);
  return others.length === 0 ? one : undefined;
}

const ME =
  /^(?:me|ich|moi|yo|i|us|wir|nous|nosotros|elle|lui|él|ella|er|sie|unknown.*|unbekannt.*|inconnu.*|desconocid.*)$/i;
const SPOKEN =
  /^(?:\[[\d: ]{3,8}\] ?)?(\p{Lu}[\p{L}'’-]{1,20}(?: \p{Lu}[\p{L}'’-]{1,25}){0,2})(?: \([^)]{2,60}\))?: /gmu;
const HEADERS =
  /^(?:from|to|subject|date|sent|cc|von|an|betreff|datum|de|à|objet|envoyé|para|asunto|enviado|re|client|price|fee)$/i;

/** In a pasted thread, who speaks besides the freelancer; undefined unless it is one person. */
export function speakerIn(text: string): string | undefined {
  const names = [...text.matchAll(SPOKEN)].map(([, name = '']) => name).filter((name) => !HEADERS.test(name));
  if (!names.some((name) => ME.test(name))) return undefined;
  const others = new Set(names.filter((name) => !ME.test(name)));
  const [one] = others;
  return others.size === 1 ? one : undefined;
}

/** Where the firms of a text stand, so that a lexicon leaves their names alone: "Taller Cuervo S.L." is no workshop. */
export function firmsIn(text: string): { start: number; end: number }[] {
  return [...text.matchAll(new RegExp(`(?<![\\p{L}\\d])${NAME}`, 'gu'))].flatMap((match) => {
    const name = ended(match[0]);
    if (!name.includes(' ') || !LEGAL_FORMS.test(name.split(' ').slice(1).join(' '))) return [];
    const start = match.index + (name.length - withoutWork(name).length);
    return [{ start, end: match.index + name.length }];
  });
}
