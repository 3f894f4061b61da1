import { CLOCKS } from './clock-words.ts';
import { MONEY } from './french-money.ts';
import type { Lexicon } from './language.ts';

const MONTHS = [
  ['(?:janvier|janv\\.?)', 'January'],
  ['(?:février|févr\\.?)', 'February'],
  ['mars', 'March'],
  ['(?:avril|avr\\.?)', 'April'],
  ['mai', 'May'],
  ['juin', 'June'],
  ['(?:juillet|juil\\.?)', 'July'],
  ['août', 'August'],
  ['(?:septembre|sept\\.?)', 'September'],
  ['(?:octobre|oct\\.?)', 'October'],
  ['(?:novembre|nov\\.?)', 'November'],
  ['(?:décembre|déc\\.?)', 'December'],
] as const;

const DATES = MONTHS.flatMap(([name, english]) => [
  [`(?:du )?(\\d{1,2})(?:er)? (?:au|à|-|–) (\\d{1,2})(?:er)? ${name}`, `$1 to $2 ${english}`] as const,
  [`(\\d{1,2})(?:er)? ${name}`, `$1 ${english}`] as const,
  [`(?:le |au )?dernier jour (?:du mois )?(?:de |d(?:’|'))${name}`, `last day of ${english}`] as const,
  [`(?:la )?fin (?:du mois de |de |du )?${name}`, `end of ${english}`] as const,
  [`début ${name}`, `early ${english}`] as const,
  [`(?:mi-|courant )${name}`, `mid ${english}`] as const,
  [`(?:en|au mois de|avant|pour|d(?:’|')ici) ${name}`, `in ${english}`] as const,
]);

const NUMBERS = 'deux trois quatre cinq six sept huit neuf dix onze douze'
  .split(' ')
  .map((word, index) => [`${word}(?! (?:mille|cents?|mil|tausend|hundert))`, String(index + 2)] as const);

/** "Ven. 30 avr.": short names of days count before a date only. */
const SHORT_DAYS = 'lun Mon,mar Tue,mer Wed,jeu Thu,ven Fri,sam Sat,dim Sun'.split(',').map((pair) => {
  const [short, english] = pair.split(' ');
  return [`${short}\\.?,?(?= \\d{1,2}(?:er)?(?:/| \\p{L}))`, english ?? ''] as const;
});

const WEEKDAYS = [
  ['lundi', 'Monday'],
  ['mardi', 'Tuesday'],
  ['mercredi', 'Wednesday'],
  ['jeudi', 'Thursday'],
  ['vendredi', 'Friday'],
  ['samedi', 'Saturday'],
  ['dimanche', 'Sunday'],
] as const;
const ANY_DAY = WEEKDAYS.map(([name]) => name).join('|');

const CANCELLING = [
  [
    '(?:(?:séance|prestation|tarif|montant|prix|honoraires|forfait) )?(?:est |sera )?(?:due?s?|facturée?s?) (?:en totalité|intégralement|en entier)',
    'in full',
  ],
  ["préavis (?:d(?:’|')|de )?(?:un|1) mois", '1 months notice'],
  ['(?:un|1) mois de préavis', '1 months notice'],
  ['préavis(?: de|:)? (\\d{1,3}) mois', '$1 months notice'],
  ['(\\d{1,3}) mois de préavis', '$1 months notice'],
  ['annulons', 'cancelled'],
  ['(?:en totalité|la totalité|en entier|intégralement)', 'in full'],
  ["(?:frais d(?:’|')annulation)", 'cancellation fee'],
  ["(?:en cas d(?:’|'))?(?:annulation)", 'cancellation'],
  ['(?:annulé(?:e|es|s)?|annule(?:r|z)?)', 'cancelled'],
  ['(?:à )?moins de (\\d{1,3}) (jours|heures|semaines|h)', 'less than $1 $2'],
  ['dans les (\\d{1,3}) (?:derniers |dernières )?(jours|heures|semaines|h)', 'within $1 $2'],
  ['préavis(?: de|:)? (\\d{1,3}) (jours|semaines)', '$1 $2 notice'],
  ['(\\d{1,3}) (jours|semaines) de préavis', '$1 $2 notice'],
  ['(?:du|des|de la) (?:prix|montant|honoraires|total)', 'of the fee'],
  ['mois', 'months'],
  ['résiliable (?:avec|sous|moyennant) (?:un préavis de )?(\\d{1,3}) (jours|semaines)', '$1 $2 notice'],
  ['(?:la )?totalité (?:des |du |de la )\\p{L}+', 'in full'],
  ['heures', 'hours'],
  ['jours', 'days'],
  ['semaines', 'weeks'],
] as const;

