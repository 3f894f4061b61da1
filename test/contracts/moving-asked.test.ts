import { describe, expect, it } from 'vitest';
import { readChange } from '../../src/contracts/change-words.ts';
import { type Terms, term } from '../../src/contracts/terms.ts';
import type { Rescheduling } from '../../src/contracts/tiers.ts';
import { settingTerms } from '../lint/cases.ts';

const days = (within: number) => ({ within, unit: 'days' as const });
const share = (percent: number) => ({ percentMilli: percent * 1_000 });
const sum = (units: number) => ({ minor: BigInt(units) * 100n });
const CONTEXT = { today: '2027-02-08', zone: 'Europe/Berlin' };

const SHARE: Rescheduling = { free: 1, notice: days(30), fee: share(25) };
const SUM: Rescheduling = { free: 1, notice: days(14), fee: sum(100) };
const STEPS: Rescheduling = { notice: days(14), fee: share(25), tiers: [{ ...days(3), ...share(50) }] };

const photos = (said?: Rescheduling): Terms =>
  settingTerms({ template: 'photography', terms: said ? { rescheduling: term(said, 'form') } : {} });
const asked = (words: string, said?: Rescheduling) =>
  readChange({ words, terms: photos(said), context: CONTEXT, origin: 'form' });

describe('the fee for moving, asked for in plain words', () => {
  it.each<[string, Rescheduling, MovingFeeOnly]>([
    ['Raise the moving fee by 5 percentage points', SHARE, share(30)],
    ['Raise the rescheduling fee by 5 percentage points', SHARE, share(30)],
    ['Umbuchungsgebühr um 5 Prozentpunkte erhöhen', SHARE, share(30)],
    ['Augmenter les frais de report de 5 points', SHARE, share(30)],
    ['Subir el recargo por cambio de fecha en 5 puntos', SHARE, share(30)],
    ['The fee for moving used to be 25%, make it 10%', SHARE, share(10)],
    ['The rescheduling fee was 25%, please make it 10%', SHARE, share(10)],
    ['Moving fee 20% instead of 25%', SHARE, share(20)],
    ['Verschiebungsgebühr auf 10 % senken', SHARE, share(10)],
    ['Die Gebühr fürs Verschieben soll 20 % sein', SHARE, share(20)],
    ['Frais de report : 10 %', SHARE, share(10)],
    ['Verschieben soll 50 € kosten', SHARE, sum(50)],
    ['Le report devrait coûter 75 €', SHARE, sum(75)],
    ['Reporter devrait coûter 75 €', SHARE, sum(75)],
    ['Aplazar debería costar 75 €', SHARE, sum(75)],
    ['Raise the moving fee by EUR 50', SUM, sum(150)],
    ['Raise the rescheduling fee to EUR 150', SUM, sum(150)],
    ['Raise the rescheduling fee by 20%', SUM, sum(120)],
    ['Umbuchungsgebühr um 50 € erhöhen', SUM, sum(150)],
    ['Umbuchungsgebühr auf 150 € erhöhen', SUM, sum(150)],
    ['Augmenter les frais de report de 50 €', SUM, sum(150)],
    ['Subir el coste de cambio de fecha a 150 €', SUM, sum(150)],
    ['Cut the rescheduling fee in half', SUM, sum(50)],
    ['Die Umbuchungsgebühr halbieren', SUM, sum(50)],
    ['Double the rescheduling fee', SUM, sum(200)],
  ])('%s', (words, stood, fee) => {
    const { terms, changed, open } = asked(words, stood);
    expect({ changed, open }).toEqual({ changed: ['rescheduling'], open: [] });
    expect(terms.rescheduling?.value).toEqual({ ...stood, fee });
  });

  it('is the first where none stood', () => {
    expect(asked('Add a rescheduling fee of EUR 50').terms.rescheduling?.value).toEqual({ free: 0, fee: sum(50) });
    expect(asked('Raise the moving fee by 5 percentage points').changed).toEqual([]);
  });

  it('is taken beside what else is asked, each its own', () => {
    const { terms, open } = asked('Change the moving fee to 20% and the deposit to 40%', SHARE);
    expect([terms.rescheduling?.value.fee, terms.deposit?.value, open]).toEqual([
      share(20),
      { kind: 'share', ...share(40) },
      [],
    ]);
    const moved = asked('Move the booking to 13 June 2027, the moving fee is EUR 50', SHARE);
    expect([...moved.changed].sort()).toEqual(['booking', 'rescheduling']);
    const priced = asked('Move the shoot to 20 June 2027 and make the fee EUR 4,500', SHARE);
    expect([...priced.changed].sort()).toEqual(['booking', 'fee']);
  });
});
type MovingFeeOnly = NonNullable<Rescheduling['fee']>;

