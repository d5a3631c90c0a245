// The firm itself: what it says, how it looks, and where it answers.
import { alive, axe, EVA, expect, noOverflow, test } from '../support/staff';

// A server of its own, whose sender is one long word.
test.use({ porticoEnv: { PORTICO_MAIL_FROM: 'portal@steuerberatungweberundpartner.example' } });

/** One transparent pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

test('what a firm says of itself is on its sign-in page at once, and a mistake loses nothing @nojs @phone', async ({ page, goto, enter, anotherBrowser, allow }) => {
  allow.status(422, /\/app\/settings\/firm$/);
  await enter();
  await goto('/app/settings/firm');
  await expect(page.getByRole('heading', { level: 1, name: 'Firm details' })).toBeVisible();
  await page.getByLabel('Postal address').fill('Lindenstraße 7\n10969 Berlin');
  await page.getByLabel('Website').fill('www.weber.example');
  await page.getByLabel('Phone').fill('call me');
  await page.getByLabel('How many days an invitation works').fill('91');
  await page.getByRole('button', { name: 'Save' }).click();

  const summary = page.getByRole('alert', { name: 'There is a problem' });
  await expect(summary).toContainText('Please enter a whole number from 1 to 90.');
  await expect(summary).toContainText('Please use only digits, spaces and + - / ( ), at most 40 characters.');
  await expect(page.getByLabel('Postal address')).toHaveValue('Lindenstraße 7\n10969 Berlin');
  await expect(page.getByLabel('Website')).toHaveValue('www.weber.example');
  await alive(page);
  await noOverflow(page);
  await page.getByLabel('Phone').fill('+49 30 555 0199');
  await page.getByLabel('How many days an invitation works').fill('90');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await expect(page.getByLabel('How many days an invitation works')).toHaveValue('90');

  const client = await anotherBrowser();
  await client.goto('/login');
  await expect(client.getByText('Lindenstraße 7, 10969 Berlin')).toBeVisible();
  await expect(client.getByRole('link', { name: '+49 30 555 0199' })).toBeVisible();
  await expect(client.getByRole('link', { name: 'www.weber.example' })).toHaveAttribute('href', 'https://www.weber.example/');
});

test('a colleague who edits at the same time is told and undoes nothing @nojs', async ({ page, goto, enter, allow }) => {
  allow.status(409, /\/app\/settings\/firm$/);
  await enter();
  await goto('/app/settings/firm');
  const second = await page.context().newPage();
  await goto('/app/settings/firm', second);
  await page.bringToFront();
  await page.getByLabel('Sender name').fill('Kanzlei Weber');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await second.bringToFront();
  await second.getByLabel('Sender name').fill('Too late');
  await second.getByRole('button', { name: 'Save' }).click();
  await expect(second.getByText('Somebody else changed this at the same time.')).toBeVisible();
  await expect(second.getByLabel('Sender name')).toHaveValue('Kanzlei Weber');
  await second.close();
});

test('logo and colours are everywhere at once, and go again @nojs', async ({ page, goto, enter, anotherBrowser, allow, mail, javaScriptEnabled }) => {
  allow.status(422, /\/app\/settings\/firm\/look/);
  await enter();
  await goto('/app/settings/firm/look');
  const client = await anotherBrowser();

  await page.getByLabel('Choose an image').setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from('<svg/>') });
  await page.getByRole('button', { name: 'Upload' }).click();
  await expect(page.getByRole('alert', { name: 'There is a problem' })).toContainText('This file is not a PNG, JPEG or WebP image.');
  await alive(page);
  await page.getByLabel('Choose an image').setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: PIXEL });
  await page.getByRole('button', { name: 'Upload' }).click();
  await expect(page.getByText('The logo was saved.')).toBeVisible();
  await expect(page.getByRole('img', { name: 'The logo of your firm' })).toBeVisible();
  await client.goto('/login');
  await expect(client.locator('img[src^="/brand/"]')).toHaveCount(1);

  await alive(page);
  await page.getByLabel('Accent').fill('#ffcc00');
  await page.getByLabel('Sidebar').fill('#5a1a3c');
  await page.getByRole('button', { name: 'Save colours' }).click();
  await expect(page.getByRole('alert', { name: 'There is a problem' })).toContainText('White text on this colour has a contrast of 1.5:1; at least 4.5:1 is needed.');
  await expect(page.getByLabel('Sidebar')).toHaveValue('#5a1a3c');
  await alive(page);
  await page.getByLabel('Accent').fill('#0b6b43');
  await page.getByRole('button', { name: 'Save colours' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await expect(page.getByRole('banner').first()).toHaveCSS('background-color', 'rgb(90, 26, 60)');
  await client.goto('/login');
  await expect(client.getByRole('button', { name: 'Sign in', exact: true })).toHaveCSS('background-color', 'rgb(11, 107, 67)');
  if (javaScriptEnabled !== false) {
    await axe(page);
    await axe(client);
  }

  await alive(page);
  const before = mail.mark();
  await page.getByRole('button', { name: 'Send me a test e-mail' }).click();
  await expect(page.getByText(`The test e-mail is on its way to ${EVA}.`)).toBeVisible();
  const trial = await mail.waitFor(EVA, /test e-mail$/, { after: before });
  expect(trial.raw).toContain('Content-ID: <logo@portico>');

  await alive(page);
  await page.getByText('Restore original colours', { exact: true }).click();
  await page.getByRole('button', { name: 'Yes, restore colours' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await alive(page);
  await page.getByText('Remove logo', { exact: true }).click();
  if (javaScriptEnabled !== false) await axe(page);
  await page.getByRole('button', { name: 'Yes, remove logo' }).click();
  await expect(page.getByText('The logo was removed.')).toBeVisible();
  await client.goto('/login');
  await expect(client.locator('img[src^="/brand/"], link[rel=icon][href^="/brand/"]')).toHaveCount(0);
});

test('another main address is asked about, leads old links on, and locks nobody out @nojs', async ({ page, goto, enter, anotherBrowser, allow, portico }) => {
  allow.status(422, /\/app\/settings\/firm\/hosts/);
  await enter();
  await goto('/app/settings/firm/hosts');
  await page.getByLabel('Host name').fill('https://localhost/');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('alert', { name: 'There is a problem' })).toContainText('Please enter only the host name, without https://, port or path.');
  await expect(page.getByLabel('Host name')).toHaveValue('https://localhost/');
  await alive(page);
  await page.getByLabel('Host name').fill('localhost');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByText('localhost was added.')).toBeVisible();
  await alive(page);

  await page.getByRole('link', { name: 'Make this the main address …' }).click();
  await expect(page.getByRole('heading', { name: 'Make localhost the main address?' })).toBeVisible();
  await expect(page.getByText(`${portico.url}/login?stay`)).toBeVisible();
  await alive(page);
  await page.getByRole('checkbox', { name: 'I opened the new address in my browser, and it works' }).check();
  await page.getByRole('button', { name: 'Make it the main address' }).click();
  await expect(page.getByText('localhost is now the main address.')).toBeVisible();

  const stranger = (await anotherBrowser()).request;
  const led = await stranger.get('/password/forgot?a=b', { maxRedirects: 0 });
  expect(led.status()).toBe(308);
  expect(led.headers()['location']).toBe(`${portico.url.replace('127.0.0.1', 'localhost')}/password/forgot?a=b`);
  expect((await stranger.get('/login?stay', { maxRedirects: 0 })).status()).toBe(200);

  await alive(page);
  await page.getByRole('link', { name: 'Make this the main address …' }).click();
  await alive(page);
  await page.getByRole('checkbox', { name: 'I opened the new address in my browser, and it works' }).check();
  await page.getByRole('button', { name: 'Make it the main address' }).click();
  await expect(page.getByText('127.0.0.1 is now the main address.')).toBeVisible();
  await alive(page);
  await page.getByRole('link', { name: 'Remove localhost' }).click();
  await page.getByRole('dialog', { name: 'Remove localhost?' }).getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByText('localhost was removed.')).toBeVisible();
});
