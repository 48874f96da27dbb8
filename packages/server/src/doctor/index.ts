/** The door of the doctor: the verb. */
export { doctorCommand } from './doctor-command.ts';
