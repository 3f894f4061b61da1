import { describe, expect, it } from 'vitest';
import { parse, short } from './cases.ts';

const FOR = 'Poster for Hale Ltd, ';

describe('a part of the price that is paid ahead, however it is said', () => {
  it.each([
    [`${FOR}€900 flat. He wires 35% so I can order the paper, the rest when it hangs.`, 'share 35000'],
    [`${FOR}€900 flat, 70% mobilisation, rest on delivery.`, 'share 70000'],
    [`${FOR}€900 flat, a tenth of it on appointment.`, 'share 10000'],
    [`${FOR}€900 flat, thirty percent (30%) with the order.`, 'share 30000'],
    [`${FOR}€900 flat. Up front she said 40, no, we closed at 35 percent.`, 'share 35000'],
    [`${FOR}€900 flat. She is dropping €200 in tonight to lock it in, rest is due later.`, 'sum 20000'],
    [`${FOR}€900 flat. Two hundred of it now, and what remains at the end.`, 'sum 20000'],
    ['Plakat für die Hale GmbH, 900 € pauschal. 30 % hätt ich gern vorab, den Rest später.', 'share 30000'],
    ['Plakat für die Hale GmbH, 900 € pauschal, 200 € überweist sie gleich, Rest bar beim Abholen.', 'sum 20000'],
    ['Plakat für die Hale GmbH, 900 € pauschal, halb vorab, halb bei Lieferung.', 'share 50000'],
    [`They wanted a 10% deposit. I said 40%, and they agreed. ${FOR}€900 flat.`, 'share 40000'],
    [`She asked for net 60 and a 10% deposit. We said 40%, which she accepted. ${FOR}€900 flat.`, 'share 40000'],
    [`She asked for a 10% deposit. We said fine. ${FOR}€900 flat.`, 'share 10000'],
    ['Affiche pour Hale SARL, 900 € tout compris. Je prends 200 € pour bloquer la date.', 'sum 20000'],
    ['Affiche pour Hale SARL, prix 900 €, 20 % au bon de commande.', 'share 20000'],
    ['Cartel para Hale S.L., 900 € en total, me adelanta 200 €.', 'sum 20000'],
    ['Cartel para Hale S.L., precio 900 €. Te doy el 35% para apartar y el resto contra archivos.', 'share 35000'],
    [`${FOR}€900 flat, she pays zero in advance.`, 'none'],
    ['Plakat für die Hale GmbH, 900 € pauschal, ein Vorschuss ist ausdrücklich nicht vorgesehen.', 'none'],
    ['Cartel para Hale S.L., precio 900 €. Nada de dinero por delante.', 'none'],
  ])('%s', (brief, deposit) => {
    const parsed = parse(brief);
    expect(short(parsed, 'deposit')).toBe(deposit);
    expect(short(parsed, 'fee')).toBe('EUR 90000');
  });

  it.each([
    [`${FOR}€900 flat, and a small bit down to get you going.`],
    ['Plakat für die Hale GmbH, 900 € pauschal, Anzahlung schauen wir dann.'],
    ['Affiche pour Hale SARL, prix 900 €, un acompte raisonnable.'],
    ['Cartel para Hale S.L., precio 900 €, la seña después vemos.'],
  ])('without a figure it is asked: %s', (brief) => {
    const parsed = parse(brief);
    expect(parsed.found.deposit).toBeUndefined();
    expect(parsed.questions).toContain('deposit');
  });

  it.each([
    [`${FOR}€900 flat. If you cancel less than 7 days ahead, 50% is due.`],
    [`${FOR}€900 flat, key deposit of €50 for the hall.`],
    [`${FOR}€900 flat. Sales were up 30% in the spring.`],
    ['Plakat für die Hale GmbH, 900 € pauschal. Absage bis 7 Tage vorher: 50 %.'],
  ])('what is none: %s', (brief) => {
    expect(parse(brief).found.deposit).toBeUndefined();
  });
});

it('a share that was answered with another one, which nobody took, is asked', () => {
  const parsed = parse(`They asked for a 10% deposit. I said 40%. ${FOR}€900 flat.`);
  expect(short(parsed, 'deposit')).toBeUndefined();
  expect(parsed.notes).toContainEqual(expect.objectContaining({ field: 'deposit', code: 'brief.deposit-several' }));
});

describe('a price that is set aside by what is said of it', () => {
  it.each([
    [`${FOR}€900 is agreed. The other studio wanted €1,200, too much.`],
    [`${FOR}€900 all in, the printer is €350, direct to Kev.`],
    [`${FOR}I said €1,100, no wait, it comes to €900.`],
    ['Plakat für die Hale GmbH: 900 € passt. 2024 hatte Herr Poppinga das für 780 Euro gemacht.'],
    ['Plakat für die Hale GmbH: Angebot 900 € angenommen, das eines Mitbewerbers über 1.200 € wurde verworfen.'],
    ['Affiche pour Hale SARL : 900 € HT. Votre confrère nous avait fait cela pour 1 100 €.'],
    ['Cartel para Hale S.L.: 900 € más IVA; el del año pasado salió por 780 €.'],
  ])('%s', (brief) => {
    expect(short(parse(brief), 'fee')).toBe('EUR 90000');
  });

  it.each([
    ['Cartel para Hale S.L.: 450 € según el correo, 540 € según el wasap.'],
    [`${FOR}€900 says the mail, €950 says the phone.`],
  ])('two that contradict are asked: %s', (brief) => {
    const parsed = parse(brief);
    expect(parsed.found.fee).toBeUndefined();
    expect(parsed.questions).toContain('fee');
  });
});

it.each([
  'They asked for 20% up front, I said 40%, and they agreed to think about it.',
  'They asked for 20% up front, I said 40%, which they are fine with if I deliver early.',
])('who agrees to something else has not taken the share: %s', (words) => {
  expect(short(parse(`${words} ${FOR}€900 flat.`), 'deposit')).toBeUndefined();
});

it('shares in sentences without an end are read as fast as words are', () => {
  const timed = (brief: string) => {
    const from = performance.now();
    parse(brief);
    return performance.now() - from;
  };
  const shares = `${'a '.repeat(4_000)}. ${'20% up front '.repeat(290)}`;
  const words = 'wool and rope '.repeat(Math.floor(shares.length / 14));
  timed(words);
  // Looking for the beginning of each sentence from the start of the text took fifty times as long.
  expect(timed(shares)).toBeLessThan(25 * timed(words));
});
