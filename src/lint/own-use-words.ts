import { said } from '../briefs/passages/letters.ts';

/** A way of using work, by the words of four languages, and the wider ways that it is a part of. */
type Use = { readonly name: string; readonly words: RegExp; readonly within: readonly string[] };

const use = (name: string, words: string, ...within: string[]): Use => ({ name, words: said(words), within });

const USES: readonly Use[] = [
  use('online', 'online|internet|en ligne|en línea|web'),
  use(
    'websites',
    'web ?sites?|websites?|homepages?|landing ?pages?|webseiten?|internetseiten?|sites? (?:web|internet)|(?:votre|leur|son|du) site|sitios? web|páginas? web',
    'online',
  ),
  use('blogs', 'blogs?', 'online', 'websites'),
  use('shops', 'web ?shops?|online ?shops?|boutique en ligne|tienda online|tienda en línea', 'online', 'websites'),
  use(
    'social media',
    'social(?: media| networks?)?|socials|instagram|facebook|linkedin|tiktok|soziale[nr]? (?:medien|netzwerke?n?)|réseaux(?: sociaux)?|redes(?: sociales)?',
    'online',
  ),
  use('newsletters', 'newsletters?|mailings?|infolettres?|boletín|boletines', 'online'),
  use('apps', 'apps?|applications? mobiles?|aplicación móvil', 'online'),
  use(
    'print',
    'print(?:ed)?(?: media| matter| products?)?|druck(?:sachen|medien|erzeugnisse\\p{L}*)?|printmedien|gedruckt\\p{L}*|imprimée?s?|impression|(?:supports? )?papier|impres[oa]s?|impresión|papel',
  ),
  use(
    'flyers and brochures',
    'flyers?|leaflets?|brochures?|broschüren?|prospekte?|faltblätter|dépliants?|plaquettes?|prospectus|folletos?|catalogu?es?|kataloge?|catálogos?',
    'print',
  ),
  use('posters', 'posters?|plakate?n?|affiches?|carteles?', 'print', 'outdoor advertising'),
  use(
    'outdoor advertising',
    'billboards?|hoardings?|out-?of-?home|outdoor(?: advertising)?|außenwerbung|plakatwerbung|litfaßsäulen?|panneaux(?: publicitaires)?|affichage|vallas(?: publicitarias)?|publicidad exterior',
    'advertising',
  ),
  use('books', 'books?|bücher\\p{L}*|buch|livres?|libros?', 'print'),
  use('packaging', 'packag(?:ing|es?)|verpackung(?:en)?|emballages?|conditionnement|packaging|envases?|embalajes?'),
  use('merchandise', 'merchandis\\p{L}*|merch|t-?shirts?|mugs?|produits dérivés|merchandising|camisetas|tazas'),
  use(
    'television',
    'tv|television|broadcast(?:ing|s)?|fernsehen|fernsehwerbung|fernsehspots?|rundfunk|télévision|télé|televisión|tele',
  ),
  use('cinema', 'cinemas?|kinos?|cinéma|cines?'),
  use('radio', 'radio|hörfunk'),
  use(
    'press',
    'press|newspapers?|magazines?|presse|zeitungen?|zeitschriften?|magazine?n?|journaux|journal|prensa|periódicos?|revistas?',
  ),
  use(
    'advertising',
    'adverts?|advertis(?:ing|ements?)|ads?|ad campaigns?|campaigns?|werbung|werbe\\p{L}+|anzeigen?|kampagnen?|werbekampagnen?|publicités?|publicitaires?|pub|campagnes?|publicidad|anuncios?|campañas?',
  ),
  use('internal use', 'internal(?:ly)?(?: use)?|intranet|intern(?:e[nrsm]?)?|internes?|interne Zwecke|intern[oa]s?'),
  use('resale', 're-?s(?:ale|ell(?:ing)?)|weiterverkauf\\p{L}*|weiterverkaufen|revente|revendre|reventa|revender'),
];

/** Every use that words name. */
export const usesIn = (words: string): readonly string[] =>
  USES.filter((each) => each.words.test(words)).map(({ name }) => name);

const widerThan = (name: string) => USES.find((each) => each.name === name)?.within ?? [];

/** Whether one of some uses is this one, or one that it is a part of; “online” is whatever is online. */
export const isCovered = (name: string, by: readonly string[]): boolean =>
  by.includes(name) ||
  widerThan(name).some((wider) => by.includes(wider)) ||
  (name === 'online' && by.some((each) => widerThan(each).includes(name)));
