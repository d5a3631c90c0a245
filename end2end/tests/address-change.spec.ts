// An address that somebody signs in with is replaced: both ways in, until it is settled; and the link that stops it.
import {
  alive, axe, expect, expectOn, noOverflow, openAccount, openMenu, PASSWORD, rowOf, signIn, test, toggle,
} from '../support/staff';
import { aMoment } from '../support/people';
import type { Locator, Page } from '@playwright/test';

test.use({ porticoEnv: {} }); // a server of its own

const invitation = /\/invite\//;
const stopLink = /\/address-change\//;

/** The line of an address in the section "Unlinked e-mails". */
function unlinkedRow(page: Page, email: string): Locator {
  return page.getByTestId(/^unlinked-/).filter({ has: page.getByText(email, { exact: true }) });
}

/** Replaces an address from the three dots of its row. */
async function replace(page: Page, from: string, to: string): Promise<void> {
  await (await openMenu(page, from)).getByRole('menuitem', { name: 'Replace e-mail' }).click();
  const dialog = page.getByRole('dialog', { name: `Replace ${from}` });
  await dialog.getByLabel('New e-mail').fill(to);
  await dialog.getByRole('button', { name: 'Replace and invite' }).click();
  await expect(page.getByText(`The invitation to ${to} is on its way.`)).toBeVisible();
  await alive(page);
}

test('the old address stays under "Unlinked e-mails" until it is kept again @nojs @phone', async ({ page, enter, mail, allow, javaScriptEnabled }) => {
  allow.status(422, /\/change$/);
  await enter();
  await openAccount(page, 'MacLeod Whisky Import Ltd');
  await (await openMenu(page, 'books@macleod-whisky.example')).getByRole('menuitem', { name: 'Replace e-mail' }).click();
  const dialog = page.getByRole('dialog', { name: 'Replace books@macleod-whisky.example' });
  await expect(dialog).toContainText('books@macleod-whisky.example keeps working and is listed under “Unlinked e-mails”');
  if (javaScriptEnabled !== false) await axe(page);
  await noOverflow(page);
  await dialog.getByLabel('New e-mail').fill('fiona@localhost');
  await dialog.getByRole('button', { name: 'Replace and invite' }).click();
  await expect(dialog).toContainText('Please enter a complete e-mail address');
  await expect(dialog.getByLabel('New e-mail')).toHaveValue('fiona@localhost');
  await alive(page);
  await dialog.getByLabel('New e-mail').fill('fiona@macleod-whisky.example');
  await dialog.getByRole('button', { name: 'Replace and invite' }).click();
  await expect(page.getByText('The invitation to fiona@macleod-whisky.example is on its way.')).toBeVisible();
  await alive(page);

  await expect(rowOf(page, 'fiona@macleod-whisky.example')).toContainText(/Invited \d/);
  await expectOn(toggle(page, 'LOGIN', 'fiona@macleod-whisky.example'));
  const old = unlinkedRow(page, 'books@macleod-whisky.example');
  await expect(old).toContainText('Being replaced by fiona@macleod-whisky.example; can be accepted until');
  await expectOn(toggle(page, 'LOGIN', 'books@macleod-whisky.example'));
  if (javaScriptEnabled !== false) await axe(page);
  await noOverflow(page);
  await mail.waitFor('fiona@macleod-whisky.example', /invites you/);

  await old.getByRole('link', { name: 'Keep this address' }).click();
  const question = page.getByRole('dialog', { name: 'Keep books@macleod-whisky.example?' });
  await expect(question).toContainText('The invitation to fiona@macleod-whisky.example is cancelled');
  await question.getByRole('button', { name: 'Keep books@macleod-whisky.example' }).click();
  await expect(page.getByText('books@macleod-whisky.example is back on its contact.')).toBeVisible();
  await expect(rowOf(page, 'books@macleod-whisky.example')).toBeVisible();
  await expect(rowOf(page, 'fiona@macleod-whisky.example')).toHaveCount(0);
  await expect(page.getByText('Unlinked e-mails')).toHaveCount(0);
});

