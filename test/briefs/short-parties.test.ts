import { expect, it } from 'vitest';
import { parse, short } from './cases.ts';

const who = (brief: string) => {
  const parsed = parse(brief);
  return [short(parsed, 'clientName'), short(parsed, 'clientCompany')];
};

it.each([
  'Band fürs Firmenfest am Sa 3. Juli 19 Uhr in Leipzig, Gage 1.900 Euro',
  'Innenraumkonzept Arztpraxis, CHF 9600',
  'Texte für Immobilienexposé, Festpreis 540 Euro',
  'Fotos für Jubiläumsfeier, 540 Euro',
  'Migración de CRM, 4.300 €, entrega 5 de marzo',
  'App de turnos para una clínica de Guadalajara, 3.000 €',
  'Logo in Vancouver BC, 1500 €, due 19 March',
])('what is made or held, and where, is nobody: %s', (brief) => expect(who(brief)).toEqual([undefined, undefined]));

it.each([
  ['logo, Campaign for Acme Ltd. Total £4,000.', undefined, 'Acme Ltd'],
  ['Para Acme SL: logo y tarjetas, 900 EUR', undefined, 'Acme SL'],
  ['Poster for Velvet Moth (the band), 900 €, done by Apr 2', undefined, 'Velvet Moth'],
  ['Für Nordlicht GmbH: Logo, 900 EUR', undefined, 'Nordlicht GmbH'],
  ['training day for the sales team of Corrib Seafoods Ltd in Galway, 400 €', undefined, 'Corrib Seafoods Ltd'],
  ['taller para el equipo de Conservas Ruiz S.L., 400 €', undefined, 'Conservas Ruiz S.L.'],
  ['wedding film Oct 23 in Austin, Marcus & Leah Ortiz. 4500 euros', 'Marcus & Leah Ortiz', undefined],
  ['garden drawings for the Brunners, 4800 euros', 'Brunners', undefined],
  [
    'Traducción, 190 euros, Jana Hofmeister (j.hofmeister@brieftaube.example), entrega en 10 días',
    'Jana Hofmeister',
    undefined,
  ],
  ['dev symfony 480 euros par jour, pr la boite Kaléo, 3 semaines environ', undefined, 'Kaléo'],
  ['montage vidéo pour Boréal Kayak, 1 800 €', undefined, 'Boréal Kayak'],
  [
    'Hola Diego,\n\nte confirmo: 24.000 € por el sitio.\n\nSaludos\nXimena Olvera\nDirectora, Semillas del Bajío\nximena@semillasbajio.example',
    'Ximena Olvera',
    'Semillas del Bajío',
  ],
])('whom a short note names: %j', (brief, person, firm) => expect(who(brief)).toEqual([person, firm]));

it.each([
  'dj 17 july 8pm, £550. cancel inside 2 wks = 50%, inside 48 hrs = full fee',
  'DJ am 17. Juli 20 Uhr, 550 €. Absage unter 2 Wochen = 50 %, unter 48 Std = volle Gage',
  'dj le 17 juillet à 20h, 550 €. annulation moins de 2 semaines avant = 50 %, moins de 48h = totalité',
  'dj el 17 de julio a las 20h, 550 €. cancelación con menos de 2 semanas = 50%, menos de 48h = el total',
])('what is owed within one window is not owed within the next: %s', (brief) =>
  expect(short(parse(brief), 'cancellation')).toBe('50% <14 days, 100% <48 hours'),
);

it.each([
  'Contrat soumis au droit de l’État de New York, 500 €',
  'Es gilt das Recht des Staates New York, 500 €',
  'Contrato sujeto a la ley del Estado de Nueva York, 500 €',
])('the law of a state: %s', (brief) => expect(short(parse(brief), 'governingLaw')).toBe('New York'));

it.each([
  'Déco du hall, 2 980 euros. Un tiers à la commande, un tiers à la pose, un tiers trente jours après',
  'Limpieza de datos, 3.200 € por día, calculo unos 6 o 7 días',
])('a length of something else is no time to pay: %s', (brief) =>
  expect(short(parse(brief), 'netDays')).toBeUndefined(),
);

it('a fixed price is no round of changes', () =>
  expect(short(parse('Legal is fine with a fixed price of USD 9,800 for the dashboard'), 'revisions')).toBeUndefined());

it('a town has its own clock in its own country', () => {
  const home = { zone: 'Australia/Sydney', country: 'AU', currency: 'AUD' };
  const { found } = parse('Headshots in Brisbane on 12 January 2027, 7:15am, AU$1,980', home);
  expect(found.booking?.value.zone).toBe('Australia/Brisbane');
});

it.each([
  ['Logo for Acme Ltd, £2,000. Actually Anna will pay, she is the owner.', 'Anna'],
  ['Logo für Acme GmbH, 900 €. Eigentlich zahlt Anna, sie ist die Inhaberin.', 'Anna'],
  ['Logo pour Acme SARL, 900 €. Finalement Anna paiera, c’est la gérante.', 'Anna'],
])('how a sentence begins is no part of a name: %s', (brief, name) => expect(who(brief)[0]).toBe(name));

it.each([
  ['imagefilm für die tischlerei wendt gmbh. 4800 eur pauschal.', 'tischlerei wendt gmbh'],
  [
    'daten fuer den auftrag: firma gruenwerk gartenbau ug (haftungsbeschraenkt), 620 euro',
    'gruenwerk gartenbau ug (haftungsbeschraenkt)',
  ],
  ['logo for acme widgets ltd, 900 eur', 'acme widgets ltd'],
  ['photos with smith and jones ltd on 3 may at 10am, 900 eur', 'smith and jones ltd'],
  ['site pour la brasserie du canal sarl, 900 euros', 'brasserie du canal sarl'],
  ['web para talleres gómez s.l., 900 euros', 'talleres gómez s.l.'],
  ['need a logo for a new ltd, 900 eur', undefined],
  ['logo for our ltd, 900 eur', undefined],
])('a legal form ends a name in small letters too: %s', (brief, firm) => {
  expect(parse(brief).found.clientCompany?.value).toBe(firm);
});
