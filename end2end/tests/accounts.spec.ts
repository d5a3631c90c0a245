// Accounts as the firm's people find, make, change and put them away.
import type { Page } from '@playwright/test';
import {
  alive, announced, arrive, axe, codeOf, expect, noOverflow, openAccount, PASSWORD, test, toggle, TOM,
} from '../support/staff';

test.use({ porticoEnv: {} }); // a server of its own: these stories count accounts

const rows = (page: Page) => page.getByTestId(/^account-/);
const rowOfAccount = (page: Page, name: string) => rows(page).filter({ has: page.getByRole('link', { name, exact: true }) });
const search = (page: Page) => page.getByRole('searchbox', { name: 'Search accounts' });

test('waking up changes nothing in a list', async ({ page, goto, enter }) => {
  await enter();
  for (const path of ['/app/accounts', '/app/contacts']) {
    await goto(path);
    await alive(page);
    // What came from the server beside what stands there now: only an outline of the rows came along for the scripts.
    const differing = await page.evaluate(async () => {
      const sent = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html');
      const rowsOf = (of: Document) => [...of.querySelectorAll('tbody tr')];
      const [before, now] = [rowsOf(sent), rowsOf(document)] as const;
      if (!now.length || before.length !== now.length) return [`${before.length} rows, then ${now.length}`];
      return now.flatMap((row, place) => row.isEqualNode(before[place] ?? null) ? [] : [row.outerHTML]);
    });
    expect(differing, path).toEqual([]);
  }
});

