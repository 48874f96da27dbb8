import type { Column } from '../../../ui/data-table/column.ts';
import { dayWords } from '../../../ui/time-words.ts';
import type { Contract } from './contract.ts';
import { ContractState } from './contract-state.tsx';
import { lastDayWords } from './contract-days.ts';
import { termsOf } from './terms-of.ts';

/** The columns of contracts; days are those of the account's zone. */
export function contractColumns(zone: string): readonly Column<Contract>[] {
  return [
    { id: 'name', header: 'Contract', cell: ({ name }) => name, sortBy: ({ name }) => name },
    {
      id: 'service',
      header: 'Service',
      cell: (contract) => {
        const terms = termsOf(contract);
        return terms ? `${terms.title}, ${terms.levelTitle} (version ${terms.documentVersion})` : '–';
      },
      sortBy: (contract) => termsOf(contract)?.title,
      wideOnly: true,
    },
    {
      id: 'state',
      header: 'State',
      cell: (contract) => <ContractState contract={contract} />,
      sortBy: ({ state }) => state,
    },
    {
      id: 'starts',
      header: 'First day',
      cell: ({ startsAt }) => dayWords(Date.parse(startsAt), zone),
      sortBy: ({ startsAt }) => startsAt,
      width: '120px',
      wideOnly: true,
    },
    {
      id: 'ends',
      header: 'Last day',
      cell: ({ endsAt }) => (endsAt === null ? 'open' : lastDayWords(endsAt, zone)),
      sortBy: ({ endsAt }) => endsAt ?? undefined,
      width: '120px',
      wideOnly: true,
    },
  ];
}
