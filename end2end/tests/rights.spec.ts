// Who sees what: a colleague with eight accounts, an employee, and somebody from outside.
import { arrive, axe, expect, JO, openAccount, PASSWORD, post, test, toggle, TOM } from '../support/staff';
import type { Page } from '@playwright/test';

test.use({ porticoEnv: {} }); // a server of its own

const rows = (page: Page) => page.getByTestId(/^account-/);
const nothingHere = 'This page does not exist, or it is not open to you.';

test('a colleague with assigned accounts sees them and no others @nojs', async ({ page, goto, enter, allow, javaScriptEnabled }) => {
  allow.status(404, /\/app\//);
  await enter(JO);
  await goto('/app/accounts');
  await expect(rows(page)).toHaveCount(7);
  await expect(page.getByRole('link', { name: 'Load more' })).toHaveCount(0);
  await goto('/app/accounts?tab=archived');
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText('Klöckner Spedition GmbH');

  // Neither by name, nor by somebody in it, nor by number.
  for (const text of ['Fischer', 'jonas', 'F1', 'Immobilien']) {
    await goto(`/app/accounts?q=${text}`);
    await expect(page.getByText(`No account matches “${text}”.`)).toBeVisible();
  }
  for (const path of ['/app/accounts/F1/info', '/app/accounts/F1/edit', '/app/accounts/F1/contacts/new', '/app/accounts/Q99/info', '/app/accounts/nonsense/info']) {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(404);
    await expect(page.getByText(nothingHere), path).toBeVisible();
    await expect(page.getByText('You are signed in as jo@weber.example.')).toBeVisible();
  }
  if (javaScriptEnabled !== false) await axe(page);

  await goto('/app/contacts?q=jonas');
  await expect(page.getByText('No contact matches “jonas”.')).toBeVisible();
  // Of somebody in several accounts only the assigned ones are named.
  await goto('/app/contacts?q=anna');
  await expect(page.locator('tbody')).toContainText('Müller GmbH (M1)');
  await expect(page.locator('tbody')).not.toContainText('Immobilienverwaltung');
  expect(await page.content(), 'not in the page source either').not.toContain('Immobilienverwaltung');
});

test('forms of accounts that one may not see answer as if there were none', async ({ page, goto, enter, anotherBrowser, allow }) => {
  allow.status(404, /\/app\/contacts/);
  const eva = await enter(undefined, await anotherBrowser());
  await openAccount(eva, 'Fischer Bau GmbH');
  const setting = (await eva.getByTestId(/^row-/).first().getAttribute('data-testid'))?.slice(4) ?? '';
  const contact = (await eva.getByRole('link', { name: 'Jonas Fischer', exact: true }).getAttribute('href')) ?? '';
  await enter(JO);
  await goto('/app/accounts');
  const forms: [string, Record<string, string>][] = [
    ['/app/accounts/F1/edit', { version: '1', name: 'Mine now', kind: 'company' }],
    ['/app/accounts/F1/archive', { version: '1' }],
    ['/app/accounts/F1/info/switch', { setting, which: 'notify', on: 'false', version: '1' }],
    ['/app/accounts/M1/info/switch', { setting, which: 'notify', on: 'false', version: '1' }],
    [`/app/accounts/F1/info/emails/${setting}/login`, { version: '1', how: 'quiet' }],
    [`/app/accounts/F1/info/emails/${setting}/invite`, { message: '' }],
    [`/app/accounts/M1/info/emails/${setting}/invite`, { message: '' }],
    [`/app/accounts/F1/info/emails/${setting}/reset-password`, {}],
    [`/app/accounts/F1/info/emails/${setting}/change`, { email: 'jo@weber.example' }],
    [`/app/accounts/M1/info/emails/${setting}/notifications`, { item: '', on: 'false' }],
    ['/app/accounts/F1/contacts/new', { name: 'A', email: 'a@a.example', locale: 'en' }],
    ['/app/accounts/M1/contacts/link', { contact: contact.split('/').pop() ?? '', role: '' }],
    [contact, { version: '1', name: 'Mine now', locale: 'en' }],
    [`${contact}/emails`, { email: 'jo@weber.example' }],
    [`${contact}/unlink`, { account: 'F1' }],
  ];
  for (const [path, form] of forms) expect.soft((await post(page, path, form)).status, path).toBe(404);
  await page.goto(contact);
  await expect(page.getByText(nothingHere)).toBeVisible();
  await eva.reload();
  await expect(eva.getByRole('heading', { level: 1, name: 'Fischer Bau GmbH' })).toBeVisible();
  await expect(eva.getByTestId(/^row-/)).toHaveCount(2);
});

test('addresses of a contact with hidden accounts are for colleagues who see them all', async ({ page, goto, enter, allow }) => {
  allow.status(409, /\/emails/);
  await enter(JO);
  await goto('/app/contacts?q=anna');
  await page.getByRole('link', { name: 'Anna Müller', exact: true }).click();
  await page.getByLabel('Further e-mail').fill('anna@elsewhere.example');
  await page.getByRole('button', { name: 'Add address' }).click();
  await expect(page.getByText('This contact belongs to accounts that you do not see. Please ask a colleague who sees all accounts.')).toBeVisible();
});

test('whoever makes an account is assigned to it', async ({ page, goto, enter, newAccount }) => {
  await enter(JO);
  const code = await newAccount({ name: 'Jos Neukunde', kind: 'individual', contact: 'Jos Neukunde', email: 'neu@jos.example' });
  await goto('/app/accounts?q=neukunde');
  await expect(page.getByTestId(`account-${code}`)).toBeVisible();
  await page.getByTestId(`account-${code}`).getByRole('link').click();
  await expect(toggle(page, 'NOTIFY', 'neu@jos.example')).toBeChecked();
});

test('a client has no business on the side of the firm @nojs', async ({ page, goto, mail, allow, javaScriptEnabled }) => {
  allow.status(403, /\/app\//);
  await arrive(page, 'olivia@harper-lowe.example', PASSWORD, { mail });
  for (const path of ['/app/accounts', '/app/accounts/new', '/app/accounts/H1/info', '/app/contacts', '/app/settings/security']) {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(403);
    await expect(page.getByRole('heading', { level: 1, name: 'Not allowed' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Contact Weber & Partner' })).toBeVisible();
    expect(await page.content(), path).not.toContain('james@harper-lowe.example');
  }
  if (javaScriptEnabled !== false) await axe(page);
  await page.getByRole('link', { name: 'Back', exact: true }).click();
  await expect(page).toHaveURL(/\/portal\/H1/);
  await page.goto('/app');
  await expect(page).toHaveURL(/\/portal\/H1/);
  for (const path of ['/app/accounts/new', '/app/accounts/H1/info/switch', '/app/contacts/x/emails']) {
    expect((await post(page, path, { name: 'A' })).status, path).toBe(403);
  }
  await goto('/portal/H1');
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
  if ((page.viewportSize()?.width ?? 0) < 500) await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('link', { name: 'Security', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Security' })).toBeVisible();
  await expect(page.getByText('This device')).toHaveCount(1);
  const others = page.getByRole('button', { name: /^Sign out: / });
  const count = await others.count();
  expect(count).toBeGreaterThanOrEqual(1);
  await others.first().click();
  await expect(page.getByText('The device is signed out.')).toBeVisible();
  await expect(page).toHaveURL(/\/app\/settings\/security$/);
  await expect(others).toHaveCount(count - 1);
  await elsewhere.goto('/app/accounts');
  await expect(elsewhere).toHaveURL(/\/login\?next=/);
});
