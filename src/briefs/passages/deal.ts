import { lettered } from './letters.ts';
import { type Span, spanOf } from './text.ts';
import type { Bargain, Offer } from './turns.ts';

/** A deal that one side tells: "I offered 30 %, they asked for 20 %, I agreed". Who named a value, in four languages. */
const SAYS =
  "(?:(?:first |originally |initially |then |just |had |have |has |zuerst |erst |dann |d[’']abord |primero |luego )*)";
const MINE = lettered(
  `(?<![\\p{L}])(?:(?:i|we)['’]?(?:d|ve|m|re)? ${SAYS}(?:offer(?:ed)?|asked|ask|said|say|proposed?|suggest(?:ed)?|want(?:ed)?|quoted?|named|started|charge[ds]?|told|countered|wished|would (?:like|prefer)|like|prefer|had|have|insist(?:ed)?|demand(?:ed)?|stuck (?:to|with)|held out)|(?:ich|wir) (?:habe|haben|hatte|hatten|bot|boten|wollte|wollten|will|sagte|sagten|schlug|schlugen|nannte|nannten|verlangte|verlangten|charged|möchte|will|wollen|brauche|brauchen|best(?:ehe|ehen|and|anden)|forderte|forderten|ford(?:ere|ern))|(?:j['’]ai|j['’]avais|nous avons|on a|je (?:voulais|demandais|proposais|veux|demande|propose)|nous (?:voulions|proposions)) ?(?:proposé|demandé|offert|dit|annoncé|suggéré|insisté|exigé)?|(?:yo |nosotros )?(?:quiero|queremos|ofrecí|ofrecimos|propuse|propusimos|pedí|pedimos|dije|dijimos|sugerí|planteé|coticé|pasé|insistí|insistimos|exigí|exigimos)|yo (?:quería|quiero|pido|ofrezco))(?![\\p{L}])`,
  'giu',
);
const PEOPLE =
  "(?:they|she|he|the (?:client|customer|company|agency)|(?:der|die|das|le|la|el|our|my) ?(?:client|clients|kunde|kundin|kunden|firma|agentur|cliente?|client[ea]|clienta|société|agence|agencia|empresa)|sie|er|man|ils?|elles?|ell[oa]s|él)['’]?(?:d|ve|re)?";
/** What the client's own papers say is what they ask for. */
const PAPERS =
  "(?:their|the client['’]s|ihre?|deren|leurs?|sus?) (?:\\p{L}+ )?(?:forms?|terms|policy|policies|portal|paperwork|po|conditions|formular|lieferantenformular|bedingungen|einkaufsbedingungen|agb|formulaire|conditions|formulario|condiciones)(?: (?:de |d['’])?(?:fournisseurs?|proveedor(?:es)?))? (?:says?|states?|has|have|wants?|is|are|sagt|sagen|steht|nennt|nennen|verlangt|dit|disent|prévoit|prévoient|dice|dicen|pone|ponen)";
