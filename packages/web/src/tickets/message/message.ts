import type { RowOf } from '../../api/use-pages.ts';

export type Message = RowOf<'GET /accounts/:accountId/tickets/:ticketId/messages'>;
export type MessageFile = Message['files'][number];

export type MessageTextProps = {
  /** Markdown (CommonMark, and GitHub's tables, lists of tasks and plain links). */
  readonly body: string;
  readonly accountId: string;
  /** Pictures of the text by their names. */
  readonly files: readonly MessageFile[];
};
