// What is around every page and does not depend on its client: one stream of news for all tabs, a client that gave up, where
// the focus goes on the way within the page, and the person's menu.
import type { Page, Request } from '@playwright/test';
import { alive, expect, expectOff, expectOn, hydrated, PASSWORD, test, toggle, TOM } from '../../support/staff';
import { arrive } from '../../fixtures';
import { heading, ownMenu, signOut } from '../../support/people';
import { frames, hold } from '../../support/hold';

type Listening = Window & { streams?: EventSource[] };

/** How many streams of news the tabs of this browser hold open. From within: of a page that is left or closed, nothing says
 * from outside that its request has ended. */
async function watchStreams(page: Page): Promise<() => Promise<number>> {
  await page.context().addInitScript(() => {
    const streams = ((window as Listening).streams = []) as EventSource[];
    window.EventSource = class extends EventSource {
      constructor(...about: ConstructorParameters<typeof EventSource>) {
        super(...about);
        streams.push(this);
      }
    };
  });
  const open = (tab: Page) => tab.evaluate(() => (window as Listening).streams?.filter((it) => it.readyState !== EventSource.CLOSED).length ?? 0);
  return async () => (await Promise.all(page.context().pages().map(open))).reduce((one, other) => one + other, 0);
}

test('eight tabs of one browser share one stream: the eighth loads, and all of them hear the news', async ({ page, goto, enter, newAccount, anotherBrowser }) => {
  test.slow();
  await enter();
  const code = await newAccount({ name: 'Vieltab GmbH', contact: 'Viola Tab', email: 'viola@vieltab.example' });
  const streams = await watchStreams(page);
  const tabs = [page];
  for (let count = 1; count < 8; count += 1) tabs.push(await page.context().newPage());
  // A browser opens six connections to a host: with a stream each, the seventh tab would never be there.
  for (const tab of tabs) await goto(`/app/accounts/${code}/info`, tab);
  await expect.poll(streams, 'one tab listens for all').toBe(1);

  const tom = await enter(TOM, await anotherBrowser());
  await goto(`/app/accounts/${code}/info`, tom);
  const sync = (it: Page) => toggle(it, 'EMAIL SYNC', 'viola@vieltab.example');
  await expectOff(sync(tom));
  await sync(tom).click();
  await expectOn(sync(tom));
  for (const tab of tabs) await expectOn(sync(tab));

  // The one that listened goes; another takes over and has missed nothing.
  await tabs.pop()?.close();
  await sync(tom).click();
  await expectOff(sync(tom));
  for (const tab of tabs) await expectOff(sync(tab));
  await expect.poll(streams).toBe(1);
  for (const tab of tabs.slice(1)) await tab.close();
});

test('a tab that listens again asks for what it has not heard, however quiet it was', async ({ page, goto, enter }) => {
  const isStream = (request: Request) => new URL(request.url()).pathname === '/live';
  await enter();
  // A stream has told all that was missed, and the tab that holds it says so to the others; one that began too late for
  // this tab is answered at once that it is behind.
  let hear = () => {};
  const told = new Promise<void>((go) => (hear = go));
  await page.exposeFunction('told', hear);
  await page.addInitScript(() => {
    let whole = false;
    window.BroadcastChannel = class extends BroadcastChannel {
      constructor(name: string) {
        super(name);
        this.addEventListener('message', ({ data: [kind] }) => {
          if (kind === 'begin') whole = true;
          else if (kind === 'here' && whole) (window as unknown as { told: () => void }).told();
        });
      }
      override postMessage(words: string[]): void {
        if (words[0] === 'behind') whole = false;
        super.postMessage(words);
      }
    };
  });
  await goto('/app/accounts');
  const { news = '' } = await page.locator('script[data-news]').evaluate((it: HTMLElement) => ({ ...it.dataset }));
  const other = await page.context().newPage();
  const leads = other.waitForRequest(isStream);
  await goto('/app/accounts', other);
  await Promise.all([leads, told]);
  const asks = page.waitForRequest(isStream);
  await other.close();
  const after = new URL((await asks).url()).searchParams.get('after') ?? '';
  expect(after > news, `asks from ${after}, the page began at ${news}`).toBe(true);
});

