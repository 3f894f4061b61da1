import { said } from '../briefs/agreed/words.ts';

/** Tax on the price; not who collects it, nor under what number. */
export const TAX = said(
  '(?:vat|(?:sales |value[- ]added )?tax(?:es)?|gst|hst)(?! ?-?(?:numbers?|ids?|identification|offices?|advis[eo]rs?|consultants?|returns?|authorit\\p{L}*|invoices?|registration))|mwst|ust(?!-?id)|umsatzsteuer(?!-?(?:id|nummer))|mehrwertsteuer|tva(?! intracom)|iva|impuestos?|TTC|hors tax\\p{L}*|toutes taxes|reverse[- ]charge|kleinunternehmer\\p{L}*',
);
/** It is added. */
export const ON_TOP = said(
  "plus|added|adds?|on top|extra|excl(?:uding|usive|\\.)?|zzgl\\.?|zuzüglich|hinzu|dazu|obendrauf|en sus|s[’']ajoute\\p{L}*|ajoutée?s?|hors tax\\p{L}*|HT|más|suman?|añad\\p{L}+|aparte|no incluid[oa]s?",
);
/** “Prices without VAT”: net, or untaxed. */
export const NET = said(
  '(?:without|net of|before|ex|ohne|hors|sans|sin) (?:vat|tax(?:es)?|gst|mwst|ust|umsatzsteuer|mehrwertsteuer|tva|iva|impuestos)',
);
/** A price of something else than the whole work. */
export const EACH = said('each|every|per|jede[rsnm]?|je|pro|chaque|par|cada|por');
/** What late payment costs. */
export const INTEREST = said(
  'interest(?! (?:in|of (?!\\d)))|late (?:payment )?fees?|late payments?|reminder fees?|default|verzug\\p{L}*|verzugszinsen|zinsen|mahngebühr\\p{L}*|mahnpauschale|intérêts?|pénalités? de retard|retard de paiement|frais de relance|intereses|mora|recargo por (?:demora|retraso)|demora',
);
/** How an invoice looks, not what is charged. */
export const SHOWN_APART = said(
  'shown|separately|itemi[sz]ed|ausgewiesen|ausweisen|mentionn\\p{L}*|indiqu\\p{L}*|détaill\\p{L}*|desglos\\p{L}*|indicad[oa]s?',
);
