import type { Lexicon } from './brief-language.ts';

const MONTHS = [
  ['(?:Januar|Jänner|Jan\\.?)', 'January'],
  ['(?:Februar|Feber|Feb\\.?)', 'February'],
  ['(?:März|Mrz\\.?)', 'March'],
  ['(?:April|Apr\\.?)', 'April'],
  ['Mai', 'May'],
  ['(?:Juni|Jun\\.?)', 'June'],
  ['(?:Juli|Jul\\.?)', 'July'],
  ['(?:August|Aug\\.?)', 'August'],
  ['(?:September|Sept?\\.?)', 'September'],
  ['(?:Oktober|Okt\\.?)', 'October'],
  ['(?:November|Nov\\.?)', 'November'],
  ['(?:Dezember|Dez\\.?)', 'December'],
] as const;

const DATES = MONTHS.flatMap(([name, english]) => [
  [`(?:vom )?(\\d{1,2})\\. ?(?:bis(?: zum)?|–|-) ?(\\d{1,2})\\. ?${name}`, `$1 to $2 ${english}`] as const,
  [`(\\d{1,2})\\. ?${name}`, `$1 ${english}`] as const,
  [`Ende ${name}`, `end of ${english}`] as const,
  [`Anfang ${name}`, `early ${english}`] as const,
  [`Mitte ${name}`, `mid ${english}`] as const,
  [`(?:im|bis|ab|Start|Beginn) ${name}`, `in ${english}`] as const,
]);

const NUMBERS = 'zwei drei vier fünf sechs sieben acht neun zehn elf zwölf'
  .split(' ')
  .map((word, index) => [`${word}(?! (?:mille|cents?|mil|tausend|hundert))`, String(index + 2)] as const);

const WEEKDAYS = [
  ['Montags?', 'Monday'],
  ['Dienstags?', 'Tuesday'],
  ['Mittwochs?', 'Wednesday'],
  ['Donnerstags?', 'Thursday'],
  ['Freitags?', 'Friday'],
  ['(?:Samstags?|Sonnabends?)', 'Saturday'],
  ['Sonntags?', 'Sunday'],
] as const;

