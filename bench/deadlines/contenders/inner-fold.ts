/**
 * The fold beneath `addWorkingTime`. It is not at core's door on purpose: it checks nothing. It is measured all the same,
 * because it is what clocks pay for a deadline.
 */
// oxlint-disable-next-line no-restricted-imports -- measured from inside; nothing else in bench/ reaches past the door
export { dueSeconds } from '../../../packages/core/src/calendar/open-time.ts';
