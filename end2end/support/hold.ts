// Making an answer late, and waiting for what a page does by itself.
import type { Page } from '@playwright/test';

/** Holds back whatever this page asks of an address, until the function that is returned is called. */
export async function hold(page: Page, url: string): Promise<() => void> {
  let answer = () => {};
  const held = new Promise<void>((go) => (answer = go));
  await page.route(url, async (route) => {
    await held;
    await route.continue();
  });
  return answer;
}

/** Lets so many frames pass: whatever wants the focus after something was drawn asks for it in the next ones. */
export async function frames(page: Page, count: number): Promise<void> {
  await page.evaluate(async (wanted) => {
    for (let frame = 0; frame < wanted; frame += 1) await new Promise(requestAnimationFrame);
  }, count);
}