const MONEY = [
  ['Budget (?:liegt|ist)(?: bei)?', 'budget is'],
  ['Zahlung nach', 'payable within'],
  [
    '(?:Rechnungen )?(?:begleichen|bezahlen|zahlen) wir (?:innerhalb(?: von)?|binnen|innert|in|nach) (\\d{1,3}) Tagen',
    'payable within $1 days',
  ],
  ['(?:eine )?Anzahlung (?:ist|wird) nicht (?:vorgesehen|nötig|verlangt|vereinbart)', 'no deposit'],
  [
    '(?:zzgl\\.?|zuzüglich|plus|\\+|exkl\\.?) (?:der |gesetzl(?:\\.|iche[rn]?) )?(?:(\\d{1,2}) ?% )?(?:USt\\.?|MwSt\\.?|Umsatzsteuer|Mehrwertsteuer)',
    'plus $1 % vat',
  ],
  [
    '(?:inkl\\.?|inklusive|einschl\\.?|einschließlich) (?:der |gesetzl(?:\\.|iche[rn]?) )?(?:(\\d{1,2}) ?% )?(?:USt\\.?|MwSt\\.?|Umsatzsteuer|Mehrwertsteuer)',
    'incl. $1 % vat',
  ],
  ['(?:gemäß|nach) § ?19 UStG|Kleinunternehmer(?:in|regelung)?', 'small business exemption'],
  ['(?:USt\\.?|MwSt\\.?|Umsatzsteuer|Mehrwertsteuer)', 'vat'],
  ['(?:netto|net) ?(\\d{1,3})(?: Tage)?', 'net $1 days'],
  ['(\\d{1,3}) Tage netto', 'net $1 days'],
  ['Zahlungsziel(?: von|:| sind| ist)? ?(\\d{1,3}) Tagen?', 'payment within $1 days'],
  ['(\\d{1,3}) Tagen? Zahlungsziel', 'payment within $1 days'],
  [
    '(?:zahlbar|Zahlung|fällig|zu zahlen|Rechnung zahlbar)(?: ist| sind| erfolgt)? (?:innerhalb(?: von)?|binnen|innert|in|nach) (\\d{1,3}) Tagen(?: nach (?:Rechnungs(?:erhalt|stellung|datum|eingang)|Erhalt der Rechnung))?',
    'payable within $1 days',
  ],
  [
    '(?:innerhalb(?: von)?|binnen) (\\d{1,3}) Tagen (?:zahlbar|zu zahlen|nach Rechnungs(?:erhalt|stellung|datum|eingang))',
    'payable within $1 days',
  ],
  ['(\\d{1,3}) Tage nach Rechnungs(?:erhalt|stellung|datum|eingang)', '$1 days after invoice'],
  [
    '(?:sofort fällig|sofort zahlbar|(?:zahlbar |fällig )?(?:bei|nach) (?:Rechnungserhalt|Erhalt der Rechnung))',
    'due on receipt',
  ],
  ['(?:keine|ohne) (?:Anzahlung|Vorauszahlung|Vorkasse)', 'no deposit'],
  ['(?:die |zur )?Hälfte', 'half'],
  ['ein Drittel', 'a third'],
  ['ein Viertel', 'a quarter'],
  ['(?:als )?(?:Anzahlung|Vorauszahlung|Vorkasse|Abschlagszahlung|Vorschuss|Akontozahlung|Akonto)', 'deposit'],
  ['(?:im Voraus|vorab|vorweg|im Vorfeld)', 'up front'],
  [
    '(?:bei|nach|mit) (?:Auftrags(?:erteilung|bestätigung|vergabe)|Beauftragung|Auftrag|Vertrags(?:unterzeichnung|unterschrift|schluss|abschluss)|Unterschrift|Unterzeichnung)',
    'on signing',
  ],
  ['(?:bei|nach) Buchung', 'on booking'],
  ['vor (?:Projekt|Arbeits)?beginn', 'before we start'],
  [
    '(?:bei|nach|mit) (?:der )?(?:Abgabe|Lieferung|Fertigstellung|Abnahme|Übergabe|Abschluss|Ablieferung|Veröffentlichung|Launch|Freigabe|Endabnahme)',
    'on delivery',
  ],
  ['(?:der |den )?(?:Restbetrag|Restzahlung|Rest|Schlusszahlung|Schlussrate|Schlussrechnung)', 'balance'],
  ['(?:Stundensatz|Stundenhonorar)', 'hourly rate'],
  ['(?:Tagessatz|Tageshonorar|Tagesgage)', 'daily rate'],
  ['(?:Monatspauschale|Monatshonorar)', 'monthly rate'],
  ['(?:pro|je|die) Stunde|/ ?(?:Std\\.?|Stunde)|stündlich', 'per hour'],
  ['(?:pro|je|am) (?:Arbeits|Dreh|Foto)?Tag|/ ?Tag|täglich', 'per day'],
  ['(?:pro|je|im) Monat|/ ?Monat|monatlich', 'per month'],
  ['(?:pro|je) (?:Sitzung|Session|Termin|Einheit|Coaching|Stunde)', 'per session'],
  [
    '(?:pro|je) (?:Wort|Zeile|Normzeile|Bild|Foto|Stück|Seite|Person|Artikel|Text|Beitrag|Post|Video|Motiv|Teilnehmer(?:in)?|Folie)',
    'per piece',
  ],
  ['(?:insgesamt|in Summe|alles zusammen|Gesamt(?:preis|summe|honorar|betrag|kosten)|gesamt)', 'total'],
  ['(?:Pauschal(?:honorar|preis|e)|Fest(?:preis|honorar)|Fixpreis|pauschal)', 'fixed price'],
  ['(?:das |ein )?(?:Honorar|Gage|Vergütung|Entgelt)', 'fee'],
  ['(?:der )?(?:Preis|Kosten|kostet|Auftragswert)', 'price'],
  ['(?:bis zu|maximal|max\\.|höchstens|Obergrenze(?: von| bei)?|gedeckelt (?:auf|bei)|nicht mehr als)', 'up to'],
  ['(?:ca\\.|circa|zirka|etwa|ungefähr|rund|so um die|um die|schätzungsweise|geschätzt)', 'about'],
  ['zwischen (\\S{1,12}(?: ?€| Euro)?) und', 'between $1 and'],
  ['(?:statt|anstatt|anstelle von)', 'instead of'],
  ['(?:Reise|Fahrt|Material|Druck)kosten|Spesen', 'travel expenses'],
  ['(?:Rabatt|Nachlass|Skonto)', 'discount'],
  ['(?:Mahngebühr|Verzugszinsen)', 'late fee'],
] as const;

