import { describe, expect, it } from 'vitest';
import { parse, short } from './cases.ts';

describe('what Spanish says in a word of its own', () => {
  it.each([
    ['fee', 'CLP', 'Te cobro 450 lucas por el logo.', 'CLP 450000'],
    ['fee', 'ARS', 'Cerramos el video en un palo doscientos.', 'ARS 120000000'],
    ['fee', 'EUR', 'El logo son 1.200 pavos.', 'EUR 120000'],
    ['deposit', 'MXN', 'El pastel cuesta 5,000 pesos, con 1,500 pesos de apartado.', 'sum 150000'],
    ['netDays', 'EUR', 'Logo por 900 €. Te pagamos a la semana de tener tu factura.', '7'],
    ['netDays', 'EUR', 'Logo por 900 €. Le abonamos cada factura al quinto día.', '5'],
    ['netDays', 'EUR', 'Logo por 900 €. La factura, según llega se paga.', '0'],
    ['cancellation', 'EUR', 'Redes por 900 € al mes. El que quiera cortar le dice al otro con 20 días.', 'notice 20'],
    ['startOn', 'EUR', 'Logo por 900 €. Empiezo pasado mañana.', '2026-11-25'],
    ['endOn', 'EUR', 'Logo por 900 €. Lo entrego de hoy en tres semanas.', '2026-12-14'],
    ['endOn', 'EUR', 'La feria abre el 24 de enero de 2027; el cartel debe estar colocado la víspera.', '2027-01-23'],
    ['endOn', 'EUR', 'La obra se estrena el 6 de marzo de 2027. Los trajes listos tres días antes.', '2027-03-03'],
    ['governingLaw', 'ARS', 'Logo por 900 pesos.\nLey que rige: la de España', 'Spain'],
  ] as const)('%s, %s: %s', (term, currency, brief, value) => {
    expect(short(parse(brief, { currency }), term)).toBe(value);
  });

  it.each([
    ['session', 'Hola, las clases de piano para mi hija son a 30 € cada clase.'],
    ['day', 'Hola, le cobro al cliente 180 € diarios en la obra.'],
  ])('a price by the %s: %s', (unit, brief) => {
    expect(parse(brief).beyond.rate?.value.unit).toBe(unit);
  });
});
