import { expect, test } from '../../fixtures';

test('the server is alive and ready', async ({ request }) => {
  for (const path of ['/livez', '/readyz']) {
    const response = await request.get(path);
    expect(response.status(), path).toBe(200);
  }
});

test('the sign-in form is there with JavaScript off @only-nojs', async ({ page, goto }) => {
  await goto('/login');
  await expect(page.getByLabel('E-mail', { exact: true })).toBeEditable();
  await expect(page.getByLabel('Password', { exact: true })).toBeEditable();
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeEnabled();
});
