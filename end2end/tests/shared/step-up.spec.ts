// What lets others in asks for the password again when the last one is ten minutes old (SEC-29).
import { arrive, axe, expect, hydrated, noOverflow, test } from '../../fixtures';
import { aMoment, PASSWORD, problem } from '../../support/people';

const EVA = 'eva@weber.example';

test('a colleague is invited after the password was given again, and nothing typed is lost @only-postgres', async ({ page, mail, goto, portico, allow }) => {
  allow.status(403, /\/app\/settings\/team\/invite$/);
  allow.status(422, /\/app\/settings\/team\/invite$/);
  await arrive(page, EVA, PASSWORD, { mail });
  await goto('/app/settings/team/invite');
  await page.getByLabel('Name', { exact: true }).fill('Ulla Neu');
  await page.getByLabel('E-mail', { exact: true }).fill('ulla@spaet.example');
  await portico.sql('UPDATE session SET proved_at = 0');
  const before = mail.mark();
  await page.getByRole('button', { name: 'Send invitation' }).click();

  await expect(page.getByRole('heading', { level: 1, name: 'Confirm that it’s you' })).toBeVisible();
  const password = page.getByLabel('Your password', { exact: true });
  await expect(password).toBeFocused();
  await axe(page);
  await page.setViewportSize({ width: 320, height: 640 });
  await noOverflow(page);
  await page.setViewportSize({ width: 1280, height: 800 });

  await password.fill('not this one');
  await password.press('Enter');
  await expect(problem(page)).toBeVisible();
  await axe(page);
  await aMoment(page);
  await password.fill(PASSWORD);
  await password.press('Enter');
  await page.waitForURL(/\/app\/settings\/team$/);
  await hydrated(page);
  await expect(page.locator('main')).toContainText('Ulla Neu');
  await mail.link('ulla@spaet.example', /\/join\//, { after: before });
});
