import { CLOCKS } from './clock-words.ts';
import { COUNTED_DAYS, DATES, SHORT_DAYS, WEEKDAYS } from './german-days.ts';
import { MONEY } from './german-money.ts';
import type { Lexicon } from './language.ts';

const NUMBERS = 'zwei drei vier fünf sechs sieben acht neun zehn elf zwölf'
  .split(' ')
  .map((word, index) => [`${word}(?! (?:mille|cents?|mil|tausend|hundert))`, String(index + 2)] as const);

const CANCELLING = [
  [
    '(?:mit )?(?:einer )?(?:Frist von )?(\\d{1,3}) (Tagen?|Wochen|Monaten?)(?: Frist)?(?: kündbar| zum Monatsende)',
    '$1 $2 notice',
  ],
  ['(?:mit )?(\\d{1,3}) (Tagen?|Wochen|Monaten?) Frist', '$1 $2 notice'],
  [
    '(?:beidseitig |jederzeit )?kündbar (?:mit|in|binnen|innerhalb von) (\\d{1,3}) (Tagen?|Wochen|Monaten?)',
    '$1 $2 notice',
  ],
  ['(?:kündbar )?mit (?:einer Frist von )?(einem|1) Monat(?: Frist)?', '1 months notice'],
  ['(?:volle[nrs]?|ganze[nrs]?|komplette[nrs]?) (?:Gebühr|Honorar|fee|price|Betrag|Preis|Satz|Kosten|Gage)', 'in full'],
  ['(?:innert|binnen) (\\d{1,3}) (Tagen?|Stunden|Std\\.?|Wochen)', 'within $1 $2'],
  ['(?:storniert|abgesagt|absagt|kündigen|kündbar)|sagt (?:sie|er|der Kunde|die Kundin)', 'cancelled'],
  ['(?:komplett|voll|ganz) (?:berechnet|fällig|zu zahlen)', 'in full'],
  ['(?:Stornogebühr|Stornokosten|Ausfallhonorar|Ausfallgebühr)', 'cancellation fee'],
  ['(?:Stornierung(?:en)?|Storno|Absagen?|Rücktritt)', 'cancellation'],
  ['(?:storniert|abgesagt|absagt)', 'cancelled'],
  ['(?:weniger als|unter|kürzer als) (\\d{1,3}) (Tagen?|Stunden|Std\\.?|Wochen)', 'less than $1 $2'],
  ['innerhalb(?: von)? (\\d{1,3}) (Tagen?|Stunden|Wochen)', 'within $1 $2'],
  ['(?:ab|in den letzten) (\\d{1,3}) (Tagen?|Stunden|Wochen)n? (?=(?:vor|vorher))', 'within $1 $2 '],
  ['(?:Kündigungsfrist|Frist)(?: von|:| beträgt)? (?:einem|einen|1) Monat', '1 months notice'],
  ['(?:Kündigungsfrist|Frist)(?: von|:| beträgt)? (\\d{1,3}) (Tagen?|Wochen|Monaten?)', '$1 $2 notice'],
  ['(?:1|ein|einem) Monat (?:Kündigungsfrist)', '1 months notice'],
  ['(\\d{1,3}) (Tagen?|Wochen|Monaten?) (?:Kündigungsfrist|Vorlauf zum Kündigen)', '$1 $2 notice'],
  ['(?:des|vom) (?:Honorars?|Preis(?:es)?|Gesamtpreis(?:es)?)', 'of the fee'],
  ['(?:Stunden|Std\\.)', 'hours'],
  ['Tagen?', 'days'],
  ['Wochen?', 'weeks'],
  ['Monaten?', 'months'],
] as const;

