// The portal and the pages outside in German and Japanese, on a narrow phone.
import type { Page } from '@playwright/test';
import { arrive, axe, expect, noOverflow, test } from '../../fixtures';
import { heading, ownMenu, PASSWORD, problem } from '../../support/people';

const ANNA = 'anna@mueller.example'; // M1 Müller GmbH, A1 Anna Müller, M2 Müller & Söhne Immobilienverwaltung KG

const account = (page: Page, name: string | RegExp) => page.getByRole('radio', { name });

const LANGUAGES = [
  { tag: 'de', own: 'Deutsch', home: /^(Guten (Morgen|Tag|Abend)|Willkommen), /, notifications: /^Benachrichtigungen zu /, security: 'Sicherheit', choose: 'Konto auswählen' },
  { tag: 'ja', own: '日本語', home: /様(、(おはようございます|こんにちは|こんばんは))?$/, notifications: /の通知$/, security: 'セキュリティ', choose: 'アカウントを選択' },
] as const;

/** Words of the English catalog that no name or address contains. */
const ENGLISH = /\b(the|your|you|are|with|sign|switch|account|accounts|notifications|password|devices|home|security|reminders|new|last used|choose|continue|stay)\b/i;

/** What is to be read, without what people wrote: names, addresses, browsers. */
async function words(page: Page): Promise<string> {
  const text = await page.locator('body').innerText();
  return text.replace(/\S+@\S+|Weber & Partner|Chrom\w+ \S+|English|Sato Trading Europe GmbH/g, '');
}

for (const language of LANGUAGES) {
  test(`the portal speaks ${language.own} and fits a narrow phone`, async ({ page, mail, goto }) => {
    const person = language.tag === 'de' ? ANNA : 'whitfields@home.example';
    test.slow(); // a long story, with every page checked in light and dark
    await page.setViewportSize({ width: 320, height: 640 });
    await arrive(page, person, PASSWORD, { mail });
    if (language.tag === 'de') {
      await account(page, /Müller & Söhne/).check();
      await page.getByRole('button', { name: 'Continue', exact: true }).click();
    }
    await expect(page).toHaveURL(/\/portal\/[A-Z]\d+$/);
    const home = new URL(page.url()).pathname;
    await goto(home);
    await (await ownMenu(page)).getByRole('menuitemradio', { name: language.own }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', language.tag);

    const pages: [string, string | RegExp][] = [
      [home, language.home],
      [`${home}/settings/notifications`, language.notifications],
      [`${home}/settings/security`, language.security],
    ];
    if (language.tag === 'de') pages.push(['/choose-account', language.choose]);
    for (const [path, title] of pages) {
      await goto(path);
      await heading(page, title);
      await expect(page.locator('html')).toHaveAttribute('lang', language.tag);
      await noOverflow(page);
      await axe(page);
      expect.soft((await words(page)).match(ENGLISH)?.[0], `English on ${path}`).toBeUndefined();
    }
    await goto(home);
    await page.locator('.sidebar-toggle').click();
    await noOverflow(page);

    // The choice is the person's, not this browser's alone.
    await page.context().clearCookies({ name: 'lang' });
    await goto(home);
    await expect(page.locator('html')).toHaveAttribute('lang', language.tag);
  });
}

test('pages outside speak the visitor’s language @only-de @only-ja', async ({ page, goto, allow, locale }) => {
  allow.status(422, /\/login$/);
  const tag = (locale ?? '').slice(0, 2);
  const titles = tag === 'de' ? ['Anmelden', 'Passwort vergessen?'] : ['ログイン', 'パスワードをお忘れですか？'];
  await page.setViewportSize({ width: 320, height: 640 });
  await goto('/login');
  await expect(page.locator('html')).toHaveAttribute('lang', tag);
  await heading(page, titles[0] ?? '');
  await noOverflow(page);
  await axe(page);
  await page.locator('input[autocomplete="username"]').fill('kate@smith.example');
  await page.locator('input[autocomplete="current-password"]').fill('not my password');
  await page.locator('input[autocomplete="current-password"]').press('Enter');
  await expect(problem(page)).toBeVisible();
  await noOverflow(page);
  expect.soft(await problem(page).innerText()).not.toMatch(ENGLISH);
  await goto('/password/forgot');
  await heading(page, titles[1] ?? '');
  await noOverflow(page);
  await axe(page);

  // English is one click away, in its own words.
  await page.getByRole('button', { name: /Deutsch|日本語/ }).click();
  await page.getByRole('menuitem', { name: 'English' }).click();
  await expect(page).toHaveURL(/\/password\/forgot$/);
  await heading(page, 'Forgot your password?');
});
