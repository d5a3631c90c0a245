// Every page of the site with an address that shows it: what all pages must be is asked of each of them.
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { arrive, type MailSink, type Portico } from '../fixtures';
import { openSidebar } from './people';
import { EVA, PASSWORD, post } from './staff';

/** One page, or one state of it. */
export interface Place {
  /** As the routes write it. */
  route: string;
  at: string;
  /** What must have happened in this browser before. */
  before?: (page: Page) => Promise<void>;
  /** Opens what stands on the page already, such as a menu. */
  open?: (page: Page) => Promise<void>;
}

export interface Places {
  /** For everybody. */
  outside: Place[];
  /** Anna's, who has three accounts. */
  portal: Place[];
  /** Eva's, the owner. */
  staff: Place[];
}

const HELP = ['first-steps', 'code', 'lost-mailbox', 'cannot-sign-in', 'sign-in-page', 'wrong-account', 'security-warning'];

/** Finds, makes and is mailed whatever an address needs; leaves the page signed in as Eva. */
export async function findPlaces(page: Page, portico: Portico, mail: MailSink): Promise<Places> {
  await arrive(page, EVA, PASSWORD, { mail });
  const html = async (path: string) => (await page.request.get(path)).text();
  const pick = async (path: string, pattern: RegExp) => {
    const found = pattern.exec(await html(path))?.[1];
    if (!found) throw new Error(`nothing like ${pattern} on ${path}`);
    return found;
  };
  const mailed = async (to: string, pattern: RegExp) => new URL(await mail.link(to, pattern)).pathname;
  const printed = async (address: string) => {
    const [, link = ''] = await portico.waitForLog(new RegExp(`${address.replaceAll('.', '\\.')}[^\\n]*\\n\\s+(http\\S+)`));
    return new URL(link).pathname;
  };

  const info = '/app/accounts/M1/info';
  const setting = await pick(info, /data-testid="row-([\w-]+)"/);
  const contact = await pick(info, /href="\/app\/contacts\/([\w-]+)"/);
  const member = await pick('/app/settings/team', /href="\/app\/settings\/team\/([\w-]{8,})"[^>]*>\s*Jo Adler/);

  await post(page, '/app/settings/team/invite', { name: 'Ulla Neu', email: 'ulla@team.example', role: 'employee', locale: 'en' });
  const join = await mailed('ulla@team.example', /\/join\//);
  await post(page, '/app/settings/firm/hosts', { host: 'portal.localhost' });
  const oldest = await pick('/app/accounts?q=macleod', /href="(\/app\/accounts\/[A-Z]\d+\/info)"/);
  const replaced = await pick(oldest, /data-testid="row-([\w-]+)"(?:(?!data-testid="row-)[\s\S])*?books@macleod-whisky\.example/);
  await post(page, `${oldest}/emails/${replaced}/change`, { email: 'fiona@macleod-whisky.example' });
  const stop = await mailed('books@macleod-whisky.example', /\/address-change\//);
  const unlinked = await pick(oldest, /data-testid="unlinked-([\w-]+)"/);
  await post(page, '/password/forgot', { email: 'o@single.example' });
  const reset = await mailed('o@single.example', /\/password\/reset\//);

  const sideMenu = async (it: Page) => {
    await openSidebar(it);
    await it.locator('.sidebar [aria-haspopup=menu]').first().click();
  };
  return {
    outside: [
      { route: '/login', at: '/login' },
      { route: '/login', at: '/login?next=/portal/M1' },
      { route: '/login/code', at: '/login/code', before: begin },
      { route: '/password/forgot', at: '/password/forgot' },
      { route: '/password/reset', at: reset },
      { route: '/invite', at: await printed('jonas@pending.example') },
      { route: '/invite', at: await printed('lea@expired.example') },
      { route: '/join', at: join },
      { route: '/setup/{token}', at: '/setup/used-long-ago' },
      { route: '/help', at: '/help' },
      ...HELP.map((topic) => ({ route: '/help/{topic}', at: `/help/${topic}` })),
      { route: '/address-change', at: stop },
      { route: '/address-undo', at: '/address-undo' }, // without a link
      { route: '/sign-in-link', at: '/sign-in-link' }, // likewise
      { route: '', at: '/nothing-of-ours' },
    ],
    portal: [
      { route: '/choose-account', at: '/choose-account' },
      { route: '/portal', at: '/portal' },
      { route: '/portal/{account}', at: '/portal/M1' },
      { route: '/portal/{account}', at: '/portal/M1', open: sideMenu },
      { route: '/portal/{account}', at: '/portal/M1?choose=1' },
      ...['notifications', 'profile', 'security', 'people'].map((name) => ({
        route: `/portal/{account}/settings/${name}`,
        at: `/portal/M1/settings/${name}`,
      })),
      { route: '/account/address', at: '/account/address' },
      { route: '/portal/{account}', at: '/portal/K1' }, // not hers
      { route: '', at: '/app/accounts' }, // of the firm's people
    ],
    staff: [
      { route: '/app/accounts', at: '/app/accounts' },
      { route: '/app/accounts', at: '/app/accounts?tab=archived' },
      { route: '/app/accounts', at: '/app/accounts?q=zzzz' },
      { route: '/app/accounts/new', at: '/app/accounts/new' },
      { route: '/app/accounts/invite', at: '/app/accounts/invite?all=true&q=fischer' },
      { route: '/app/accounts/invite', at: '/app/accounts/invite' },
      { route: '/app/accounts/{code}/edit', at: '/app/accounts/M1/edit' },
      { route: '/app/accounts/{code}/edit', at: '/app/accounts/M1/edit?ask=archive' },
      { route: '/app/accounts/{code}/info', at: info },
      { route: '/app/accounts/{code}/info', at: oldest }, // with an address that is being replaced
      { route: '/app/accounts/{code}/info', at: info, open: async (it) => it.locator('[data-testid^=row-] [aria-haspopup=menu]').first().click() },
      { route: '/app/accounts/{code}/info', at: '/app/accounts/Q99/info' }, // there is none
      { route: '/app/accounts/{code}/team', at: '/app/accounts/M1/team' },
      { route: '/app/accounts/{code}/contacts/new', at: '/app/accounts/M1/contacts/new' },
      { route: '/app/accounts/{code}/contacts/new', at: '/app/accounts/M1/contacts/new?q=huber' },
      { route: '/app/accounts/{code}/contacts/new', at: '/app/accounts/M1/contacts/new?q=schr' },
      { route: '/app/accounts/{code}/contacts/new', at: '/app/accounts/M1/contacts/new?q=zzzz' },
      ...['login', 'invite', 'reset-password', 'notifications', 'change', 'history'].map((name) => ({
        route: `/app/accounts/{code}/info/emails/{setting}/${name}`,
        at: `${info}/emails/${setting}/${name}`,
      })),
      { route: '/app/accounts/{code}/info/emails/{setting}/keep', at: `${oldest}/emails/${unlinked}/keep` },
      { route: '/app/contacts', at: '/app/contacts' },
      { route: '/app/contacts', at: '/app/contacts?q=zzzz' },
      { route: '/app/contacts/{id}', at: `/app/contacts/${contact}` },
      { route: '/app/contacts/{id}', at: `/app/contacts/${contact}?unlink=M1` },
      { route: '/app/help/clients', at: '/app/help/clients' },
      { route: '/app/settings/profile', at: '/app/settings/profile' },
      { route: '/app/settings/notifications', at: '/app/settings/notifications' },
      { route: '/app/settings/security', at: '/app/settings/security' },
      { route: '/app/settings/firm', at: '/app/settings/firm' },
      { route: '/app/settings/firm/look', at: '/app/settings/firm/look' },
      { route: '/app/settings/firm/hosts', at: '/app/settings/firm/hosts' },
      { route: '/app/settings/firm/hosts/main', at: '/app/settings/firm/hosts/main?host=portal.localhost' },
      { route: '/app/settings/team', at: '/app/settings/team' },
      { route: '/app/settings/team/invite', at: '/app/settings/team/invite' },
      { route: '/app/settings/team/{member}', at: `/app/settings/team/${member}` },
      { route: '/app/settings/team/{member}', at: `/app/settings/team/${member}?ask=deactivate` },
      { route: '/app/settings/team/{member}', at: `/app/settings/team/${member}?ask=owner` },
      { route: '', at: '/app/nothing-of-ours' },
    ],
  };
}

/** The password step: the page for the code is next. */
async function begin(page: Page): Promise<void> {
  await page.goto('/login');
  await post(page, '/login', { email: 'kate@smith.example', password: PASSWORD });
}

/** The routes of the program, read where they are written. */
export async function routes(): Promise<string[]> {
  const source = (file: string) => readFile(resolve(import.meta.dirname, '../../src', file), 'utf8');
  const [pages, paths] = await Promise.all([source('app/routes.rs'), source('kernel/paths.rs')]);
  return [...pages.matchAll(/\bpage\(\s*(?:"([^"]+)"|paths::(\w+)),/g)].map(([, written, name]) => {
    const known = written ?? new RegExp(`const ${name}: &str = "([^"]+)"`).exec(paths)?.[1];
    if (!known) throw new Error(`an address that nobody knows: ${name}`);
    return known;
  });
}
