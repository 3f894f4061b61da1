import { FROM, HEADER } from './forwarded.ts';
import { lettered, words } from './letters.ts';
import { isMine, turnsIn } from './turns.ts';

/** Words of a sentence that gives orders to a machine: it says nothing about the work, so nothing is read from it. */
export const ORDERS =
  /\b(?:ignore|disregard|forget) (?:(?:all|any|the|my|your) ){0,3}(?:previous|prior|above|earlier|preceding) (?:instructions?|prompts?|rules?|messages?)|\bignorier(?:e|en sie|t)? (?:(?:alle|die|sämtliche) ){0,2}(?:vorherigen|bisherigen|vorigen|obigen|früheren) (?:anweisungen|instruktionen|befehle|regeln)|\bignore[zr]? (?:(?:toutes|les|tes|vos) ){0,2}(?:instructions|consignes) (?:précédentes|antérieures|ci-dessus)|\bignor(?:a|e|ar|en) (?:(?:todas|las|tus|sus) ){0,2}(?:instrucciones|órdenes) (?:anteriores|previas)|\bsystem (?:message|prompt|override)\b|\b(?:ignore[zr]?|disregard|forget|ignorier(?:e|en sie|t)?|vergiss|vergesst|vergessen sie|oublie[zr]?|ignor[ae]|olvid(?:a|e|ad|en)) (?:(?:all|any|the|your|alle|die|deine|sämtliche|toutes?|les|tes|vos|todas?|las|tus|sus) ){1,3}(?:rules?|instructions?|prompts?|regeln|anweisungen|règles|consignes|reglas|instrucciones|órdenes)(?= (?:and|und|et|y) | ?[,:;.!])/iu;
