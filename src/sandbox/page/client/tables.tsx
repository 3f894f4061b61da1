import type { PageBlock } from '../page-state.ts';
import { BlockElement } from './elements.tsx';
import { RichText } from './rich-text.tsx';
import { Words } from './words.tsx';

type Raw = Record<string, unknown> & { type: string };
const list = (value: unknown): Raw[] => (Array.isArray(value) ? (value as Raw[]) : []);

function Cell({ cell }: { cell: Raw }) {
  if (cell.type === 'rich_text') return <RichText block={cell} />;
  return <>{String(cell.text ?? cell.value ?? '')}</>;
}

export function Table({ block }: { block: PageBlock }) {
  const [head = [], ...body] = (block.rows ?? []) as Raw[][];
  const settings = list(block.column_settings) as unknown as ({ align?: string } | null)[];
  const look = (index: number) => ({ textAlign: settings[index]?.align ?? 'left' });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls, and must by keyboard too
    <section class="block table" tabIndex={0} aria-label={String(block.caption ?? 'Table')}>
      <table>
        {block.caption !== undefined && <caption>{String(block.caption)}</caption>}
        <thead>
          <tr>
            {head.map((cell, index) => (
              <th scope="col" style={look(index)}>
                <Cell cell={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.map((row) => (
            <tr>
              {row.map((cell, index) => (
                <td style={look(index)}>
                  <Cell cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

export function Card({ block }: { block: Raw }) {
  const hero = block.hero_image as Raw | undefined;
  return (
    <div class="block card">
      {hero && <img src={String(hero.image_url)} alt={String(hero.alt_text)} />}
      <strong>
        <Words text={block.title} />
      </strong>
      <small>
        <Words text={block.subtitle} />
      </small>
      <p>
        <Words text={block.body} />
      </p>
      <div class="actions">
        {list(block.actions).map((element) => (
          <BlockElement element={element} blockId={String(block.block_id)} />
        ))}
      </div>
    </div>
  );
}
