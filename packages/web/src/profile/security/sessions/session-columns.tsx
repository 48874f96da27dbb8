import type { Gives } from '@tamarack/contract';
import type { Column } from '../../../ui/data-table/column.ts';
import { Instant } from '../../../ui/instant.tsx';
import { browserWords } from '../../../ui/browser-words.ts';
import { EndSession } from './end-session.tsx';
import { signedInByWords } from './signed-in-by.ts';

type Session = Gives<'GET /me/sessions'>['rows'][number];

export const sessionColumns: readonly Column<Session>[] = [
  {
    id: 'browser',
    header: 'Browser',
    cell: ({ browser, isThisOne }) => (
      <>
        {browserWords(browser)}
        {isThisOne && <strong> (this one)</strong>}
      </>
    ),
  },
  { id: 'seen', header: 'Seen', cell: ({ seenAt }) => <Instant at={seenAt} />, width: '110px' },
  {
    id: 'since',
    header: 'Signed in',
    cell: ({ signedInAt, signedInBy }) => (
      <>
        <Instant at={signedInAt} as="short" /> {signedInByWords[signedInBy]}
      </>
    ),
    wideOnly: true,
  },
  { id: 'address', header: 'Address', cell: ({ address }) => address ?? '–', wideOnly: true },
  {
    id: 'end',
    header: 'End',
    cell: ({ id, isThisOne }) => (isThisOne ? null : <EndSession sessionId={id} />),
    align: 'end',
  },
];
