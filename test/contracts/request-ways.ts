/** What the property of a request says, and ordinary ways of asking for each of it. */
export type Wished = {
  /** Percent of the price. */
  deposit: number;
  kill: number;
  cancelling: number;
  moving: number;
  /** Days. */
  net: number;
  window: number;
  notice: number;
  accepted: number;
  ending: number;
  /** Whole units of the contract's currency. */
  fee: number;
  expenses: number;
  rate: number;
  less: number;
  rounds: number;
  /** Whole years. */
  secrecy: number;
  /** Days of May, March and June. */
  end: number;
  start: number;
  booked: number;
};

/** A client's and a freelancer's, with a verb and without. */
type Ways = readonly ((wished: Wished) => string)[];
export const WISHES = [
  ...(['deposit', 'net', 'fee', 'revisions', 'killFee', 'cancellation', 'rescheduling', 'end', 'start'] as const),
  ...(['expenses', 'portfolio', 'rights', 'secrecy', 'law', 'tax', 'rate', 'booking', 'late', 'adds'] as const),
  ...(['plan', 'hours', 'drops', 'licence', 'acceptance', 'cheaper', 'notice', 'filler'] as const),
] as const;
export type Wish = (typeof WISHES)[number];

export type RequestWays = {
  readonly wishes: Readonly<Record<Wish, Ways>>;
  /** Put between two wishes. */
  readonly joins: readonly string[];
  readonly opens: readonly string[];
  readonly ends: readonly string[];
};

