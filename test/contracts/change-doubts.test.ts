import { describe, expect, test } from 'vitest';
import { openBlocks } from '../../src/contracts/change-cards.ts';
import { readChange } from '../../src/contracts/change-words.ts';
import { deliverableLines } from '../../src/contracts/deliverable.ts';
import type { TermName, Terms } from '../../src/contracts/terms.ts';
import { context, design, shoot } from './change-scene.ts';

const read = (words: string, terms: Terms = design, answers?: Record<string, string>) =>
  readChange({ words, terms, context, origin: 'form', ...(answers && { answers }) });
const valuesOf = (words: string, terms: Terms = design) => {
  const { changed, terms: next } = read(words, terms);
  const value = (name: TermName) => (name === 'deliverables' ? deliverableLines(next) : (next[name]?.value ?? null));
  return Object.fromEntries(changed.map((name) => [name, value(name)]));
};
const share = (percent: number) => ({ kind: 'share', percentMilli: percent * 1000 });

describe('a value that nobody plainly wishes for is asked', () => {
  const asked = (words: string, terms: Terms = design) => {
    const { changed, open } = read(words, terms);
    return { changed, offered: open.flatMap(({ choices }) => choices.map(({ label }) => label)) };
  };
  test.each<[string, string]>([
    ['don’t lower the price by 10%', 'Price: EUR 3,600.00; Deposit: EUR 1,800.00 (50%)'],
    ['please don’t reduce the deposit to 30%', 'Deposit: EUR 1,200.00 (30%)'],
    ['do not increase the price by 500', 'Price: EUR 4,500.00; Deposit: EUR 2,250.00 (50%)'],
    ['never raise the price to 5,000', 'Price: EUR 5,000.00; Deposit: EUR 2,500.00 (50%)'],
    ['You can’t raise the price to 9,000', 'Price: EUR 9,000.00; Deposit: EUR 4,500.00 (50%)'],
    ['please don’t add a kill fee of 25%', 'Ended early: 25% of the price for work not yet done (new)'],
    ['no kill fee of 25%', 'Ended early: 25% of the price for work not yet done (new)'],
    ['don’t extend the deadline to 1 July', 'Done by: Thu 1 July 2027'],
    ['don’t give us 3 rounds', 'Revisions: 3 rounds included'],
    ['we do not want net 60', 'Payment: Within 60 days'],
    ['we can’t accept a deposit of 70%', 'Deposit: EUR 2,800.00 (70%)'],
    ['we do not want, under any circumstances, a deposit of 70%', 'Deposit: EUR 2,800.00 (70%)'],
    ['the deposit should not be 100%', 'Deposit: EUR 4,000.00 (100%)'],
    ['A price of 3,000 is out of the question', 'Price: EUR 3,000.00; Deposit: EUR 1,500.00 (50%)'],
    ['A price of 3,000 is fine', 'Price: EUR 3,000.00; Deposit: EUR 1,500.00 (50%)'],
    ['don’t drop the deposit', 'Deposit: None'],
    ['we cannot do it without a deposit', 'Deposit: None'],
    ['The other agency quoted 2,500', 'Price: EUR 2,500.00; Deposit: EUR 1,250.00 (50%)'],
    ['our landlord takes 10% off', 'Price: EUR 3,600.00; Deposit: EUR 1,800.00 (50%)'],
    ['Our caterer’s price is 500', 'Price: EUR 500.00; Deposit: EUR 250.00 (50%)'],
    ['Price in our other contract is 3,500', 'Price: EUR 3,500.00; Deposit: EUR 1,750.00 (50%)'],
    ['the price was 500 last year', 'Price: EUR 500.00; Deposit: EUR 250.00 (50%)'],
    ['my boss said the price was 2,000', 'Price: EUR 2,000.00; Deposit: EUR 1,000.00 (50%)'],
    ['I thought the price was 3,000?', 'Price: EUR 3,000.00; Deposit: EUR 1,500.00 (50%)'],
    ['“deposit 30%” she wrote', 'Deposit: EUR 1,200.00 (30%)'],
    ['40% deposit?', 'Deposit: EUR 1,600.00 (40%)'],
    ['Der Preis darf nicht 3.000 € sein', 'Price: EUR 3,000.00; Deposit: EUR 1,500.00 (50%)'],
    ['Bitte keine Anzahlung von 70 %', 'Deposit: 70%'],
    ['Bitte nicht ohne Anzahlung', 'Deposit: None'],
    ['Der Preis war letztes Jahr 500 €', 'Price: EUR 500.00; Deposit: EUR 250.00 (50%)'],
    ['Unser Vermieter nimmt 10 % Anzahlung', 'Deposit: EUR 400.00 (10%)'],
    ['Mein Chef sagt, der Preis ist 3.000 €', 'Price: EUR 3,000.00; Deposit: EUR 1,500.00 (50%)'],
    ['40 % Anzahlung?', 'Deposit: EUR 1,600.00 (40%)'],
    ['Nous n’acceptons pas un acompte de 70 %', 'Deposit: EUR 2,800.00 (70%)'],
    ['Le prix ne doit pas être de 3 000 €', 'Price: EUR 3,000.00; Deposit: EUR 1,500.00 (50%)'],
    ['L’acompte était de 30 % l’année dernière', 'Deposit: EUR 1,200.00 (30%)'],
    ['Notre traiteur demande un acompte de 30 %', 'Deposit: EUR 1,200.00 (30%)'],
    ['Selon mon avocat, paiement à 60 jours', 'Payment: Within 60 days'],
    ['No aceptamos un anticipo del 70 %', 'Deposit: 70%'],
    ['El precio no debe ser 3.000 €', 'Price: EUR 3,000.00; Deposit: EUR 1,500.00 (50%)'],
    ['El año pasado el precio era 500 €', 'Price: EUR 500.00; Deposit: EUR 250.00 (50%)'],
    ['Nuestro catering pide un anticipo del 30 %', 'Deposit: EUR 1,200.00 (30%)'],
    ['Mi jefe dice que el precio es 3.000 €', 'Price: EUR 3,000.00; Deposit: EUR 1,500.00 (50%)'],
  ])('%s', (words, label) => {
    const { changed, offered } = asked(words);
    expect(changed).toEqual([]);
    expect(offered).toEqual(expect.arrayContaining([label, 'Leave it as it is']));
  });

  test('the figure that was asked is taken with one press', () => {
    const answer = 'Deposit: EUR 2,800.00 (70%)';
    expect(read('we can’t accept a deposit of 70%', design, { p0: answer }).terms.deposit?.value).toEqual(share(70));
  });

  test('a no reaches to what is joined to it, and ends where the wish begins', () => {
    expect(asked('We can’t accept a deposit of 70% and net 60').changed).toEqual([]);
    expect(valuesOf('We don’t want net 60, but make the deposit 40%')).toEqual({ deposit: share(40) });
    expect(valuesOf('no deposit and net 30')).toEqual({ deposit: { kind: 'none' }, netDays: 30 });
    expect(valuesOf('Nicht 50 %, sondern 40 % Anzahlung')).toEqual({ deposit: share(40) });
  });

  test('a no to what stands asks what should be instead, unless that is said too', () => {
    expect(read('we can’t accept a deposit of 50%').open.map(({ sentence }) => sentence)).toEqual([
      'This says what should not be. Say what should be instead.',
    ]);
    expect(read('We can’t pay within 14 days, make it 30 days to pay').open).toEqual([]);
    expect(valuesOf('The deposit was 50%, make it 40%')).toEqual({ deposit: share(40) });
  });

  test.each<[string, Partial<Record<TermName, unknown>>]>([
    ['done no later than 1 May', { endOn: '2027-05-01' }],
    ['Could the price be 3,500?', { fee: { minor: 350_000n, currency: 'EUR' } }],
    [
      'add a flyer that is not animated',
      { deliverables: ['Logo', 'Brand guide', 'Two posters', 'Flyer that is not animated'] },
    ],
    ['Könnten wir 40 % Anzahlung machen?', { deposit: share(40) }],
    ['Pourrait-on faire un acompte de 40 % ?', { deposit: share(40) }],
    ['¿Podría ser un anticipo del 40 %?', { deposit: share(40) }],
    ['Keine Anzahlung', { deposit: { kind: 'none' } }],
    ['Pas d’acompte', { deposit: { kind: 'none' } }],
    ['sin anticipo', { deposit: { kind: 'none' } }],
    ['I was hoping we could do a 40% deposit', { deposit: share(40) }],
  ])('and a plain wish is taken: %s', (words, expected) => {
    expect(valuesOf(words)).toEqual(expected);
  });
});

