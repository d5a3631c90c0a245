// The end of a session: said beforehand, put off with one key, and nothing that was typed is lost (ux.md, check 15).
import type { Page } from '@playwright/test';
import { arrive, axe, expect, hydrated, noOverflow, test } from '../../fixtures';
import { giveCode, givePassword, heading, PASSWORD } from '../../support/people';

const EVA = 'eva@weber.example';
const ANNA = 'anna@mueller.example';

const warning = (page: Page) => page.getByRole('alertdialog', { name: 'You will be signed out soon' });
const timer = (page: Page) => warning(page).getByRole('timer');

/** The next pages believe that so many seconds are left: half an hour is too long for a test. */
async function believes(page: Page, seconds: number): Promise<void> {
  await page.route(/\/(app|portal)\//, async (route) => {
    if (route.request().resourceType() !== 'document') return route.fallback();
    const response = await route.fetch();
    const body = (await response.text()).replace(/data-seconds="\d+"/, `data-seconds="${seconds}"`);
    return route.fulfill({ response, body });
  });
}

/** What the server says of the time left. */
async function says(page: Page, seconds: number, last = false): Promise<void> {
  await page.route('**/api/sessions/left', (route) => route.fulfill({ json: { seconds, last } }));
}

test('the page warns two minutes before, counts down, and one key puts it off @phone', async ({ page, mail, goto }) => {
  await arrive(page, EVA, PASSWORD, { mail });
  await believes(page, 118);
  await goto('/app/accounts/new');
  await expect(warning(page)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Stay signed in' })).toBeFocused();
  await expect(timer(page)).toHaveText(/^1:\d\d$/);
  const first = await timer(page).innerText();
  await expect(timer(page)).not.toHaveText(first); // it counts
  await axe(page);
  await noOverflow(page);
  // By the server itself, which knows of this use.
  await page.keyboard.press('Enter');
  await expect(warning(page)).toBeHidden();
  const name = page.getByLabel('Account name');
  await name.fill('Half an account');
  await expect(name).toHaveValue('Half an account');
});

test('whoever is there is not asked', async ({ page, mail }) => {
  await arrive(page, EVA, PASSWORD, { mail });
  await believes(page, 121);
  const asked = page.waitForRequest('**/api/sessions/left');
  await page.goto('/app/accounts');
  await page.keyboard.press('Shift');
  expect((await asked).headers()['x-idle']).toBeUndefined();
  await hydrated(page);
  await expect(warning(page)).toBeHidden();
});

test('a page that nobody touches asks without keeping the session awake', async ({ page, mail }) => {
  await arrive(page, EVA, PASSWORD, { mail });
  await believes(page, 1);
  await says(page, 90);
  const asked = page.waitForRequest('**/api/sessions/left');
  await page.goto('/app/accounts');
  expect((await asked).headers()['x-idle']).toBe('1');
  await expect(timer(page)).toHaveText(/^1:[0-3]\d$/); // another tab was used meanwhile
});

test('when no use helps any more the page says so and lets finish', async ({ page, mail, goto }) => {
  await arrive(page, EVA, PASSWORD, { mail });
  await believes(page, 1);
  await says(page, 100, true);
  await goto('/app/accounts');
  await expect(warning(page)).toContainText('the longest time you can stay signed in');
  await axe(page);
  await page.getByRole('button', { name: 'Keep working' }).click();
  await expect(warning(page)).toBeHidden();
  await goto('/app/contacts');
  await expect(page.getByRole('button', { name: 'Keep working' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(warning(page)).toBeHidden();
});

test.describe('after the end', () => {
  // More than an hour ago, in microseconds: long enough to have run out, short enough to be kept for.
  const over = `UPDATE session SET last_seen_at = last_seen_at - 4000000000`;

  test('what was typed is there again after the sign-in @only-postgres', async ({ page, mail, goto, portico, allow }) => {
    allow.status(401, /\/(api|live)/);
    await arrive(page, EVA, PASSWORD, { mail });
    await believes(page, 130);
    // A stream that begins after the end finds it out by itself, and the page leaves before it is asked to.
    const listens = page.waitForResponse('**/live?*');
    await goto('/app/accounts/new');
    await listens;
    await page.getByLabel('Account name').fill('Ökostrom Süd GmbH');
    await page.getByLabel('Type', { exact: true }).selectOption({ label: 'Company' });
    await page.getByLabel('Contact name').fill('Ökki Süd');
    await page.locator('#account-email').fill('oekki@sued.example');
    await portico.sql(over);
    await page.unroute(/\/(app|portal)\//);
    // As when a laptop is opened again. By itself: nothing private stays on the screen.
    await page.evaluate(() => {
      Date.now = ((now) => () => now() + 3_600_000)(Date.now);
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await page.waitForURL(/\/login\?next=/);
    await expect(page.getByRole('status').filter({ hasText: 'what you typed is kept' })).toBeVisible();
    await hydrated(page);
    const before = mail.mark();
    await givePassword(page, EVA);
    await giveCode(page, await mail.code(EVA, { after: before }));
    await page.waitForURL(/\/app\/accounts\/new\?kept=/);
    await hydrated(page);
    await expect(page.getByLabel('Account name')).toHaveValue('Ökostrom Süd GmbH');
    await expect(page.getByLabel('Type', { exact: true })).toHaveValue('company');
    await expect(page.locator('#account-email')).toHaveValue('oekki@sued.example');
    const back = page.locator('#session-kept');
    await expect(back).toContainText('Here is what you typed');
    await axe(page);
    await noOverflow(page);
    await page.getByRole('button', { name: 'Create account' }).click();
    await heading(page, 'Ökostrom Süd GmbH');
    await expect(back).toBeHidden();
  });

  test('also without JavaScript, and a client’s @only-postgres', async ({ anotherBrowser, mail, portico }) => {
    const page = await anotherBrowser({ javaScriptEnabled: false });
    await arrive(page, ANNA, PASSWORD, { mail });
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
