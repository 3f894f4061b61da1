import { lettered } from '../passages/letters.ts';
import { type Span, spanOf } from '../passages/text.ts';
import { clientIn, type IsClient } from './client.ts';

/** Who has terms of their own towards a client: where they rent, buy, insure and bank, and whom else they hired. */
const TRADES =
  "propriétaires?|proprios?|bailleurs?|loueu(?:r|se)|loyers?|bail|assurance|assureur|banque|banqui(?:er|ère)|notaire|fournisseurs?|prestataires?|sous-traitants?|imprimeur|imprimerie|traiteur|dj|fleuriste|autocariste|transporteur|coursier|hébergeur|opérateur|syndic|régie|château|domaine|salle(?: (?:des fêtes|de sport|de fitness|de gym|polyvalente))?|gymnase|patinoire|piscine|camping|hôtel|auberge|gîte|brasserie|cave|fermier|diffuseur|distributeur|station|studio|labo(?:ratoire)?|orchestre|groupe|fanfare|magicien|animat(?:eur|rice)|coiffeu(?:r|se)|maquilleuse|vidéaste|photographe|graphiste|webmaster|artisan|menuisier|couvreur|plombier|électricien|maçon|peintre|facteur d['’]orgues|architecte|géomètre|avocat|médecin|dentiste|expert(?:-comptable)?|club(?: de \\p{L}+)?|garderie|nounou|femme de ménage|parking|garage";
/** Where it takes place. */
const VENUES =
  'salle(?: des fêtes| polyvalente)?|château|domaine|gîte|hôtel|auberge|gymnase|bateau|chapiteau|local|boutique|chapelle|grange|restaurant|traiteur';
/** Houses that may as well be the client: they count where they deal with us, or are set against us. */
const HOUSES =
  "théâtre|festival|salon|musée|galerie|mairie|commune|ville|région|département|canton|état|évêché|diocèse|paroisse|école|lycée|université|éditeur|maison d['’]édition|agence|production|fondation|ministère|centre culturel|bibliothèque|office du tourisme|participant(?:e)?s|parents|enfants|stagiaires|spectat(?:eur|rice)s|compagnie|marché public";
/** Whom the client serves, employs or lives with. */
const OWN =
  'clients|clientes|convives|hôtes|membres|adhérente?s?|abonnée?s|élèves|employée?s|salariée?s|cadres|bénévoles|locataires?|acheteurs?|vendeurs?|partenaires?|sponsors?|mécènes|commanditaires|concurrents?|voisine?s?|visiteurs|donateurs';
const PEERS =
  'collègues?|consœurs?|confrères?|cousine?s?|amie?s?|copine?s?|copains?|sœur|frère|belle-sœur|beau-frère|voisine?s?|concurrents?|prédécesseurs?';

/** "Le groupe du soir, lui,", "la brasserie qui nous fournit": what stands between a subject and its verb. */
const MORE = "(?: (?!vous |tu |te )[\\p{L}’'-]+){0,5}?(?:,? (?:lui|elle|eux|elles),?)?";
/** To whom it is done: to nobody who is spoken to. */
const TO = "(?:(?:nous|me|m['’]|lui|leur|se|s['’]|en|y|ne|n['’]) ?){0,2}";
const ASKS =
  'exige(?:nt)?|demande(?:nt)?|réclame(?:nt)?|veut|veulent|prend(?! (?:en|comme|pour|tous|toutes|à (?:deux|trois))(?![\\p{L}]))|prennent|facture(?:nt)?|garde(?:nt)?|retien(?:t|nent)|prévoi(?:t|ent)|impose(?:nt)?|atten(?:d|dent)|compte(?:nt)?|rembourse(?:nt)?|applique(?:nt)?|accorde(?:nt)?|laisse(?:nt)?|loue(?:nt)?|interdi(?:t|sent)|ven(?:d|dent)|cotise(?:nt)?|traîne(?:nt)?|gagne(?:nt)?|touche(?:nt)?|coûte(?:nt)?|résilie(?:nt)?|passe(?:nt)? à|(?:se )?fai(?:t|sai(?:t|en)t|ent|sait) payer|ont? (?=\\d|un |une |deux |trois )|peu(?:t|vent) (?:se |annuler|résilier)|exigeai(?:t|ent)|demandai(?:t|ent)|réclamai(?:t|ent)|voulai(?:t|ent)|prenai(?:t|ent)|facturai(?:t|ent)|(?:a|ont|avait|avaient) (?:déjà )?(?:pris|demandé|exigé|facturé|réclamé|gardé|voulu)';