const SCHEDULE = [
  [`(?:(?:tous )?les |chaque |le )(?:${ANY_DAY})s?(?! (?:\\d|prochain|1er|en (?:8|huit)))`, 'weekly'],
  ['(?:dès que possible|au plus vite|le plus tôt possible|rapidement|asap)', 'soon'],
  ['(?:fin|date de fin|date de remise|date de livraison|livrable)(?=:)', 'deadline'],
  [
    'fin prévue(?: le| au)?|dernier délai|date butoir|fin de (?:la )?mission|boucl(?:ée?s?|er|ez|ons)|retour (?:exigé|attendu|souhaité|demandé|impératif)(?: (?:pour|avant|au plus tard))?|ouverture (?:du (?:nouveau )?site|de la (?:boutique en ligne|plateforme)|de l.appli)|mise en ligne|délais?(?! de (?:paiement|règlement|préavis))',
    'deadline',
  ],
  ['(?:comme )?suite à|à la suite de', 'following'],
  ['avoir (?:ça|cela|le tout)', 'have it'],
  [
    "prise (?:de cours|d(?:’|')effet)|entrée en vigueur|on attaque|coup d(?:’|')envoi|débute(?:ra)?|démarrera|commencera|commençons|démarrons",
    'start',
  ],
  ['livraison de (?=\\d)', 'deliver '],
  ["(?:il nous (?:le |la |les )?faut|nous avons besoin d(?:’|')|à finir|à terminer|à rendre|bon à tirer)", 'deadline'],
  ['(?:fichiers )?(?:prêts? à imprimer|rendre le texte complet|achevé)', 'deadline'],
  [
    '(?:devis|mail|courriel|message|courrier|e-mail|offre|proposition|appel|échange|réunion|rendez-vous)(?: [A-Z\\d-]{3,12})? (?:du|de)(?= (?:\\d|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche))',
    'offer dated',
  ],
  ...SHORT_DAYS,
  [
    '(?<=(?:le|au|du|pour|avant|livraison|rendu|échéance|remise|fin|début|dès|ici|tard|,|:|Mon|Tue|Wed|Thu|Fri|Sat|Sun) ?)(\\d{1,2})/(\\d{1,2})(?!/|\\d| ?%)',
    '$1.$2.',
  ],
  ...DATES,
  [`(${ANY_DAY}) en (?:8|huit)`, '$1 week'],
  [`(${ANY_DAY}) prochain`, 'next $1'],
  ...WEEKDAYS,
  ['du (\\d{1,2} [A-Z]\\p{Ll}+(?: \\d{4})?) au (?=\\d{1,2} [A-Z])', 'from $1 to '],
  ['(?:la semaine prochaine|semaine \\d{1,2})', 'next week'],
  ['(?:le mois prochain)', 'next month'],
  ["(?:au printemps|cet été|à l(?:’|')automne|cet hiver|à la rentrée)", 'next spring'],
  ['(?:la )?fin du mois', 'end of the month'],
  ["aujourd(?:’|')hui", 'today'],
  ['du (?:(?:mois|months) prochain|prochain (?:mois|months))(?<=\\d du [\\p{L} ]+)', 'of next month'],
  ['(?:de ce (?:mois|months)|du (?:mois|months) en cours)(?<=\\d d[\\p{L} ]+)(?:-ci)?', 'of this month'],
  ['après-demain', 'the day after tomorrow'],
  ["d['’]aujourd['’]hui en huit", 'in 1 weeks'],
  ['(?:de )?demain en huit', '1 weeks from tomorrow'],
  ['(lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) en (?:quinze|15)', '2 weeks from $1'],
  ['demain', 'tomorrow'],
  ["(?:avant|pour|d(?:’|')ici|vers) (?:Pâques|Noël|la fête des mères)", 'by Easter'],
  ['dans (?=\\d{1,2} (?:weeks|days|months))', 'in '],
  [
    "(?<!(?:pai|pay|règl|régl|virement|factur)[^.,;\\n]{0,24})d(?:’|')ici (?:à )?(?=\\d{1,2} (?:weeks|days|months))",
    'by in ',
  ],
  ['fin (?=\\d)', 'deadline '],
  [
    "(?:au plus tard (?:le|au|pour le)?|avant le|avant|d(?:’|')ici (?:le|au|à)?|jusqu(?:’|')au)(?= (?:\\d|end|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|next))",
    'by',
  ],
  ['pour le(?= (?:\\d|end|Mon|Tue|Wed|Thu|Fri|Sat|Sun|next))', 'for by'],
  ['(?:du|de|début|à partir du)(?=:)', 'start'],
  ["(?:au|jusqu(?:’|')au|à|fin)(?=:)", 'deadline'],
  ['(?:(?:ça|on|je|nous) )?(?:part(?:ons|ira)?|attaqu\\p{L}+|lanc\\p{L}+)(?= (?:le|dès|au|à partir))', 'start'],
  [
    '(?:à partir d[ue]|dès(?: le)?|à compter d[ue])(?= (?:\\d{1,2}(?: [A-Z]|\\.)|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday))',
    'from',
  ],
  ['(?:le|du)(?= (?:\\d{1,2}(?: [A-Z]|/|\\.)|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday))', 'on'],
  [
    '(?:début(?: (?:des|du|de la|de) \\p{L}+)?|débuts?|début\\p{L}+|démarr\\p{L}+|commenc\\p{L}+|(?:je |on |nous )?(?:prends? (?:le poste|mes fonctions))|prise de poste)',
    'start',
  ],
  [
    "(?:livraison|rendu(?: final)?|échéance|date limite|remise|livré(?:e|s|es)?|livr(?:er|ons|erai|erons|ez|era|aison)|à rendre|à livrer|rend(?:s|re|ons|ez|rai|rons|u)|remett\\p{L}+|remis(?:e|es)?|remets|termin\\p{L}+|fini\\p{L}*|achev\\p{L}+|clôtur\\p{L}+|attendue?s?|retour (?:du|des|de la) \\p{L}+(?: \\p{L}+)?|fin (?:des|du|de la|de l(?:’|')|de) ?\\p{L}+(?= ?:| le| est| prévue)|en ligne(?= (?:le|au|on|by|avant))|en place(?= (?:le|on|by)))",
    'deadline',
  ],
  ['de (\\d{1,2}) ?h(?: ?(\\d{2}))? à (\\d{1,2}) ?h(?: ?(\\d{2}))?', 'from $1h$2 to $3h$4'],
  ['à (?=\\d{1,2} ?h)', 'at '],
  ['(\\d{1,2}) h(?: (\\d{2}))?', '$1h$2'],
] as const;