export const REQUEST_WAYS: Record<'en' | 'de' | 'fr' | 'es', RequestWays> = {
  en: {
    opens: ['', '', '', 'Hi Lena, ', 'Thanks for the draft. ', 'Looks good overall. ', 'Hi, just a few things: '],
    ends: ['', '', '', '. Thanks', '. Everything else is fine.', ', please'],
    joins: [', ', ' and ', ', and ', '. ', '; ', '\n', '\n- ', ', also ', ' plus ', '. Also, ', ' as well as '],
    wishes: {
      deposit: [
        (d) => `make the deposit ${d.deposit}%`,
        (d) => `${d.deposit}% deposit`,
        (d) => `a deposit of ${d.deposit}%`,
        (d) => `we can only pay ${d.deposit}% up front`,
        (d) => `deposit down to ${d.deposit}%`,
        (d) => `could the deposit be ${d.deposit}%`,
      ],
      net: [
        (d) => `net ${d.net}`,
        (d) => `we need ${d.net} days to pay`,
        (d) => `payment within ${d.net} days`,
        (d) => `invoices due in ${d.net} days`,
        (d) => `change payment terms to ${d.net} days`,
        (d) => `can we pay in ${d.net} days`,
      ],
      fee: [
        (d) => `price EUR ${d.fee}`,
        (d) => `make the price ${d.fee} EUR`,
        (d) => `the total should be €${d.fee}`,
        (d) => `our budget is fixed, so the fee must be ${d.fee} EUR`,
        (d) => `can we agree on €${d.fee}`,
      ],
      revisions: [
        (d) => `${d.rounds} rounds of revisions`,
        (d) => `make it ${d.rounds} revision rounds`,
        (d) => `we would like ${d.rounds} rounds of changes`,
        (d) => `${d.rounds} rounds`,
        (d) => `could we have ${d.rounds} rounds of feedback`,
      ],
      killFee: [
        (d) => `add a kill fee of ${d.kill}%`,
        (d) => `${d.kill}% kill fee`,
        (d) => `a kill fee: ${d.kill}%`,
        (d) => `if you end the project early, a kill fee of ${d.kill}% is due`,
      ],
      cancellation: [
        (d) => `cancelling within ${d.window} days costs ${d.cancelling}%`,
        (d) => `${d.cancelling}% if cancelled within ${d.window} days`,
        (d) => `if we cancel less than ${d.window} days before, we pay ${d.cancelling}%`,
        (d) => `cancellation less than ${d.window} days before: ${d.cancelling}%`,
      ],
      rescheduling: [
        (d) => `moving the date within ${d.notice} days costs ${d.moving}%`,
        (d) => `rescheduling less than ${d.notice} days before costs ${d.moving}%`,
        (d) => `rescheduling is free up to ${d.notice} days before, then ${d.moving}%`,
      ],
      end: [
        (d) => `deadline ${d.end} May`,
        (d) => `move the deadline to ${d.end} May`,
        (d) => `we need it by ${d.end} May`,
        (d) => `delivery by May ${d.end}`,
        (d) => `could you deliver on ${d.end} May`,
      ],
      start: [
        (d) => `start on ${d.start} March`,
        (d) => `we can only start on ${d.start} March`,
        (d) => `kick-off March ${d.start}`,
        (d) => `the project should begin on ${d.start} March`,
      ],
      expenses: [
        (d) => `travel at cost up to EUR ${d.expenses}`,
        (d) => `expenses capped at €${d.expenses}`,
        (d) => `travel costs of at most ${d.expenses} EUR`,
        (d) => `we cover travel up to €${d.expenses}`,
      ],
      portfolio: [
        () => 'no portfolio use',
        () => 'please don’t show it in your portfolio',
        () => 'not in the portfolio',
      ],
      rights: [
        () => 'all rights pass to us once paid',
        () => 'we want to own all rights',
        () => 'full copyright assignment on payment',
      ],
      secrecy: [
        (d) => `confidentiality for ${d.secrecy} years`,
        (d) => `we need an NDA for ${d.secrecy} years`,
        (d) => `keep it confidential for ${d.secrecy} years`,
      ],
      law: [() => 'Irish law', () => 'it should be under Irish law', () => 'change the governing law to Irish law'],
      tax: [() => 'plus 19% VAT', () => '19% VAT on top', () => 'VAT at 19% comes on top'],
      rate: [
        (d) => `hourly rate ${d.rate} EUR`,
        (d) => `€${d.rate} per hour`,
        (d) => `make it ${d.rate} EUR an hour`,
        (d) => `can you do €${d.rate} an hour`,
      ],
      booking: [
        (d) => `move the wedding to ${d.booked} June`,
        (d) => `the wedding is now on ${d.booked} June`,
        (d) => `the session should be on June ${d.booked}`,
      ],
      late: [
        () => 'late interest of 8%',
        () => 'a late fee of 8% on overdue invoices',
        () => 'overdue invoices bear 8% interest',
      ],
      adds: [() => 'add a brochure', () => 'please include a brochure', () => 'we also need a brochure'],
      plan: [
        () => '30% on signing, 40% with the draft, 30% on delivery',
        () => 'payment in three parts: 30% on signing, 40% with the draft and 30% on delivery',
      ],
      hours: [() => 'start at 10 am', () => 'we begin at 10:00', () => 'make it from 10 am to 4 pm'],
      drops: [() => 'drop the brand guide', () => 'we don’t need the brand guide', () => 'without the brand guide'],
      licence: [() => 'a licence for web use, worldwide, for 2 years', () => 'licence: web use, worldwide, 2 years'],
      acceptance: [(d) => `${d.accepted} days to accept the work`, (d) => `acceptance within ${d.accepted} days`],
      cheaper: [(d) => `take ${d.less} EUR off`, (d) => `€${d.less} less`, (d) => `reduce the price by ${d.less} EUR`],
      notice: [(d) => `${d.ending} days’ notice`, (d) => `either side can end it with ${d.ending} days notice`],
      filler: [
        () => 'our designer uses blue',
        () => 'the logo should be bigger',
        () => 'Petra from accounting is your contact',
        () => 'we loved the green version',
        () => 'my boss wants a rabbit in it',
        () => 'the website runs on a shared host',
        () => 'please talk to our printer',
      ],
    },
  },
  de: {
    opens: ['', '', '', 'Hallo Lena, ', 'Danke für den Entwurf. ', 'Sieht gut aus. ', 'Hallo, nur ein paar Punkte: '],
    ends: ['', '', '', '. Danke', '. Der Rest passt.', ', bitte'],
    joins: [', ', ' und ', ', und ', '. ', '; ', '\n', '\n- ', ', außerdem ', ' sowie ', '. Außerdem ', ', dazu '],
    wishes: {
      deposit: [
        (d) => `${d.deposit} % Anzahlung`,
        (d) => `Anzahlung auf ${d.deposit} % senken`,
        (d) => `die Anzahlung soll ${d.deposit} % sein`,
        (d) => `wir können nur ${d.deposit} % vorab zahlen`,
        (d) => `eine Anzahlung von ${d.deposit} %`,
      ],
      net: [
        (d) => `Zahlungsziel ${d.net} Tage`,
        (d) => `wir brauchen ${d.net} Tage Zahlungsziel`,
        (d) => `zahlbar innerhalb von ${d.net} Tagen`,
        (d) => `können wir in ${d.net} Tagen zahlen`,
        (d) => `netto ${d.net} Tage`,
      ],
      fee: [
        (d) => `Preis ${d.fee} €`,
        (d) => `der Preis soll ${d.fee} € sein`,
        (d) => `das Honorar auf ${d.fee} € ändern`,
        (d) => `können wir uns auf ${d.fee} € einigen`,
      ],
      revisions: [
        (d) => `${d.rounds} Korrekturschleifen`,
        (d) => `wir hätten gern ${d.rounds} Korrekturrunden`,
        (d) => `${d.rounds} Feedbackrunden`,
        (d) => `bitte ${d.rounds} Revisionsrunden`,
      ],
      killFee: [
        (d) => `Ausfallhonorar ${d.kill} %`,
        (d) => `ein Ausfallhonorar von ${d.kill} %`,
        (d) => `eine Kill Fee von ${d.kill} % aufnehmen`,
      ],
      cancellation: [
        (d) => `Absage innerhalb von ${d.window} Tagen kostet ${d.cancelling} %`,
        (d) => `bei Stornierung weniger als ${d.window} Tage vorher ${d.cancelling} %`,
        (d) => `wenn wir weniger als ${d.window} Tage vorher absagen, zahlen wir ${d.cancelling} %`,
      ],
      rescheduling: [
        (d) => `Verschieben innerhalb von ${d.notice} Tagen kostet ${d.moving} %`,
        (d) => `Terminverschiebung weniger als ${d.notice} Tage vorher: ${d.moving} %`,
      ],
      end: [
        (d) => `Abgabe am ${d.end}. Mai`,
        (d) => `die Abgabe auf den ${d.end}. Mai verschieben`,
        (d) => `wir brauchen es bis zum ${d.end}. Mai`,
        (d) => `fertig bis ${d.end}. Mai`,
      ],
      start: [
        (d) => `Start am ${d.start}. März`,
        (d) => `wir können erst am ${d.start}. März anfangen`,
        (d) => `Beginn ${d.start}. März`,
      ],
      expenses: [
        (d) => `Reisekosten bis ${d.expenses} €`,
        (d) => `Fahrtkosten höchstens ${d.expenses} €`,
        (d) => `Spesen nach Beleg, maximal ${d.expenses} €`,
      ],
      portfolio: [
        () => 'nicht ins Portfolio',
        () => 'bitte nicht im Portfolio zeigen',
        () => 'keine Nutzung im Portfolio',
      ],
      rights: [
        () => 'alle Rechte gehen mit Zahlung an uns über',
        () => 'wir wollen alle Rechte',
        () => 'volle Rechteübertragung nach Zahlung',
      ],
      secrecy: [
        (d) => `Geheimhaltung ${d.secrecy} Jahre`,
        (d) => `vertraulich für ${d.secrecy} Jahre`,
        (d) => `wir brauchen ${d.secrecy} Jahre Verschwiegenheit`,
      ],
      law: [() => 'österreichisches Recht', () => 'es soll österreichisches Recht gelten'],
      tax: [() => 'zzgl. 19 % MwSt.', () => 'plus 19 % Umsatzsteuer'],
      rate: [
        (d) => `Stundensatz ${d.rate} €`,
        (d) => `${d.rate} € pro Stunde`,
        (d) => `der Stundensatz soll ${d.rate} € sein`,
      ],
      booking: [
        (d) => `die Hochzeit ist jetzt am ${d.booked}. Juni`,
        (d) => `das Shooting auf den ${d.booked}. Juni verlegen`,
      ],
      late: [() => 'Verzugszinsen von 8 %', () => 'Mahngebühr 8 %'],
      adds: [() => 'wir brauchen noch eine Broschüre', () => 'eine Broschüre hinzufügen'],
      plan: [() => '30 % bei Auftrag, 40 % nach Entwurf, 30 % nach Übergabe'],
      hours: [() => 'Beginn um 10 Uhr', () => 'das Shooting von 10 bis 16 Uhr'],
      drops: [() => 'den Brand Guide streichen', () => 'ohne Brand Guide'],
      licence: [() => 'Nutzungsrecht nur für Web, weltweit, 2 Jahre'],
      acceptance: [(d) => `Abnahme innerhalb von ${d.accepted} Tagen`, (d) => `${d.accepted} Tage zur Abnahme`],
      cheaper: [(d) => `${d.less} € weniger`, (d) => `den Preis um ${d.less} € senken`],
      notice: [(d) => `Kündigungsfrist ${d.ending} Tage`],
      filler: [
        () => 'unsere Designerin nimmt Blau',
        () => 'das Logo sollte größer sein',
        () => 'Petra aus der Buchhaltung ist Ihre Ansprechpartnerin',
        () => 'uns gefiel die grüne Version',
        () => 'mein Chef möchte einen Hasen darin',
      ],
    },
  },
  fr: {
    opens: ['', '', '', 'Bonjour Lena, ', 'Merci pour le projet de contrat. ', 'Bonjour, quelques points : '],
    ends: ['', '', '', '. Merci', '. Le reste est bon.', ', s’il vous plaît'],
    joins: [', ', ' et ', ', et ', '. ', ' ; ', '\n', '\n- ', ', et aussi ', ' ainsi que ', '. Aussi, '],
    wishes: {
      deposit: [
        (d) => `acompte de ${d.deposit} %`,
        (d) => `${d.deposit} % d’acompte`,
        (d) => `passer l’acompte à ${d.deposit} %`,
        (d) => `on peut payer seulement ${d.deposit} % d’avance`,
      ],
      net: [
        (d) => `paiement à ${d.net} jours`,
        (d) => `on voudrait payer à ${d.net} jours`,
        (d) => `factures payables sous ${d.net} jours`,
        (d) => `délai de paiement de ${d.net} jours`,
      ],
      fee: [(d) => `prix de ${d.fee} €`, (d) => `le prix doit être ${d.fee} €`, (d) => `passer le prix à ${d.fee} €`],
      revisions: [
        (d) => `${d.rounds} allers-retours`,
        (d) => `${d.rounds} tours de corrections`,
        (d) => `on aimerait ${d.rounds} séries de retouches`,
      ],
      killFee: [
        (d) => `ajouter un dédit de ${d.kill} %`,
        (d) => `indemnité de rupture de ${d.kill} %`,
        (d) => `kill fee de ${d.kill} %`,
      ],
      cancellation: [
        (d) => `annulation à moins de ${d.window} jours : ${d.cancelling} %`,
        (d) => `si on annule moins de ${d.window} jours avant, on paie ${d.cancelling} %`,
        (d) => `${d.cancelling} % en cas d’annulation à moins de ${d.window} jours`,
      ],
      rescheduling: [
        (d) => `report à moins de ${d.notice} jours : ${d.moving} %`,
        (d) => `déplacer la date à moins de ${d.notice} jours coûte ${d.moving} %`,
      ],
      end: [
        (d) => `livraison le ${d.end} mai`,
        (d) => `repousser la livraison au ${d.end} mai`,
        (d) => `il nous le faut pour le ${d.end} mai`,
      ],
      start: [(d) => `début le ${d.start} mars`, (d) => `on ne peut commencer que le ${d.start} mars`],
      expenses: [(d) => `frais de déplacement jusqu’à ${d.expenses} €`, (d) => `frais plafonnés à ${d.expenses} €`],
      portfolio: [() => 'pas de portfolio', () => 'ne pas le montrer dans votre portfolio'],
      rights: [() => 'cession de tous les droits après paiement', () => 'nous voulons tous les droits'],
      secrecy: [(d) => `confidentialité de ${d.secrecy} ans`, (d) => `confidentiel pendant ${d.secrecy} ans`],
      law: [() => 'droit belge', () => 'que le droit belge s’applique'],
      tax: [() => 'plus TVA à 19 %', () => 'TVA 19 % en sus'],
      rate: [(d) => `taux horaire de ${d.rate} €`, (d) => `${d.rate} € de l’heure`],
      booking: [
        (d) => `le mariage est maintenant le ${d.booked} juin`,
        (d) => `déplacer la séance au ${d.booked} juin`,
      ],
      late: [() => 'pénalités de retard de 8 %', () => 'intérêts de retard de 8 %'],
      adds: [() => 'ajouter une brochure', () => 'il faudrait aussi une brochure'],
      plan: [() => '30 % à la commande, 40 % à la maquette, 30 % à la livraison'],
      hours: [() => 'commencer à 10 h', () => 'la séance de 10 h à 16 h'],
      drops: [() => 'supprimer le brand guide', () => 'sans le brand guide'],
      licence: [() => 'une licence pour le web, monde entier, 2 ans'],
      acceptance: [(d) => `délai de validation de ${d.accepted} jours`],
      cheaper: [(d) => `${d.less} € de moins`, (d) => `baisser le prix de ${d.less} €`],
      notice: [(d) => `préavis de ${d.ending} jours`],
      filler: [
        () => 'notre graphiste utilise du bleu',
        () => 'le logo devrait être plus grand',
        () => 'Petra de la comptabilité est votre contact',
        () => 'on a adoré la version verte',
        () => 'mon chef veut un lapin dedans',
      ],
    },
  },
  es: {
    opens: ['', '', '', 'Hola Lena, ', 'Gracias por el borrador. ', 'Hola, unas cosas: '],
    ends: ['', '', '', '. Gracias', '. Lo demás está bien.', ', por favor'],
    joins: [', ', ' y ', ', y ', '. ', '; ', '\n', '\n- ', ', además ', ' y también ', '. Además, '],
    wishes: {
      deposit: [
        (d) => `${d.deposit} % de anticipo`,
        (d) => `anticipo del ${d.deposit} %`,
        (d) => `bajar el anticipo al ${d.deposit} %`,
        (d) => `solo podemos pagar el ${d.deposit} % por adelantado`,
      ],
      net: [
        (d) => `pago a ${d.net} días`,
        (d) => `necesitamos ${d.net} días para pagar`,
        (d) => `facturas a ${d.net} días`,
        (d) => `pagar a ${d.net} días`,
      ],
      fee: [(d) => `precio ${d.fee} €`, (d) => `el precio debe ser ${d.fee} €`, (d) => `subir el precio a ${d.fee} €`],
      revisions: [
        (d) => `${d.rounds} rondas de cambios`,
        (d) => `queremos ${d.rounds} rondas de revisión`,
        (d) => `${d.rounds} revisiones`,
      ],
      killFee: [
        (d) => `añadir una indemnización por terminación anticipada del ${d.kill} %`,
        (d) => `kill fee del ${d.kill} %`,
        (d) => `penalización por rescisión del ${d.kill} %`,
      ],
      cancellation: [
        (d) => `cancelar con menos de ${d.window} días cuesta el ${d.cancelling} %`,
        (d) => `si cancelamos con menos de ${d.window} días, pagamos el ${d.cancelling} %`,
        (d) => `${d.cancelling} % si se cancela con menos de ${d.window} días`,
      ],
      rescheduling: [
        (d) => `cambiar la fecha con menos de ${d.notice} días cuesta el ${d.moving} %`,
        (d) => `reprogramar con menos de ${d.notice} días: ${d.moving} %`,
      ],
      end: [
        (d) => `entrega el ${d.end} de mayo`,
        (d) => `mover la entrega al ${d.end} de mayo`,
        (d) => `lo necesitamos para el ${d.end} de mayo`,
      ],
      start: [(d) => `inicio el ${d.start} de marzo`, (d) => `solo podemos empezar el ${d.start} de marzo`],
      expenses: [(d) => `gastos de viaje hasta ${d.expenses} €`, (d) => `gastos con recibo, máximo ${d.expenses} €`],
      portfolio: [() => 'no en el portafolio', () => 'sin uso en portafolio'],
      rights: [() => 'cesión de todos los derechos tras el pago', () => 'queremos todos los derechos'],
      secrecy: [(d) => `confidencialidad de ${d.secrecy} años`, (d) => `confidencial durante ${d.secrecy} años`],
      law: [() => 'ley francesa', () => 'que se aplique la ley francesa'],
      tax: [() => 'más 19 % de IVA', () => 'IVA del 19 % aparte'],
      rate: [(d) => `tarifa de ${d.rate} € la hora`, (d) => `${d.rate} € por hora`],
      booking: [(d) => `la boda es ahora el ${d.booked} de junio`, (d) => `cambiar la sesión al ${d.booked} de junio`],
      late: [() => 'intereses de demora del 8 %', () => 'recargo por mora del 8 %'],
      adds: [() => 'añadir un folleto', () => 'también necesitamos un folleto'],
      plan: [() => '30 % al firmar, 40 % con el boceto, 30 % a la entrega'],
      hours: [() => 'empezar a las 10:00', () => 'la sesión de 10 a 16 h'],
      drops: [() => 'quitar el brand guide', () => 'sin el brand guide'],
      licence: [() => 'una licencia para web, en todo el mundo, 2 años'],
      acceptance: [(d) => `plazo de aceptación de ${d.accepted} días`],
      cheaper: [(d) => `${d.less} € menos`, (d) => `bajar el precio en ${d.less} €`],
      notice: [(d) => `preaviso de ${d.ending} días`],
      filler: [
        () => 'nuestra diseñadora usa azul',
        () => 'el logo debería ser más grande',
        () => 'Petra de contabilidad es su contacto',
        () => 'nos encantó la versión verde',
        () => 'mi jefe quiere un conejo dentro',
      ],
    },
  },
};