test('the list says who can sign in and follows the typing @firefox', async ({ page, goto, enter }) => {
  await enter();
  await goto('/app/accounts');
  await expect(page.getByRole('heading', { level: 1, name: 'Accounts' })).toBeVisible();

  const mueller = rowOfAccount(page, 'Müller GmbH');
  await expect(mueller).toContainText('M1');
  await expect(mueller).toContainText('Company');
  await expect(mueller).toContainText('1 person can sign in');
  await expect(mueller.locator('time')).toHaveAttribute('datetime', /^\d{4}-\d{2}-\d{2}T/);
  await expect(rowOfAccount(page, 'Ahmet Demir')).toContainText('Never');

  await search(page).pressSequentially('obrien');
  await expect(rows(page)).toHaveCount(2); // by their e-mail: the names have an apostrophe
  await expect(rowOfAccount(page, "O'Brien Dental Ltd")).toBeVisible();
  await expect(page).toHaveURL(/[?&]q=obrien$/);
  await expect(search(page)).toBeFocused();

  await search(page).fill('vorratsgesellschaft');
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText('Offline: nobody can sign in');
  await expect(rows(page)).toContainText('Off');

  await search(page).fill('ÄRZTE');
  await expect(rows(page)).toHaveCount(1);
  await expect(rowOfAccount(page, 'Ärztehaus am Südstern GbR')).toBeVisible();
  await search(page).fill('山本');
  await expect(rowOfAccount(page, '有限会社山本青果店')).toBeVisible();

  await search(page).fill('100%_sure');
  await expect(page.getByText('No account matches “100%_sure”.')).toBeVisible();
  await axe(page);
  await page.getByRole('link', { name: 'Clear the search' }).click();
  await expect(rows(page)).toHaveCount(50);
  await expect(search(page)).toHaveValue('');

  await search(page).fill('kl');
  await expect(page).toHaveURL(/q=kl$/);
  await page.getByRole('navigation', { name: 'Active and archived accounts' }).getByRole('link', { name: 'Archived' }).click();
  await expect(rowOfAccount(page, 'Klöckner Spedition GmbH')).toBeVisible();
  await expect(page).toHaveURL(/tab=archived&q=kl$/);
  await page.reload();
  await expect(rowOfAccount(page, 'Klöckner Spedition GmbH')).toBeVisible();
  await expect(search(page)).toHaveValue('kl');
  await page.getByRole('navigation', { name: 'Active and archived accounts' }).getByRole('link', { name: 'Active' }).click();
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
  await expect(page.getByText('No account matches “nobody has this name”.')).toBeVisible();
  await page.getByRole('link', { name: 'Clear the search' }).click();
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
  if (javaScriptEnabled === false) {
    await read();
    await more.click();
    await expect(page).toHaveURL(/after=/);
    await read();
    await expect(more).toHaveCount(0);
    await page.getByRole('link', { name: 'Back to the start of the list' }).click();
    await expect(rows(page)).toHaveCount(50);
  } else {
    await more.click();
    await expect(more).toHaveCount(0);
    await expect(announced(page)).toHaveText(/^\d+ more accounts? shown$/);
    await read();
  }
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

test('a new account keeps what was typed until it is right @nojs @phone', async ({ page, goto, enter, allow }) => {
  allow.status(422, /\/app\/accounts\/new$/);
  await enter();
  await goto('/app/accounts/new');
  const form = page.locator('main form');
  await form.getByLabel('Type', { exact: true }).selectOption({ label: 'Company' });
  await form.getByLabel('Name of the contact').fill('Clara Ott');
  await form.getByLabel('E-mail').fill('clara@localhost'); // an address for the browser, none for us
  await form.getByLabel('Language of mails').selectOption({ label: 'Deutsch' });
  await form.getByRole('button', { name: 'Create account' }).click();

  const summary = page.getByRole('alert').filter({ hasText: 'There is a problem' });
  await expect(summary).toContainText('Please fill this in.');
  await expect(summary).toContainText('This is not an e-mail address');
  await alive(page);
  await expect(form.getByLabel('Type', { exact: true })).toHaveValue('company');
  await expect(form.getByLabel('Name of the contact')).toHaveValue('Clara Ott');
  await expect(form.getByLabel('E-mail')).toHaveValue('clara@localhost');
  await expect(form.getByLabel('E-mail')).toHaveAttribute('aria-invalid', 'true');
  await expect(form.getByLabel('Language of mails')).toHaveValue('de');
  await expect(page.getByRole('checkbox', { name: 'Use this address all the same' })).toHaveCount(0);
  await noOverflow(page);

  // Characters that a drive cannot write: told, not refused.
  await form.getByLabel('Account name').fill('Ott: Bau/Boden?');
  await form.getByLabel('E-mail').fill(`clara.${Date.now()}@ott.example`);
  await form.getByRole('button', { name: 'Create account' }).click();
  await page.waitForURL(/\/info$/);
  await expect(page.getByRole('heading', { level: 1, name: 'Ott: Bau/Boden?' })).toBeVisible();
  await expect(page.locator('main')).toContainText(`Account ${codeOf(page)} was created.`);
  await expect(page.locator('main')).toContainText('characters that cannot be used in file names');
  await expect(page.getByRole('link', { name: 'Clara Ott' })).toBeVisible();
  await page.reload();
  await expect(page.locator('main')).not.toContainText('was created.');
});

test('the summary of a form leads to its fields', async ({ page, goto, enter, allow }) => {
  allow.status(422, /\/app\/accounts\/new$/);
  await enter();
  await goto('/app/accounts/new');
  await page.getByLabel('Name of the contact').fill('Clara Ott');
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
  await form.getByLabel('Name of the contact').fill('Emil Vogt');
  await form.getByLabel('E-mail').fill('daniel@thornbury.example');
  await form.getByRole('button', { name: 'Create account' }).click();
  await expect(form).toContainText('Daniel Thornbury has this address already. You can link that contact instead.');
  await alive(page);
  await page.getByRole('checkbox', { name: 'Use this address all the same' }).check();
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
  await expect(tom.getByText('Somebody else changed this at the same time. The page now shows what is stored.')).toBeVisible();
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
  await expect(page.getByText('Suspended (account archived)')).toBeVisible();

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
  const box = await card.boundingBox();
  expect(box?.width ?? 0).toBeLessThanOrEqual(390);
  expect(box?.height ?? 0, 'cells stand below one another').toBeGreaterThan(100);
  const label = await card.getByText('1 person can sign in').evaluate((it) => getComputedStyle(it.closest('td') ?? it, '::before').content);
  expect(label).toContain('Access');
  await noOverflow(page);
  await axe(page);
  await page.getByRole('button', { name: 'Menu' }).click();
  await expect(page.getByRole('link', { name: 'Contacts', exact: true })).toBeInViewport();
  await noOverflow(page);
});
