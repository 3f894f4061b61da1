import { type Deliverable, deliverableOf } from '../../contracts/deliverable.ts';
import { LETTERS, lettered } from '../passages/letters.ts';
import { AS, FORMAT_MAX, FORMATS } from './formats.ts';

const ALL = '(?:[Aa]ll|[Ee]very|[Aa]lle[rns]?|[Ss]ämtliche[rn]?|[Tt]ou(?:te)?s|[Tt]od[oa]s)';
const ARTICLE =
  "(?: (?:the|of the|my|our|die|der|den|les|l['’]|los|las))?(?: (?:final|finished|finalen|fertigen|endgültigen))?";
const DONE =
  '(?: (?:will be|to be|must be|are|is|come|werden|sind|kommen|seront|sont|doivent être|serán|son|se entregan|vienen))?(?: (?:delivered|supplied|sent|provided|exported|handed over|geliefert|übergeben|livrée?s|fournie?s|remis(?:es)?|entregad[oa]s))?';
const FORMAT = `(?:${AS}|im |au |: ?)(?<format>${FORMATS})`;
/** What is said of all there is to hand over, or of all things of one noun: "All files as JPEG", "alle Fotos im JPEG-Format". */
const SAID = new RegExp(
  `(?<![${LETTERS}\\d])(?:${ALL}${ARTICLE} (?<noun>[${LETTERS}]{3,20})|(?<all>[Ee]verything|[Aa]lles|[Tt]out|[Tt]odo)|(?<=(?:^|[.;\\n] ?))(?<label>[Ff]iles?|[Ff]ile formats?|[Ff]ormats?|[Dd]elivery|[Dd]ateien|[Dd]ateiformate?|[Ff]ormate?|[Ll]ieferung|[Ff]ichiers?|[Ll]ivraison|[Aa]rchivos?|[Ff]ormatos?|[Ee]ntrega))${DONE} ?${FORMAT}`,
  'gu',
);
const FILES =
  /^(?:files?|deliverables?|assets?|exports?|things?|dateien|daten|ergebnisse|fichiers?|livrables?|archivos?|ficheros?|entregables?)$/i;
const NOT = lettered(
  "(?<![\\p{L}])(?:not|no|never|don['’]t|nicht|kein\\p{L}*|pas|jamais|nunca|if|when|wenn|falls|si|cuando)(?: \\p{L}+){0,2} ?$",
  'iu',
);
const MOVING = lettered(
  String.raw`(?<![\p{L}])\p{L}*(?:videos?|vídeos?|vidéos?|films?|filme?n?|películas?|reels?|clips?|trailers?|teasers?|spots?|animation(?:en|s)?|animaci(?:ón|ones))(?![\p{L}])`,
  'iu',
);
const SOUND = lettered(
  String.raw`(?<![\p{L}])(?:podcasts?|audios?|jingles?|songs?|tracks?|voice-?overs?|episod\p{L}*)(?![\p{L}])`,
  'iu',
);
const STILLS = /^(?:jpe?gs?|pngs?|tiff?s?|webp|svgs?|eps|psds?|raw|dng|heic)\b/i;
const MOVES = /^(?:mp4s?|mov|\.mov|avi|mkv|prores|webm)\b/i;

/** What the other side sends is no delivery; what it gets is. */
const SENT_TO_US = lettered(
  String.raw`(?<![\p{L}])(?:you|they|clients?|customers?|kunde|kundin|ihr|sie|vous|usted(?:es)?|cliente)(?![\p{L}])(?! (?:will )?(?:gets?|receives?|bekomm\p{L}*|erh[aä]lt\p{L}*|recev\p{L}*|reçoi\p{L}*|recib\p{L}*))[^.;\n]*$`,
  'iu',
);

type Common = { readonly noun: string | undefined; readonly format: string };

const commonIn = (said: string): Common[] =>
  [...said.matchAll(SAID)].flatMap(({ index, groups }): Common[] => {
    const format = groups?.format?.trim().replace(/[- ][Ff]ormate?s?$/, '') ?? '';
    const before = /[^.;\n]*$/.exec(said.slice(Math.max(0, index - 80), index))?.[0] ?? '';
    if (!format || format.length > FORMAT_MAX || NOT.test(before) || SENT_TO_US.test(before)) return [];
    const noun = groups?.noun && !FILES.test(groups.noun) ? groups.noun.toLowerCase() : undefined;
    return [{ noun, format }];
  });

/** A thing can come in it: no film is a JPEG, and no photograph an MP4. */
function suits({ text }: Deliverable, format: string): boolean {
  const moving = MOVING.test(text);
  if (STILLS.test(format)) return !moving && !SOUND.test(text);
  return !MOVES.test(format) || moving;
}

const stem = (noun: string) => noun.replace(/(?:es|en|er|s|n)$/u, '');

/** The things with the format that is said of all of them, or of all of their noun, where they have none of their own. */
export function withCommonFormats(items: readonly Deliverable[], said: string): Deliverable[] {
  const all = commonIn(said);
  const whole = all.filter(({ noun }) => noun === undefined);
  return items.map((item) => {
    if (item.format) return item;
    const named = all.filter(({ noun }) => noun && item.text.toLowerCase().includes(stem(noun)));
    const those = named.length > 0 ? named : whole;
    const [one] = those;
    const alike = one && those.every(({ format }) => format === one.format);
    return alike && suits(item, one.format)
      ? deliverableOf(item.text, { format: one.format, accepted: item.accepted })
      : item;
  });
}
