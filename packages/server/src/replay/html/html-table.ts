import { escapeHtml } from '../../platform/escape-html.ts';

/** A column: its heading, and whether its cells are numbers. `cell` gives HTML. */
export interface Column<R> {
  readonly heading: string;
  readonly numeric?: boolean;
  readonly className?: string;
  readonly cell: (row: R) => string;
}

/** A table that can be scrolled sideways where it is too wide; its first cells name the rows. */
export function htmlTable<R>(
  label: string,
  columns: readonly Column<R>[],
  rows: readonly R[],
  idOf?: (row: R) => string,
): string {
  const head = columns.map((column) => `<th scope="col"${classOf(column)}>${escapeHtml(column.heading)}</th>`).join('');
  const body = rows.map(
    (row) =>
      `<tr${idOf ? ` id="${idOf(row)}"` : ''}>${columns.map((column, i) => cellOf(column, row, i === 0)).join('')}</tr>`,
  );
  return `<div class="table" role="region" aria-label="${escapeHtml(label)}" tabindex="0"><table><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table></div>`;
}

function cellOf<R>(column: Column<R>, row: R, first: boolean): string {
  return first
    ? `<th scope="row"${classOf(column)}>${column.cell(row)}</th>`
    : `<td${classOf(column)}>${column.cell(row)}</td>`;
}

function classOf({ numeric, className }: Pick<Column<never>, 'numeric' | 'className'>): string {
  const names = [numeric === true ? 'n' : '', className ?? ''].filter((name) => name !== '').join(' ');
  return names === '' ? '' : ` class="${names}"`;
}