const SCHEDULE = [
  [
    '(?:(?:mon|diens|donners|frei|sams|sonn)tags|mittwochs|jeden (?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag))',
    'weekly',
  ],
  ['(?:finale|endgültige)[rn]? (?:Version|Fassung|Dateien)', 'final version'],
  ['(?:zeitnah|baldmöglichst|möglichst bald|schnellstmöglich|so bald wie möglich|asap|demnächst)', 'soon'],
  [
    "los ?geh(?:t|en)(?:(?:’|')s| es| soll es| soll)?|geht (?:es |dann )?los|loslegen|anfangen|fange(?:n wir|n)?(?= am)|Auftakt|Vertragsbeginn",
    'start',
  ],
  ['(?:Einsatz|Dreh|Veranstaltungs|Aufnahme|Schulungs|Produktions|Workshop)(?:tage?|termine?|datum)', 'booking'],
  ['(?:ist )?der (?=\\d{1,2}(?: [A-Z]|\\.))', 'on '],
  ['(?:Abschluss|Druckfertig)', 'deadline'],
  [
    '(?:Angebot|E-?Mail|Mail|Schreiben|Brief|Gespräch|Telefonat|Anfrage|Offerte|Kostenvoranschlag|Nachricht|Bestellung|Protokoll|Besprechung|Treffen)(?:e?s)?(?: [\\p{L}\\d./-]+){0,2} (?:vom|von) (?=\\d|Mo|Di|Mi|Do|Fr|Sa|So|gestern)',
    'offer dated ',
  ],
  ...SHORT_DAYS,
  ...DATES,
  [
    '(?:nächste[nrms]?|kommende[nrms]?)(?= (?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag))',
    'next',
  ],
  ...WEEKDAYS,
  [
    '(Schulung|Termin|Workshop|Konzert|Auftritt|Vortrag|Seminar|Dreh|Shooting|Sitzung|Lesung|Probe|Feier|Veranstaltung) vom (?=\\d)',
    '$1 on ',
  ],
  ['(?:in der |in |der )?KW ?\\d{1,2}', 'next week'],
  ['(?:nächste|kommende)[rn]? Woche', 'next week'],
  ['(?:nächsten|kommenden) Monat', 'next month'],
  ['(?:im|nächstes|kommendes) (?:Frühjahr|Frühling)', 'next spring'],
  ['(?:im|nächsten|kommenden) (?:Sommer|Herbst|Winter)', 'next summer'],
  ['Ende (?:des|dieses) Monats', 'end of the month'],
  ['heute', 'today'],
  ['(?:bis|vor|zu|um) (?:Ostern|Pfingsten|Weihnachten|Muttertag|zum Jahreswechsel)', 'by Easter'],
  [
    '(?:(?:aller)?spätestens(?: bis)?(?: zum| am| den)?|bis (?:aller)?spätestens(?: zum| am| den)?|bis(?: zum| einschließlich| inkl\\.?| den| dem| inklusive)?)(?= (?:Mon |Tue |Wed |Thu |Fri |Sat |Sun |\\d|end|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|next|today))',
    'by',
  ],
  [
    '(?:ab (?:dem |sofort, |spätestens )?|vom )(?=\\d|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:[dnrstu]\\p{L}*day)? ?,? ?\\d)',
    'from ',
  ],
  ['(?:von|ab)(?=:)', 'start'],
  ['bis(?=:)', 'deadline'],
  ['(?:am|zum)(?= (?:\\d|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday))', 'on'],
  [
    "(?:Projektstart|Arbeitsbeginn|(?:Projekt|Arbeits|Auftrags|Leistungs|Mal|Bau|Montage|Produktions|Schreib|Umsetzungs|Entwicklungs)?(?:start|beginn)|(?:Fang|fangt)(?= (?:bitte|gern|ruhig|doch|dann))|beginnt|startet|starten|beginnen|beginne|anfangen|anfange|(?:fang|fange|fängt|fangen)(?= (?:ich |wir |du |am )*\\p{L}{0,3} ?am )|Anfangen|Aufnahme der Arbeiten|Los geht(?:’|')?s)",
    'start',
  ],
  [
    '(?:(?:End|Schluss)?abgabe(?:termin|frist|datum)?|Liefer(?:termin|frist|datum|ung)|Übergabe|Fertigstellung|Endtermin|Zieltermin|Einreichung|Redaktionsschluss|Frist|Stichtag|Deadline|Gut zum Druck|Projektende|Abnahme(?:termin)?(?= (?:am|bis|by|on|ist|spätestens)|:)|(?:Ende|Schluss|Abschluss|Beendigung)(?: (?:des|der|vom) \\p{L}+)?(?=:| ist| wäre| voraussichtlich| spätestens| am| on| by)|Aufschaltung|Live-?gang|Golive|Drucktermin|Druckabgabe|Anlieferung|Vorlage)',
    'deadline',
  ],
  [
    '(?:fertig(?:gestellt|zustellen)?|durch sein|durch bin|druckreif|druckfertig|übergeben|auszuliefern|ausgeliefert|abzugeben|abzuliefern|zu liefern|parat|bereitstehen|bereitliegen|eintreffen|beendet|endet|aufgehängt|montiert|fix und fertig|brauchen (?:wir|die|sie)|brauche|abgeschlossen|geliefert|liefern|abgeben|brauchen wir|benötigen wir|brauche ich|vorliegen|erledigt|eingereicht|abgeliefert)',
    'done',
  ],
  ['von (\\d{1,2}(?:[:.]\\d{2})?)(?: Uhr)? bis (\\d{1,2}(?:[:.]\\d{2})?) Uhr', 'from $1 to $2 uhr'],
  ['um (?=\\d{1,2}(?:[:.]\\d{2})?(?: Uhr)?)', 'at '],
  ['ganztägig|ganztags', 'all day'],
  ['online(?= (?:am|ab|bis|by|on|zum|gehen|geht|sein|spätestens)|:)', 'live'],
] as const;