const THEIRS = lettered(
  `(?<![\\p{L}])(?:${PAPERS}|${PEOPLE} ${SAYS}(?:offer(?:ed|s)?|ask(?:ed|s)?|said|says?|propose[ds]?|suggest(?:ed|s)?|want(?:ed|s)?|had|have|has|countered|prefer(?:red|s)?|would (?:like|prefer)|insist(?:ed|s)?|demand(?:ed|s)?|only|can (?:only )?(?:pay|do)|wollte[n]?|wollen|will|boten|bot|hatten?|haben|hat|sagten?|schlug(?:en)?|nannten?|verlangten?|best(?:eht|ehen|and|anden)|forder(?:te|ten|n|t)|charged|voulai(?:en)?t|veu(?:t|lent)|demandai(?:en)?t|demande(?:nt)?|proposai(?:en)?t|propose(?:nt)?|ont|a|avai(?:en)?t|querían?|quieren?|piden?|pidieron|pidió|ofrecieron|ofreció|propusieron|propuso|tienen?|dijeron|dijo|insistieron|insistió|exigieron|exigió)|(?:pidieron|pidió|ofrecieron|ofreció|propusieron|propuso|querían|quieren|piden|tienen|dijeron|sugirieron|contraofertaron))(?![\\p{L}])`,
  'giu',
);
/** Right before a value that both took. */
const MET = lettered(
  String.raw`(?<![\p{L}])(?:(?:settled|closed|landed|agreed|met(?: (?:in the middle|halfway))?|ended up|shook hands|split the difference|compromised?|let['’]?s (?:say|do|go (?:for|with)|make it)|make it|we (?:said|say)|so it['’]?s|final(?:ly)?|in the end)|(?:wir )?(?:haben|hatten|sind)(?: uns)?(?: dann| am ende| schließlich)?(?: in der mitte)?|(?:sagen|machen|nehmen) wir|(?:haben|hatten) uns|geeinigt|einigten uns|(?:on|nous) s['’]?(?:est|sommes)? ?(?:mis|tombés?|entendus?|retrouvés?|mettons)? ?(?:d['’]accord)?|entendus?|(?:nous sommes |on est )?tombés? d['’]accord|convenu|disons|mettons|va pour|finalement|quedamos|cerramos|acordamos|quedó|digamos|dejémoslo|nos encontramos|al final)(?: (?:on|at|for|with|auf|bei|mit|sur|pour|en|à|a|de|du|por|con|uns|un|una|the|der|die|el|la|los|las|um|von|to|net|deposit(?: of)?|anzahlung|acompte|anticipo|mitte|middle|price))*:? ?$`,
  'iu',
);
const MET_BEHIND = lettered(
  String.raw`^(?! ?,)[^.!?\n\d]{0,30}(?<![\p{L}])(?:(?:haben wir uns|uns) )?(?:getroffen|geeinigt|einig geworden|zusammengekommen)(?![\p{L}])`,
  'iu',
);
/** "We did not settle on", "no quedamos en". */
const MET_DENIED = lettered(
  String.raw`(?<![\p{L}])(?:(?:did|could|have)(?:n['’]t| not| never) (?:settled?|closed?|agreed?|meet|met|land(?:ed)?)|haben uns (?:\p{L}+ )?(?:nicht|nie|niemals|fast|beinahe)|(?:on )?ne s['’]est (?:pas|jamais) (?:mis d['’]accord|entendus?)|(?:no|nunca|casi) (?:nos )?(?:quedamos|cerramos|acordamos|pusimos de acuerdo)) (?:(?:on|at|for|auf|bei|sur|pour|à|en|a|por) )?$`,
  'iu',
);
const TAKE =
  '(?:agreed|accepted|said (?:yes|ok|okay|fine|deal)|took (?:it|that|the offer)|gave in|went (?:along|with (?:it|that))|(?:am|are|is|was|were)(?: (?:all|both))? (?:fine|ok|okay|happy|good|in)(?: with (?:it|that))?|can live with (?:it|that))';
