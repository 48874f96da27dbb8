/**
 * A service description as a document: a small closed tree that says nothing about how it looks.
 * Writers (Markdown, HTML) turn it into pages; every text in it is plain text that they escape.
 */

/** A piece of running text. A tag is a short label beside it, such as the level to which a clause belongs. */
export type Span =
  | string
  | { readonly strong: string }
  | { readonly tag: string }
  | { readonly link: string; readonly to: string };
export type Phrase = string | readonly Span[];

export type Paragraph = { readonly block: 'paragraph'; readonly text: Phrase; readonly tone?: 'lead' | 'quiet' };
export type List = { readonly block: 'list'; readonly ordered: boolean; readonly items: readonly Phrase[] };
export type Definition = { readonly term: Phrase; readonly means: readonly Block[]; readonly anchor?: string };
export type Definitions = { readonly block: 'definitions'; readonly entries: readonly Definition[] };

/** The first cell of each row is its heading. Rows with a heading in common form a group. */
export type RowGroup = {
  readonly heading?: Phrase;
  readonly note?: Phrase;
  readonly rows: readonly (readonly Phrase[])[];
};
export type Column = { readonly heading: string; readonly centred?: boolean };
export type DocumentTable = {
  readonly block: 'table';
  readonly caption: string;
  readonly columns: readonly Column[];
  /** Headings over several columns, the first column left out. */
  readonly over?: readonly { readonly heading: string; readonly columns: number }[];
  readonly groups: readonly RowGroup[];
};

/** Lines on which somebody signs. */
export type Signatures = {
  readonly block: 'signatures';
  readonly parties: readonly { readonly party: string; readonly name: string }[];
  readonly lines: readonly string[];
};

export type Block = Paragraph | List | Definitions | DocumentTable | Signatures;

/** A numbered part with a stable anchor: "2.1 Targets", #targets. */
export type Section = {
  readonly number: string;
  readonly anchor: string;
  readonly title: string;
  readonly tags: readonly string[];
  readonly blocks: readonly Block[];
  readonly sections: readonly Section[];
};

export type DocumentModel = {
  readonly language: 'en';
  readonly title: string;
  readonly subtitle: string;
  readonly provider: string;
  readonly summary: string;
  /** What stands in the margin of each printed page. */
  readonly running: string;
  /** Document control, as it stands on the title page. */
  readonly control: readonly Block[];
  readonly sections: readonly Section[];
};
