import type { Gives } from '@tamarack/contract';

/** The document as data: the API's own shape. */
export type DocumentModel = Gives<'GET /accounts/:accountId/contracts/:contractId/document'>;
export type SectionModel = DocumentModel['sections'][number];
export type BlockModel = DocumentModel['control'][number];
export type TableModel = Extract<BlockModel, { block: 'table' }>;
export type Phrase = TableModel['groups'][number]['rows'][number][number];
