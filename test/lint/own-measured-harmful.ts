import type { Measured } from './own-measured-cases.ts';

/** By the rule that tells of it, what contradicts the contracts of `own-measured-cases.ts`. */
export const HARMFUL: readonly (readonly [rule: string, of: Measured, ...sentences: string[]])[] = [
  [
    ...(['address', 'web'] as const),
    'Customer VAT DE999999999.',
    'USt-IdNr. des Auftraggebers: DE999999999.',
    'Your VAT number is FR40303265045.',
    'Votre numéro de TVA est le FR83404833048.',
    'El NIF-IVA del cliente es ESB12345674.',
    'Notices go by post to 5 Wrong Street.',
    'Mitteilungen gehen per Post an die Falsche Straße 5, Köln.',
    'Les courriers sont envoyés au 5 rue du Faux.',
    'Las notificaciones se envían por correo a la calle Falsa 5.',
  ],
  [
    ...(['licence', 'web'] as const),
    'Usage covers print advertising and billboards too.',
    'You may use the pages worldwide and for as long as you wish.',
    'You may not use the pages on social media.',
    'You may use the work for any purpose.',
    'Sie dürfen die Seiten auch für Plakate nutzen.',
    'Nutzung: nur Website.',
    'Puede usar las páginas solo en su blog.',
    'Vous pouvez utiliser les pages pour une campagne à la télévision.',
  ],
  ['portfolio', 'web', 'We may show the drafts in our portfolio before launch.'],
  [
    ...(['portfolio', 'shoot'] as const),
    'Die Bilder dürfen nicht in unserem Portfolio gezeigt werden.',
    'No publicaremos las fotos en nuestro porfolio.',
  ],
  [
    ...(['portfolio', 'hours'] as const),
    'I may list you as a client on my website and show the results.',
    'Nous pourrons présenter ce travail dans notre portfolio et citer votre nom.',
  ],
];
