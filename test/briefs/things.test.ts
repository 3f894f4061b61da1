import { describe, expect, it } from 'vitest';
import { parse } from './cases.ts';

const listed = (brief: string) =>
  parse(brief)
    .found.deliverables?.value.map(({ text }) => text)
    .join(' | ');
/** Without what only the title of the work says. */
const counted = (brief: string) => {
  const { found } = parse(brief);
  return found.deliverables?.quote === found.title?.quote ? undefined : listed(brief);
};

describe('counted things that somebody orders, whatever they are', () => {
  it.each([
    ['Hi Jo. Here’s the order: 14 aprons and a banner for the fair. $820 all in.', '14 aprons | Banner'],
    ['Hi Jo, happy with it all.\n30 mugs @ £12 = £360\n12 jugs @ £20 = £240\nTotal £600', '30 mugs | 12 jugs'],
    ['Hi Jo, as agreed: edit of 4 tutorial films, £1,900 the lot', '4 tutorial films'],
    ['Hi Jo, £640 for all 90 prompts, recorded in May', '90 prompts'],
    ['Guten Tag, ich nehme 2 Esstische und 8 Stühle aus Eiche, 6.200 Euro', '2 Esstische | 8 Stühle'],
    ['Hallo Kim, wir bestellen 8 Schürzen und 2 Kochjacken, zusammen 640 €', '8 Schürzen | 2 Kochjacken'],
    ['Bonjour, je vous commande quatre chaises cannées et une table basse pour 1 250 €', 'Quatre chaises cannées | Table basse'],
    ['Bonjour, on part sur : un logo, une charte de 20 pages, une affiche. 1 900 € HT', 'Logo | Charte de 20 pages | Affiche'],
    ['Hola, necesito 4 mesas de roble y 12 sillas para el comedor, 5.600 € todo', '4 mesas de roble | 12 sillas'],
    ['Hola, quedamos en 900 € por 6 delantales, tela incluida, y listo', '6 delantales'],
  ])('%s', (brief, items) => expect(counted(brief)).toBe(items)); // biome-ignore format: a table

  it.each([
    ['Hi Sam, we have 3 vans and 12 drops a week. We’d like a logo on them. £900'],
    ['DJ set for 200 people, 2 turntables on site, 4 hours, £700'],
    ['* 18 ladies, room 4\n* £320 in total\n* beadwork, no kits'],
    ['Grüezi, wir sind 4 Trompeten und 2 Hörner und suchen einen Dirigenten, CHF 120 pro Probe'],
    ['Bonjour, nous avons 3 gîtes et 2 chevaux, il nous faut un site, 2 400 €'],
    ['Hola, tengo 2 perros y 3 gatos, son 15 euros por paseo'],
    ['To: Harbour Honey Ltd, 41 Commercial St, Takaka\nFee £900'],
    ['Hi Jo, in 2019 we paid the last one £1,900 for 8 plates. Yours is £2,400.'],
  ])('“%s” lists nothing', (brief) => expect(counted(brief)).toBeUndefined());
});

describe('what belongs to a counted thing', () => {
  it.each([
    ['Hola, entrego: 24 ilustraciones a color, 1 portada (tapa dura). 900 €', '24 ilustraciones a color | 1 portada'],
    ['Hola, son seis cápsulas animadas de cuarenta segundos, 900 €', 'Seis cápsulas animadas de cuarenta segundos'],
    ['Hola, porfa 300 fotos retocadas mínimo, 900 €', '300 fotos retocadas mínimo'],
    ['Hola, son 2 cuñas de radio de 20 segundos, 900 €', '2 cuñas de radio de 20 segundos'],
    ['Bonjour. 5 épisodes montés et mixés, 900 € HT en tout', '5 épisodes montés et mixés'],
    ['Bonjour. Un film de dix minutes et cent cinquante photos retouchées, 900 €', 'Film de dix minutes | Cent cinquante photos retouchées'],
    ['Bonjour. 6 articles de blogue de 900 mots, 900 €', '6 articles de blogue de 900 mots'],
    ['Bonjour. 8 publications par mois, 480 € par mois', '8 publications par mois'],
    ['Hallo, 3 Clips à 30 Sekunden für den Hofladen, 900 Euro', '3 Clips à 30 Sekunden'],
    ['Hallo, 1 Plakat A2 und 2 Hefte mit 16 Seiten, 900 Euro', '1 Plakat A2 | 2 Hefte mit 16 Seiten'],
    ['Hi Jo, please prepare two bound copies of the report, £300', 'Two bound copies of the report'],
    ['Hi Jo, handover: 6 screens, 1 icon set, 1 clickable prototype. £300', '6 screens | 1 icon set | 1 clickable prototype'],
  ])('%s', (brief, items) => expect(listed(brief)).toBe(items)); // biome-ignore format: a table

  it('takes the count that was put right', () => {
    expect(listed('Bonjour : 6 épisodes montés, 900 €. Pardon, je me suis trompé : 8 épisodes montés, 900 €.')).toBe(
      '8 épisodes montés',
    );
  });
});
