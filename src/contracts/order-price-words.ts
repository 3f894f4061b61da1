/** What somebody has paid, or pays to others, is no price of this work. */
const THEIRS =
  /(?<![\p{L}])(?:paid|cost|costs|spent|spend|charge[sd]?|worth|sells?|sold|last year|bezahlt|gezahlt|kostete?n?|ausgegeben|payé\p{L}*|coût\p{L}*|dépensé\p{L}*|pagamos|pagado|pagué|pagaron|cuestan?|costaron|gastamos|gastado|(?:another|other|der|die|ein|un|une) (?:\p{L}+ )?(?:studio|agency|designer|photographer|freelancer|agentur|agence|agencia|estudio) \p{L}+)(?![\p{L}])/iu;

/** What is taken off or paid back makes no work dearer. */
const REBATE =
  /(?<![\p{L}-])(?:off|discounts?|rebates?|refund\p{L}*|reimburse\p{L}*|credit note|less(?! than)|cheaper|rabatt\p{L}*|(?:preis)?nachlass|erstatte\p{L}*|rückerstattung|gutschrift|günstiger|weniger(?! als)|remise|rabais|ristourne|rembours\p{L}*|moins(?! (?:de|que))|descuento|rebaja|reembols\p{L}*|menos(?! (?:de|que)))(?![\p{L}])/iu;
/** What somebody else would take for it. */
const OTHERS =
  /(?<![\p{L}])(?:competitors?|competition|konkurren\p{L}+|concurren\p{L}+|la competencia|somebody else|someone else|elsewhere|jemand anders|(?:my|our|his|her|a|meine?|unsere?|mon|ma|notre|mi|nuestr[oa]) (?:sister|brother|cousin|friend|neighbou?r|uncle|aunt|nephew|niece|son|daughter|colleague|schwester|bruder|cousine|freund(?:in)?|nachbar(?:in)?|kolleg(?:e|in)|s(?:œ|oe)ur|frère|ami|amie|voisine?|hermana|hermano|prim[oa]|amig[oa]|vecin[oa])) (?:would|could|can|will|does|did|do|offers?|asks?|asked|makes?|takes?|charges?|wants?|würde|macht|bietet|nimmt|le|fait|propose|ferait|lo|haría|hace|ofrece|cobra)(?![\p{L}])|(?<![\p{L}])(?:competitors?|konkurrenten?|concurrente?s?|competencia|competidor\p{L}*)(?![\p{L}])/iu;

/** Whether the words around a sum say that it is no price of this work. */
export const isNoPrice = (clause: string): boolean => [THEIRS, REBATE, OTHERS].some((one) => one.test(clause));

/** What nobody wants costs nothing. */
export const UNWANTED =
  /(?<![\p{L}])(?:(?:not|n['’]t|no longer) (?:need|want|require|add)|no need for|brauchen? (?:keine|nicht)|keine|pas besoin (?:de|d['’])|no (?:necesit\p{L}+|quer\p{L}+|hacen? falta))(?: \p{L}+)?\s*$/iu;
/** "50 photos a day" is what happens, and no order. */
export const EVERY =
  /(?<![\p{L}])(?:an?|per|each|every|am|pro|par|al|por) (?:day|week|month|year|hour|tag|woche|monat|jour|semaine|mois|día|semana|mes)(?![\p{L}])/iu;
