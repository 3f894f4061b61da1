import { type Terms, term } from '../../contracts/terms.ts';
import { lettered, words } from '../passages/letters.ts';
import { type Span, spanOf } from '../passages/text.ts';
import { roundsOf } from './revision-words.ts';
import { daysInUnit } from './stretches.ts';

type NoticeReading = { readonly found: Pick<Terms, 'cancellation'>; readonly spans: readonly Span[] };

/** That work which goes on may be ended, or who may end it. */
const ENDING = words(
  String.raw`(?:auf)?(?:ge)?lös(?:t|en|bar)|no (?:quer\p{L}*|quier\p{L}*|sigue|seguimos)(?: seguir)?|either (?:of us|party|side|one)|stop(?:s|ping)?|quit(?:s|ting)?|walk away|part ways|pull the plug|end(?:s|ing)? (?:it|this|the (?:arrangement|contract|agreement|retainer|thing))|terminat\p{L}*|want(?:s)? out|(?:not|isn['’]t|doesn['’]t|stops?) work(?:ing)?(?: out)?|had enough|kündig\p{L}*|beend\p{L}*|aufhör\p{L}*|aufzuhören|aussteig\p{L}*|auszusteigen|jede[rn]? von (?:uns|beiden)|beide (?:seiten|können)|nicht mehr (?:passt|klappt|geht|will|mag|wollen)|arrêt\p{L}*|résili\p{L}*|mettre fin|cess(?:er|e|ons)|chacun|ne (?:va|marche|convient) (?:plus|pas)|l['’]un (?:ou|de) \p{L}+|en rester là|cualquiera de|alguna? (?:de \p{L}+ )?(?:\p{L}+ )?quiere|dejarlo|lo deja\p{L}*|salirse|quier[ae]n? salir|terminar(?:lo)?|rescind\p{L}*|cortar(?:lo|la)?|(?:lo|la) (?:cort(?:a|amos|e|en)|dejamos)|salirnos|bajarse|seguir no|alguno? (?:lado|de los dos)|no (?:funciona|va bien|marcha)|darse de baja|parar(?:lo)?`,
);
/** That the other side is told before. */
const WARNING = words(
  String.raw`notice|warning|in writing|schriftlich|par écrit|por escrito|(?:kündigungs)?frist|nos avisamos|heads?[- ]?up|warns?|tells?|lets? \p{L}+ know|(?:says?|saying) so|(?:give|gives|giving) (?:me|us|you|each other|the other)|bescheid|vorher|im voraus|vorlauf|(?:vor)?ank[üu]nd\p{L}*|avis(?:a|an|ar|ando|amos|e|en|o)|(?:pre)?aviso|anticipación|antes|(?:con )?decir(?:lo|noslo|selo)|(?:lo |le |me |nos )(?:dice|dicen|dices|diga|digo|decimos|comunica\p{L}*)|comunic(?:ar|arlo|ando)\p{L}*|prévien\p{L}*|prév(?:enir|enez|enons|enant)|préavis|à l['’]avance|d['’]avance`,
);
/** Paying, delivering and the like have days of their own. */
const OTHER = words(
  String.raw`pa(?:y|id|ie)\p{L}*|pag\p{L}+|(?:be)?zahl\p{L}*|rechnung\p{L}*|invoic\p{L}*|factur\p{L}*|deliver\p{L}*|liefer\p{L}*|livr\p{L}*|entreg\p{L}*|%|deposit|anticipo`,
);
const LENGTH = lettered(
  String.raw`(?<![\p{L}\d.,€$£])(?<n>\d{1,3}|[a-zäöüéñ]{1,8})[ -](?:full |calendar |volle[nr]? |ganze[nr]? )?(?<unit>days?|weeks?|months?|tage?n?|wochen?|monat(?:e|en|s)?|jours?|semaines?|mois|d[ií]as?|semanas?|mes(?:es)?)(?:['’]s?)?(?![\p{L}])`,
  'giu',
);
/** "Mit vierzehntägiger Frist", "14-tägig", "dreimonatige". */
const ADJECTIVE = lettered(
  String.raw`(?<![\p{L}\d])(?<n>\d{1,3}|\p{L}{3,10}?)[ -]?(?<unit>tägig|wöchig|monatig)\p{L}{0,2}(?![\p{L}])`,
  'giu',
);
const LARGE: Readonly<Record<string, number>> = {
  ...{ ein: 1, vierzehn: 14, fünfzehn: 15, zwanzig: 20, dreißig: 30, dreissig: 30, sechzig: 60, neunzig: 90 },
  ...{ catorce: 14, quince: 15, veinte: 20, treinta: 30, sesenta: 60, noventa: 90 },
  ...{ quinze: 15, vingt: 20, trente: 30, soixante: 60, fifteen: 15, twenty: 20, thirty: 30, sixty: 60 },
};
/** How far the words of telling stand from the length. */
const NEAR = 36;

/** "Either of us can stop with a month's warning", "cualquiera puede dejarlo avisando con 15 días": read in the words as written. */
export function readNotice(said: string): NoticeReading {
  const hits = [...said.matchAll(/[^.;!?\n]+/g)].flatMap((sentence) => {
    if (!ENDING.test(sentence[0]) || !WARNING.test(sentence[0]) || OTHER.test(sentence[0])) return [];
    return [...sentence[0].matchAll(LENGTH), ...sentence[0].matchAll(ADJECTIVE)].flatMap((match) => {
      const said = match.groups?.n ?? '';
      const count = LARGE[said.toLowerCase()] ?? roundsOf(said);
      const around = sentence[0].slice(Math.max(0, match.index - NEAR), match.index + match[0].length + NEAR);
      const days = (count ?? 0) * daysInUnit(match.groups?.unit ?? 'd');
      if (!WARNING.test(around) || days < 1 || days > 365) return [];
      const { start, end, text } = spanOf(match);
      return [{ days, span: { start: sentence.index + start, end: sentence.index + end, text } }];
    });
  });
  const [first] = hits;
  if (!first || hits.some(({ days }) => days !== first.days)) return { found: {}, spans: [] };
  const cancellation = term({ kind: 'notice' as const, days: first.days }, 'brief', first.span.text);
  return { found: { cancellation }, spans: hits.map(({ span }) => span) };
}
