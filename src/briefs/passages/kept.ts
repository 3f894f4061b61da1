import { lettered, words } from './letters.ts';
import type { Message } from './quoted.ts';

/** What a reply does not speak of, in each language, with the words that say it holds; either may stand first. */
const REST = [
  [
    'everything else|all else|(?:all )?the (?:rest|other \\p{L}+|remaining \\p{L}+)|nothing else|no other|otherwise|(?:other|apart|aside) (?:than|from) (?:that|those|this)',
    'stands?|stay(?:s|ed)?|remains?|holds?|keep|unchanged|unaltered|(?:the )?same|as (?:is|it (?:is|was)|before|agreed|discussed|per|in|you|we|proposed|quoted|outlined|set out|laid out|written|listed|above|below)|like (?:in|you)|per your|(?:is|are|looks?|all|was) (?:fine|good|great|ok(?:ay)?|grand|perfect|spot on)|spot on|works|agreed|chang(?:es?|ing)|applies|carries over|(?:happy|fine|good|ok(?:ay)?) with',
  ],
  [
    'alle[sm] (?:anderen?|übrigen?|weiteren?|sonstigen?)|das (?:übrige|andere|restliche)|(?:der |den |beim )?rest|(?:an)?sonst(?:en)?|im übrigen|(?:die |den |allen? )?(?:übrigen|anderen|restlichen|sonstigen) \\p{L}+',
    "(?:bleib\\p{L}*|belassen wir) (?!uns|mir|noch|wenig|keine?)(?:alles|es|so|wie|bei|beim|unverändert|gleich|['’]s)|bleibt(?= ?$| ?[,)]| unver| gleich| beim?)|wie (?:in|von|im|gehabt|besprochen|vereinbart|vorgeschlagen|angeboten|gesagt|geschrieben|du|sie|dein|ihr|gestern|oben|unten)|gilt|gelten|unverändert|passt|einverstanden|in ordnung|ok(?:ay)?|gleich|beim alten|laut|gem[äa](?:ß|ss)|nach (?:ihrem|deinem)|stimmt|ändert sich nichts|(?:lassen|belassen) wir|alles (?:gut|klar|ok)",
  ],
  [
    "tout le reste|le reste|(?:toutes )?les autres \\p{L}+|le surplus|sinon|hormis cela|à part (?:ça|cela)|rien d[’']autre",
    "demeure\\p{L}*|rest(?:e|ent)|comme (?:dans|prévu|convenu|proposé|avant|indiqué|discuté|tu|vous|ton|votre|sur)|inchangé\\p{L}*|identique\\p{L}*|tien(?:t|nent)|tel(?:le)?s? que|conforme\\p{L}*|convien(?:t|nent)|(?:me|nous) va|(?:est|c['’]est) (?:ok|bon|parfait|entendu|validé|d['’]accord)|pareil\\p{L}*|selon|d['’]accord|(?:ne )?(?:change|bouge)\\p{L}* (?:pas|rien)|rien ne (?:change|bouge)|on garde|gardons|(?:la |le )?mêmes?|maintenu\\p{L}*|vaut|valent",
  ],
  [
    '(?:todo )?lo demás|(?:todo )?el resto|por lo demás|l[ao]s demás \\p{L}+|(?:todo )?lo otro|l[ao]s otr[ao]s \\p{L}+|nada más',
    'igual\\p{L}*|queda\\p{L}*|como (?:en|lo|me|tú|usted|estaba|quedamos|hablamos|dijiste|dijo|tu|su|siempre|acordamos|propusiste|viene)|sigue\\p{L}*|mantien\\p{L}*|(?:sin|no) (?:cambi\\p{L}*|se toca)|tal (?:cual|como|y como)|según|(?:está|me parece|nos parece) (?:bien|ok|perfecto)|de acuerdo|conforme|ok|mism[ao]s?|perfecto|se respeta\\p{L}*|vale',
  ],
].map(([rest = '', holds = '']) => ({ rest: words(rest), holds: words(holds) }));
/** What is left of the price is another rest: "the rest as agreed on delivery". */
const BALANCE = words(
  'deliver\\p{L}*|pa(?:y|id)\\p{L}*|invoic\\p{L}*|liefer\\p{L}*|abgabe|(?:be)?zahl\\p{L}*|rechnung\\p{L}*|fertigstellung|livraison|remise|factur\\p{L}*|pa(?:ie|y|gu)\\p{L}*|vers\\p{L}*|entreg\\p{L}*|pag\\p{L}*|bei ende|al final|à la fin',
);
/** "The rest of the team" is none of the terms. */
const OF_OTHERS = lettered(
  String.raw`^ (?:of|der|des|du|de|del|von|vom)(?: (?:the|your|la|los|las|l['’]|den|dem))? (?!\p{L}* ?(?:terms?|quote|proposal|offer|points?|conditions|devis|proposition|condiciones|propuesta|presupuesto|cotización|angebots?|konditionen|punkte|it\b))`,
  'iu',
);
/** How far what is left and the words that it holds stand from each other. */
const NEAR = 45;

