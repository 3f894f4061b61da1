import { said } from '../briefs/passages/letters.ts';
import { CUES, EXTRA } from './own-cues.ts';

/** Before the work: “upon booking”, “vorab”, “à la réservation”. */
const AHEAD = said(
  "ahead|beforehand|before (?:we start|the start|work (?:starts|begins))|(?:up)?on (?:booking|order(?:ing)?|signing|signature)|when (?:you )?(?:book|sign)(?:ing)?|at the (?:start|outset)|zu beginn|vorab|im voraus|vor (?:beginn|arbeitsbeginn|projektstart)|bei (?:buchung|auftrag\\p{L}*|beauftragung|unterschrift|vertragsschluss)|au (?:démarrage|début|lancement)|d[’']avance|avant (?:le début|de commencer)|à la (?:réservation|commande|signature)|por anticipado|antes de (?:empezar|comenzar)|al (?:reservar|firmar|encargar|inicio|empezar)|a la firma",
);
/** Money is asked for before the work. */
export const asksAhead = (text: string): boolean =>
  CUES.deposit.test(text) || (AHEAD.test(text) && (CUES.paying.test(text) || CUES.price.test(text)));

/** A bound of what is paid, and nothing beyond the work: “you are never charged more than”. */
export const NO_MORE_THAN = said(
  "(?:no|not|never|n[’']t)(?: \\p{L}+){0,5} more than|at (?:the )?most|maximum of|up to a maximum|(?:nicht|nie|keinesfalls)(?: \\p{L}+){0,3} mehr als|höchstens|maximal|(?:pas|jamais)(?: \\p{L}+){0,3} plus de|au (?:plus|maximum)|(?:no|nunca)(?: \\p{L}+){0,4} más de|como (?:mucho|máximo)",
);
/** What goes beyond the work, whose price the contract leaves open. */
export const isExtra = (text: string): boolean => EXTRA.test(text.replace(NO_MORE_THAN, ' '));

const AT_ONCE =
  '(?:(?:up)?on (?:the )?receipt|when (?:you )?receiv\\p{L}+|immediately|at once|straight away|right away|the same day|on the spot|cash on delivery|within 24 hours|sofort|umgehend|unverzüglich|am (?:selben|gleichen) tag|(?:bei|nach|mit) (?:erhalt|zugang|empfang)|à (?:la )?réception|(?:au )?comptant|immédiatement|sans délai|le jour même|al contado|de inmediato|inmediatamente|sin demora|el mismo día|al recibir(?:la|las)?|a la recepción)';
const PAY =
  '(?:pay|pays|paid|payable|payments?|due|settle[sd]?|(?:ge|be)?zahl\\p{L}*|zahlbar|fällig|begleich\\p{L}*|beglichen|pai[ec]\\p{L}*|pay[eéa]\\p{L}*|règl\\p{L}*|exigibles?|pag[aou]\\p{L}*|abon\\p{L}*|vence\\p{L}*)';
/** Nobody has days to pay. */
export const PAID_AT_ONCE = said(`${PAY}(?: [\\p{L}’']+){0,6}? ${AT_ONCE}|${AT_ONCE}(?: [\\p{L}’']+){0,5}? ${PAY}`);
/** Somebody is told of it. */
export const TOLD = said(
  'tell|tells|inform\\p{L}*|let us know|notif\\p{L}*|sag\\p{L}*|meld\\p{L}*|mitteil\\p{L}*|dites|préven\\p{L}*|inform\\p{L}+|avis\\p{L}+',
);
/** All of it is paid before the work. */
export const ALL_AHEAD = said(
  '(?:full|entire|whole|total|complete) (?:amount|price|fee|sum|payment)|in full|100 ?%|everything|(?:gesamte|ganze|volle|komplette)[nrs]? (?:betrag|preis|honorar|summe|vergütung)|vollständig|alles|(?:totalité|intégralité)|(?:montant|prix) (?:total|entier)|intégralement|tout|(?:totalidad|importe total|precio (?:total|completo|entero))|íntegr\\p{L}+|todo',
);
export const INVOICE = said('invoices?|bills?|rechnung(?:en)?|factures?|facturas?');
/** It is not paid, or is only sent. */
export const UNPAID_YET = said(
  'not (?:been )?paid|unpaid|late|(?:we|i) (?:send|issue|invoice)|nicht (?:be|ge)zahlt|unbezahlt|(?:wir|ich) (?:stellen|senden|schicken)|(?:non|pas) (?:payée?s?|réglée?s?)|impayée?s?|(?:nous|je) (?:envoyons|émettons|envoie)|no (?:se (?:ha|han) )?pagad[oa]s?|impagad[oa]s?|enviamos|emitimos',
);
