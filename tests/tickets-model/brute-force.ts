/**
 * How often each promise of desk.yaml is broken, counted minute by minute. Knows nothing of the program: no segments, no
 * deadlines, no clocks that are folded from facts; only a table of open minutes and a count of those that were worked.
 */

/** Epoch seconds, on whole minutes; but what ran out of time ends a second later. */
export type Happening = {
  readonly at: number;
  readonly what:
    | 'received'
    | 'acknowledged'
    | 'to-customer'
    | 'to-provider'
    | 'severity'
    | 'resolved'
    | 'ended'
    | 'merged'
    | 'reopened';
  readonly severity?: number;
};

export type IsOpen = (minute: number) => boolean;
export type Counts = Readonly<Record<'first-response' | 'repair' | 'answers' | 'escalations-taken', number>>;

type Rule = {
  /** Working minutes by severity. */
  readonly minutes: (severity: number) => number;
  readonly isOpen: IsOpen;
  readonly opens: readonly Happening['what'][];
  readonly meets: Happening['what'];
  readonly standsWithCustomer: boolean;
};

const HOUR = 60;

/** Of the tickets of one account and of their escalations, looked at `until` (epoch seconds). */
export function countBreaches(
  tickets: readonly (readonly Happening[])[],
  escalations: readonly (readonly Happening[])[],
  office: IsOpen,
  until: number,
): Counts {
  const rules: Readonly<Record<keyof Counts, Rule>> = {
    'first-response': {
      minutes: (severity) => ({ 1: HOUR, 2: 4 * HOUR })[severity] ?? 12 * HOUR,
      isOpen: office,
      opens: ['received', 'reopened'],
      meets: 'acknowledged',
      standsWithCustomer: false,
    },
    repair: {
      minutes: (severity) => ({ 1: 6 * HOUR, 2: 15 * HOUR })[severity] ?? 40 * HOUR,
      isOpen: office,
      opens: ['received', 'reopened'],
      meets: 'resolved',
      standsWithCustomer: true,
    },
    answers: {
      minutes: () => 48 * HOUR,
      isOpen: () => true,
      opens: ['to-customer'],
      meets: 'to-provider',
      standsWithCustomer: false,
    },
    'escalations-taken': {
      minutes: () => 3 * HOUR,
      isOpen: office,
      opens: ['received'],
      meets: 'acknowledged',
      standsWithCustomer: false,
    },
  };
  const count = (rule: Rule, lives = tickets) => lives.reduce((sum, life) => sum + breachesOf(life, rule, until), 0);
  return {
    'first-response': count(rules['first-response']),
    repair: count(rules.repair),
    answers: count(rules.answers),
    'escalations-taken': count(rules['escalations-taken'], escalations),
  };
}

function breachesOf(ticket: readonly Happening[], rule: Rule, until: number): number {
  let breaches = 0;
  let severity = 3;
  let withCustomer = false;
  /** The end of each minute that was worked since it opened; undefined while nothing is owed. */
  let worked: number[] | undefined;
  let isBroken = false;
  // Before it there is nothing to count, and since 1970 there were thirty million.
  let minute = Math.floor((ticket[0]?.at ?? until) / 60);
  const look = (now: number) => {
    const due = worked?.[rule.minutes(severity) - 1];
    if (due !== undefined && due < now && !isBroken) {
      isBroken = true;
      breaches += 1;
    }
  };
  for (const { at, what, severity: told } of [
    ...ticket,
    { at: until, what: 'nothing' as const, severity: undefined },
  ]) {
    for (; minute < Math.floor(at / 60); minute += 1)
      if (worked && rule.isOpen(minute) && !(rule.standsWithCustomer && withCustomer)) worked.push((minute + 1) * 60);
    look(at);
    if (what === 'nothing') break;
    severity = told ?? severity;
    if (what === 'to-customer') withCustomer = true;
    if (what === 'to-provider' || what === 'reopened') withCustomer = false;
    if (what === rule.meets || ['resolved', 'ended', 'merged'].includes(what)) worked = undefined;
    if (rule.opens.includes(what)) {
      worked = [];
      isBroken = false;
      minute = Math.floor(at / 60);
    }
  }
  return breaches;
}
