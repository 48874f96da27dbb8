import { STAFF_ROLES } from '../../../api/contract-tables.ts';

/** Administrators are those of the whole installation, and not of one account. */
export const TEAM_ROLES = STAFF_ROLES.filter(({ name }) => name !== 'administrator');
