/** The door of backups: the verbs. */
export { backupCommand } from './backup-command.ts';
export { restoreCommand } from './restore-command.ts';
export { withInstallation } from './with-installation.ts';
