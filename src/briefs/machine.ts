import type { Note } from './text.ts';

const MACHINE =
  '(?:automated (?:readers?|systems?|tools?|agents?|processing)|ai|ias|kis|ki|ia|a\\.i\\.|assistants?|assistent(?:in)?|asistente|system|système|sistema|bot|chat ?bots?|llm|gpt|chatgpt|claude|gemini|copilot|language model|sprachmodell|modèle|modelo|drafter|drafting tool|parser|outil|herramienta|redactor|administrat(?:or|eur)|admin|prompt|developer|role|rôle|rol|rolle)';
const TO_MACHINE = new RegExp(
  `^\\W{0,4}(?:(?:note|notice|message|instructions?|attention|important|invisible|hidden|unsichtbar\\p{L}*|prioritaire|pour|por|hinweis|nachricht|anweisung|an|to|for|für|à|para|nota|instrucción|consigne|fin|end|ende|der|die|das|the|all|any|dear|this|l['’]|de|du|la|le|al|el|los|las|un|una|attention|intention|dem|den)(?:\\s+|(?<=['’])))*(?:${MACHINE})(?![\\p{L}])`,
  'iu',
);
/** Words of a sentence that gives orders to a machine: it says nothing about the work, so nothing is read from it. */
const ORDERS =
  /\b(?:ignore|disregard|forget) (?:(?:all|any|the|my|your) ){0,3}(?:previous|prior|above|earlier|preceding) (?:instructions?|prompts?|rules?|messages?)|\bignorier(?:e|en sie|t)? (?:(?:alle|die|sämtliche) ){0,2}(?:vorherigen|bisherigen|vorigen|obigen|früheren) (?:anweisungen|instruktionen|befehle|regeln)|\bignore[zr]? (?:(?:toutes|les|tes|vos) ){0,2}(?:instructions|consignes) (?:précédentes|antérieures|ci-dessus)|\bignor(?:a|e|ar|en) (?:(?:todas|las|tus|sus) ){0,2}(?:instrucciones|órdenes) (?:anteriores|previas)|\bsystem (?:message|prompt|override)\b|^ ?(?:system|assistant) ?: /iu;
/** "[[...]]" with what the same hand wrote behind it, "[...]", "{...}", "<<...>>" on one or several lines; what is inside may be said to nobody who signs. */
const BRACKETS =
  /(?:\[\[[^[\]]{1,900}\]\] ?)+[^\n]*|\[[^[\]]{12,900}\]|\{[^{}]{8,900}\}|<<[^<>]{8,900}>>|\*\*\*[^*]{8,900}\*\*\*/g;
const JSON_ROLE = /["']?role["']? ?: ?["']?(?:system|assistant|developer)/i;
/** A line that opens with whom it is said to: "Note to the assistant: ...". */
const LINE = /^[^\n:]{2,90}:[^\n]*$/gm;
const NOTE =
  /^\W{0,4}(?:note|notice|message|instructions?|important|hinweis|nachricht|anweisung|nota|instrucción|consigne|system|sistema|système)/iu;
/** What a machine says in a pasted chat, up to the next speaker. */
const TURN = new RegExp(
  `^(?:the )?(?:${MACHINE}|[\\p{L}]{2,12} bot(?: app)?)(?: \\(?[\\d:. ]{3,8}(?: ?[ap]m)?\\)?)? ?: [^]*?(?=^\\p{L}[\\p{L}'’.-]{0,20}(?: \\p{L}[\\p{L}'’.-]{0,25}){0,2}: |(?![^]))`,
  'gimu',
);

/** A heading that opens a message to a machine, up to the one that ends it. */
const HEADED =
  /^#{1,6} ?(?:developer|system|assistant|admin) (?:message|prompt|note)[\s\S]{0,2000}?(?:^#{1,6} ?end[^\n]*|(?![\s\S]))/gim;
/** "[SYSTEM] New rule: ..." to the end of the line. */
const TAGGED = new RegExp(`^[^\\p{L}\\n[]{0,3}\\[{1,2}/?(?:${MACHINE})\\]{1,2}[^\\n]*`, 'gimu');
/** "... 50 % vorab. (Hinweis an die KI: ...)", "... 2 retours. Note pour l'assistant de rédaction : ..." inside a line. */
const INSIDE = new RegExp(
  `(?<=[.!?] \\(?)(?:note|hinweis|nota|consigne|instruction|instrucción|anweisung)s? (?:invisible )?(?:to|for|an|für|à|pour|para|al|a)(?: (?:the|les|alle|all|whoever drafts|die|den|das|le|la|el))? ?(?:l['’])?(?:${MACHINE})(?![\\p{L}])[^:\\n]{0,60}:[^\\n]*|^note invisible [^\\n]*`,
  'gimu',
);

/** A brief without what is said to a machine, or by one, and a note for each piece left out. */
export function withoutMachines(said: string): { said: string; notes: Note[] } {
  const notes: Note[] = [];
  const drop = (piece: string): string => {
    const sentence = `“${piece.trim().slice(0, 120)}” speaks to a machine. Nothing was read from it.`;
    notes.push({ code: 'brief.orders', sentence });
    return ' ';
  };
  const kept = said
    .replace(HEADED, drop)
    .replace(TAGGED, drop)
    .replace(INSIDE, drop)
    .replace(BRACKETS, (piece) => {
      if (!TO_MACHINE.test(piece.slice(1, 80)) && !JSON_ROLE.test(piece) && !ORDERS.test(piece)) return piece;
      return drop(piece);
    })
    .replace(LINE, (line) => {
      if (!TO_MACHINE.test(line.slice(0, line.indexOf(':')))) return line;
      // "Dear AI: ..." is a sentence; a note or a system's text is all that stands on the line.
      const said = NOTE.test(line) ? line : (/^[^.!?]*[.!?]?/.exec(line)?.[0] ?? line);
      return drop(said) + line.slice(said.length);
    })
    .replace(TURN, drop);
  if (!ORDERS.test(kept)) return { said: kept.trim(), notes };
  return {
    said: kept.replace(/[^.!?\n]+[.!?]*/g, (sentence) => (ORDERS.test(sentence) ? drop(sentence) : sentence)).trim(),
    notes,
  };
}
