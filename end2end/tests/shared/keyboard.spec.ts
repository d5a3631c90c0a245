// Whole stories without a mouse.
import type { Locator, Page } from '@playwright/test';
import { alive, expect, expectOff, expectOn, PASSWORD, test, toggle } from '../../support/staff';

/** Presses Tab until this has the focus, which must be seen wherever it comes by. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    const seen = await page.evaluate(async () => {
      const it = document.activeElement;
      if (!it || it === document.body) return 'nothing';
      // What slides in has come. Counting frames does not do: the compositor of a busy machine begins some frames late.
      await Promise.allSettled(it.getAnimations().map((each) => each.finished));
      // A card around a radio button may show the focus in its place.
      const shows = [it, it.closest('label'), it.parentElement].filter((part) => part !== null).some((part) => {
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(part);
        return (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
      });
      const { top, bottom, width } = it.getBoundingClientRect();
      const within = width > 0 && bottom > 0 && top < innerHeight;
      return shows && within ? '' : `${it.outerHTML.slice(0, 120)} (${shows ? 'out of sight' : 'without a ring'})`;
    });
    if (seen !== 'nothing') expect.soft(seen, 'a focus that nobody sees').toBe('');
    if (await target.evaluate((it) => it === document.activeElement)) return;
  }
  throw new Error(`Tab never reaches ${target}`);
}

test('a client signs in, chooses, switches a mail off and leaves', async ({ page, goto, mail }) => {
  const person = 'anna@mueller.example';
  await goto('/login');
  await tabTo(page, page.getByLabel('E-mail', { exact: true }));
  await page.keyboard.type(person);
  await tabTo(page, page.getByLabel('Password', { exact: true }));
  await page.keyboard.type(PASSWORD);
  const before = mail.mark();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Code', { exact: true })).toBeFocused();
  await page.keyboard.type(await mail.code(person, { after: before }));
  await page.keyboard.press('Enter');

  await expect(page.getByRole('radio', { checked: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'This account' })).toContainText('You are working in');
  await alive(page);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' }), 'the first stop').toBeFocused();
  const opener = page.locator('#person-button');
  await tabTo(page, opener);
  await page.keyboard.press('Enter');
  const own = page.getByRole('menu', { name: 'Your menu' });
  await expect(own.getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.press('n');
  await expect(own.getByRole('menuitem', { name: 'Notifications' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /^Notifications for / })).toBeFocused();
  const messages = page.getByRole('switch', { name: 'E-mails about this account', exact: true });
  await tabTo(page, messages);
  await page.keyboard.press('Space');
  await expect(messages).not.toBeChecked();
  await expect(messages).toBeFocused();
  await expect(messages).not.toHaveAttribute('aria-busy', 'true');

  await page.reload();
  await alive(page);
  await tabTo(page, opener);
  await page.keyboard.press('Enter');
  await expect(own).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(opener).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('End');
  await expect(own.getByRole('menuitem', { name: 'Sign out' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('You are signed out.')).toBeVisible();
});

test('an employee finds an account, flips a switch and invites', async ({ page, goto, enter, newAccount, mail }) => {
  await enter();
  const code = await newAccount({ name: 'Tastenreich GmbH', contact: 'Tara Reich', email: 'tara@tastenreich.example' });
  await goto('/app/accounts');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter'); // skips to the content
  await tabTo(page, page.getByRole('searchbox', { name: 'Search accounts' }));
  await page.keyboard.type('tastenreich');
  await expect(page.getByTestId(/^account-/)).toHaveCount(1);
  await tabTo(page, page.getByTestId(`account-${code}`).getByRole('link').first());
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/info$/);
  await expect(page.getByRole('heading', { level: 1, name: 'Tastenreich GmbH' })).toBeFocused();

  const sync = toggle(page, 'EMAIL SYNC', 'tara@tastenreich.example');
  await tabTo(page, sync);
  await page.keyboard.press('Space');
  await expectOn(sync);
  await tabTo(page, page.getByRole('button', { name: 'More actions for tara@tastenreich.example' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.press('End');
  await expect(page.getByRole('menuitem', { name: 'Unlink contact' })).toBeFocused();
  await page.keyboard.press('Escape');

  await page.reload();
  await alive(page);
  const login = toggle(page, 'LOGIN', 'tara@tastenreich.example');
  await tabTo(page, login);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: /^Turn LOGIN on/ });
  await expect(dialog).toBeVisible();
  // The focus stays within, however often Tab is pressed.
  for (let presses = 0; presses < 12; presses += 1) {
    await page.keyboard.press('Tab');
    const where = await page.evaluate(() => (document.activeElement?.closest('dialog') ? 'dialog' : (document.activeElement?.tagName ?? '')));
    expect(['dialog', 'BODY'], 'behind the dialog').toContain(where); // BODY: the browser's own bar
  }
  await page.keyboard.press('Escape');
  await expect(login).toBeFocused();
  await expectOff(login);
  await page.keyboard.press('Enter');
  await tabTo(page, dialog.getByLabel('Personal message'));
  await page.keyboard.type('Welcome.');
  await tabTo(page, dialog.getByRole('button', { name: 'Send invitation now' }));
  await page.keyboard.press('Enter');
  await expectOn(login);
  expect((await mail.waitFor('tara@tastenreich.example', /invites you/)).text).toContain('Welcome.');
});
