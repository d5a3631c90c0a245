// Forms show that they are on their way, are sent once, and say in the page's own words what is missing.
import { alive, EVA, expect, test } from '../../support/staff';

test('a form is sent once, however often somebody presses', async ({ page, enter }) => {
  await enter(EVA);
  await page.goto('/app/accounts/new');
  await alive(page);
  let sent = 0;
  let answer = () => {};
  const held = new Promise<void>((go) => (answer = go));
  await page.route(/\/app\/accounts\/new\?for=/, async (route) => {
    sent += 1;
    await held;
    return route.continue();
  });
  await page.locator('#account-name').fill('Einmal GmbH');
  // Written down within the page: from outside nothing can be read while another page is on its way.
  const [idle, at] = await page.evaluate(() => {
    const create = document.querySelector('main form button.btn-primary') as HTMLElement;
    const look = () => {
      const { left, top, width, height } = create.getBoundingClientRect();
      return { busy: create.getAttribute('aria-busy'), text: create.innerText, place: [left, top, width, height] };
    };
    const note = () => sessionStorage.setItem('seen', JSON.stringify(look()));
    new MutationObserver(note).observe(create, { attributes: true });
    const { left, top, width, height } = create.getBoundingClientRect();
    return [look(), { x: left + width / 2, y: top + height / 2 }] as const;
  });
  await page.mouse.click(at.x, at.y);
  await expect.poll(() => sent).toBe(1);
  await page.mouse.click(at.x, at.y);
  await page.keyboard.press('Enter');
  answer();
  await expect(page.getByRole('heading', { level: 1, name: 'Einmal GmbH' })).toBeVisible();
  expect(sent).toBe(1);
  const seen = await page.evaluate(() => JSON.parse(sessionStorage.getItem('seen') ?? 'null'));
  expect(seen, 'busy, and neither its text nor its place changed').toEqual({ ...idle, busy: 'true' });
  await page.goBack();
  await expect(page.locator('main form button.btn-primary')).not.toHaveAttribute('aria-busy', 'true');
});

test('an empty field is told at once, in the language of the page', async ({ anotherBrowser }) => {
  const german = await anotherBrowser({ locale: 'de-DE' });
  await german.goto('/login');
  let sent = 0;
  german.on('request', (request) => (sent += request.method() === 'POST' && request.url().endsWith('/login') ? 1 : 0));
  await german.getByRole('button', { name: 'Anmelden', exact: true }).click();
  const email = german.locator('#email');
  await expect(email).toBeFocused();
  await expect(email).toHaveAttribute('aria-invalid', 'true');
  await expect(email).toHaveAccessibleDescription('Bitte füllen Sie dieses Feld aus.');
  expect(sent).toBe(0);
  await email.fill('anna@mueller.example');
  await expect(email).not.toHaveAttribute('aria-invalid', 'true');
  await expect(german.locator('.field-error')).toHaveCount(1);
});

test('without JavaScript the server says the same @nojs', async ({ anotherBrowser, allow }) => {
  allow.status(422, /\/login/);
  const plain = await anotherBrowser({ javaScriptEnabled: false, locale: 'de-DE' });
  await plain.goto('/login');
  await plain.getByRole('button', { name: 'Anmelden', exact: true }).click();
  await expect(plain.locator('.field-error')).toHaveCount(2);
  await expect(plain.locator('#email')).toHaveAccessibleDescription('Bitte füllen Sie dieses Feld aus.');
});

test('the chosen file is named, and no word of the browser is on the page', async ({ page, enter, goto }) => {
  await enter(EVA);
  await goto('/app/settings/firm/look');
  const input = page.locator('#logo-logo');
  await expect(page.getByText('No file chosen')).toBeVisible();
  await input.setInputFiles({ name: 'unser-logo.png', mimeType: 'image/png', buffer: Buffer.from('x') });
  await expect(page.getByText('unser-logo.png')).toBeVisible();
  await expect(page.getByText('No file chosen')).toBeHidden();
});
