// What the switches and the three dots of an address ask before they act: invitations, other addresses, passwords.
import { links } from '../support/mail';
import {
  addAddress, alive, allowDialog, arrive, axe, expect, expectOff, expectOn, noOverflow, openAccount, openMenu, PASSWORD, rowOf, test, toggle, TOM,
} from '../support/staff';
import { hold } from '../support/hold';

test.use({ porticoEnv: {} }); // a server of its own

const invitation = /\/invite\//;

test('LOGIN on asks first, and the invitation carries the personal words @firefox', async ({ page, enter, newAccount, anotherBrowser, mail }) => {
  await enter();
  await newAccount({ name: 'Einladung & Co', contact: 'Ina Lade', email: 'ina@einladung.example' });
  await addAddress(page, 'Ina Lade', 'ina@zuhause.example');
  const login = toggle(page, 'LOGIN', 'ina@einladung.example');
  const dialog = allowDialog(page);

  await login.click();
  await expect(dialog).toContainText('Once ina@einladung.example has chosen a password, they can open the portal of Einladung & Co.');
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
  await expect(rowOf(page, 'ina@zuhause.example')).toContainText('No access: not invited yet');

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

  const further = toggle(page, 'NOTIFY', 'olga@zuhause.example');
  await expectOff(further);
  await further.click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await expectOn(further);
  await further.click();
  await expectOff(further);

  // The last of its kind asks, LOGIN and NOTIFY alike.
  await toggle(page, 'NOTIFY', 'olga@ohneskript.example').click();
  const question = page.getByRole('dialog', { name: 'Turn NOTIFY off for olga@ohneskript.example?' });
  await expect(question).toContainText('Nobody else has NOTIFY on in Ohne Skript GmbH');
  await question.getByRole('link', { name: 'Cancel' }).click();
  await expectOn(toggle(page, 'NOTIFY', 'olga@ohneskript.example'));
  await login.click();
  const last = page.getByRole('dialog', { name: 'Turn LOGIN off for olga@ohneskript.example?' });
  await expect(last).toContainText('Nobody else can sign in to');
  await last.getByRole('button', { name: 'Turn LOGIN off' }).click();
  await expectOff(login);
});

test('another invitation ends the older link', async ({ page, enter, portico, anotherBrowser, mail, allow }) => {
  allow.status(410, /\/invite\?link=/);
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
  await expect(dialog).toContainText(/The invitation of .+ ends: only the latest link works\./);
  await axe(page);
  await dialog.getByLabel('Personal message').fill('Noch einmal, lieber Jonas.');
  await dialog.getByRole('button', { name: 'Send invitation' }).click();
  await expect(page.getByText('The invitation to jonas@pending.example is on its way.')).toBeVisible();
  const sent = await mail.waitFor('jonas@pending.example', /Weber & Partner/);
  expect(sent.text).toContain('Noch einmal, lieber Jonas.');

  await jonas.goto(older);
  await expect(jonas.getByRole('heading', { level: 1, name: 'There is a newer invitation' })).toBeVisible();
  await jonas.goto(links(sent).find((url) => invitation.test(url)) ?? '');
  await expect(jonas.getByRole('heading', { level: 1, name: 'Activate your access' })).toBeVisible();

  // Twice within a minute is once too often; the words are kept.
  await alive(page);
  await (await openMenu(page, 'jonas@pending.example')).getByRole('menuitem', { name: 'Resend invitation' }).click();
  await dialog.getByLabel('Personal message').fill('Und noch einmal.');
  await dialog.getByRole('button', { name: 'Send invitation' }).click();
  await expect(dialog.getByText('Too many attempts. Please wait 1 min and try again.')).toBeVisible();
  await expect(dialog.getByLabel('Personal message')).toHaveValue('Und noch einmal.');
  expect(mail.to('jonas@pending.example')).toHaveLength(1);
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
  await expect(dialog.getByText('You are offline. Your change was not saved.')).toBeVisible();
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
  await expect(dialog).toContainText('daniel@thornbury.example can already sign in to the portal. Access to Zweitmandat Ltd begins right away, and we send an e-mail about it.');
  await expect(dialog.getByRole('button', { name: /invit/i })).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Turn on', exact: true }).click();
  await expectOn(toggle(page, 'LOGIN', 'daniel@thornbury.example'));
  await expect(rowOf(page, 'daniel@thornbury.example')).toContainText('Active, last sign-in');
  const told = await mail.waitFor('daniel@thornbury.example', /^You now also have access to Zweitmandat Ltd – Weber & Partner$/, { after: before });

  const daniel = await anotherBrowser();
  await arrive(daniel, 'daniel@thornbury.example', PASSWORD, { mail });
  await daniel.goto(links(told).find((url) => url.endsWith(`/portal/${code}`)) ?? '');
  await expect(daniel.locator('main')).toContainText('Zweitmandat Ltd');
  const menu = await openMenu(page, 'daniel@thornbury.example');
  await expect(menu.getByRole('menuitem', { name: /Can already sign in: no invitation needed/ })).toHaveAttribute('aria-disabled', 'true');
});

