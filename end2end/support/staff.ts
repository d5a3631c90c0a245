// What stories about the firm's own people share: being signed in, finding an account, its rows and switches.
import { arrive, expect, test as base, hydrated } from '../fixtures';
import type { Cookie, Locator, Page } from '@playwright/test';

export { arrive, axe, expect, hydrated, noOverflow, signIn } from '../fixtures';
export type { Mail, MailSink, Portico } from '../fixtures';

/** Everybody's in the demo firm. */
export const PASSWORD = 'portico-demo-2026';
export const EVA = 'eva@weber.example';
export const TOM = 'tom@weber.example';
export const JO = 'jo@weber.example';

const sessions = new Map<string, { cookies: Cookie[]; since: number }>();
/** Within ten minutes after the sign-in nobody is asked for the password again, and no test expects to be. */
const FRESH = 7 * 60_000;

export interface NewAccount {
  name: string;
  /** As the form sends it: individual, family, company, other. */
  kind?: string;
  contact?: string;
  email?: string;
}

export const test = base.extend<{
  /** Signs somebody in; the same session is used again for the next test of this worker. */
  enter: (email?: string, page?: Page) => Promise<Page>;
  /** Makes an account by its form and answers with its short id; the page then shows its Info tab. */
  newAccount: (account: NewAccount, page?: Page) => Promise<string>;
}>({
  enter: async ({ page, portico, mail }, use) => {
    await use(async (email = EVA, target = page) => {
      const key = `${portico.url} ${email}`;
      const known = sessions.get(key);
      if (known && Date.now() - known.since < FRESH) {
        await target.context().addCookies(known.cookies);
      } else {
        const since = Date.now();
        await arrive(target, email, PASSWORD, { mail });
        const cookies = await target.context().cookies();
        sessions.set(key, { cookies: cookies.filter(({ name }) => name.endsWith('sid')), since });
      }
      return target;
    });
  },

  newAccount: async ({ page, goto }, use) => {
    await use(async ({ name, kind = 'company', contact = '', email = '' }, target = page) => {
      await goto('/app/accounts/new', target);
      await target.locator('#account-kind').selectOption(kind);
      await target.locator('#account-name').fill(name);
      await target.locator('#account-contact').fill(contact);
      await target.locator('#account-email').fill(email);
      await target.locator('main form').getByRole('button').click();
      await target.waitForURL(/\/app\/accounts\/[A-Z]\d+\/info$/);
      await alive(target);
      return codeOf(target);
    });
  },
});

/** Hydrated, where JavaScript is on. */
export async function alive(page: Page): Promise<void> {
  if (await page.evaluate(() => matchMedia('(scripting: enabled)').matches)) await hydrated(page);
}

/** The short id of the account in the address. */
export function codeOf(page: Page): string {
  const code = /\/accounts\/([A-Z]\d+)\//.exec(page.url())?.[1];
  if (!code) throw new Error(`no account in ${page.url()}`);
  return code;
}

/** The Info tab of the account with exactly this name, found by the search. */
export async function openAccount(page: Page, name: string, { archived = false } = {}): Promise<string> {
  await page.goto(`/app/accounts?${archived ? 'tab=archived&' : ''}q=${encodeURIComponent(name)}`);
  await alive(page);
  await page.getByRole('link', { name, exact: true }).click();
  await page.waitForURL(/\/info$/);
  await alive(page);
  await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
  return codeOf(page);
}

/** The row of an address on the Info tab. */
export function rowOf(page: Page, email: string): Locator {
  return page.getByTestId(/^row-/).filter({ has: page.getByText(email, { exact: true }) });
}

/** A switch by its column and address, as assistive technology names it. */
export function toggle(page: Page, column: 'LOGIN' | 'NOTIFY' | 'EMAIL SYNC', email: string): Locator {
  return page.getByRole('switch', { name: `${column}: ${email}`, exact: true });
}

export async function expectOn(control: Locator): Promise<void> {
  await expect(control).toBeChecked();
  // E-mails are collected once a mailbox is connected; until then the switch keeps the choice and says so.
  await expect(control).toHaveText((await control.getAttribute('aria-label'))?.startsWith('EMAIL SYNC') ? 'Not connected' : 'On');
}

export async function expectOff(control: Locator): Promise<void> {
  await expect(control).not.toBeChecked();
  await expect(control).toHaveText('Off');
}

/** The three dots of an address, opened. */
export async function openMenu(page: Page, email: string): Promise<Locator> {
  const name = `More actions for ${email}`;
  await page.getByRole('button', { name, exact: true }).click();
  const menu = page.getByRole('menu', { name, exact: true });
  await expect(menu).toBeVisible();
  return menu;
}

/** What the page says by itself, heard rather than seen. */
export function announced(page: Page): Locator {
  return page.getByRole('status').first();
}

/** Sends a form as a program would: no browser checks it first. Answers with status and the words of the problem. */
export async function post(
  page: Page,
  path: string,
  form: Record<string, string>,
): Promise<{ status: number; html: string; at: string }> {
  const origin = new URL(page.url()).origin;
  const answer = await page.request.post(path, { form, headers: { origin }, maxRedirects: 0, maxRetries: 2 });
  return { status: answer.status(), html: await answer.text(), at: answer.headers()['location'] ?? '' };
}

/** What asks before LOGIN goes on. */
export const allowDialog = (page: Page): Locator => page.getByRole('dialog', { name: /^Turn LOGIN on/ });

/** What asks before the last LOGIN or NOTIFY of an account goes off. */
export const lastDialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Turn this off?' });

/** One more address for the only contact of the account that the page shows. */
export async function addAddress(page: Page, contact: string, email: string): Promise<void> {
  const tab = page.url();
  await page.getByRole('link', { name: contact, exact: true }).click();
  await page.waitForURL(/\/app\/contacts\//);
  await alive(page);
  await page.getByLabel('Additional e-mail').fill(email);
  await page.getByRole('button', { name: 'Add address' }).click();
  await expect(page.getByText(`${email} was added.`)).toBeVisible();
  await page.goto(tab);
  await alive(page);
}
