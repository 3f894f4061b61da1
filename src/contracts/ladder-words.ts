/** Words, each from where it begins: "cancel" is in "cancelled", and "mora" is not in "temporary". */
const said = (...words: string[]) => new RegExp(String.raw`(?<![\p{L}\d])(?:${words.join('|')})`, 'iu');
const END = String.raw`(?!\p{L})`;
const DAYS = String.raw`[^.;\n]{0,40}\d+\s*(?:days|tagen?|jours|días|dias)${END}`;

/** What speaks of a value that can give way, by the ladder's id: English, German, French, Spanish. */
export const VALUE_WORDS: Readonly<Record<string, RegExp>> = {
  deposit: said(
    ...['deposits?', 'down ?payment', 'up[- ]?front', 'advance payment', 'prepay', 'pay\\w* in advance'],
    ...['anzahlung', 'vorkasse', 'vorauszahlung', 'vorschuss'],
    ...['acompte', 'arrhes', "(?:d['’])?avance sur"],
    ...['anticipo', 'señal del?', 'pago por adelantado', 'adelanto'],
  ),
  'days-to-pay': said(
    ...[
      'net[- ]\\d+',
      'payment terms?',
      'days to pay',
      `pay(?:s|able|ment|ments|ing)?${END}${DAYS}`,
      `invoices?${END}${DAYS}`,
    ],
    ...['zahlungsziel', 'zahlungsfrist', `zahlbar${END}`, `(?:be)?zahl(?:en|ung)${END}${DAYS}`],
    ...['délais? de paiement', `pa(?:yer|iement|yable|yés?)s?${END}${DAYS}`, 'jours fin de mois'],
    ...['plazos? de pago', `pag(?:ar|o|adero|amos)s?${END}${DAYS}`],
  ),
  'kill-fee': said(
    ...['kill[- ]?fee', '(?:early[- ])?termination fee'],
    ...['ausfallhonorar', 'abbruchhonorar', 'abstandszahlung'],
    ...['indemnité (?:de|pour) (?:résiliation|rupture)', "frais d['’]abandon"],
    ...['indemnización por (?:cancelación|rescisión)', 'penalización por (?:cancelación|rescisión)'],
  ),
  'calling-off': said(
    ...['cancel', 'call(?:ed|s|ing)? (?:it |this |the \\w+ )?off'],
    ...['storn', `absag(?:en?|t|st)${END}`, 'abgesagt'],
    ...['annul'],
    ...['anul'],
  ),
  'moving-a-date': said(
    ...[
      'reschedul',
      'postpon',
      '(?:an)?other date',
      'new date',
      'mov(?:e|ed|ing) the (?:date|day|booking|shoot|session|event)',
    ],
    ...['verschieb', 'verschob', 'verleg(?:en|t|ung)', 'umbuch'],
    ...['report(?:er|ons|ée?s?)', 'décal(?:er|age|ons)', '(?:déplacer|changer) (?:la|de) (?:date|séance)'],
    ...['aplaz', 'reprogram', '(?:mover|cambiar|cambio)(?: de)? (?:la )?fecha'],
  ),
  expenses: said(
    ...['expenses?', 'travel', 'out[- ]of[- ]pocket'],
    ...['spesen', 'auslagen', 'reisekosten', 'fahrtkosten'],
    ...['frais', 'déplacements?'],
    ...['gastos', 'viáticos', 'dietas', 'desplazamientos?'],
  ),
  'governing-law': said(
    ...['governing law', 'governed by', 'law of', '\\p{L}+ law applies', 'jurisdiction'],
    ...[
      'gerichtsstand',
      'rechtswahl',
      'anwendbares recht',
      '(?:deutsch|österreichisch|schweizer|englisch|französisch|spanisch)\\w* recht',
      'recht (?:von|der|des)',
    ],
    ...[
      'droit applicable',
      'droit (?:français|allemand|anglais|belge|suisse|espagnol)',
      'juridiction',
      'tribunal compétent',
      'tribunaux de',
    ],
    ...[
      'ley aplicable',
      'ley (?:española|alemana|francesa|inglesa|mexicana|argentina)',
      'leyes de',
      'jurisdicción',
      'legislación',
    ],
  ),
};

