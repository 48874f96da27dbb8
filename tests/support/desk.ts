/** A desk as most tests of tickets need it: an engineer, and a customer under AlmaCare with a technical lead who may submit. */
import { agreedAccount, ALMACARE } from './agreed-account.ts';
import { entitle } from './entitle.ts';
import { type Person, type Reply, startTestApplication, type TestApplication } from './test-application.ts';

export type Desk = {
  readonly server: TestApplication;
  readonly engineer: Person;
  readonly lead: Person;
  readonly accountId: string;
  readonly contractId: string;
  /** By the lead: an incident of severity 2, but for what is said otherwise. */
  readonly submit: (more?: object) => Promise<Reply>;
};

export async function startDesk(): Promise<Desk> {
  const server = await startTestApplication('2026-06-01T08:00:00Z');
  const engineer = await server.staff('Erin Engineer', 'support-engineer');
  const { accountId, contractId } = await agreedAccount(server.db, 'almacare', 'enhanced', ALMACARE);
  const lead = await server.customer('Lena Lead', accountId, 'technical-lead');
  await entitle(server, accountId, lead);
  const usual = { contractId, kind: 'incident', subject: 'Nothing boots', body: 'Since noon.', severity: 2 };
  const submit = (more: object = {}) =>
    server.call(lead, 'POST', `/accounts/${accountId}/tickets`, { body: { ...usual, ...more } });
  return { server, engineer, lead, accountId, contractId, submit };
}
