import { lettered } from '../passages/letters.ts';

/** What somebody is given time for, behind a length: "30 days to pay", "8 Tage Zeit, um zu überweisen", "15 jours pour régler". */
const GIVEN = lettered(
  String.raw`^,?(?: (?:zeit|time|de temps|de tiempo|de plazo))?,? (?:to(?! (?:the|my|our|his|her|their|your|an?) )|in which to|um|zum|zur|pour|para) (?<what>[^.;!?\n]{2,44})`,
  'iu',
);
const PAYS = lettered(
  String.raw`(?<![\p{L}])(?:pay\p{L}*|settl\p{L}*|clear|remit\p{L}*|transf\p{L}*|wire|(?:be|aus|ein)?(?:zu)?zahl\p{L}*|(?:zu)?überw[ei]+s\p{L}*|(?:zu )?begleich\p{L}*|ausgleich\p{L}*|r[èé]gl\p{L}*|acquitt\p{L}*|paie\p{L}*|verser|virer|virement|pag\p{L}*|abonar\p{L}*|liquidar\p{L}*|ingresar\p{L}*|solder|solde|saldar)(?![\p{L}])`,
  'iu',
);
const AHEAD = lettered(
  String.raw`(?<![\p{L}])(?:deposit|anzahlung|acompte|arrhes|anticipo|señal|advance|vorschuss)(?![\p{L}])`,
  'iu',
);

/** Whether the words behind a length say that it is the time to pay, or to do something else; undefined where they say neither. */
export function givenFor(after: string): 'paying' | 'else' | undefined {
  const what = GIVEN.exec(after)?.groups?.what;
  if (what === undefined) return undefined;
  return PAYS.test(what) && !AHEAD.test(what) ? 'paying' : 'else';
}

/** Where another length may be named: "though another paragraph says 30 days". */
export const OTHER_PAPER =
  '(?:another|other|different|autre|otr[oa]|andere[nrsm]?) (?:paragraph|clause|page|mail|e-?mail|message|document|contract|form|part|place|absatz|klausel|seite|nachricht|dokument|vertrag|stelle|paragraphe|page|endroit|contrat|formulaire|párrafo|cláusula|página|correo|mensaje|documento|contrato|sitio|lugar|formulario)(?![\\p{L}])';

const LESS = lettered(
  String.raw`(?<![\p{L}])(?:discount|skonto|escompte|descuento|remise|rabatt|abzug|(?<=\d ?% )off)(?![\p{L}])`,
  'iu',
);
const CLAUSE = 60;
/** Where what is said of one length ends and what is said of the next begins. */
const TURN = lettered(
  String.raw`[,;:]|(?<![\p{L}])(?:or|otherwise|else|oder|sonst|ansonsten|andernfalls|ou|sinon|autrement|o|si no|de lo contrario)(?![\p{L}])`,
  'giu',
);

type Length = { readonly start: number; readonly end: number };
/** "2 % off within 7 days, otherwise 30": who pays so early pays less, and may take longer. */
export function earnsDiscount(
  text: string,
  one: Length,
  { last, next }: { last?: Length | undefined; next?: Length | undefined },
): boolean {
  const before = text.slice(Math.max(last?.end ?? 0, one.start - CLAUSE), one.start);
  const after = text.slice(one.end, Math.min(next?.start ?? text.length, one.end + CLAUSE));
  const ahead = last ? before.slice(lastTurn(before)) : before;
  const behind = next ? after.slice(0, lastTurn(after) || undefined) : after;
  return LESS.test(`${/[^.!?\n]*$/.exec(ahead)?.[0] ?? ''} █ ${behind.split(/[.!?](?=\s|$)|\n/)[0] ?? ''}`);
}

const lastTurn = (words: string) => [...words.matchAll(TURN)].at(-1)?.index ?? 0;

/** Counted from a day it is the work that comes: "en dos semanas contadas desde hoy", "Freitag in zwei Wochen" ("2 weeks from Friday"). */
export const FROM_A_DAY =
  /^,? ?(?:contad[oa]s )?(?:(?:from|desde|ab|à partir de|a partir de) (?:(?:this|next|the) )?(?:today|now|(?:mon|tues|wednes|thurs|fri|satur|sun)day)|starting (?:today|now)|ab (?:heute|jetzt)|von heute an|jour pour jour|(?:desde|a partir de|a contar de) hoy)(?![\p{L}])/iu;
/** "Due: 45 days from the date of the invoice": a line of a form, whose label is the word for a deadline. */
export const BILL_DUE = lettered(
  String.raw`^\s*(?:deadline|due(?: date)?|échéance|vencimiento)(?: \(\p{L}+\))? ?: ?█ (?:net |(?:from|after|of|ab|nach|date|desde|after|à compter|fin)[^.;\n]{0,24})?(?:invoic|bill|factur|rechnung)`,
  'iu',
);
