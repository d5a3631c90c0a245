// What is the person's own: profile, recent activity, who else has access; and the public help.
import { arrive, axe, expect, noOverflow, test } from '../../fixtures';
import { aMoment, heading, ownMenu, PASSWORD, problem, signOut } from '../../support/people';

const ANNA = 'anna@mueller.example'; // M1 Müller GmbH, A1 Anna Müller, M2
const INES = 'ines@x-firma.example';
const GESA = 'harms@nordlicht-wind.example';
const AISHA = 'aisha.khan@thornbury.example'; // together with daniel@thornbury.example

const TOPICS = ['first-steps', 'code', 'lost-mailbox', 'cannot-sign-in', 'sign-in-page', 'wrong-account', 'security-warning'];

test('help is one click from the sign-in, and every topic has an address of its own @nojs @phone', async ({ page, goto, portico, isMobile }) => {
  test.slow(); // every topic is checked in light and dark
  await goto('/login');
  await page.getByRole('link', { name: 'Trouble signing in?' }).click();
  await expect(page).toHaveURL(/\/help\/cannot-sign-in$/);
  await heading(page, 'You can’t sign in or forgot your password');
  await expect(page.getByText(`Go to ${portico.url}/login`)).toBeVisible();
  await expect(page.getByRole('link', { name: 'Set a new password' })).toHaveAttribute('href', '/password/forgot');
  await page.getByRole('link', { name: 'All help topics' }).click();
  await expect(page).toHaveURL(/\/help$/);
  await heading(page, 'Help');
  for (const topic of TOPICS) {
    await goto(`/help/${topic}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    await expect(page.locator('main')).toContainText('Weber & Partner');
    await noOverflow(page);
    if (isMobile) await axe(page); // on the desktop in everywhere.spec.ts
  }
  await page.getByRole('link', { name: 'All help topics' }).click();
  await page.getByRole('link', { name: 'To the sign-in page' }).click();
  await expect(page).toHaveURL(/\/login$/);
});

test('a link to the help speaks the language it asks for, until another is chosen @nojs @firefox', async ({ page, goto }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const [lang, title] of [['de', 'Der Code kommt nicht an'], ['ja', 'コードが届かない']] as const) {
    await goto(`/help/code?lang=${lang}`);
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    await heading(page, title);
    await noOverflow(page);
  }
  await page.getByRole('link', { name: 'ヘルプの一覧' }).click();
  await heading(page, 'ヘルプ');
  await page.getByRole('button', { name: /日本語/ }).click();
  await page.getByRole('menuitem', { name: 'English' }).click();
  await heading(page, 'Help');
  await expect(page).toHaveURL(/\/help$/);
});

test('an address that is none leads to the help @nojs', async ({ page, allow, javaScriptEnabled }) => {
  allow.status(404, /\/help\/nothing$/);
  await page.goto('/help/nothing');
  await heading(page, 'Page not found');
  if (javaScriptEnabled !== false) await axe(page);
  await page.locator('main').getByRole('link', { name: 'Help', exact: true }).click();
  await heading(page, 'Help');
});

test('staff copy a text with the link in the client’s language', async ({ page, mail, goto, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await arrive(page, 'mika@weber.example', PASSWORD, { mail });
  await goto('/app/accounts');
  await (await ownMenu(page)).getByRole('menuitem', { name: 'Help for clients' }).click();
  await heading(page, 'Help for clients');
  await axe(page);
  await noOverflow(page);
  await page.getByRole('navigation', { name: 'Language of the texts' }).getByRole('link', { name: 'Deutsch' }).click();
  await expect(page).toHaveURL(/lang=de/);
  const text = page.getByRole('figure', { name: 'Text for the client' }).filter({ hasText: '/help/code?lang=de' });
  await expect(text).toContainText('Guten Tag,');
  await text.getByRole('button', { name: 'Copy text' }).click();
  await expect(text.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('Mit freundlichen Grüßen\nWeber & Partner');
});

test('a profile is kept, and what is wrong is said with everything still there @nojs @phone', async ({ page, mail, goto, allow, javaScriptEnabled }) => {
  test.slow();
  allow.status(422, /\/account\/profile$/);
  const script = javaScriptEnabled !== false;
  await arrive(page, INES, PASSWORD, { mail });
  const path = `${new URL(page.url()).pathname}/settings/profile`;
  await (await ownMenu(page)).getByRole('menuitem', { name: 'Profile', exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`${path}$`));
  await heading(page, 'Profile');
  if (script) await axe(page);
  await noOverflow(page);

  const name = page.getByLabel('Your name');
  const before = await name.inputValue();
  await name.fill('Ines\u202eX');
  await page.getByLabel('Time zone').selectOption('Asia/Tokyo');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(problem(page)).toContainText('line breaks or invisible characters');
  await expect(page.getByLabel('Time zone')).toHaveValue('Asia/Tokyo');
  if (script) await axe(page);

  await name.fill('Ines von Xanten');
  await page.getByLabel('Stay signed in for').selectOption('30');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Saved.' })).toBeVisible();
  await expect(page.locator('.sidebar-person')).toContainText('Ines von Xanten');
  await goto(path);
  await expect(name).toHaveValue('Ines von Xanten');
  await expect(page.getByLabel('Time zone')).toHaveValue('Asia/Tokyo');
  await expect(page.getByLabel('Stay signed in for')).toHaveValue('30');

  await name.fill(before);
  await page.getByLabel('Time zone').selectOption('');
  await page.getByLabel('Stay signed in for').selectOption('');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Saved.' })).toBeVisible();
});

test('the account of one’s choice opens after the sign-in, without a question', async ({ page, mail, goto }) => {
  await arrive(page, ANNA, PASSWORD, { mail });
  await goto('/portal/M1/settings/profile');
  await page.getByLabel('When I sign in, open').selectOption('A1');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Saved.' })).toBeVisible();
  await signOut(page);
  await expect(page.getByText('You are signed out.')).toBeVisible();
  await arrive(page, ANNA, PASSWORD, { mail });
  await expect(page).toHaveURL(/\/portal\/A1$/);
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await goto('/portal/A1/settings/profile');
  await page.getByLabel('When I sign in, open').selectOption({ label: 'Always ask' });
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Saved.' })).toBeVisible();
  await signOut(page);
  await arrive(page, ANNA, PASSWORD, { mail });
  await expect(page).toHaveURL(/\/choose-account$/);
});

test('recent activity tells of a wrong password and of the sign-in after it @nojs', async ({ page, mail, goto, allow, javaScriptEnabled }) => {
  allow.status(422, /\/login$/);
  await goto('/login');
  await page.getByLabel('E-mail', { exact: true }).fill(GESA);
  await page.getByLabel('Password', { exact: true }).fill('not my password');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(problem(page)).toBeVisible();
  await aMoment(page);
  await arrive(page, GESA, PASSWORD, { mail });
  await goto(`${new URL(page.url()).pathname}/settings/security`);
  const activity = page.getByRole('table', { name: 'Recent activity' });
  const rows = activity.locator('tbody').getByRole('row');
  await expect(rows.nth(0)).toContainText('Signed in');
  await expect(rows.nth(1)).toContainText('Code sent by e-mail');
  await expect(rows.nth(2)).toContainText('Sign-in failed: wrong password');
  await expect(rows.nth(0)).toContainText('Local network');
  if (javaScriptEnabled !== false) await axe(page);
  await noOverflow(page);
});

test('who else has access is named, with addresses only in part @phone', async ({ page, mail }) => {
  await arrive(page, AISHA, PASSWORD, { mail });
  await (await ownMenu(page)).getByRole('menuitem', { name: 'Who has access' }).click();
  await heading(page, 'Who has access');
  const main = page.locator('main');
  await expect(main).toContainText(AISHA);
  await expect(main).not.toContainText('daniel@thornbury.example');
  await expect(main.getByRole('heading', { name: 'Does somebody no longer need access?' })).toBeVisible();
  await axe(page);
  await noOverflow(page);
});
