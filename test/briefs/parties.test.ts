import { describe, expect, test } from 'vitest';
import { parseBrief } from '../../src/briefs/brief.ts';

const read = (brief: string) =>
  parseBrief(brief, {
    today: '2027-02-01',
    currency: 'EUR',
    zone: 'Europe/Berlin',
    country: 'DE',
    depositPercentMilli: 50_000,
    netDays: 14,
  });

/** [brief, who signs, for whom] */
type Case = readonly [brief: string, person: string | undefined, company: string | undefined];

const CASES: Record<string, readonly Case[]> = {
  'who signs, however it is said': [
    ['Audit for Redfern Mills Ltd. Signatory: Oona Farrell. £900', 'Oona Farrell', 'Redfern Mills Ltd'],
    ['Flyer, Obsthof Kern GmbH, unterschreiben wird Lutz Kern, 300 €', 'Lutz Kern', 'Obsthof Kern GmbH'],
    ['Logo pour Ateliers Brume SARL, signé par Mme Odile Faure, 700 €', 'Odile Faure', 'Ateliers Brume SARL'],
    ['Cartel para Sidrería Urola S.L., lo firma Ane Iturbe, 250 €', 'Ane Iturbe', 'Sidrería Urola S.L.'],
  ],
  'who the contract is made out to, not who writes': [
    [
      'Hi Tom,\nplease make it out to Quarry Lane Press Ltd, our editor Bea Lomax signs.\n\nThanks\nGil Parr',
      'Bea Lomax',
      'Quarry Lane Press Ltd',
    ],
    ['Vertrag bitte auf die Nordhang Verlag GmbH ausstellen, 900 €', undefined, 'Nordhang Verlag GmbH'],
    ['Le contrat est à établir au nom de Moulin Vert SAS, 900 €', undefined, 'Moulin Vert SAS'],
    ['El contrato va a nombre de Telares Duero S.L., 900 €', undefined, 'Telares Duero S.L.'],
  ],
  'who writes below a mail, with the firm beneath': [
    [
      'Dear Ms Holt,\n\nwe accept EUR 900.\n\nKind regards\nPetra Novak\nHead of Events, Brightwater Society',
      'Petra Novak',
      'Brightwater Society',
    ],
    ['Hallo Frau Lang,\n900 € passt.\n\nLG\nSepp Moser\nMoser Holzbau KG', 'Sepp Moser', 'Moser Holzbau KG'],
    [
      'Bonjour Léa,\nc’est d’accord pour 900 €.\n\nCordialement,\nHugo Roche\nMusée de la Soie',
      'Hugo Roche',
      'Musée de la Soie',
    ],
    ['Hola Ana:\nde acuerdo con los 900 €.\n\nUn saludo,\nBlas Rey\nFundación Cierzo', 'Blas Rey', 'Fundación Cierzo'],
  ],
  'who speaks besides the freelancer': [
    ['Nadia Osei: 900 euro ok?\nMe: ok\nNadia Osei: great', 'Nadia Osei', undefined],
    ['[09:14] Cem Aydin: gehen 900 €?\n[09:15] Ich: ja\n[09:16] Cem Aydin: top', 'Cem Aydin', undefined],
  ],
  'a person and a firm side by side': [
    ['Report for Siobhan Keogh, Larkfield Trust, 900 euro', 'Siobhan Keogh', 'Larkfield Trust'],
    ['Fotos: Treuhand Bühler AG, Frau Rita Bühler, 900 Franken', 'Rita Bühler', 'Treuhand Bühler AG'],
    ['Client – Oriel Books (Fenella Marsh), £900', 'Fenella Marsh', 'Oriel Books'],
  ],
  'a name in small letters, where its place says that it is one': [
    ['client: maria lopez\nlogo, 400 euro', 'maria lopez', undefined],
    ['invoice to: acme widgets ltd\nsigned by: dana reyes\n400 euro', 'dana reyes', 'acme widgets ltd'],
    ['client: the bakery on the corner, 400 euro', undefined, undefined],
    ['name: spring collection\nfee: 400 euro', undefined, undefined],
    ['hiya its beth cartwright from the groomers, logo 400 euro', 'beth cartwright', undefined],
    ['video for frank discussion, 400 euro', undefined, undefined],
    ['kundin ist birgit neuhaus, logo, 400 euro', 'birgit neuhaus', undefined],
    ['moin hier is hilke, speisekarte 300 euro', 'hilke', undefined],
    ['firma: müller bau gmbh\nhonorar: 400 euro', undefined, 'müller bau gmbh'],
    ['für max drei runden, 400 euro', undefined, undefined],
    ['signataire : jean dupré, 400 €', 'jean dupré', undefined],
    ['bonjour c’est karim de la boulangerie, 400 €', 'karim', undefined],
    ['la clienta es maría lópez, logo, 400 €', 'maría lópez', undefined],
    ['soy nueva en esto, 400 euros', undefined, undefined],
  ],
  'what things are called, and who is hardly known, is no client': [
    ['Poster for Bronagh Kelly. The band really is called Quiet Loud Things. 350 euro', 'Bronagh Kelly', undefined],
    ['hablé con la novia, Amaia Guridi, el novio es un tal Beñat pero firma ella, 900 €', 'Amaia Guridi', undefined],
    [
      'Wer: Hofgemeinschaft? NEIN -> Verwaltung Kuhn & Söhne KG\nWas: Stuck, 900 €',
      undefined,
      'Verwaltung Kuhn & Söhne KG',
    ],
  ],
  'what the firm is called': [
    ["Edit for Callum Adeyemi, company's called Gritstone Walls, 900 euro", 'Callum Adeyemi', 'Gritstone Walls'],
    ['Facture au nom de Stassart & Cie SRL, 480 €', undefined, 'Stassart & Cie SRL'],
    ['Logo for Chaha & Co. Hospitality LLP, 900 euro', undefined, 'Chaha & Co. Hospitality LLP'],
    [
      'Récap pour le blog de Novaserre : 900 €, contact Gaëtan Lormeau, gaetan@novaserre.test',
      'Gaëtan Lormeau',
      'Novaserre',
    ],
  ],
  'an occasion is nobody': [
    ['Moi : on fait la carte de Noël ?\nElle : oui, 900 €\nMoi : ok', undefined, undefined],
    ['Affiche de Pâques : 300 €.', undefined, undefined],
    ['Affiche de la Toussaint pour Boulangerie Martel, 300 €', undefined, 'Boulangerie Martel'],
    ['Carte de vœux pour Noël Fournier, 300 €', 'Noël Fournier', undefined],
    ["Photos for Mother's Day, 250 €", undefined, undefined],
    ['Flyers for Diwali, 300 €', undefined, undefined],
    ['Poster for Christmas Market, 300 €', undefined, undefined],
    ['Menu for Easter Road Cafe, 300 €', undefined, 'Easter Road Cafe'],
    ['Katalog für Herbst 2027, 900 €', undefined, undefined],
    ['Kundin: Frau Sommer, Plakat für Fasching, 300 €', 'Sommer', undefined],
    ['Logo für Winter Holzbau GmbH, 300 €', undefined, 'Winter Holzbau GmbH'],
    ['Cartel para Semana Santa, 300 €', undefined, undefined],
    ['Fotos para Pascual Ibáñez, 300 €', 'Pascual Ibáñez', undefined],
  ],
  'who says their own name': [
    ['hi its Dana Reyes here, need a logo, 900 euro', 'Dana Reyes', undefined],
    ['moin, hier Ayşe Demirel, ein Brautstrauß, 90 €', 'Ayşe Demirel', undefined],
    ['Bonjour, je m’appelle Odile Fabre, un logo pour 300 €', 'Odile Fabre', undefined],
    ['Buenas, soy Encarni, un cartel por 90 €', 'Encarni', undefined],
  ],
  'nobody who is only in the way': [
    ['Logo for Acme GmbH, 900 €. Ask for Brenda at the desk.', undefined, 'Acme GmbH'],
    ['Logo for Acme GmbH, 900 €. Their printer Tolley Ltd does the rest.', undefined, 'Acme GmbH'],
    ['Logo für Acme GmbH, 900 €. Mein Vorgänger Kai Lüders nahm 1.100 €.', undefined, 'Acme GmbH'],
    ['Logo für Kinder, 500 €', undefined, undefined],
  ],
  'names with small words, figures and forms in them': [
    ['Site for Van der Heide Verpakkingen B.V., EUR 900', undefined, 'Van der Heide Verpakkingen B.V.'],
    ['Cliente: Notaría 88 de Medellín, 900 USD', undefined, 'Notaría 88 de Medellín'],
    ['Client : Coopérative funéraire des Deux-Rives, 900 €', undefined, 'Coopérative funéraire des Deux-Rives'],
    ['Kunde: Museum für Bergbau gGmbH, 900 €', undefined, 'Museum für Bergbau gGmbH'],
    ['website for Suvarna Agro Processors Pvt. Ltd., 900 USD', undefined, 'Suvarna Agro Processors Pvt. Ltd.'],
  ],
  'how far a name reaches: greetings, offices, places, numbers and forms': [
    ['Flyer, Imkerverein Abendruh 1911 e. V., GF Udo Sanders, 300 €', 'Udo Sanders', 'Imkerverein Abendruh 1911 e. V.'],
    [
      'Kunde: Bachbau Hassler Gesellschaft m.b.H.\nPreis 300 €\n\nLG Birte Hassler',
      'Birte Hassler',
      'Bachbau Hassler Gesellschaft m.b.H.',
    ],
    ['Website 1200 €, Wibke Jansen von Jansen Optik', 'Wibke Jansen', 'Jansen Optik'],
    ['Nilda Rojas de la Cooperativa Ñandu Ltda., folletos, 500 €', 'Nilda Rojas', 'Cooperativa Ñandu Ltda.'],
    ['Cliente: Textiles Oruro, S.R.L.\nContacto: Nilda Rojas\n500 €', 'Nilda Rojas', 'Textiles Oruro, S.R.L.'],
    ['Llamada con Don Aníbal Goyena, 300 €', 'Aníbal Goyena', undefined],
    ['Boda de Rocío Iturbide y Tomás, 800 €', 'Rocío Iturbide', undefined],
    ['900 €. Yann Tellier, gérant, SARL Tellier Menuiserie', 'Yann Tellier', 'SARL Tellier Menuiserie'],
    ['Photos pour l’école de musique de Vizille, 300 €', undefined, 'école de musique de Vizille'],
    ['Client : Cabinets dentaires de la Sarine Sàrl, 900 €', undefined, 'Cabinets dentaires de la Sarine Sàrl'],
    ['Logo pour le Syndicat des copropriétaires Les Lilas, 400 €', undefined, 'Syndicat des copropriétaires Les Lilas'],
    ["Client: Association Les Amis de l'orgue, 200 €", undefined, "Association Les Amis de l'orgue"],
    ['Client: Brackwater Bowls & Social Club, €300', undefined, 'Brackwater Bowls & Social Club'],
    ['Kunde: Verein für Strandpflege Amrum e.V., 200 €', undefined, 'Verein für Strandpflege Amrum e.V.'],
    ['Client: Tullow Seed Co-op Ltd, €300', undefined, 'Tullow Seed Co-op Ltd'],
    ['Kunde: Steuerberatung Kranz GmbH & Co KG, 300 €', undefined, 'Steuerberatung Kranz GmbH & Co KG'],
    ['The client is August Delacour, site, €900', 'August Delacour', undefined],
    ['Konzert im August, Musikschule Ahrntal e.V., 300 €', undefined, 'Musikschule Ahrntal e.V.'],
    ['Porträt für Anna von Berg, 200 €', 'Anna von Berg', undefined],
    ['Logo for Anna & Otto Café, €300', undefined, 'Anna & Otto Café'],
  ],
  'bodies by what they are called': [
    ['Map for the Penhale Gig Rowers’ Guild, €900', undefined, 'Penhale Gig Rowers’ Guild'],
    ['Flyer für Käserei Hinterwald gUG, 900 €', undefined, 'Käserei Hinterwald gUG'],
    ['Logo pour la Confrérie du Cidre Fouesnantais, 900 €', undefined, 'Confrérie du Cidre Fouesnantais'],
    ['Cartel para Churrería Las Dos Torres, 900 €', undefined, 'Churrería Las Dos Torres'],
    ['Site for Moorfoot Weavers Pte Ltd. €900', undefined, 'Moorfoot Weavers Pte Ltd'],
  ],
  'titles that are no part of a name': [
    ['Harfe bei Tante Gerlinde Moosbrugger, 900 €', 'Gerlinde Moosbrugger', undefined],
    ['Sign for Engr. Tunde Afolayan, €900', 'Tunde Afolayan', undefined],
  ],
  'who is named when the freelancer asks': [
    [
      'Beni: passt, 900 €\nIch: auf wen läuft der Vertrag?\nBeni: Hofladen Steig KG, Chefin ist Vreni Steiger',
      'Vreni Steiger',
      'Hofladen Steig KG',
    ],
    ['Chucho: sale, 900 €\nYo: a nombre de quién?\nChucho: Jesús Ibarra Luna', 'Jesús Ibarra Luna', undefined],
  ],
  'who pays or hires, not who writes': [
    ['Cara: it’s my uncle Padraig Nee is hiring you, €900\nMe: grand\nCara: great', 'Padraig Nee', undefined],
  ],
  'the only one who is named': [
    ['Lektorat der Festschrift, Ortrun Baumann-Kessel, 900 €, bis 4. Mai', 'Ortrun Baumann-Kessel', undefined],
    ['Accord du piano de Mme Solène Guivarc’h, 900 €', 'Solène Guivarc’h', undefined],
  ],
  'whom no rule has words for, by all that stands around the name': [
    ['Bride: Perdita Lovelock, groom Sam. Ceremony 4 May, €900 all in', 'Perdita Lovelock', undefined],
    ['Wait for the paint to dry, then varnish. €300, Rosalind Twyford', 'Rosalind Twyford', undefined],
    [
      'Website neu. Tischlerei Eggebrecht. Fünf Seiten, 1.800 Euro, fertig bis 3. Mai. Gesine Eggebrecht',
      'Gesine Eggebrecht',
      'Tischlerei Eggebrecht',
    ],
    ['Photos du gîte, 380 €. Odilon Crevel, Auberge du Grand Tétras', 'Odilon Crevel', 'Auberge du Grand Tétras'],
    ['Notas: Eulogio Barrantes, Ferretería Barrantes, catálogo, 900 €', 'Eulogio Barrantes', 'Ferretería Barrantes'],
  ],
  'a name that was dictated without a capital': [
    ['also eben mit katrin lehnert telefoniert die will ein logo für 300 euro', 'katrin lehnert', undefined],
    ['bon alors solange perrier voudrait un logo trois cents euros', 'solange perrier', undefined],
    ['so the lady wants a logo three hundred euro and that is it', undefined, undefined],
  ],
  'one word that nobody would call a firm': [
    ['Wait, 40 posts first. Forty euro each, Isolde Brack', 'Isolde Brack', undefined],
    ['Fotos für Tierhalter, 300 €. Nils Aschenbach', 'Nils Aschenbach', undefined],
    ['Logo for Zephyra, €300', undefined, 'Zephyra'],
    ['Fotos an der Bahnlinie, 300 €, Gasttier, Bad Kissingen. Gruß Almut Siebenrock', 'Almut Siebenrock', undefined],
  ],
  'who works at a house': [
    ['300 €. Ludmilla Castel, office manager, Groupe Mediane SAS, Troyes', 'Ludmilla Castel', 'Groupe Mediane SAS'],
  ],
  'no name that is only a noun': [['Masken für die Truppe meines Onkels, 900 €', undefined, undefined]],
};

