// A link to a page of another client, or to one that nothing wakes up, is the browser's: it loads that page as a whole.
((/** @type {DOMStringMap} */ page) => {
  if (!page.client) return;
  // Addresses and the client of what is there and below, as in clients.list; the first that fits decides.
  const parts = /** @type {[RegExp, string][]} */ ([/* parts */]);
  const own = page.client.split('/').pop();
  addEventListener('click', (/** @type {Anywhere} */ { target }) => {
    const link = target.closest && target.closest('a[href]');
    if (!(link instanceof HTMLAnchorElement) || link.origin !== location.origin) return;
    const part = parts.find(([address]) => address.test(link.pathname));
    if (part && part[1] !== own) link.relList.add('external');
  }, true);
})(/** @type {HTMLScriptElement} */ (document.currentScript).dataset);
