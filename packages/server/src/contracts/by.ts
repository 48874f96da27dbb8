/** Who does it, as the journal keeps it. */
import type { recorderOf } from '../platform/http/person-of.ts';

export type By = ReturnType<typeof recorderOf>;