const CANCELLING = [
  ['(?:mit )?(\\d{1,3}) (Tagen?|Wochen) Frist', '$1 $2 notice'],
  ['(?:storniert|abgesagt|absagt|kündigen|kündbar)|sagt (?:sie|er|der Kunde|die Kundin)', 'cancelled'],
  ['(?:komplett|voll|ganz) (?:berechnet|fällig|zu zahlen)', 'in full'],
  ['(?:Stornogebühr|Stornokosten|Ausfallhonorar|Ausfallgebühr)', 'cancellation fee'],
  ['(?:Stornierung(?:en)?|Storno|Absagen?|Rücktritt)', 'cancellation'],
  ['(?:storniert|abgesagt|absagt)', 'cancelled'],
  ['(?:weniger als|unter|kürzer als) (\\d{1,3}) (Tage|Stunden|Wochen)n?', 'less than $1 $2'],
  ['innerhalb(?: von)? (\\d{1,3}) (Tagen?|Stunden|Wochen)', 'within $1 $2'],
  ['(?:ab|in den letzten) (\\d{1,3}) (Tagen?|Stunden|Wochen)n? (?=(?:vor|vorher))', 'within $1 $2 '],
  ['(?:Kündigungsfrist|Frist)(?: von|:| beträgt)? (\\d{1,3}) (Tagen?|Wochen)', '$1 $2 notice'],
  ['(\\d{1,3}) (Tagen?|Wochen) (?:Kündigungsfrist|Vorlauf zum Kündigen)', '$1 $2 notice'],
  ['(?:des|vom) (?:Honorars?|Preis(?:es)?|Gesamtpreis(?:es)?)', 'of the fee'],
  ['Stunden', 'hours'],
  ['Tagen?', 'days'],
  ['Wochen?', 'weeks'],
  ['Monaten?', 'months'],
] as const;

const SCHEDULE = [
  ['(?:ist )?der (?=\\d{1,2}(?: [A-Z]|\\.))', 'on '],
  ['(?:Abschluss|Druckfertig)', 'deadline'],
  ...DATES,
  [
    '(?:nächste[nrms]?|kommende[nrms]?)(?= (?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag))',
    'next',
  ],
  ...WEEKDAYS,
  ['(?:in der |in |der )?KW ?\\d{1,2}', 'next week'],
  ['(?:nächste|kommende)[rn]? Woche', 'next week'],
  ['(?:nächsten|kommenden) Monat', 'next month'],
  ['(?:im|nächstes|kommendes) (?:Frühjahr|Frühling)', 'next spring'],
  ['(?:im|nächsten|kommenden) (?:Sommer|Herbst|Winter)', 'next summer'],
  ['Ende (?:des|dieses) Monats', 'end of the month'],
  ['heute', 'today'],
  [
    '(?:spätestens (?:bis )?(?:zum|am)?|bis spätestens(?: zum)?|bis zum|bis)(?= (?:\\d|end|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|next|today))',
    'by',
  ],
  ['(?:ab (?:dem )?|vom )(?=\\d)', 'from '],
  ['(?:am|zum)(?= (?:\\d|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday))', 'on'],
  ["(?:Projektstart|Arbeitsbeginn|Start|Beginn|beginnt|startet|starten|beginnen|Los geht(?:’|')?s)", 'start'],
  ['(?:Abgabe(?:termin|frist)?|Liefer(?:termin|frist|ung)|Fertigstellung|Frist|Stichtag|Deadline)', 'deadline'],
  ['(?:fertig|abgeschlossen|geliefert|liefern|abgeben)', 'done'],
  ['von (\\d{1,2}(?:[:.]\\d{2})?)(?: Uhr)? bis (\\d{1,2}(?:[:.]\\d{2})?) Uhr', 'from $1 to $2 uhr'],
  ['um (?=\\d{1,2}(?:[:.]\\d{2})?(?: Uhr)?)', 'at '],
  ['ganztägig|ganztags', 'all day'],
] as const;

