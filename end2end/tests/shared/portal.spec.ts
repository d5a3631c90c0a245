// Inside the portal: which account, its home, and its languages.
import type { Page } from '@playwright/test';
import { arrive, axe, expect, hydrated, noOverflow, signIn, test, type MailSink } from '../../fixtures';
import { heading, openSidebar, ownMenu, PASSWORD, problem, signOut } from '../../support/people';

const ANNA = 'anna@mueller.example'; // M1 Müller GmbH, A1 Anna Müller, M2 Müller & Söhne Immobilienverwaltung KG
const KATE = 'kate@smith.example'; // K1
const HANA = 'hana@sato.example'; // twelve

const account = (page: Page, name: string | RegExp) => page.getByRole('radio', { name });
const banner = (page: Page) => page.getByRole('region', { name: 'This account' });
const chooser = (page: Page) => page.getByRole('dialog', { name: 'Choose an account' });

/** Signs in and answers the question which account. */
async function enter(page: Page, person: string, name: RegExp, mail: MailSink): Promise<void> {
  await arrive(page, person, PASSWORD, { mail });
  await account(page, name).check();
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await expect(banner(page)).toContainText(/^You are working in/);
}

test('several accounts: asked right after the sign-in, then always told which @nojs @phone @firefox', async ({ page, mail, javaScriptEnabled, allow }) => {
  test.slow(); // a long story, with every page checked in light and dark
  // The session goes on under another token with each choice: a stream that ends meanwhile may ask with the old one.
  allow.status(401, /\/live/);
  const script = javaScriptEnabled !== false;
  await signIn(page, ANNA, PASSWORD, { mail });
  await expect(page).toHaveURL(/\/choose-account$/);
  await heading(page, 'Choose an account');
  await expect(page.getByRole('radio')).toHaveCount(3);
  await expect(page.getByText('Company · M1')).toBeVisible();
  await expect(page.getByText('Individual · A1')).toBeVisible();
  if (script) await axe(page);
  await noOverflow(page);

  await account(page, /Müller GmbH/).check();
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await expect(page).toHaveURL(/\/portal\/M1$/);
  await expect(page).toHaveTitle('Müller GmbH – Weber & Partner');
  await expect(banner(page)).toContainText('You are working in Müller GmbH (M1)');
  await heading(page, /^(Good (morning|afternoon|evening)|Hello), Anna Müller$/);
  if (script) await axe(page);
  await noOverflow(page);

  // From the foot of the sidebar.
  if (script) await hydrated(page);
  await openSidebar(page);
  if (script) await axe(page);
  await page.locator('.sidebar').getByRole('link', { name: 'Switch account' }).click();
  const where = script ? chooser(page) : page.locator('main');
  await expect(where.getByRole('radio', { name: /Müller GmbH/ }), 'the account in use is preselected').toBeChecked();
  if (script) await axe(page);
  await noOverflow(page);
  await where.getByRole('radio', { name: /Müller & Söhne/ }).check();
  await where.getByRole('button', { name: 'Continue', exact: true }).click();
  await expect(page).toHaveURL(/\/portal\/M2$/);
  await expect(banner(page)).toContainText('You are working in Müller & Söhne Immobilienverwaltung KG (M2)');
  await expect(page).toHaveTitle(/^Müller & Söhne/);

  // Back shows the other account under its own name; without JavaScript the question lies in between.
  await page.goBack();
  if (!script) await page.goBack();
  await expect(page).toHaveURL(/\/portal\/M1$/);
  await expect(banner(page)).toContainText('You are working in Müller GmbH (M1)');

  // From the banner.
  if (script) await hydrated(page);
  await banner(page).getByRole('link', { name: 'Switch account' }).click();
  await where.getByRole('radio', { name: /Anna Müller/ }).check();
  await where.getByRole('button', { name: 'Continue', exact: true }).click();
  await expect(page).toHaveURL(/\/portal\/A1$/);

  // From the list of the others on the home.
  await page.getByRole('button', { name: /^Müller GmbH .* Switch account$/ }).click();
  await expect(page).toHaveURL(/\/portal\/M1$/);
});

