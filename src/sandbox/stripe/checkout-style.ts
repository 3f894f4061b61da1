/** The payment page's own look: one sheet, two columns from 52rem on, light and dark, no script, nothing loaded. */
export const CHECKOUT_CSS = `
:root {
  color-scheme: light dark;
  --ground: light-dark(#eef1ee, #12171a);
  --sheet: light-dark(#fff, #1b2226);
  --side: light-dark(#1f4d45, #16302c);
  --on-side: #f3f8f6;
  --side-soft: light-dark(#c6ddd6, #a9c6be);
  --ink: light-dark(#1b2422, #eef3f1);
  --soft: light-dark(#55625e, #a5b2ae);
  --line: light-dark(#8a9893, #5e6d68);
  --press: light-dark(#f2f6f4, #232c30);
  --go: light-dark(#1f6f5c, #6fd0b5);
  --bad: light-dark(#9a2a1d, #ff9d8f);
  --bad-ground: light-dark(#fcebe8, #3a1f1c);
  --good-ground: light-dark(#e3f2ed, #1d3a33);
  --focus: light-dark(#0b5fd6, #8ab9ff);
}
* { box-sizing: border-box; margin: 0; }
html { font: 100%/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; background: var(--ground); color: var(--ink); }
body { min-height: 100dvh; display: grid; }
.sheet { display: grid; grid-template-rows: auto 1fr; background: var(--sheet); overflow: hidden; }
header { background: var(--side); color: var(--on-side); padding: 1.25rem 1.25rem 1.5rem; }
header a { color: inherit; }
.back { display: inline-flex; gap: .5rem; align-items: center; min-height: 2.75rem; margin: -.5rem 0 .25rem; text-decoration: none; }
.back span:last-child { text-decoration: underline; text-underline-offset: .2em; text-decoration-thickness: 1px; }
.who { color: var(--side-soft); }
.total { font-size: clamp(2rem, 8vw, 2.75rem); font-weight: 650; letter-spacing: -.02em; line-height: 1.15; font-variant-numeric: tabular-nums; }
.lines { list-style: none; padding: 1rem 0 0; margin-top: 1rem; border-top: 1px solid rgb(255 255 255 / .25); display: grid; gap: .5rem; }
.lines li { display: grid; grid-template-columns: 1fr auto; column-gap: 1rem; overflow-wrap: anywhere; }
.lines small { color: var(--side-soft); font-size: .875rem; }
.lines .note { grid-column: 1 / -1; }
.sum { white-space: nowrap; font-variant-numeric: tabular-nums; }
main { padding: 1.5rem 1.25rem 2rem; }
h1 { font-size: 1.375rem; line-height: 1.25; letter-spacing: -.01em; text-wrap: balance; }
.hint { color: var(--soft); margin-top: .375rem; }
.complaint { margin-top: 1rem; padding: .75rem 1rem; border-radius: .625rem; background: var(--bad-ground); color: var(--bad); border: 1px solid currentColor; }
.email { display: block; margin-top: 1rem; color: var(--soft); overflow-wrap: anywhere; }
.email strong { color: var(--ink); font-weight: 600; }
input { display: block; width: 100%; margin-top: .25rem; padding: .625rem .75rem; font: inherit; color: var(--ink); background: var(--sheet); border: 1px solid var(--line); border-radius: .5rem; min-height: 2.75rem; }
.choices { list-style: none; padding: 0; margin-top: 1rem; display: grid; gap: .625rem; }
button { font: inherit; color: inherit; cursor: pointer; border-radius: .75rem; border: 1px solid var(--line); background: var(--sheet); min-height: 3rem; }
.choices button { width: 100%; display: grid; grid-template-columns: 2.5rem 1fr; column-gap: .875rem; align-items: center; text-align: left; padding: .75rem .875rem; }
button:hover { background: var(--press); border-color: var(--go); }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
header :focus-visible { outline-color: #fff; }
.icon { grid-row: span 2; width: 2.5rem; height: 2.5rem; border-radius: 50%; display: grid; place-items: center; background: var(--press); font-weight: 700; color: var(--soft); }
.succeeds .icon { color: var(--go); background: var(--good-ground); }
.declined .icon { color: var(--bad); background: var(--bad-ground); }
.what { display: flex; flex-wrap: wrap; gap: 0 .75rem; justify-content: space-between; }
.what strong { font-weight: 600; }
.number { color: var(--soft); font-variant-numeric: tabular-nums; font-size: .875rem; white-space: nowrap; align-self: center; }
.effect { color: var(--soft); font-size: .9375rem; }
.bank p, .ending p, .lone p { margin-top: .75rem; color: var(--soft); max-width: 34rem; }
.bank strong { color: var(--ink); white-space: nowrap; }
.answers { display: grid; gap: .75rem; margin-top: 1.5rem; }
.answers button, .button { display: inline-grid; place-items: center; min-height: 3rem; padding: .5rem 1.25rem; font-weight: 600; text-decoration: none; border-radius: .75rem; }
.main, .button { background: var(--go); color: light-dark(#fff, #0c1a17); border: 1px solid var(--go); }
.main:hover, .button:hover { background: light-dark(#18594a, #8fe0c8); }
.ending .button { margin-top: 1.5rem; }
@media (min-width: 52rem) {
  body { place-items: center; padding: 2.5rem 1.5rem; }
  .sheet { width: min(62rem, 100%); grid-template: auto / minmax(0, 5fr) minmax(0, 7fr); border-radius: 1.25rem; min-height: 26rem; box-shadow: 0 1px 2px rgb(0 0 0 / .12), 0 18px 50px rgb(0 0 0 / .12); }
  main:has(> .ending), main:has(> .bank) { align-content: center; }
  .lone { grid-template-columns: 1fr; width: min(36rem, 100%); min-height: 0; }
  header { padding: 2.25rem 2.5rem; }
  main { padding: 2.25rem 2.5rem 2.5rem; }
  .answers { grid-template-columns: repeat(2, max-content); }
}
@media (forced-colors: active) { .sheet { border: 1px solid; } }
`;
