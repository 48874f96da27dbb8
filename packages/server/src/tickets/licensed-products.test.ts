/** AC20: a customer asks for support of a product for which it has a valid licence, and of no other. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { agreedAccount, agreedContract, ALMACARE } from '../../../../tests/support/agreed-account.ts';
import { record } from '../../../../tests/support/record.ts';
import { type Person, startTestApplication, type TestApplication } from '../../../../tests/support/test-application.ts';
import { verifyAccount } from '../obligations/index.ts';
import { SYSTEM } from '../platform/database/actor.ts';

let server: TestApplication;
let engineer: Person;
let lead: Person;
let accountId: string;
let contractId: string;
let alma: string;
let cloud: string;
beforeAll(async () => {
  server = await startTestApplication('2026-06-01T08:00:00Z');
  engineer = await server.staff('Erin Engineer', 'support-engineer');
  const manager = await server.staff('Mara Manager', 'service-manager');
  const administrator = await server.staff('Adam Administrator', 'administrator');
  ({ accountId, contractId } = await agreedAccount(server.db, 'almacare', 'enhanced', ALMACARE));
  lead = await server.customer('Lena Lead', accountId, 'technical-lead');
  await record(server, { accountId, contractId }, 'person.trained', lead.id);
  const sold = async (name: string) =>
    (await server.call(administrator, 'POST', '/products', { body: { name } })).body.id;
  [alma, cloud] = [await sold('AlmaLinux'), await sold('Cloud platform')];
  const issued = await server.call(manager, 'POST', `/accounts/${accountId}/licences`, {
    body: { productId: alma, validFrom: '2026-05-01' },
  });
  expect(issued.status).toBe(201);
});
afterAll(() => server.stop());

const usual = { kind: 'incident', subject: 'Nothing boots', body: 'Since noon.', severity: 2 };
const submit = (more: object, by = lead) =>
  server.call(by, 'POST', `/accounts/${accountId}/tickets`, { body: { contractId, ...usual, ...more } });
const gateOf = async (ticketId: string) =>
  (
    await server.call(lead, 'GET', `/accounts/${accountId}/obligations?subjectId=${ticketId}&promise=entitlement`)
  ).body.rows.map(({ state }: { state: string }) => state);
const NO_LICENCE = {
  code: 'ticket.not-entitled',
  detail:
    'Only a customer with a valid licence for the product is entitled to support. No valid licence for Cloud platform.',
  remedy: 'First a licence is issued or renewed for Cloud platform.',
};

test('a ticket on a product without a licence is refused, whoever submits it; others are taken', async () => {
  const [known, none] = [await submit({ productId: alma }), await submit({})];
  expect([known.status, none.status]).toEqual([201, 201]);
  expect([await gateOf(known.body.id), await gateOf(none.body.id)]).toEqual([['met'], ['met']]);
  const refused = await submit({ productId: cloud });
  expect([refused.status, refused.body]).toMatchObject([403, NO_LICENCE]);
  expect((await submit({ productId: cloud, requesterId: lead.id }, engineer)).body).toMatchObject(NO_LICENCE);
  const proof = await server.db.read(SYSTEM, (tx) => verifyAccount(tx, accountId, server.clock.now()));
  expect(proof.differences).toEqual([]);
});

test('the form says so of the product before anything is filled in', async () => {
  const { body: form } = await server.call(lead, 'GET', `/accounts/${accountId}/ticket-form`);
  const [offer] = form.offers;
  expect(offer.obstacles).toEqual([]);
  expect(offer.productObstacles).toEqual([
    {
      productId: cloud,
      obstacles: [
        {
          promise: 'entitlement',
          says: 'Only a customer with a valid licence for the product is entitled to support.',
          missing: ['No valid licence for Cloud platform.'],
          remedies: [NO_LICENCE.remedy],
        },
      ],
    },
  ]);
});

test('nor is a ticket moved to such a product afterwards: its gate was passed for another one', async () => {
  const { body: ticket } = await submit({ productId: alma });
  const move = (productId: string | null) =>
    server.call(engineer, 'PATCH', `/accounts/${accountId}/tickets/${ticket.id}`, {
      body: { productId },
      headers: { 'if-match': `"${ticket.version}"` },
    });
  expect((await move(cloud)).body).toMatchObject(NO_LICENCE);
  expect((await move(alma)).status).toBe(200);
});

test('AC6: whose role submits no tickets reads on the form who does, before anything is filled in', async () => {
  const stakeholder = await server.customer('Sofia Stakeholder', accountId, 'stakeholder');
  const other = await agreedContract(server.db, accountId, 'tuxcare-tam', 'tam');
  const { body: form } = await server.call(stakeholder, 'GET', `/accounts/${accountId}/ticket-form`);
  const first = (id: string) =>
    form.offers.find((offer: { contractId: string }) => offer.contractId === id).obstacles[0];
  expect(first(contractId)).toMatchObject({
    missing: ['You are no technical lead of this account.'],
    remedies: ['Ask a technical lead, or have your customer administrator give you that role.'],
  });
  expect(first(other.contractId)).toEqual({
    promise: 'roles',
    says: "Tickets are submitted by the customer's technical lead, customer administrator or approver.",
    missing: ['You are no technical lead, customer administrator or approver of this account.'],
    remedies: [
      'Ask a technical lead, customer administrator or approver, or have your customer administrator give you that role.',
    ],
  });
});

test('what is split off is of the same product, and its gate is asked for that', async () => {
  const { body: ticket } = await submit({ productId: alma });
  const path = `/accounts/${accountId}/tickets/${ticket.id}`;
  const { body: said } = await server.call(lead, 'POST', `${path}/messages`, { body: { body: 'And another.' } });
  const split = await server.call(engineer, 'POST', `${path}/splitting`, {
    body: { subject: 'Another thing', messageIds: [said.id] },
  });
  expect([split.status, split.body.product, await gateOf(split.body.id)]).toEqual([201, 'AlmaLinux', ['met']]);
  const { body: facts } = await server.call(lead, 'GET', `/accounts/${accountId}/facts?subjectId=${split.body.id}`);
  expect(facts.rows.at(-1)).toMatchObject({ fact: 'incident.received', data: { product: 'AlmaLinux' } });
});

test('where the description sells no such gate, every product may be asked about', async () => {
  const other = await agreedContract(server.db, accountId, 'calligo-tam', 'standard');
  const taken = await submit({ contractId: other.contractId, productId: cloud, severity: 3 });
  expect(taken.status).toBe(201);
  const { body: form } = await server.call(lead, 'GET', `/accounts/${accountId}/ticket-form`);
  const offers = form.offers.filter((offer: { contractId: string }) => offer.contractId === other.contractId);
  expect(offers.map(({ productObstacles }: { productObstacles: unknown }) => productObstacles)).not.toContainEqual(
    expect.arrayContaining([expect.anything()]),
  );
});
