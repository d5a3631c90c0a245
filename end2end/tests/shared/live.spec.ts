// What happens in one browser is seen in the others, without reloading.
import {
  alive, announced, arrive, EVA, expect, expectOff, expectOn, openAccount, PASSWORD, rowOf, test, toggle, TOM,
} from '../../support/staff';
import { signOut } from '../../support/people';

import type { Locator } from '@playwright/test';

test('a switch flipped by a colleague moves here as well, and says who did it @firefox', async ({ page, goto, enter, newAccount, anotherBrowser, mail }) => {
  await enter(EVA);
  const code = await newAccount({ name: 'Gleichzeitig GmbH', contact: 'Gitta Leich', email: 'gitta@gleichzeitig.example' });
  const tom = await enter(TOM, await anotherBrowser());
  await goto(`/app/accounts/${code}/info`, tom);
  const list = await enter(TOM, await anotherBrowser());
  await goto(`/app/accounts?q=${code}`, list);
  await expect(list.getByTestId(`account-${code}`)).toContainText('No access');

  await toggle(page, 'EMAIL SYNC', 'gitta@gleichzeitig.example').click();
  await expectOn(toggle(tom, 'EMAIL SYNC', 'gitta@gleichzeitig.example'));
  await expect(announced(tom)).toHaveText('EMAIL SYNC turned on by Eva Weber');
  await expect(announced(page), 'nobody is told of their own click').toHaveText('');

  await toggle(tom, 'LOGIN', 'gitta@gleichzeitig.example').click();
  await tom.getByRole('dialog').getByRole('button', { name: 'Send invitation now' }).click();
  await expectOn(toggle(page, 'LOGIN', 'gitta@gleichzeitig.example'));
  await expect(announced(page)).toHaveText(/(LOGIN turned on|Invitation sent) by Tom Krüger/);
  await expect(rowOf(page, 'gitta@gleichzeitig.example')).toContainText(/Invited \d/);
  await expect(list.getByTestId(`account-${code}`)).toContainText('Invited');

  // A client who activates is seen as well.
  const link = await mail.link('gitta@gleichzeitig.example', /\/invite\//);
  const gitta = await anotherBrowser();
  await gitta.goto(link);
  await alive(gitta);
  await gitta.locator('input[autocomplete="new-password"]').first().fill('seven wet otters on the roof');
  await gitta.getByRole('button', { name: 'Activate' }).click();
  await gitta.waitForURL(/\/portal\//);
  await expect(rowOf(page, 'gitta@gleichzeitig.example')).toContainText('Active, last sign-in');
  await expect(rowOf(tom, 'gitta@gleichzeitig.example')).toContainText('Active, last sign-in');
});

/** When this switch is next seen on, by the clock that all pages share. */
function isOn(control: Locator): Promise<number> {
  return control.evaluate(async (it) => {
    while (it.getAttribute('aria-checked') !== 'true') await new Promise((go) => setTimeout(go, 10));
    return Date.now();
  });
}

test('a colleague sees a change within two seconds', async ({ page, goto, enter, newAccount, anotherBrowser }) => {
  await enter(EVA);
  const code = await newAccount({ name: 'Eilig GmbH', contact: 'Elli Eilig', email: 'elli@eilig.example' });
  const tom = await enter(TOM, await anotherBrowser());
  const listens = tom.waitForResponse('**/live?*');
  await goto(`/app/accounts/${code}/info`, tom);
  await listens;
  const mine = toggle(page, 'EMAIL SYNC', 'elli@eilig.example');
  const his = isOn(toggle(tom, 'EMAIL SYNC', 'elli@eilig.example'));
  const clicked = await mine.evaluate((it: HTMLElement) => {
    it.click();
    return Date.now();
  });
  await expect(mine).not.toHaveAttribute('aria-busy', 'true');
  const saved = await mine.evaluate(() => Date.now());
  // On a machine so busy that saving itself takes long, the news may as well.
  expect((await his) - clicked).toBeLessThan(Math.max(2_000, 3 * (saved - clicked)));
});

test('a page whose stream a proxy refused listens again by itself, and hears what it missed', async ({ page, goto, enter, newAccount, anotherBrowser, allow }) => {
  allow.status(502, /\/live/);
  await enter(EVA);
  const code = await newAccount({ name: 'Neustart GmbH', contact: 'Nora Start', email: 'nora@neustart.example' });
  const tom = await enter(TOM, await anotherBrowser());
  // As a proxy answers while the server behind it starts again: to the browser this is the end of the stream.
  let asked = 0;
  await tom.route('**/live*', async (route) => {
    asked += 1;
    await (asked === 1 ? route.fulfill({ status: 502, body: 'Bad gateway' }) : route.continue());
  });
  await goto(`/app/accounts/${code}/info`, tom);
  await expect.poll(() => asked).toBeGreaterThan(0);
  await toggle(page, 'EMAIL SYNC', 'nora@neustart.example').click();
  await expectOn(toggle(page, 'EMAIL SYNC', 'nora@neustart.example'));
  // Two to four seconds later.
  await expect.poll(() => asked, { timeout: 10_000 }).toBeGreaterThan(1);
  await expectOn(toggle(tom, 'EMAIL SYNC', 'nora@neustart.example'));
});

test('a contact added by a colleague appears here', async ({ page, goto, enter, newAccount, anotherBrowser }) => {
  await enter(EVA);
  const code = await newAccount({ name: 'Zuwachs GmbH' });
  const tom = await enter(TOM, await anotherBrowser());
  await goto(`/app/accounts/${code}/contacts/new`, tom);
  await tom.getByLabel('Contact name').fill('Zora Wachs');
  await tom.getByLabel('E-mail', { exact: true }).fill('zora@zuwachs.example');
  await tom.getByRole('button', { name: 'Add contact' }).click();
  await expect(toggle(page, 'NOTIFY', 'zora@zuwachs.example')).toBeChecked();
  await expect(announced(page)).toHaveText('Changed by Tom Krüger');
  await toggle(page, 'EMAIL SYNC', 'zora@zuwachs.example').click();
  await expectOn(toggle(tom, 'EMAIL SYNC', 'zora@zuwachs.example'));
});

test('conflicting clicks end in one state on both screens', async ({ page, goto, enter, newAccount, anotherBrowser, allow }) => {
  allow.status(409, /\/info\/switch/);
  await enter(EVA);
  const code = await newAccount({ name: 'Streit GmbH', contact: 'Stine Reit', email: 'stine@streit.example' });
  const tom = await enter(TOM, await anotherBrowser());
  await goto(`/app/accounts/${code}/info`, tom);
  const hers = toggle(page, 'EMAIL SYNC', 'stine@streit.example');
  const his = toggle(tom, 'EMAIL SYNC', 'stine@streit.example');

  // Both clicks are on their way before either is answered.
  const waiting: (() => void)[] = [];
  for (const one of [page, tom]) {
    await one.route('**/info/switch*', async (route) => {
      await new Promise<void>((go) => {
        waiting.push(go);
        if (waiting.length === 2) waiting.forEach((release) => release());
      });
      await route.continue();
    });
  }
  await Promise.all([hers.click(), his.click()]);
  await expect(async () => {
    for (const control of [hers, his]) await expect(control).not.toHaveAttribute('aria-busy', 'true', { timeout: 100 });
    await expectOn(hers);
    await expectOn(his);
  }).toPass();
  const refused = [page, tom].map((one) => one.getByText('Somebody else changed this at the same time.').filter({ visible: true }));
  const said = await Promise.all(refused.map(async (text) => (await text.count()) > 0));
  expect(said.filter(Boolean), 'exactly one of them was told').toHaveLength(1);
  for (const one of [page, tom]) {
    await one.unroute('**/info/switch*');
    await one.reload();
    await alive(one);
  }
  await expectOn(hers);
  await expectOn(his);
});

test('the open portal of a client notices that LOGIN went off, and on again', async ({ page, goto, enter, anotherBrowser, mail, allow }) => {
  allow.status(404, /\/portal\/M2\?closed/);
  await enter(EVA);
  const code = await openAccount(page, 'Müller & Söhne Immobilienverwaltung KG');
  const anna = await anotherBrowser();
  await arrive(anna, 'anna@mueller.example', PASSWORD, { mail });
  await goto(`/portal/${code}`, anna);
  const other = await anna.context().newPage();
  await goto('/portal/M1', other);

  const login = toggle(page, 'LOGIN', 'anna@mueller.example');
  await login.click();
  await page.getByRole('dialog', { name: 'Turn this off?' }).getByRole('button', { name: 'Turn LOGIN off' }).click();
  await expectOff(login);
  await expect(anna.getByRole('heading', { name: 'Access to this account has ended' })).toBeVisible();
  await expect(anna.locator('body'), 'nothing of it stays').not.toContainText('Immobilienverwaltung');
  await anna.goBack();
  await expect(anna.locator('body'), 'Back does not show it again').not.toContainText('Immobilienverwaltung');
  await expect(other.getByRole('alert').filter({ hasText: 'Your access has changed.' })).toBeVisible();
  await goto('/portal/M1', anna);
  await expect(anna.locator('main')).not.toContainText('Immobilienverwaltung');

  await login.click();
  await page.getByRole('dialog', { name: /^Turn LOGIN on/ }).getByRole('button', { name: 'Turn on', exact: true }).click();
  await expectOn(login);
  await expect(anna.getByRole('alert').filter({ hasText: 'Your access has changed.' })).toBeVisible();
  await anna.getByRole('button', { name: 'Reload the page' }).click();
  await alive(anna);
  await expect(anna.locator('main')).toContainText('Müller & Söhne Immobilienverwaltung KG');
});

test('losing the last account leaves nothing on the screen', async ({ page, goto, enter, anotherBrowser, mail }) => {
  await enter(EVA);
  const code = await openAccount(page, 'Žofia Dvořáková');
  const zofia = await anotherBrowser();
  await arrive(zofia, 'zofia@dvorakova.example', PASSWORD, { mail });
  await goto(`/portal/${code}`, zofia);
  await toggle(page, 'LOGIN', 'zofia@dvorakova.example').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Turn LOGIN off' }).click();
  await expect(zofia).toHaveURL(/\/login\/closed/);
  await expect(zofia.locator('body')).not.toContainText('Dvořáková');
});

test('a session that is ended elsewhere signs its tabs out @firefox', async ({ page, goto, anotherBrowser, mail, allow }) => {
  allow.status(401, /\/api\/access\/who/);
  for (const [email, security, landing] of [
    ['mika@weber.example', '/app/settings/security', '/app/accounts/M1/info'],
    ['kate@smith.example', '/portal/K1/settings/security', '/portal/K1'],
  ] as const) {
    const elsewhere = await anotherBrowser();
    await arrive(elsewhere, email, PASSWORD, { mail });
    await goto(landing, elsewhere);
    await page.context().clearCookies();
    await arrive(page, email, PASSWORD, { mail });
    await goto(security);
    await page.getByRole('button', { name: 'Sign out on all other devices' }).click();
    await expect(page.getByText('All other devices were signed out.')).toBeVisible();
    await expect(elsewhere, email).toHaveURL(/\/login\?next=/);
    await expect(elsewhere.getByLabel('Password', { exact: true })).toBeVisible();
  }
});

test('signing out in one tab leads the others to the sign-in, and from there back to where they were', async ({ page, goto, mail, allow }) => {
  allow.status(401, /\/api\//);
  await arrive(page, 'kate@smith.example', PASSWORD, { mail });
  const other = await page.context().newPage();
  await goto('/portal/K1/settings/security?from=mail', other);
  await goto('/portal/K1');
  await page.bringToFront();
  await signOut(page);
  await expect(other).toHaveURL(/\/login\?next=/);
  const next = new URL(other.url()).searchParams.get('next');
  expect(next).toBe('/portal/K1/settings/security?from=mail');
});
