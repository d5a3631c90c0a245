// Accounts as the firm's people find, make, change and put them away.
import type { Page } from '@playwright/test';
import {
  alive, announced, arrive, axe, codeOf, expect, noOverflow, openAccount, PASSWORD, test, toggle, TOM,
} from '../support/staff';

test.use({ porticoEnv: {} }); // a server of its own: these stories count accounts

const rows = (page: Page) => page.getByTestId(/^account-/);
const rowOfAccount = (page: Page, name: string) => rows(page).filter({ has: page.getByRole('link', { name, exact: true }) });
const search = (page: Page) => page.getByRole('searchbox', { name: 'Search accounts' });

test('the list says who can sign in and follows the typing @firefox', async ({ page, goto, enter }) => {
  await enter();
  await goto('/app/accounts');
  await expect(page.getByRole('heading', { level: 1, name: 'Accounts' })).toBeVisible();

  const mueller = rowOfAccount(page, 'Müller GmbH');
  await expect(mueller).toContainText('M1');
  await expect(mueller).toContainText('Company');
  await expect(mueller).toContainText('Active');
  await expect(mueller.locator('time')).toHaveAttribute('datetime', /^\d{4}-\d{2}-\d{2}T/);
  await expect(rowOfAccount(page, 'Ahmet Demir')).toContainText('Never');

  await search(page).pressSequentially('obrien');
  await expect(rows(page)).toHaveCount(2); // by their e-mail: the names have an apostrophe
  await expect(rowOfAccount(page, "O'Brien Dental Ltd")).toBeVisible();
  await expect(page).toHaveURL(/[?&]q=obrien$/);
  await expect(search(page)).toBeFocused();

  await search(page).fill('vorratsgesellschaft');
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText('No access');
  await expect(rows(page)).toContainText('Off');

  await search(page).fill('ÄRZTE');
  await expect(rows(page)).toHaveCount(1);
  await expect(rowOfAccount(page, 'Ärztehaus am Südstern GbR')).toBeVisible();
  await search(page).fill('山本');
  await expect(rowOfAccount(page, '有限会社山本青果店')).toBeVisible();

  await search(page).fill('100%_sure');
  await expect(page.getByText('No accounts match “100%_sure”.')).toBeVisible();
  await axe(page);
  await page.getByRole('link', { name: 'Clear search' }).click();
  await expect(rows(page)).toHaveCount(50);
  await expect(search(page)).toHaveValue('');

  await search(page).fill('kl');
  await expect(page).toHaveURL(/q=kl$/);
  await page.getByRole('navigation', { name: 'Current and archived accounts' }).getByRole('link', { name: 'Archived' }).click();
  await expect(rowOfAccount(page, 'Klöckner Spedition GmbH')).toBeVisible();
  await expect(page).toHaveURL(/tab=archived&q=kl$/);
  await page.reload();
  await expect(rowOfAccount(page, 'Klöckner Spedition GmbH')).toBeVisible();
  await expect(search(page)).toHaveValue('kl');
  await page.getByRole('navigation', { name: 'Current and archived accounts' }).getByRole('link', { name: 'Current' }).click();
  await expect(rowOfAccount(page, 'Klöckner Spedition GmbH')).toHaveCount(0);
});

test('searching by Enter keeps tab and text @only-nojs', async ({ page, goto, enter }) => {
  await enter();
  await goto('/app/accounts?tab=archived');
  await search(page).fill('altmann');
  await search(page).press('Enter');
  await expect(page).toHaveURL(/tab=archived/);
  await expect(rows(page)).toHaveCount(2);
  await expect(search(page)).toHaveValue('altmann');
  await search(page).fill('nobody has this name');
  await search(page).press('Enter');
  await expect(page.getByText('No accounts match “nobody has this name”.')).toBeVisible();
  await page.getByRole('link', { name: 'Clear search' }).click();
  await expect(search(page)).toHaveValue('');
  await expect(rowOfAccount(page, 'Elfriede Sommer')).toBeVisible();
});

