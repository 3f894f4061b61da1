import { useContext } from 'preact/hooks';
import type { PageBlock } from '../page-state.ts';
import { BlockElement } from './elements.tsx';
import { fieldOf } from './inputs.tsx';
import { RichText } from './rich-text.tsx';
import { type InputValue, Surface } from './surface.ts';
import { Card, Table } from './tables.tsx';
import { isText, Words } from './words.tsx';

type Raw = Record<string, unknown> & { type: string };
const list = (value: unknown): Raw[] => (Array.isArray(value) ? (value as Raw[]) : []);

/** Block Kit, as a person sees it. */
export function Blocks({ blocks }: { blocks: PageBlock[] }) {
  return (
    <>
      {blocks.map((block) => (
        <Block key={block.block_id} block={block} />
      ))}
    </>
  );
}

function Block({ block }: { block: PageBlock }) {
  switch (block.type) {
    case 'section':
      return <Section block={block} />;
    case 'context':
      return <Context block={block} />;
    case 'actions':
    case 'context_actions':
      return (
        <div class="block actions">
          {list(block.elements).map((element) => (
            <BlockElement key={String(element.action_id)} element={element} blockId={block.block_id} />
          ))}
        </div>
      );
    case 'header':
      return (
        <h3 class="block header">
          <Words text={block.text} />
        </h3>
      );
    case 'divider':
      return <hr class="block" />;
    case 'image':
      return <Picture block={block} />;
    case 'input':
      return <Input block={block} />;
    case 'markdown':
      // The server made this with HTML switched off.
      // Markdown rendered by markdown-it with html: false
      return <div class="block markdown" dangerouslySetInnerHTML={{ __html: String(block.html ?? '') }} />;
    case 'rich_text':
      return (
        <div class="block rich-text">
          <RichText block={block} />
        </div>
      );
    case 'table':
    case 'data_table':
      return <Table block={block} />;
    case 'alert':
      return (
        <p class={`block alert ${String(block.level ?? 'default')}`} role={block.level === 'error' ? 'alert' : 'note'}>
          <Words text={block.text} />
        </p>
      );
    case 'card':
      return <Card block={block} />;
    case 'carousel':
      return (
        <div class="block carousel">
          {list(block.elements).map((each) => (
            <Card block={{ ...each, block_id: block.block_id }} />
          ))}
        </div>
      );
    case 'container':
      return <Container block={block} />;
    default:
      return <p class="block unknown">({block.type})</p>;
  }
}

function Section({ block }: { block: PageBlock }) {
  const fields = list(block.fields);
  const accessory = block.accessory as Raw | undefined;
  return (
    <div class={`block section ${accessory ? 'with-accessory' : ''}`}>
      <div class="section-body">
        {isText(block.text) && (
          <p>
            <Words text={block.text} />
          </p>
        )}
        {fields.length > 0 && (
          <div class="fields">
            {fields.map((field) => (
              <p>
                <Words text={field} />
              </p>
            ))}
          </div>
        )}
      </div>
      {accessory && (
        <BlockElement
          element={accessory}
          blockId={block.block_id}
          {...(isText(block.text) ? { label: block.text.text } : {})}
        />
      )}
    </div>
  );
}

function Context({ block }: { block: PageBlock }) {
  return (
    <div class="block context">
      {list(block.elements).map((element) =>
        element.type === 'image' ? (
          <img class="context-image" src={String(element.image_url)} alt={String(element.alt_text)} />
        ) : (
          <span>
            <Words text={element} />
          </span>
        ),
      )}
    </div>
  );
}

function Picture({ block }: { block: PageBlock }) {
  return (
    <figure class="block picture">
      {isText(block.title) && (
        <figcaption>
          <Words text={block.title} />
        </figcaption>
      )}
      <img src={String(block.image_url)} alt={String(block.alt_text)} />
    </figure>
  );
}

/** Text boxes tell when they are left, all others at every change. */
const isTyped = (element: Raw) => /_input$/.test(element.type) && element.type !== 'file_input';

/** A labelled input with its hint and, after a submit, what is wrong with it. */
function Input({ block }: { block: PageBlock }) {
  const surface = useContext(Surface);
  const element = block.element as Raw;
  const actionId = String(element.action_id);
  const id = `field-${block.block_id}`;
  const error = surface.errors[block.block_id];
  const described = [isText(block.hint) && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  const label = isText(block.label) ? block.label.text : '';
  const tells = block.dispatch_action === true;
  return (
    <div class={`block input ${error ? 'wrong' : ''}`}>
      <label for={id}>
        <Words text={block.label} />
        {block.optional === true && <span class="optional"> (optional)</span>}
      </label>
      {fieldOf({
        element,
        name: label,
        value: surface.value(block.block_id, actionId),
        onChange: (value) => {
          surface.type(block.block_id, actionId, value);
          if (tells && !isTyped(element)) void surface.choose(block.block_id, actionId, value);
        },
        ...(tells && isTyped(element)
          ? { onLeave: (value: InputValue) => void surface.choose(block.block_id, actionId, value) }
          : {}),
        ids: {
          id,
          ...(described ? { 'aria-describedby': described } : {}),
          ...(error ? { 'aria-invalid': 'true' } : {}),
        },
      })}
      {isText(block.hint) && (
        <small id={`${id}-hint`}>
          <Words text={block.hint} />
        </small>
      )}
      {error && (
        <small id={`${id}-error`} class="error">
          {error}
        </small>
      )}
    </div>
  );
}

function Container({ block }: { block: PageBlock }) {
  const inside = <Blocks blocks={list(block.child_blocks) as unknown as PageBlock[]} />;
  if (block.is_collapsible !== true) return <div class="block container">{inside}</div>;
  return (
    <details class="block container" open={block.default_collapsed !== true}>
      <summary>
        <Words text={block.title} />
      </summary>
      {inside}
    </details>
  );
}
