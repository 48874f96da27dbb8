import { Button } from '@mantine/core';
import { EmptyState } from '../ui/empty-state.tsx';
import { Link } from '../ui/link.tsx';
import type { Version } from './version.ts';

export type UnreadableVersionProps = {
  readonly version: Version;
  /** What would stand here: "document". */
  readonly what: string;
};

/** A text with errors has neither document nor changes: says so instead of asking for them, and leads to what is to be mended. */
export function UnreadableVersion({ version: { id, descriptionId, errors }, what }: UnreadableVersionProps) {
  return (
    <EmptyState
      title={`No ${what} yet`}
      action={
        <Button component={Link} href={`/agreements/${descriptionId}/versions/${id}/source`} variant="default">
          To the findings
        </Button>
      }
    >
      The text that is saved has {errors === 1 ? 'an error' : `${errors} errors`}. The checker lists what is wrong under
      the source, line by line; once that is mended and saved, the {what} stands here.
    </EmptyState>
  );
}