test('Load more reaches every account once @nojs', async ({ page, goto, enter, javaScriptEnabled }) => {
  await enter();
  await goto('/app/accounts');
  const codes: string[] = [];
  const read = async () => codes.push(...(await rows(page).evaluateAll((all) => all.map((row) => row.getAttribute('data-testid') ?? ''))));
  await expect(rows(page)).toHaveCount(50);
  const more = page.getByRole('link', { name: 'Load more' });
  await more.click();
  await expect(page).toHaveURL(/rows=100/);
  await expect(more).toHaveCount(0);
  const next = rows(page).nth(50);
  if (javaScriptEnabled === false) {
    await expect(next, 'the browser goes on where one was').toBeInViewport();
  } else {
    await expect(announced(page)).toHaveText(/^\d+ more accounts? shown$/);
    await expect(next.getByRole('link').first()).toBeFocused();
  }
  await read();
  await goto('/app/accounts?tab=archived');
  await read();
  expect(new Set(codes).size, 'no account comes twice').toBe(codes.length);
  expect(codes.length, 'all sixty of the demo').toBeGreaterThanOrEqual(60);
  for (const code of ['M1', 'M2', 'A1', 'K1', 'X1']) expect(codes).toContain(`account-${code}`);
});

test('going back from an account leads to the same place on the same tab and search', async ({ page, goto, enter }) => {
  await enter();
  await goto('/app/accounts?tab=active&q=e');
  const last = rows(page).last().getByRole('link').first();
  const name = await last.innerText();
  await last.click();
  await expect(page).toHaveURL(/\/info$/);
  await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(/\/app\/accounts\?tab=active&q=e$/);
  await expect(search(page)).toHaveValue('e');
  await expect(rowOfAccount(page, name).getByRole('link').first()).toBeInViewport();
  await expect(rowOfAccount(page, name).getByRole('link').first()).toBeFocused();
});

test('going back after Load more finds the same rows, ticks, place and focus, and a reload does', async ({ page, goto, enter }) => {
  await enter();
  await goto('/app/accounts');
  const box = (place: number) => rows(page).nth(place).getByRole('checkbox');
  await box(3).check();
  await page.getByRole('link', { name: 'Load more' }).click();
  await expect(page).toHaveURL(/\/app\/accounts\?rows=100$/);
  await box(55).check();
  await expect(page.locator('.table-form-count')).toContainText('2 accounts selected');
  await axe(page);

  const link = rows(page).nth(54).getByRole('link').first();
  const name = await link.innerText();
  await link.click();
  await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(/\/app\/accounts\?rows=100$/);
  await expect(link).toHaveText(name);
  await expect(link).toBeInViewport();
  await expect(link).toBeFocused();
  for (const place of [3, 55]) await expect(box(place)).toBeChecked();

  await page.reload();
  await alive(page);
  await expect(rows(page).nth(55)).toBeVisible();
  for (const place of [3, 55]) await expect(box(place)).toBeChecked();

  // What another search does not show stays ticked, is counted and goes along.
  await search(page).fill('vorratsgesellschaft');
  await expect(rows(page)).toHaveCount(1);
  await expect(page.getByText('2 of them are not shown here')).toBeVisible();
  await page.getByRole('button', { name: 'Send invitations …' }).click();
  await expect(page).toHaveURL(/invite\?account=.*&account=/);
  await page.goBack();

  // Who comes anew begins anew.
  await page.getByRole('navigation').getByRole('link', { name: 'Contacts', exact: true }).click();
  await page.getByRole('navigation').getByRole('link', { name: 'Accounts', exact: true }).click();
  await expect(rows(page)).toHaveCount(50);
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(0);
});

test('the bar for the ticked accounts is at the bottom of the screen and covers nothing that has the focus @only-phone', async ({ page, goto, enter }) => {
  await enter();
  await goto('/app/accounts');
  const send = page.getByRole('button', { name: 'Send invitations …' });
  await expect(send).toBeHidden();
  const boxes = page.getByRole('checkbox');
  await boxes.nth(2).check();
  await expect(announced(page)).toHaveText('1 account selected');
  await expect(send).toBeInViewport({ ratio: 1 });
  const bar = await page.locator('.table-form-bar').boundingBox();
  expect(bar?.height ?? 999, 'most of the screen is the list').toBeLessThan(220);
  for (let place = 0; place < 12; place += 1) {
    await page.keyboard.press('Tab');
    const covered = await page.evaluate(() => {
      const [at, over] = [document.activeElement?.getBoundingClientRect(), document.querySelector('.table-form-bar')?.getBoundingClientRect()];
      return Boolean(at && over && !document.activeElement?.closest('.table-form-bar') && at.bottom > over.top && at.top < over.bottom);
    });
    expect(covered, `after ${place + 1} steps`).toBe(false);
  }
  // At the end of the list the bar has a place of its own; before, it may stand over half a box.
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await noOverflow(page);
  await axe(page);
  await page.getByRole('button', { name: 'Clear selection' }).click();
  await expect(send).toBeHidden();
  await expect(boxes.nth(2)).toBeFocused();
});

