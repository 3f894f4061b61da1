/** What the property of ordinary phrasings says, and the ways of saying it that anyone in a language's trade uses. */
export type Facts = {
  company: string;
  email: string;
  /** Whole units. */
  fee: number;
  percent: number;
  net: number;
  rounds: number;
  start: Day;
  due: Day;
};
export type Day = { iso: string; day: number; month: number; year: number };
type Ways = Record<
  'client' | 'fee' | 'deposit' | 'net' | 'rounds' | 'start' | 'due',
  readonly ((facts: Facts) => string)[]
> & {
  work: readonly string[];
};

const MONTHS = {
  en: 'January February March April May June July August September October November December'.split(' '),
  de: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' '),
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' '),
};
const grouped = (units: number, mark: string) => String(units).replace(/\B(?=(?:\d{3})+$)/g, mark);
export const two = (number: number) => String(number).padStart(2, '0');
const dotted = ({ day, month, year }: Day) => `${two(day)}.${two(month)}.${year}`;
const slashed = ({ day, month, year }: Day) => `${two(day)}/${two(month)}/${year}`;
const named = (language: keyof typeof MONTHS, { day, month }: Day, between = ' ') =>
  `${day}${between}${MONTHS[language][month - 1]}`;

export const WAYS: Record<'en' | 'de' | 'fr' | 'es', Ways> = {
  en: {
    work: ['Logo design', 'Website relaunch', 'Product photos', 'Annual report'],
    client: [
      (f) => `for ${f.company} (${f.email})`,
      (f) => `client: ${f.company}, ${f.email}`,
      (f) => `the client is ${f.company}, ${f.email}`,
    ],
    fee: [
      (f) => `€${grouped(f.fee, ',')}`,
      (f) => `EUR ${grouped(f.fee, ',')}`,
      (f) => `fee: ${grouped(f.fee, ',')} euros`,
      (f) => `we agreed on €${grouped(f.fee, ',')}`,
      (f) => `the price is ${grouped(f.fee, ',')} EUR`,
      (f) => `${grouped(f.fee, ',')} euro flat`,
    ],
    deposit: [
      (f) => `${f.percent}% deposit`,
      (f) => `deposit of ${f.percent} percent`,
      (f) => `${f.percent}% up front`,
      (f) => `${f.percent}% in advance`,
      (f) => `${f.percent}% before I start`,
      (f) => `${f.percent}% on signing`,
      (f) => `Deposit: ${f.percent}%`,
    ],
    net: [
      (f) => `net ${f.net}`,
      (f) => `payable within ${f.net} days`,
      (f) => `invoices are due in ${f.net} days`,
      (f) => `they pay ${f.net} days after the invoice`,
      (f) => `payment terms ${f.net} days`,
      (f) => `balance ${f.net} days from invoice`,
    ],
    rounds: [
      (f) => `${f.rounds} rounds of revisions`,
      (f) => `${f.rounds} revision rounds`,
      (f) => `${f.rounds} rounds of changes included`,
      (f) => `Revisions: ${f.rounds}`,
    ],
    start: [
      (f) => `starting ${named('en', f.start)}`,
      (f) => `start on ${named('en', f.start)}`,
      (f) => `I begin on ${f.start.iso}`,
      (f) => `kick-off ${named('en', f.start)}`,
    ],
    due: [
      (f) => `done by ${named('en', f.due)}`,
      (f) => `due ${named('en', f.due)}`,
      (f) => `deadline ${f.due.iso}`,
      (f) => `delivery on ${named('en', f.due)}`,
      (f) => `finished no later than ${named('en', f.due)}`,
      (f) => `they need it by ${named('en', f.due)}`,
    ],
  },
  de: {
    work: ['Logo-Entwurf', 'Relaunch der Website', 'Produktfotos', 'Jahresbericht'],
    client: [
      (f) => `für ${f.company} (${f.email})`,
      (f) => `Kunde: ${f.company}, ${f.email}`,
      (f) => `Auftraggeber ist ${f.company}, ${f.email}`,
    ],
    fee: [
      (f) => `${grouped(f.fee, '.')} €`,
      (f) => `Honorar: ${grouped(f.fee, '.')} Euro`,
      (f) => `pauschal ${grouped(f.fee, '.')},00 €`,
      (f) => `vereinbart sind ${grouped(f.fee, '.')} EUR`,
      (f) => `Festpreis ${grouped(f.fee, '.')} €`,
    ],
    deposit: [
      (f) => `${f.percent} % Anzahlung`,
      (f) => `Anzahlung ${f.percent} Prozent`,
      (f) => `${f.percent} % vorab`,
      (f) => `${f.percent} % bei Auftragserteilung`,
      (f) => `${f.percent} % im Voraus`,
    ],
    net: [
      (f) => `zahlbar innerhalb von ${f.net} Tagen`,
      (f) => `Zahlungsziel ${f.net} Tage`,
      (f) => `Rechnung zahlbar binnen ${f.net} Tagen`,
      (f) => `${f.net} Tage netto`,
      (f) => `sie zahlen ${f.net} Tage nach Rechnung`,
    ],
    rounds: [
      (f) => `${f.rounds} Korrekturrunden`,
      (f) => `${f.rounds} Korrekturschleifen inklusive`,
      (f) => `Korrekturrunden: ${f.rounds}`,
      (f) => `${f.rounds} Änderungsrunden`,
    ],
    start: [
      (f) => `Start am ${named('de', f.start, '. ')}`,
      (f) => `Beginn ${dotted(f.start)}`,
      (f) => `los geht es am ${named('de', f.start, '. ')}`,
      (f) => `ab dem ${named('de', f.start, '. ')}`,
    ],
    due: [
      (f) => `fertig bis ${named('de', f.due, '. ')}`,
      (f) => `Abgabe ${dotted(f.due)}`,
      (f) => `Lieferung am ${named('de', f.due, '. ')}`,
      (f) => `spätestens am ${named('de', f.due, '. ')} fertig`,
      (f) => `bis zum ${dotted(f.due)}`,
    ],
  },
  fr: {
    work: ['Création du logo', 'Refonte du site', 'Photos de produits', 'Rapport annuel'],
    client: [
      (f) => `pour ${f.company} (${f.email})`,
      (f) => `client : ${f.company}, ${f.email}`,
      (f) => `le client est ${f.company}, ${f.email}`,
    ],
    fee: [
      (f) => `${grouped(f.fee, ' ')} €`,
      (f) => `${grouped(f.fee, ' ')} euros`,
      (f) => `forfait de ${grouped(f.fee, ' ')} €`,
      (f) => `prix convenu : ${grouped(f.fee, ' ')} €`,
      (f) => `honoraires ${grouped(f.fee, '.')} EUR`,
    ],
    deposit: [
      (f) => `acompte de ${f.percent} %`,
      (f) => `${f.percent} % d'acompte`,
      (f) => `${f.percent} % à la commande`,
      (f) => `${f.percent} % à la signature`,
      (f) => `${f.percent} % d'avance`,
    ],
    net: [
      (f) => `paiement à ${f.net} jours`,
      (f) => `facture payable sous ${f.net} jours`,
      (f) => `règlement à ${f.net} jours`,
      (f) => `ils paient ${f.net} jours après la facture`,
      (f) => `solde à ${f.net} jours`,
    ],
    rounds: [
      (f) => `${f.rounds} tours de corrections`,
      (f) => `${f.rounds} séries de modifications`,
      (f) => `${f.rounds} allers-retours`,
      (f) => `corrections : ${f.rounds} tours`,
    ],
    start: [
      (f) => `début le ${named('fr', f.start)}`,
      (f) => `démarrage le ${named('fr', f.start)}`,
      (f) => `je commence le ${named('fr', f.start)}`,
      (f) => `à partir du ${named('fr', f.start)}`,
    ],
    due: [
      (f) => `livraison le ${named('fr', f.due)}`,
      (f) => `à rendre le ${named('fr', f.due)}`,
      (f) => `terminé pour le ${named('fr', f.due)}`,
      (f) => `livré au plus tard le ${slashed(f.due)}`,
      (f) => `date limite : ${named('fr', f.due)}`,
    ],
  },
  es: {
    work: ['Diseño de logotipo', 'Rediseño de la web', 'Fotos de producto', 'Informe anual'],
    client: [
      (f) => `para ${f.company} (${f.email})`,
      (f) => `cliente: ${f.company}, ${f.email}`,
      (f) => `la clienta es ${f.company}, ${f.email}`,
    ],
    fee: [
      (f) => `${grouped(f.fee, '.')} €`,
      (f) => `${grouped(f.fee, '.')} euros`,
      (f) => `precio cerrado: ${grouped(f.fee, '.')} €`,
      (f) => `quedamos en ${grouped(f.fee, '.')} euros`,
      (f) => `honorarios de ${grouped(f.fee, '.')} EUR`,
    ],
    deposit: [
      (f) => `anticipo del ${f.percent} %`,
      (f) => `${f.percent} % de anticipo`,
      (f) => `${f.percent} % a la firma`,
      (f) => `${f.percent} % por adelantado`,
      (f) => `seña del ${f.percent} %`,
    ],
    net: [
      (f) => `pago a ${f.net} días`,
      (f) => `factura a ${f.net} días`,
      (f) => `pagan ${f.net} días después de la factura`,
      (f) => `plazo de pago: ${f.net} días`,
      (f) => `el resto a ${f.net} días de la factura`,
    ],
    rounds: [
      (f) => `${f.rounds} rondas de cambios`,
      (f) => `${f.rounds} rondas de correcciones`,
      (f) => `${f.rounds} revisiones incluidas`,
      (f) => `revisiones: ${f.rounds}`,
    ],
    start: [
      (f) => `inicio el ${named('es', f.start, ' de ')}`,
      (f) => `empiezo el ${named('es', f.start, ' de ')}`,
      (f) => `comienzo: ${named('es', f.start, ' de ')}`,
      (f) => `a partir del ${named('es', f.start, ' de ')}`,
    ],
    due: [
      (f) => `entrega el ${named('es', f.due, ' de ')}`,
      (f) => `listo para el ${named('es', f.due, ' de ')}`,
      (f) => `a más tardar el ${slashed(f.due)}`,
      (f) => `fecha límite: ${named('es', f.due, ' de ')}`,
      (f) => `terminado antes del ${named('es', f.due, ' de ')}`,
    ],
  },
};
