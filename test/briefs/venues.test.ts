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

describe('a place behind the time is the booking’s in every language, and ends with its sentence', () => {
  it.each([
    ['Wedding for Ana Ruiz, 12 June 2027 at 4pm in Madrid. EUR 3,000', 'Madrid'],
    ['Hochzeit für Ana Ruiz, 12. Juni 2027 um 16 Uhr in Madrid. EUR 3.000', 'Madrid'],
    ['Mariage pour Ana Ruiz, 12 juin 2027 à 16h à Madrid. EUR 3.000', 'Madrid'],
    ['Mariage pour Ana Ruiz, 12 juin 2027 à 16h au Château de Versailles, 3.000 EUR', 'Château de Versailles'],
    ['Boda de Ana Ruiz, 12 de junio de 2027 a las 16:00 en Madrid. EUR 3.000', 'Madrid'],
    ['Boda para Ana Ruiz, 12 de junio de 2027 a las 16:00 en Madrid con dos fotógrafos, 3.000 €', 'Madrid'],
    [
      'Boda para Ana Ruiz, 12 de junio de 2027 a las 16:00 en la Finca Los Olivos, Toledo. EUR 3.000',
      'Finca Los Olivos, Toledo',
    ],
  ])('%s', (brief, place) => {
    const parsed = parse(brief);
    expect(short(parsed, 'booking')).toBe(`2027-06-12 16:00 @${place}`);
    expect(short(parsed, 'fee')).toBe('EUR 300000');
  });

  it('money is no place', () => {
    expect(short(parse('Mariage pour Ana Ruiz, 12 juin 2027 à 16h en EUR 3.000'), 'booking')).toBe('2027-06-12 16:00');
  });

  it('a house elsewhere in Bogotá is by its own clock', () => {
    const { booking } = parse('Taller para Acme SL, 12 de junio de 2027, 10:00, en Bogotá. EUR 900').found;
    expect(booking?.value).toMatchObject({ place: 'Bogotá', zone: 'America/Bogota' });
  });
});
