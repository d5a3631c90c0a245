// A client changes the address they sign in with, and whoever reads the old one takes it back. These pages are never
// woken up, so nothing here waits for that.
import { axe, expect, noOverflow, PASSWORD, signIn, test } from '../support/staff';
import { aMoment } from '../support/people';

test.use({ porticoEnv: {} }); // a server of its own

const undoLink = /\/address-undo\//;

test('with password and code, and back by the link in the old mailbox @nojs @phone', async ({ page, mail, anotherBrowser, allow, javaScriptEnabled }) => {
  allow.status(422, /\/account\/address$/);
  await signIn(page, 'priya@patel.example', PASSWORD, { mail });
  await page.waitForURL(/\/portal\//);
  await page.goto('/account/address');
  await expect(page.getByRole('heading', { level: 1, name: 'Change sign-in address' })).toBeVisible();
  if (javaScriptEnabled !== false) await axe(page);
  await noOverflow(page);
  await page.getByLabel('Current password', { exact: true }).fill('not my password at all');
  await page.getByLabel('New address').fill('priya@new-patel.example');
  await page.getByRole('button', { name: 'Send code' }).click();
  await expect(page.getByText('There is a problem')).toBeVisible();
  await expect(page.getByLabel('New address')).toHaveValue('priya@new-patel.example');
  const before = mail.mark();
  await aMoment(page);
  await page.getByLabel('Current password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Send code' }).click();
  await expect(page.getByTestId('new-address')).toHaveText('priya@new-patel.example');
  if (javaScriptEnabled !== false) await axe(page);
  await noOverflow(page);
  await page.getByLabel('Code').fill(await mail.code('priya@new-patel.example', { after: before }));
  await page.getByRole('button', { name: 'Change address' }).click();
  await expect(page.getByText('Done. From now on, you sign in with this address.')).toBeVisible();

  const old = await anotherBrowser({ javaScriptEnabled: javaScriptEnabled !== false });
  await old.goto(await mail.link('priya@patel.example', undoLink, { after: before }));
  await expect(old.getByRole('heading', { level: 1, name: 'Take your address back' })).toBeVisible();
  await expect(old.locator('body')).not.toContainText('priya@new-patel.example');
  if (javaScriptEnabled !== false) await axe(old);
  await noOverflow(old);
  await old.getByRole('button', { name: 'This was not me: take it back' }).click();
  await expect(old.getByRole('heading', { level: 1, name: 'Your address is yours again' })).toBeVisible();
  await page.goto('/account/address');
  await expect(page).toHaveURL(/\/login/);
});
