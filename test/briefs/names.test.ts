import { describe, expect, it } from 'vitest';
import { parse } from './cases.ts';

const who = (brief: string) => {
  const { clientName, clientCompany } = parse(brief).found;
  return `${clientName?.value ?? '-'} / ${clientCompany?.value ?? '-'}`;
};

describe('who the client is', () => {
  it.each([
    ['copy for Wenlock Preserves - 4 product pages, €900 flat', '- / Wenlock Preserves'],
    ['QUOTE 17\n\nTo: Thandeka Mabaso\nKaroo Stone Traders (Pty) Ltd\n\nPhotos ... R 9 500', 'Thandeka Mabaso / Karoo Stone Traders (Pty) Ltd'],
    ['Enquiry\nFirst / last: Prudence Hartigan\nCompany: Saddle Rock Title, LLC\nFee: $850', 'Prudence Hartigan / Saddle Rock Title, LLC'],
    ['Kontaktformular\nVorname Nachname: Quirin Ebner\nOrganisation: Bergwacht Ortsstelle Hinterau\nGage: 900 Euro', 'Quirin Ebner / Bergwacht Ortsstelle Hinterau'],
    ['Guten Tag, gerne für CHF 900.\n\nFreundliche Grüsse\nUrs Zgraggen\nLeiter Technik\nWärmeverbund Uri Nord, Genossenschaft', 'Urs Zgraggen / Wärmeverbund Uri Nord, Genossenschaft'],
    ['Bonjour, entendu pour 900 €.\n\nSalutations distinguées.\n\nMe Corentin Kerbrat\nSCP Kerbrat-Le Goff, notaires', 'Corentin Kerbrat / SCP Kerbrat-Le Goff'],
    ['Hola, hablé con la Sra. Elvira Paucar, de Panadería Don Eusebio S.R.L., 900 soles', 'Elvira Paucar / Panadería Don Eusebio S.R.L.'],
    ['Guten Tag, gerne für 900 Euro.\n\nMit freundlichen Grüßen\nMag. Verena Wurzer\nRechtsanwältin\nWurzer & Lechner OG', 'Verena Wurzer / Wurzer & Lechner OG'],
  ])('%s', (brief, client) => expect(who(brief)).toBe(client)); // biome-ignore format: a table

  it.each([
    'Saltmarsh Sauna',
    'Calder Windows',
    'Ostler Pumps',
    'Radhaus Bremen',
    'Forja Zubiri',
    'Ciclos Triana',
    'Vélo Bastille',
  ])('is the firm %s', (firm) => expect(who(`Logo for ${firm}, €900 flat`)).toBe(`- / ${firm}`));

  it.each(['Hedda Kirchhoff', 'Joss Ferrier', 'Alwin Strunz', 'Candelaria Rey', 'Clothilde Marchand'])(
    'is %s, a person',
    (person) => expect(who(`Logo for ${person}, €900 flat`)).toBe(`${person} / -`),
  );

  it.each([
    ['Kleidung: wir bestellen 8 Schürzen, zusammen 640 €'],
    ['E-Mail-Serie: fünf Mails, pauschal 1.600 €'],
    ['We film the trail through County Offaly. R18 500 for all of it'],
  ])('is nobody in “%s”', (brief) => expect(who(brief)).toBe('- / -'));

  it('is not whom a mail is written to', () => {
    expect(who('From: Ros Amankwah <ros@quill.test>\nTo: Tess Birch\nSubject: plates\n\nHi Tess, £900 it is.')).toMatch(
      /^Ros Amankwah/,
    );
  });
});

it.each([
  ['School Business Manager', undefined],
  ['Hospital Events Manager', undefined],
  ['St Cuthbert’s Primary School', 'St Cuthbert’s Primary School'],
])('what somebody is at a house is no house: %s', (below, firm) => {
  const { found } = parse(
    `Fee 900 EUR for the lessons.\n\nYours sincerely,\nMargaret Pell\n${below}\nm.pell@house.test`,
  );
  expect([found.clientName?.value, found.clientCompany?.value]).toEqual(['Margaret Pell', firm]);
});

it('a health insurer and a mix are nobody’s given names', () => {
  expect(parse('Die Vitalis BKK bucht mich als Fotografen, 1.250 €.').found.clientCompany?.value).toBe('Vitalis BKK');
  expect(parse('5 Songs, Mix und Master, 1.750 Euro alles zusammen.').found.clientName).toBeUndefined();
});