export function keepsRest(text: string): boolean {
  return sentencesOf(text).some((sentence) =>
    REST.some(({ rest, holds }) => {
      const left = rest.exec(sentence);
      if (!left) return false;
      const behind = left.index + left[0].length;
      const after =
        sentence
          .slice(behind, behind + NEAR)
          .replace(/^ ?,/, '')
          .split(',')[0] ?? '';
      if (OF_OTHERS.test(after)) return false;
      const before = (
        sentence
          .slice(Math.max(0, left.index - NEAR), left.index)
          .split(',')
          .at(-1) ?? ''
      ).trim();
      return (
        (holds.test(after) && !BALANCE.test(after)) || (before !== '' && holds.test(before) && !BALANCE.test(after))
      );
    }),
  );
}

const PROPOSAL =
  '(?:(?:last|latest|own|first|second|revised|updated|original|letzte[nms]?|erste[nms]?|zweite[nms]?|neue[nms]?|derni(?:er|ère)s?|premi(?:er|ère)|seconde?|autre|últim[oa]|primer[oa]?|segund[oa])[ -])?(?:notes?|e-?mails?|message|quote|quotation|proposal|offer|estimate|terms|angebot\\p{L}*|offerte|mail|nachricht|vorschlags?|kostenvoranschlags?|konditionen|bedingungen|courriel|proposition|offre|devis|conditions|propuesta|cotización|presupuesto|oferta|correo|mensaje|condiciones)';
