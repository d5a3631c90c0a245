// Back leads to the same place: as far down as one was, with the focus on the link that led away (ux.md, check 28). The
// page fetches its content first, which is too late for what browsers do by themselves.
(() => {
  const places = new Map(), at = () => location.pathname + location.search;
  let returning = false;
  addEventListener('scroll', () => { if (!returning) places.set(at(), { ...places.get(at()), y: scrollY }); }, { passive: true });
  addEventListener('click', (event) => {
    const link = event.target.closest && event.target.closest('a[href]');
    if (link) places.set(at(), { y: scrollY, href: link.getAttribute('href') });
  }, true);
  addEventListener('popstate', () => {
    const there = at(), place = places.get(there);
    if (!place) return;
    returning = true;
    const until = Date.now() + 3000;
    const look = () => {
      if (at() !== there) { returning = false; return; }
      const link = place.href && document.querySelector(`main a[href="${CSS.escape(place.href)}"]`);
      const here = (link || !place.href) && document.documentElement.scrollHeight - innerHeight >= place.y;
      if (!here && Date.now() < until) return requestAnimationFrame(look);
      scrollTo(0, place.y);
      if (link) link.focus({ preventScroll: true });
      returning = false;
    };
    look();
  });
})();
