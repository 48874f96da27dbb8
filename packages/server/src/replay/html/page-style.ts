/** The style of the report: read on a screen of any width, light or dark; printed on A4, always light. */
export function pageStyle(): string {
  return `${COLOURS}\n${TEXT}\n${BLOCKS}\n${CHARTS}\n${PRINT}`;
}

/** Text on its ground has a contrast of at least 4.5, what is drawn one of at least 3 (WCAG 2.2, 1.4.3 and 1.4.11). */
const COLOURS = `:root {
  --ground: #fff; --raised: #f5f7f7; --text: #1e2528; --quiet: #56626a; --accent: #17595c; --line: #dbe1e3; --strong-line: #8fa0a6;
  --good: #21796f; --bad: #c2402b; --bad-text: #a93420; --rest: #8fa0a6; --warn: #8a5a00; --closed: #c3cdd0;
}
@media screen { :root { color-scheme: light dark; } }
@media screen and (prefers-color-scheme: dark) {
  :root {
    --ground: #13181a; --raised: #1b2225; --text: #dfe6e7; --quiet: #a3afb3; --accent: #86c9c5; --line: #2f393d; --strong-line: #5d6c72;
    --good: #46a89b; --bad: #ec7660; --bad-text: #f39482; --rest: #6d7d83; --warn: #e0b060; --closed: #465257;
  }
}`;

const TEXT = `* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1rem; }
body { margin: 0; background: var(--ground); color: var(--text); font: 0.9375rem/1.5 system-ui, -apple-system, "Segoe UI", "Helvetica Neue", "Liberation Sans", Arial, sans-serif; overflow-wrap: break-word; }
.page { max-width: 74rem; margin: 0 auto; padding: 2.5rem clamp(1rem, 4vw, 2.5rem) 4rem; }
h1, h2, h3, h4 { line-height: 1.2; text-wrap: balance; font-weight: 650; letter-spacing: -0.01em; break-after: avoid; }
h1 { font-size: clamp(1.75rem, 4vw, 2.5rem); margin: 0.2rem 0 0.5rem; letter-spacing: -0.02em; }
h2 { font-size: 1.375rem; margin: 3.25rem 0 0.35rem; }
h3 { font-size: 1.0625rem; margin: 2rem 0 0.5rem; }
h4 { font-size: 0.875rem; margin: 1.1rem 0 0.3rem; color: var(--quiet); font-weight: 600; letter-spacing: 0; }
p { margin: 0 0 0.75rem; max-width: 46rem; text-wrap: pretty; }
a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: 0.18em; }
a:focus-visible, .table:focus-visible, summary:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.quiet { color: var(--quiet); }
.over { color: var(--accent); font-weight: 600; font-size: 0.8125rem; letter-spacing: 0.04em; text-transform: uppercase; margin: 0; }
.lead { color: var(--quiet); margin-bottom: 1rem; }`;

const BLOCKS = `.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: 0.75rem; margin: 1.75rem 0 1.25rem; padding: 0; }
.figures > div { background: var(--raised); border-radius: 0.6rem; padding: 0.9rem 1rem 0.8rem; }
.figures dt { color: var(--quiet); font-size: 0.8125rem; }
.figures dd { margin: 0.1rem 0 0; font-size: 1.75rem; font-weight: 650; line-height: 1.15; letter-spacing: -0.02em; font-variant-numeric: tabular-nums; }
.figures dd.note { font-size: 0.8125rem; font-weight: 400; letter-spacing: 0; color: var(--quiet); line-height: 1.4; margin-top: 0.25rem; }
.figures a { color: inherit; }
nav ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; list-style: none; margin: 0; padding: 0.75rem 0; border-top: 1px solid var(--line); border-bottom: 1px solid var(--line); font-size: 0.875rem; }
.table { overflow-x: auto; margin: 0.75rem 0 1rem; }
table { width: 100%; border-collapse: collapse; font-size: 0.8125rem; line-height: 1.4; font-variant-numeric: tabular-nums; }
caption { text-align: start; color: var(--quiet); padding-bottom: 0.35rem; }
th, td { padding: 0.4rem 0.6rem; text-align: start; vertical-align: middle; border-bottom: 1px solid var(--line); }
th:first-child, td:first-child { padding-inline-start: 0; }
th:last-child, td:last-child { padding-inline-end: 0; }
thead th { font-weight: 600; color: var(--quiet); border-bottom: 1.5px solid var(--strong-line); vertical-align: bottom; }
tbody th { font-weight: 400; }
.n { text-align: end; white-space: nowrap; }
.w { white-space: nowrap; }
.group th { padding-top: 1.1rem; font-weight: 600; font-size: 0.9375rem; break-after: avoid; }
.group th span { font-weight: 400; color: var(--quiet); font-size: 0.8125rem; }
.indent { padding-inline-start: 0.9rem !important; white-space: nowrap; }
@media screen and (max-width: 40rem) { .group th span { display: block; } }
.bad { color: var(--bad-text); font-weight: 600; }
.barcell { width: 30%; min-width: 7rem; }
details { margin: 0.5rem 0 1rem; }
summary { cursor: pointer; color: var(--accent); font-size: 0.875rem; width: fit-content; }
.incident { border-top: 1px solid var(--line); margin-top: 2rem; padding-top: 0.25rem; }
.incident h3 { margin: 1rem 0 0.15rem; }
.back { font-size: 0.8125rem; }
.explained { margin: 0.2rem 0 0.75rem; padding-inline-start: 1.1rem; max-width: 52rem; font-size: 0.875rem; }
.clock { margin: 1.25rem 0; }
.clock > p { margin: 0 0 0.35rem; }
footer { margin-top: 4rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--quiet); font-size: 0.8125rem; }
footer li, .notes li { margin: 0.2rem 0; }
.notes { padding-inline-start: 1.1rem; color: var(--quiet); font-size: 0.875rem; max-width: 52rem; }`;

