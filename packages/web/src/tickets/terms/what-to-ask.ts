import type { Gives } from '@tamarack/contract';

export type TicketTerms = Gives<'GET /accounts/:accountId/tickets/:ticketId/terms'>;

/** A further case of a severity that needs somebody's approval. */
type CaseByApproval = {
  readonly severity: number;
  readonly name: string;
  /** Its place among the further cases of its severity. */
  readonly also: number;
  readonly says: string;
  readonly approver: string;
};

/** What can be asked for now: nothing while something waits, or of the severity that it has. */
export function casesByApproval(
  { severities, proposal }: Pick<TicketTerms, 'severities' | 'proposal'>,
  current: number | null,
): readonly CaseByApproval[] {
  if (proposal) return [];
  return severities
    .filter(({ severity }) => severity !== current)
    .flatMap(({ severity, name, also }) =>
      also.flatMap(({ says, approver }, at) =>
        approver === null ? [] : [{ severity, name, also: at, says, approver }],
      ),
    );
}

/** The ladders by which the reader can escalate now: those that nobody climbs already. */
export function laddersNow({ ladders, escalations }: TicketTerms): TicketTerms['ladders'] {
  return ladders.filter(
    ({ ladder, mayRaise }) =>
      mayRaise && !escalations.some((each) => each.ladder === ladder && each.state !== 'closed'),
  );
}
