import { countryNames } from '../../shared/places.ts';
import type { LawPlace } from './law-places.ts';

/**
 * Adjectives of the nations that `law-places.ts` does not name: English, German, French and Spanish, the last three in the
 * masculine. What the nations themselves are called in the four languages, the runtime knows.
 */
const ADJECTIVES = `
AD Andorran
AE Emirati, UAE | emiratisch | émirati, émirien | emiratí
AF Afghan | afghanisch | afghan | afgano
AG Antiguan | antiguanisch | antiguayen | antiguano
AL Albanian | albanisch | albanais | albanés
AM Armenian | armenisch | arménien | armenio
AO Angolan | angolanisch | angolais | angoleño, angolano
AW Aruban | arubanisch | arubais | arubeño
AZ Azerbaijani, Azeri | aserbaidschanisch | azerbaïdjanais, azéri | azerbaiyano
BA Bosnian | bosnisch | bosnien | bosnio
BB Barbadian, Bajan | barbadisch | barbadien | barbadense
BD Bangladeshi | bangladeschisch | bangladais | bangladesí
BF Burkinabe, Burkinabé | burkinisch | burkinabè, burkinabé | burkinés
BH Bahraini | bahrainisch | bahreïni, bahreïnien | bareiní
BI Burundian | burundisch | burundais | burundés
BJ Beninese | beninisch | béninois | beninés
BM Bermudian | bermudisch | bermudien | bermudeño
BN Bruneian | bruneiisch | brunéien | bruneano
BS Bahamian | bahamaisch | bahamien | bahameño
BT Bhutanese | bhutanisch | bhoutanais | butanés
BW Botswanan | botswanisch, botsuanisch | botswanais | botsuano
BY Belarusian | belarussisch | biélorusse | bielorruso
BZ Belizean | belizisch | bélizien | beliceño
CD - | kongolesisch | congolais | congoleño
CF Central African | zentralafrikanisch | centrafricain | centroafricano
CI Ivorian | ivorisch | ivoirien | marfileño | Ivory Coast, Cote d'Ivoire, Côte d'Ivoire, Costa de Marfil
CM Cameroonian | kamerunisch | camerounais | camerunés
CN Chinese | chinesisch | chinois | chino | PRC, VR China
CU Cuban | kubanisch | cubain | cubano
CV Cape Verdean, Cabo Verdean | kapverdisch | capverdien, cap-verdien | caboverdiano | Cabo Verde, Cape Verde
CW Curaçaoan | curaçaoisch | curacien | curazoleño
DJ Djiboutian | dschibutisch | djiboutien | yibutiano
DZ Algerian | algerisch | algérien | argelino
EG Egyptian | ägyptisch | égyptien | egipcio
ER Eritrean | eritreisch | érythréen | eritreo
ET Ethiopian | äthiopisch | éthiopien | etíope
FJ Fijian | fidschianisch | fidjien | fiyiano
FO Faroese | färöisch, färingisch | féroïen | feroés
GA Gabonese | gabunisch | gabonais | gabonés
GD Grenadian | grenadisch | grenadien | granadino
GG Guernsey
GH Ghanaian | ghanaisch | ghanéen | ghanés
GI Gibraltar, Gibraltarian | gibraltarisch | gibraltarien | gibraltareño
GL Greenlandic | grönländisch | groenlandais | groenlandés
GM Gambian | gambisch | gambien | gambiano
GN Guinean | guineisch | guinéen | guineano
GQ Equatorial Guinean | äquatorialguineisch | équato-guinéen | ecuatoguineano
GY Guyanese | guyanisch | guyanien | guyanés
HN Honduran | honduranisch | hondurien | hondureño
HT Haitian | haitianisch | haïtien | haitiano
ID Indonesian | indonesisch | indonésien | indonesio
IM Manx | - | mannois | manés
IQ Iraqi | irakisch | irakien | iraquí
IR Iranian | iranisch | iranien | iraní
JE Jersey | - | jersiais
JM Jamaican | jamaikanisch | jamaïcain | jamaicano
JO Jordanian | jordanisch | jordanien | jordano
KE Kenyan | kenianisch | kényan, kenyan | keniano, keniata
KG Kyrgyz | kirgisisch | kirghize | kirguís
KH Cambodian | kambodschanisch | cambodgien | camboyano
KM Comorian | komorisch | comorien | comorense
KR Korean, South Korean | koreanisch, südkoreanisch | coréen, sud-coréen | coreano, surcoreano
KW Kuwaiti | kuwaitisch | koweïtien | kuwaití
KY Caymanian, Cayman, Cayman Islands | - | caïmanien | caimanés
KZ Kazakh | kasachisch | kazakh | kazajo
LA Lao, Laotian | laotisch | laotien | laosiano
LB Lebanese | libanesisch | libanais | libanés
LC Saint Lucian | - | saint-lucien | santalucense
LI Liechtenstein | liechtensteinisch | liechtensteinois | liechtensteiniano
LK Sri Lankan | sri-lankisch, srilankisch | srilankais, sri-lankais | esrilanqués
LR Liberian | liberianisch | libérien | liberiano
LS Basotho | lesothisch | lésothien | lesotense
LY Libyan | libysch | libyen | libio
MA Moroccan | marokkanisch | marocain | marroquí
MD Moldovan | moldauisch | moldave | moldavo
ME Montenegrin | montenegrinisch | monténégrin | montenegrino
MG Malagasy | madagassisch, madegassisch | malgache | malgache
MK Macedonian, North Macedonian | mazedonisch, nordmazedonisch | macédonien | macedonio
ML Malian | malisch | malien | maliense
MM Burmese | myanmarisch, birmanisch | birman | birmano
MN Mongolian | mongolisch | mongol | mongol
MO Macanese, Macau | macauisch | macanais | macaense | Macau, Macao
MR Mauritanian | mauretanisch | mauritanien | mauritano
MU Mauritian | mauritisch | mauricien | mauriciano
MV Maldivian | maledivisch | maldivien | maldivo
MW Malawian | malawisch | malawien, malawite | malauí
MY Malaysian | malaysisch | malaisien | malasio
MZ Mozambican | mosambikanisch, mosambikisch | mozambicain | mozambiqueño
NA Namibian | namibisch | namibien | namibio
NC New Caledonian | neukaledonisch | néo-calédonien, calédonien | neocaledonio
NE Nigerien | nigrisch | nigérien | nigerino
NG Nigerian | nigerianisch | nigérian | nigeriano
NI Nicaraguan | nicaraguanisch | nicaraguayen | nicaragüense
NP Nepalese, Nepali | nepalesisch | népalais | nepalés, nepalí
OM Omani | omanisch | omanais | omaní
PF Polynesian, French Polynesian | polynesisch | polynésien | polinesio
PG Papua New Guinean | papua-neuguineisch | papouasien | papú
PH Philippine, Filipino | philippinisch | philippin | filipino
PK Pakistani | pakistanisch | pakistanais | pakistaní
PS Palestinian | palästinensisch | palestinien | palestino
QA Qatari | katarisch | qatari, qatarien | catarí
RE Réunionese | - | réunionnais
RS Serbian | serbisch | serbe | serbio
RU Russian | russisch | russe | ruso
RW Rwandan | ruandisch | rwandais | ruandés
SA Saudi, Saudi Arabian | saudisch, saudi-arabisch | saoudien | saudí, saudita
SC Seychellois | seychellisch | seychellois | seychellense
SD Sudanese | sudanesisch | soudanais | sudanés
SL Sierra Leonean | sierra-leonisch | sierra-léonais | sierraleonés
SM Sammarinese | san-marinesisch | saint-marinais | sanmarinense
SN Senegalese | senegalesisch | sénégalais | senegalés
SO Somali | somalisch | somalien | somalí
SR Surinamese | surinamisch | surinamais | surinamés
SV Salvadoran, Salvadorean | salvadorianisch | salvadorien | salvadoreño
SY Syrian | syrisch | syrien | sirio
SZ Swazi, Eswatini | - | swazi | suazi
TD Chadian | tschadisch | tchadien | chadiano
TG Togolese | togoisch, togolesisch | togolais | togolés
TH Thai | thailändisch | thaïlandais | tailandés
TN Tunisian | tunesisch | tunisien | tunecino
TO Tongan | tongaisch | tongien | tongano
TT Trinidadian | - | trinidadien, trinitéen | trinitense
TW Taiwanese | taiwanisch | taïwanais | taiwanés
TZ Tanzanian | tansanisch | tanzanien | tanzano
UA Ukrainian | ukrainisch | ukrainien | ucraniano
UG Ugandan | ugandisch | ougandais | ugandés
UZ Uzbek | usbekisch | ouzbek | uzbeko
VN Vietnamese | vietnamesisch | vietnamien | vietnamita
VU Vanuatuan, Ni-Vanuatu | - | vanuatuan
WS Samoan | samoanisch | samoan | samoano
XK Kosovan, Kosovar | kosovarisch | kosovar | kosovar
YE Yemeni | jemenitisch | yéménite | yemení
ZA South African | südafrikanisch | sud-africain | sudafricano
ZM Zambian | sambisch | zambien | zambiano
ZW Zimbabwean | simbabwisch | zimbabwéen | zimbabuense`;

