// The one import of every spec: `import { test, expect, signIn } from '../fixtures'`.
import { test as base, expect, type BrowserContextOptions, type Page } from '@playwright/test';
import { axe, noOverflow } from './support/checks';
import { MailSink } from './support/mail';
import { Portico, type ServerOptions } from './support/server';
import { slowDown } from './support/slow';
import { Allow, unexpected, watch } from './support/watch';

export { axe, expect, noOverflow };
export type { Mail } from './support/mail';
export type { MailSink, Portico };

/**
 * Set with `test.use({ ... })` at the top of a file, which then has a server of its own, for stories that change what
 * others count on. The files in `tests/shared` set nothing and share one a worker: each keeps to people and accounts of
 * its own, and leaves the firm as it was. They lie side by side because a worker keeps its server while the next file
 * wants the same.
 */
export interface PorticoOptions {
  /** Start without the demo firm; `portico.setupLink()` then returns the printed link. */
  fresh: boolean;
  engine: ServerOptions['engine'];
  /** More PORTICO_* settings for the server. */
  porticoEnv: Record<string, string>;
}

interface WorkerFixtures extends PorticoOptions {
  /** The mail that the server sends, from a real SMTP conversation. */
  mail: MailSink;
  /** The running server. */
  portico: Portico;
}

interface TestFixtures {
  /** What this test expects to go wrong. */
  allow: Allow;
  /** Opens a path and waits until the page is alive (with JavaScript off: until it is there). */
  goto: (path: string, page?: Page) => Promise<void>;
  /** Another person's browser: nothing shared with `page`, watched in the same way. */
  anotherBrowser: (options?: BrowserContextOptions) => Promise<Page>;
  problems: Set<string>;
}

/** Addresses of a private network, one a browser: the server sees them as those of its proxy's visitors. */
let homes = 0;
function newHome(): Record<string, string> {
  homes += 1;
  return { 'x-forwarded-for': `10.20.${homes >> 8}.${homes & 255}` };
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  fresh: [false, { option: true, scope: 'worker' }],
  engine: ['sqlite', { option: true, scope: 'worker' }],
  porticoEnv: [{}, { option: true, scope: 'worker' }],

  mail: [
    async ({}, use) => {
      const sink = new MailSink();
      await sink.start();
      await use(sink);
      await sink.stop();
    },
    { scope: 'worker' },
  ],

  portico: [
    async ({ fresh, engine, porticoEnv, mail }, use) => {
      const portico = await Portico.start({ fresh, engine, env: porticoEnv, smtpPort: mail.port });
      await use(portico);
      await portico.stop();
    },
    { scope: 'worker', timeout: 90_000 },
  ],

  baseURL: async ({ portico }, use) => use(portico.url),

  extraHTTPHeaders: async ({}, use) => use(newHome()),

  allow: async ({}, use) => use(new Allow()),

  // Automatic: a test passes only when its pages had no problem that it does not allow.
  problems: [
    async ({ allow, portico }, use, testInfo) => {
      const problems = new Set<string>();
      const logStart = portico.log().length;
      await use(problems);
      const log = portico.log().slice(logStart);
      const bad = unexpected(problems, allow);
      if (testInfo.status !== testInfo.expectedStatus || bad.length > 0) {
        await testInfo.attach('portico.log', { body: log, contentType: 'text/plain' });
      }
      expect(bad, 'problems that this test does not allow').toEqual([]);
      expect(log, 'the server panicked').not.toContain('panicked');
    },
    { auto: true },
  ],

  context: async ({ context, portico, problems }, use) => {
    await watch(context, portico.url, problems);
    await slowDown(context);
    await use(context);
  },

  goto: async ({ page, javaScriptEnabled }, use) => {
    await use(async (path, target = page) => {
      await target.goto(path);
      if (javaScriptEnabled !== false) await hydrated(target);
    });
  },

  anotherBrowser: async ({ browser, contextOptions, locale, timezoneId, viewport, baseURL, portico, problems }, use) => {
    const opened: { close(): Promise<void> }[] = [];
    await use(async (options = {}) => {
      const context = await browser.newContext({
        ...contextOptions,
        ...(baseURL ? { baseURL } : {}),
        ...(locale ? { locale } : {}),
        ...(timezoneId ? { timezoneId } : {}),
        viewport,
        extraHTTPHeaders: newHome(),
        ...options,
      });
      opened.push(context);
      await watch(context, portico.url, problems);
      await slowDown(context);
      return context.newPage();
    });
    for (const context of opened) await context.close();
  },
});

