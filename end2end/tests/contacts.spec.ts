// People behind accounts: added, linked, corrected, and taken away again.
import { alive, axe, expect, expectOff, expectOn, noOverflow, openMenu, rowOf, test, toggle, TOM } from '../support/staff';

test.use({ porticoEnv: {} }); // a server of its own

test('a new contact with two addresses gets mail, but nobody can sign in yet @nojs @phone', async ({ page, goto, enter, newAccount, allow }) => {
  allow.status(422, /\/contacts\/new$/);
  await enter();
  const code = await newAccount({ name: 'Reuter & Sohn GmbH' });
  await expect(page.getByText('No contact is linked yet.')).toBeVisible();
  await page.getByRole('link', { name: 'Link contact' }).click();
  await alive(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Add a contact to Reuter & Sohn GmbH' })).toBeVisible();
  const form = page.locator('form').filter({ has: page.getByRole('button', { name: 'Add contact' }) });
  await form.getByLabel('Contact name').fill('Paul Reuter');
  await form.getByLabel('E-mail', { exact: true }).fill('paul@reuter.example');
  await form.getByLabel('Additional e-mail').first().fill('PAUL@reuter.example');
  await form.getByLabel('Role in the account').fill('Geschäftsführer');
  await form.getByLabel('Language for e-mails').selectOption({ label: 'Deutsch' });
  await form.getByRole('button', { name: 'Add contact' }).click();

  await expect(form).toContainText('This contact already has this address.');
  await alive(page);
  await expect(form.getByLabel('Contact name')).toHaveValue('Paul Reuter');
  await expect(form.getByLabel('Role in the account')).toHaveValue('Geschäftsführer');
  await noOverflow(page);
  await form.getByLabel('Additional e-mail').first().fill('buero@reuter.example');
  await form.getByRole('button', { name: 'Add contact' }).click();

  await page.waitForURL(new RegExp(`/${code}/info$`));
  await expect(page.getByText('Paul Reuter was added. Turn LOGIN on to give them access to the portal.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Paul Reuter', exact: true })).toBeVisible();
  await expect(page.getByText('(Geschäftsführer)')).toBeVisible();
  for (const email of ['paul@reuter.example', 'buero@reuter.example']) {
    await expectOff(toggle(page, 'LOGIN', email));
    await expectOff(toggle(page, 'EMAIL SYNC', email));
    await expect(rowOf(page, email)).toContainText('Off');
  }
  await expectOn(toggle(page, 'NOTIFY', 'paul@reuter.example'));
  await expectOff(toggle(page, 'NOTIFY', 'buero@reuter.example'));
  await goto(`/app/accounts?q=${code}`);
  await expect(page.getByTestId(`account-${code}`)).toContainText('No access');
});