describe('what words on moving leave open is asked, and is the price or the deposit of nothing', () => {
  it.each<[string, Rescheduling | undefined, string[]]>([
    ['Verschiebungsgebühr um 10 % senken', SHARE, ['otherwise 15%', 'otherwise 22.5%']],
    ['Lower the fee for moving by 10%', SHARE, ['otherwise 15%', 'otherwise 22.5%']],
    ['Bajar la tarifa por aplazar un 10 %', SHARE, ['otherwise 15%', 'otherwise 22.5%', 'otherwise 10%']],
    ['Make the rescheduling fee 20%', STEPS, ['otherwise 20%, 50% within 3 days', 'otherwise 20%']],
    ['Raise the moving fees by 5 points', STEPS, ['30%, 55% within 3 days', '30%, 50% within 3 days']],
    ['Les frais de report étaient de 25 %, mettez 10 %', SHARE, ['otherwise 10%']],
    ['No fee for moving', SHARE, ['any number of times free with 30 days’ notice', 'once free with 30 days’ notice']],
    ['One more free move', SHARE, ['twice free with 30 days’ notice, otherwise 25%']],
    [
      'Move the booking to 13 June, fee EUR 50',
      SHARE,
      ['Sun 13 June 2027; price: EUR 4,050.00', 'price: EUR 50.00', 'any other move: EUR 50.00'],
    ],
    [
      'Termin auf den 13. Juni 2027 verschieben, Gebühr 50 €',
      SHARE,
      ['price: EUR 4,050.00', 'price: EUR 50.00', 'any other move: EUR 50.00'],
    ],
    [
      'Reporter la séance au 13 juin 2027, frais 50 €',
      undefined,
      ['price: EUR 4,050.00', 'price: EUR 50.00', 'any other move: EUR 50.00'],
    ],
    [
      'Aplazar la sesión al 13 de junio de 2027, recargo 50 €',
      undefined,
      ['price: EUR 4,050.00', 'price: EUR 50.00', 'any other move: EUR 50.00'],
    ],
    [
      'Reschedule the shoot to 20 June 2027 for EUR 50',
      undefined,
      ['price: EUR 4,050.00', 'price: EUR 50.00', 'any other move: EUR 50.00'],
    ],
    ['Reschedule the shoot to 20 June 2027 free of charge', SHARE, ['Sun 20 June 2027', 'any other move: free']],
    ['Raise the rescheduling fee by EUR 50', SHARE, []],
    ['Raise the rescheduling fee by 5 points', SUM, []],
    ['Raise the fee for moving by 80 percentage points', SHARE, []],
    ['Cap the rescheduling fee at EUR 100', SHARE, []],
    ['Moving the date should not cost more than 20%', SHARE, []],
    ['Postponing should cost 20% of the deposit', SHARE, []],
    ['Postponing should cost the deposit of 20%', SHARE, []],
    ['The second move should cost 100', SHARE, []],
    ['For weddings only, moving costs 30%', SHARE, []],
    ['Could moving be free in summer?', SHARE, []],
    ['Keine Umbuchungsgebühr', SHARE, []],
    ['Eine Umbuchung mehr kostenlos', SHARE, []],
    ['Our last photographer charged a moving fee of 50%', SHARE, []],
  ])('%s', (words, stood, answers) => {
    const { changed, open } = asked(words, stood);
    expect(changed).toEqual([]);
    expect(open).toHaveLength(1);
    const choices = open[0]?.choices.slice(0, -1) ?? [];
    expect(choices).toHaveLength(answers.length);
    for (const [at, words] of answers.entries()) expect(choices[at]?.label).toContain(words);
    for (const { label } of choices) expect(label.length).toBeLessThanOrEqual(75);
  });

  it('an answer makes what it says', () => {
    const words = 'Move the booking to 13 June, fee EUR 50';
    const label = 'Booking: Sun 13 June 2027; price: EUR 4,050.00';
    const { terms, open } = readChange({
      ...{ words, terms: photos(SHARE), context: CONTEXT, origin: 'form', answers: { p0: label } },
    });
    expect(open).toEqual([]);
    expect([terms.booking?.value.on, terms.fee?.value.minor, terms.rescheduling?.value]).toEqual([
      '2027-06-13',
      405_000n,
      SHARE,
    ]);
  });
});

it.each([
  ['Move the payment to 30 days', ['netDays']],
  ['The moving company pays the invoice within 30 days', ['netDays']],
  ['Deliver the report by 13 June 2027', ['endOn']],
  ['Move the deadline to 13 June 2027, price EUR 4,500', ['endOn', 'fee']],
  ['Move the shoot to 20 June 2027, price EUR 4,500', ['booking', 'fee']],
  ['Add a video of the moving images', ['deliverables']],
  ['Move the logo to the left', []],
  ['Move the logo to the left for EUR 50', []],
  ['Umzug: die Rechnung geht an die neue Adresse', []],
  ['We are moving house in June', []],
  ['Keep the moving fee at 25%', []],
] as const)('moves something else, or nothing: %s', (words, changed) => {
  const read = asked(words, SHARE);
  expect([...read.changed].sort()).toEqual(changed);
  expect(read.terms.rescheduling?.value).toEqual(SHARE);
  expect(read.terms.fee?.value.minor).toBe(changed.includes('fee' as never) ? 450_000n : 400_000n);
});

it('a bare share is not taken for the deposit where moving has a fee', () => {
  const plain = settingTerms({
    template: 'photography',
    terms: { rescheduling: term(SHARE, 'form'), cancellation: undefined, killFee: undefined },
  });
  const { changed, open } = readChange({ words: 'Make it 10%', terms: plain, context: CONTEXT, origin: 'form' });
  expect([changed, open.length]).toEqual([[], 1]);
});
