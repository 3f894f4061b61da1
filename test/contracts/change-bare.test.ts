import { describe, expect, test } from 'vitest';
import { readChange } from '../../src/contracts/change-words.ts';
import { deliverableLines, deliverablesFrom } from '../../src/contracts/deliverable.ts';
import { type Terms, term } from '../../src/contracts/terms.ts';
import { design as brand, context } from './change-scene.ts';

const design: Terms = {
  ...brand,
  clientCompany: term('Hartmann & Co', 'brief'),
  deliverables: term(deliverablesFrom(['Logo', 'Website']), 'brief'),
};
const parted: Terms = {
  ...design,
  deposit: undefined,
  killFee: term({ percentMilli: 25_000 }, 'brief'),
  milestones: term(
    [
      { label: 'Start', percentMilli: 40_000 },
      { label: 'Launch', percentMilli: 60_000 },
    ],
    'brief',
  ),
};
const read = (words: string, terms: Terms = design) => readChange({ words, terms, context, origin: 'client' });
const fee = (words: string) => {
  const { changed, terms, open } = read(words);
  return [changed, Number(terms.fee?.value.minor) / 100, open.length];
};

describe('a figure in words about something else is asked, whatever it is of', () => {
  test.each([
    ['We have 3,000 followers on Instagram so this is good exposure for you'],
    ['Our last designer took 800 for the same thing.'],
    ['the room costs 200 and our team is there'],
    ['our hosting costs 150'],
    ['the entrance fee is 25 euros'],
    ['the print price is 300'],
    ['take Friday off, we are 3,900 people'],
    ['My boss says anything over 2,500 needs a purchase order, is that ok for you?'],
    ['discount 10% for members in our shop'],
    ['our budget is 3,200'],
    ['Wir haben 3.000 Follower, das ist doch auch Werbung für dich'],
    ['Der Raum kostet uns schon 200 Euro'],
    ['Unser letzter Designer hat 800 genommen.'],
    ['Wir sind jetzt 120 Gäste, 10 Prozent mehr als gedacht'],
    ['Rechnung bitte an Hartmann GmbH, Seestraße 4, 80331 München'],
    ['On a 3 000 abonnés, ça vous fera de la pub'],
    ['la salle nous coûte 200 €'],
    ['80 % de nos clients sont en Suisse'],
    ['Tenemos 3.000 seguidores en Instagram'],
    ['la sala nos cuesta 200 €'],
    ['el 90 % de las fotos ya las tenemos'],
    ['make the photo 20% brighter'],
  ])('%s', (words) => {
    const { changed, open } = read(words);
    expect(changed).toEqual([]);
    expect(open.length).toBeGreaterThan(0);
    expect(open.some(({ choices }) => choices.some(({ label }) => label === 'Leave it as it is'))).toBe(true);
  });

  test('a count of things or a postcode is never offered as a price', () => {
    const offered = ['Wir sind jetzt 120 Gäste', 'an Hartmann GmbH, Seestraße 4, 80331 München', '12 puestos'].flatMap(
      (words) => read(words).open.flatMap(({ choices }) => choices.map(({ label }) => label)),
    );
    expect(offered.filter((label) => label.startsWith('Price'))).toEqual([]);
  });
});

