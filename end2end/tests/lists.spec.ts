// What lists do by themselves: waking up, being drawn anew, being searched.
import type { Locator } from '@playwright/test';
import { alive, expect, test, TOM } from '../support/staff';

test.use({ porticoEnv: {} }); // a server of its own

test('waking up changes nothing in a list', async ({ page, goto, enter }) => {
  await enter();
  for (const path of ['/app/accounts', '/app/contacts']) {
    await goto(path);
    await alive(page);
    // What came from the server beside what stands there now: only an outline of the rows came along for the scripts.
    const differing = await page.evaluate(async () => {
      const sent = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html');
      const rowsOf = (of: Document) => [...of.querySelectorAll('tbody tr')];
      const [before, now] = [rowsOf(sent), rowsOf(document)] as const;
      if (!now.length || before.length !== now.length) return [`${before.length} rows, then ${now.length}`];
      return now.flatMap((row, place) => row.isEqualNode(before[place] ?? null) ? [] : [row.outerHTML]);
    });
    expect(differing, path).toEqual([]);
  }
});

/** The element, told from another one that takes its place. */
async function mark(it: Locator): Promise<void> {
  await it.evaluate((element: HTMLElement) => (element.dataset['old'] = ''));
}

test('a list that is drawn anew keeps the focus and a press that has begun', async ({ page, goto, enter, newAccount, anotherBrowser }) => {
  await enter();
  const code = await newAccount({ name: 'Bleibt AG' });
  const tom = await enter(TOM, await anotherBrowser());
  const listens = page.waitForResponse('**/live?*');
  await goto('/app/accounts');
  await listens;
  const link = page.getByTestId(`account-${code}`).getByRole('link');
  await link.focus();
  await mark(link);
  await newAccount({ name: 'Kommt hinzu GmbH' }, tom);
  await expect(page.getByText('Kommt hinzu GmbH')).toBeVisible();
  await expect(page.locator('[data-old]')).toHaveCount(0);
  await expect(link, 'the new row has the focus of the old one').toBeFocused();

  // A mouse button is down for a tenth of a second, and meanwhile a colleague adds another one. It stands behind this row.
  await mark(link);
  await link.hover();
  await page.mouse.down();
  await newAccount({ name: 'Zuletzt GmbH' }, tom);
  await expect(page.locator('[data-old]')).toHaveCount(0);
  await page.mouse.up();
  await expect(page.getByRole('heading', { level: 1, name: 'Bleibt AG' })).toBeVisible();
});

test('a search that was sent is not followed once more', async ({ page, goto, enter }) => {
  await enter();
  let rest = () => {};
  const rested = new Promise<void>((go) => (rest = go));
  await page.exposeFunction('rested', rest);
  // Typing rests as soon as the form is on its way: not before, however slow this machine is.
  await page.addInitScript(() => {
    const later = window.setTimeout;
    const resting: (() => void)[] = [];
    window.setTimeout = ((act: () => void, after?: number) => {
      if (after !== 250) return later(act, after);
      return resting.push(act);
    }) as typeof window.setTimeout;
    addEventListener('submit', () => later(() => {
      for (const act of resting) act();
      (window as unknown as { rested: () => void }).rested();
    }));
  });
  await goto('/app/accounts');
  // The answer is late, and the typing has rested before it comes.
  const asked: string[] = [];
  await page.route('**/api/clients/accounts*', (route) => {
    asked.push(route.request().postData() ?? '');
    return route.continue();
  });
  await page.route('**/app/accounts?*q=weit*', async (route) => {
    await rested;
    await route.continue();
  });
  const search = page.getByRole('searchbox');
  await search.focus();
  await page.keyboard.insertText('weit weg');
  await search.press('Enter');
  await expect(page.getByText('No accounts match “weit weg”.')).toBeVisible();
  // What changed just before makes the list look again, without the search.
  expect(asked.filter((it) => it.includes('weit')), 'the page itself brings what was found').toEqual([]);
});
