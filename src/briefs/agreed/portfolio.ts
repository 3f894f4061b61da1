import type { Terms } from '../../contracts/terms.ts';
import { said } from '../passages/letters.ts';
import { REFUSED } from './words.ts';

type Portfolio = NonNullable<Terms['portfolio']>['value'];

/** Once it is public, whatever that is called: "after launch", "sobald es online ist", "après la parution", "tras el lanzamiento". */
const ONCE = 'after|once|until|when|nach|sobald|ab|après|dès|une fois|quand|tras|después del?|una vez|cuando|hasta';
const OUT =
  'publi\\p{L}*|launch\\p{L}*|release\\p{L}*|live|out|veröffentlich\\p{L}*|erschein\\p{L}*|start|online|parution|sortie|lancement|en ligne|lanzamiento|estreno';
const PUBLIC = said(`(?:${ONCE})(?![\\p{L}])[^.;\\n]{0,40}(?<![\\p{L}])(?:${OUT})`);
/** What is refused until then is allowed from then on: "no portfolio use before launch". */
const BEFORE = said(
  `(?:before|prior to|ahead of|bevor|vor(?: der| dem)?|avant|antes del?)(?![\\p{L}])[^.;\\n]{0,40}(?<![\\p{L}])(?:${OUT})`,
);
const ALLOWED = said(
  "yes|may|can|allow(?:ed|s)?|ok(?:ay)?|fine|permit(?:ted|s)?|permission|welcome|free to|happy|add|darf|dürfen|kann|können|erlaubt|gestattet|gern|ja|einverstanden|peu(?:t|x|vent)|pouvez|pouvons|autoris\\p{L}*|permis|oui|d['’]accord|puede[ns]?|puedo|podemos|podrá|podré|autoriz\\p{L}*|permitid[oa]|sí",
);

/** Only once somebody has been asked: no term has a value for it. */
const ASKED_FIRST = said(
  "ask(?:ed|s|ing)? (?:me |us |you |them |the client )?(?:first|before)|(?:with|without|after|upon|subject to) (?:my |our |your |their |the client[’']s |his |her |a |prior |previous |written |express )*(?:permission|consent|approval|agreement|ok)|(?:mit|ohne|nach|nur mit) (?:\\p{L}+ ){0,2}(?:zustimmung|einwilligung|erlaubnis|freigabe|rücksprache|genehmigung)|(?:avec|sans|après) (?:\\p{L}+ ){0,2}(?:accord|autorisation|permission)|(?:con|sin|previa|previo) (?:\\p{L}+ ){0,2}(?:permiso|autorización|consentimiento|aprobación)",
);

/** Whether the work may be shown in the portfolio, by words that speak of it; undefined where they leave it open. */
export function portfolioIn(words: string): Portfolio | undefined {
  if (ASKED_FIRST.test(words)) return undefined;
  if (PUBLIC.test(words)) return 'after-publication';
  if (REFUSED.test(words)) return BEFORE.test(words) ? 'after-publication' : 'no';
  return ALLOWED.test(words) ? 'yes' : undefined;
}
