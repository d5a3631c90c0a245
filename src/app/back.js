// Back leads to the same place: as far down as one was, with the focus on the link that led away (ux.md, check 28). The
// page fetches its content first, which is too late for what browsers do by themselves.
(() => {
  // In milliseconds, and in frames after the link is there.
  const LONGEST_ANSWER = 20_000, PATIENCE = 60;
  const places = new Map(), at = () => location.pathname + location.search;
  let returning = false, left = false;
  // The heading is for those who come anew; who comes back finds the link that led away.
  addEventListener('arrived', (event) => {
    if (left) event.preventDefault();
    left = false;
  });
  addEventListener('scroll', () => { if (!returning) places.set(at(), { ...places.get(at()), y: scrollY }); }, { passive: true });
  addEventListener('click', (event) => {
    const link = event.target.closest && event.target.closest('a[href]');
    if (!link) return;
    places.set(at(), { y: scrollY, href: link.closest('main') && link.getAttribute('href') });
    left = false;
  }, true);
  addEventListener('popstate', () => {
    const there = at(), place = places.get(there);
    left = Boolean(place && place.href);
    if (!place) return;
    returning = true;
    const until = Date.now() + LONGEST_ANSWER;
    let frames = PATIENCE;
    const look = () => {
      if (!returning || at() !== there || Date.now() > until) { returning = false; return; }
      const link = place.href && document.querySelector(`main a[href="${CSS.escape(place.href)}"]`);
      if (!link && place.href) return requestAnimationFrame(look);
      const deep = document.documentElement.scrollHeight - innerHeight >= place.y;
      // What stood above or below may be gone, and the page not be as long as it was.
      if (!deep && --frames) return requestAnimationFrame(look);
      scrollTo(0, place.y);
      if (link) link.focus({ preventScroll: true });
      returning = false;
    };
    look();
  });
  // Whoever moves on does not want to be taken elsewhere.
  for (const kind of ['pointerdown', 'keydown', 'wheel']) {
    addEventListener(kind, () => { returning = false; }, { passive: true, capture: true });
  }
  // Who signs out leaves nothing of what was chosen in lists to the next person at this computer.
  addEventListener('submit', ({ target }) => {
    if (String(target.getAttribute('action')).startsWith('/logout')) try { sessionStorage.clear(); } catch { /* nothing is kept */ }
  }, true);
})();
