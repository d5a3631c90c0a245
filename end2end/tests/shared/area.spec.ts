// Clients of areas: each page is woken up by its own client, and clients give over to each other. The pages are those of
// the client that only tests build (src/app/clients.test.list).
import type { Page } from '@playwright/test';
import { arrive, expect, hydrated, test } from '../../fixtures';
import { PASSWORD } from '../../support/people';

/** The client that a page asks for, by its address. */
const client = (page: Page) => page.locator('script[data-client]').getAttribute('data-client');

/** Marks the page as long as it is not loaded anew. */
const mark = (page: Page) => page.evaluate(() => { (window as { same?: boolean }).same = true; });
const isSame = (page: Page) => page.evaluate(() => Boolean((window as { same?: boolean }).same));

/** Names of the clients whose wasm was loaded since. */
function loaded(page: Page): Set<string> {
  const names = new Set<string>();
  page.on('request', (request) => {
    const name = /\/([\w-]+)\.wasm$/.exec(new URL(request.url()).pathname)?.[1];
    if (name) names.add(name);
  });
  return names;
}

test('a page of an area is woken up by its own client, which nobody else loads', async ({ page, goto, request }) => {
  const names = loaded(page);
  await goto('/dev/area');
  await page.getByRole('button', { name: 'Press' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Pressed' })).toHaveText('Pressed 1 times');
  expect([...names]).toEqual(['area']);
  const own = await client(page);
  expect(own).toMatch(/^\/pkg\/[0-9a-f]{12}\/area$/);

  for (const half of ['js', 'wasm']) {
    const file = await request.get(`${own}.${half}`);
    expect(file.status()).toBe(200);
    expect(file.headers()['cache-control']).toContain('immutable');
  }
  await goto('/login');
  expect([...names]).toEqual(['area', 'portico']);
  const other = await client(page);
  expect(other).toMatch(/^\/pkg\/[0-9a-f]{12}\/portico$/);
  expect(other?.split('/')[2], 'another hash').not.toBe(own?.split('/')[2]);
});

test('a link within an area loads nothing anew', async ({ page, goto }) => {
  await goto('/dev/area');
  await mark(page);
  await page.getByRole('link', { name: 'Second page' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Its second page');
  await expect(page).toHaveURL(/\/dev\/area\/second$/);
  expect(await isSame(page)).toBe(true);
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('An area');
  expect(await isSame(page)).toBe(true);
});

test('a link to a page of another client loads it as a whole, and Back leads to the area again', async ({ page, goto }) => {
  const names = loaded(page);
  await goto('/dev/area');
  await page.getByRole('link', { name: 'Second page' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Its second page');
  await mark(page);
  await page.getByRole('link', { name: 'Sign-in' }).click();
  await page.waitForURL('**/login');
  await hydrated(page);
  expect(await isSame(page)).toBe(false);
  expect(await client(page)).toMatch(/\/portico$/);
  expect([...names]).toEqual(['area', 'portico']);
  await expect(page.getByLabel('E-mail', { exact: true })).toBeEditable();

  await page.goBack();
  await page.waitForURL('**/dev/area/second');
  await hydrated(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Its second page');
  await page.getByRole('button', { name: 'Press' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Pressed' })).toHaveText('Pressed 1 times');
  // Within the area as before, also over what was loaded anew.
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('An area');
});

test('from an area to a page that nothing wakes up, and to the staff\'s client', async ({ page, goto, mail }) => {
  await arrive(page, 'mika@weber.example', PASSWORD, { mail });
  const names = loaded(page);
  await goto('/dev/area');
  await page.getByRole('link', { name: 'Help', exact: true }).click();
  await page.waitForURL('**/help');
  await expect(page.locator('html')).toHaveAttribute('data-hydrated', 'never');
  await page.goBack();
  await page.waitForURL('**/dev/area');
  await hydrated(page);
  await page.getByRole('link', { name: 'Accounts' }).click();
  await page.waitForURL('**/app/accounts');
  await hydrated(page);
  expect(await client(page)).toMatch(/\/staff$/);
  expect([...names]).toEqual(['area', 'staff']);
});

test('a client that is led to another one\'s page by itself gives over, too', async ({ page, goto }) => {
  await goto('/dev/area');
  await mark(page);
  await page.getByRole('button', { name: 'Lead to the sign-in' }).click();
  await expect(page.getByLabel('E-mail', { exact: true })).toBeEditable();
  await hydrated(page);
  expect(await isSame(page)).toBe(false);
  expect(await client(page)).toMatch(/\/portico$/);
  await page.goBack();
  await page.waitForURL('**/dev/area');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('An area');
});

test('before its client is there, and without one, the pages of an area are there @only-nojs', async ({ page, goto }) => {
  await goto('/dev/area');
  await page.getByRole('link', { name: 'Second page' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Its second page');
  await page.getByRole('link', { name: 'Sign-in' }).click();
  await expect(page.getByLabel('E-mail', { exact: true })).toBeEditable();
});