test('the question is answered by keyboard alone @firefox', async ({ page, mail, goto }) => {
  await enter(page, ANNA, /Müller GmbH/, mail);
  await signOut(page);
  await expect(page.getByText('You are signed out.')).toBeVisible();
  await arrive(page, ANNA, PASSWORD, { mail });

  const last = account(page, /Müller GmbH/);
  await expect(last, 'used last, so it is preselected').toBeChecked();
  await expect(last).toBeFocused();
  await expect(page.locator('label', { has: last })).toContainText('Last used');
  await last.press('ArrowDown');
  const next = page.getByRole('radio', { checked: true });
  await expect(next).toBeFocused();
  const name = await page.locator('label', { has: next }).locator('.radio-card-title').innerText();
  expect(name).not.toBe('Müller GmbH');
  await next.press('Enter');
  await expect(banner(page)).toContainText(`You are working in ${name}`);
  const there = new URL(page.url()).pathname;

  // In the dialog: Esc stays, and the focus goes back to where it was.
  const opener = banner(page).getByRole('link', { name: 'Switch account' });
  await hydrated(page);
  await opener.focus();
  await opener.press('Enter');
  await expect(chooser(page)).toBeVisible();
  await expect(page.getByRole('radio', { checked: true })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Escape');
  await expect(chooser(page)).toBeHidden();
  await expect(opener).toBeFocused();
  expect(new URL(page.url()).pathname).toBe(there);

  // "Stay" does the same.
  await opener.press('Enter');
  await chooser(page).getByRole('button', { name: `Stay in ${name}` }).click();
  await expect(chooser(page)).toBeHidden();

  // On the page of the question Esc stays in the account used last.
  await goto('/choose-account');
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(there);
});

test('the banner can be put away until the next sign-in @nojs @phone', async ({ page, mail, goto, anotherBrowser, javaScriptEnabled }) => {
  test.slow(); // three sign-ins
  const person = 'james@harper-lowe.example';
  await enter(page, person, /Harper & Lowe/, mail);
  const other = await anotherBrowser();
  await enter(other, person, /Harper & Lowe/, mail);

  await goto(new URL(page.url()).pathname);
  const dismiss = banner(page).getByRole('button', { name: 'Dismiss until next sign-in' });
  await banner(page).getByRole('link', { name: 'Switch account' }).focus();
  await page.keyboard.press('Tab');
  await expect(dismiss, 'what is used more often comes first').toBeFocused();
  // It is gone at once; another tab knows when the server does.
  const known = page.waitForResponse((answer) => answer.request().method() === 'POST');
  await dismiss.press('Enter');
  await expect(banner(page)).toBeHidden();
  await known;
  const tab = await page.context().newPage();
  await goto(new URL(page.url()).pathname, tab);
  await expect(banner(tab), 'another tab is no sign-in').toBeHidden();
  await tab.close();
  await (await ownMenu(page)).getByRole('menuitem', { name: 'Security', exact: true }).click();
  await heading(page, 'Security');
  await expect(banner(page)).toBeHidden();
  await goto(new URL(page.url()).pathname);
  await expect(banner(page), 'another page load is no sign-in').toBeHidden();
  await expect(page.locator('main').getByText('Harper & Lowe LLP').filter({ visible: true }).first(), 'the account stays in sight').toBeVisible();

  // Elsewhere it is still there: the choice is this session's.
  await other.reload();
  await expect(banner(other)).toBeVisible();

  await signOut(page);
  await expect(page).toHaveURL(/\/login$/);
  await enter(page, person, /Harper & Lowe/, mail);
  await expect(banner(page)).toBeVisible();
  if (javaScriptEnabled !== false) await axe(page);
});

test('one account: no question, no banner, nothing to switch @nojs @phone', async ({ page, mail, goto, javaScriptEnabled }) => {
  await arrive(page, KATE, PASSWORD, { mail });
  await expect(page).toHaveURL(/\/portal\/K1$/);
  const nothing = async () => {
    await expect(banner(page)).toHaveCount(0);
    await expect(page.getByText('Switch account')).toHaveCount(0);
    await expect(page.getByText('Choose an account')).toHaveCount(0);
  };
  await nothing();
  await expect(page.getByRole('heading', { name: 'Your other accounts' })).toHaveCount(0);
  if (javaScriptEnabled !== false) await axe(page);
  for (const path of ['/choose-account', '/portal', '/login']) {
    await goto(path);
    await expect(page).toHaveURL(/\/portal\/K1$/);
    await nothing();
  }
  await expect(page.getByRole('link', { name: '+49 30 555 0100' })).toHaveAttribute('href', 'tel:+49305550100');
});

test('Back and forward show each account under its own name', async ({ page, goto, mail }) => {
  await enter(page, ANNA, /Müller GmbH/, mail);
  const shows = async (code: string, name: string) => {
    await expect(page).toHaveURL(new RegExp(`/portal/${code}(/settings/notifications)?$`));
    await expect(banner(page)).toContainText(`You are working in ${name} (${code})`);
    await expect(page.getByRole('link', { name: 'Home', exact: true })).toHaveAttribute('href', `/portal/${code}`);
    if (page.url().endsWith('/notifications')) await heading(page, `Notifications for ${name}`);
    else await expect(page).toHaveTitle(`${name} – Weber & Partner`);
  };
  await goto('/portal/M1/settings/notifications');
  await shows('M1', 'Müller GmbH');
  await banner(page).getByRole('link', { name: 'Switch account' }).click();
  await account(page, /Anna Müller/).check();
  await chooser(page).getByRole('button', { name: 'Continue', exact: true }).click();
  await shows('A1', 'Anna Müller');
  await (await ownMenu(page)).getByRole('menuitem', { name: 'Notifications', exact: true }).click();
  await shows('A1', 'Anna Müller');
  await page.goBack();
  await page.goBack();
  await shows('M1', 'Müller GmbH');
  await page.goForward();
  await shows('A1', 'Anna Müller');
  await page.reload();
  await shows('A1', 'Anna Müller');
  await page.goForward();
  await shows('A1', 'Anna Müller');
});

test('two tabs hold two accounts, and each acts on its own', async ({ page, context, mail }) => {
  await enter(page, ANNA, /Müller GmbH/, mail);
  const second = await context.newPage();
  await second.goto('/portal/A1/settings/notifications');
  await hydrated(second);
  await heading(second, 'Notifications for Anna Müller');
  await page.goto('/portal/M1/settings/notifications');
  await hydrated(page);

  const mails = (tab: Page) => tab.getByRole('switch', { name: 'E-mails about this account' });
  // Whoever clicks in a tab looks at it.
  const press = async (tab: Page) => {
    await tab.bringToFront();
    await mails(tab).click();
    await expect(mails(tab)).not.toHaveAttribute('aria-busy', 'true');
  };
  // Another story of this server may have left it off.
  for (const tab of [page, second]) {
    if (!(await mails(tab).isChecked())) await press(tab);
    await expect(mails(tab)).toBeChecked();
  }
  await press(second);
  await expect(mails(second)).not.toBeChecked();
  await expect(second.getByText('Turned off by you on')).toBeVisible();
  await page.reload();
  await heading(page, 'Notifications for Müller GmbH');
  await expect(mails(page)).toBeChecked();
  await second.reload();
  await expect(mails(second)).not.toBeChecked();

  // Each tab goes on in its own account.
  for (const tab of [page, second]) {
    await tab.bringToFront();
    await tab.getByRole('link', { name: 'Home', exact: true }).click();
  }
  await expect(banner(page)).toContainText('Müller GmbH (M1)');
  await expect(banner(second)).toContainText('Anna Müller (A1)');
});

test('a link into another account opens that account, and one that is not granted says who is signed in @nojs', async ({ page, goto, mail, allow, javaScriptEnabled }) => {
  allow.status(404, /\/portal\/(K1|ZZ99)/);
  await enter(page, ANNA, /Müller GmbH/, mail);
  await goto('/portal/M2/settings/notifications');
  await heading(page, 'Notifications for Müller & Söhne Immobilienverwaltung KG');
  await expect(banner(page)).toContainText('(M2)');
  await expect(page.getByText('Choose an account')).toBeHidden();

  const texts: string[] = [];
  for (const code of ['K1', 'ZZ99']) {
    const answer = await page.goto(`/portal/${code}`);
    expect(answer?.status()).toBe(404);
    await heading(page, 'You do not have access to this account');
    await expect(page.locator('main')).toContainText(`You are signed in as ${ANNA}.`);
    await expect(page.locator('main')).not.toContainText('Kate');
    texts.push((await page.locator('main').innerText()).replaceAll(code, 'CODE'));
  }
  expect(texts[0], 'somebody else’s and nobody’s look the same').toBe(texts[1]);
  if (javaScriptEnabled !== false) await axe(page);
  await page.getByRole('link', { name: 'Go to my accounts' }).click();
  await expect(page).toHaveURL(/\/portal\/M1$/);
});

test('the chooser opens over the home when somebody comes back without having answered', async ({ page, goto, mail }) => {
  const person = 'linh@nguyen-bakery.example';
  await enter(page, person, /Familie Nguyen/, mail);
  await signOut(page);
  await arrive(page, person, PASSWORD, { mail });
  await goto('/portal');
  await expect(chooser(page)).toBeVisible();
  await axe(page);
  // It is gone at once; another page knows when the server does.
  const known = page.waitForResponse('**/portal/*/stay');
  await page.keyboard.press('Escape');
  await expect(chooser(page)).toBeHidden();
  await expect(banner(page)).toContainText('Familie Nguyen');
  await known;
  await goto('/portal');
  await expect(banner(page)).toContainText('Familie Nguyen');
  await expect(chooser(page), 'asked and answered').toBeHidden();
});

test('twelve accounts: a search narrows them, and Enter in it chooses nothing', async ({ page, mail, goto }) => {
  await arrive(page, HANA, PASSWORD, { mail });
  await expect(page).toHaveURL(/\/choose-account$/);
  await heading(page, 'アカウントを選択');
  await expect(page.getByRole('radio')).toHaveCount(12);
  const search = page.getByRole('searchbox', { name: 'アカウントを検索' });
  await search.fill('sato trading');
  await expect(page.getByRole('radio')).toHaveCount(1);
  await search.press('Enter');
  await expect(page).toHaveURL(/\/choose-account$/);
  await search.fill('ありません');
  await expect(page.getByText('検索に一致するアカウントはありません。')).toBeVisible();
  await axe(page);
  await search.fill('北斗');
  await page.getByRole('radio', { name: /株式会社北斗運輸/ }).check();
  await page.getByRole('button', { name: '続ける', exact: true }).click();
  await expect(page.getByRole('region', { name: 'このアカウント' })).toContainText('株式会社北斗運輸');

  await goto(new URL(page.url()).pathname);
  await page.locator('.sidebar').getByRole('link', { name: 'アカウントを切り替える' }).click();
  const dialog = page.getByRole('dialog', { name: 'アカウントを選択' });
  await expect(dialog.getByRole('searchbox')).toBeVisible();
  await axe(page);
  await page.setViewportSize({ width: 320, height: 640 });
  await noOverflow(page);
  await expect(dialog.getByRole('button', { name: '続ける' }), 'in sight however long the list is').toBeInViewport();
});

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
