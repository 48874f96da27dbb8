import classes from './document.module.css';
import type { TableModel } from './model.ts';
import { PhraseText } from './phrase-text.tsx';

/** A table of the document; on a phone it scrolls by itself, reached by the keyboard as well. */
export function DocumentTable({ table: { caption, columns, over, groups } }: { readonly table: TableModel }) {
  return (
    <div className={classes['scroll']} tabIndex={0} role="region" aria-label={caption}>
      <table className={classes['table']}>
        <caption>{caption}</caption>
        <thead>
          {over && (
            <tr>
              <td />
              {over.map((heading) => (
                <th key={heading.heading} colSpan={heading.columns} scope="colgroup">
                  {heading.heading}
                </th>
              ))}
            </tr>
          )}
          <tr>
            {columns.map(({ heading, centred }, at) =>
              heading === '' ? (
                <td key={at} />
              ) : (
                <th key={at} scope="col" data-centred={centred}>
                  {heading}
                </th>
              ),
            )}
          </tr>
        </thead>
        {groups.map(({ heading, note, rows }, at) => (
          <tbody key={at}>
            {heading !== undefined && (
              <tr>
                <th colSpan={columns.length} scope="rowgroup" className={classes['group']}>
                  <PhraseText phrase={heading} />
                  {note !== undefined && (
                    <span className={classes['groupNote']}>
                      <PhraseText phrase={note} />
                    </span>
                  )}
                </th>
              </tr>
            )}
            {rows.map((cells, row) => (
              <tr key={row}>
                {cells.map((cell, index) =>
                  index === 0 ? (
                    <th key={index} scope="row">
                      <PhraseText phrase={cell} />
                    </th>
                  ) : (
                    <td key={index} data-centred={columns[index]?.centred}>
                      <PhraseText phrase={cell} />
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}
