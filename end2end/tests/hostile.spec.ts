// Every form about clients, filled by somebody who means no good: told why, nothing stored by halves.
import { alive, codeOf, EVA, expect, post, rowOf, test } from '../support/staff';
import { BAD_ADDRESSES, BAD_NAMES, IMAGE, LONG, refuses, SCRIPT, type Fault } from '../support/hostile';
import type { Page } from '@playwright/test';

test.use({ porticoEnv: {} }); // a server of its own

const HIDDEN = 'This contains line breaks or invisible characters.';
const SAYS: Record<Fault, string> = {
  empty: 'Please fill this in.',
  long: 'Please use at most 200 characters.',
  hidden: HIDDEN,
};

const howMany = async (page: Page, list: string): Promise<number> => {
  await page.goto(list);
  await alive(page);
  return page.locator('tbody tr').count();
};

test('no form takes a name that is none', async ({ page, enter, newAccount }) => {
  await enter(EVA);
  const code = await newAccount({ name: 'Feste Burg GmbH', contact: 'Frida Burg', email: 'frida@burg.example' });
  const contact = (await page.getByRole('link', { name: 'Frida Burg', exact: true }).getAttribute('href')) ?? '';
  const before = { accounts: await howMany(page, '/app/accounts?q=a'), contacts: await howMany(page, '/app/contacts?q=example') };

  for (const [what, name, fault] of BAD_NAMES) {
    const says = SAYS[fault];
    await refuses(page, '/app/accounts/new', { kind: 'company', name }, says, what);
    if (name !== '') {
      await refuses(page, '/app/accounts/new', { kind: 'company', name: 'Fine AG', contact: name, email: 'fine@example.org', locale: 'en' }, says, `contact: ${what}`);
    }
    await refuses(page, `/app/accounts/${code}/edit`, { version: '1', kind: 'company', name }, says, what);
    await refuses(page, `/app/accounts/${code}/contacts/new`, { name, email: 'fine@example.org', locale: 'en' }, says, what);
    await refuses(page, contact, { version: '1', name, locale: 'en' }, says, what);
  }
  await refuses(page, '/app/accounts/new', { kind: 'empire', name: 'Fine AG' }, 'Please choose a type.', 'an unknown kind');
  await refuses(page, contact, { version: '1', name: 'Fine', locale: '../../etc' }, 'Please choose a language.', 'an unknown language');
  await refuses(page, `/app/accounts/${code}/contacts/new`, { name: 'Fine', email: 'fine@example.org', locale: 'en', role: LONG }, 'Please use at most', 'a long role');
  await refuses(page, `/app/accounts/${code}/contacts/new`, { name: 'Fine', email: 'fine@example.org', locale: 'en', role: 'a\r\nb' }, HIDDEN, 'a role with a line break');

  expect(await howMany(page, '/app/accounts?q=a')).toBe(before.accounts);
  expect(await howMany(page, '/app/contacts?q=example')).toBe(before.contacts);
  await page.goto(`/app/accounts/${code}/info`);
  await expect(page.getByRole('heading', { level: 1, name: 'Feste Burg GmbH' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Frida Burg', exact: true })).toBeVisible();
});

test('no form takes an address that is none, and no mail goes to one', async ({ page, enter, newAccount, mail }) => {
  await enter(EVA);
  const code = await newAccount({ name: 'Adresshof GmbH', contact: 'Adele Hof', email: 'adele@hof.example' });
  const contact = (await page.getByRole('link', { name: 'Adele Hof', exact: true }).getAttribute('href')) ?? '';
  const setting = (await rowOf(page, 'adele@hof.example').getAttribute('data-testid'))?.slice(4) ?? '';
  await page.goto(contact);
  const change = (await page.locator('form[action*="/emails/"]').first().getAttribute('action')) ?? '';
  const before = { mails: mail.mark(), contacts: await howMany(page, '/app/contacts?q=example') };

  for (const [what, email, says] of [['empty', '', SAYS.empty], ...BAD_ADDRESSES] as const) {
    if (email !== '') {
      await refuses(page, '/app/accounts/new', { kind: 'company', name: 'Fine AG', contact: 'Fine', email, locale: 'en' }, says, what);
      await refuses(page, `/app/accounts/${code}/contacts/new`, { name: 'Fine', email: 'fine@example.org', email2: email, locale: 'en' }, says, `second: ${what}`);
    }
    await refuses(page, `/app/accounts/${code}/contacts/new`, { name: 'Fine', email, locale: 'en' }, says, what);
    await refuses(page, `${contact}/emails`, { email }, says, what);
    await refuses(page, change, { email }, says, what);
    await refuses(page, `/app/accounts/${code}/info/emails/${setting}/change`, { email }, says, what);
  }
  expect(await howMany(page, '/app/contacts?q=example')).toBe(before.contacts);
  expect(mail.messages.slice(before.mails).map(({ to }) => to)).toEqual([]);
});

test('a message that is too long is not sent, and LOGIN stays off', async ({ page, enter, newAccount, mail }) => {
  await enter(EVA);
  const code = await newAccount({ name: 'Redselig GmbH', contact: 'Rosi Selig', email: 'rosi@redselig.example' });
  const setting = (await rowOf(page, 'rosi@redselig.example').getAttribute('data-testid'))?.slice(4) ?? '';
  const at = `/app/accounts/${code}/info/emails/${setting}`;
  await refuses(page, `${at}/login`, { version: '1', how: 'invite', message: LONG }, 'The message can be at most 2000 characters long.', 'a long message');
  await page.reload();
  await expect(page.getByRole('switch', { name: 'LOGIN: rosi@redselig.example' })).not.toBeChecked();
  expect(mail.to('rosi@redselig.example')).toEqual([]);

  // Forms that make no sense at all.
  for (const form of [{ version: 'x', how: 'invite' }, { version: '1', how: 'magic' }, { version: '-1' }]) {
    const status = (await post(page, `${at}/login`, form)).status;
    expect([400, 409], JSON.stringify(form)).toContain(status);
  }
  for (const form of [
    { setting: 'nothing', which: 'notify', on: 'true', version: '1' },
    { setting, which: 'everything', on: 'true', version: '1' },
    { setting, which: 'notify', on: 'perhaps', version: '1' },
    { setting, which: 'notify', on: 'false', version: '99999999999999999999' },
    {},
  ]) {
    const status = (await post(page, `/app/accounts/${code}/info/switch`, form)).status;
    expect([400, 404], JSON.stringify(form)).toContain(status);
  }
  for (const id of ['0', '..%2f..', "'%20OR%201=1--", '00000000-0000-0000-0000-000000000000']) {
    expect((await post(page, `/app/accounts/${code}/info/emails/${id}/invite`, { message: '' })).status, id).toBe(404);
  }
  await page.reload();
  await expect(page.getByRole('switch', { name: 'NOTIFY: rosi@redselig.example' })).toBeChecked();
});

test('a form from another site, or of nonsense bytes, is turned away', async ({ page, enter, newAccount, portico }) => {
  await enter(EVA);
  await newAccount({ name: 'Zaun GmbH' });
  const form = { kind: 'company', name: 'Trojan AG' };
  for (const headers of [{ origin: 'https://evil.example' }, { origin: portico.url, 'sec-fetch-site': 'cross-site' }, {}] as Record<string, string>[]) {
    const answer = await page.request.post('/app/accounts/new', { form, headers, maxRedirects: 0 });
    expect(answer.status(), JSON.stringify(headers)).toBe(403);
  }
  const headers = { origin: portico.url, 'content-type': 'application/x-www-form-urlencoded' };
  const broken = await page.request.post('/app/accounts/new', { headers, data: Buffer.from('kind=company&name=%FF%FE'), maxRedirects: 0 });
  expect(broken.status()).toBe(400);
  const huge = await page.request.post('/app/accounts/new', { headers, data: Buffer.from(`name=${'x'.repeat(262_144)}`), maxRedirects: 0 });
  expect(huge.status()).toBe(413);
  expect(await howMany(page, '/app/accounts?q=trojan')).toBe(0);
});

test('a very long search is an answer, not a breakdown @nojs', async ({ page, enter, goto, javaScriptEnabled }) => {
  await enter(EVA);
  for (const path of ['/app/accounts', '/app/contacts']) {
    await goto(path);
    const search = page.getByRole('searchbox');
    await search.focus();
    await page.keyboard.insertText(LONG); // as if pasted
    await search.press('Enter');
    await expect(page.getByText(/^No (accounts|contacts) match/)).toBeVisible();
    await search.fill(`${SCRIPT}%_\\'`);
    await search.press('Enter');
    await expect(page.getByText(`match “${SCRIPT}%_\\'”.`)).toBeVisible();
    if (javaScriptEnabled !== false) await page.reload();
    await expect(search).toHaveValue(`${SCRIPT}%_\\'`);
    await expect(page.getByText(`match “${SCRIPT}%_\\'”.`)).toBeVisible();
  }
});

test('names with markup are text wherever they stand @nojs @phone', async ({ page, enter, goto, newAccount, anotherBrowser, mail }) => {
  test.slow(); // many pages
  const name = `Ltd ${SCRIPT}${IMAGE}`;
  const person = `Eve ${IMAGE}</title></textarea>{{7*7}}`;
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await enter(EVA);
  const address = `eve.${Date.now()}@markup.example`;
  const code = await newAccount({ name, contact: person, email: address });
  await expect(page).toHaveTitle(new RegExp(`^${escape(`${name} (${code})`)}`));
  await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
  await expect(page.locator('main')).toContainText('characters that are not allowed in file names');
  const contact = (await page.getByRole('link', { name: person, exact: true }).getAttribute('href')) ?? '';
  const setting = (await rowOf(page, address).getAttribute('data-testid'))?.slice(4) ?? '';
  const at = `/app/accounts/${code}/info/emails/${setting}`;

  for (const [path, text] of [
    [`/app/accounts?q=${code}`, name],
    [`/app/accounts?q=${encodeURIComponent('<script>')}`, name],
    [`/app/accounts/${code}/edit`, `Edit ${name}`],
    [`/app/accounts/${code}/edit?ask=archive`, `Archive ${name} (${code})?`],
    [`/app/accounts/${code}/contacts/new`, `Add a contact to ${name}`],
    [`/app/accounts/${code}/contacts/new?q=${encodeURIComponent(person)}`, person],
    [`/app/contacts?q=${encodeURIComponent(person)}`, `${name} (${code})`],
    [contact, person],
    [`${contact}?unlink=${code}`, `Unlink ${person} from ${name}?`],
    [`${at}/login`, name],
    [`${at}/change`, person],
    [`${at}/notifications`, person],
  ] as const) {
    await goto(path);
    await expect(page.getByText(text).filter({ visible: true }).first(), path).toBeVisible();
    expect(await page.locator('img[src=x]').count(), path).toBe(0);
  }
  await goto(contact);
  await expect(page).toHaveTitle(`${person} – Weber & Partner`);
  await goto(`/app/accounts/${code}/edit`);
  await expect(page.locator('#account-name')).toHaveValue(name);

  // And in the mail, and on the page that it leads to.
  await goto(`${at}/login`);
  await page.getByRole('dialog').getByLabel('Personal message').fill(`${SCRIPT}\r\nBcc: evil@example.org`);
  await page.getByRole('dialog').getByRole('button', { name: 'Send invitation now' }).click();
  await page.waitForURL(/\/info$/);
  const sent = await mail.waitFor(address, /invites you/);
  expect(sent.to).toEqual([address]);
  expect(Object.keys(sent.headers)).not.toContain('bcc');
  expect(sent.html).not.toMatch(/<script|<img src=x/i);
  expect(sent.text.replace(/\s+/g, ' '), 'its lines are broken, not its words').toContain(name);
  const eve = await anotherBrowser();
  eve.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await eve.goto(/http\S+\/invite\/[^\s)>]+/.exec(sent.text)?.[0] ?? '');
  await expect(eve.getByText(name, { exact: true })).toBeVisible();
  expect(await eve.locator('img[src=x]').count()).toBe(0);
  expect(dialogs).toEqual([]);
  await goto(`/app/accounts/${code}/info`);
  expect(codeOf(page)).toBe(code);
});

test('what was typed comes back into the form as text', async ({ page, enter, goto, newAccount, allow }) => {
  allow.status(422, /\/app\//);
  await enter(EVA);
  const code = await newAccount({ name: 'Rückgabe GmbH', contact: 'Rita Gabe', email: 'rita@rueckgabe.example' });
  await goto('/app/accounts/new');
  await page.locator('#account-kind').selectOption('company');
  await page.getByLabel('Contact name').fill(SCRIPT);
  await page.getByRole('textbox', { name: /^E-mail/ }).fill('a@localhost');
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByLabel('Contact name')).toHaveValue(SCRIPT);
  await goto(`/app/accounts/${code}/contacts/new`);
  await page.getByLabel('Contact name').fill(IMAGE);
  await page.getByLabel('E-mail', { exact: true }).fill('a@localhost');
  await page.getByLabel('Role in the account').fill(`</textarea>${SCRIPT}`);
  await page.getByRole('button', { name: 'Add contact' }).click();
  await expect(page.getByLabel('Contact name')).toHaveValue(IMAGE);
  await expect(page.getByLabel('Role in the account')).toHaveValue(`</textarea>${SCRIPT}`);
});

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