const I_TOOK = lettered(
  `(?<![\\p{L}])(?:(?:i|we)(?:['’](?:m|re|ve))?(?: (?:then|have|just|finally|both))* ${TAKE}|(?:fine|ok(?:ay)?|good) (?:by|with|for) (?:me|us)|works for (?:me|us)|(?:ich|wir) (?:habe|haben|bin|sind|war|waren|nahm|nahmen)(?: \\p{L}+){0,3} (?:zugestimmt|zugesagt|angenommen|akzeptiert|einverstanden|eingewilligt)|(?:ich|wir) (?:stimmte|stimmten|sagte|sagten|willigte) (?:zu|ein|ja)|(?:ich|wir) akzeptierten?|für (?:mich|uns) (?:ok|okay|in ordnung|passt)|passt (?:mir|uns|für (?:mich|uns))|(?:j['’]ai|nous avons|on a) (?:accepté|dit (?:oui|ok)|cédé|validé)|(?:je suis|nous sommes|on est) d['’]accord|ça me va|ça nous va|acept(?:é|amos)|accedí(?:mos)?|(?:dije|dijimos) que sí|estuve de acuerdo|estoy de acuerdo|estamos de acuerdo|me parece bien|por mí bien)(?![\\p{L}])`,
  'iu',
);
const THEY_TOOK = lettered(
  `(?<![\\p{L}])(?:(?:and |which |so )?${PEOPLE}(?: (?:then|have|has|just|finally|all))* ${TAKE}|${PEOPLE} (?:haben|hat|waren|war|sind|ist)(?: \\p{L}+){0,3} (?:zugestimmt|zugesagt|angenommen|akzeptiert|einverstanden|eingewilligt)|${PEOPLE} (?:stimmten?|sagten?|willigten?) (?:zu|ein|ja)|${PEOPLE} akzeptierten?|${PEOPLE} (?:ont|a|avaient|avait) (?:accepté|dit (?:oui|ok)|cédé|validé)|${PEOPLE} (?:étai(?:en)?t|sont|est) d['’]accord|(?:el client |la clienta |ellos |ella |él )?(?:aceptaron|aceptó|accedieron|accedió|dijeron que sí|dijo que sí|estuvieron de acuerdo))(?![\\p{L}])`,
  'iu',
);
/** What is no yes: not taken, nearly taken, taken by nobody yet. */
const NO =
  "(?<![\\p{L}])(?:not|never|nobody|nor|neither|cannot|\\p{L}+n['’]t|almost|nearly|hardly|barely|refused?|declined?|rejected|nicht|nie|niemals|nichts|keine?[nrms]?|kaum|fast|beinahe|nahezu|ungern|weder|noch|pas|jamais|presque|ni|aucune?|no(?! (?:problem|less|question))|nunca|jamás|tampoco|casi|apenas|aún|todavía)(?![\\p{L}])";
const DENIED = lettered(NO, 'iu');
/** Not what somebody would take, and not what nobody has taken yet. */
const UNLESS = lettered(`(?:(?<![\\p{L}])(?:if|unless|wenn|falls|si)(?![\\p{L}])|${NO})[^.!?\\n]{0,24}$`, 'iu');
/** A plain refusal of what was named before it; a yes behind it may be to anything. */
const REFUSED = lettered(
  '(?<![\\p{L}])(?:(?:i|we|they|she|he) (?:\\p{L}+ )?(?:refused|declined|rejected|turned (?:it|that|them) down|said no)|abgelehnt|zurückgewiesen|verweigert|ausgeschlagen|lehnten? (?:\\p{L}+ )?ab|sagten? nein|refusé|décliné|rejeté|dit non|rechac(?:é|ó|amos|aron)|me negué|nos negamos|se neg(?:ó|aron)|(?:dije|dijimos|dijo|dijeron) que no)(?![\\p{L}])',
  'iu',
);

/** "They agreed to think about it", "they are fine with it if ...": nothing was taken yet. */
const ONLY_IF =
  /^ (?:to (?!it|that|this)|zu (?=\p{L}+en)|de r[ée])|^[^.!?\n]{0,30}(?<!\p{L})(?:if|unless|only|provided|wenn|falls|sofern|nur|à condition|seulement|solo|siempre que)(?!\p{L})/iu;

/** How far apart two values of one deal may be told, and how far behind the last it may be told what came of it. */
const APART = 140;
const BEHIND = 90;

/** A value that is said in figures or a word, without its unit: "they wanted three", "we met at 25". */
const BARE = lettered(
  String.raw`(?<![\p{L}\d.,€$£#/-])(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|ein[es]?|zwei|drei|vier|fünf|sechs|une?|deux|trois|quatre|cinq|un[oa]|dos|tres|cuatro|cinco|seis)(?= ?(?:[.,;!?)](?!\d)|$|\n| (?:and|but|so|then|instead|und|aber|dann|et|mais|puis|y|pero|entonces)(?![\p{L}])))`,
  'giu',
);
/** The values of a deal that are named without their unit, behind one that has it. */
export function bareIn(text: string, named: readonly Span[]): Span[] {
  const first = named[0];
  if (!first) return [];
  const taken = (start: number) => named.some((each) => start >= each.start && start < each.end);
  return [...text.matchAll(BARE)].map(spanOf).filter(({ start, end }) => {
    const near = named.some((each) => Math.abs(start - each.end) < APART || Math.abs(each.start - end) < APART);
    return near && !taken(start) && whose(text, { start, end, text: '' }, 0) !== undefined;
  });
}

