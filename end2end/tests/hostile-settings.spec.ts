// Every form about the firm, its people and oneself, filled by somebody who means no good.
import { arrive, EVA, expect, JO, openAccount, PASSWORD, post, rowOf, test } from '../support/staff';
import { BAD_ADDRESSES, BAD_NAMES, LONG, refuses, SCRIPT, type Fault } from '../support/hostile';
import type { Page } from '@playwright/test';

test.use({ porticoEnv: {} }); // a server of its own

const SAYS: Record<Fault, string> = {
  empty: 'Please fill this in.',
  long: 'Please use at most 200 characters.',
  hidden: 'This contains line breaks or invisible characters. Please type it again.',
};

/** Every field of the first form with this action, as it stands. */
async function filled(page: Page, path: string): Promise<Record<string, string>> {
  await page.goto(path);
  return page.locator(`main form[action^="${path}?"]`).first().evaluate((form: HTMLFormElement) =>
    Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)])),
  );
}

test('the team takes no nonsense, and no mail goes out', async ({ page, enter, mail }) => {
  await enter(EVA);
  await page.goto('/app/settings/team');
  const team = await page.locator('main').innerText();
  const before = mail.mark();
  const fine = { name: 'Fine', email: 'fine@team.example', role: 'employee', locale: 'en' };
  const at = '/app/settings/team/invite';
  for (const [what, name, fault] of BAD_NAMES) await refuses(page, at, { ...fine, name }, SAYS[fault], what);
  await refuses(page, at, { ...fine, email: '' }, SAYS.empty, 'no address');
  for (const [what, email] of BAD_ADDRESSES) await refuses(page, at, { ...fine, email }, 'There is a problem', what);
  await refuses(page, at, { ...fine, role: 'owner' }, 'Please choose a role.', 'an owner');
  await refuses(page, at, { ...fine, role: 'king' }, 'Please choose a role.', 'a king');
  await refuses(page, at, { ...fine, email: JO }, 'Somebody with this address already works here.', 'a colleague');

  const jo = (await page.getByRole('link', { name: 'Jo Adler', exact: true }).getAttribute('href')) ?? '';
  for (const [path, form, status] of [
    [jo, { version: 'x' }, 400],
    [jo, { version: '1', role: 'king' }, 400],
    [jo, { version: '99999999999999999999' }, 400],
    [`${jo}/accounts`, { account: 'M1', on: 'perhaps', q: '' }, 400],
    [`${jo}/accounts`, { account: "M1' OR 1=1--", on: 'true', q: '' }, 404],
    [`${jo}/accounts`, { account: LONG, on: 'true', q: '' }, 404],
    [`${jo}/deactivate`, { successor: 'nobody' }, 422],
    ['/app/settings/team/00000000-0000-0000-0000-000000000000', { version: '1' }, 404],
    ['/app/settings/team/..%2f..', { version: '1' }, 404],
    ['/app/settings/team/invitations/x/resend', {}, 404],
    ['/app/settings/team/invitations/x/withdraw', {}, 404],
    ['/app/settings/team/owner', { member: 'x', password: PASSWORD }, 404],
    ['/app/accounts/M1/team', { member: LONG, on: 'true' }, 422],
  ] as [string, Record<string, string>, number][]) {
    expect.soft((await post(page, path, form)).status, `${path} ${JSON.stringify(form).slice(0, 80)}`).toBe(status);
  }
  await page.goto('/app/settings/team');
  expect(await page.locator('main').innerText(), 'all is as it was').toBe(team);
  expect(mail.messages.slice(before)).toEqual([]);
});

test('the same invitation to the team, sent twice, is one mail', async ({ page, enter, mail }) => {
  await enter(EVA);
  await page.goto('/app/settings/team/invite');
  const form = { name: 'Zwilling', email: 'zwilling@team.example', role: 'employee', locale: 'de' };
  const answers = await Promise.all([1, 2].map(() => post(page, '/app/settings/team/invite', form)));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 429]);
  await mail.waitFor('zwilling@team.example', /./);
  expect(mail.to('zwilling@team.example')).toHaveLength(1);
});

