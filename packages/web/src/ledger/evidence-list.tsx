import type { Gives } from '@tamarack/contract';
import { Instant } from '../ui/instant.tsx';
import { FileLinks } from './file-links.tsx';
import classes from './evidence-list.module.css';
import { nameWords } from './obligation-words.ts';

type Evidence = Gives<'GET /accounts/:accountId/obligations/:obligationId'>['evidence'][number];

export type EvidenceListProps = {
  readonly accountId: string;
  readonly zone: string;
  readonly evidence: readonly Evidence[];
};

/** The facts behind an obligation: what, who, when, what was written, and the files. */
export function EvidenceList({ accountId, zone, evidence }: EvidenceListProps) {
  if (evidence.length === 0)
    return <p className={classes['none']}>Nothing has been recorded yet. What is recorded about it shows here.</p>;
  return (
    <ol className={classes['list']}>
      {evidence.map(({ id, fact, at, by, bySide, note, files }) => (
        <li key={id}>
          <div className={classes['fact']}>{nameWords(fact)}</div>
          <div className={classes['who']}>
            <Instant at={at} accountZone={zone} as="short" /> · {whoWords(by, bySide)}
          </div>
          {note !== null && note !== '' && <p className={classes['note']}>{note}</p>}
          <FileLinks accountId={accountId} files={files} />
        </li>
      ))}
    </ol>
  );
}

/** "Lena Aumann, customer"; what nobody did, Tamarack did. */
export function whoWords(by: string | null, bySide: Evidence['bySide']): string {
  if (bySide === 'system') return 'Tamarack';
  return `${by ?? 'somebody'}, ${bySide}`;
}
