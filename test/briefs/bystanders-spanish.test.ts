import { describe, expect, it } from 'vitest';
import { parse, short } from './cases.ts';

const WORK = 'Hola, soy Berta Saldaña. Encargo de fotos por 900 €, para el 12 de junio de 2027.';

describe('what a sentence about somebody else says is no term of this work', () => {
  it.each([
    ['netDays', 'Nuestros clientes pagan a 45 días, por eso vamos justos.'],
    ['netDays', 'Los supermercados nos pagan a 90 días.'],
    ['netDays', '¿Suele trabajar a 30 días?'],
    ['netDays', 'Los 10 días de la factura tampoco nos convienen.'],
    ['deposit', 'El salón nos exige el 40 % por adelantado.'],
    ['deposit', 'Al antiguo fotógrafo le dimos un adelanto del 50 %.'],
    ['deposit', 'No podemos pagar un 30 % de anticipo.'],
    ['deposit', 'Mi colega Irene cobra más y pide la mitad por adelantado.'],
    ['cancellation', 'El hotel penaliza con el 70 % si anulamos a menos de 48 horas.'],
    ['cancellation', 'La agencia que teníamos exigía un preaviso de 60 días.'],
    ['cancellation', 'El gimnasio pide avisar con 20 días.'],
    ['revisions', '¿Con tres rondas de cambios alcanza?'],
    ['booking', 'Vuelo a Bilbao el 3 de marzo, tren de las 7:40.'],
    ['booking', 'El 4 de marzo a las 19:00 habla el rector, eso no lo graba usted.'],
  ] as const)('%s: %s', (term, said) => {
    const parsed = parse(`${WORK} ${said}`);
    expect(short(parsed, term)).toBeUndefined();
    expect(short(parsed, 'fee')).toBe('EUR 90000');
  });

  it('and where the sentence comes back to the two of them it is', () => {
    const parsed = parse(
      `${WORK} La finca nos cobra la mitad por adelantado, pero contigo el anticipo es del 20 %. Los súper nos pagan a 90 días; a ti te pagamos a 15 días de la factura.`,
    );
    expect(short(parsed, 'deposit')).toBe('share 20000');
    expect(short(parsed, 'netDays')).toBe('15');
  });

  it('nor is a client somebody else', () => {
    const parsed = parse(
      'El Hotel Miramar quiere fotos por 900 €, paga el 30 % por adelantado y el resto a 20 días de la factura.',
    );
    expect(short(parsed, 'deposit')).toBe('share 30000');
    expect(short(parsed, 'netDays')).toBe('20');
  });
});
