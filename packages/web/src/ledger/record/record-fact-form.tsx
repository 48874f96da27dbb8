import { useGet } from '../../api/use-get.ts';
import { useMe } from '../../api/me.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import type { Obligation } from '../obligation-words.ts';
import { FactFields } from './fact-fields.tsx';
import { meeting } from './draft.ts';
import { forCustomers } from './for-customers.ts';
import { MetOnTicket } from './met-on-ticket.tsx';

export type RecordFactFormProps = {
  readonly accountId: string;
  readonly obligation: Obligation | undefined;
  readonly onDone: () => void;
};

/** The form for a fact: what can be recorded under the contracts of the account comes from their descriptions. */
export function RecordFactForm({ accountId, obligation, onDone }: RecordFactFormProps) {
  const { side } = useMe();
  const recordable = useGet('GET /accounts/:accountId/recordable-facts', { params: { accountId } });
  const ledger = useGet(
    'GET /accounts/:accountId/ledger',
    { params: { accountId }, query: { side: 'customer' } },
    { enabled: side === 'customer' },
  );
  return (
    <QueryState query={recordable}>
      {({ rows }) => {
        const own = side === 'customer' ? forCustomers(rows, ledger.data?.promises ?? [], obligation) : rows;
        const isOfTicket = obligation && obligation.ticket !== null && meeting(own, obligation).length === 0;
        if (isOfTicket) return <MetOnTicket obligation={obligation} />;
        return own.length === 0 ? (
          <EmptyState title="Nothing to record">
            {side === 'customer'
              ? 'What you owe under a contract can be recorded here. At present there is nothing of that kind.'
              : 'The facts that can be recorded are those of a contract. This account has none that runs.'}
          </EmptyState>
        ) : (
          <FactFields accountId={accountId} rows={own} obligation={obligation} onDone={onDone} />
        );
      }}
    </QueryState>
  );
}
