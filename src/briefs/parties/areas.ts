import { areaNamed } from '../../contracts/place.ts';
import { type Terms, term } from '../../contracts/terms.ts';
import { escaped } from '../passages/letters.ts';

/** A town, a state, or both: “Brooklyn, NY”, “Oakland, California”, “Chicago”. */
const TOWN = String.raw`\p{Lu}[\p{L}.'’]+(?:[ -]\p{Lu}[\p{L}.'’]+){0,3}`;
const PLACE = String.raw`${TOWN}(?:,? [A-Z]{2}(?![\p{L}\d])|, ${TOWN})?`;
const WHO =
  '(?:[Cc]lient|[Cc]ustomer|[Cc]ompany|[Ss]tart-?up|[Ff]irm|[Aa]gency|[Cc]ouple|[Bb]rand|[Bb]usiness|[Pp]ublisher|[Ss]tudio|[Nn]on-?profit)';
const BASED = '(?:[Bb]ased|[Ll]ocated|[Hh]eadquartered|[Rr]egistered)(?: in| out of)';
const AFTER_BASED = new RegExp(String.raw`(?<![\p{L}])${BASED} (?:downtown )?(${PLACE})`, 'gu');
const AFTER_WHO = new RegExp(String.raw`(?<![\p{L}])${WHO}(?: is| are)?,? (?:in|from|out of) (${PLACE})`, 'gu');
const BEFORE_WHO = new RegExp(String.raw`(?<![\p{L}])(${TOWN})(?:-based)? ${WHO}(?![\p{L}])`, 'gu');
/** The freelancer's own place, and where the work is done. */
const ELSEWHERE =
  /(?<![\p{L}])(?:I|[Ww]e|I['’]m|[Ww]e['’]re|me|us|[Mm]y|[Oo]ur|[Vv]enue|[Ss]hoot(?:ing)?|[Ll]ocation|[Ww]edding|[Ee]vent|[Hh]eld|[Pp]hotographer|[Ff]reelancer?|[Nn]ot)(?![\p{L}])[^.;!?\n]{0,40}$/u;

/**
 * The state, or the city with a law of its own, in which the brief says that the client is. A place where something happens, or that
 * could be several, is none; of two, neither is taken.
 *
 * @param names The client's, as the brief has them.
 */
export function areaOf(text: string, names: readonly string[]): Pick<Terms, 'clientArea' | 'clientCountry'> {
  const named = names.map(
    (name) =>
      new RegExp(
        String.raw`${escaped(name)}(?:,? (?:of|from)| ?\(|,) ?(${TOWN},? [A-Z]{2}|${TOWN}, ${TOWN})(?![\p{L}])`,
        'gu',
      ),
  );
  const found = [AFTER_BASED, AFTER_WHO, BEFORE_WHO, ...named].flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const words = match[1] ?? '';
      const before = text.slice(Math.max(0, match.index - 60), match.index);
      const area = ELSEWHERE.test(before) ? undefined : areaNamed(words);
      return area ? [{ area, quote: match[0] }] : [];
    }),
  );
  const [first] = found;
  if (!first || found.some(({ area }) => area !== first.area)) return {};
  return { clientCountry: term('US', 'brief', first.quote), clientArea: term(first.area, 'brief', first.quote) };
}
