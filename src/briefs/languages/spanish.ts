import { CLOCKS } from './clock-words.ts';
import type { Lexicon } from './language.ts';
import { MONEY } from './spanish-money.ts';

const MONTHS = [
  ['enero', 'January'],
  ['febrero', 'February'],
  ['marzo', 'March'],
  ['abril', 'April'],
  ['mayo', 'May'],
  ['junio', 'June'],
  ['julio', 'July'],
  ['agosto', 'August'],
  ['sep?tiembre', 'September'],
  ['octubre', 'October'],
  ['noviembre', 'November'],
  ['diciembre', 'December'],
] as const;

const SHORT_MONTHS = 'ene feb mar abr may jun jul ago sept? oct nov dic'.split(' ').map((short, at) => {
  return [
    `(\\d{1,2})(?:º|°)? (?:de )?${short}(?:\\.|(?= ?[,;:)\\n]|$| (?:de |del |a |\\d)))`,
    `$1 ${MONTHS[at]?.[1]}`,
  ] as const;
});

const DATES = MONTHS.flatMap(([name, english]) => [
  [
    `(?:del )?(\\d{1,2}) (?:al|a|-|–) (\\d{1,2}) de ${name}(?: (?:de|del) (\\d{4}))?`,
    `$1 to $2 ${english} $3`,
  ] as const,
  [`(\\d{1,2})(?:º|°)? de ${name} (?:de|del) (\\d{4})`, `$1 ${english} $2`] as const,
  [`(\\d{1,2})(?:º|°)? (?:de )?${name}`, `$1 ${english}`] as const,
  [
    `(?:(?:a |el )?(?:finales|fin|final|último d[ií]a) de|antes de que (?:se )?(?:acabe|termine)) ${name}`,
    `end of ${english}`,
  ] as const,
  [`(?:a )?(?:principios|comienzos|inicios) de ${name}`, `early ${english}`] as const,
  [`(?:a )?mediados de ${name}`, `mid ${english}`] as const,
  [`(?:en|para|antes de|durante) ${name}`, `in ${english}`] as const,
]);

const NUMBERS = 'dos tres cuatro cinco seis siete ocho nueve diez once doce'
  .split(' ')
  .map((word, index) => [`${word}(?! (?:mille|cents?|mil|tausend|hundert))`, String(index + 2)] as const);

const WEEKDAYS = [
  ['lunes', 'Monday'],
  ['martes', 'Tuesday'],
  ['miércoles', 'Wednesday'],
  ['jueves', 'Thursday'],
  ['viernes', 'Friday'],
  ['sábado', 'Saturday'],
  ['domingo', 'Sunday'],
] as const;
const ANY_DAY = WEEKDAYS.map(([name]) => name).join('|');

const CANCELLING = [
  [
    '(?:(?:la )?(?:sesión|tarifa|reserva) (?:completa|entera|íntegra)|(?:el )?(?:importe|precio|honorarios|fee|price) (?:completos?|enteros?|íntegros?)|se cobran? (?:íntegr[oa]s?|completas?|completos?|enteras?))',
    'in full',
  ],
  ['(?:aviso previo|preaviso|aviso)(?: de|:)? (?:un|1) mes', '1 months notice'],
  ['(?:un|1) mes de (?:preaviso|aviso)', '1 months notice'],
  ['(?:aviso previo|preaviso)(?: de|:)? (\\d{1,3}) (días|semanas|meses)', '$1 $2 notice'],
  ['(?:la sesión entera|entera|íntegr[oa]|la totalidad|en su totalidad)', 'in full'],
  ['(?:si )?(?:cancelamos)', 'cancelled'],
  ['(?:gastos de cancelación)', 'cancellation fee'],
  ['(?:en caso de |por )?(?:cancelación|anulación)', 'cancellation'],
  ['(?:si )?(?:se )?(?:cancela(?:n|r|do)?|anula(?:n|r|do)?)', 'cancelled'],
  ['(?:con |a )?menos de (\\d{1,3}) (días|horas|semanas|h)(?: de antelación)?', 'less than $1 $2'],
  ['(?:dentro de (?:los|las)|en los últimos|en las últimas) (\\d{1,3}) (días|horas|semanas|h)', 'within $1 $2'],
  ['preaviso de (\\d{1,3}) (días|semanas)', '$1 $2 notice'],
  ['(\\d{1,3}) (días|semanas) de preaviso', '$1 $2 notice'],
  ['(?:del|de los) (?:precio|importe|honorarios|total)', 'of the fee'],
  ['rescindible con (\\d{1,3}) (días|semanas)', '$1 $2 notice'],
  ['horas', 'hours'],
  ['días', 'days'],
  ['semanas', 'weeks'],
  ['meses', 'months'],
] as const;