/** Waits until the page's own program runs: before that, only what works without JavaScript works. Some pages have none. */
export async function hydrated(page: Page): Promise<void> {
  // Told by the page itself: a locator looks a quarter of a second after loading and then twice a second. Whatever comes in
  // between, such as a page that leads on, is left to the locator.
  await page.evaluate(told).catch(() => {});
  await page.locator('html:is([data-hydrated="true"], [data-hydrated="never"])').waitFor({ state: 'attached' });
}

/** Runs in the page; gives up in time for the locator to say what is missing. */
function told(): Promise<void> {
  return new Promise((done) => {
    const root = document.documentElement;
    const watcher = new MutationObserver(look);
    function look(): void {
      if (root.dataset['hydrated'] === undefined) return;
      watcher.disconnect();
      done();
    }
    watcher.observe(root, { attributes: true, attributeFilter: ['data-hydrated'] });
    setTimeout(done, 10_000);
    look();
  });
}

/**
 * Signs in by the form, as a person would, with the mailed code where one is asked for.
 * Works with JavaScript off and in every language.
 */
export async function signIn(
  page: Page,
  email: string,
  password: string,
  { mail, trustDevice = false }: { mail: MailSink; trustDevice?: boolean },
): Promise<void> {
  await page.goto('/login');
  await interactive(page);
  const english = ((await page.locator('html').getAttribute('lang')) ?? 'en').startsWith('en');
  // In other languages the form is found by what browsers and password managers find it by.
  const field = (label: string, purpose: string) =>
    english ? page.getByLabel(label, { exact: true }) : page.locator(`input[autocomplete="${purpose}"]`);
  const submit = (button: string, last: ReturnType<typeof field>) =>
    english ? page.getByRole('button', { name: button, exact: true }).click() : last.press('Enter');

  await field('E-mail', 'username').fill(email);
  await field('Password', 'current-password').fill(password);
  const before = mail.mark();
  await submit('Sign in', field('Password', 'current-password'));
  await page.waitForURL((url) => url.pathname !== '/login');
  if (new URL(page.url()).pathname !== '/login/code') return; // a trusted device

  await interactive(page);
  const code = field('Code', 'one-time-code');
  await code.fill(await mail.code(email, { after: before }));
  if (trustDevice) await page.getByRole('checkbox').check();
  await submit('Verify', code);
  await page.waitForURL((url) => !url.pathname.startsWith('/login/code'));
}

/**
 * Signed in as by `signIn`, with a session of its own, but without the two forms: for stories that begin after them.
 * Ends on the page that the sign-in leads to.
 */
export async function arrive(page: Page, email: string, password: string, { mail }: { mail: MailSink }): Promise<void> {
  // The server ends connections that rest for long, perhaps just as one is used again.
  const maxRetries = 2;
  const origin = new URL((await page.request.get('/livez', { maxRetries })).url()).origin;
  const send = async (path: string, form: Record<string, string>): Promise<string> => {
    const answer = await page.request.post(path, { form, headers: { origin }, maxRedirects: 0, maxRetries });
    const next = answer.headers()['location'];
    if (!next) throw new Error(`${path} answered ${answer.status()} to ${email}`);
    return next;
  };
  const before = mail.mark();
  let next = await send('/login', { email, password });
  if (next === '/login/code') next = await send(next, { code: await mail.code(email, { after: before }) });
  await page.goto(next);
  await interactive(page);
}

/** Hydrated, or never going to be because JavaScript is off. */
async function interactive(page: Page): Promise<void> {
  // Evaluation is the debugger's and works either way; the media query knows what the page can do.
  const scripting = await page.evaluate(() => matchMedia('(scripting: enabled)').matches);
  if (scripting) await hydrated(page);
}
