// What the last form came to goes with the next act: another form, a switch, a way to another page.
(() => {
  const go = () => { document.documentElement.dataset.said = 'gone'; };
  addEventListener('submit', go, true);
  addEventListener('popstate', go);
  addEventListener('click', (/** @type {Anywhere} */ { target }) => {
    const act = target.closest && target.closest('a[href], [role=switch]');
    if (act && !(act.getAttribute('href') || '').startsWith('#')) go();
  }, true);
})();
