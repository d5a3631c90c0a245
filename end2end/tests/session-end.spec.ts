// The end of a session: said beforehand, put off with one key, and nothing that was typed is lost (ux.md, check 15).
import type { Page } from '@playwright/test';
import { axe, expect, noOverflow, signIn, test } from '../fixtures';
import { giveCode, givePassword, heading, PASSWORD } from '../support/people';

const EVA = 'eva@weber.example';
const ANNA = 'anna@mueller.example';

const warning = (page: Page) => page.getByRole('alertdialog', { name: 'You will be signed out soon' });

/** The server's clock cannot be turned; what it says of the time left can. */
async function say(page: Page, seconds: number, last = false): Promise<void> {
  await page.route('**/api/sessions/left', (route) => route.fulfill({ json: { seconds, last } }));
}

/** Half an hour passes; nobody touches the page. */
async function nobodyComes(page: Page, minutes = 30): Promise<void> {
  await page.clock.fastForward(minutes * 60_000);
}

test('the page warns two minutes before, counts down, and one key puts it off @phone', async ({ page, mail, goto }) => {
  await page.clock.install();
  await signIn(page, EVA, PASSWORD, { mail });
  await goto('/app/accounts/new');
  await page.getByLabel('Name', { exact: true }).fill('Half an account');
  await nobodyComes(page, 27);
  await expect(warning(page)).toBeHidden();
  await say(page, 118);
  await nobodyComes(page, 2);
  await expect(warning(page)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Stay signed in' })).toBeFocused();
  await expect(warning(page).getByRole('timer')).toHaveText(/^1:5\d$/);
  await page.clock.runFor(30_000);
  await expect(warning(page).getByRole('timer')).toHaveText(/^1:2\d$/);
  await axe(page);
  await noOverflow(page);

  await page.unroute('**/api/sessions/left');
  await page.keyboard.press('Enter');
  await expect(warning(page)).toBeHidden();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Half an account');
});

test('whoever is there is not asked', async ({ page, mail, goto }) => {
  await page.clock.install();
  await signIn(page, EVA, PASSWORD, { mail });
  await goto('/app/accounts');
  await nobodyComes(page, 27.5);
  const asked = page.waitForRequest('**/api/sessions/left');
  await page.keyboard.press('Shift');
  await nobodyComes(page, 0.6);
  expect((await asked).headers()['x-idle']).toBeUndefined();
  await expect(warning(page)).toBeHidden();
});

test('when no use helps any more the page says so and lets finish', async ({ page, mail, goto }) => {
  await page.clock.install();
  await signIn(page, EVA, PASSWORD, { mail });
  await goto('/app/accounts');
  await say(page, 100, true);
  await nobodyComes(page, 29);
  await expect(warning(page)).toContainText('for as long as is allowed');
  await axe(page);
  await page.getByRole('button', { name: 'Keep working' }).click();
  await expect(warning(page)).toBeHidden();
});

test.describe('after the end', () => {
  test.use({ engine: 'postgres' });
  const over = `UPDATE session SET last_seen_at = 0`;

  test('what was typed is there again after the sign-in @only-postgres', async ({ page, mail, goto, portico, allow }) => {
    allow.status(401, /\/(api|live)/);
    await page.clock.install();
    await signIn(page, EVA, PASSWORD, { mail });
    await goto('/app/accounts/new');
    await page.getByLabel('Name', { exact: true }).fill('Ökostrom Süd GmbH');
    await page.getByLabel('Company').check();
    await portico.sql(over);
    await nobodyComes(page);
    // By itself: nothing private stays on the screen.
    await page.waitForURL(/\/login\?next=/);
    await expect(page.getByRole('status')).toContainText('what you typed is kept');
    await page.clock.resume();
    const before = mail.mark();
    await givePassword(page, EVA);
    await giveCode(page, await mail.code(EVA, { after: before }));
    await page.waitForURL(/\/app\/accounts\/new\?kept=/);
    await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Ökostrom Süd GmbH');
    await expect(page.getByLabel('Company')).toBeChecked();
    const back = page.locator('#session-kept');
    await expect(back).toContainText('What you typed is here again');
    await axe(page);
    await noOverflow(page);
    await page.getByRole('button', { name: 'Create account' }).click();
    await heading(page, 'Ökostrom Süd GmbH');
    await expect(back).toBeHidden();
  });

  test('also without JavaScript, and a client’s @only-postgres', async ({ anotherBrowser, mail, portico }) => {
    const page = await anotherBrowser({ javaScriptEnabled: false });
    await signIn(page, ANNA, PASSWORD, { mail });
    await page.goto('/portal/M1/settings/profile');
    await page.getByLabel('Your name').fill('Anna Sophie Müller');
    await portico.sql(over);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page).toHaveURL(/\/login\?next=/);
    const before = mail.mark();
    await givePassword(page, ANNA);
    await giveCode(page, await mail.code(ANNA, { after: before }));
    await expect(page).toHaveURL(/\/portal\/M1\/settings\/profile\?kept=/);
    await expect(page.getByLabel('Your name')).toHaveValue('Anna Sophie Müller');
  });
});
