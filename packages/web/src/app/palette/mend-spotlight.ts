import type { SpotlightStore } from '@mantine/spotlight';

/**
 * Two things that Mantine's Spotlight leaves out: its dialogue has no name, and results that arrive after the last key are not
 * selected, so that Enter would do nothing. It marks its selection in the page itself, and so does this.
 */
export function mendSpotlight(store: SpotlightStore): void {
  const { listId } = store.getState();
  const list = document.querySelector(`#${CSS.escape(listId)}`);
  if (!list) return;
  list.closest('[role=dialog]')?.setAttribute('aria-label', 'Find or do');
  if (list.querySelector('[data-selected]')) return;
  list.querySelector('[data-action]')?.setAttribute('data-selected', 'true');
  store.updateState((state) => ({ ...state, selected: 0 }));
}
