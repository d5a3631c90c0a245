// Invitations to many: ticked in the list, looked at address by address, sent on confirmation.
import { alive, axe, expect, noOverflow, test, toggle } from '../../support/staff';

test('ticked accounts are listed with everybody behind them, and sent to once @nojs @phone', async ({ page, goto, enter, newAccount, mail, allow, javaScriptEnabled }) => {
  allow.status(409, /\/app\/accounts\/invite/);
  await enter();
  const codes: string[] = [];
  for (const [name, email] of [['Sammel Eins GmbH', 'eins@sammel.example'], ['Sammel Zwei GmbH', 'zwei@sammel.example']] as const) {
    codes.push(await newAccount({ name, contact: `Kontakt ${name}`, email }));
    if (name === 'Sammel Eins GmbH') {
      await toggle(page, 'LOGIN', email).click();
      await page.getByRole('dialog', { name: /^Turn LOGIN on/ }).getByRole('button', { name: 'Turn on without inviting' }).click();
      await expect(toggle(page, 'LOGIN', email)).toBeChecked();
    }
  }
  await goto('/app/accounts?q=sammel');
  for (const name of ['Sammel Eins GmbH', 'Sammel Zwei GmbH']) await page.getByRole('checkbox', { name: `Select ${name}` }).check();
  if (javaScriptEnabled !== false) {
    await expect(page.locator('.table-form-count')).toContainText('2 accounts selected');
    await axe(page);
  }
  await noOverflow(page);
  await page.getByRole('button', { name: 'Send invitations …' }).click();
  await page.waitForURL(/\/app\/accounts\/invite\?/);
  await alive(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Send invitations' })).toBeVisible();
  await expect(page.getByRole('table', { name: '1 address will get an invitation' })).toContainText('eins@sammel.example');
  await expect(page.getByRole('table', { name: '1 address is left out' })).toContainText('LOGIN is off');
  await expect(page.getByText('Where LOGIN is off, open the account and turn it on')).toBeVisible();
  if (javaScriptEnabled !== false) await axe(page);
  await noOverflow(page);
  await page.getByLabel('Personal message').fill('Welcome to our portal.');
  await page.getByRole('button', { name: 'Send 1 invitation' }).click();
  await expect(page.getByText('1 invitation is on its way. 1 address was left out.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'Invitations sent' })).toBeVisible();
  await expect(page.getByRole('table').first(), 'it begins with who was written to').toContainText('eins@sammel.example');
  await expect(page.getByRole('table', { name: '1 address was sent an invitation' })).toContainText('Kontakt Sammel Eins GmbH');
  await expect(page.getByRole('table', { name: '1 address was not sent one' })).toContainText('LOGIN is off');
  await noOverflow(page);
  const sent = await mail.waitFor('eins@sammel.example', /invites you/);
  expect(sent.text).toContain('Welcome to our portal.');
  expect(mail.to('zwei@sammel.example')).toEqual([]);
  // Nobody is left to invite, and yet there is something to do, and a way back.
  await goto(`/app/accounts/invite?${codes.map((code) => `account=${code}`).join('&')}`);
  await expect(page.getByText('Nobody here is waiting for an invitation.')).toBeVisible();
  await expect(page.getByText('Where LOGIN is off, open the account and turn it on')).toBeVisible();
  await noOverflow(page);
  await page.getByRole('link', { name: 'Back to accounts' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Accounts' })).toBeVisible();
});

test('all that match are counted by the server; nothing chosen says so @nojs', async ({ page, goto, enter }) => {
  await enter();
  await goto('/app/accounts');
  await page.getByRole('link', { name: 'Invite everybody who has no access yet' }).click();
  await page.waitForURL(/all=true/);
  await expect(page.getByText(/^\d+ accounts selected\.$/)).toBeVisible();
  await goto('/app/accounts?q=gmbh');
  await page.getByRole('link', { name: 'Invite everybody matching “gmbh” who has no access yet' }).click();
  await page.waitForURL(/all=true&q=gmbh/);
  await expect(page.getByText(/addresses? (are|is) left out/).first()).toBeVisible();
  await goto('/app/accounts');
  await expect(page.getByRole('button', { name: 'Send invitations …' }), 'nothing to press without a choice').toBeHidden();
  await goto('/app/accounts/invite');
  await expect(page.getByText('No account is selected.')).toBeVisible();
  await page.getByRole('link', { name: 'Back to accounts' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Accounts' })).toBeVisible();
});