const CHARTS = `.c { display: block; width: 100%; overflow: visible; }
.c text { fill: var(--text); font: 11px/1 system-ui, -apple-system, "Segoe UI", "Helvetica Neue", "Liberation Sans", Arial, sans-serif; font-variant-numeric: tabular-nums; }
.c .q { fill: var(--quiet); }
.c .b { fill: var(--bad-text); font-weight: 600; }
.c .m { font-weight: 600; }
.clock > svg { display: block; width: 100%; }
.good { fill: var(--good); } .miss { fill: var(--bad); } .rest { fill: var(--rest); } .track { fill: var(--line); } .accent { fill: var(--accent); } .counts { fill: #3c7cc4; }
.closed { fill: url(#closed); } .waits { fill: url(#waits); }
.axis { stroke: var(--strong-line); stroke-width: 1; } .grid { stroke: var(--line); stroke-width: 1; }
.due { stroke: var(--text); stroke-width: 1.5; stroke-dasharray: 3 2; }
.tick { stroke: var(--strong-line); stroke-width: 1; }
.charts { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 22rem), 1fr)); gap: 2rem 3rem; margin: 1rem 0; }
figure { margin: 0; break-inside: avoid; }
figcaption { font-size: 0.875rem; margin-bottom: 0.5rem; font-weight: 600; }
figcaption span { font-weight: 400; color: var(--quiet); }
.under { font-size: 0.8125rem; color: var(--quiet); margin: 0.35rem 0 0; }
.key { display: flex; flex-wrap: wrap; gap: 0.25rem 1.1rem; list-style: none; padding: 0; margin: 0.5rem 0; font-size: 0.8125rem; color: var(--quiet); }
.key li { display: flex; align-items: center; gap: 0.4rem; }
.key svg { width: 0.9rem; height: 0.65rem; flex: none; }`;

const PRINT = `@page { size: A4; margin: 14mm 14mm 16mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #56626a; } }
@media print {
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  body { font-size: 9pt; }
  .page { max-width: none; padding: 0; }
  nav, .back, summary { display: none; }
  .table { overflow: visible; }
  table { font-size: 7.5pt; }
  th, td { padding: 0.25rem 0.35rem; }
  h1 { font-size: 20pt; } h2 { font-size: 14pt; margin-top: 1.6rem; } h3 { margin-top: 1rem; }
  .figures { grid-template-columns: repeat(5, 1fr); gap: 0.4rem; margin: 1rem 0; } .figures dd { font-size: 15pt; } .figures > div { padding: 0.5rem 0.6rem; }
  .charts { grid-template-columns: 1fr 1fr; gap: 1rem 1.5rem; }
  .lead, .key, .group { break-after: avoid; }
  thead { display: table-header-group; }
  tr, .overview, .clock > svg { break-inside: avoid; }
  .incident { margin-top: 1rem; }
  details::details-content { content-visibility: visible; display: block; block-size: auto; }
  a { color: inherit; text-decoration: none; }
}`;
