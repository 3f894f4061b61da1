import { said } from '../briefs/passages/letters.ts';

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
/** “Without VAT.”, and no price that could be a net one. */
export const NO_TAX_ALONE =
  /^\W*(?:all(?:es)? |todo |tout )?(?:without|ohne|sans|sin) (?:any )?(?:vat|tax(?:es)?|gst|mwst|ust|umsatzsteuer|mehrwertsteuer|tva|iva|impuestos)\W*$/iu;
/** A price of something else than the whole work. */
export const EACH = said('each|every|per|jede[rsnm]?|je|pro|chaque|par|cada|por');
/** What late payment costs. */
export const INTEREST = said(
  'interest(?! (?:in|of (?!\\d)))|late (?:payment )?(?:fees?|charges?|penalt(?:y|ies))|late payments?|overdue|in arrears|reminder fees?|default|verzug\\p{L}*|verzugszinsen|zinsen|mahngebühr\\p{L}*|mahnpauschale|säumnis\\p{L}*|verspätet\\p{L}* zahl\\p{L}*|intérêts?|pénalités? de retard|retards? de paiement|(?:jour|semaine|mois) de retard|payée?s? en retard|frais de relance|intereses|mora|morosidad|recargo por (?:demora|retraso)|demora|(?:día|semana|mes) de retraso|retraso en el pago|impag\\p{L}*',
);
/** How an invoice looks, not what is charged. */
export const SHOWN_APART = said(
  'shown|separately|itemi[sz]ed|ausgewiesen|ausweisen|mentionn\\p{L}*|indiqu\\p{L}*|détaill\\p{L}*|desglos\\p{L}*|indicad[oa]s?',
);
/** Nothing is asked for a late payment. */
export const NO_INTEREST = said(
  "no (?:late (?:payment )?(?:fees?|charges?|penalt(?:y|ies))|interest)(?! in)|(?:interest|late fees?)(?: \\p{L}+){0,4} (?:not|never) (?:charged|due|owed|claimed)|without (?:interest|late fees?)|(?:we|i) (?:waive|charge no|never charge|do not charge|don[’']t charge) (?:any )?(?:interest|late fees?)|keine (?:verzugszinsen|zinsen|mahngebühren|mahnkosten|säumniszuschläge)|(?:verzugszinsen|mahngebühren)(?: \\p{L}+){0,3} nicht|ohne (?:verzugszinsen|zinsen|mahngebühren)|(?:aucun|pas d[e’']|sans) ?(?:intérêts?|pénalités?|frais de relance)|aucune pénalité|(?:sin|ningún|no se (?:cobran?|aplican?|deben?)) (?:intereses?|recargos?)(?: (?:de|por) (?:mora|demora|retraso))?",
);
/** It is we who are late. */
export const OUR_DELAY = said(
  'deliver\\p{L}*|hand over|liefer\\p{L}*|abgabe|livr\\p{L}*|entreg\\p{L}*|(?:we|i) (?:are|am|is) late|wir (?:sind|kommen)',
);
