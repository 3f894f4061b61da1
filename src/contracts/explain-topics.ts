/** A thing people ask about: the beginnings of the words they use for it, and the ids of the clauses that are about it. */
export type Topic = { readonly name: string; readonly words: RegExp; readonly clauses: RegExp };

/** Beginnings of words, folded to plain letters; one that ends in `$` is the whole word. English, German, French, Spanish. */
const topic = (name: string, clauses: RegExp, beginnings: string): Topic => ({
  name,
  clauses,
  words: new RegExp(`^(?:${beginnings.trim().split(/\s+/).join('|')})`),
});

const TOPICS: readonly Topic[] = [
  topic(
    'pay',
    /^(payment|deposit|fee|milestone|invoic|nda-no-licence)/,
    `pay(?!pal) paid$ invoic bills?$ billed billing owes?$ owed$ due$ zahl bezahl rechnung fallig factur paiement paie
    pagar pago paga vencim`,
  ),
  topic(
    'price',
    /^(fee|price|rate|payment|nda-no-licence)/,
    `price cost fees?$ total much$ charge preis kostet kosten prix cout tarif precio cuest coste$ costes$ rates?$`,
  ),
  topic(
    'deposit',
    /^deposit/,
    `deposit upfront advance$ prepay downpay anzahl vorauszahl acompte arrhes anticip senal$ retainer`,
  ),
  topic('tax', /^(fee|price|tax)/, 'tax vat$ mwst umsatzsteuer steuer tva$ impot iva$ impuesto'),
  topic(
    'late',
    /^(late-payment|suspension|interest)/,
    `late$ later$ overdue interest$ penalt remind unpaid verzug verspat zins mahn retard interet tarde$ interes mora$
    demora`,
  ),
  topic('pause', /^suspension/, 'paus suspend suspension halt aussetz unterbrech interromp'),
  topic(
    'cancel',
    /^(cancel|ending|termination|kill|private-client-rights|nda-span)/,
    `cancel terminat end$ ends$ ending ended quit stop stornier kundig abbrech annul resili rescind rescis anular
    anulo leave$`,
  ),
  topic(
    'withdraw',
    /^private-client-rights/,
    'withdraw cooling consumer widerruf verbraucher retract consomm desist consumid',
  ),
  topic(
    'refund',
    /^(cancel|ending|kill|replacement|private-client-rights|deposit)/,
    `refund reimburs moneyback return$ returns$ returned back$ ruckerstatt zuruck rembours reembols devol devuel`,
  ),
  topic(
    'rights',
    /^(ip|rights|photo-licence|licen|working-materials|own-work|third-party|nda-no-licence)/,
    `owns?$ owner owned$ copyright rights?$ licen[cs] intellectual ip$ belong gehor urheber rechte$ nutzungsrecht droits?$
    appartien propriet derechos?$ propied pertenec autor`,
  ),
  topic(
    'use',
    /^(ip|rights|photo-licence|licen|working-materials)/,
    `use$ uses$ used$ using commercial resell sell$ print$ modif crop utilis usar$ uso$ verwend nutz vender drucken imprim`,
  ),
  topic('fonts', /^third-party/, 'fonts?$ stock$ third$ software schrift police$ fuente'),
  topic(
    'revisions',
    /^revision/,
    `revis rounds?$ correct tweak iteration feedback korrektur uberarbeit schleife rundes?$ runden retouche ronda correcc`,
  ),
  topic(
    'change',
    /^(change|revision)/,
    'change$ changes$ changed extra$ extras$ additional beyond$ anderung zusatz supplement adicional cambi',
  ),
  topic(
    'receive',
    /^(deliverables|scope|image-delivery|sessions)/,
    `scope includ deliverable receiv covers?$ covered umfang enthalt inbegriff bekomm erhalt compris inclus recoi livrable
    inclui reciben? recibo entregab`,
  ),
  topic(
    'files',
    /^(image-delivery|deliverables|source|handover)/,
    'files?$ formats?$ jpe?g raw$ unedited download dateien?$ rohd fichier archivo formato',
  ),
  topic(
    'dates',
    /^(schedule|booking-date|image-delivery|dates)/,
    `start begin deadline finish ready$ done$ complet deliver schedul timeline dates?$ beginn anfang$ fertig frist liefer
    debut commenc delai livr empiez comien plazo entrega fecha termine$`,
  ),
  topic(
    'booking',
    /^(booking-date|sessions)/,
    'booking booked appointment venue location shoot$ buchung treffpunkt lieu$ rendez reserv cita$ lugar',
  ),
  topic('pictures', /^image-delivery/, 'pictur photos?$ photographs?$ images?$ bilder$ fotos?$'),
  topic('sessions', /^sessions/, 'session call$ calls$ video$ meeting sitzung seance sesion'),
  topic('move', /^reschedul/, 'reschedul postpon move$ moved$ moving verschieb verleg reporter$ deplacer aplaz'),
  topic('noshow', /^no-show/, 'noshow appear absent forget erschein apparait presente?s?$ aparec'),
  topic(
    'ill',
    /^(replacement|force-majeure)/,
    'ill$ illness sick krank malad enferm accident replacement substitut standin ersatz remplac sustitu',
  ),
  topic(
    'force',
    /^force-majeure/,
    'pandemic storm flood strike$ war$ lockdown emergenc earthquake majeure gewalt streik greve huelga tormenta fuerza',
  ),
  topic('weather', /^(event|force-majeure)/, 'weather rain wetter regen meteo pluie lluvia clima'),
  topic(
    'portfolio',
    /^portfolio/,
    'portfolio showcas instagram publish publicat referenz zeigen veroffent publier montrer mostrar publicar show$ showing',
  ),
  topic(
    'secret',
    /^(confidential|nda-confidential|nda-use)/,
    'confiden secret nda$ disclos geheim vertraul verschwiegen',
  ),
  topic(
    'span',
    /^nda-span/,
    'duration$ period$ howlong$ gilt$ expir lasts?$ lasting dauer$ laufzeit$ duree$ duracion$',
  ),
  topic(
    'told',
    /^(nda-who|confidential|independ)/,
    'colleague employee$ employees$ staff$ advisor adviser lawyer accountant$ kolleg mitarbeit anwalt collegue avocat colega abogad',
  ),
  topic('back', /^(nda-return|data)/, 'delete$ deleted$ deleting erase$ destroy losch vernicht efface borrar destru'),
  topic(
    'public',
    /^nda-not/,
    'public$ already$ exclud except independent offentlich bereits public(?:o|s|a)$ publique',
  ),
  topic('report', /^nda-by-law/, 'whistle authorit police$ subpoena behorde autorit'),
  topic(
    'liability',
    /^liability/,
    'liab damage responsib lawsuit compensat loss$ losses$ haft schaden responsab dommage danos?$',
  ),
  topic(
    'law',
    /^(governing|dispute)/,
    'laws?$ court jurisdiction disput disagree recht$ gericht streit loi$ tribunal litige ley$ disputa govern',
  ),
  topic('costs', /^expense/, 'expens travel hotel flights?$ printing spesen reise auslag frais$ voyage gasto viaj'),
  topic('data', /^data/, 'data$ gdpr privacy personal dsgvo datenschutz daten$ rgpd donnees datos privacidad'),
  topic(
    'accept',
    /^accept/,
    'accept approv signoff satisf abnahme abnehm zufrieden recette acept aprob defect mangel faulty',
  ),
  topic(
    'need',
    /^(client-duties|event)/,
    'need$ needs$ supply provide$ content$ access$ brauch mitwirk zugang fournir besoin necesit aport duty$ duties$',
  ),
  topic('decide', /^(client-duties|advice)/, 'decid decision entscheid decision$ decidir'),
  topic('result', /^advice/, 'results?$ promis$ outcome ergebnis resultat resultad'),
  topic('people', /^people/, 'people$ guests?$ children child$ gaste kinder invites$ enfants ninos invitados'),
  topic(
    'independent',
    /^independ/,
    'employ subcontract insurance insured angestellt versicher salarie assurance emplead seguro$',
  ),
  topic('sign', /^electronic/, 'signature electronic esign handwritten unterschr elektron firma$ firmar'),
  topic(
    'reach',
    /^(notices|parties)/,
    'contact reach$ email notice$ notify address erreich adresse joindre direccion aviso',
  ),
  topic('parties', /^parties/, 'party$ parties$ between$ partei vertragspart'),
  topic('breach', /^(termination|nda-breach)/, 'breach breaks?$ broken$ cause$ verletz violation incumpl'),
  topic('whole', /^whole/, 'verbal oral$ earlier$ messages$ mundlich verbale'),
  topic('original', /^own-work/, 'original plagiar copied kopiert copie$ plagi'),
];

