/** The style of the page: read on a screen of any width, light or dark; printed on A4, always light. */
export function pageStyle(running: string): string {
  return `${COLOURS}\n${TEXT}\n${BLOCKS}\n${SCREEN}\n${print(running)}`;
}

/** Every pair of text and ground has a contrast of at least 4.5 (WCAG 2.2, 1.4.3). */
const COLOURS = `:root {
  --ground: #fff; --text: #1e2528; --quiet: #56626a; --accent: #17595c; --line: #d5dcdf; --strong-line: #8fa0a6; --tint: #f3f6f6;
  --sans: system-ui, -apple-system, "Segoe UI", "Helvetica Neue", "Liberation Sans", Arial, sans-serif;
  --serif: Charter, "Bitstream Charter", "Iowan Old Style", "Source Serif 4", Cambria, Georgia, "Liberation Serif", serif;
}
@media screen {
  :root { color-scheme: light dark; }
}
@media screen and (prefers-color-scheme: dark) {
  :root { --ground: #15191b; --text: #dde4e5; --quiet: #a3afb3; --accent: #86c9c5; --line: #333d41; --strong-line: #5d6c72; --tint: #1d2326; }
}`;

const TEXT = `* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-behavior: smooth; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body { margin: 0; background: var(--ground); color: var(--text); font: 1.0625rem/1.55 var(--serif); font-kerning: normal; hanging-punctuation: first; overflow-wrap: break-word; }
p, li, dt, dd, th, td, h1, h2, h3, h4 { unicode-bidi: plaintext; text-align: start; }
h1, h2, h3, h4, dt, nav, table, footer, .provider, .subtitle, .control, .signatures, .tag { font-family: var(--sans); }
h1, h2, h3, h4 { line-height: 1.2; text-wrap: balance; break-after: avoid; font-weight: 650; }
h2 { font-size: 1.5rem; margin: 3.25rem 0 1rem; padding-top: 1rem; border-top: 2px solid var(--accent); letter-spacing: -0.01em; }
h3 { font-size: 1.125rem; margin: 2rem 0 0.5rem; }
h4 { font-size: 1rem; margin: 1.5rem 0 0.5rem; }
p { margin: 0 0 0.7em; text-wrap: pretty; orphans: 3; widows: 3; }
ul, ol { margin: 0 0 0.9em; padding-inline-start: 1.35em; }
li { margin: 0.15em 0; }
a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: 0.18em; }
a:focus-visible, .table:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.number { color: var(--accent); font-variant-numeric: tabular-nums; margin-inline-end: 0.35em; }
.quiet { color: var(--quiet); }
.tag { display: inline-block; padding: 0 0.5em; border: 1px solid var(--strong-line); border-radius: 1em; font-size: 0.75rem; font-weight: 500; line-height: 1.5; color: var(--quiet); vertical-align: 0.08em; white-space: nowrap; }`;

const BLOCKS = `dl { margin: 0 0 1rem; border-top: 1px solid var(--line); }
dl > div { display: grid; grid-template-columns: minmax(0, 13rem) minmax(0, 1fr); gap: 0.25rem 1.75rem; padding: 0.6rem 0; border-bottom: 1px solid var(--line); break-inside: avoid; }
dt { font-weight: 600; font-size: 0.9375rem; line-height: 1.6; }
dd { margin: 0; }
dl > div:has(> dd:empty) { grid-template-columns: 1fr; }
dd:empty { display: none; }
p:has(+ dl), p:has(+ ul), p:has(+ ol), p:has(+ .table) { break-after: avoid; break-inside: avoid; }
dd > :last-child { margin-bottom: 0; }
dd > * { margin-bottom: 0.4em; }
.table { overflow-x: auto; margin: 1.25rem 0 1.5rem; }
table { width: 100%; border-collapse: collapse; font-size: 0.875rem; line-height: 1.45; }
.caption td { font-weight: 600; padding: 0 0 0.15rem; color: var(--quiet); border: 0; }
th, td { padding: 0.45rem 0.75rem; vertical-align: top; border-bottom: 1px solid var(--line); }
th:first-child, td:first-child { padding-inline-start: 0; }
th:last-child, td:last-child { padding-inline-end: 0; }
thead th { font-weight: 600; border-bottom: 1.5px solid var(--strong-line); vertical-align: bottom; }
thead th[scope="colgroup"] { text-align: center; border-bottom: 1px solid var(--line); color: var(--quiet); }
thead td { border-bottom: 0; }
tbody th { font-weight: 400; }
tbody th strong { font-weight: 600; }
.centred { text-align: center; }
td { font-variant-numeric: tabular-nums; }
.group th { padding: 0.6rem 0.75rem 0.45rem; background: var(--tint); font-weight: 600; break-after: avoid; }
.group th:first-child { padding-inline-start: 0.75rem; }
.group .note { font-weight: 400; color: var(--quiet); }
.group ~ tr th:first-child { padding-inline-start: 0.75rem; }
.signatures { display: grid; grid-template-columns: 1fr 1fr; gap: 3rem; margin-top: 2rem; break-inside: avoid; }
.signatures .line { border-bottom: 1px solid var(--text); height: 3.5rem; display: flex; align-items: flex-end; padding-bottom: 0.2rem; }
.signatures .line span { font-size: 0.75rem; color: var(--quiet); }
.cover .provider { color: var(--quiet); margin: 0; font-size: 1rem; letter-spacing: 0.01em; }
.cover h1 { font-size: clamp(2.25rem, 1.5rem + 4vw, 3.75rem); margin: 0.35rem 0 0.4rem; letter-spacing: -0.025em; line-height: 1.05; }
.cover .subtitle { font-size: 1.25rem; color: var(--accent); margin: 0 0 1.25rem; }
.cover .summary { font-size: 1.1875rem; max-width: 38em; }
.control { margin-top: 2.75rem; }
.control h2 { font-size: 1.125rem; margin: 0 0 0.75rem; padding: 0; border: 0; }
.control dl { font-size: 0.9375rem; }
.control ul { padding-inline-start: 1.1em; }
.contents ol { list-style: none; margin: 0; padding: 0; }
.contents ol ol { padding-inline-start: 1.4rem; margin-bottom: 0.5rem; }
.contents li { margin: 0.2rem 0; }
.contents li li { break-inside: avoid; }
.contents > ol > li > a { break-after: avoid; }
.contents > ol > li > a { font-weight: 600; }
.contents a { color: inherit; text-decoration: none; }
.contents a:hover { color: var(--accent); text-decoration: underline; }
footer { color: var(--quiet); font-size: 0.8125rem; }`;

