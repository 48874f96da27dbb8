/**
 * Single sign-on in a real browser: the administrator connects a provider by the page, people come by it through the
 * provider's own log-in, whom nobody invited stays outside and reads why, and the way is closed again.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  startLoopbackProvider,
  type LoopbackProvider,
} from '../../packages/server/src/identity/sign-on/oracles/loopback-provider.ts';
import { heading, isFine, type ServedWeb, startServedWeb, type Visitor } from '../support/served-web.ts';

const ADA = { name: 'Ada Admin', email: 'ada@northwind.test', password: 'seven quiet otters swim upstream' };
const IVO = { name: 'Ivo Invited', email: 'ivo@northwind.test' };
/** Whom the provider knows, by what they type there. */
const KNOWN_THERE = new Map([
  ['ivo', { sub: 'ivo-1', email: IVO.email, email_verified: true, name: 'Ivo of Elsewhere' }],
  ['eve', { sub: 'eve-1', email: 'eve@northwind.test', email_verified: true, name: 'Eve' }],
]);

let server: ServedWeb;
let northwind: LoopbackProvider;
let ada: Visitor;

beforeAll(async () => {
  server = await startServedWeb();
  northwind = await startLoopbackProvider([`${server.url}/api/auth/callback/northwind`], KNOWN_THERE);
  ada = await server.somebody();
}, 60_000);

afterAll(async () => {
  await server.stop();
  await northwind.stop();
});

/** By the button of the sign-in page, and then by the page of the provider. */
async function comeByNorthwind(person: Visitor, name: string): Promise<void> {
  await person.page.getByRole('button', { name: 'Sign in with Northwind login' }).click();
  await heading(person, 'Northwind login');
  expect(new URL(person.page.url()).origin).toBe(northwind.issuer);
  await person.page.getByLabel('Who are you?').fill(name);
  await person.page.getByRole('button', { name: 'Go on' }).click();
}

test('the administrator connects a provider, and signs out', async () => {
  const { page } = ada;
  await page.goto(`/set-up/${await server.setUpToken()}`);
  await page.getByLabel('Who provides the service').fill('Northwind Support');
  await page.getByLabel('Your name').fill(ADA.name);
  await page.getByLabel('Your e-mail').fill(ADA.email);
  await page.getByRole('textbox', { name: 'Password' }).fill(ADA.password);
  await page.getByRole('button', { name: 'Begin' }).click();
  await heading(ada, 'Today');

  await page.goto('/administration/people');
  await page.getByRole('button', { name: 'Invite staff' }).click();
  const form = page.getByRole('dialog', { name: 'Invite staff' });
  await form.getByLabel('Name').fill(IVO.name);
  await form.getByLabel('E-mail').fill(IVO.email);
  await form.getByLabel('Team lead').check();
  await form.getByRole('button', { name: 'Send the invitation' }).click();
  await page.getByRole('link', { name: IVO.name }).waitFor();

  await page.goto('/administration/single-sign-on');
  await page.getByText('Nobody signs in by another house yet').waitFor();
  await page.getByRole('button', { name: 'Add a provider' }).click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Northwind login');
  await page.getByLabel('Short name').fill('northwind');
  await page.getByText(`${server.url}/api/auth/callback/northwind`).waitFor();
  await page.getByLabel('Issuer').fill(northwind.issuer);
  await page.getByLabel('Client').fill(northwind.clientId);
  await page.getByRole('textbox', { name: 'Secret' }).fill(northwind.clientSecret);
  await page.getByRole('combobox', { name: 'Domains' }).fill('northwind.test');
  await page.keyboard.press('Enter');
  await isFine(ada);
  await page.getByRole('button', { name: 'Add the provider' }).click();
  const card = page.getByRole('region', { name: 'Northwind login' });
  await card.getByText('On', { exact: true }).waitFor();
  await card.getByText('stays outside').waitFor();
  // News of the provider may come before the answer, and the form stands until the answer came.
  await page.getByRole('region', { name: 'A new provider' }).waitFor({ state: 'detached' });
  expect(await page.content()).not.toContain(northwind.clientSecret);
  await isFine(ada);

  await page.getByRole('button', { name: /profile and more/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await heading(ada, 'Sign in');
  await page.getByRole('button', { name: 'Sign in with Northwind login' }).waitFor();
});

test('who was invited comes by the provider’s own log-in, to the page that was asked for', async () => {
  const ivo = await server.somebody();
  await ivo.page.goto('/accounts');
  await heading(ivo, 'Sign in');
  await isFine(ivo);
  await comeByNorthwind(ivo, 'ivo');
  await heading(ivo, 'Accounts');
  expect(new URL(ivo.page.url()).origin).toBe(server.url);
  await ivo.page.goto('/profile/security');
  await ivo.page
    .getByText(/single sign-on/i)
    .first()
    .waitFor();
  await isFine(ivo);
});

test('whom nobody invited is refused with words, and is nobody', async () => {
  const eve = await server.somebody();
  await eve.page.goto('/');
  await comeByNorthwind(eve, 'eve');
  await heading(eve, 'Sign in');
  const said = eve.page.getByRole('alert');
  await said.getByText('Nobody has invited you here').waitFor();
  await isFine(eve);
  await eve.page.goto('/accounts');
  await heading(eve, 'Sign in');
});

test('is switched off again: the button is gone, and its address leads nowhere', async () => {
  await ada.page.getByLabel('E-mail').fill(ADA.email);
  await ada.page.getByRole('textbox', { name: 'Password' }).fill(ADA.password);
  await ada.page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await heading(ada, 'Today');
  const late = await server.somebody();
  await late.page.goto('/');
  const button = late.page.getByRole('button', { name: 'Sign in with Northwind login' });
  await button.waitFor();

  await ada.page.goto('/administration/single-sign-on');
  const card = ada.page.getByRole('region', { name: 'Northwind login' });
  await card.getByRole('button', { name: 'Switch off' }).click();
  await card.getByText('Off', { exact: true }).waitFor();
  await isFine(ada);

  // Whoever has the page open already is told so, and stays where they are.
  await button.click();
  await late.page.getByText('There is no such way to sign in.').waitFor();
  late.complaints.forgive(/404 \(Not Found\)/);
  await isFine(late);
  await late.page.reload();
  await late.page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
  expect(await button.count()).toBe(0);
});
