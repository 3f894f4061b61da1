/**
 * Places whose law a contract may choose: as it is called in English; its other names in English, German, French and Spanish;
 * its adjectives there. `-` stands for the endings of an adjective.
 */
const TABLE = `
Germany | Deutschlands?, Bundesrepublik Deutschland, Federal Republic of Germany, Allemagne, Alemania, BRD | German, deutsch-, bundesdeutsch-, allemande?, alem[aá]na?
Austria | Österreichs?, Autriche | Austrian, österreichisch-, autrichienn?e?, austr[ií]ac[oa]
Switzerland | Schweiz, Suisse, Suiza, Swiss Confederation, Confédération | Swiss, schweizer(?:isch-)?, suisse, suiz[oa], helvétique
France | Frankreichs?, Francia | French, französisch-, français(?:es?)?, frances(?:a)?, francés
Spain | Spaniens?, Espagne, España | Spanish, spanisch-, espagnole?s?, español(?:as?)?
Italy | Italiens?, Italie, Italia | Italian, italienisch-, italienn?e?, italian[oa]
Portugal | Portugals? | Portuguese, portugiesisch-, portugaise?, portugu[eé]sa?
Belgium | Belgiens?, Belgique, Bélgica | Belgian, belgisch-, belge, belga
Netherlands | Niederlanden?, Holland, Pays-Bas, Países Bajos, Holanda | Dutch, niederländisch-, holländisch-, néerlandaise?, neerland[eé]sa?, holand[eé]sa?
Luxembourg | Luxemburgs?, Luxemburgo | Luxembourgish, Luxembourg, luxemburgisch-, luxembourgeoise?, luxemburgu[eé]sa?
Liechtenstein | Liechtensteins? | Liechtenstein, liechtensteinisch-
England and Wales | England & Wales, England und Wales, Angleterre et pays de Galles, Inglaterra y Gales, England, Englands, Angleterre, Inglaterra, UK, United Kingdom, Vereinigten Königreichs?, Royaume-Uni, Reino Unido, Wales, Great Britain, Großbritanniens? | English, British, UK, Welsh, englisch-, britisch-, anglaise?, britannique, ingl[eé]sa?, británic[oa]
Scotland | Schottlands?, Écosse, Escocia | Scots, Scottish, schottisch-, écossaise?, escoc[eé]sa?
Northern Ireland | Nordirlands?, Irlande du Nord, Irlanda del Norte | Northern Irish, nordirisch-
Ireland | Irlands?, Irlande, Irlanda, Republic of Ireland, Éire | Irish, irisch-, irlandaise?, irland[eé]sa?
Denmark | Dänemarks?, Danemark, Dinamarca | Danish, dänisch-, danoise?, dan[eé]sa?
Sweden | Schwedens?, Suède, Suecia | Swedish, schwedisch-, suédoise?, suec[oa]
Norway | Norwegens?, Norvège, Noruega | Norwegian, norwegisch-, norvégienn?e?, norueg[oa]
Finland | Finnlands?, Finlande, Finlandia | Finnish, finnisch-, finlandaise?, finland[eé]sa?
Iceland | Islands?, Islande, Islandia | Icelandic, isländisch-, islandaise?, island[eé]sa?
Poland | Polens?, Pologne, Polonia | Polish, polnisch-, polonaise?, polac[oa]
Czechia | Czech Republic, Tschechiens?, Tchéquie, Chequia | Czech, tschechisch-, tchèque, chec[oa]
Slovakia | Slowakei, Slovaquie, Eslovaquia | Slovak, slowakisch-, slovaque, eslovac[oa]
Slovenia | Sloweniens?, Slovénie, Eslovenia | Slovenian, slowenisch-, slovène, eslovena?
Croatia | Kroatiens?, Croatie, Croacia | Croatian, kroatisch-, croate, croata
Hungary | Ungarns?, Hongrie, Hungría | Hungarian, ungarisch-, hongroise?, húngar[oa]
Romania | Rumäniens?, Roumanie, Rumania, Rumanía | Romanian, rumänisch-, roumaine?, ruman[oa]
Bulgaria | Bulgariens?, Bulgarie | Bulgarian, bulgarisch-, bulgare, búlgar[oa]
Greece | Griechenlands?, Grèce, Grecia | Greek, griechisch-, grecque?, griega?, griego
Estonia | Estlands?, Estonie | Estonian, estnisch-, estonienn?e?, estoni[oa]
Latvia | Lettlands?, Lettonie, Letonia | Latvian, lettisch-, lettonne?, let[oó]na?
Lithuania | Litauens?, Lituanie, Lituania | Lithuanian, litauisch-, lituanienn?e?, lituan[oa]
Malta | Malte | Maltese, maltesisch-, maltaise?, malt[eé]sa?
Cyprus | Zyperns?, Chypre, Chipre | Cypriot, zyprisch-, chypriote, chipriota
Monaco | Mónaco | Monegasque, monegassisch-, monégasque, monegasco
Andorra | Andorre | Andorran, andorranisch-, andorrane?, andorran[oa]
Turkey | Türkei, Turquie, Turquía, Türkiye | Turkish, türkisch-, turque?, turc[oa]
Israel | Israels, Israël | Israeli, israelisch-, israélienn?e?
United Arab Emirates | UAE, Dubai, Émirats arabes unis, Emiratos Árabes Unidos | Emirati
India | Indiens?, Inde | Indian, indisch-, indienn?e?
Japan | Japans, Japon, Japón | Japanese, japanisch-, japonaise?, japon[eé]sa?
Singapore | Singapurs?, Singapour, Singapur | Singaporean, Singapore, singapurisch-
Hong Kong | Hongkong | Hong Kong
Australia | Australiens?, Australie | Australian, australisch-, australienn?e?, australian[oa]
New Zealand | Neuseelands?, Nouvelle-Zélande, Nueva Zelanda, Aotearoa, NZ | Kiwi, NZ, New Zealand, neuseeländisch-, néo-zélandaise?, neozeland[eé]sa?
South Africa | Südafrikas?, Afrique du Sud, Sudáfrica | South African, südafrikanisch-, sud-africaine?, sudafrican[oa]
Canada | Kanadas?, Canadá | Canadian, kanadisch-, canadienn?e?, canadiense
Quebec | Québec | Quebec, Québec, Quebecois, québécoise?s?, quebequ[eé]sa?
Ontario | - | Ontario, ontarienn?e?
British Columbia | B\\.?C\\.?, Colombie-Britannique, Columbia Británica, Britisch-Kolumbiens? | British Columbian, BC
Alberta | - | Alberta, Albertan, albertaine?
Manitoba | - | Manitoba
Saskatchewan | - | Saskatchewan
Nova Scotia | Nouvelle-Écosse, Nueva Escocia | Nova Scotian
New Brunswick | Nouveau-Brunswick, Nuevo Brunswick | néo-brunswickoise?
Newfoundland and Labrador | Newfoundland, Terre-Neuve | Newfoundland
Mexico | Mexikos?, Mexique, México, Méjico | Mexican, mexikanisch-, mexicaine?, mexican(?:[oa]|as)
Colombia | Kolumbiens?, Colombie | Colombian, kolumbianisch-, colombienn?e?, colombian[oa]s?
Argentina | Argentiniens?, Argentine | Argentinian, Argentine, argentinisch-, argentine?, argentin[oa]s?
Chile | Chiles, Chili | Chilean, chilenisch-, chilienn?e?, chilen[oa]s?
Peru | Perus, Pérou, Perú | Peruvian, peruanisch-, péruvienn?e?, peruan[oa]s?
Uruguay | Uruguays | Uruguayan, uruguayisch-, uruguayenn?e?, uruguay[oa]s?
Paraguay | - | Paraguayan, paraguay[oa]s?
Ecuador | Équateur | Ecuadorian, equatorienn?e?, ecuatorian[oa]s?
Bolivia | Bolivie | Bolivian, bolivian[oa]s?
Venezuela | - | Venezuelan, venezolan[oa]s?
Panama | Panamá | Panamanian, panameñ[oa]s?
Costa Rica | - | Costa Rican, costarricense
Guatemala | - | Guatemalan, guatemaltec[oa]s?
Dominican Republic | República Dominicana, République dominicaine | dominican[oa]s?
Brazil | Brasiliens?, Brésil, Brasil | Brazilian, brasilianisch-, brésilienn?e?, brasileñ[oa]s?
Puerto Rico | Porto Rico | Puerto Rican, puertorriqueñ[oa]s?
USA | United States, US, Vereinigten Staaten, États-Unis, Estados Unidos, EE\\. ?UU\\. | American, US, amerikanisch-, américaine?, american[oa], estadounidense
New Jersey | Nueva Jersey, New Jerseys | New Jersey, NJ
New York | New York State, New Yorks, Nueva York | New York, NY, new[- ]yorkaise?, neoyorquin[oa]s?, New Yorker
California | Kaliforniens?, Californie | California, Californian, kalifornisch-, californienn?e?, californian[oa]s?
Texas | Tejas | Texas, Texan, texanisch-, texane?, tejan[oa]s?
Florida | Floride, Floridas | Florida, floridan[oa]s?
Delaware | Delawares | Delaware
Georgia | - | Georgia
Washington | Washington State | Washington
Hawaii | Hawaiʻi | Hawaii
Louisiana | Louisiane, Luisiana | Louisiana
Pennsylvania | Pennsylvanie, Pensilvania | Pennsylvania
Geneva | Genf, Genève, Ginebra | Genevan, genferisch-, genevoise?
Vaud | Waadt | waadtländisch-, vaudoise?
Zurich | Zürich | zürcherisch-, zurichoise?
Catalonia | Catalunya, Cataluña, Catalogne, Kataloniens? | Catalan, catal[aá]na?, katalanisch-
New South Wales | NSW, Nouvelle-Galles du Sud, Nueva Gales del Sur | NSW
Victoria | Victoria Australia | Victorian
South Australia | Australie-Méridionale | South Australian
Western Australia | WA, Australie-Occidentale | Western Australian
Queensland | QLD | Queensland
Tasmania | Tasmanie | Tasmanian`;
const STATES =
  'Aguascalientes|Baja California|Campeche|Chiapas|Chihuahua|Ciudad de México|Coahuila|Colima|Durango|Guanajuato|Guerrero|Hidalgo|Jalisco|Michoacán|Morelos|Nayarit|Nuevo León|Oaxaca|Puebla|Querétaro|Quintana Roo|San Luis Potosí|Sinaloa|Sonora|Tabasco|Tamaulipas|Tlaxcala|Veracruz|Yucatán|Zacatecas|Alabama|Alaska|Arizona|Arkansas|Colorado|Connecticut|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Mexico|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Rhode Island|South Carolina|South Dakota|Tennessee|Utah|Vermont|Virginia|West Virginia|Wisconsin|Wyoming';

export type LawPlace = {
  readonly place: string;
  readonly names: readonly string[];
  readonly adjectives: readonly string[];
};
const split = (words = '') =>
  words
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word && word !== '-');

export const LAW_PLACES: readonly LawPlace[] = [
  ...TABLE.trim()
    .split('\n')
    .map((line) => {
      const [place = '', names, adjectives] = line.split(' | ');
      return {
        place,
        names: [place, ...split(names)],
        adjectives: split(adjectives).map((word) => word.replace(/-(?=\)?\??$)/, '(?:e[mnrs]?)?')),
      };
    }),
  ...STATES.split('|').map((place) => ({ place, names: [place], adjectives: [place] })),
];
