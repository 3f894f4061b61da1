import { expect, it } from 'vitest';
import { isQuoted } from '../../src/briefs/passages/quote.ts';
import { parse, short } from './cases.ts';

const PROPOSALS = {
  en: `> On 2 Nov 2026, Robin Hale wrote:
> Twelve portraits for €1,900, 40% deposit, two rounds of changes,
> invoices net 10, delivered 15 January.`,
  de: `> Am 2.11.2026 um 10:05 schrieb Robin Hale:
> Zwölf Porträts für 1.900 €, 40 % Anzahlung, zwei Korrekturrunden,
> zahlbar binnen 10 Tagen, Lieferung 15. Januar.`,
  fr: `> Le 2 novembre 2026 à 10:05, Robin Hale a écrit :
> Douze portraits pour 1 900 €, acompte de 40 %, deux séries de retouches,
> solde à 10 jours de la facture, livraison le 15 janvier.`,
  es: `> El 2 de noviembre de 2026, Robin Hale escribió:
> Doce retratos por 1.900 €, anticipo del 40 %, dos rondas de cambios,
> saldo a 10 días de la factura, entrega el 15 de enero.`,
};
const reply = (language: keyof typeof PROPOSALS, words: string) =>
  parse(`${words}\nMira Toft\nToft Ceramics GmbH\nmira@toft.test\n\n${PROPOSALS[language]}`);
const terms = (parsed: ReturnType<typeof parse>) => [
  ...[short(parsed, 'fee'), short(parsed, 'deposit'), short(parsed, 'revisions'), short(parsed, 'netDays')],
];

it.each([
  ['en', 'Let us settle on €1,700 then. All the other points are fine.'],
  ['en', 'We can do €1,700. The rest is as you proposed.'],
  ['en', 'The committee says €1,700, otherwise no changes.'],
  ['de', 'Wir können leider nur 1.700 € zahlen. Alles Übrige passt.'],
  ['de', 'Einigen wir uns auf 1.700 €, ansonsten wie in Ihrem Angebot.'],
  ['fr', 'Nous en restons à 1 700 €. Les autres conditions restent valables.'],
  ['fr', 'Va pour 1 700 €, et pour le reste c’est parfait.'],
  ['es', 'Podemos pagar 1.700 €. Las demás condiciones se mantienen.'],
  ['es', 'Que sean 1.700 € y todo lo demás sigue igual.'],
] as const)('%s: a reply that lets the rest stand takes it from the proposal it answers: %s', (language, words) => {
  expect(terms(reply(language, words))).toEqual(['EUR 170000', 'share 40000', '2', '10']);
});

it.each([
  ['en', 'Great, €1,900 works for us.'],
  ['de', 'Für 1.900 € sind wir dabei.'],
  ['fr', 'C’est entendu pour 1 900 €.'],
  ['es', 'Perfecto, cerramos en 1.900 €.'],
  ['en', 'We accept your proposal.'],
  ['de', 'Ich nehme Ihr Angebot gerne an.'],
  ['fr', 'Bon pour accord sur votre proposition.'],
  ['es', 'Aceptamos tu propuesta, adelante.'],
] as const)('%s: a reply that takes the proposal takes its terms: %s', (language, words) => {
  expect(terms(reply(language, words))).toEqual(['EUR 190000', 'share 40000', '2', '10']);
});

it.each([
  ['en', 'Only the small set then, €900. I will send the rest of the team over on Monday.'],
  ['de', 'Dann nehmen wir nur die Hälfte der Bilder, für 900 €.'],
  ['fr', 'Finalement nous ne prenons que six portraits, 900 €. Le reste sera payé à la livraison.'],
  ['es', 'Al final solo seis retratos, 900 €. El resto lo pagamos contra entrega.'],
] as const)('%s: what a reply does not take over may be outdated and stays unread: %s', (language, words) => {
  expect(terms(reply(language, words))).toEqual(['EUR 90000', undefined, undefined, undefined]);
});

it.each([
  ['en', 'Sounds good, please go ahead.', 'Hi Hedda,\n> '],
  ['de', 'Klingt gut, legen Sie bitte los.', 'Hallo Hedda,\n> '],
  ['fr', 'Parfait, allez-y.', 'Bonjour Hedda,\n> '],
  ['es', 'Perfecto, adelante.', 'Hola Hedda,\n> '],
] as const)(
  'whoever lets it begin takes the whole of it and is the client, though the offer greets them: %s, %s',
  (language, words, greeting) => {
    const offer = PROPOSALS[language].replace('\n> ', `\n> ${greeting}`);
    const parsed = parse(`${words}\n\nHedda Toft\nToft Ceramics GmbH\nhedda@toft.test\n\n${offer}`);
    expect(terms(parsed)).toEqual(['EUR 190000', 'share 40000', '2', '10']);
    expect(parsed.found.clientName?.value).toBe('Hedda Toft');
  },
);

it('takes over no term of which the reply says something else, and asks for what it leaves open', () => {
  const own = reply('en', 'We can do €1,700, with one round of changes and no deposit. The rest stands.');
  expect(terms(own)).toEqual(['EUR 170000', 'none', '1', '10']);
  expect(own.found.endOn?.value).toBe('2027-01-15');
  const moved = reply('en', '€1,700 please, everything else as you wrote. Or what about 22 February?');
  expect(moved.found.endOn).toBeUndefined();
});

it('goes on to the mail that the accepted one leaves standing, in programs that quote with bars', () => {
  const parsed = parse(`Validé aux conditions de votre dernier message.
Mira Toft, TOFT SARL

  Le mar. 3 nov. 2026 à 19:02, Robin Hale a écrit :
  | Je descends à 1 700 €. Pour le reste, rien ne change.

    Le lun. 2 nov. 2026 à 16:15, Robin Hale a écrit :
    || Douze portraits pour 1 900 €, acompte de 40 %, deux séries de retouches, solde à 10 jours de la facture.`);
  expect(terms(parsed)).toEqual(['EUR 170000', 'share 40000', '2', '10']);
});

it('quotes the older mail in its own words, whatever marks stand before its lines', () => {
  const brief = `We accept your proposal.\n\n${PROPOSALS.fr.replace('deux séries', 'deux\n> séries')}`;
  const { found } = parse(brief);
  expect(found.revisions?.value).toBe(2);
  for (const one of Object.values(found)) expect(isQuoted(brief, one?.quote ?? 'proposal'), one?.quote).toBe(true);
});
