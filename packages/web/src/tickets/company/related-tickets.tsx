import { ActionIcon, Button } from '@mantine/core';
import { IconLink, IconX } from '@tabler/icons-react';
import { call } from '../../api/call.ts';
import { queryClient } from '../../api/query-client.ts';
import { tellUndone } from '../../api/tell-failure.ts';
import { useCall } from '../../api/use-call.ts';
import { Link } from '../../ui/link.tsx';
import { offerUndo } from '../../ui/offer-undo.tsx';
import { ticketHref, type Ticket } from '../ticket.ts';
import classes from './related-tickets.module.css';

type Relation = Ticket['relations'][number];

const SAYS: Readonly<Record<Relation['says'], string>> = {
  'relates-to': 'Related to',
  'caused-by': 'Caused by',
  causes: 'Causes',
  'split-from': 'Split from',
  'split-into': 'Split into',
};

export type RelatedTicketsProps = { readonly ticket: Ticket; readonly onRelate: () => void };

/** Tickets that belong to this one; staff relate them and take that away again. */
export function RelatedTickets({ ticket: { accountId, id, relations, mayChange }, onRelate }: RelatedTicketsProps) {
  const unrelate = useCall('DELETE /accounts/:accountId/tickets/:ticketId/relations/:otherId');
  const drop = ({ id: otherId, reference, says }: Relation) => {
    const params = { accountId, ticketId: id, otherId };
    const relate = () =>
      void call('PUT /accounts/:accountId/tickets/:ticketId/relations/:otherId', {
        params,
        body: { says: says === 'caused-by' ? says : 'relates-to' },
      }).then(
        () => queryClient.invalidateQueries(),
        (error: Error) => tellUndone(error, 'Undo'),
      );
    unrelate.mutate(
      { params },
      { onSuccess: () => offerUndo({ says: `#${reference} is not related any more.`, undo: relate }) },
    );
  };
  if (relations.length === 0 && !mayChange) return null;
  return (
    <section aria-labelledby="related">
      <h2 id="related">Related tickets</h2>
      <ul className={classes['related']}>
        {relations.map((relation) => (
          <li key={`${relation.id} ${relation.says}`}>
            <span>
              {SAYS[relation.says]}{' '}
              <Link href={ticketHref({ accountId, id: relation.id })}>
                #{relation.reference} {relation.subject}
              </Link>{' '}
              <span className={classes['state']}>{relation.state}</span>
            </span>
            {mayChange && (relation.says === 'relates-to' || relation.says === 'caused-by') && (
              <ActionIcon
                size="sm"
                variant="subtle"
                color="gray"
                aria-label={`Relate #${relation.reference} no more`}
                onClick={() => drop(relation)}
              >
                <IconX size={14} aria-hidden />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {mayChange && (
        <Button size="compact-sm" variant="default" leftSection={<IconLink size={14} aria-hidden />} onClick={onRelate}>
          Relate…
        </Button>
      )}
    </section>
  );
}
