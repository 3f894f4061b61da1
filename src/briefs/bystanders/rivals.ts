import { lettered } from '../passages/letters.ts';
import { type Span, spanOf } from '../passages/text.ts';

const FIRM =
  '(?:studios?|agenc(?:y|ies)|firms?|compan(?:y|ies)|bidders?|suppliers?|shops?|outfits?|photographers?|designers?|developers?|freelancers?|agentur(?:en)?|büros?|firm(?:a|en)|anbieter(?:in)?|betriebe?|dienstleister|agences?|sociétés?|entreprises?|prestataires?|cabinets?|estudios?|agencias?|empresas?|proveedor(?:es|a)?)';
/** Who else would do the work. */
const RIVAL = `(?:(?:an?|the|one|some|das|der|die|eine?|unsere?|une?|le|la|les|el|los|la) )?(?:(?:rival|competing|other|another|andere[srn]?|konkurrierende[srn]?|autres?|otr[oa]s?) ${FIRM}|${FIRM} (?:rivale?s?|concurrente?s?)|(?:a |the )?(?:rivals?|competitors?)|mitbewerber(?:in)?|konkurrent(?:in)?|konkurrenz|concurrente?s?|competencia|competidor(?:es|a)?)`;
const OFFERS =
  '(?:offer(?:ed|s)?|quot(?:ed|es)|bids?|came in|would (?:do|take|charge|have)|asked|asks|wanted|wants|charged|charges|bot(?:en)?|bietet|bieten|wollten?|will|verlangt(?:en?)?|nahm|hätten?|propos(?:e|ait|aient)|(?:a|avait|ont) proposé|demand(?:e|ait)|factur(?:e|ait)|ofrec(?:e|ía|ían|ió)|ped(?:ía|ían)|pide|cobr(?:a|aba|aban)|proponía)';
/** In another's bargain up to where the sentence comes back to the two who agree. */
const OFFERED = lettered(
  String.raw`(?<![\p{L}])${RIVAL} (?:\([^()\n]{2,40}\) )?(?:\p{L}+ ){0,2}?${OFFERS}(?![\p{L}])(?:[^.;!?\n]|\.(?=\S)){0,140}?(?=[;!?\n]|\.(?:\s|$)|$|,? (?:but|aber|mais|pero) |[,–—-] ?(?:so |and |und |et |y )?(?:we|i|you|our|wir|ich|sie|du|unser|nous|on|je|vous|tu|notre|nosotros|yo|usted|nuestro)(?![\p{L}])|,? (?:with|bei|mit|avec|chez|con) (?:you|us|me|ihnen|dir|euch|uns|mir|vous|toi|nous|moi|usted|ti|vosotros|nosotros)(?![\p{L}]))`,
  'giu',
);

/** What a brief says that somebody else offered for the work: "the rival studio quoted 6,900 with 60 days to pay". */
export const rivalsIn = (said: string): Span[] =>
  [...said.matchAll(OFFERED)].map(spanOf).filter(({ text }) => /\d/.test(text));
