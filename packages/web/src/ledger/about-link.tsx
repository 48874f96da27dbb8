import { Link } from '../ui/link.tsx';
import { aboutOf } from './obligation-columns.tsx';
import type { Obligation } from './obligation-words.ts';

export type AboutLinkProps = { readonly row: Obligation; readonly tabIndex?: number };

/** What an obligation is about, in words; where that is a ticket, the way to it. */
export function AboutLink({ row, tabIndex }: AboutLinkProps) {
  const { accountId, subjectId, ticket } = row;
  if (ticket === null) return aboutOf(row);
  return (
    <Link href={`/accounts/${accountId}/tickets/${subjectId}`} {...(tabIndex === undefined ? {} : { tabIndex })}>
      #{ticket} {aboutOf(row)}
    </Link>
  );
}
