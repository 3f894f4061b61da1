import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { STYLES_PATH } from './styles.ts';

type Content = { children?: ComponentChildren };
/** Colour says nothing that the words don't say as well. */
export type Tone = 'good' | 'warn' | 'bad' | 'quiet';

export function html(page: VNode): string {
  return `<!doctype html>${renderToString(page)}`;
}

export type PageLook = Content & {
  title: string;
  /** Whose page this is: the business's name. */
  business: string;
  /** What outside tests and styles read: the state of what the page is about. */
  state: string;
  lang?: string;
  /** Under the business's name, for instance the project. */
  about?: string;
  nav?: ComponentChildren;
  /** A page that goes on by itself after being read; see `Leaving`. */
  refresh?: string;
};

/** The frame of every page, of the portal and of the desk alike. */
export function Page({ title, business, state, lang = 'en', about, nav, refresh, children }: PageLook): VNode {
  return (
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <meta name="format-detection" content="telephone=no" />
        {/* Under `no-referrer` a browser posts forms with `Origin: null`; other sites get no referrer under this one either. */}
        <meta name="referrer" content="same-origin" />
        {refresh && <meta http-equiv="refresh" content={`0;url=${refresh}`} />}
        <title>{`${title} · ${business}`}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={STYLES_PATH} />
      </head>
      <body>
        <a class="skip" href="#main">
          Skip to the page
        </a>
        <header class="top">
          <div class="wide">
            <span class="mark" aria-hidden="true">
              {[...business.trim()][0]?.toUpperCase() ?? 'R'}
            </span>
            <div>
              <b>{business}</b>
              {about && <small>{about}</small>}
            </div>
            {nav && <nav aria-label="Pages">{nav}</nav>}
          </div>
        </header>
        <main id="main" class="wide" data-state={state}>
          {children}
        </main>
        <footer>
          <p class="wide">
            {business === 'Retainer' ? 'Retainer' : `Retainer for ${business}`}. This page is private to you.
          </p>
        </footer>
      </body>
    </html>
  );
}

export function Heading({ lead, children }: Content & { lead?: ComponentChildren }): VNode {
  return (
    <div>
      <h1>{children}</h1>
      {lead && <p class="lead">{lead}</p>}
    </div>
  );
}

/** `now` marks the one card that asks for the next act. */
export function Card(
  props: Content & { title?: string; aside?: ComponentChildren; now?: boolean; id?: string },
): VNode {
  return (
    <section class={props.now ? 'card now' : 'card'} id={props.id}>
      {(props.title || props.aside) && (
        <div class="head">
          {props.title && <h2>{props.title}</h2>}
          {props.aside}
        </div>
      )}
      {props.children}
    </section>
  );
}

export function Facts({ rows }: { rows: readonly (readonly [label: string, value: ComponentChildren])[] }): VNode {
  return (
    <dl class="facts">
      {rows.map(([label, value]) => (
        <>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </>
      ))}
    </dl>
  );
}

/** A sum that stands out; `amount` is already formatted. */
export function Sum({ label, amount, note }: { label: string; amount: string; note?: ComponentChildren }): VNode {
  return (
    <div class="sum">
      <span>{label}</span>
      <b>{amount}</b>
      {note && <small>{note}</small>}
    </div>
  );
}

export type Column = {
  label: string;
  /** Right-aligned, never broken. */
  number?: boolean;
  /** Left out on phones. */
  far?: boolean;
};

export function Table(props: {
  caption: string;
  columns: readonly Column[];
  rows: readonly (readonly ComponentChildren[])[];
  totals?: readonly (readonly [label: string, amount: string])[];
}): VNode {
  const look = (column: Column | undefined) => [column?.number && 'n', column?.far && 'far'].filter(Boolean).join(' ');
  return (
    <table aria-label={props.caption}>
      <thead>
        <tr>
          {props.columns.map((column) => (
            <th scope="col" class={look(column)}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <tr>
            {row.map((cell, i) => (
              <td class={look(props.columns[i])}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
      {props.totals && (
        <tfoot>
          {props.totals.map(([label, amount]) => (
            <tr>
              <td>{label}</td>
              {props.columns.slice(1, -1).map((column) => (
                <td class={look(column)} />
              ))}
              <td class="n">{amount}</td>
            </tr>
          ))}
        </tfoot>
      )}
    </table>
  );
}

export function Notice({ tone = 'good', title, children }: Content & { tone?: Tone; title?: string }): VNode {
  return (
    <div class={`notice ${tone}`} role={tone === 'bad' ? 'alert' : 'status'}>
      {title && <h2>{title}</h2>}
      {children}
    </div>
  );
}

export function Badge({ tone = 'quiet', children }: Content & { tone?: Tone }): VNode {
  return <span class={`badge ${tone}`}>{children}</span>;
}

export type Step = { label: string; state: 'done' | 'now' | 'next' };

export function Steps({ steps }: { steps: readonly Step[] }): VNode {
  return (
    <ol class="steps" aria-label="Where this stands">
      {steps.map((step) => (
        <li class={step.state} {...(step.state === 'now' && { 'aria-current': 'step' })}>
          {step.state === 'done' && (
            <svg viewBox="0 0 16 16" role="img" aria-label="Done:">
              <path d="M2 8.5l4 4 8-9" fill="none" stroke="currentColor" stroke-width="2.5" />
            </svg>
          )}
          {step.label}
        </li>
      ))}
    </ol>
  );
}

/** The text of a document. `html` must come from a renderer that lets no HTML of the text through. */
export function Prose({ html: text }: { html: string }): VNode {
  // Should markup of theirs ever get through, the pages' policy still runs no script and loads nothing.
  return <div class="prose" dangerouslySetInnerHTML={{ __html: text }} />;
}

export type Said = { by: string; when: string; words: string; ours?: boolean };

/** Questions and answers, oldest first. `ours` is what the freelancer said. */
export function Thread({ said }: { said: readonly Said[] }): VNode {
  return (
    <ol class="thread">
      {said.map((entry) => (
        <li class={entry.ours ? 'ours' : ''}>
          <small>
            {entry.by}, {entry.when}
          </small>
          <p>{entry.words}</p>
        </li>
      ))}
    </ol>
  );
}

export function Row({ children }: Content): VNode {
  return <div class="row">{children}</div>;
}
