// From the invitation to the portal, and every link that has lost its use.
import type { Page } from '@playwright/test';
import { arrive, axe, expect, hydrated, noOverflow, test, type MailSink, type Portico } from '../../fixtures';
import { aMoment, EVA, giveCode, givePassword, heading, NEW_PASSWORD, PASSWORD, problem, signOut } from '../../support/people';

/** The link of somebody who was invited to the demo, as its greeting prints it. */
function printedLink(portico: Portico, address: string): string {
  const at = portico.log().indexOf(address);
  const link = /https?:\/\/\S+\/invite\/\S+/.exec(portico.log().slice(at));
  if (at < 0 || !link) throw new Error(`no link for ${address} in the greeting`);
  return link[0];
}

/** Staff send this address an invitation, or another one, from the Info tab; the link from its mail. */
async function invite(staff: Page, mail: MailSink, account: string, address: string): Promise<string> {
  await staff.goto(`/app/accounts?q=${encodeURIComponent(account)}`);
  await staff.getByRole('link', { name: account, exact: true }).first().click();
  await staff.getByRole('button', { name: `More actions for ${address}` }).click();
  await staff.getByRole('menuitem', { name: /^(Send|Resend) invitation$/ }).click();
  const before = mail.mark();
  const dialog = staff.getByRole('dialog', { name: 'Send an invitation' });
  await dialog.getByRole('button', { name: 'Send invitation', exact: true }).click();
  await expect(staff.getByText(`The invitation to ${address} is on its way.`)).toBeVisible();
  return mail.link(address, /\/invite\//, { after: before });
}

test('opening the link activates nothing, pressing the button does @nojs @phone @firefox', async ({ page, goto, request, portico, allow, javaScriptEnabled }) => {
  allow.status(422, /\/invite$/);
  allow.status(410, /\/invite\?link=/);
  const link = printedLink(portico, 'jonas@pending.example');

  // What mail scanners and previews do.
  for (let visit = 1; visit <= 5; visit += 1) {
    expect((await request.head(link)).status()).toBe(200);
    expect((await request.get(link)).status()).toBe(200);
  }

  await goto(link);
  await expect(page, 'the token is not in the address').toHaveURL(/\/invite\?link=[0-9a-f]{16}$/);
  await heading(page, 'Activate your access');
  await expect(page.getByText(/Weber & Partner has invited you to (its|the) client portal\./)).toBeVisible();
  await expect(page.getByRole('list', { name: 'You will have access to' })).toHaveText('Fischer Bau GmbH');
  await expect(page.getByText(/This invitation works once, until .*\./)).toBeVisible();
  const email = page.getByLabel('E-mail', { exact: true });
  await expect(email).toHaveValue('jonas@pending.example');
  await expect(email).toHaveAttribute('readonly');
  const password = page.getByLabel('New password', { exact: true });
  await expect(password).toHaveAttribute('autocomplete', 'new-password');
  await expect(page.getByText('At least 12 characters;')).toBeVisible();
  if (javaScriptEnabled !== false) await axe(page);
  await noOverflow(page);

  // His own name is no password; the link stays good.
  await password.fill('jonas fischer');
  await page.getByRole('button', { name: 'Activate', exact: true }).click();
  await expect(problem(page)).toBeVisible();
  await expect(password).toHaveAttribute('aria-invalid', 'true');
  if (javaScriptEnabled !== false) await hydrated(page);
  if (javaScriptEnabled !== false) await axe(page);

  // His firm chose German for him; here he prefers what his browser speaks.
  const language = page.locator('#locale');
  await expect(language).toHaveValue('de');
  await language.selectOption('en');
  await password.fill(NEW_PASSWORD);
  await page.getByRole('button', { name: 'Activate', exact: true }).click();
  await expect(page).toHaveURL(/\/portal\/F1$/);
  await heading(page, /Jonas Fischer$/);
  await expect(page.getByText('You’re all caught up.')).toBeVisible();
  await expect(page.getByText('You are working in'), 'with one account there is nothing to confuse').toHaveCount(0);

  const answer = await page.goto(link);
  expect(answer?.status()).toBe(410);
  await heading(page, 'Your access is already active');
  if (javaScriptEnabled !== false) await axe(page);
});

test('whoever activated signs in with the password they chose', async ({ page, anotherBrowser, mail, allow }) => {
  allow.status(422, /\/login$/);
  const staff = await anotherBrowser();
  await arrive(staff, EVA, PASSWORD, { mail });
  const link = await invite(staff, mail, 'Nora Neumann', 'nora@new.example');
  const letter = await mail.waitFor('nora@new.example', /invite|lädt/i);
  expect(letter.text).toContain('Nora Neumann');
  expect(letter.text).toContain('Weber & Partner');

  await page.goto(link);
  await expect(page.getByText('Eva Weber from Weber & Partner has invited you to the client portal.')).toBeVisible();
  await page.locator('#locale').selectOption('en');
  await page.getByLabel('New password', { exact: true }).fill(NEW_PASSWORD);
  await page.getByRole('button', { name: 'Activate', exact: true }).click();
  await expect(page).toHaveURL(/\/portal\/N\d+$/);

  // The open Info tab of the firm follows by itself.
  await expect(staff.getByText(/Active, last sign-in/)).toBeVisible();

  await signOut(page);
  await givePassword(page, 'nora@new.example', PASSWORD);
  await expect(problem(page)).toContainText('That e-mail or password is incorrect.');
  await aMoment(page);
  const before = mail.mark();
  await givePassword(page, 'nora@new.example', NEW_PASSWORD);
  await giveCode(page, await mail.code('nora@new.example', { after: before }));
  await expect(page).toHaveURL(/\/portal\/N\d+$/);
});

test('an expired link sends a new one to the same address, and then only the new one works @nojs', async ({ page, goto, mail, portico, allow, javaScriptEnabled }) => {
  allow.status(410, /\/invite\?link=/);
  allow.status(429, /\/invite\/again$/);
  const expired = printedLink(portico, 'lea@expired.example');
  await goto(expired);
  await heading(page, 'This invitation has expired');
  await expect(page.getByText(/Weber & Partner sent it to you\. It was valid until/)).toBeVisible();
  await expect(page.getByText('We will send it to l***@expired.example')).toBeVisible();
  await expect(page.locator('main'), 'who it was for stays hidden').not.toContainText('lea@expired.example');
  if (javaScriptEnabled !== false) await axe(page);
  await noOverflow(page);

  const before = mail.mark();
  await page.getByRole('button', { name: 'Send me a new invitation' }).click();
  await expect(page.getByText('A new invitation is on its way to l***@expired.example.')).toBeVisible();
  const link = await mail.link('lea@expired.example', /\/invite\//, { after: before });

  await goto(expired);
  await heading(page, 'There is a newer invitation');
  await expect(page.getByText('Please use the link in the latest e-mail.')).toBeVisible();
  if (javaScriptEnabled !== false) await axe(page);
  await page.getByRole('button', { name: 'Send me a new invitation' }).click();
  await expect(problem(page), 'not twice within a minute').toContainText('Too many attempts. Please wait 1 min');
  await heading(page, 'There is a newer invitation');
  if (javaScriptEnabled !== false) await axe(page);

  await goto(link);
  await page.getByLabel('New password', { exact: true }).fill(NEW_PASSWORD);
  await page.getByRole('button', { name: 'Activate', exact: true }).click();
  await expect(page).toHaveURL(/\/portal\/L\d+$/);
});

test('an invitation of which LOGIN was switched off leads nowhere, and a made-up link neither', async ({ page, goto, anotherBrowser, mail, allow }) => {
  allow.status(410, /\/invite\?link=/);
  allow.status(404, /\/invite\?link=/);
  const staff = await anotherBrowser();
  await arrive(staff, EVA, PASSWORD, { mail });
  const link = await invite(staff, mail, 'Kowalski Fliesen und Naturstein', 'piotr@kowalski-fliesen.example');
  await staff.getByRole('switch', { name: 'LOGIN: piotr@kowalski-fliesen.example' }).click();
  // It was the last LOGIN of that account, so the firm is asked first.
  const dialog = staff.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Turn LOGIN off' }).click();
  const login = staff.getByRole('switch', { name: 'LOGIN: piotr@kowalski-fliesen.example' });
  await expect(login).not.toBeChecked();
  await expect(login).not.toHaveAttribute('aria-busy', 'true'); // it shows the wish before it is saved

  await goto(link);
  await heading(page, 'This invitation is no longer valid');
  await expect(page.getByRole('link', { name: 'Contact Weber & Partner' })).toHaveAttribute('href', 'mailto:kanzlei@weber.example');
  await axe(page);

  await goto('/invite/this-was-never-a-link-of-ours-not-at-all-no');
  await heading(page, 'Page not found');
  await axe(page);
});