const WORK = [
  ['(?:prises? de vues?|captation(?: vidéo)?|(?:jours? de )?tournage)', 'shoot'],
  ['interprétation|interprétariat', 'interpreting'],
  ['cérémonie', 'ceremony'],
  ['maquill\\p{L}+|mariées?', 'make-up'],
  ['concerts?|traiteur|cocktail|spectacle|sur scène', 'concert'],
  ['réservée?s?(?= (?:le|pour le|au|on|by|for))', 'booked'],
  ['répétition', 'rehearsal'],
  ['colloque', 'conference'],
  [
    '(?:elle|il|ils|elles) (?:reçoit|reçoivent)(?= (?:\\d|une? ))|(?:il nous faut|je remets|nous livrons)(?= (?:\\d|une? ))',
    'gets',
  ],
  ['mariage', 'wedding'],
  ['(?:séance photos?|shooting(?: photo)?)', 'shoot'],
  ['(?:séances?|sessions?)', 'session'],
  ['(?:événement|évènement|soirée|fête|anniversaire|gala|inauguration)', 'event'],
  ['ateliers?', 'workshop'],
  ['formations?', 'training'],
  ['conférences?', 'conference'],
  ['(?:reportage photo|photographie|photographe)', 'photography'],
  ['(?:accompagnement|coaching)', 'coaching'],
  ['(?:conseil|consulting)', 'consulting'],
  ['(?:site (?:web|internet|vitrine)|site)', 'website'],
  ['(?:identité (?:visuelle|de marque)|charte graphique)', 'brand identity'],
  ['(?:création graphique|graphisme|conception graphique)', 'design'],
  ['(?:rédaction|relecture|articles? de blog)', 'copywriting'],
  [
    '(\\d{1,2}|un|une)(?: seule?)? (?:allers?[- ]retours?|(?:cycles?|tours?|séries?|phases?) de (?:corrections?|révisions?|modifications?|relectures?|retouches?|retours?))(?: inclus| compris)?',
    '$1 rounds of revisions',
  ],
  [
    "(\\d{1,2}|un|une)(?: seule?)? (?:tours?|séries?|rondes?|vagues?|cycles?|sessions?|passes?) (?:de |d(?:’|')) ?(?:modifs?|modifications?|révisions?|corrections?|retouches?|relectures?|retours?|changements?|ajustements?)",
    '$1 rounds of revisions',
  ],
  ['(?:corrections|révisions|modifications|retouches|retours|relectures|allers?-retours?)(?=:)', 'revisions'],
  [
    '(\\d{1,2}|un seul|un) (?:retours?|tours|séries|relectures)(?= ?(?:[,.;:)\\n–-]|$|inclus|compris|gratuits|max|et|and|suffi))',
    '$1 rounds of revisions',
  ],
  ['(\\d{1,2}) (?:corrections|révisions|modifications|modifs)', '$1 revisions'],
  ['(?:modifications|corrections|révisions|retouches|allers?-retours?) illimité(?:e)?s', 'unlimited revisions'],
  ['(?:livrables?|prestation(?=: ?(?:\\d|une? ))|prestations)', 'deliverables'],
  ['(?:compris|inclus)(?=: ?(?:\\d|une? ))', 'including'],
  ['(?:comprenant|comprend|incluant|y compris|inclut)', 'including'],
] as const;

