// Getting in, as clients do: with JavaScript, before it has arrived, and without it.
import type { Page, Route } from '@playwright/test';
import { axe, expect, hydrated, noOverflow, test } from '../../fixtures';
import { EVA, giveCode, givePassword, heading, ownMenu, PASSWORD, problem, signOut, wordsWith } from '../../support/people';
import { hold } from '../../support/hold';

const WRONG = 'That e-mail or password is incorrect. You can reset your password below.';

test('a page that wakes up leaves alone whoever is typing by then', async ({ page, goto, allow }) => {
  allow.status(422, /\/login$/);
  await goto('/login');
  const wake = await hold(page, '**/*.wasm');
  await givePassword(page, 'nobody@nowhere.example', 'cannot be your password');
  await expect(problem(page)).toContainText(WRONG);
  const email = page.getByLabel('E-mail', { exact: true });
  await email.fill('somebody@nowhere.example');
  await expect(email).toBeFocused();
  wake();
  await hydrated(page);
  await expect(email).toBeFocused();
  await expect(email).toHaveValue('somebody@nowhere.example');
});

test('a wrong password and an unknown address get the same answer @nojs @phone @dark @firefox', async ({ page, goto, allow, javaScriptEnabled }) => {
  allow.status(422, /\/login$/);
  await goto('/login');
  await heading(page, 'Sign in');
  if (javaScriptEnabled !== false) await axe(page);
  await noOverflow(page);

  const answers: string[] = [];
  for (const email of ['kate@smith.example', 'nobody@nowhere.example']) {
    await givePassword(page, email, 'not my password at all');
    const said = problem(page).filter({ hasText: WRONG });
    await expect(said).toBeVisible();
    await expect(page).toHaveTitle(/^Error: Sign in/);
    await expect(page.getByLabel('E-mail', { exact: true }), 'the address is not to be typed again').toHaveValue(email);
    await expect(page.getByLabel('Password', { exact: true })).toHaveValue('');
    if (javaScriptEnabled !== false) await expect(said, 'a screen reader reads it first').toBeFocused();
    if (javaScriptEnabled !== false) await hydrated(page); // with the Show button
    answers.push(await wordsWith(page, said));
  }
  expect(answers[1]).toBe(answers[0]);
  if (javaScriptEnabled !== false) await axe(page);
  await noOverflow(page);

  await page.getByRole('link', { name: 'Forgot password?' }).click();
  await heading(page, 'Forgot your password?');
});

