import { DOTTED_FORMS, LEGAL_FORMS } from './brief-names.ts';

/** A full stop belongs to a name only after an initial or a title, or inside it (`Booking.com`). */
const WORD = `(?:(?:${DOTTED_FORMS})|(?:plc|inc|gGmbH)(?![\\p{L}\\p{N}])|(?:\\p{Lu}|Dr|St|Mr|Mrs|Ms|Prof)\\.|(?:[dlDLO]['’])?\\p{Lu}(?:[\\p{L}\\p{N}'’&-]|\\.(?=[\\p{L}\\p{N}])){0,39})`;
const LINK = '(?:&|and|de|del|della|der|den|van|von|la|le|du|di|da|bin|al|und|et|y|\\+)';
/** A name as briefs have them: capitalised words with the small ones between. */
export const NAME = `${WORD}(?: (?:${LINK} ){0,2}${WORD}){0,5}`;

const DOTTED = new RegExp(`(?:^|[ ,])(?:${DOTTED_FORMS})$`, 'u');
/** A name without what stands behind it. */
export const tidy = (name: string) =>
  DOTTED.test(name.trim()) ? name.trim() : name.replace(/[.,’'&+ -]+$/u, '').trim();
/** A legal form ends a name: "Cobalt Yard Ltd. The fee". */
const FORM_ENDS = new RegExp(`^(.*?(?:^| )(?:${DOTTED_FORMS}|GmbH|LLC|SARL|Ltd))(?: (?!& |KG|Co|plc).*)?$`, 'u');
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

/** The one name of the brief that ends with a legal form. */
export function firmAnywhere(rest: string): string | undefined {
  const firms = [...rest.matchAll(new RegExp(`(?<![\\p{L}\\d])${NAME}`, 'gu'))]
    .map(([name]) => tidy(ended(name)))
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