/** What people ask for by its name: where the text does not have the word, the contract does not have the thing. */
export const NAMED =
  /^(?:discount|rebate|rabatt|skonto|remise|descuento|warrant|guarante|garant|hosting|domain|maintenance|wartung|support|parking|parkplatz|meals?$|food$|catering|visa$|paypal|bitcoin|crypto|weekend|overtime|bonus|royalt|commission|exclusiv|competit|konkurrenz|drone|album|seo$|training|backup|installments?$|cheque|mileage|tips?$|dress|music|insurance|translat|ubersetz|mantenim|alojam)/;

/** What no contract answers, since it asks for a judgement. */
export const ADVICE =
  /\b(should (?:i|we)|is (?:it|this|that)(?: \w+)? (?:fair|normal|legal|enforceable|a good idea|usual|too (?:much|high|low))|do you (?:recommend|advise)|would you sign|a good deal|worth it|sollte ich|soll ich|ist (?:das|es) (?:fair|normal|ublich)|dois-je|devrais-je|est-ce (?:normal|juste)|deberia)\b/;

const STOP = new Set(
  `a about after again all also am an and any are as at be been before being both but by can cannot could day days did do
  does doing down each either else ever few for from further get gets getting give go goes had happen happens has have
  having he her here hers him his how however i if in into is it its itself just keep kind know let lets long make makes
  many may me might month months more most must my myself next no nor not of off on once one only or other our ours out over
  per please put same say says see shall she should show so some someone something still such take than that the their
  them then there these they thing things this those though through time times to too under until up upon us very want was
  way we week weeks well were what when whenever which while who whom whose why will with within without would year years
  yes you your yours contract agreement freelancer client clause tell need work working project job two three four five ten
  hours hour mean means possible allowed allow able exactly actually really going ask
  aber als am an auch auf aus bei bin bis das dass dein dem den der des die dies diese doch du ein eine einem einen einer es
  etwas fur gibt haben habe hat ich ihr im in ist ja kann kein keine konnen man mein meine mich mir mit muss nach nicht noch
  nur oder ob passiert sein sich sie sind so tage uber um und uns vertrag viel viele vom von vor wann war was wenn wer wie
  wird wieviel wir wo zu zum zur werden welche welches wem ob
  ai au aux avec avez ce ces cette combien comment contrat dans de des du elle en est et etre faut il ils je jours la le les
  leur ma mais me mes moi mon ne nous on ou par pas peut peux plus pour puis quand que quel quelle quelles quels qui quoi sa
  se ses si son sont sur ta te tes tu un une vos votre vous y arrive si
  come comes came al como con contrato cual cuales cuando cuanto cuanta cuantas cuantos de del dias donde el ella en es esta este esto hay
  la las lo los me mi mis muy no nos o para pero por puedo puede que quien se ser si sin sobre son su sus te tengo tiene tu
  un una uno y ya pasa`.split(/\s+/),
);

