/** The door of the contracts: what accounts agreed, and how that changes. */
export { passContractMilestones } from './milestones.ts';
export { contractHandlers } from './routes.ts';
