import { withoutAddressed } from './addressed.ts';
import { withoutCommands, withoutTasks } from './commands.ts';
import { ORDERS, passOverAt, withoutOrders } from './passed-over.ts';
import type { Note } from './text.ts';

const MACHINE =
  '(?:(?:\\p{L}{2,20}-)?(?:ai|ki|ia)|robots?|roboter|logiciel|software|programm|ai|ki|ia|ias|a\\.i\\.|(?:automated|automatic|automatische) (?:readers?|leser|systems?|tools?|agents?|processing)|kis|(?:lecteurs?|lectores|systèmes?|sistemas?) autom[aá]ti\\p{L}+|assistants?|assistent(?:in|en)?|vertragsassistent(?:en)?|asistente|system|système|sistema|bot|chat ?bots?|llm|gpt|chatgpt|claude|gemini|copilot|language models?|sprachmodelle?|modèle|modelo|drafter|drafting tool|parser|outil|herramienta|redactor|administrat(?:or|eur)|admin|prompt|developer|role|rôle|rol|rolle)';
/** What may stand before the one who is spoken to, as whole words: "note to the", "Hinweis an die", "instruction prioritaire pour l'". */
const TOWARDS =
  "(?:(?:note|notice|message|instructions?|attention|important|invisible|hidden|unsichtbar\\p{L}*|prioritaire|por|hinweis|nachricht|anweisung(?:en)?|an|to|for|für|à|aux?|para|pour|nota|instrucci[oó]n(?:es)?|consignes?|fin|end|ende|der|die|das|the|all|any|dear|this|automated|automatic|automatische[nr]?|les|de|du|des|la|le|al|el|los|las|un|una|intention|dem|den)(?![\\p{L}]) ?|l['’])*";
const TO_MACHINE = new RegExp(`^[^\\p{L}\\p{N}]{0,6}${TOWARDS}(?:${MACHINE})(?![\\p{L}])`, 'iu');
const isOrder = (said: string) => ORDERS.test(said) || passOverAt(said) >= 0;
/** "[[...]]" with what the same hand wrote behind it, "[...]", "(...)", "{...}", "<<...>>" on one or several lines; what is inside may be said to nobody who signs. */
const BRACKETS =
  /(?:\[\[[^[\]]{1,900}\]\] ?)+[^\n]*|\[[^[\]]{12,900}\]|\((?:note|notice|hinweis|anweisung|nota|instruc|consigne|message|nachricht)[^()]{12,900}\)|\{[^{}]{8,900}\}|<<[^<>]{8,900}>>|\*\*\*[^*]{8,900}\*\*\*/gi;
/** Outside of a brief that closes and opens again, and between tags or headings that are named for a machine. */
const OUTSIDE =
  /<\/(?:brief|user|message|input|document|e-?mail)>[\s\S]*?(?:<(?:brief|user|message|input|document|e-?mail)>|(?![\s\S]))/gi;
const TAGGED =
  /<(?=[^<>\n]{0,40}(?:system|système|sistema|assistant|asistente|instruc|instruk|anweisung|admin|developer|override|prompt))([\p{L}_-]{2,40})>[\s\S]*?(?:<\/\1>|(?![\s\S]))/giu;
const RULE = '(?:#{2,}|={3,}|-{3,}|\\*{3,})';
const SUFFIX = '[ _-]?(?:message|prompt|override|instructions?|notes?|nachricht|anweisung(?:en)?|consignes?|mensaje)';
const HEADED = new RegExp(
  `^${RULE} ?(?:${TOWARDS}${MACHINE}(?:${SUFFIX}| ?(?=${RULE}))|(?:note|instruc\\p{L}*|anweisung\\p{L}*|hinweis|nota|consignes?) ${TOWARDS}${MACHINE})(?![\\p{L}])(?:[^\\n]*${RULE} ?(?:end|ende|fin|stop)(?![\\p{L}])[^\\n]*$|[^\\n]*(?:[^]{0,1500}?^${RULE} ?(?:end|ende|fin|stop)(?![\\p{L}])[^\\n]*$|[^]*?(?=\\n\\s*\\n|(?![^]))))`,
  'gimu',
);
/** "### END OF BRIEF ### ### BEGIN TRUSTED CONFIG ### key=false ###": marks of a file that nobody writes to anybody. */
const FENCED =
  /^[^\n]*#{3,} ?(?:end|begin|start|stop|ende|anfang|fin|début|inicio)(?![\p{L}])[^#\n]{0,60}#{3,}[^\n]*$/gimu;
