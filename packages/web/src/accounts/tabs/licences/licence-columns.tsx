import { IconCircleCheck, IconCircleOff, IconClock, IconHandStop } from '@tabler/icons-react';
import type { Column } from '../../../ui/data-table/column.ts';
import { Mark } from '../../../ui/mark.tsx';
import { dateWords } from '../../../ui/time-words.ts';
import type { Licence } from './licence.ts';
import { LicenceActions } from './licence-actions.tsx';

const STATES = {
  valid: { says: 'Valid', colour: 'kept', Icon: IconCircleCheck },
  later: { says: 'Valid later', colour: 'open', Icon: IconClock },
  over: { says: 'Expired', colour: 'void', Icon: IconCircleOff },
  revoked: { says: 'Revoked', colour: 'broken', Icon: IconHandStop },
} as const;

function stateOf({ isValid, revokedAt, validFrom }: Licence, today: string): keyof typeof STATES {
  if (revokedAt !== null) return 'revoked';
  if (isValid) return 'valid';
  return validFrom > today ? 'later' : 'over';
}

/** `today` is the day in the account's zone. Without `accountId` nothing can be done with the rows. */
export function licenceColumns(today: string, accountId: string | undefined): readonly Column<Licence>[] {
  const actions: Column<Licence> = {
    id: 'actions',
    header: 'Actions',
    cell: (licence) =>
      licence.revokedAt === null && accountId !== undefined && <LicenceActions {...{ accountId, licence }} />,
    width: '190px',
    align: 'end',
  };
  return [
    { id: 'product', header: 'Product', cell: ({ product }) => product, sortBy: ({ product }) => product },
    {
      id: 'reference',
      header: 'No.',
      cell: ({ reference }) => `#${reference}`,
      sortBy: ({ reference }) => reference,
      width: '84px',
      wideOnly: true,
    },
    {
      id: 'state',
      header: 'State',
      cell: (licence) => <Mark {...STATES[stateOf(licence, today)]} />,
      sortBy: (licence) => stateOf(licence, today),
      width: '130px',
    },
    {
      id: 'quantity',
      header: 'Quantity',
      cell: ({ quantity }) => quantity?.toLocaleString('en-GB') ?? 'unlimited',
      sortBy: ({ quantity }) => quantity ?? undefined,
      align: 'end',
      width: '110px',
      wideOnly: true,
    },
    {
      id: 'from',
      header: 'First day',
      cell: ({ validFrom }) => dateWords(validFrom),
      sortBy: ({ validFrom }) => validFrom,
      width: '120px',
      wideOnly: true,
    },
    {
      id: 'until',
      header: 'Last day',
      cell: ({ validUntil }) => (validUntil === null ? 'none' : dateWords(validUntil)),
      sortBy: ({ validUntil }) => validUntil ?? undefined,
      width: '120px',
    },
    { id: 'note', header: 'Note', cell: ({ note }) => note ?? '–', wideOnly: true },
    ...(accountId === undefined ? [] : [actions]),
  ];
}
