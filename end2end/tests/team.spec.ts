// Who works for the firm: invited, given rights and accounts, and leaving again.
import { alive, axe as examine, EVA, expect, JO, noOverflow, PASSWORD, post, signIn, test, TOM, type MailSink } from '../support/staff';
import { frames } from '../support/hold';
import { aMoment } from '../support/people';
import type { Page } from '@playwright/test';

test.use({ porticoEnv: {} }); // a server of its own

const GOOD = 'eine Wiese mit 7 Ziegen';

/** Where JavaScript is on; without it nothing can examine a page. */
async function axe(page: Page): Promise<void> {
  if (await page.evaluate(() => matchMedia('(scripting: enabled)').matches)) await examine(page);
}

/** The page of a colleague, from the list. */
async function openMember(page: Page, name: string): Promise<void> {
  await page.goto('/app/settings/team');
  await alive(page);
  await page.getByRole('link', { name, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await alive(page);
}

/** Invites somebody by the form; the page then shows the team. */
async function invite(page: Page, name: string, email: string): Promise<void> {
  await page.goto('/app/settings/team/invite');
  await alive(page);
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('E-mail', { exact: true }).fill(email);
  await page.getByRole('button', { name: 'Send invitation' }).click();
  await expect(page.getByText(`The invitation is on its way to ${email}.`)).toBeVisible();
  await alive(page);
}

/** The path of the link in the mail to this address. */
async function linkFor(mail: MailSink, email: string): Promise<string> {
  const link = await mail.link(email, /\/join\/[\w-]+/);
  return new URL(link, 'http://localhost').pathname;
}

test('the team page names everybody, their rights and their last sign-in @nojs @phone', async ({ page, goto, enter }) => {
  await enter();
  await goto('/app/settings/team');
  await expect(page.getByRole('heading', { level: 1, name: 'Team' })).toBeVisible();
  const jo = page.getByRole('row').filter({ hasText: JO });
  await expect(jo).toContainText('Employee');
  await expect(jo).toContainText('Manage accounts and access');
  await expect(jo).toContainText('Active');
  await expect(page.getByRole('row').filter({ hasText: EVA })).toContainText('You');
  await axe(page);
  await noOverflow(page);
});

test('a colleague is invited, begins with a password of their own, and sees what they may @nojs @firefox', async ({ page, goto, enter, mail, anotherBrowser, javaScriptEnabled, allow }) => {
  allow.status(422, /\/(invite|join)$/);
  allow.status(410, /\/join\?link=/);
  await enter();
  await goto('/app/settings/team/invite');
  await axe(page);
  const bad = await post(page, '/app/settings/team/invite', { name: '', email: 'nobody', role: 'king', locale: 'en' });
  expect(bad.status).toBe(422);

  await invite(page, 'Ina Klein', 'ina@klein.example');
  const row = page.getByRole('row').filter({ hasText: 'ina@klein.example' });
  await expect(row).toContainText('Invited until');
  await axe(page);
  const path = await linkFor(mail, 'ina@klein.example');

  const ina = await anotherBrowser({ javaScriptEnabled: javaScriptEnabled !== false });
  await goto(path, ina);
  await expect(ina.getByText('Eva Weber has invited you to the team of')).toBeVisible();
  await expect(ina.getByLabel('Your name')).toHaveValue('Ina Klein');
  await axe(ina);
  await ina.getByLabel('Your name').fill('Ina Groß');
  await ina.getByLabel('New password').fill('ina@klein.example');
  await ina.getByRole('button', { name: 'Get started' }).click();
  await expect(ina.getByText('cannot be your password. Choose something other people do not know.').first()).toBeVisible();
  await alive(ina);
  await expect(ina.getByLabel('Your name')).toHaveValue('Ina Groß');
  await ina.getByLabel('New password').fill(GOOD);
  await ina.getByRole('button', { name: 'Get started' }).click();
  await ina.waitForURL(/\/app\/accounts$/);
  await alive(ina);
  await expect(ina.getByRole('link', { name: 'Team', exact: true })).toHaveCount(0);

  await goto(path, ina);
  await expect(ina.getByRole('heading', { level: 1, name: 'You already work here' })).toBeVisible();
  await goto('/app/settings/team');
  await expect(page.getByRole('row').filter({ hasText: 'Ina Groß' })).toContainText('Active');
});

test('an invitation is withdrawn, and its link says so @nojs', async ({ page, goto, enter, mail, anotherBrowser, javaScriptEnabled, allow }) => {
  allow.status(410, /\/join\?link=/);
  await enter(TOM);
  await goto('/app/settings/team/invite');
  await expect(page.getByLabel('Role', { exact: true })).toHaveCount(0); // an admin makes no admins
  await invite(page, 'Kai Kurz', 'kai@kurz.example');
  const path = await linkFor(mail, 'kai@kurz.example');
  await page.getByRole('button', { name: 'Withdraw the invitation to kai@kurz.example' }).click();
  await expect(page.getByText('The invitation to kai@kurz.example was withdrawn.')).toBeVisible();
  const kai = await anotherBrowser({ javaScriptEnabled: javaScriptEnabled !== false });
  await goto(path, kai);
  await expect(kai.getByRole('heading', { level: 1, name: 'This invitation is no longer valid' })).toBeVisible();
  await expect(kai.getByRole('link', { name: 'Contact Weber & Partner' })).toBeVisible();
  await expect(kai.getByRole('button', { name: 'Send me a new invitation' })).toHaveCount(0);
});

test('an account that is assigned appears at once in an open list, and goes again', async ({ page, goto, enter, newAccount, anotherBrowser }) => {
  await enter();
  const name = 'Zugewiesen GmbH';
  const code = await newAccount({ name });
  const jo = await enter(JO, await anotherBrowser());
  await goto('/app/accounts?q=zugewiesen', jo);
  await expect(jo.getByRole('link', { name, exact: true })).toHaveCount(0);

  await openMember(page, 'Jo Adler');
  await page.getByRole('searchbox', { name: 'Search accounts' }).fill('zugewiesen');
  await page.getByRole('searchbox', { name: 'Search accounts' }).press('Enter');
  await page.getByRole('button', { name: `Assign ${name} to Jo Adler` }).click();
  await expect(page.getByText(`${name} was assigned.`)).toBeVisible();
  await expect(jo.getByRole('link', { name, exact: true })).toBeVisible();
  await axe(page);

  await alive(page);
  await page.getByRole('button', { name: `Remove ${name} from Jo Adler` }).click();
  await expect(page.getByText(`${name} is no longer assigned.`)).toBeVisible();
  await expect(jo.getByRole('link', { name, exact: true })).toHaveCount(0);
  const gone = await jo.request.get(`/app/accounts/${code}/info`);
  expect(gone.status()).toBe(404);
});

test('the account says who works for it @nojs @phone', async ({ page, goto, enter, newAccount }) => {
  await enter();
  const code = await newAccount({ name: 'Teamsache GmbH' });
  await page.locator('main').getByRole('link', { name: 'Team', exact: true }).click();
  await page.waitForURL(new RegExp(`/${code}/team$`));
  await alive(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Team of Teamsache GmbH' })).toBeVisible();
  await expect(page.getByText('Nobody is assigned.')).toBeVisible();
  await page.getByLabel('Colleague').selectOption({ label: 'Jo Adler' });
  await page.getByRole('button', { name: 'Assign', exact: true }).click();
  await expect(page.getByText('Jo Adler was assigned.')).toBeVisible();
  await axe(page);
  await noOverflow(page);
  await alive(page);
  await page.getByRole('button', { name: 'Remove Teamsache GmbH from Jo Adler' }).click();
  await expect(page.getByText('Jo Adler is no longer assigned.')).toBeVisible();
  await goto(`/app/accounts/${code}/team`);
  await expect(page.getByText('Nobody is assigned.')).toBeVisible();
});

test('rights change under an open page, and colleagues see it @nojs', async ({ page, goto, enter, anotherBrowser, javaScriptEnabled }) => {
  await enter();
  const jo = await enter(JO, await anotherBrowser({ javaScriptEnabled: javaScriptEnabled !== false }));
  await goto('/app/accounts/new', jo);
  await openMember(page, 'Jo Adler');
  await page.getByRole('checkbox', { name: 'Manage accounts and access' }).uncheck();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'Manage accounts and access' })).not.toBeChecked();
  expect((await jo.request.get('/app/accounts/new')).status()).toBe(403);

  await alive(page);
  await page.getByRole('checkbox', { name: 'Manage accounts and access' }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('checkbox', { name: 'Manage accounts and access' })).toBeChecked();
  // Nothing on the page tells this "Saved." from the one before.
  await expect.poll(async () => (await jo.request.get('/app/accounts/new')).status()).toBe(200);
});

