import { call } from '../../../api/call.ts';
import { queryClient } from '../../../api/query-client.ts';
import { tellUndone } from '../../../api/tell-failure.ts';
import { useCall } from '../../../api/use-call.ts';
import { offerUndo } from '../../../ui/offer-undo.tsx';
import type { SavedView } from './saved-view.ts';

const VIEWS = 'GET /ticket-views';
type Wanted = Pick<SavedView, 'name' | 'filter' | 'isShared'>;

/** Changes and deletes a view of one's own; either can be taken back. */
export function useViewChanges() {
  // A view that shows something else has another count as well.
  const put = useCall('PUT /ticket-views/:viewId', { refreshes: [VIEWS, 'GET /ticket-counts'] });
  const drop = useCall('DELETE /ticket-views/:viewId', { refreshes: [VIEWS] });
  const change = ({ id, version, ...before }: SavedView, { name, filter, isShared }: Wanted) =>
    put.mutate(
      { params: { viewId: id }, version, body: { name, filter, isShared } },
      {
        onSuccess: (given) =>
          offerUndo({
            says: `The view “${name}” shows this from now on.`,
            undo: () => put.mutate({ params: { viewId: id }, version: given.version, body: bodyOf(before) }),
          }),
      },
    );
  const remove = (view: SavedView) =>
    drop.mutate(
      { params: { viewId: view.id } },
      {
        onSuccess: () =>
          offerUndo({
            says: `The view “${view.name}” is deleted.`,
            undo: () =>
              void call('POST /ticket-views', { body: bodyOf(view) }).then(
                () => queryClient.invalidateQueries({ queryKey: [VIEWS] }),
                (error: Error) => tellUndone(error, 'Undo'),
              ),
          }),
      },
    );
  return { change, remove };
}

function bodyOf({ name, filter, isShared }: Wanted): Wanted {
  return { name, filter, isShared };
}
