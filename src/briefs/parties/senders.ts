import type { Span } from '../passages/text.ts';
import { isMine, type Turn } from '../passages/turns.ts';
import type { Mention } from './mentions.ts';
import { isSignedByOwn, type OwnNames } from './own.ts';

/** Who writes to the freelancer: whose names stand below a mail, in its head, or before what is said in a chat. */
export type Senders = {
  readonly people: ReadonlySet<Mention>;
  readonly companies: ReadonlySet<Mention>;
  /** Who is written to: the freelancer, and no client. */
  readonly greeted: readonly Span[];
  /** The writer finds work for others and says so. */
  readonly between: boolean;
  /** The writer says that they sign themselves. */
  readonly signing: boolean;
};

const GREETING =
  "(?:hi|hiya|hello|hey|dear|darling|g['’]day|kia ora|well|hallo|liebe[rs]?|guten (?:tag|morgen|abend)|sehr geehrte[rs]?|werte[rs]?|moin|servus|grüezi|grüß gott|bonjour|bonsoir|cher|chère|chers|salut|coucou|allô|allo|hola|qué onda|buenas|buen[oa]s (?:días|tardes|noches)|buen día|estimad[oa]s?|querid[oa]s?|che|oye|ciao|good (?:morning|afternoon|evening)|(?:thanks|thank you|danke|merci|gracias|cheers)(?! (?:for|to|für|de|d['’]|pour|por|que|an)(?![\\p{L}])))";
const GREETED = new RegExp(
  `(?:^|(?<=[.!?:] ))${GREETING}\\b(?![ ,!]*(?:hier|ich bin|this is|it['’]?s|i['’]?m|soy|c['’]est|je (?:suis|m)|me llamo)\\b)[^\\n,!:.]{0,40}(?:[,!:.–-]|\\n|$)|^(?:cc|bcc|kopie) ?: [^\\n]{0,120}|^(?:para|pour|für|for) \\p{Lu}\\p{Ll}+,`,
  'gimu',
);
const TO_HEAD = /^(?:para|to|an|à) ?: [^\n]{0,120}/gimu;
const HEAD =
  /^[ >]*(?:de|asunto|fecha|enviado(?: el)?|cc|from|subject|date|sent|von|betreff|datum|gesendet|objet|envoyé) ?:/im;

function greetedIn(text: string): Span[] {
  const spans = [...text.matchAll(GREETED)];
  // "To:" is the head of a mail beside its other heads; on a quote it says for whom.
  for (const match of text.matchAll(TO_HEAD)) {
    const near = text.slice(Math.max(0, match.index - 80), match.index + match[0].length + 80).replace(match[0], '');
    if (HEAD.test(near)) spans.push(match);
  }
  return spans.map((match) => ({ start: match.index, end: match.index + match[0].length, text: match[0] }));
}

const FROM = /^(?:>? ?)(?:from|von|de|remitente|expéditeur|absender) ?: /i;
const CLOSING =
  /(?:regards|cheers|thanks|thank you|thx|best|yours|sincerely|love|warmly|ngā mihi|gr(?:u|ü)(?:ß|ss)e?n?|grüe?ssli|eskerrik asko|yours in service|lg|vg|mfg|gruss|gruß|hochachtungsvoll|herzlich(?:st)?|ergebenst|pfiat di|servus|tschüss|ciao|truly|faithfully|greetings|wishes|respectfully|gratefully|blessings|considération|amicalement|amitiés|santé|bizz?|mercis|afecto|órdenes|atte|slds|besos|chau|danke|cordialement|cordiales|salutations|merci|bises|bonne (?:journée|soirée)|belle (?:journée|soirée)|au plaisir|à bientôt|bien à vous|saludos?|atentamente|gracias|abrazos?|cordialmente|un saludo|quedo atent[oa]|suerte)[,.! ]*$/iu;
const I_SIGN =
  /\b(?:i['’]?m (?:the one )?signing|i(?:['’]ll| will)? sign\b|ich unterschreibe|unterschreiben werde ich|unterschreib ich|je (?:vais )?sign(?:e|er|erai)\b|firmo yo|yo firmo|firmaré yo|lo firmo)/i;
const AGENT =
  /\b(?:wir vermitteln|unsere provision|meine provision|my (?:commission|\d{1,2} ?%)|our commission|agency fee|ma commission|notre commission|mi comisión|nuestra comisión)/i;
/** The writer names a price of their own: then it is the freelancer who writes. */
const I_CHARGE =
  /\b(?:my (?:fee|rate|price)|i (?:would )?charge|mein (?:honorar|preis|satz)|ich berechne|mes honoraires|mon tarif|je facture|mis honorarios|mi tarifa|le mando lo acordado|te paso (?:el|mi) presupuesto)\b/i;

