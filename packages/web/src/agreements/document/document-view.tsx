import { Blocks } from './blocks.tsx';
import { Contents } from './contents.tsx';
import { DocumentSection } from './document-section.tsx';
import classes from './document.module.css';
import type { DocumentModel } from './model.ts';

/** A service description as the document that a customer signs, with its contents beside it. */
export function DocumentView({ document }: { readonly document: DocumentModel }) {
  const { title, subtitle, summary, control, sections, running } = document;
  return (
    <div className={classes['layout']}>
      <Contents sections={sections} />
      <article className={classes['paper']} aria-label={title}>
        <header className={classes['cover']}>
          <h2 className={classes['title']}>{title}</h2>
          <p className={classes['subtitle']}>{subtitle}</p>
          <p className={classes['summary']}>{summary}</p>
          <Blocks blocks={control} />
        </header>
        {sections.map((section) => (
          <DocumentSection key={section.anchor} section={section} depth={0} />
        ))}
        <footer className={classes['running']}>{running}</footer>
      </article>
    </div>
  );
}
