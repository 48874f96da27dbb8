/** The door of the tickets. */
export { ticketCompanyHandlers } from './company-routes.ts';
export { ticketHandlers } from './routes.ts';
export { ticketTermsHandlers } from './terms-routes.ts';
export { ticketViewHandlers } from './view-routes.ts';