const DEALS =
  'pai?e(?:nt)?|pay(?:e|ent|ait|aient)|règle(?:nt)?|verse(?:nt)?|prête(?:nt)?|remet(?:tent)?|rend(?:ent)?|(?:co)?produi(?:t|sent)|coproduit|finance(?:nt)?|subventionne(?:nt)?|donne(?:nt)?|doi(?:t|vent)';
const HAD =
  '(?:a|ont|avait|avaient) (?:déjà |bien )?(?:eu|pris|payé|demandé|facturé|filé|rendu|gardé|versé|touché|trouvé)|payai(?:t|ent)|prenai(?:t|ent)|prend|demandai(?:t|ent)|demande|factur(?:e|ait)|(?:se )?faisai(?:t|ent) payer|voulai(?:t|ent)';

const THE = "(?:le|la|les|l['’]|notre|nos|mon|ma|mes|leurs?|vos|votre|ton|tes) ?";
const OURS = '(?:notre|nos|mon|ma|mes|leurs?)(?: propres?)? ';
const FORMER = 'anciens?|anciennes?|précédent(?:e)?s?';
const subject = (source: string) => lettered(`(?<![\\p{L}’'-])(?:${source})(?![\\p{L}])`, 'giu');
/** What a clause about somebody else begins with; `open` ones count only in a letter to the freelancer. */
const SUBJECTS: readonly { readonly pattern: RegExp; readonly open: boolean }[] = [
  { open: true, pattern: subject(`${THE}(?:premiers? |première )?(?:${TRADES})${MORE} ${TO}(?:${ASKS})`) },
  // Hers or his is the client's, whoever is written to.
  { open: false, pattern: subject(`(?:son|sa|ses) (?:${TRADES})${MORE} ${TO}(?:${ASKS})`) },
  {
    open: false,
    pattern: subject(
      `${THE}(?:${TRADES}|${HOUSES})${MORE} (?:nous|m['’]|me) ?(?:(?:a|ont|avait) )?(?:${ASKS}|${DEALS})`,
    ),
  },
  {
    open: false,
    pattern: subject(
      `${THE}(?:${TRADES}|${HOUSES}|${OWN})(?: [\\p{L}’'-]+){0,4}, (?:lui|elle|eux|elles),? ${TO}(?:${ASKS}|${DEALS}|clôt)`,
    ),
  },
  {
    open: false,
    pattern: subject(
      `${THE}(?:${TRADES}|${HOUSES}) (?:qui|auquel|à qui|chez qui|où) nous [^,.;:\\n]{3,40}? ${TO}(?:${ASKS}|${DEALS})`,
    ),
  },
  { open: false, pattern: subject(`${OURS}(?:${TRADES}|${OWN})${MORE} ${TO}(?:${ASKS}|${DEALS})`) },
  // "Eux sont payés à 60 jours par leurs propres clients"
  {
    open: false,
    pattern: subject(
      `(?:(?:eux|elles?|ils?|lui)(?:-mêmes?)?,? )?(?:est|sont|était|étaient) (?:eux-mêmes |elle-même |lui-même )?(?:payée?s?|réglée?s?) [^.;:\\n]{1,40}? par (?:leurs?|ses|son|sa) (?:propres? )?(?:${OWN})`,
    ),
  },
  { open: false, pattern: subject(`(?:${THE}|une? |d['’]une? )(?:${PEERS})${MORE} (?:nous |me )?(?:${HAD})`) },
  {
    open: false,
    pattern: subject(
      `${THE}(?:(?:${FORMER}) [\\p{L}-]+|[\\p{L}-]+(?: [\\p{L}-]+){0,3}? (?:d['’]avant|${FORMER}|de (?:notre|mon) (?:${FORMER}|dernier|dernière) \\p{L}+))${MORE} ${TO}(?:${HAD}|${ASKS})`,
    ),
  },
  {
    open: true,
    pattern: subject(
      `(?:chez|auprès de|du côté de|avec) ${THE}(?:${TRADES})(?: [\\p{L}’'-]+){0,4}?,? (?:c['’]est|ce sont|il (?:nous )?(?:faut|a fallu)|on (?:a|paie|doit|verse)|nous (?:payons|devons|avons))`,
    ),
  },
  {
    open: false,
    pattern: subject(
      `(?:on|nous|j['’]) ?(?:ai|a|avons|avais|avait|avions) (?:déjà )?(?:dû )?(?:versé|payé|donné|réglé|laissé|filé|avancé|verser|payer|donner|avancer) [^.;:!?\\n]{1,40}? (?:à la|au|à l['’]|aux|à notre|à mon|à nos|à une?|pour la|pour le) ?(?:${TRADES})`,
    ),
  },
  {
    open: false,
    pattern: subject(
      `${THE}(?:bail|assurance|police(?: d['’]assurance)?|prêt|contrat (?:de |d['’])(?:bail|location|assurance|prêt))${MORE} (?:est|relève|obéit) (?:régi|soumis|du|au)e?`,
    ),
  },
  {
    open: false,
    pattern: subject(
      `${THE}(?:caution|acompte|arrhes|loyer|location|garantie) (?:de la|du|de l['’]|de notre|de mon) ?(?:${VENUES})`,
    ),
  },
  {
    open: false,
    pattern: subject(
      `${THE}[\\p{L}-]+${MORE} (?:demand|factur|réclam)\\p{L}+ à (?:ses|nos|leurs|mes|chaque|tous les) \\p{L}+`,
    ),
  },
];
/** Terms that were those of another time. */
const FORMERLY = lettered(
  String.raw`(?<![\p{L}])(?:vos|tes|nos|mes|les) (?:anciennes )?(?:conditions|modalités|tarifs?) (?:de l['’](?:an|année) (?:passée?|dernière?)|d['’]avant|précédente?s|d['’]alors|de 20\d\d)[^.;\n]*`,
  'giu',
);
/** "Ce que nous imposent nos fournisseurs :" with the lines of its list. */
const LISTED = lettered(
  String.raw`^[^\n]*(?<![\p{L}])(?:impos|exig|demand|réclam)\p{L}* (?:nos|mes|leurs)(?: propres)? (?:${TRADES}|${OWN}|${HOUSES})[^\n]*:\n(?:[ \t]*[-–—•*·] ?[^\n]+(?:\n|$))+`,
  'gimu',
);

