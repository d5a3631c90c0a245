// Checks of a page as it stands: call them in every open state (dialog, menu, error), not only after loading.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const COLOURS = ['color-contrast', 'link-in-text-block'];

/**
 * No accessibility violations, in light and in dark. The theme is switched in place, so that an open
 * dialog stays open; the cookie follows, for pages loaded meanwhile. All is put back afterwards.
 */
export async function axe(page: Page, options: { include?: string; exclude?: string[] } = {}): Promise<void> {
  // What it finds is the page's and not the engine's; the same stories run in Chromium.
  if (page.context().browser()?.browserType().name() === 'firefox') return;
  const before = await page.evaluate(() => ({
    scripting: matchMedia('(scripting: enabled)').matches,
    scheme: matchMedia('(prefers-color-scheme: dark)').matches ? ('dark' as const) : ('light' as const),
    theme: document.documentElement.getAttribute('data-theme'),
  }));
  if (!before.scripting) throw new Error('axe cannot run with JavaScript off; check this state in a test that has it on.');
  const cookie = (await page.context().cookies(page.url())).find(({ name }) => name === 'theme');
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme });
    await page.context().addCookies([{ name: 'theme', value: theme, url: page.url() }]);
    await page.evaluate((name) => document.documentElement.setAttribute('data-theme', name), theme);

    // No frames from elsewhere, so no blank page to gather results in.
    let builder = new AxeBuilder({ page }).setLegacyMode();
    // The looks differ in their colours and in nothing else.
    builder = theme === 'light' ? builder.withTags(TAGS) : builder.withRules(COLOURS);
    if (options.include) builder = builder.include(options.include);
    for (const selector of options.exclude ?? []) builder = builder.exclude(selector);
    const { violations } = await builder.analyze();
    const findings = violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} (${help}): ${target.join(' ')}\n    ${(failureSummary ?? '').replaceAll('\n', '\n    ')}`),
    );
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
