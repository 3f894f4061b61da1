import { lettered } from '../passages/letters.ts';
import { COMMON_NOUNS, isRole, SMALL_WORDS } from './people.ts';

export type Token = { readonly text: string; readonly start: number; readonly end: number };

export const TOKEN = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}'’&\u2011-]|\.(?=[\p{L}\p{N}-]))*\.?|&|\+|[^\s]/gu;
const CAPITAL = /^(?:[dlDL]['’])?\p{Lu}/u;
export const LINKS = new Set(
  '& + and of the de del della der den des du d la le las los les dos da do di van von vom vor zum zur am im bin al für for und et y e a ter ten binte binti'.split(
    ' ',
  ),
);
export const ENDS_SENTENCE = /[\p{L}\p{N})]\.$/u;
export const ABBREVIATED =
  /^(?:\p{Lu}|St|Ste|Jr|Pvt|Pty|Bros|Ph|Univ|Co|Gebr|Cie|Sta|Sto|Ma|Mª|Fco|Hnos|Ev|Kath|Fa)\.$/u;
export const bare = (word: string) => word.replace(/[.,’']+$/u, '').replace(/['’]s$/u, '');

export const isCapital = ({ text }: Pick<Token, 'text'>) => CAPITAL.test(text);
/** "I'll", "C'est": no name, however it begins. */
const CLITIC = /^(?:(?:I|We|You|He|She|They|It|That|There|Who|What|Let)['’]|[CDJLMNSTQ](?:u)?['’]\p{Ll})/u;
/** What is made or held, in one German word or before "de": "Immobilienexposé", "Firmenfest", "Migración". */
const WORKS =
  /^\p{Lu}\p{Ll}{3,}(?:exposé|fest|feier|konzept|broschüre|katalog|plakat|kampagne|tagung|schulung|übersetzung|reportage|führung|jubiläum)$|^(?:Migración|Auditoría|Traducción|Edición|Corrección|Maquetación|Ilustración|Campaña|Catálogo|Mantenimiento|Redacción|Mezcla|Rediseño|Grabación)$/u;
/** "Deutsch-Polnisch", "Español-Inglés": from which language into which. */
const TONGUE =
  'arab\\p{L}*|english|englisch|anglais|inglés|german|deutsch|allemand|alemán|french|französisch|français|francés|spanish|spanisch|espagnol|español|italian|italienisch|italien|italiano|portug\\p{L}*|russ\\p{L}*|polish|polnisch|polonais|polaco|turkish|türkisch|turc|turco|dutch|niederländisch|néerlandais|neerlandés|czech|tschechisch|danish|dänisch|swedish|schwedisch|ukrain\\p{L}*|chinese|chinesisch|chinois|chino|japan\\p{L}*|rumänisch|romanian|ungarisch|hungarian|griechisch|greek|kroatisch|serbisch|catal[aá]n?|katalanisch|basque|euskera';
const TONGUES = lettered(`^(?:${TONGUE})[-/](?:${TONGUE})$`, 'iu');
export const isNoName = (word: string, begins: boolean) => {
  if (CLITIC.test(word)) return true;
  const lower = bare(word).toLowerCase();
  // "Excel-Schulungen", "Product-Shoot": the last part says what it is.
  if (TONGUES.test(lower)) return true;
  if (begins && lower.includes('-') && COMMON_NOUNS.has(lower.split('-').at(-1) ?? '')) return true;
  if (begins && WORKS.test(word)) return true;
  return COMMON_NOUNS.has(lower) || isRole(lower) || (begins && SMALL_WORDS.has(lower));
};
