import { lettered, said } from '../passages/letters.ts';
import { isWrapped } from '../passages/passage.ts';
import type { Span } from '../passages/text.ts';

/** Terms beyond work, price and days that a brief may speak of. */
export const TOPICS = {
  killFee: said(
    "kill[- ]?fees?|(?:early[- ])?termination fees?|ausfall(?:honorar|gage|pauschale|entschädigung)e?s?|abbruchhonorar|indemnité (?:de résiliation|de rupture|de dédit|d[’']abandon)|dédit|(?:indemnización|penalización|compensación) por (?:cancelación|terminación|rescisión)(?: anticipada)?|kill fee",
  ),
  expenses: said(
    'expenses?|out[- ]of[- ]pocket (?:costs?|expenses)|disbursements?|mileage|travel(?:l?ing)? (?:costs?|and accommodation)|travel(?: is| are|:)? (?:at cost|reimbursed|included|extra|on top|up to|max\\p{L}*|capped|billed|not included)|(?:including|incl\\.?|plus) travel|spesen|auslagen|(?:reise|fahrt|anfahrts|übernachtungs)(?:kosten|spesen)|frais (?:de (?:déplacement|voyage|route|transport|bouche|mission|séjour)|annexes|kilométriques|réels|plafonnés|remboursés|inclus|compris|en sus)|notes? de frais|débours|déplacements? (?:compris|inclus|en sus|non compris|dedans|remboursés?)|vos déplacements|gastos(?: de (?:viaje|desplazamiento|transporte|alojamiento))?|vi[aá]ticos|dietas|desplazamientos? (?:incluidos?|aparte)',
  ),
  rights: said(
    "copyrights?|usage rights?|rights? (?:of use|to use|to (?:the|all)|in (?:the|all)|pass(?:es)?|stays?|remains?|transfer|belong|go)|(?:all|full|exclusive|ip|the|any) rights|assign(?:ment)? (?:of )?(?:the |all |any |full )?rights|intellectual property|buy-?out|work for hire|ownership of|(?:owns?|own) (?:everything|the (?:work|copyright|rights|final|files|designs?))|(?:exclusive|non-?exclusive|perpetual|worldwide|limited|\\p{L}+[- ]year) licen[cs]e|licen[cs]e(?:d)? (?:for|to|:|of|in)|licen[cs](?:ing)?:|licen[cs]e: |usage:|nutzungsrechte?s?|nutzung:|urheberrechte?|verwertungsrechte?|rechte(?:übertragung|abtretung|einräumung)|(?:alle|sämtliche|volle|keine|die) rechte|rechte (?:an|am|bleiben|gehen|liegen)|lizenz (?:für|zur)|lizenz:|droits? d[’']auteur|droits? (?:d[’'](?:utilisation|exploitation|usage)|patrimoniaux|de (?:reproduction|diffusion))|cession (?:de |des |totale )(?:tous )?(?:les |mes |ses |nos )?(?:de )?droits|(?:tous|mes|nos|les|aucun) (?:les |mes )?droits(?! d[’'](?:accès|entrée|inscription)| de douane)|cède(?:nt)? (?:les |tous |mes )|licence (?:pour|d[’']utilisation|d[’']exploitation|:)|derechos? de (?:autor|uso|explotación|reproducción|utilización)|derechos patrimoniales|cesi[oó]n (?:total )?(?:de )?(?:los |todos )?(?:los )?derechos|(?:todos|mis|nuestros|los) (?:los )?derechos|licencia (?:de uso|para|exclusiva|no exclusiva|:)|propiedad intelectual",
  ),
  portfolio: said(
    '(?:in|for|to|on|into|our|my|your) (?:my |our |your |their |his |her |the )?(?:portfolios?|showreel|case stud(?:y|ies))|portfolio (?:use|rights?|show|ok|yes|no|allowed|permitted|only|after)|portfolio:|als referenz|referenz(?:nennung|:)|referenzen|(?:im|ins|in mein(?:em)?|in unser(?:em)?|fürs?(?: mein| unser)?) portfolio|à titre de référence|(?:dans|pour|sur) (?:mon|ma|notre|le|leur|son|un|votre) (?:portfolio|book|porte-folio)|(?:en|para) (?:mi|nuestro|su|el|un) (?:portfolio|portafolios?|porfolio)|como referencia',
  ),
  confidentialityYears: said(
    'confidential(?:ity|ly)?|non-?disclosure|nda|secrecy|kept? (?:it |this |everything )?secret|vertraulich(?:keit)?|geheimhaltung(?:spflicht)?|geheim|verschwiegenheit|stillschweigen|confidentiel(?:le)?(?:ment)?s?|confidentialité|secret professionnel|confidencial(?:es|idad|mente)?|secreto',
  ),
  acceptanceDays: said(
    "(?:deemed|considered|regarded as|counts? as|treated as|taken as)(?: to be)? (?:accepted|approved)|(?:accepted|approved) (?:if|unless|when|after) (?:(?:no|not|nothing|there|you|they|we|the client|nobody|\\p{L}+) )|acceptance (?:period|window|time|within|is|:|of \\d)|acceptance: |days? to (?:accept|approve|object|review)|(?:no|without|any) objections?|objects?|silence|abnahmefrist|gilt(?: \\p{L}+){0,6} als (?:abgenommen|angenommen|akzeptiert|freigegeben)|gelten(?: \\p{L}+){0,6} als (?:abgenommen|angenommen)|als (?:abgenommen|angenommen)|abgenommen(?:,)? (?:wenn|falls|sofern|nach)|abnahme (?:innerhalb|binnen|innert)|(?:keine|ohne) (?:einwände|beanstandung(?:en)?|mängelrüge|rückmeldung)|widerspruch|réputée?s? (?:acceptée?s?|validée?s?)|considérée?s? comme (?:acceptée?s?|validée?s?)|acceptation tacite|(?:délai|période) (?:de recette|de validation|d[’']acceptation)|(?:sans|aucune) (?:objection|remarque|réserve)s?|se (?:considera(?:rá)?n?|da(?:rá)?n?|entiende(?:n)?) por (?:aceptad|aprobad)[oa]s?|se considera(?:rá)?n? (?:aceptad|aprobad)[oa]s?|aceptación tácita|plazo de (?:aceptación|revisión|validación)|(?:sin|ninguna|no hay) objeci(?:ón|ones)",
  ),
} as const;
export type Topic = keyof typeof TOPICS;
const NAMES = Object.keys(TOPICS) as Topic[];