test('a new account keeps what was typed until it is right @nojs @phone', async ({ page, goto, enter, allow }) => {
  allow.status(422, /\/app\/accounts\/new$/);
  await enter();
  await goto('/app/accounts/new');
  const form = page.locator('main form');
  await form.getByLabel('Type', { exact: true }).selectOption({ label: 'Company' });
  await form.getByLabel('Contact name').fill('Clara Ott');
  await form.getByRole('textbox', { name: /^E-mail/ }).fill('clara@localhost'); // an address for the browser, none for us
  await form.getByLabel('Language for e-mails').selectOption({ label: 'Deutsch' });
  await form.getByRole('button', { name: 'Create account' }).click();

  const summary = page.getByRole('alert').filter({ hasText: 'There is a problem' });
  await expect(summary).toContainText('Please fill this in.');
  await expect(summary).toContainText('Please enter a complete e-mail address');
  await alive(page);
  await expect(form.getByLabel('Type', { exact: true })).toHaveValue('company');
  await expect(form.getByLabel('Contact name')).toHaveValue('Clara Ott');
  await expect(form.getByRole('textbox', { name: /^E-mail/ })).toHaveValue('clara@localhost');
  await expect(form.getByRole('textbox', { name: /^E-mail/ })).toHaveAttribute('aria-invalid', 'true');
  await expect(form.getByLabel('Language for e-mails')).toHaveValue('de');
  await expect(page.getByRole('checkbox', { name: 'Use it anyway' })).toHaveCount(0);
  await noOverflow(page);

  // Characters that a drive cannot write: told, not refused.
  await form.getByLabel('Account name').fill('Ott: Bau/Boden?');
  await form.getByRole('textbox', { name: /^E-mail/ }).fill(`clara.${Date.now()}@ott.example`);
  await form.getByRole('button', { name: 'Create account' }).click();
  await page.waitForURL(/\/info$/);
  await expect(page.getByRole('heading', { level: 1, name: 'Ott: Bau/Boden?' })).toBeVisible();
  await expect(page.locator('main')).toContainText(`Account ${codeOf(page)} was created.`);
  await expect(page.locator('main')).toContainText('characters that are not allowed in file names');
  await expect(page.getByRole('link', { name: 'Clara Ott' })).toBeVisible();
  await page.reload();
  await expect(page.locator('main')).not.toContainText('was created.');
});

test('the summary of a form leads to its fields', async ({ page, goto, enter, allow }) => {
  allow.status(422, /\/app\/accounts\/new$/);
  await enter();
  await goto('/app/accounts/new');
  await page.getByLabel('Contact name').fill('Clara Ott');
  await page.getByLabel('Type', { exact: true }).selectOption('company');
  await page.getByRole('button', { name: 'Create account' }).click();
  const summary = page.getByRole('alert').filter({ hasText: 'There is a problem' });
  await alive(page);
  await expect(summary).toBeFocused();
  await axe(page);
  await summary.getByRole('link').first().click();
  await expect(page.getByLabel('Account name')).toBeFocused();
});

test('a person gives their name to their account, and an address that is known is asked about @nojs', async ({ page, goto, enter, allow }) => {
  allow.status(422, /\/app\/accounts\/new$/);
  await enter();
  await goto('/app/accounts/new');
  const form = page.locator('main form');
  await form.getByLabel('Contact name').fill('Emil Vogt');
  await form.getByRole('textbox', { name: /^E-mail/ }).fill('daniel@thornbury.example');
  await form.getByRole('button', { name: 'Create account' }).click();
  await expect(form).toContainText('Daniel Thornbury already has this address. You can link that contact instead.');
  await alive(page);
  await page.getByRole('checkbox', { name: 'Use it anyway' }).check();
  await form.getByRole('button', { name: 'Create account' }).click();
  await page.waitForURL(/\/accounts\/E\d+\/info$/);
  await expect(page.getByRole('heading', { level: 1, name: 'Emil Vogt' })).toBeVisible();
  await expect(page.locator('main')).toContainText('Individual');
});

