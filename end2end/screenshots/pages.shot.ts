// "make screenshots": the pictures of README and docs/, taken from the demo firm.
import type { BrowserContextOptions, Page } from '@playwright/test';
import { arrive, hydrated, test } from '../fixtures';

const looks: Record<string, BrowserContextOptions> = {
  desktop: { viewport: { width: 1280, height: 800 } },
  dark: { viewport: { width: 1280, height: 800 }, colorScheme: 'dark' },
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
  ja: { viewport: { width: 1280, height: 800 }, locale: 'ja-JP', timezoneId: 'Asia/Tokyo' },
};

type Open = (page: Page, mail: Parameters<typeof arrive>[3]) => Promise<void>;

const EVA = 'eva@weber.example';
const ANNA = 'anna@mueller.example';
const PASSWORD = 'portico-demo-2026';

const as = (email: string, path: string): Open => async (page, mail) => {
  await arrive(page, email, PASSWORD, mail);
  await page.goto(path);
  await hydrated(page);
};

const pages: Record<string, Open> = {
  login: async (page) => {
    await page.goto('/login');
    await hydrated(page);
  },
  accounts: as(EVA, '/app/accounts'),
  info: as(EVA, '/app/accounts/M1/info'),
  team: as(EVA, '/app/settings/team'),
  appearance: as(EVA, '/app/settings/firm/look'),
  help: async (page) => {
    await page.goto('/help/code');
    await hydrated(page);
  },
  profile: as(ANNA, '/portal/M1/settings/profile'),
  chooser: as(ANNA, '/choose-account'),
  portal: as(ANNA, '/portal/M1'),
};

for (const [name, open] of Object.entries(pages)) {
  for (const [look, options] of Object.entries(looks)) {
    test(`${name}, ${look}`, async ({ anotherBrowser, mail }) => {
      const page = await anotherBrowser(options);
      await open(page, { mail });
      await page.screenshot({ path: `docs/screenshots/${name}-${look}.png`, animations: 'disabled', caret: 'hide' });
    });
  }
}
