// Another page without loading one: the focus goes to its heading, so that keyboard and screen reader begin there. Not
// where something has taken the focus for a reason: a dialog, a field, a summary of errors, or the way back; nor where
// somebody went on with the Tab key while the page was on its way.
// The heading may still be the last page's when this one says that it is there: whatever takes its place gets the focus.
(() => {
  let tabbed = false;
  addEventListener('keydown', ({ key }) => { tabbed = key === 'Tab'; }, true);
  for (const kind of ['click', 'popstate']) addEventListener(kind, () => { tabbed = false; }, true);
  addEventListener('arrived', (event) => {
    if (event.defaultPrevented) return;
    const from = document.activeElement;
    if (tabbed && from && from !== document.body) return;
    /** @type {HTMLElement | null} */
    let heading = null;
    let frames = 120;
    const look = () => {
      const main = document.querySelector('main'), at = document.activeElement;
      const taken = at && at !== main && main && main.contains(at) && at.matches('input, textarea, select, .error-summary');
      if (taken || ![from, heading, main, document.body].includes(at) || document.querySelector('dialog:modal')) return;
      const now = main && main.querySelector('h1');
      if (now && now !== heading) {
        heading = now;
        heading.tabIndex = -1;
        heading.focus({ preventScroll: true });
      }
      if (--frames) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
})();

// In a row that is wider than the screen, the line of this page is in sight.
(() => {
  const look = () => {
    for (const line of document.querySelectorAll('.side-nav [aria-current=page], .tabs [aria-current=page]')) {
      const row = /** @type {HTMLElement} */ (line.closest('nav')), at = line.getBoundingClientRect();
      row.scrollLeft += at.left - row.getBoundingClientRect().left - (row.clientWidth - at.width) / 2;
    }
  };
  look();
  addEventListener('arrived', () => requestAnimationFrame(look));
})();
