/** What the property of a deal's conditions says, and ordinary ways of saying each of them. */
export type Deal = {
  /** Percent of the price. */
  deposit: number;
  kill: number;
  cancelling: number;
  /** Whole units of the price's currency. */
  expenses: number;
  net: number;
  window: number;
  acceptance: number;
  /** Whole years. */
  secrecy: number;
  /** Percent of the price for moving a date, and within how many days. */
  moving: number;
  notice: number;
  rounds: number;
};
export type Said = readonly ((deal: Deal) => string)[];
export type DealWays = Record<
  | 'deposit'
  | 'net'
  | 'cancellation'
  | 'killFee'
  | 'expenses'
  | 'acceptanceDays'
  | 'confidentialityYears'
  | 'governingLaw'
  | 'rescheduling'
  | 'rights'
  | 'tax'
  | 'revisions',
  Said
> & {
  readonly work: string;
  /** 30 %, 40 % and 30 % of the price, with what each waits for. */
  readonly plan: { readonly said: string; readonly labels: readonly string[] };
  readonly portfolio: Readonly<Record<'yes' | 'no' | 'after-publication', string>>;
};

export const DEAL_WAYS: Record<'en' | 'de' | 'fr' | 'es', DealWays> = {
  en: {
    work: 'Logo for Acme Ltd, EUR 4,200',
    plan: {
      said: '30% on signing, 40% on approval of the draft, 30% on handover',
      labels: ['signing', 'approval of the draft', 'handover'],
    },
    deposit: [(d) => `${d.deposit}% deposit`, (d) => `${d.deposit}% up front`, (d) => `a deposit of ${d.deposit}%`],
    net: [(d) => `net ${d.net}`, (d) => `invoices are due within ${d.net} days`],
    cancellation: [
      (d) => `cancelling within ${d.window} days costs ${d.cancelling}%`,
      (d) => `${d.cancelling}% if cancelled less than ${d.window} days before`,
      (d) => `cancellation within ${d.window} days: ${d.cancelling}%`,
    ],
    killFee: [(d) => `${d.kill}% kill fee`, (d) => `kill fee of ${d.kill}%`, (d) => `kill fee: ${d.kill}%`],
    expenses: [
      (d) => `travel at cost up to EUR ${d.expenses}`,
      (d) => `expenses at cost, at most EUR ${d.expenses}`,
      (d) => `expenses capped at €${d.expenses}`,
    ],
    acceptanceDays: [
      (d) => `the work counts as accepted after ${d.acceptance} days`,
      (d) => `acceptance within ${d.acceptance} days`,
      (d) => `you have ${d.acceptance} days to review and accept it`,
    ],
    confidentialityYears: [
      (d) => `confidential for ${d.secrecy} years`,
      (d) => `confidentiality: ${d.secrecy} years`,
      (d) => `both sides keep it confidential for ${d.secrecy} years`,
    ],
    rescheduling: [
      (d) => `moving a date within ${d.notice} days costs ${d.moving}%`,
      (d) => `rescheduling less than ${d.notice} days before costs ${d.moving}%`,
      (d) => `rescheduling is free up to ${d.notice} days before, then ${d.moving}%`,
    ],
    rights: [
      () => 'all rights pass to the client once paid',
      () => 'the client owns all rights',
      () => 'full copyright assignment on payment',
    ],
    tax: [() => 'plus 19% VAT', () => 'VAT (19%) comes on top', () => 'plus VAT at 19%'],
    revisions: [
      (d) => `${d.rounds} rounds of revisions`,
      (d) => `${d.rounds} revision rounds included`,
      (d) => `revisions: ${d.rounds}`,
    ],
    governingLaw: [() => 'law of Germany', () => 'German law applies', () => 'governed by German law'],
    portfolio: {
      yes: 'I may show it in my portfolio',
      no: 'not for my portfolio',
      'after-publication': 'I may show it in my portfolio once it is published',
    },
  },
  de: {
    work: 'Logo für die Lumen GmbH, 4.200 €',
    plan: {
      said: '30 % bei Auftrag, 40 % nach Entwurf, 30 % nach Übergabe',
      labels: ['Auftrag', 'Entwurf', 'Übergabe'],
    },
    deposit: [(d) => `${d.deposit} % Anzahlung`, (d) => `Anzahlung ${d.deposit} %`, (d) => `${d.deposit} % vorab`],
    net: [(d) => `zahlbar innerhalb von ${d.net} Tagen`, (d) => `Zahlungsziel ${d.net} Tage`],
    cancellation: [
      (d) => `Absage innerhalb von ${d.window} Tagen kostet ${d.cancelling} %`,
      (d) => `Stornierung weniger als ${d.window} Tage vorher: ${d.cancelling} %`,
      (d) => `bei Absage weniger als ${d.window} Tage vorher ${d.cancelling} %`,
    ],
    killFee: [
      (d) => `Ausfallhonorar ${d.kill} %`,
      (d) => `${d.kill} % Ausfallhonorar`,
      (d) => `Kill Fee von ${d.kill} %`,
    ],
    expenses: [
      (d) => `Reisekosten nach Beleg bis ${d.expenses} €`,
      (d) => `Spesen höchstens ${d.expenses} €`,
      (d) => `Auslagen nach Aufwand, maximal ${d.expenses} €`,
    ],
    acceptanceDays: [
      (d) => `Abnahme innerhalb von ${d.acceptance} Tagen`,
      (d) => `Abnahmefrist ${d.acceptance} Tage`,
      (d) => `die Arbeit gilt nach ${d.acceptance} Tagen als abgenommen`,
    ],
    confidentialityYears: [
      (d) => `vertraulich für ${d.secrecy} Jahre`,
      (d) => `Geheimhaltung ${d.secrecy} Jahre`,
      (d) => `${d.secrecy} Jahre Verschwiegenheit`,
    ],
    rescheduling: [
      (d) => `Verschieben innerhalb von ${d.notice} Tagen kostet ${d.moving} %`,
      (d) => `Terminverschiebung weniger als ${d.notice} Tage vorher: ${d.moving} %`,
      (d) => `Umbuchen bis ${d.notice} Tage vorher kostenlos, danach ${d.moving} %`,
    ],
    rights: [
      () => 'alle Rechte gehen mit Zahlung an den Kunden über',
      () => 'der Kunde bekommt alle Rechte',
      () => 'volle Rechteübertragung nach Zahlung',
    ],
    tax: [() => 'zzgl. 19 % MwSt.', () => 'plus 19 % Umsatzsteuer', () => 'zuzüglich 19 % Umsatzsteuer'],
    revisions: [
      (d) => `${d.rounds} Korrekturschleifen`,
      (d) => `${d.rounds} Korrekturrunden inklusive`,
      (d) => `Korrekturschleifen: ${d.rounds}`,
    ],
    governingLaw: [() => 'deutsches Recht', () => 'es gilt deutsches Recht', () => 'nach deutschem Recht'],
    portfolio: {
      yes: 'ich darf es im Portfolio zeigen',
      no: 'nicht im Portfolio zeigen',
      'after-publication': 'ich darf es nach Veröffentlichung im Portfolio zeigen',
    },
  },
  fr: {
    work: 'Logo pour Lumen SARL, 4 200 €',
    plan: {
      said: '30 % à la commande, 40 % à la maquette, 30 % à la livraison',
      labels: ['commande', 'maquette', 'livraison'],
    },
    deposit: [
      (d) => `acompte de ${d.deposit} %`,
      (d) => `${d.deposit} % d’acompte`,
      (d) => `${d.deposit} % à la commande`,
    ],
    net: [(d) => `paiement à ${d.net} jours`, (d) => `factures payables sous ${d.net} jours`],
    cancellation: [
      (d) => `annulation dans les ${d.window} jours : ${d.cancelling} %`,
      (d) => `en cas d’annulation à moins de ${d.window} jours, ${d.cancelling} % sont dus`,
      (d) => `${d.cancelling} % si annulation moins de ${d.window} jours avant`,
    ],
    killFee: [
      (d) => `indemnité de rupture de ${d.kill} %`,
      (d) => `dédit de ${d.kill} %`,
      (d) => `kill fee : ${d.kill} %`,
    ],
    expenses: [
      (d) => `frais de déplacement plafonnés à ${d.expenses} €`,
      (d) => `frais de déplacement au réel jusqu’à ${d.expenses} €`,
      (d) => `frais réels, maximum ${d.expenses} €`,
    ],
    acceptanceDays: [
      (d) => `délai de validation de ${d.acceptance} jours`,
      (d) => `le travail est réputé accepté après ${d.acceptance} jours`,
      (d) => `période de recette : ${d.acceptance} jours`,
    ],
    confidentialityYears: [
      (d) => `confidentialité pendant ${d.secrecy} ans`,
      (d) => `confidentiel pour ${d.secrecy} ans`,
      (d) => `confidentialité : ${d.secrecy} ans`,
    ],
    rescheduling: [
      (d) => `report à moins de ${d.notice} jours : ${d.moving} %`,
      (d) => `déplacer la date dans les ${d.notice} jours coûte ${d.moving} %`,
      (d) => `report gratuit jusqu’à ${d.notice} jours avant, ensuite ${d.moving} %`,
    ],
    rights: [
      () => 'cession de tous les droits après paiement',
      () => 'tous les droits sont cédés au client',
      () => 'le client obtient tous les droits',
    ],
    tax: [() => 'plus TVA à 19 %', () => 'TVA 19 % en sus', () => 'TVA de 19 % en plus'],
    revisions: [
      (d) => `${d.rounds} tours de corrections`,
      (d) => `${d.rounds} séries de retouches comprises`,
      (d) => `${d.rounds} allers-retours`,
    ],
    governingLaw: [() => 'droit allemand', () => 'soumis au droit allemand', () => 'le droit allemand s’applique'],
    portfolio: {
      yes: 'je peux le montrer dans mon portfolio',
      no: 'pas dans mon portfolio',
      'after-publication': 'je peux le montrer dans mon portfolio après publication',
    },
  },
  es: {
    work: 'Logo para Lumen SL, 4.200 €',
    plan: { said: '30 % al firmar, 40 % con el boceto, 30 % a la entrega', labels: ['firmar', 'boceto', 'entrega'] },
    deposit: [
      (d) => `${d.deposit} % de anticipo`,
      (d) => `anticipo del ${d.deposit} %`,
      (d) => `${d.deposit} % por adelantado`,
    ],
    net: [(d) => `pago a ${d.net} días`, (d) => `facturas a ${d.net} días`],
    cancellation: [
      (d) => `cancelar con menos de ${d.window} días cuesta el ${d.cancelling} %`,
      (d) => `cancelación dentro de los ${d.window} días previos: ${d.cancelling} %`,
      (d) => `${d.cancelling} % si se cancela con menos de ${d.window} días`,
    ],
    killFee: [
      (d) => `indemnización por terminación anticipada del ${d.kill} %`,
      (d) => `kill fee del ${d.kill} %`,
      (d) => `penalización por rescisión del ${d.kill} %`,
    ],
    expenses: [
      (d) => `gastos de viaje hasta ${d.expenses} €`,
      (d) => `gastos con recibo, máximo ${d.expenses} €`,
      (d) => `viáticos hasta ${d.expenses} €`,
    ],
    acceptanceDays: [
      (d) => `plazo de aceptación de ${d.acceptance} días`,
      (d) => `el trabajo se considera aceptado a los ${d.acceptance} días`,
      (d) => `plazo de revisión: ${d.acceptance} días`,
    ],
    confidentialityYears: [
      (d) => `confidencial durante ${d.secrecy} años`,
      (d) => `confidencialidad: ${d.secrecy} años`,
      (d) => `confidencialidad de ${d.secrecy} años`,
    ],
    rescheduling: [
      (d) => `cambiar la fecha con menos de ${d.notice} días cuesta el ${d.moving} %`,
      (d) => `reprogramar dentro de los ${d.notice} días previos: ${d.moving} %`,
      (d) => `mover la fecha es gratis hasta ${d.notice} días antes, después ${d.moving} %`,
    ],
    rights: [
      () => 'cesión de todos los derechos tras el pago',
      () => 'todos los derechos pasan al cliente',
      () => 'el cliente recibe todos los derechos',
    ],
    tax: [() => 'más 19 % de IVA', () => 'más IVA del 19 %', () => 'IVA aparte (19 %)'],
    revisions: [
      (d) => `${d.rounds} rondas de revisión`,
      (d) => `${d.rounds} rondas de correcciones incluidas`,
      (d) => `${d.rounds} revisiones`,
    ],
    governingLaw: [() => 'ley alemana', () => 'se aplica la ley alemana', () => 'derecho alemán'],
    portfolio: {
      yes: 'puedo mostrarlo en mi portafolio',
      no: 'no en mi portafolio',
      'after-publication': 'puedo mostrarlo en mi portafolio después de publicarse',
    },
  },
};
