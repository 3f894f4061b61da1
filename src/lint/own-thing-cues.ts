import { said } from '../briefs/passages/letters.ts';

/** Something is handed over under this contract. */
export const HANDED_OVER = said(
  "you(?:[’']ll| will| shall)? (?:receive|get)|(?:the client|customer) (?:will )?(?:receives?|gets?)|(?:we|i)(?:[’']ll| will| shall)? (?:deliver|provide|supply|hand over|produce|create|design|make|shoot|write)|the (?:price|fee|package|work|job) (?:includes|covers|comprises|consists of)|deliverables? ?(?:are|:)|(?:is|are|will be) (?:delivered|supplied|provided|handed over)|(?:come|comes) as|(?:sie|der kunde|die kundin|der auftraggeber) (?:erhalten|erhält|bekommen|bekommt)|(?:erhalten|bekommen) sie|(?:wir|ich) (?:liefern?|erstellen?|gestalten?|produzieren?|übergeben?|schreiben?)|(?:liefern|erstellen|gestalten) wir|geliefert (?:werden|wird)|(?:werden|wird)(?: [^.;]{1,40})? (?:geliefert|übergeben)|(?:der preis|die leistung|das paket|der auftrag) (?:umfasst|enthält|beinhaltet)|vous (?:recevez|recevrez|obtenez|aurez)|(?:nous|je) (?:livr\\p{L}+|fourni\\p{L}+|remett\\p{L}+|cré\\p{L}+|réalis\\p{L}+|produi\\p{L}+)|(?:le prix|la prestation|le forfait|la mission) (?:comprend|inclut|porte sur)|(?:est|sont|seront) (?:livrée?s?|remis\\p{L}*|fournie?s?)|(?:recibe|recibirá|recibirán|reciben)|(?:entreg|realiz|cre|produc|dise[ñn]|escrib)(?:amos|imos|aremos|iremos|aré|o)|hacemos|haremos|(?:el precio|el paquete|el encargo|el trabajo) (?:incluye|comprende)|se (?:entregan?|entregarán?)",
);
/** Some of them, or others: a step on the way, what is in each, what comes later. */
export const SOME_OF = said(
  'at first|initially|to begin with|for now|zunächst|zuerst|d.abord|primero|de momento|rest|remaining|remainder|preview|of (?:them|these|those|which)|each|every|per|any|another|other|more|samples?|(?:pages|seiten) of|in stages|a (?:day|week|month)|übrigen|restlichen|vorschau|vorab|davon|jede[rsnm]?|je|pro|weitere|andere|reste|restantes?|autres?|aperçu|dont|chaque|par|resto|demás|otr[oa]s|cada|por|avance|de (?:ellas|ellos)|al (?:mes|día)|previa',
);
/** Besides what is agreed. */
export const BESIDES = said(
  'also|too|as well|in addition|additionally|besides|plus|auch|zusätzlich|außerdem|ebenfalls|aussi|également|en plus|también|además|asimismo|if you (?:wish|like|ask)|on request|auf wunsch|sur demande|a petición',
);
/** A bound below: more may come. */
export const AT_LEAST = said(
  'at least|or more|minimum|mindestens|wenigstens|au moins|au minimum|al menos|por lo menos|como mínimo',
);

/** Things that are made, by what four languages call them. */
const KINDS = [
  'photos?|photographs?|pictures?|images?|shots?|fotos?|bilder(?:n)?|aufnahmen|clichés?|fotografías?|imágenes',
  'pages?|(?:landing|web|unter)?seiten?|(?:landing)?pages|páginas?',
  'logos?|logotypes?|logotipos?|wortmarken?',
  'films?|videos?|clips?|reels?|filme?n?|vidéos?|vídeos?|spots?',
  'articles?|(?:blog )?posts?|texts?|artikel\\p{L}*|beiträge?n?|texte?n?|textes?|billets?|artículos?|textos?|entradas',
  'illustrations?|drawings?|illustrationen|zeichnungen|dessins?|ilustraciones|dibujos?',
  'icons?|icônes?|iconos?|pictogram\\p{L}*',
  'slides?|folien?|diapositiv\\p{L}*|diapos',
  'banners?|bannières?|anzeigenmotive?',
  'posters?|plakate?n?|affiches?|carteles?',
  'words?|wörter\\p{L}*|mots?|palabras?',
  'sessions?|sitzungen?|séances?|sesiones|stunden',
  'templates?|vorlagen?|modèles?|plantillas?',
] as const;
const noun = (words: string) => said(words);

export type Kind = { readonly is: RegExp; readonly counted: RegExp };
/** A kind of thing by its name, and where it is counted: “30 edited photos”, with the figure in the group `count`. */
export const THING_KINDS: readonly Kind[] = KINDS.map((words) => ({
  is: noun(words),
  counted: said(`(?<![.,])(?<count>\\d{1,5})(?: [\\p{L}-]+){0,3}? (?:${words})`, 'giu'),
}));
/** Whatever is handed over as a file. */
export const FILES = said(
  'files?|everything|results?|work|designs?|dateien|alles|ergebnisse?|entwürfe|fichiers?|tout|résultats?|créations?|archivos?|ficheros?|todo|resultados?|diseños?',
);