describe('nothing that was said is passed over', () => {
  test.each<[string, Terms, string]>([
    ['25% deposit, pay within 30 days. Could you stay until 1am?', shoot, 'Could you stay until 1am?'],
    ['25% deposit and could you bring your dog', design, 'could you bring your dog'],
    ['Net 30. The logo stays.', design, 'The logo stays'],
    ['Wenn Sie am 1. März anfangen, zahlen wir 4.500 €', design, 'Wenn Sie am 1. März anfangen, zahlen wir 4.500 €'],
  ])('%s', (words, terms, quote) => {
    expect(read(words, terms).open.map((one) => one.quote)).toEqual([quote]);
  });

  test.each<[string, Partial<Record<TermName, unknown>>]>([
    ['Thanks, please drop the deposit', { deposit: { kind: 'none' } }],
    ['Thanks for the draft, please make it 40%', { deposit: share(40) }],
    ['Otherwise net 30', { netDays: 30 }],
  ])('a wish behind a courtesy is one: %s', (words, expected) => {
    expect(valuesOf(words)).toEqual(expected);
  });
});

test('a request of many sentences names every one that nobody read', () => {
  const words = ['One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight'].map(
    (n) => `${n} dogs must be welcome`,
  );
  const { open } = read(`${words.join('. ')}.`);
  expect(open).toHaveLength(8);
  const shown = JSON.stringify(openBlocks(open, 5));
  for (const each of words) expect(shown).toContain(each);
});
