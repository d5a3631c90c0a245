// What every page must be: accessible in light and dark, whole on a narrow phone and under a large zoom, in each language.
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { arrive, axe, expect, hydrated, noOverflow, test } from '../fixtures';
import { PASSWORD } from '../support/people';
import { findPlaces, routes, type Place, type Places } from '../support/places';
import { SLOWER } from '../support/slow';
import { EVA } from '../support/staff';

test.use({ porticoEnv: {} }); // a server of its own

const ANNA = 'anna@mueller.example';
const SIDES = ['outside', 'portal', 'staff'] as const;
/** Redirects only, or for people whom the demo firm does not have, or pages of tests, in English only (area.spec.ts). */
const NOT_SEEN = ['/login/closed', '/choose-side', '/dev/area', '/dev/area/second'];

let known: Places | undefined;

test.beforeEach(async ({ anotherBrowser, portico, mail, allow }, { title }) => {
  allow.status(404, /nothing-of-ours|used-long-ago|\/portal\/K1$|\/Q99\/info$/);
  if (title.startsWith('portal')) allow.status(403, /\/app\/accounts$/);
  allow.status(410, /\/invite\?link=/);
  known ??= await findPlaces(await anotherBrowser(), portico, mail);
});

async function enter(page: Page, side: keyof Places, mail: Parameters<typeof arrive>[3]): Promise<Place[]> {
  if (side !== 'outside') await arrive(page, side === 'staff' ? EVA : ANNA, PASSWORD, mail);
  return known?.[side] ?? [];
}

async function open(page: Page, place: Place): Promise<void> {
  await place.before?.(page);
  await page.goto(place.at);
  await hydrated(page);
  await expect(page.locator('.skeleton')).toHaveCount(0);
  await place.open?.(page);
}

test('no page is left out here', async () => {
  const seen = new Set(SIDES.flatMap((side) => known?.[side] ?? []).map(({ route }) => route));
  expect((await routes()).filter((route) => !seen.has(route) && !NOT_SEEN.includes(route))).toEqual([]);
});

for (const side of SIDES) {
  test(`${side}: every page is accessible in light and dark, and fits wide and narrow`, async ({ page, mail }) => {
    test.setTimeout(300_000 * SLOWER);
    for (const place of await enter(page, side, { mail })) {
      await page.setViewportSize({ width: 1280, height: 800 });
      await open(page, place);
      await axe(page);
      await noOverflow(page);
      await page.setViewportSize({ width: 320, height: 800 });
      await noOverflow(page);
    }
  });

  test(`${side}: every page speaks German and Japanese, fits 320 pixels, and can be enlarged to 200 %`, async ({ page, mail, portico }) => {
    test.setTimeout(300_000 * SLOWER);
    const places = await enter(page, side, { mail });
    for (const lang of ['de', 'ja'] as const) {
      await page.context().addCookies([{ name: 'lang', value: lang, url: portico.url }]);
      const english = await englishWords(lang);
      for (const place of places) {
        await page.setViewportSize({ width: 320, height: 640 });
        await open(page, place);
        await expect.soft(page.locator('html'), place.at).toHaveAttribute('lang', lang);
        await noOverflow(page);
        await page.setViewportSize({ width: 640, height: 400 }); // 1280 by 800, twice as large
        await noOverflow(page);
        const said = (await texts(page)).filter((text) => english.test(text));
        expect.soft(said, `English at ${place.at} in ${lang}`).toEqual([]);
      }
    }
  });
}

for (const [side, path] of [['outside', '/login'], ['portal', '/portal/M1/settings/notifications'], ['staff', '/app/accounts/M1/info']] as const) {
  test(`${side}: forced colours keep every edge, and little moves or nothing`, async ({ page, mail, goto }) => {
    await enter(page, side, { mail });
    await page.emulateMedia({ forcedColors: 'active' });
    await goto(path);
    // Backgrounds are gone: what is filled or pressed needs a line around it, and a switch its word.
    const bare = await page.locator('main').locator('input:not([type=hidden]), select, textarea, .btn-primary, .btn-secondary, [role=switch]').evaluateAll((all) =>
      all
        .filter((it) => it.checkVisibility({ visibilityProperty: true }) && it.getBoundingClientRect().width > 1)
        .filter((it) => [it, ...it.children].every((part) => parseFloat(getComputedStyle(part).borderTopWidth) === 0))
        .map((it) => it.outerHTML.slice(0, 120)),
    );
    expect(bare).toEqual([]);
    for (const control of await page.getByRole('switch').all()) await expect(control).toHaveText(/^(On|Off|Not connected)$/);
    await page.emulateMedia({ forcedColors: 'none' });

    for (const [reducedMotion, longest] of [['reduce', 0.01], ['no-preference', 0.2]] as const) {
      await page.emulateMedia({ reducedMotion });
      const slow = await page.locator('body *').evaluateAll((all, most) => {
        const seconds = (text: string) => Math.max(...text.split(',').map((one) => parseFloat(one) * (one.trim().endsWith('ms') ? 0.001 : 1)));
        return all
          .filter((it) => {
            const style = getComputedStyle(it);
            const endless = style.animationName !== 'none' ? seconds(style.animationDuration) : 0;
            return Math.max(seconds(style.transitionDuration), endless) > most;
          })
          .map((it) => it.outerHTML.slice(0, 120));
      }, longest);
      expect(slow, reducedMotion).toEqual([]);
    }
  });
}

/** Words of the English texts that none of this language's texts has. */
async function englishWords(lang: string): Promise<RegExp> {
  const words = async (locale: string): Promise<Set<string>> => {
    const folder = resolve(import.meta.dirname, '../../src/i18n/catalogs', locale);
    const files = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')));
    const said = files.flatMap((file) => [...file.matchAll(/^[\w.-]+ = "(.*)"$/gm)].map(([, text = '']) => text.replace(/\{[^}]*\}/g, ' ')));
    return new Set(said.flatMap((text) => text.toLowerCase().match(/\p{L}{2,}/gu) ?? []));
  };
  const [english, own] = [await words('en'), await words(lang)];
  const only = [...english].filter((word) => !own.has(word));
  expect(only.length).toBeGreaterThan(500);
  return new RegExp(`(?<![\\p{L}.@-])(?:${only.join('|')})(?![\\p{L}.@-])`, 'iu');
}

/** What a page says, seen or heard, without what people wrote and what stands in its own language. */
async function texts(page: Page): Promise<string[]> {
  const { found, names } = await page.evaluate(() => {
    const all: string[] = [document.title];
    for (const element of document.body.querySelectorAll('*')) {
      if (element.closest('script, style, [dir=auto], body [lang], option[value*="/"]')) continue; // nor names of time zones
      for (const name of ['aria-label', 'aria-description', 'placeholder', 'title', 'alt']) all.push(element.getAttribute(name) ?? '');
      for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) all.push(node.textContent ?? '');
    }
    return { found: all, names: [...document.querySelectorAll('[dir=auto]')].map((it) => it.textContent ?? '') };
  });
  const tidy = (text: string) => text.replace(/\s+/g, ' ').trim();
  const written = [...new Set(names.map(tidy))].filter((name) => name.length > 2);
  const without = (text: string) => written.reduce((rest, name) => rest.replaceAll(name, ''), text);
  const said = found.map((text) => tidy(without(tidy(text)).replace(/https?:\/\/[^\s、。]+/g, '')));
  return [...new Set(said)].filter((text) => !/^\p{Lu}{1,2}$/u.test(text)); // initials
}