/** Nations that lend no adjective to a law. */
const UNSAID = 'AI BQ CG DM FK FM GW KI KN KP MH MS NR PW SB SS ST SX TC TJ TL TM TV VA VC VG VI';

const words = (cell = '') =>
  cell
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word && word !== '-');
const feminine = (word: string) => (/[nt]$/.test(word) ? `${word}(?:${word.at(-1)}?e)?s?` : `${word}e?s?`);
/** "-o, -a", "-és, -esa", "-í, -íes". */
const spanish = (word: string) =>
  word.endsWith('o')
    ? `${word.slice(0, -1)}[oa]s?`
    : word.endsWith('és')
      ? `${word.slice(0, -2)}(?:és|es[ae]s?)`
      : `${word}(?:e?s)?`;

/** A name as the runtime writes it, and as people do: without what stands in brackets, "and" for "&", a German genitive. */
function asSaid(name: string): string[] {
  const plain = name
    .replace(/ ?\(.*\)| SAR China|Sonderverwaltungsregion | \(.*|RAS (?:chinoise )?(?:de )?/g, '')
    .trim();
  const spelled = [
    plain,
    plain.replaceAll(' & ', ' and '),
    plain.replace(/^St\. /, 'Saint '),
    plain.replaceAll('’', "'"),
  ];
  return [...new Set(spelled)].map((each) => `${each.replace(/[.()]/g, '\\$&')}s?`);
}

/** Every nation by its names in four languages, with its adjectives. */
export const NATIONS: readonly LawPlace[] = [
  ...ADJECTIVES.trim().split('\n'),
  ...UNSAID.split(' ').map((code) => `${code} -`),
].flatMap((line) => {
  const [, code = '', rest = ''] = /^(\w\w) (.+)$/.exec(line) ?? [];
  const [en, de, fr, es, also] = rest.split(' | ');
  const names = countryNames(code);
  const [place] = names;
  if (!place) return [];
  return [
    {
      place: place.replaceAll(' & ', ' and ').replace(/ SAR China| \(.*\)/g, ''),
      names: [...new Set(names.flatMap(asSaid)), ...words(also)],
      adjectives: [
        ...words(en),
        ...words(de).map((word) => `${word}(?:e[mnrs]?)?`),
        ...words(fr).map(feminine),
        ...words(es).map(spanish),
      ],
    },
  ];
});
