import { lettered } from '../passages/letters.ts';
import { type Span, spanOf } from '../passages/text.ts';
import { clientIn, type IsClient } from './client.ts';

const words = (source: string) => lettered(`(?<![\\p{L}\\d])(?:${source})(?![\\p{L}])`, 'giu');

/** Spanish for where something takes place, and for who sells, lends or rents to the client. */
const PLACES =
  'finca|salón|local|teatro|auditorio|recinto|hotel|hostal|restaurant\\p{L}*|catering|gimnasio|club|hacienda|estancia|iglesia|parroquia|parador|polideportivo|estadio|centro de convenciones|imprent(?:a|er[oa])|impresor|impresor|litografía|rotulista|agencia|productora del? (?:local|evento|festival)|proveedor\\p{L}*|distribuidor\\p{L}*|transportista|mensajería|paquetería|casero|casera|médic[oa]|dentista|arrendador|arrendadora|inmobiliaria|banco|aseguradora|seguro|gestoría|ayuntamiento|municipio|municipalidad|alcaldía|intendencia|andamio|carpa|toldos?|barra libre|valet';
/** Who works for the client besides the freelancer; the freelancer may be one of them. */
const HANDS =
  'orquesta|banda|grupo|cuarteto|mariachis?|charanga|dj|florista|pastelero|pastelera|pastelería|repostera|pirotécnico|fotógraf[oa]|videógraf[oa]|maquilladora|peluquera|diseñador|diseñadora|ilustrador|ilustradora|traductor|traductora|programador|programadora|consultor|consultora|contador|contadora|abogad[oa]|carpintero|electricista|albañil|plomero|fontanero|sonidista|técnic[oa] de sonido|niñera|jardiner[oa]|presentador|cantante|del? (?:hielo|carpa|luces|sonido|audio|flores|sillas|mesas|pastel|torta|toldos|andamios)';
const STRANGERS =
  '(?:(?:el|la|los|las) )?(?:ponentes?|conferenciantes?|competencia)|otr[oa] \\p{L}+|mi (?:prim[oa]|cuñad[oa]|coleg[oa]|colega|amig[oa]|vecin[oa]|herman[oa]|compañer[oa])';
/** Whom the client serves or pays. */
const SERVED =
  '(?:nuestr[oa]s|mis|sus) (?:compradores|clientes|clientas|pacientes|inquilin[oa]s|alumn[oa]s|soci[oa]s|huéspedes|abonad[oa]s|usuarios|suscriptores|empleados|trabajadores|proveedores)|(?:los|las) (?:súper(?:es)?|supermercados|cadenas|mayoristas|minoristas|tiendas|grandes superficies|distribuidor[ae]s|azafat[oa]s)';
const ARTICLE = '(?:el|la|los|las|mi|mis|su|sus|nuestr[oa]s?|al|un|una)';
const SUBJECTS = {
  place: words(`(?:${ARTICLE} )?(?:${PLACES})`),
  hand: words(`${ARTICLE} (?:${HANDS})`),
  stranger: words(STRANGERS),
  served: words(SERVED),
} as const;

const CHARGES =
  '(?:ha |han |había )?(?:cobr(?:a|an|aba|aban|ó|aron|ado)|factur(?:a|aba|ó)|penaliz(?:a|an|aba)|retien(?:e|en)|se (?:pagan?|alquilan?|arriendan?|rentan?))';
/** What one who is paid wants, and a client does not: money before, a guarantee, notice. */
const DEMANDS =
  '(?:ha |han )?(?:pid(?:e|en|ió|ieron)|pedían?|exig(?:e|en|ió|ía|ían)|quier(?:e|en)|quería|reclam(?:a|an|ó)|requier(?:e|en)|renuncia|demora|da|dan)(?= (?:solo )?(?:(?:de |como |del )?(?:una?|el|la|los) )?(?:adelant\\p{L}*|anticip\\p{L}*|seña\\p{L}*|garantía|fianza|depósito|avis\\p{L}*|preaviso|que (?:se )?(?:les? )?avis\\p{L}*|que,? si|si se|mitad|\\d{1,3} ?%|(?:\\d{1,3}|una?|dos|tres|cuatro|cinco|seis|ocho|diez|doce|quince|veinte|treinta|sesenta|noventa) (?:días?|semanas?|horas?|mes(?:es)?)|menú))';