test('a code counts with spaces and dashes, and a typing mistake costs nothing @nojs @phone @firefox', async ({ page, goto, mail, allow, javaScriptEnabled }) => {
  allow.status(422, /\/login\/code$/);
  await goto('/login');
  const before = mail.mark();
  await givePassword(page, 'priya@patel.example');
  await heading(page, 'Check your e-mail');
  await expect(page.getByText('We sent a code to p***@patel.example at')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Didn’t get a code?' })).toBeVisible();
  await expect(page.getByText('Still nothing? Contact us:')).toBeVisible();
  if (javaScriptEnabled !== false) await axe(page);
  await noOverflow(page);

  const code = await mail.code('priya@patel.example', { after: before });
  const letter = await mail.waitFor('priya@patel.example', /is your sign-in code/, { after: before });
  expect(letter.subject).toContain(`${code.slice(0, 3)} ${code.slice(3)}`);
  expect(letter.text, 'nothing in this mail is to be clicked').not.toMatch(/https?:\/\//);
  for (const fact of ['Time', 'IP address', 'Place', 'Operating system', 'Browser']) expect(letter.text).toContain(fact);

  // Five digits: said at once, and no try is lost.
  const input = page.getByLabel('Code', { exact: true });
  await giveCode(page, '12345');
  await expect(problem(page).getByText('A code has 6 digits. Please check what you entered.')).toBeVisible();
  await expect(input).toHaveAttribute('aria-invalid', 'true');
  if (javaScriptEnabled !== false) await hydrated(page);
  if (javaScriptEnabled !== false) await axe(page);

  await giveCode(page, `${code.slice(0, 3)}-${code.slice(3)}`);
  await expect(page).toHaveURL(/\/portal\/P\d+$/);
  await heading(page, /^(Good (morning|afternoon|evening)|Hello), Priya Patel$/);
});

for (const [how, person, write] of [
  ['as the mail writes it', 'o@single.example', (code: string) => ` ${code.slice(0, 3)} ${code.slice(3)} `],
  ['with a dash', 'linh@nguyen-bakery.example', (code: string) => `${code.slice(0, 3)}-${code.slice(3)}`],
] as const) {
  test(`a code is pasted ${how}`, async ({ page, goto, mail, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await goto('/login');
    const before = mail.mark();
    await givePassword(page, person);
    const code = await mail.code(person, { after: before });
    const input = page.getByLabel('Code', { exact: true });
    await expect(input, 'the cursor is where the code goes').toBeFocused();
    await expect(input).toHaveAttribute('autocomplete', 'one-time-code');
    await expect(input).toHaveAttribute('inputmode', 'numeric');
    await hydrated(page);
    await page.evaluate((text) => navigator.clipboard.writeText(text), write(code));
    await input.press('ControlOrMeta+v');
    await input.press('Enter');
    await expect(page).toHaveURL(/\/(portal\/O\d+|choose-account)$/);
  });
}

test('a password may be pasted, shown and hidden', async ({ page, goto, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await goto('/login');
  const password = page.getByLabel('Password', { exact: true });
  await page.evaluate((text) => navigator.clipboard.writeText(text), PASSWORD);
  await password.focus();
  await password.press('ControlOrMeta+v');
  await expect(password).toHaveValue(PASSWORD);
  await expect(password).toHaveAttribute('type', 'password');
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(password).toHaveAttribute('type', 'text');
  await page.getByRole('button', { name: 'Hide', exact: true }).click();
  await expect(password).toHaveAttribute('type', 'password');
});

test('after five wrong codes the page says what helps, and counts down to it', async ({ page, goto, mail, allow }) => {
  allow.status(422, /\/login\/code$/);
  await page.clock.install();
  await goto('/login');
  const before = mail.mark();
  await givePassword(page, 'daniel@thornbury.example');
  const code = await mail.code('daniel@thornbury.example', { after: before });
  const wrong = code === '000000' ? '111111' : '000000';
  const alert = problem(page);
  for (let attempt = 1; attempt <= 4; attempt += 1) {
    await giveCode(page, wrong);
    await expect(alert).toContainText('This code is incorrect or older than 15 minutes.');
    await expect(page.getByLabel('Code', { exact: true })).toHaveValue('');
  }
  await giveCode(page, wrong);
  await expect(alert).toContainText('Too many wrong codes.');
  await axe(page);

  // The page's minute passes at once; the server's, and the new code, are a test of the server's.
  await hydrated(page);
  const again = page.getByRole('button', { name: /^Send a new code/ });
  await expect(again, 'the button counts down').toHaveText(/in \d+ s/);
  await expect(again).toHaveAttribute('aria-disabled', 'true');
  await page.clock.runFor(60_000);
  await expect(again).toHaveText('Send a new code');
  await expect(again).not.toHaveAttribute('aria-disabled');
});

test('asking for another code too soon is answered, not obeyed @only-nojs', async ({ page, goto, mail, allow }) => {
  allow.status(429, /\/login\/code\/resend$/);
  await goto('/login');
  const before = mail.mark();
  await givePassword(page, 'treasurer@st-marys.example');
  const code = await mail.code('treasurer@st-marys.example', { after: before });
  await page.getByRole('button', { name: 'Send a new code', exact: true }).click();
  await expect(problem(page)).toContainText(/Please wait \d+ s before asking for another code\./);
  await giveCode(page, code);
  await expect(page).toHaveURL(/\/portal\/S\d+$/);
});

test('somebody whose accounts are all archived is told whom to ask', async ({ page, goto, allow }) => {
  allow.status(422, /\/login$/);
  await goto('/login');
  await givePassword(page, 'old@archive.example');
  await expect(problem(page)).toContainText('You no longer have access to this portal. If you have questions, please contact us: +49 30 555 0100 · kanzlei@weber.example');
});

test('a link to a page inside leads there after the sign-in @nojs', async ({ page, goto, mail }) => {
  await goto('/portal/K1/settings/security');
  await expect(page).toHaveURL(/\/login\?next=/);
  await expect(page.getByText('Please sign in to continue.')).toBeVisible();
  const before = mail.mark();
  await givePassword(page, 'kate@smith.example');
  await giveCode(page, await mail.code('kate@smith.example', { after: before }));
  await expect(page).toHaveURL(/\/portal\/K1\/settings\/security$/);
  await heading(page, 'Security');

  await page.goto('/login');
  await expect(page, 'the form is for those who are outside').toHaveURL(/\/portal\/K1$/);
});

test('a link to another site is not followed after the sign-in', async ({ page, goto, mail }) => {
  await goto('/login?next=https://evil.example/portal/K1');
  const before = mail.mark();
  await givePassword(page, 'kate@smith.example');
  await giveCode(page, await mail.code('kate@smith.example', { after: before }));
  await expect(page).toHaveURL(/\/portal\/K1$/);
});

async function signedOut(page: Page): Promise<void> {
  await signOut(page);
  await heading(page, 'Sign in');
  await expect(page.getByText('You are signed out.')).toBeVisible();
}

test('signing in does not wait for the program of the page', async ({ page, mail }) => {
  // Held back until the story is over; the load of each page goes on without it.
  let release = (): void => {};
  const released = new Promise<void>((done) => (release = done));
  await page.route(/\.wasm$/, async (route: Route) => {
    await released;
    await route.continue().catch(() => {}); // the page that asked may be gone
  });
  const asleep = () => expect(page.locator('html')).not.toHaveAttribute('data-hydrated');

  await page.goto('/login');
  const before = mail.mark();
  await givePassword(page, 'james@harper-lowe.example');
  await giveCode(page, await mail.code('james@harper-lowe.example', { after: before }));
  await heading(page, 'Choose an account');
  await page.getByRole('radio', { name: /James Harper/ }).check();
  await asleep();
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await expect(page.getByRole('region', { name: 'This account' })).toContainText('You are working in James Harper');
  await page.getByRole('link', { name: 'Switch account' }).first().click();
  await heading(page, 'Choose an account');
  await asleep();
  await page.getByRole('radio', { name: /Harper & Lowe LLP/ }).check();

  // It arrives while somebody is choosing: the choice stays.
  release();
  await page.locator('html[data-hydrated="true"]').waitFor({ state: 'attached' });
  await expect(page.getByRole('radio', { name: /Harper & Lowe LLP/ })).toBeChecked();
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await expect(page.getByRole('region', { name: 'This account' })).toContainText('You are working in Harper & Lowe LLP');
});

test('typing before the page is alive is not lost @firefox', async ({ page }) => {
  let release = (): void => {};
  const released = new Promise<void>((done) => (release = done));
  await page.route(/\.wasm$/, async (route) => {
    await released;
    await route.continue();
  });
  await page.goto('/login');
  await page.getByLabel('E-mail', { exact: true }).fill('kate@smith.example');
  await page.getByLabel('Password', { exact: true }).fill('half a passw');
  release();
  await page.locator('html[data-hydrated="true"]').waitFor({ state: 'attached' });
  await expect(page.getByLabel('E-mail', { exact: true })).toHaveValue('kate@smith.example');
  await expect(page.getByLabel('Password', { exact: true })).toHaveValue('half a passw');
  await expect(page.getByLabel('Password', { exact: true })).toBeFocused();
});

test('in the demo a person who is pressed fills the form, and a link does where the module never comes', async ({ page, goto, allow }) => {
  await goto('/login');
  const loaded: string[] = [];
  page.on('request', (it) => it.isNavigationRequest() && loaded.push(new URL(it.url()).search));
  const email = page.getByLabel('E-mail', { exact: true });
  const person = page.getByRole('link', { name: EVA, exact: true });
  await person.click();
  await expect(email).toHaveValue(EVA);
  await expect(page.getByLabel('Password', { exact: true })).toHaveValue(PASSWORD);
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeFocused();
  expect(loaded, 'the page is not loaded again').toEqual([]);

  allow.console(/Failed to load resource: net::ERR_FAILED/);
  await page.route('**/pkg/*/demo.js', (route) => route.abort());
  await goto('/login');
  await person.click();
  await expect(email).toHaveValue(EVA);
  expect(loaded.at(-1)).toContain('email=');
});

test('where the program is blocked, everything works plainly', async ({ page, mail, allow }) => {
  allow.console(/Failed to load resource: net::ERR_FAILED/);
  await page.route(/\.wasm$/, (route) => route.abort());
  await page.goto('/login');
  const before = mail.mark();
  await givePassword(page, 'linh@nguyen-bakery.example');
  await giveCode(page, await mail.code('linh@nguyen-bakery.example', { after: before }));
  await page.getByRole('radio', { name: /Familie Nguyen/ }).check();
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  const banner = page.getByRole('region', { name: 'This account' });
  await expect(banner).toContainText('You are working in Familie Nguyen');
  await banner.getByRole('button', { name: 'Dismiss until next sign-in' }).click();
  await expect(banner).toBeHidden();
  await (await ownMenu(page)).getByRole('menuitem', { name: 'Notifications', exact: true }).click();
  await heading(page, 'Notifications for Familie Nguyen');
  await page.getByRole('switch', { name: 'E-mails about this account' }).click();
  await expect(page.getByRole('switch', { name: 'E-mails about this account' })).not.toBeChecked();
  await expect(banner).toBeHidden();
  await signedOut(page);
});