const WORK = [
  ['(?:fest |verbindlich )?(?:gebucht|reserviert)', 'booked'],
  [
    '(?:Firmen)?jubiläum|Auftritt|Gage|Bühne|Soundcheck|\\p{L}{0,8}(?:duo|trio|quartett|band)|Moderation|Sommerfest',
    'event',
  ],
  [
    "(?:sie|er|der Kunde|die Kundin|wir|ihr) (?:bekommt|erhält|bekommen|erhalten)(?= (?:\\d|ein))(?! \\d[\\d.,’']{0,9} ?(?:€|EUR|Euro|CHF|Franken|Fr))",
    'gets',
  ],
  ['enthalten sind(?= \\d)', 'covers'],
  ['Hochzeits(?:fotos?|fotografie|reportagen?|bilder|shooting)', 'wedding photography'],
  ['Hochzeit(?:sfeier)?', 'wedding'],
  ['(?:Foto)?Shootings?|Fototermin', 'shoot'],
  [
    '\\p{L}{3,}(?:feier|fest|konzert)|Feier|Konzert|Trauung|Probe(?:termin)?|Auftritt|Lesung|Veranstaltung|Firmenevent',
    'event',
  ],
  ['\\p{L}*(?:dolmetschen|dolmetschung|dolmetscheinsatz)', 'interpreting'],
  ['(?:Schulung|Seminar|Fortbildung)(?:en|e)?', 'training'],
  [
    '(?:\\p{L}{3,}-?)?workshops?|(?:Tanz|Koch|Mal|Yoga|Näh|Foto|Schnupper|Kletter|Zeichen|Kreativ|Töpfer)kurs(?:es?)?',
    'workshop',
  ],
  ['Vortrag|Keynote', 'talk'],
  ['(?:Konferenz|Tagung|Messe|Kongress)', 'conference'],
  ['(?:Coaching-?)?(?:Sitzung|Session|Termin)(?:en|e|s)?', 'session'],
  ['(?:Strategie|Unternehmens)?[Bb]eratung', 'consulting'],
  ['(?:Event|Portrait|Porträt|Produkt|Business)?-?(?:fotografie|fotos?|bilder)', 'photos'],
  ['(?:Grafik-?design|Gestaltung|Corporate Design|Erscheinungsbild)', 'design'],
  ['(?:Web(?:seite|auftritt|site)|Internet(?:seite|auftritt)|Homepage)', 'website'],
  ['(?:Werbe)?texte?|Lektorat|Korrektorat', 'copywriting'],
  [
    '(\\d{1,2}|eine|einen|einer|ein)(?: ?x)? (?:kleine |kostenlose )?(?:Korrektur|Feedback|Änderungs|Überarbeitungs|Revisions|Abstimmungs|Anpassungs|Optimierungs)-?(?:schleifen?|runden?|durchg[aä]ngen?|durchg[aä]nge?|läufe?n?|lauf|zyklen)',
    '$1 rounds of revisions',
  ],
  [
    '(?:Korrektur|Feedback|Änderungs|Überarbeitungs|Revisions|Abstimmungs|Anpassungs)-?(?:schleifen?|runden?|durchg[aä]nge?)',
    'rounds of revisions',
  ],
  [
    '(\\d{1,2}|eine) Runden?(?= ?(?:[,.;:)\\n–-]|$|inkl|sind|im Preis|frei|kostenlos|enthalten|dabei|reichen|genügen|and|und))',
    '$1 rounds of revisions',
  ],
  ...(['eine', 'zwei', 'drei'] as const).map(
    (count, at) =>
      [
        `${count.replace('eine', 'ein')}mal (?=[^.,;\\n]{0,40}(?:ändern|änderungen|korrigieren|überarbeiten|nachbessern|anpassen)(?![\\p{L}]))`,
        `${at + 1} rounds of revisions `,
      ] as const,
  ),
  ['(?:unbegrenzt(?:e|en|viele)?) rounds of revisions', 'unlimited revisions'],
  [
    '(?:Korrektur(?:en|läufe|schleifen|runden)?|Änderungs(?:runden|schleifen)|Überarbeitungen|Feedbackrunden|Revisionen)(?=:)',
    'revisions',
  ],
  ['(\\d{1,2}) (?:Korrekturen|Korrekturläufe|Änderungen|Überarbeitungen|Revisionen)', '$1 rounds of revisions'],
  ['(?:Lieferung|Abgabe) von (?=\\d)', 'deliver '],
  ['(?:Liefer(?:umfang|gegenstände)|Leistungs(?:umfang|en)|Umfang|Leistungen)', 'deliverables'],
  ['bestehend aus', 'consisting of'],
  ['(?:enthalten(?: sind)?|im Paket|im Preis(?: enthalten)?)(?=: ?(?:\\d|ein))', 'including'],
  ['(?:inkl\\.|inklusive|einschließlich)', 'including'],
] as const;

