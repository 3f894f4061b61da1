import type { TaxReason } from '../../shared/tax.ts';
import { said } from '../passages/letters.ts';

const TAX_DE = '(?:ust\\.?|mwst\\.?|umsatzsteuer|mehrwertsteuer)';
const TAX_EN = '(?:vat|gst|hst|sales tax|tax)';

/** No part of a longer word: a "Kleinunternehmer-Beratung" is a firm. */
const words = (source: string) => said(`(?:${source})(?!-[\\p{L}])`, 'giu');

/** What people write where no tax is added for a reason, in four languages and as their laws call it. */
export const REASONS: readonly (readonly [TaxReason, RegExp])[] = [
  [
    'reverse-charge',
    words(
      `reverse[- ]charged?(?:[- ](?:mechanism|procedure|rules?|verfahren))?|steuerschuldnerschaft(?: des (?:leistungs|rechnungs)empfängers)?|umkehr(?:ung)? der steuerschuld\\p{L}*|(?:leistungsempfänger|auftraggeber|kunde) schuldet die ${TAX_DE}|auto-?liquidation(?: de (?:la )?tva)?|auto-?liquid[ée]e?s?|inversi[oó]n del sujeto pasivo|(?:vat|tax) (?:is )?(?:due|owed|payable|accounted for) by the (?:client|customer|recipient)`,
    ),
  ],
  [
    'small-business',
    words(
      `kleinunternehm(?:er(?:in(?:nen)?|regelung|status)?|en?regelung)|§ ?19 (?:abs(?:atz|\\.) ?1 )?ustg|franchise en base(?: de (?:la )?tva)?|(?:tva non applicable[ ,:(–-]{1,3})?(?:art(?:icle|\\.)? ?)?293 ?b(?: du (?:cgi|code général des impôts))?|r[eé]gimen de franquicia(?: del iva)?|small[- ](?:business|enterprise|traders?) (?:vat )?(?:exemption|scheme|rules?|relief|regulation)|(?:not|(?:is|are|am)n['’]t) (?:yet |currently )?(?:vat|gst|sales tax)[- ]registered|(?:not|(?:is|are|am)n['’]t) (?:yet |currently )?registered for (?:vat|gst|sales tax)|(?:below|under) the (?:vat|gst) threshold`,
    ),
  ],
  [
    'exempt',
    words(
      `${TAX_EN}[- ]exempt(?:ion)?|exempt(?:ed)? from ${TAX_EN}|(?:umsatz|mehrwert)steuer(?:befreit|frei)|von der ${TAX_DE} befreit|steuerfrei nach § ?4[^.;,?!\\n]{0,20}|exon[ée]r(?:[ée]{1,2}s?|ation) de (?:la )?tva|exent[oa]s? de iva|iva exento|exenci[oó]n (?:de|del) iva`,
    ),
  ],
];

/** No tax, and not why. A number, a question or a rule of tax is something else. */
export const NONE = said(
  `(?:no|zero|nil) ${TAX_EN}(?:es)?(?![- ](?:numbers?|ids?|registration|advice|advis\\p{L}*|returns?|invoices?|refunds?|receipts?|questions?|issues?|problems?|forms?|consult\\p{L}*))|${TAX_EN}[- ]free|(?:don['’]t|do not|won['’]t|will not|not) (?:charg(?:e|ing)|add(?:ing)?|pay) (?:any )?${TAX_EN}|keine ${TAX_DE}|nicht (?:${TAX_DE}|umsatzsteuer|mehrwertsteuer)-?pflichtig|tva non applicable|(?:pas|aucune) (?:de )?tva|non assujetti(?:e|s)? à la tva|no (?:lleva|llevan|aplica|aplico|cobro|cobramos|hay) (?:el )?iva`,
  'giu',
);
