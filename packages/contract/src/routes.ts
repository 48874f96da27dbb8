/** Every route of the API. */
import { accountRoutes } from './accounts/account.ts';
import { contractRoutes } from './agreements/contract.ts';
import { descriptionRoutes } from './agreements/description.ts';
import { roleAssignmentRoutes } from './agreements/role-assignment.ts';
import { factRoutes } from './ledger/fact.ts';
import { obligationRoutes } from './ledger/obligation.ts';
import { exportRoutes } from './operations/export.ts';
import { fileRoutes } from './operations/file.ts';
import { mailRoutes } from './operations/mail.ts';
import { notificationRoutes } from './operations/notification.ts';
import { jobRoutes } from './operations/job.ts';
import { linkRoutes } from './people/links.ts';
import { meRoutes } from './people/me.ts';
import { peopleRoutes } from './people/people.ts';
import { settingsRoutes } from './people/settings.ts';
import { ticketCompanyRoutes } from './tickets/ticket-company.ts';
import { ticketFormRoutes } from './tickets/ticket-form.ts';
import { ticketRoutes } from './tickets/ticket.ts';
import { ticketTermsRoutes } from './tickets/ticket-terms.ts';
import { ticketViewRoutes } from './tickets/ticket-view.ts';
import { webhookRoutes } from './webhooks/webhook.ts';

export const routes = {
  ...accountRoutes,
  ...contractRoutes,
  ...descriptionRoutes,
  ...roleAssignmentRoutes,
  ...factRoutes,
  ...obligationRoutes,
  ...exportRoutes,
  ...fileRoutes,
  ...mailRoutes,
  ...notificationRoutes,
  ...jobRoutes,
  ...linkRoutes,
  ...meRoutes,
  ...peopleRoutes,
  ...settingsRoutes,
  ...ticketCompanyRoutes,
  ...ticketFormRoutes,
  ...ticketRoutes,
  ...ticketTermsRoutes,
  ...ticketViewRoutes,
  ...webhookRoutes,
};
export type Routes = typeof routes;
