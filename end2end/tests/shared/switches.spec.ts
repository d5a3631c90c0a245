// LOGIN, NOTIFY and EMAIL SYNC as switches: what they say, how they save, and how they fail.
import {
  addAddress, alive, allowDialog, announced, axe, EVA, expect, expectOff, expectOn, lastDialog, noOverflow, openAccount, openMenu, rowOf, test, toggle,
} from '../../support/staff';
import { hold } from '../../support/hold';
import type { Locator, Page } from '@playwright/test';

async function pressed(control: Locator, key: 'Space' | 'Enter'): Promise<void> {
  await control.press(key);
  await expect(control).toBeFocused();
  await expect(control).not.toHaveAttribute('aria-busy', 'true');
}

/** A second address with NOTIFY on: switching the last one off is asked about. */
async function alsoTold(page: Page, email: string): Promise<void> {
  await toggle(page, 'NOTIFY', email).click();
  await expectOn(toggle(page, 'NOTIFY', email));
  await expect(toggle(page, 'NOTIFY', email)).not.toHaveAttribute('aria-busy', 'true');
}

test('a switch says its name and state, obeys the keyboard and keeps the focus', async ({ page, enter, newAccount, anotherBrowser, goto }) => {
  await enter();
  const code = await newAccount({ name: 'Tastatur GmbH', contact: 'Tilda Ast', email: 'tilda@tastatur.example' });
  await addAddress(page, 'Tilda Ast', 'tilda@zuhause.example');
  const sync = toggle(page, 'EMAIL SYNC', 'tilda@tastatur.example');
  const notify = toggle(page, 'NOTIFY', 'tilda@zuhause.example');
  await expectOff(sync);
  await expectOff(notify); // a further address begins with nothing
  await sync.focus();
  await pressed(sync, 'Space');
  await expectOn(sync);
  await expect(sync).toContainText('Not connected');
  await expect(sync).toHaveAccessibleDescription('E-mail is collected once a mailbox is connected.');
  await pressed(sync, 'Enter');
  await expectOff(sync);
  await pressed(sync, 'Enter');
  await expectOn(sync);
  await notify.focus();
  await pressed(notify, 'Space');
  await expectOn(notify);
  await expect(notify).not.toHaveAttribute('aria-busy', 'true');
  await axe(page);

  await page.reload();
  await alive(page);
  await expectOn(sync);
  await expectOn(notify);

  const plain = await enter(EVA, await anotherBrowser({ javaScriptEnabled: false }));
  await plain.goto(`/app/accounts/${code}/info`);
  await expectOn(toggle(plain, 'EMAIL SYNC', 'tilda@tastatur.example'));
  await expectOn(toggle(plain, 'NOTIFY', 'tilda@zuhause.example'));
  await toggle(plain, 'NOTIFY', 'tilda@zuhause.example').click();
  await expectOff(toggle(plain, 'NOTIFY', 'tilda@zuhause.example'));
  await expect(notify, 'the tab that is open elsewhere follows').not.toBeChecked();
  await goto('/app/accounts');
});

