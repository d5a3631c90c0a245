// Pages of the firm's people in a browser of another language or look; in English everywhere.spec.ts has all pages. They
// change nothing, so that one server is enough for all: among the stories about accounts, contacts and the firm each
// project would start five.
import { axe, expect, noOverflow, test } from '../../support/staff';

test('accounts: nothing sticks out of 320 pixels in German and Japanese @only-de @only-ja', async ({ page, goto, enter, allow }) => {
  allow.status(422, /\/app\/accounts\/new$/);
  await page.setViewportSize({ width: 320, height: 800 });
  await enter();
  for (const path of ['/app/accounts', '/app/accounts?q=zzz', '/app/accounts?tab=archived', '/app/accounts/M1/edit?ask=archive']) {
    await goto(path);
    await noOverflow(page);
  }
  await goto('/app/accounts/new');
  await noOverflow(page);
  await page.locator('#account-kind').selectOption('company');
  await page.locator('#account-email').fill('a@localhost');
  await page.locator('main form').getByRole('button').click();
  await expect(page.locator('[aria-invalid=true]').first()).toBeVisible();
  await noOverflow(page);
});

test('an address and its dialogs: nothing sticks out of 320 pixels in German and Japanese @only-de @only-ja', async ({ page, goto, enter }) => {
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

test('accounts: an id is green or beige, and says so @only-de @only-ja', async ({ page, goto, enter }) => {
  await enter();
  await goto('/app/accounts');
  await noOverflow(page);
  await axe(page);
});

test('pages about contacts fit and are accessible @only-de @only-ja', async ({ page, goto, enter }) => {
  test.slow(); // five examinations
  await enter();
  await goto('/app/contacts?q=leopold');
  const href = (await page.locator('tbody a[href^="/app/contacts/"]').first().getAttribute('href')) ?? '';
  const paths = ['/app/contacts', '/app/contacts?q=zzzz', href, '/app/accounts/M1/contacts/new', '/app/accounts/M1/contacts/new?q=schr'];
  for (const path of paths) {
    await page.setViewportSize({ width: 1280, height: 800 });
    await goto(path);
    await noOverflow(page);
    await axe(page);
    await page.setViewportSize({ width: 320, height: 800 });
    await noOverflow(page);
  }
});

test('pages about the firm fit and are accessible @only-de @only-ja @only-dark', async ({ page, goto, enter }) => {
  test.slow(); // three examinations
  await enter();
  for (const path of ['/app/settings/firm', '/app/settings/firm/look', '/app/settings/firm/hosts']) {
    await page.setViewportSize({ width: 1280, height: 800 });
    await goto(path);
    await noOverflow(page);
    await axe(page);
    await page.setViewportSize({ width: 320, height: 800 });
    await noOverflow(page);
  }
});
