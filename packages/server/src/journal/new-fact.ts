/** A fact as a use case records it. */
export type FactValue = string | number | null;

export type NewFact = {
  readonly accountId: string;
  /** Left out where the fact concerns the account whatever the contract: its people, its licences. */
  readonly contractId?: string;
  /** "cadence-call.held" */
  readonly fact: string;
  /** What it happened to: the id of the call, the incident, the person. */
  readonly subjectId: string;
  /** What it serves: the report on an incident is about that incident. */
  readonly aboutId?: string;
  /** When it happened; now where it is left out. */
  readonly at?: Temporal.Instant;
  /** What clocks and conditions read: severity, seconds, role … Null: it is not known any more. */
  readonly data?: Readonly<Record<string, FactValue>>;
  /** What the subject is called, where this fact begins it or calls it otherwise; like the note it may be erased. */
  readonly title?: string;
  /** What people wrote; it may be erased. */
  readonly note?: string;
  /** Internal facts are not shown to the customer. */
  readonly audience?: 'shared' | 'internal';
  readonly fileIds?: readonly string[];
};

/** Who records, and how it came in. */
export type Recorder = {
  readonly personId?: string | undefined;
  readonly side: 'provider' | 'customer' | 'system';
  /** "web", "api", "mail", "system" */
  readonly via: string;
  readonly onBehalfOf?: string | undefined;
};

/** The program itself, acting on what was agreed. */
export const BY_SYSTEM: Recorder = { side: 'system', via: 'system' };
