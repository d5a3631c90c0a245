// The same stories as on a busy machine: whatever reads or acts a moment too early fails here (`make e2e-slow`).
import type { BrowserContext } from '@playwright/test';

/** How many times slower than it is the browser's processor pretends to be. */
export const SLOWER = Number(process.env.PORTICO_SLOWER || 1);

/** Throttles every page of a context, present and future; only Chromium can. */
export async function slowDown(context: BrowserContext): Promise<void> {
  if (SLOWER === 1 || context.browser()?.browserType().name() !== 'chromium') return;
  context.on('page', async (page) => {
    const devtools = await context.newCDPSession(page).catch(() => null); // closed at once
    await devtools?.send('Emulation.setCPUThrottlingRate', { rate: SLOWER }).catch(() => {});
  });
}