/** What speaks of a clause that has several wordings, by its family, in the same languages. */
export const CLAUSE_WORDS: readonly (readonly [string, RegExp])[] = [
  [
    'liability',
    said(
      ...['liab', `damages${END}`, 'indemnify', 'indemnification'],
      ...['haft(?:en|et|ung|bar)', 'schadene?rsatz', 'schadensersatz'],
      ...['responsabilit', 'dommages', 'dédommage'],
      ...['responsabilidad', 'daños'],
    ),
  ],
  [
    'late-payment-business',
    said(
      ...['late (?:payment|fee|interest)'],
      ...['zahlungsverzug', 'verzugszins', 'mahngebühr', `verzug${END}`],
      ...['retards? de paiement', '(?:pénalités?|intérêts?) de retard'],
      ...['intereses? de demora', `(?:en )?mora${END}`, 'retrasos? en el pago', 'morosidad'],
    ),
  ],
  [
    'confidentiality',
    said(
      ...['confidential', `ndas?${END}`, 'non-?disclosure'],
      ...['vertraulich', 'geheimhalt', 'verschwiegenheit'],
      ...['confidentiel', 'confidentialité', 'secret professionnel'],
      ...['confidencial', 'secreto profesional'],
    ),
  ],
  [
    'ip-assignment',
    said(
      ...['copyright', 'ownership', 'buy-?out', 'all (?:the )?rights', 'assign'],
      ...['urheberrecht', 'nutzungsrecht', 'alle rechte', 'sämtliche rechte', 'rechte(?:übertragung|abtretung)'],
      ...["droits? d['’]auteur", 'cession (?:de|des)', 'céder', 'tous (?:les|nos) droits', 'propriété intellectuelle'],
      ...['derechos de autor', 'cesión (?:de|total)', 'ceder', 'todos los derechos', 'propiedad intelectual'],
    ),
  ],
  ['licence', said('licen[cs]e', 'licensing', 'lizenz', 'nutzungslizenz', 'licencia')],
  [
    'portfolio',
    said(
      'portfolios?',
      'case stud',
      'showcase',
      'referenz',
      'als referenz',
      'références?',
      'portafolio',
      'porfolio',
      'referencias?',
    ),
  ],
  [
    'acceptance',
    said(
      'accept',
      'approv',
      'sign-?off',
      'abnahme',
      'abgenommen',
      'freigabe',
      'réception',
      'recette',
      'validation',
      'aceptación',
      'aprobación',
    ),
  ],
  [
    'revisions',
    said(
      ...['revisions?', 'rounds? of', 'amendments?'],
      ...['korrektur', 'änderungs(?:runde|schleife)', 'feedbackrunde', 'überarbeit'],
      ...['révisions?', 'allers?[- ]retours?', 'corrections?', 'retouches'],
      ...['revision(?:es)?', 'revisión', 'rondas?', 'correcciones'],
    ),
  ],
  [
    'ending-early',
    said(
      'terminat',
      'end(?:ing)? the contract',
      'notice',
      'kündig',
      'résili',
      'préavis',
      'rescindir',
      'rescisión',
      'preaviso',
    ),
  ],
  [
    'ai-tools',
    said(
      `ai${END}`,
      'artificial intelligence',
      `ki${END}`,
      'künstliche',
      `ia${END}`,
      'intelligence artificielle',
      'inteligencia artificial',
    ),
  ],
  [
    'faults',
    said('bugs?', 'defects?', 'warrant', 'gewährleist', 'mängel', 'fehlerbehebung', 'garantie', 'garantía', 'fallos?'),
  ],
];