test('of two editors the second is told, and sees what is stored', async ({ page, goto, enter, newAccount, anotherBrowser, allow }) => {
  allow.status(409, /\/edit$/);
  await enter();
  const code = await newAccount({ name: 'Before GmbH' });
  await page.getByRole('link', { name: 'Edit', exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/${code}/edit$`));
  const tom = await enter(TOM, await anotherBrowser());
  await goto(`/app/accounts/${code}/edit`, tom);

  await page.getByLabel('Account name').fill('Eva was first GmbH');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Eva was first GmbH' })).toBeVisible();
  await expect(page.getByText('Saved.')).toBeVisible();

  await tom.getByLabel('Account name').fill('Tom was late GmbH');
  await tom.getByRole('button', { name: 'Save' }).click();
  await expect(tom.getByText('Somebody else changed this at the same time. The page now shows what was saved.')).toBeVisible();
  await alive(tom);
  await expect(tom.getByLabel('Account name')).toHaveValue('Eva was first GmbH');
  await tom.getByLabel('Account name').fill('Both agree GmbH');
  await tom.getByRole('button', { name: 'Save' }).click();
  await expect(tom.getByRole('heading', { level: 1, name: 'Both agree GmbH' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'Both agree GmbH' }), 'Eva sees it without reloading').toBeVisible();
});

test('the archive closes an account to its client, and reactivating brings everything back', async ({ page, goto, enter, anotherBrowser, mail, allow }) => {
  allow.status(404, /\/portal\//);
  await enter();
  const code = await openAccount(page, 'Patel family');
  const priya = await anotherBrowser();
  await arrive(priya, 'priya@patel.example', PASSWORD, { mail });
  await goto(`/portal/${code}`, priya);
  await expect(priya.locator('main')).toContainText('Patel family');

  await page.getByRole('link', { name: 'Edit', exact: true }).click();
  await page.getByRole('link', { name: 'Archive account …' }).click();
  const question = page.getByRole('dialog', { name: `Archive Patel family (${code})?` });
  await expect(question).toBeVisible();
  await axe(page);
  await page.keyboard.press('Escape');
  await expect(question).toBeHidden();
  await goto(`/app/accounts/${code}/edit?ask=archive`);
  await question.getByRole('button', { name: 'Archive' }).click();
  await expect(page.getByText(`${code} was archived.`)).toBeVisible();
  await expect(page.getByText(`${code} archived`)).toBeVisible();
  await expect(page.getByText('No access: account archived')).toBeVisible();

  await expect(priya, 'the open page of the client leaves').toHaveURL(/\/login\/closed/);
  await priya.goto(`/portal/${code}`);
  await expect(priya).toHaveURL(/\/login\/closed/);

  await goto(`/app/accounts?tab=archived&q=${code}`);
  await rowOfAccount(page, 'Patel family').getByRole('link').click();
  await page.getByRole('link', { name: 'Edit', exact: true }).click();
  await page.getByRole('button', { name: 'Reactivate account' }).click();
  await expect(page.getByText(`${code} is active again.`)).toBeVisible();
  await expect(toggle(page, 'LOGIN', 'priya@patel.example')).toBeChecked();
  await goto(`/portal/${code}`, priya);
  await expect(priya.locator('main')).toContainText('Patel family');
});

test('archiving asks in a page of its own @only-nojs', async ({ page, enter, newAccount }) => {
  await enter();
  const code = await newAccount({ name: 'Plain GmbH' });
  await page.getByRole('link', { name: 'Edit', exact: true }).click();
  await page.getByRole('link', { name: 'Archive account …' }).click();
  const question = page.getByRole('dialog', { name: `Archive Plain GmbH (${code})?` });
  await question.getByRole('link', { name: 'Cancel' }).click();
  await expect(question).toHaveCount(0);
  await page.getByRole('link', { name: 'Archive account …' }).click();
  await question.getByRole('button', { name: 'Archive' }).click();
  await expect(page.getByText(`${code} was archived.`)).toBeVisible();
});

test('on a phone each account is a card @only-phone', async ({ page, goto, enter }) => {
  await enter();
  await goto('/app/accounts');
  const card = rowOfAccount(page, 'Müller GmbH');
  await expect(page.getByRole('columnheader', { name: 'Access' })).not.toBeInViewport();
  await expect(card).toContainText('Active');
  // In one step: the rows may be drawn anew between two.
  const [box] = await card.evaluateAll((all) => all.map((it) => it.getBoundingClientRect()).map(({ width, height }) => ({ width, height })));
  expect(box?.width ?? 0).toBeLessThanOrEqual(390);
  expect(box?.height ?? 0, 'what is known stands below the name').toBeGreaterThan(80);
  expect(box?.height ?? 0, 'four accounts are seen at once').toBeLessThan(170);
  // What does not say itself what it is keeps its label.
  await expect(card.locator('td:has(time)')).toHaveCSS('content', /Last sign-in/, { pseudo: 'before' });
  await noOverflow(page);
  await axe(page);
  await page.getByRole('button', { name: 'Menu' }).click();
  await expect(page.getByRole('link', { name: 'Contacts', exact: true })).toBeInViewport();
  await noOverflow(page);
});