/** "Vie. 5 de marzo": short names of days count before a date only. */
const SHORT_DAYS = 'lun Mon,mar Tue,mi[eé] Wed,jue Thu,vie Fri,s[aá]b Sat,dom Sun'.split(',').map((pair) => {
  const [short, english] = pair.split(' ');
  return [`${short}\\.?,?(?= \\d{1,2}(?:/| (?:de )?\\p{L}))`, english ?? ''] as const;
});

const SCHEDULE = [
  [`(?:todos )?los (?:lunes|martes|miércoles|jueves|viernes|sábados|domingos)|cada (?:${ANY_DAY})`, 'weekly'],
  ['(?:cuanto antes|lo antes posible|ya mismo|pronto|asap)', 'soon'],
  ['(?:fin|fecha de fin|final)(?=:)', 'deadline'],
  ['(?:fin previsto|tienen? que estar|deben? estar)(?: el)?', 'deadline'],
  [
    'fecha de entrega,?|fecha tope|tope(?= ?[:=])|l[ií]mite(?= ?[:=])|fin del (?:encargo|proyecto|trabajo|contrato)|cerrado(?= (?:el|para|a más))',
    'deadline',
  ],
  [
    '(?:part(?:o|imos|iríamos)|arranc(?:o|ás|amos|aría|ar)|inici(?:o|amos|aría|ar)|empezás)(?= el (?:\\d|lunes|martes|miércoles|jueves|viernes|sábado|domingo))',
    'start',
  ],
  [
    '(?:todo )?(?:queda|lo necesito|la entrego|lo entrego|entrego|necesitamos|la necesitamos|lo necesitamos)(?= (?:el|para|antes|a \\p{L}))',
    'deadline',
  ],
  [
    '(?:presupuesto|correo|mail|mensaje|propuesta|oferta|llamada|reunión|carta|cotización)(?: [A-Z\\d-]{3,12})? del?(?= (?:\\d|lunes|martes|miércoles|jueves|viernes|sábado|domingo))',
    'offer dated',
  ],
  // "La movemos del 3 al 10 de julio": the first day is no more.
  [
    '(?<=(?:mov|mueve|muev|pas|corr|cambi|posterg|aplaz|atras|adelant|trasl)\\p{L}{1,8} (?:\\p{L}+ ){0,3})del \\d{1,2}(?= al \\d{1,2} de)',
    '',
  ],
  [
    '(?:de (?:hoy|aquí) en|dentro de) (\\d{1,2}|una?) (weeks|days|months|semana|mes)(?! (?:de|desde|tras|después|siguientes|posteriores|hábiles|naturales|a partir))',
    'in $1 $2',
  ],
  ['(?<=in \\d{1,2} (?:weeks|days) )(?:justas?|justos|exact[oa]s|contad[oa]s (?:desde|a partir de) hoy)', ''],
  ...SHORT_DAYS,
  [
    '(?<=(?:el|al|del|para|antes|entrega|límite|tope|fin|inicio|desde|hasta|tarde|,|:|Mon|Tue|Wed|Thu|Fri|Sat|Sun) ?)(\\d{1,2})/(\\d{1,2})(?!/|\\d| ?%)',
    '$1.$2.',
  ],
  ...SHORT_MONTHS,
  ...DATES,
  [`(?:el )?(?:próximo )(${ANY_DAY})`, 'next $1'],
  [`(?:el )?(${ANY_DAY}) (?:próximo|que viene)`, 'next $1'],
  ...WEEKDAYS,
  ['del (\\d{1,2} [A-Z]\\p{Ll}+(?: \\d{4})?) al (?=\\d{1,2} [A-Z])', 'from $1 to '],
  ['(?:la (?:próxima semana|semana que viene)|semana \\d{1,2})', 'next week'],
  ['(?:el (?:próximo mes|mes que viene))', 'next month'],
  ['(?:en|por|esta|para|para la|la próxima) (?:primavera|verano|otoño|invierno)', 'next spring'],
  ['(?:a )?(?:fin|final|finales) de mes', 'end of the month'],
  ['hoy', 'today'],
  ['(?:antes de|para|hacia) (?:Semana Santa|Navidad(?:es)?|el día de la madre)', 'by Easter'],
  ['fin (?=\\d)', 'deadline '],
  ['(?:entrega|entregado|entregada|list[oa]) en (?=\\d{1,2} (?:weeks|days|months))', 'deadline in '],
  ['necesitamos (?:\\p{L}+ ){0,3}(?=el \\d)', 'deadline '],
  [
    '(?:a más tardar (?:el|para el)|como (?:muy tarde|máximo) (?:el|para el)|antes del?|hasta el|no más tarde del)(?= (?:\\d|end|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|next))',
    'by',
  ],
  ['para el(?= (?:\\d|end|Mon|Tue|Wed|Thu|Fri|Sat|Sun|next))', 'for by'],
  ['(?:desde|del|a partir de)(?=:)', 'start'],
  ['(?:hasta|al)(?=:)', 'deadline'],
  ['(?:a partir del?|desde el|desde)(?= (?:\\d|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday))', 'from'],
  ['(?:el|del)(?= (?:\\d{1,2}(?: [A-Z]|/|\\.)|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday))', 'on'],
  [
    '(?:(?<!página de )inicio|comienzo|arranque|empezamos|empieza|empiezo|empiezan|emp(?:ie|e)[zc]\\p{L}+|com(?:ie|e)n[zc]\\p{L}+|arran[cq]\\p{L}+|inici(?:o|a|as|ás|an|amos|aría|aríamos|ar|aremos|aré|ará)|se pone en marcha|incorporación)',
    'start',
  ],
  [
    '(?:entreg(?:a|ado|ada|ados|adas|ar|amos|o|as|ás|an|aré|aremos|aría)(?: final)?|fecha límite|plazo|termin(?:a|as|ás|o|amos|an|ado|ada|ar|aría)|acab(?:a|as|ás|o|amos|ado|ada|ar)(?! de)|conclu\\p{L}+|listos?|listas?|vencimiento|finali[zc]\\p{L}+|(?:fin|final|término|cierre)(?: (?:del?|de la|de los) \\p{L}+)?(?=:)|publicad[oa]|en línea(?= (?:el|para))|(?:lo |la |los |las )?(?:necesito|necesitamos|quiero|queremos|precisamos)(?= (?:el|para|antes|on|for|by)))',
    'deadline',
  ],
  [
    '(?<=(?:abr\\p{L}+|abiert[oa]s?|horario) )de (\\d{1,2}(?::\\d{2})?) ?h? a (\\d{1,2}(?::\\d{2})?) ?(?:h|horas|hrs)',
    'from $1 to $2 h',
  ],
  ['a las (\\d{1,2})\\.(\\d{2})(?: ?h| horas)?(?= |,|\\.|$)', 'at $1:$2'],
  ['(?:a las |(?<=, ))(\\d{1,2}) ?(?:h|hs|horas|hrs)(?= |,|\\.|$)', 'at $1:00'],
  ['a las (?=\\d)', 'at '],
] as const;

