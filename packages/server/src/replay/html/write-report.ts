/** The report: one page that needs nothing else. It is written piece by piece, so that it need not be in memory as a whole. */
import type { Told } from '../result/replay-result-of.ts';
import { attainment } from './attainment.ts';
import { resolutions, responses } from './distributions.ts';
import { escapeHtml } from '../../platform/escape-html.ts';
import { groups } from './groups.ts';
import { header } from './header.ts';
import { incidents } from './incidents.ts';
import { method } from './method.ts';
import { months } from './months.ts';
import { pageStyle } from './page-style.ts';
import { pauses } from './pauses.ts';
import { refused } from './refused.ts';
import { PATTERNS } from './svg.ts';
import { worst } from './worst.ts';

/** Writes the report of a replay. */
export function* writeReport(told: Told): Generator<string> {
  const { result } = told;
  const { service, levelName, reference, version } = result.description;
  yield `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(`${service}, ${levelName}: replay of ${result.log.name}`)}</title>
<style>${pageStyle()}</style>
</head>
<body>${PATTERNS}
<main class="page">`;
  for (const part of [header, attainment, months, groups, responses, resolutions, pauses, worst])
    yield `${part(result)}\n`;
  yield* incidents(told);
  yield `${refused(result)}\n${method(result)}
<footer>Made by <code>tamarack replay</code> from ${escapeHtml(`${reference} ${version}`)} and ${escapeHtml(result.log.name)}.</footer>
</main>
</body>
</html>
`;
}
