import type { Terminal } from '../../platform/terminal.ts';
import { visibleText } from '../../platform/visible-text.ts';
import { plural, shortDuration } from '../result/duration-words.ts';
import type { Outcome, PromiseResult, ReplayResult, SeverityResult } from '../result/replay-result.ts';

/** The result for a terminal: what was replayed, how each promise was kept, the worst, and what was refused. */
export function replayText(result: ReplayResult, terminal: Terminal): string {
  const parts = [
    heading(result, terminal),
    attainment(result, terminal),
    resolution(result, terminal),
    worst(result, terminal),
    refused(result, terminal),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function heading(
  { description, log, incidents, facts, refused: refusedCount, overall }: ReplayResult,
  terminal: Terminal,
): string {
  const { service, levelName, reference, version } = description;
  const span = log.from === null || log.to === null ? '' : `, ${log.from.slice(0, 10)} to ${log.to.slice(0, 10)}`;
  return [
    terminal.paint(
      'strong',
      visibleText(`${service}, ${levelName} (${reference} ${version}) replayed over ${log.name}${span}`),
    ),
    `${plural(incidents, 'incident')}, ${plural(facts, 'fact')}, ${refusedCount === 0 ? 'no row refused' : terminal.paint('warning', `${plural(refusedCount, 'row')} refused`)}`,
    `What the provider owes was kept in time in ${percent(overall)} of ${plural(overall.met + overall.breached, 'decided clock')}; ${plural(overall.breached, 'breach').replace('breachs', 'breaches')}.`,
  ].join('\n');
}

const BAR = 20;

function attainment({ promises }: ReplayResult, terminal: Terminal): string {
  const rows = promises.flatMap((promise) => promise.severities.map((severity) => cells(promise, severity)));
  const head = ['promise', 'sev', 'target', '', 'in time', 'met', 'breached', 'late', 'ended', 'running', 'p50', 'p90'];
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const right = (i: number) => i >= 4;
  const line = (row: readonly string[]) =>
    row
      .map((text, i) => (right(i) ? text.padStart(widths[i] ?? 0) : text.padEnd(widths[i] ?? 0)))
      .join('  ')
      .trimEnd();
  let last = '';
  const lines = rows.map((row) => {
    const [name = ''] = row;
    const text = line(name === last ? ['', ...row.slice(1)] : row);
    last = name;
    return text.replace(/[█░]+/, (bar) => painted(bar, terminal));
  });
  return rows.length === 0
    ? 'No promise of the description was opened by this log.'
    : [terminal.paint('quiet', line(head)), ...lines].join('\n');
}

function cells(promise: PromiseResult, result: SeverityResult): string[] {
  const { severity, target, attainment: share, met, breached, late, ended, running, elapsedSeconds } = result;
  const bar = share === null ? '' : '█'.repeat(Math.round(share * BAR)).padEnd(BAR, '░');
  const owed = promise.owedBy === 'customer' ? ' (customer)' : '';
  return [
    visibleText(`${promise.promise}${owed}`),
    severity === null ? '-' : String(severity),
    target ?? '-',
    bar,
    percent(result),
    ...[met, breached, late, ended, running].map((count) => count.toLocaleString('en')),
    elapsedSeconds ? shortDuration(elapsedSeconds.p50) : '-',
    elapsedSeconds ? shortDuration(elapsedSeconds.p90) : '-',
  ];
}

function painted(bar: string, terminal: Terminal): string {
  const good = bar.indexOf('░') === -1 ? bar.length : bar.indexOf('░');
  return `${terminal.paint('good', bar.slice(0, good))}${terminal.paint('error', bar.slice(good))}`;
}

/** Rounded down, so that 100 % means all. */
export function percent({ attainment: share }: Pick<Outcome, 'attainment'>): string {
  return share === null ? '-' : `${(Math.floor(share * 1000) / 10).toFixed(1)} %`;
}

function resolution({ resolution: rows }: ReplayResult, terminal: Terminal): string {
  if (rows.length === 0) return '';
  const lines = rows.map(({ severity, resolved, open, elapsedSeconds }) => {
    const times = elapsedSeconds
      ? `half within ${shortDuration(elapsedSeconds.p50)}, 90 % within ${shortDuration(elapsedSeconds.p90)}`
      : '';
    return `  severity ${severity ?? '-'}: ${plural(resolved, 'incident')} resolved, ${open} open${times === '' ? '' : `; ${times}`}`;
  });
  return [terminal.paint('strong', 'From receipt to resolution'), ...lines].join('\n');
}

const SHOWN = 10;

function worst({ worst: breaches }: ReplayResult, terminal: Terminal): string {
  if (breaches.length === 0) return '';
  const lines = breaches
    .slice(0, SHOWN)
    .map(({ incident, promise, severity, group, lateSeconds, lateTargets, opened }) => {
      const late =
        lateSeconds === 0
          ? 'missed'
          : `${shortDuration(lateSeconds)} late, ${(lateTargets + 1).toLocaleString('en', { maximumFractionDigits: 1 })} times the target`;
      return `  ${visibleText(incident)}  ${promise}, severity ${severity ?? '-'}, opened ${opened.slice(0, 16)}Z: ${late} (${visibleText(group)})`;
    });
  const more =
    breaches.length > SHOWN ? [`  … and ${breaches.length - SHOWN} more in the JSON and the HTML report`] : [];
  return [terminal.paint('strong', 'Worst breaches'), ...lines, ...more].join('\n');
}

function refused({ refused: count, refusedBy, refusedRows }: ReplayResult, terminal: Terminal): string {
  if (count === 0) return '';
  const reasons = refusedBy.map(({ says, count: rows }) => `  ${plural(rows, 'row')}: ${says}`);
  const rows = refusedRows
    .slice(0, SHOWN)
    .map(
      ({ line, incident, sentence }) =>
        `    line ${line}${incident === null ? '' : ` (${visibleText(incident)})`}: ${visibleText(sentence)}`,
    );
  const more =
    count > rows.length ? [`    … ${plural(count - rows.length, 'row')} more; --format json names the first 100`] : [];
  return [terminal.paint('warning', `Refused: ${plural(count, 'row')}`), ...reasons, ...rows, ...more].join('\n');
}
