/** The door of the tickets. */
export { ticketHandlers } from './routes.ts';
export { ticketViewHandlers } from './view-routes.ts';