describe('a request that is nothing but a figure, or is about the price, is taken', () => {
  test.each([
    ['3500', 3500],
    ['3500 would work for us', 3500],
    ['can we do 3.5k?', 3500],
    ['let’s say 4,500 all in', 4500],
    ['4,500 because we are a charity', 4500],
    ['it costs 3500', 3500],
    ['design fee 3,900', 3900],
    ['a total of 3,900 for everything', 3900],
    ['10% off because we are a charity', 3600],
    ['mach 3.500 draus', 3500],
    ['Das Projekt kostet 3.500 Euro', 3500],
    ['Bitte 300 Euro günstiger', 3700],
    ['schlag 200 Euro drauf', 4200],
    ['mettez 3 500 €', 3500],
    ['ajoute 250 euros au prix', 4250],
    ['300 euros moins cher', 3700],
    ['ponlo en 3.500', 3500],
    ['quitadle 300 euros', 3700],
    ['añade 250 euros al precio', 4250],
  ])('%s', (words, euros) => expect(fee(words)).toEqual([['fee'], euros, 0]));

  test.each(['Make it 40%', 'mach 40 % draus', 'mettez 40 %', 'ponlo al 40 %', '40% when we start', '40% at signing'])(
    'a lone share is the deposit where nothing else is a share: %s',
    (words) => {
      expect(read(words).terms.deposit?.value).toEqual({ kind: 'share', percentMilli: 40_000 });
      expect(read(words).open).toEqual([]);
      expect(read(words, parted).changed).toEqual([]);
      expect(read(words, parted).open[0]?.choices.map(({ label }) => label)).toContain('Deposit: 40%');
    },
  );

  test('what stands already is not asked again', () =>
    expect(read('Looks great, no changes from us. Happy with the 4,000')).toMatchObject({ changed: [], open: [] }));
});

describe('what only requests say is read in each language', () => {
  test.each([
    ['one week more to pay'],
    ['eine Woche mehr zum Zahlen wäre super'],
    ['une semaine de plus pour payer svp'],
    ['una semana más para pagar'],
  ])('a week more than what stands: %s', (words) => expect(read(words).terms.netDays?.value).toBe(21));

  test.each([
    ['drop the website, only the logo', 'Logo'],
    ['Die Website lassen wir weg, nur das Logo', 'Logo'],
    ['quita la web, solo el logo', 'Logo'],
    ['Bitte noch drei Banner hinzufügen', 'Logo\nWebsite\n3 Banner'],
    ['ajoutez 3 bannières web', 'Logo\nWebsite\n3 bannières web'],
  ])('%s', (words, lines) => {
    const { terms, open } = read(words);
    expect([deliverableLines(terms).join('\n'), open]).toEqual([lines, []]);
  });

  test.each([
    ['Es gilt österreichisches Recht', 'governingLaw', 'Austria'],
    ['il faudrait que ce soit le droit belge', 'governingLaw', 'Belgium'],
    ['que se rija por la ley española', 'governingLaw', 'Spain'],
    ['Zahlungsziel bitte 30 Tage', 'netDays', 30],
    ['On commence le 8 mars plutôt', 'startOn', '2027-03-08'],
    ['3 rondas de cambios', 'revisions', 3],
    ['Fahrtkosten kommen extra dazu', 'expenses', { kind: 'at-cost' }],
    ['Ausfallhonorar höchstens 15 %', 'killFee', { percentMilli: 15_000 }],
  ] as const)('%s', (words, name, value) => {
    const { terms, changed, open } = read(words);
    expect([changed, terms[name]?.value, open]).toEqual([[name], value, []]);
  });

  test.each(['Passt alles so, danke!', 'C’est parfait, rien à changer', 'Todo perfecto, gracias'])(
    'that all is well asks for nothing: %s',
    (words) => expect(read(words)).toMatchObject({ changed: [], open: [] }),
  );
});

describe('what no rule has a term for is left open beside what is read', () => {
  test.each([
    [
      'make it 4,200 and net 7, and the client is Hartmann Studio Ltd',
      ['fee', 'netDays'],
      'the client is Hartmann Studio Ltd',
    ],
    ['Mach 4.200 draus, und der Kunde ist die Hartmann Studio GmbH', ['fee'], 'der Kunde ist die Hartmann Studio GmbH'],
    ['30 % d’acompte et la facture va à Hartmann SARL', ['deposit'], 'la facture va à Hartmann SARL'],
    ['Bitte absolute Verschwiegenheit, und nicht ins Portfolio', ['portfolio'], 'Bitte absolute Verschwiegenheit'],
    ['absolute secrecy and no portfolio use', ['portfolio'], 'absolute secrecy'],
  ])('%s', (words, changed, left) => {
    const { changed: done, open } = read(words);
    expect([done, open.map(({ quote }) => quote)]).toEqual([changed, [left]]);
  });
});