test('whoever leaves is signed out at once, hands over accounts, and may come back', async ({ page, goto, enter, mail, anotherBrowser, allow }) => {
  allow.status(422, /\/login/);
  allow.status(401, /\/api\//);
  await enter();
  await invite(page, 'Uwe Unterwegs', 'uwe@weber.example');
  const uwe = await anotherBrowser();
  await goto(await linkFor(mail, 'uwe@weber.example'), uwe);
  await uwe.getByLabel('New password').fill(GOOD);
  await uwe.getByRole('button', { name: 'Get started' }).click();
  await uwe.waitForURL(/\/app\/accounts$/);
  await alive(uwe);

  await openMember(page, 'Uwe Unterwegs');
  await page.getByRole('link', { name: 'Deactivate …' }).click();
  const question = page.getByRole('dialog', { name: 'Deactivate Uwe Unterwegs?' });
  await expect(question).toContainText('signed out everywhere immediately');
  await axe(page);
  await question.getByRole('button', { name: 'Deactivate' }).click();
  await expect(page.getByText('Deactivated and signed out everywhere.')).toBeVisible();
  await uwe.waitForURL(/\/login/);

  await alive(uwe);
  await uwe.getByLabel('E-mail', { exact: true }).fill('uwe@weber.example');
  await uwe.getByLabel('Password', { exact: true }).fill(GOOD);
  await uwe.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(uwe.getByText('You no longer have access to this portal.').first()).toBeVisible();

  await alive(page);
  await page.getByRole('button', { name: 'Reactivate' }).click();
  await expect(page.getByText('Active again, with everything as before.')).toBeVisible();
  await signIn(uwe, 'uwe@weber.example', GOOD, { mail });
  await expect(uwe).toHaveURL(/\/app\/accounts$/);
});

test('a question that is being answered keeps the focus and what was typed while a colleague changes the team', async ({ page, enter, anotherBrowser }) => {
  await enter();
  await openMember(page, 'Jo Adler');
  const tom = await enter(TOM, await anotherBrowser());
  const listens = page.waitForResponse('**/live?*');
  await page.goto(`${page.url()}?ask=owner`);
  await alive(page);
  await listens;
  const password = page.getByRole('dialog', { name: 'Make Jo Adler the owner?' }).getByLabel('Your password');
  await password.fill('half of it');
  const read = page.waitForResponse('**/api/access/member*');
  await invite(tom, 'Nele Neu', 'nele@neu.example');
  await read;
  await frames(page, 10);
  await expect(password).toHaveValue('half of it');
  await expect(password).toBeFocused();
});

test('the firm is handed over only with the password @nojs', async ({ page, enter, anotherBrowser, javaScriptEnabled, allow }) => {
  allow.status(422, /\/settings\/team\//);
  await enter();
  await openMember(page, 'Tom Krüger');
  await page.getByRole('link', { name: 'Make owner …' }).click();
  const question = page.getByRole('dialog', { name: 'Make Tom Krüger the owner?' });
  await alive(page);
  await question.getByLabel('Your password').fill('not this one at all');
  await question.getByRole('button', { name: 'Hand over' }).click();
  await expect(question.getByText('This is not your current password.').first()).toBeVisible();
  await alive(page);
  await axe(page);
  await aMoment(page);
  await question.getByLabel('Your password').fill(PASSWORD);
  await question.getByRole('button', { name: 'Hand over' }).click();
  await expect(page.getByText('Tom Krüger is now the owner. You are an admin.')).toBeVisible();

  // And back, so that other stories find Eva as the owner.
  const tom = await enter(TOM, await anotherBrowser({ javaScriptEnabled: javaScriptEnabled !== false }));
  await openMember(tom, 'Eva Weber');
  await tom.getByRole('link', { name: 'Make owner …' }).click();
  const back = tom.getByRole('dialog', { name: 'Make Eva Weber the owner?' });
  await alive(tom);
  await back.getByLabel('Your password').fill(PASSWORD);
  await back.getByRole('button', { name: 'Hand over' }).click();
  await expect(tom.getByText('Eva Weber is now the owner. You are an admin.')).toBeVisible();
});