test('signing out in one tab ends what the others show', async ({ page, goto, mail, allow }) => {
  allow.status(401, /\/api\//);
  await arrive(page, 'kate@smith.example', PASSWORD, { mail });
  const tabs = [await page.context().newPage(), await page.context().newPage()];
  for (const tab of tabs) await goto('/portal/K1/settings/profile', tab);
  await page.bringToFront();
  await signOut(page);
  await heading(page, 'Sign in');
  for (const tab of tabs) await expect(tab).toHaveURL(/\/login\?next=/);
});

test('after the client gave up every link and every form works as the server drew it', async ({ page, goto, mail, allow }) => {
  // What waking up relies on is missing, so that the client really panics.
  allow.console(/panicked|unreachable|RuntimeError|portico|hydrat/i);
  await arrive(page, 'kate@smith.example', PASSWORD, { mail });
  await page.route('**/portal/K1', async (route) => {
    const answer = await route.fetch();
    const whole = await answer.text();
    await route.fulfill({ response: answer, body: whole.replace(/<h1[\s\S]*?<\/h1>/, '') });
  });
  await page.goto('/portal/K1');
  await page.locator('html[data-hydrated="failed"]').waitFor({ state: 'attached' });
  await page.evaluate(() => ((window as unknown as { same: boolean }).same = true));
  await (await ownMenu(page)).getByRole('menuitem', { name: 'Profile', exact: true }).click();
  await expect(page).toHaveURL(/\/settings\/profile$/);
  await heading(page, 'Profile');
  expect(await page.evaluate(() => 'same' in window), 'the browser has followed the link itself').toBe(false);

  await page.unroute('**/portal/K1');
  await hydrated(page);
  await page.evaluate(() => (document.documentElement.dataset['hydrated'] = 'failed'));
  await (await ownMenu(page)).getByRole('menuitemradio', { name: 'Dark', exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page).toHaveURL(/\/settings\/profile$/);
  await hydrated(page);
  await (await ownMenu(page)).getByRole('menuitemradio', { name: 'Same as my device', exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'system');
  await goto('/portal/K1');
});

test('on the way within the page the focus goes to the heading, and the page is named aloud', async ({ page, goto, mail }) => {
  await arrive(page, 'kate@smith.example', PASSWORD, { mail });
  await goto('/portal/K1');
  const status = page.locator('.sr-only > [role=status]');
  await expect(page.locator('h1'), 'not when a page is loaded').not.toBeFocused();
  await expect(status).toHaveText('');
  await page.evaluate(() => ((window as unknown as { same: boolean }).same = true));
  await (await ownMenu(page)).getByRole('menuitem', { name: 'Security', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Security' })).toBeFocused();
  await expect(status).toHaveText('Security');
  await expect(page.locator('#person'), 'the menu has closed').toBeHidden();
  await page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: 'Who has access' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Who has access' })).toBeFocused();
  await expect(status).toHaveText('Who has access');
  expect(await page.evaluate(() => 'same' in window), 'nothing was loaded').toBe(true);
});

test('whoever went on with Tab before a page arrived keeps the focus', async ({ page, goto, enter }) => {
  await enter();
  await goto('/app/accounts');
  await page.locator('.sidebar').getByRole('link', { name: 'Accounts', exact: true }).focus();
  await page.keyboard.press('Tab');
  const next = page.locator('.sidebar').getByRole('link', { name: 'Contacts', exact: true });
  await expect(next).toBeFocused();
  // It arrives only now, and whatever wants the focus asks for it in the next frames.
  await page.evaluate(() => dispatchEvent(new Event('arrived', { cancelable: true })));
  await frames(page, 5);
  await expect(next).toBeFocused();
});

test('a page that is left while it wakes up leaves no error behind', async ({ page, mail, goto }) => {
  await arrive(page, 'kate@smith.example', PASSWORD, { mail });
  // The texts fail while the client is still on its way, as they do in Firefox when a link is followed.
  let come = () => {};
  const late = new Promise<void>((go) => (come = go));
  await page.route('**/pkg/*/*.js', async (route) => {
    if (!route.request().url().endsWith('page.js')) await late;
    await route.continue();
  });
  const texts = page.waitForEvent('requestfailed', (it) => it.url().endsWith('/en.json'));
  await page.route('**/en.json', (route) => route.abort('aborted'));
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.goto('/portal/K1');
  await texts;
  // What nobody has caught is told after the next task.
  await page.evaluate(() => new Promise((go) => setTimeout(go)));
  expect(errors).toEqual([]);
  come();
  await page.unrouteAll({ behavior: 'wait' });
  await goto('/portal/K1');
});

test('a stream that asks with a session renewed meanwhile asks once more, and the page stays', async ({ page, mail }) => {
  await arrive(page, 'kate@smith.example', PASSWORD, { mail });
  let asked = 0;
  const again = page.waitForRequest((it) => it.url().includes('/live?') && asked > 0);
  await page.route('**/live?*', (route) => {
    asked += 1;
    if (asked > 1) return route.continue();
    return route.fulfill({ contentType: 'text/event-stream', body: 'event: over\ndata: nobody\n\n' });
  });
  const loaded: string[] = [];
  page.on('request', (it) => it.isNavigationRequest() && loaded.push(`${it.method()} ${new URL(it.url()).pathname}`));
  await page.goto('/portal/K1/settings/profile');
  await again;
  await heading(page, 'Profile');
  expect(loaded, 'nothing was sent away').toEqual(['GET /portal/K1/settings/profile']);
});

test('coming back to a list the focus is on the link that led away, and in a form with faults on the summary', async ({ page, goto, enter, allow }) => {
  allow.status(422, /\/app\/accounts\/new$/);
  await enter();
  await goto('/app/accounts');
  const link = page.getByTestId(/^account-/).first().getByRole('link').first();
  await link.click();
  await page.waitForURL(/\/info$/);
  await expect(page.locator('h1')).toBeFocused();
  await page.goBack();
  await expect(link).toBeFocused();

  // However long the list takes.
  await page.clock.install();
  await goto('/app/accounts');
  await link.click();
  await page.waitForURL(/\/info$/);
  await expect(page.locator('h1')).toBeFocused();
  const answer = await hold(page, '**/api/clients/accounts*');
  const asked = page.waitForRequest('**/api/clients/accounts*');
  await page.goBack();
  await asked;
  await page.clock.runFor(5_000);
  answer();
  await expect(link).toBeFocused();

  // And however soon: the list may be there before the page says that it has arrived.
  await link.click();
  await page.waitForURL(/\/info$/);
  await expect(page.locator('h1')).toBeFocused();
  await page.clock.pauseAt(Date.now() + 60_000);
  await page.goBack();
  await expect(link).toBeVisible();
  await page.clock.runFor(5_000);
  await expect(link).toBeFocused();
  await page.clock.resume();
  await goto('/app/accounts/new');
  await page.locator('main form').getByRole('button').click();
  await alive(page);
  await expect(page.locator('.error-summary')).toBeFocused();
});

test('the menu of the person opens by touch and key, and closes by Esc, beside it and by a link @nojs @phone', async ({ page, mail, javaScriptEnabled }) => {
  await arrive(page, 'kate@smith.example', PASSWORD, { mail });
  const menu = await ownMenu(page);
  await expect(menu).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();
  await page.locator('#person-button').click();
  await menu.getByRole('menuitem', { name: 'Notifications', exact: true }).click();
  await expect(page).toHaveURL(/\/settings\/notifications$/);
  await heading(page, /^Notifications/);
  await expect(menu).toBeHidden();
  if (javaScriptEnabled !== false) await hydrated(page);
  const settings = page.getByRole('navigation', { name: 'Settings' });
  await expect(settings.getByRole('link', { name: 'Notifications' })).toHaveAttribute('aria-current', 'page');
  await settings.getByRole('link', { name: 'Profile' }).click();
  await heading(page, 'Profile');
});