/** Whoever writes speaks to the freelancer; in notes of one's own the landlord may be the client. */
const LETTER = lettered(String.raw`(?<![\p{L}])(?:vous|votre|vos|tu|te|toi|ton|ta|tes|t['’]\p{L}+)(?![\p{L}])`, 'iu');
/** Where the clause ends: the sentence does, or it comes back to the two of us. */
const BACK = lettered(
  String.raw`[.!?](?=\s|$)|[;\n]|,? ?(?<![\p{L}])(?:mais|donc|alors|bref|or|sauf que|du coup)(?![\p{L}])|[,:–—] (?:et )?(?:toi|vous|tu|moi|je|j['’]|nous|on|chez (?:nous|toi|vous)|quant à|votre|ton|tes|vos)(?![\p{L}])|$`,
  'iu',
);
const FIGURE = lettered(
  String.raw`\d|(?<![\p{L}])(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze|vingt|trente|cent|mille|moitié|totalité|tiers|quart|tout|préavis|un mois|une semaine|droit|lois?)(?![\p{L}])`,
  'iu',
);
/** The next of a row goes without its verb: "le couvreur, 5 visites". */
const NEXT = lettered(
  String.raw`^ ?;? ?(?:et )?(?:le|la|les|l['’]) ?\p{L}+(?: \p{L}+)?, (?:une? |\d|deux|trois)[^;.\n]*`,
  'iu',
);

/** The stretches of a brief that say what others ask of the client, or did at another time: their figures are no terms of this work. */
export function frenchBystandersIn(said: string): Span[] {
  const isClient = clientIn(said);
  const whole = [...said.matchAll(LISTED), ...said.matchAll(FORMERLY)].map(spanOf);
  return [
    ...whole,
    ...SUBJECTS.flatMap(({ pattern, open }) => (open && !LETTER.test(said) ? [] : clausesOf(said, pattern, isClient))),
  ];
}

/** The clauses that begin with such a subject and hold a figure. */
function clausesOf(said: string, pattern: RegExp, isClient: IsClient): Span[] {
  const found: Span[] = [];
  let from = 0;
  for (const { 0: words, index } of said.matchAll(pattern)) {
    if (index < from || NO_SUBJECT.test(said.slice(Math.max(0, index - 14), index))) continue;
    const start = index + words.length;
    let end = start + (BACK.exec(said.slice(start))?.index ?? 0);
    if (!FIGURE.test(said.slice(index, end)) || isClient(index, start)) continue;
    for (let next = NEXT.exec(said.slice(end)); next; next = NEXT.exec(said.slice(end))) end += next[0].length;
    found.push({ start: index, end, text: said.slice(index, end) });
    from = end;
  }
  return found;
}
/** Behind such a word the name is of something else: "au nom de la salle". */
const NO_SUBJECT = lettered(
  String.raw`(?<![\p{L}])(?:de|du|pour|par|avec|chez|à|dans|sur|client ?:|cliente ?:) ?$`,
  'iu',
);