/** What a piece of a sentence is about that is none of these terms. */
const ELSEWHERE = said(
  "deposit|up-? ?front|down ?payment|(?:in|im) (?:advance|voraus)|on signing|anzahlung|vorschuss|vorab|vorweg|bei (?:auftrag\\p{L}*|unterschrift)|acompte|arrhes|d[’']avance|à la (?:commande|signature)|anticipo|seña|señal|adelant(?:o|ado)|al firmar|net \\d+|invoices?|payments?|rechnung(?:en)?|factures?|paiements?|règlements?|facturas?|pagos?|payable|zahlbar|zahlung(?:en)?|zahlungsziel|rounds?|revisions?|korrektur\\p{L}*|retouches|allers?-retours?|tours de|rondas?|revisiones|correcciones|done by|deadline|deliver\\p{L}*|fertig|liefer\\p{L}*|abgabe|livr\\p{L}+|entreg\\p{L}*|start(?:s|ing)?|beginn\\p{L}*|début|inicio|empez\\p{L}*|cancel\\p{L}*|storn\\p{L}*|abs[ao]g\\p{L}*|kündig\\p{L}*|annul\\p{L}*|anul\\p{L}*|governed|law|recht(?=[.,;]|$)|droit (?:français|suisse|belge|allemand)|ley|derecho (?!del? )\\p{L}+|budget|price|preis|prix|precio|honorar|fee(?: is| of|:)|total|vat|sales tax|mwst|ust|umsatzsteuer|mehrwertsteuer|tva|iva",
);
const COSTS =
  /^[^\p{L}\d]*(?:[€$£]|EUR|USD|GBP|CHF|CAD|AUD)? ?\d[\d.,'’ ]*(?: ?[€$£]|EUR|USD|GBP|CHF|euros?)?[^\p{L}\d%]*$/iu;

/** The price of a unit of the work. */
const RATE = said(
  "(?:hourly|daily|day|monthly|session) rate|(?:stunden|tages)sätze?|\\d[\\d.,]* ?(?:€|[$£]|eur|usd|gbp|chf|euros?|dollars?)? ?(?:/ ?h|(?:per|an?|pro|im|je|par|de l[’']|la|al|por|à l[’']) ?(?:hour|day|session|month|stunde|tag|sitzung|monat|heure|jour|séance|mois|hora|día|sesión|mes))|\\d+ (?:sessions?|sitzungen|séances|sesiones)",
);

/** A stretch of a brief that speaks of one of these terms. */
export type Piece = Span & { readonly topic: Topic };

/** Notices under mails and words of sites are about no work: "This e-mail is confidential", "all rights reserved". */
const NOTICE = lettered(
  String.raw`(?<![\p{L}])(?:this (?:e-?mail|message|communication)|confidentiality notice|intended (?:only|solely)|attachments?|diese (?:e-?mail|nachricht)|privacy|policy|ce (?:message|courriel|mail)|politique de|este (?:mensaje|correo|e-?mail)|política de|all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados)(?![\p{L}])`,
  'iu',
);
const ATOM =
  /\s*[,:](?!\d)\s+|\s+(?:and|but|plus|as well as|und|sowie|aber|et|mais|ainsi que|y|pero|así como)\s+|\s+[-–—]\s+|\s*[()]\s*/giu;

/** Where the brief speaks of one of these terms: the parts of a sentence that belong together, up to where it turns to another matter. */
export function piecesIn(text: string): Piece[] {
  return sentencesIn(text).flatMap((sentence) => (NOTICE.test(sentence.text) ? [] : piecesOf(sentence)));
}

function piecesOf({ start, text }: Span): Piece[] {
  const pieces: { topic: Topic; from: number; to: number }[] = [];
  let open = false;
  for (const atom of atomsOf(text)) {
    const words = text.slice(atom.from, atom.to);
    const topics = NAMES.filter((name) => TOPICS[name].test(words));
    const last = pieces.at(-1);
    const [topic] = topics;
    if (topic) {
      if (open && last && topics.includes(last.topic)) last.to = atom.to;
      else for (const each of topics) pieces.push({ topic: each, ...atom });
      open = true;
    } else if (open && last && goesOn(last.topic, words)) last.to = atom.to;
    else open = false;
  }
  return pieces.map(({ topic, from, to }) => ({
    topic,
    start: start + from,
    end: start + to,
    text: text.slice(from, to),
  }));
}

/** Whether words without a topic of their own still belong to what was said before them. */
const goesOn = (topic: Topic, words: string) =>
  !ELSEWHERE.test(words) && !RATE.test(words) && (topic === 'expenses' || !COSTS.test(words));

function atomsOf(text: string): { from: number; to: number }[] {
  const atoms: { from: number; to: number }[] = [];
  let from = 0;
  for (const { index, 0: link } of text.matchAll(ATOM)) {
    // A label belongs to what it labels.
    if (link.includes(':')) continue;
    if (index > from) atoms.push({ from, to: index });
    from = index + link.length;
  }
  if (from < text.length) atoms.push({ from, to: text.length });
  return atoms;
}

const END = /[;\n!?•█]|(?<!\.)\.(?=\s|$)/gu;
const ABBREVIATED =
  /(?:^|[\s(])(?:ca|approx|nr|no|incl|inkl|excl|exkl|zzgl|max|min|mr|mrs|ms|dr|st|std|art|sr|sra|mme|m|z|b|h|d|p|u|a|v|fr|sfr|co|ltd|inc)$/i;

function sentencesIn(text: string): Span[] {
  const found: Span[] = [];
  let from = 0;
  for (const { index, 0: mark } of [...text.matchAll(END), { index: text.length, 0: '' }]) {
    if (mark === '.' && ABBREVIATED.test(text.slice(Math.max(0, index - 9), index))) continue;
    if (mark === '\n' && isWrapped(text, index)) continue;
    if (text.slice(from, index).trim()) found.push({ start: from, end: index, text: text.slice(from, index) });
    from = index + 1;
  }
  return found;
}
