// What people who mean no good type into forms, and being told what is wrong with it.
import { expect, type Page } from '@playwright/test';
import { post } from './staff';

export const SCRIPT = '"><script>alert(1)</script>';
export const IMAGE = '<img src=x onerror=alert(1)>';
export const LONG = 'x'.repeat(10_000);

/** Why a text cannot be a name; each form says it in its own words. */
export type Fault = 'empty' | 'long' | 'hidden';

/** What no name may be. */
export const BAD_NAMES: [what: string, name: string, fault: Fault][] = [
  ['empty', '', 'empty'],
  ['blank', ' \u3000 ', 'empty'],
  ['10,000 characters', LONG, 'long'],
  ['201 characters', 'x'.repeat(201), 'long'],
  ['a line break', 'Anna\r\nBcc: evil@example.org', 'hidden'],
  ['an escape', 'Anna\u001b[31m', 'hidden'],
  ['another direction', 'Anna\u202efdp.exe', 'hidden'],
  ['an invisible space', 'An\u200bna', 'hidden'],
];

/** What no address may be, apart from nothing at all, and what the page says about it. */
export const BAD_ADDRESSES: [what: string, email: string, says: string][] = [
  ['10,000 characters', `${LONG}@example.org`, 'This address is too long'],
  ['a line break', 'a@example.org\r\nBcc: evil@example.org', 'Please enter just one e-mail address.'],
  ['markup', `${SCRIPT}@example.org`, 'Mail servers do not accept one of the characters'],
  ['another direction', 'a\u202e@example.org', 'This address contains a space or an invisible character'],
  ['two addresses', 'a@example.org,b@example.org', 'Please enter just one e-mail address.'],
  ['an IP address', 'office@10.0.0.1', 'There is a number after the @'],
  ['wrong punycode', 'info@xn--a.example', 'The name after the @ cannot exist'],
  ['a name', 'Anna', 'Please enter a complete e-mail address'],
];

const REFUSED = 422;

/** The words of the problem in an answered page, without markup. */
function words(html: string): string {
  const summary = /<div [^>]*class="error-summary"[\s\S]*?<\/ul>/.exec(html)?.[0] ?? '(no summary)';
  return summary.replace(/<[^>]+>/g, ' ').replace(/&#x27;/g, "'").replace(/\s+/g, ' ');
}

/** The form is refused in these words, and nothing of it comes back as markup. */
export async function refuses(page: Page, path: string, form: Record<string, string>, says: string, what: string): Promise<void> {
  const answer = await post(page, path, form);
  expect.soft(answer.status, `${what}, ${path}`).toBe(REFUSED);
  expect.soft(words(answer.html), `${what}, ${path}`).toContain(says);
  expect.soft(answer.html.includes('<script>alert(1)'), `${what} comes back as markup`).toBe(false);
}
