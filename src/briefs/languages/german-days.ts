/** What German briefs say of days: months, days of the week, days counted from another. */
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

export const DATES = MONTHS.flatMap(([name, english]) => [
  [`(?:vom )?(\\d{1,2})\\. ?(?:bis(?: zum)?|–|-) ?(\\d{1,2})\\. ?${name}`, `$1 to $2 ${english}`] as const,
  [`(\\d{1,2})\\. ?${name}`, `$1 ${english}`] as const,
  [`(?:am |de[rmn] )?letzte[nr]? ${name}tag`, `end of ${english}`] as const,
  [`(?:Ende|(?:am )?letzte[nr] Tag (?:im|des|vom)) ${name}`, `end of ${english}`] as const,
  [`Anfang ${name}`, `early ${english}`] as const,
  [`Mitte ${name}`, `mid ${english}`] as const,
  [`(?:im|bis|ab|Start|Beginn) ${name}`, `in ${english}`] as const,
]);

/** "Danke, bis morgen": whoever says goodbye names no deadline. */
const NO_FAREWELL =
  '(?<=[\\p{L}\\d€%.,:;–-] )(?<!(?:danke|klar|gut|lg|vg|gruß|grüße|also|dann|ok|okay|passt|super|tschüss|[.!?])[,!]? )';

/** Days counted from today or from the day that was named before, ahead of what "am Tag" and "in 2 Wochen" say of money. */
export const COUNTED_DAYS = [
  ['(?:am|den|der) (?:Tag (?:davor|vorher|zuvor)|Vortag)', 'am Vortag'],
  ['(?:am|den|der) (?:Tag (?:danach|darauf|drauf|später)|Folgetag)', 'the following day'],
  ['heute in (?:einer|1) Woche', 'in 1 weeks'],
  ['heute in (\\d{1,2}) Wochen', 'in $1 weeks'],
  ['heute in (?:einem|1) Monat', 'in 1 months'],
  ['übermorgen in (?:einer|1) Woche', 'in 9 days'],
  ['morgen in (?:einer|1) Woche', '1 weeks from tomorrow'],
  ['(Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag) in (?:einer|1) Woche', '1 weeks from $1'],
  ['(Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag) in (\\d{1,2}) Wochen', '$2 weeks from $1'],
  [`${NO_FAREWELL}bis (?:spätestens |zu )?übermorgen`, 'by the day after tomorrow'],
  [`${NO_FAREWELL}bis (?:spätestens |zu )?morgen(?: (?:abend|nachmittag|früh|mittag|vormittag))?`, 'by tomorrow'],
  ['übermorgen', 'the day after tomorrow'],
  ['(\\d{1,2})\\. (?:des |im )?(?:nächsten|kommenden|folgenden) Monats?', '$1 of next month'],
  ['(\\d{1,2})\\. (?:dieses|des laufenden) Monats', '$1 of this month'],
  ['Schalttag', '29. Februar'],
] as const;

/** "Mi 24.2.", "Fr., 5. März": short names of days count before a date only. */
export const SHORT_DAYS = 'Mo Mon,Di Tue,Mi Wed,Do Thu,Fr Fri,Sa Sat,So Sun'.split(',').map((pair) => {
  const [short, english] = pair.split(' ');
  return [`${short}\\.?,?(?: den| dem)?(?= \\d{1,2}\\.)`, english ?? ''] as const;
});

export const WEEKDAYS = [
  ['Montags?', 'Monday'],
  ['Dienstags?', 'Tuesday'],
  ['Mittwochs?', 'Wednesday'],
  ['Donnerstags?', 'Thursday'],
  ['Freitags?', 'Friday'],
  ['(?:Samstags?|Sonnabends?)', 'Saturday'],
  ['Sonntags?', 'Sunday'],
] as const;
