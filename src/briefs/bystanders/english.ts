import { lettered, said } from '../passages/letters.ts';
import { type Span, spanOf } from '../passages/text.ts';
import { clientIn, type IsClient } from './client.ts';

/** Who has a bargain of their own with a party of the brief: trades, banks and offices. */
const TRADES =
  "(?:landlords?|landlady|lessor|lease|rent|tenancy|mortgage|loan|licen[cs]e|insur(?:er|ers|ance)|solicitors?|lawyers?|attorneys?|accountants?|realtors?|letting agents?|agents?|caterers?|florists?|suppliers?|(?:lumber|timber|builder['’]?s) yard|merchants?|wholesalers?|joiners?|carpenters?|plumbers?|electricians?|builders?|engineers?|architects?|surveyors?|roofers?|decorators?|boatbuilders?|banks?|funders?|lender|storage(?: unit)?|dentist|doctor|mechanic|airline|elevator|bottling line|(?:probate|county|family) (?:court|registry)|hmrc|the irs|(?:ticketing|stone|marine|marquee|tent|label|bus|coach|insurance|loan|sound|lighting|catering|venue|lottery|furniture|kitchen|floor|window|boat|finance|hire)(?: line)? (?:people|crowd|lot|folks?|guys?|blokes?|company|firm))";
/** And houses, which may as well be the client. */
const HOUSES =
  '(?:bands?|venue|hall|church|hotel|house|quay|marina|theat(?:er|re)|marquee|printers?|gym|vet|garage|nursery|ferry|b&b|chefs?|bar|box office|painters?)';
const BYSTANDER = `(?:${TRADES}|${HOUSES})`;
const OWN = '(?:our|my|his|her|hers|their|its)';
const KIND = "(?:(?:old|new|other|usual|own|current|present|late|regular|main|local|big|\\p{L}+['’]s) ){0,2}";
/** Whom a bystander has the bargain with: what the verb does to them, or takes of them. */
const TAKES =
  '(?:takes?|took|charges?|charged|asks?|asked|keeps?|kept|bills?|billed|invoices?|quoted|allows?|lets?|rents?|holds?(?: back)?|wants?(?= (?:its|their|his|her|numbers|final|half|all|paying|payment|\\d|[€£$]))|wanted|demands?|needs?(?= (?:\\p{L}+ )?(?:days|weeks|months))|gets?(?= (?:an? )?(?:[€£$]|\\d|half|paid))|gives? (?:us|him|her|them|me|creditors)|said|says|has an?|had|hits?)';
/** The customers of a party of the brief, and what their own bargain has them do. */
const CUSTOMERS =
  '(?:customers|farmers|patients|guests|members|diners|tenants|residents|vendors|stallholders|exhibitors|subscribers|shoppers|visitors|passengers|buyers|couples|brides|punters|growers|slip holders|boat owners|campers|delegates|attendees|renters|hunters|anglers|boarders|donors|advertisers|sponsors|distributors|stockists|retailers|pet owners|players|hirers|families|parents|students|pupils|donors|learners)';
const OWE =
  '(?:pay|paid|put|lose|forfeit|get charged|are charged|get \\d|have to|cancel|owe|must|leave|skip|bail|book|drop|settle|who (?:bail|cancel|skip|drop|pay))';
/** Who did such work before. */
const PREDECESSOR =
  "(?:old|last|previous|former|ex)[ -](?:year['’]s )?(?:\\p{L}+ )?(?:photographer|videographer|designer|developer|builder|boatbuilder|writer|editor|translator|copywriter|painter|decorator|gardener|accountant|bookkeeper|teacher|tutor|coach|band|singer|dj|caterer|agency|studio|freelancer|contractor|consultant|guy|chap|bloke|girl|lad|fella|lady|planner|programmer|coder|engineer|architect|joiner|carpenter|plumber|electrician|tailor|illustrator|artist|musician|pianist)";
/** Papers that bind somebody else. */
const PAPERS =
  "(?:membership|rental|tenancy|hire|hiring|staff|employment|employee|slip|boarding|enrolment|franchise|catering|venue|insurance|phone|lease|mooring|storage|customer|guest|(?<!(?:their|your|our|client['’]s) )vendor|tenant)['’]?s? (?:agreements?|contracts?|forms?|rules|terms|policy|policies|conditions|packet|pack)(?= (?:attached|says?|said|came|states?|has|is)|:)|handbook facts";
/** What binds somebody else whatever the sentence begins with. */
const GOVERNED =
  '(?:the|this|that|our|my|his|her|their) (?:\\p{L}+ )?(?:lease|tenancy|rental|insurance|mortgage|loan)(?: (?:agreement|contract|policy|cover))? (?:is|are|falls|runs) (?:governed|under|subject)';
