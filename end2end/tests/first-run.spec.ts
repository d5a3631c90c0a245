// The first day: an empty server, a firm, two accounts, and their client, who then forgets the password.
import { axe, expect, hydrated, noOverflow, test } from '../fixtures';
import { giveCode, givePassword, heading, NEW_PASSWORD, problem, signOut } from '../support/people';

test.use({ fresh: true });

test('from an empty server to a client at work @phone', async ({ page, goto, anotherBrowser, portico, mail, allow, extraHTTPHeaders }) => {
  test.slow();
  allow.status(422, /\/setup\//);
  const klara = 'klara@lindner.example';
  const client = await anotherBrowser();

  await test.step('the printed link opens the set-up', async () => {
    await goto(await portico.setupLink());
    await heading(page, 'Set up your portal');
    await axe(page);
    await noOverflow(page);
    await page.getByLabel('Firm name').fill('Brandt & Okafor');
    await page.getByLabel('Time zone').selectOption({ label: 'Europe/London' });
    await page.getByLabel(/^Phone/).fill('+44 20 7946 0000');
    await page.getByLabel(/^Firm e-mail/).fill('office@brandt-okafor.example');
    await page.getByLabel('Your name').fill('Nina Brandt');
    await page.getByLabel('E-mail', { exact: true }).fill('nina@brandt-okafor.example');
    await page.getByLabel('Password', { exact: true }).fill('brandt okafor');
    await page.getByRole('button', { name: 'Create portal' }).click();
    await expect(problem(page), 'the firm’s own name is no password').toBeVisible();
    await expect(page.getByLabel('Firm name'), 'nothing has to be typed twice').toHaveValue('Brandt & Okafor');
    await expect(page.getByLabel('Time zone')).toHaveValue('Europe/London');
    await axe(page);
    await page.getByLabel('Password', { exact: true }).fill('nineteen umbrellas at noon');
    await page.getByRole('button', { name: 'Create portal' }).click();
    await heading(page, 'Accounts');
    await expect(page.getByText('Your portal is ready. Begin with the first steps below.')).toBeVisible();
    await expect(page.getByText('No accounts yet')).toBeVisible();
    await axe(page);
  });

  await test.step('the link is worth nothing from now on', async () => {
    await client.goto(await portico.setupLink());
    await expect(client.getByText('The portal has already been set up.')).toBeVisible();
  });

  await test.step('two accounts with one contact', async () => {
    await page.getByRole('link', { name: 'New account' }).first().click();
    await page.getByLabel('Type').selectOption({ label: 'Company' });
    await page.getByLabel('Account name').fill('Lindner Bau GmbH');
    await page.getByLabel(/^Contact name/).fill('Klara Lindner');
    await page.getByLabel(/^E-mail/).fill(klara);
    await page.getByRole('button', { name: 'Create account' }).click();
    await expect(page.getByText('Account L1 was created.')).toBeVisible();
    await goto('/app/accounts/new');
    await page.getByLabel('Type').selectOption({ label: 'Family' });
    await page.getByLabel('Account name').fill('Familie Lindner');
    await page.getByRole('button', { name: 'Create account' }).click();
    await expect(page.getByText('Account F1 was created.')).toBeVisible();
    await page.getByRole('link', { name: 'Link contact' }).first().click();
    await page.getByRole('searchbox', { name: 'Search contacts' }).fill('klara');
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    await page.getByRole('button', { name: 'Link Klara Lindner' }).click();
    await expect(page.getByText('The contact was linked.')).toBeVisible();
  });

  const login = page.getByRole('switch', { name: `LOGIN: ${klara}` });
  await test.step('LOGIN for both, and one invitation', async () => {
    await hydrated(page);
    await login.click();
    const dialog = page.getByRole('dialog', { name: 'Turn LOGIN on' });
    await dialog.getByRole('button', { name: 'Turn on without inviting' }).click();
    await expect(login).toBeChecked();
    await expect(page.getByText('No access: not invited yet')).toBeVisible();
    await goto('/app/accounts/L1/info');
    await login.click();
    await dialog.getByLabel(/^Personal message/).fill('Liebe Klara,\nwelcome aboard.');
    await axe(page);
    await dialog.getByRole('button', { name: 'Send invitation now' }).click();
    await expect(login).toBeChecked();
    await expect(page.getByText(/^Invited \d/)).toBeVisible();
  });

  await test.step('the client activates from the mail', async () => {
    const letter = await mail.waitFor(klara, /Brandt & Okafor invites you to its client portal/);
    expect(letter.text).toContain('welcome aboard.');
    expect(letter.text).toContain('Nina Brandt');
    expect(letter.headers['reply-to']).toContain('office@brandt-okafor.example');
    await client.goto(await mail.link(klara, /\/invite\//));
    await heading(client, 'Activate your access');
    const accounts = client.getByRole('list', { name: 'You will have access to' });
    await expect(accounts).toContainText('Lindner Bau GmbH');
    await expect(accounts).toContainText('Familie Lindner');
    await client.getByLabel('New password', { exact: true }).fill('two old bicycles in Kent');
    await client.getByRole('button', { name: 'Activate', exact: true }).click();
    await heading(client, 'Choose an account');
    await expect(page.getByText(/^Active, last sign-in/), 'the firm’s open page follows').toBeVisible();
  });

  const banner = client.getByRole('region', { name: 'This account' });
  await test.step('one account, then the other', async () => {
    await client.getByRole('radio', { name: /Lindner Bau GmbH/ }).check();
    await client.getByRole('button', { name: 'Continue', exact: true }).click();
    await expect(banner).toContainText('You are working in Lindner Bau GmbH (L1)');
    await hydrated(client);
    await banner.getByRole('link', { name: 'Switch account' }).click();
    const dialog = client.getByRole('dialog', { name: 'Choose an account' });
    await dialog.getByRole('radio', { name: /Familie Lindner/ }).check();
    await dialog.getByRole('button', { name: 'Continue', exact: true }).click();
    await expect(banner).toContainText('You are working in Familie Lindner (F1)');
    await client.goto('/logout', { waitUntil: 'commit' }).catch(() => {});
    await client.goto('/portal/F1');
    await expect(banner, 'signing out is a button, never a link').toBeVisible();
    await signOut(client);
    await heading(client, 'Sign in');
  });
  allow.status(405, /\/logout$/);
  allow.status(404, /\/logout$/);

  await test.step('the forgotten password', async () => {
    await client.getByRole('link', { name: 'Forgot password?' }).click();
    await client.getByLabel('E-mail', { exact: true }).fill('  Klara@Lindner.example ');
    await client.getByRole('button', { name: 'Send link' }).click();
    await expect(client.getByText('If Klara@Lindner.example has access, a link is on its way.')).toBeVisible();
    await client.goto(await mail.link(klara, /\/password\/reset\//));
    await client.getByLabel('New password', { exact: true }).fill(NEW_PASSWORD);
    const before = mail.mark();
    await client.getByRole('button', { name: 'Set new password' }).click();
    await heading(client, 'Choose an account');
    await expect(client.getByText('Your new password is set, and you are signed in.')).toBeVisible();

    const notice = await mail.waitFor(klara, /your password was changed/, { after: before });
    expect(notice.text).toMatch(/Time\W+\d{1,2} \w{3} \d{4}.*(GMT|BST)/);
    expect(notice.text).toMatch(/IP address\W+10\.20\.\d+\.\d+/);
    expect(notice.text).not.toContain(`${extraHTTPHeaders?.['x-forwarded-for']}\n`);
    expect(notice.text).toMatch(/Place\W+Local network/);
    expect(notice.text).toMatch(/Operating system\W+\w+/);
    expect(notice.text).toMatch(/Browser\W+Chrom/);
    expect(notice.text.replace(/\s+/g, ' ')).toContain('Contact Brandt & Okafor right away: +44 20 7946 0000 · office@brandt-okafor.example');
  });

  await test.step('the owner signs in again, with a code', async () => {
    await signOut(page);
    await expect(page.getByText('You are signed out.')).toBeVisible();
    const before = mail.mark();
    await givePassword(page, 'nina@brandt-okafor.example', 'nineteen umbrellas at noon');
    await giveCode(page, await mail.code('nina@brandt-okafor.example', { after: before }));
    await heading(page, 'Accounts');
    await expect(page.getByText('Lindner Bau GmbH')).toBeVisible();
  });
});