test('the last LOGIN warns, and can be taken back for some seconds', async ({ page, enter, newAccount }) => {
  await enter();
  await newAccount({ name: 'Letzte GmbH', contact: 'Lena Letz', email: 'lena@letzte.example' });
  const login = toggle(page, 'LOGIN', 'lena@letzte.example');
  await login.click();
  await allowDialog(page).getByRole('button', { name: 'Turn on without inviting' }).click();
  await expectOn(login);

  await login.click();
  await expect(lastDialog(page)).toContainText('Nobody else can sign in to Letzte GmbH.');
  await axe(page);
  await lastDialog(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(lastDialog(page)).toBeHidden();
  await expect(login).toBeFocused();
  await expectOn(login);

  await login.click();
  await lastDialog(page).getByRole('button', { name: 'Turn LOGIN off' }).click();
  await expectOff(login);
  const toast = page.getByRole('region', { name: 'Messages' });
  await expect(toast).toContainText('LOGIN is off for lena@letzte.example. Access has ended.');
  await toast.getByRole('button', { name: 'Undo' }).click();
  await expectOn(login);

  const notify = toggle(page, 'NOTIFY', 'lena@letzte.example');
  await notify.click();
  await expect(lastDialog(page)).toContainText('Nobody else has NOTIFY on in Letzte GmbH');
  await lastDialog(page).getByRole('button', { name: 'Turn NOTIFY off' }).click();
  await expectOff(notify);
  await expect(notify).not.toHaveAttribute('aria-busy', 'true');
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
  await alsoTold(page, 'fred@zuhause.example');
  const notify = toggle(page, 'NOTIFY', 'fred@funkloch.example');
  const row = rowOf(page, 'fred@funkloch.example');

  const answer = await hold(page, '**/info/switch*');
  await notify.click();
  await expectOff(notify);
  await expect(notify).toHaveAttribute('aria-busy', 'true');
  await notify.click(); // impatience changes nothing
  answer();
  await expect(notify).not.toHaveAttribute('aria-busy', 'true');
  await expectOff(notify);
  await page.unroute('**/info/switch*');

  for (const column of ['NOTIFY', 'EMAIL SYNC'] as const) {
    const control = toggle(page, column, 'fred@funkloch.example');
    await page.context().setOffline(true);
    await control.click();
    await expect(row.getByText('You are offline. Your change was not saved.')).toBeVisible();
    await expectOff(control); // as it was
    await expect(control).toBeFocused();
    await expect(control).toHaveAccessibleDescription(/You are offline/);
    await axe(page);
    await page.context().setOffline(false);
    await row.getByRole('button', { name: 'Try again' }).click();
    await expectOn(control);
    await expect(row.getByText('You are offline. Your change was not saved.')).toHaveCount(0);
    await expect(control).not.toHaveAttribute('aria-busy', 'true'); // the next one is offline alone
  }
  await page.reload();
  await alive(page);
  await expectOn(notify);
  await expectOn(toggle(page, 'EMAIL SYNC', 'fred@funkloch.example'));
});

test('a server that cannot save says so at the switch, and offers another try', async ({ page, enter, newAccount, allow }) => {
  allow.status(500, /\/info\/switch/);
  await enter();
  await newAccount({ name: 'Störung GmbH', contact: 'Stella Rung', email: 'stella@stoerung.example' });
  await addAddress(page, 'Stella Rung', 'stella@zuhause.example');
  await alsoTold(page, 'stella@zuhause.example');
  const row = rowOf(page, 'stella@stoerung.example');
  await page.route('**/info/switch*', (route) => route.fulfill({ status: 500, contentType: 'text/plain', body: 'no' }));
  for (const [column, before] of [['NOTIFY', true], ['EMAIL SYNC', false]] as const) {
    const control = toggle(page, column, 'stella@stoerung.example');
    await control.click();
    await expect(row.getByRole('button', { name: 'Try again' })).toBeVisible();
    await expect(control, 'it never looks saved').toBeChecked({ checked: before });
    await expect(control).toHaveAccessibleDescription(/\S/);
    await row.getByRole('button', { name: 'Try again' }).click();
    await expect(control).not.toHaveAttribute('aria-busy', 'true');
    await expect(control).toBeChecked({ checked: before });
    await page.reload();
    await alive(page);
    await expect(control).toBeChecked({ checked: before });
  }
});

test('turning LOGIN off can be undone for ten seconds, and no longer', async ({ page, enter, newAccount }) => {
  await enter();
  await newAccount({ name: 'Bedenkzeit GmbH', contact: 'Beda Zeit', email: 'beda@bedenkzeit.example' });
  const login = toggle(page, 'LOGIN', 'beda@bedenkzeit.example');
  await login.click();
  await allowDialog(page).getByRole('button', { name: 'Turn on without inviting' }).click();
  await expectOn(login);
  await login.click();
  // How long the button stands there, told by the page itself: this test may be slow, the page must not be.
  const stood = page.evaluate(async () => {
    const there = () => document.querySelector('.toast-undo') !== null;
    const until = async (wish: boolean) => {
      while (there() !== wish) await new Promise((go) => setTimeout(go, 50));
      return performance.now();
    };
    return -(await until(true)) + (await until(false));
  });
  await lastDialog(page).getByRole('button', { name: 'Turn LOGIN off' }).click();
  await expectOff(login);
  await page.mouse.move(5, 5); // its time stands still while it is pointed at
  const seconds = (await stood) / 1000;
  expect(seconds).toBeGreaterThan(9);
  expect(seconds).toBeLessThan(15);
  await expectOff(login);
});

test('notification preferences offer what there is', async ({ page, enter }) => {
  await enter();
  await openAccount(page, "O'Brien Dental Ltd");
  const row = rowOf(page, 'siobhan@obrien-dental.example');
  await expect(row.getByText(/ of \d+$/), 'no count of e-mails that do not exist').toHaveCount(0);
  await (await openMenu(page, 'siobhan@obrien-dental.example')).getByRole('menuitem', { name: 'Notification preferences' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Notification preferences' })).toBeVisible();
  await alive(page);
  await expect(page.getByRole('switch')).toHaveCount(2);
  await expectOn(page.getByRole('switch', { name: 'E-mails about this account' }));
  await expect(page.getByText(/^When this is on, .+ gets an e-mail when they are given access to .+\.$/)).toBeVisible();
  await expect(page.getByRole('switch').last()).toHaveAccessibleDescription(/Always on/);
  await noOverflow(page);
});

test('all notifications off is NOTIFY off', async ({ page, enter, goto }) => {
  await enter();
  await openAccount(page, 'Thornbury Engineering (Europe) Limited');
  await (await openMenu(page, 'daniel@thornbury.example')).getByRole('menuitem', { name: 'Notification preferences' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Notification preferences' })).toBeVisible();
  const everything = page.getByRole('switch', { name: 'E-mails about this account' });
  await expectOn(everything);
  await axe(page);
  await everything.click();
  await expectOff(everything);
  await page.getByRole('link', { name: 'Back', exact: true }).click();
  await expectOff(toggle(page, 'NOTIFY', 'daniel@thornbury.example'));
  await goto(page.url());
  await expectOff(toggle(page, 'NOTIFY', 'daniel@thornbury.example'));
  await expect(announced(page)).toHaveText('');
});

test('a dialog that is opened again at once stays', async ({ page, enter, newAccount }) => {
  await enter();
  const email = 'flora@flink.example';
  await newAccount({ name: 'Flink GmbH', contact: 'Flora Flink', email });
  const login = toggle(page, 'LOGIN', email);
  await login.click();
  await expect(allowDialog(page)).toBeVisible();
  // The browser says that a dialog was closed when the next one is open already.
  await login.evaluate(async (it: HTMLElement) => {
    const dialog = document.querySelector('dialog[open]') as HTMLDialogElement;
    const told = new Promise((go) => dialog.addEventListener('close', () => setTimeout(go)));
    dialog.close();
    it.click();
    await told;
  });
  await allowDialog(page).getByLabel('Personal message').fill('Welcome.');
  await allowDialog(page).getByRole('button', { name: 'Turn on without inviting' }).click();
  await expectOn(login);
});

test('whoever leaves a page finds what was begun there done, and can still undo it', async ({ page, enter, newAccount }) => {
  await enter();
  const email = 'hella@hastig.example';
  await newAccount({ name: 'Hastig GmbH', contact: 'Hella Hastig', email });
  // The answer to a choice comes when its page is gone.
  await (await openMenu(page, email)).getByRole('menuitem', { name: 'Notification preferences' }).click();
  const everything = page.getByRole('switch', { name: 'E-mails about this account' });
  await alive(page);
  const wished = (await everything.getAttribute('aria-checked')) !== 'true';
  const choose = '**/info/emails/*/notifications';
  const answer = await hold(page, choose);
  const chosen = page.waitForResponse(choose);
  await everything.click();
  await page.getByRole('link', { name: 'Back', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Hastig GmbH' })).toBeVisible();
  answer();
  await chosen;
  await page.unroute(choose);
  await expect(toggle(page, 'NOTIFY', email)).toBeChecked({ checked: wished });

  // What can be undone is offered above every page.
  const login = toggle(page, 'LOGIN', email);
  await login.click();
  await allowDialog(page).getByRole('button', { name: 'Turn on without inviting' }).click();
  await expectOn(login);
  await login.click();
  await lastDialog(page).getByRole('button', { name: 'Turn LOGIN off' }).click();
  const undo = page.getByRole('button', { name: 'Undo' });
  await expect(undo).toBeVisible();
  await page.locator('.sidebar').getByRole('link', { name: 'Contacts', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Contacts' })).toBeVisible();
  await undo.click();
  await expect(undo).toBeHidden();
  await openAccount(page, 'Hastig GmbH');
  await expectOn(toggle(page, 'LOGIN', email));
});

test('on a phone each address is a card, and the dialogs fit @only-phone', async ({ page, enter }) => {
  await enter();
  await openAccount(page, 'Müller GmbH');
  await noOverflow(page);
  await axe(page);
  const login = toggle(page, 'LOGIN', 'timo.reuter@mueller.example');
  const box = await login.boundingBox();
  expect(box?.height ?? 0, 'a thumb hits it').toBeGreaterThanOrEqual(40);
  // The form that opens in place has its button in sight.
  const form = page.locator('.in-place').first();
  await form.locator('summary').tap();
  await expect(form.getByRole('button', { name: 'Add address' })).toBeInViewport({ ratio: 1 });
  await noOverflow(page);
  await form.locator('summary').tap();
  await login.tap();
  await expect(allowDialog(page)).toBeInViewport();
  await noOverflow(page);
  await axe(page);
  await allowDialog(page).getByRole('button', { name: 'Close' }).tap();
  await (await openMenu(page, 'timo.reuter@mueller.example')).getByRole('menuitem', { name: 'Change address' }).tap();
  await expect(page.getByRole('dialog')).toBeInViewport();
  await noOverflow(page);
});