const WORK = [
  ['(?:aniversario|reportaje)', 'event'],
  ['(?:les )?(?:necesitamos|incluye|recibe)(?= (?:\\d|una? ))', 'gets'],
  ['(?:les |te |os |se )?entreg(?:o|amos)(?= (?:\\d|una? |la |el |los |las ))', 'deliver'],
  ['boda|casamiento', 'wedding'],
  ['maquill\\p{L}+|novias?', 'make-up'],
  ['conciertos?|banquete|bolo|actuación|sonorización|en el escenario', 'concert'],
  ['reservad[oa]s?(?= (?:el|para el|on|for|by))', 'booked'],
  ['rodaje|grabación|toma(?=:)', 'shoot'],
  ['ensayo', 'rehearsal'],
  ['ceremonia', 'ceremony'],
  ['interpretación', 'interpreting'],
  ['(?:sesión (?:de fotos|fotográfica)|shooting)', 'shoot'],
  ['(?:sesión|sesiones)', 'session'],
  ['(?:evento|fiesta|gala|cumpleaños|inauguración)', 'event'],
  ['talleres|taller', 'workshop'],
  ['(?:formación|formaciones|curso)', 'training'],
  ['(?:charla|ponencia)', 'talk'],
  ['(?:conferencia|congreso)', 'conference'],
  ['(?:reportaje (?:de fotos|fotográfico)|fotografía|fotógraf[oa])', 'photography'],
  ['(?:asesoría|consultoría|asesoramiento)', 'consulting'],
  ['(?:página web|sitio web|web)', 'website'],
  ['(?:identidad (?:visual|de marca|corporativa)|imagen corporativa)', 'brand identity'],
  ['(?:diseño(?: gráfico)?)', 'design'],
  ['(?:redacción|corrección de textos)', 'copywriting'],
  [
    '(\\d{1,2}|una)(?: sola)? (?:rondas?|vueltas?|tandas?) de (?:cambios|revisiones|revisión|correcciones|corrección|modificaciones|modificación|ajustes?|retoques|comentarios)',
    '$1 rounds of revisions',
  ],
  ['(?:revisiones|correcciones|rondas(?: de \\p{L}+)?|cambios|retoques)(?=:)', 'revisions'],
  [
    '(\\d{1,2}|una(?: sola)?) (?:rondas?|vueltas|tandas)(?= ?(?:[,.;:)\\n–-]|$|inclu|máximo|gratis|y|and))',
    '$1 rounds of revisions',
  ],
  [
    '(\\d{1,2}|una) (?:rondas?|vueltas?|tandas?) de (?:comentarios|retoques|feedback|edición)',
    '$1 rounds of revisions',
  ],
  ['(\\d{1,2}|una) (?:revisiones|revisión|correcciones)', '$1 revisions'],
  ['(?:revisiones|cambios|rondas de cambios) (?:ilimitad[oa]s|sin límite)', 'unlimited revisions'],
  ['(?:entregables?)', 'deliverables'],
  ['(?:se entregan?|entregaré|entregaremos|se incluyen?)(?=:? (?:\\d|una? |el |la ))', 'deliver'],
  ['(?:incluye|incluido)(?=: ?(?:\\d|una? ))', 'including'],
  ['(?:incluye(?:ndo)?|que incluye|compuesto de)', 'including'],
] as const;