test('the firm takes no nonsense about itself', async ({ page, enter }) => {
  await enter(EVA);
  const at = '/app/settings/firm';
  const fine = await filled(page, at);
  for (const [what, name, fault] of BAD_NAMES) {
    await refuses(page, at, { ...fine, name }, SAYS[fault], what);
    if (fault !== 'empty') await refuses(page, at, { ...fine, sender_name: name }, SAYS[fault], `sender: ${what}`);
  }
  for (const [what, email, says] of BAD_ADDRESSES) {
    await refuses(page, at, { ...fine, email }, says, what);
    await refuses(page, at, { ...fine, reply_to: email }, says, `answers to: ${what}`);
  }
  const noPhone = 'Please use only digits, spaces and + - / ( ), at most 40 characters.';
  for (const phone of ['call me', '1'.repeat(41), '+49\r\n30', SCRIPT, '---']) await refuses(page, at, { ...fine, phone }, noPhone, phone.slice(0, 20));
  const noSite = 'Please enter the address of a website, such as www.weber.example.';
  for (const website of ['javascript:alert(1)', 'https://user:secret@weber.example', 'localhost', `https://${LONG}.example`, 'https://weber.example/\u202e', 'ftp://weber.example', 'a b.example']) {
    await refuses(page, at, { ...fine, website }, noSite, website.slice(0, 40));
  }
  const noPlace = 'Please use at most 6 lines and 400 characters, and no invisible characters.';
  for (const address of [LONG, 'a\n'.repeat(7), 'Street\u202e']) await refuses(page, at, { ...fine, address }, noPlace, address.slice(0, 20));
  const noDays = 'Please enter a whole number from 1 to 90.';
  for (const days of ['', '0', '91', '-1', '1.5', '1e1', '٣', '9'.repeat(30), ' ', '0x10']) await refuses(page, at, { ...fine, invitation_days: days }, noDays, `days: ${days}`);
  await refuses(page, at, { ...fine, locale: 'fr' }, SAYS.empty, 'a language that is none of ours');
  expect((await post(page, at, { ...fine, version: 'x' })).status).toBe(400);
  expect(await filled(page, at), 'all is as it was').toEqual(fine);

  // Once is enough: the same form again is what a colleague typed meanwhile.
  expect((await post(page, at, fine)).status).toBe(303);
  expect((await post(page, at, fine)).status).toBe(409);
});

test('colours, logos and hosts of nonsense are refused', async ({ page, enter }) => {
  await enter(EVA);
  const look = '/app/settings/firm/look';
  await page.goto(look);
  for (const colour of ['red', '#12', '#gggggg', '#1f4fd8;}body{display:none', 'url(//evil.example)', LONG, SCRIPT, '#1f4fd8\r\n']) {
    const answer = await post(page, look, { accent: colour, sidebar: '' });
    if (colour.trim() !== colour) expect.soft([303, 422], colour).toContain(answer.status);
    else await refuses(page, look, { accent: colour, sidebar: '' }, 'Please enter a colour such as #1f4fd8.', colour.slice(0, 30));
  }
  const sheet = await page.locator('link[rel=stylesheet]').evaluateAll((all) => all.map((it) => it.getAttribute('href')));
  await page.reload();
  expect((await page.content()).includes('display:none'), 'no colour becomes a rule').toBe(false);
  expect(sheet.length).toBeGreaterThan(0);

  const hosts = '/app/settings/firm/hosts';
  for (const [host, says] of [
    ['', 'Please'],
    ['https://portal.example', 'without https://, port or path'],
    ['portal.example:8443', 'without https://, port or path'],
    ['portal.example/path', 'without https://, port or path'],
    ['127.0.0.2', 'Certificates are not issued for numbers.'],
    ['a..example', 'Please enter a host name'],
    ['-a.example', 'Please enter a host name'],
    ['a_b.example', 'Please enter a host name'],
    [`${LONG}.example`, 'Please enter a host name'],
    ['evil.example\r\nSet-Cookie: a=b', 'Please'],
    [SCRIPT, 'Please'],
    ['pörtal\u202e.example', 'Please'],
  ] as const) {
    const answer = await post(page, hosts, { host });
    expect.soft(answer.status, host.slice(0, 40)).toBe(422);
    if (says !== 'Please') await refuses(page, hosts, { host }, says, host.slice(0, 40));
  }
  for (const host of ['never.added.example', '', LONG]) {
    expect.soft([404, 422], host.slice(0, 20)).toContain((await post(page, `${hosts}/main`, { host, confirmed: 'true' })).status);
    expect.soft([303, 404, 422], host.slice(0, 20)).toContain((await post(page, `${hosts}/remove`, { host })).status);
  }
  await page.goto(hosts);
  await expect(page.locator('main')).not.toContainText('evil.example');
});

