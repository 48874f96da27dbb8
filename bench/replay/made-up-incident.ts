import { oneOf, type Random, wholeBetween } from '../measure/random.ts';

/** One update of an incident, as a row of the log tells it. */
export type Update = {
  readonly minute: number;
  readonly state: State;
  readonly priority: Priority;
  readonly group: number;
};

export type State = 'New' | 'Active' | 'Awaiting User Info' | 'Resolved' | 'Closed';
export type Priority = '1 - Critical' | '2 - High' | '3 - Moderate' | '4 - Low';

/** Shares as in a large public log of a real desk: nine of ten incidents are moderate. */
const PRIORITIES = [
  '1 - Critical',
  '2 - High',
  '3 - Moderate',
  '3 - Moderate',
  '3 - Moderate',
  '3 - Moderate',
  '3 - Moderate',
  '3 - Moderate',
  '3 - Moderate',
  '4 - Low',
] as const satisfies readonly Priority[];

const GROUPS = 70;

/**
 * The updates of an incident in their order, six on average as in that log: new, taken up, perhaps waiting for the user,
 * resolved, closed; some updates change nothing that a promise asks for, and a few incidents are reopened.
 */
export function madeUpIncident(random: Random, openedMinute: number): Update[] {
  const updates: Update[] = [];
  let minute = openedMinute;
  let priority: Priority = oneOf<Priority>(random, PRIORITIES);
  let group = wholeBetween(random, 1, GROUPS);
  const add = (state: State, longest: number) => {
    minute += wholeBetween(random, 1, longest);
    updates.push({ minute, state, priority, group });
  };
  add('New', 30);
  if (random() < 0.5) add('New', 60);
  if (random() < 0.05) priority = oneOf<Priority>(random, PRIORITIES);
  if (random() < 0.3) group = wholeBetween(random, 1, GROUPS);
  add('Active', 480);
  for (let more = wholeBetween(random, 0, 2); more > 0; more--) add('Active', 1440);
  if (random() < 0.25) {
    add('Awaiting User Info', 1440);
    if (random() < 0.5) add('Awaiting User Info', 1440);
    if (random() < 0.5) add('Active', 4320);
  }
  add('Resolved', 2880);
  if (random() < 0.012) {
    add('Active', 1440);
    add('Resolved', 2880);
  }
  minute += 5 * 1440;
  add('Closed', 60);
  return updates;
}
