/** The door of identity: who signs in, and as whom they act. */
export { loadVisitor } from './visitor-views.ts';
export { openIdentity } from './open-identity.ts';
export type { Identity } from './open-identity.ts';
export { setUpLink } from './links/set-up-link.ts';
export { linkHandlers } from './links/routes.ts';
export { meHandlers } from './me/routes.ts';
export { settingsHandlers } from './settings/routes.ts';
export { endLinks, makeLink } from './links/link-store.ts';
export { identityDaily, identityTasks } from './tasks.ts';
export { seal, unseal } from './seal.ts';
export { secretIn } from './installation-secret-store.ts';
export { sendMail } from './mail-store.ts';
export type { IdentityMail } from './identity-mail.ts';
export { endSessions, revokeTokens } from './sessions-store.ts';
export { sessionsOf } from './me/session-views.ts';
export { demonstrationSignIn } from './links/demonstration-views.ts';
export type { DemoSignIn } from './links/demonstration-views.ts';