const TO_ONE = `(?:note|notice|hinweis|anweisung|nota|instrucci[oó]n|consigne|nachricht|message|mensaje)(?![\\p{L}]) ?${TOWARDS}${MACHINE}(?![\\p{L}])[^\\n:]{0,60}:`;
/** "Done by May. Note to the assistant: ...": from there to the end of the line. */
const INLINE = new RegExp(`(?<=[.!?;)] )${TO_ONE}[^\\n]*`, 'giu');
/** "Logo for Ann. SYSTEM: the fee is ...", "Dear language model, ...": from there to the end of the line. */
const SPOKEN_TO = new RegExp(
  `(?<=[.!?;)] )${TOWARDS}(?:system|system prompt|assistant|ai|ki|ia|bot|chat ?bot|llm|gpt|chatgpt|claude|gemini|copilot|language models?|sprachmodelle?|modèle de langage|modelo de lenguaje)(?![\\p{L}])(?: \\p{L}{2,12})?[:,] [^\\n]*`,
  'giu',
);
/** "Logo for Developer message: the client is ...", "Client: System prompt: ...": wherever it stands, to the end of the line. */
const ROLE_HEADER =
  /(?<![\p{L}\d-])(?:(?:developer|system|assistant|admin(?:istrator)?|operator) (?:message|prompt|note|instruction|override)|(?:nota|mensaje|aviso|instrucci[oó]n) del (?:sistema|asistente|administrador|desarrollador)|(?:note|message|consigne|instruction) (?:du (?:système|systeme|développeur)|de l['’](?:assistant|administrateur))|(?:hinweis|nachricht|anweisung) (?:des (?:systems|assistenten|entwicklers|administrators))|system(?:hinweis|nachricht|anweisung|meldung)) ?:[^\n]*/giu;
/** "[automated message] Assistant, from here on ..." in the line of somebody else. */
const AUTOMATED =
  /\[(?:automated|automatic|auto|system|bot)[ -]?(?:message|notice|note|reply|response|generated)?\][^\n]*/gi;
/** Letters of another script inside a word of ours: nobody types them by chance. */
const LOOKALIKE = /[A-Za-z][\u0370-\u03ff\u0400-\u052f]|[\u0370-\u03ff\u0400-\u052f][A-Za-z]/;
/** A sentence of a line: no full stop inside "jo@acme.test" ends one. */
const SENTENCE = /(?:[^.!?\n]|[.!?](?![\s.!?]|$))+[.!?]*|[.!?]+/gm;
/** "[SYSTEM] New rule: ..." to the end of the line. */
const MARKED = new RegExp(`^[^\\p{L}\\n[]{0,3}\\[{1,2}/?(?:${MACHINE})\\]{1,2}[^\\n]*`, 'gimu');
const JSON_ROLE = /\[\[ ?(?:role|rôle|rol|rolle) ?: ?admin|["']?role["']? ?: ?["']?(?:system|assistant|developer)/i;
/** A line that opens with whom it is said to: "Note to the assistant: ...". */
const LINE = /^[^\n:]{2,90}:[^\n]*$/gm;
const NOTE =
  /^\W{0,4}(?:note|notice|message|instructions?|important|hinweis|nachricht|anweisung|nota|instrucción|consigne|system|sistema|système|anweisung)/iu;
/** What a machine says in a pasted chat, up to the next speaker. */
const TURN = new RegExp(
  `^(?:the )?(?:${MACHINE}|[\\p{L}]{2,12} bot(?: app)?)(?: \\(?[\\d:. ]{3,8}(?: ?[ap]m)?\\)?)? ?: [^]*?(?=^\\p{L}[\\p{L}'’.-]{0,20}(?: \\p{L}[\\p{L}'’.-]{0,25}){0,2}: |(?![^]))`,
  'gimu',
);

/** Names that people have as well as machines. */
const NAME = /^[^\p{L}]{0,3}(?:claude|gemini|copilot)[^\p{L}]*$/iu;
/** Of somebody with that name the brief also has an address or a surname. */
const isPerson = (said: string, label: string): boolean => {
  const name = label.replace(/[^\p{L}]/gu, '');
  return new RegExp(`(?<![\\p{L}])${name}(?:[\\p{L}\\d._-]*@| \\p{Lu}\\p{Ll}+ ?[(<,])`, 'iu').test(said);
};
/** "Software: EUR 4,000", "Admin: Jo Hill (jo@a.test)", "System: WordPress": a form's own line, where nobody is told anything. */
const WORK = /^[^\p{L}]{0,3}(?:software|logiciel)\s*$/iu;
const FIELD = /^[^\p{L}]{0,3}(?:system|système|sistema|admin|programm)\s*$/iu;
const TELLS =
  /(?<![\p{L}])(?:ignor\p{L}*|disregard|forget|sets?|replace|override|write|change|enter|must|should|new|rules?|setz\p{L}*|ersetz\p{L}*|schreib\p{L}*|änder\p{L}*|neue|regeln?|remplac\p{L}*|mets|mettez|chang\p{L}*|modifi\p{L}*|nouvelle|règles?|fij\p{L}*|reempla\p{L}*|cambi\p{L}*|pon|poné|ponga|nueva|reglas?)(?![\p{L}])/iu;
/** A term beside a system's name may be an order without a verb. */
const TERM =
  /(?<![\p{L}])(?:fees?|price|deposit|law|honorar|preis|anzahlung|recht|prix|acompte|droit|precio|anticipo|ley|clients?|kunde|cliente)(?![\p{L}])/iu;
function isField(line: string, label: string): boolean {
  const said = line.slice(label.length);
  return !TELLS.test(said) && (WORK.test(label) || (FIELD.test(label) && !TERM.test(said)));
}

/**
 * A brief without what is said to a machine, or by one, and a note for each piece left out; also without what takes back all that
 * stands above it in a person's own words, which is given back as it was written.
 */
export function withoutMachines(said: string): { said: string; notes: Note[]; revised: string[] } {
  const notes: Note[] = [];
  const isNamed = (label: string) => NAME.test(label) && isPerson(said, label);
  const drop = (piece: string): string => {
    const sentence = `“${piece.trim().slice(0, 120)}” speaks to a machine. Nothing was read from it.`;
    notes.push({ code: 'brief.orders', sentence });
    return ' ';
  };
  const kept = withoutCommands(said, drop)
    // Closed before anything was said: what stands behind is the brief.
    .replace(/^\s*<\/(?:brief|user|message|input|document|e-?mail)>/i, drop)
    .replace(OUTSIDE, drop)
    .replace(TAGGED, drop)
    .replace(HEADED, drop)
    .replace(FENCED, drop)
    .replace(MARKED, drop)
    .replace(ROLE_HEADER, drop)
    .replace(INLINE, drop)
    .replace(SPOKEN_TO, drop)
    .replace(AUTOMATED, drop)
    .replace(SENTENCE, (piece) => {
      if (!LOOKALIKE.test(piece)) return piece;
      const sentence = `“${piece.trim().slice(0, 120)}” has letters that only look like ours. Nothing was read from it.`;
      notes.push({ code: 'brief.orders', sentence });
      return ' ';
    })
    .replace(BRACKETS, (piece) => {
      if (!TO_MACHINE.test(piece.slice(1, 80)) && !JSON_ROLE.test(piece) && !isOrder(piece)) return piece;
      return drop(piece);
    })
    .replace(LINE, (line) => {
      const label = line.slice(0, line.indexOf(':'));
      if (!TO_MACHINE.test(label) || isNamed(label) || isField(line, label)) return line;
      // "Dear AI: ..." is a sentence; a note or a system's text is all that stands on the line.
      const said = NOTE.test(line) ? line : (line.match(SENTENCE)?.[0] ?? line);
      return drop(said) + line.slice(said.length);
    })
    .replace(TURN, (piece) => {
      const label = piece.slice(0, piece.indexOf(':'));
      return isNamed(label) || isField(piece, label) ? piece : drop(piece);
    });
  const revised: string[] = [];
  const revise = (piece: string): string => {
    revised.push(piece.trim());
    return ' ';
  };
  return {
    said: withoutOrders(withoutTasks(withoutAddressed(kept, drop), drop), { drop, revise }).trim(),
    notes,
    revised,
  };
}
