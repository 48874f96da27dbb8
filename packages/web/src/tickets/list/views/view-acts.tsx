import { ActionIcon, Button } from '@mantine/core';
import { IconBookmarkPlus, IconDeviceFloppy, IconPencil, IconTrash } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { filterOf, isFiltered, type TicketSearch } from '../../ticket-search.ts';
import type { SavedView } from './saved-view.ts';
import { useViewChanges } from './use-view-changes.ts';

const SaveView = lazy(() => import('./save-view.tsx').then((module) => ({ default: module.SaveView })));

export type ViewActsProps = {
  readonly search: TicketSearch;
  /** The saved view that is shown, or from which somebody came; undefined for one that everybody has. */
  readonly view: SavedView | undefined;
  /** The list is as one of the views has it. */
  readonly isAsSaved: boolean;
};

/** What can be done with the list as a view: kept, and one's own changed, renamed and deleted. */
export function ViewActs({ search, view, isAsSaved }: ViewActsProps) {
  const [isSaving, setSaving] = useState<'new' | 'own'>();
  const { change, remove } = useViewChanges();
  const own = view?.isOwn ? view : undefined;
  const isWorthKeeping =
    isFiltered(search) ||
    search.account !== undefined ||
    search.order !== undefined ||
    search.columns !== undefined ||
    view !== undefined;
  return (
    <>
      {own && !isAsSaved && (
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconDeviceFloppy size={15} aria-hidden />}
          onClick={() => change(own, { ...own, filter: filterOf(search) })}
        >
          Save in “{own.name}”
        </Button>
      )}
      {!isAsSaved && isWorthKeeping && (
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconBookmarkPlus size={15} aria-hidden />}
          onClick={() => setSaving('new')}
        >
          Save as a view…
        </Button>
      )}
      {own && (
        <>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`Rename or share the view “${own.name}”`}
            onClick={() => setSaving('own')}
          >
            <IconPencil size={15} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`Delete the view “${own.name}”`}
            onClick={() => remove(own)}
          >
            <IconTrash size={15} aria-hidden />
          </ActionIcon>
        </>
      )}
      <Suspense>
        {isSaving && (
          <SaveView
            filter={isSaving === 'own' && own ? own.filter : filterOf(search)}
            view={isSaving === 'own' ? own : undefined}
            onClose={() => setSaving(undefined)}
          />
        )}
      </Suspense>
    </>
  );
}
