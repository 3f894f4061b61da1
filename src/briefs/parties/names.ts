import { wordSet } from '../passages/letters.ts';
/** Capitalised words after "for" that are no client: places where work appears, days, and words people capitalise. */
export const NO_CLIENTS = wordSet(
  'instagram linkedin facebook tiktok youtube twitter google amazon spotify pinterest whatsapp shopify wordpress webflow figma ios android web website',
  'seo pr hr it ai ui ux q1 q2 q3 q4 january february march april may june july august september',
  'october november december monday tuesday wednesday thursday friday saturday sunday i we they he she it you us me my our',
  'your their his her this that these those a an all both each every vat tax eur usd gbp chf cad aud english german french spanish italian',
  'japanese chinese dutch portuguese danish polish swiss austrian die der das firma',
  'webseite webshop onlineshop broschüre übersetzung hochzeit kampagne projekt newsletter katalog messe veranstaltung feier flyer plakat visitenkarten texte text fotos bilder video film illustrationen zeichnungen präsentation vortrag schulung beratung logo anzeige anzeigen verpackung etiketten zeitschrift artikel bücher buch cover app software konzept druck reise anreise material korrekturen änderungen rechnung zahlung anzahlung stück seite seiten tag tage stunde stunden woche wochen monat monate jahr jahre social-media kunde kundin termin abgabe lieferung unterlagen einladungen',
  'me deadline start fee price total deposit balance budget project subject net pay payment invoice re aw wg tr rv okay thanks hi hello hey dear hallo bonjour hola danke merci gracias ja oui sí ok',
  'germany france spain italy austria switzerland europe london berlin paris vienna new launch phase social',
);

/** Places as briefs name them, with the country they mean; the adjective stands after a slash. */
const PLACES =
  'AT Austria/Austrian,AU Australia/Australian,BE Belgium/Belgian,BR Brazil/Brazilian,CA Canada/Canadian,CH Switzerland/Swiss,CZ Czechia/Czech,DE Germany/German,' +
  'DK Denmark/Danish,ES Spain/Spanish,FI Finland/Finnish,FR France/French,GB UK/British,GB England/English,GB United Kingdom/British,HU Hungary/Hungarian,' +
  'IE Ireland/Irish,IL Israel/Israeli,IN India/Indian,IT Italy/Italian,JP Japan/Japanese,LU Luxembourg/Luxembourgish,MX Mexico/Mexican,CO Colombia/Colombian,AR Argentina/Argentinian,CL Chile/Chilean,PE Peru/Peruvian,UY Uruguay/Uruguayan,GR Greece/Greek,NL Netherlands/Dutch,' +
  'NO Norway/Norwegian,NZ New Zealand/Kiwi,NZ New Zealand/NZ,PL Poland/Polish,PT Portugal/Portuguese,RO Romania/Romanian,SE Sweden/Swedish,SG Singapore/Singaporean,' +
  'US USA/American,US United States/American,ZA South Africa/South African';

export const COUNTRIES: readonly { readonly code: string; readonly name: string; readonly adjective: string }[] =
  PLACES.split(',').map((entry) => {
    const [, code = '', name = '', adjective = ''] = /^(\w\w) (.+)\/(.+)$/.exec(entry) ?? [];
    return { code, name, adjective };
  });
