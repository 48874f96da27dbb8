import { Blocks } from './blocks.tsx';
import classes from './document.module.css';
import type { SectionModel } from './model.ts';

const HEADINGS = ['h3', 'h4', 'h5'] as const;

/** A numbered part and what is below it. */
export function DocumentSection({ section, depth }: { readonly section: SectionModel; readonly depth: number }) {
  const Heading = HEADINGS[depth] ?? 'h6';
  const { number, anchor, title, tags, blocks, sections } = section;
  return (
    <section id={anchor} className={classes['section']} data-depth={depth}>
      <Heading className={classes['heading']}>
        <span className={classes['number']}>{number}</span> {title}
        {tags.map((tag) => (
          <span key={tag} className={classes['tag']}>
            {tag}
          </span>
        ))}
      </Heading>
      <Blocks blocks={blocks} />
      {sections.map((each) => (
        <DocumentSection key={each.anchor} section={each} depth={depth + 1} />
      ))}
    </section>
  );
}
