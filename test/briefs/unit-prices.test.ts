import { describe, expect, it } from 'vitest';
import { held, parse, short } from './cases.ts';

describe('what one costs is not what the work costs', () => {
  it.each([
    ['Coaching für Gesine Lüttmann: sechs Sitzungen je 90 Min. à 165 €, erste am 6. April um 17 Uhr', 'session 16500'],
    ['App für Severin Gratzl, Tagsatz 720 € netto ist ok, Start am 18. Mai', 'day 72000'],
    ['Monthly bookkeeping for Two Herons Bakery, LLC. Flat €480 every month, invoice on the 1st', 'month 48000'],
    ['Interpretación para Acme SL, dos días. La jornada, a 480 €, como en 2025.', 'day 48000'],
    ['La mairie de Bussy vous confie six ateliers de poterie, à raison de 140 euros l’atelier.', 'session 14000'],
  ])('%s', (brief, rate) => {
    const { found, beyond } = parse(brief);
    expect([found.fee, `${beyond.rate?.value.unit} ${beyond.rate?.value.minor}`]).toEqual([undefined, rate]);
  });

  it('is asked where no unit of ours is counted', () => {
    expect(held('Podcastschnitt für Lasse Holm: pro Folge 95 Euro, wir machen 8 Folgen im Frühjahr.', 'fee')).toBe(
      'ask',
    );
  });

  it('stands beside what all of them come to', () => {
    const brief = 'Redacción de 10 artículos a 55 € cada uno (550 € en total) para Viajes Bahía SL';
    expect(short(parse(brief), 'fee')).toBe('EUR 55000');
  });

  it.each([
    'Website for Acme Ltd, 3.000 €. Hosting, 14 € a month, is their affair.',
    'Site pour Acme SARL, 3 000 €. L’hébergement (18 €/mois) reste à notre charge.',
  ])('of something besides the work is none of its prices: %s', (brief) => {
    const { found, beyond } = parse(brief);
    expect([found.fee?.value.minor, beyond.rate]).toEqual([300_000n, undefined]);
  });
});

it('a sum as it was quoted is the price, whatever an earlier one took', () => {
  const brief =
    'Hello Dele, photos of our private view, £480 as quoted. Our last photographer took 60 days and £700, so no pressure. Ottoline Graves';
  const { found } = parse(brief);
  expect([found.fee?.value.minor, found.deposit]).toEqual([48_000n, undefined]);
});
