import { createHash } from 'node:crypto';

/**
 * The one style sheet of the pages, kept as text so that it is part of the built bundle. Colours were chosen for contrast of
 * at least 4.5 to 1 for text and 3 to 1 for borders of controls (WCAG 2.2 AA), in light and dark.
 */
export const STYLES = `
:root {
  color-scheme: light dark;
  --paper: #f5f4f0; --surface: #ffffff; --ink: #1d1f1c; --muted: #5b5f58; --line: #dcdad2; --edge: #85887f;
  --accent: #14594a; --accent-ink: #ffffff; --accent-soft: #e3efe9;
  --warn: #7a4a00; --warn-soft: #fbf0d9; --bad: #a1291f; --bad-soft: #fbe9e6;
  --radius: 12px; --gap: 1.25rem;
  --sans: ui-sans-serif, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', Arial, sans-serif;
  --serif: 'Iowan Old Style', Charter, 'Bitstream Charter', 'Sitka Text', Cambria, Georgia, 'Noto Serif', serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #141614; --surface: #1d201d; --ink: #ecece6; --muted: #a9ada4; --line: #343832; --edge: #82877e;
    --accent: #8ed6bd; --accent-ink: #0c211a; --accent-soft: #1d322b;
    --warn: #f0c987; --warn-soft: #33280f; --bad: #f5a79d; --bad-soft: #3a1d1a;
  }
}
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0; background: var(--paper); color: var(--ink); font: 400 1.0625rem/1.6 var(--sans);
  overflow-wrap: break-word; min-height: 100vh; display: flex; flex-direction: column;
}
.skip { position: absolute; left: -999px; }
.skip:focus { position: static; padding: .75rem 1rem; display: block; }
.wide { max-width: 46rem; width: 100%; margin-inline: auto; padding-inline: 1.25rem; }
.top { border-bottom: 1px solid var(--line); background: var(--surface); }
.top .wide { display: flex; align-items: center; gap: .75rem; min-height: 4rem; }
.mark {
  flex: none; width: 2.25rem; height: 2.25rem; border-radius: 10px; background: var(--accent); color: var(--accent-ink);
  font: 600 1.125rem/2.25rem var(--serif); text-align: center;
}
.top b { font-weight: 650; line-height: 1.25; }
.top small { display: block; color: var(--muted); font-size: .8125rem; line-height: 1.3; }
.top nav { margin-left: auto; display: flex; gap: .25rem; flex-wrap: wrap; }
.top nav a { padding: .625rem .5rem; font-size: .9375rem; }
main { flex: 1; padding-block: 2rem 3rem; }
main > * + * { margin-top: var(--gap); }
footer { color: var(--muted); font-size: .875rem; padding-block: 1.25rem 2.5rem; border-top: 1px solid var(--line); }
footer p { margin-block: 0; }
h1 { font: 600 1.875rem/1.2 var(--serif); letter-spacing: -.01em; margin: 0; text-wrap: balance; }
h2 { font: 650 1.1875rem/1.35 var(--sans); margin: 0; }
h3 { font: 650 1.0625rem/1.4 var(--sans); margin: 0; }
p, ul, ol { margin: 0; }
.lead { color: var(--muted); font-size: 1.125rem; line-height: 1.5; }
h1 + .lead { margin-top: .5rem; }
del { color: var(--muted); text-decoration: line-through; }
ins { font-weight: 600; text-decoration: underline; text-underline-offset: .18em; }
.redline + .redline { margin-top: 1rem; }
small, .small { font-size: .875rem; color: var(--muted); }
a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: .18em; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
.card {
  background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius); padding: 1.5rem;
}
.card > * + * { margin-top: 1rem; }
.card article > * + * { margin-top: .75rem; }
.card article + article { border-top: 1px solid var(--line); padding-top: 1.25rem; margin-top: 1.25rem; }
.card article details { border-top: 0; padding-top: 0; }
.card article details > * + * + * { margin-top: .75rem; }
.card.now { border-color: var(--accent); box-shadow: 0 0 0 1px var(--accent); }
.head { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: .25rem 1rem; }
.facts { margin: 0; display: grid; grid-template-columns: minmax(8rem, 13rem) 1fr; }
.facts dt { color: var(--muted); }
.facts dd { margin: 0; }
.facts dt, .facts dd { padding-block: .5rem; border-top: 1px solid var(--line); }
.facts dt:first-of-type, .facts dd:first-of-type { border-top: 0; }
.sum { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: 0 1rem; }
.sum b { font: 600 1.75rem/1.2 var(--serif); font-variant-numeric: tabular-nums; }
.sum small { flex-basis: 100%; }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: .5rem .75rem .5rem 0; text-align: left; vertical-align: top; border-top: 1px solid var(--line); }
th { color: var(--muted); font-weight: 500; font-size: .875rem; border-top: 0; }
th.n, td.n { text-align: right; padding: .5rem 0 .5rem 1rem; white-space: nowrap; }
tfoot td { font-weight: 650; }
tfoot tr:first-child td { border-top: 2px solid var(--edge); }
.steps { list-style: none; padding: 0; display: flex; gap: .25rem; font-size: .875rem; color: var(--muted); }
.steps li { flex: 1; padding-top: .625rem; border-top: 3px solid var(--line); line-height: 1.35; }
.steps li.done { border-color: var(--accent); }
.steps li.now { border-image: linear-gradient(to right, var(--accent) 50%, var(--line) 50%) 1; color: var(--ink); font-weight: 650; }
.steps svg { width: .875em; height: .875em; margin-right: .3em; vertical-align: -.05em; }
.notice { border-radius: var(--radius); padding: 1rem 1.25rem; background: var(--accent-soft); border-left: 4px solid var(--accent); }
.notice > * + * { margin-top: .375rem; }
.notice.warn { background: var(--warn-soft); border-color: var(--warn); }
.notice.bad { background: var(--bad-soft); border-color: var(--bad); }
.badge {
  display: inline-block; font-size: .8125rem; font-weight: 600; padding: .125rem .625rem; border-radius: 999px;
  background: var(--accent-soft); color: var(--accent);
}
.badge.warn { background: var(--warn-soft); color: var(--warn); }
.badge.bad { background: var(--bad-soft); color: var(--bad); }
.badge.quiet { background: var(--paper); color: var(--muted); border: 1px solid var(--line); }
form { margin: 0; }
form > * + * { margin-top: 1rem; }
.field > label { display: block; font-weight: 600; font-size: .9375rem; margin-bottom: .3rem; }
.field .hint { color: var(--muted); font-size: .875rem; margin-bottom: .375rem; }
.field .wrong { color: var(--bad); font-size: .9375rem; font-weight: 600; margin-top: .375rem; }
.field i { font-style: normal; font-weight: 400; color: var(--muted); }
input, textarea, select {
  font: inherit; color: inherit; background: var(--surface); border: 1px solid var(--edge); border-radius: 8px;
  width: 100%; padding: .625rem .75rem; min-height: 3rem;
}
textarea { min-height: 7rem; resize: vertical; }
input[aria-invalid], textarea[aria-invalid], select[aria-invalid] { border: 2px solid var(--bad); }
input.code { font: 600 1.5rem/1.4 ui-monospace, 'SF Mono', Menlo, Consolas, monospace; letter-spacing: .35em; max-width: 15rem; }
.tick { display: flex; gap: .75rem; align-items: flex-start; padding-block: .375rem; }
.tick input { flex: none; width: 1.5rem; height: 1.5rem; min-height: 0; margin: .1rem 0 0; accent-color: var(--accent); }
.tick label { font-weight: 400; }
button, .button {
  display: inline-flex; align-items: center; justify-content: center; gap: .5rem; min-height: 3rem; padding: .6875rem 1.375rem;
  font: 600 1.0625rem/1.35 var(--sans); text-align: center; text-decoration: none; cursor: pointer;
  border: 1px solid var(--accent); border-radius: 10px; background: var(--accent); color: var(--accent-ink);
}
button:hover, .button:hover { filter: brightness(1.12); }
button.plain, .button.plain { background: transparent; color: var(--accent); border-color: var(--edge); }
button.danger { background: transparent; color: var(--bad); border-color: var(--bad); }
button.small {
  min-height: 2.75rem; padding: .375rem .625rem; font-size: .9375rem; background: transparent; color: var(--accent); border-color: var(--edge);
}
button:disabled { opacity: .45; cursor: default; filter: none; }
.entries { list-style: none; padding: 0; }
.entries > li { border-top: 1px solid var(--line); padding-block: .875rem; }
.entries > li > * + * { margin-top: .625rem; }
.entries > li:first-child { border-top: 0; }
.entries .name { display: flex; flex-wrap: wrap; gap: .375rem .75rem; align-items: center; font-weight: 600; }
.entries .moves { display: flex; flex-wrap: wrap; gap: .375rem; align-items: center; }
.entries .moves input { width: 3.25rem; padding-inline: .25rem; min-height: 2.75rem; text-align: center; }
.entries .own > * + * { margin-top: .875rem; }
fieldset { border: 1px solid var(--line); border-radius: 8px; padding: .5rem 1rem; margin-inline: 0; }
legend { font-weight: 600; font-size: .9375rem; padding-inline: .25rem; }
.entries details { border-top: 0; padding-top: 0; }
.source { white-space: pre-wrap; font-size: .9375rem; color: var(--muted); overflow-wrap: anywhere; }
ins { background: var(--accent-soft); color: var(--accent); text-decoration: underline; text-decoration-thickness: 1px; }
del { background: var(--bad-soft); color: var(--bad); text-decoration: line-through; }
.row { display: flex; flex-wrap: wrap; gap: .75rem; align-items: center; }
details { border-top: 1px solid var(--line); padding-top: .75rem; }
summary { cursor: pointer; font-weight: 600; color: var(--accent); min-height: 2.75rem; display: flex; align-items: center; }
summary::before { content: '\\25B8'; flex: none; width: 1.25rem; font-weight: 400; }
details[open] summary::before { content: '\\25BE'; }
details[open] > summary + * { margin-top: .5rem; }
.prose { font: 400 1.0625rem/1.7 var(--serif); }
.prose > * + * { margin-top: .875em; }
.prose h1, .prose h2, .prose h3 { font-family: var(--serif); margin-top: 1.75em; }
.prose > :first-child { margin-top: 0; }
.prose h1 { font-size: 1.4375rem; } .prose h2 { font-size: 1.1875rem; } .prose h3 { font-size: 1.0625rem; }
.prose li + li { margin-top: .375em; }
.prose ul, .prose ol { padding-left: 1.375em; }
blockquote { margin: .25rem 0 1rem; border-left: 3px solid var(--line); padding-left: 1rem; }
.thread { list-style: none; padding: 0; }
.thread li + li { margin-top: 1rem; }
.thread li { border-left: 3px solid var(--line); padding-left: 1rem; }
.thread li.ours { border-color: var(--accent); }
.thread p, .words { white-space: pre-line; overflow-wrap: anywhere; }
code, .mono { font-family: ui-monospace, 'SF Mono', Menlo, Consolas, monospace; font-size: .875em; overflow-wrap: anywhere; }
[hidden] { display: none !important; }
@media (max-width: 34rem) {
  main { padding-block: 1.5rem 2.5rem; }
  h1 { font-size: 1.5625rem; }
  .card { padding: 1.25rem 1.125rem; }
  .facts { grid-template-columns: 1fr; }
  .facts dt { padding-bottom: 0; font-size: .875rem; }
  .facts dd { padding-top: 0; border-top: 0; }
  .row > *, form > button, .card > .button, article > .button { width: 100%; }
  .top nav { display: none; }
  th.far, td.far { display: none; }
}
@media (prefers-reduced-motion: no-preference) { button, .button { transition: filter .12s; } }
@media (forced-colors: active) { .steps li.done, .steps li.now { border-color: Highlight; border-image: none; } }
@media print {
  body { background: none; color: #000; font-size: 11pt; }
  .top { border-bottom: 1px solid #999; }
  form, .button, .steps, .top nav, details:not([open]) { display: none; }
  .card { border: 0; padding: 0; break-inside: avoid; }
  .card:has(.prose) { break-inside: auto; }
}
`;

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

/** The address changes with the content, so browsers may keep it for ever. */
export const STYLES_PATH = `/portal/style-${digest(STYLES)}.css`;