const WORK = [
  ['(?:Firmen)?jubiläum|Moderation|Sommerfest', 'event'],
  ['(?:sie|er|der Kunde|die Kundin|wir|ihr) (?:bekommt|erhält|bekommen|erhalten)(?= (?:\\d|ein))', 'gets'],
  ['enthalten sind(?= \\d)', 'covers'],
  ['Hochzeit(?:s(?:fotos?|fotografie|reportage|feier))?', 'wedding'],
  ['(?:Foto)?Shootings?|Fototermin', 'shoot'],
  ['(?:Firmen|Sommer|Weihnachts|Geburtstags)?(?:feier|fest)|Veranstaltung|Firmenevent', 'event'],
  ['(?:Schulung|Seminar|Fortbildung)(?:en|e)?', 'training'],
  ['Workshops?', 'workshop'],
  ['Vortrag|Keynote', 'talk'],
  ['(?:Konferenz|Tagung|Messe|Kongress)', 'conference'],
  ['(?:Coaching-?)?(?:Sitzung|Session|Termin)(?:en|e|s)?', 'session'],
  ['(?:Strategie|Unternehmens)?[Bb]eratung', 'consulting'],
  ['(?:Event|Portrait|Porträt|Produkt|Business)?-?(?:fotografie|fotos?|bilder)', 'photos'],
  ['(?:Grafik-?design|Gestaltung|Corporate Design|Erscheinungsbild)', 'design'],
  ['(?:Web(?:seite|auftritt|site)|Internet(?:seite|auftritt)|Homepage)', 'website'],
  ['(?:Werbe)?texte?|Lektorat|Korrektorat', 'copywriting'],
  [
    '(\\d{1,2}|eine|ein) (?:Korrektur|Feedback|Änderungs|Überarbeitungs|Revisions|Abstimmungs)(?:schleifen?|runden?|durchg[aä]nge?)',
    '$1 rounds of revisions',
  ],
  [
    '(?:Korrektur|Feedback|Änderungs|Überarbeitungs|Revisions|Abstimmungs)(?:schleifen?|runden?|durchg[aä]nge?)',
    'rounds of revisions',
  ],
  ['(?:unbegrenzt(?:e|en|viele)?) rounds of revisions', 'unlimited revisions'],
  ['(?:Liefer(?:umfang|gegenstände)|Leistungs(?:umfang|en)|Umfang|Leistungen)', 'deliverables'],
  ['bestehend aus', 'consisting of'],
  ['(?:inkl\\.|inklusive|einschließlich)', 'including'],
] as const;

const FIRM = '(?=(?:[\\p{L}&.-]+ ){1,4}(?:GmbH|AG|KG|UG|OG|SE|Ltd|eG|e\\.[UVK]\\.))';

const PEOPLE = [
  [`für (?:die|den|das|der|unsere[nr]?) ${FIRM}`, 'for '],
  [`(?:bei|im Auftrag|auf|von|mit) (?:der |dem |die |den |das )?${FIRM}`, 'for '],
  ['(?:das )?Recht von England und Wales', 'laws of England and Wales'],
  ['(?:Kunde|Kundin|Auftraggeber(?:in)?) (?:ist|sind) (?:die |der |das )?', 'client is '],
  ['(?:Kunde|Kundin|Auftraggeber(?:in)?|Ansprechpartner(?:in)?|Kontakt)', 'client'],
  ['für (?:Herrn?|Frau|die Firma|Firma|unsere[nr]? Kund(?:en|in)|meine[nr]? Kund(?:en|in))', 'for'],
  ['(?:Herrn?|Frau)(?= \\p{L})', 'client'],
  ['(?:braucht|benötigt|möchte|wünscht sich|sucht|bucht|beauftragt(?: uns| mich)?(?: mit)?)', 'needs'],
  ['(?:Privat(?:kund(?:e|in|en)|person))', 'private client'],
  ['(?:das )?Brautpaar', 'couple'],
  ['(?:nach |es gilt )?(?:deutsche[ms]?) Recht', 'German law'],
  ['(?:nach |es gilt )?(?:österreichische[ms]?) Recht', 'Austrian law'],
  ['(?:nach |es gilt )?(?:schweizer(?:ische[ms]?)?) Recht', 'Swiss law'],
  ['(?:ein|eine|einen|einem|einer)', 'a'],
  ['für', 'for'],
  ['(?:und|sowie)', 'and'],
  ['mit', 'with'],
] as const;

/** German, as freelancers in Germany, Austria and Switzerland write. */
export const GERMAN: Lexicon = {
  marks:
    'der die das und für mit bis ist wir ein eine einen den dem des im am zum zur von nach bei auf nicht auch als pro inkl zzgl netto brutto bitte uhr tage tagen honorar anzahlung sind soll euro festpreis rechnung',
  rules: [...NUMBERS, ...MONEY, ...CANCELLING, ...SCHEDULE, ...WORK, ...PEOPLE],
};
