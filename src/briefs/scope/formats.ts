import { LETTERS, lettered } from '../passages/letters.ts';

/** What files are called, by their endings and by the programs that open them. */
const TYPES =
  '[Jj][Pp][Ee]?[Gg]s?|[Pp][Nn][Gg]s?|[Ss][Vv][Gg]s?|[Tt][Ii][Ff][Ff]?s?|[Gg][Ii][Ff]s?|[Ww]eb[PpMm]|WEB[PM]|HEIC|RAW|DNG|PSDs?|EPS|AI|INDD|IDML|[Pp][Dd][Ff](?:/[XAxa](?:-\\d[a-z]?)?)?s?|[Mm][Pp][34]s?|MOV|\\.mov|AVI|MKV|ProRes|H\\.?26[45]|WAVs?|[Ww]av|AIFF?|FLAC|AAC|OGG|[Dd][Oo][Cc][Xx]|[Xx][Ll][Ss][Xx]?|[Pp][Pp][Tt][Xx]?|CSV|RTF|TXT|HTML5?|CSS|XML|JSON|Markdown|LaTeX|[Ee][Pp][Uu][Bb]|MOBI|SRT|VTT|TTF|OTF|WOFF2?|OBJ|FBX|GLB|STL|DWG|DXF|IFC|ZIP|Lottie|' +
  'Figma|Sketch|InDesign|Illustrator|Photoshop|Word|Excel|PowerPoint|Powerpoint|Keynote|Canva|Google (?:Docs|Slides|Sheets)|After Effects|Premiere|DaVinci';
/** How good or how large a file or a print is. */
const QUALITY =
  "4K|8K|2K|UHD|Full[ -]?HD|HD|720p|1080p|2160p|\\d{2,4} ?dpi|CMYK|RGB|(?:DIN )?A[0-8]|[Hh]igh[- ][Rr]es(?:olution)?|[Hh]i-?[Rr]es|[Ll]ow[- ][Rr]es(?:olution)?|[Ww]eb[- ](?:resolution|size)|[Pp]rint[- ](?:ready|resolution|quality)|[Ff]ull resolution|(?:in )?(?:hoher|voller|niedriger) Auflösung|hochauflösend(?:e[nrs]?)?|[Dd]ruckfähig(?:e[nrs]?)?|[Dd]ruckfertig(?:e[nrs]?)?|[Hh]aute (?:résolution|définition)|(?:en )?haute (?:résolution|définition)|basse résolution|prêt pour l[’']impression|[Aa]lta (?:resolución|definición|calidad)|baja resolución|listos? para imprenta";
const ADJECTIVE =
  '[Ee]ditable|[Ll]ayered|[Vv]ector|[Oo]pen|[Uu]nflattened|[Tt]ransparent|[Uu]ncompressed|[Pp]rint|[Ww]eb|[Ff]lattened|[Ii]nteractive|[Cc]lickable|bearbeitbare[nrs]?|offene[nrs]?|éditables?|vectoriels?|abiertos?';
const FILE =
  '[Ff]iles?|[Dd]ocuments?|[Ff]ormats?|[Dd]ateien|[Dd]atei|[Ff]ichiers?|[Aa]rchivos?|[Vv]ectors?|[Ee]xports?|[Pp]rojects?';

const PART = `(?:${TYPES}|${QUALITY})`;
const LAST = `(?:(?:${ADJECTIVE})[ -])*(?:an? )?(?:(?:${ADJECTIVE})[ -])*${PART}(?:[ -](?:${PART}|${FILE}|${ADJECTIVE}))*`;
const SEAM =
  ' ?[,/+&|] ?(?:and |und |et |y |or |oder |ou |o )?| (?:and|or|plus|und|oder|sowie|et|ou|y|o|in|at|with|mit) (?:an? |in |as |als |en |auch )?';
const END = `(?![${LETTERS}\\d])`;
export const FORMATS = `${LAST}(?:(?:${SEAM})${LAST}${END})*${END}`;
/** Says that the words behind it are how a thing comes. */
export const AS =
  '(?:as|in|als|en|au format|aux formats|im Format|in den Formaten|en formatos?|sous forme de|format|Format|formato|delivered as|supplied as|exported as|saved as|geliefert als|livrée?s? en|entregad[oa]s? en)(?: ein(?:e|en)? | une? | an? | the | )';

const BEHIND = new RegExp(`(?<![${LETTERS}\\d-])(?:${AS})(?<format>${FORMATS})`, 'gu');
/** A bracket, or a part behind a comma, a colon or a dash, that is nothing but formats. */
const ALONE = new RegExp(`(?:[,;:(]| [–—-])(?: |(?<=\\())(?<format>${FORMATS})(?= ?(?:[,;.)]|$))`, 'gu');
/** Takes it back, leaves it open, or says it of what is there already. */
const NOT = lettered(
  "(?<![\\p{L}])(?:not|no|never|without|except|instead of|rather than|don['’]t|nicht|kein\\p{L}*|ohne|statt|pas|sans|sauf|no|sin|excepto|from|aus|depuis|desde)(?: \\p{L}+){0,2} ?$",
  'iu',
);
/** What is taught, kept or worked on there: "training in Excel" is no file of Excel. */
const TAUGHT = lettered(
  '(?<![\\p{L}])(?:training|workshop|course|class(?:es)?|lessons?|coaching|tuition|tutorial|support|skills?|schulung\\p{L}*|kurs\\p{L}*|unterricht|formations?|cours|atelier|curso|taller|clases?|formación|capacitación)(?![\\p{L}])',
  'iu',
);
/** Longest format that is a term. */
export const FORMAT_MAX = 80;

/**
 * The format a line of words says a thing comes in, as it is written: `JPEG`, `SVG and PNG`, `editable Figma file`. Undefined where
 * none is said, or more than one in different places.
 */
export function formatIn(words: string): string | undefined {
  if (TAUGHT.test(words)) return undefined;
  const found = [...words.matchAll(BEHIND), ...words.matchAll(ALONE)]
    .filter(({ index, 0: said }) => !NOT.test(words.slice(0, index)) && !/^in AI$/.test(said))
    .sort((a, b) => a.index - b.index);
  const [first, ...more] = found;
  const format = first?.groups?.format?.trim();
  if (!first || !format || format.length > FORMAT_MAX) return undefined;
  // "Logo in SVG, high resolution" is one format in two parts; two formats apart are not told from each other.
  const end = first.index + first[0].length;
  if (more.some(({ index }) => index >= end)) return undefined;
  return format;
}

/** How much of a format goes on behind words that end in one: ` and PNG` behind `logo in SVG`. */
export function formatGoesOn(words: string, behind: string): number {
  if (!ENDS_IN_FORMAT.test(words)) return 0;
  return GOES_ON.exec(behind)?.[0].length ?? 0;
}
const ENDS_IN_FORMAT = new RegExp(`(?<![${LETTERS}\\d-])(?:${AS})${FORMATS}$`, 'u');
const GOES_ON = new RegExp(`^(?:(?:${SEAM})${LAST}${END})+`, 'u');

/** The format right behind a thing, with where it ends: ` as JPEG`, `, high resolution`. */
export function formatAt(behind: string): { format: string; length: number } | undefined {
  const match = new RegExp(`^ ?(?:${AS}|\\(|, (?=${FORMATS} ?(?:[,;.)\\n]|$)))(?<format>${FORMATS})\\)?`, 'u').exec(
    behind,
  );
  const format = match?.groups?.format?.trim();
  return match && format && format.length <= FORMAT_MAX ? { format, length: match[0].length } : undefined;
}
