// Problems that no test asks about but every test must not have: console errors, uncaught errors,
// failed answers, broken content security policy, requests to anybody else.
import type { BrowserContext } from '@playwright/test';

/** What this test expects to go wrong; everything else that goes wrong fails it. */
export class Allow {
  readonly #status: { status: number; url: RegExp }[] = [];
  readonly #console: RegExp[] = [];

  /** Answers with this status from matching addresses: `allow.status(404, /\/portal\/not-mine/)`. */
  status(status: number, url: RegExp): void {
    this.#status.push({ status, url });
  }

  /** Console errors, uncaught errors and policy violations whose text matches. */
  console(text: RegExp): void {
    this.#console.push(text);
  }

  allowsStatus(status: number, url: string): boolean {
    return this.#status.some((allowed) => allowed.status === status && allowed.url.test(url));
  }

  allowsText(text: string): boolean {
    return this.#console.some((allowed) => allowed.test(text));
  }
}

/** Collects problems of every page of a context, present and future. */
export async function watch(context: BrowserContext, ownOrigin: string, problems: Set<string>): Promise<void> {
  // A violation reported to the page, with the directive that the console's text may lack.
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`[csp] ${event.effectiveDirective} blocked ${event.blockedURI || 'inline'} ${event.sourceFile ?? ''}`);
    });
  });
  context.on('console', (message) => {
    if (message.type() !== 'error') return;
    const text = message.text();
    // Each failed answer is judged below, where its status and address are known.
    if (text.startsWith('Failed to load resource: the server responded with a status of')) return;
    // Firefox refuses what Playwright puts into the page for a picture of a failure; no page of ours can run `eval`.
    if (/^\[csp\] style-src-elem blocked inline \S+%20%3E%20eval/.test(text)) return;
    problems.add(`console: ${text} (${message.location().url})`);
  });
  context.on('weberror', (error) => {
    const { name, message, stack } = error.error();
    // How Firefox tells of a violation that the page has reported above.
    if (name !== 'Content-Security-Policy') problems.add(`uncaught: ${stack ?? message}`);
  });
  context.on('request', (request) => {
    const url = request.url();
    if (/^(https?|wss?):/.test(url) && new URL(url).origin !== ownOrigin) problems.add(`third party: ${request.method()} ${url}`);
  });
  context.on('response', (response) => {
    if (response.status() < 400 || new URL(response.url()).origin !== ownOrigin) return;
    problems.add(`status ${response.status()}: ${response.request().method()} ${plain(response.url())}`);
  });
}

/** The address without the mark of whom a form was drawn for: it is in every form's, and no test means one of them. */
function plain(url: string): string {
  const address = new URL(url);
  address.searchParams.delete('for');
  return address.href;
}

export function unexpected(problems: Set<string>, allow: Allow): string[] {
  return [...problems].filter((problem) => {
    const answer = /^status (\d+): \S+ (\S+)$/.exec(problem);
    return answer ? !allow.allowsStatus(Number(answer[1]), answer[2] ?? '') : !allow.allowsText(problem);
  });
}
