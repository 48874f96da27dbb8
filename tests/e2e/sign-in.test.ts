/**
 * How people get in, in a real browser at a real server: the set-up link, an invitation, a second factor, a lost password, a
 * passkey. Without a mail server mails wait for the administrator, from whose page the links are taken here as well.
 */
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { heading, isFine, type ServedWeb, startServedWeb, type Visitor } from '../support/served-web.ts';

const ADA = { name: 'Ada Admin', email: 'ada@provider.test', password: 'seven quiet otters swim upstream' };
const TESS = { name: 'Tess Lead', email: 'tess@provider.test', password: 'nine gentle badgers waltz at noon' };
const NEW_PASSWORD = 'four slow herons cross the weir';

let server: ServedWeb;
let ada: Visitor;
let tess: Visitor;
let app: TOTP;
let recoveryCode: string;

beforeAll(async () => {
  server = await startServedWeb();
  [ada, tess] = await Promise.all([server.somebody(), server.somebody()]);
}, 60_000);

afterAll(() => server.stop());

async function signOut(person: Visitor): Promise<void> {
  await person.page.getByRole('button', { name: /profile and more/ }).click();
  await person.page.getByRole('menuitem', { name: 'Sign out' }).click();
  await heading(person, 'Sign in');
}

async function enterPassword({ page }: Visitor, email: string, password: string): Promise<void> {
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** Reads the link of the latest mail with this subject, as the administrator does where no mail server takes it. */
async function linkIn(subject: RegExp, to: string): Promise<string> {
  const row = ada.page.getByRole('link', { name: subject }).filter({ hasText: to });
  await expect
    .poll(
      async () => {
        await ada.page.goto('/administration/mail');
        await ada.page.getByText(/^\d+ waits?$/).waitFor();
        return row.count();
      },
      { timeout: 10_000 },
    )
    .toBe(1);
  await row.click();
  const text = await ada.page.getByLabel('Text of the mail').textContent();
  await isFine(ada);
  return /https?:\/\/\S+/.exec(text ?? '')?.[0] ?? '';
}

/** The code of now plus so many steps; each is good for once (RFC 6238, 5.2). */
function code(steps: number): string {
  return app.generate({ timestamp: Temporal.Now.instant().epochMilliseconds + steps * 30_000 });
}

test('the set-up link makes the first administrator', async () => {
  const { page } = ada;
  await page.goto(`/set-up/${await server.setUpToken()}`);
  await heading(ada, 'Set up Tamarack');
  await isFine(ada);
  await page.getByLabel('Who provides the service').fill('Northwind Support');
  await page.getByLabel('Your name').fill(ADA.name);
  await page.getByLabel('Your e-mail').fill(ADA.email);
  await page.getByRole('textbox', { name: 'Password' }).fill(ADA.password);
  await page.getByRole('button', { name: 'Begin' }).click();
  await heading(ada, 'Today');
  await isFine(ada);
});

test('an invitation is accepted, and the password signs in', async () => {
  await ada.page.goto('/administration/people');
  await ada.page.getByRole('button', { name: 'Invite staff' }).click();
  const form = ada.page.getByRole('dialog', { name: 'Invite staff' });
  await form.getByLabel('Name').fill(TESS.name);
  await form.getByLabel('E-mail').fill(TESS.email);
  await isFine(ada);
  await form.getByRole('button', { name: 'Send the invitation' }).click();
  await form.getByText('Choose at least one role.').waitFor();
  await form.getByLabel('Team lead').check();
  await form.getByRole('button', { name: 'Send the invitation' }).click();
  await ada.page.getByRole('link', { name: /Tess Lead/ }).waitFor();

  const invitation = await linkIn(/invites you/, TESS.email);
  await tess.page.goto(invitation);
  await heading(tess, 'Welcome');
  await isFine(tess);
  await tess.page.getByRole('textbox', { name: 'Password' }).fill(TESS.password);
  await tess.page.getByRole('button', { name: 'Accept' }).click();
  await heading(tess, 'Today');
  await signOut(tess);
  await isFine(tess);
  // From the mail once more: the link was used, and leads on.
  await tess.page.goto(invitation);
  await tess.page.getByText('This link was used, has expired or never existed.').waitFor();
  tess.complaints.forgive(/410/);
  await isFine(tess);
  await tess.page.getByRole('link', { name: 'To the sign-in' }).click();
  await heading(tess, 'Sign in');
  await enterPassword(tess, TESS.email, 'not the right one at all');
  await tess.page.getByRole('alert').getByText('Signing in did not work.').waitFor();
  await isFine(tess);
  await enterPassword(tess, TESS.email, TESS.password);
  await heading(tess, 'Today');
});

test('a second factor is set up, and asked for from then on', async () => {
  const { page } = tess;
  await page.goto('/profile/security');
  await page.getByRole('button', { name: 'Set up a second factor' }).click();
  await page.getByRole('textbox', { name: 'Your password' }).fill(TESS.password);
  await page.getByRole('button', { name: 'Go on' }).click();
  const uri = await page.getByRole('link', { name: /open the app/ }).getAttribute('href');
  const key = URL.parse(uri ?? '')?.searchParams.get('secret') ?? '';
  await page.getByText(key.match(/.{1,4}/g)?.join(' ') ?? 'no key').waitFor();
  await page.getByRole('img', { name: /QR code/ }).waitFor();
  app = new TOTP({ secret: Secret.fromBase32(key) });
  await isFine(tess);
  await page.getByRole('textbox', { name: 'Code' }).fill(code(0));
  await page.getByRole('button', { name: 'Switch it on' }).click();
  const codes = page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem');
  await codes.first().waitFor();
  recoveryCode = (await codes.first().textContent()) ?? '';
  await isFine(tess);
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await page.getByRole('button', { name: 'New recovery codes' }).waitFor();

  await signOut(tess);
  await enterPassword(tess, TESS.email, TESS.password);
  await heading(tess, 'Second factor');
  await isFine(tess);
  await page.getByRole('textbox', { name: 'Code' }).fill(code(1));
  await page.getByRole('button', { name: 'Go on' }).click();
  await heading(tess, 'Today');
});

test('a lost password is set anew by a link, and the second factor stays', async () => {
  const { page } = tess;
  await signOut(tess);
  await page.getByRole('link', { name: 'Forgotten your password?' }).click();
  await heading(tess, 'Forgotten password');
  await isFine(tess);
  await page.getByLabel('E-mail').fill(TESS.email);
  await page.getByRole('button', { name: 'Send the link' }).click();
  await heading(tess, 'Look into your mail');
  await page.goto(await linkIn(/Set a new password/, TESS.email));
  await heading(tess, 'New password');
  await page.getByRole('textbox', { name: 'Password' }).fill(NEW_PASSWORD);
  await page.getByRole('button', { name: 'Set the password' }).click();
  await heading(tess, 'Second factor');
  await page.getByRole('textbox', { name: 'Code' }).fill(recoveryCode);
  await page.getByRole('button', { name: 'Go on' }).click();
  await heading(tess, 'Today');
  await isFine(tess);
});

test('a passkey is added, and signs in by itself', async () => {
  const { page } = ada;
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await page.goto('/profile/security');
  await page.getByLabel('Name of the device').fill('Laptop');
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByRole('table', { name: 'Passkeys' }).getByText('Laptop').waitFor();
  await isFine(ada);
  await signOut(ada);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await heading(ada, 'Today');
  await isFine(ada);
});

test('where staff need a second factor, whoever has none is led to it and finds nothing else', async () => {
  await ada.page.goto('/administration/settings');
  await ada.page.getByLabel('Staff need a second factor').check();
  await ada.page.getByRole('button', { name: 'Save' }).click();
  await expect.poll(() => ada.page.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
  await isFine(ada);

  await tess.page.goto('/profile/security');
  await tess.page.getByRole('button', { name: 'Switch off' }).click();
  await tess.page.getByRole('textbox', { name: 'Your password' }).fill(NEW_PASSWORD);
  await tess.page.getByRole('button', { name: 'Switch it off' }).click();
  await tess.page.getByRole('alert').getByText('Your organisation asks for a second factor.').waitFor();
  await tess.page.goto('/accounts');
  await heading(tess, 'Profile');
  expect(new URL(tess.page.url()).pathname).toBe('/profile/security');
  await isFine(tess);
});
