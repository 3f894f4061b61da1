import type { Span } from '../passages/text.ts';
import { evidenceAround } from './evidence.ts';
import { kindsOf } from './kinds.ts';
import { learned } from './learned.ts';
import { chancesIn } from './weights.ts';

/** The meanings a time of day can have: what is booked begins then, or not. */
export const TIME_MEANINGS = ['none', 'start'] as const;

/** A time of day in the readers' words. */
export type Told = Span & {
  readonly time: string | null;
  readonly minutes: number | null;
  readonly ends: boolean;
  readonly around: string;
};

const NEAR = [6, 20, 50, 120];

/** What happens at a time, in the stems of four languages. */
const KINDS = kindsOf(
  {
    plays:
      'play|perform|stage|set|downbeat|desk|deck|booth|speak|talk|slot|shoot|film|roll|cook|pour|serve|teach|spiel|auftritt|einsatz|dienst|bühne|dreh|leg|moderier|rede|trauung|jou|scène|attaqu|prestation|passage|tourn|filme|toc|subes|actúa|rueda|grab|dicta|expon|canta|presenta|prende',
    begins:
      'start|begin|kick|go on|commence|sharp|los|beginn|anfang|fang|geht|commenc|débu|démarr|empiez|empez|arranc|comienz|inici|punto|pünktlich',
    arrives:
      'arriv|set-?up|load|get in|be there|call|meet|ready|aufbau|ankomm|treff|da sein|parat|install|arriv|montage|rdv|rendez|place|lleg|mont|convoc|cita|esper',
    guests:
      'door|guest|registr|public|audience|lunch|dinner|church|mass|open|gate|einlass|tür|gäst|empfang|kirche|essen|öffn|porte|invit|accueil|repas|ouvr|puert|invitad|público|registro|comida|cena|abre|abren|ingres',
    checks:
      'sound|check|rehears|run-?through|probe|technik|balance|répét|filage|ensayo|prueba|calent|maquill|make-?up|hmc',
    ends: 'until|till|end|finish|close|done|leave|bis|ende|schluss|fertig|jusqu|fin|ferme|hasta|termina|cierr|sal',
    you: 'you|your|yours|du|dein|dich|dir|ihr|ihnen|sie|tu|ton|ta|vous|votre|te|usted|ustedes|tú|vos|i|me|we|ich|wir|je|nous|yo|nosotros',
    others:
      'they|she|he|bus|train|coach|catering|caterer|office|shop|phone|call me|reach|bride|kids|sie|bus|zug|büro|laden|bureau|traiteur|mariée|oficina|tienda|novi|micro',
  },
  { whole: ['you'] },
);
const LAST_STOP = /[.;,\n!?|/–→](?=[^.;,\n!?|/–→]*$)/;

/** The kinds of things said right before and right behind a time. */
function kindsAround(found: Set<string>, text: string, { start, end }: Span): void {
  const before = text.slice(Math.max(0, start - 60), start);
  const stop = LAST_STOP.exec(before);
  const lead = stop ? before.slice(stop.index + 1) : before;
  const rest = text.slice(end, end + 40).split(/[.;,\n!?|/–→]/)[0] ?? '';
  for (const [kind, stems] of KINDS) {
    if (stems.test(lead)) found.add(`lead:${kind}`);
    else if (stems.test(before)) found.add(`far:${kind}`);
    if (stems.test(rest)) found.add(`rest:${kind}`);
  }
}

/** What speaks for the meaning of each time of day of a brief, in the order of the times. */
export function evidenceOfTimes(text: string, times: readonly Told[], dates: readonly Span[]): Set<string>[] {
  const known = [...new Set(times.flatMap(({ time }) => time ?? []))].sort();
  return times.map((told, at) => {
    const found = evidenceAround(text, told, times);
    found.add(`times:${Math.min(4, known.length)}`).add(`at:${Math.min(3, at)}`);
    found.add(`hour:${told.time?.slice(0, 2) ?? '?'}`);
    kindsAround(found, text, told);
    if (told.minutes) found.add('range');
    if (told.ends) found.add('ends');
    if (told.time && told.time === known[0]) found.add('earliest');
    if (told.time && told.time === known.at(-1)) found.add('latest');
    if (times.some((other) => other !== told && other.time === told.time)) found.add('again');
    if (/[,(] ?$/.test(text.slice(told.start - 2, told.start))) found.add('apart');
    const line = text.slice(text.lastIndexOf('\n', told.start - 1) + 1, told.start);
    if (!/\p{L}/u.test(line)) found.add('leading');
    const before = dates.findLast(({ end }) => end <= told.start);
    const gap = before ? told.start - before.end : Number.POSITIVE_INFINITY;
    const broken = before && text.slice(before.end, told.start).includes('\n');
    found.add(`day:${NEAR.findIndex((limit) => gap < limit)}${broken ? '¶' : ''}`);
    const behind = dates.find(({ start }) => start >= told.end);
    found.add(`next:${behind ? NEAR.findIndex((limit) => behind.start - told.end < limit) : '-'}`);
    return found.add('any');
  });
}

/** How likely it is that what is booked begins at each time. */
export const chancesOfTimes = (text: string, times: readonly Told[], dates: readonly Span[]): number[] =>
  evidenceOfTimes(text, times, dates).map(
    (evidence) => chancesIn(learned('times'), evidence)[TIME_MEANINGS.indexOf('start')] ?? 0,
  );