test('nobody stores nonsense about themselves', async ({ page, mail }) => {
  await arrive(page, 'michael@straussberger.example', PASSWORD, { mail });
  const own = `${new URL(page.url()).pathname}/settings/profile`;
  await page.goto(own);
  const fine = await page.locator('form[action^="/account/profile?"]').evaluate((form: HTMLFormElement) =>
    Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)])),
  );
  const at = '/account/profile';
  for (const [what, name, fault] of BAD_NAMES) await refuses(page, at, { ...fine, name }, SAYS[fault], what);
  const noChoice = 'Please choose an option from the list.';
  for (const locale of ['fr', '', '../de', LONG]) await refuses(page, at, { ...fine, locale }, noChoice, `language ${locale.slice(0, 9)}`);
  for (const zone of ['Mars/Olympus', '../../etc/passwd', LONG, 'Europe/Berlin\r\n']) await refuses(page, at, { ...fine, zone }, noChoice, `zone ${zone.slice(0, 20)}`);
  for (const session of ['0', '-30', '99999999999999999999', '３０', 'x']) await refuses(page, at, { ...fine, session }, noChoice, `session ${session}`);
  for (const account of ['K1', 'ZZ99', LONG]) await refuses(page, at, { ...fine, account }, 'You do not have access to this account.', `account ${account.slice(0, 9)}`);
  // Where to go on is no way out of the portal.
  for (const back of ['https://evil.example/', '//evil.example/', 'javascript:alert(1)', '/\\evil.example']) {
    const answer = await post(page, at, { ...fine, back });
    expect.soft(new URL(answer.at || '/', new URL(page.url()).origin).origin, back).toBe(new URL(page.url()).origin);
  }
  for (let time = 1; time <= 2; time += 1) expect((await post(page, at, fine)).status, 'twice is the same').toBe(303);
  await page.goto(own);
  await expect(page.getByLabel('Your name')).toHaveValue(fine['name'] ?? '');
});

test('many invitations at once, and another address, take no nonsense', async ({ page, enter, mail, allow }) => {
  allow.status(409, /\/app\/accounts\/invite/);
  await enter(EVA);
  await openAccount(page, 'MacLeod Whisky Import Ltd');
  const info = new URL(page.url()).pathname;
  const setting = (await rowOf(page, 'ewan@macleod-whisky.example').getAttribute('data-testid'))?.slice(4) ?? '';
  const before = mail.mark();

  const at = '/app/accounts/invite';
  await refuses(page, at, { all: 'true', q: 'neumann', message: LONG }, 'The message can be at most 2000 characters long.', 'a long message');
  for (const accounts of ['', LONG, "N1' OR 1=1--", 'ZZ99', '../N1']) {
    expect.soft((await post(page, at, { accounts, message: 'x' })).status, accounts.slice(0, 20)).toBe(409);
  }
  for (const [what, email, says] of BAD_ADDRESSES) {
    await refuses(page, `${info}/emails/${setting}/change`, { email }, says, what);
  }
  for (const token of ['x', LONG.slice(0, 2000), '%00', "'--"]) {
    expect.soft((await post(page, `/address-change/${encodeURIComponent(token)}`, {})).status, token.slice(0, 9)).toBe(405);
  }
  await page.goto(info);
  await expect(page.getByText('Unlinked e-mails')).toHaveCount(0);
  expect(mail.messages.slice(before).map(({ to }) => to)).toEqual([]);
});
