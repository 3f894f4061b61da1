import type { Amount } from './amounts.ts';
import { aroundOf } from './around.ts';

const words = (source: string) => new RegExp(`(?<![\\p{L}\\d])(?:${source})(?![\\p{L}])`, 'iu');

/** It was so once, or at first. */
const ONCE = words(
  '(?<!(?:like|as|wie|comme|como) )(?:last (?:year|time|season|spring|summer|autumn|winter)|previous\\p{L}*|years? ago|back then|used to|at first|first (?:offer|number|quote|price|draft|figure)|originally|initially|superseded|replaced|the old|old (?:package|price|rate|quote)|earlier|before that)|' +
    '(?<!wie )(?:letztes|letzten|voriges|vergangenes) (?:jahr|mal)|vor \\p{L}+ (?:jahren|monaten)|vorjahr\\p{L}*|damals|früher|zuletzt|anfangs|zuerst|ursprünglich|abgelöst|vom tisch|erste[nrs]? (?:angebot|preis|kalkulation|schätzung)|hatte|hatten|' +
    "(?<!comme )(?:l['’]an(?:née)? (?:dernier|dernière|passée?|previous))|il y a \\p{L}+ (?:ans|mois)|autrefois|jadis|au début|avait|avaient|d['’]abord|premi(?:er|ère) (?:devis|offre|prix|estimation|proposition)|renon[cç]\\p{L}*|premier jet|ne sont plus|" +
    '(?<!como )(?:el|del|al) año (?:pasado|previous)|hace \\p{L}+ (?:años|meses)|al principio|antes (?:era|eran|cobraba)|había(?:mos|n)?|avions|ya no (?:son|es)|se cae|se nos iba|primera (?:de|por|estimación|propuesta|oferta|cotización)|empezaron|salió',
);
/** What was done before, or is agreed on by itself. */
const OTHER_ORDER = words(
  '(?:another|a different|an? (?:earlier|previous|other|older)|the (?:earlier|previous|other|old)) (?:order|job|project|contract|booking|assignment|piece of work)|' +
    '(?:andere[nrs]?|frühere[nrs]?|vorige[nrs]?|alte[nrs]?) (?:auftrag|aufträge|projekte?|bestellung|jobs?|buchung)|' +
    "(?:(?:une?|d['’]une?|a) autre|l['’]autre|une? ancien(?:ne)?|la précédente) (?:commande|projet|contrat|mission|affaire|prestation)|" +
    'otro (?:encargo|pedido|proyecto|trabajo|contrato)|otra (?:obra|orden)',
);
/** Somebody else's bill, or one that goes another way. */
const OTHERS = words(
  'compet\\p{L}*|the other (?:studio|firm|agency|company|bidder)|another (?:studio|firm|agency|company|quote|offer)|colleague|sister|brother|son in law|cousin|neighbou?r|printer|print shop|direct to|hers|theirs|ourselves|themselves|herself|himself|on us|' +
    '(?:ha[ds]|have|got) (?:an?|another) (?:quote|offer|estimate|bid) (?:from|by) (?!me|us|you)\\p{L}+|ten(?:ían?|ía|ien|iene) (?:un|una|otr[oa]) (?:presupuesto|oferta|cotización) de (?!mí|nosotr)\\p{L}+|' +
    'mitbewerber\\p{L}*|konkurren\\p{L}*|kolleg\\p{L}*|schwester|cousine?|nachbar\\p{L}*|druckerei|selbst|direkt|' +
    'concurren\\p{L}*|confrère|consœur|imprim\\p{L}+|directement|hors mandat|(?:est|sont) pour (?:nous|elle|lui|eux)|à (?:notre|leur|sa) charge|sœur|fr[eè]re|cousin|voisin\\p{L}*|' +
    'competencia|herman[oa]|otr[oa]s?|agencia|imprenta|litograf\\p{L}*|por (?:nuestra|su) cuenta|corre por|aparte|le pasaron|alquiler|hermana|sobrin[oa]|prim[oa]|vecin[oa]',
);
/** Somebody said no to it. */
const REFUSED = words(
  'refus\\p{L}*|reject\\p{L}*|declin\\p{L}*|turned (?:it |that )?down|not accepted|never (?:done|happened|built)|jamais (?:fait|réalisé)|nie (?:gemacht|gebaut)|nunca se hizo|too (?:much|expensive|dear|high)|over (?:the )?budget|talked (?:it )?down|' +
    "verworfen|abgelehnt|lehn\\p{L}* (?:\\p{L}+ )?ab|zu (?:teuer|viel|doll)|wird (?:das )?nix|trop (?:cher|élevé)|n['’]a pas été|rechaz\\p{L}*|muy caro|demasiado|ni hablar",
);
/** Only if something comes to pass, for what is not part of the work, or what the work uses up. */
const BESIDES = words(
  'overtime|each (?:further|additional|extra)|every (?:further|additional|extra)|further|additional|extra|on top|only (?:when|if)|put (?:by|aside)|set aside|earmarked|not charged|thrown in|permit|insured|worth|grant|ceiling|limit|cost(?:s|ing)? (?:me|us|him|her)|materials?|travel days?|allowance|' +
    'cancel\\p{L}*|calls? (?:it )?off|late fee|penalty|' +
    'jede\\p{L}* weitere\\p{L}*|zusätzlich\\p{L}*|kost\\p{L}* (?:mich|uns|ihn|sie)|wenn|falls|fördert\\p{L}*|förder\\p{L}*|beiseite gelegt|nicht berechnet|zuschuss|brutto|spesen|absag\\p{L}*|absog\\p{L}*|storn\\p{L}*|' +
    'supplément\\p{L}*|subvention|enveloppe|mis(?:es)? de côté|non facturée?s?|suivante?s?|nacelle|matériel|fournitures|annul\\p{L}*|plafond|ttc|' +
    'adicional\\p{L}*|hora extra|siguiente|no se (?:l[ea]s? )?cobran?|ya (?:va|van|está) (?:adentro|dentro|incluid[oa])|apartad[oa]s? para|guardad[oa]s? para|referencial|viáticos|fondo|subvención|beca|cubre|me cuesta\\p{L}*|dieta|anul\\p{L}*|si (?:se|no|hay)|tope',
);
const DOUBTS = [ONCE, OTHER_ORDER, OTHERS, REFUSED, BESIDES];