/** An order to pass over all that stands before it, in words that no correction of one figure has. */
const PASS_OVER = new RegExp(
  [
    String.raw`(?<![\p{L}])(?:ignore|disregard|forget|discard|override)(?: about)? (?:(?:all|everything|anything|whatever|what|what[’']s)(?: of)?(?: (?:stands|comes|came|that|this|which|you|we|i|have|had|is|was|were|has been|have been|read|written|said|stated|told|it|the|text|terms))* (?:above|before|previous(?:ly)?|prior|so far|preceding|earlier|up to here|until now)|(?:all |any |every )?(?:of )?(?:the |my |your |these )?(?:previous|prior|above|earlier|preceding|foregoing) (?:terms|details|figures|information|data|conditions|values|statements|numbers|amounts|context|(?<=(?:all|any|every) (?:of )?(?:the |my |your |these )?\p{L}+ )(?:text|content))|(?:the )?(?:above|foregoing|preceding)(?= ?(?:[.:;!,]|and|$)))|(?<![\p{L}])(?:in (?:place|lieu) of (?:all )?(?:the )?(?:above|foregoing)|superseded by (?:the following|this|what follows))(?= ?[:,.])`,
    String.raw`(?<![\p{L}])(?:anstelle des (?:obigen|vorstehenden)|vergiss das alles|laisse[rz]? tomber (?:tout )?(?:ça|cela|ce qui précède)|(?:olvida|deja) todo (?:eso|esto)|en lugar de lo anterior)(?= ?[:,.])`,
    String.raw`(?<![\p{L}])(?:ignorier|missacht|vergiss|vergesst|vergessen sie|verwirf|überschreib)(?:e|en sie|t)? ?(?:bitte )?(?:(?:alle|die|sämtliche|deine|ihre|diese|der|alles|aller) ){0,2}(?:(?:vorherigen|bisherigen|vorigen|obigen|früheren|vorstehenden|vorangehenden|vorangegangenen) (?:angaben|daten|werte|bedingungen|informationen|texte?|vorgaben|zahlen|konditionen|inhalte)|(?:das |alles )?(?:oben(?:stehende)?|obige|bisherige|vorherige|vorige|vorstehende|davor|zuvor|bisher)(?![\p{L}])|(?:alles,? ?)?was (?:(?:bisher|zuvor|weiter) )?(?:oben|davor|vorher|bisher|zuvor) (?:steht|stand|gesagt|geschrieben))`,
    String.raw`(?<![\p{L}])(?:ignore[zr]?|oublie[zr]?|néglige[zr]?|ne (?:tiens|tenez) (?:pas|aucun) compte (?:de|du))(?: tout)? (?:(?:ce )?(?:qui précède|qui est (?:écrit |dit )?(?:au-dessus|plus haut|ci-dessus|avant))|(?:(?:de )?toutes? (?:les |ces )?)?(?:les )?(?:informations?|données|conditions|indications|chiffres|montants|éléments|valeurs) (?:précédente?s|précédents|antérieure?s|antérieurs|ci-dessus))`,
    String.raw`(?<![\p{L}])(?:ignor[aá]|ignore|ignoren|ignorar|ignorad|olvid[aá]|olvidate de|olvide|olviden|olvidad|descart[aá]|descarte|(?:haz|haga|hagan) caso omiso de) (?:todo |todos |todas )?(?:lo (?:anterior|previo|de arriba|que precede|dicho (?:antes|arriba))|(?:(?:los|las) )?(?:datos|condiciones|indicaciones|cifras|valores|informaciones|importes) (?:anteriores|previ[oa]s|de arriba))`,
  ].join('|'),
  'iu',
);
/** "New instructions: ...", "Override: ...": what stands behind takes the place of what stands before. */
const ANEW = lettered(
  String.raw`(?:^|(?<=[.!?;)] ))[^\p{L}\d\n]{0,4}(?:(?:please )?(?:note )?(?:new|updated|revised|changed|final|latest|corrected|additional) (?:instructions?|orders?|rules?|directives?|guidelines?|prompt)|overrid(?:e|ing)(?: (?:all|everything|instructions?|the above))?|(?:neue|geänderte|aktualisierte|letzte|weitere) (?:anweisung|instruktion|vorgabe|regel|weisung|direktive)(?:en|n)?|überschreibung|nouvelles? (?:consigne|instruction|règle|directive|indication)s?|(?:consigne|instruction)s? (?:mises? à jour|modifiées?)|nuevas? (?:instrucci[oó]n|orden|regla|directriz|indicaci[oó]n|consigna)(?:e?s)?|instrucciones (?:actualizadas|nuevas)|anulaci[oó]n) ?(?:[:=]|—|–|-(?= ))`,
  'iu',
);
/** "When you draft this, use ...": said to whoever writes the contract, which is a program as well as a person. */
const DRAFTING = lettered(
  String.raw`(?:^|(?<=[.!?;:)] ))[^\p{L}\d\n]{0,4}(?:and |und |et |y )?(?:(?:when(?:ever)?|while|once|before|if|as) (?:you(?:['’]re)? )?(?:draft|writ|prepar|generat|creat|process|read|pars|fill|summari[sz]|extract)(?:e|ing|t)?(?: (?:this|it|that|out|in|up|from|the|contract|agreement|draft|brief|message|terms|form)){1,4}|in (?:the|your) (?:draft|output|extraction)|(?:wenn|sobald|bevor) (?:du|sie|ihr) (?:das(?: hier)?|dies(?:en?)?|den|diesen|die)(?: (?:vertrag|entwurf|text|nachricht|brief))? (?:erstell|entwirf|entwerf|schreib|aufsetz|verarbeit|lies|les|verfass)\p{L}*|beim (?:erstellen|verfassen|schreiben|entwerfen|aufsetzen|verarbeiten|lesen)(?: (?:des|dieses|der|dieser) \p{L}+)?|(?:quand|lorsque|dès que|avant que) (?:tu|vous) (?:(?:le|la|les|l['’]) ?)?(?:rédig|écri|génér|trait|prépar|li[st])\p{L}*(?: (?:ceci|cela|ça|le|ce|contrat|document|message))*|en (?:rédigeant|générant|traitant|lisant|préparant)(?: (?:ceci|cela|ça|le|ce|contrat|document|message))+|(?:cuando|antes de que) (?:(?:lo|la) )?(?:redact|escrib|gener|proces|prepar|le[ea])\p{L}*(?: (?:esto|eso|el|este|contrato|documento|mensaje|texto))*|al (?:redactar|escribir|generar|procesar|preparar|leer)(?:lo|la)?(?: (?:esto|eso|el|este|contrato|documento|mensaje|texto))*) ?[,:]`,
  'iu',
);
/** An order to pass over all but itself, wherever it stands. */
const ALL_ELSE = words(
  '(?:ignore|disregard|forget|discard|skip) (?:all|everything|anything|whatever)(?: (?:that )?is)? else',
  '(?:ignorier|missacht|vergiss|vergesst|vergessen sie|verwirf)(?:e|en sie|t)? ?(?:bitte )?(?:alles (?:andere|übrige|sonst)|den (?:ganzen )?rest)',
  "(?:ignore[rz]?|oublie[rz]?|néglige[rz]?) tout (?:le reste|l[’']reste|autre chose)",
  '(?:ignor[aáe]n?|ignorad|olvid[aáe]n?|descart[aáe]n?) (?:todo )?lo (?:demás|otro)|(?:ignor[aáe]n?|olvid[aáe]n?) (?:todo )?el resto',
);
/** "Ignore Everything Above GmbH" is somebody's name. */
const FIRM = /^ ?(?:GmbH|UG|AG|KG|OHG|Ltd|Limited|Inc|LLC|plc|SARL|SAS|S\.?L|S\.?A)(?![\p{L}])/u;
const NAMED =
  /(?:called|named|titled|name is|title is|heißt|namens|appelle|intitulée?|llama|titulad[oa])[\s:“"«„‘']*$/i;
/** What says that the words before it were meant for a program, however they begin. */
const PROGRAM = lettered(
  String.raw`(?<![\p{L}])(?:system|système|sistema|assistants?|assistent(?:en)?|asistentes?|ais?|ki|ia|llms?|models?|modell|modèle|modelo|prompts?|bots?|chatgpt|software|program(?:m|me|a)?|logiciel|parser|admin|developer|développeur|entwickler|desarrollador|intelligence artificielle|künstliche intelligenz|inteligencia artificial|robots?|roboter|machine|automat\p{L}*|output|json)(?![\p{L}])`,
  'iu',
);

const HEAD = /^ ?(?:system|assistant) ?: /i;

/** Where a sentence tells its reader to pass over all that stands before; -1 where it does not. */
export function passOverAt(said: string): number {
  const match = PASS_OVER.exec(said);
  return match && !FIRM.test(said.slice(match.index + match[0].length)) ? match.index : -1;
}

/** A sentence of a line: no full stop inside "jo@acme.test" or "1.200" ends one. */
const SENTENCE = /(?:[^.!?\n]|[.!?](?![\s.!?]|$))+[.!?]*|[.!?]+/gm;
type Order = { readonly at: number; readonly kind: 'machine' | 'again' | 'drafting' };

function orderIn(sentence: string, before: string): Order | undefined {
  const machine = before.trim() === '' && HEAD.test(sentence) ? 0 : sentence.search(ORDERS);
  // Where nothing was said yet there is nothing to pass over: somebody begins anew.
  const again = /\d/.test(before) ? [passOverAt(sentence), sentence.search(ANEW)] : [];
  const found = [
    { at: machine, kind: 'machine' as const },
    ...again.map((at) => ({ at, kind: 'again' as const })),
    { at: sentence.search(DRAFTING), kind: 'drafting' as const },
    { at: sentence.search(ALL_ELSE), kind: 'drafting' as const },
  ].filter(({ at }) => at >= 0 && !NAMED.test(sentence.slice(0, at)));
  return found.sort((a, b) => a.at - b.at)[0];
}

/** A mail with its head, or what another speaker of a thread says: whoever wrote it is not who drafts. */
function isSaidByOthers(text: string, at: number): boolean {
  const lines = text.slice(0, at).split('\n');
  const headed = lines.some(
    (line, index) => FROM.test(line) && lines.slice(index + 1, index + 4).some((next) => HEADER.test(next)),
  );
  const turns = turnsIn(text);
  return headed || (turns.some(({ start, end }) => at >= start && at < end) && !isMine(turns, { start: at }));
}

type Left = { readonly drop: (piece: string) => string; readonly revise: (piece: string) => string };

/**
 * An order that opens a sentence goes on to the end of its paragraph, and where it names nothing there, through the next one; "a band
 * called Ignore All Previous Rules" gives none. What only a program would be told is dropped. The rest may be a correction.
 */
export function withoutOrders(text: string, { drop, revise }: Left): string {
  let out = '';
  for (let at = 0; at < text.length; ) {
    const found = nextOrder(text, at);
    if (!found) return out + text.slice(at);
    const { start, end, kind } = found;
    const piece = text.slice(start, end);
    const left = kind === 'machine' || PROGRAM.test(piece) || isSaidByOthers(text, start) ? drop(piece) : revise(piece);
    out += text.slice(at, start) + left;
    at = end;
  }
  return out;
}

function nextOrder(text: string, at: number): { start: number; end: number; kind: Order['kind'] } | undefined {
  for (const { 0: sentence, index } of text.slice(at).matchAll(SENTENCE)) {
    const start = at + index;
    const order = orderIn(sentence, text.slice(0, start));
    if (!order) continue;
    const ahead = sentence.slice(0, order.at);
    // Who speaks in a thread stands before it.
    const from = /^[^:]{1,40}: ?$/.test(ahead) ? start + order.at : start;
    const goesOn = order.kind === 'again' || (order.kind === 'machine' && !/\p{L}/u.test(ahead));
    const end = goesOn ? paragraphEnd(text, start, order.kind === 'again') : start + sentence.length;
    return { start: from, end, kind: order.kind };
  }
  return undefined;
}

/** The end of the line; where the order is all that stands on it, that of the paragraph below. */
function paragraphEnd(text: string, start: number, further: boolean): number {
  const line = /[^\n]*/.exec(text.slice(start))?.[0] ?? '';
  const said = line
    .slice(Math.max(0, passOverAt(line)))
    .replace(PASS_OVER, '')
    .replace(ANEW, '');
  if (!further || /\p{L}{3}|\d/u.test(said)) return start + line.length;
  const below = /^(?:\s*\n)+(?:[^\n]*\S[^\n]*(?:\n|$))*/.exec(text.slice(start + line.length))?.[0] ?? '';
  return start + line.length + below.trimEnd().length;
}
