import { monthsOf } from '../briefs/agreed/lengths.ts';
import { type Bounds, boundsIn } from '../briefs/agreed/rights.ts';
import { territoriesIn } from '../briefs/agreed/territories.ts';
import { spanOf } from '../contracts/rights-wording.ts';
import type { Terms } from '../contracts/terms.ts';
import { firstAgainst, making } from './custom.ts';
import { useAgainst } from './custom-use.ts';
import { clausesNamed, type Fix, type LintScene, type Rule } from './finding.ts';
import { LICENSED, OTHER_RIGHTS, RIGHTS_KEPT } from './own-cues.ts';
import { spokenIn } from './own-facts.ts';
import { LIMITED_USE } from './own-plain-cues.ts';
import { AS_LONG, LICENCE, USED, WORKS, YOU_ALONE } from './own-use-cues.ts';
import { lengthsSaid, partWith, readingsOf } from './own-values.ts';
import { type OwnWords, ownWording } from './own-words.ts';

/** One's own wording against what for, where and how long the client may use the work, and whether alone. */
export const OWN_LICENCE: Rule = {
  id: 'custom.other-licence',
  title: 'Another licence in your own words',
  grade: 'blocks',
  check: firstAgainst(ownWording, otherLicence),
};

type Rights = NonNullable<Terms['rights']>['value'];
type Extent = { readonly rights: Rights | undefined; readonly exclusive: boolean };

/** What the clause on rights lets the client do; a licence of photographs has no bounds where nobody named one. */
function extentIn(scene: LintScene): Extent | undefined {
  const rights = scene.terms.rights?.value;
  const exclusive = clausesNamed(scene, 'licence-exclusive').length > 0;
  const licensed = clausesNamed(scene, 'licence', 'photo-licence').length > 0;
  if (licensed || rights) return { rights, exclusive: exclusive || rights?.kind === 'assignment' };
  return clausesNamed(scene, 'ip-assignment').length > 0
    ? { rights: { kind: 'assignment' }, exclusive: true }
    : undefined;
}

/** “Limited to six months”. */
function limitIn(part: string): number | undefined {
  const [length, ...more] = LIMITED_USE.test(part) ? lengthsSaid(part) : [];
  return length && more.length === 0 ? monthsOf(length) : undefined;
}

/** All that a reading of the words in any language says of the extent. */
function boundsSaid(part: string): Bounds {
  const all = readingsOf(part).map(boundsIn);
  const first = <K extends keyof Bounds>(name: K) => all.find((each) => each[name] !== undefined)?.[name];
  const months = first('months');
  return {
    months: months === undefined ? (AS_LONG.test(part) ? null : limitIn(part)) : months,
    territory: first('territory'),
    exclusive: first('exclusive') ?? (YOU_ALONE.test(part) || undefined),
  };
}

function otherLicence(scene: LintScene, own: OwnWords) {
  const speaks = (words: string) => LICENCE.test(words) || (USED.test(words) && WORKS.test(words));
  if (!speaks(own.text)) return undefined;
  const extent = extentIn(scene);
  const { text } = spokenIn(scene, own);
  const part = extent && partWith(text, speaks);
  if (!part || OTHER_RIGHTS.test(part)) return undefined;
  // Who keeps the rights, or gives a licence where they pass on, says something else than how far it goes.
  const passes = extent.rights?.kind === 'assignment';
  if (passes && (LICENSED.test(part) || RIGHTS_KEPT.test(part))) return undefined;
  const said = boundsSaid(part);
  const differs = differenceOf(said, extent);
  const use = differs && !differs.unsure ? undefined : useAgainst(part, extent.rights);
  if (use)
    return {
      sentence: `Your own wording has the client use the work ${use.said}; the clause on rights has it used ${use.now}.`,
      term: 'rights' as const,
    };
  if (!differs) return undefined;
  return {
    sentence: `Your own wording has the client use the work ${differs.said}; the clause on rights has it ${differs.now}.`,
    term: 'rights' as const,
    make: differs.exclusive === undefined ? widened(scene, said, extent) : alone(scene, differs.exclusive),
    grade: differs.unsure ? ('warns' as const) : undefined,
  };
}

type Difference = { said: string; now: string; exclusive?: boolean; unsure?: boolean };

const spanWords = (months: number | null) => (months === null ? 'without end' : `for ${spanOf(months)}`);

function differenceOf(
  { months, territory, exclusive }: Bounds,
  { rights, exclusive: only }: Extent,
): Difference | undefined {
  const licence = rights?.kind === 'licence' ? rights : undefined;
  const now = licence ? licence.months : null;
  if (months !== undefined && months !== now) return { said: spanWords(months), now: spanWords(now) };
  const place = licence?.territory ?? 'worldwide';
  if (territory !== undefined && !isSamePlace(territory, place))
    return {
      said: `in ${territory}`.replace(/^in worldwide/, 'worldwide'),
      now: place,
      unsure: placesIn(place).size === 0,
    };
  if (exclusive === undefined || exclusive === only || rights?.kind === 'assignment') return undefined;
  return {
    said: exclusive ? 'alone' : 'beside others',
    now: only ? 'use it alone' : 'use it beside others',
    exclusive,
  };
}

const placesIn = (territory: string) => new Set(territoriesIn(territory).map(({ place }) => place));

function isSamePlace(said: string, agreed: string): boolean {
  const [one, other] = [placesIn(said), placesIn(agreed)];
  if (other.has('worldwide') && one.has('worldwide')) return true;
  return (
    said.toLowerCase() === agreed.toLowerCase() ||
    (one.size === other.size && [...one].every((place) => other.has(place)))
  );
}

function widened(scene: LintScene, { months, territory }: Bounds, { rights }: Extent): Fix | undefined {
  const now = rights?.kind === 'licence' ? rights : { use: 'all uses', territory: 'worldwide', months: null };
  return making(scene, 'Make it that licence', {
    rights: {
      kind: 'licence',
      use: now.use,
      territory: territory ?? now.territory,
      months: months === undefined ? now.months : months,
    },
  });
}

/** The library has an exclusive wording of the plain licence. */
function alone(scene: LintScene, exclusive: boolean): Fix | undefined {
  const [clause] = clausesNamed(scene, 'licence');
  if (!clause) return undefined;
  const { licence: _, ...others } = scene.terms.variants?.value ?? {};
  const variants = exclusive ? { ...others, licence: 'licence-exclusive' } : others;
  return making(scene, exclusive ? 'Take the exclusive wording' : 'Take the usual wording', {
    variants: Object.keys(variants).length > 0 ? variants : undefined,
  });
}