const PAY =
  '(?:nos |me |les? )?(?:pag(?:an|aban|aron)|liquidan?|abonan|dan|depositan|descuentan|ganan|cobran|van)(?= .{0,24}\\d)';
const DOES = {
  place: words(`${CHARGES}|${DEMANDS}`),
  hand: words(`(?:nos|me) (?:${CHARGES}|${DEMANDS})`),
  stranger: words(`${CHARGES}|${DEMANDS}`),
  served: words(PAY),
} as const;
type Who = keyof typeof SUBJECTS;

/** What says by itself that a sentence is about another bargain: an earlier one, a rent, a loan, a tender, a journey. */
const ELSE = words(
  '(?:de|pag\\p{L}+ (?:el|de)) (?:alquiler|arriendo)|(?:el alquiler|el arriendo|la renta) del? (?:local|salón|departamento|depto|piso|oficina)|(?:préstamo|hipoteca)|bases de (?:la |una )?licitación|pliego de (?:condiciones|bases)|' +
    '(?:contrato|convenio|acuerdo|presupuesto|consultor|consultora|diseñador|diseñadora|fotógraf[oa]|ilustrador|ilustradora|traductor|traductora|agencia|estudio|proveedor) (?:(?:del año|de la vez) )?(?:anterior|pasad[oa]|de antes|previ[oa]|que (?:teníamos|tenía|nos (?:hacía|llevaba)))(?! quedó)|' +
    '(?:ilustrador|ilustradora|diseñador|diseñadora|fotógraf[oa]|agencia) de antes|(?:al?|el|la) antigu[oa] \\p{L}+|la (?:vez pasada|última vez)(?=.{0,60} (?:cobr|pag|ped|exig))|' +
    `(?:pagamos|pagué|dimos|dejamos|dejé|abonamos|adelantamos)(?=[^,.]{0,40} (?:al|a la|a los) (?:${PLACES}|${HANDS}))|` +
    '(?:el|la|nuestr[oa]|mi|su) (?:contrato de (?:alquiler|arrendamiento|seguro|préstamo)|arrendamiento|seguro|póliza(?: de seguro)?) (?:se rige|está sujet[oa]|exige|queda sujet[oa])|' +
    '(?:vuelo|avión|tren|ave|micro|autobús|bus|ferry|autocar) (?:de|a) las \\d',
);
/** The work of that day is not the freelancer's, or the sentence says itself that it is over. */
const NOT_OURS = words(
  'de eso ya salimos|agua pasada|tampoco (?:me|nos) (?:result|sirv|conv|funcion)\\p{L}+|(?:él|ella|tú|vos|usted|yo|ahí|eso) no (?:l[oa]s? |te |le )?(?:asist\\p{L}+|grab\\p{L}+|cubr\\p{L}+|particip\\p{L}+|toc[aoá]\\p{L}*|trabaj\\p{L}+|necesit\\p{L}+|est[áa]\\p{L}*|va|vas|voy)|no es (?:mi|tu|su) (?:entrega|parte)',
);
/** How somebody works as a rule is asked, or whether figures would do: nothing is agreed. */
const ASKS = words(
  'suele[ns]?|solés|normalmente|normales|habitual\\p{L}*|trabaja(?:n|s|is)? (?:a|con)|trabaj[áa]s (?:a|con)|alcanzan?|bastan?|se estila|aceptan?|acept[áa]s|sería(?:n)? (?:posible|normal\\p{L}*|mucho)|hay que (?:dar|dejar|pagar)|(?:piden?|pedís|pides) (?:anticipo|adelanto|seña\\p{L}*|enganche)|cobran? (?:por )?adelant\\p{L}*',
);
/** What is not possible or no longer holds. */
const REFUSES = words(
  '(?:no|tampoco) (?:(?:te|le|les|os) )?(?:podemos|puedo|podríamos|podría) (?:\\p{L}+ ){0,2}?(?:dar|entregar|pagar|adelantar|anticipar|aceptar|ofrecer|soltar|girar)\\p{L}*|(?:olvid[aáe]\\p{L}*|ignor[aáe]\\p{L}*) (?:l[oa]s|el|la) (?=\\d)|si me pid\\p{L}+',
);
const FIGURE = lettered(
  String.raw`\d|(?<![\p{L}])(?:mitad|tercio|cuart[oa]|una?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce|quince|veinte|treinta|sesenta|noventa|leye?s?|derecho|legislación)(?![\p{L}])`,
  'iu',
);
/** Here a sentence comes back to the two of them. */
const BACK = lettered(
  String.raw`[,;:)(—–]? ?(?<![\p{L}])(?:y |e )?(?:pero|contigo|con (?:vos|usted|ustedes|vosotr[oa]s)|conmigo|a (?:ti|vos|usted|ustedes|vosotr[oa]s|mí)|tú|vos|usted|yo|(?:de |en |para )?lo (?:tuyo|suyo|vuestro|mío)|en cambio|mientras que|por eso|así que|o sea|sí|te|os)(?![\p{L}])`,
  'giu',
);
const SENTENCE = /[^.!?;\n]+(?:[.](?=\S|\s?[ap]?\.?\s?m\.)[^.!?;\n]*)*[.!?;]?/g;
/** How far from whom a sentence is about stands what they do. */
const NEAR = 60;

