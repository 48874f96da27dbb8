/** The door of the contract: routes, shapes and catalogues for the server and the web. */
export { API_BASE, openApiOf } from './wire/openapi.ts';
export type { Problem } from './wire/problem.ts';
export { API_REFUSALS } from './wire/refusals.ts';
export type { ApiRefusalCode } from './wire/refusals.ts';
export type { Route, RouteKey } from './wire/route.ts';
export { routes } from './routes.ts';
export type { Routes } from './routes.ts';
export type { Body, CallableKey, Gives, Sends } from './client.ts';

export { ACTIONS, rolesMay, WHO_MAY } from './people/who-may.ts';
export type { Action } from './people/who-may.ts';
export { CUSTOMER_ROLES, CUSTOMER_ROLE_NAMES, STAFF_ROLES, STAFF_ROLE_NAMES } from './people/roles.ts';
export type { CustomerRole, Role, StaffRole } from './people/roles.ts';

export type { accountRoutes } from './accounts/account.ts';
export type { contractRoutes } from './agreements/contract.ts';
export type { descriptionRoutes } from './agreements/description.ts';
export type { roleAssignmentRoutes } from './agreements/role-assignment.ts';
export type { factRoutes } from './ledger/fact.ts';
export type { obligationRoutes } from './ledger/obligation.ts';
export type { jobRoutes } from './operations/job.ts';
export { PASSWORD_LENGTH } from './people/password.ts';
export type { ticketRoutes } from './tickets/ticket.ts';
export { USUAL_TICKET_VIEWS } from './tickets/ticket-view.ts';
export type { ticketViewRoutes } from './tickets/ticket-view.ts';
export type { ticketCompanyRoutes } from './tickets/ticket-company.ts';
export type { ticketFormRoutes } from './tickets/ticket-form.ts';
export type { webhookRoutes } from './webhooks/webhook.ts';
export type { linkRoutes } from './people/links.ts';
export type { meRoutes } from './people/me.ts';
export type { peopleRoutes } from './people/people.ts';
export type { settingsRoutes } from './people/settings.ts';
export type { exportRoutes } from './operations/export.ts';
export type { fileRoutes } from './operations/file.ts';
export type { mailRoutes } from './operations/mail.ts';
export type { notificationRoutes } from './operations/notification.ts';
