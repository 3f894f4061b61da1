import { owedIn } from '../conditions/owed.ts';
import { scanShares } from '../money/share-scan.ts';
import { said } from '../passages/letters.ts';
import { lengthsIn } from './lengths.ts';

/** Shares of the price, in thousandths of a percent, that words about a kill fee name, each once; nothing is no share. */
export function killSharesIn(words: string): number[] {
  const shares = [...scanShares(words, []), ...owedIn(words, 'EUR')].flatMap(({ percentMilli }) => percentMilli || []);
  return [...new Set(shares)];
}

const BEFORE = said("before|within|prior|vor|vorher|davor|avant|d[’']avance|antes|J ?[-–] ?\\d+");
/** Whether it hangs on when somebody calls off: then it is a scale of cancelling. */
export const hangsOnTime = (words: string): boolean => lengthsIn(words).length > 0 || BEFORE.test(words);

/** The one share that a kill fee is; undefined where it is a sum, hangs on when somebody calls off, or is no share. */
export function killFeeIn(words: string): number | undefined {
  const [share, ...more] = killSharesIn(words);
  if (share === undefined || share > 100_000 || more.length > 0) return undefined;
  return hangsOnTime(words) ? undefined : share;
}
