import type { RowOf } from '../../api/use-pages.ts';

/** A person as administrators see them. */
export type Person = RowOf<'GET /people'>;
