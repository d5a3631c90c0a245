// LOGIN, NOTIFY and EMAIL SYNC: what a flip of a switch does, and what it must not do.
import { links } from '../support/mail';
import {
  alive, announced, axe, EVA, expect, expectOff, expectOn, noOverflow, openAccount, openMenu, PASSWORD, rowOf, signIn, test, toggle,
} from '../support/staff';
import type { Locator, Page } from '@playwright/test';

test.use({ porticoEnv: {} }); // a server of its own

const allowDialog = (page: Page) => page.getByRole('dialog', { name: /^Turn LOGIN on/ });
const lastDialog = (page: Page) => page.getByRole('dialog', { name: 'Turn this off?' });
const invitation = /\/invite\//;

/** One more address for the only contact of the account that the page shows. */
async function addAddress(page: Page, contact: string, email: string): Promise<void> {
  const tab = page.url();
  await page.getByRole('link', { name: contact, exact: true }).click();
  await page.waitForURL(/\/app\/contacts\//);
  await alive(page);
  await page.getByLabel('Further e-mail').fill(email);
  await page.getByRole('button', { name: 'Add address' }).click();
  await expect(page.getByText(`${email} was added.`)).toBeVisible();
  await page.goto(tab);
  await alive(page);
}

async function pressed(control: Locator, key: 'Space' | 'Enter'): Promise<void> {
  await control.press(key);
  await expect(control).toBeFocused();
  await expect(control).not.toHaveAttribute('aria-busy', 'true');
}

test('a switch says its name and state, obeys the keyboard and keeps the focus', async ({ page, enter, newAccount, anotherBrowser, goto }) => {
  await enter();
  const code = await newAccount({ name: 'Tastatur GmbH', contact: 'Tilda Ast', email: 'tilda@tastatur.example' });
  await addAddress(page, 'Tilda Ast', 'tilda@zuhause.example');
  const sync = toggle(page, 'EMAIL SYNC', 'tilda@tastatur.example');
  const notify = toggle(page, 'NOTIFY', 'tilda@zuhause.example');
  await expectOff(sync);
  await sync.focus();
  await pressed(sync, 'Space');
  await expectOn(sync);
  await expect(page.getByText('No mailbox is connected yet')).toBeVisible();
  await pressed(sync, 'Enter');
  await expectOff(sync);
  await pressed(sync, 'Enter');
  await expectOn(sync);
  await notify.focus();
  await pressed(notify, 'Space');
  await expectOff(notify);
  await expect(notify).not.toHaveAttribute('aria-busy', 'true');
  await axe(page);

  await page.reload();
  await alive(page);
  await expectOn(sync);
  await expectOff(notify);

  const plain = await enter(EVA, await anotherBrowser({ javaScriptEnabled: false }));
  await plain.goto(`/app/accounts/${code}/info`);
  await expectOn(toggle(plain, 'EMAIL SYNC', 'tilda@tastatur.example'));
  await expectOff(toggle(plain, 'NOTIFY', 'tilda@zuhause.example'));
  await toggle(plain, 'NOTIFY', 'tilda@zuhause.example').click();
  await expectOn(toggle(plain, 'NOTIFY', 'tilda@zuhause.example'));
  await expect(notify, 'the tab that is open elsewhere follows').toBeChecked();
  await goto('/app/accounts');
});

test('LOGIN on asks first, and the invitation carries the personal words', async ({ page, enter, newAccount, anotherBrowser, mail }) => {
  await enter();
  await newAccount({ name: 'Einladung & Co', contact: 'Ina Lade', email: 'ina@einladung.example' });
  await addAddress(page, 'Ina Lade', 'ina@zuhause.example');
  const login = toggle(page, 'LOGIN', 'ina@einladung.example');
  const dialog = allowDialog(page);

  await login.click();
  await expect(dialog).toContainText('ina@einladung.example will be able to enter the portal of Einladung & Co after choosing a password.');
  await expectOff(login);
  await axe(page);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(login).toBeFocused();
  await login.click();
  await dialog.getByRole('link', { name: 'Cancel' }).click();
  await expect(dialog).toBeHidden();
  await expectOff(login);

  // The other address quietly: it waits, and nothing is sent.
  await toggle(page, 'LOGIN', 'ina@zuhause.example').click();
  await dialog.getByRole('button', { name: 'Turn on without inviting' }).click();
  await expect(dialog).toBeHidden();
  await expectOn(toggle(page, 'LOGIN', 'ina@zuhause.example'));
  await expect(rowOf(page, 'ina@zuhause.example')).toContainText('Pending: not invited');

  await login.click();
  await dialog.getByLabel('Personal message').fill('Dear Ina,\nhere is <b>your</b> access & "more".');
  await dialog.getByRole('button', { name: 'Send invitation now' }).click();
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText('LOGIN is on. The invitation is on its way.');
  await expectOn(login);
  await expect(rowOf(page, 'ina@einladung.example')).toContainText(/Invited \d/);
  const sent = await mail.waitFor('ina@einladung.example', /^Weber & Partner invites you to its client portal$/);
  expect(sent.text).toContain('here is <b>your</b> access & "more".');
  expect(sent.html).not.toContain('<b>your</b>');
  expect(sent.text).toContain('Einladung & Co');
  expect(mail.to('ina@zuhause.example'), 'the quiet one got nothing').toEqual([]);

  const ina = await anotherBrowser();
  await ina.goto(links(sent).find((url) => invitation.test(url)) ?? '');
  await expect(ina.getByRole('heading', { level: 1, name: 'Activate your access' })).toBeVisible();
  await expect(ina.getByLabel('E-mail')).toHaveValue('ina@einladung.example');
  await expect(page.getByText('Saved.')).toHaveCount(0);
});

test('LOGIN on and off are pages of their own without JavaScript @only-nojs', async ({ page, enter, newAccount, mail }) => {
  await enter();
  const code = await newAccount({ name: 'Ohne Skript GmbH', contact: 'Olga Skriba', email: 'olga@ohneskript.example' });
  await addAddress(page, 'Olga Skriba', 'olga@zuhause.example');
  const login = toggle(page, 'LOGIN', 'olga@ohneskript.example');
  await login.click();
  await expect(page).toHaveURL(/\/login$/);
  await allowDialog(page).getByRole('link', { name: 'Cancel' }).click();
  await expectOff(login);

  await login.click();
  await allowDialog(page).getByLabel('Personal message').fill('Guten Tag, hier Ihr Zugang.');
  await allowDialog(page).getByRole('button', { name: 'Send invitation now' }).click();
  await expect(page).toHaveURL(new RegExp(`/${code}/info$`));
  await expect(page.getByText('LOGIN is on. The invitation is on its way.')).toBeVisible();
  await expectOn(login);
  expect((await mail.waitFor('olga@ohneskript.example', /invites you/)).text).toContain('Guten Tag, hier Ihr Zugang.');

  await toggle(page, 'NOTIFY', 'olga@zuhause.example').click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await expectOff(toggle(page, 'NOTIFY', 'olga@zuhause.example'));

  // The last of its kind asks, LOGIN and NOTIFY alike.
  await toggle(page, 'NOTIFY', 'olga@ohneskript.example').click();
  const question = page.getByRole('dialog', { name: 'Turn NOTIFY off for olga@ohneskript.example?' });
  await expect(question).toContainText('This is the last NOTIFY of Ohne Skript GmbH');
  await question.getByRole('link', { name: 'Cancel' }).click();
  await expectOn(toggle(page, 'NOTIFY', 'olga@ohneskript.example'));
  await login.click();
  const last = page.getByRole('dialog', { name: 'Turn LOGIN off for olga@ohneskript.example?' });
  await expect(last).toContainText('nobody will be able to enter its portal any more');
  await last.getByRole('button', { name: 'Turn LOGIN off' }).click();
  await expectOff(login);
});

test('another invitation ends the older link', async ({ page, enter, portico, anotherBrowser, mail, allow }) => {
  allow.status(410, invitation);
  allow.status(429, /\/invite$/);
  const [, older = ''] = await portico.waitForLog(/jonas@pending\.example[^\n]*\n\s+(http\S+)/);
  const jonas = await anotherBrowser();
  await jonas.goto(older);
  await expect(jonas.getByRole('heading', { level: 1, name: 'Activate your access' })).toBeVisible();

  await enter();
  await openAccount(page, 'Fischer Bau GmbH');
  await expect(rowOf(page, 'jonas@pending.example')).toContainText(/Invited \d/);
  await (await openMenu(page, 'jonas@pending.example')).getByRole('menuitem', { name: 'Resend invitation' }).click();
  const dialog = page.getByRole('dialog', { name: 'Send an invitation' });
  await expect(dialog).toContainText(/The invitation of .+ ends: only the newest link works\./);
  await axe(page);
  await dialog.getByLabel('Personal message').fill('Noch einmal, lieber Jonas.');
  await dialog.getByRole('button', { name: 'Send invitation' }).click();
  await expect(page.getByText('The invitation to jonas@pending.example is on its way.')).toBeVisible();
  const sent = await mail.waitFor('jonas@pending.example', /Weber & Partner/);
  expect(sent.text).toContain('Noch einmal, lieber Jonas.');

  await jonas.goto(older);
  await expect(jonas.getByRole('heading', { level: 1, name: 'A newer invitation was sent' })).toBeVisible();
  await jonas.goto(links(sent).find((url) => invitation.test(url)) ?? '');
  await expect(jonas.getByRole('heading', { level: 1, name: 'Activate your access' })).toBeVisible();

  // Twice within a minute is once too often; the words are kept.
  await alive(page);
  await (await openMenu(page, 'jonas@pending.example')).getByRole('menuitem', { name: 'Resend invitation' }).click();
  await dialog.getByLabel('Personal message').fill('Und noch einmal.');
  await dialog.getByRole('button', { name: 'Send invitation' }).click();
  await expect(dialog.getByText('Too many tries. Please wait 1 min and try again.')).toBeVisible();
  await expect(dialog.getByLabel('Personal message')).toHaveValue('Und noch einmal.');
  expect(mail.to('jonas@pending.example')).toHaveLength(1);
});

test('the last LOGIN warns, and can be taken back for some seconds', async ({ page, enter, newAccount }) => {
  await enter();
  await newAccount({ name: 'Letzte GmbH', contact: 'Lena Letz', email: 'lena@letzte.example' });
  const login = toggle(page, 'LOGIN', 'lena@letzte.example');
  await login.click();
  await allowDialog(page).getByRole('button', { name: 'Turn on without inviting' }).click();
  await expectOn(login);

  await login.click();
  await expect(lastDialog(page)).toContainText('This is the last LOGIN of Letzte GmbH: nobody will be able to enter its portal any more.');
  await axe(page);
  await lastDialog(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(lastDialog(page)).toBeHidden();
  await expect(login).toBeFocused();
  await expectOn(login);

  await login.click();
  await lastDialog(page).getByRole('button', { name: 'Turn LOGIN off' }).click();
  await expectOff(login);
  const toast = page.getByRole('region', { name: 'Messages' });
  await expect(toast).toContainText('LOGIN of lena@letzte.example is off. Access has ended.');
  await toast.getByRole('button', { name: 'Undo' }).click();
  await expectOn(login);

  const notify = toggle(page, 'NOTIFY', 'lena@letzte.example');
  await notify.click();
  await expect(lastDialog(page)).toContainText('This is the last NOTIFY of Letzte GmbH');
  await lastDialog(page).getByRole('button', { name: 'Turn NOTIFY off' }).click();
  await expectOff(notify);
  await page.reload();
  await alive(page);
  await expectOff(notify);
  await expectOn(login);
});

test('a switch shows the wish at once, and takes it back when it cannot be saved', async ({ page, enter, newAccount, allow }) => {
  allow.console(/ERR_INTERNET_DISCONNECTED/);
  await enter();
  await newAccount({ name: 'Funkloch GmbH', contact: 'Fred Unk', email: 'fred@funkloch.example' });
  await addAddress(page, 'Fred Unk', 'fred@zuhause.example');
  const notify = toggle(page, 'NOTIFY', 'fred@funkloch.example');
  const row = rowOf(page, 'fred@funkloch.example');

  let answer = () => {};
  const held = new Promise<void>((go) => (answer = go));
  await page.route('**/api/clients/switch*', async (route) => {
    await held;
    await route.continue();
  });
  await notify.click();
  await expectOff(notify);
  await expect(notify).toHaveAttribute('aria-busy', 'true');
  await notify.click(); // impatience changes nothing
  answer();
  await expect(notify).not.toHaveAttribute('aria-busy', 'true');
  await expectOff(notify);
  await page.unroute('**/api/clients/switch*');

  for (const column of ['NOTIFY', 'EMAIL SYNC'] as const) {
    const control = toggle(page, column, 'fred@funkloch.example');
    await page.context().setOffline(true);
    await control.click();
    await expect(row.getByText('No connection. Your change was not saved.')).toBeVisible();
    await expectOff(control); // as it was
    await expect(control).toBeFocused();
    await expect(control).toHaveAccessibleDescription(/No connection/);
    await axe(page);
    await page.context().setOffline(false);
    await row.getByRole('button', { name: 'Try again' }).click();
    await expectOn(control);
    await expect(row.getByText('No connection. Your change was not saved.')).toHaveCount(0);
  }
  await page.reload();
  await alive(page);
  await expectOn(notify);
  await expectOn(toggle(page, 'EMAIL SYNC', 'fred@funkloch.example'));
});

test('the dialog of LOGIN says when it could not be saved, and keeps the words', async ({ page, enter, newAccount, allow }) => {
  allow.console(/ERR_INTERNET_DISCONNECTED/);
  await enter();
  await newAccount({ name: 'Tunnel GmbH', contact: 'Tom Unel', email: 'tom@tunnel.example' });
  await toggle(page, 'LOGIN', 'tom@tunnel.example').click();
  const dialog = allowDialog(page);
  await dialog.getByLabel('Personal message').fill('Words worth keeping');
  await page.context().setOffline(true);
  await dialog.getByRole('button', { name: 'Send invitation now' }).click();
  await expect(dialog.getByText('No connection. Your change was not saved.')).toBeVisible();
  await expect(dialog.getByLabel('Personal message')).toHaveValue('Words worth keeping');
  await page.context().setOffline(false);
  await dialog.getByRole('button', { name: 'Send invitation now' }).click();
  await expect(dialog).toBeHidden();
  await expectOn(toggle(page, 'LOGIN', 'tom@tunnel.example'));
});

test('somebody who can sign in already has access at once, and is told', async ({ page, enter, newAccount, anotherBrowser, mail, goto }) => {
  await enter();
  const code = await newAccount({ name: 'Zweitmandat Ltd' });
  await goto(`/app/accounts/${code}/contacts/new?q=daniel%40thornbury`);
  await page.getByRole('button', { name: 'Link Daniel Thornbury' }).click();
  await page.waitForURL(/\/info$/);
  await alive(page);
  const before = mail.mark();
  await toggle(page, 'LOGIN', 'daniel@thornbury.example').click();
  const dialog = allowDialog(page);
  await expect(dialog).toContainText('daniel@thornbury.example can sign in to the portal already. Access to Zweitmandat Ltd begins at once, and a mail says so.');
  await expect(dialog.getByRole('button', { name: /invit/i })).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Turn on', exact: true }).click();
  await expectOn(toggle(page, 'LOGIN', 'daniel@thornbury.example'));
  await expect(rowOf(page, 'daniel@thornbury.example')).toContainText('Active, last login');
  const told = await mail.waitFor('daniel@thornbury.example', /^You now also have access to Zweitmandat Ltd – Weber & Partner$/, { after: before });

  const daniel = await anotherBrowser();
  await signIn(daniel, 'daniel@thornbury.example', PASSWORD, { mail });
  await daniel.goto(links(told).find((url) => url.endsWith(`/portal/${code}`)) ?? '');
  await expect(daniel.locator('main')).toContainText('Zweitmandat Ltd');
  const menu = await openMenu(page, 'daniel@thornbury.example');
  await expect(menu.getByRole('menuitem', { name: /Can sign in already: an invitation is not needed/ })).toHaveAttribute('aria-disabled', 'true');
});

test('an address corrected before activation moves the invitation @nojs', async ({ page, enter, newAccount, anotherBrowser, mail, allow, javaScriptEnabled }) => {
  allow.status(410, invitation);
  allow.status(422, /\/change$/);
  await enter();
  await newAccount({ name: 'Tippfehler GmbH', contact: 'Tim Fehler', email: 'tim@tipfehler.example' });
  await toggle(page, 'LOGIN', 'tim@tipfehler.example').click();
  await allowDialog(page).getByRole('button', { name: 'Send invitation now' }).click();
  await expect(rowOf(page, 'tim@tipfehler.example')).toContainText(/Invited \d/);
  const older = await mail.link('tim@tipfehler.example', invitation);
  const before = mail.mark();

  const menu = await openMenu(page, 'tim@tipfehler.example');
  await menu.getByRole('menuitem', { name: 'Change address' }).click();
  const dialog = page.getByRole('dialog', { name: 'Change tim@tipfehler.example' });
  await expect(dialog).toContainText('The link that was mailed to tim@tipfehler.example stops working at once.');
  if (javaScriptEnabled !== false) await axe(page);
  await dialog.getByLabel('New e-mail').fill('tim@localhost');
  await dialog.getByRole('button', { name: 'Save new address' }).click();
  await expect(dialog).toContainText('This is not an e-mail address');
  await expect(dialog.getByLabel('New e-mail')).toHaveValue('tim@localhost');
  await alive(page);
  await dialog.getByLabel('New e-mail').fill('tim@tippfehler.example');
  await dialog.getByRole('button', { name: 'Save new address' }).click();
  await expect(page.getByText('The address was changed. A new invitation is on its way to tim@tippfehler.example; the old link no longer works.')).toBeVisible();
  await expectOn(toggle(page, 'LOGIN', 'tim@tippfehler.example'));
  await expect(rowOf(page, 'tim@tipfehler.example')).toHaveCount(0);

  const newer = await mail.link('tim@tippfehler.example', invitation);
  const tim = await anotherBrowser();
  await tim.goto(older);
  await expect(tim.getByRole('heading', { level: 1, name: 'This invitation is no longer valid' })).toBeVisible();
  await expect(tim.locator('body'), 'the old link does not tell the new address').not.toContainText('tippfehler.example');
  await tim.goto(newer);
  await expect(tim.getByLabel('E-mail')).toHaveValue('tim@tippfehler.example');
  expect(mail.to('tim@tipfehler.example').filter(({ id }) => id > before), 'the old address gets nothing').toEqual([]);
});

test('a reset is asked about, mailed, and seen by nobody at the firm @nojs @phone', async ({ page, enter, anotherBrowser, mail, javaScriptEnabled }) => {
  await enter();
  await openAccount(page, 'Nguyen & Daughters Bakery');
  const before = mail.mark();
  await (await openMenu(page, 'linh@nguyen-bakery.example')).getByRole('menuitem', { name: 'Reset password' }).click();
  const dialog = page.getByRole('dialog', { name: 'Reset password' });
  await expect(dialog).toContainText('Linh Nguyen gets a mail at linh@nguyen-bakery.example with a link to set a new password.');
  await noOverflow(page);
  await expect(dialog).toBeInViewport();
  if (javaScriptEnabled === false) {
    await dialog.getByRole('link', { name: 'Cancel' }).click();
  } else {
    await axe(page);
    await page.keyboard.press('Escape');
  }
  await expect(dialog).toHaveCount(0);
  await expect(page).toHaveURL(/\/info$/);
  await alive(page);
  if (javaScriptEnabled !== false) {
    await expect(page.getByRole('button', { name: 'More actions for linh@nguyen-bakery.example' })).toBeFocused();
  }
  await (await openMenu(page, 'linh@nguyen-bakery.example')).getByRole('menuitem', { name: 'Reset password' }).click();
  await expect(dialog).toBeInViewport();
  await dialog.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByText('The link for a new password is on its way to linh@nguyen-bakery.example.')).toBeVisible();
  const sent = await mail.waitFor('linh@nguyen-bakery.example', /set a new password/, { after: before });
  expect(sent.text).toContain('Eva Weber of Weber & Partner sends you this link');
  expect(mail.to('linh@nguyen-bakery.example').filter(({ id }) => id > before), 'cancelling sent nothing').toHaveLength(1);
  const link = links(sent).find((url) => /\/password\/reset\//.test(url)) ?? '';
  await expect(page.locator('body')).not.toContainText(link.split('/').pop() ?? 'no link');
  const linh = await anotherBrowser();
  await linh.goto(link);
  await expect(linh.getByRole('heading', { level: 1, name: 'Set a new password' })).toBeVisible();
});

test('what the menu cannot do stays there, takes the focus and says why', async ({ page, enter, goto, allow }) => {
  await enter();
  const code = await openAccount(page, 'Otto Altmann', { archived: true });
  const menu = await openMenu(page, 'old@archive.example');
  const reset = menu.getByRole('menuitem', { name: /^Reset password/ });
  await expect(reset).toBeFocused();
  await expect(reset).toHaveAttribute('aria-disabled', 'true');
  await expect(reset).toContainText('You cannot reset the password for an archived account.');
  await axe(page);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/${code}/info$`));
  await expect(menu).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(menu.getByRole('menuitem', { name: /^Resend invitation/ })).toBeFocused();
  await page.keyboard.press('End');
  await expect(menu.getByRole('menuitem', { name: 'Unlink contact' })).toBeFocused();
  await page.keyboard.press('r');
  await expect(reset).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();
  await expect(page.getByRole('button', { name: 'More actions for old@archive.example' })).toBeFocused();

  // Its address says the same, and so does the form behind it.
  const row = (await rowOf(page, 'old@archive.example').getAttribute('data-testid'))?.replace('row-', '') ?? '';
  await goto(`/app/accounts/${code}/info/emails/${row}/reset-password`);
  await expect(page.getByRole('dialog')).toContainText('You cannot reset the password for an archived account.');
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Send' })).toHaveCount(0);
  allow.status(409, /reset-password$/);
  const origin = new URL(page.url()).origin;
  const forced = await page.request.post(page.url(), { headers: { origin }, form: {} });
  expect(forced.status()).toBe(409);

  await openAccount(page, 'Ahmet Demir');
  const pending = await openMenu(page, 'ahmet@demir.example');
  await expect(pending.getByRole('menuitem', { name: /^Reset password/ })).toContainText('Not activated yet: resend the invitation instead.');
  const other = (await rowOf(page, 'ahmet@demir.example').getAttribute('data-testid'))?.replace('row-', '') ?? '';
  await goto(page.url().replace(/info$/, `info/emails/${other}/reset-password`));
  await page.getByRole('dialog').getByRole('link', { name: 'Resend invitation' }).click();
  await expect(page.getByRole('dialog', { name: 'Send an invitation' })).toContainText('Ahmet Demir gets a mail at ahmet@demir.example');
});

test('notification preferences count what is on, and the choice of the client stays @nojs', async ({ page, enter, allow }) => {
  allow.status(409, /\/notifications$/);
  await enter();
  await openAccount(page, "O'Brien Dental Ltd");
  const row = rowOf(page, 'siobhan@obrien-dental.example');
  await row.getByRole('link', { name: '13 of 16' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Notification preferences' })).toBeVisible();
  await alive(page);
  await expect(page.getByText('13 of 16 are on.')).toBeVisible();
  const refused = page.getByRole('switch', { name: 'Reminders of open tasks' });
  await expectOff(refused);
  await expect(refused).toHaveAttribute('aria-disabled', 'true');
  await expect(refused).toHaveAccessibleDescription(/Changed by client/);
  await expect(page.getByRole('switch', { name: 'Security mails' })).toHaveAccessibleDescription(/Always on/);

  const contracts = page.getByRole('switch', { name: 'New contracts' });
  await contracts.click();
  await expectOff(contracts);
  await expect(contracts).toHaveAccessibleDescription(/Set by your firm on .+ \(Eva Weber\)/);
  await expect(page.getByText('12 of 16 are on.')).toBeVisible();

  // What the client switched off comes back only when somebody says that the client wants it.
  await page.getByRole('checkbox', { name: 'Reminders of open tasks' }).check();
  await page.getByRole('button', { name: 'Switch on again' }).click();
  await expect(page.getByText('Please choose at least one kind of mail and confirm that the client wants it.')).toBeVisible();
  await alive(page);
  await page.getByRole('checkbox', { name: 'Reminders of open tasks' }).check();
  await page.getByRole('checkbox', { name: "Siobhán O'Brien told us that they want these mails again" }).check();
  await page.getByRole('button', { name: 'Switch on again' }).click();
  await alive(page);
  await expectOn(page.getByRole('switch', { name: 'Reminders of open tasks' }));
  await expect(page.getByText('13 of 16 are on.')).toBeVisible();
  await page.getByRole('link', { name: 'Back', exact: true }).click();
  await expect(row.getByRole('link', { name: '13 of 16' })).toBeVisible();
});

test('all notifications off is NOTIFY off', async ({ page, enter, goto }) => {
  await enter();
  await openAccount(page, 'Thornbury Engineering (Europe) Limited');
  await (await openMenu(page, 'daniel@thornbury.example')).getByRole('menuitem', { name: 'Notification preferences' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Notification preferences' })).toBeVisible();
  const everything = page.getByRole('switch', { name: 'All notifications' });
  await expectOn(everything);
  await axe(page);
  await everything.click();
  await expectOff(everything);
  await expectOff(page.getByRole('switch', { name: 'New contracts' }));
  await page.getByRole('link', { name: 'Back', exact: true }).click();
  await expectOff(toggle(page, 'NOTIFY', 'daniel@thornbury.example'));
  await goto(page.url());
  await expectOff(toggle(page, 'NOTIFY', 'daniel@thornbury.example'));
  await expect(announced(page)).toHaveText('');
});

test('on a phone each address is a card, and the dialogs fit @only-phone', async ({ page, enter }) => {
  await enter();
  await openAccount(page, 'Müller GmbH');
  await noOverflow(page);
  await axe(page);
  const login = toggle(page, 'LOGIN', 'timo.reuter@mueller.example');
  const box = await login.boundingBox();
  expect(box?.height ?? 0, 'a thumb hits it').toBeGreaterThanOrEqual(40);
  await login.tap();
  await expect(allowDialog(page)).toBeInViewport();
  await noOverflow(page);
  await axe(page);
  await allowDialog(page).getByRole('button', { name: 'Close' }).tap();
  await (await openMenu(page, 'timo.reuter@mueller.example')).getByRole('menuitem', { name: 'Change address' }).tap();
  await expect(page.getByRole('dialog')).toBeInViewport();
  await noOverflow(page);
});

test('nothing sticks out of 320 pixels in German and Japanese @only-de @only-ja', async ({ page, goto, enter }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await enter();
  await goto('/app/accounts/M1/info');
  await noOverflow(page);
  const rows = await page.getByTestId(/^row-/).evaluateAll((all) => all.map((row) => row.getAttribute('data-testid')?.slice(4) ?? ''));
  for (const part of ['login', 'invite', 'reset-password', 'change', 'notifications']) {
    for (const row of [rows[0], rows.at(-1)]) {
      await goto(`/app/accounts/M1/info/emails/${row}/${part}`);
      await noOverflow(page);
    }
  }
  await goto('/app/accounts/M1/info');
  await page.getByTestId(/^row-/).last().locator('button[aria-haspopup=menu]').click();
  await expect(page.getByRole('menu')).toBeVisible();
  await noOverflow(page);
  await page.keyboard.press('Escape');
  await page.getByTestId(/^row-/).last().getByRole('switch').first().click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await noOverflow(page);
});