/** What of a sentence is said of an amount: what stands between it and the figures beside it, at commas and brackets. */
function saidOf(text: string, amount: Amount, before: Amount | undefined, after: Amount | undefined): string {
  const { lead, rest } = aroundOf(text, amount);
  const from = amount.start - lead.length;
  const shared = before && before.end > from;
  const gap = shared ? text.slice(before.end, amount.start) : lead;
  const cut = shared ? gap.search(/[,;()]| (?:and|but|und|aber|et|mais|y|pero) /) : 0;
  const ahead = shared && cut < 0 ? '' : gap.slice(Math.max(cut, 0));
  const shares = after && after.start < amount.end + rest.length;
  const tail = shares ? text.slice(amount.end, after.start) : rest;
  const end = tail.search(shares ? /[,;()]| (?:and|but|und|aber|et|mais|y|pero) / : /[;()]/);
  return `${ahead} █ ${end < 0 ? tail : tail.slice(0, end)}`.toLowerCase();
}

/** Whether what is said of an amount sets it aside: an old or refused price, somebody else's, one for something besides. */
export function isAside(
  text: string,
  amount: Amount,
  { before, after, thisYear }: { before?: Amount | undefined; after?: Amount | undefined; thisYear: number },
): boolean {
  const said = saidOf(text, amount, before, after);
  const years = said.match(/(?<![\d.,/-])(?:19|20)\d\d(?![\d.,/-]\d|\d)/g) ?? [];
  return years.some((year) => Number(year) < thisYear) || DOUBTS.some((doubt) => doubt.test(said));
}

/** Whether somebody else pays it, or is paid it. */
export const isOthersBill = (text: string, amount: Amount): boolean =>
  OTHERS.test(saidOf(text, amount, undefined, undefined));

/** Whether it is, or was, the money of another order: neither a part of this one nor paid for it. */
export const isOfOtherOrder = (text: string, amount: Amount): boolean =>
  OTHER_ORDER.test(saidOf(text, amount, undefined, undefined));