export function sendersIn(
  text: string,
  mentions: readonly Mention[],
  turns: readonly Turn[],
  own: OwnNames = [],
): Senders {
  const byOwn = isSignedByOwn(text, own);
  // Whom the freelancer greets is the client.
  const addressed = greetedIn(text).filter((span) => !isMine(turns, span));
  const greeted = byOwn ? [] : addressed;
  const free = mentions.filter(({ start, end }) => !greeted.some((span) => span.start < end && start < span.end));
  const people = new Set<Mention>();
  const companies = new Set<Mention>();
  const mine = byOwn || I_CHARGE.test(text);
  const lineOf = ({ start }: Mention) => text.lastIndexOf('\n', start - 1) + 1;
  for (const mention of free) {
    const head = text.slice(lineOf(mention), mention.start);
    if (FROM.test(head) && /: ["'“]?$/.test(head)) (mention.shape === 'company' ? companies : people).add(mention);
  }
  if (byOwn)
    for (const mention of free)
      if (addressed.some((span) => span.start <= mention.start && mention.end <= span.end)) people.add(mention);
  if (!mine)
    for (const signed of signatureIn(text, free, greeted.length > 0 || people.size > 0))
      (signed.shape === 'company' ? companies : people).add(signed);
  return { people, companies, greeted, signing: I_SIGN.test(text), between: AGENT.test(text) };
}

/** The names below a mail: who signs it, and the firm on the lines beneath. */
function signatureIn(text: string, mentions: readonly Mention[], letter: boolean): Mention[] {
  const lines = linesOf(text);
  const on = (line: Span) => mentions.filter(({ start, end }) => start >= line.start && end <= line.end);
  const closing = lines.findLastIndex(({ text: words }) => words.length < 60 && CLOSING.test(words.trim()));
  const named = (line: Span) => {
    const [first] = on(line);
    if (!first || first.shape === 'company' || line.text.length > 90) return undefined;
    const [lead, rest] = [text.slice(line.start, first.start).trim(), text.slice(first.end, line.end)];
    const clear =
      /^(?:[-–—~*]+|i\. ?[AV]\.|p\. ?p\.|ppa\.|(?:Ihre?|Deine?|Eure?|Votre|Your?|Tu|Su|Ton) ?|\p{L}{3,24}(?:in|frau|mann))?$/u.test(
        withoutTitle(lead),
      ) && /^\s*(?:$|[,|·(–—█-]|\d|\+|<|☎)/u.test(rest);
    return clear ? first : undefined;
  };
  let at = closing < 0 ? -1 : lines.findIndex((line, index) => index > closing && index <= closing + 2 && named(line));
  if (at < 0 && letter)
    at = lines.findIndex(
      (line, index) =>
        index > 0 &&
        index >= lines.length - 4 &&
        named(line) &&
        /(?:\n\s*\n|[.!?)]\s*\n)$/.test(text.slice(0, line.start)) &&
        isAlone(text, line, named(line)),
    );
  const line = lines[at];
  const person = line && named(line);
  if (!line || !person) return trailing(text, mentions);
  const companies = [
    ...on(line).slice(1),
    ...lines.slice(Math.max(closing + 1, at - 1), at).flatMap(on),
    ...lines.slice(at + 1, at + 5).flatMap(on),
  ].filter(({ shape, formed, name }) => shape === 'company' && (formed || name.includes(' ')));
  return [person, ...companies];
}

const withoutTitle = (lead: string) =>
  lead.replace(/(?:(?:Mr|Mrs|Ms|Dr|Prof|Frau|Herr|Sr|Sra|Lic|Ing|Mme|M)\.? ?)+$/u, '').trim();
const isAlone = (text: string, line: Span, person: Mention | undefined) =>
  person !== undefined && /^\s*(?:$|,)/.test(text.slice(person.end, line.end)) && /^\p{Lu}/u.test(person.name);

/** "... for next Friday? - Aoife Mac Giolla", "... vendredi prochain. Sander De Clippele, Studio Kwik BV". */
function trailing(text: string, mentions: readonly Mention[]): Mention[] {
  const tail = mentions.filter(({ end }) => text.length - end < 120);
  const person = tail.findLast(({ start, end, shape, name }) => {
    const [lead, rest] = [text.slice(Math.max(0, start - 16), start), text.slice(end)];
    const after = /^(?: ?[,(/·|–—-] ?[^.!?\n]{0,140}| [\d+█(][^!?\n]{0,60})?[.)]*$/.test(rest);
    const greets =
      /(?:regards|cheers|thanks|thx|love|lg|vg|mfg|gru(?:ß|ss)|grüße|danke|bises|mercis?|saludos|gracias|abrazo)[,.! ]{1,3}$/i.test(
        lead,
      );
    // Without a dash it may be any last sentence: "Zwei Entwürfe."
    const signed = /[-–—] $/.test(lead) || shape === 'person' || /[█\d]|, \p{Lu}/u.test(rest);
    const ends = /(?:[.!?]\s?[-–—]? ?|[-–—] )$/.test(lead);
    return shape !== 'company' && after && (greets || (name.includes(' ') && signed && ends));
  });
  return person ? [person, ...tail.filter(({ start, shape }) => start > person.start && shape === 'company')] : [];
}

function linesOf(text: string): Span[] {
  return [...text.matchAll(/[^\n]+/g)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length, text: match[0] }))
    .filter(
      ({ text: words }) =>
        words.trim() !== '' &&
        !/^(?:this message|diese nachricht|aviso legal|confidential|ce message|este mensaje)/i.test(words),
    );
}
