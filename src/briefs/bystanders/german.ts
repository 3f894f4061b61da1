import { lettered } from '../passages/letters.ts';
import type { Span } from '../passages/text.ts';
import { clientIn, type IsClient } from './client.ts';

const words = (source: string) => lettered(`(?<![\\p{L}])(?:${source.replace(/\s*\n\s*/g, '|')})(?![\\p{L}])`, 'iu');

const OF = '(?:de[rnm]|die|das|beim|unser\\p{L}{0,2}|mein\\p{L}{0,2}|sein\\p{L}{0,2}|ihr\\p{L}{0,2}|eue?r\\p{L}{0,2})';
const KIND = '(?:\\p{L}{2,14}e[nrsm]? )?';
/** They serve the client, let to the client or came before the freelancer, and never sign for the work. */
const SERVING = String.raw`\p{L}{0,8}vermieter(?:in)?|haus(?:verwaltung|herr)|fitness-?(?:studio|center|club)|caterer(?:in)?|catering(?:firma)?|party-?service|florist(?:in)?|band|dj|druckerei|\p{L}{0,12}lieferant(?:in|en)?|hoster|provider|\p{L}{2,12}anbieter|\p{L}{2,14}vertrag|\p{L}{0,12}versicherung|bank|sparkasse|\p{L}{3,12}verleih|steuer(?:berater(?:in)?|büro)|treuhänder(?:in)?|\p{L}{0,6}arzt|fliesenleger|elektriker|handwerker|installateur|\p{L}{0,12}händler|vorgänger(?:in)?|wirt(?:in)?|\p{L}{0,6}bus|spedition|stadtwerke|\p{L}{2,12}tool|abo|it-\p{L}{3,12}|zauberer|kolleg(?:e|in)|konkurrenz|reisebüro|leasing\p{L}*`;
/** The client's clients. */
const SERVED = String.raw`\p{L}{0,14}(?:kunden|kundschaft|gäste|mieter|patienten|mitglieder|abnehmer|teilnehmer|besucher|einsteller|abonnenten|paare)`;
/** Houses that may be the client themselves, unless they ask for something. */
const HOUSE = String.raw`\p{L}{0,12}(?:hotel|schloss|burg|haus|saal|halle|scheune|location|gemeinde|verlag|studio|agentur|museum|theater|restaurant|gasthof|zentrum|stadt|club|hütte|kirche|verein)`;
const ASKS =
  'verlangt\\p{L}{0,2}|verlangen|berechnet|berechnen|kassiert\\p{L}{0,2}|fordert|fordern|vermiete[tn]|besteht auf|lässt uns|lassen uns';

/** At the beginning of a clause: it is about one of them. */
const THEIRS = lettered(
  String.raw`^[^\p{L}\d]*(?:(?:und|aber|auch|also|denn|weil|da|nur|während|dass|wenn|ja|so) )*(?:${OF} ${KIND}(?:${SERVING})(?![\p{L}])|${OF} (?:alte|frühere|vorige|letzte|andere)n? \p{L}{4,16} (?:hat|hatte|wollte|verlangt\p{L}*|nahm|kostete|bekam)(?![\p{L}])|(?:${OF} ${KIND})?(?:${SERVED}) (?!(?:am|im|ab|um|gegen|kommen|sind|da|erwarten)(?![\p{L}]))|${OF} ${KIND}${HOUSE}(?: \p{Lu}\p{L}+)? (?:${ASKS})(?![\p{L}])|die (?:verlangen|nehmen|berechnen)(?![\p{L}])|wer (?:im|in|bei|dort|hier) )`,
  'iu',
);
/** Anywhere in a clause. */
const ELSEWHERE = words(
  String.raw`dort (?:gilt|gelten|beträgt|steht|erstattung|anzahlung|verlang\p{L}*|absag\p{L}*|storn\p{L}*|kündig\p{L}*)|(?:\p{L}{0,9}frist|anzahlung|kaution|stornogebühr) dort
(?:hatten?|wollten?|nahm|bekam|verlangte|kriegte) (?:ihre?|deine?|unsere?|meine?|der|die) (?:alte |frühere |letzte )?(?:vorgänger|kolleg|agentur|fotograf|grafiker|texter|musiker|band)\p{L}*
bei (?:der|dem|deiner|deinem|ihrer|ihrem|meiner|meinem) (?:kolleg|vorgänger)\p{L}*
eigene[nr]? (?:lieferanten|leute|mitarbeiter|kunden|gäste|mieter|mitglieder)
(?:der|die|des) (?:\p{L}{0,8}miete|kaution|\p{L}*monatsmieten)
zahl\p{L}* [^.;\n]{3,40} nicht an (?:sie|dich|euch)`,
);
/** And here it is about the two who agree again. */
const OURS = lettered(
  String.raw`^[^\p{L}\d]*(?:(?:und|aber|denn|weil|da|also|nun|jetzt|so) )*(?:(?:\p{L}{2,12} )?(?:du|dir|dich|sie|ihnen|ihr|euch|ich|mir|mich|wir)(?![\p{L}])|(?:bei|für|mit|von|an) (?:dir|dich|ihnen|sie|euch|uns)(?![\p{L}])|(?:dein|ihr)e?[mnrs]? )`,
  'iu',
);
/** All that was said before is somebody else's, or the sentence in which it stands. */
const NOT_YOURS = words(
  String.raw`(?:betrifft|trifft) (?:sie|dich|euch)(?: \p{L}+)? nicht|gilt (?:\p{L}+ )?nicht für (?:sie|dich|euch)|gehen? (?:sie|dich|euch)(?: \p{L}+)? nichts an
(?:sie|du) ha(?:ben|st) damit nichts zu tun|damit ha(?:ben|st) (?:sie|du) nichts zu tun
trifft (?:nur )?(?:mich|uns),? (?:und )?nicht (?:dich|sie|euch)
ist nicht (?:deine?[rs]?|ihre?[rs]?)(?= ?[:.,;!]|$)`,
);