/** The stretches of a brief whose figures are somebody else's, by who or what the sentence is about. */
export function spanishBystandersIn(said: string): Span[] {
  const isClient = clientIn(said);
  return [...said.matchAll(SENTENCE)].flatMap((match) => {
    const sentence = match[0];
    if (!FIGURE.test(sentence)) return [];
    // "(?)" is a doubt about what was said, and no question.
    const asked = /(?<!\()\?$/.test(sentence) && sentence.search(ASKS) >= 0;
    if (asked || sentence.search(NOT_OURS) >= 0) return [spanOf(match)];
    return [
      ...aboutOthers(sentence, match.index, isClient),
      ...[...sentence.matchAll(REFUSES)].map(({ index }) => index),
    ].map((from) => {
      const to = endOf(sentence, from);
      return { start: match.index + from, end: match.index + to, text: sentence.slice(from, to) };
    });
  });
}

/** Where in a sentence somebody else is what it is about. */
function aboutOthers(sentence: string, start: number, isClient: IsClient): number[] {
  const subjects = (Object.keys(SUBJECTS) as Who[]).flatMap((who) =>
    [...sentence.matchAll(SUBJECTS[who])].flatMap(({ 0: name, index }) => {
      const behind = sentence.slice(index + name.length, index + name.length + NEAR);
      const does = behind.search(DOES[who]);
      const back = behind.search(BACK);
      if (does < 0 || (back >= 0 && back < does)) return [];
      return isClient(start + index, start + index + name.length) ? [] : index;
    }),
  );
  const other = [...sentence.matchAll(ELSE)].map(({ index }) => {
    const open = sentence.lastIndexOf('(', index);
    return open > sentence.lastIndexOf(')', index) ? open : index;
  });
  return [...subjects, ...other];
}

/** The end of a sentence or its bracket, or where it comes back to the two. */
function endOf(sentence: string, from: number): number {
  const close = sentence.charAt(from) === '(' ? sentence.indexOf(')', from) : -1;
  if (close >= 0) return close;
  const back = [...sentence.matchAll(BACK)].find(({ index }) => index > from + 12)?.index;
  return back ?? sentence.length;
}
