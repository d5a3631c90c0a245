// "make screenshots": the pictures of README and docs/, taken from the demo firm.
import type { BrowserContextOptions, Page } from '@playwright/test';
import { hydrated, test } from '../fixtures';

const looks: Record<string, BrowserContextOptions> = {
  desktop: { viewport: { width: 1280, height: 800 } },
  dark: { viewport: { width: 1280, height: 800 }, colorScheme: 'dark' },
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
  ja: { viewport: { width: 1280, height: 800 }, locale: 'ja-JP', timezoneId: 'Asia/Tokyo' },
};

const pages: Record<string, (page: Page) => Promise<void>> = {
  login: async (page) => {
    await page.goto('/login');
    await hydrated(page);
  },
};

for (const [name, open] of Object.entries(pages)) {
  for (const [look, options] of Object.entries(looks)) {
    test(`${name}, ${look}`, async ({ anotherBrowser }) => {
      const page = await anotherBrowser(options);
      await open(page);
      await page.screenshot({ path: `docs/screenshots/${name}-${look}.png`, animations: 'disabled', caret: 'hide' });
    });
  }
}