const PEOPLE = [
  ['(?:contacto|persona de contacto|representad[oa] por)', 'contact'],
  ['(?:client[ea]s?|clienta|contratante|comitente|organiza(?:dora?)?(?= \\p{Lu})|mandante)', 'client'],
  ['(?:doña|don)(?= \\p{L})', 'client person'],
  ['(?:clienta?)', 'client'],
  ['para (?:el |la )?(?:señor|señora|Sr\\.|Sra\\.|D\\.|Dña\\.|don|doña)', 'for person'],
  ['para la familia', 'for family'],
  ['para la asociación(?= \\p{Lu})', 'for company'],
  ['para (?:el |la )?(?:empresa|agencia|nuestro cliente|nuestra clienta|mi cliente|mi clienta)', 'for'],
  ['(?:necesita|quiere|busca|ha pedido|nos pide|solicita|desea|encarga)', 'needs'],
  ['(?:particular|cliente particular)', 'private client'],
  ['(?:los )?novios', 'couple'],
  ['(?:un|una)', 'a'],
  ['para', 'for'],
  ['y', 'and'],
  ['con', 'with'],
] as const;

/** Spanish, as freelancers in Spain and Latin America write. */
export const SPANISH: Lexicon = {
  marks:
    'mañana hs el la los las un una unos de del y para con es nos por al en que se su más no lo hola gracias anticipo días euros entrega precio iva factura cliente pago desde hasta mes meses semana cada hora sesión sesion horas mensual mensuales adelanto seña pesos lunes martes miércoles jueves viernes sábado domingo enero febrero marzo mayo junio julio septiembre octubre noviembre diciembre',
  rules: [
    ['pasado mañana', 'the day after tomorrow'],
    ['(?:de )?mañana en ocho(?: días)?', '1 weeks from tomorrow'],
    ['(?:d?el )?(lunes|martes|miércoles|jueves|viernes|sábado|domingo) en ocho(?: días)?', '1 weeks from $1'],
    ['d?el (?:mes que viene|próximo mes|mes próximo|mes entrante)(?<=\\d d?el [\\p{L} ]+)', 'of next month'],
    ['de este mes(?<=\\d de este mes)', 'of this month'],
    ['(?:para|antes de) mañana(?= ?[,.;!)\\n]|$| (?:sin falta|mismo|a primera|por la))', 'by tomorrow'],
    ...NUMBERS,
    ...CLOCKS.es,
    ...MONEY,
    ...CANCELLING,
    ...SCHEDULE,
    ...WORK,
    ...PEOPLE,
  ],
};