const FIRM = '(?=(?:[\\p{L}&.-]+ ){1,4}(?:GmbH|AG|KG|UG|OG|SE|Ltd|eG|e\\.[UVK]\\.))';

const PEOPLE = [
  [`für (?:die|den|das|der|unsere[nr]?) ${FIRM}`, 'for '],
  [`(?:bei|im Auftrag|auf|von|mit) (?:der |dem |die |den |das )?${FIRM}`, 'for '],
  [
    '(?:Kunde|Kundin|Auftraggeber(?:in)?|Mandant(?:in)?|Veranstalter(?:in)?) (?:ist|sind) (?:die |der |das )?',
    'client is ',
  ],
  ['(?:Ansprechpartner(?:in)?|Kontakt(?:person)?|vertreten durch)', 'contact'],
  ['(?:(?:Auftrag|End)?kund(?:e|in)|Auftraggeber(?:in)?|Mandant(?:in)?|Veranstalter(?:in)?)', 'client'],
  ['(?:für|bei) (?:die |der )?Familie', 'for family'],
  ['für (?:Herrn?|Frau)', 'for person'],
  ['für (?:die Firma|Firma|unsere[nr]? Kund(?:en|in)|meine[nr]? Kund(?:en|in))', 'for'],
  ['(?:Herrn?|Frau)(?= \\p{L})', 'client person'],
  ['(?:braucht|benötigt|möchte|wünscht sich|sucht|bucht|beauftragt(?: uns| mich)?(?: mit)?)', 'needs'],
  ['(?:Privat(?:kund(?:e|in|en)|person))', 'private client'],
  ['(?:das )?Brautpaar', 'couple'],
  ['(?:ein|eine|einen|einem|einer)', 'a'],
  ['für', 'for'],
  ['(?:und|sowie)', 'and'],
  ['mit', 'with'],
] as const;

/** German, as freelancers in Germany, Austria and Switzerland write. */
export const GERMAN: Lexicon = {
  marks:
    'der die das und für mit bis ist wir ein eine einen den dem des im am zum zur von nach bei auf nicht auch als pro inkl zzgl netto brutto bitte uhr tage tagen honorar anzahlung sind soll euro festpreis rechnung ab monat woche wochen stunde stunden jede montag dienstag mittwoch donnerstag freitag samstag sonntag januar jänner februar märz juni juli oktober dezember',
  rules: [...NUMBERS, ...COUNTED_DAYS, ...CLOCKS.de, ...MONEY, ...CANCELLING, ...SCHEDULE, ...WORK, ...PEOPLE],
};
