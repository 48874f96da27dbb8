import type { Gives } from '@tamarack/contract';
import { Instant } from '../ui/instant.tsx';
import { Link } from '../ui/link.tsx';
import { FileLinks } from './file-links.tsx';
import classes from './evidence-list.module.css';
import { nameWords } from './obligation-words.ts';

type Evidence = Gives<'GET /accounts/:accountId/obligations/:obligationId'>['evidence'][number];

export type EvidenceListProps = {
  readonly accountId: string;
  readonly zone: string;
  /** What counts towards a promise of the whole contract is too much to list: the timeline has it. */
  readonly isPeriodic: boolean;
  readonly evidence: readonly Evidence[];
};

/** The facts behind an obligation: what, who, when, what was written, and the files. */
export function EvidenceList({ accountId, zone, isPeriodic, evidence }: EvidenceListProps) {
  // What the ledger itself noted of this and of other promises about the same thing stands in its state and in the waivers.
  const facts = evidence.filter(({ fact }) => !fact.startsWith('obligation.'));
  if (facts.length === 0)
    return (
      <p className={classes['none']}>
        {isPeriodic
          ? 'No single fact met it. What counts towards it stands in the '
          : 'Nothing has been recorded about it. What is recorded shows here, and in the '}
        <Link href={`/accounts/${accountId}/timeline`}>timeline</Link>.
      </p>
    );
  return (
    <ol className={classes['list']}>
      {facts.map(({ id, fact, at, by, bySide, note, files }) => (
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
