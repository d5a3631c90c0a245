// People of the demo firm, and steps that several stories take with them.
import { expect, type Locator, type Page } from '@playwright/test';

export const PASSWORD = 'portico-demo-2026';
/** Long, unlike any name, and on no list. */
export const NEW_PASSWORD = 'sieben rote Ziegel im Regen';

export const EVA = 'eva@weber.example';

/** The password step of the sign-in form; ends on the page that the firm answers with. */
export async function givePassword(page: Page, email: string, password = PASSWORD): Promise<void> {
  const field = page.getByLabel('E-mail', { exact: true });
  await field.clear(); // Firefox, driven from here, would add to what stands in a field for addresses
  await field.fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** The second or so in which a person types a password again: whoever tries faster is asked to wait (SEC-7). */
export const aMoment = (page: Page) => page.waitForTimeout(1_100);

/** The code step. */
export async function giveCode(page: Page, code: string): Promise<void> {
  await page.getByLabel('Code', { exact: true }).fill(code);
  await page.getByRole('button', { name: 'Verify', exact: true }).click();
}

/** The heading of the page as it stands. */
export async function heading(page: Page, name: string | RegExp): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

/** What the page says, once its style sheet is there and this can be seen: what a form came to appears a moment later. */
export async function wordsWith(page: Page, said: Locator): Promise<string> {
  await expect(said).toBeVisible();
  await page.waitForLoadState();
  await expect(said).toBeVisible();
  return page.locator('main').innerText();
}

/** Opens the sidebar where it is a drawer (phones); elsewhere it is open already. */
export async function openSidebar(page: Page): Promise<void> {
  // By the width: while its style sheet is on the way, a page looks narrow.
  if ((page.viewportSize()?.width ?? 0) < 832) await page.locator('.sidebar-toggle').click();
}

/** Opens the menu at the foot of the sidebar, where everything of the person's own is. */
export async function ownMenu(page: Page): Promise<Locator> {
  await openSidebar(page);
  await page.locator('#person-button').click();
  return page.locator('#person');
}

export async function signOut(page: Page): Promise<void> {
  await (await ownMenu(page)).locator('form[action^="/logout"] button').click();
}

/** What the last form came to, above its fields; apart from the empty live regions of every page. */
export const problem = (page: Page) => page.locator('.error-summary[role="alert"]');