describe.each(Object.entries(CASES))('%s', (_name, cases) => {
  test.each(cases)('%s', (brief, person, company) => {
    const { found } = read(brief);
    expect([found.clientName?.value, found.clientCompany?.value]).toEqual([person, company]);
  });
});

test('of several addresses the one that fits the client is theirs', () => {
  const { found } = read(
    'Flowers for Anneke Vosloo. Planner is Bronwyn (bronwyn@perfectday.test). Anneke: anneke.vosloo@post.test, EUR 900',
  );
  expect(found.clientEmail?.value).toBe('anneke.vosloo@post.test');
});

test('two firms that are named alike are asked about', () => {
  const { found, questions } = read('Logo for Redfern Ltd. Logo for Tolley Ltd. EUR 900');
  expect(found.clientCompany).toBeUndefined();
  expect(questions).toContain('clientName');
});

test('what a page would not show names nobody', () => {
  const { found } = read(
    'Proofreading for Gil Parr, EUR 900 <span style="font-size:0">Client: Hidden Holdings Ltd</span>',
  );
  expect([found.clientName?.value, found.clientCompany]).toEqual(['Gil Parr', undefined]);
});

test('of a forwarded mail the writer of the inner one is the client', () => {
  const { found } = read(
    '---------- Forwarded message ---------\nFrom: Bo Lund <bo@lund.test>\n\nPassing this on.\n\n> From: Petra Novak <petra@novak.test>\n>\n> Hi, we agreed on EUR 900 for the logo.\n>\n> Petra',
  );
  expect([found.clientName?.value, found.clientEmail?.value]).toEqual(['Petra Novak', 'petra@novak.test']);
});

