import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { type Checked, type Finding, findingWords } from './finding-words.ts';
import classes from './source.module.css';

export type FindingListProps = { readonly checked: Checked; readonly onGoTo: (finding: Finding) => void };

/** What the checker says, line by line; each leads to its place. */
export function FindingList({ checked: { findings, errors, warnings }, onGoTo }: FindingListProps) {
  return (
    <section className={classes['findings']} aria-label="What the checker says">
      <p className={classes['count']} role="status">
        {errors === 0 && warnings === 0 ? (
          <span className={classes['fine']}>
            <IconCircleCheck size={16} aria-hidden /> The checker has nothing to say.
          </span>
        ) : (
          `${counted(errors, 'error')}, ${counted(warnings, 'warning')}`
        )}
      </p>
      <ul className={classes['list']}>
        {findings.map((finding, at) => (
          <li key={`${finding.line} ${finding.column} ${finding.code} ${at}`}>
            <button type="button" className={classes['finding']} onClick={() => onGoTo(finding)}>
              <span className={classes['where']} data-level={finding.level}>
                {finding.level === 'error' ? (
                  <IconCircleX size={15} aria-label="Error" />
                ) : (
                  <IconAlertTriangle size={15} aria-label="Warning" />
                )}
                line {finding.line}
              </span>
              <span>{findingWords(finding)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function counted(count: number, word: string): string {
  return count === 1 ? `1 ${word}` : `${count === 0 ? 'no' : count} ${word}s`;
}
