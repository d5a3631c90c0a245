// A person's own settings in the portal: devices, password, notifications, appearance.
import { arrive, axe, expect, hydrated, noOverflow, test } from '../../fixtures';
import { aMoment, heading, ownMenu, PASSWORD, problem } from '../../support/people';

const KATE = 'kate@smith.example'; // K1

test('signing out another device ends it there at once @phone', async ({ page, mail, goto, anotherBrowser, allow }) => {
  allow.status(401, /\/(live|api\/)/);
  const person = 'books@macleod-whisky.example';
  await arrive(page, person, PASSWORD, { mail });
  const other = await anotherBrowser();
  await arrive(other, person, PASSWORD, { mail });
  await hydrated(other);

  await goto(`${new URL(page.url()).pathname}/settings/security`);
  const devices = page.getByRole('table', { name: 'Your devices' });
  await expect(devices.getByText('This device')).toHaveCount(1);
  await expect(devices.getByText(/^Chrom\w+ \S+ on \w+/).first()).toBeVisible();
  await expect(devices.getByText('Local network').first()).toBeVisible();
  await expect(devices.getByText('Password and code').first()).toBeVisible();
  await axe(page);
  await noOverflow(page);
  await devices.getByRole('button', { name: /^Sign out: / }).first().click();
  await expect(page.getByRole('status').filter({ hasText: 'The device was signed out.' })).toBeVisible();
  await expect(other, 'within moments, without a reload').toHaveURL(/\/login\?next=/);
  await expect(devices.getByText('This device')).toHaveCount(1);
});

test('a password is changed where one is signed in @nojs', async ({ page, mail, goto, allow, javaScriptEnabled }) => {
  allow.status(422, /\/account\/password$/);
  const person = 'guttenfels@guttenfels-recht.example';
  await arrive(page, person, PASSWORD, { mail });
  await goto(`${new URL(page.url()).pathname}/settings/security`);
  const current = page.getByLabel('Current password', { exact: true });
  const fresh = page.getByLabel('New password', { exact: true });
  const change = page.getByRole('button', { name: 'Change password', exact: true });

  await current.fill('not my password');
  await fresh.fill('fourteen green bottles, hanging');
  await change.click();
  await expect(problem(page)).toContainText('This is not your current password.');
  await expect(current).toHaveAttribute('aria-invalid', 'true');
  if (javaScriptEnabled !== false) await axe(page);

  if (javaScriptEnabled !== false) {
    await hydrated(page);
    await fresh.fill('short');
    await expect(page.getByText('5 of at least 12 characters')).toBeVisible();
  }
  await aMoment(page);
  await current.fill(PASSWORD);
  await fresh.fill('fourteen green bottles, hanging');
  if (javaScriptEnabled !== false) await expect(page.getByText('Long enough.')).toBeVisible();
  const before = mail.mark();
  await change.click();
  await expect(page.getByRole('status').filter({ hasText: 'Your password was changed.' })).toBeVisible();
  await heading(page, 'Security');
  // His contact is written to in German.
  await mail.waitFor(person, /Passwort wurde geändert/, { after: before });
});

test('notification choices are kept, and security mails are always on @nojs @phone @firefox', async ({ page, mail, goto, javaScriptEnabled }) => {
  test.slow(); // a long story, with every page checked in light and dark
  const script = javaScriptEnabled !== false;
  await arrive(page, 'weiss@aerztehaus-suedstern.example', PASSWORD, { mail });
  const path = `${new URL(page.url()).pathname}/settings/notifications`;
  await goto(path);
  await heading(page, 'Notifications for Ärztehaus am Südstern GbR');
  await expect(page.getByText('Sent to weiss@aerztehaus-suedstern.example')).toBeVisible();
  await expect(page.getByRole('switch')).toHaveCount(2);
  if (script) await axe(page);
  await noOverflow(page);

  const mails = page.getByRole('switch', { name: 'E-mails about this account', exact: true });
  await expect(mails).toBeChecked();
  await expect(page.getByText('When this is on, we e-mail you when you are given access to Ärztehaus am Südstern GbR.')).toBeVisible();
  await mails.focus();
  await mails.press('Space');
  await expect(mails).not.toBeChecked();
  await expect(page.getByText(/^Turned off by you on \d/)).toBeVisible();
  if (script) await expect(mails, 'the focus stays where it was').toBeFocused();

  const security = page.getByRole('switch').last();
  await expect(security).toBeChecked();
  await security.click({ force: true }); // it says that it cannot be used
  await expect(security).toBeChecked();
  await expect(page.getByText('Always on: codes, password links and warnings cannot be turned off.')).toBeVisible();

  await goto(path);
  await expect(mails).not.toBeChecked();
  if (script) await axe(page);
  await mails.click();
  await expect(mails).toBeChecked();
});

test('a change that cannot be saved goes back and says why', async ({ page, mail, goto, context, allow }) => {
  allow.console(/ERR_INTERNET_DISCONNECTED/);
  await arrive(page, KATE, PASSWORD, { mail });
  await goto('/portal/K1/settings/notifications');
  const tasks = page.getByRole('switch', { name: 'E-mails about this account' });
  await expect(tasks).toBeChecked();
  await context.setOffline(true);
  await tasks.click();
  await expect(page.getByText('You are offline. Your change was not saved.').first()).toBeVisible();
  await expect(tasks).toBeChecked();
  await axe(page);
  await context.setOffline(false);
  await tasks.click();
  await expect(tasks).not.toBeChecked();
  await expect(tasks).not.toHaveAttribute('aria-busy', 'true');
  await page.reload();
  await expect(tasks).not.toBeChecked();
});

test('appearance is chosen once and kept @nojs', async ({ page, mail, goto }) => {
  await arrive(page, KATE, PASSWORD, { mail });
  await goto('/portal/K1/settings/security');
  for (const [name, theme] of [['Dark', 'dark'], ['Light', 'light'], ['Same as my device', 'system']] as const) {
    await (await ownMenu(page)).getByRole('menuitemradio', { name, exact: true }).click();
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    await expect(page, 'and one stays where one was').toHaveURL(/\/settings\/security$/);
  }
});
