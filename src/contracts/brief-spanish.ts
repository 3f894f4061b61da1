import type { Lexicon } from './brief-language.ts';

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

const DATES = MONTHS.flatMap(([name, english]) => [
  [
    `(?:del )?(\\d{1,2}) (?:al|a|-|–) (\\d{1,2}) de ${name}(?: (?:de|del) (\\d{4}))?`,
    `$1 to $2 ${english} $3`,
  ] as const,
  [`(\\d{1,2})(?:º|°)? de ${name} (?:de|del) (\\d{4})`, `$1 ${english} $2`] as const,
  [`(\\d{1,2})(?:º|°)? (?:de )?${name}`, `$1 ${english}`] as const,
  [`(?:a |el )?(?:finales|fin|final) de ${name}`, `end of ${english}`] as const,
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

const MONEY = [
  ['por ciento', 'percent'],
  ['(?:más|\\+|mas) (?:el )?(?:(\\d{1,2}) ?% (?:de )?)?(?:IGV|ITBIS|ISV)', 'plus $1 % vat'],
  ['en (?:tres|cuatro|dos|3|4|2) (?:pagos|plazos|cuotas)', 'in instalments'],
  ['(?:se (?:abona|paga|pagará|abonará)|pagaremos|abonaremos|pagamos|abonamos)(?! a (?:los )?\\d)', 'payable'],
  ['plazo de pago:? (\\d{1,3}) días', 'payable within $1 days'],
  ['(?:el )?(?:resto|saldo)(?: se paga| a pagar)? (?:en|a los) (\\d{1,3}) días', 'balance payable within $1 days'],
  ['(?:pago|pagadero|factura(?:s)?)(?: \\p{L}+)? en (\\d{1,3}) días', 'payable within $1 days'],
  ['(?:pagamos|abonamos|(?:el )?resto|saldo|facturas?|abonaremos) a (\\d{1,3}) días', 'payable within $1 days'],
  ['(?:más|\\+|mas) (?:el )?(?:(\\d{1,2}) ?% (?:de )?)?(?:IVA|impuestos)', 'plus $1 % vat'],
  ['(?:IVA (?:aparte|no incluido)|sin IVA|impuestos no incluidos)', 'vat extra'],
  ['(?:IVA incluido|con IVA|impuestos incluidos)', 'vat included'],
  ['exent[oa] de IVA', 'no vat'],
  [
    '(?:pago|pagadera?|pagadero|factura|a pagar|se paga|plazo de pago|vencimiento)s? (?:a|en|dentro de(?: los)?|de|:) ?(\\d{1,3}) días(?: (?:desde|de|tras|después de|fecha)(?: la)? ?(?:factura|recepción)?)?',
    'payable within $1 days',
  ],
  [
    '(\\d{1,3}) días (?:para pagar|tras la factura|desde la factura|de plazo de pago|fecha factura)',
    '$1 days after invoice',
  ],
  ['(?:pago |pagadero )?(?:a|al|contra) (?:la )?(?:recibir|recepción de|recepción) ?(?:la )?factura', 'due on receipt'],
  ['(?:pago al contado)', 'due on receipt'],
  ['sin (?:anticipo|adelanto|señal|depósito)', 'no deposit'],
  ['(?:la )?mitad', 'half'],
  ['un tercio', 'a third'],
  ['(?:una )?cuarta parte', 'a quarter'],
  ['(?:por adelantado|por anticipado|de antemano)', 'up front'],
  ['(?:de |como |un |el )?(?:anticipo|adelanto|señal|depósito|seña|enganche)(?=:)', 'deposit'],
  ['(?:de |como |un )?(?:anticipo|adelanto|señal|depósito|entrada|seña|enganche)(?: (?:del|de))?', 'deposit of'],
  [
    '(?:a la|al|con la|con el) (?:firma|firmar|contratar|contratación|reserva|reservar|pedido|encargar|encargo|aceptar|aceptación)',
    'on signing',
  ],
  ['(?:al empezar|al inicio|al comenzar|antes de empezar)', 'before we start'],
  [
    '(?:a la|al|contra|tras la|con la) (?:entrega(?:r)?|finalizar|final|terminar|aprobación(?: final)?|publicación|lanzamiento)',
    'on delivery',
  ],
  ['(?:el )?(?:resto|saldo)', 'balance'],
  ['(?:tarifa (?:por|la) hora|precio hora)', 'hourly rate'],
  ['(?:tarifa (?:diaria|por día)|jornada a)', 'daily rate'],
  ['(?:cuota mensual|tarifa mensual|iguala(?: mensual)?)', 'monthly rate'],
  ['(?:(?:por|la|/ ?) ?hora|/ ?h)', 'per hour'],
  ['(?:al|por|/ ?) ?(?:día|jornada)', 'per day'],
  ['(?:al|por|/ ?) ?mes|mensuales?', 'per month'],
  ['(?:por|la|cada|/ ?) ?sesión', 'per session'],
  [
    '(?:por|cada|/ ?) ?(?:palabra|página|imagen|foto|artículo|persona|pieza|post|vídeo|video|participante|ilustración|publicación)',
    'per piece',
  ],
  ['(?:en total|total(?: de)?|importe total(?: de)?|todo incluido)', 'total'],
  ['(?:precio (?:fijo|cerrado)|tarifa plana|presupuesto cerrado|importe cerrado)(?: de)?', 'fixed price'],
  ['(?:honorarios|caché)(?: de)?', 'fee'],
  ['(?:precio|importe|tarifa|coste|costo|valor|paquete|presupuesto)(?: acordado| revisado| final)?(?=:)', 'price'],
  ['(?:precio|importe|tarifa|coste|costo|valor|paquete)(?: acordado)?(?: de| es| será)?', 'price'],
  ['(?:hasta|como máximo|máximo(?: de)?|tope(?: de)?|no más de|máx\\.)(?= (?:\\d|€|EUR|USD|MXN))', 'up to'],
  [
    '(?:unos|unas|calculo unas|calculo unos|aproximadamente|alrededor de|aprox\\.?|cerca de|más o menos|sobre los|estimado en)(?= (?:\\d|€|los|EUR))',
    'about',
  ],
  ['entre (\\S{1,12}(?: ?(?:€|euros|pesos))?) y', 'between $1 and'],
  ['(?<=\\d (?:€|euros|pesos|dólares) )[ou](?= (?:\\d|de \\d))', 'or'],
  ['en (?:lugar|vez) de', 'instead of'],
  ['(?:gastos de (?:viaje|desplazamiento)|dietas|desplazamientos?)', 'travel expenses'],
  ['(?:descuento|rebaja)', 'discount'],
  ['(?:recargo por mora|intereses de demora)', 'late fee'],
] as const;

const CANCELLING = [
  [
    '(?:(?:la )?(?:sesión|tarifa|reserva) (?:completa|entera|íntegra)|(?:el )?(?:importe|precio|honorarios) (?:completos?|enteros?|íntegros?)|se cobran? (?:íntegr[oa]s?|completas?|completos?|enteras?))',
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
  ['horas', 'hours'],
  ['días', 'days'],
  ['semanas', 'weeks'],
  ['meses', 'months'],
] as const;

const SCHEDULE = [
  [`(?:todos )?los (?:lunes|martes|miércoles|jueves|viernes|sábados|domingos)|cada (?:${ANY_DAY})`, 'weekly'],
  ['(?:cuanto antes|lo antes posible|ya mismo|pronto|asap)', 'soon'],
  ['(?:fin|fecha de fin|final)(?=:)', 'deadline'],
  ['(?:fin previsto|tiene que estar|debe estar)(?: el)?', 'deadline'],
  ['fecha de entrega,?', 'deadline'],
  [
    '(?:todo )?(?:queda|lo necesito|la entrego|lo entrego|entrego|necesitamos|la necesitamos|lo necesitamos)(?= (?:el|para|antes|a \\p{L}))',
    'deadline',
  ],
  ...DATES,
  [`(?:el )?(?:próximo )(${ANY_DAY})`, 'next $1'],
  [`(?:el )?(${ANY_DAY}) (?:próximo|que viene)`, 'next $1'],
  ...WEEKDAYS,
  ['(?:la (?:próxima semana|semana que viene)|semana \\d{1,2})', 'next week'],
  ['(?:el (?:próximo mes|mes que viene))', 'next month'],
  ['(?:en|esta|para|la próxima) (?:primavera|verano|otoño|invierno)', 'next spring'],
  ['(?:a )?(?:fin|final|finales) de mes', 'end of the month'],
  ['hoy', 'today'],
  [
    '(?:a más tardar el|como muy tarde el|antes del?|para el|hasta el|no más tarde del)(?= (?:\\d|end|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|next))',
    'by',
  ],
  ['(?:a partir del?|desde el|desde)(?= (?:\\d|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday))', 'from'],
  ['(?:el|del)(?= (?:\\d{1,2}(?: [A-Z]|/|\\.)|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday))', 'on'],
  [
    '(?:inicio|comienzo|arranque|empezamos|empieza|empiezo|empiezan|empezaremos|empezar|comenzar|comienzo|comenzamos|comienza|arranco|arrancamos)',
    'start',
  ],
  [
    '(?:entrega(?:do|da|r|mos)?(?: final)?|fecha límite|plazo|terminado|terminada|listo|lista|vencimiento|finaliza(?:ción|r)?)',
    'deadline',
  ],
  ['de (\\d{1,2}(?::\\d{2})?) ?h? a (\\d{1,2}(?::\\d{2})?) ?(?:h|horas|hrs)', 'from $1 to $2 h'],
  ['a las (\\d{1,2})\\.(\\d{2})(?: ?h| horas)?(?= |,|\\.|$)', 'at $1:$2'],
  ['(?:a las |(?<=, ))(\\d{1,2}) ?(?:h|hs|horas|hrs)(?= |,|\\.|$)', 'at $1:00'],
  ['a las (?=\\d)', 'at '],
] as const;

const WORK = [
  ['(?:aniversario|reportaje)', 'event'],
  ['(?:les )?(?:entrego|necesitamos|incluye|recibe)(?= (?:\\d|una? ))', 'gets'],
  ['boda', 'wedding'],
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
    '(\\d{1,2}|una) (?:rondas?|vueltas?) de (?:cambios|revisiones|revisión|correcciones|corrección|modificaciones|ajustes)',
    '$1 rounds of revisions',
  ],
  ['(?:revisiones|correcciones|rondas(?: de \\p{L}+)?|cambios)(?=:)', 'revisions'],
  [
    '(\\d{1,2}|una) (?:rondas?|vueltas?|tandas?) de (?:comentarios|retoques|feedback|edición)',
    '$1 rounds of revisions',
  ],
  ['(\\d{1,2}|una) (?:revisiones|revisión|correcciones)', '$1 revisions'],
  ['(?:revisiones|cambios|rondas de cambios) (?:ilimitad[oa]s|sin límite)', 'unlimited revisions'],
  ['(?:entregables?)', 'deliverables'],
  ['(?:incluye(?:ndo)?|que incluye|compuesto de)', 'including'],
] as const;

const PEOPLE = [
  ['(?:ley(?:es)?|legislación|derecho) colombian[oa]s?', 'Colombian law'],
  ['(?:ley(?:es)?|legislación|derecho) argentin[oa]s?', 'Argentinian law'],
  ['(?:ley(?:es)?|legislación|derecho) chilen[oa]s?', 'Chilean law'],
  ['(?:ley(?:es)?|legislación|derecho) peruan[oa]s?', 'Peruvian law'],
  ['(?:contacto|persona de contacto|representad[oa] por)', 'contact'],
  ['(?:client[ea]s?|clienta|contratante|comitente|organiza(?:dora?)?(?= \\p{Lu})|mandante)', 'client'],
  ['(?:doña|don)(?= \\p{L})', 'client'],
  ['(?:ley|legislación|derecho) suiz[oa]', 'Swiss law'],
  ['(?:ley|legislación|derecho) alemana?', 'German law'],
  ['(?:ley|legislación|derecho) de Nueva York', 'New York law'],
  ['(?:clienta?)', 'client'],
  [
    'para (?:el |la )?(?:señor|señora|Sr\\.|Sra\\.|D\\.|Dña\\.|empresa|agencia|asociación(?= \\p{Lu})|familia|nuestro cliente|nuestra clienta|mi cliente|mi clienta)',
    'for',
  ],
  ['(?:necesita|quiere|busca|ha pedido|nos pide|solicita|desea|encarga)', 'needs'],
  ['(?:particular|cliente particular)', 'private client'],
  ['(?:los )?novios', 'couple'],
  ['(?:ley|legislación|derecho|leyes) español(?:a|as)?', 'Spanish law'],
  ['(?:ley|legislación|derecho|leyes) mexican(?:a|o|as)', 'Mexican law'],
  ['(?:un|una)', 'a'],
  ['para', 'for'],
  ['y', 'and'],
  ['con', 'with'],
] as const;

/** Spanish, as freelancers in Spain and Latin America write. */
export const SPANISH: Lexicon = {
  marks:
    'el la los las un una unos de del y para con es nos por al en que se su más no lo hola gracias anticipo días euros entrega precio iva factura cliente pago',
  rules: [...NUMBERS, ...MONEY, ...CANCELLING, ...SCHEDULE, ...WORK, ...PEOPLE],
};