const YOUR = '(?:your|ihre?[mnrs]?|deine?[mnrs]?|eure[mnrs]?|votre|vos|ta|ton|tes|tus?|sus?|vuestr[oa]s?)';
/** All of what was proposed is taken: "as in your note", "zu den Konditionen Ihres Angebots", "bon pour accord", "acepto tu propuesta". */
const WHOLE = words(
  `(?:as (?:in|per|set out in|described in|quoted in)|per|on the (?:terms|basis) of|in line with|wie (?:in|im|von)|laut|gem[äa](?:ß|ss)|(?:zu den |die )?(?:konditionen|bedingungen)|comme (?:dans|sur)|tel(?:le)?s? que (?:dans|sur)|selon|conformément à|suivant|aux (?:conditions|termes) (?:de|énoncées dans)|(?:tal )?como en|según|conforme a|en los términos de|igual que en) ${YOUR} ${PROPOSAL}|` +
    `(?:accept\\p{L}*|approv\\p{L}*|agree to|annehm\\p{L}*|nehm\\p{L}*|zusag\\p{L}*|valid\\p{L}*|retenons|retiens|accord (?:sur|pour)|acept\\p{L}*|aprob\\p{L}*|aprueb\\p{L}*) ${YOUR} ${PROPOSAL}|` +
    `${YOUR} ${PROPOSAL} (?:(?:is|are|was|has been|ist|sind|wird|est|a été|está|fue|quedó) (?:\\p{L}+ )?(?:accept\\p{L}*|approv\\p{L}*|fine|good|agreed|signed off|angenommen|in ordnung|ok|validée?|acceptée?|parfaite?|aprobad[oa]|aceptad[oa]|bien|perfect\\p{L}*|great)|passt|works|(?:sounds|looks) (?:good|great|fine)|(?:me|nous) (?:va|convient)|nos (?:va|parece) bien)|` +
    "(?:happy|fine|good|ok(?:ay)?|agreed?|on board) (?:with|on|to) (?:everything|all|it all|the lot)|(?:mit|in) allem einverstanden|alles (?:passt|akzeptiert)|zusage|d[’']accord (?:sur|avec|pour) tout|bon pour accord|tout (?:me|nous) (?:va|convient)|de acuerdo (?:en|con) todo|conforme con todo|acept(?:o|amos) todo|(?:as|what|how|like) you(?:['’]d| had| have|['’]ve)? (?:proposed|quoted|offered|suggested|set out|outlined|wrote)|wie (?:von dir|von ihnen|du|sie) (?:\\p{L}+ )?(?:vorgeschlagen|angeboten|geschrieben)|comme (?:tu|vous) (?:l['’])?(?:as|avez) proposé|como (?:lo |me )?(?:propusiste|propuso|cotizaste|mandaste|planteaste)|" +
    // Without a price of one's own a word to begin takes what was proposed.
    "go ahead|let['’]?s (?:do it|go ahead|go for it)|sounds (?:good|great|perfect)|legen sie (?:bitte )?los|leg (?:bitte )?los|kann losgehen|passt (?:so )?für (?:uns|mich)|klingt (?:gut|prima|super)|allez-y|c['’]est (?:parti|bon pour (?:moi|nous))|ça (?:me|nous) convient|adelante|(?:me|nos) parece (?:bien|perfecto)",
);
const ANSWERS = words(`${YOUR} ${PROPOSAL}`);
/** And where it names its exceptions the price may be one of them. */
const EXCEPT = words(
  'except|but for|apart from|save for|bar|bis auf|außer|ausser|ausgenommen|nur|sauf|hormis|à part|excepté|salvo|excepto|menos|a excepción de',
);
const REFUSED = words(
  "not|can['’]?t|cannot|won['’]t|couldn['’]t|nicht|kein\\p{L}*|ne|pas|refus\\p{L}*|no|rechaz\\p{L}*|too|zu|trop|demasiado",
);

/** A reply's own price, as its digits. */
const digitsOf = (figure: string) => figure.replace(/[.,](?:\d\d?|[-–—]+)(?!\d)/g, '').replace(/\D/g, '');
const names = (text: string, figure: string) =>
  [...text.matchAll(/\d+(?:[.,'’ {3}]\d{3})*(?!\d)/g)].some(([each]) => digitsOf(each) === figure);

/** Whether a reply's author wrote an older mail as well: the name stands above the reply, or below it. */
export function isOwn(reply: Message, { author }: Message): boolean {
  const lines = reply.text.split('\n').filter((line) => line.trim() !== '');
  const signed = [...lines.filter((line) => /^(?:from|von|de) ?:/i.test(line)), ...lines.slice(-5)].join(' ');
  const own = reply.author || signed;
  return author.split(/[ .,]+/).some((part) => part.length > 2 && own.includes(part));
}

const sentencesOf = (text: string) => text.match(/[^.;!?\n]+/g) ?? [];

/**
 * Where among the older mails the one stands whose terms a reply takes over; -1 where it takes over none. A reply takes them over if
 * its price is the one proposed there, if it says that the rest stands, or if it accepts the whole without a price of its own.
 */
export function takenOver(
  reply: Message,
  older: readonly Message[],
  { price, priced }: { price?: string | undefined; priced: boolean },
): number {
  if (older.length === 0) return -1;
  const figure = digitsOf(price ?? '');
  const same = figure.length > 1 ? older.findIndex(({ text }) => names(text, figure)) : -1;
  if (same >= 0) return same;
  const whole = sentencesOf(reply.text).filter((sentence) => WHOLE.test(sentence) && !REFUSED.test(sentence));
  const rest = keepsRest(reply.text) || whole.some((sentence) => EXCEPT.test(sentence));
  if (!rest && (priced || whole.length === 0)) return -1;
  const theirs = ANSWERS.test(reply.text) ? older.findIndex((each) => !isOwn(reply, each)) : 0;
  return Math.max(0, theirs);
}
