// A forgotten password, from the question to the notice.
import type { Page } from '@playwright/test';
import { arrive, axe, expect, hydrated, noOverflow, test, type MailSink } from '../../fixtures';
import { aMoment, givePassword, heading, NEW_PASSWORD, PASSWORD, problem, wordsWith } from '../../support/people';

const sent = (email: string) => `If ${email} has access, a link is on its way.`;

/** Somebody has forgotten their password; the link from the mail. */
async function askForLink(page: Page, goto: (path: string) => Promise<void>, mail: MailSink, person: string): Promise<string> {
  const before = mail.mark();
  await goto('/password/forgot');
  await page.getByLabel('E-mail', { exact: true }).fill(person);
  await page.getByRole('button', { name: 'Send link' }).click();
  await expect(page.getByText(sent(person))).toBeVisible();
  return mail.link(person, /\/password\/reset\//, { after: before });
}

test('a forgotten password is set anew from the mail @nojs @phone @firefox', async ({ page, goto, request, anotherBrowser, mail, allow, javaScriptEnabled, extraHTTPHeaders }) => {
  test.slow(); // a long story, with every page checked in light and dark
  allow.status(422, /\/(login|password\/reset)$/);
  allow.status(410, /\/password\/reset\?link=/);
  allow.status(401, /\/(live|api\/)/); // the other browser hears that its session has ended
  const person = 'ewan@macleod-whisky.example';

  // Somewhere else the same person is signed in.
  const other = await anotherBrowser({ javaScriptEnabled: true });
  await arrive(other, person, PASSWORD, { mail });
  await heading(other, /Ewan MacLeod$/);

  await goto('/login');
  await page.getByRole('link', { name: 'Forgot password?' }).click();
  await heading(page, 'Forgot your password?');
  if (javaScriptEnabled !== false) await axe(page);
  await page.getByLabel('E-mail', { exact: true }).fill(person);
  let before = mail.mark();
  await page.getByRole('button', { name: 'Send link' }).click();
  await expect(page.getByRole('status').filter({ hasText: sent(person) })).toBeVisible();
  await expect(page.getByText('Look in your spam or junk folder.')).toBeVisible();
  if (javaScriptEnabled !== false) await axe(page);
  await noOverflow(page);
  const link = await mail.link(person, /\/password\/reset\//, { after: before });

  // What a scanner in between does with it.
  for (let visit = 1; visit <= 5; visit += 1) {
    expect((await request.head(link)).status()).toBe(200);
    expect((await request.get(link)).status()).toBe(200);
  }

  await goto(link);
  await expect(page, 'the token is not in the address').toHaveURL(/\/password\/reset\?link=[0-9a-f]{16}$/);
  await heading(page, 'Set a new password');
  await expect(page.getByLabel('E-mail', { exact: true })).toHaveValue(person);
  await expect(page.getByLabel('E-mail', { exact: true })).toHaveAttribute('readonly');
  const password = page.getByLabel('New password', { exact: true });
  await expect(password).toHaveAttribute('autocomplete', 'new-password');
  if (javaScriptEnabled !== false) await axe(page);
  await noOverflow(page);
  await password.fill('qwertzuiopasdf');
  await page.getByRole('button', { name: 'Set new password' }).click();
  await expect(problem(page), 'a weak one is refused and the link stays good').toBeVisible();
  if (javaScriptEnabled !== false) await hydrated(page);
  if (javaScriptEnabled !== false) await axe(page);

  before = mail.mark();
  await password.fill(NEW_PASSWORD);
  await page.getByRole('button', { name: 'Set new password' }).click();
  await expect(page).toHaveURL(/\/portal\/M\d+$/);
  await heading(page, /Ewan MacLeod$/);

  // The other browser is out, at once and by itself.
  await expect(other).toHaveURL(/\/login\?next=/);

  const notice = await mail.waitFor(person, /your password was changed/, { after: before });
  const facts = notice.text.replace(/[^\S\n]+/g, ' ');
  expect(facts).toMatch(/Time\W+\d{1,2} \w{3} \d{4}.*(CET|CEST)/);
  expect(facts).toContain(extraHTTPHeaders?.['x-forwarded-for']);
  expect(facts).toContain('Local network');
  expect(facts).toMatch(/Operating system\W+(Linux|Windows|macOS|Android)/);
  expect(facts).toMatch(/Browser\W+(Chrom|Firefox)/);
  expect(facts).toContain('Not you? Contact Weber & Partner right away: +49 30 555 0100');

  // A second click on the same link.
  await goto(link);
  await expect(page.getByText('This link has already been used.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Send me a new link' })).toBeVisible();
  if (javaScriptEnabled !== false) await axe(page);

  // The old password is worth nothing.
  await other.goto('/login');
  await givePassword(other, person, PASSWORD);
  await expect(problem(other)).toContainText('That e-mail or password is incorrect.');
  await hydrated(other);
  await aMoment(other);
  await givePassword(other, person, NEW_PASSWORD);
  await heading(other, 'Check your e-mail');
});

test('known, unknown and closed addresses get the same answer, and only the known one a mail', async ({ page, goto, mail }) => {
  const before = mail.mark();
  const answers: string[] = [];
  for (const email of ['nobody@nowhere.example', 'old@archive.example', 'max@never.example', 'books@macleod-whisky.example']) {
    await goto('/password/forgot');
    await page.getByLabel('E-mail', { exact: true }).fill(email);
    await page.getByRole('button', { name: 'Send link' }).click();
    answers.push((await wordsWith(page, page.getByText(sent(email)))).replace(email, 'their address'));
  }
  expect(new Set(answers).size).toBe(1);
  await mail.waitFor('books@macleod-whisky.example', /set a new password/, { after: before });
  for (const email of ['nobody@nowhere.example', 'old@archive.example', 'max@never.example']) {
    expect(mail.to(email), email).toEqual([]);
  }
});

test('only the newest link works, and whoever has several accounts is asked which', async ({ page, goto, mail, allow }) => {
  allow.status(410, /\/password\/reset\?link=/);
  const person = 'siobhan@obrien-dental.example';
  const links: string[] = [];
  for (let time = 1; time <= 2; time += 1) {
    links.push(await askForLink(page, goto, mail, person));
  }
  await goto(links[0] ?? '');
  await expect(page.getByText(/This link was replaced by a newer one\. Use the latest e-mail, sent at \d\d:\d\d\./)).toBeVisible();
  await axe(page);
  await goto(links[1] ?? '');
  await page.getByLabel('New password', { exact: true }).fill(NEW_PASSWORD);
  await page.getByRole('button', { name: 'Set new password' }).click();
  await heading(page, 'Choose an account');
  await expect(page.getByText('Your new password is set, and you are signed in.')).toBeVisible();

  allow.status(404, /\/password\/reset$/);
  await goto('/password/reset/this-was-never-a-link-of-ours-not-at-all');
  await heading(page, 'This link arrived incomplete');
});

test('what is no address is said to be none', async ({ page, goto, allow }) => {
  allow.status(422, /\/password\/forgot$/);
  await goto('/password/forgot');
  await page.getByLabel('E-mail', { exact: true }).fill('kate@');
  // The browser would say so itself; here the form is sent all the same.
  await page.locator('form[action="/password/forgot"]').evaluate((form: HTMLFormElement) => form.submit());
  await expect(problem(page)).toContainText('Please enter a complete e-mail address');
  await expect(page.getByLabel('E-mail', { exact: true })).toHaveValue('kate@');
  await axe(page);
});

test('two links in one browser work side by side, and without cookies the page says what to do @nojs', async ({ page, goto, mail, allow, javaScriptEnabled }) => {
  allow.status(409, /\/password\/reset$/);
  allow.status(422, /\/password\/reset$/);
  await goto('/password/reset');
  await heading(page, 'Please open the link in the e-mail again');
  await expect(page.getByRole('link', { name: 'Send me a new link' })).toBeVisible();
  if (javaScriptEnabled !== false) await axe(page);
  await noOverflow(page);

  const links: string[] = [];
  for (const person of ['olivia@harper-lowe.example', 'linh@nguyen-bakery.example']) {
    links.push(await askForLink(page, goto, mail, person));
  }
  await goto(links[0] ?? '');
  await expect(page.getByLabel('E-mail', { exact: true })).toHaveValue('olivia@harper-lowe.example');
  const tab = await page.context().newPage();
  await goto(links[1] ?? '', tab);
  await expect(tab.getByLabel('E-mail', { exact: true })).toHaveValue('linh@nguyen-bakery.example');
  // Each form is its own link's, whichever was opened last.
  await page.bringToFront();
  await page.getByLabel('New password', { exact: true }).fill('short');
  await page.locator('form[action="/password/reset"]').evaluate((form: HTMLFormElement) => form.submit());
  await expect(problem(page)).toBeVisible();
  await expect(page.getByLabel('E-mail', { exact: true })).toHaveValue('olivia@harper-lowe.example');

  // A browser that no longer holds the link of a form takes it for no other.
  await page.context().clearCookies();
  await goto(links[1] ?? '', tab);
  await page.bringToFront();
  await page.getByLabel('New password', { exact: true }).fill(NEW_PASSWORD);
  await page.getByRole('button', { name: 'Set new password' }).click();
  await heading(page, 'Another link was opened');
  if (javaScriptEnabled !== false) await axe(page);
  await page.getByRole('link', { name: 'Continue with the other link' }).click();
  await expect(page.getByLabel('E-mail', { exact: true })).toHaveValue('linh@nguyen-bakery.example');
  await goto(links[0] ?? '');
  await expect(page.getByLabel('E-mail', { exact: true })).toHaveValue('olivia@harper-lowe.example');
});
