/**
 * Which of the library's templates fits, by the words of a brief; of several trades named, the first. Where two begin at the
 * same word, the narrower stands above. The words of all four languages: a lexicon puts only some of them into English.
 */
const WORDS: readonly (readonly [template: string, words: string])[] = [
  [
    'translation',
    '(?:website |app |manual |legal )?translat\\w*|\\p{L}*übersetz\\w*|traduc\\p{L}*|traduire|locali[sz]ation|lokalisierung|subtitl\\w*|untertitel\\w*|sous-titr\\w*|subtítulos',
  ],
  [
    'video',
    '(?:wedding |brand |explainer |promo |product |image ?|corporate )?(?:videos?|films?)|\\p{L}*(?:film|video)s?|videograph\\w*|animations?|trailers?|cutdowns?|vidéos?|vídeos?|reels? edit\\w*|court[- ]métrage|documental|documentary',
  ],
  [
    'photography-commercial',
    '(?:product|packshot|food|fashion|catalogue?|campaign|interior|architectur\\w*|commercial|real estate|menu) (?:photo\\w*|shoots?)|packshots?|produktfoto\\w*|foodfoto\\w*|werbefoto\\w*|photos? (?:de )?produits?|fotos? (?:de )?productos?|lookbook',
  ],
  [
    'photography',
    "photo\\w*|\\p{L}*fotograf\\p{L}*|\\p{L}*fotos?|(?:hochzeits?|event|feier|fest|firmen|gruppen|tauf|familien|party|konzert|abend|gala|trauungs)[\\p{L}-]*(?:bilder[n]?|reportagen?)|headshots?|portraits?|retratos?|(?:wedding|event|party|family|engagement)[- ](?:shoot|pictures|pics|images|reportage|coverage)|shooting day|\\p{L}*shooting|reportages? (?:photo|(?:de |du |d[’']|del? |of (?:the |a )?)(?:la |un[ae]? )?(?:wedding|mariage|boda|baptême|bautizo|noces|soirée|fête|fiesta|évènement|événement|evento|event|party)s?)",
  ],
  [
    'workshop',
    'workshops?|trainings?|keynotes?|talk|speak(?:ing|er)|lectures?|seminar\\w*|webinar\\w*|vortrag|vorträge|schulung\\w*|moderation|ateliers?|formations?|conférences?|talleres|taller|charlas?|ponencias?|conferencias?',
  ],
  [
    'social-media',
    'social[- ]media|instagram|tiktok|community management|redes(?: sociales)?|réseaux sociaux|(?:monthly )?retainer',
  ],
  [
    'writing',
    '(?:website |web )?(?:copy(?:writing|editing)?|texts?)(?![ -]?(?:right|fee))|writ(?:ing|e)|\\p{L}*texte[ns]?|edit(?:ing|orial)|blog ?posts?|articles?|newsletters?|ghostwrit\\w*|proofread\\w*|whitepapers?|lektorat|korrektorat|rédaction|relecture|redacción|corrección|artículos?',
  ],
  [
    'web',
    'web ?sites?|web ?page|landing ?page|\\p{L}*(?:webseiten?|homepage)|(?:web|online) ?shop|shop (?:redesign|rebuild|theme)|apps?|software|back-?end|front-?end|programm\\w*|develop\\w*|dashboard|plugin|sites? (?:web|internet)|página web|tienda online|application|aplicación',
  ],
  [
    'consulting',
    'consult\\w*|coach\\w*|advis\\w*|advice|mentor\\w*|strategy sessions?|beratung\\w*|conseil|asesor\\w*|tutor\\w*|nachhilfe|cours de|clases de',
  ],
  [
    'design',
    '\\p{L}*design\\w*|logos?|\\p{L}*logo|brand\\w*|identity|illustrat\\w*|layouts?|packaging|brochures?|posters?|icons?|flyers?|ebook|book cover|visitenkarten|plakate?|broschüre|affiches?|carteles?|diseño|rediseño|identité|identidad',
  ],
];

const TRADES = WORDS.map(([template, words]) => ({
  template,
  pattern: new RegExp(`(?<![\\p{L}\\d])(?:${words})(?![\\p{L}\\d])`, 'giu'),
}));

/** What makes a thing of another trade the paper or place of this one: "texts for the website", "logo on the video". */
const BESIDE = /\b(?:for|of|on|in|to|from|with|their|the|our) (?:(?:the|their|our|his|her|a|an|new) )?$/i;

/** Pictures that are handed over, and what they show, where two words of a brief say it apart: "Wedding for Tom ... 60 pics". */
const OCCASION =
  /(?<![\p{L}\d])(?:wedding|\p{L}*hochzeit|trauung|taufe|mariage|boda|bautizo|baptême|baptism|christening|gala|\p{L}*feier|\p{L}*veranstaltung|fiesta|soirée|birthday|anniversary|quinceañera|communion|party|event)(?![\p{L}\d])/iu;
const PICTURES =
  /(?:\d+ (?:\p{L}+ )?|(?<![\p{L}\d])(?:all |the |edited |finished |my |our )?)(?:pictures|pics|images|imágenes|bilder[n]?|clichés)(?![\p{L}\d])/iu;

/** The template that a brief's words choose, with the word that chose it; undefined where none says what the work is. */
export function tradeIn(text: string): { id: string; quote: string } | undefined {
  const hits = TRADES.flatMap(({ template, pattern }, rank) =>
    [...text.matchAll(pattern)].slice(0, 3).map((match) => ({
      id: template,
      quote: match[0],
      index: match.index,
      rank,
      beside: BESIDE.test(text.slice(Math.max(0, match.index - 20), match.index)),
    })),
  );
  const [first] = hits.sort((a, b) => Number(a.beside) - Number(b.beside) || a.index - b.index || a.rank - b.rank);
  if (first) return { id: first.id, quote: first.quote };
  const occasion = PICTURES.test(text) ? OCCASION.exec(text) : null;
  return occasion ? { id: 'photography', quote: occasion[0] } : undefined;
}
