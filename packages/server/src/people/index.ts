/** The door of the people: invitations, staff and who is let in. */
export { peopleHandlers } from './routes.ts';
