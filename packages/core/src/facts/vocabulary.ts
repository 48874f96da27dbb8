/** Everything that one description can speak of: built-in subjects and its own activities. */
import { ACTIVITY_KINDS, type ActivityKind } from './activities.ts';
import { SUBJECTS, type Subject } from './subjects.ts';

/** What a description declares about one of its activities, as far as facts are concerned. */
export type DeclaredActivity = {
  readonly is: ActivityKind;
  readonly facts?: readonly string[] | undefined;
  readonly fields?: readonly string[] | undefined;
};

export type Vocabulary = {
  readonly subjects: ReadonlyMap<string, Subject>;
  /** "incident.received", "cadence-call.held" … */
  readonly facts: ReadonlySet<string>;
  /** "incident.open", "licence.valid" … */
  readonly states: ReadonlyMap<string, { readonly begins: readonly string[]; readonly ends: readonly string[] }>;
  /** What conditions may ask. */
  readonly fields: ReadonlySet<string>;
};

/** The vocabulary of a description with these activities. */
export function vocabularyOf(activities: Readonly<Record<string, DeclaredActivity>>): Vocabulary {
  const subjects = new Map<string, Subject>(Object.entries(SUBJECTS));
  for (const [name, declared] of Object.entries(activities)) subjects.set(name, subjectOf(name, declared));
  const facts = new Set<string>();
  const states = new Map<string, { begins: readonly string[]; ends: readonly string[] }>();
  const fields = new Set<string>();
  for (const [name, subject] of subjects) {
    for (const fact of subject.facts) facts.add(`${name}.${fact}`);
    for (const field of subject.fields ?? []) fields.add(field);
    const named = (list: readonly string[]) => list.map((fact) => `${name}.${fact}`);
    if (subject.opens) {
      states.set(`${name}.open`, {
        begins: named([...subject.opens, ...(subject.reopens ?? [])]),
        ends: named(subject.ends ?? []),
      });
    }
    for (const [state, limits] of Object.entries(subject.states ?? {})) {
      states.set(`${name}.${state}`, { begins: named(limits.begins), ends: named(limits.ends) });
    }
  }
  return { subjects, facts, states, fields };
}

function subjectOf(name: string, declared: DeclaredActivity): Subject {
  const kind: Subject = ACTIVITY_KINDS[declared.is];
  return {
    ...kind,
    facts: [...kind.facts, ...(declared.facts ?? [])],
    fields: [...(kind.fields ?? []), ...(declared.fields ?? []).map((field) => `${name}.${field}`)],
  };
}

/** The subject of a fact or state name: "incident.received" → "incident". */
export function subjectNameOf(name: string): string {
  return name.slice(0, name.indexOf('.'));
}
