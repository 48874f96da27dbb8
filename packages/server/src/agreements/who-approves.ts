/**
 * Who approves a version (CA1). Its document control names an approver in words: a person or an office. Where somebody
 * of that name may approve descriptions, it is that person; else ("Service director") anybody who may. Never whoever
 * submitted it: four eyes see more than two. Only where nobody else could approve at all, a provider of one person may.
 */
export type Approval = {
  /** Whoever may decide, by id. */
  readonly people: readonly string[];
  readonly mayApprove: (personId: string) => boolean;
  readonly rule: string;
};
type Candidate = { readonly id: string; readonly name: string };

/** `candidates` are the active staff whose role approves descriptions. */
export function whoApproves(
  approver: string,
  submittedBy: string | undefined,
  candidates: readonly Candidate[],
): Approval {
  const others = candidates.filter(({ id }) => id !== submittedBy);
  const named = others.filter(({ name }) => folded(name) === folded(approver));
  const allowed = (people: readonly Candidate[], rule: string): Approval => ({
    people: people.map(({ id }) => id),
    mayApprove: (personId) => people.some(({ id }) => id === personId),
    rule,
  });
  const [first] = named;
  if (first) return allowed(named, `${first.name} is named as approver and decides.`);
  if (others.length > 0)
    return allowed(
      others,
      `The document names “${approver}” as approver: whoever may approve descriptions decides, but not the person who submitted it.`,
    );
  return allowed(candidates, 'Nobody else may approve descriptions, so the person who submitted it may decide.');
}

function folded(name: string): string {
  return name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLocaleLowerCase('en');
}
