import type { Language, Lexicon } from './language.ts';

type Rules = Lexicon['rules'];
const HOURS = Array.from({ length: 12 }, (_, index) => index + 1);
const EN = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const before = (hour: number) => (hour === 1 ? 12 : hour - 1);

/** "Half past six", "quarter to seven", "six am": hours as words count only where they are a time. */
const ENGLISH: Rules = [
  ...HOURS.flatMap((hour): Rules => {
    const word = `(?:${EN[hour - 1]}|${hour})`;
    return [
      [`half past ${word}`, `${hour}:30`],
      [`half ${word}(?= (?:in the|at night|on the dot|sharp))`, `${hour}:30`],
      [`(?<=(?:at|from|by) )half ${word}(?! (?:thousand|hundred|grand|the|of))`, `${hour}:30`],
      [`(?:a )?quarter past ${word}`, `${hour}:15`],
      [`(?:a )?quarter to ${word}`, `${before(hour)}:45`],
      [`${EN[hour - 1]} (?:thirty )(?=[ap]\\.?m)`, `${hour}:30 `],
      [`${EN[hour - 1]} ?(?=(?:[ap]\\.?m\\.?|o(?:'|’)?clock|in the (?:morning|afternoon|evening)))`, `${hour} `],
    ];
  }),
  ["(\\d{1,2}(?::\\d{2})?)(?: ?o(?:'|’)?clock)? (?:in the|this) morning", '$1 am'],
  ["(\\d{1,2}(?::\\d{2})?)(?: ?o(?:'|’)?clock)? (?:in the (?:afternoon|evening)|at night)", '$1 pm'],
];

const GERMAN: Rules = [
  ['(?<!guten )morgen(?: (?:abend|nachmittag|früh|vormittag|mittag))?(?= (?:um|ab) \\d)', 'tomorrow'],
  ...HOURS.flatMap(
    (hour): Rules => [
      [`halb ${hour}(?: Uhr)?(?= (?:abends|nachmittags))`, `${before(hour)}:30 pm`],
      [`(?:nachmittags|abends) um ${hour}(?: Uhr)?(?![:.]?\\d)`, `at ${hour} pm`],
      [`(?:morgens|vormittags|früh) um ${hour}(?: Uhr)?(?![:.]?\\d)`, `at ${hour} am`],
      [`halb ${hour}(?: Uhr)?`, `${before(hour)}:30 uhr`],
      [`viertel nach ${hour}(?: Uhr)?`, `${hour}:15 uhr`],
      [`(?:viertel vor|dreiviertel) ${hour}(?: Uhr)?`, `${before(hour)}:45 uhr`],
    ],
  ),
  ['(\\d{1,2}) Uhr (\\d{2})(?! ?(?:€|Euro))', '$1:$2 uhr'],
  ['(\\d{1,2})(:\\d{2})? Uhr (?:abends|nachmittags)', '$1$2 pm'],
  ['(\\d{1,2})(:\\d{2})? Uhr (?:in der )?(?:früh|morgens|vormittags)', '$1$2 am'],
];

const FRENCH: Rules = [
  ['(?:à |dès |vers )?(\\d{1,2}) heures? quinze', 'at $1:15'],
  ['(?:à |dès |vers )?(\\d{1,2}) heures? trente', 'at $1:30'],
  ['(?:à |dès |vers )?(\\d{1,2}) heures? (?:quarante-cinq|quarante cinq)', 'at $1:45'],
  ["(\\d{1,2}) (?:heures?|h) et demie? (?:du soir|de l(?:’|')après-midi)", '$1:30 pm'],
  ['(\\d{1,2}) (?:heures?|h) et demie?(?: du matin)?', '$1:30'],
  ['(\\d{1,2}) (?:heures?|h) et quart', '$1:15'],
  ['(\\d{1,2}) ?(?:heures?|h) du matin', '$1 am'],
  ["(\\d{1,2}) ?(?:heures?|h) (?:du soir|de l(?:’|')après-midi)", '$1 pm'],
  ['(?:à|dès|vers|pour) (\\d|1\\d|2[0-3]) heures? (\\d{2})(?! ?(?:€|euros))', 'at $1:$2'],
  ['(?:à|dès) (\\d|1\\d|2[0-3]) heures?(?! (?:avant|de |près|par))', 'at $1:00'],
  ['(?:rdv|rendez-vous|mise en place|début|accueil|arrivée)(?: (?:à|dès|vers|pour))? (?=\\d{1,2} ?h)', 'at '],
  ['dès (?=\\d{1,2} ?h)', 'at '],
];

const SPANISH: Rules = [
  ['mañana(?= (?:a las|a la una|desde las)(?! \\d+ horas))', 'tomorrow'],
  ...HOURS.map((hour) => [`(?:un )?cuarto para las ${hour}`, `las ${before(hour)}:45`] as const),
  ...HOURS.map((hour) => [`las ${hour} menos cuarto`, `las ${before(hour)}:45`] as const),
  ['a la una(?: en punto)?(?= de la tarde| y )', 'a las 1'],
  ['(\\d{1,2}) en punto(?= de la)', '$1'],
  ['(\\d{1,2}) y media de la mañana', '$1:30 am'],
  ['(\\d{1,2}) y media(?: de la (?:tarde|noche))', '$1:30 pm'],
  ['las (\\d{1,2}) y media', 'las $1:30'],
  ['las (\\d{1,2}) y cuarto', 'las $1:15'],
  ['(\\d{1,2}(?::\\d{2})?)(?: ?h| horas)? de la mañana', '$1 am'],
  ['(\\d{1,2}(?::\\d{2})?)(?: ?h| horas)? de la (?:tarde|noche)', '$1 pm'],
  ['(\\d|1\\d|2[0-3]) ?(?:hs|hrs)(?=[ ,.;\\n]|$)(?! (?:antes|de antelación|previas))', '$1:00'],
];

/** Times of day in the words of each language. */
export const CLOCKS: Readonly<Record<Language, Rules>> = { en: ENGLISH, de: GERMAN, fr: FRENCH, es: SPANISH };
