import type { Language } from '../languages/language.ts';

/**
 * What people who work for themselves hand over, as the last part of a noun: "Kapitelvignetten" ends in one. A counted noun that
 * is none of these (guests, rooms, minutes) is a deliverable only where the brief says that it is delivered.
 */
const MADE: Readonly<Record<Language, string>> = {
  en:
    'ad board sign badge patch sample map chart visual model film video clip reel trailer teaser promo cutdown cut-down spot advert commercial animation explainer episode podcast song jingle voiceover photo photograph picture image ' +
    'shot packshot still portrait headshot illustration drawing sketch painting mural vignette spread cover icon logo wordmark mockup mock-up wireframe prototype concept template banner poster ' +
    'flyer leaflet brochure booklet catalogue catalog postcard invitation label sticker slide deck presentation infographic diagram map rendering render post story stories carousel article newsletter ' +
    'email e-mail mailing script release caption description headline tagline slogan chapter translation transcript subtitle glossary handbook manual guide guideline report ebook e-book ' +
    'whitepaper workbook worksheet handout recipe bouquet arrangement centrepiece centerpiece buttonhole garland cake album gallery galleries book photobook pdf gif thumbnail dashboard ' +
    'font pattern copywriting stationery signboard backdrop menu worksheet floorplan elevation bumper dummy editorial essay column feature',
  de:
    'film video clip reel trailer teaser spot episode podcast logo icon banner poster flyer cover story post newsletter mail photo packshot porträt portrait headshot bild bilder foto aufnahme porträt portrait zeichnung motiv entwurf entwürfe skizze plakat karte broschüre katalog buch bücher heft umschlag text beitrag beiträge artikel folie vorlage ' +
    'anzeige schnittfassung übersetzung untertitel bericht kapitel strauß sträuße strauss sträusse gesteck kranz kränze torte etikett schild schilder visualisierung drehbuch skript folge lied lieder ' +
    'unterseite landingpage animation grafik layout vorschlag vorschläge muster mappe storys packshot stoff icons plan pläne clip illustration vignette',
  fr:
    'picto annonce format étui coffret jingle trailer teaser capsule dessin croquis couverture affiche dépliant bâche panneau panneaux carte étiquette pictogramme maquette proposition gabarit bannière publication billet texte fiche infolettre courriel ' +
    'éditorial chronique chapitre traduction sous-titre livre livret galerie planche rush rushes montage épisode morceau chanson bouquet couronne gâteau gâteaux rendu rapport guide manuel ' +
    'présentation diapositive visuel scénario tableau tableaux vidéo film catalogue album illustration portrait affichette menu plan',
  es:
    'tráiler tráileres anuncio fotografía imagen imágenes vídeo video película cápsula retrato ilustración ilustraciones dibujo boceto lámina mapa portada cartel carteles folleto catálogo tarjeta etiqueta logotipo icono maqueta ' +
    'propuesta plantilla publicación publicaciones artículo texto ficha boletín boletines correo capítulo traducción traducciones subtítulo álbum álbumes libro guía galería episodio canción canciones ramo corona ' +
    'pastel plano informe presentación presentaciones diapositiva historia guion guión rótulo vinilo lona foto manual cartelera invitación invitaciones reel',
}; // biome-ignore format: a table of words

const { de, ...others } = MADE;
const either = (words: string) => words.split(' ').join('|');
const made = new RegExp(
  `^(?:(?:.*-)?(?:${either(Object.values(others).join(' '))})|.*(?:${either(de)}))(?:s|e|n|en|es)?$`,
  'iu',
);
/** "A landing page" is handed over, "212 pages" are the length of something. */
const PAGE = /^(?:pages?|páginas?|seiten?)$/iu;
/** Words that end in a thing and are none. */
const NOT_MADE =
  /^(?:context\w*|pretext\w*|outpost\w*|history|storytelling|hot ?spots?|blind ?spots?|discover|recover)$/iu;

/** Whether a word names something that is made and handed over; `before` and `after` are its neighbours. */
export function isMade(word: string, before = '', after = ''): boolean {
  if (PAGE.test(word))
    return (
      /^(?:landing|web|home|product|sales|about|profile|sub|content|contact)$/i.test(before) ||
      /^d(?:['’]accueil|e (?:inicio|start|vente|venta|producto|produit))/iu.test(after)
    );
  return made.test(word) && !NOT_MADE.test(word);
}

/** Counted nouns that are never handed over, in the readers' words and in the written ones. */
export const NO_THING =
  /(?<![\p{L}])(?:days?|hours?|hrs?|weeks?|months?|years?|minutes?|mins?|seconds?|sessions?|lessons?|appointments?|calls?|meetings?|visits?|shoots?|workshops?|trainings?|courses?|classes|gigs?|talks?|keynotes?|speech(?:es)?|performances?|shows?|sets?|contracts?|agreements?|invoices?|quotes?|discounts?|refunds?|keys?|badges?|waiters?|rounds?|loops?|revisions?|corrections?|amends|changes|edits|iterations?|people|guests|persons|pax|pers|staff|participants|attendees|employees|children|kids|adults|bridesmaids|seats|rooms?|floors?|tables|chairs|users|seats|copies|words|pages|characters|parts?|stages?|instal\w*|milestones?|payments?|times?|percent|euros?|dollars?|pounds|francs|pesos|mil|grand|rue|street|road|avenue|uhr|january|february|march|april|may|june|july|august|september|october|november|december|gäste|gästen|personen|leute|teilnehmer\w*|mitarbeiter\w*|kinder|plätze|zimmer|räume|belege|wörter|stück|exemplare|minuten|sekunden|invités|personnes|participants|employés|enfants|chambres|couverts|mots|exemplaires|secondes|invitados|personas|asistentes|empleados|niños|habitaciones|cubiertos|palabras|ejemplares|minutos|segundos|módulos|clases|años|ans|jahren?)(?![\p{L}])/iu;