const PEOPLE = [
  ['(?:est|sera)', 'is'],
  ['(?:contact|interlocut(?:eur|rice)|représentée? par)', 'contact'],
  ["(?:clients?|cliente|donneu(?:r|se) d(?:’|')ordre|commanditaire|mandante?|organisat(?:eur|rice))", 'client'],
  ['pour (?:M\\.|Mr|Mme|Monsieur|Madame|Mlle)', 'for person'],
  ['(?:chez|pour) la famille', 'for family'],
  ["pour l(?:’|')association(?= \\p{Lu})", 'for company'],
  [
    "pour (?:la société|l(?:’|')entreprise|l(?:’|')agence|le compte de|notre client(?:e)?|mon client(?:e)?|ma cliente)",
    'for',
  ],
  ['(?:M\\.|Mme|Monsieur|Madame)(?= \\p{L})', 'client'],
  [
    "(?:a besoin d(?:’|'|e |u )|souhaite|voudrait|cherche|veut|(?<!(?:la|une|cette|autre|autres|votre|notre|ma|sa|leur|bon de|la première|nouvelle|dernière|précédente) )commande)",
    'needs',
  ],
  ['(?:particulier|client particulier)', 'private client'],
  ['(?:les )?mariés', 'couple'],
  ['(?:un|une)', 'a'],
  ['pour', 'for'],
  ['et', 'and'],
  ['avec', 'with'],
] as const;

/** French, as freelancers in France, Belgium and Switzerland write. */
export const FRENCH: Lexicon = {
  marks:
    'le la les un une des du de et pour avec est nous vous sur par au aux en à il je dans ce cette pas plus être bonjour merci acompte jours euros livraison prix ht ttc facture client dès mois semaine chaque heures séance jusqu mensuel lundi mardi mercredi jeudi vendredi samedi dimanche janvier février avril juin juillet août septembre octobre novembre décembre',
  rules: [...NUMBERS, ...CLOCKS.fr, ...MONEY, ...CANCELLING, ...SCHEDULE, ...WORK, ...PEOPLE],
};
