/** Words that make a name a company's; compared without a full stop and in lower case. */
export const COMPANY_WORDS = new Set(
  (
    'gmbh ag ug kg ohg gbr ev se ltd limited inc llc llp lp corp corporation co company sa sas sarl srl spa bv nv ab as oy aps plc pty kft ' +
    'studio studios agency group holding lab labs media foundation institute university college verlag bank hotel restaurant trattoria pizzeria bistro bar shop store market theatre theater festival café cafe bakery ' +
    'bakery union credit coop academy clinic farm winery vineyard house bistro bureau labs hub council works factory garage pharmacy library opera orchestra choir ' +
    'bäckerei brauerei praxis kanzlei stadtwerke verein stiftung institut gasthaus gasthof manufaktur schule apotheke buchhandlung agentur werkstatt velowerkstatt verlagshaus hotels weingut ' +
    'brasserie coop fondation papeterie chocolaterie boulangerie pâtisserie éditions editions maison atelier ateliers camping agence cabinet coopérative école galerie groupe imprimerie librairie menuiserie musée mutuelle pharmacie hôtel société vitrerie érablière domaine château théâtre ' +
    'ferme pépinières pépinière épicerie association fonds chambre cci syndicat club école lycée festival office brasserie cave caves institut fondation conseil théâtre mairie commune ville optique comité ' +
    'ihk hwk hofladen kurverein bürgerstiftung stiftung verband förderverein gemeinde stadt kunsthaus gasthof klinik museum theater festival optik bürgerbüro ' +
    'cámara granja finca panadería bodega peluquería academia ayuntamiento universidad asociación club ediciones bufete viveros hotel hostal festival federación comité ' +
    'district foods outfitters interiors insurance housing charity society federation chamber centre center dental brewing cafe kitchen gym salon spa farms orchard mining homes lodge analytics properties events productions films film pictures architects solicitors surgery ' +
    'bibliothèque mancomunidad ferretería mariscos sparkasse physiopraxis librería gestoría books living corporación museum orchestra office presses élevage chœur kiné cidrerie laiterie frigorífico kita conservancy orchestra trachtenkapelle distillery clinique syndicat fédération confédération compagnie coopérative commune régie notaría constructora conservas grupo lácteos régie métallerie menuiserie brasserie boulangerie boulangeries tischlerei druckerei gasthof gasthaus weingut campingplatz teehaus notariat spital gärtnerei metzgerei fleischerei konditorei praxisgemeinschaft ' +
    'clínica fundación editorial asociación bodegas bodega turismo aceites agencia cooperativa colegio escuela galería grupo imprenta inmobiliaria librería mezcalería museo óptica farmacia restaurante taller talleres teatro tienda transportes viajes viña vinos conservas cacao alfarería gestoría ' +
    'brewery coffee school gallery museum church consulting consultants partners ventures systems software solutions technologies tech industries ' +
    'enterprises association club team ngo trust council ministry press publishing records digital design sons brothers logistics energy health pharma'
  ).split(' '),
);

/** Company words that also prove a business, so that the client's kind may be read from them. */
export const LEGAL_FORMS =
  /(?<![\p{L}\d.])(?:g?GmbH(?: & Co\.? KG)?|[Gg]mbh|PartG(?: mbB)?|GbR|KGaA|AG|UG|KG|OHG|OG|SE|[Ll]td|Limited|[Ll]t[ée]e|[Ii]nc|LLC|llc|PLLC|LLP|LP|Corp|Co\.?(?=$|[^\p{L}.])|Corporation|SARL|Sàrl|SAS|SASU|EURL|SELARL|SCOP|SCI|SNC|SRL|SL|SLU|SLP|SCCL|E\.I\.R\.L|EIRL|BV|NV|ASBL|SA|SpA|PLC|plc|Pty|ApS|Oy|AB|eG|e\.U|e\.V|S\.p\.A|S\.r\.l|S\.L\.P|S\. ?Coop|S\.L|S\.A|S\.A\.S|B\.V|N\.V|K\.K)(?![\p{L}\d])\.?/u;

/** Legal forms that are written with full stops, as a name may end with them. */
export const DOTTED_FORMS =
  'S\\.A\\. de C\\.V\\.|S\\. de R\\.L\\.(?: de C\\.V\\.)?|S\\. ?Coop\\.|S\\.L\\.P\\.|E\\.I\\.R\\.L\\.|S\\.? ?à ?r\\.?l\\.?|UG \\(haftungsbeschränkt\\)|PartG mbB|S\\.A\\.[SC]\\.|S\\.L\\.U\\.|(?:S\\.[LA]|B\\.V|N\\.V|K\\.K|e\\.[UVK])\\.|S\\.[pr]\\.[AlL]\\.|(?:Inc|Ltd|Corp|Co|inc)\\.';

/** Capitalised words after "for" that are no client: places where work appears, days, and words people capitalise. */
export const NO_CLIENTS = new Set(
  (
    'instagram linkedin facebook tiktok youtube twitter google amazon spotify pinterest whatsapp shopify wordpress webflow figma ios android web website ' +
    'seo pr hr it ai ui ux q1 q2 q3 q4 christmas easter thanksgiving halloween ramadan january february march april may june july august september ' +
    'october november december monday tuesday wednesday thursday friday saturday sunday spring summer autumn winter i we they he she it you us me my our ' +
    'your their his her this that these those a an all both each every vat tax eur usd gbp chf cad aud english german french spanish italian ' +
    'japanese chinese dutch portuguese danish polish swiss austrian die der das firma ' +
    'webseite webshop onlineshop broschüre übersetzung hochzeit kampagne projekt newsletter katalog messe veranstaltung feier flyer plakat visitenkarten texte text fotos bilder video film illustrationen zeichnungen präsentation vortrag schulung beratung logo anzeige anzeigen verpackung etiketten zeitschrift artikel bücher buch cover app software konzept druck reise anreise material korrekturen änderungen rechnung zahlung anzahlung stück seite seiten tag tage stunde stunden woche wochen monat monate jahr jahre social-media ostern weihnachten kunde kundin termin abgabe lieferung unterlagen einladungen ' +
    'me deadline start fee price total deposit balance budget project subject net pay payment invoice re aw wg tr rv okay thanks hi hello hey dear hallo bonjour hola danke merci gracias ja oui sí ok ' +
    'germany france spain italy austria switzerland europe london berlin paris vienna new launch phase social'
  ).split(' '),
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
