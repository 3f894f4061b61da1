import type { VNode } from 'preact';
import { Badge } from '../portal/layout.tsx';
import type { Difference } from './template-diff.ts';

const HOW = { added: 'Added', removed: 'Removed', moved: 'Moved', changed: 'Changed' } as const;

/** What differs, each with its text: what came is underlined, what went is struck through, and both are named. */
export function Differences({ list }: { list: readonly Difference[] }): VNode {
  if (list.length === 0) return <p>Nothing differs.</p>;
  return (
    <ul class="entries">
      {list.map(({ what, how, was, now, pieces }) => (
        <li>
          <p class="name">
            <Badge tone={how === 'removed' ? 'bad' : how === 'added' ? 'good' : 'quiet'}>{HOW[how]}</Badge> {what}
          </p>
          {was !== undefined && (
            <p>
              <del>{was}</del> {'→'} <ins>{now}</ins>
            </p>
          )}
          {pieces && (
            <p class="source">
              {pieces.map(({ words, how: piece }) =>
                piece === 'same' ? words : piece === 'added' ? <ins>{words}</ins> : <del>{words}</del>,
              )}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
