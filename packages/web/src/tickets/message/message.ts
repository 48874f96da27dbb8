import type { Gives } from '@tamarack/contract';

export type Message = Gives<'GET /accounts/:accountId/tickets/:ticketId/messages'>['rows'][number];
export type MessageFile = Message['files'][number];

export type MessageTextProps = {
  /** Markdown (CommonMark, and GitHub's tables, lists of tasks and plain links). */
  readonly body: string;
  readonly accountId: string;
  /** Pictures of the text by their names. */
  readonly files: readonly MessageFile[];
};