test('whoever reads the old address stops the change without signing in @nojs', async ({ page, enter, mail, anotherBrowser, javaScriptEnabled }) => {
  await enter();
  await openAccount(page, 'Harper & Lowe LLP');
  const before = mail.mark();
  await replace(page, 'olivia@harper-lowe.example', 'o.lowe@mallory.example');
  const told = await mail.waitFor('olivia@harper-lowe.example', /Your sign-in address is being changed to o\*\*\*@mallory\.example/, { after: before });
  expect(told.text).not.toContain('o.lowe@mallory.example');
  const link = await mail.link('olivia@harper-lowe.example', stopLink, { after: before });

  const olivia = await anotherBrowser({ javaScriptEnabled: javaScriptEnabled !== false });
  for (let visit = 1; visit <= 3; visit += 1) await olivia.goto(link);
  await expect(olivia.getByRole('heading', { level: 1, name: 'Stop this change' })).toBeVisible();
  await expect(olivia.locator('body')).not.toContainText('o.lowe@mallory.example');
  await alive(olivia);
  if (javaScriptEnabled !== false) await axe(olivia);
  await noOverflow(olivia);
  await olivia.getByRole('button', { name: 'Stop the change' }).click();
  await expect(olivia.getByRole('heading', { level: 1, name: 'The change was stopped' })).toBeVisible();

  await page.reload();
  await alive(page);
  await expectOn(toggle(page, 'LOGIN', 'olivia@harper-lowe.example'));
  await expect(rowOf(page, 'o.lowe@mallory.example')).toHaveCount(0);
});

test('with the old password everything goes on under the new address', async ({ page, enter, mail, anotherBrowser, allow }) => {
  allow.status(422, /\/invite$/);
  await enter();
  await openAccount(page, 'Nguyen & Daughters Bakery');
  const before = mail.mark();
  await replace(page, 'linh@nguyen-bakery.example', 'linh@bakery.example');
  const link = await mail.link('linh@bakery.example', invitation, { after: before });

  const linh = await anotherBrowser();
  await linh.goto(link);
  await alive(linh);
  await expect(linh.getByRole('heading', { level: 2, name: 'Keep my password' })).toBeVisible();
  await axe(linh);
  await linh.getByLabel('Your current password', { exact: true }).fill('not my password at all');
  await linh.getByRole('button', { name: 'Continue with the new address' }).click();
  await expect(linh.getByText('This is not the password you use with the old address.').first()).toBeVisible();
  await alive(linh);
  await aMoment(linh);
  await linh.getByLabel('Your current password', { exact: true }).fill(PASSWORD);
  await linh.getByRole('button', { name: 'Continue with the new address' }).click();
  await linh.waitForURL(/\/(portal|choose-account)/);

  await page.reload();
  await alive(page);
  await expect(rowOf(page, 'linh@bakery.example')).toContainText('Active');
  await expect(page.getByText('linh@nguyen-bakery.example')).toHaveCount(0);
  const again = await anotherBrowser();
  await signIn(again, 'linh@bakery.example', PASSWORD, { mail });
  await again.waitForURL(/\/(portal|choose-account)/);
});

test('turning LOGIN off for the only way in is asked about, and ends it', async ({ page, enter }) => {
  await enter();
  await openAccount(page, 'MacLeod Whisky Import Ltd');
  await replace(page, 'books@macleod-whisky.example', 'accounts@macleod-whisky.example');
  await toggle(page, 'LOGIN', 'books@macleod-whisky.example').click();
  const question = page.getByRole('dialog', { name: 'Turn this off?' });
  await expect(question).toContainText('they would be locked out');
  await axe(page);
  await question.getByRole('button', { name: 'Turn LOGIN off' }).click();
  await expect(unlinkedRow(page, 'books@macleod-whisky.example')).toHaveCount(0);
  await expectOn(toggle(page, 'LOGIN', 'accounts@macleod-whisky.example'));
});

test('an address that signs in is replaced from the contact page, too', async ({ page, enter }) => {
  await enter();
  await openAccount(page, 'Müller GmbH');
  await page.getByRole('link', { name: 'Anna Müller', exact: true }).first().click();
  await page.waitForURL(/\/app\/contacts\//);
  await alive(page);
  await page.getByRole('link', { name: 'Replace e-mail' }).first().click();
  const dialog = page.getByRole('dialog', { name: /^Replace / });
  await expect(dialog.getByLabel('New e-mail')).toBeVisible();
  await axe(page);
  await noOverflow(page);
  await dialog.getByRole('link', { name: 'Cancel' }).click();
  await expect(dialog).toHaveCount(0);
});

test('the firm is asked once whether a replaced address is to go @nojs', async ({ page, enter }) => {
  await enter();
  await openAccount(page, 'Atelier Zoë');
  const old = unlinkedRow(page, 'zoe@atelier-zoe.example');
  await expect(old).toContainText('Remove zoe@atelier-zoe.example?');
  await expect(old).toContainText(/Will be removed on .* unless you keep it/);
  await noOverflow(page);
  await old.getByRole('button', { name: 'Remove zoe@atelier-zoe.example' }).click();
  await expect(page.getByText('zoe@atelier-zoe.example was removed and can no longer sign in.')).toBeVisible();
  await expect(unlinkedRow(page, 'zoe@atelier-zoe.example')).toHaveCount(0);
  await expectOn(toggle(page, 'LOGIN', 'zoe@kraemer-foto.example'));
});
