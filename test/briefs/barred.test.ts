import { describe, expect, it } from 'vitest';
import { held, parse } from './cases.ts';

const SHOOT = 'Shoot for Acme Ltd, EUR 2,000, 12 June 2027 at 3pm. ';
const DE = 'Shooting für die Acme GmbH, 2.000 €, 12. Juni 2027 um 15 Uhr. ';
const FR = 'Shooting pour Acme SARL, 2 000 €, 12 juin 2027 à 15h. ';
const ES = 'Sesión para Acme SL, 2.000 €, 12 de junio de 2027 a las 15:00. ';
const net = (brief: string) => parse(brief).found.netDays?.value;

describe('days within which something is barred are no time to pay', () => {
  it.each([
    `${SHOOT}Cannot be moved within 7 days.`,
    `${DE}Innerhalb von 7 Tagen keine Verschiebung möglich.`,
    `${DE}Kann innerhalb von 7 Tagen nicht verschoben werden.`,
    `${FR}Ne peut être déplacé sous 7 jours.`,
    `${ES}No se puede mover en los 7 días previos.`,
    `${ES}No se puede cambiar dentro de los 7 días.`,
  ])('moving is asked: %s', (brief) => {
    expect(net(brief)).toBeUndefined();
    expect(held(brief, 'rescheduling')).toBe('ask As usual for this kind of work');
  });

  it.each([
    `${SHOOT}No refunds within 7 days.`,
    `${SHOOT}Non-refundable within 7 days.`,
    `${DE}Keine Erstattung innerhalb von 7 Tagen.`,
    `${FR}Aucun remboursement sous 7 jours.`,
    `${ES}Sin reembolsos dentro de los 7 días.`,
    `${ES}No hay devolución en 7 días.`,
  ])('calling off is asked: %s', (brief) => {
    expect(net(brief)).toBeUndefined();
    expect(held(brief, 'cancellation')).toBe('ask 100% within 7 days, As usual for this kind of work');
  });

  it.each([
    `${SHOOT}Refunds are paid within 7 days.`,
    'Website for Acme Ltd, EUR 2,000. Bugs are fixed at no cost within 30 days.',
    'Website für die Acme GmbH, 2.000 €. Fehler werden innerhalb von 30 Tagen behoben.',
    'Site web pour Acme SARL, 2 000 €. Les bugs sont corrigés sous 30 jours.',
    'Web para Acme SL, 2.000 €. Los errores se corrigen en 30 días.',
  ])('what is made good is none either: %s', (brief) => expect(net(brief)).toBeUndefined());

  it.each([
    `${SHOOT}No refunds, payable within 7 days.`,
    `${SHOOT}They pay no later than 7 days after the invoice.`,
    `${DE}Keine Erstattung, zahlbar innerhalb von 7 Tagen.`,
    `${FR}Aucun remboursement, facture payable sous 7 jours.`,
    `${ES}Sin reembolsos, pago a 7 días.`,
  ])('and a time to pay beside it is read: %s', (brief) => {
    expect(net(brief)).toBe(7);
    expect(held(brief, 'rescheduling')).toBe('nothing');
  });
});
