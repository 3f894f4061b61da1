import { type Terms, term } from '../../contracts/terms.ts';
import { SecretMonths } from '../../contracts/unpriced.ts';
import { holdsLink } from '../../shared/typed.ts';
import type { Englished } from '../languages/language.ts';
import { COUNT, countOf, type Note } from '../passages/text.ts';

export type SecrecyReading = {
  readonly found: Pick<Terms, 'template' | 'purpose' | 'secretMonths'>;
  readonly notes: Note[];
};

const HOW =
  '(?:(?:mutual|reciprocal|bilateral|two-way|short|simple|standard|new|gegenseitige|beidseitige|kurze|einfache)[nrsm]? )*';
const KIND = new RegExp(
  `(?<![\\p{L}\\p{N}-])${HOW}(?:nda|n\\.d\\.a\\.|non-?disclosure(?: agreement| contract)?|(?:confidentiality|secrecy) (?:agreement|contract)|geheimhaltungs(?:vereinbarung|vertrag|erklärung)|(?:vertraulichkeits|verschwiegenheits)(?:vereinbarung|erklärung)|(?:accord|contrat|convention) (?:mutuel(?:le)? |réciproque )?de (?:confidentialité|non-divulgation)|(?:acuerdo|contrato) (?:mutuo |recíproco )?de (?:confidencialidad|no divulgación))(?![\\p{L}\\p{N}])`,
  'iu',
);

/** All that may stand before the thing a brief asks for, in four languages. */
const LEAD =
  /^(?:(?:hi|hello|hey|hallo|bonjour|hola|please|bitte|por favor|can|could|would|you|we|i|do|up|set|need|want|like|to|sign|draft|write|make|create|prepare|send|new|a|an|the|me|us|just|contract|agreement|ich|wir|brauche|brauchen|möchte|möchten|erstelle|mach|eine?n?|neue|je|nous|voudrais|souhaite|il|me|nous|faut|rédige|prépare|un|une|necesito|necesitamos|quiero|prepara|haz|redacta|for|für|pour|para|subject|betreff|objet|asunto)[ ,:!]+){0,12}$/i;
/** Who wants one, where the brief begins with something else. */
const WANTED =
  /(?:\b(?:needs?|wants?|asks?(?: us)? (?:for|to sign)|asked (?:us )?(?:for|to sign)|would like|requests?|insists? on|send|draft|prepare|sign)\b|brauch\w*|möcht\w*|wünsch\w*|verlang\w*|will|veut|voudrait|souhaite|demande|exige|quieren?|piden?|necesitan?)[^.;,\n]{0,40}$/iu;
const ALREADY =
  /\b(?:signed|existing|old|our|previous|under|bestehend\w*|unterschrieben\w*|signé\w*|firmad\w*)\s+(?:an?\s+|the\s+|our\s+)?$/iu;
const MORE = /^\s*(?:and|plus|\+|&|und|et|y)\s+(?!confiden|non-)/i;

/** Words that lead to what the talks are about. */
const ABOUT =
  /(?<![\p{L}\p{N}])(?:about|regarding|concerning|covering|on(?= (?:the|an?|their|our|his|her)\b)|for(?= (?:the|an?|their|our|his|her|my)\b)|for (?:talks|discussions|conversations)(?: (?:about|on|around))?|to (?:discuss|talk about|explore|look at)|über|bezüglich|betreffend|wegen|zu[mr]?|au sujet (?:de |du |des |d['’])|à propos (?:de |du |des |d['’])|concernant|sur|pour (?:parler|discuter) (?:de |du |des |d['’])|sobre|acerca del?|respecto al?|para hablar (?:del?|sobre))\s*:? *(?=\S)/giu;
const ENDS =
  /[.;\n()]|,(?!\d)|\s(?:for|für|pendant|durant|durante|por|over)\s+(?:(?:\d|an? |one|two|three|four|five|ten)|(?:ein|zwei|drei|fünf|un|une|deux|trois|cinq|uno|una|dos|tres|cinco)\b)|\s(?:start(?:ing|s)?|beginning|from|valid|until|governed|under|ab|bis|à partir|jusqu|a partir|hasta)\b|\s(?:with|mit|avec|con)\s+(?=\p{Lu})|\s-\s/iu;

/**
 * Whether a brief asks for a contract that only keeps talks confidential, by its words, and what it says of it. One that is
 * named in passing, or that comes with paid work, is not what is asked for.
 */
export function readSecrecy(text: string, english: Englished, priced: boolean): SecrecyReading | undefined {
  const match = KIND.exec(text);
  if (!match) return undefined;
  const before = text.slice(0, match.index);
  const after = text.slice(match.index + match[0].length);
  const first = LEAD.test(before);
  const wanted = first || (!priced && WANTED.test(before) && !ALREADY.test(before));
  if (!wanted || (priced && MORE.test(after))) return undefined;
  const purpose = purposeIn(after, english);
  const months = monthsIn(text);
  return {
    found: {
      template: term('nda', 'brief', match[0]),
      ...(purpose && { purpose: term(purpose.value, 'brief', purpose.quote) }),
      ...(months && { secretMonths: term(months.value, 'brief', months.quote) }),
    },
    notes: priced ? [PRICE] : [],
  };
}

const PRICE: Note = {
  code: 'brief.unpriced',
  sentence: 'The brief names a sum, and nothing is paid under an NDA. Draft the work as a contract of its own.',
};

const OWN = /^(?:their|his|her|its|our|my|your)\s+/i;

function purposeIn(after: string, { language }: Englished): { value: string; quote: string } | undefined {
  for (const lead of after.matchAll(ABOUT)) {
    const rest = after.slice(lead.index + lead[0].length, lead.index + lead[0].length + 220);
    const stop = rest.search(ENDS);
    const quote = (stop < 0 ? rest : rest.slice(0, stop)).trim();
    // On paper "their" would be anybody's.
    const value = (language === 'en' ? quote.replace(OWN, 'the ') : quote).replace(/\s+/g, ' ');
    if (value.length >= 3 && value.length <= 200 && /\p{L}{3}/u.test(value) && !holdsLink(value))
      return { value, quote };
  }
  return undefined;
}

/** Small counts as people write them; the unit says which language it is. */
const COUNTS: Readonly<Record<string, number>> = {
  ...{ ein: 1, eine: 1, einem: 1, einen: 1, zwei: 2, drei: 3, vier: 4, fünf: 5, zehn: 10 },
  ...{ un: 1, une: 1, deux: 2, trois: 3, quatre: 4, cinq: 5, dix: 10 },
  ...{ uno: 1, una: 1, dos: 2, tres: 3, cuatro: 4, cinco: 5, diez: 10 },
};
const SPAN = new RegExp(
  `(?<=(?:(?:^|[\\s,:(])(?:for|of|during|lasting|over|für|pendant|durant|durante|por|pour|de)|[,:])\\s+)(${COUNT}|${Object.keys(COUNTS).join('|')})[ -](?:(years?|jahre?n?|ans?|années?|años?)|months?|monate?n?|mois|mes(?:es)?)(?![\\p{L}])`,
  'giu',
);

/** The one span of years or months that the brief names. */
function monthsIn(text: string): { value: number; quote: string } | undefined {
  const [span, ...more] = [...text.matchAll(SPAN)];
  if (!span || more.length > 0) return undefined;
  const [quote, count = '', years] = span;
  const units = countOf(count) ?? COUNTS[count.toLowerCase()] ?? 0;
  const value = SecretMonths.safeParse(units * (years ? 12 : 1)).data;
  return value === undefined ? undefined : { value, quote };
}
