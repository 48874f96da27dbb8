import { IconEyeOff, IconLock } from '@tabler/icons-react';
import type { RowOf } from '../../api/use-pages.ts';
import { whoWords } from '../../ledger/evidence-list.tsx';
import { FileLinks } from '../../ledger/file-links.tsx';
import { Instant } from '../../ui/instant.tsx';
import { Link } from '../../ui/link.tsx';
import { dataWords } from './data-words.ts';
import { timelineHref, type TimelineSearch } from './timeline-search.ts';
import classes from './timeline.module.css';

export type TimelineEntryProps = {
  readonly accountId: string;
  readonly zone: string;
  readonly entry: RowOf<'GET /accounts/:accountId/facts'>;
  readonly search: TimelineSearch;
  /** The page is about this already, so that the entry need not name it. */
  readonly ofSubject?: string;
};

/** A fact: in words, about what, by whom, when, with note and files. */
export function TimelineEntry({ accountId, zone, entry, search, ofSubject }: TimelineEntryProps) {
  const { says, subject, subjectId, at, by, bySide, contract, note, files, audience, sealed, data, names } = entry;
  const isNamed = subjectId !== ofSubject;
  // Which side replied stands below with the name already.
  const { by: side, ...rest } = data;
  const particulars = entry.fact.endsWith('.subject-changed')
    ? `“${entry.title ?? 'erased'}”`
    : dataWords(side === bySide ? rest : data, names);
  return (
    <li className={classes['entry']} data-internal={audience === 'internal' || undefined} data-side={bySide}>
      <div className={classes['says']}>
        <span className={classes['fact']}>{`${says.slice(0, 1).toUpperCase()}${says.slice(1)}`}</span>
        {audience === 'internal' && (
          <span className={classes['internal']}>
            <IconEyeOff size={13} aria-hidden /> Internal: the customer does not see it
          </span>
        )}
      </div>
      {(isNamed || particulars !== '') && (
        <div className={classes['subject']}>
          {isNamed && <Link href={hrefOf(accountId, entry, search)}>{subject}</Link>}
          {isNamed && particulars !== '' && ' · '}
          {particulars}
        </div>
      )}
      {note !== null && note !== '' && <p className={classes['note']}>{note}</p>}
      <FileLinks accountId={accountId} files={files} />
      <div className={classes['who']}>
        <Instant at={at} accountZone={zone} as="short" />
        <span>{whoWords(by, bySide)}</span>
        {contract !== null && <span>{contract}</span>}
        {sealed && (
          <span className={classes['sealed']}>
            <IconLock size={12} aria-hidden /> sealed
          </span>
        )}
      </div>
    </li>
  );
}

/** A promise leads to its row of the ledger, a ticket to its page, anything else to what else happened to it. */
function hrefOf(accountId: string, { fact, subjectId }: TimelineEntryProps['entry'], search: TimelineSearch): string {
  if (fact.startsWith('obligation.')) return `/accounts/${accountId}/ledger/${subjectId}`;
  if (/^(incident|service-request)\./.test(fact)) return `/accounts/${accountId}/tickets/${subjectId}`;
  return timelineHref(accountId, { ...search, subject: subjectId });
}