const SCREEN = `@media screen {
  .skip { position: absolute; inset-inline-start: -100vw; }
  .skip:focus { inset-inline-start: 1rem; top: 1rem; padding: 0.5rem 1rem; background: var(--ground); z-index: 1; }
  .cover, .columns, footer { max-width: 74rem; margin-inline: auto; padding-inline: clamp(1.25rem, 4vw, 3rem); }
  .cover { padding-block: clamp(2.5rem, 7vw, 6rem) 1rem; }
  main { max-width: 46rem; min-width: 0; }
  main > section:first-child > h2 { margin-top: 0; }
  .contents { font-size: 0.9375rem; line-height: 1.4; }
  .contents h2 { font-size: 1.125rem; }
  footer { padding-block: 3rem 2rem; }
  section { scroll-margin-top: 1rem; }
  :target > dt, section:target > :is(h2, h3) { background: var(--tint); }
}
@media screen and (min-width: 66rem) {
  .columns { display: grid; grid-template-columns: 16rem minmax(0, 46rem); gap: 4rem; margin-top: 3rem; }
  .contents { position: sticky; top: 0; align-self: start; max-height: 100vh; overflow-y: auto; padding-block: 1rem 2rem; font-size: 0.8125rem; }
  .contents h2 { margin: 0 0 0.75rem; padding: 0; border: 0; font-size: 1rem; }
  .control { max-width: 66rem; }
}
@media screen and (max-width: 34rem) {
  body { font-size: 1rem; }
  dl > div { grid-template-columns: 1fr; }
  h2 { font-size: 1.3125rem; }
  .signatures { grid-template-columns: 1fr; }
}`;

/** Margin boxes carry the running title and the page number; the title page has neither. */
function print(running: string): string {
  const margin = 'font: 7.5pt "Helvetica Neue", "Liberation Sans", Arial, sans-serif; color: #56626a;';
  return `@page { size: A4; margin: 24mm 21mm 22mm 24mm; @top-left { content: ${running}; ${margin} } @bottom-right { content: counter(page) " / " counter(pages); ${margin} } }
@page :first { margin-top: 30mm; @top-left { content: none; } @bottom-right { content: none; } }
@media print {
  :root { color-scheme: light; }
  body { font-size: 10pt; line-height: 1.45; }
  .skip, footer { display: none; }
  .cover { break-after: page; }
  .cover h1 { font-size: 34pt; }
  .cover .subtitle { font-size: 14pt; }
  .cover .summary { font-size: 11.5pt; }
  .control { margin-top: 14mm; }
  .control dl { font-size: 9pt; }
  .control h2 { font-size: 11pt; }
  .contents { break-after: page; font-size: 8.75pt; line-height: 1.4; }
  .contents > ol { columns: 2; column-gap: 12mm; }
  .contents h2, main > section:first-child > h2 { margin-top: 0; }
  h2 { font-size: 15pt; margin: 11mm 0 3.5mm; padding-top: 3mm; }
  h3 { font-size: 11pt; margin: 6mm 0 1.5mm; }
  dt { font-size: 9pt; }
  dl > div { grid-template-columns: 42mm minmax(0, 1fr); padding: 1.6mm 0; gap: 0 6mm; }
  .table { overflow: visible; margin: 3mm 0 5mm; }
  table { font-size: 8.5pt; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  .group { break-after: avoid; }
  .group ~ tr { break-before: avoid; }
  .tag { font-size: 7pt; }
  a { color: inherit; text-decoration: none; }
  .group th, .tag { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  #signatures { break-inside: avoid; }
}`;
}