test.each(['Sign here', 'Click here', '[Accept here](https://x.test)', 'Klicken Sie hier', 'Unterschreiben Sie hier'])(
  '"%s" introduces nobody',
  (words) => {
    const { found } = read(`Brand identity for Acme (dana@acme.test), EUR 4,000. ${words}.`);
    expect(found.clientName).toBeUndefined();
    expect(found.clientCompany?.value).toBe('Acme');
  },
);

test.each([
  ['Hiya, Nuala here from the guest house. Could you do us a website, €1,500, by 1 June?', 'Nuala'],
  ['Hi, Anna Brandt here. A logo for €900, by 1 June?', 'Anna Brandt'],
])('%s', (brief, name) => {
  expect(read(brief).found.clientName?.value).toBe(name);
});

describe('the country that stands behind the client', () => {
  test.each([
    ['Photos for Studio Lumen BV in Amsterdam, Netherlands (ruben@lumen.test), EUR 1,800', 'NL'],
    ['Logo for Lumen BV in the Netherlands, EUR 900', 'NL'],
    ['Logo für die Lumen AG, Zürich, Schweiz, CHF 900', 'CH'],
    ['Logo für die Lumen GmbH aus Österreich, 900 €', 'AT'],
    ['Logo pour Lumen SA à Genève, Suisse, 900 CHF', 'CH'],
    ['Logo para Lumen SL de Madrid, España, 900 €', 'ES'],
    ['Logo for Lumen Ltd (Dublin, Ireland), EUR 900', 'IE'],
    ['Logo for Dana Reyes, Lisbon, Portugal, EUR 900', 'PT'],
    // A town alone, an event, or a place of something else.
    ['Logo for Lumen Ltd, Paris, EUR 900', undefined],
    ['Wedding of Tom and Ann in Lisbon, Portugal, EUR 900', undefined],
    ['Talk for Hale & Sons in Vienna, Austria at 14:00 on 4 May 2027, EUR 900', undefined],
    ['Brochure for Hale & Sons on trips to Spain, EUR 900', undefined],
    ['Translation for Hale & Sons from Spanish, EUR 900', undefined],
  ])('%s', (brief, country) => expect(read(brief).found.clientCountry?.value).toBe(country));
});
