// Back leads to the same place: as far down as one was, with the focus on the link that led away (ux.md, check 28). The
// page fetches its content first, which is too late for what browsers do by themselves.
(() => {
  // In milliseconds, and in frames after the link is there.
  const LONGEST_ANSWER = 20_000, PATIENCE = 60;
  /** @type {Map<string, { y: number, href?: string | false | null }>} */
  const places = new Map();
  const at = () => location.pathname + location.search;
  let returning = false, found = false;
  // A list may be there before its page says that it has arrived: the heading does not take the focus from the link that
  // was found by then. Until it is found, and where it is gone, the heading has it.
  addEventListener('arrived', (event) => {
    if (found) event.preventDefault();
    found = false;
  });
  addEventListener('scroll', () => { if (!returning) places.set(at(), { ...places.get(at()), y: scrollY }); }, { passive: true });
  addEventListener('click', (/** @type {Anywhere} */ event) => {
    found = false;
    const link = event.target.closest && event.target.closest('a[href]');
    if (link) places.set(at(), { y: scrollY, href: link.closest('main') && link.getAttribute('href') });
  }, true);
  addEventListener('popstate', () => {
    const there = at(), place = places.get(there);
    found = false;
    if (!place) return;
    returning = true;
    const until = Date.now() + LONGEST_ANSWER;
    let frames = PATIENCE;
    const look = () => {
      if (!returning || at() !== there || Date.now() > until) { returning = false; return; }
      /** @type {HTMLElement | '' | false | null | undefined} */
      const link = place.href && document.querySelector(`main a[href="${CSS.escape(place.href)}"]`);
      if (!link && place.href) { requestAnimationFrame(look); return; }
      const deep = document.documentElement.scrollHeight - innerHeight >= place.y;
      // What stood above or below may be gone, and the page not be as long as it was.
      if (!deep && --frames) { requestAnimationFrame(look); return; }
      scrollTo(0, place.y);
      if (link) link.focus({ preventScroll: true });
      found = Boolean(link);
      returning = false;
    };
    look();
  });
  // Whoever moves on does not want to be taken elsewhere.
  for (const kind of ['pointerdown', 'keydown', 'wheel']) {
    addEventListener(kind, () => { returning = found = false; }, { passive: true, capture: true });
  }
  // Who signs out leaves nothing of what was chosen in lists to the next person at this computer.
  addEventListener('submit', (/** @type {Sending} */ { target }) => {
    if (String(target.getAttribute('action')).startsWith('/logout')) try { sessionStorage.clear(); } catch { /* nothing is kept */ }
  }, true);
})();