/** A sentence about the one who is written to. */
const TO_YOU = lettered(
  String.raw`(?<![\p{L}])(?:[Dd]u|[Dd]ir|[Dd]ich|[Dd]ein\p{L}{0,2}|Sie|Ihnen|Ihre?[mnrs]?)(?![\p{L}])`,
  'u',
);

/** Where a clause ends. */
const CLAUSE = lettered(String.raw`[,;:(–—] |(?<=\d|[\p{L}%€)]) (?=(?:und|aber|sondern|doch|während) )`, 'giu');
/** No full stop of a number or a short form ends a sentence. */
const SENTENCE =
  /(?:[^.!?\n]|[.!?](?!\s|$)|(?<=(?<!\d)\d{1,2}|(?<!\p{L})(?:ca|inkl|zzgl|z|B|Dr|Fr|Hr|Nr|St|Std|bzw|ggf|evtl|max|mind))\.(?= ))+[.!?]*/gu;

/**
 * The stretches of a brief whose figures are other people's: what the landlord, the caterer or the customers pay, take and demand.
 * A clause is theirs by what it is about, and so are those behind it up to the first about the two who agree.
 */
export function germanBystandersIn(said: string): Span[] {
  const found: Span[] = [];
  const isClient = clientIn(said);
  for (const line of said.matchAll(/[^\n]+/g)) {
    const sentences = [...line[0].matchAll(SENTENCE)].map(({ 0: text, index }) => ({
      text,
      start: line.index + index,
    }));
    for (const [at, { text, start }] of sentences.entries()) {
      found.push(...theirsIn(text, start, isClient));
      const disowned = NOT_YOURS.exec(text);
      if (!disowned) continue;
      // What stands in the same sentence is meant, or else the sentences before it.
      const own = text.slice(0, disowned.index).search(/\d/) >= 0;
      const before = sentences.slice(0, at).map(({ text: words }) => words);
      const since = /alles|damit/i.test(text) ? before.findLastIndex((words) => TO_YOU.test(words)) + 1 : at - 1;
      const from = own ? start : (sentences[Math.max(0, since)]?.start ?? start);
      found.push(spanIn(said, from, start + disowned.index));
    }
  }
  return found;
}

function theirsIn(sentence: string, from: number, isClient: IsClient): Span[] {
  const stops = [...sentence.matchAll(CLAUSE)].map(({ 0: mark, index }) => index + mark.length);
  const starts = [0, ...stops];
  let theirs = false;
  return starts.flatMap((start, at) => {
    const end = starts[at + 1] ?? sentence.length;
    const clause = sentence.slice(start, end);
    const subject = THEIRS.exec(clause)?.[0];
    const others = subject !== undefined && !isClient(from + start, from + start + subject.length);
    theirs = others || ELSEWHERE.test(clause) || (theirs && !OURS.test(clause));
    return theirs ? [{ start: from + start, end: from + end, text: clause }] : [];
  });
}

const spanIn = (said: string, start: number, end: number): Span => ({ start, end, text: said.slice(start, end) });
