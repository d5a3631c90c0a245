// What somebody who works for the firm is told of by mail: their own choice, a plain form.
import { axe, expect, noOverflow, test, TOM } from '../../support/staff';

test('a colleague chooses what to be told of @nojs @phone', async ({ page, goto, enter, javaScriptEnabled }) => {
  await enter(TOM);
  await goto('/app/settings/notifications');
  await expect(page.getByRole('heading', { level: 1, name: 'Notifications' })).toBeVisible();
  const expired = page.getByRole('checkbox', { name: 'An invitation expired' });
  await expect(page.getByRole('checkbox')).toHaveCount(7);
  await expect(expired).toBeChecked();
  await noOverflow(page);
  if (javaScriptEnabled !== false) await axe(page);
  await expired.uncheck();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await expect(expired).not.toBeChecked();
  await goto('/app/settings/notifications');
  await expect(expired).not.toBeChecked();
  await expired.check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(expired).toBeChecked();
});
