// Who sees what, as it is met in a browser; by address and form alone it is tried in src/server/tests/it/team.rs.
import { arrive, expect, JO, PASSWORD, test, toggle, TOM } from '../../support/staff';
import { ownMenu } from '../../support/people';

test('addresses of a contact with hidden accounts are for colleagues who see them all', async ({ page, goto, enter, allow }) => {
  allow.status(409, /\/emails/);
  await enter(JO);
  await goto('/app/contacts?q=anna');
  await page.getByRole('link', { name: 'Anna Müller', exact: true }).click();
  await page.getByLabel('Additional e-mail').fill('anna@elsewhere.example');
  await page.getByRole('button', { name: 'Add address' }).click();
  await expect(page.getByText('This contact belongs to accounts you cannot see. Please ask a colleague who sees all accounts.')).toBeVisible();
});

test('whoever makes an account is assigned to it', async ({ page, goto, enter, newAccount }) => {
  await enter(JO);
  const code = await newAccount({ name: 'Jos Neukunde', kind: 'individual', contact: 'Jos Neukunde', email: 'neu@jos.example' });
  await goto('/app/accounts?q=neukunde');
  await expect(page.getByTestId(`account-${code}`)).toBeVisible();
  await page.getByTestId(`account-${code}`).getByRole('link').click();
  await expect(toggle(page, 'NOTIFY', 'neu@jos.example')).toBeChecked();
});

test('nobody at all is asked to sign in, and then comes to where they wanted @nojs', async ({ page, mail }) => {
  await page.goto('/app/accounts/M1/info');
  await expect(page).toHaveURL(/\/login\?next=/);
  expect(await page.content()).not.toContain('petra.vogel@mueller.example');
  await page.getByLabel('E-mail', { exact: true }).fill(TOM);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  const before = mail.mark();
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL(/\/login\/code/);
  await page.getByLabel('Code', { exact: true }).fill(await mail.code(TOM, { after: before }));
  await page.getByRole('button', { name: 'Verify' }).click();
  await expect(page).toHaveURL(/\/app\/accounts\/M1\/info$/);
});

test('an employee manages their own devices @nojs @phone', async ({ page, goto, anotherBrowser, mail }) => {
  const elsewhere = await anotherBrowser({ javaScriptEnabled: false });
  await arrive(elsewhere, 'mika@weber.example', PASSWORD, { mail });
  await arrive(page, 'mika@weber.example', PASSWORD, { mail });
  await goto('/app/accounts');
  await (await ownMenu(page)).getByRole('menuitem', { name: 'Security', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Security' })).toBeVisible();
  await expect(page.getByText('This device')).toHaveCount(1);
  const others = page.getByRole('button', { name: /^Sign out: / });
  const count = await others.count();
  expect(count).toBeGreaterThanOrEqual(1);
  await others.first().click();
  await expect(page.getByText('The device was signed out.')).toBeVisible();
  await expect(page).toHaveURL(/\/app\/settings\/security$/);
  await expect(others).toHaveCount(count - 1);
  await elsewhere.goto('/app/accounts');
  await expect(elsewhere).toHaveURL(/\/login\?next=/);
});
