import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { defineConfig, devices } from '@playwright/test';
import type { PorticoOptions } from './fixtures';
import { SLOWER } from './support/slow';

/** The distribution's browser: Playwright's own cannot be downloaded everywhere. */
function browser(setting: string, names: string[]): string | undefined {
  if (process.env[setting]) return process.env[setting];
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of names) {
      const candidate = join(folder, name);
      try {
        accessSync(candidate, constants.X_OK);
        return candidate;
      } catch {
        // not in this folder
      }
    }
  }
  return undefined;
}

// The headless shell is the same engine without the windows around it, at two thirds of the time.
const chromium = browser('CHROMIUM_BIN', ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome-stable']);
if (!chromium) throw new Error('No Chromium on PATH: run "make setup" or set CHROMIUM_BIN.');
// Without it, whatever is tagged @firefox fails and says so; everything else runs.
const firefox = browser('FIREFOX_BIN', ['firefox-esr', 'firefox']);

/**
 * A test runs in `chromium`. Tags add runs: `@phone`, `@nojs`, `@dark`, `@de`, `@ja`, `@firefox`, `@postgres`.
 * `@only-phone` and the like run there and not on the desktop.
 */
const tagged = (name: string) => ({ name, grep: new RegExp(`@(only-)?${name}\\b`) });

export default defineConfig<object, PorticoOptions>({
  testDir: '.',
  testMatch: 'tests/**/*.spec.ts',
  outputDir: 'test-results',
  workers: 2,
  fullyParallel: false, // one server and one mail sink per worker; tests share them in order (see PorticoOptions)
  retries: 0, // a flaky test is a failed test
  forbidOnly: true,
  timeout: 60_000 * SLOWER,
  expect: { timeout: 10_000 * SLOWER },
  reporter: [['list']],
  use: {
    trace: 'off', // costs a fifth of the time; whatever failed runs once more with one (.ci/test), or ask by --trace on
    screenshot: 'only-on-failure',
    video: 'off', // needs a downloaded ffmpeg
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    contextOptions: { reducedMotion: 'reduce' },
    actionTimeout: 15_000 * SLOWER,
    navigationTimeout: 20_000 * SLOWER,
    ...devices['Desktop Chrome'],
    viewport: { width: 1280, height: 800 },
    launchOptions: {
      executablePath: chromium,
      args: [
        '--no-sandbox', // containers; it only ever sees our own pages
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--font-render-hinting=none',
      ],
    },
  },
  projects: [
    { name: 'chromium', grepInvert: /@only-/ },
    { ...tagged('phone'), name: 'mobile', use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 } },
    { ...tagged('nojs'), use: { javaScriptEnabled: false } },
    { ...tagged('dark'), use: { colorScheme: 'dark' } },
    { ...tagged('de'), use: { locale: 'de-DE' } },
    { ...tagged('ja'), use: { locale: 'ja-JP', timezoneId: 'Asia/Tokyo' } },
    // Over WebDriver BiDi, for Playwright's own protocol needs its own build. JavaScript cannot be switched off
    // there, nor the network; what a page logs, answers and blocks is watched as in Chromium.
    {
      ...tagged('firefox'),
      use: {
        browserName: 'firefox',
        channel: 'moz-firefox',
        userAgent: devices['Desktop Firefox'].userAgent,
        launchOptions: { executablePath: firefox ?? 'firefox-esr', args: [] },
      },
    },
    // The same stories on the other database; .ci/e2e provides one.
    ...(process.env.TEST_POSTGRES_URL ? [{ ...tagged('postgres'), use: { engine: 'postgres' as const } }] : []),
    // "make screenshots": pictures for people, no checks, so never part of a test run.
    ...(process.env.PORTICO_SCREENSHOTS ? [{ name: 'screenshots', testMatch: 'screenshots/**/*.shot.ts' }] : []),
  ],
});