const SUBJECT = said(
  `${OWN} ${KIND}${BYSTANDER}(?:['’]s)?(?! (?:policy|terms|payments?|conditions|portal|accounts?))|(?<=(?:^ ?|[.!?;(:\\n•*-] ?|so |because |and |but ))${TRADES}(?:['’]s| ${TAKES}| has| have| is| are| was)|the ${KIND}${BYSTANDER}(?:['’]s own| (?:\\([^()\\n]{1,40}\\) )?${TAKES})|${OWN} ${KIND}${CUSTOMERS} (?:\\p{L}+ ){0,2}${OWE}|(?<!(?:and|with|for|your) )(?:the |\\p{L}+ )?(?!parents|students|pupils|families)${CUSTOMERS}(?: of (?:hers|his|theirs|ours)| here)? ${OWE}|(?:parents|students|pupils|families) pay (?:\\p{L}+ )?(?:fees|tuition|dues|subs)|${PREDECESSOR}|${PAPERS}|${GOVERNED}`,
  'giu',
);
/** Said of something that is no part of the bargain. */
const NOT_OURS = said(
  "not ours|not yours|between (?:me|us) and (?:him|her|them)|just (?:for )?context|just fyi|not (?:my|our|your) (?:problem|business|concern|worry)|nothing to do with (?:you|us|this|me)|(?:that['’]?s|it['’]?s|purely|is) internal",
);
/** What was agreed once, for other work. */
const ONCE = said(
  'when we (?:last )?(?:worked|did)|when (?:you|i) (?:last )?(?:worked|did)|(?:the )?last (?:quote|contract|invoice|proposal) (?:you|we|i) (?:sent|had|did)|your invoice (?:no\\.? ?|number )?\\d{2,8}|in 20[012]\\d (?:the|you|we|it|i|they) (?:\\p{L}+ )?(?:was|were|had|paid|took|charged)|by law',
  'giu',
);
/** Asked in general, or of somebody, and not said. */
const ASKED = said(
  '(?:would|is|are|do|does) (?!you)[^?.;\\n]{0,50}(?:usual|normal|typical|standard|customary|common|the norm)[^?.;\\n]{0,50}\\?|(?:asked|wondered|wonders|wanted to know)(?: me)? (?:whether|if) [^.;\\n]{0,20}(?:normally|usually|generally|typically)[^.;\\n]{0,80}',
  'giu',
);
/** Somebody said no to it. */
const REFUSED = said(
  "(?:wants?|wanted|asked|asks?|tried)(?: for)? [^.;\\n]{2,70}[,. ] ?(?:and |but |so )?(?:i )?(?:told (?:him|her|them) no|said no|(?:he|she|they) laughed|(?:he|she|they) said no|no way)|(?:can['’]?t|cannot|won['’]?t|couldn['’]?t) (?:do|manage|pay|go to|stretch to|accept|offer) (?:a |the )?(?:\\d{1,3} ?(?:%|per ?cent)|half|\\p{L}+ per ?cent|\\p{L}+ days)[^.,;\\n]{0,30}",
  'giu',
);
/** "As with the last designer, half down" speaks of the work at hand. */
const SAME = said(
  'same (?:again|here|for (?:you|me|us)|deal|terms|as)|like (?:with )?(?:him|her|them|the last)|as with|still (?:applies|stands)|pays? (?:you|me|your|my|our (?:freelancers|contractors|suppliers|vendors)|freelancers|contractors|vendors|all invoices|invoices)',
);
/** From here on the sentence is about the work again. */
const OURS = lettered(
  String.raw`[,;–—(:] ?(?:(?:so|but|and|now|then|while|whereas|which is why) )*(?:i|i['’]ll|i['’]d|i['’]m|me|you|yours|your|with you|he can|she can|they can|he['’]ll|she['’]ll|we['’]ll|we can|we['’]d)(?! (?:lose|forfeit|only|know|see|gather|think|guess))(?![\p{L}])`,
  'iu',
);
const ENDS = /[\n;!?]|(?<!\b(?:mr|mrs|ms|dr|no|st|approx|incl|max|min|ref)|\b[ap]\.m)\.(?=\s|$)/gi;

/** The sentences of a brief, those in brackets behind one with it. */
function sentencesOf(text: string): Span[] {
  const found: Span[] = [];
  let from = 0;
  for (const at of [...[...text.matchAll(ENDS)].map(({ index }) => index), text.length]) {
    const last = found.at(-1);
    const said = text.slice(from, at + 1);
    if (last && /^ ?\(/.test(said)) found[found.length - 1] = { ...last, end: at, text: text.slice(last.start, at) };
    else if (at > from) found.push({ start: from, end: at, text: text.slice(from, at) });
    from = at + 1;
  }
  return found;
}

/** From where a sentence speaks of somebody else's bargain, and up to where. */
function asideOf({ start, end, text }: Span, isClient: IsClient): Span[] {
  const label = /^[^:.]{0,60}\b(?:not ours|not yours|theirs)\b[^:.]{0,10}:/i.test(text);
  if (SAME.test(text) && !label) return [];
  if (label) return [{ start, end, text }];
  const outside = NOT_OURS.exec(text);
  if (outside) return [disowned(text, outside.index, start)];
  const subjects = [...text.matchAll(SUBJECT)].filter(
    ({ index, 0: subject }) => !isClient(start + index, start + index + subject.length),
  );
  return [...subjects, ...text.matchAll(ONCE)].map(({ index, 0: subject }) => {
    const behind = index + subject.length;
    const turn = OURS.exec(text.slice(behind))?.index ?? text.length - behind;
    return { start: start + index, end: start + behind + turn, text: text.slice(index, behind + turn) };
  });
}

/** All of a sentence, but of one that also says where the contract goes only what stands between its commas. */
function disowned(text: string, at: number, start: number): Span {
  if (!text.includes('@')) return { start, end: start + text.length, text };
  const from = text.lastIndexOf(', ', at) + 1;
  const stop = text.indexOf(', ', at);
  const to = stop < 0 ? text.length : stop;
  return { start: start + from, end: start + to, text: text.slice(from, to) };
}

/**
 * What a brief says of bargains that are not the one at hand: the client's landlord, caterer or customers, who did the work
 * before, a question or what was refused. Its figures are no terms.
 */
export function englishBystandersIn(text: string): Span[] {
  const sentences = sentencesOf(text);
  const isClient = clientIn(text);
  const said = sentences.flatMap((sentence) => asideOf(sentence, isClient));
  const whole = [...text.matchAll(ASKED), ...text.matchAll(REFUSED)].map(spanOf);
  return [...said, ...whole].sort((a, b) => a.start - b.start);
}
