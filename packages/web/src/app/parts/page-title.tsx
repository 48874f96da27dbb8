import { VisuallyHidden } from '@mantine/core';
import { useEffect } from 'react';
import { useCrumbs } from './use-crumbs.ts';

/** Keeps the browser's tab named after the page, and tells screen readers of a new one. */
export function PageTitle() {
  const crumbs = useCrumbs();
  const title = crumbs
    .map((crumb) => crumb.title)
    .toReversed()
    .join(' · ');
  useEffect(() => {
    document.title = title === '' ? 'Tamarack' : `${title} · Tamarack`;
  }, [title]);
  return (
    <VisuallyHidden role="status" aria-live="polite">
      {title}
    </VisuallyHidden>
  );
}