test('an address corrected before activation moves the invitation @nojs', async ({ page, enter, newAccount, anotherBrowser, mail, allow, javaScriptEnabled }) => {
  allow.status(410, /\/invite\?link=/);
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
  await expect(dialog).toContainText('The link sent to tim@tipfehler.example stops working immediately.');
  if (javaScriptEnabled !== false) await axe(page);
  await dialog.getByLabel('New e-mail').fill('tim@localhost');
  await dialog.getByRole('button', { name: 'Save new address' }).click();
  await expect(dialog).toContainText('Please enter a complete e-mail address');
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
  await expect(dialog).toContainText('We send Linh Nguyen an e-mail at linh@nguyen-bakery.example with a link to set a new password.');
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
  await expect(page.getByText('The password reset link for linh@nguyen-bakery.example is on its way.')).toBeVisible();
  await page.reload();
  await expect(rowOf(page, 'linh@nguyen-bakery.example')).toContainText('Password reset link sent by Eva Weber');
  const sent = await mail.waitFor('linh@nguyen-bakery.example', /set a new password/, { after: before });
  expect(sent.text).toContain('Eva Weber from Weber & Partner is sending you this link');
  expect(mail.to('linh@nguyen-bakery.example').filter(({ id }) => id > before), 'cancelling sent nothing').toHaveLength(1);
  const link = links(sent).find((url) => /\/password\/reset\//.test(url)) ?? '';
  await expect(page.locator('body')).not.toContainText(link.split('/').pop() ?? 'no link');
  const linh = await anotherBrowser();
  await linh.goto(link);
  await expect(linh.getByRole('heading', { level: 1, name: 'Set a new password' })).toBeVisible();
});

test('after a dialog the focus finds back however long the page takes', async ({ page, enter }) => {
  await enter();
  await openAccount(page, 'Nguyen & Daughters Bakery');
  await page.clock.install();
  await page.reload();
  await alive(page);
  await (await openMenu(page, 'linh@nguyen-bakery.example')).getByRole('menuitem', { name: 'Reset password' }).click();
  const dialog = page.getByRole('dialog', { name: 'Reset password' });
  await expect(dialog).toBeInViewport();
  const answer = await hold(page, '**/api/clients/info*');
  const asked = page.waitForRequest('**/api/clients/info*');
  await page.keyboard.press('Escape');
  await asked;
  await page.clock.runFor(5_000);
  answer();
  await expect(page.getByRole('button', { name: 'More actions for linh@nguyen-bakery.example' })).toBeFocused();
});

test('a colleague sees by name who has just switched something', async ({ page, enter, anotherBrowser }) => {
  await enter();
  await openAccount(page, 'Nguyen & Daughters Bakery');
  const tom = await enter(TOM, await anotherBrowser());
  await tom.goto(page.url());
  await alive(tom);
  await toggle(page, 'EMAIL SYNC', 'linh@nguyen-bakery.example').click();
  await expect(rowOf(tom, 'linh@nguyen-bakery.example')).toContainText('Eva Weber, just now');
  await (await openMenu(tom, 'linh@nguyen-bakery.example')).getByRole('menuitem', { name: 'History' }).click();
  const history = tom.getByRole('dialog', { name: 'History of linh@nguyen-bakery.example' });
  await expect(history.getByRole('listitem').first()).toContainText(/EMAIL SYNC turned (on|off) by Eva Weber/);
  await axe(tom);
  await tom.keyboard.press('Escape');
  await expect(history).toHaveCount(0);
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
  await expect(page.getByRole('dialog', { name: 'Send an invitation' })).toContainText('We send Ahmet Demir an e-mail at ahmet@demir.example');
});