type Told = { readonly offer: Offer; readonly by: 'mine' | 'theirs' | 'met' | 'unmet' };

function whose(text: string, offer: Span, from: number): Told['by'] | undefined {
  const lead = text.slice(Math.max(from, offer.start - 90), offer.start);
  const behind = MET_BEHIND.exec(text.slice(offer.end, offer.end + 50));
  if (MET.test(lead) || MET_DENIED.test(lead) || behind)
    return DENIED.test(`${/[^.!?,;\n]*$/.exec(lead)?.[0]}${behind?.[0] ?? ''}`) ? 'unmet' : 'met';
  const clause = /[^.!?\n]*$/.exec(lead)?.[0] ?? '';
  const last = (pattern: RegExp) => [...clause.matchAll(pattern)].at(-1)?.index ?? -1;
  const [mine, theirs] = [last(MINE), last(THEIRS)];
  if (mine < 0 && theirs < 0) return undefined;
  return mine > theirs ? 'mine' : 'theirs';
}

/**
 * What came of a deal that somebody tells in a brief: of values that two sides named the one that was taken, or met at. Where nobody says
 * which, it is open.
 */
export function toldDeal(text: string, offers: readonly Offer[]): Bargain {
  const told: Told[] = [];
  for (const [at, offer] of offers.entries()) {
    const before = offers[at - 1];
    const last = told.at(-1);
    // "She asked for net 60 and a 10 % deposit": one side names both.
    const goesOn = last && last.offer === before && /^[^.!?\n]{0,24}$/.test(text.slice(before.end, offer.start));
    const by = whose(text, offer, before?.end ?? 0) ?? (goesOn ? last.by : undefined);
    if (by) told.push({ offer, by });
  }
  const deal = told.filter(
    ({ offer }, at) =>
      (told[at - 1] && offer.start - (told[at - 1]?.offer.end ?? 0) < APART) ||
      (told[at + 1] && (told[at + 1]?.offer.start ?? 0) - offer.end < APART),
  );
  const sides = new Set(deal.map(({ by }) => by));
  const last = deal.at(-1);
  if (!last || sides.size < 2 || new Set(deal.map(({ offer }) => offer.key)).size < 2) return { kind: 'none' };
  const agreed = (one: Told | undefined): Bargain =>
    one
      ? {
          kind: 'agreed',
          agreed: one.offer,
          given: deal.flatMap(({ offer }) => (offer.key === one.offer.key ? [] : offer)),
        }
      : { kind: 'open', offers: deal.map(({ offer }) => offer) };
  if (deal.some(({ by }) => by === 'unmet')) return agreed(undefined);
  const met = deal.findLast(({ by }) => by === 'met');
  if (met) return agreed(met);
  const behind = text.slice(last.offer.end, last.offer.end + BEHIND).split(/\n\n/)[0] ?? '';
  const at = (pattern: RegExp) => {
    const found = pattern.exec(behind);
    const unsure =
      !found ||
      DENIED.test(found[0]) ||
      REFUSED.test(behind.slice(0, found.index)) ||
      UNLESS.test(behind.slice(0, found.index)) ||
      ONLY_IF.test(behind.slice(found.index + found[0].length));
    return unsure ? Number.POSITIVE_INFINITY : found.index;
  };
  const [i, they] = [at(I_TOOK), at(THEY_TOOK)];
  if (i === they) return agreed(undefined);
  return agreed(deal.findLast(({ by }) => by === (i < they ? 'theirs' : 'mine')));
}
