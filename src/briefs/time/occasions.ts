/** Holidays, seasons and days of the year: work is done for them, and they order none. */
const OCCASIONS =
  'christmas|xmas|easter|pentecost|whitsun|advent|hanukkah|chanukah|passover|pesach|purim|sukkot|rosh hashanah|yom kippur|diwali|deepavali|holi|navratri|vaisakhi|eid(?: al[- ](?:fitr|adha))?|ramadan|ramazan|kwanzaa|thanksgiving|halloween|hogmanay|matariki|lunar new year|chinese new year|new years?(?: (?:eve|day))?|(?:mothers?|fathers?|valentines?|st patricks?|saint patricks?|womens?|childrens?|australia|anzac|canada|waitangi|labou?r|memorial|independence|boxing|bank holiday|may|earth|st davids?|st georges?|st andrews?|burns) (?:day|night|monday)|valentines|bonfire night|black friday|cyber monday|good friday|mardi gras|carnival|spring|summer|autumn|fall|winter|midsummer|juneteenth|' +
  'weihnachten?|weihnacht|heiligabend|silvester|neujahr|nikolaus|dreikönig|ostern|karfreitag|pfingsten|fronleichnam|christi himmelfahrt|mariä himmelfahrt|allerheiligen|erntedank|fasching|fasnacht|karneval|muttertag|vatertag|valentinstag|frauentag|tag der (?:arbeit|deutschen einheit|offenen tür)|nationalfeiertag|bundesfeier|frühjahr|frühling|frühsommer|sommer|spätsommer|herbst|winter|zuckerfest|opferfest|' +
  'noël|pâques|pentecôte|ascension|assomption|toussaint|chandeleur|épiphanie|mi-carême|carême|carnaval|nouvel an|saint[ -](?:valentin|sylvestre|nicolas|jean(?:-baptiste)?|patrick)|fête (?:des (?:mères|pères|grands-mères|voisins|lumières)|de la musique|du travail|nationale)|(?:14|quatorze) juillet|printemps|été|automne|hiver|aïd(?:[ -]el[ -](?:fitr|kébir|adha))?|tabaski|korité|' +
  'navidad(?:es)?|nochebuena|nochevieja|año nuevo|fin de año|reyes(?: magos)?|pascuas?|semana santa|pentecostés|san (?:valentín|juan|fermín|isidro|silvestre)|carnavales|día (?:de (?:la (?:madre|mujer|hispanidad|independencia)|l[oa]s? (?:padres?|madres?|muertos|niños?|reyes)|muertos|reyes)|del (?:padre|niño|trabajo|libro|amor))|fiestas patrias|todos los santos|primavera|verano|otoño|invierno|' +
  // Months are written with a capital in English and German.
  'january|february|march|april|june|july|august|september|october|november|december|jänner|januar|februar|märz|mai|juni|juli|oktober|dezember';

const ARTICLE = "(?:the|der|die|das|la|le|les|el|los|las|l['’])";
/** What is held, sold or made for an occasion: "Christmas Market", "Summer Sale". */
const HELD =
  'market|fair|party|sale|sales|menu|card|cards|ball|gala|special|specials|edition|collection|campaign|concert|show|parade|lunch|dinner|brunch|drinks|raffle|appeal|newsletter|season|break|holidays?|term|time|week|weekend|lights|window|markt|fest|feier|aktion|konzert|kollektion|ferien';
const OCCASION = new RegExp(
  `^(?:${ARTICLE} ?)?(?:${OCCASIONS})(?: (?:${OCCASIONS}|\\d{2,4}))*(?: (?:${HELD})){0,2}$`,
  'i',
);

/** Whether a name says only when: "Noël", "Mother's Day", "Herbst 2027". "Noël Fournier" is somebody, "Easter Road Cafe" a house. */
export const isOccasion = (name: string): boolean =>
  name.length < 40 && OCCASION.test(name.replace(/['’](?=s\b)|(?<=s)['’](?= )|\./gu, ''));
