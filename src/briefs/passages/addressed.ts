/** What reads a message and is no person, in four languages; `anything` that reads is none of them. */
const READER =
  '(?:(?:automated|automatic|automatische[nr]?) (?:systems?|readers?|tools?|agents?|systeme?)|(?:systèmes?|outils?|sistemas?|herramientas?) autom[aá]ti\\p{L}+|ai|ki|ia|a\\.i\\.|assistants?|assistent(?:en)?|asistentes?|systems?|systèmes?|sistemas?|software|logiciels?|programm(?:es?)?|programas?|bots?|llms?|chatgpt|(?:language |sprach)?models?|modèles?|modelos?|generators?|générateur|generador)';
const READS =
  '(?:reads?|reading|process(?:es|ing)?|pars(?:es?|ing)|summari[sz]\\p{L}+|lit|lisent|lisant|lira|traite(?:nt)?|traitant|liest|lesen|verarbeitet|verarbeiten|auswertet|lee|lean|leen|lea|procesan?|procese)';
const THIS =
  '(?:this|these|your|ce|cet|cette|ces|vos|tes|diese[mnrs]?|ihre|deine|est[ea]|estos|estas|tus|sus)(?![\\p{L}])';
const BEGINS = '(?<![\\p{L}\\d])';
/** One that is named as the reader of what is written: "automated systems that process this message", "eine KI, die diese Mail liest". */
const AS_READER = `${BEGINS}${READER}(?:,? (?:who|that|which|qui|que|die|der|das))? ${READS} ${THIS}|${BEGINS}${READER},? (?:die|der|das|welche[rs]?) ${THIS} \\p{L}{3,20} ${READS}(?![\\p{L}])`;
/** One that is spoken to: "dear AI,", "Anweisung an den Assistenten:", "SYSTEM:". */
const SPOKEN_TO =
  `${BEGINS}(?:dear|hey|liebe|cher|chère|querida|estimada) (?:ai|ki|ia|assistant|bot|chatgpt)(?![\\p{L}])|` +
  `${BEGINS}(?:instructions?|notes?|messages?|consignes?|anweisung(?:en)?|hinweis|nachricht|instrucci[oó]n(?:es)?|nota|mensaje) (?:(?:for|to|an|für|pour|à|aux?|para|a|al) ?(?:(?:the|any|all|whatever|den|die|das|tout|le|la|les|el|los|cualquier|vos|votre) |l['’])?)${READER}(?![\\p{L}])[^\\n:]{0,50}:`;
/** In capitals only: "system: Windows" is a need of the work. */
const IN_CAPITALS =
  /(?<![\p{L}\d])(?:SYSTEM|SYSTÈME|SYSTEME|SISTEMA|ASSISTANT|ASSISTENT|ASISTENTE|PROMPT)(?:[ -](?:MESSAGE|PROMPT|OVERRIDE))? ?[:—–-]/u;
const ADDRESSED = new RegExp(`${AS_READER}|${SPOKEN_TO}`, 'iu');
/** What such a reader is told to do with the terms. */
const TOLD =
  /(?<![\p{L}])(?:ignor\p{L}*|disregard|record|sets?|replace|write|add|put|change|enter|reduce|lower|mark|setz\p{L}*|ersetz\p{L}*|schreib\p{L}*|trag\p{L}*|änder\p{L}*|füg\p{L}*|erfass\p{L}*|remplac\p{L}*|inscri\p{L}*|ajout\p{L}*|mets?|mettez|fix\p{L}*|modifi\p{L}*|fij\p{L}*|reempla\p{L}*|cambi\p{L}*|pon|ponga|agreg\p{L}*|añad\p{L}*|escrib\p{L}*|registr\p{L}*)(?![\p{L}])/iu;

/**
 * The text without what a line says from where it turns to a machine that reads it and tells it what the terms are to be. Both must
 * be said: a bot that reads invoices may be the work itself.
 */
export function withoutAddressed(text: string, drop: (piece: string) => string): string {
  if (!ADDRESSED.test(text) && !IN_CAPITALS.test(text)) return text;
  return text.replace(/[^\n]+/g, (line) => {
    const starts = [line.search(ADDRESSED), line.search(IN_CAPITALS)].filter((at) => at >= 0);
    const at = starts.length > 0 ? Math.min(...starts) : -1;
    const said = at < 0 ? '' : line.slice(at);
    return TOLD.test(said) && /\d/.test(said) ? line.slice(0, at) + drop(said) : line;
  });
}
