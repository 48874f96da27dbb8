/** The door of the tickets. */
export { ticketHandlers } from './routes.ts';
