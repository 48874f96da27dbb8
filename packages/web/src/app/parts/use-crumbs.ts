import { useMatches } from '@tanstack/react-router';

export type Crumb = { readonly title: string; readonly href: string };

/** The way to this page: the titled routes above it, and itself. */
export function useCrumbs(): readonly Crumb[] {
  return useMatches({
    select: (matches) =>
      matches.flatMap(({ staticData, loaderData, pathname }): Crumb[] => {
        const title = titleOf(loaderData) ?? staticData.title;
        return title === undefined ? [] : [{ title, href: pathname.replace(/(?<=.)\/$/, '') }];
      }),
    structuralSharing: true,
  });
}

function titleOf(loaded: unknown): string | undefined {
  const has = typeof loaded === 'object' && loaded !== null && 'title' in loaded;
  return has && typeof loaded.title === 'string' ? loaded.title : undefined;
}