test('somebody known is found, linked once, and keeps one sign-in @nojs', async ({ page, goto, enter, newAccount, allow }) => {
  allow.status(409, /\/contacts\/link$/);
  await enter();
  const code = await newAccount({ name: 'Verbund Nord GmbH' });
  await goto(`/app/accounts/${code}/contacts/new`);
  const search = page.getByRole('searchbox', { name: 'Search contacts' });
  await search.fill('nobody at all');
  await search.press('Enter');
  await expect(page.getByText('No contacts match “nobody at all”.')).toBeVisible();
  await search.fill('leopold');
  await search.press('Enter');
  const hit = page.getByRole('region', { name: 'Leopold Huber', exact: true });
  await expect(hit).toContainText('leopold.huber@donaudampf.example, huber@passau.example');
  await expect(hit).toContainText('Donaudampfschifffahrtsgesellschaft Regensburg mbH (D2)');
  await alive(page);
  await hit.getByLabel('Role in the account').fill('Beirat');
  await hit.getByRole('button', { name: 'Link Leopold Huber' }).click();
  await page.waitForURL(new RegExp(`/${code}/info$`));
  await expect(page.getByText('The contact was linked.')).toBeVisible();
  await expectOff(toggle(page, 'LOGIN', 'leopold.huber@donaudampf.example'));
  await expect(page.getByText('(Beirat)')).toBeVisible();

  await goto(`/app/accounts/${code}/contacts/new?q=leopold`);
  await expect(page.getByRole('region', { name: 'Leopold Huber', exact: true })).toContainText('Already linked to this account.');
  await expect(page.getByRole('button', { name: 'Link Leopold Huber' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Contacts', exact: true }).click();
  await alive(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Contacts' })).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search contacts' }).fill('verbund');
  await page.getByRole('searchbox', { name: 'Search contacts' }).press('Enter');
  await expect(page.getByText('No contacts match “verbund”.')).toBeVisible(); // people by name and address, not by account
});

test('an address that somebody else has is asked about before it is shared @nojs', async ({ page, goto, enter, newAccount, allow }) => {
  allow.status(422, /\/contacts\/new$/);
  await enter();
  const code = await newAccount({ name: 'Ehepaar Test', kind: 'family' });
  await goto(`/app/accounts/${code}/contacts/new`);
  const form = page.locator('form').filter({ has: page.getByRole('button', { name: 'Add contact' }) });
  await form.getByLabel('Contact name').fill('Gerd Roth');
  await form.getByLabel('E-mail', { exact: true }).fill('roth@guttenfels-recht.example');
  await form.getByRole('button', { name: 'Add contact' }).click();
  await expect(form).toContainText('Dr. Amelie Roth already has this address. You can link that contact instead.');
  await expect(form).toContainText('Two people who share a mailbox also share one sign-in.');
  await alive(page);
  const all = form.getByRole('checkbox', { name: 'Use it anyway' });
  await expect(all).not.toBeChecked();
  await all.check();
  await form.getByRole('button', { name: 'Add contact' }).click();
  await page.waitForURL(new RegExp(`/${code}/info$`));
  await expect(rowOf(page, 'roth@guttenfels-recht.example')).toBeVisible();
});

test('a contact is renamed, and a second editor is told @nojs', async ({ page, goto, enter, newAccount, anotherBrowser, javaScriptEnabled, allow }) => {
  allow.status(409, /\/app\/contacts\//);
  allow.status(422, /\/app\/contacts\//);
  await enter();
  await newAccount({ name: 'Umbenennung GmbH', contact: 'Old Name', email: 'name@umbenennung.example' });
  await page.getByRole('link', { name: 'Old Name', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Old Name' })).toBeVisible();
  await alive(page);
  const address = page.url();
  const tom = await enter(TOM, await anotherBrowser({ javaScriptEnabled: javaScriptEnabled !== false }));
  await goto(address, tom);

  await page.getByLabel('Contact name').fill('New Name');
  await page.getByLabel('Language for e-mails').selectOption('ja');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'New Name' })).toBeVisible();
  await expect(page.getByLabel('Language for e-mails')).toHaveValue('ja');

  await tom.getByLabel('Contact name').fill('Late Name');
  await tom.getByRole('button', { name: 'Save' }).click();
  await expect(tom.getByText('Somebody else changed this at the same time.')).toBeVisible();
  await expect(tom.getByLabel('Contact name')).toHaveValue('New Name');
});

test('addresses come and go, each with its switches in every account @nojs', async ({ page, goto, enter, newAccount, allow }) => {
  allow.status(422, /\/emails/);
  allow.status(409, /\/remove$/);
  await enter();
  const code = await newAccount({ name: 'Adressen GmbH', contact: 'Ada Lang', email: 'ada@adressen.example' });
  await page.getByRole('link', { name: 'Ada Lang', exact: true }).click();
  await page.waitForURL(/\/app\/contacts\//);
  await alive(page);
  const contact = page.url();

  const add = page.locator('form').filter({ has: page.getByRole('button', { name: 'Add address' }) });
  await add.getByLabel('Additional e-mail').fill('Ada@Adressen.example');
  await add.getByRole('button', { name: 'Add address' }).click();
  await expect(page.getByText('This contact already has this address.').first()).toBeVisible();
  await alive(page);
  await add.getByLabel('Additional e-mail').fill('ada@zuhause.example');
  await add.getByRole('button', { name: 'Add address' }).click();
  await expect(page.getByText('ada@zuhause.example was added.')).toBeVisible();
  await alive(page);

  // The second one is corrected in its place.
  const second = page.locator('form').filter({ has: page.getByRole('button', { name: 'Change' }) }).last();
  await second.getByLabel('E-mail').fill('ada.lang@zuhause.example');
  await second.getByRole('button', { name: 'Change' }).click();
  await expect(page.getByText('The address was changed.')).toBeVisible();
  await goto(`/app/accounts/${code}/info`);
  await expectOff(toggle(page, 'NOTIFY', 'ada.lang@zuhause.example'));
  await expect(rowOf(page, 'ada@zuhause.example')).toHaveCount(0);

  await goto(contact);
  await page.getByRole('link', { name: 'Remove ada@adressen.example' }).click();
  const question = page.getByRole('dialog', { name: 'Remove ada@adressen.example from Ada Lang?' });
  await expect(question).toContainText('Its switches and notification preferences are removed as well.');
  await question.getByRole('link', { name: 'Cancel' }).click();
  await expect(question).toHaveCount(0);
  await page.getByRole('link', { name: 'Remove ada@adressen.example' }).click();
  await question.getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByText('The address was removed.')).toBeVisible();

  await goto(contact);
  await page.getByRole('link', { name: 'Remove ada.lang@zuhause.example' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByText('Ada Lang needs at least one address. Change it instead of removing it.')).toBeVisible();
});

test('unlinking names whose access ends, and ends only this link', async ({ page, goto, enter }) => {
  await enter();
  await goto('/app/accounts?q=Harper%20%26%20Lowe');
  await page.getByRole('link', { name: 'Harper & Lowe LLP' }).click();
  await alive(page);
  const menu = await openMenu(page, 'james@harper-lowe.example');
  await menu.getByRole('menuitem', { name: 'Unlink contact' }).click();
  const question = page.getByRole('dialog', { name: 'Unlink James Harper from Harper & Lowe LLP?' });
  await expect(question).toContainText('james@harper-lowe.example: access to Harper & Lowe LLP ends immediately.');
  await axe(page);
  await question.getByRole('button', { name: 'Unlink' }).click();
  await expect(page.getByText('The contact was unlinked.')).toBeVisible();
  await expect(rowOf(page, 'james@harper-lowe.example')).toHaveCount(0);
  await expect(rowOf(page, 'jh@harper.example')).toHaveCount(0);
  await expectOn(toggle(page, 'LOGIN', 'olivia@harper-lowe.example'));

  await goto('/app/contacts?q=james%20harper');
  await expect(page.getByRole('row').filter({ hasText: 'James Harper' }).last()).not.toContainText('Harper & Lowe LLP');
  await page.getByRole('link', { name: 'James Harper', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'James Harper' })).toBeVisible();
  await expect(page.locator('main')).not.toContainText('Harper & Lowe LLP');
});

test('a list that cannot be loaded says so and leads on', async ({ page, goto, enter, allow }) => {
  allow.status(500, /\/api\/clients\/contacts/);
  await enter();
  await goto('/app/accounts');
  let broken = true; // until somebody tries again: news may make the list ask by itself
  await page.route('**/api/clients/contacts*', (route) =>
    broken ? route.fulfill({ status: 500, contentType: 'text/plain', body: 'no' }) : route.continue());
  await page.getByRole('link', { name: 'Contacts', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Something went wrong' })).toBeVisible();
  await axe(page);
  const again = page.getByRole('link', { name: 'Try again', exact: true });
  await again.focus();
  broken = false;
  await page.keyboard.press('Enter');
  await expect(page.locator('tbody').getByRole('link').first()).toBeVisible();
});

test('all contacts can be reached, fifty at a time @nojs', async ({ page, goto, enter }) => {
  await enter();
  await goto('/app/contacts');
  const names = page.locator('tbody').getByRole('link').filter({ hasNotText: '(' });
  await expect(names).toHaveCount(50);
  const first = await names.allTextContents();
  await page.getByRole('link', { name: 'Load more' }).click();
  await expect(page).toHaveURL(/rows=100/);
  await expect(names.nth(60)).toBeVisible();
  const all = await names.allTextContents();
  expect(all.slice(0, 50), 'what was shown stays').toEqual(first);
  expect(all.length).toBeGreaterThanOrEqual(89);
  const [link, name] = [names.nth(60), all[60] ?? ''];
  await link.click();
  await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(/rows=100/);
  await expect(link).toHaveText(name);
  await expect(link).toBeInViewport();
});
