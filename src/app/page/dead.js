// A client that gave up leaves the page as plain as the server drew it: nothing of it may stand between people and
// links and forms, which the browser then follows and sends by itself.
(() => {
  const dead = () => document.documentElement.dataset.hydrated === 'failed';
  for (const kind of ['click', 'submit', 'keydown']) {
    addEventListener(kind, (/** @type {Anywhere} */ event) => {
      if (dead() && !(event.target.closest && event.target.closest('#session-end'))) event.stopImmediatePropagation();
    }, true);
  }
  // The address is another one, and nobody would draw its page.
  addEventListener('popstate', () => { if (dead()) location.reload(); }, true);
})();