/** The words a question turns on: folded to plain letters, without those that every question has. */
export function wordsAsked(question: string): string[] {
  const joined = foldedText(question)
    .replace(/\bno[- ]shows?\b/g, 'noshow')
    .replace(/\bmoney[- ]back\b/g, 'moneyback')
    .replace(/\bsign(?:ed|s)?[- ]off\b/g, 'signoff')
    .replace(/\bup[- ]front\b/g, 'upfront')
    .replace(/\bcall(?:ed|s)? (?:it |this |the \w+ )?off\b/g, 'cancel')
    .replace(/\bstand[- ]in\b/g, 'standin')
    .replace(/\b(?:own|owns) (?:it|the|this|what)\b/g, 'owns')
    .replace(/\bwe (?:need|have) to (?:give|provide|send)\b/g, 'need provide')
    .replace(/\b(?:you|do) (?:need|expect) from\b/g, 'duties')
    .replace(/\bhow much\b/g, 'much')
    .replace(/\bhow long\b|\bwie lange\b|\bcombien de temps\b|\bcuanto tiempo\b/g, 'howlong')
    .replace(/\b(?:where is|wo ist)\b/g, 'location');
  return [...new Set(wordsIn(joined))].filter((word) => !STOP.has(word) && word.length > 1 && !/^\d+$/.test(word));
}

export function wordsIn(text: string): string[] {
  return foldedText(text).match(/[a-z0-9]+/g) ?? [];
}

export function foldedText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/ß/g, 'ss')
    .replace(/[‘’']s\b/g, '')
    .toLowerCase();
}

export function topicsOf(word: string): readonly Topic[] {
  return TOPICS.filter(({ words }) => words.test(word));
}

/** A word without its ending, roughly: enough to find `logos` in `logo`. */
export function stemOf(word: string): string {
  return word.length > 4 ? word.replace(/(?:ies|es|s|ing|ed|e|en|n)$/, '') : word;
}
