import classes from './document.module.css';
import type { DocumentModel } from './model.ts';

/** The parts of the document, as links to them. Open at the side where there is room. */
export function Contents({ sections }: Pick<DocumentModel, 'sections'>) {
  return (
    <nav className={classes['contents']} aria-label="Contents">
      <details className={classes['details']} open={matchMedia('(min-width: 62em)').matches}>
        <summary className={classes['contentsTitle']}>Contents</summary>
        <ol className={classes['contentsList']}>
          {sections.map(({ number, anchor, title }) => (
            <li key={anchor}>
              <a href={`#${anchor}`}>
                <span className={classes['number']}>{number}</span> {title}
              </a>
            </li>
          ))}
        </ol>
      </details>
    </nav>
  );
}
