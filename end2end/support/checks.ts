// Checks of a page as it stands: call them in every open state (dialog, menu, error), not only after loading.
import axeCore from 'axe-core';
import type { RunOnly } from 'axe-core';
import { expect, type Page } from '@playwright/test';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const COLOURS = ['color-contrast', 'link-in-text-block'];
/** The looks differ in their colours and in nothing else. */
const LOOKS = [
  ['light', { type: 'tag', values: RULES }],
  ['dark', { type: 'rule', values: COLOURS }],
] satisfies ['light' | 'dark', RunOnly][];

/**
 * No accessibility violations, in light and in dark. The theme is switched in place, so that an open
 * dialog stays open; the cookie follows, for pages loaded meanwhile. All is put back afterwards.
 */
export async function axe(page: Page): Promise<void> {
  // What it finds is the page's and not the engine's; the same stories run in Chromium.
  if (page.context().browser()?.browserType().name() === 'firefox') return;
  const before = await page.evaluate(() => ({
    scripting: matchMedia('(scripting: enabled)').matches,
    scheme: matchMedia('(prefers-color-scheme: dark)').matches ? ('dark' as const) : ('light' as const),
    theme: document.documentElement.getAttribute('data-theme'),
    frames: document.querySelectorAll('iframe, frame').length,
  }));
  if (!before.scripting) throw new Error('axe cannot run with JavaScript off; check this state in a test that has it on.');
  if (before.frames > 0) throw new Error('axe is not put into frames: our pages have none.');
  const cookie = (await page.context().cookies(page.url())).find(({ name }) => name === 'theme');
  for (const [theme, only] of LOOKS) {
    await page.emulateMedia({ colorScheme: theme });
    await page.context().addCookies([{ name: 'theme', value: theme, url: page.url() }]);
    const findings = await examine(page, theme, only);
    expect.soft(findings.join('\n'), `axe, ${theme}, ${page.url()}`).toBe('');
  }
  await page.emulateMedia({ colorScheme: before.scheme });
  await page.context().clearCookies({ name: 'theme' });
  if (cookie) await page.context().addCookies([cookie]);
  await page.evaluate((theme) => {
    if (theme === null) document.documentElement.removeAttribute('data-theme');
    else document.documentElement.setAttribute('data-theme', theme);
  }, before.theme);
}

/**
 * What axe finds in this look. axe itself is put into a document once and stays there; and it is asked for violations
 * only: to name every element that is in order took it longer than to look at them.
 */
async function examine(page: Page, theme: string, runOnly: RunOnly): Promise<string[]> {
  const ask = () =>
    page.evaluate(
      async ([name, only]) => {
        const { axe: there } = window as { axe?: typeof axeCore };
        if (!there) return undefined;
        document.documentElement.setAttribute('data-theme', name);
        // Colours change over, and what inherits them begins when they have.
        for (let moving: Animation[] | undefined; moving?.length !== 0; ) {
          await new Promise(requestAnimationFrame);
          moving = document.getAnimations().filter((it) => it.playState === 'running' && it.effect?.getComputedTiming().endTime !== Infinity);
          await Promise.allSettled(moving.map((it) => it.finished));
        }
        const { violations } = await there.run(document, { runOnly: only, resultTypes: ['violations'] });
        return violations.flatMap(({ id, help, nodes }) =>
          nodes.map(({ target, failureSummary }) => `${id} (${help}): ${target.join(' ')}\n    ${(failureSummary ?? '').replaceAll('\n', '\n    ')}`),
        );
      },
      [theme, runOnly] as const,
    );
  const found = await ask();
  if (found) return found;
  await page.evaluate(axeCore.source);
  return (await ask()) ?? ['axe could not be put into the page'];
}

/** Nothing sticks out: neither the page sideways, nor any visible element out of its own box. */
export async function noOverflow(page: Page): Promise<void> {
  const findings = await page.evaluate(() => {
    const name = (element: Element): string => {
      const classes = typeof element.className === 'string' ? element.className.split(/\s+/).filter(Boolean).slice(0, 3) : [];
      return [element.tagName.toLowerCase() + (element.id ? `#${element.id}` : ''), ...classes].join('.');
    };
    const path = (element: Element): string => [element.parentElement, element].filter((e) => e !== null).map(name).join(' > ');
    // Within something cut down to a dot, as headers of tables are that became cards.
    const hiddenFromSight = (element: Element | null): boolean =>
      element !== null && (element.getBoundingClientRect().width <= 1 || hiddenFromSight(element.parentElement));
    const root = document.documentElement;
    const found: string[] = [];
    if (root.scrollWidth > root.clientWidth) found.push(`page: ${root.scrollWidth} px wide in ${root.clientWidth} px`);
    for (const element of document.body.querySelectorAll('*')) {
      if (!(element instanceof HTMLElement) || element.clientWidth <= 1) continue; // svg, inline, visually hidden
      if (element.closest('.sr-only, thead') && hiddenFromSight(element)) continue;
      if (element.scrollWidth <= element.clientWidth + 1) continue; // one pixel is rounding
      if (getComputedStyle(element).overflowX !== 'visible' || !element.checkVisibility({ visibilityProperty: true })) continue;
      const text = (element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 40);
      found.push(`${path(element)}: ${element.scrollWidth} px in ${element.clientWidth} px, "${text}"`);
    }
    return found.slice(0, 20);
  });
  expect.soft(findings, `overflow at ${page.viewportSize()?.width ?? '?'} px on ${page.url()}`).toEqual([]);
}
