import { describe, expect, it } from 'vitest';
import { parse, short } from './cases.ts';

const who = (brief: string) => {
  const parsed = parse(brief);
  return [short(parsed, 'clientName'), short(parsed, 'clientCompany')].map((one) => one ?? '-').join(' / ');
};

describe('where people celebrate is no client', () => {
  it.each([
    ['Hochzeitsfotos für Frau Anna Lorenz, anna@lorenz.test, Standesamt Altona, 5. Juni 2027 um 14 Uhr', 'Anna Lorenz'],
    ['Hochzeitsfotos für Jana Petersen, Schloss Benrath, 12. Juni 2027 ab 13 Uhr, 2.400 €', 'Jana Petersen'],
    ['Wedding photos for Ellie Marsh, Camden Town Hall, 12 June 2027 at 2pm, £1,200', 'Ellie Marsh'],
    ["Wedding for Tom and Ellie Marsh, St Mary's Church, 12 June 2027, £1,800", 'Tom and Ellie Marsh'],
    ['Reportage de mariage pour Claire Dubois, mairie de Lyon, 12 juin 2027 à 15 h, 1 500 €', 'Claire Dubois'],
    ['Fotos de boda para Lucía Romero, Iglesia San Miguel, 12 de junio de 2027 a las 17:00', 'Lucía Romero'],
  ])('%s', (brief, name) => {
    expect(who(brief)).toBe(`${name} / -`);
  });

  it.each([
    [
      'Wedding photos for Laura Finch (laura@finch.test), 12 June 2027, 2pm-midnight, Kew Gardens, London. GBP 2,400',
      'Laura Finch / -',
      '2027-06-12 14:00 +600 @Kew Gardens, London',
    ],
    [
      'Birthday party photos for Sam Lee (sam@lee.test), 5 May 2027 3pm, Riverside Studios, Hamburg, EUR 900',
      'Sam Lee / -',
      '2027-05-05 15:00 @Riverside Studios, Hamburg',
    ],
    [
      'Hochzeitsfotos für Jana Petersen, Schloss Benrath, 12. Juni 2027 ab 13 Uhr, 2.400 €',
      'Jana Petersen / -',
      '2027-06-12 13:00 @Schloss Benrath',
    ],
  ])('but where the work takes place: %s', (brief, client, booking) => {
    expect(who(brief)).toBe(client);
    expect(short(parse(brief), 'booking')).toBe(booking);
  });

  it('and is nobody where the client is a family without a first name', () => {
    expect(who('Hochzeitsreportage für Familie Kruse, Schloss Benrath, 12. Juni 2027 ab 13 Uhr')).not.toContain(
      'Benrath',
    );
  });

  it.each([
    ['Wedding brochure photos for Camden Town Hall, 5 June 2027, £900', 'Camden Town Hall'],
    ['Fotos der Hochzeitssäle für die Schloss Benrath GmbH, 5. Juni 2027, 900 €', 'Schloss Benrath GmbH'],
    ['Client: Hotel Bellevue\nPhotos of a wedding on 5 June 2027, £900', 'Hotel Bellevue'],
  ])('unless the brief says that it orders the work: %s', (brief, house) => {
    expect(who(brief)).toContain(house);
  });
});

describe('a private person, as the brief says', () => {
  it.each([
    'Hochzeitsfotos für Anna Lorenz (privat), 5. Juni 2027, 1.200 €',
    'Porträts für Anna Lorenz, als Privatperson, 900 €',
    'Wedding photos for Ellie Marsh (private), 12 June 2027',
    'Portraits for Ellie Marsh, a private client, £400',
    'Reportage pour Claire Dubois (particulière), 12 juin 2027',
    'Portraits pour Claire Dubois, à titre privé, 400 €',
    'Fotos de boda para Lucía Romero (particular), 12 de junio de 2027',
    'Retratos para Lucía Romero, a título personal, 400 €',
  ])('%s', (brief) => {
    expect(short(parse(brief), 'clientKind')).toBe('private');
  });

  it('and nothing of it where "in particular" only means above all', () => {
    expect(short(parse('Logo for Ellie Marsh, in particular, the signet, £400'), 'clientKind')).toBeUndefined();
  });
});
