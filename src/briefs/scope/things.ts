import { accentsOptional } from '../languages/accents.ts';
import type { Language } from '../languages/language.ts';
import { lettered } from '../passages/letters.ts';

/**
 * What people who work for themselves hand over, as the last part of a noun: "Kapitelvignetten" ends in one. A counted noun that
 * is none of these (guests, rooms, minutes) is a deliverable only where the brief says that it is delivered.
 */
const MADE: Readonly<Record<Language, string>> = {
  en:
    'study studies paper application file section form module plugin widget version screen ad board sign badge patch sample map chart visual model film video clip reel trailer teaser promo cutdown cut-down spot advert commercial animation explainer episode podcast song jingle voiceover photo photograph picture image ' +
    'shot packshot still portrait headshot illustration drawing sketch painting mural vignette spread cover icon logo wordmark mockup mock-up wireframe prototype concept template banner poster ' +
    'flyer leaflet brochure booklet catalogue catalog postcard invitation label sticker slide deck presentation infographic diagram map rendering render post story stories carousel article newsletter ' +
    'email e-mail mailing script release caption description headline tagline slogan chapter translation transcript subtitle glossary handbook manual guide guideline report ebook e-book ' +
    'whitepaper workbook worksheet handout recipe bouquet arrangement centrepiece centerpiece buttonhole garland cake album gallery galleries book photobook pdf gif thumbnail dashboard ' +
    'font pattern copywriting stationery signboard backdrop menu worksheet floorplan elevation bumper dummy editorial essay column feature',
  de:
    'exposé leitfaden checkliste version versionen datei dateien doppelseite film video clip reel trailer teaser spot episode podcast logo icon banner poster flyer cover story post newsletter mail photo packshot porträt portrait headshot bild bilder foto aufnahme porträt portrait zeichnung motiv entwurf entwürfe skizze plakat karte broschüre katalog buch bücher heft umschlag text beitrag beiträge artikel folie vorlage ' +
    'anzeige schnittfassung übersetzung untertitel bericht kapitel strauß sträuße strauss sträusse gesteck kranz kränze torte etikett schild schilder visualisierung drehbuch skript folge lied lieder ' +
    'unterseite landingpage animation grafik layout vorschlag vorschläge muster mappe storys packshot stoff icons plan pläne clip illustration vignette',
  fr:
    'version fichier charte logo picto annonce format étui coffret jingle trailer teaser capsule dessin croquis couverture affiche dépliant bâche panneau panneaux carte étiquette pictogramme maquette proposition gabarit bannière publication billet texte fiche infolettre courriel ' +
    'éditorial chronique chapitre traduction sous-titre livre livret galerie planche rush rushes montage épisode morceau chanson bouquet couronne gâteau gâteaux rendu rapport guide manuel ' +
    'présentation diapositive visuel scénario tableau tableaux vidéo film catalogue album illustration portrait affichette menu plan',
  es:
    'versión versiones archivo nota logo brochure tráiler tráileres anuncio fotografía imagen imágenes vídeo video película cápsula retrato ilustración ilustraciones dibujo boceto lámina mapa portada cartel carteles folleto catálogo tarjeta etiqueta logotipo icono maqueta ' +
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
      /^(?:landing|web|home|product|sales|about|profile|sub|content|contact|booking|team|shop|news|blog|gallery|menu|event|login|admin|dashboard|pricing|faq|order|checkout|jobs|careers|portfolio|services?|category|search)$/i.test(
        before,
      ) || /^d(?:['’]accueil|e (?:inicio|start|vente|venta|producto|produit))/iu.test(after)
    );
  return made.test(word) && !NOT_MADE.test(word);
}

/** Counted nouns that are never handed over: people, time, money, places, talk, and what is there already; as words in four languages. */
const NO_THINGS =
  'asap|days?|hours?|hrs?|weeks?|months?|years?|minutes?|mins?|seconds?|secs?|nights?|evenings?|mornings?|weekends?|sessions?|lessons?|appointments?|calls?|meetings?|visits?|trips?|shoots?|workshops?|trainings?|courses?|classes|gigs?|talks?|keynotes?|speech(?:es)?|performances?|shows?|concerts?|contracts?|agreements?|invoices?|quotes?|discounts?|refunds?|receipts?|keys?|rounds?|revisions?|engagements?|yrs?|pages?|pp|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|corrections?|amends|amendments?|changes|edits|iterations?|tweaks|goes|passes|fittings?|people|guests?|persons?|pax|pers|staff|participants?|attendees?|employees?|children|kids|adults?|players?|singers?|musicians?|dancers?|speakers?|models?|friends?|brothers|sisters|members?|trustees?|bridesmaids|waiters?|seats?|rooms?|floors?|users?|ladies|gentlemen|drivers?|colleagues|words?|characters?|parts?|stages?|steps?|points?|phases?|instal\\w*|milestones?|payments?|times?|percent|euros?|dollars?|cents?|pounds|quid|bucks|francs|pesos|rand|soles|mil|grand|lakhs?|rue|street|road|avenue|st|lane|km|kms|kilometres?|kilometers?|miles?|metres?|meters?|yards?|acres?|hectares?|sq|sqm|degrees?|cameras?|mics?|lights?|monitors?|laptops?|cars?|vans?|outlets?|branches|shops|stores|locations?|offices?|sites|countries|languages?|options?|quotes|deposits?|dates?|months|quarters?|' +
  'uhr|tag(?:e[ns]?)?|stunden?|std|wochen?|monate?n?|jahre?n?|minuten?|sekunden?|nächten?|abende?n?|termine?n?|sitzungen|seiten?|(?:mon|diens|donners|frei|sams|sonn)tagen?|mittwochen?|schulungen|einheiten|proben?|treffen|besprechungen|gespräche?n?|telefonate?|vorträge?n?|kurse?n?|auftritte?n?|runden?|schleifen?|\\p{L}*(?:runden?|schleifen?|tagen?|stunden|gängen?|läufen?|durchgänge?n?)|korrekturen?|änderungen|überarbeitungen|anpassungen|versuche?|raten|teile?n?|etappen|tranchen|gäste?n?|personen|leuten?|teilnehmer\\p{L}*|mitarbeiter\\p{L}*|kinder[n]?|mann|musiker[n]?|sprecher[n]?|mitglieder[n]?|plätze[n]?|zimmer[n]?|räume[n]?|stock|belege|wörtern?|zeichen|meter[n]?|kilometer[n]?|quadratmeter[n]?|prozent|franken|rappen|schritte[n]?|punkte[n]?|filialen|standorte[n]?|sprachen|' +
  'jours?|journées?|heures?|semaines?|mois|ans?|années?|nuits?|soirées?|séances?|ateliers?|formations?|conférences?|pages?|(?:lun|mar|mercre|jeu|vendre|same)dis?|dimanches?|réunions?|rendez-vous|rdv|appels?|représentations?|tours?|allers?(?:-retours?)?|retours?|relectures?|retouches?|modifs?|modifications?|corrections?|essais?|fois|invités?|personnes?|participants?|employés?|salariés?|enfants?|gosses|musiciens?|danseurs?|comédiens?|membres?|couverts?|chambres?|salles?|étages?|mots|caractères|secondes?|mètres?|kilomètres?|tranches?|étapes?|échéances?|versements?|paiements?|acomptes?|devis|factures?|magasins?|boutiques?|bureaux|langues|' +
  'días?|horas?|semanas?|mes(?:es)?|años?|noches?|tardes?|sesion(?:es)?|sesión|jornadas?|talleres|taller|cursos?|charlas?|páginas?|lunes|martes|miércoles|jueves|viernes|sábados?|domingos?|mil|millones|reuniones?|llamadas?|visitas?|funciones|clases|módulos|vueltas?|rondas?|pasadas?|revisiones|correcciones|cambios|ajustes|instancias?|veces|invitad[oa]s?|personas?|asistentes|emplead[oa]s?|niñ[oa]s?|músicos|bailarines|soci[oa]s|miembros|habitaciones|cubiertos|pisos?|salas?|salones|palabras|caracteres|minutos?|segundos?|metros?|kilómetros|partes|cuotas?|pagos?|plazos?|etapas|hitos?|facturas?|tiendas|sucursales|oficinas|idiomas|lotes|' +
  'january|february|march|april|may|june|july|august|september|october|november|december|jänner|jan|feb|mar|apr|jun|jul|aug|sept?|oct|okt|nov|dec|dez|januar|februar|märz|mai|juni|juli|oktober|dezember|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre';
/** Also as people type them who leave the accents out: "dos dias". */
const NO_THING_HEAD = lettered(`^(?:${accentsOptional(NO_THINGS)})$`, 'iu');
export const isNoThing = (head: string): boolean => NO_THING_HEAD.test(head);
