/** One row of the ledger, as it follows from terms and facts. Instants are epoch seconds. */
export const OBLIGATION_STATES = ['open', 'paused', 'met', 'breached', 'waived', 'void'] as const;
export type ObligationState = (typeof OBLIGATION_STATES)[number];

export type LedgerRow = {
  readonly contractId: string;
  readonly termsId: string;
  readonly promise: string;
  readonly form: string;
  readonly title: string;
  readonly side: 'provider' | 'customer';
  readonly role: string;
  readonly subjectId: string;
  /** What it is about, in a few words. */
  readonly subject: string;
  readonly cycle: number;
  readonly turn: number;
  readonly state: ObligationState;
  readonly openedAt: number;
  readonly dueAt: number | null;
  /** When it can next change by itself, or deserves a warning. */
  readonly wakeAt: number | null;
  readonly warnedAt: number | null;
  readonly metAt: number | null;
  readonly breachedAt: number | null;
  readonly endedAt: number | null;
  readonly because: string | null;
  readonly severity: number | null;
  readonly counted: number | null;
  readonly least: number | null;
  readonly most: number | null;
  readonly unit: string | null;
  /** The fact that met it. */
  readonly evidenceId: string | null;
};

/** A row with its id, as the database has it. */
export type StoredRow = LedgerRow & { readonly id: string };

/** What tells one row of an account from another. */
export function rowKey({
  contractId,
  promise,
  subjectId,
  cycle,
  turn,
}: Pick<LedgerRow, 'contractId' | 'promise' | 'subjectId' | 'cycle' | 'turn'>): string {
  return `${contractId} ${promise} ${subjectId} ${cycle} ${turn}`;
}
