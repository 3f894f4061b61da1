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
    pagar pago paga vencim gezahlt payons regler reglement versement uberweis virement transferencia abonar`,
  ),
  topic(
    'price',
    /^(fee|price|rate|payment|nda-no-licence)/,
    `price cost fees?$ total much$ charge preis kostet kosten prix cout tarif precio cuest coste$ costes$ rates?$ honorar summe$ betrag$ montant$ somme$ importe$ honoraire gesamt cher$ caro$ kost$ vale$`,
  ),
  topic(
    'deposit',
    /^deposit/,
    `deposit upfront advance$ prepay downpay anzahl vorauszahl acompte arrhes anticip senal$ retainer adelanto vorkasse caution$`,
  ),
  topic(
    'tax',
    /^(fee|price|tax)/,
    'tax vat$ mwst umsatzsteuer steuer tva$ impot iva$ impuesto mehrwert ttc$ ht$ brutto',
  ),
  topic(
    'late',
    /^(late-payment|suspension|interest)/,
    `late$ later$ overdue interest$ penalt remind unpaid verzug verspat zins mahn retard interet tarde$ interes mora$
    demora spat$ tardif recargo verspatet`,
  ),
  topic('pause', /^suspension/, 'paus suspend suspension halt aussetz unterbrech interromp suspend'),
  topic(
    'cancel',
    /^(cancel|ending|termination|kill|private-client-rights|nda-span)/,
    `cancel terminat end$ ends$ ending ended quit stop stornier kundig abbrech annul resili rescind rescis anular
    anulo leave$ absag abgesag beend vorzeit arreter rompre terminar$ quitter cancelar`,
  ),
  topic(
    'withdraw',
    /^private-client-rights/,
    'withdraw cooling consumer widerruf verbraucher retract consomm desist consumid',
  ),
  topic(
    'refund',
    /^(cancel|ending|kill|replacement|private-client-rights|deposit)/,
    `refund reimburs moneyback return$ returns$ returned back$ ruckerstatt zuruck rembours reembols devol devuel ruckzahl erstatt zuruckbekomm reintegr`,
  ),
  topic(
    'rights',
    /^(ip|rights|photo-licence|licen|working-materials|own-work|third-party|nda-no-licence)/,
    `owns?$ owner owned$ copyright rights?$ licen[cs] intellectual ip$ belong gehor urheber rechte$ nutzungsrecht droits?$
    appartien propriet derechos?$ propied pertenec autor eigentum besitz possed cession duen[oa] titular rechten$`,
  ),
  topic(
    'use',
    /^(ip|rights|photo-licence|licen|working-materials)/,
    `use$ uses$ used$ using commercial resell sell$ print$ modif crop utilis usar$ uso$ verwend nutz vender drucken imprim utiliz weiterverwend benutz gebrauch revend verkauf vendre druck`,
  ),
  topic('fonts', /^third-party/, 'fonts?$ stock$ third$ software schrift police$ fuente'),
  topic(
    'revisions',
    /^revision/,
    `revis rounds?$ correct tweak iteration feedback korrektur uberarbeit schleife rundes?$ runden retouche ronda correcc modification modificacion`,
  ),
  topic(
    'change',
    /^(change|revision)/,
    'change$ changes$ changed extra$ extras$ additional beyond$ anderung zusatz supplement adicional cambi changement changer$ andern$ mehraufwand aufpreis weitere$ wunsch',
  ),
  topic(
    'receive',
    /^(deliverables|scope|image-delivery|sessions)/,
    `scope includ deliverable receiv covers?$ covered umfang enthalt inbegriff bekomm erhalt compris inclus recoi livrable
    inclui reciben? recibo entregab recev leistung incluid`,
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
    debut commenc delai livr empiez comien plazo entrega fecha termine$ anfang abgabe liefertermin pret$ prete$ prets$ fini$ finie$ finies$ finir terminad list[oa]s?$ acabad empez comenz demarr losgeh`,
  ),
  topic(
    'booking',
    /^(booking-date|sessions)/,
    'booking booked appointment venue location shoot$ shooting$ buchung treffpunkt lieu$ rendez reserv cita$ lugar termin$ termins$ uhrzeit uhr$ ort$ horaire heure$ hora$ horario',
  ),
  topic(
    'pictures',
    /^(image-delivery|deliverables)/,
    'pictur photos?$ photographs?$ images?$ bilder$ fotos?$ imagenes$ bildern$ photographies$ cliches$',
  ),
  topic(
    'sessions',
    /^sessions/,
    'session call$ calls$ video$ meeting sitzung seance sesion anruf appels$ llamada videollamada',
  ),
  topic(
    'move',
    /^reschedul/,
    'reschedul postpon move$ moved$ moving verschieb verleg reporter$ deplacer aplaz umbuch umzubuch verschob verschoben repouss decal reprogram pospon posterg deplac mover$',
  ),
  topic(
    'noshow',
    /^no-show/,
    'noshow appear absent forget erschein apparait presente?s?$ aparec auftauch venons$ venir$ vienen$ venimos$ acud',
  ),
  topic(
    'ill',
    /^(replacement|force-majeure)/,
    'ill$ illness sick krank malad enferm accident replacement substitut standin ersatz remplac sustitu verhindert',
  ),
  topic(
    'force',
    /^force-majeure/,
    'pandemic storm flood strike$ war$ lockdown emergenc earthquake majeure gewalt streik greve huelga tormenta fuerza hohere$ unwetter inond inund uberschwemm pandem',
  ),
  topic(
    'weather',
    /^(event|force-majeure)/,
    'weather rain wetter regen meteo pluie lluvia clima regn pleut pleuv llueve llov schnee neige nieve',
  ),
  topic(
    'portfolio',
    /^portfolio/,
    'portfolio showcas instagram publish publicat referenz zeigen veroffent publier montrer mostrar publicar show$ showing werbung reseaux redes$ referenc',
  ),
  topic(
    'secret',
    /^(confidential|nda-confidential|nda-use)/,
    'confiden secret nda$ disclos geheim vertraul verschwiegen confidenc',
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
    'liab damage responsib lawsuit compensat loss$ losses$ haft schaden responsab dommage danos?$ perjuicio schaden',
  ),
  topic(
    'law',
    /^(governing|dispute)/,
    'laws?$ court jurisdiction disput disagree recht$ gericht streit loi$ tribunal litige ley$ disputa govern lois$ leyes$ juzgado gerichtsstand rechtsstreit',
  ),
  topic(
    'costs',
    /^expense/,
    'expens travel hotel flights?$ printing spesen reise auslag frais$ voyage gasto viaj deplacement fahrt$ fahrtkosten fahrten',
  ),
  topic(
    'data',
    /^data/,
    'data$ gdpr privacy personal dsgvo datenschutz daten$ rgpd donnees datos privacidad personenbezogen',
  ),
  topic(
    'accept',
    /^accept/,
    'accept approv signoff satisf abnahme abnehm zufrieden recette acept aprob defect mangel faulty abzunehm valider$ validation pruf revisar$',
  ),
  topic(
    'need',
    /^(client-duties|event)/,
    'need$ needs$ supply provide$ content$ access$ brauch mitwirk zugang fournir besoin necesit aport duty$ duties$ benotig mitbring',
  ),
  topic('decide', /^(client-duties|advice)/, 'decid decision entscheid decision$ decidir'),
  topic('result', /^advice/, 'results?$ promis$ outcome ergebnis resultat resultad guarante garant garanz ergebnisse'),
  topic('people', /^people/, 'people$ guests?$ children child$ gaste kinder invites$ enfants ninos invitados'),
  topic(
    'independent',
    /^independ/,
    'employ subcontract insurance insured angestellt versicher salarie assurance emplead seguro$ subunternehm traitants?$ subcontrat',
  ),
  topic(
    'sign',
    /^electronic/,
    'signature electronic esign handwritten unterschr elektron firma$ firmar unterschreib signatur signer$ firma[mns]?$',
  ),
  topic(
    'reach',
    /^(notices|parties)/,
    'contact reach$ email notice$ notify address erreich adresse joindre direccion aviso kontakt correo',
  ),
  topic('parties', /^parties/, 'party$ parties$ between$ partei vertragspart'),
  topic(
    'breach',
    /^(termination|nda-breach)/,
    'breach breaks?$ broken$ cause$ verletz violation incumpl verstoss vertragsbruch',
  ),
  topic('materials', /^working-materials/, 'materials?$ unterlagen documents?$ slides?$ materiales$'),
  topic('parts', /^milestone/, 'instal?lments?$ raten$ ratenzahl mensualit cuotas$'),
  topic('whole', /^whole/, 'verbal oral$ earlier$ messages$ mundlich verbale'),
  topic('ai', /^ai-tools/, 'artificial chatgpt ki$ kunstlich ia$ artificiel intelligence$'),
  topic('original', /^own-work/, 'original plagiar copied kopiert copie$ plagi'),
];

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
