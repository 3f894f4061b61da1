import { lettered, words } from '../passages/letters.ts';
import { tradeIn } from '../scope/trades.ts';

/** The client's own customers, and who did the work before: never the client, whatever is said of them. */
const NEVER = words(
  'customers|guests|patients|members|tenants|vendors|buyers|visitors|old|last|previous|former|ex|kunden|kundschaft|gäste|mieter|patienten|mitglieder|vorgänger(?:in)?|alten?|frühere[rn]?|clients|clientes|membres|locataires|convives|anciens?|anciennes?|précédente?|compradores|inquilin[oa]s|soci[oa]s|alumn[oa]s|antigu[oa]',
);
/** What somebody does who has a bargain of their own with a party of the brief. */
const TAKES = words(
  'takes?|took|charge[sd]?|keeps?|kept|bill(?:s|ed)|invoice[sd]|quote[sd]|allow(?:s|ed)|rent(?:s|ed)|holds?|demand(?:s|ed)|asked|asks? us|wanted|gives? us|lose|forfeit|owe|pay|cancel|(?:wants?|needs?|asks? for|will|braucht|möchte|veut|demande|quiere|pide|necesita) (?:\\d|[€£$]|half|numbers|final|all|paying|payment|an? (?:deposit|guarantee)|(?:\\p{L}+ ){1,2}(?:days|weeks|months)|die hälfte|eine? (?:anzahlung|kaution)|\\p{L}+ (?:tage|wochen|monate)|la moitié|un acompte|une (?:avance|caution)|(?:deux|trois|quatre|six|dix|quinze|trente) (?:jours|semaines|mois)|la mitad|(?:dos|tres|cuatro|seis|diez|quince|treinta) (?:días|semanas|meses))|verlang\\p{L}*|nimmt|nahm|berechne\\p{L}*|forder\\p{L}*|kassier\\p{L}*|vermiete[nt]|prend|prennent|prenait|factur\\p{L}*|exig\\p{L}*|réclam\\p{L}*|garde(?:nt)?|retien\\p{L}*|impos\\p{L}*|cobr\\p{L}*|penaliz\\p{L}*',
);
/** What a client does: the object of it is the work. */
const WANTS = words(
  "(?:wants?|needs?|would like|['’]d like|is looking for|orders?|commissions?|asks? for|gets?|books?|pays?|will|möchten?|braucht|benötigt|bekommt|bestellt|beauftragt|bucht|zahlt|demande(?:nt)?|veut|souhaite|commande|cherche|paie|paye|quiere|pide|necesita|busca|encarga|paga)(?: (?:for|us|me|uns|mir|nous|nos|me))?(?<object> [^.;\\n]{2,60})",
);
/** Whoever books the writer is no stranger: "die Band nimmt bei mir auf", "the florist hires me". */
const HIRES = words(
  "(?:nimmt|nehmen) (?:\\S+ ){0,4}bei mir (?:\\S+ ){0,4}auf|(?:dreht|drehen|bucht|buchen|bestellt|bestellen|lässt|lassen|probt|proben)(?: \\S+){0,4} (?:bei|von) mir|(?:bucht|buchen|beauftragt|beauftragen|engagiert|engagieren) mich|(?:is |are )?(?:record|film|shoot)(?:s|ing)?(?: \\S+){0,4} (?:with me|at my studio|in my studio)|(?:hires?|books?|commissions?|engages?|has (?:hired|booked|commissioned)|have (?:hired|booked|commissioned)) (?:me|us)|(?:enregistre|tourne)(?:nt)?(?: \\S+){0,4} (?:chez|avec) moi|m['’](?:engage|embauche)(?:nt)?|me (?:réserve|confie|commande|engage|contrata|encarga|reserva)n?t?|graban?(?: \\S+){0,4} (?:conmigo|en mi estudio)",
);
/** Work that a template needs a second word for: "un site". */
const WORK = words('sites?|webs?|página|seite|covers?|plaquette');
/** Whom work is for stands behind such a word: "Logo for my florist". */
const FOR = lettered(
  String.raw`(?<![\p{L}])(?<!as )(?:for|für|pour|para) (?:(?:our|my|his|her|their|the|an?|unser\p{L}*|mein\p{L}*|de[nrm]|das|die|notre|mon|ma|la|les?|nuestr[oa]|mi|el|una?) )?(?:\p{L}+ )?$`,
  'iu',
);
/** An address or a company's form: who has one may be the client. */
const NAMED =
  /@(?=[\p{L}\d])|(?<![\p{L}\d])(?:ltd|limited|inc|llc|llp|plc|pty|gmbh|ag|kg|og|ohg|ug|e\. ?v|sarl|sas|asbl|s\.?à\.?r\.?l|s\.? ?l|s\.? ?a)(?![\p{L}\d])/giu;
/** How near an address belongs to whom a sentence is about, and what they do is said. */
const NAME_REACH = 40;
const DEED_REACH = 70;
const SAME_MAX = 5;

/** Tells of each stretch that a brief says about somebody (from where they are named, to where the name ends) whether it is the client. */
export type IsClient = (start: number, end: number) => boolean;

/**
 * A florist, a landlord or a band may be the client: the work is for them, they want it, or theirs is the only address of the brief.
 * Who takes money or time is none, whatever else is said.
 */
export function clientIn(said: string): IsClient {
  const lower = said.toLowerCase();
  let named: number[] | undefined;
  return (start, end) => {
    const subject = said.slice(start, end);
    const deeds = said.slice(start, end + DEED_REACH).split(/[.!?](?=\s)|[;\n]/)[0] ?? '';
    if (NEVER.test(subject)) return false;
    if (HIRES.test(deeds)) return true;
    if (TAKES.test(deeds)) return false;
    if (isFor(lower, start, subject)) return true;
    const { object } = WANTS.exec(deeds)?.groups ?? {};
    if (object && (tradeIn(object) || WORK.test(object))) return true;
    named ??= [...said.matchAll(NAMED)].map(({ index }) => index);
    const near = named.filter((at) => at >= start && at < end + NAME_REACH);
    return near.length > 0 && near.length === named.length;
  };
}

/** "Photos for our hotel. Our hotel pays ...": here or where the same one is named elsewhere. */
function isFor(lower: string, start: number, subject: string): boolean {
  if (FOR.test(lower.slice(Math.max(0, start - 30), start))) return true;
  const noun = / ([\p{L}-]{3,})(?:['’]s)?$/u.exec(subject.toLowerCase())?.[1];
  if (!noun) return false;
  let at = lower.indexOf(noun);
  for (let count = 0; at >= 0 && count < SAME_MAX; count += 1, at = lower.indexOf(noun, at + 1))
    if (FOR.test(lower.slice(Math.max(0, at - 30), at))) return true;
  return false;
}
